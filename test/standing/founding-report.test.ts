import { expect, test } from 'vitest';
import type { FoundingReport, Measured } from '../../lib/model/doubt.ts';
import { MODEL_VERSION } from '../../lib/model/ensemble.ts';
import { held } from '../../lib/simulation/held-numbers.ts';
import { simulateCertain } from '../../lib/simulation/ensemble.ts';
import { foundingEffectOf } from '../../lib/standing/campaign-types.ts';
import { sampledEffect, separationOf, vanishingOf } from '../../lib/standing/founding.ts';
import type { Factor } from '../../lib/standing/plausible-space.ts';
import { chanceFrom } from '../../lib/standing/sobol.ts';
import written from '../../lib/standing/founding-report.json' with { type: 'json' };

const report = written as unknown as FoundingReport;
const factor: Factor = {
  number: { of: 'campaign', key: 'internalisation' },
  action: null,
  low: 0.1,
  typical: 0.5,
  high: 0.9,
  origin: 'own',
  bounds: { scale: 'plain', min: -10, max: 10 },
};

test('a number that decides alone is found with its threshold; one that does nothing is not', () => {
  const chance = chanceFrom(5);
  const values = Float64Array.from({ length: 3000 }, chance);
  const luck = Float64Array.from({ length: 3000 }, chance);
  const effects = values.map((value) => (value > 0.4 ? 0.05 : value > 0.2 ? 0 : -0.05));
  const deciding = separationOf(factor, values, effects);
  expect(deciding.distance).toBeCloseTo(1, 6);
  expect(deciding.threshold).toBeCloseTo(0.4, 2);
  expect([deciding.below.value, deciding.above.value]).toEqual([0, 1]);
  // Of the lowest third (below 0.33) about three in five lie under 0.2 and harm, and none helps.
  expect(deciding.thirds[0].helps.value).toBe(0);
  expect(deciding.thirds[0].harms.value).toBeCloseTo(0.6, 1);
  expect(deciding.thirds[2].helps.value).toBe(1);
  const idle = separationOf(factor, luck, effects);
  expect(idle.distance).toBeLessThan(idle.byChance);
});

test('a value at which an effect is lost is found to either side, and said to lie beyond the range where it does', () => {
  const inRange = vanishingOf(factor, (value) => 0.1 * (value - 0.3));
  expect(inRange.turns!.value).toBeCloseTo(0.3, 6);
  expect(inRange.vanishes!.value).toBeCloseTo(0.35, 6);
  expect(inRange.turns!.isInRange).toBe(true);
  const beyond = vanishingOf(factor, (value) => 0.1 * (1.2 - value));
  expect(beyond.turns!.value).toBeCloseTo(1.2, 6);
  expect(beyond.turns!.isInRange).toBe(false);
  expect(vanishingOf(factor, () => 0.1)).toMatchObject({ vanishes: null, turns: null });
  // What does nothing to begin with is not lost anywhere.
  expect(vanishingOf(factor, () => 0)).toMatchObject({ vanishes: null });
});

test.each(report.effects)(
  '$campaignId: where the report says it is lost, direct runs lose it',
  (effect) => {
    const { campaign, scenario, baseline } = foundingEffectOf(effect.type);
    const last = scenario.horizonDays - 1;
    const chance = (records: { campaign: typeof campaign; scenario: typeof scenario }) =>
      simulateCertain(records).conceded[last]!;
    const effectAt = (number: (typeof effect.vanishings)[number]['of']['number'], value: number) =>
      chance(held({ campaign, scenario }, number, value)) -
      chance(held({ campaign, scenario: baseline }, number, value));
    expect(chance({ campaign, scenario })).toBeCloseTo(effect.typical.with, 5);
    expect(chance({ campaign, scenario: baseline })).toBeCloseTo(effect.typical.without, 5);
    expect(effect.vanishings.length).toBeGreaterThan(0);
    for (const { of, vanishes, turns } of effect.vanishings) {
      if (vanishes) expect(effectAt(of.number, vanishes.value)).toBeCloseTo(0.005, 4);
      if (turns) expect(effectAt(of.number, turns.value)).toBeCloseTo(0, 4);
    }
  },
);

test('the report is of this model, and its shares are whole', () => {
  expect(report.modelVersion).toBe(MODEL_VERSION);
  expect(report.effects.map(({ type }) => type)).toEqual(['sympathy', 'substitution']);
  for (const { own, space, longer, separations } of report.effects) {
    for (const { helps, nothing, harms } of [own.verdicts, space.verdicts, longer.verdicts]) {
      expect(helps.value + nothing.value + harms.value).toBeCloseTo(1, 4);
    }
    for (const { distance, byChance } of separations) expect(distance).toBeGreaterThan(byChance);
  }
});

test.each(report.effects)(
  '$campaignId: a smaller run of another seed agrees within the stated errors',
  (stated) => {
    const other = sampledEffect(foundingEffectOf(stated.type), {
      seed: 500,
      points: 128,
      scramblings: 4,
    });
    const near = (one: Measured, two: Measured, least: number) =>
      expect(Math.abs(one.value - two.value)).toBeLessThan(
        5 * Math.hypot(one.error, two.error) + least,
      );
    for (const of of ['own', 'space', 'longer'] as const) {
      near(stated[of].mean, other[of].mean, 0.002);
      for (const verdict of ['helps', 'nothing', 'harms'] as const) {
        near(stated[of].verdicts[verdict], other[of].verdicts[verdict], 0.01);
      }
    }
    // The number that separates best is no accident of one sample.
    expect(other.separations[0]!.of.number).toEqual(stated.separations[0]!.of.number);
  },
);

test('the same seed gives the same figures', () => {
  const made = foundingEffectOf('substitution');
  const request = { seed: 3, points: 16, scramblings: 2 };
  expect(sampledEffect(made, request)).toEqual(sampledEffect(made, request));
});

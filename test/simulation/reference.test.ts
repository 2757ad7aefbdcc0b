/**
 * The reference values of the model's description, on 4,000 futures with only K uncertain (sd ln K = 0.42) and the
 * daily noise on; and day-by-day values of an implementation written independently from the same description.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EnsembleResult } from '../../lib/model/ensemble.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { simulateCertain } from '../../lib/simulation/ensemble.ts';
import { entry, referenceEntry, run, winOf, withActions, withNumbers, without } from './runs.ts';

const FUTURES = 4000;
const PROBABILITY = 0.01;
const LEVERAGE = 0.03;
const DURATION = 0.05;

const served = (records: CampaignScenario) =>
  withActions(records, (action) =>
    action.kind === 'serviceSubstitution' ? { ...action, provider: 'target' } : action,
  );

function expectEndings(result: EnsembleResult, [concede, compromise, collapse]: number[]) {
  const last = result.days - 1;
  expect(Math.abs(winOf(result) - concede)).toBeLessThan(PROBABILITY);
  expect(Math.abs(result.endings.compromised[last] - compromise)).toBeLessThan(PROBABILITY);
  expect(Math.abs(result.endings.collapsed[last] - collapse)).toBeLessThan(PROBABILITY);
}

function leverageOn(result: EnsembleResult, day: number): number {
  return Math.exp(result.quantiles.leverage[day * 5 + 2]);
}

/** Day by which a share of disputes has ended: open on the evening of day t is survival to t + 1. */
function durationQuantile(result: EnsembleResult, share: number): number {
  let before = 1;
  for (let day = 0; day < result.days; day++) {
    const open = result.endings.open[day];
    if (open <= 1 - share) return day + (before - (1 - share)) / (before - open);
    before = open;
  }
  return Infinity;
}

describe('reference values', () => {
  test('the generic campaign: endings, and durations as strikes have lasted', () => {
    const result = run(referenceEntry('generic'), { futures: FUTURES });
    expectEndings(result, [0.443, 0.176, 0.342]);
    for (const [share, days] of [
      [0.1, 3.8],
      [0.25, 8.1],
      [0.5, 20.9],
      [0.75, 53.1],
      [0.9, 127.7],
    ]) {
      expect(Math.abs(durationQuantile(result, share) / days - 1)).toBeLessThan(DURATION);
    }
  });

  test('Posti with and without its sympathy strikes', () => {
    const withStrikes = run(referenceEntry('posti-2019'), { futures: FUTURES });
    const alone = run(without(referenceEntry('posti-2019')), { futures: FUTURES });
    expectEndings(withStrikes, [0.758, 0.126, 0.109]);
    expectEndings(alone, [0.681, 0.148, 0.142]);
    expect(Math.abs(leverageOn(withStrikes, 14) / 5.75 - 1)).toBeLessThan(LEVERAGE);
    expect(Math.abs(leverageOn(alone, 14) / 1.54 - 1)).toBeLessThan(LEVERAGE);
    for (const [result, chance] of [
      [withStrikes, 0.163],
      [alone, 0.092],
    ] as const) {
      const { conceded, open } = result.endings;
      expect(Math.abs((conceded[16] - conceded[13]) / open[13] - chance)).toBeLessThan(PROBABILITY);
    }
  });

  test('Posti where nobody who decides answers for the harm: the same strikes hurt', () => {
    const nobody = withNumbers(referenceEntry('posti-2019'), { internalisation: 0 });
    const withStrikes = winOf(run(nobody, { futures: FUTURES }));
    const alone = winOf(run(without(nobody), { futures: FUTURES }));
    expect(Math.abs(withStrikes - 0.597)).toBeLessThan(PROBABILITY);
    expect(Math.abs(alone - 0.628)).toBeLessThan(PROBABILITY);
    expect(withStrikes).toBeLessThan(alone);
  });

  test('Oakland with the meals, without them, and with the district serving them', () => {
    const records = referenceEntry('oakland-2019');
    expectEndings(run(records, { futures: FUTURES }), [0.643, 0.161, 0.17]);
    expectEndings(run(without(records, 'meals'), { futures: FUTURES }), [0.57, 0.158, 0.254]);
    expectEndings(run(served(records), { futures: FUTURES }), [0.608, 0.167, 0.197]);
  });
});

describe('an implementation written independently', () => {
  const { days, runs } = JSON.parse(
    readFileSync(new URL('../fixtures/reference/certain-runs.json', import.meta.url), 'utf8'),
  ) as { days: number[]; runs: Record<string, Record<string, number[]>> };
  const posti = entry('posti-2019');
  const oakland = entry('oakland-2019');
  const records: Record<string, CampaignScenario> = {
    posti,
    'posti-without': without(posti),
    'posti-theta0': withNumbers(posti, { internalisation: 0 }),
    oakland,
    'oakland-none': without(oakland, 'meals'),
    'oakland-district': served(oakland),
    generic: entry('generic'),
  };

  test.each(Object.keys(records))('%s, day by day, to 1e−9', (name) => {
    const { campaign, scenario } = records[name];
    const ours: Record<string, number[]> = simulateCertain({
      campaign,
      scenario: { ...scenario, horizonDays: 180 },
    });
    let compared = 0;
    for (const [quantity, values] of Object.entries(runs[name])) {
      values.forEach((value, index) => {
        const difference = Math.abs(ours[quantity][days[index]] - value);
        expect(difference, `${quantity}, day ${days[index]}`).toBeLessThanOrEqual(
          1e-9 * Math.max(Math.abs(value), 1e-6),
        );
        compared++;
      });
    }
    expect(compared).toBe(days.length * 15);
  });
});

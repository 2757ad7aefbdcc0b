import { expect, test } from 'vitest';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { actionRulesOf } from '../../lib/casebook/rules.ts';
import { startOf } from '../../lib/casebook/cases/cases.ts';
import { CASE_IDS } from '../../lib/casebook/case-list.ts';
import { CAMPAIGN_TYPES, type SensitivityReport } from '../../lib/model/doubt.ts';
import { MODEL_VERSION } from '../../lib/model/ensemble.ts';
import { PARAMETERS } from '../../lib/model/parameters.ts';
import { campaignOf, USUAL_SIZES } from '../../lib/standing/campaign-types.ts';
import {
  factorValue,
  ownSpace,
  plausibleSpace,
  PointRunner,
} from '../../lib/standing/plausible-space.ts';
import { typeSensitivity } from '../../lib/standing/sensitivity.ts';
import written from '../../lib/standing/sensitivity-report.json' with { type: 'json' };
import { Futures } from '../../lib/simulation/chance.ts';
import { simulate } from '../../lib/simulation/ensemble.ts';
import { swingingNumbers } from '../../lib/simulation/held-numbers.ts';

const report = written as unknown as SensitivityReport;

test('a point of the space is a future of the engine, to the last bit', () => {
  for (const id of ['posti-2019', 'oakland-2019', 'generic'] as const) {
    const records = openCasebookEntry(id, '2026-01-01T00:00:00Z');
    const factors = ownSpace(records);
    const slots = swingingNumbers(records, null, false).map(({ drawSlot }) => drawSlot);
    expect(factors).toHaveLength(slots.length);
    const futures = new Futures(records.scenario.seed);
    const { winByFuture } = simulate({
      ...records,
      futures: 5,
      certain: false,
      allQuantiles: false,
      hardshipLimit: 1,
      supportLimit: 0,
    });
    const runner = new PointRunner(records, factors, true);
    for (let future = 0; future < 5; future++) {
      const values = factors.map((factor, index) =>
        factorValue(factor, futures.normals(slots[index]!, 5)[future]!),
      );
      expect(runner.win(values, futures.noiseKey(future))).toBe(winByFuture[future]);
    }
  }
});

test('the space opens what stands at one value on no evidence, and leaves alone what was counted or is nothing', () => {
  const records = openCasebookEntry('posti-2019', '2026-01-01T00:00:00Z');
  const factors = new Map(
    plausibleSpace(records).map((factor) => [
      factor.number.of === 'campaign'
        ? factor.number.key
        : factor.number.actionId + factor.number.key,
      factor,
    ]),
  );
  expect(factors.has('workers')).toBe(false);
  expect(factors.has('air-8peoplePerDay')).toBe(false);
  expect(factors.get('internalisation')).toMatchObject({ origin: 'own', low: 0, high: 0.45 });
  expect(factors.get('credibilityAtStart')).toMatchObject({ origin: 'opened', low: 0, high: 1 });
  expect(factors.get('gainFromConcession')).toMatchObject({
    origin: 'opened',
    low: 1e7,
    high: 2.25e7,
  });
  expect(factors.get('frailtyVariance')).toMatchObject({
    origin: 'calibrated',
    low: 0.6,
    high: 1.8,
  });
  for (const { low, typical, high, bounds } of factors.values()) {
    expect(low).toBeLessThanOrEqual(typical);
    expect(typical).toBeLessThanOrEqual(high);
    expect(low).toBeGreaterThanOrEqual(bounds.min);
    expect(high).toBeLessThanOrEqual(bounds.max);
  }
});

test('the usual actions of the generic strike are as large as the casebook’s rules have them', () => {
  const rules = actionRulesOf(startOf(CASE_IDS[0]!));
  expect(rules.boycott('national').range).toEqual(USUAL_SIZES.boycott);
  expect(rules.share('some').range).toEqual(USUAL_SIZES.handlingBan);
  expect(rules.endorsement().range).toEqual(USUAL_SIZES.endorsement);
});

test('the report is of this model, of every type, and has no number twice', () => {
  expect(report.modelVersion).toBe(MODEL_VERSION);
  expect(report.types.map(({ type }) => type)).toEqual([...CAMPAIGN_TYPES]);
  for (const { type, numbers, outputs } of report.types) {
    const space = plausibleSpace(campaignOf(type));
    expect(numbers).toBe(space.length);
    for (const { rows, rest } of Object.values(outputs)) {
      // The daily noise is one more.
      expect(rows.length + rest.count).toBe(numbers + 1);
      expect(rest.largest.value).toBeLessThanOrEqual(rows.at(-1)!.total.value);
      const named = rows.map(({ of }) => JSON.stringify(of?.number ?? null));
      expect(new Set(named).size).toBe(rows.length);
      for (const { of } of rows) {
        if (of?.number.of === 'campaign') expect(PARAMETERS).toHaveProperty(of.number.key);
      }
      const totals = rows.map(({ total }) => total.value);
      expect(totals).toEqual(totals.toSorted((a, b) => b - a));
    }
  }
});

test.each(CAMPAIGN_TYPES)(
  '%s: a smaller sample of another seed agrees within the stated errors',
  (type) => {
    const stated = report.types.find((each) => each.type === type)!;
    const again = typeSensitivity(type, 99, 160);
    for (const output of ['win', 'effect'] as const) {
      const [one, other] = [stated.outputs[output], again.outputs[output]];
      expect(Math.abs(one.mean.value - other.mean.value)).toBeLessThan(
        5 * Math.hypot(one.mean.error, other.mean.error),
      );
      for (const { of, total } of one.rows.slice(0, 6)) {
        const match = other.rows.find(
          (row) => JSON.stringify(row.of?.number) === JSON.stringify(of?.number),
        );
        // What is large in the report is among the first of a small sample, too.
        expect(match, JSON.stringify(of?.number)).toBeDefined();
        expect(Math.abs(total.value - match!.total.value)).toBeLessThan(
          5 * Math.hypot(total.error, match!.total.error) + 0.02,
        );
      }
    }
  },
);

test('the same seed gives the same figures', () => {
  expect(typeSensitivity('generic', 3, 16)).toEqual(typeSensitivity('generic', 3, 16));
});

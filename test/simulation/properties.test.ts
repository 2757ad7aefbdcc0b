/** What must hold for every campaign and scenario that the schemas let in, at the bounds and beyond all reason too. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Action,
  ACTION_NUMBERS,
  MAX_DAYS,
  NOT_ASKED,
  NUMBERS_OF_KIND,
  type ActionKind,
} from '../../lib/model/action.ts';
import { Campaign } from '../../lib/model/campaign.ts';
import { DAY_QUANTITIES, ENDINGS, type EnsembleResult } from '../../lib/model/ensemble.ts';
import type { Bounds, Reading } from '../../lib/model/evidence.ts';
import { FIRST_ACTION_SLOT, PARAMETER_KEYS, PARAMETERS } from '../../lib/model/parameters.ts';
import { Scenario, type CampaignScenario } from '../../lib/model/scenario.ts';
import type { SectorTable } from '../../lib/model/sector-table.ts';
import type { UncertainNumber } from '../../lib/model/uncertain-number.ts';
import { runComparison } from '../../lib/simulation/comparison.ts';
import { finish, simulate } from '../../lib/simulation/ensemble.ts';
import { entry, run, withNumbers } from './runs.ts';

const FUTURES = 24;
const BASIS = { kind: 'assumption', note: 'a test', address: null } as const;

/** A value within bounds: the ends themselves, something usual, or anything at all. */
function valueIn({ min, max }: Bounds, usual: number[]): fc.Arbitrary<number> {
  const inside = usual.filter((value) => value >= min && value <= max);
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(min, max, ...inside) },
    { weight: 3, arbitrary: fc.double({ min, max, noNaN: true, noDefaultInfinity: true }) },
    {
      weight: 3,
      arbitrary: fc
        .double({ min: 0, max: 1, noNaN: true })
        .map((u) => min + u * (Math.min(max, 100) - min)),
    },
  );
}

const readings = (bounds: Bounds): fc.Arbitrary<Reading[]> =>
  fc.array(
    fc
      .record({
        ends: fc.tuple(valueIn(bounds, [0, 1]), valueIn(bounds, [0, 1])),
        reliability: fc.constantFrom('record', 'press', 'claim'),
        groupId: fc.constantFrom(null, 'wire'),
      })
      .map(({ ends: [a, b], reliability, groupId }): Reading => ({
        id: 'reading',
        clipId: null,
        quote: { id: 'quote', exact: 'so it says', prefix: '', suffix: '' },
        citation: { title: '', siteName: '', authors: [], publishedAt: null, address: null },
        low: Math.min(a, b),
        high: Math.max(a, b),
        reliability,
        groupId,
        addedAt: '2026-01-01T00:00:00Z',
      })),
    { maxLength: 3 },
  );

function numberIn(
  bounds: Bounds,
  usual: number[],
  drawSlot: number,
): fc.Arbitrary<UncertainNumber> {
  const value = valueIn(bounds, usual);
  const range = fc.oneof(
    value.map((known) => [known, known, known]),
    fc.tuple(value, value, value).map((three) => three.sort((a, b) => a - b)),
  );
  const evidence = fc.oneof({ weight: 4, arbitrary: fc.constant<Reading[]>([]) }, readings(bounds));
  return fc.tuple(range, evidence).map(([[low, typical, high], given]) => ({
    low: low!,
    typical: typical!,
    high: high!,
    basis: BASIS,
    drawSlot,
    readings: given,
  }));
}

const KINDS = Object.keys(NUMBERS_OF_KIND) as ActionKind[];
const SECTORS = ['A', 'B', 'C', 'D'];
const day = fc.integer({ min: 0, max: 60 });
const anyDay = fc.oneof({ weight: 5, arbitrary: day }, fc.integer({ min: 0, max: MAX_DAYS }));
const duration = fc.option(fc.integer({ min: 1, max: 30 }));

function anyAction(index: number): fc.Arbitrary<Action> {
  return fc.constantFrom(...KINDS).chain((kind) => {
    const numbers = Object.fromEntries(
      NUMBERS_OF_KIND[kind].map((key, place) => [
        key,
        numberIn(ACTION_NUMBERS[key], [0, 0.5, 1, 300], FIRST_ACTION_SLOT + 3 * index + place),
      ]),
    );
    const common = {
      id: fc.constant(`action-${index}`),
      name: fc.constant(''),
      note: fc.constant(''),
      kind: fc.constant(kind),
      enabled: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
      startDay: anyDay,
      ...numbers,
    };
    switch (kind) {
      case 'endorsement':
        return fc.record(common).map((made) => Action.parse(made));
      case 'sympathyStrike':
        return fc
          .record({
            ...common,
            workers: fc.constant(null),
            wagePerDay: fc.constant(null),
            legality: fc.constant('notAsked'),
            durationDays: duration,
            sector: fc.constantFrom(null, 'nowhere', ...SECTORS),
            announcedDay: fc.option(fc.integer({ min: 0, max: 400 })),
            withdrawnDay: fc.option(day),
          })
          .map((made) =>
            Action.parse({
              ...made,
              announcedDay:
                made.announcedDay === null
                  ? null
                  : made.startDay - Math.min(365, made.announcedDay),
            }),
          );
      case 'serviceSubstitution':
        return fc
          .record({
            ...common,
            durationDays: duration,
            provider: fc.constantFrom('movement', 'target'),
          })
          .map((made) => Action.parse(made));
      case 'injunction':
        return fc
          .record({
            ...common,
            durationDays: duration,
            actionIds: fc.array(
              fc.integer({ min: 0, max: 8 }).map((n) => `action-${n}`),
              {
                maxLength: 5,
              },
            ),
          })
          .map((made) => Action.parse(made));
      case 'handlingBan':
        return fc
          .record({ ...common, durationDays: duration })
          .map((made) => Action.parse({ ...NOT_ASKED, ...made }));
      default:
        return fc.record({ ...common, durationDays: duration }).map((made) => Action.parse(made));
    }
  });
}

const amount = fc.oneof(fc.constantFrom(0, 1, 1e18), fc.double({ min: 0, max: 1e6, noNaN: true }));
const anyTable: fc.Arbitrary<SectorTable> = fc
  .record({
    output: fc.array(
      amount.map((output) => output || 1e-300),
      { minLength: 4, maxLength: 4 },
    ),
    valueAdded: fc.array(amount, { minLength: 4, maxLength: 4 }),
    sales: fc.array(fc.array(amount, { minLength: 4, maxLength: 4 }), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  .map((table) => ({
    name: '',
    source: '',
    year: 2014,
    codes: SECTORS,
    names: SECTORS,
    ...table,
  }));

const { campaign: GENERIC, scenario: FOUNDING } = entry('generic');
const anyRecords: fc.Arbitrary<CampaignScenario> = fc
  .record({
    numbers: fc.record(
      Object.fromEntries(
        PARAMETER_KEYS.map((key) => {
          const definition = PARAMETERS[key];
          const { low, typical, high } = definition.range;
          const usual = {
            low,
            typical,
            high,
            basis: BASIS,
            drawSlot: definition.drawSlot,
            readings: [],
          };
          return [
            key,
            fc.oneof(
              { weight: 2, arbitrary: fc.constant(usual) },
              numberIn(definition, [low, typical, high], definition.drawSlot),
            ),
          ];
        }),
      ),
    ),
    employer: fc.constantFrom('market', 'perUser'),
    sectors: fc.option(anyTable.map((table) => ({ struck: 'A', table }))),
    actions: fc
      .integer({ min: 0, max: 8 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyAction(i)))),
    horizonDays: fc.oneof(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 60 })),
    fixedLengthDays: fc.option(fc.integer({ min: 1, max: 90 })),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
  })
  .map(({ numbers, employer, sectors, actions, ...rest }) => ({
    campaign: Campaign.parse({ ...GENERIC, numbers, employer, sectors }),
    scenario: Scenario.parse({ ...FOUNDING, ...rest, actions, nextDrawSlot: 200 }),
  }));

const REQUEST = {
  futures: FUTURES,
  certain: false,
  allQuantiles: true,
  hardshipLimit: 0.3,
  supportLimit: 0.4,
};

function expectWithin(name: string, values: Iterable<number>, low: number, high: number) {
  for (const value of values) {
    if (!(value >= low && value <= high)) expect.fail(`${name} is ${value}`);
  }
}
const LARGEST = Number.MAX_VALUE;

function expectSound(result: EnsembleResult) {
  const { endings, days } = result;
  for (const ending of ENDINGS) {
    let before = ending === 'open' ? 1 : 0;
    for (const now of endings[ending]) {
      if (ending === 'open') expectWithin(ending, [now], 0, before);
      else expectWithin(ending, [now], before, 1 + 1e-12);
      before = now;
    }
  }
  for (let t = 0; t < days; t++) {
    const sum = ENDINGS.reduce((total, ending) => total + endings[ending][t], 0);
    expectWithin('the sum of all endings', [sum], 1 - 1e-12, 1 + 1e-12);
  }
  const shares = ['participation', 'support', 'hardship', 'crossing'];
  const signed = ['leverage'];
  for (const quantity of DAY_QUANTITIES) {
    const low = signed.includes(quantity) ? -LARGEST : 0;
    const high = shares.includes(quantity) ? 1 : LARGEST;
    const five = result.quantiles[quantity]!;
    expectWithin(quantity, five, low, high);
    expectWithin(`mean ${quantity}`, result.means[quantity]!, low, high);
    for (let i = 0; i < five.length; i++) {
      if (i % 5 > 0) expectWithin(`${quantity}, in order,`, [five[i]], five[i - 1], LARGEST);
    }
  }
  expectWithin('win', result.winByFuture, 0, 1 + 1e-12);
  expectWithin('risk', Object.values(result.guardRails), 0, 1 + 1e-12);
  expectWithin('value', [result.expectedSettlementValue, result.endedAsDeclared], 0, 1 + 1e-12);
}

describe('every campaign that the schemas let in', () => {
  test('has sound futures', () => {
    fc.assert(
      fc.property(anyRecords, (records) => expectSound(simulate({ ...REQUEST, ...records }))),
      { numRuns: 300 },
    );
  });

  test('has a sound certain future', () => {
    fc.assert(
      fc.property(anyRecords, (records) =>
        expectSound(simulate({ ...REQUEST, ...records, certain: true })),
      ),
      { numRuns: 200 },
    );
  });

  test('compares with itself without its solidarity, and a longer ensemble begins with the shorter', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { scenario, helps, hurts, indifferent, gainQuantiles, meanGain } = finish(
          runComparison({ ...REQUEST, ...records, baseline: null }),
        );
        expect(helps + hurts + indifferent).toBeCloseTo(1, 12);
        expectWithin('gain', [...gainQuantiles, meanGain], -1, 1);
        const shorter = simulate({ ...REQUEST, ...records, futures: 5 });
        expect([...scenario.winByFuture.slice(0, 5)]).toEqual([...shorter.winByFuture]);
      }),
      { numRuns: 60 },
    );
  });
});

test('a frailty that vanishes ends disputes as none does', () => {
  const none = run(withNumbers(entry('generic'), { frailtyVariance: 0 }), { futures: 8 });
  for (const frailtyVariance of [1e-16, 1e-13, 1e-10, 1e-7]) {
    const little = run(withNumbers(entry('generic'), { frailtyVariance }), { futures: 8 });
    for (let t = 0; t < none.days; t++) {
      expect(Math.abs(little.endings.open[t] - none.endings.open[t])).toBeLessThan(1e-6);
    }
  }
});

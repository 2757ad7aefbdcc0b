import { expect, test } from 'vitest';
import { backTest, currentConstants, genericCampaign } from '../../lib/standing/backtest.ts';
import { dayNumber, type StrikeDuration } from '../../lib/standing/durations.ts';
import { LengthTables, type Differences } from '../../lib/standing/length-tables.ts';
import { chanceFrom } from '../../lib/standing/scoring-rules.ts';

/** Strikes that last as the simulator says: the truth is known, and the back-test has to find it. */
const FUTURES = 8;
const tables = new LengthTables(genericCampaign(), currentConstants(), FUTURES);
const first = dayNumber('1984-01-01')!;
const split = dayNumber('1990-01-01')!;
const settings = { split, seed: 7, futures: FUTURES, resamples: 400, halfLives: [1, null] };

interface Industry {
  name: string;
  perYear: number;
  /** By year of start. */
  lnEndurance: (year: number) => number;
  differences: Differences;
  rampDays: number;
}

function strikesOf(industries: readonly Industry[], seed: number, years: number): StrikeDuration[] {
  const chance = chanceFrom(seed);
  return industries.flatMap(({ name, perYear, lnEndurance, differences, rampDays }) =>
    Array.from({ length: perYear * years }, () => {
      const startDay = first + Math.floor(365.2425 * years * chance());
      const year = 1970 + startDay / 365.2425;
      const cumulated = tables.at(lnEndurance(year), differences, rampDays);
      const luck = chance();
      const found = cumulated.findIndex((value) => value > luck);
      return { startDay, days: found < 0 ? cumulated.length + 1 : found + 1, industry: name };
    }),
  );
}

const steady = strikesOf(
  [
    {
      name: 'Ports',
      perYear: 130,
      lnEndurance: () => -0.4,
      differences: { frailtyVariance: 0.3, enduranceSpread: 0.8 },
      rampDays: 3,
    },
    {
      name: 'Mills',
      perYear: 130,
      lnEndurance: () => 0.7,
      differences: { frailtyVariance: 0.3, enduranceSpread: 1 },
      rampDays: 6,
    },
  ],
  11,
  9,
);
const report = backTest({ ...settings, strikes: steady });
const scoresOf = (kind: string) => report.forecasts.find((each) => each.kind === kind)!;

test('strikes that last as the simulator says leave a level PIT, and fall inside its intervals as often as it says', () => {
  const expected = report.scored.strikes / report.pit.length;
  const chiSquared = report.pit.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 99.9 % point of χ² with nine degrees of freedom.
  expect(chiSquared).toBeLessThan(27.9);
  // Three times the standard error of a share among some 780 strikes.
  expect(Math.abs(report.coverage.half - 0.5)).toBeLessThan(0.054);
  expect(Math.abs(report.coverage.ninety - 0.9)).toBeLessThan(0.033);
});

test('the numbers the strikes were made with come back', () => {
  const [mills, ports] = ['Mills', 'Ports'].map((name) =>
    report.industries.find(({ industry }) => industry === name)!,
  );
  expect(Math.log(mills!.endurance)).toBeCloseTo(0.7, 0);
  expect(Math.log(ports!.endurance)).toBeCloseTo(-0.4, 0);
  expect(mills!.endurance / ports!.endurance).toBeGreaterThan(2);
  for (const { median, medianForecast } of [mills!, ports!]) {
    expect(Math.abs(Math.log(medianForecast / median))).toBeLessThan(0.2);
  }
  // None was declared for a fixed length.
  for (const { fixedLengthShare } of [mills!, ports!]) expect(fixedLengthShare).toBeLessThan(0.03);
});

test('distributions that are wrong about these strikes lose, clear of chance', () => {
  for (const kind of [
    'simulatorWithoutIndustry',
    'exponential',
    'exponentialByIndustry',
    'weibull',
    'lognormal',
  ]) {
    const { logScoreDifference, crpsDifference } = scoresOf(kind);
    expect(logScoreDifference.high, kind).toBeLessThan(0);
    expect(crpsDifference.high, kind).toBeLessThan(kind.endsWith('ByIndustry') ? 0.5 : 0);
  }
  // Against the best of the textbook ones the truth cannot lose by more than chance.
  expect(scoresOf('lognormalByIndustry').logScoreDifference.low).toBeLessThan(0);
});

test('where nothing changes over the years no trend is used, and the building blocks are the engine’s own', () => {
  expect(report.trendChoice.isUsed).toBe(false);
  expect(report.forecasts.map(({ kind }) => kind)).toContain('simulatorWithTrend');
  expect(report.forecasts.map(({ kind }) => kind)).not.toContain('simulatorWithoutTrend');
  expect(report.memoryChoice.splits).toEqual(['1986-01-01', '1988-01-01']);
  expect(report.engineGap).toBeLessThan(1e-10);
});

test('a strike still open at the split is known as open, whatever became of it, and the same strikes give the same bytes', () => {
  const isOpen = ({ startDay, days }: StrikeDuration) =>
    startDay < split && startDay + days > split;
  const open = steady.filter(isOpen);
  expect(report.trained.stillOpen).toBe(open.length);
  expect(open.length).toBeGreaterThan(10);
  const otherwise = steady.map((strike) =>
    isOpen(strike) ? { ...strike, days: strike.days + 200 } : strike,
  );
  expect(JSON.stringify(backTest({ ...settings, strikes: otherwise }))).toBe(
    JSON.stringify(report),
  );
});

test('where strikes get shorter recent ones count more, and that helps', () => {
  const shorter = backTest({
    ...settings,
    strikes: strikesOf(
      [
        {
          name: 'Ports',
          perYear: 200,
          lnEndurance: (year) => (year < 1987 ? 1 : -0.6),
          differences: { frailtyVariance: 0.3, enduranceSpread: 0.6 },
          rampDays: 3,
        },
      ],
      5,
      8,
    ),
  });
  expect(shorter.memoryChoice.halfLifeYears).toBe(1);
  const { logScoreDifference, crpsDifference } = shorter.forecasts.find(
    ({ kind }) => kind === 'simulatorWithoutForgetting',
  )!;
  expect(logScoreDifference.high).toBeLessThan(0);
  expect(crpsDifference.high).toBeLessThan(0);
});

test('without strikes on both sides of the split there is nothing to test', () => {
  const early = steady.filter(({ startDay }) => startDay < split);
  expect(() => backTest({ ...settings, strikes: early })).toThrow('both sides');
});

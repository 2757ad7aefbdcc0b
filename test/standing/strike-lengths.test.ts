import { describe, expect, test } from 'vitest';
import { simulate } from '../../lib/simulation/ensemble.ts';
import { currentConstants, engineGap, genericCampaign } from '../../lib/standing/backtest.ts';
import { dayNumber, readDurations, yearOf } from '../../lib/standing/durations.ts';
import { enduranceCourses, endingsOf } from '../../lib/standing/endurance-courses.ts';
import { LengthGrid } from '../../lib/standing/length-grid.ts';
import { LengthTables } from '../../lib/standing/length-tables.ts';
import {
  exponential,
  fitLifetime,
  lognormal,
  noLengths,
  normalCumulated,
  weibull,
} from '../../lib/standing/lifetimes.ts';
import { fitPriorPredictive, knownOn } from '../../lib/standing/prior-predictive.ts';
import {
  addToPit,
  bootstrapMeans,
  brier,
  crps,
  logScore,
} from '../../lib/standing/scoring-rules.ts';

describe('scores', () => {
  const even = Float64Array.of(0.25, 0.5, 0.75);

  test('of a forecast with even chances are those worked out by hand', () => {
    expect(logScore(even, 2)).toBeCloseTo(Math.log(4), 12);
    expect(logScore(even, 9)).toBeCloseTo(Math.log(4), 12);
    // (1/4)² + (1/2 − 1)² + (3/4 − 1)²
    expect(crps(even, 2)).toBeCloseTo(1 / 16 + 1 / 4 + 1 / 16, 12);
    expect(brier(even, 1, 2)).toBeCloseTo(1 / 4, 12);
    expect(brier(even, 3, 2)).toBeCloseTo(1 / 4, 12);
  });

  test('are nothing for what was certain and right', () => {
    const certain = Float64Array.of(0, 1, 1);
    expect(logScore(certain, 2)).toBeCloseTo(0, 12);
    expect(crps(certain, 2)).toBe(0);
  });

  test('a forecast that is right leaves a level PIT histogram', () => {
    const histogram = new Float64Array(10);
    for (const days of [1, 2, 3, 4]) addToPit(histogram, even, days);
    for (const count of histogram) expect(count).toBeCloseTo(0.4, 12);
  });

  test('a paired difference that never changes has no width, and the same seed the same interval', () => {
    const steady = new Float64Array(50).fill(-2);
    expect(bootstrapMeans([steady], { resamples: 200, seed: 3 })).toEqual([
      { mean: -2, low: -2, high: -2 },
    ]);
    const values = Float64Array.from({ length: 50 }, (_, i) => i % 7);
    const draw = () => bootstrapMeans([values], { resamples: 500, seed: 3 })[0]!;
    expect(draw()).toEqual(draw());
    expect(draw().low).toBeLessThan(draw().mean);
    expect(draw().high).toBeGreaterThan(draw().mean);
  });
});

describe('textbook lifetimes', () => {
  test('a Weibull of shape 1 is the exponential, 1 − e^(−t/mean)', () => {
    const one = exponential(20, 100);
    expect([...weibull(20, 1, 100)]).toEqual([...one]);
    expect(one[9]).toBeCloseTo(1 - Math.exp(-0.5), 12);
  });

  test('half of a lognormal lies below e^meanLog; the normal is symmetric', () => {
    expect(lognormal(Math.log(20), 1.3, 40)[19]).toBeCloseTo(0.5, 12);
    expect(normalCumulated(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalCumulated(-3) + normalCumulated(3)).toBeCloseTo(1, 12);
  });

  test('fits find the numbers that lengths were made with, open ones counted as open', () => {
    for (const [kind, numbers, made] of [
      ['exponential', [30], exponential(30, 400)],
      ['weibull', [40, 0.8], weibull(40, 0.8, 400)],
      ['lognormal', [3, 1.2], lognormal(3, 1.2, 400)],
    ] as const) {
      const lengths = noLengths(400);
      for (let d = 1; d <= 60; d++) {
        lengths.ended[d - 1] = 1e4 * (made[d - 1]! - (d > 1 ? made[d - 2]! : 0));
      }
      // What lasted longer was seen for sixty days only.
      lengths.open[60] = 1e4 * (1 - made[59]!);
      const fit = fitLifetime(kind, lengths);
      numbers.forEach((number, index) => expect(fit.numbers[index]! / number).toBeCloseTo(1, 3));
    }
  });
});

describe('the simulator’s lengths', () => {
  const records = genericCampaign();
  const constants = currentConstants();

  test('are the engine’s own, day by day and ending by ending', () => {
    const result = simulate({
      ...records,
      futures: 64,
      certain: false,
      allQuantiles: false,
      hardshipLimit: 1,
      supportLimit: 0,
    });
    const ours = endingsOf(enduranceCourses(records, 64), constants);
    const last = result.days - 1;
    expect(ours.conceded).toBeCloseTo(result.endings.conceded[last]!, 10);
    expect(ours.compromised).toBeCloseTo(result.endings.compromised[last]!, 10);
    expect(ours.collapsed).toBeCloseTo(result.endings.collapsed[last]!, 10);
    for (const day of [0, 6, 29, 120, last]) {
      expect(ours.cumulated[day]).toBeCloseTo(1 - result.endings.open[day]!, 10);
    }
    expect(engineGap(new LengthTables(records, constants, 32))).toBeLessThan(1e-10);
  });

  test('longer endurance never lets a strike end sooner', () => {
    const tables = new LengthTables(records, constants, 32);
    const same = { frailtyVariance: 1, enduranceSpread: 0.5 };
    const short = tables.at(-0.6, same, 3);
    const long = tables.at(0.6, same, 3);
    for (const day of [2, 10, 30, 100, 300]) expect(short[day]).toBeGreaterThan(long[day]!);
  });

  test('what became known after the split changes nothing in training, and the fit is the same every time', () => {
    const split = dayNumber('1990-01-01')!;
    const made = Array.from({ length: 60 }, (_, i) => ({
      startDay: split - 10 * i - 3,
      days: 1 + ((i * 37) % 90),
      industry: i % 3 === 0 ? 'Ports' : 'Mills',
    }));
    const isOpen = ({ startDay, days }: (typeof made)[number]) => startDay + days > split;
    expect(made.some(isOpen)).toBe(true);
    const otherwise = made.map((strike) =>
      isOpen(strike) ? { ...strike, days: strike.days + 300 } : strike,
    );
    const later = { startDay: split, days: 5, industry: 'Ports' };
    const known = knownOn(made, split);
    expect(knownOn([...otherwise, later], split)).toEqual(known);
    const options = { byIndustry: true, trend: true, fixedLengths: true, halfLifeYears: 2 };
    const fit = () => {
      const grid = new LengthGrid(new LengthTables(records, constants, 8));
      return fitPriorPredictive(known, yearOf(split), grid, options);
    };
    expect(fit()).toEqual(fit());
  }, 120_000);
});

describe('the file of durations', () => {
  const head = 'start,duration_days,industry,naics\n';

  test('is read with quoted names and empty industries', () => {
    const read = readDurations(`${head}1998-03-01,4,"Mining, quarrying",\n1998-03-02,12,,\n`);
    expect(read).toEqual({
      ok: true,
      strikes: [
        { startDay: dayNumber('1998-03-01'), days: 4, industry: 'Mining, quarrying' },
        { startDay: dayNumber('1998-03-02'), days: 12, industry: '' },
      ],
    });
  });

  test.each([
    ['', { reason: 'empty' }],
    [head, { reason: 'empty' }],
    ['start,industry\n', { reason: 'missingColumn', column: 'duration_days' }],
    [`${head}1998-02-30,4,,\n`, { reason: 'start', line: 2, text: '1998-02-30' }],
    [`${head}1998-02-20,4,,\n1998-02-21,-1,,\n`, { reason: 'days', line: 3, text: '-1' }],
    [`${head}1998-02-20,4\n`, { reason: 'fields', line: 2, found: 2, expected: 4 }],
    [`${head}1998-02-20,4,"Mills,\n`, { reason: 'openQuote', line: 2 }],
  ])('refuses %j by line and reason', (text, refusal) => {
    expect(readDurations(text)).toEqual({ ok: false, ...refusal });
  });
});

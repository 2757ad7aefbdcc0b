import { expect, test } from 'vitest';
import {
  binAt,
  binWords,
  brushOf,
  countIn,
  datesOf,
  rangeWords,
  stripBars,
  stripTicks,
} from '../../components/clips/time-strip.ts';
import type { TimeStrip } from '../../lib/model/clip-entry.ts';

const MONTHS: TimeStrip = {
  unit: 'month',
  bins: [
    { from: '2019-10-01', to: '2019-10-31', count: 1, byKind: { handlingBan: 1 } },
    {
      from: '2019-11-01',
      to: '2019-11-30',
      count: 10,
      byKind: { sympathyStrike: 6, boycott: 3, '': 1 },
    },
    { from: '2019-12-01', to: '2019-12-31', count: 0, byKind: {} },
    { from: '2020-01-01', to: '2020-01-31', count: 200, byKind: { strike: 200 } },
  ],
};

test('bars are as high as their counts, stand on the ground and fill their place in order', () => {
  const bars = stripBars(MONTHS, 400, 40);
  const heightOf = (at: number) => bars[at].parts.reduce((sum, { height }) => sum + height, 0);
  expect(heightOf(3)).toBeCloseTo(40);
  expect(heightOf(1)).toBeCloseTo(2);
  // One clip beside two hundred is 0.2 pixels high by count, and still there to see.
  expect(heightOf(0)).toBeGreaterThanOrEqual(2);
  expect(heightOf(2)).toBe(0);
  for (const { parts } of bars) {
    let ground = 40;
    for (const { y, height } of parts) {
      expect(y + height).toBeCloseTo(ground);
      ground = y;
    }
  }
  for (let at = 1; at < bars.length; at++) {
    expect(bars[at].x).toBeGreaterThan(bars[at - 1].x + bars[at - 1].width);
  }
});

test('kinds of one family are one colour, and the parts of a bar are in proportion', () => {
  const [, november] = stripBars(MONTHS, 400, 400);
  expect(november.parts.map(({ family }) => family)).toEqual(['sympathy', 'handling', 'other']);
  expect(november.parts[0].height / november.parts[1].height).toBeCloseTo(6 / 3);
});

test('every place on the strip is one of its bins', () => {
  expect([0, 99, 100, 399].map((x) => binAt(x, 400, 4))).toEqual([0, 0, 1, 3]);
  expect([-50, 400, 5000].map((x) => binAt(x, 400, 4))).toEqual([0, 3, 3]);
});

test('a brush becomes dates and the dates the same brush', () => {
  for (const brush of [
    { first: 0, last: 0 },
    { first: 1, last: 2 },
    { first: 1, last: 3 },
  ]) {
    const { from, to } = datesOf(MONTHS, brush);
    expect(brushOf(MONTHS, from, to)).toEqual(brush);
  }
  expect(datesOf(MONTHS, { first: 1, last: 2 })).toEqual({ from: '2019-11-01', to: '2019-12-31' });
});

test('a brush over everything is no choice of dates', () => {
  expect(datesOf(MONTHS, { first: 0, last: 3 })).toEqual({ from: null, to: null });
  expect(brushOf(MONTHS, null, null)).toBeNull();
});

test('dates that touch no bin are no brush; open ends reach to the strip’s', () => {
  expect(brushOf(MONTHS, '2031-01-01', null)).toBeNull();
  expect(brushOf(MONTHS, null, '1999-01-01')).toBeNull();
  expect(brushOf(MONTHS, '2019-11-15', null)).toEqual({ first: 1, last: 3 });
});

test('what is in a brush is counted', () => {
  expect(countIn(MONTHS, { first: 0, last: 2 })).toBe(11);
});

test('a range is said as precisely as the bins are', () => {
  expect(rangeWords(MONTHS, '2019-10-01', '2020-01-31')).toBe('Oct 2019 – Jan 2020');
  expect(rangeWords(MONTHS, '2019-10-01', '2019-10-31')).toBe('Oct 2019');
  expect(rangeWords({ ...MONTHS, unit: 'year' }, '2019-01-01', '2020-12-31')).toBe('2019 – 2020');
  expect(binWords({ ...MONTHS, unit: 'week' }, MONTHS.bins[0])).toBe('week of 1 Oct 2019');
});

test('ticks name each year once and do not run into each other', () => {
  const bins = Array.from({ length: 240 }, (_, at) => {
    const month = `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { from: `${month}-01`, to: `${month}-28`, count: 1, byKind: {} };
  });
  const ticks = stripTicks({ unit: 'month', bins }, 500);
  expect(ticks.length).toBeGreaterThan(3);
  expect(new Set(ticks.map(({ words }) => words)).size).toBe(ticks.length);
  for (let at = 1; at < ticks.length; at++) {
    expect(ticks[at].x - ticks[at - 1].x).toBeGreaterThan(50);
  }
  // The last weeks of a year leave its name to the year after.
  const weeks = bins.slice(8, 20);
  expect(stripTicks({ unit: 'month', bins: weeks }, 140)[0].words).toBe('2001');
});

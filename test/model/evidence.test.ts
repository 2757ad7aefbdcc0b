import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  pooledRange,
  type Bounds,
  type Reading,
  type Reliability,
} from '../../lib/model/evidence.ts';
import { known, toScale, valueAt, type Range } from '../../lib/model/range.ts';

const SHARE: Bounds = { scale: 'logit', min: 0, max: 1 };
const PEOPLE: Bounds = { scale: 'log', min: 0, max: 1e9 };

let count = 0;
function reading(
  low: number,
  high: number,
  reliability: Reliability = 'press',
  groupId: string | null = null,
): Reading {
  return {
    id: `reading-${count++}`,
    clipId: null,
    quote: { id: 'q', exact: 'x', prefix: '', suffix: '' },
    citation: { title: '', siteName: '', authors: [], publishedAt: null, address: null },
    low,
    high,
    reliability,
    groupId,
    addedAt: '2026-01-01T00:00:00Z',
  };
}
const width = ({ low, high }: Range, { scale }: Bounds) =>
  toScale(scale, high) - toScale(scale, low);

describe('a range', () => {
  test('has its three numbers at −1.645, 0 and 1.645', () => {
    const range = { low: 0.2, typical: 0.6, high: 0.7 };
    const at = (z: number) => valueAt(range, 'logit', z, 0, 1);
    expect(at(-1.6448536269514722)).toBeCloseTo(0.2, 12);
    expect(at(0)).toBeCloseTo(0.6, 12);
    expect(at(1.6448536269514722)).toBeCloseTo(0.7, 12);
  });

  test('of a quantity that is typically nothing never runs far past its high end', () => {
    const at = (z: number) => valueAt({ low: 0, typical: 0, high: 300 }, 'log', z, 0, 1e9);
    expect(at(-2)).toBe(0);
    expect(at(0)).toBe(0);
    expect(at(1.6448536269514722)).toBeCloseTo(300, 9);
    expect(at(4)).toBeLessThan(1000);
  });
});

describe('evidence', () => {
  const prior = { low: 0.7, typical: 0.8, high: 0.87 };

  test('none gives the prior back as it was', () => {
    expect(pooledRange(prior, [], SHARE)).toBe(prior);
  });

  test('of 55–65 % moves a share of 80 % down, but not past what it says', () => {
    const moved = pooledRange(prior, [reading(0.55, 0.65)], SHARE);
    expect(moved.typical).toBeLessThan(0.8);
    expect(moved.typical).toBeGreaterThan(0.6);
    expect(moved.high).toBeLessThan(prior.high);
  });

  test('is weighed by precision: worked by hand', () => {
    // On the plain scale: prior 10 ± 1 (sd), a record's reading 14 ± 1: the middle, and sd 1/√2.
    const sd = 1.6448536269514722;
    const pooled = pooledRange(
      { low: 10 - sd, typical: 10, high: 10 + sd },
      [reading(14 - sd, 14 + sd, 'record')],
      { scale: 'plain', min: -100, max: 100 },
    );
    expect(pooled.typical).toBeCloseTo(12, 12);
    expect(pooled.high - pooled.typical).toBeCloseTo(sd / Math.SQRT2, 12);
    // One side's claim has a quarter of the precision: (10·1 + 14·¼)/1.25.
    const claimed = pooledRange(
      { low: 10 - sd, typical: 10, high: 10 + sd },
      [reading(14 - sd, 14 + sd, 'claim')],
      { scale: 'plain', min: -100, max: 100 },
    );
    expect(claimed.typical).toBeCloseTo(10.8, 12);
  });

  test('copies of one report count once', () => {
    const once = pooledRange(prior, [reading(0.55, 0.65, 'press', 'wire')], SHARE);
    const copies = [1, 2, 3].map(() => reading(0.55, 0.65, 'press', 'wire'));
    const thrice = pooledRange(prior, copies, SHARE);
    expect(thrice.typical).toBeCloseTo(once.typical, 14);
    const independent = pooledRange(
      prior,
      copies.map((copy) => ({ ...copy, groupId: null })),
      SHARE,
    );
    expect(independent.typical).toBeLessThan(once.typical);
  });

  test('two passages of one clip are one report', () => {
    const passages = [1, 2].map(() => ({ ...reading(0.55, 0.65), clipId: 'clip' }));
    expect(pooledRange(prior, passages, SHARE).typical).toBeCloseTo(
      pooledRange(prior, [passages[0]], SHARE).typical,
      14,
    );
  });

  test('that contradicts itself makes the range wider than evidence that agrees', () => {
    const flat = { low: 0.05, typical: 0.5, high: 0.95 };
    const agree = pooledRange(flat, [reading(0.48, 0.52), reading(0.49, 0.53)], SHARE);
    const clash = pooledRange(flat, [reading(0.18, 0.22), reading(0.78, 0.82)], SHARE);
    expect(width(clash, SHARE)).toBeGreaterThan(5 * width(agree, SHARE));
  });

  test('is never taken as narrower than ±2 %', () => {
    const exact = pooledRange(known(1000), [reading(2000, 2000, 'record')], PEOPLE);
    const wide = pooledRange(known(1000), [reading(1960, 2040, 'record')], PEOPLE);
    expect(exact).toEqual(wide);
    expect(exact.low).toBeLessThan(exact.typical);
  });

  test('moves a number that was known exactly', () => {
    const moved = pooledRange(known(0.8), [reading(0.55, 0.65)], SHARE);
    expect(moved.typical).toBeLessThan(0.8);
    expect(moved.low).toBeLessThan(moved.high);
    const fromNothing = pooledRange(known(0), [reading(900, 1100)], PEOPLE);
    expect(fromNothing.typical).toBeGreaterThan(980);
  });

  test('leaves an ordered range within the hard bounds, whatever it says', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(share, share, share).map((three) => three.toSorted((a, b) => a - b)),
        fc.array(fc.tuple(share, share, fc.constantFrom('record', 'press', 'claim')), {
          minLength: 1,
          maxLength: 6,
        }),
        ([low, typical, high], said) => {
          const readings = said.map(([a, b, reliability]) =>
            reading(Math.min(a, b), Math.max(a, b), reliability as Reliability),
          );
          const pooled = pooledRange({ low, typical, high }, readings, SHARE);
          expect(pooled.low).toBeGreaterThanOrEqual(0);
          expect(pooled.low).toBeLessThanOrEqual(pooled.typical);
          expect(pooled.typical).toBeLessThanOrEqual(pooled.high);
          expect(pooled.high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

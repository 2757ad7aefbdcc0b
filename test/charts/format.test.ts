import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAxisPoints,
  formatAxisRatio,
  formatDate,
  formatPoints,
  formatRatio,
  formatRatioRange,
  formatShare,
  inHundred,
  wholeHundred,
} from '../../components/charts/format.ts';

const ln = Math.log;

describe('a ratio', () => {
  it('names the side that outlasts first', () => {
    expect(formatRatio(ln(2.7))).toBe('2.7 to 1');
    expect(formatRatio(ln(1 / 1.4))).toBe('1 to 1.4');
  });
  it('is even within two per cent, and never reads as even beyond', () => {
    expect(formatRatio(0)).toBe('even');
    expect(formatRatio(ln(1.019))).toBe('even');
    expect(formatRatio(ln(1 / 1.019))).toBe('even');
    expect(formatRatio(ln(1.03))).toBe('1.03 to 1');
    expect(formatRatio(ln(1 / 1.03))).toBe('1 to 1.03');
  });
  it('has no more digits than it deserves, and an end', () => {
    expect(formatRatio(ln(13.7))).toBe('14 to 1');
    expect(formatRatio(ln(9.97))).toBe('10 to 1');
    expect(formatRatio(ln(250))).toBe('over 100 to 1');
    expect(formatRatio(-Infinity)).toBe('1 to over 100');
  });
  it('is the same both ways round', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.03, max: 8, noNaN: true }), (value) => {
        const [side] = formatRatio(value).split(' to ');
        expect(formatRatio(-value)).toBe(`1 to ${side}`);
      }),
    );
  });
  it('has a range that says its side where the sides differ', () => {
    expect(formatRatioRange(ln(1.6), ln(4.8))).toBe('1.6–4.8');
    expect(formatRatioRange(ln(1 / 1.4), ln(4.8))).toBe('1 : 1.4 – 4.8 : 1');
    expect(formatRatioRange(ln(1 / 3), ln(1 / 1.5))).toBe('1 : 3.0 – 1 : 1.5');
    expect(formatRatioRange(0, ln(2))).toBe('1–2.0');
  });
  it('stands on the axis as a power of two', () => {
    expect([3, 0, -2].map(formatAxisRatio)).toEqual(['8 : 1', '1 : 1', '1 : 4']);
  });
});

describe('shares and points', () => {
  it('keep their sign and say nothing where there is nothing', () => {
    expect(formatPoints(0.026)).toBe('+2.6 points');
    expect(formatPoints(-0.12)).toBe('−12 points');
    expect(formatPoints(0.0002)).toBe('0 points');
    expect(formatPoints(-0.0002)).toBe('0 points');
    expect(formatAxisPoints(0, true)).toBe('no change');
    expect(formatAxisPoints(-1, true)).toBe('−1 point');
    expect(formatAxisPoints(5, false)).toBe('+5');
  });
  it('never read as none or all unless they are', () => {
    expect(formatShare(0)).toBe('0%');
    expect(formatShare(1)).toBe('100%');
    expect(formatShare(0.001)).toBe('under 1%');
    expect(formatShare(0.999)).toBe('over 99%');
    expect(inHundred(0.09)).toBe('9 in 100');
    expect(inHundred(0.001)).toBe('under 1 in 100');
  });
  it('count futures in whole numbers that add to a hundred, none off by one or more', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000))
          .filter((n) => n.some((x) => x > 0)),
        (counts) => {
          const sum = counts[0] + counts[1] + counts[2];
          const shares = counts.map((count) => count / sum);
          const whole = wholeHundred(shares[0], shares[1], shares[2]);
          const parts = [whole.helps, whole.indifferent, whole.hurts];
          expect(parts.reduce((a, b) => a + b)).toBe(100);
          parts.forEach((part, i) => {
            expect(Number.isInteger(part)).toBe(true);
            expect(Math.abs(part - shares[i] * 100)).toBeLessThan(1);
          });
        },
      ),
    );
  });
  it('give what rounding leaves over to the largest remainder', () => {
    expect(wholeHundred(0.8756, 0.122, 0.0024)).toEqual({ helps: 88, indifferent: 12, hurts: 0 });
    expect(wholeHundred(0.333, 0.333, 0.334)).toEqual({ helps: 33, indifferent: 33, hurts: 34 });
  });
});

it('a civil date is written out, whatever the time zone; other text stays', () => {
  expect(formatDate('2019-11-25')).toBe('25 Nov 2019');
  expect(formatDate('the third day')).toBe('the third day');
});

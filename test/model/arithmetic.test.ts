import { describe, expect, test } from 'vitest';
import { exp, log, logistic, logit } from '../../lib/model/arithmetic.ts';

function relativeError(ours: number, theirs: number): number {
  return Math.abs(ours - theirs) / Math.abs(theirs);
}

describe('our own exp and log', () => {
  test('agree with the platform’s to a few units in the last place', () => {
    for (let x = -700; x <= 700; x += 0.37) {
      expect(relativeError(exp(x), Math.exp(x))).toBeLessThan(4.5e-16);
    }
    for (let x = 1e-300; x < 1e300; x *= 1.9) {
      if (Math.abs(Math.log(x)) > 1e-9) {
        expect(relativeError(log(x), Math.log(x))).toBeLessThan(4.5e-16);
      }
    }
    for (let x = 0.5; x < 2; x += 0.00137) {
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(2.3e-16);
    }
  });

  test('know the ends', () => {
    expect(exp(0)).toBe(1);
    expect(log(1)).toBe(0);
    expect(exp(1000)).toBe(Infinity);
    expect(exp(-1000)).toBe(0);
    expect(exp(709.7)).toBeLessThan(Infinity);
    expect(relativeError(exp(-740), Math.exp(-740))).toBeLessThan(0.1);
    expect(log(0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
    expect(exp(NaN)).toBeNaN();
    expect(log(Number.MIN_VALUE)).toBeCloseTo(Math.log(Number.MIN_VALUE), 10);
    expect(log(Number.MAX_VALUE)).toBeCloseTo(Math.log(Number.MAX_VALUE), 10);
  });

  test('σ undoes logit', () => {
    for (let p = 0.001; p < 1; p += 0.0173) expect(logistic(logit(p))).toBeCloseTo(p, 14);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editText,
  formatRange,
  formatSpan,
  formatValue,
  parseText,
  readNumeral,
} from '../../components/campaign/number-text.ts';
import { known } from '../../lib/model/range.ts';

const euros = { unit: 'money', currency: 'EUR' } as const;
const share = { unit: 'share', currency: 'EUR' } as const;

describe('numbers as people type them', () => {
  it.each([
    ['15 M', 15e6, 14e6],
    ['15M', 15e6, 14e6],
    ['15 million', 15e6, 1],
    ['15 Mio.', 15e6, 1],
    ['15,5', 15.5e6, 14e6],
    ['15.5', 15.5e6, 14e6],
    ['15000000', 15e6, 14e6],
    ['15 000 000', 15e6, 14e6],
    ['15,000,000', 15e6, 14e6],
    ['15.000.000', 15e6, 14e6],
    ['€15 M', 15e6, 14e6],
    ['15 M€', 15e6, 14e6],
    ['EUR 15 M', 15e6, 14e6],
    ['1.2bn', 1.2e9, 14e6],
    ['300 k', 300e3, 14e6],
    ['105', 105, 105],
    ['1,500', 1500, 105],
    ['1.234,56', 1234.56, 105],
    ['0', 0, 14e6],
    ['-3', -3, 5],
    ['−0.5', -0.5, 5],
  ])('reads money %j as %d', (text, value, near) => {
    expect(parseText(text, 'money', near)).toBe(value);
  });

  it.each([
    ['80 %', 0.8],
    ['80', 0.8],
    ['12,5%', 0.125],
    ['0', 0],
  ])('reads the share %j as %d', (text, value) => {
    expect(parseText(text, 'share', 0.5)).toBe(value);
  });

  it.each(['', 'many', '1,5,5', '12 apples', '1.2.3,4', '5 % M', '--3', '1e9'])(
    'does not take %j for a number',
    (text) => {
      expect(parseText(text, 'money', 10)).toBeNull();
    },
  );

  it('reads a point before three digits by what the number counts', () => {
    expect(readNumeral('20.300', true)).toBe(20300);
    expect(readNumeral('20.300')).toBe(20.3);
    expect(readNumeral('0.300', true)).toBe(0.3);
    expect(readNumeral('20,300')).toBe(20300);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const value = parseText(text, 'money', 5);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  it('gives back what it wrote into a box: money, people, shares, days', () => {
    const amount = fc
      .tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -2, max: 9 }))
      .map(([digits, power]) => Number(`${digits}e${power}`));
    fc.assert(
      fc.property(amount, (value) => {
        for (const unit of ['money', 'moneyPerDay', 'people', 'days'] as const) {
          if (unit === 'people' && !Number.isInteger(value)) continue;
          const back = parseText(editText(value, unit), unit, value);
          expect(back).not.toBeNull();
          expect(Math.abs(back! - value)).toBeLessThanOrEqual(value * 1e-6);
        }
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (points) => {
        expect(parseText(editText(points / 10_000, 'share'), 'share', 0.5)).toBeCloseTo(
          points / 10_000,
          9,
        );
      }),
    );
  });
});

describe('numbers as people read them', () => {
  it('writes money in millions with its sign, and ranges with one unit', () => {
    expect(formatValue(15e6, euros)).toBe('€15 M');
    expect(formatSpan(5e6, 40e6, euros)).toBe('€5–40 M');
    expect(formatSpan(0, 40e6, euros)).toBe('€0–40 M');
    expect(formatValue((1565 * 1e6) / 365, { ...euros, unit: 'moneyPerDay' })).toBe(
      '€4.29 M a day',
    );
    expect(formatValue(9000, { ...euros, unit: 'people' })).toBe('9,000 people');
    expect(formatValue(300, { ...euros, unit: 'moneyPerPerson' })).toBe('€300 each');
  });

  it('writes shares in per cent, and never 100 for what is not quite all', () => {
    expect(formatRange({ low: 0.2, typical: 0.6, high: 0.9 }, share)).toBe('60% (20–90)');
    expect(formatRange(known(0.15), share)).toBe('15%');
    expect(formatValue(0.999, share)).toBe('99.9%');
    expect(formatValue(0.005, share)).toBe('0.5%');
  });

  it('keeps a sign from reading as a dash', () => {
    expect(formatSpan(-0.02, 0.04, { ...share, unit: 'logitPerDay' })).toBe('−0.02 to 0.04 a day');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestReading } from '../../components/campaign/suggest-reading.ts';
import type { Unit } from '../../lib/model/parameters.ts';

const read = (text: string, unit: Unit) => {
  const suggestion = suggestReading(text, unit);
  return suggestion && [suggestion.low, suggestion.high];
};

describe('what a quote says of a share', () => {
  it.each<[string, number, number]>([
    ['55–65 %', 0.55, 0.65],
    ['between 55 and 65 per cent of flights', 0.55, 0.65],
    ['55 to 65 percent', 0.55, 0.65],
    ['55 % to 65 %', 0.55, 0.65],
    ['55,5–65,5 prosenttia', 0.555, 0.655],
    ['zwischen 55 und 65 Prozent', 0.55, 0.65],
    ['just over 300 of 377', 0.79, 0.81],
    ['just over 300 of its 377', 0.79, 0.81],
    ['three out of four pupils', 0.72, 0.78],
    ['two-thirds of the buses', 0.63, 0.7],
  ])('%j', (text, low, high) => {
    expect(read(text, 'share')).toEqual([low, high]);
  });

  it('leaves room around a single figure, more where the words are vague', () => {
    const [low, high] = read('80 % of departures were cancelled', 'share')!;
    expect(low).toBeLessThan(0.8);
    expect(high).toBeGreaterThan(0.8);
    const [vagueLow, vagueHigh] = read('about 80 % of departures', 'share')!;
    expect(vagueHigh! - vagueLow!).toBeGreaterThanOrEqual(high! - low!);
    expect(read('94 % stayed away', 'share')![1]).toBeLessThanOrEqual(1);
    expect(read('more than 90 percent', 'share')![0]).toBe(0.9);
    expect(read('nearly 90 percent', 'share')![1]).toBe(0.9);
  });

  it('does not make a share of what is none', () => {
    expect(read('20,300 passengers were affected', 'share')).toBeNull();
    expect(read('on 25 November 2019', 'share')).toBeNull();
    expect(read('prices rose 140 %', 'share')).toBeNull();
  });
});

describe('what a quote says of people', () => {
  it.each<[string, number, number]>([
    ['20,300 passengers', 19_800, 20_800],
    ['20 300 matkustajaa', 19_800, 20_800],
    ['20.300 Passagiere', 19_800, 20_800],
    ['20 300 passagerare', 19_800, 20_800],
    ['between 15,000 and 20,000 people marched', 15_000, 20_000],
    ['5,000–6,000 workers', 5000, 6000],
  ])('%j', (text, low, high) => {
    const suggestion = read(text, 'people')!;
    expect(suggestion[0]).toBeGreaterThanOrEqual(low);
    expect(suggestion[0]).toBeLessThanOrEqual((low + high) / 2);
    expect(suggestion[1]).toBeLessThanOrEqual(high);
    expect(suggestion[1]).toBeGreaterThanOrEqual((low + high) / 2);
  });

  it('takes a claim of "up to" or "at least" at its word', () => {
    expect(read('up to 5,000 children', 'people')![1]).toBe(5000);
    expect(read('at least 5,000 children', 'people')![0]).toBe(5000);
    expect(read('1.2 million passengers', 'people')![0]).toBeGreaterThan(1e6);
  });

  it('does not count years, dates, clock times or percentages', () => {
    expect(read('since 2019', 'people')).toBeNull();
    expect(read('on 25 November', 'people')).toBeNull();
    expect(read('at 10.30', 'people')).toBeNull();
    expect(read('80 % of departures', 'people')).toBeNull();
    expect(read('In 2019, 4,000 children were fed', 'people')![1]).toBeLessThan(5000);
    expect(read('it cost €5,000', 'people')).toBeNull();
  });
});

describe('what a quote says of money and days', () => {
  it.each<[string, number]>([
    ['the strike cost €15 million', 15e6],
    ['15 Millionen Euro', 15e6],
    ['20,5 miljoonaa euroa', 20.5e6],
    ['a loss of EUR 5.4 million in the quarter', 5.4e6],
    ['$300 a passenger', 300],
  ])('%j', (text, value) => {
    const [low, high] = read(text, 'money')!;
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(high! / low!).toBeLessThan(1.25);
  });

  it('reads a range of money and of days', () => {
    expect(read('between €10 and €20 million', 'money')).toEqual([10e6, 20e6]);
    expect(read('250–600 €', 'moneyPerPerson')).toEqual([250, 600]);
    expect(read('10 to 14 days', 'days')).toEqual([10, 14]);
    const [low, high] = read('for 2 weeks', 'days')!;
    expect(low).toBeLessThan(14);
    expect(high).toBeGreaterThan(14);
  });

  it('keeps silent about units that no newspaper writes in', () => {
    for (const unit of ['logit', 'logitPerDay', 'perDay', 'factor'] as const)
      expect(read('about 12 of 20', unit)).toBeNull();
  });
});

it('never throws and never turns low and high about, whatever the quote', () => {
  const pieces = fc.constantFrom(
    ...[
      '55',
      '20,300',
      '1.234,5',
      '2019',
      '0',
      '%',
      ' percent',
      '–',
      ' to ',
      ' of ',
      '€',
      ' million',
    ],
    ...[
      ' about ',
      ' just over ',
      ' people',
      ' days',
      ' weeks',
      'x',
      ' 25 November',
      '999999999999',
    ],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(pieces).map((list) => list.join('')),
      ),
      fc.constantFrom<Unit>('share', 'people', 'money', 'days'),
      (text, unit) => {
        const suggestion = suggestReading(text, unit);
        if (!suggestion) return;
        expect(Number.isFinite(suggestion.low) && Number.isFinite(suggestion.high)).toBe(true);
        expect(suggestion.low).toBeLessThanOrEqual(suggestion.high);
        if (unit === 'share') {
          expect(suggestion.low).toBeGreaterThanOrEqual(0);
          expect(suggestion.high).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placeOf,
  plausibleSpan,
  rangeProblem,
  shiftedRange,
  slidRange,
  SLIDER_STEPS,
  valueAtPlace,
  withRange,
} from '../../components/campaign/number-edits.ts';
import { panelsOf } from '../../components/campaign/number-panels.ts';
import { Campaign } from '../../lib/model/campaign.ts';
import { PARAMETER_KEYS, PARAMETERS } from '../../lib/model/parameters.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';

const { campaign } = openCasebookEntry('posti-2019', '2026-11-22T10:00:00Z');

describe('edits of a number', () => {
  it('never leave the hard bounds or the order of the range, for any parameter and any slider place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PARAMETER_KEYS),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
        (key, places) => {
          let number = campaign.numbers[key];
          const span = plausibleSpan(number, PARAMETERS[key]);
          for (const place of places) {
            const value = valueAtPlace(place, span, PARAMETERS[key]);
            const range = shiftedRange(number, value, PARAMETERS[key]);
            expect(rangeProblem(range, PARAMETERS[key])).toBeNull();
            number = withRange(number, range, { unit: PARAMETERS[key].unit, currency: 'EUR' });
          }
          const numbers = { ...campaign.numbers, [key]: number };
          expect(Campaign.safeParse({ ...campaign, numbers }).error?.message).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keep what is known known, and an end at nothing at nothing', () => {
    const bounds = { scale: 'logit', min: 0, max: 1 } as const;
    expect(shiftedRange({ low: 0.3, typical: 0.3, high: 0.3 }, 0.5, bounds)).toEqual({
      low: 0.5,
      typical: 0.5,
      high: 0.5,
    });
    const shifted = shiftedRange({ low: 0, typical: 0.15, high: 0.45 }, 0.3, bounds);
    expect(shifted.low).toBe(0);
    expect(shifted.typical).toBe(0.3);
    expect(shifted.high).toBeGreaterThan(0.45);
  });

  it('take none or all of a share as exact', () => {
    const bounds = { scale: 'logit', min: 0, max: 1 } as const;
    const range = { low: 0.05, typical: 0.15, high: 0.45 };
    expect(shiftedRange(range, 0, bounds)).toEqual({ low: 0, typical: 0, high: 0 });
    expect(shiftedRange(range, 1, bounds)).toEqual({ low: 1, typical: 1, high: 1 });
    expect(shiftedRange(range, 0.01, bounds).high).toBeGreaterThan(0.01);
    const amount = { scale: 'log', min: 0, max: 1e9 } as const;
    expect(shiftedRange({ low: 1, typical: 2, high: 4 }, 0, amount).high).toBeGreaterThan(0);
  });

  it('have their width again when they are slid away from none or all of it', () => {
    const bounds = { scale: 'logit', min: 0, max: 1 } as const;
    const started = { low: 0.05, typical: 0.15, high: 0.45 };
    const none = slidRange(started, 0, bounds, started);
    expect(none).toEqual({ low: 0, typical: 0, high: 0 });
    expect(slidRange(none, 0.2, bounds, started)).toEqual(shiftedRange(started, 0.2, bounds));
    // What was known from the start stays so, and what is known elsewhere than at an end.
    expect(slidRange(none, 0.2, bounds, none)).toEqual({ low: 0.2, typical: 0.2, high: 0.2 });
    const known = { low: 0.3, typical: 0.3, high: 0.3 };
    expect(slidRange(known, 0.4, bounds, started)).toEqual({ low: 0.4, typical: 0.4, high: 0.4 });
  });

  it('say what is wrong with a range', () => {
    const bounds = { scale: 'logit', min: 0, max: 1 } as const;
    expect(rangeProblem({ low: 0.5, typical: 0.4, high: 0.6 }, bounds)).toBe('order');
    expect(rangeProblem({ low: 0.5, typical: 0.6, high: 1.2 }, bounds)).toBe('outside');
    expect(rangeProblem({ low: 0, typical: 0, high: 0.2 }, bounds)).toBe('zeroOrAll');
    expect(rangeProblem({ low: 0, typical: 0, high: 0 }, bounds)).toBeNull();
  });

  it('answer to every step of the slider', () => {
    for (const key of PARAMETER_KEYS) {
      const span = plausibleSpan(campaign.numbers[key], PARAMETERS[key]);
      if (!(span[1] > span[0]) || (PARAMETERS[key].scale === 'log' && span[0] === 0)) continue;
      const values = Array.from({ length: SLIDER_STEPS + 1 }, (_, step) =>
        valueAtPlace(step / SLIDER_STEPS, span, PARAMETERS[key]),
      );
      for (let step = 1; step < values.length; step++)
        expect(values[step]!, key).toBeGreaterThan(values[step - 1]!);
    }
  });

  it('put the slider where the number is', () => {
    for (const key of PARAMETER_KEYS) {
      const number = campaign.numbers[key];
      const span = plausibleSpan(number, PARAMETERS[key]);
      if (!(span[1] > span[0]) || (PARAMETERS[key].scale === 'log' && span[0] === 0)) continue;
      const value = valueAtPlace(
        placeOf(number.typical, span, PARAMETERS[key]),
        span,
        PARAMETERS[key],
      );
      const step =
        PARAMETERS[key].scale === 'log'
          ? number.typical * Math.log(span[1] / span[0])
          : span[1] - span[0];
      const allowed = step / SLIDER_STEPS;
      expect(Math.abs(value - number.typical)).toBeLessThanOrEqual(allowed);
    }
  });
});

describe('panels of numbers', () => {
  it('show every number once, the decisive ones first', () => {
    for (const employer of ['market', 'perUser'] as const) {
      const panels = panelsOf(employer, '');
      const keys = panels.flatMap((panel) => panel.keys);
      expect([...keys].sort()).toEqual([...PARAMETER_KEYS].sort());
      expect(panels[0]!.id).toBe('decisive');
    }
  });

  it('find a number by its words, its key or its symbol', () => {
    const keysFor = (sought: string) => panelsOf('market', sought).flatMap(({ keys }) => keys);
    expect(keysFor('strike fund')).toContain('strikeFund');
    expect(keysFor('internalisation')).toEqual(['internalisation']);
    expect(keysFor('harm lands')).toEqual(['internalisation']);
    expect(keysFor('no such number')).toEqual([]);
  });
});

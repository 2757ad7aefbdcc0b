/** How checks read: as one sentence, built of the same parts, and what a verdict says of how much and when. */
import { describe, expect, test } from 'vitest';
import {
  newCheck,
  partsOf,
  sentenceOf,
  withSlot,
  type NumberSlot,
} from '../../components/checks/check-slots.ts';
import { foundWords } from '../../components/checks/check-words.ts';
import type { Finding } from '../../lib/model/check-verdicts.ts';
import { Check, CHECK_KINDS } from '../../lib/model/checks.ts';

const SETTING = { currency: 'EUR', nameOfAction: (id: string) => `“${id}”` };
const found = (check: Check, isKept: boolean, finding: Finding) =>
  foundWords(check, { kind: 'judged', isKept, finding }, SETTING);

describe('a sentence', () => {
  test.each(CHECK_KINDS)('of kind %s has every slot of its check in it, each once', (kind) => {
    const check = newCheck(kind, 'a');
    expect(Check.parse(check)).toEqual(check);
    const keys = partsOf(check).flatMap((part) => (part.type === 'text' ? [] : [part.key]));
    const own = Object.entries(check)
      .filter(([key, value]) => key !== 'id' && key !== 'kind' && value !== null)
      .map(([key]) => key);
    expect(keys.toSorted()).toEqual(own.toSorted());
    expect(sentenceOf(check)).toMatch(/^[A-Z][^{}]+\.$/);
  });

  test('takes every choice it offers, and no number out of its bounds', () => {
    for (const kind of CHECK_KINDS) {
      const check = newCheck(kind, 'a');
      for (const part of partsOf(check)) {
        if (part.type === 'text') continue;
        if (part.type === 'choice') {
          for (const { value } of part.options) {
            const changed = withSlot(check, part.key, value);
            expect(changed).not.toBeNull();
            expect(Check.parse(changed)).toEqual(changed);
          }
        } else {
          const { key, min, max }: NumberSlot = part;
          expect(withSlot(check, key, min)).not.toBeNull();
          expect(withSlot(check, key, max)).not.toBeNull();
          for (const wrong of [min - 1, max + 1, min + 0.5, NaN]) {
            expect(withSlot(check, key, wrong)).toBeNull();
          }
        }
      }
    }
  });

  test('has a limit exactly where one is spoken of', () => {
    const fund = newCheck('risk', 'a');
    const support = withSlot(fund, 'risk', 'supportUnderLimit')!;
    expect(sentenceOf(support)).toBe(
      'No scenario may let support fall under 40 % before day 20 in more than 10 of 100 futures.',
    );
    expect(withSlot(support, 'risk', 'fundEmpty')).toEqual(fund);
  });
});

describe('a verdict', () => {
  const risk = newCheck('risk', 'a');
  const share = (share: number, day: number | null): Finding => ({ kind: 'risk', share, day });

  test('says how much room is left, or by how much and when it is broken', () => {
    expect(found(risk, true, share(0.03, null))).toBe('In 3 of 100 futures; room for 7.');
    expect(found(risk, false, share(0.23, 12))).toBe(
      'In 23 of 100 futures, 13 too many; past the limit on day 12.',
    );
    expect(found(risk, true, share(0, null))).toBe('In no future.');
    expect(found(risk, true, share(0.1, null))).toBe('In 10 of 100 futures; no room left.');
  });

  test('never rounds over the limit it is held to, nor away what there is', () => {
    expect(found(risk, false, share(0.104, 19))).toContain('In 10.4 of 100 futures, 0.4 too many');
    expect(found(risk, true, share(0.0965, null))).toBe('In 9.7 of 100 futures; room for 0.3.');
    expect(found(risk, true, share(0.002, null))).toBe('In 0.2 of 100 futures; room for 9.8.');
  });

  test('of a chance says when it is there, or that it never is', () => {
    const chance = newCheck('chance', 'a');
    const at = (share: number, day: number | null): Finding => ({ kind: 'chance', share, day });
    expect(found(chance, true, at(0.65, 11))).toBe(
      '65 of 100, 15 more than asked; there on day 11.',
    );
    expect(found(chance, false, at(0.44, 41))).toBe('44 of 100, 6 short; there on day 41.');
    expect(found(chance, false, at(0.3, null))).toContain('not there on any day that is run');
    expect(found(chance, false, at(0.49, 8))).toContain('it was there on day 8, and did not last');
  });

  test('of an effect says both sides, in the money of the campaign or as shares', () => {
    const effect = newCheck('effect', 'a');
    const on = { day: 14, with: 5.1e6, without: 1.2e6 };
    expect(found(effect, true, { kind: 'effect', on, firstDay: null })).toContain(
      'on day 14: €5.1 M a day with them, €1.2 M a day without.',
    );
    const support = withSlot(effect, 'quantity', 'support')!;
    const lower = { day: 30, with: 0.29, without: 0.54 };
    expect(found(support, false, { kind: 'effect', on: lower, firstDay: 15 })).toBe(
      'First on day 15, most on day 30: 29% with them, 54% without.',
    );
    expect(found(effect, true, { kind: 'effect', on: null, firstDay: null })).toContain(
      'no difference',
    );
  });

  test('of what an action takes names the worst, or all together', () => {
    const check = newCheck('noHarm', 'a');
    const loss = (loss: number, actionId: string | null): Finding => ({
      ...{ kind: 'noHarm', loss, actionId },
    });
    expect(found(check, false, loss(0.021, 'air'))).toBe('“air” takes 2.1 of 100.');
    expect(found(check, false, loss(0.031, null))).toBe('All of them together take 3.1 of 100.');
    expect(found(check, true, loss(-0.012, 'air'))).toContain('adds 1.2 of 100');
    expect(found(check, true, loss(0.004, 'air'))).toContain('less than half a point');
  });
});

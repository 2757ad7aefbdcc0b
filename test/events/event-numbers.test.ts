/** Which numbers rest on an event: by the passage that a claim stands in, or by counting as that claim. */
import { expect, test } from 'vitest';
import { numbersOfEvent } from '../../entrypoints/dashboard/event-numbers.ts';
import {
  placedNumber,
  placedNumbers,
  withReadings,
} from '../../entrypoints/dashboard/number-places.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import type { Reading } from '../../lib/model/evidence.ts';
import { makeClaim, makeEvent } from './events-for-tests.ts';

const { campaign, scenario } = openCasebookEntry('posti-2019', '2026-11-22T10:00:00Z');
const fresh = { campaign, scenario };
const quote = (id: string) => ({ id, exact: 'some', prefix: '', suffix: '' });

function reading(id: string, edit: Partial<Reading> = {}): Reading {
  return {
    id,
    clipId: 'a',
    quote: quote('q'),
    citation: { title: '', siteName: '', authors: [], publishedAt: null, address: null },
    low: 0.5,
    high: 0.6,
    reliability: 'press',
    groupId: null,
    addedAt: '2026-11-22T10:00:00Z',
    ...edit,
  };
}
const kept = (readings: Reading[]) => [
  withReadings(fresh, placedNumber(fresh, 'air-14 share')!, readings),
];
const claim = makeClaim('said', {
  counts: '% of departures',
  low: 70,
  high: 80,
  sources: [{ clipId: 'a', quoteId: 'q' }],
});
const event = makeEvent('e', { claims: [claim] });

test('a claim’s passage, tied to a number, makes that number rest on the event', () => {
  const [number, ...others] = numbersOfEvent(event, kept([reading('r')]));
  expect(others).toEqual([]);
  expect(number!.place).toEqual({ kind: 'action', actionId: 'air-14', key: 'share' });
  expect(number!.label).toContain(campaign.name);
  expect(number!.claim).toBe('70–80 % of departures');
});

test('so does another passage that counts as the claim; a number is named once a claim', () => {
  const elsewhere = reading('s', { clipId: 'b', quote: quote('p'), groupId: 'said', high: 0.7 });
  expect(numbersOfEvent(event, kept([elsewhere]))).toHaveLength(1);
  const [both, ...others] = numbersOfEvent(event, kept([reading('r'), elsewhere]));
  expect(others).toEqual([]);
  expect(both!.reading).toMatch(/50.*70/);
});

test('another passage of the same clip does not, nor does a number that nothing is tied to', () => {
  expect(numbersOfEvent(event, kept([reading('r', { quote: quote('p') })]))).toEqual([]);
  expect(placedNumbers(fresh).length).toBeGreaterThan(1);
  expect(numbersOfEvent(event, [fresh])).toEqual([]);
});

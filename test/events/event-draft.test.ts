import { describe, expect, test } from 'vitest';
import { eventSpanWords, readEventDate } from '../../components/events/event-dates.ts';
import {
  draftFromEvent,
  emptyEventDraft,
  newActor,
  newClaim,
  readEventDraft,
  type EventDraft,
} from '../../components/events/event-draft.ts';
import { readSize, sizeWords } from '../../components/events/event-sizes.ts';
import { EventDraft as EventDraftSchema } from '../../components/events/event-draft.ts';
import { makeClaim, makeEvent } from './events-for-tests.ts';

const draft = (edit: Partial<EventDraft> = {}): EventDraft => ({
  ...emptyEventDraft(),
  title: 'Ground crews walk out',
  ...edit,
});
const problems = (edit: Partial<EventDraft>) => {
  const read = readEventDraft(draft(edit));
  return read.ok ? null : read.problems;
};

describe('an event in a form', () => {
  test('comes back as it was', () => {
    const event = makeEvent('e', {
      actors: [
        { name: 'Ground crews', role: 'acts' },
        { name: 'Passengers', role: 'hurt' },
      ],
      begin: '2019-11',
      end: '2019-11-26',
      claims: [
        makeClaim('c1', { sources: [{ clipId: 'a', quoteId: 'q' }] }),
        makeClaim('c2', { claimedBy: 'the union', low: 4500, high: 5000 }),
      ],
      clipIds: ['a', 'b'],
      demands: 'Keep the agreement.\n\nNo cuts.',
    });
    const read = readEventDraft(draftFromEvent(event));
    if (!read.ok) throw new Error('refused');
    const { recordVersion, id, createdAt, updatedAt, deletedAt } = event;
    expect({ recordVersion, id, ...read.content, createdAt, updatedAt, deletedAt }).toEqual(event);
    expect(EventDraftSchema.safeParse(draftFromEvent(event)).success).toBe(true);
  });

  test('needs a title, dates that are dates, and an end that is not before the beginning', () => {
    expect(problems({ title: '  ' })?.fields.title).toBe('titleMissing');
    expect(problems({ begin: 'last Tuesday' })?.fields.begin).toBe('notADate');
    expect(problems({ begin: '2019-11-25', end: '2019-11-24' })?.fields.end).toBe('endsBefore');
    expect(problems({ begin: '2019-11-25', end: 'November 2019' })).toBeNull();
  });

  test('leaves out lines left empty, and nothing that was begun', () => {
    const read = readEventDraft(draft({ actors: [newActor()], claims: [newClaim()] }));
    expect(read.ok && [read.content.actors, read.content.claims]).toEqual([[], []]);
    const claim = { ...newClaim(), claimedBy: 'the police' };
    expect(problems({ claims: [claim] })?.claims[claim.id]).toEqual({
      counts: 'countsMissing',
      size: 'notASize',
    });
  });

  test('keeps a claim’s passages only of clips that are its sources', () => {
    const sources = [
      { clipId: 'a', quoteId: 'q' },
      { clipId: 'b', quoteId: null },
    ];
    const claim = { ...newClaim('workers'), size: '2,000', sources };
    const read = readEventDraft(draft({ clipIds: ['b'], claims: [claim] }));
    expect(read.ok && read.content.claims[0]!.sources).toEqual([{ clipId: 'b', quoteId: null }]);
  });
});

describe('sizes', () => {
  test.each([
    ['2,000', 2000, 2000],
    ['2 000', 2000, 2000],
    ['2.000', 2000, 2000],
    ['2,000–2,500', 2000, 2500],
    ['2000-2500', 2000, 2500],
    ['2,000 to 2,500', 2000, 2500],
    ['1.2 million', 1_200_000, 1_200_000],
    ['2 to 3 million', 2_000_000, 3_000_000],
    ['0', 0, 0],
  ])('%s', (text, low, high) => {
    expect(readSize(text)).toEqual({ low, high });
  });

  test.each(['', 'many', '-5–', '5,000–2,000', '1–2–3', '1e20'])('none: %s', (text) => {
    expect(readSize(text)).toBeNull();
  });

  test('are read back as they are said', () => {
    for (const size of [
      { low: 2000, high: 2500 },
      { low: 0.5, high: 0.5 },
      { low: 0, high: 1_250_000 },
    ]) {
      expect(readSize(sizeWords(size))).toEqual(size);
    }
  });
});

describe('dates', () => {
  test.each([
    ['2019', '2019'],
    ['2019-11', '2019-11'],
    ['November 2019', '2019-11'],
    ['25 November 2019', '2019-11-25'],
    ['25.11.2019', '2019-11-25'],
    ['2019-11-25T08:10:00+02:00', '2019-11-25'],
    ['  ', null],
    ['soon', undefined],
    ['31 February 2019', undefined],
  ])('%s', (text, date) => {
    expect(readEventDate(text)).toBe(date);
  });

  test('are said as precisely as they are known', () => {
    expect(eventSpanWords({ begin: '2019-11-25', end: null })).toBe('25 November 2019');
    expect(eventSpanWords({ begin: '2019-11', end: '2019-12-01' })).toBe(
      'November 2019 to 1 December 2019',
    );
    expect(eventSpanWords({ begin: null, end: null })).toBe('');
  });
});

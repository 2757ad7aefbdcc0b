import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addToEvent,
  joinEvent,
  makeEvent,
  undoJoining,
} from '../../entrypoints/clipping/events.ts';
import { eventFromClips } from '../../lib/model/event-from-clips.ts';
import {
  daysOfDate,
  isSurelyAfter,
  ObservedEvent,
  withClipIds,
  type SizeClaim,
} from '../../lib/model/event.ts';
import type { Store } from '../../lib/store/database.ts';
import { newLibrary } from '../store/opening.ts';
import { makeClip } from '../store/records-for-tests.ts';

const made = { id: 'e', now: '2026-11-22T10:00:00Z' };

describe('an event of clips', () => {
  const early = makeClip('early', {
    title: 'Ground crews walk out',
    publishedAt: '2019-11-25T08:10:00+02:00',
    reports: ['sympathyStrike'],
    sectors: ['AIR'],
    places: ['Helsinki'],
    campaignIds: ['posti-2019'],
  });
  const late = makeClip('late', {
    title: 'Flights resume',
    publishedAt: '2019-11-26',
    reports: ['strike', 'sympathyStrike'],
    sectors: ['LAND', 'AIR'],
    places: ['helsinki', 'Turku'],
    campaignIds: [],
  });

  test('is named after the earliest, begins with it, and is of the kind that most report', () => {
    const event = eventFromClips([late, early], made);
    expect(event.title).toBe('Ground crews walk out');
    expect(event.begin).toBe('2019-11-25');
    expect(event.kind).toBe('sympathyStrike');
    expect(event.clipIds).toEqual(['early', 'late']);
    expect(event.sectors).toEqual(['AIR', 'LAND']);
    expect(event.places).toEqual(['Helsinki', 'Turku']);
    expect(event.campaignId).toBe('posti-2019');
  });

  test('claims nothing that nobody has claimed', () => {
    const event = eventFromClips([early], made);
    expect([event.claims, event.actors, event.target, event.outcome]).toEqual([[], [], '', '']);
    expect(event.end).toBeNull();
  });

  test('is as precisely dated as its earliest clip, and not at all where none is', () => {
    const vague = makeClip('vague', { publishedAt: '2019-11' });
    expect(eventFromClips([vague], made).begin).toBe('2019-11');
    expect(eventFromClips([makeClip('none', { publishedAt: null })], made).begin).toBeNull();
  });

  test('of a clip without a kind has none', () => {
    expect(eventFromClips([makeClip('a')], made).kind).toBeNull();
  });

  test('has a title even where no clip has one, and never one too long to keep', () => {
    expect(eventFromClips([makeClip('a', { title: '', siteName: '' })], made).title).not.toBe('');
    expect(eventFromClips([makeClip('a', { title: 'x'.repeat(600) })], made).title).toHaveLength(
      300,
    );
  });
});

describe('dates', () => {
  test('stand for the days they may mean', () => {
    expect(daysOfDate('2019')).toEqual({ first: '2019-01-01', last: '2019-12-31' });
    expect(daysOfDate('2020-02')).toEqual({ first: '2020-02-01', last: '2020-02-29' });
    expect(daysOfDate('2019-11-25')).toEqual({ first: '2019-11-25', last: '2019-11-25' });
  });

  test('are only after one another where their precision says so', () => {
    expect(isSurelyAfter('2019-11-26', '2019-11-25')).toBe(true);
    expect(isSurelyAfter('2019-11-26', '2019-11')).toBe(false);
    expect(isSurelyAfter('2019-12', '2019-11-25')).toBe(true);
    expect(isSurelyAfter('2019', '2019-11-25')).toBe(false);
  });

  test('do not let an event end before it begins', () => {
    const event = eventFromClips([makeClip('a')], made);
    expect(ObservedEvent.safeParse({ ...event, begin: '2019-11-25', end: '2019-11' }).success).toBe(
      true,
    );
    expect(ObservedEvent.safeParse({ ...event, begin: '2019-11-25', end: '2019-10' }).success).toBe(
      false,
    );
  });
});

test('an event with other ids for its clips names each once, and none that is not here', () => {
  const claim: SizeClaim = {
    id: 'c',
    counts: 'workers',
    low: 2000,
    high: 2000,
    claimedBy: 'the police',
    reliability: 'claim',
    sources: [
      { clipId: 'a', quoteId: 'q' },
      { clipId: 'gone', quoteId: null },
    ],
  };
  const event = {
    ...eventFromClips([makeClip('a')], made),
    clipIds: ['a', 'b', 'gone'],
    claims: [claim],
  };
  const renamed = withClipIds(event, (id) => (id === 'gone' ? null : 'same'));
  expect(renamed.clipIds).toEqual(['same']);
  expect(renamed.claims[0]!.sources).toEqual([{ clipId: 'same', quoteId: 'q' }]);
});

describe('joining', () => {
  let library: ReturnType<typeof newLibrary>;
  let store: Store;
  beforeEach(async () => {
    library = newLibrary();
    store = await library.open();
    await store.saveClips(['a', 'b', 'c'].map((id) => makeClip(id)));
  });
  afterEach(() => library.closeAll());

  test('makes one event of both clips, and the next joins that', async () => {
    const first = await joinEvent(store, 'a', 'b');
    expect(first).toMatchObject({ ok: true, isNew: true });
    const second = await joinEvent(store, 'a', 'c');
    expect(second).toMatchObject({ ok: true, isNew: false, added: ['c'] });
    expect(await store.listEvents()).toHaveLength(1);
    expect((await store.listEvents())[0]!.clipIds).toEqual(['a', 'b', 'c']);
  });

  test('twice changes nothing', async () => {
    await joinEvent(store, 'a', 'b');
    expect(await joinEvent(store, 'a', 'b')).toMatchObject({ ok: true, added: [] });
    expect((await store.listEvents())[0]!.clipIds).toEqual(['a', 'b']);
  });

  test('takes the event that was last worked on', async () => {
    const older = await makeEvent(store, ['a']);
    const newer = await makeEvent(store, ['a']);
    if (!older.ok || !newer.ok) throw new Error('not made');
    await store.updateEvent(older.event.id, { target: 'Posti' });
    const joined = await joinEvent(store, 'a', 'b');
    expect(joined.ok && joined.event.id).toBe(older.event.id);
  });

  test('leaves an event in the trash there and makes a new one', async () => {
    const first = await joinEvent(store, 'a', 'b');
    if (!first.ok) throw new Error('not made');
    await store.trashEvents([first.event.id]);
    expect(await joinEvent(store, 'a', 'c')).toMatchObject({ ok: true, isNew: true });
  });

  test('is refused where a clip is not here, and where the event is full', async () => {
    expect(await joinEvent(store, 'a', 'nowhere')).toEqual({ ok: false, reason: 'gone' });
    expect(await store.listEvents()).toEqual([]);
    const made = await makeEvent(store, ['a']);
    if (!made.ok) throw new Error('not made');
    const many = Array.from({ length: 500 }, (_, at) => `clip-${at}`);
    expect(await addToEvent(store, made.event.id, many)).toEqual({ ok: false, reason: 'full' });
    expect((await store.getEvent(made.event.id))!.clipIds).toEqual(['a']);
  });

  test('is undone: what was added leaves, what was made is thrown away', async () => {
    const first = await joinEvent(store, 'a', 'b');
    const second = await joinEvent(store, 'a', 'c');
    if (!first.ok || !second.ok) throw new Error('not joined');
    await undoJoining(store, second);
    expect((await store.listEvents())[0]!.clipIds).toEqual(['a', 'b']);
    await undoJoining(store, first);
    expect(await store.listEvents()).toEqual([]);
  });
});

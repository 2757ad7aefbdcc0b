import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_RECORD_VERSION, ObservedEvent } from '../../lib/model/event.ts';
import { EVERYTHING, VIEW_RECORD_VERSION, type SavedView } from '../../lib/model/clip-query.ts';
import type { Store } from '../../lib/store/database.ts';
import { meddle, newLibrary } from './opening.ts';
import { makeClip } from './records-for-tests.ts';

let library: ReturnType<typeof newLibrary>;
let store: Store;
beforeEach(async () => {
  library = newLibrary();
  store = await library.open();
});
afterEach(() => library.closeAll());

function makeEvent(id: string, edit: Partial<ObservedEvent> = {}): ObservedEvent {
  return ObservedEvent.parse({
    recordVersion: EVENT_RECORD_VERSION,
    id,
    title: `Event ${id}`,
    kind: 'sympathyStrike',
    actors: [{ name: 'Cabin crew union', role: 'acts' }],
    target: 'Posti',
    sectors: ['AIR'],
    places: ['Helsinki'],
    begin: '2019-11-25',
    end: null,
    claims: [],
    demands: '',
    outcome: '',
    note: '',
    clipIds: ['a'],
    campaignId: null,
    createdAt: '2026-11-22T10:00:00Z',
    updatedAt: '2026-11-22T10:00:00Z',
    deletedAt: null,
    ...edit,
  });
}

const stale = () => meddle(library.name, 'unindexed', (rows) => rows.getAllKeys());
const indexed = () => meddle(library.name, 'unindexed', (rows) => rows.clear());

describe('an event', () => {
  test('is there for another page, and found by a clip that reports it', async () => {
    await store.saveEvent(makeEvent('e', { clipIds: ['a', 'b'] }));
    const other = await library.open();
    expect(await other.getEvent('e')).toEqual(makeEvent('e', { clipIds: ['a', 'b'] }));
    expect((await other.eventsOfClips(['b'])).map(({ id }) => id)).toEqual(['e']);
    expect(await other.eventsOfClips(['c'])).toEqual([]);
  });

  test('is erased for good only from the trash; its clips are indexed anew', async () => {
    await store.saveEvent(makeEvent('gone', { clipIds: ['a'] }));
    await store.saveEvent(makeEvent('back', { clipIds: ['b'] }));
    await store.saveEvent(makeEvent('never', { clipIds: ['c'] }));
    await store.trashEvents(['gone', 'back']);
    await store.restoreEvents(['back']);
    await indexed();
    expect(await store.eraseTrashedEvents(['gone', 'gone', 'back', 'never', 'none'])).toEqual([
      'gone',
    ]);
    expect(await store.getEvent('gone')).toBeNull();
    expect(await store.listEvents('trash')).toEqual([]);
    expect((await store.listEvents()).map(({ id }) => id).sort()).toEqual(['back', 'never']);
    expect(await stale()).toEqual(['a']);
  });

  test('in the trash is not among the events of its clips, and comes back', async () => {
    await store.saveEvent(makeEvent('e'));
    expect(await store.trashEvents(['e', 'e', 'none'])).toEqual(['e']);
    expect(await store.eventsOfClips(['a'])).toEqual([]);
    expect(await store.listEvents()).toEqual([]);
    expect((await store.listEvents('trash')).map(({ id }) => id)).toEqual(['e']);
    await store.restoreEvents(['e']);
    expect((await store.eventsOfClips(['a'])).map(({ id }) => id)).toEqual(['e']);
  });

  test('changed elsewhere meanwhile is not written over', async () => {
    await store.saveEvent(makeEvent('e'));
    const { updatedAt } = (await store.getEvent('e'))!;
    await store.updateEvent('e', { target: 'Posti Group' });
    expect(await store.updateEvent('e', { target: 'mine' }, updatedAt)).toEqual({
      ok: false,
      reason: 'changedElsewhere',
    });
    expect((await store.getEvent('e'))?.target).toBe('Posti Group');
  });

  test('has each of its clips once, and a claim whose low is its low', () => {
    expect(() => makeEvent('e', { clipIds: ['a', 'a'] })).toThrow();
    const claim = {
      id: 'c',
      counts: 'workers',
      low: 5000,
      high: 2000,
      claimedBy: 'the union',
      reliability: 'claim' as const,
      sources: [],
    };
    expect(() => makeEvent('e', { claims: [claim] })).toThrow();
  });
});

describe('what the search index has yet to read', () => {
  test('is noted with every change of a clip, in its transaction', async () => {
    await store.saveClips([makeClip('a'), makeClip('b')]);
    expect(await stale()).toEqual(['a', 'b']);
    for (const change of [
      () => store.updateClip('a', { note: 'new' }),
      () => store.trashClips(['a']),
      () => store.restoreClips(['a']),
      () => store.eraseClips(['a']),
    ]) {
      await indexed();
      await change();
      expect(await stale()).toEqual(['a']);
    }
  });

  test('holds the clips an event gains and loses', async () => {
    await store.saveEvent(makeEvent('e', { clipIds: ['a', 'b'] }));
    expect(await stale()).toEqual(['a', 'b']);
    await indexed();
    await store.updateEvent('e', { clipIds: ['b', 'c'] });
    expect(await stale()).toEqual(['a', 'b', 'c']);
    await indexed();
    await store.trashEvents(['e']);
    expect(await stale()).toEqual(['b', 'c']);
  });
});

describe('a saved view', () => {
  const view: SavedView = {
    recordVersion: VIEW_RECORD_VERSION,
    id: 'v',
    name: 'Flights',
    query: { ...EVERYTHING, words: 'flights' },
    createdAt: '2026-11-22T10:00:00Z',
    updatedAt: '2026-11-22T10:00:00Z',
  };

  test('is kept, renamed, deleted and brought back', async () => {
    await store.saveView(view);
    await store.saveView({ ...view, name: 'Aviation' });
    expect((await store.listViews()).map(({ name }) => name)).toEqual(['Aviation']);
    const deleted = (await store.deleteView('v'))!;
    expect(await store.listViews()).toEqual([]);
    await store.saveView(deleted);
    expect((await store.listViews()).map(({ name }) => name)).toEqual(['Aviation']);
  });

  test('asks for nothing it cannot mean', async () => {
    const wrong = { ...view, query: { ...EVERYTHING, from: 'yesterday' } };
    await expect(store.saveView(wrong)).rejects.toThrow();
  });
});

test('a setting is remembered, and unknown ones are undefined', async () => {
  await store.writeSetting('lastCampaign', 'c1');
  expect(await (await library.open()).readSetting('lastCampaign')).toBe('c1');
  expect(await store.readSetting('other')).toBeUndefined();
});

import 'fake-indexeddb/auto';
import { expect, onTestFinished, test } from 'vitest';
import {
  DuplicatesState,
  type LikenessFinder,
} from '../../entrypoints/dashboard/duplicates-state.svelte.ts';
import { unsettled } from '../../entrypoints/dashboard/settled-groups.ts';
import type { CloseClips } from '../../lib/model/clip-entry.ts';
import type { ObservedEvent } from '../../lib/model/event.ts';
import { newLibrary } from '../store/opening.ts';
import { makeCampaign, makeClip, makeReading, makeScenario } from '../store/records-for-tests.ts';

const quote = (id: string, exact: string) => ({ id, exact, prefix: '', suffix: '' });
const OLD = makeClip('old', {
  title: 'Flights grounded',
  quotes: [quote('q-old', 'More than 300 flights')],
  tags: ['air'],
  note: 'Ask Aino.',
});
const COPY = makeClip('copy', {
  title: 'Flights grounded, says Finnair',
  quotes: [quote('q-copy', 'More than 300 flights'), quote('q-more', 'The mail piles up')],
  tags: ['post'],
  excerpt: 'A summary',
});
const EVENT: ObservedEvent = {
  recordVersion: 1,
  id: 'event',
  title: 'Strike at Finnair',
  kind: null,
  actors: [],
  target: '',
  sectors: [],
  places: [],
  begin: null,
  end: null,
  claims: [
    {
      id: 'claim',
      counts: 'flights',
      low: 300,
      high: 300,
      claimedBy: '',
      reliability: 'press',
      sources: [{ clipId: 'copy', quoteId: 'q-copy' }],
    },
  ],
  demands: '',
  outcome: '',
  note: '',
  clipIds: ['copy'],
  campaignId: null,
  createdAt: '2026-11-22T10:00:00Z',
  updatedAt: '2026-11-22T10:00:00Z',
  deletedAt: null,
};

async function opened(groups: CloseClips[] = [{ kind: 'sameText', clipIds: ['old', 'copy'] }]) {
  const library = newLibrary();
  const store = await library.open();
  onTestFinished(() => library.closeAll());
  await store.saveClips([OLD, COPY, makeClip('third')]);
  const finder: LikenessFinder = {
    catchUp: async () => {},
    closeGroups: async () => groups,
    closeTo: async (id) =>
      groups
        .filter(({ clipIds }) => clipIds.includes(id))
        .map(({ kind, clipIds }) => ({ kind, clipIds: clipIds.filter((each) => each !== id) })),
  };
  const open = async (only: string | null = null) => {
    const duplicates = new DuplicatesState(store, finder, only, () => null);
    await duplicates.begin();
    return duplicates;
  };
  return { store, open };
}

test('two become one that says what both said; evidence and events follow, and all of it comes back', async () => {
  const { store, open } = await opened();
  const reading = { ...makeReading('r', 'copy'), quote: quote('q-copy', 'More than 300 flights') };
  await store.saveCampaignScenario({
    campaign: makeCampaign('posti'),
    scenario: makeScenario('s', 'posti', [reading]),
  });
  await store.saveEvent(EVENT);
  const duplicates = await open();
  expect(duplicates.keptId).toBe('old');
  expect(duplicates.comparison?.differences.map(({ field }) => field)).toContain('quotes');
  await duplicates.merge();
  expect(duplicates.deed?.kind).toBe('merged');
  expect(duplicates.groups).toEqual([]);

  const merged = await store.getClip('old');
  expect(merged).toMatchObject({
    title: 'Flights grounded',
    tags: ['air', 'post'],
    note: 'Ask Aino.',
    excerpt: 'A summary',
    addressKeys: ['news.example/old', 'news.example/copy'],
  });
  expect(merged?.quotes.map(({ exact }) => exact)).toEqual([
    'More than 300 flights',
    'The mail piles up',
  ]);
  expect((await store.getClip('copy'))?.deletedAt).not.toBeNull();
  const [use] = await store.readingsOfClip('old');
  expect(use?.reading).toMatchObject({ id: 'r', clipId: 'old', quote: { id: 'q-old' } });
  expect(await store.readingsOfClip('copy')).toEqual([]);
  const event = await store.getEvent('event');
  expect(event?.clipIds).toEqual(['old']);
  expect(event?.claims[0]?.sources).toEqual([{ clipId: 'old', quoteId: 'q-old' }]);

  await duplicates.undo();
  expect(await store.getClip('old')).toEqual(OLD);
  expect(await store.getClip('copy')).toEqual(COPY);
  expect((await store.readingsOfClip('copy'))[0]?.reading).toEqual(reading);
  expect(await store.getEvent('event')).toEqual(EVENT);
  expect(duplicates.groups).toHaveLength(1);
});

test('what was changed after the merge stays, and the other one comes back all the same', async () => {
  const { store, open } = await opened();
  const duplicates = await open();
  await duplicates.merge();
  await store.updateClip('old', { note: 'worked on' });
  await duplicates.undo();
  expect((await store.getClip('old'))?.note).toBe('worked on');
  expect(await store.getClip('copy')).toEqual(COPY);
});

test('what is chosen is what stays, whichever of the two is kept', async () => {
  const { store, open } = await opened();
  const duplicates = await open();
  duplicates.keep('copy');
  expect(duplicates.otherId).toBe('old');
  duplicates.choose({ ...duplicates.choices, title: 'right', tags: 'left' });
  await duplicates.merge();
  expect(await store.getClip('copy')).toMatchObject({ title: 'Flights grounded', tags: ['post'] });
});

test('a clip that changed meanwhile is not merged', async () => {
  const { store, open } = await opened();
  const duplicates = await open();
  await store.updateClip('copy', { title: 'Corrected' });
  await duplicates.merge();
  expect(duplicates.deed).toEqual({ kind: 'changed' });
  expect(await store.getClip('old')).toEqual(OLD);
  expect(await store.getClip('copy')).toMatchObject({ title: 'Corrected', deletedAt: null });
});

test('what was kept is not asked about again, unless one more looks like them or the clip itself asks', async () => {
  const groups: CloseClips[] = [
    { kind: 'sameText', clipIds: ['old', 'copy'] },
    { kind: 'sameAddress', clipIds: ['copy', 'old'] },
  ];
  const { open } = await opened(groups);
  const first = await open();
  await first.keepAll();
  expect(first.groups).toEqual([]);
  expect((await open()).groups).toEqual([]);
  expect((await open('old')).groups).toHaveLength(2);
  groups.push({ kind: 'sameText', clipIds: ['old', 'copy', 'third'] });
  expect((await open()).groups).toHaveLength(1);
  await first.undo();
  expect((await open()).groups).toHaveLength(3);
});

test('they become sources of one event, which is taken back', async () => {
  const { store, open } = await opened();
  const duplicates = await open();
  await duplicates.makeEvent();
  const [event] = await store.eventsOfClips(['old']);
  expect(event?.clipIds.toSorted()).toEqual(['copy', 'old']);
  expect((await open()).groups).toEqual([]);
  await duplicates.undo();
  expect(await store.eventsOfClips(['old'])).toEqual([]);
  expect((await open()).groups).toHaveLength(1);
});

test('of three, one pair is merged at a time', async () => {
  const { open } = await opened([{ kind: 'sameText', clipIds: ['old', 'copy', 'third'] }]);
  const duplicates = await open();
  duplicates.compareWith('third');
  await duplicates.merge();
  expect(duplicates.group?.clipIds).toEqual(['old', 'copy']);
  expect(duplicates.otherId).toBe('copy');
});

test('a group is settled only as a whole', () => {
  const groups = [{ clipIds: ['a', 'b'] }, { clipIds: ['b', 'c'] }, { clipIds: ['a', 'b', 'c'] }];
  expect(unsettled(groups, [['a', 'b']])).toEqual(groups.slice(1));
  expect(unsettled(groups, [['c', 'b', 'a']])).toEqual([]);
});

import 'fake-indexeddb/auto';
import { expect, onTestFinished, test } from 'vitest';
import type { MergeOrder } from '../../lib/store/merge.ts';
import { openReader } from '../../lib/store/reader.ts';
import { meddle, newLibrary } from './opening.ts';
import { makeClip } from './records-for-tests.ts';

const NOTHING: MergeOrder = { made: [], changed: [], replaced: [], events: [] };
const many = (count: number) => Array.from({ length: count }, (_, at) => makeClip(`n${at}`));

async function opened() {
  const library = newLibrary();
  const store = await library.open();
  onTestFinished(() => library.closeAll());
  return { library, store };
}

test('what comes in is counted outside the library, too, and so is what goes out again', async () => {
  const { library, store } = await opened();
  const merged = await store.mergeClips({ ...NOTHING, made: many(250) });
  expect(library.memory.sentinel?.clips).toBe(250);
  expect(await store.countClips()).toBe(250);
  if (!merged.ok) throw new Error(merged.reason);
  await store.updateClip('n3', { note: 'worked on' });
  expect(await store.undoMerge(merged.undo, () => false)).toEqual({ undone: 249, kept: 1 });
  expect(await store.countClips()).toBe(1);
  expect((await store.recount()).kind).not.toBe('fewerThanExpected');
  // Counts are lowered for all that might go, never too little.
  expect(library.memory.sentinel!.clips).toBeLessThanOrEqual(1);
});

test('one that cannot be, and none of them is', async () => {
  const { library, store } = await opened();
  const here = makeClip('here');
  await store.saveClip(here);
  const refused = await store.mergeClips({ ...NOTHING, made: [...many(250), makeClip('here')] });
  expect(refused).toEqual({ ok: false, reason: 'changedElsewhere' });
  const gone = { clip: makeClip('gone'), expectedUpdatedAt: here.updatedAt };
  expect(await store.mergeClips({ ...NOTHING, made: many(3), changed: [gone] })).toEqual(refused);
  const twice = [makeClip('twice'), ...many(200), makeClip('twice')];
  expect(await store.mergeClips({ ...NOTHING, made: twice })).toEqual(refused);
  expect(await store.countClips()).toBe(1);
  expect(library.memory.sentinel?.clips).toBe(1);
});

test('an import does not move a clip into the trash or out of it', async () => {
  const { store } = await opened();
  await store.saveClip(makeClip('a'));
  const clip = (await store.getClip('a'))!;
  await store.mergeClips({
    ...NOTHING,
    changed: [
      {
        clip: {
          ...clip,
          title: 'Theirs',
          deletedAt: '2026-01-01T00:00:00Z',
          clippedAt: '2000-01-01T00:00:00Z',
        },
        expectedUpdatedAt: clip.updatedAt,
      },
    ],
  });
  expect(await store.getClip('a')).toMatchObject({
    title: 'Theirs',
    deletedAt: null,
    clippedAt: clip.clippedAt,
  });
});

test('a reader finds every clip, those of the library before those of the trash, and says how many it cannot read', async () => {
  const { library, store } = await opened();
  const key = { addressKeys: ['news.example/one'] };
  await store.saveClips([makeClip('old', key), makeClip('new', key), makeClip('damaged')]);
  await store.trashClips(['old']);
  await meddle(library.name, 'clips', (rows) =>
    rows.put({ id: 'damaged', place: 'library', rank: 0, record: { id: 'damaged' } }),
  );
  await meddle(library.name, 'events', (rows) =>
    rows.put({ id: 'unread', place: 'library', rank: 0, record: { id: 'unread' } }),
  );
  const reader = await openReader(library.name);
  onTestFinished(() => reader.close());
  const present = await reader.findPresent({
    ids: ['old', 'absent', 'damaged'],
    addressKeys: ['news.example/one', 'news.example/none'],
    eventIds: ['absent', 'unread'],
  });
  expect([...present.ids].sort()).toEqual(['damaged', 'old']);
  expect([...present.eventIds]).toEqual(['unread']);
  expect([...present.idsOfKey]).toEqual([['news.example/one', ['new', 'old']]]);
  const all: string[] = [];
  let unreadable = 0;
  for await (const page of reader.everyClip()) {
    all.push(...page.clips.map(({ id }) => id));
    unreadable += page.unreadable;
  }
  expect(all.sort()).toEqual(['new', 'old']);
  expect(unreadable).toBe(1);
});

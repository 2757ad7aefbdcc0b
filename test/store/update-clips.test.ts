import 'fake-indexeddb/auto';
import { expect, onTestFinished, test } from 'vitest';
import { makeClip } from './records-for-tests.ts';
import { newLibrary } from './opening.ts';

async function opened(...ids: string[]) {
  const kept = newLibrary();
  const store = await kept.open();
  await store.saveClips(ids.map((id) => makeClip(id, { tags: ['old'] })));
  onTestFinished(() => kept.closeAll());
  return store;
}

test('a change of many clips says what was, so that it can be taken back to the letter', async () => {
  const store = await opened('a', 'b', 'c');
  await store.updateClip('b', { tags: ['new', 'old'] });
  const before = await store.getClips(['a', 'b', 'c']);

  const changed = await store.updateClips(['a', 'b', 'c', 'nowhere'], ({ tags }) => ({
    tags: [...new Set([...tags, 'new'])],
  }));
  // b had it already, and no clip is made of an id that is not there.
  expect(changed).toEqual(
    ['a', 'c'].map((id) => ({ id, before: { tags: ['old'] }, after: { tags: ['old', 'new'] } })),
  );

  const was = new Map(changed.map((each) => [each.id, each.before]));
  await store.updateClips(
    changed.map(({ id }) => id),
    ({ id }) => was.get(id)!,
  );
  const after = await store.getClips(['a', 'b', 'c']);
  const said = (clips: typeof after) => clips.map((clip) => ({ ...clip, updatedAt: '' }));
  expect(said(after)).toEqual(said(before));
});

test('a change of many clips does all of them or none', async () => {
  const store = await opened('a', 'b');
  await expect(
    store.updateClips(['a', 'b'], ({ id }) => ({
      tags: id === 'b' ? ['x'.repeat(500)] : ['fine'],
    })),
  ).rejects.toThrow();
  expect((await store.getClip('a'))?.tags).toEqual(['old']);
});

test('a change of many clips keeps their texts, their ids and their place', async () => {
  const store = await opened('a');
  await store.updateClips(['a'], () => ({ title: 'Another', id: 'z', deletedAt: 'now' }) as object);
  expect(await store.getClip('a')).toMatchObject({
    id: 'a',
    title: 'Another',
    text: 'Flights were grounded.',
    deletedAt: null,
  });
});

test('everybody is told once of a change of many clips', async () => {
  const store = await opened('a', 'b');
  const heard: string[][] = [];
  store.onChange(({ ids }) => heard.push(ids));
  await store.updateClips(['a', 'b'], () => ({ note: 'seen' }));
  expect(heard).toEqual([['a', 'b']]);
});

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Clip } from '../../lib/model/clip.ts';
import type { Store } from '../../lib/store/database.ts';
import { newLibrary } from './opening.ts';
import { makeClip } from './records-for-tests.ts';

let library: ReturnType<typeof newLibrary>;
let store: Store;
beforeEach(async () => {
  library = newLibrary();
  store = await library.open();
});
afterEach(() => library.closeAll());

const DELETED = '2026-11-22T10:00:00Z';

test('many clips are saved at once, those in the trash to the trash, and counted', async () => {
  const heard: string[][] = [];
  store.onChange(({ ids }) => heard.push([...ids]));
  await store.saveClips([makeClip('a'), makeClip('b'), makeClip('c', { deletedAt: DELETED })]);
  expect(heard).toEqual([['a', 'b', 'c']]);
  expect(await store.countClips()).toBe(2);
  expect(await store.countClips('trash')).toBe(1);
  expect(await store.getClip('c')).toEqual(makeClip('c', { deletedAt: DELETED }));
  expect(library.memory.sentinel?.clips).toBe(3);
});

test('all of them or none', async () => {
  await store.saveClip(makeClip('b', { title: 'Mine' }));
  const made = [makeClip('a'), makeClip('b'), makeClip('c')];
  await expect(store.saveClips(made)).rejects.toMatchObject({ reason: 'exists' });
  await expect(store.saveClips([makeClip('a'), makeClip('a')])).rejects.toMatchObject({
    reason: 'exists',
  });
  const wrong = { ...makeClip('d'), address: 'javascript:alert(1)' } as Clip;
  await expect(store.saveClips([makeClip('a'), wrong])).rejects.toThrow();
  expect(await store.countClips()).toBe(1);
  expect((await store.getClip('b'))?.title).toBe('Mine');
});

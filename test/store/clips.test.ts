import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStore } from '../../lib/store/database.ts';
import { makeClip, memoryPlatform } from './records-for-tests.ts';

test('a saved clip comes back as it was', async () => {
  const { platform, memory } = memoryPlatform();
  const opening = await openStore(platform, 'smoke');
  if (!opening.ok) throw new Error(opening.message);
  const { store } = opening;
  await store.saveClip(makeClip('a'));
  expect(await store.getClip('a')).toEqual(makeClip('a'));
  expect((await store.listClips({ limit: 10 })).clips).toHaveLength(1);
  expect(memory.sentinel?.clips).toBe(1);
  store.close();
});

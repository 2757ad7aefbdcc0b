import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { openIndexStore } from '../../lib/store/segments.ts';
import { openStore } from '../../lib/store/database.ts';
import { settleLog } from '../../lib/store/settle-log.ts';
import { ClincherDatabase, TURNSTILE } from '../../lib/store/tables.ts';
import { makeClip, memoryPlatform } from './records-for-tests.ts';

afterEach(() => vi.restoreAllMocks());

test('whatever writes goes through one table, so that no two transactions write at once', async () => {
  const { platform } = memoryPlatform();
  // Before it is opened: Dexie keeps what it then finds.
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const opening = await openStore(platform, 'one-writer');
  if (!opening.ok) throw new Error(opening.message);
  const { store } = opening;
  const index = await openIndexStore('one-writer', () => {});
  await store.saveClip(makeClip('a'));
  await store.writeSetting('lastTag', 'posti');
  await store.trashClips(['a']);
  await index.startAnew('1', null);
  await index.queueAgain(['a']);
  const writing = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writing.length).toBeGreaterThanOrEqual(5);
  for (const [tables] of writing) expect([tables].flat()).toContain(TURNSTILE);
  index.close();
  store.close();
});

test('a log is settled once in a session, with more than its buffer holds, and leaves nothing behind', async () => {
  const { platform } = memoryPlatform();
  const database = new ClincherDatabase('settled');
  await database.open();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await Promise.all([
    settleLog(database, platform.session, Promise.resolve(), true),
    settleLog(database, platform.session, Promise.resolve(), true),
  ]);
  const bytes = put.mock.calls.reduce((sum, [row]) => sum + JSON.stringify(row).length, 0);
  expect(bytes).toBeGreaterThan(4 * 1024 * 1024);
  expect(bytes).toBeLessThan(6 * 1024 * 1024);
  expect(await database.staging.count()).toBe(0);
  database.close();
});

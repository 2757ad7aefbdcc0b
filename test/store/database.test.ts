import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change } from '../../lib/store/changes.ts';
import { DATABASE_VERSION } from '../../lib/store/tables.ts';
import { meddle, newLibrary, settled } from './opening.ts';
import { makeCampaign, makeClip, makeScenario } from './records-for-tests.ts';

let library: ReturnType<typeof newLibrary>;
beforeEach(() => (library = newLibrary()));
afterEach(() => library.closeAll());

const deleteDatabase = (name: string) => settled(indexedDB.deleteDatabase(name));

describe('the sentinel', () => {
  test('a first start is new, the next is fine', async () => {
    expect((await library.open()).health).toEqual({ kind: 'new' });
    expect((await library.open()).health).toEqual({ kind: 'fine' });
  });

  test('a library that came back empty is not shown as new, until somebody has read so', async () => {
    const store = await library.open();
    await store.saveClip(makeClip('a'));
    await store.saveCampaign(makeCampaign('c'));
    store.close();
    await deleteDatabase(library.name);

    const alarm = {
      kind: 'cameBackEmpty',
      expected: { clips: 1, campaigns: 1 },
      found: { clips: 0, campaigns: 0 },
    };
    expect((await library.open()).health).toEqual(alarm);
    const again = await library.open();
    expect(again.health).toEqual(alarm);
    await again.saveClip(makeClip('b'));
    expect((await library.open()).health).toEqual({ ...alarm, found: { clips: 1, campaigns: 0 } });

    await again.acceptHealth();
    expect(again.health).toEqual({ kind: 'fine' });
    expect((await library.open()).health).toEqual({ kind: 'fine' });
    expect(library.memory.sentinel).toMatchObject({ clips: 1, campaigns: 0 });
  });

  test('rows that vanish without their database are noticed', async () => {
    const store = await library.open();
    await store.saveClip(makeClip('a'));
    store.close();
    await meddle(library.name, 'clips', (rows) => rows.clear());
    expect((await library.open()).health).toMatchObject({ kind: 'cameBackEmpty' });
  });

  test('an older state of the library is fewer than expected, and new clips do not hide it', async () => {
    const store = await library.open();
    await store.saveClip(makeClip('a'));
    store.close();
    library.memory.sentinel = { ...library.memory.sentinel!, clips: 3 };

    const short = await library.open();
    expect(short.health).toEqual({
      kind: 'fewerThanExpected',
      expected: { clips: 3, campaigns: 0 },
      found: { clips: 1, campaigns: 0 },
    });
    for (const id of ['b', 'c', 'd']) await short.saveClip(makeClip(id));
    expect((await library.open()).health).toMatchObject({
      kind: 'fewerThanExpected',
      expected: { clips: 6 },
      found: { clips: 4 },
    });
  });

  test('some rows missing is found by counting them', async () => {
    const store = await library.open();
    for (const id of ['a', 'b', 'c']) await store.saveClip(makeClip(id));
    expect(await store.recount()).toEqual({ kind: 'new' });
    await meddle(library.name, 'clips', (rows) => rows.delete('b'));
    const counts = { expected: { clips: 3 }, found: { clips: 2 } };
    expect(await store.recount()).toMatchObject({ kind: 'fewerThanExpected', ...counts });
    await store.acceptHealth();
    expect(await store.recount()).toEqual({ kind: 'fine' });
    expect(await store.countClips()).toBe(2);
  });

  test('a crash between saving and counting raises no alarm, and the count catches up', async () => {
    const store = await library.open();
    library.memory.refuses = true;
    await store.saveClip(makeClip('a'));
    expect(store.sentinelTrouble).toContain('no room');
    store.close();
    library.memory.refuses = false;
    expect((await library.open()).health).toEqual({ kind: 'fine' });
    expect(library.memory.sentinel?.clips).toBe(1);
  });

  test('a crash between counting down and erasing raises no alarm', async () => {
    const store = await library.open();
    await store.saveClip(makeClip('a'));
    const write = library.platform.sentinel.write;
    library.platform.sentinel.write = async (sentinel) => {
      await write(sentinel);
      store.close();
    };
    await expect(store.eraseClips(['a'])).rejects.toMatchObject({ reason: 'closed' });
    library.platform.sentinel.write = write;
    expect(library.memory.sentinel?.clips).toBe(0);

    const next = await library.open();
    expect(next.health).toEqual({ kind: 'fine' });
    expect(await next.countClips()).toBe(1);
    expect(library.memory.sentinel?.clips).toBe(1);
  });

  test('erasing is refused where the count cannot be lowered first', async () => {
    const store = await library.open();
    await store.saveClip(makeClip('a'));
    library.memory.refuses = true;
    await expect(store.eraseClips(['a'])).rejects.toMatchObject({ reason: 'failed' });
    expect(await store.getClip('a')).not.toBeNull();
  });

  test('pages that save, erase and open at the same time never count too many', async () => {
    const stores = [await library.open(), await library.open(), await library.open()];
    const work = stores.flatMap((store, page) =>
      Array.from({ length: 12 }, async (_, i) => {
        const id = `clip-${page}-${i}`;
        await store.saveClip(makeClip(id));
        if (i % 3 === 0) await store.eraseClips([id]);
        if (i % 4 === 0) expect((await library.open()).health.kind).not.toMatch(/Empty|fewer/);
      }),
    );
    await Promise.all(work);
    expect(await stores[0]!.countClips()).toBe(24);
    expect(library.memory.sentinel?.clips).toBe(24);
  });

  test('a page that opens between another’s save and its count does not make it count twice', async () => {
    const store = await library.open();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const lock = `${library.name}-sentinel`;
    const holding = navigator.locks.request(lock, () => held);
    const opening = library.open();
    await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1));
    const saving = store.saveClip(makeClip('a'));
    await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(2));
    release();
    await Promise.all([holding, opening, saving]);
    expect(library.memory.sentinel?.clips).toBe(1);
  });

  test('a lost sentinel is made anew and raises no alarm', async () => {
    await (await library.open()).saveClip(makeClip('a'));
    library.memory.sentinel = null;
    expect((await library.open()).health).toEqual({ kind: 'fine' });
    expect(library.memory.sentinel).toMatchObject({ clips: 1 });
  });
});

describe('two pages', () => {
  test('hear of each other’s changes by table and id, and of nothing more', async () => {
    const [here, there] = [await library.open(), await library.open()];
    const seen: Change[] = [];
    there.onChange((change) => seen.push(change));
    await here.saveClip(makeClip('a', { note: 'private' }));
    await here.saveCampaignScenario({
      campaign: makeCampaign('c'),
      scenario: makeScenario('s', 'c'),
    });
    await vi.waitFor(() => expect(seen).toHaveLength(3));
    expect(seen).toEqual([
      { table: 'clips', ids: ['a'], from: 'elsewhere' },
      { table: 'campaigns', ids: ['c'], from: 'elsewhere' },
      { table: 'scenarios', ids: ['s'], from: 'elsewhere' },
    ]);
  });

  test('are told of a change after it can be read, and of a refused one never', async () => {
    const store = await library.open();
    const found: Promise<unknown>[] = [];
    const stop = store.onChange(({ ids, from }) => {
      expect(from).toBe('here');
      found.push(store.getClip(ids[0]!));
    });
    await store.saveClip(makeClip('a'));
    expect(await Promise.all(found)).toEqual([makeClip('a')]);
    await store.saveClip(makeClip('a', { title: 'Other' })).catch(() => {});
    await store.updateClip('a', { title: 'Other' }, '2000-01-01T00:00:00Z');
    expect(found).toHaveLength(1);
    stop();
    await store.trashClips(['a']);
    expect(found).toHaveLength(1);
  });
});

/** Dexie multiplies versions by ten. */
const NEWER = (DATABASE_VERSION + 1) * 10;

describe('a database of version 1', () => {
  test('is opened with every clip whole, its text moved to a table of its own', async () => {
    const request = indexedDB.open(library.name, 10);
    request.onupgradeneeded = () => {
      const database = request.result;
      const clips = database.createObjectStore('clips', { keyPath: 'id' });
      clips.createIndex('[place+rank+id]', ['place', 'rank', 'id']);
      clips.createIndex('record.addressKeys', 'record.addressKeys', { multiEntry: true });
      clips.createIndex('record.tags', 'record.tags', { multiEntry: true });
      const campaigns = database.createObjectStore('campaigns', { keyPath: 'id' });
      campaigns.createIndex('rank', 'rank');
      const scenarios = database.createObjectStore('scenarios', { keyPath: 'id' });
      scenarios.createIndex('record.campaignId', 'record.campaignId');
      scenarios.createIndex('rank', 'rank');
      database.createObjectStore('meta', { keyPath: 'key' });
      for (const id of ['a', 'b']) {
        const { recordVersion, modifiedAt, section, ...rest } = makeClip(id, {
          text: `Text ${id}.`,
        });
        const { isAccessibleForFree, direction, archiveAddress, ...older } = rest;
        const { sectors, places, campaignIds, ...record } = older;
        void [recordVersion, modifiedAt, section, isAccessibleForFree, direction, archiveAddress];
        void [sectors, places, campaignIds];
        const row = { id, place: 'library', rank: id === 'a' ? -2 : -1 };
        clips.put({ ...row, record: { ...record, recordVersion: 2 } });
      }
    };
    (await settled(request)).close();

    const store = await library.open();
    expect(await store.getClip('a')).toEqual(makeClip('a', { text: 'Text a.' }));
    const listed = await store.listClips({ limit: 10 });
    expect(listed.clips.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(listed.clips[0]).not.toHaveProperty('text');
    expect(store.unreadable).toEqual([]);
    expect(await meddle(library.name, 'unindexed', (rows) => rows.getAllKeys())).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('another version of the program', () => {
  function openNewer(upgrade: (database: IDBDatabase) => void = () => {}): Promise<IDBDatabase> {
    const request = indexedDB.open(library.name, NEWER);
    request.onupgradeneeded = () => upgrade(request.result);
    return settled(request);
  }

  test('that upgrades finds this page closed: it writes nothing more, and says so', async () => {
    const store = await library.open();
    await store.saveClip(makeClip('a'));
    const told: string[] = [];
    store.onClosed((reason) => told.push(reason));
    const newer = await openNewer();
    expect(told).toEqual(['newerVersion']);
    expect(store.closed).toBe('newerVersion');
    await expect(store.saveClip(makeClip('b'))).rejects.toMatchObject({ reason: 'closed' });
    await expect(store.updateClip('a', { note: 'x' })).rejects.toMatchObject({ reason: 'closed' });
    expect(await settled(newer.transaction('clips').objectStore('clips').count())).toBe(1);
    newer.close();
  });

  test('that has upgraded is refused by name, its database untouched', async () => {
    (await library.open()).close();
    const newer = await openNewer((database) => database.deleteObjectStore('scenarios'));
    newer.close();
    expect(await library.opening()).toMatchObject({ ok: false, reason: 'tooNew' });
    const after = await settled(indexedDB.open(library.name));
    expect([after.version, [...after.objectStoreNames]]).toEqual([
      NEWER,
      [
        'campaigns',
        'catalogue',
        'clips',
        'events',
        'meta',
        'positions',
        'segments',
        'settings',
        'staging',
        'texts',
        'unindexed',
        'views',
      ],
    ]);
    after.close();
  });

  test('that is older and does not let go is named as the reason', async () => {
    const older = await settled(indexedDB.open(library.name, 5));
    expect(await library.opening()).toMatchObject({ ok: false, reason: 'blocked' });
    older.close();
  });

  test('a database deleted under the page closes it as lost', async () => {
    const store = await library.open();
    await deleteDatabase(library.name);
    expect(store.closed).toBe('lost');
    await expect(store.listClips({ limit: 1 })).rejects.toMatchObject({ reason: 'closed' });
  });
});

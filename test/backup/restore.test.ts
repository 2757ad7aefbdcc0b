/** A library out and back: exact, in two ways, and whole or absent wherever it is interrupted. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readBackup, type ReadBackup } from '../../lib/backup/read.ts';
import { EVERYTHING, VIEW_RECORD_VERSION } from '../../lib/model/clip-query.ts';
import { EVENT_RECORD_VERSION, ObservedEvent } from '../../lib/model/event.ts';
import {
  KEPT_TABLES,
  noneKept,
  type KeptCounts,
  type KeptRecord,
} from '../../lib/model/kept-record.ts';
import type { RestoreWay } from '../../lib/store/backup.ts';
import type { Store } from '../../lib/store/database.ts';
import { meddle, newLibrary, settled } from '../store/opening.ts';
import { makeCampaign, makeClip, makeReading, makeScenario } from '../store/records-for-tests.ts';
import { backupFrom } from './files.ts';

let library: ReturnType<typeof newLibrary>;
let other: ReturnType<typeof newLibrary>;
beforeEach(() => {
  library = newLibrary();
  other = newLibrary();
});
afterEach(() => {
  vi.restoreAllMocks();
  library.closeAll();
  other.closeAll();
});

const OF_THE_OWNER = [...KEPT_TABLES, 'texts'] as const;

/** Every row of these tables, as the database itself gives it. */
async function dump(name: string, tables: readonly string[] = OF_THE_OWNER) {
  const database = await settled(indexedDB.open(name));
  const rows: Record<string, unknown[]> = {};
  for (const table of tables) {
    rows[table] = await settled(database.transaction(table).objectStore(table).getAll());
  }
  database.close();
  return rows;
}

async function restore(store: Store, file: Blob, way: RestoreWay) {
  return store.restoreKept(way, async (stage) => {
    const read = await readBackup(file, { take: stage });
    return countsIn(read);
  });
}

function countsIn(read: ReadBackup): KeptCounts {
  if (!read.ok) throw new Error(read.reason);
  return read.counts;
}

async function restored(store: Store, file: Blob, way: RestoreWay) {
  const done = await restore(store, file, way);
  if (!done.ok) throw new Error(done.reason);
  return done.restored;
}

const UNREADABLE = {
  id: 'future',
  place: 'library',
  rank: -5,
  record: { recordVersion: 99, when: new Date(7), 'a "b"': [NaN, -0], mood: undefined },
};

/** Something of everything, unreadable records too. */
async function fill(store: Store, name: string, prefix = ''): Promise<void> {
  const id = (text: string) => prefix + text;
  await store.saveClips(
    Array.from({ length: 250 }, (_, at) =>
      makeClip(id(`c${at}`), { text: `Text ${at} “ä€🖋”`.repeat(1 + (at % 40)), note: 'private' }),
    ),
  );
  await store.trashClips([id('c7')]);
  await store.saveCampaign(makeCampaign(id('k')));
  const scenario = makeScenario(id('s'), id('k'), [makeReading(id('r'), id('c3'))]);
  await store.saveScenario(scenario);
  const now = '2026-11-22T10:00:00Z';
  const named = { recordVersion: VIEW_RECORD_VERSION, id: id('v'), name: 'Mine' } as const;
  await store.saveView({ ...named, query: EVERYTHING, createdAt: now, updatedAt: now });
  await store.saveEvent(
    ObservedEvent.parse({
      recordVersion: EVENT_RECORD_VERSION,
      id: id('e'),
      title: 'Flights grounded',
      kind: 'sympathyStrike',
      actors: [],
      target: '',
      sectors: [],
      places: [],
      begin: '2019-11-25',
      end: null,
      claims: [],
      demands: '',
      outcome: '',
      note: '',
      clipIds: [id('c11')],
      campaignId: null,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    }),
  );
  await store.writeSetting('columns', { order: ['title', 'date'] });
  await meddle(name, 'clips', (rows) => rows.put({ ...UNREADABLE, id: id(UNREADABLE.id) }));
  await store.acceptHealth();
}

const queueOf = async (name: string) =>
  new Set((await dump(name, ['unindexed'])).unindexed!.map((row) => (row as { id: string }).id));

describe('a backup put back', () => {
  for (const way of ['addMissing', 'replaceAll'] as const) {
    test(`${way}: gives an empty library every row as it was, unreadable ones too`, async () => {
      const here = await library.open();
      await fill(here, library.name);
      const { file } = await backupFrom(here);
      const there = await other.open();
      const done = await restored(there, file, way);
      expect(await dump(other.name)).toEqual(await dump(library.name));
      expect(done).toMatchObject({
        added: { clips: 251, campaigns: 1, scenarios: 1, events: 1, views: 1, settings: 1 },
        removed: noneKept(),
        left: 0,
      });
      expect((await queueOf(other.name)).size).toBe(251);
      expect((await dump(other.name, ['staging'])).staging).toEqual([]);
      expect(other.memory.sentinel).toMatchObject({ clips: 251, campaigns: 1 });
      expect(await there.countClips()).toBe(250);
      expect((await other.open()).health).toEqual({ kind: 'fine' });
      // And the backup of that is the same file, but for where it was written.
      const again = await backupFrom(there);
      const rest = async (blob: Blob) => (await blob.text()).split('\n').slice(1, -2);
      expect(await rest(again.file)).toEqual(await rest(file));
    });
  }

  test('addMissing leaves what is here, same or different, and tells which is which', async () => {
    const here = await library.open();
    await fill(here, library.name);
    const { file } = await backupFrom(here);
    await here.eraseClips(['c1', 'c2']);
    await here.updateClip('c4', { note: 'newer' });
    await here.updateClip('c5', { text: 'newer' });
    await here.saveClip(makeClip('mine'));
    const verdicts: Record<string, string[]> = { missing: [], same: [], different: [] };
    let unreadable = 0;
    await readBackup(file, {
      take: async (records) => {
        for (const { record, verdict, isReadable } of await here.compareKept(records)) {
          verdicts[verdict]!.push(String(record.row.id ?? record.row.key));
          if (!isReadable) unreadable++;
        }
      },
    });
    expect(verdicts).toMatchObject({
      missing: ['c1', 'c2'],
      different: ['c4', 'c5'],
      same: { length: 252 },
    });
    expect(unreadable).toBe(1);
    const done = await restored(here, file, 'addMissing');
    expect(done).toMatchObject({ added: { ...noneKept(), clips: 2 }, left: 254 });
    expect((await here.getClip('c4'))?.note).toBe('newer');
    expect((await here.getClip('c5'))?.text).toBe('newer');
    expect((await here.getClip('c1'))?.text).toBe(`Text 1 “ä€🖋”`.repeat(2));
    expect(await here.getClip('mine')).not.toBeNull();
    expect(library.memory.sentinel).toMatchObject({ clips: 252 });
  });

  test('replaceAll leaves nothing of what was here, and queues what went and what came', async () => {
    const here = await library.open();
    await fill(here, library.name);
    const { file } = await backupFrom(here);
    const there = await other.open();
    await fill(there, other.name, 'old-');
    await there.saveClips([makeClip('c0', { title: 'Theirs' })]);
    const heard = new Set<string>();
    there.onChange(({ ids }) => ids.forEach((id) => heard.add(id)));
    const done = await restored(there, file, 'replaceAll');
    expect(await dump(other.name)).toEqual(await dump(library.name));
    expect(done.removed).toMatchObject({ clips: 252, campaigns: 1, scenarios: 1, views: 1 });
    const queue = await queueOf(other.name);
    for (const id of ['old-c0', 'c0', 'c249', 'future', 'old-future']) {
      expect([id, queue.has(id), heard.has(id)]).toEqual([id, true, true]);
    }
    expect(other.memory.sentinel).toMatchObject({ clips: 251, campaigns: 1 });
    expect(await there.recount()).toMatchObject({ kind: 'fine' });
  });

  test('a library that came back empty is no alarm any more, in either way', async () => {
    const here = await library.open();
    await fill(here, library.name);
    const { file } = await backupFrom(here);
    for (const way of ['addMissing', 'replaceAll'] as const) {
      const lost = newLibrary();
      lost.memory.sentinel = { ...library.memory.sentinel!, clips: 400 };
      const store = await lost.open();
      expect(store.health.kind).toBe('cameBackEmpty');
      await restored(store, file, way);
      expect(store.health).toEqual({ kind: 'fine' });
      expect((await lost.open()).health).toEqual({ kind: 'fine' });
      expect(lost.memory.sentinel).toMatchObject({ clips: 251, campaigns: 1 });
      lost.closeAll();
    }
  });

  test('a kill between the records and the sentinel leaves no false alarm', async () => {
    const here = await library.open();
    await fill(here, library.name);
    const { file } = await backupFrom(here);
    other.memory.sentinel = { ...library.memory.sentinel!, clips: 400 };
    const store = await other.open();
    other.memory.refuses = true;
    await restored(store, file, 'replaceAll');
    expect(other.memory.sentinel).toMatchObject({ clips: 400 });
    store.close();
    other.memory.refuses = false;
    expect((await other.open()).health).toEqual({ kind: 'fine' });
    expect(other.memory.sentinel).toMatchObject({ clips: 251 });
  });
});

describe('an undo of addMissing', () => {
  test('takes out what came in, and leaves what was touched or is leant on', async () => {
    const here = await library.open();
    await fill(here, library.name);
    const { file } = await backupFrom(here);
    const there = await other.open();
    await there.saveClip(makeClip('mine'));
    const before = await dump(other.name);
    const { undo } = await restored(there, file, 'addMissing');
    expect(await there.undoRestore(undo)).toEqual({ erased: 256, kept: 0 });
    expect(await dump(other.name)).toEqual(before);
    expect((await other.open()).health).toEqual({ kind: 'fine' });

    const second = await restored(there, file, 'addMissing');
    await there.updateClip('c1', { note: 'worked on' });
    await there.saveScenario(makeScenario('own', 'k', [makeReading('r9', 'c9')]));
    const undone = await there.undoRestore(second.undo);
    expect(undone).toEqual({ erased: 253, kept: 3 });
    const left = await dump(other.name);
    expect(left.clips!.map((row) => (row as { id: string }).id)).toEqual(['c1', 'c9', 'mine']);
    expect(left.texts).toHaveLength(3);
    expect(await there.getCampaign('k')).not.toBeNull();
    expect((await other.open()).health).toEqual({ kind: 'fine' });
  });
});

/** Whatever the library holds of its owner's, its own count and the sentinel: nothing may move in an absent restore. */
async function stateOf(name: string) {
  const rows = await dump(name);
  const [meta] = (await dump(name, ['meta'])).meta as { clips: number; campaigns: number }[];
  return { rows, counts: { clips: meta!.clips, campaigns: meta!.campaigns } };
}

describe('a restore that is interrupted', () => {
  let file: Blob;
  beforeEach(async () => {
    const here = await library.open();
    await fill(here, library.name);
    ({ file } = await backupFrom(here));
    const there = await other.open();
    await there.saveClips([makeClip('mine'), makeClip('c1', { title: 'Mine too' })]);
    await there.saveCampaign(makeCampaign('own'));
  });

  for (const way of ['addMissing', 'replaceAll'] as const) {
    test(`${way}: called off or dying after any batch, it was never there`, async () => {
      const before = await stateOf(other.name);
      for (const isKilled of [false, true]) {
        for (let dieAfter = 0; dieAfter <= 1; dieAfter++) {
          const store = await other.open();
          let batches = 0;
          const restoring = store.restoreKept(way, async (stage) => {
            const read = await readBackup(file, {
              take: async (records) => {
                if (batches++ === dieAfter) {
                  if (isKilled) store.close();
                  throw new Error('died');
                }
                await stage(records);
              },
            });
            return countsIn(read);
          });
          await expect(restoring).rejects.toThrow('died');
          const staged = (await dump(other.name, ['staging'])).staging!.length;
          expect(staged > 0).toBe(isKilled && dieAfter > 0);
          const next = await other.open();
          expect(next.health).toEqual({ kind: 'fine' });
          expect(await stateOf(other.name)).toEqual(before);
          await vi.waitFor(async () =>
            expect((await dump(other.name, ['staging'])).staging).toEqual([]),
          );
        }
      }
    });

    test(`${way}: dying at any request of the move, it was never there`, async () => {
      const before = await stateOf(other.name);
      let wasWhole = false;
      let deaths = 0;
      for (let dieAt = 1; !wasWhole; dieAt += 1 + Math.floor(dieAt / 12)) {
        const store = await other.open();
        let requests = 0;
        let isMoving = false;
        for (const verb of ['add', 'put', 'get', 'delete', 'clear', 'count'] as const) {
          const real = IDBObjectStore.prototype[verb] as (...parts: unknown[]) => IDBRequest;
          vi.spyOn(IDBObjectStore.prototype, verb).mockImplementation(function (
            this: IDBObjectStore,
            ...parts: unknown[]
          ) {
            const request = real.apply(this, parts);
            if (isMoving && ++requests === dieAt) this.transaction.abort();
            return request;
          } as never);
        }
        const ended = await store
          .restoreKept(
            way,
            async (stage) => {
              const read = await readBackup(file, { take: stage });
              return countsIn(read);
            },
            () => (isMoving = true),
          )
          .then(
            () => 'whole',
            () => 'absent',
          );
        vi.restoreAllMocks();
        store.close();
        const next = await other.open();
        expect(next.health, `died at ${dieAt}`).toEqual({ kind: 'fine' });
        expect(await next.recount()).toEqual({ kind: 'fine' });
        const after = await stateOf(other.name);
        const sentinel = other.memory.sentinel!;
        expect(sentinel.clips).toBe(after.counts.clips);
        expect(after.counts.clips).toBe(after.rows.clips!.length);
        wasWhole = ended === 'whole';
        deaths += wasWhole ? 0 : 1;
        if (ended === 'absent') expect(after).toEqual(before);
        else if (way === 'replaceAll') expect(after.rows).toEqual(await dump(library.name));
        else expect(after.rows.clips).toHaveLength(252);
        next.close();
      }
      expect(deaths).toBeGreaterThan(10);
    });
  }

  test('is refused before anything is touched where the count outside cannot be lowered', async () => {
    const before = await stateOf(other.name);
    const store = await other.open();
    other.memory.refuses = true;
    await expect(restore(store, file, 'replaceAll')).rejects.toMatchObject({ reason: 'failed' });
    expect(await stateOf(other.name)).toEqual(before);
  });

  test('keeps a second one out, and one in another window from clearing its table', async () => {
    const store = await other.open();
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => (hasBegun = resolve));
    const first = store.restoreKept('addMissing', async (stage) => {
      const read = await readBackup(file, {
        take: async (records) => {
          await stage(records);
          hasBegun();
          await held;
        },
      });
      return countsIn(read);
    });
    await begun;
    const second = await other.open();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await dump(other.name, ['staging'])).staging).not.toEqual([]);
    expect(await restore(second, file, 'addMissing')).toEqual({ ok: false, reason: 'busy' });
    go();
    expect(await first).toMatchObject({ ok: true, restored: { added: { clips: 250 } } });
  });

  test('writes nothing where batches were lost on the way', async () => {
    const store = await other.open();
    const before = await stateOf(other.name);
    const taken: KeptRecord[][] = [];
    const losing = store.restoreKept('replaceAll', async (stage) => {
      const read = await readBackup(file, {
        take: async (records) => {
          taken.push(records);
          if (taken.length !== 2) await stage(records);
        },
      });
      return countsIn(read);
    });
    await expect(losing).rejects.toMatchObject({ reason: 'failed' });
    expect(await stateOf(other.name)).toEqual(before);
  });
});

describe('writing a backup', () => {
  test('sees one state of the library, whatever is saved meanwhile', async () => {
    const store = await library.open();
    await fill(store, library.name);
    const saving: Promise<unknown>[] = [];
    const records: KeptRecord[] = [];
    let counts = noneKept();
    await store.readKept(
      (about) => (counts = about.counts),
      (batch) => {
        records.push(...batch);
        saving.push(store.saveClip(makeClip(`zz${saving.length}`)), store.eraseClips(['c99']));
      },
    );
    await Promise.all(saving);
    expect(records.filter(({ table }) => table === 'clips')).toHaveLength(counts.clips);
    expect(records.some(({ row }) => row.id === 'c99')).toBe(true);
    expect(records.some(({ row }) => String(row.id).startsWith('zz'))).toBe(false);
    expect(await store.getClip('zz0')).not.toBeNull();
  });

  test('can be called off, and knows how much has come since the last', async () => {
    const store = await library.open();
    await fill(store, library.name);
    const before = await store.freshness();
    await store.updateClip('c1', { note: 'x' });
    await store.eraseClips(['c2']);
    await store.saveClip(makeClip('new'));
    expect(await store.freshness()).toEqual({
      clips: before.clips,
      clipChanges: before.clipChanges + 3,
    });
    const calling = new AbortController();
    const reading = store.readKept(
      () => {},
      () => calling.abort(),
      calling.signal,
    );
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

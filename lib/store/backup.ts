/** A library out to a backup and back, as its rows lie: whatever a backup's format is, it is not known here. */
import { Dexie, type Table } from 'dexie';
import {
  KEPT_TABLES,
  keyName,
  keyOf,
  noneKept,
  type KeptCounts,
  type KeptRecord,
  type KeptTable,
} from '../model/kept-record.ts';
import type { StoreCore } from './core.ts';
import { StoreError } from './failure.ts';
import { readRow } from './records.ts';
import type { Row, SettledSentinel, TableName } from './tables.ts';

/** addMissing: what is here stays as it is. replaceAll: what is here goes. */
export type RestoreWay = 'addMissing' | 'replaceAll';

/** How a record of a backup stands to what lies here under its id. */
export interface KeptComparison {
  record: KeptRecord;
  verdict: 'missing' | 'same' | 'different';
  /** This version can make something of it; anything else goes in and out as it is. */
  isReadable: boolean;
}

/** A record that came in, as it was then: taken out again only while it still is. */
interface Added {
  table: KeptTable;
  id: string;
  stamp: string;
}

export interface Restored {
  added: KeptCounts;
  /** Records that went to make room. */
  removed: KeptCounts;
  /** Records of the backup that were left out, for there was one under their id. */
  left: number;
  /** What came in where nothing went, for undoRestore; empty after replaceAll. */
  undo: readonly Added[];
}

/** busy: another window is restoring. */
export type Restoring = { ok: true; restored: Restored } | { ok: false; reason: 'busy' };

/** What tells how much has come since the last backup. */
export interface Freshness {
  /** Every clip, the trash included. */
  clips: number;
  /** Grows by one whenever a clip is made, changed or erased. */
  clipChanges: number;
}

/** Clips with their texts of up to 2.4 MB each: what a page of them may take. */
const PAGE = 100;
/** Chromium keeps values of more than 64 kB as files beside the database: slower, and one thing more to be torn. */
const STAGED_LETTERS = 20_000;
const TOLD_TABLES: TableName[] = ['clips', 'campaigns', 'scenarios', 'events', 'views'];
/** The other window may only be tidying up after one that died. */
const PATIENCE_MS = 3000;

/** The records in their order, as many to a row as stay small together. */
function inSmallRows(records: readonly KeptRecord[]): KeptRecord[][] {
  const rows: KeptRecord[][] = [];
  let letters = Infinity;
  for (const record of records) {
    const { length } = JSON.stringify(record);
    if (letters + length > STAGED_LETTERS) {
      rows.push([]);
      letters = 0;
    }
    rows.at(-1)!.push(record);
    letters += length;
  }
  return rows;
}

function isTold(table: KeptTable): table is TableName {
  return table !== 'settings';
}

/** The same plain data, in whichever order its names stand. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (a instanceof Date || b instanceof Date) {
    return a instanceof Date && b instanceof Date && Object.is(a.getTime(), b.getTime());
  }
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(a[name as never], b[name as never]))
  );
}

function stampOf({ table, row }: KeptRecord): string {
  if (table === 'settings') return JSON.stringify(row.value) ?? '';
  const { record } = row;
  const isObject = typeof record === 'object' && record !== null;
  return isObject && 'updatedAt' in record ? String(record.updatedAt) : JSON.stringify(row);
}

/** Ids of clips that anything in this record rests on, whether this version can read it or not. */
function clipsNamedIn(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (name === 'clipId' && typeof part === 'string') into.add(part);
    else if (name === 'clipIds' && Array.isArray(part)) for (const id of part) into.add(String(id));
    else clipsNamedIn(part, into);
  }
}

const lockOf = (core: StoreCore) => `${core.database.name}-restore`;

/** What a restore that was killed has left: nobody has ever seen it, and nobody will. */
export async function dropLeftovers(core: StoreCore): Promise<void> {
  const { staging } = core.database;
  try {
    await navigator.locks.request(lockOf(core), { ifAvailable: true }, async (lock) => {
      // Somebody who holds it is at work on a restore of today.
      if (lock && (await staging.limit(1).primaryKeys()).length > 0) {
        await core.keep(() => staging.clear());
      }
    });
  } catch {
    // The page closed, or the disk is full: the next opening tries again, and each restore begins by it.
  }
}

export function backupOperations(core: StoreCore) {
  const { database } = core;
  const { clips, texts, settings, staging, meta } = database;
  const tableOf = (table: KeptTable): Table<Record<string, unknown>, string> =>
    database.table(table);

  async function withTexts(
    table: KeptTable,
    rows: Record<string, unknown>[],
  ): Promise<KeptRecord[]> {
    if (table !== 'clips') return rows.map((row) => ({ table, row, text: null }));
    const found = await texts.bulkGet(rows.map((row) => String(row.id)));
    return rows.map((row, index) => ({ table, row, text: found[index]?.text ?? null }));
  }

  /** Moves what is staged to its place. One transaction, and nothing in it but the database, which keeps it alive. */
  async function moveIn(
    way: RestoreWay,
    expected: KeptCounts,
    settles: SettledSentinel | null,
  ): Promise<Restored> {
    const work = async (done: { changed: (table: TableName, id: string) => void }) => {
      const added = noneKept();
      const removed = noneKept();
      const undo: Added[] = [];
      let left = 0;
      if (way === 'replaceAll') {
        for (const table of KEPT_TABLES) {
          const ids = await tableOf(table).toCollection().primaryKeys();
          removed[table] = ids.length;
          // The index takes those that do not come back out, so each is told of and queued for it.
          if (isTold(table)) for (const id of ids) done.changed(table, String(id));
          await tableOf(table).clear();
        }
        await texts.clear();
      }
      const moved = noneKept();
      let last = 0;
      for (;;) {
        const batch = await staging.where(':id').above(last).first();
        if (!batch) break;
        last = batch.number!;
        for (const table of KEPT_TABLES) {
          const coming = batch.records.filter((record) => record.table === table);
          if (coming.length === 0) continue;
          moved[table] += coming.length;
          const ids = coming.map(keyOf);
          const here =
            way === 'replaceAll'
              ? new Set<string>()
              : new Set(await tableOf(table).where(keyName(table)).anyOf(ids).primaryKeys());
          const missing = here.size ? coming.filter((record) => !here.has(keyOf(record))) : coming;
          await tableOf(table).bulkAdd(missing.map(({ row }) => row));
          if (table === 'clips') {
            await texts.bulkPut(
              missing.flatMap((record) =>
                record.text === null ? [] : [{ id: keyOf(record), text: record.text }],
              ),
            );
          }
          added[table] += missing.length;
          left += coming.length - missing.length;
          for (const record of missing) {
            const id = keyOf(record);
            if (isTold(table)) done.changed(table, id);
            if (way === 'addMissing') undo.push({ table, id, stamp: stampOf(record) });
          }
        }
      }
      if (KEPT_TABLES.some((table) => moved[table] !== expected[table])) {
        throw new StoreError('failed', 'what was staged is not what the backup holds');
      }
      // Counted, not added up: the count of a library that has lost rows is wrong.
      await meta.update('library', {
        clips: await clips.count(),
        campaigns: await database.campaigns.count(),
        ...(settles && { settles }),
      });
      await staging.clear();
      return { added, removed, left, undo };
    };
    return core.write(TOLD_TABLES, work, [settings, staging]);
  }

  return {
    /**
     * Hands over every record as it lies, in one consistent state: all pages are read in one transaction. While it runs,
     * saves wait (0.1 s for 1,000 clips, some seconds for 100,000), and come out in the next backup.
     * @param begin hears the counts before the first record
     * @param take must not wait for anything, or the transaction would end under it
     */
    async readKept(
      begin: (about: { generation: string; counts: KeptCounts; freshness: Freshness }) => void,
      take: (records: KeptRecord[]) => void,
      signal?: AbortSignal,
    ): Promise<void> {
      const tables = [...KEPT_TABLES.map(tableOf), texts, meta];
      const reading = core.read(() =>
        database.transaction('r', tables, async () => {
          const library = await meta.get('library');
          const counts = noneKept();
          for (const table of KEPT_TABLES) counts[table] = await tableOf(table).count();
          const about = {
            generation: library?.generation ?? '',
            counts,
            freshness: { clips: counts.clips, clipChanges: library?.clipChanges ?? 0 },
          };
          // Outside of the transaction's zone: what listeners do then is none of its business.
          Dexie.ignoreTransaction(() => begin(about));
          for (const table of KEPT_TABLES) {
            let last: string | null = null;
            for (;;) {
              signal?.throwIfAborted();
              const place = last === null ? null : tableOf(table).where(':id').above(last);
              const rows = await (place ?? tableOf(table).toCollection()).limit(PAGE).toArray();
              if (rows.length > 0) {
                const records = await withTexts(table, rows);
                Dexie.ignoreTransaction(() => take(records));
              }
              if (rows.length < PAGE) break;
              last = rows.at(-1)![keyName(table)] as string;
            }
          }
        }),
      );
      await reading.catch((error: unknown) => {
        signal?.throwIfAborted();
        throw error;
      });
    },

    /** How each record of a backup stands to what is here. Touches nothing. */
    async compareKept(records: readonly KeptRecord[]): Promise<KeptComparison[]> {
      return core.read(() =>
        database.transaction('r', [...KEPT_TABLES.map(tableOf), texts], async () => {
          const here = new Map<string, KeptRecord>();
          for (const table of KEPT_TABLES) {
            const ids = records.filter((record) => record.table === table).map(keyOf);
            if (ids.length === 0) continue;
            const rows = await tableOf(table).where(keyName(table)).anyOf(ids).toArray();
            for (const record of await withTexts(table, rows)) {
              here.set(`${table}/${keyOf(record)}`, record);
            }
          }
          return records.map((record): KeptComparison => {
            const mine = here.get(`${record.table}/${keyOf(record)}`);
            const same = mine && mine.text === record.text && isSame(mine.row, record.row);
            const isReadable =
              !isTold(record.table) ||
              (typeof record.row.record === 'object' &&
                record.row.record !== null &&
                readRow(record.table, record.row as unknown as Row).ok);
            return {
              record,
              verdict: !mine ? 'missing' : same ? 'same' : 'different',
              isReadable,
            };
          });
        }),
      );
    },

    /** What the reminder goes by. */
    async freshness(): Promise<Freshness> {
      const library = await core.read(() => meta.get('library'));
      return { clips: library?.clips ?? 0, clipChanges: library?.clipChanges ?? 0 };
    },

    /** The random name of this database: a backup of it bears the same. */
    async generation(): Promise<string> {
      return (await core.read(() => meta.get('library')))?.generation ?? '';
    },

    /** How many records a restore that replaces everything would do away with. */
    async countKept(): Promise<KeptCounts> {
      return core.read(() =>
        database.transaction('r', KEPT_TABLES.map(tableOf), async () => {
          const counts = noneKept();
          for (const table of KEPT_TABLES) counts[table] = await tableOf(table).count();
          return counts;
        }),
      );
    },

    /**
     * Puts a backup back, all of it or nothing, whatever dies on the way: its records are staged where nobody looks, then
     * one transaction moves them to their places.
     * @param fill reads the backup and hands over its records in batches, each of which must be awaited; resolves to
     *   what was in it, or throws to call the whole thing off
     * @param onmoving from here on there is no calling off
     */
    async restoreKept(
      way: RestoreWay,
      fill: (stage: (records: KeptRecord[]) => Promise<void>) => Promise<KeptCounts>,
      onmoving: () => void = () => {},
    ): Promise<Restoring> {
      let isMine = false;
      const restoring = async (): Promise<Restoring> => {
        isMine = true;
        try {
          await core.keep(() => staging.clear());
          const staged = noneKept();
          const expected = await fill(async (records) => {
            for (const few of inSmallRows(records)) {
              await core.keep(() => staging.add({ records: few }));
            }
            for (const { table } of records) staged[table]++;
          });
          if (KEPT_TABLES.some((table) => staged[table] !== expected[table])) {
            throw new StoreError('failed', 'not all of the backup was staged');
          }
          onmoving();
          const coming =
            way === 'replaceAll'
              ? { clips: expected.clips, campaigns: expected.campaigns }
              : { clips: Infinity, campaigns: Infinity };
          const restored = await core.sentinel.restoring(coming, (settles) =>
            moveIn(way, expected, settles),
          );
          return { ok: true, restored };
        } catch (error) {
          await staging.clear().catch(() => {});
          throw error;
        }
      };
      try {
        const signal = AbortSignal.timeout(PATIENCE_MS);
        return await navigator.locks.request(lockOf(core), { signal }, restoring);
      } catch (error) {
        if (!isMine) return { ok: false, reason: 'busy' };
        throw error;
      }
    },

    /**
     * Takes out again what addMissing brought, in one transaction. What was changed since stays, and so does what
     * something that stays rests on: a clip that a number or an event names, a campaign with a scenario left.
     */
    async undoRestore(brought: readonly Added[]): Promise<{ erased: number; kept: number }> {
      const idsOf = (table: KeptTable) =>
        brought.filter((each) => each.table === table).map(({ id }) => id);
      const work = async (done: { erased: (table: TableName, id: string) => void }) => {
        let erased = 0;
        const untouched = async (table: KeptTable) => {
          const stamps = new Map(
            brought.filter((each) => each.table === table).map(({ id, stamp }) => [id, stamp]),
          );
          const ids: string[] = [];
          for (let at = 0; at < brought.length; at += PAGE) {
            const asked = brought.slice(at, at + PAGE).filter((each) => each.table === table);
            if (asked.length === 0) continue;
            for (const row of await tableOf(table).bulkGet(asked.map(({ id }) => id))) {
              if (!row) continue;
              const id = String(row[keyName(table)]);
              if (stampOf({ table, row, text: null }) === stamps.get(id)) ids.push(id);
            }
          }
          return ids;
        };
        const erase = async (table: KeptTable, ids: string[]) => {
          await tableOf(table).bulkDelete(ids);
          if (isTold(table)) for (const id of ids) done.erased(table, id);
          erased += ids.length;
        };
        for (const table of ['scenarios', 'events', 'views', 'settings'] as const) {
          await erase(table, await untouched(table));
        }
        const left = await database.scenarios.orderBy('record.campaignId').uniqueKeys();
        const campaigns = await untouched('campaigns');
        await erase(
          'campaigns',
          campaigns.filter((id) => !left.includes(id)),
        );
        const named = new Set<string>();
        for (const table of ['campaigns', 'scenarios', 'events'] as const) {
          await tableOf(table).each((row) => clipsNamedIn(row, named));
        }
        const going = (await untouched('clips')).filter((id) => !named.has(id));
        await erase('clips', going);
        await texts.bulkDelete(going);
        return { erased, kept: brought.length - erased };
      };
      const most = { clips: idsOf('clips').length, campaigns: idsOf('campaigns').length };
      return core.sentinel.shrinking(most, () => core.write(TOLD_TABLES, work, [settings]));
    },
  };
}

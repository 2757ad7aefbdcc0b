import type { Table } from 'dexie';
import type { Announcer } from './changes.ts';
import { asStoreError, StoreError } from './failure.ts';
import { readRow, type RecordOf, type UnreadableRecord } from './records.ts';
import type { SentinelKeeper } from './sentinel-keeper.ts';
import {
  unindexedRows,
  type ClincherDatabase,
  type Counts,
  type Row,
  type TableName,
} from './tables.ts';

/** What a transaction tells of itself: listeners hear it when it is complete, and the counts follow it. */
export interface Done {
  changed: (table: TableName, id: string) => void;
  made: (table: TableName, id: string) => void;
  erased: (table: TableName, id: string) => void;
}

const STALE_AT_ONCE = 500;

const TABLES: TableName[] = ['clips', 'campaigns', 'scenarios', 'events', 'views'];

/** What clips and campaigns share: one way to read and one way to write. */
export class StoreCore {
  readonly database: ClincherDatabase;
  readonly sentinel: SentinelKeeper;
  readonly #announcer: Announcer;
  readonly #settle: () => Promise<void>;
  readonly #unreadable = new Map<string, UnreadableRecord>();
  isClosed = false;

  constructor(
    database: ClincherDatabase,
    sentinel: SentinelKeeper,
    announcer: Announcer,
    settle: () => Promise<void>,
  ) {
    this.database = database;
    this.sentinel = sentinel;
    this.#announcer = announcer;
    this.#settle = settle;
  }

  get unreadable(): readonly UnreadableRecord[] {
    return [...this.#unreadable.values()];
  }

  async read<T>(work: () => PromiseLike<T>): Promise<T> {
    this.#mustBeOpen();
    try {
      return await work();
    } catch (error) {
      throw asStoreError(error);
    }
  }

  /** Something small to write, which nobody is told of. */
  async keep<T>(work: () => PromiseLike<T>): Promise<T> {
    await this.#settle();
    return this.read(work);
  }

  /**
   * One transaction over the tables named. Resolves when it is complete, on disk; then, and only then, are
   * listeners told and the sentinel's counts raised.
   * @param alongside further tables of the transaction, which nobody is told of
   */
  async write<T>(
    tables: TableName[],
    work: (done: Done) => Promise<T>,
    alongside: readonly Table[] = [],
  ): Promise<T> {
    await this.#settle();
    this.#mustBeOpen();
    const ids = {
      clips: new Set<string>(),
      campaigns: new Set<string>(),
      scenarios: new Set<string>(),
      events: new Set<string>(),
      views: new Set<string>(),
    };
    const made = { clips: 0, campaigns: 0, scenarios: 0, events: 0, views: 0 };
    const erased = { ...made };
    const done: Done = {
      changed: (table, id) => void ids[table].add(id),
      made: (table, id) => {
        ids[table].add(id);
        made[table]++;
      },
      erased: (table, id) => {
        ids[table].add(id);
        erased[table]++;
      },
    };
    let result: T;
    try {
      const { meta, texts, unindexed } = this.database;
      const named = tables.map((table) => this.database.table(table));
      const isOfClips = tables.includes('clips') || tables.includes('events');
      const scope = [...named, meta, ...alongside, ...(isOfClips ? [texts, unindexed] : [])];
      result = await this.database.transaction('rw', scope, async () => {
        const worked = await work(done);
        // In the same transaction: whatever dies now, the index knows afterwards what it has yet to read.
        // In slices: 20,000 at once would hold up the page for most of a second.
        const stale = unindexedRows(ids.clips);
        for (let at = 0; at < stale.length; at += STALE_AT_ONCE) {
          await unindexed.bulkPut(stale.slice(at, at + STALE_AT_ONCE));
        }
        const by = {
          clips: made.clips - erased.clips,
          campaigns: made.campaigns - erased.campaigns,
        };
        await this.#shiftCounts(by, ids.clips.size);
        return worked;
      });
    } catch (error) {
      throw asStoreError(error);
    }
    for (const table of TABLES) this.#announcer.announce(table, [...ids[table]]);
    if (made.clips > 0 || made.campaigns > 0) await this.sentinel.grown(made);
    return result;
  }

  /** The record, or null where it cannot be read, which is noted. */
  readable<T extends TableName>(table: T, row: Row): RecordOf[T] | null {
    const read = readRow(table, row);
    const key = `${table}/${row.id}`;
    if (read.ok) {
      this.#unreadable.delete(key);
      return read.record;
    }
    this.#unreadable.set(key, read.unreadable);
    return null;
  }

  readableOnes<T extends TableName>(table: T, rows: Row[]): RecordOf[T][] {
    return rows.flatMap((row) => this.readable(table, row) ?? []);
  }

  async #shiftCounts(by: Counts, clipChanges: number): Promise<void> {
    if (by.clips === 0 && by.campaigns === 0 && clipChanges === 0) return;
    await this.database.meta
      .where('key')
      .equals('library')
      .modify((library) => {
        library.clips += by.clips;
        library.campaigns += by.campaigns;
        library.clipChanges = (library.clipChanges ?? 0) + clipChanges;
      });
  }

  #mustBeOpen(): void {
    if (this.isClosed) throw new StoreError('closed', 'the store is closed');
  }
}

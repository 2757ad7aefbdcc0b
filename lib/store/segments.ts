/**
 * What the library's index reads and writes in the database. It takes no part in the sentinel, for it adds and erases
 * no clip: all that it keeps can be made anew from them.
 */
import { Dexie, type Table } from 'dexie';
import type { ClipHead } from '../model/clip.ts';
import type { ObservedEvent } from '../model/event.ts';
import { openDatabase } from './open-database.ts';
import { afterSettling } from './settle-log.ts';
import { readRow } from './records.ts';
import {
  ClincherDatabase,
  unindexedRows,
  type CatalogueRow,
  type PositionsRow,
  type SegmentRow,
  type UnindexedRow,
} from './tables.ts';

/** A clip as the index reads it, with its events that are not in the trash. */
export interface StoredClip {
  head: ClipHead;
  text: string;
  events: ObservedEvent[];
}

/** What is in the database of these clips, all as of one moment. */
export interface ReadClips {
  /** Their rows in the queue; without those that have been taken out of it meanwhile. */
  queued: UnindexedRow[];
  /** Of those queued: here, and readable. */
  clips: StoredClip[];
  /** Of those queued: here, but not for this version to read. */
  unreadable: string[];
}

export type Manifest = Omit<CatalogueRow, 'key'>;

/** One step of the index. All of it is written, or nothing. */
export interface IndexStep {
  /** The manifest that it builds on; refused where another has been written since. */
  after: number;
  manifest: Manifest;
  added: { number: number; data: unknown; positions: unknown } | null;
  removed: readonly number[];
  /** Taken out of the queue where they have not changed since they were read. */
  done: readonly UnindexedRow[];
}

const KEY = 'catalogue';
/** Of a library that is read from the beginning, so many of the newest come first. */
const NEWEST_FIRST = 512;

/**
 * The rows of these ids that are there. Many that lie side by side are asked for as one range: a request for each of
 * 100,000 takes longer than reading them.
 */
async function rowsOf<T extends { id: string }>(
  table: Table<T, string>,
  ids: readonly string[],
): Promise<T[]> {
  const isInOrder = ids.length > 8 && ids.every((id, at) => at === 0 || ids[at - 1]! < id);
  if (isInOrder) {
    const most = 2 * ids.length;
    const between = table.where('id').between(ids[0], ids.at(-1), true, true);
    const rows = await between.limit(most).toArray();
    if (rows.length < most) {
      const asked = new Set(ids);
      return rows.filter(({ id }) => asked.has(id));
    }
  }
  return (await table.bulkGet([...ids])).filter((row) => row !== undefined);
}

export type IndexStore = Awaited<ReturnType<typeof openIndexStore>>;

/**
 * Opens the library for its index; throws where it cannot be opened.
 * @param onClosed another page upgrades or deletes the database, or the browser closed it: nothing can be read any more
 */
export async function openIndexStore(databaseName: string, onClosed: () => void) {
  const database = new ClincherDatabase(databaseName);
  const { catalogue, clips, events, meta, positions, segments, texts, unindexed } = database;
  try {
    await openDatabase(database);
  } catch (error) {
    database.close();
    throw error;
  }
  database.on('versionchange', () => {
    database.close();
    onClosed();
    return false;
  });
  database.on('close', onClosed);
  let settling: Promise<void> | null = null;
  /** The page that began this worker opened the library before. */
  const settled = () => (settling ??= afterSettling(databaseName));

  return {
    async readManifest(): Promise<Manifest | null> {
      return (await catalogue.get(KEY)) ?? null;
    },

    /** Segments by number; undefined where there is none. */
    async readSegments(numbers: readonly number[]): Promise<(SegmentRow | undefined)[]> {
      return segments.bulkGet([...numbers]);
    },

    async readPositions(numbers: readonly number[]): Promise<(PositionsRow | undefined)[]> {
      return positions.bulkGet([...numbers]);
    },

    /** How many clips the library says it has, trash included: a moment's work, where counting them is not. */
    async countClips(): Promise<number> {
      return (await meta.get('library'))?.clips ?? 0;
    },

    async allIds(): Promise<string[]> {
      return clips.toCollection().primaryKeys();
    },

    /** Those that wait. Where they are most of the library, its newest first, and then as they lie on the disk. */
    async queuedIds(): Promise<string[]> {
      return database.transaction('r', [clips, meta, unindexed], async () => {
        const waiting = await unindexed.toCollection().primaryKeys();
        const all = (await meta.get('library'))?.clips ?? 0;
        if (waiting.length <= NEWEST_FIRST || waiting.length < all / 2) return waiting;
        const newest = await clips
          .where('[place+rank+id]')
          .between(['library', Dexie.minKey], ['library', Dexie.maxKey])
          .limit(NEWEST_FIRST)
          .primaryKeys();
        const isNewest = new Set(newest);
        const others = waiting.filter((id) => !isNewest.delete(id));
        // What is left in it does not wait.
        return [...newest.filter((id) => !isNewest.has(id)), ...others];
      });
    },

    async readClips(ids: readonly string[]): Promise<ReadClips> {
      return database.transaction('r', [clips, texts, events, unindexed], async () => {
        const queued = await rowsOf(unindexed, ids);
        const asked = queued.map(({ id }) => id);
        const rows = await rowsOf(clips, asked);
        const textOf = new Map((await rowsOf(texts, asked)).map(({ id, text }) => [id, text]));
        const reporting = new Map<string, ObservedEvent[]>();
        const eventRows = await events.where('record.clipIds').anyOf(asked).distinct().toArray();
        for (const row of eventRows) {
          const read = row.place === 'library' ? readRow('events', row) : null;
          if (!read?.ok) continue;
          for (const id of read.record.clipIds) {
            reporting.set(id, [...(reporting.get(id) ?? []), read.record]);
          }
        }
        const result: ReadClips = { queued, clips: [], unreadable: [] };
        for (const row of rows) {
          const read = readRow('clips', row);
          if (!read.ok) {
            result.unreadable.push(row.id);
            continue;
          }
          const text = textOf.get(row.id) ?? '';
          result.clips.push({ head: read.record, text, events: reporting.get(row.id) ?? [] });
        }
        return result;
      });
    },

    /** One transaction. false where somebody else has written the index meanwhile: nothing is written then. */
    async write({ after, manifest, added, removed, done }: IndexStep): Promise<boolean> {
      await settled();
      return database.transaction('rw', [catalogue, segments, positions, unindexed], async () => {
        const here = await catalogue.get(KEY);
        if ((here?.version ?? 0) !== after) return false;
        if (added) {
          await segments.add({ number: added.number, data: added.data });
          await positions.add({ number: added.number, data: added.positions });
        }
        if (removed.length > 0) {
          await segments.bulkDelete([...removed]);
          await positions.bulkDelete([...removed]);
        }
        if (done.length > 0) {
          const now = await unindexed.bulkGet(done.map(({ id }) => id));
          await unindexed.bulkDelete(
            done.filter(({ stamp }, at) => now[at]?.stamp === stamp).map(({ id }) => id),
          );
        }
        await catalogue.put({ key: KEY, ...manifest });
        return true;
      });
    },

    /** Puts clips into the queue once more. */
    async queueAgain(ids: readonly string[]): Promise<void> {
      await settled();
      await unindexed.bulkPut(unindexedRows(ids));
    },

    /** Forgets the whole index. Which clips are missing in it then is for whoever looks: the queue may know already. */
    async startAnew(format: string, before: Manifest | null): Promise<Manifest> {
      const manifest: Manifest = {
        version: (before?.version ?? 0) + 1,
        format,
        nextNumber: before?.nextNumber ?? 1,
        segments: [],
        unreadable: [],
      };
      await settled();
      await database.transaction('rw', [catalogue, segments, positions], async () => {
        await segments.clear();
        await positions.clear();
        await catalogue.put({ key: KEY, ...manifest });
      });
      return manifest;
    },

    close(): void {
      database.close();
    },
  };
}

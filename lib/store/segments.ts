/**
 * What the library's index reads and writes in the database. It takes no part in the sentinel, for it adds and erases
 * no clip: all that it keeps can be made anew from them.
 */
import { Dexie } from 'dexie';
import type { ClipHead } from '../model/clip.ts';
import type { ObservedEvent } from '../model/event.ts';
import { openDatabase } from './open-database.ts';
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

    /** Those that wait, as the library lists them: newest first, then the trash, then what is gone. */
    async queuedIds(): Promise<string[]> {
      return database.transaction('r', [clips, unindexed], async () => {
        const waiting = new Set(await unindexed.toCollection().primaryKeys());
        // Looking through the list of all is not worth it for a few.
        if (waiting.size < 256) return [...waiting];
        const listed = await clips
          .where('[place+rank+id]')
          .between([Dexie.minKey], [Dexie.maxKey])
          .primaryKeys();
        const inOrder = listed.filter((id) => waiting.delete(id));
        return [...inOrder, ...waiting];
      });
    },

    async readClips(ids: readonly string[]): Promise<ReadClips> {
      return database.transaction('r', [clips, texts, events, unindexed], async () => {
        const queued = (await unindexed.bulkGet([...ids])).filter((row) => row !== undefined);
        const asked = queued.map(({ id }) => id);
        const rows = (await clips.bulkGet(asked)).filter((row) => row !== undefined);
        const found = await texts.bulkGet(rows.map(({ id }) => id));
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
        rows.forEach((row, at) => {
          const read = readRow('clips', row);
          if (!read.ok) return void result.unreadable.push(row.id);
          const text = found[at]?.text ?? '';
          result.clips.push({ head: read.record, text, events: reporting.get(row.id) ?? [] });
        });
        return result;
      });
    },

    /** One transaction. false where somebody else has written the index meanwhile: nothing is written then. */
    async write({ after, manifest, added, removed, done }: IndexStep): Promise<boolean> {
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
      await unindexed.bulkPut(unindexedRows(ids));
    },

    /** Forgets the whole index and puts every clip into the queue, in one transaction. */
    async startAnew(format: string, before: Manifest | null): Promise<Manifest> {
      const manifest: Manifest = {
        version: (before?.version ?? 0) + 1,
        format,
        nextNumber: before?.nextNumber ?? 1,
        segments: [],
        unreadable: [],
      };
      const tables = [catalogue, segments, positions, unindexed, clips];
      await database.transaction('rw', tables, async () => {
        await segments.clear();
        await positions.clear();
        await unindexed.bulkPut(unindexedRows(await clips.toCollection().primaryKeys()));
        await catalogue.put({ key: KEY, ...manifest });
      });
      return manifest;
    },

    close(): void {
      database.close();
    },
  };
}

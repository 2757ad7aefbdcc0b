import type { Table } from 'dexie';
import type { Clip, ClipHead } from '../model/clip.ts';
import type { ObservedEvent } from '../model/event.ts';
import { openDatabase } from './open-database.ts';
import { readRow } from './records.ts';
import { ClincherDatabase, DATABASE_NAME, type ClipRow, type Place } from './tables.ts';

const PAGE = 500;
/** Beyond so many ids it is quicker to look through all there are than to look each one up. */
const MANY = 2000;

/**
 * The primary keys that stand under each of these keys of an index, a page of them at a time; those under which nothing
 * stands are left out. All of a page are asked for at once: a cursor that hops from one to the next waits for each.
 */
async function keysUnder<T>(
  table: Table<T, string>,
  index: string,
  keys: readonly string[],
  take: (found: Map<string, string[]>) => unknown,
): Promise<void> {
  for (let at = 0; at < keys.length; at += PAGE) {
    const asked = keys.slice(at, at + PAGE);
    const answers = await Promise.all(
      asked.map((key) => table.where(index).equals(key).primaryKeys()),
    );
    const found = new Map<string, string[]>();
    answers.forEach((here, which) => {
      if (here.length > 0) found.set(asked[which]!, here);
    });
    if (found.size > 0) await take(found);
  }
}

/** The library, read by somebody who never writes: a worker. It has no part in the sentinel, and tells nobody anything. */
export interface LibraryReader {
  /**
   * Which of these clips and events are here, and which clips stand under these address keys, the trash's last. Unreadable
   * ones too.
   */
  findPresent(asked: {
    ids: readonly string[];
    addressKeys: readonly string[];
    eventIds: readonly string[];
  }): Promise<{ ids: Set<string>; idsOfKey: Map<string, string[]>; eventIds: Set<string> }>;
  /** Those of these clips that are here and can be read, by id. */
  getClips(ids: readonly string[]): Promise<Map<string, Clip>>;
  /** Every clip that can be read, trash included, newest first, a page at a time; how many cannot. */
  everyClip(): AsyncGenerator<{ clips: Clip[]; unreadable: number }>;
  everyEvent(): Promise<ObservedEvent[]>;
  close(): void;
}

/** Rejects with a Refusal where the database cannot be opened. It closes by itself when a newer version wants in. */
export async function openReader(databaseName: string = DATABASE_NAME): Promise<LibraryReader> {
  const database = new ClincherDatabase(databaseName);
  try {
    await openDatabase(database);
  } catch (error) {
    database.close();
    throw error;
  }
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  const { clips, texts, events } = database;

  async function whole(rows: readonly ClipRow[]): Promise<Clip[]> {
    const heads = rows.flatMap((row): ClipHead[] => {
      const read = readRow('clips', row);
      return read.ok ? [read.record] : [];
    });
    const found = await texts.bulkGet(heads.map(({ id }) => id));
    return heads.map((head, index) => ({ ...head, text: found[index]?.text ?? '' }));
  }

  /** Which of these are primary keys of the table. */
  async function idsIn<T>(table: Table<T, string>, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length > MANY) {
      const here = new Set(await table.toCollection().primaryKeys());
      return new Set(ids.filter((id) => here.has(id)));
    }
    const found = new Set<string>();
    await keysUnder(table, 'id', ids, (here) => here.forEach((_, id) => found.add(id)));
    return found;
  }

  return {
    async findPresent({ ids, addressKeys, eventIds }) {
      const idsOfKey = new Map<string, string[]>();
      await database.transaction('r', [clips], async () => {
        const isHere = new Map<string, Place>();
        await keysUnder(clips, 'record.addressKeys', addressKeys, async (found) => {
          const standing = [...found.values()].flat();
          const unknown = [...new Set(standing)].filter((id) => !isHere.has(id));
          for (const row of await clips.bulkGet(unknown)) if (row) isHere.set(row.id, row.place);
          for (const [key, here] of found) {
            const inTrash = (id: string) => Number(isHere.get(id) === 'trash');
            idsOfKey.set(
              key,
              here.sort((a, b) => inTrash(a) - inTrash(b)),
            );
          }
        });
      });
      return {
        ids: await idsIn(clips, ids),
        idsOfKey,
        eventIds: await idsIn(events, eventIds),
      };
    },

    async getClips(ids) {
      const found = new Map<string, Clip>();
      for (let at = 0; at < ids.length; at += PAGE) {
        const rows = await clips.bulkGet(ids.slice(at, at + PAGE));
        for (const clip of await whole(rows.filter((row) => row !== undefined))) {
          found.set(clip.id, clip);
        }
      }
      return found;
    },

    async *everyClip() {
      const ids = await clips.orderBy('[place+rank+id]').primaryKeys();
      for (let at = 0; at < ids.length; at += PAGE) {
        const rows = (await clips.bulkGet(ids.slice(at, at + PAGE))).filter(
          (row) => row !== undefined,
        );
        const read = await whole(rows);
        yield { clips: read, unreadable: rows.length - read.length };
      }
    },

    async everyEvent() {
      const rows = await events.orderBy('[place+rank+id]').toArray();
      return rows.flatMap((row) => {
        const read = readRow('events', row);
        return read.ok ? [read.record] : [];
      });
    },

    close: () => database.close(),
  };
}

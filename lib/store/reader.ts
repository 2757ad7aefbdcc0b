import type { Clip, ClipHead } from '../model/clip.ts';
import type { ObservedEvent } from '../model/event.ts';
import { openDatabase } from './open-database.ts';
import { readRow } from './records.ts';
import { ClincherDatabase, DATABASE_NAME, type ClipRow } from './tables.ts';

const PAGE = 500;
/** Beyond so many keys it is quicker to look through all there are than to look each one up. */
const MANY = 2000;

/** The library, read by somebody who never writes: a worker. It has no part in the sentinel, and tells nobody anything. */
export interface LibraryReader {
  /** Which of these ids are here, and which clips stand under these address keys, the trash's last. Unreadable ones too. */
  findPresent(asked: {
    ids: readonly string[];
    addressKeys: readonly string[];
  }): Promise<{ ids: Set<string>; idsOfKey: Map<string, string[]> }>;
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

  return {
    async findPresent({ ids, addressKeys }) {
      const here =
        ids.length > MANY
          ? new Set(await clips.toCollection().primaryKeys())
          : new Set(
              await clips
                .where('id')
                .anyOf([...ids])
                .primaryKeys(),
            );
      const wanted = new Set(addressKeys);
      const idsOfKey = new Map<string, string[]>();
      const rows = clips.where('record.addressKeys').anyOf([...wanted]);
      await rows.each((row, { key }) => {
        const standing = idsOfKey.get(String(key)) ?? [];
        if (row.place === 'trash') standing.push(row.id);
        else standing.unshift(row.id);
        idsOfKey.set(String(key), standing);
      });
      return { ids: new Set(ids.filter((id) => here.has(id))), idsOfKey };
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

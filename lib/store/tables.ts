import { Dexie, type Table } from 'dexie';
import type { KeptRecord } from '../model/kept-record.ts';
import { newId } from '../model/identity.ts';

export const DATABASE_NAME = 'clincher';
/** Raised when stores or indexes change, not when a record's shape does. */
export const DATABASE_VERSION = 2;

/** A stored record as it lies on disk: of any version, not yet looked at. */
export type RawRecord = Record<string, unknown>;

/**
 * Records lie inside rows, beside the keys they are found by: instants with offsets do not sort as text, null
 * cannot be indexed, and a record of an older version still needs its place in the list.
 */
export interface Row {
  id: string;
  /** Minus the milliseconds of the instant it is listed by, so that newest first is the index's own order. */
  rank: number;
  record: RawRecord;
}
export type Place = 'library' | 'trash';
export interface ClipRow extends Row {
  place: Place;
}
export interface EventRow extends Row {
  place: Place;
}
/** A clip's text, apart from the rest: a hundred times longer, and lists and filters never ask for it. */
export interface TextRow {
  id: string;
  text: string;
}
/** A clip whose entry in the search index is older than the clip; written in the transaction that changed the clip. */
export interface UnindexedRow {
  id: string;
  /** Another one with every change: a clip that changed while it was read stays in the queue. */
  stamp: string;
}
/** A piece of the search index as lib/search wrote it: its bytes, the ids of its clips, and what they are filtered by. */
export interface SegmentRow {
  number: number;
  data: unknown;
}
/** Where the words of a segment stand in its clips: only phrases ask for it. */
export interface PositionsRow {
  number: number;
  data: unknown;
}
/** Which segments there are, and which of their clips have been replaced since. One row. */
export interface CatalogueRow {
  key: 'catalogue';
  /** Grows with every change of the index. */
  version: number;
  /** Who wrote it; what another version wrote is dropped, and all clips are read anew. */
  format: string;
  /** For the next segment; none is given twice. */
  nextNumber: number;
  segments: { number: number; clips: number; dead: number; deadBits: Uint8Array | null }[];
  /** Clips that could not be read; another version may. */
  unreadable: string[];
}
/** A small thing to remember about this library: when it was last backed up, say. */
export interface SettingRow {
  key: string;
  value: unknown;
}
/** The database's own record of itself: which one it is, and how many rows it has (trash included). */
export interface LibraryRow extends Counts {
  key: 'library';
  /** Random, given when the database was made. */
  generation: string;
  /** How often a clip was made, changed or erased here: what has come since the last backup. */
  clipChanges?: number;
  /** The sentinel whose alarm a restored backup has answered, should nobody have lived to write a new one. */
  settles?: SettledSentinel;
}
export interface SettledSentinel {
  generation: string;
  updatedAt: string;
}
/** A piece of a backup on its way in. Nobody reads it before all of them are here, and then they move in one transaction. */
export interface StagedRow {
  number?: number;
  records: KeptRecord[];
}
/**
 * Kept in the same transaction as the rows: counting 10,000 rows takes Chromium 0.1 s, too long for every popup
 * that opens.
 */
export interface Counts {
  clips: number;
  campaigns: number;
}

/**
 * Every transaction that writes goes through this table, so that there is one at a time. Where Chromium is killed during
 * two long ones at once, over different tables of one database, it cannot start afresh: undoing them, it wants what both
 * had shared for each alone (LevelDBScopes::Initialize, "Invalid locks on disk"), and deletes the database. Chosen because
 * next to nobody reads it, for readers would wait.
 */
export const TURNSTILE = 'staging';

export type TableName = 'clips' | 'campaigns' | 'scenarios' | 'events' | 'views';

export class ClincherDatabase extends Dexie {
  declare clips: Table<ClipRow, string>;
  declare campaigns: Table<Row, string>;
  declare scenarios: Table<Row, string>;
  declare events: Table<EventRow, string>;
  declare views: Table<Row, string>;
  declare texts: Table<TextRow, string>;
  declare unindexed: Table<UnindexedRow, string>;
  declare segments: Table<SegmentRow, number>;
  declare positions: Table<PositionsRow, number>;
  declare catalogue: Table<CatalogueRow, string>;
  declare settings: Table<SettingRow, string>;
  declare staging: Table<StagedRow, number>;
  declare meta: Table<LibraryRow, string>;

  constructor(name: string) {
    // Strict: an acknowledged save survives a power cut (about 1.6 ms a save). No auto-open: a database that
    // closed for a newer version must not be opened again behind our back.
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false, cache: 'disabled' });
    this.use({
      stack: 'dbcore',
      name: 'one writer at a time',
      create: (core) => ({
        ...core,
        transaction: (tables, mode, options) =>
          core.transaction(
            mode === 'readwrite' ? [...new Set([...tables, TURNSTILE])] : tables,
            mode,
            options,
          ),
      }),
    });
    this.version(1).stores({
      clips: 'id, [place+rank+id], *record.addressKeys, *record.tags',
      campaigns: 'id, rank',
      scenarios: 'id, record.campaignId, rank',
      meta: 'key',
    });
    this.version(2)
      .stores({
        clips: 'id, [place+rank+id], *record.addressKeys',
        texts: 'id',
        events: 'id, [place+rank+id], *record.clipIds',
        views: 'id, rank',
        unindexed: 'id',
        segments: 'number',
        positions: 'number',
        catalogue: 'key',
        settings: 'key',
        staging: '++number',
      })
      .upgrade(async (upgrading) => {
        const texts = upgrading.table<TextRow>('texts');
        const unindexed = upgrading.table<UnindexedRow>('unindexed');
        const moved: TextRow[] = [];
        await upgrading
          .table<ClipRow>('clips')
          .toCollection()
          .modify((row) => {
            const { text, ...head } = row.record;
            moved.push({ id: row.id, text: typeof text === 'string' ? text : '' });
            row.record = head;
          });
        await texts.bulkPut(moved);
        await unindexed.bulkPut(unindexedRows(moved.map(({ id }) => id)));
      });
  }
}

export function rankOf(instant: string): number {
  return -Date.parse(instant);
}

/** What to write into the queue of the index, in the transaction that changes these clips or an event of theirs. */
export function unindexedRows(ids: Iterable<string>): UnindexedRow[] {
  const stamp = newId();
  return [...ids].map((id) => ({ id, stamp }));
}

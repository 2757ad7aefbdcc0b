import { Dexie, type Table } from 'dexie';

export const DATABASE_NAME = 'clincher';
/** Raised when stores or indexes change, not when a record's shape does. */
export const DATABASE_VERSION = 1;

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
/** The database's own record of itself: which one it is, and how many rows it has (trash included). */
export interface LibraryRow extends Counts {
  key: 'library';
  /** Random, given when the database was made. */
  generation: string;
}
/**
 * Kept in the same transaction as the rows: counting 10,000 rows takes Chromium 0.1 s, too long for every popup
 * that opens.
 */
export interface Counts {
  clips: number;
  campaigns: number;
}

export type TableName = 'clips' | 'campaigns' | 'scenarios';

export class ClincherDatabase extends Dexie {
  declare clips: Table<ClipRow, string>;
  declare campaigns: Table<Row, string>;
  declare scenarios: Table<Row, string>;
  declare meta: Table<LibraryRow, string>;

  constructor(name: string) {
    // Strict: an acknowledged save survives a power cut (about 1.6 ms a save). No auto-open: a database that
    // closed for a newer version must not be opened again behind our back.
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false, cache: 'disabled' });
    this.version(DATABASE_VERSION).stores({
      clips: 'id, [place+rank+id], *record.addressKeys, *record.tags',
      campaigns: 'id, rank',
      scenarios: 'id, record.campaignId, rank',
      meta: 'key',
    });
  }
}

export function rankOf(instant: string): number {
  return -Date.parse(instant);
}

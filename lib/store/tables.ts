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
export interface MetaRow {
  key: 'generation';
  value: string;
}

export type TableName = 'clips' | 'campaigns' | 'scenarios';

export class ClincherDatabase extends Dexie {
  declare clips: Table<ClipRow, string>;
  declare campaigns: Table<Row, string>;
  declare scenarios: Table<Row, string>;
  declare meta: Table<MetaRow, string>;

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

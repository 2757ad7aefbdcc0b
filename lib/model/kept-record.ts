/** A record as it lies in the library's database: of any version, readable or not. What a backup is made of. */

/** Everything a library keeps that is not made anew from the rest, as the search index is. */
export const KEPT_TABLES = [
  'clips',
  'campaigns',
  'scenarios',
  'events',
  'views',
  'settings',
] as const;
export type KeptTable = (typeof KEPT_TABLES)[number];

export interface KeptRecord {
  table: KeptTable;
  /** The whole row, with the keys it is found by. */
  row: Record<string, unknown>;
  /** A clip's text, which lies apart from it; null for anything else, and for a clip that has none. */
  text: string | null;
}

export type KeptCounts = Record<KeptTable, number>;

export function noneKept(): KeptCounts {
  return { clips: 0, campaigns: 0, scenarios: 0, events: 0, views: 0, settings: 0 };
}

/** The name of the key that a table's rows lie under. */
export function keyName(table: KeptTable): 'id' | 'key' {
  return table === 'settings' ? 'key' : 'id';
}

/** What the record lies under. */
export function keyOf({ table, row }: KeptRecord): string {
  return String(row[keyName(table)]);
}

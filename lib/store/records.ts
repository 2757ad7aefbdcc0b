import { Campaign } from '../model/campaign.ts';
import { SavedView } from '../model/clip-query.ts';
import { ClipHead } from '../model/clip.ts';
import { ObservedEvent } from '../model/event.ts';
import { migrateRecord, type RecordKind } from '../model/migrations.ts';
import { Scenario } from '../model/scenario.ts';
import type { Row, TableName } from './tables.ts';

export interface RecordOf {
  clips: ClipHead;
  campaigns: Campaign;
  scenarios: Scenario;
  events: ObservedEvent;
  views: SavedView;
}

const SCHEMAS = {
  clips: ClipHead,
  campaigns: Campaign,
  scenarios: Scenario,
  events: ObservedEvent,
  views: SavedView,
};
const KINDS: Record<TableName, RecordKind> = {
  clips: 'clip',
  campaigns: 'campaign',
  scenarios: 'scenario',
  events: 'event',
  views: 'view',
};

/** A record that lies in the store and cannot be read: kept as it is, and said so. */
export interface UnreadableRecord {
  table: TableName;
  id: string;
  /** tooNew: a newer Clincher wrote it. */
  reason: 'tooNew' | 'noVersion' | 'invalid';
}

export type ReadRecord<T extends TableName> =
  { ok: true; record: RecordOf[T] } | { ok: false; unreadable: UnreadableRecord };

/** The record of a row, brought to the newest version and held against its schema. */
export function readRow<T extends TableName>(table: T, row: Row): ReadRecord<T> {
  const unreadable = (reason: UnreadableRecord['reason']): ReadRecord<T> => ({
    ok: false,
    unreadable: { table, id: row.id, reason },
  });
  const migrated = migrateRecord(KINDS[table], row.record);
  if (!migrated.ok) return unreadable(migrated.reason);
  const parsed = SCHEMAS[table].safeParse(migrated.record);
  return parsed.success ? { ok: true, record: parsed.data as RecordOf[T] } : unreadable('invalid');
}

/** Plain data of the newest shape, whatever came in: IndexedDB cannot clone a $state proxy. Throws if it is not one. */
export function plainRecord<T extends TableName>(table: T, record: RecordOf[T]): RecordOf[T] {
  return SCHEMAS[table].parse(record) as RecordOf[T];
}

const DAY_MS = 86_400_000;

/**
 * A new updatedAt, always another than the one before, which tells two dashboards apart: later by a
 * millisecond where the clock stands still or runs a little back, but not chained to a date far ahead.
 */
export function nextUpdatedAt(previous: string): string {
  const now = Date.now();
  const after = Date.parse(previous) + 1;
  return new Date(after > now && after < now + DAY_MS ? after : now).toISOString();
}

/** The same but for when it was saved. Both are plain records, so their keys stand in the schema's order. */
export function isUnchanged<T extends { updatedAt: string }>(stored: T, record: T): boolean {
  return (
    JSON.stringify({ ...stored, updatedAt: '' }) === JSON.stringify({ ...record, updatedAt: '' })
  );
}

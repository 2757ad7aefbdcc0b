import { isObject, whereOf, type JsonObject } from '../json/read-json.ts';
import type { Blemish } from '../json/scan.ts';
import { Clip, CLIP_LIMITS } from '../model/clip.ts';
import { EVENT_LIMITS, ObservedEvent } from '../model/event.ts';
import { Quote } from '../model/evidence.ts';
import { migrateRecord } from '../model/migrations.ts';
import type { z } from '../model/zod.ts';
import { FirstLibraryHead, headOfFirst, LIBRARY_FORMAT_VERSION, LibraryHead } from './format.ts';
import { firstPlace, titleOf, type ReadImport, type Unreadable } from './imported.ts';

/**
 * A list far too long, or of far too many bad entries, would make the schema write a complaint about each of them: the
 * first is enough.
 */
function firstFlood(record: JsonObject, longest: Record<string, number>): string | null {
  for (const [field, limit] of Object.entries(longest)) {
    const list = record[field];
    if (Array.isArray(list) && list.length > limit) return field;
  }
  return null;
}

const CLIP_LISTS = {
  authors: CLIP_LIMITS.authors,
  tags: CLIP_LIMITS.tags,
  quotes: CLIP_LIMITS.quotes,
  sectors: CLIP_LIMITS.labels,
  places: CLIP_LIMITS.labels,
  campaignIds: CLIP_LIMITS.labels,
  addressKeys: 8,
  reports: 100,
};
const EVENT_LISTS = {
  actors: EVENT_LIMITS.actors,
  sectors: EVENT_LIMITS.labels,
  places: EVENT_LIMITS.labels,
  claims: EVENT_LIMITS.claims,
  clipIds: EVENT_LIMITS.clips,
};

function firstBadQuote(record: JsonObject): string | null {
  const quotes: unknown[] = Array.isArray(record.quotes) ? record.quotes : [];
  const bad = quotes.findIndex((quote) => !Quote.safeParse(quote).success);
  return bad < 0 ? null : whereOf(['quotes', bad]);
}

type ReadRecord<T> =
  { ok: true; record: T } | { ok: false; reason: 'tooNew' | 'invalid'; where: string };

function readRecord<T>(
  kind: 'clip' | 'event',
  schema: z.ZodType<T>,
  flaw: (record: JsonObject) => string | null,
  value: unknown,
): ReadRecord<T> {
  if (!isObject(value)) return { ok: false, reason: 'invalid', where: '' };
  const migrated = migrateRecord(kind, value);
  if (!migrated.ok) {
    return migrated.reason === 'tooNew'
      ? { ok: false, reason: 'tooNew', where: '' }
      : { ok: false, reason: 'invalid', where: 'recordVersion' };
  }
  const where = flaw(migrated.record);
  if (where !== null) return { ok: false, reason: 'invalid', where };
  const parsed = schema.safeParse(migrated.record);
  return parsed.success
    ? { ok: true, record: parsed.data }
    : { ok: false, reason: 'invalid', where: firstPlace(parsed.error) };
}

const readClip = (value: unknown) =>
  readRecord(
    'clip',
    Clip,
    (record) => firstFlood(record, CLIP_LISTS) ?? firstBadQuote(record),
    value,
  );
const readEvent = (value: unknown) =>
  readRecord('event', ObservedEvent, (record) => firstFlood(record, EVENT_LISTS), value);

function readAll<T>(
  what: Unreadable['what'],
  entries: readonly unknown[],
  read: (value: unknown) => ReadRecord<T>,
  unreadable: Unreadable[],
): T[] {
  const records: T[] = [];
  for (const [index, entry] of entries.entries()) {
    const one = read(entry);
    if (one.ok) records.push(one.record);
    else {
      const title = titleOf(isObject(entry) ? entry.title : null);
      unreadable.push({ what, at: index + 1, title, reason: one.reason, where: one.where });
    }
  }
  return records;
}

function readHead(
  rest: JsonObject,
): { ok: true; head: LibraryHead } | { ok: false; error: z.ZodError } {
  if (rest.formatVersion === 1) {
    const first = FirstLibraryHead.safeParse(rest);
    return first.success
      ? { ok: true, head: headOfFirst(first.data) }
      : { ok: false, error: first.error };
  }
  const head = LibraryHead.safeParse(rest);
  return head.success ? { ok: true, head: head.data } : { ok: false, error: head.error };
}

/** Our own file. Strict, and nothing is mended: a record is as it was written, or it is named with its reason. */
export function readLibrary(file: JsonObject, blemish: Blemish | null): ReadImport {
  const version = file.formatVersion;
  if (typeof version === 'number' && version > LIBRARY_FORMAT_VERSION) {
    return { ok: false, reason: 'tooNew', version };
  }
  if (blemish) return { ok: false, reason: 'invalid', where: whereOf(blemish.path) };
  const isFirst = version === 1;
  const { clips: clipEntries, ...others } = file;
  const { events, ...rest } = others;
  const read = readHead(isFirst ? others : rest);
  if (!read.ok) return { ok: false, reason: 'invalid', where: firstPlace(read.error) };
  const eventEntries = isFirst ? [] : events;
  if (!Array.isArray(clipEntries)) return { ok: false, reason: 'invalid', where: 'clips' };
  if (!Array.isArray(eventEntries)) return { ok: false, reason: 'invalid', where: 'events' };
  const unreadable: Unreadable[] = [];
  const clips = readAll('clip', clipEntries as unknown[], readClip, unreadable);
  return {
    ok: true,
    kind: 'library',
    clips,
    events: readAll('event', eventEntries as unknown[], readEvent, unreadable),
    unreadable,
    head: read.head,
  };
}

import { isObject, whereOf, type JsonObject } from '../json/read-json.ts';
import type { Blemish } from '../json/scan.ts';
import { Clip, CLIP_LIMITS } from '../model/clip.ts';
import { Quote } from '../model/evidence.ts';
import { migrateRecord } from '../model/migrations.ts';
import { LIBRARY_FORMAT_VERSION, LibraryHead } from './format.ts';
import { firstPlace, titleOf, type ReadImport, type Unreadable } from './imported.ts';

/**
 * A list far too long, or of far too many bad entries, would make the schema write a complaint about each of them: the
 * first is enough.
 */
function firstFlood(record: JsonObject): string | null {
  const longest = {
    authors: CLIP_LIMITS.authors,
    tags: CLIP_LIMITS.tags,
    quotes: CLIP_LIMITS.quotes,
    addressKeys: 8,
    reports: 100,
  };
  for (const [field, limit] of Object.entries(longest)) {
    const list = record[field];
    if (Array.isArray(list) && list.length > limit) return field;
  }
  const quotes: unknown[] = Array.isArray(record.quotes) ? record.quotes : [];
  const bad = quotes.findIndex((quote) => !Quote.safeParse(quote).success);
  return bad < 0 ? null : whereOf(['quotes', bad]);
}

function readClip(
  value: unknown,
): { ok: true; clip: Clip } | { ok: false; reason: 'tooNew' | 'invalid'; where: string } {
  if (!isObject(value)) return { ok: false, reason: 'invalid', where: '' };
  const migrated = migrateRecord('clip', value);
  if (!migrated.ok) {
    return migrated.reason === 'tooNew'
      ? { ok: false, reason: 'tooNew', where: '' }
      : { ok: false, reason: 'invalid', where: 'recordVersion' };
  }
  const flood = firstFlood(migrated.record);
  if (flood !== null) return { ok: false, reason: 'invalid', where: flood };
  const parsed = Clip.safeParse(migrated.record);
  return parsed.success
    ? { ok: true, clip: parsed.data }
    : { ok: false, reason: 'invalid', where: firstPlace(parsed.error) };
}

/** Our own file. Strict, and nothing is mended: a clip is as it was written, or it is named with its reason. */
export function readLibrary(file: JsonObject, blemish: Blemish | null): ReadImport {
  const version = file.formatVersion;
  if (typeof version === 'number' && version > LIBRARY_FORMAT_VERSION) {
    return { ok: false, reason: 'tooNew', version };
  }
  if (blemish) return { ok: false, reason: 'invalid', where: whereOf(blemish.path) };
  const { clips: entries, ...rest } = file;
  const head = LibraryHead.safeParse(rest);
  if (!head.success) return { ok: false, reason: 'invalid', where: firstPlace(head.error) };
  if (!Array.isArray(entries)) return { ok: false, reason: 'invalid', where: 'clips' };

  const clips: Clip[] = [];
  const unreadable: Unreadable[] = [];
  for (const [index, entry] of (entries as unknown[]).entries()) {
    const read = readClip(entry);
    if (read.ok) clips.push(read.clip);
    else {
      const title = titleOf(isObject(entry) ? entry.title : null);
      unreadable.push({ at: index + 1, title, reason: read.reason, where: read.where });
    }
  }
  return { ok: true, kind: 'library', clips, unreadable, head: head.data };
}

import { bytesOf, isObject, readJson, textOf, type JsonLimits } from '../json/read-json.ts';
import type { Clip } from '../model/clip.ts';
import { EXCHANGE_LIMITS, LIBRARY_FORMAT } from './format.ts';
import type { AddressCraft, ReadEntries, ReadImport } from './imported.ts';
import { readBookmarks } from './read-bookmarks.ts';
import { readCsl } from './read-csl.ts';
import { readLibrary } from './read-library.ts';

export interface ImportCircumstances extends AddressCraft {
  now: string;
}

/**
 * Reads somebody's file: a library of ours, CSL-JSON, or a browser's bookmarks, told apart by how they begin. Never throws,
 * writes nothing. Size and depth are looked at before anything is parsed; a caller with a File should compare its size
 * with `EXCHANGE_LIMITS.bytes` before it even loads it.
 */
export function readImport(
  file: string | Uint8Array,
  { now, ...craft }: ImportCircumstances,
  limits: JsonLimits = EXCHANGE_LIMITS,
): ReadImport {
  if (bytesOf(file, limits.bytes) > limits.bytes) {
    return { ok: false, reason: 'tooLarge', what: 'bytes', limit: limits.bytes };
  }
  const text = textOf(file);
  if (text === null) return { ok: false, reason: 'unknownKind' };
  if (/^\s*</.test(text.slice(0, 1000))) {
    const isBookmarks = /<!doctype\s+netscape-bookmark-file-1/i.test(text.slice(0, 1000));
    if (!isBookmarks) return { ok: false, reason: 'unknownKind' };
    return readBookmarks(text, limits.items, now, craft);
  }
  const json = readJson(text, limits);
  if (!json.ok) {
    const looksLikeJson = /^\s*[{[]/.test(text.slice(0, 1000));
    return json.reason === 'notJson' && !looksLikeJson
      ? { ok: false, reason: 'unknownKind' }
      : json;
  }
  const { value, blemish } = json;
  if (Array.isArray(value)) {
    if (value.length > limits.items) return { ok: false, reason: 'tooMany', limit: limits.items };
    return readCsl(value, blemish, now, craft);
  }
  if (!isObject(value)) return { ok: false, reason: 'unknownKind' };
  if (value.format === 'clincher-snapshot') return { ok: false, reason: 'snapshot' };
  if (value.format !== LIBRARY_FORMAT) return { ok: false, reason: 'unknownKind' };
  return readLibrary(value, blemish);
}

/** What of the clips in a file is in the library already. */
export interface Present {
  ids: ReadonlySet<string>;
  addressKeys: ReadonlySet<string>;
}

export type Verdict =
  | 'new'
  /** The very clip is here, in the trash perhaps. */
  | 'here'
  /** Another clip of the same page is here. */
  | 'samePage'
  /** It stands in the file before. */
  | 'twice';
export interface Reviewed {
  clip: Clip;
  verdict: Verdict;
}

/**
 * What to do with each clip, before anything is written. A library of ours may hold two clips of one page, for its owner
 * wanted both; of bookmarks, the second is one too many.
 */
export function reviewImport({ kind, clips }: ReadEntries, present: Present): Reviewed[] {
  const ids = new Set<string>();
  const keys = new Set<string>();
  return clips.map((clip) => {
    const verdict = ((): Verdict => {
      if (ids.has(clip.id)) return 'twice';
      if (present.ids.has(clip.id)) return 'here';
      if (kind !== 'library' && clip.addressKeys.some((key) => keys.has(key))) return 'twice';
      if (clip.addressKeys.some((key) => present.addressKeys.has(key))) return 'samePage';
      return 'new';
    })();
    ids.add(clip.id);
    for (const key of clip.addressKeys) keys.add(key);
    return { clip, verdict };
  });
}

import { bytesOf, isObject, readJson, textOf, type JsonLimits } from '../json/read-json.ts';
import { EXCHANGE_LIMITS, LIBRARY_FORMAT } from './format.ts';
import type { AddressCraft, ReadImport } from './imported.ts';
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

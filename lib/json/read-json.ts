import { scanJson, type Blemish } from './scan.ts';

/** What a file may ask of us before we look at it closely. */
export interface JsonLimits {
  bytes: number;
  /** Brackets inside brackets. */
  depth: number;
  /** Entries of one list or object. */
  items: number;
}

export type JsonRefusal =
  | { ok: false; reason: 'notJson' }
  | { ok: false; reason: 'tooLarge'; what: 'bytes' | 'depth'; limit: number };
export type ReadJson =
  { ok: true; value: unknown; text: string; blemish: Blemish | null } | JsonRefusal;

const NOT_JSON = { ok: false, reason: 'notJson' } as const;
const LONGEST_NAME = 60;

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a file, or null where it is not UTF-8. A byte order mark, as some editors leave one, is passed over. */
export function textOf(file: string | Uint8Array): string | null {
  if (typeof file === 'string') return file.startsWith('\uFEFF') ? file.slice(1) : file;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return null;
  }
}

/** How many bytes a file takes, or at least as many as make it too large. */
export function bytesOf(file: string | Uint8Array, limit: number): number {
  // UTF-8 never takes fewer bytes than UTF-16 has units, so a string over the limit need not be encoded to know it.
  if (typeof file !== 'string' || file.length > limit) return file.length;
  return new TextEncoder().encode(file).length;
}

/** "scenario › actions › 3 › share › high": people count from 1, and a stranger's name for a field may be a novel. */
export function whereOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? String(part + 1) : String(part)))
    .map((part) => (part.length > LONGEST_NAME ? `${part.slice(0, LONGEST_NAME)}…` : part))
    .join(' › ');
}

/**
 * A stranger's JSON. Size and depth are looked at before anything is parsed; what is odd about it otherwise comes along
 * as its blemish, for the caller may have something better to say of a file that is not its own.
 */
export function readJson(file: string | Uint8Array, limits: JsonLimits): ReadJson {
  if (bytesOf(file, limits.bytes) > limits.bytes) {
    return { ok: false, reason: 'tooLarge', what: 'bytes', limit: limits.bytes };
  }
  const text = textOf(file);
  if (text === null) return NOT_JSON;
  const scan = scanJson(text, limits.depth, limits.items);
  if (!scan.ok) return { ok: false, reason: 'tooLarge', what: 'depth', limit: limits.depth };
  try {
    return { ok: true, value: JSON.parse(text), text, blemish: scan.blemish };
  } catch {
    return NOT_JSON;
  }
}

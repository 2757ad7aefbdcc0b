import { isObject, type JsonObject } from '../json/read-json.ts';
import { scanJson } from '../json/scan.ts';
import { KEPT_TABLES, keyName, type KeptRecord, type KeptTable } from '../model/kept-record.ts';
import type { BackupLimits } from './format.ts';

/** What the database can hold and JSON cannot. Nothing of ours is one; a record that cannot be read might hold some. */
type OddKind = 'undefined' | 'NaN' | 'Infinity' | '-Infinity' | '-0' | 'date';
/** Where it stands in the row, what it is, and a date's milliseconds (null for one that is no date). */
type Odd = [path: string[], kind: OddKind, time?: number | null];

const LONGEST_KEY = 200;

function oddKind(value: unknown): OddKind | null {
  if (value === undefined) return 'undefined';
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return '-0';
    return Number.isFinite(value) ? null : (String(value) as OddKind);
  }
  return value instanceof Date ? 'date' : null;
}

/** Collects what JSON would change without a word; false where it could not hold the value at all. */
function collectOdd(value: unknown, path: string[], odd: Odd[], depth: number): boolean {
  const kind = oddKind(value);
  if (kind === 'date') odd.push([path, kind, finiteOrNull((value as Date).getTime())]);
  else if (kind) odd.push([path, kind]);
  if (kind || typeof value !== 'object' || value === null) {
    return typeof value !== 'bigint';
  }
  if (depth === 0) return false;
  const names = Object.keys(value);
  if (Array.isArray(value)) {
    // A list with holes, or with names beside its numbers, is no list to JSON.
    if (names.length !== value.length) return false;
  } else if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  for (const name of names) {
    const part = (value as JsonObject)[name];
    // Most are texts and counts: not worth a path each.
    if (typeof part === 'string' || typeof part === 'boolean' || part === null) continue;
    if (!collectOdd(part, [...path, name], odd, depth - 1)) return false;
  }
  return true;
}

const finiteOrNull = (time: number) => (Number.isFinite(time) ? time : null);

/** The line of a record, or null where no line can hold it. */
export function lineOf({ table, row, text }: KeptRecord, limits: BackupLimits): string | null {
  const odd: Odd[] = [];
  const key = row[keyName(table)];
  if (typeof key !== 'string' || key.length > LONGEST_KEY) return null;
  // Two levels are the line's own, and one is to spare.
  if (!collectOdd(row, [], odd, limits.depth - 3)) return null;
  const line = JSON.stringify({
    table,
    row,
    ...(text !== null && { text }),
    ...(odd.length > 0 && { odd }),
  });
  return `${line}\n`;
}

function oddValue(kind: unknown, time: unknown): { value: unknown } | null {
  switch (kind) {
    case 'undefined':
      return { value: undefined };
    case 'NaN':
    case 'Infinity':
    case '-Infinity':
    case '-0':
      return { value: Number(kind) };
    case 'date':
      return time === null || typeof time === 'number' ? { value: new Date(time ?? NaN) } : null;
    default:
      return null;
  }
}

/** Puts back what JSON could not hold; false where that is not possible. A path goes by own names only. */
function putBackOdd(row: JsonObject, odd: unknown): boolean {
  if (!Array.isArray(odd)) return false;
  for (const entry of odd as unknown[]) {
    if (!Array.isArray(entry)) return false;
    const [path, kind, time] = entry as unknown[];
    const put = oddValue(kind, time);
    if (!put || !Array.isArray(path) || path.length === 0) return false;
    let holder: unknown = row;
    for (const name of path.slice(0, -1) as unknown[]) {
      if (typeof name !== 'string' || typeof holder !== 'object' || holder === null) return false;
      if (!Object.hasOwn(holder, name)) return false;
      holder = (holder as JsonObject)[name];
    }
    const name: unknown = path.at(-1);
    if (typeof name !== 'string' || typeof holder !== 'object' || holder === null) return false;
    const attributes = { ...put, writable: true, enumerable: true, configurable: true };
    // A list is set at an entry it has, and nowhere else.
    if (Array.isArray(holder) && !(/^\d+$/.test(name) && Object.hasOwn(holder, name))) {
      return false;
    }
    Object.defineProperty(holder, name, attributes);
  }
  return true;
}

export type ReadLine =
  { ok: true; record: KeptRecord } | { ok: false; reason: 'notJson' | 'notRecord' | 'tooDeep' };

/** A line's record. Looked through before it is parsed; what the record says is not looked at here. */
export function readLine(line: string, limits: BackupLimits): ReadLine {
  const scan = scanJson(line, limits.depth, limits.items);
  if (!scan.ok) return { ok: false, reason: 'tooDeep' };
  // An escaped name is how a name with a quotation mark is written; the same name twice nobody writes.
  if (scan.blemish && scan.blemish.problem !== 'escapedName') {
    return { ok: false, reason: 'notRecord' };
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, reason: 'notJson' };
  }
  const refused = { ok: false, reason: 'notRecord' } as const;
  if (!isObject(value)) return refused;
  const { table, row, text, odd, ...more } = value;
  if (Object.keys(more).length > 0 || !KEPT_TABLES.includes(table as KeptTable)) return refused;
  if (!isObject(row) || (text !== undefined && (table !== 'clips' || typeof text !== 'string'))) {
    return refused;
  }
  const key = row[keyName(table as KeptTable)];
  if (typeof key !== 'string' || key === '' || key.length > LONGEST_KEY) return refused;
  if (odd !== undefined && !putBackOdd(row, odd)) return refused;
  // Once more: what was put back may have been the key.
  if (row[keyName(table as KeptTable)] !== key) return refused;
  return {
    ok: true,
    record: { table: table as KeptTable, row, text: (text as string | undefined) ?? null },
  };
}

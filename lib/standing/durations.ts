/**
 * Reads how long strikes on record lasted, from a table of comma-separated values with a head line that names at least
 * `start` (YYYY-MM-DD), `duration_days` (whole days, the first and the last counted) and `industry` (may be empty).
 * Other columns are passed over. A file with one bad line is refused as a whole: a fit to what happened to be
 * readable would be a fit to something nobody chose.
 */

export interface StrikeDuration {
  /** First day, as days since 1 January 1970. */
  startDay: number;
  /** Whole days, the first and the last counted: at least 1. */
  days: number;
  /** As the file names it; '' where it says nothing. */
  industry: string;
}

export type DurationsRefusal =
  | { reason: 'empty' }
  | { reason: 'missingColumn'; column: string }
  | { reason: 'openQuote'; line: number }
  | { reason: 'fields'; line: number; found: number; expected: number }
  | { reason: 'start'; line: number; text: string }
  | { reason: 'days'; line: number; text: string };

export type DurationsRead =
  { ok: true; strikes: StrikeDuration[] } | ({ ok: false } & DurationsRefusal);

const MILLISECONDS_PER_DAY = 86_400_000;
const COLUMNS = ['start', 'duration_days', 'industry'] as const;

/** A civil date as days since 1 January 1970; null where there is no such day. */
export function dayNumber(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return null;
  return Math.round(time / MILLISECONDS_PER_DAY);
}

/** Days since 1 January 1970 as a civil date. */
export function dateOf(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Calendar years with their fraction: 1998 is its first day. */
export function yearOf(day: number): number {
  return 1970 + day / 365.2425;
}

/** The fields of a line; null where a quotation mark is not closed. */
function fieldsOf(line: string): string[] | null {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let text = '';
      at++;
      for (;;) {
        const end = line.indexOf('"', at);
        if (end < 0) return null;
        text += line.slice(at, end);
        at = end + 1;
        if (line[at] !== '"') break;
        text += '"';
        at++;
      }
      fields.push(text);
    } else {
      const end = line.indexOf(',', at);
      fields.push(line.slice(at, end < 0 ? line.length : end));
      at = end < 0 ? line.length : end;
    }
    if (at >= line.length) return fields;
    at++;
    if (at === line.length) {
      fields.push('');
      return fields;
    }
  }
}

/** Lines are counted as an editor counts them: the head is line 1. */
export function readDurations(text: string): DurationsRead {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const head = fieldsOf(lines[0] ?? '');
  if (!head || lines[0]!.trim() === '') return { ok: false, reason: 'empty' };
  const names = head.map((name) => name.trim().toLowerCase());
  for (const column of COLUMNS) {
    if (!names.includes(column)) return { ok: false, reason: 'missingColumn', column };
  }
  const [start, days, industry] = COLUMNS.map((column) => names.indexOf(column)) as [
    number,
    number,
    number,
  ];
  const strikes: StrikeDuration[] = [];
  for (let index = 1; index < lines.length; index++) {
    const text = lines[index]!;
    if (text.trim() === '') continue;
    const line = index + 1;
    const fields = fieldsOf(text);
    if (!fields) return { ok: false, reason: 'openQuote', line };
    if (fields.length !== names.length) {
      return { ok: false, reason: 'fields', line, found: fields.length, expected: names.length };
    }
    const startDay = dayNumber(fields[start]!.trim());
    if (startDay === null) return { ok: false, reason: 'start', line, text: fields[start]! };
    const duration = fields[days]!.trim();
    if (!/^[1-9]\d{0,4}$/.test(duration)) {
      return { ok: false, reason: 'days', line, text: fields[days]! };
    }
    strikes.push({ startDay, days: Number(duration), industry: fields[industry]!.trim() });
  }
  if (strikes.length === 0) return { ok: false, reason: 'empty' };
  return { ok: true, strikes };
}

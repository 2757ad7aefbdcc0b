import { bytesOf } from '../json/read-json.ts';

/** A cell by where a spreadsheet shows it; both count from 1. */
export interface CellPlace {
  row: number;
  column: number;
}

export interface CsvLimits {
  bytes: number;
  cells: number;
}

export type CsvRefusal =
  | { ok: false; reason: 'tooLarge'; what: 'bytes' | 'cells'; limit: number }
  | { ok: false; reason: 'notText' }
  | { ok: false; reason: 'empty' }
  | { ok: false; reason: 'quote'; at: CellPlace }
  | { ok: false; reason: 'ragged'; row: number; cells: number; expected: number };

/** A record with the row it stands in; rows without anything in them are passed over, and still counted. */
export interface CsvRecord {
  row: number;
  cells: string[];
}
export type ReadCsv = { ok: true; records: CsvRecord[] } | CsvRefusal;

/** In the order that decides where the first row has as many of one as of another. */
const SEPARATORS = ['\t', ';', ','] as const;
type Separator = (typeof SEPARATORS)[number];

/** UTF-8, or UTF-16 where its mark says so; null for what is neither, or holds a NUL, as no text does. */
function decode(file: string | Uint8Array): string | null {
  let text: string;
  if (typeof file === 'string') {
    text = file;
  } else {
    const encoding =
      file[0] === 0xff && file[1] === 0xfe
        ? 'utf-16le'
        : file[0] === 0xfe && file[1] === 0xff
          ? 'utf-16be'
          : 'utf-8';
    try {
      text = new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      return null;
    }
  }
  if (text.includes('\0')) return null;
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The one that stands most often in the first row, outside of quotes. */
function separatorOf(text: string): Separator {
  const counts = { '\t': 0, ';': 0, ',': 0 };
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '\n' || sign === '\r') break;
    else if (sign in counts) counts[sign as Separator]++;
  }
  return SEPARATORS.reduce((best, each) => (counts[each] > counts[best] ? each : best));
}

/**
 * A table of text after RFC 4180, or parted by semicolons or tabs as spreadsheets do where the comma is the decimal
 * mark. Strict: a quote stands around a whole cell or is doubled inside one, and every row has as many cells as the
 * first. Never throws.
 */
export function readCsv(file: string | Uint8Array, limits: CsvLimits): ReadCsv {
  if (bytesOf(file, limits.bytes) > limits.bytes) {
    return { ok: false, reason: 'tooLarge', what: 'bytes', limit: limits.bytes };
  }
  let text = decode(file);
  if (text === null) return { ok: false, reason: 'notText' };
  let row = 1;
  // Excel's own first line, which no other program shows.
  const told = /^sep=([,;\t])(\r\n|\r|\n)/i.exec(text);
  if (told) {
    text = text.slice(told[0].length);
    row = 2;
  }
  const separator = (told?.[1] as Separator | undefined) ?? separatorOf(text);

  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let total = 0;
  let at = 0;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0) return { ok: false, reason: 'quote', at: { row, column: cells.length + 1 } };
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      const next = text[at];
      if (next !== undefined && next !== separator && next !== '\n' && next !== '\r') {
        return { ok: false, reason: 'quote', at: { row, column: cells.length + 1 } };
      }
    } else {
      let end = at;
      while (
        end < text.length &&
        text[end] !== separator &&
        text[end] !== '\n' &&
        text[end] !== '\r'
      ) {
        end++;
      }
      cell = text.slice(at, end);
      if (cell.includes('"')) {
        return { ok: false, reason: 'quote', at: { row, column: cells.length + 1 } };
      }
      at = end;
    }
    cells.push(cell);
    if (++total > limits.cells) {
      return { ok: false, reason: 'tooLarge', what: 'cells', limit: limits.cells };
    }
    if (text[at] === separator) {
      at++;
      // A file may end after a separator: then its last cell is empty.
      if (at < text.length) continue;
      cells.push('');
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    if (cells.some((each) => each.trim() !== '')) {
      const expected = records[0]?.cells.length ?? cells.length;
      if (cells.length !== expected) {
        return { ok: false, reason: 'ragged', row, cells: cells.length, expected };
      }
      records.push({ row, cells });
    }
    cells = [];
    row++;
  }
  return records.length === 0 ? { ok: false, reason: 'empty' } : { ok: true, records };
}

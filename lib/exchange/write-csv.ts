import { messages } from '../messages/messages.ts';
import type { Clip } from '../model/clip.ts';
import type { ExportChoice } from './format.ts';

/**
 * A spreadsheet would take a cell that begins so for a formula, and run it: it gets an apostrophe before it. One that has
 * apostrophes there already gets another, so that a program finds what was written: where apostrophes stand before such
 * a sign, the first is ours.
 */
const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/;

function cell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table for spreadsheets after RFC 4180, its first line the names of the columns. A list is one cell, parted by "; ". */
export function writeCsv(
  clips: readonly Clip[],
  choice: ExportChoice,
  { byteOrderMark }: { byteOrderMark: boolean },
): string[] {
  const names = messages.exchange.columns;
  const columns: [string, (clip: Clip) => string][] = [
    [names.title, (clip) => clip.title],
    [names.authors, (clip) => clip.authors.join('; ')],
    [names.publication, (clip) => clip.siteName],
    [names.published, (clip) => clip.publishedAt ?? ''],
    [names.language, (clip) => clip.language],
    [names.address, (clip) => clip.address ?? ''],
    [names.canonicalAddress, (clip) => clip.canonicalAddress ?? ''],
    [names.archived, (clip) => clip.archiveAddress ?? ''],
    [names.reports, (clip) => clip.reports.map((kind) => messages.kinds.names[kind]).join('; ')],
    [names.sectors, (clip) => clip.sectors.join('; ')],
    [names.places, (clip) => clip.places.join('; ')],
    [names.excerpt, (clip) => clip.excerpt],
    [names.quotes, (clip) => clip.quotes.map(({ exact }) => exact).join('\n\n')],
    [names.clippedOn, (clip) => clip.clippedAt.slice(0, 10)],
  ];
  if (choice.includeTags) columns.push([names.tags, (clip) => clip.tags.join('; ')]);
  if (choice.includeNotes) columns.push([names.note, (clip) => clip.note]);
  const line = (cells: string[]) => `${cells.map(cell).join(',')}\r\n`;
  return [
    (byteOrderMark ? '\uFEFF' : '') + line(columns.map(([name]) => name)),
    ...clips.map((clip) => line(columns.map(([, read]) => read(clip)))),
  ];
}

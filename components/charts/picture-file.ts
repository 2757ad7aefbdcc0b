/** What a saved picture is called, and its numbers as a table for other programs. */

export type Cell = string | number | null;

/** The numbers a picture is drawn from, unrounded. */
export interface PictureData {
  head: string[];
  rows: () => Cell[][];
}

const LONGEST_PART = 40;

function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_PART)
    .replace(/^-+|-+$/g, '');
}

/** "posti-finland-2019-what-it-rests-on.csv": campaign and picture, nothing else of the library. */
export function pictureFileName(campaign: string, title: string, ending: string): string {
  const name = [campaign, title].map(slug).filter(Boolean).join('-');
  return `${name || 'clincher'}.${ending}`;
}

/** Spreadsheets run what begins like this; a name that somebody else wrote must stay a name. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  // A number that is none (a fan that has no end) stays empty rather than becoming a word.
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, numbers with a point and every digit they have; the mark in front tells spreadsheets that it is UTF-8. */
export function csvText({
  head,
  rows,
}: {
  head: readonly string[];
  rows: readonly Cell[][];
}): string {
  return '\ufeff' + [head, ...rows].map((row) => row.map(csvCell).join(',') + '\r\n').join('');
}

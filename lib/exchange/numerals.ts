/**
 * Numbers as a whole file writes them. One cell alone may be read two ways ("1,234"); the others of its file usually
 * say which. Where they do not, nobody guesses.
 */
export type DecimalMark = '.' | ',';

const MISSING = new Set(['', ':', '..', '...', '…', '-', '–', 'n/a', 'na']);
const SPACES = /(?<=\d)[\s\u00a0\u202f\u2009'’](?=\d{3}(?!\d))/gu;

/** What statistical offices write where there is no figure. */
export function isMissing(text: string): boolean {
  return MISSING.has(text.trim().toLowerCase());
}

function bareOf(text: string): string {
  return text.trim().replace(/^[−–]/, '-').replace(SPACES, '');
}

export type DecimalMarkFound<At> =
  | { kind: 'mark'; mark: DecimalMark }
  /** "1,234" may be a thousand and more, or a little over one: the first cell that leaves it open. */
  | { kind: 'open'; at: At; text: string; mark: DecimalMark }
  | { kind: 'mixed'; at: At; text: string; otherAt: At; otherText: string };

/** The decimal mark that a text can only have, or whether it leaves it open, or neither. */
function saysOf(text: string): { mark: DecimalMark } | { open: DecimalMark } | null {
  const bare = bareOf(text).replace(/^[+-]/, '');
  if (!/^[\d.,]+([eE][+-]?\d+)?$/.test(bare)) return null;
  const [digits = '', exponent] = bare.split(/[eE]/);
  const marks = digits.match(/[.,]/g) ?? [];
  const last = marks.at(-1) as DecimalMark | undefined;
  if (last === undefined) return null;
  const other = last === '.' ? ',' : '.';
  if (new Set(marks).size === 2) return { mark: last };
  if (marks.length > 1) return { mark: other };
  const [head = '', tail = ''] = digits.split(last);
  const parted = /^[1-9]\d{0,2}$/.test(head) && tail.length === 3 && exponent === undefined;
  return parted ? { open: last } : { mark: last };
}

export function decimalMarkOf<At>(cells: Iterable<{ text: string; at: At }>): DecimalMarkFound<At> {
  let found: { mark: DecimalMark; text: string; at: At } | null = null;
  let open: { mark: DecimalMark; text: string; at: At } | null = null;
  for (const { text, at } of cells) {
    const says = saysOf(text);
    if (says === null) continue;
    if ('open' in says) {
      open ??= { mark: says.open, text, at };
    } else if (found === null) {
      found = { mark: says.mark, text, at };
    } else if (found.mark !== says.mark) {
      return { kind: 'mixed', at: found.at, text: found.text, otherAt: at, otherText: text };
    }
  }
  if (found) return { kind: 'mark', mark: found.mark };
  return open ? { kind: 'open', ...open } : { kind: 'mark', mark: '.' };
}

const NUMERALS: Record<DecimalMark, RegExp> = {
  '.': /^[+-]?(?:(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/,
  ',': /^[+-]?(?:(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d*)?|,\d+)(?:[eE][+-]?\d{1,3})?$/,
};

/** The number that a text stands for where this is the decimal mark; null where it is none. */
export function readNumeral(text: string, mark: DecimalMark): number | null {
  const bare = bareOf(text);
  if (!NUMERALS[mark].test(bare)) return null;
  const value = Number(bare.replaceAll(mark === '.' ? ',' : '.', '').replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

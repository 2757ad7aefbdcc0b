/** A word of a text: folded to lower case, with its place in the text and the number of its sentence. */
export interface Token {
  word: string;
  start: number;
  end: number;
  sentence: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const WORD_WITHOUT_APOSTROPHE = /[\p{L}\p{M}\p{N}]+/gu;
const PLAIN = /^[a-z0-9']*$/;
/** What is looked up is never longer; a page's longest "word" may be a megabyte. */
const LONGEST_WORD = 60;
/** What runs on beyond is cut: each sentence is looked through as a whole. */
const LONGEST_SENTENCE = 80;

/** After a number a dot and a capital may still be a date. */
const GERMAN_MONTHS = /^(?:Jan|Feb|März|Mär|April|Apr|Mai|Juni|Juli|Aug|Sep|Okt|Nov|Dez)/;

function endsSentence(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const sign = text[at]!;
    if (sign === '\n' || sign === ';') return true;
    if ('.!?…'.includes(sign) && at + 1 < to && /[\s”"»)]/.test(text[at + 1]!)) {
      if (sign === '.' && isDotWithin(text, at, to)) continue;
      return true;
    }
  }
  return false;
}

/** "3. toukokuuta", "16. März", "bl. a. i": what goes on in small letters, or as a month, is the same sentence. */
function isDotWithin(text: string, dot: number, next: number): boolean {
  if (/\p{Ll}/u.test(text[next] ?? '')) return true;
  const isAfterDay = /\d/.test(text[dot - 1] ?? '') && !/\d{3}/.test(text.slice(dot - 3, dot));
  return isAfterDay && GERMAN_MONTHS.test(text.slice(next, next + 5));
}

/** The words of a text in order, in time proportional to its length. French parts its words at an apostrophe. */
export function readTokens(text: string, splitsApostrophe = false): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let before = 0;
  let words = 0;
  for (const match of text.matchAll(splitsApostrophe ? WORD_WITHOUT_APOSTROPHE : WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    if (tokens.length > 0 && (words === LONGEST_SENTENCE || endsSentence(text, before, start))) {
      sentence++;
      words = 0;
    }
    words++;
    before = end;
    let word = match[0].slice(0, LONGEST_WORD).toLowerCase();
    // Most words are plain, and plain ones are ready.
    if (!PLAIN.test(word)) word = word.normalize('NFC').toLowerCase().replaceAll('’', "'");
    tokens.push({ word, start, end, sentence });
  }
  return tokens;
}

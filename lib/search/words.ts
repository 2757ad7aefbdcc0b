/**
 * Where words begin and end, and which count as the same: letters and digits, without case and accents. Scripts that
 * put no spaces between words give every letter alone; a word typed in them is then found as a phrase, wherever it
 * stands, and the index does not depend on a browser's dictionary (Intl.Segmenter's differ).
 */

/** A word is kept up to this length; a page may be one word of 400,000 letters. */
export const LONGEST_WORD = 48;
/** Read before folding: marks that fold away must not push letters out. */
const LONGEST_READ = 192;
/** Titles are sorted by so much of them. */
const LONGEST_TITLE_KEY = 80;

const UNKNOWN = 0;
const BETWEEN = 1;
const LETTER = 2;
/** Belongs to the letter before it. */
const MARK = 3;
const ALONE = 4;

const IS_LETTER = /[\p{L}\p{N}]/u;
/** Halfwidth voicing marks and invisible joiners go with their letter, too. */
const IS_MARK = /\p{M}|\u00AD|\u200C|\u200D|\u2060|\uFEFF|\uFF9E|\uFF9F/u;
const IS_ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3005\u30FC\uFF70]/u;

function look(character: string): number {
  if (IS_MARK.test(character)) return MARK;
  if (!IS_LETTER.test(character)) return BETWEEN;
  return IS_ALONE.test(character) ? ALONE : LETTER;
}

/** What each character of the first plane is, looked up once. */
const kinds = new Uint8Array(0x10000);
const rareKinds = new Map<number, number>();

function kindOf(code: number): number {
  if (code < 0x10000) {
    return kinds[code]! === UNKNOWN
      ? (kinds[code] = look(String.fromCharCode(code)))
      : kinds[code]!;
  }
  let kind = rareKinds.get(code);
  if (kind === undefined) rareKinds.set(code, (kind = look(String.fromCodePoint(code))));
  return kind;
}

/** Hands over every word of a text as it stands there, cut where it is monstrously long. */
export function readWords(text: string, take: (raw: string) => void): void {
  let start = -1;
  let isAlone = false;
  const end = (at: number) => {
    if (start >= 0) take(text.slice(start, Math.min(at, start + LONGEST_READ)));
    start = -1;
  };
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    const here = at;
    if (code >= 0xd800 && code <= 0xdfff) {
      code = text.codePointAt(at)!;
      if (code > 0xffff) at++;
    }
    const kind = kinds[code] || kindOf(code);
    if (kind === LETTER) {
      if (start < 0 || isAlone) {
        end(here);
        start = here;
        isAlone = false;
      }
    } else if (kind === BETWEEN) {
      end(here);
    } else if (kind === ALONE) {
      end(here);
      start = here;
      isAlone = true;
    }
  }
  end(text.length);
}

/** Marks over and under Latin, Greek, Cyrillic, Hebrew and Arabic letters; elsewhere a mark is a vowel and stays. */
const ACCENTS =
  /[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670]|\u0640|\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/g;
/** Letters that Unicode does not take apart. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};
const OWN_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const IS_PLAIN = /^[a-z0-9]*$/;

function folded(text: string): string {
  const lower = text.toLowerCase();
  if (IS_PLAIN.test(lower)) return lower;
  // Taking apart may give capitals (ℌ), and they may bring accents (İ).
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(OWN_LETTERS, (letter) => LETTERS[letter]!);
}

function cut(word: string): string {
  if (word.length <= LONGEST_WORD) return word;
  const short = word.slice(0, LONGEST_WORD);
  // Not through the middle of a pair.
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

/** What a word is found by; several where a sign stands for several words (ﷺ), none where nothing is left of it. */
export function foldWord(raw: string): string[] {
  const word = folded(raw);
  if (IS_PLAIN.test(word)) return word === '' ? [] : [cut(word)];
  return (word.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []).map(cut);
}

/** All words of a text as they are found by, in order. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  readWords(text, (raw) => words.push(...foldWord(raw)));
  return words;
}

/** What titles are sorted by. */
export function titleKey(title: string): string {
  return folded(title.slice(0, 4 * LONGEST_TITLE_KEY))
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, LONGEST_TITLE_KEY);
}

/** 32 bits of a word, the same everywhere. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

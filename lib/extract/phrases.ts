import type { Token } from './tokens.ts';

/**
 * Phrases are written word by word, parted by spaces, several parted by ";":
 *   strike      that word         strike*   words that begin so      *lakko   that end so      *streik*   that hold it
 *   a|b         one of them       $workers  the list of that name    _3       up to three other words between
 *   a|b?        perhaps a word between (which one hardly matters)
 *   !a|b        last in a phrase: none of these among the next four words
 * All within one sentence.
 */
type WordTest = (word: string) => boolean;

interface Step {
  fits: WordTest;
  /** How many other words may stand before it. */
  gap: number;
}
interface Phrase<T> {
  steps: Step[];
  unless: WordTest | null;
  value: T;
  index: number;
}

/** A phrase found: tokens from (included) to (excluded). */
export interface Found<T> {
  value: T;
  phrase: number;
  from: number;
  to: number;
}

const UNLESS_REACH = 4;
const MOST_REMEMBERED = 2000;
/** Places are bits of one number. */
const LONGEST_PHRASE = 30;

function macroOf(name: string, macros: Record<string, string>): string {
  const list = macros[name];
  if (list === undefined) throw new Error(`no list of words is called $${name}`);
  return list;
}

function wordTest(written: string, macros: Record<string, string>): WordTest {
  const exact = new Set<string>();
  const begins: string[] = [];
  const ends: string[] = [];
  const holds: string[] = [];
  const alternatives = written
    .split('|')
    .flatMap((each) => (each.startsWith('$') ? macroOf(each.slice(1), macros).split('|') : [each]));
  for (const each of alternatives) {
    const bare = each.replaceAll('*', '');
    if (bare === '') throw new Error(`an empty word in “${written}”`);
    if (each.startsWith('*') && each.endsWith('*')) holds.push(bare);
    else if (each.startsWith('*')) ends.push(bare);
    else if (each.endsWith('*')) begins.push(bare);
    else exact.add(bare);
  }
  const fits: WordTest = (word) =>
    exact.has(word) ||
    begins.some((stem) => word.startsWith(stem)) ||
    ends.some((stem) => word.endsWith(stem)) ||
    holds.some((stem) => word.includes(stem));
  if (begins.length + ends.length + holds.length === 0) return (word) => exact.has(word);
  return remembering(fits);
}

/** Texts repeat their words. What is kept lives while the page does; a hostile page must not fill it. */
function remembering(fits: WordTest): WordTest {
  const known = new Map<string, boolean>();
  return (word) => {
    let answer = known.get(word);
    if (answer === undefined) {
      if (known.size > MOST_REMEMBERED) known.clear();
      known.set(word, (answer = fits(word)));
    }
    return answer;
  };
}

function readPhrase<T>(
  written: string,
  value: T,
  index: number,
  macros: Record<string, string>,
): Phrase<T> {
  const phrase: Phrase<T> = { steps: [], unless: null, value, index };
  let gap = 0;
  for (const part of written.split(' ')) {
    if (/^_\d$/.test(part)) gap = Number(part[1]);
    else if (part.endsWith('?')) gap++;
    else if (part.startsWith('!')) phrase.unless = wordTest(part.slice(1), macros);
    else {
      phrase.steps.push({ fits: wordTest(part, macros), gap });
      gap = 0;
    }
  }
  const reach = phrase.steps.reduce((sum, step) => sum + 1 + step.gap, 0);
  if (reach > LONGEST_PHRASE) throw new Error(`“${written}” may reach too far`);
  return phrase;
}

/** Finds phrases in time proportional to the words: each start looks at a bounded stretch, without backtracking. */
export class PhraseFinder<T> {
  readonly #phrases: Phrase<T>[];
  /** Which phrases may begin with a word; texts repeat their words. */
  readonly #beginning = new Map<string, readonly Phrase<T>[]>();

  constructor(
    lists: readonly (readonly [phrases: string, value: T])[],
    macros: Record<string, string>,
  ) {
    this.#phrases = lists
      .flatMap(([phrases, value]) =>
        phrases
          .split(';')
          .map((written) => written.trim().replace(/\s+/g, ' '))
          .filter((written) => written !== '')
          .map((written) => ({ written, value })),
      )
      .map(({ written, value }, index) => readPhrase(written, value, index, macros));
  }

  /** All of them, or only those in the sentences asked for. */
  find(tokens: readonly Token[], sentences?: ReadonlySet<number>): Found<T>[] {
    const found: Found<T>[] = [];
    let sentence = -1;
    let isAsked = sentences === undefined;
    for (let from = 0; from < tokens.length; from++) {
      const token = tokens[from]!;
      if (sentences && token.sentence !== sentence) {
        ({ sentence } = token);
        isAsked = sentences.has(sentence);
      }
      if (!isAsked) continue;
      for (const phrase of this.#thatBegin(token.word)) {
        const to = endOf(phrase, tokens, from);
        if (to !== null) found.push({ value: phrase.value, phrase: phrase.index, from, to });
      }
    }
    return found;
  }

  occurs(tokens: readonly Token[]): boolean {
    return tokens.some(({ word }, from) =>
      this.#thatBegin(word).some((phrase) => endOf(phrase, tokens, from) !== null),
    );
  }

  #thatBegin(word: string): readonly Phrase<T>[] {
    let phrases = this.#beginning.get(word);
    if (!phrases) {
      phrases = this.#phrases.filter(({ steps }) => steps[0]!.fits(word));
      // Kept while the page lives; a hostile page must not fill it.
      if (this.#beginning.size > 20_000) this.#beginning.clear();
      this.#beginning.set(word, phrases);
    }
    return phrases;
  }
}

function endOf<T>(phrase: Phrase<T>, tokens: readonly Token[], from: number): number | null {
  const { steps } = phrase;
  const { sentence } = tokens[from]!;
  // Where the phrase may have got to, after each step: bit n for the place n words after its beginning.
  let places = 1 << 1;
  for (let step = 1; step < steps.length; step++) {
    const { fits, gap } = steps[step]!;
    let reached = places;
    for (let more = 0; more < gap; more++) reached |= reached << 1;
    let next = 0;
    for (let offset = 31 - Math.clz32(reached & -reached); reached >>> offset !== 0; offset++) {
      if ((reached & (1 << offset)) === 0) continue;
      const token = tokens[from + offset];
      if (token?.sentence !== sentence) break;
      if (fits(token.word)) next |= 1 << (offset + 1);
    }
    if (next === 0) return null;
    places = next;
  }
  const to = from + 31 - Math.clz32(places & -places);
  if (phrase.unless) {
    for (let at = to; at < to + UNLESS_REACH && at < tokens.length; at++) {
      if (tokens[at]!.sentence !== sentence) break;
      if (phrase.unless(tokens[at]!.word)) return null;
    }
  }
  return to;
}

/** What a person types, as what is looked for. */
import { wordsOf } from './words.ts';

/** Words that stand one after the other; the last may be only the beginning of one. */
export interface Wanted {
  words: string[];
  isBeginning: boolean;
  isExcluded: boolean;
}

/** One of the alternatives of every group must hold. */
export type WordQuery = Wanted[][];

const PART = /(-?)"([^"]*)("?)|(\S+)/gu;

/**
 * Every word must be found, as the beginning of one; "words in quotes" as they stand, the last as a beginning while
 * the quotes are still open; -word and -"words" must not be found, as they stand; OR between two asks for either.
 * A word that is several (l'avion, 2,000, 罢工) is looked for as a phrase.
 */
export function parseWords(typed: string): WordQuery {
  const groups: WordQuery = [];
  let joins = false;
  for (const [, minus, quoted, closing, plain] of typed.matchAll(PART)) {
    if (plain === 'OR') {
      joins = groups.length > 0;
      continue;
    }
    const isQuoted = quoted !== undefined;
    const isExcluded = isQuoted ? minus === '-' : /^-[^-]/u.test(plain!);
    const words = wordsOf(isQuoted ? quoted : plain!);
    if (words.length === 0) continue;
    const isBeginning = !isExcluded && (!isQuoted || closing === '');
    const wanted = { words, isBeginning, isExcluded };
    if (joins) groups.at(-1)!.push(wanted);
    else groups.push([wanted]);
    joins = false;
  }
  return groups;
}

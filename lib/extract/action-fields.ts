import type { ReportedWords } from '../model/action-kinds.ts';
import type { Found } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Title or text with its words. */
export interface Field {
  name: 'title' | 'text';
  content: string;
  tokens: Token[];
}

/** So many characters of the text say what it is about. */
export const LEAD = 700;
const AROUND = 36;

/** Cuts on whole characters: half a surrogate pair is no text. */
function around(content: string, start: number, end: number): string {
  return content.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

/** The words from one token (included) to another (excluded), with what stands around them. */
export function wordsAt(field: Field, from: number, to: number): ReportedWords {
  const { content, tokens } = field;
  const start = tokens[from]!.start;
  const end = tokens[to - 1]!.end;
  const { sentence } = tokens[from]!;
  let first = from;
  while (
    first > 0 &&
    tokens[first - 1]!.sentence === sentence &&
    start - tokens[first - 1]!.start <= AROUND
  ) {
    first--;
  }
  let last = to - 1;
  while (
    last + 1 < tokens.length &&
    tokens[last + 1]!.sentence === sentence &&
    tokens[last + 1]!.end - end <= AROUND
  ) {
    last++;
  }
  const isCutBefore = first > 0 && tokens[first - 1]!.sentence === sentence;
  const isCutAfter = last + 1 < tokens.length && tokens[last + 1]!.sentence === sentence;
  return {
    field: field.name,
    quote: content.slice(start, end),
    start,
    end,
    before: (isCutBefore ? '… ' : '') + around(content, tokens[first]!.start, start),
    after: around(content, end, tokens[last]!.end) + (isCutAfter ? ' …' : ''),
  };
}

type Stretch = Pick<Found<unknown>, 'from' | 'to'>;

export const overlaps = (a: Stretch, b: Stretch) => a.from < b.to && b.from < a.to;

export function isAmong(found: Found<unknown>, others: readonly Found<unknown>[] = []): boolean {
  return others.some((other) => overlaps(found, other));
}

export function inSentences<T>(
  found: readonly Found<T>[],
  tokens: readonly Token[],
): Map<number, Found<T>[]> {
  const bySentence = new Map<number, Found<T>[]>();
  for (const each of found) {
    const { sentence } = tokens[each.from]!;
    const list = bySentence.get(sentence);
    if (list) list.push(each);
    else bySentence.set(sentence, [each]);
  }
  return bySentence;
}

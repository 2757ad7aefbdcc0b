/** Marking a passage by keyboard: a cursor that is always a word, or the words between its two ends. */

export interface TextPlaces {
  /** Words, in order. */
  words: readonly { start: number; end: number }[];
  /** Indexes of the words that begin a sentence, in order. */
  sentenceStarts: readonly number[];
}

export interface WordCursor {
  /** Word where the marking began. */
  anchor: number;
  /** Word that the keys move. */
  focus: number;
}

export type CursorStep = 'nextWord' | 'previousWord' | 'nextSentence' | 'previousSentence';

/** Throws nothing; a text without words has no places to go. `language` may be "". */
export function placesOf(text: string, language: string): TextPlaces {
  const locale = language === '' ? undefined : language;
  const words: { start: number; end: number }[] = [];
  for (const part of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (part.isWordLike) {
      words.push({ start: part.index, end: part.index + part.segment.length });
    }
  }
  const sentenceStarts: number[] = [];
  let word = 0;
  for (const part of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    while (word < words.length && words[word]!.start < part.index) word++;
    if (word < words.length && words[word]!.start < part.index + part.segment.length) {
      sentenceStarts.push(word);
    }
  }
  return { words, sentenceStarts };
}

/** The cursor a key later. Extending leaves the anchor; by sentences it takes whole ones in. */
export function moveCursor(
  { words, sentenceStarts }: TextPlaces,
  cursor: WordCursor | null,
  step: CursorStep,
  isExtending: boolean,
): WordCursor | null {
  const last = words.length - 1;
  if (last < 0) return null;
  if (cursor === null) return { anchor: 0, focus: 0 };
  const from = cursor.focus;
  let to: number;
  switch (step) {
    case 'nextWord':
      to = from + 1;
      break;
    case 'previousWord':
      to = from - 1;
      break;
    case 'nextSentence': {
      const next = sentenceStarts.find((start) => start > (isExtending ? from + 1 : from));
      if (isExtending) to = (next ?? words.length) - 1;
      else to = next ?? from;
      break;
    }
    case 'previousSentence':
      to = sentenceStarts.findLast((start) => start < from) ?? 0;
      break;
    default:
      return step satisfies never;
  }
  const focus = Math.min(last, Math.max(0, to));
  return { anchor: isExtending ? cursor.anchor : focus, focus };
}

/** The stretch of text that the cursor marks. */
export function stretchOf({ words }: TextPlaces, cursor: WordCursor) {
  const first = words[Math.min(cursor.anchor, cursor.focus)]!;
  const last = words[Math.max(cursor.anchor, cursor.focus)]!;
  return { start: first.start, end: last.end };
}

/** The first word that ends after an offset: where a marking begun with the mouse goes on by keyboard. */
export function wordAt({ words }: TextPlaces, offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, words.length - 1);
}

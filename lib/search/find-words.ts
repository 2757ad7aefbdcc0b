/** Looks words up in one segment. */
import type { PositionData, SegmentData } from './segment.ts';
import type { Wanted, WordQuery } from './query.ts';

export const FOUND = 1;
export const FOUND_IN_HEAD = 2;

/** For each clip: FOUND, and FOUND_IN_HEAD where it stands in title, tags, quotes or notes, too. */
type Marks = Uint8Array;

/** The first word of the dictionary that is not before the one asked; with `past`, that does not begin with it, either. */
function find({ words: { text, starts } }: SegmentData, asked: string, past: boolean): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const word = text.slice(starts[middle], starts[middle + 1]);
    const isBefore = word < asked || (past && word.startsWith(asked));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of the dictionary that are meant: one, or all with that beginning. */
function range(data: SegmentData, asked: string, isBeginning: boolean): [from: number, to: number] {
  const from = find(data, asked, false);
  if (isBeginning) return [from, find(data, asked, true)];
  const { text, starts } = data.words;
  const isThere =
    from + 1 < starts.length &&
    starts[from + 1]! - starts[from]! === asked.length &&
    text.startsWith(asked, starts[from]);
  return [from, from + Number(isThere)];
}

function markRange(data: SegmentData, from: number, to: number, marks: Marks): void {
  const { postings, postingStarts } = data;
  for (let word = from; word < to; word++) {
    let at = postingStarts[word]!;
    const end = postingStarts[word + 1]!;
    let clip = 0;
    while (at < end) {
      let value = postings[at++]!;
      if (value > 0x7f) {
        value &= 0x7f;
        for (let shift = 7; ; shift += 7) {
          const byte = postings[at++]!;
          value += (byte & 0x7f) * 2 ** shift;
          if (byte < 0x80) break;
        }
      }
      clip += value >>> 1;
      marks[clip]! |= FOUND | ((value & 1) << 1);
    }
  }
}

/** Calls back with the places of a word in each of its clips that is asked for. */
function eachPlaces(
  data: SegmentData,
  positions: PositionData,
  word: number,
  isAsked: (clip: number) => boolean,
  take: (clip: number, places: Uint32Array) => void,
): void {
  const { postings, postingStarts } = data;
  const { bytes, starts } = positions;
  let at = postingStarts[word]!;
  const end = postingStarts[word + 1]!;
  let placeAt = starts[word]!;
  let clip = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[placeAt++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < end) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = postings[at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    clip += value >>> 1;
    let count = number();
    if (!isAsked(clip)) {
      while (count > 0) if (bytes[placeAt++]! < 0x80) count--;
      continue;
    }
    const places = new Uint32Array(count);
    let place = 0;
    for (let each = 0; each < count; each++) places[each] = place += number();
    take(clip, places);
  }
}

/** Rough work that a range of words makes: the bytes of their postings. */
function weight(data: SegmentData, [from, to]: [number, number]): number {
  return data.postingStarts[to]! - data.postingStarts[from]!;
}

function markPhrase(data: SegmentData, positions: PositionData, wanted: Wanted): Marks {
  const marks = new Uint8Array(data.clips);
  const last = wanted.words.length - 1;
  const steps = wanted.words
    .map((word, offset) => ({
      offset,
      range: range(data, word, wanted.isBeginning && offset === last),
    }))
    .sort((a, b) => weight(data, a.range) - weight(data, b.range));
  // First the clips that have all the words, then, beginning with the rarest, the places where they follow each other.
  let candidates = new Uint8Array(data.clips).fill(FOUND);
  for (const step of steps) {
    const having = new Uint8Array(data.clips);
    markRange(data, step.range[0], step.range[1], having);
    for (let clip = 0; clip < data.clips; clip++) having[clip]! &= candidates[clip]!;
    candidates = having;
  }
  /** Where in each clip the phrase would begin. */
  let beginnings: Map<number, Set<number>> | null = null;
  for (const { offset, range: words } of steps) {
    const next = new Map<number, Set<number>>();
    const known = beginnings;
    for (let word = words[0]; word < words[1]; word++) {
      eachPlaces(
        data,
        positions,
        word,
        (clip) => (known ? known.has(clip) : candidates[clip] !== 0),
        (clip, places) => {
          const possible = known?.get(clip);
          let kept = next.get(clip);
          for (const place of places) {
            const beginning = place - offset;
            if (beginning < 0 || (possible && !possible.has(beginning))) continue;
            if (!kept) next.set(clip, (kept = new Set()));
            kept.add(beginning);
          }
        },
      );
    }
    beginnings = next;
  }
  for (const [clip, places] of beginnings ?? []) {
    marks[clip] = FOUND;
    for (const place of places) {
      if (place < data.headEnds[clip]!) marks[clip] = FOUND | FOUND_IN_HEAD;
    }
  }
  return marks;
}

function mark(data: SegmentData, positions: PositionData | null, wanted: Wanted): Marks {
  if (wanted.words.length > 1) {
    if (!positions) throw new Error('a phrase needs the places of words');
    return markPhrase(data, positions, wanted);
  }
  const marks = new Uint8Array(data.clips);
  const [from, to] = range(data, wanted.words[0]!, wanted.isBeginning);
  markRange(data, from, to, marks);
  return marks;
}

export function needsPositions(query: WordQuery): boolean {
  return query.some((group) => group.some(({ words }) => words.length > 1));
}

/**
 * For each clip of the segment: 0 where the query does not hold, else 1 and one more for every group of words that is
 * found in the clip's head.
 */
export function findWords(
  data: SegmentData,
  positions: PositionData | null,
  query: WordQuery,
): Uint8Array {
  const result = new Uint8Array(data.clips).fill(1);
  for (const group of query) {
    const either = new Uint8Array(data.clips);
    for (const wanted of group) {
      const marks = mark(data, positions, wanted);
      if (wanted.isExcluded) {
        for (let clip = 0; clip < data.clips; clip++) {
          either[clip]! |= marks[clip]! & FOUND ? 0 : FOUND;
        }
      } else {
        for (let clip = 0; clip < data.clips; clip++) either[clip]! |= marks[clip]!;
      }
    }
    for (let clip = 0; clip < data.clips; clip++) {
      if (result[clip] === 0) continue;
      if ((either[clip]! & FOUND) === 0) result[clip] = 0;
      else if (either[clip]! & FOUND_IN_HEAD && result[clip]! < 255) result[clip]!++;
    }
  }
  return result;
}

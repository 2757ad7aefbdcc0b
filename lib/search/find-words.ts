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
          value |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
      }
      clip += value >>> 1;
      marks[clip]! |= FOUND | ((value & 1) << 1);
    }
  }
}

/** Rough work that a range of words makes: the bytes of their postings. */
function weight(data: SegmentData, [from, to]: [number, number]): number {
  return data.postingStarts[to]! - data.postingStarts[from]!;
}

/** More than any clip has words. A place in a clip is one number: the clip × this + the place. */
const PLACES = 2 ** 24;

/** Goes through all places of a word in the clips asked for. */
function eachPlace(
  data: SegmentData,
  positions: PositionData,
  word: number,
  asked: Marks,
  take: (clip: number, place: number) => void,
): void {
  const { postings, postingStarts } = data;
  const { bytes, starts } = positions;
  let at = postingStarts[word]!;
  const end = postingStarts[word + 1]!;
  let placeAt = starts[word]!;
  let clip = 0;
  while (at < end) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = postings[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    clip += value >>> 1;
    let count = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[placeAt++]!;
      count |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (asked[clip] === 0) {
      while (count > 0) if (bytes[placeAt++]! < 0x80) count--;
      continue;
    }
    let place = 0;
    for (; count > 0; count--) {
      let difference = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[placeAt++]!;
        difference |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
      place += difference;
      take(clip, place);
    }
  }
}

function markPhrase(data: SegmentData, positions: PositionData, wanted: Wanted): Marks {
  const last = wanted.words.length - 1;
  const steps = wanted.words
    .map((word, offset) => ({
      offset,
      range: range(data, word, wanted.isBeginning && offset === last),
    }))
    .sort((a, b) => weight(data, a.range) - weight(data, b.range));
  // First the clips that have all the words, then, beginning with the rarest, the places where they follow each other.
  const asked = new Uint8Array(data.clips).fill(FOUND);
  for (const step of steps) {
    const having = new Uint8Array(data.clips);
    markRange(data, step.range[0], step.range[1], having);
    for (let clip = 0; clip < data.clips; clip++) asked[clip]! &= having[clip]!;
  }
  const [rarest, ...others] = steps as [(typeof steps)[number], ...typeof steps];
  /** Where the phrase could begin, in order. */
  let beginnings = placesOf(data, positions, rarest.range, rarest.offset, asked);
  for (const { offset, range: words } of others) {
    beginnings = followed(data, positions, words, offset, asked, beginnings);
  }
  const marks = new Uint8Array(data.clips);
  for (const beginning of beginnings) {
    const clip = Math.floor(beginning / PLACES);
    const isInHead = beginning - clip * PLACES < data.headEnds[clip]!;
    marks[clip]! |= isInHead ? FOUND | FOUND_IN_HEAD : FOUND;
  }
  return marks;
}

/** Where a phrase could begin that has one of these words at this offset, in order. */
function placesOf(
  data: SegmentData,
  positions: PositionData,
  [from, to]: [number, number],
  offset: number,
  asked: Marks,
): Float64Array {
  let places = new Float64Array(1024);
  let count = 0;
  for (let word = from; word < to; word++) {
    eachPlace(data, positions, word, asked, (clip, place) => {
      if (place < offset) return;
      if (count === places.length) {
        const larger = new Float64Array(2 * count);
        larger.set(places);
        places = larger;
      }
      places[count++] = clip * PLACES + place - offset;
    });
  }
  const found = places.subarray(0, count);
  return to - from > 1 ? found.sort() : found;
}

/** Those of the beginnings that have one of these words at this offset. */
function followed(
  data: SegmentData,
  positions: PositionData,
  [from, to]: [number, number],
  offset: number,
  asked: Marks,
  beginnings: Float64Array,
): Float64Array {
  const isKept = new Uint8Array(beginnings.length);
  asked.fill(0);
  const starts = new Uint32Array(data.clips + 1);
  for (const beginning of beginnings) {
    const clip = Math.floor(beginning / PLACES);
    asked[clip] = FOUND;
    starts[clip + 1]!++;
  }
  for (let clip = 0; clip < data.clips; clip++) starts[clip + 1]! += starts[clip]!;
  for (let word = from; word < to; word++) {
    // A word's clips and places come in order: one way through suffices.
    let at = 0;
    let current = -1;
    eachPlace(data, positions, word, asked, (clip, place) => {
      if (clip !== current) {
        current = clip;
        at = starts[clip]!;
      }
      const beginning = clip * PLACES + place - offset;
      const end = starts[clip + 1]!;
      while (at < end && beginnings[at]! < beginning) at++;
      if (at < end && beginnings[at] === beginning) isKept[at] = 1;
    });
  }
  return beginnings.filter((_, index) => isKept[index] === 1);
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

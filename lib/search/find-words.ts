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

/** Marks that were asked for lately: with every key only the last word is another, and none when one goes back. */
const MARKS_KEPT = 24;
/** A beginning with more bytes of postings than this for each clip takes long, and its marks are kept for good. */
const HEAVY = 4;

/** Of a segment: what never changes, and is asked for again. */
interface KeptMarks {
  lately: Map<string, Marks>;
  heavy: Map<string, Marks>;
}
const keptMarks = new WeakMap<SegmentData, KeptMarks>();

/** The clips that have a word, or one with that beginning. Kept: to be read, not to be written to. */
function marksOf(data: SegmentData, word: string, isBeginning: boolean): Readonly<Marks> {
  let kept = keptMarks.get(data);
  if (!kept) keptMarks.set(data, (kept = { lately: new Map(), heavy: new Map() }));
  const { lately, heavy } = kept;
  const key = isBeginning ? `${word}*` : word;
  const known = heavy.get(key) ?? lately.get(key);
  const marks = known ?? new Uint8Array(data.clips);
  const words = range(data, word, isBeginning);
  if (!known) markRange(data, words[0], words[1], marks);
  if (isBeginning && word.length === 1 && weight(data, words) > HEAVY * data.clips) {
    heavy.set(key, marks);
    return marks;
  }
  lately.delete(key);
  lately.set(key, marks);
  if (lately.size > MARKS_KEPT) lately.delete(lately.keys().next().value!);
  return marks;
}

/** Looks up ahead of whoever asks what takes longest: single letters that many words begin with. Rests after each. */
export function* prepareBeginnings(data: SegmentData): Generator<void, void> {
  const { text, starts } = data.words;
  for (let word = 0; word < starts.length - 1;) {
    const letter = text.charAt(starts[word]!);
    const [from, to] = range(data, letter, true);
    if (weight(data, [from, to]) > HEAVY * data.clips) {
      marksOf(data, letter, true);
      yield;
    }
    word = Math.max(to, word + 1);
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
  for (const { offset } of steps) {
    const having = marksOf(data, wanted.words[offset]!, wanted.isBeginning && offset === last);
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
  asked.fill(0);
  /** Of each clip with a beginning: its first one, and where its stretch of bits begins and ends. */
  const firsts = new Uint32Array(data.clips);
  const begins = new Uint32Array(data.clips);
  const ends = new Uint32Array(data.clips);
  let bits = 0;
  for (const beginning of beginnings) {
    const clip = Math.floor(beginning / PLACES);
    const place = beginning - clip * PLACES;
    if (asked[clip] === 0) {
      asked[clip] = FOUND;
      firsts[clip] = place;
      begins[clip] = bits;
    }
    // They come in order: the last of a clip ends its stretch.
    ends[clip] = bits = begins[clip]! + place - firsts[clip]! + 1;
  }
  const isFollowed = new Uint8Array((bits + 7) >> 3);
  for (let word = from; word < to; word++) {
    eachPlace(data, positions, word, asked, (clip, place) => {
      const bit = begins[clip]! + place - offset - firsts[clip]!;
      if (bit >= begins[clip]! && bit < ends[clip]!) isFollowed[bit >> 3]! |= 1 << (bit & 7);
    });
  }
  return beginnings.filter((beginning) => {
    const clip = Math.floor(beginning / PLACES);
    const bit = begins[clip]! + (beginning - clip * PLACES) - firsts[clip]!;
    return (isFollowed[bit >> 3]! & (1 << (bit & 7))) !== 0;
  });
}

function mark(data: SegmentData, positions: PositionData | null, wanted: Wanted): Readonly<Marks> {
  if (wanted.words.length > 1) {
    if (!positions) throw new Error('a phrase needs the places of words');
    return markPhrase(data, positions, wanted);
  }
  return marksOf(data, wanted.words[0]!, wanted.isBeginning);
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

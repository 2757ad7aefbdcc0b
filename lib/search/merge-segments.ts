/** Several segments as one, without their dead clips: fewer places to look in. */
import { ByteWriter, NumberList, strung, unstrung } from './bytes.ts';
import { BINS } from './near-copies.ts';
import { FacetWriter, forEachFacet, type SegmentParts } from './segment.ts';

export interface MergedSegment extends SegmentParts {
  /** A bit for each clip that is dead; null where none is. */
  deadBits: Uint8Array | null;
}

export function isDead(deadBits: Uint8Array | null, clip: number): boolean {
  return deadBits !== null && (deadBits[clip >> 3]! & (1 << (clip & 7))) !== 0;
}

const DEAD = 0xffffffff;
const WORDS_A_SLICE = 1000;
const CLIPS_A_SLICE = 500;

/** One of the dictionaries, and where it has come to. */
class Cursor {
  readonly parts: MergedSegment;
  /** The clips' new numbers, DEAD where they have none. */
  readonly renumbered: Uint32Array;
  word = 0;
  readonly words: number;

  constructor(parts: MergedSegment, first: number) {
    this.parts = parts;
    const { clips, words } = parts.data;
    this.words = words.starts.length - 1;
    let next = first;
    this.renumbered = Uint32Array.from({ length: clips }, (_, clip) =>
      isDead(parts.deadBits, clip) ? DEAD : next++,
    );
  }

  get live(): number {
    return this.renumbered.reduce((live, number) => live + Number(number !== DEAD), 0);
  }

  get text(): string | null {
    if (this.word >= this.words) return null;
    const { text, starts } = this.parts.data.words;
    return text.slice(starts[this.word], starts[this.word + 1]);
  }
}

export function* mergeSegments(segments: readonly MergedSegment[]): Generator<void, SegmentParts> {
  let clips = 0;
  const cursors = segments.map((parts) => {
    const cursor = new Cursor(parts, clips);
    clips += cursor.live;
    return cursor;
  });

  const words: string[] = [];
  const postings = new ByteWriter(1 << 20);
  const places = new ByteWriter(1 << 20);
  const postingStarts = new NumberList();
  const placeStarts = new NumberList();
  postingStarts.push(0);
  placeStarts.push(0);
  const texts = cursors.map((cursor) => cursor.text);
  for (let round = 0; ; round++) {
    let smallest: string | null = null;
    for (const text of texts) {
      if (text !== null && (smallest === null || text < smallest)) smallest = text;
    }
    if (smallest === null) break;
    const begun = postings.length;
    let before = 0;
    cursors.forEach((cursor, which) => {
      if (texts[which] !== smallest) return;
      before = copyWord(cursor, before, postings, places);
      cursor.word++;
      texts[which] = cursor.text;
    });
    if (postings.length > begun) {
      words.push(smallest);
      postingStarts.push(postings.length);
      placeStarts.push(places.length);
    }
    if (round % WORDS_A_SLICE === 0) yield;
  }

  const ids: string[] = [];
  const titles: string[] = [];
  const headEnds = new Uint32Array(clips);
  const listedAt = new Float64Array(clips);
  const publishedAt = new Float64Array(clips);
  const days = new Int32Array(clips);
  const inTrash = new Uint8Array(clips);
  const textWords = new Uint32Array(clips);
  const signatures = new Uint16Array(clips * BINS);
  const facets = forEachFacet(() => new FacetWriter());
  const entries = new ByteWriter(1 << 20);
  const entryStarts = new NumberList();
  const addresses: number[] = [];
  const addressStarts = new NumberList();
  for (const { parts, renumbered } of cursors) {
    const { data } = parts;
    const oldIds = data.ids.split('\n');
    const oldTitles = unstrung(data.titles);
    for (let clip = 0; clip < data.clips; clip++) {
      const to = renumbered[clip]!;
      if (clip % CLIPS_A_SLICE === 0) yield;
      if (to === DEAD) continue;
      ids.push(oldIds[clip]!);
      titles.push(oldTitles[clip]!);
      headEnds[to] = data.headEnds[clip]!;
      listedAt[to] = data.listedAt[clip]!;
      publishedAt[to] = data.publishedAt[clip]!;
      days[to] = data.days[clip]!;
      inTrash[to] = data.inTrash[clip]!;
      textWords[to] = data.textWords[clip]!;
      signatures.set(data.signatures.subarray(clip * BINS, (clip + 1) * BINS), to * BINS);
      for (const facet of Object.keys(facets) as (keyof typeof facets)[]) {
        const { labels, starts, values } = data.facets[facet];
        const own: string[] = [];
        for (let at = starts[clip]!; at < starts[clip + 1]!; at++) own.push(labels[values[at]!]!);
        facets[facet].add(own);
      }
      entryStarts.push(entries.length);
      entries.copy(data.entries.subarray(data.entryStarts[clip], data.entryStarts[clip + 1]));
      addressStarts.push(addresses.length);
      for (let at = data.addressStarts[clip]!; at < data.addressStarts[clip + 1]!; at++) {
        addresses.push(data.addresses[at]!);
      }
    }
  }
  entryStarts.push(entries.length);
  addressStarts.push(addresses.length);

  return {
    data: {
      clips,
      ids: ids.join('\n'),
      words: strung(words),
      postings: postings.done(),
      postingStarts: postingStarts.done(),
      headEnds,
      listedAt,
      publishedAt,
      days,
      inTrash,
      titles: strung(titles),
      facets: forEachFacet((facet) => facets[facet].done()),
      entries: entries.done(),
      entryStarts: entryStarts.done(),
      textWords,
      signatures,
      addresses: Float64Array.from(addresses),
      addressStarts: addressStarts.done(),
    },
    positions: { bytes: places.done(), starts: placeStarts.done() },
  };
}

/** Copies the cursor's word; gives the last clip written. */
function copyWord(
  { parts, renumbered, word }: Cursor,
  before: number,
  postings: ByteWriter,
  places: ByteWriter,
): number {
  const { data, positions } = parts;
  const from = data.postings;
  const bytes = positions.bytes;
  let at = data.postingStarts[word]!;
  const end = data.postingStarts[word + 1]!;
  let placeAt = positions.starts[word]!;
  let clip = 0;
  while (at < end) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = from[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    clip += value >>> 1;
    const begun = placeAt;
    let numbers = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[placeAt++]!;
      numbers |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    while (numbers > 0) if (bytes[placeAt++]! < 0x80) numbers--;
    const to = renumbered[clip]!;
    if (to === DEAD) continue;
    postings.number((to - before) * 2 + (value & 1));
    before = to;
    places.copy(bytes.subarray(begun, placeAt));
  }
  return before;
}

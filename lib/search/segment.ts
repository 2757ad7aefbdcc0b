/**
 * A segment: some thousand clips as they are searched. It never changes; a clip that did is written into a newer one,
 * and is dead here. Words stand in one sorted dictionary, and under each the clips that have it, as differences in a
 * few bits, with a bit for those that have it in their head (title, authors, tags, quotes, notes; not the text).
 */
import type { ClipEntry } from '../model/clip-entry.ts';
import { CLIP_FACETS, type ClipFacet } from '../model/clip-query.ts';
import { NumberList, type Strung } from './bytes.ts';

/** Raised when what is below changes, or what counts as a word: an index of another format is built anew. */
export const SEGMENT_FORMAT = 1;

/** Values of a facet by clip: those of clip n lie from starts[n] to starts[n + 1]. */
export interface FacetColumn {
  labels: string[];
  starts: Uint32Array<ArrayBuffer>;
  values: Uint32Array<ArrayBuffer>;
}

/** As it is stored. Every buffer is its own, nothing around it. */
export interface SegmentData {
  clips: number;
  /** One a line. */
  ids: string;
  words: Strung;
  /** Under each word: (difference to the clip before) × 2 + 1 if it stands in the head. */
  postings: Uint8Array<ArrayBuffer>;
  postingStarts: Uint32Array<ArrayBuffer>;
  /** Places of words below this one are in the clip's head. */
  headEnds: Uint32Array<ArrayBuffer>;
  /** Milliseconds by which it is listed: of clipping, in the trash of throwing away. */
  listedAt: Float64Array<ArrayBuffer>;
  /** Milliseconds of publication, of clipping where that is unknown. */
  publishedAt: Float64Array<ArrayBuffer>;
  /** The same as a day, as it stands in the date; counted from 1970. */
  days: Int32Array<ArrayBuffer>;
  inTrash: Uint8Array<ArrayBuffer>;
  titles: Strung;
  facets: Record<ClipFacet, FacetColumn>;
  entries: Uint8Array<ArrayBuffer>;
  entryStarts: Uint32Array<ArrayBuffer>;
  /** Words of the text. */
  textWords: Uint32Array<ArrayBuffer>;
  signatures: Uint16Array<ArrayBuffer>;
  addresses: Float64Array<ArrayBuffer>;
  addressStarts: Uint32Array<ArrayBuffer>;
}

/**
 * Where words stand in their clips, which only phrases ask: under each word, for each of its clips, how often, and the
 * differences of the places. Between two fields a place is left free, for no phrase runs across.
 */
export interface PositionData {
  bytes: Uint8Array<ArrayBuffer>;
  starts: Uint32Array<ArrayBuffer>;
}

export interface SegmentParts {
  data: SegmentData;
  positions: PositionData;
}

/** An entry as it is stored: without its id, which stands elsewhere, and without names for its fields. */
type StoredEntry = [
  ClipEntry['title'],
  ClipEntry['siteName'],
  ClipEntry['authors'],
  ClipEntry['address'],
  ClipEntry['publishedAt'],
  ClipEntry['clippedAt'],
  ClipEntry['deletedAt'],
  ClipEntry['language'],
  ClipEntry['direction'],
  ClipEntry['kinds'],
  ClipEntry['campaignIds'],
  ClipEntry['sectors'],
  ClipEntry['places'],
  ClipEntry['tags'],
  ClipEntry['quoteCount'],
  ClipEntry['eventIds'],
];

export function storedEntry(entry: ClipEntry): StoredEntry {
  return [
    entry.title,
    entry.siteName,
    entry.authors,
    entry.address,
    entry.publishedAt,
    entry.clippedAt,
    entry.deletedAt,
    entry.language,
    entry.direction,
    entry.kinds,
    entry.campaignIds,
    entry.sectors,
    entry.places,
    entry.tags,
    entry.quoteCount,
    entry.eventIds,
  ];
}

const decoder = new TextDecoder();

export function readEntry(data: SegmentData, id: string, clip: number): ClipEntry {
  const bytes = data.entries.subarray(data.entryStarts[clip], data.entryStarts[clip + 1]);
  const stored = JSON.parse(decoder.decode(bytes)) as StoredEntry;
  return {
    id,
    title: stored[0],
    siteName: stored[1],
    authors: stored[2],
    address: stored[3],
    publishedAt: stored[4],
    clippedAt: stored[5],
    deletedAt: stored[6],
    language: stored[7],
    direction: stored[8],
    kinds: stored[9],
    campaignIds: stored[10],
    sectors: stored[11],
    places: stored[12],
    tags: stored[13],
    quoteCount: stored[14],
    eventIds: stored[15],
  };
}

/** The values of a facet that a clip has. */
export function facetValues(entry: ClipEntry, facet: ClipFacet): readonly string[] {
  switch (facet) {
    case 'kinds':
      return entry.kinds;
    case 'campaigns':
      return entry.campaignIds;
    case 'sectors':
      return entry.sectors;
    case 'places':
      return entry.places;
    case 'tags':
      return entry.tags;
    case 'sources':
      return entry.siteName === '' ? [] : [entry.siteName];
    default:
      return facet satisfies never;
  }
}

/** Gathers the columns of a facet, clip by clip. */
export class FacetWriter {
  private readonly numbers = new Map<string, number>();
  private readonly starts = new NumberList();
  private readonly values = new NumberList();

  add(values: Iterable<string>): void {
    this.starts.push(this.values.length);
    for (const value of new Set(values)) {
      let number = this.numbers.get(value);
      if (number === undefined) this.numbers.set(value, (number = this.numbers.size));
      this.values.push(number);
    }
  }

  done(): FacetColumn {
    this.starts.push(this.values.length);
    return {
      labels: [...this.numbers.keys()],
      starts: this.starts.done(),
      values: this.values.done(),
    };
  }
}

export function forEachFacet<T>(make: (facet: ClipFacet) => T): Record<ClipFacet, T> {
  return Object.fromEntries(CLIP_FACETS.map((facet) => [facet, make(facet)])) as Record<
    ClipFacet,
    T
  >;
}

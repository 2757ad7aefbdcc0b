/** Makes a segment of clips as they come from the store. */
import type { ClipEntry } from '../model/clip-entry.ts';
import type { ClipHead } from '../model/clip.ts';
import type { ObservedEvent } from '../model/event.ts';
import { ByteWriter, NumberList, strung } from './bytes.ts';
import { BINS, hashAddress, sign } from './near-copies.ts';
import {
  facetValues,
  FacetWriter,
  forEachFacet,
  storedEntry,
  type SegmentParts,
} from './segment.ts';
import { foldWord, hashWord, readWords, titleKey } from './words.ts';

/** A clip with its text and the events that it reports, those in the trash not among them. */
export interface ReadClip {
  head: ClipHead;
  text: string;
  events: readonly ObservedEvent[];
}

const union = <T>(...lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];

/** What a list shows of a clip. */
export function entryOf({ head, events }: Omit<ReadClip, 'text'>): ClipEntry {
  return {
    id: head.id,
    title: head.title,
    siteName: head.siteName,
    authors: head.authors,
    address: head.canonicalAddress ?? head.address,
    publishedAt: head.publishedAt,
    clippedAt: head.clippedAt,
    deletedAt: head.deletedAt,
    language: head.language,
    direction: head.direction,
    kinds: union(
      head.reports,
      events.flatMap(({ kind }) => kind ?? []),
    ),
    campaignIds: head.campaignIds,
    sectors: union(head.sectors, ...events.map(({ sectors }) => sectors)),
    places: union(head.places, ...events.map(({ places }) => places)),
    tags: head.tags,
    quoteCount: head.quotes.length,
    eventIds: events.map(({ id }) => id),
  };
}

/** Everything of a clip that words are looked for in, but its text; each a field of its own. */
export function headTexts({ head, events }: Omit<ReadClip, 'text'>): string[] {
  const { sectors, places } = entryOf({ head, events });
  return [
    head.title,
    ...head.authors,
    head.siteName,
    head.section,
    ...head.tags,
    ...head.quotes.map(({ exact }) => exact),
    head.note,
    head.excerpt,
    ...sectors,
    ...places,
    ...events.map(({ title }) => title),
  ];
}

/** The day that stands in a date, counted from 1970; of a year or a month the first. */
export function dayOf(date: string): number {
  const day = (date.length < 10 ? `${date}-01-01` : date).slice(0, 10);
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** So many words are written before a rest. */
const WORDS_A_SLICE = 2000;

export class SegmentBuilder {
  /** Every word as it was read, and the numbers of what it is found by. */
  private readonly numbersOf = new Map<string, readonly number[]>();
  private readonly numberOf = new Map<string, number>();
  private readonly hashes = new NumberList();
  /** All words of all clips in order: which, and where. */
  private readonly termAt = new NumberList(1 << 18);
  private readonly placeAt = new NumberList(1 << 18);
  private readonly clipStarts = new NumberList();
  private readonly headEnds = new NumberList();
  private readonly textWords = new NumberList();
  private readonly ids: string[] = [];
  private readonly titles: string[] = [];
  private readonly entries = new ByteWriter();
  private readonly entryStarts = new NumberList();
  private readonly encoder = new TextEncoder();
  private readonly listedAt: number[] = [];
  private readonly publishedAt: number[] = [];
  private readonly days: number[] = [];
  private readonly inTrash: number[] = [];
  private readonly facets = forEachFacet(() => new FacetWriter());
  private readonly signatures: Uint16Array[] = [];
  private readonly addresses: number[] = [];
  private readonly addressStarts = new NumberList();
  private textHashes = new Uint32Array(1 << 12);

  get clips(): number {
    return this.ids.length;
  }

  /** Words gathered so far: what memory and time go by. */
  get words(): number {
    return this.termAt.length;
  }

  add(clip: ReadClip): void {
    const { head } = clip;
    const entry = entryOf(clip);
    this.ids.push(head.id);
    this.titles.push(titleKey(head.title));
    this.listedAt.push(Date.parse(head.deletedAt ?? head.clippedAt));
    const publishedAt = head.publishedAt ?? head.clippedAt;
    this.publishedAt.push(Date.parse(publishedAt));
    this.days.push(dayOf(publishedAt));
    this.inTrash.push(Number(head.deletedAt !== null));
    for (const facet of Object.keys(this.facets) as (keyof typeof this.facets)[]) {
      this.facets[facet].add(facetValues(entry, facet));
    }
    this.entryStarts.push(this.entries.length);
    this.entries.copy(this.encoder.encode(JSON.stringify(storedEntry(entry))));
    this.addressStarts.push(this.addresses.length);
    for (const key of new Set(head.addressKeys)) this.addresses.push(hashAddress(key));

    this.clipStarts.push(this.termAt.length);
    let place = 0;
    const take = (raw: string) => {
      for (const term of this.termsOf(raw)) {
        this.termAt.push(term);
        this.placeAt.push(place++);
      }
    };
    for (const text of headTexts(clip)) {
      readWords(text, take);
      place++;
    }
    this.headEnds.push(place);
    const textStart = this.termAt.length;
    readWords(clip.text, take);
    this.signText(textStart);
  }

  private termsOf(raw: string): readonly number[] {
    let terms = this.numbersOf.get(raw);
    if (terms === undefined) {
      terms = foldWord(raw).map((word) => {
        let number = this.numberOf.get(word);
        if (number === undefined) {
          this.numberOf.set(word, (number = this.numberOf.size));
          this.hashes.push(hashWord(word));
        }
        return number;
      });
      this.numbersOf.set(raw, terms);
    }
    return terms;
  }

  private signText(start: number): void {
    const count = this.termAt.length - start;
    if (this.textHashes.length < count) this.textHashes = new Uint32Array(2 * count);
    const terms = this.termAt.values;
    for (let at = 0; at < count; at++) {
      this.textHashes[at] = this.hashes.values[terms[start + at]!]!;
    }
    const signature = new Uint16Array(BINS);
    sign(this.textHashes, count, signature, 0);
    this.signatures.push(signature);
    this.textWords.push(count);
  }

  /** Sorts and writes, resting now and then; the builder is done with afterwards. */
  *finish(): Generator<void, SegmentParts> {
    const { clips } = this;
    const words = [...this.numberOf.keys()].sort();
    yield;
    // Sorted by counting: words were read clip by clip, so that each word's places come out in order.
    const count = this.termAt.length;
    const clipOf = new Uint32Array(count);
    for (let clip = 0; clip < clips; clip++) {
      const end = clip + 1 < clips ? this.clipStarts.values[clip + 1]! : count;
      clipOf.fill(clip, this.clipStarts.values[clip], end);
    }
    const starts = new Uint32Array(words.length + 1);
    for (let at = 0; at < count; at++) starts[this.termAt.values[at]! + 1]!++;
    for (let term = 0; term < words.length; term++) starts[term + 1]! += starts[term]!;
    yield;
    const next = starts.slice();
    const sorted = new Uint32Array(count);
    for (let at = 0; at < count; at++) sorted[next[this.termAt.values[at]!]!++] = at;
    yield;

    const headEnds = this.headEnds.done();
    const postings = new ByteWriter(1 << 20);
    const places = new ByteWriter(1 << 20);
    const postingStarts = new Uint32Array(words.length + 1);
    const placeStarts = new Uint32Array(words.length + 1);
    for (let word = 0; word < words.length; word++) {
      const term = this.numberOf.get(words[word]!)!;
      const end = starts[term + 1]!;
      let before = 0;
      for (let from = starts[term]!; from < end;) {
        const clip = clipOf[sorted[from]!]!;
        let to = from + 1;
        while (to < end && clipOf[sorted[to]!] === clip) to++;
        const first = this.placeAt.values[sorted[from]!]!;
        postings.number((clip - before) * 2 + Number(first < headEnds[clip]!));
        before = clip;
        places.number(to - from);
        let last = 0;
        for (let at = from; at < to; at++) {
          const place = this.placeAt.values[sorted[at]!]!;
          places.number(place - last);
          last = place;
        }
        from = to;
      }
      postingStarts[word + 1] = postings.length;
      placeStarts[word + 1] = places.length;
      if (word % WORDS_A_SLICE === 0) yield;
    }

    this.entryStarts.push(this.entries.length);
    this.addressStarts.push(this.addresses.length);
    const signatures = new Uint16Array(clips * BINS);
    this.signatures.forEach((signature, clip) => signatures.set(signature, clip * BINS));
    return {
      data: {
        clips,
        ids: this.ids.join('\n'),
        words: strung(words),
        postings: postings.done(),
        postingStarts,
        headEnds,
        listedAt: Float64Array.from(this.listedAt),
        publishedAt: Float64Array.from(this.publishedAt),
        days: Int32Array.from(this.days),
        inTrash: Uint8Array.from(this.inTrash),
        titles: strung(this.titles),
        facets: forEachFacet((facet) => this.facets[facet].done()),
        entries: this.entries.done(),
        entryStarts: this.entryStarts.done(),
        textWords: this.textWords.done(),
        signatures,
        addresses: Float64Array.from(this.addresses),
        addressStarts: this.addressStarts.done(),
      },
      positions: { bytes: places.done(), starts: placeStarts },
    };
  }
}

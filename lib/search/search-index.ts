/** All segments together: what is found in them, how often each value of a filter, when, and in which order. */
import type {
  ClipEntry,
  CloseClips,
  FacetCount,
  SearchAnswer,
  TimeStrip,
} from '../model/clip-entry.ts';
import { CLIP_FACETS, type ClipFacet, type ClipQuery, type ClipSort } from '../model/clip-query.ts';
import { unstrung } from './bytes.ts';
import { findWords, needsPositions, prepareBeginnings } from './find-words.ts';
import { isDead } from './merge-segments.ts';
import { BINS, CLOSE_BINS, closeTexts, equalBins, FEWEST_WORDS, Together } from './near-copies.ts';
import { parseWords } from './query.ts';
import { dayOf } from './segment-builder.ts';
import { forEachFacet, readEntry, type PositionData, type SegmentData } from './segment.ts';
import { timeStrip } from './time-strip.ts';

/** Values of a facet in an answer: a list to choose from, not an inventory. */
const MOST_FACET_VALUES = 300;
const MOST_WINDOW = 200;
const NONE = '';
const DEAD = 0;
const IN_LIBRARY = 1;
const IN_TRASH = 2;

type Order = Exclude<ClipSort, 'best'>;

/** Every value of a facet that any segment has, by number; 0 is none. */
class Labels {
  readonly names: string[] = [NONE];
  private readonly numbers = new Map<string, number>([[NONE, 0]]);

  numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      this.numbers.set(name, (number = this.names.length));
      this.names.push(name);
    }
    return number;
  }

  find(name: string): number | undefined {
    return this.numbers.get(name);
  }
}

/** A segment at work. */
class Loaded {
  readonly number: number;
  readonly data: SegmentData;
  readonly ids: string[];
  /** Numbers of labels of this index, where the data has numbers of its own. */
  readonly values: Record<ClipFacet, Uint32Array>;
  positions: PositionData | null = null;
  deadBits: Uint8Array | null = null;
  /** Where each clip is: DEAD, IN_LIBRARY or IN_TRASH. */
  readonly places: Uint8Array;
  /** The number of its first clip among all. */
  first = 0;
  private titles_: string[] | null = null;
  private readonly orders = new Map<Order, Uint32Array>();

  constructor(
    number: number,
    data: SegmentData,
    deadBits: Uint8Array | null,
    labels: Record<ClipFacet, Labels>,
  ) {
    this.number = number;
    this.data = data;
    this.places = data.inTrash.map((isInTrash) => (isInTrash ? IN_TRASH : IN_LIBRARY));
    this.bury(deadBits);
    this.ids = data.ids === '' ? [] : data.ids.split('\n');
    this.values = forEachFacet((facet) => {
      const column = data.facets[facet];
      const numbers = column.labels.map((label) => labels[facet].numberOf(label));
      return column.values.map((value) => numbers[value]!);
    });
  }

  bury(deadBits: Uint8Array | null): void {
    this.deadBits = deadBits;
    if (!deadBits) return;
    for (let clip = 0; clip < this.data.clips; clip++) {
      if (isDead(deadBits, clip)) this.places[clip] = DEAD;
    }
  }

  get titles(): readonly string[] {
    return (this.titles_ ??= unstrung(this.data.titles));
  }

  sourceOf(clip: number): string {
    const { labels, starts, values } = this.data.facets.sources;
    const at = starts[clip]!;
    return at < starts[clip + 1]! ? labels[values[at]!]! : NONE;
  }

  /** Its clips in an order, dead ones too. */
  inOrder(order: Order): Uint32Array {
    let clips = this.orders.get(order);
    if (!clips) {
      const compare = COMPARE[order](new Columns([this]));
      clips = Uint32Array.from({ length: this.data.clips }, (_, clip) => clip).sort(compare);
      this.orders.set(order, clips);
    }
    return clips;
  }
}

/** What clips are sorted by, of several segments one after the other. */
class Columns {
  private readonly segments: readonly Loaded[];
  private readonly made = new Map<string, unknown>();

  constructor(segments: readonly Loaded[]) {
    this.segments = segments;
  }

  get listedAt(): Float64Array {
    return this.make('listedAt', () => this.numbers(({ data }) => data.listedAt));
  }
  get publishedAt(): Float64Array {
    return this.make('publishedAt', () => this.numbers(({ data }) => data.publishedAt));
  }
  get ids(): readonly string[] {
    return this.make('ids', () => this.segments.flatMap(({ ids }) => ids));
  }
  get titles(): readonly string[] {
    return this.make('titles', () => this.segments.flatMap(({ titles }) => titles));
  }
  get sources(): readonly string[] {
    return this.make('sources', () =>
      this.segments.flatMap((segment) => segment.ids.map((_, clip) => segment.sourceOf(clip))),
    );
  }

  private make<T>(name: string, of: () => T): T {
    if (!this.made.has(name)) this.made.set(name, of());
    return this.made.get(name) as T;
  }

  private numbers(of: (segment: Loaded) => Float64Array): Float64Array {
    const all = new Float64Array(this.segments.reduce((sum, { data }) => sum + data.clips, 0));
    let at = 0;
    for (const segment of this.segments) {
      all.set(of(segment), at);
      at += segment.data.clips;
    }
    return all;
  }
}

type Compare = (a: number, b: number) => number;

const texts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byTime(columns: Columns): { newest: Compare; oldest: Compare } {
  const { listedAt, ids } = columns;
  return {
    newest: (a, b) => listedAt[b]! - listedAt[a]! || texts(ids[a]!, ids[b]!),
    oldest: (a, b) => listedAt[a]! - listedAt[b]! || texts(ids[a]!, ids[b]!),
  };
}

/** Where two are equal, the newest comes first; where that is equal, too, as in the store, by id. */
const COMPARE: Record<Order, (columns: Columns) => Compare> = {
  newest: (columns) => byTime(columns).newest,
  oldest: (columns) => byTime(columns).oldest,
  published: (columns) => {
    const { publishedAt } = columns;
    const { newest } = byTime(columns);
    return (a, b) => publishedAt[b]! - publishedAt[a]! || newest(a, b);
  },
  publishedOldest: (columns) => {
    const { publishedAt } = columns;
    const { newest } = byTime(columns);
    return (a, b) => publishedAt[a]! - publishedAt[b]! || newest(a, b);
  },
  title: (columns) => {
    const { titles } = columns;
    const { newest } = byTime(columns);
    return (a, b) => texts(titles[a]!, titles[b]!) || newest(a, b);
  },
  source: (columns) => {
    const { sources } = columns;
    const { newest } = byTime(columns);
    return (a, b) => texts(sources[a]!, sources[b]!) || newest(a, b);
  },
};

/** What a query found: kept, for the list asks for one window of it after the other. */
interface Found {
  key: string;
  of: number;
  /** Numbers of clips among all, in order. */
  clips: Uint32Array;
  facets: Record<ClipFacet, FacetCount[]>;
  strip: TimeStrip;
}

/** The brush of the time strip, among the bits of the filters that a clip does not pass. */
const DATES = 1 << CLIP_FACETS.length;
/** Not to be found at all. */
const OUT = 0x80;

/** Sets the bit of a filter on the clips that have none of its values. */
function refuse(
  { data, values }: Loaded,
  facet: ClipFacet,
  isChosen: Uint8Array,
  bit: number,
  refused: Uint8Array,
): void {
  const { starts } = data.facets[facet];
  const numbers = values[facet];
  for (let clip = 0; clip < data.clips; clip++) {
    const from = starts[clip]!;
    const to = starts[clip + 1]!;
    let passes = from === to && isChosen[0] === 1;
    for (let at = from; at < to && !passes; at++) passes = isChosen[numbers[at]!] === 1;
    if (!passes) refused[clip]! |= bit;
  }
}

/** Counts the values of the clips that no other filter refuses. */
function count(
  { data, values }: Loaded,
  facet: ClipFacet,
  bit: number,
  refused: Uint8Array,
  counts: Uint32Array,
): void {
  const { starts } = data.facets[facet];
  const numbers = values[facet];
  for (let clip = 0; clip < data.clips; clip++) {
    if ((refused[clip]! & ~bit) !== 0) continue;
    const from = starts[clip]!;
    const to = starts[clip + 1]!;
    if (from === to) counts[0]!++;
    for (let at = from; at < to; at++) counts[numbers[at]!]!++;
  }
}

export class SearchIndex {
  private segments: Loaded[] = [];
  private readonly labels_ = forEachFacet(() => new Labels());
  /** Which segment a clip is alive in, and its place there. */
  private readonly places = new Map<string, { segment: Loaded; clip: number }>();
  private readonly permutations = new Map<Order, Uint32Array>();
  private columns = new Columns([]);
  private found: Found | null = null;
  /** Grows with every change. */
  changes = 0;

  /** Clips in it, trash included. */
  get clips(): number {
    return this.places.size;
  }

  get numbers(): number[] {
    return this.segments.map(({ number }) => number);
  }

  ids(): string[] {
    return [...this.places.keys()];
  }

  withoutPositions(): number[] {
    return this.segments.filter(({ positions }) => !positions).map(({ number }) => number);
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  /** Segments that hold these clips alive, with the bits of those dead once these are, too. */
  deadAfter(ids: Iterable<string>): Map<number, Uint8Array> {
    const after = new Map<number, Uint8Array>();
    for (const id of ids) {
      const place = this.places.get(id);
      if (!place) continue;
      const { segment, clip } = place;
      let bits = after.get(segment.number);
      if (!bits) {
        const { deadBits, data } = segment;
        bits = deadBits?.slice() ?? new Uint8Array((data.clips + 7) >> 3);
        after.set(segment.number, bits);
      }
      bits[clip >> 3]! |= 1 << (clip & 7);
    }
    return after;
  }

  partsOf(number: number) {
    const { data, deadBits, positions } = this.segment(number);
    return { data, deadBits, positions };
  }

  setPositions(number: number, positions: PositionData): void {
    this.segment(number).positions = positions;
  }

  /**
   * Takes segments out, marks clips dead, and puts segments in, as one step: nothing is searched in between. A clip may
   * be alive in one of them only.
   */
  change(change: {
    removed?: readonly number[];
    dead?: ReadonlyMap<number, Uint8Array>;
    added?: readonly {
      number: number;
      data: SegmentData;
      deadBits: Uint8Array | null;
      positions?: PositionData | null;
    }[];
  }): void {
    const { removed = [], dead = new Map(), added = [] } = change;
    for (const number of removed) {
      const segment = this.segment(number);
      segment.ids.forEach((id) => {
        if (this.places.get(id)?.segment === segment) this.places.delete(id);
      });
    }
    this.segments = this.segments.filter(({ number }) => !removed.includes(number));
    for (const [number, bits] of dead) {
      const segment = this.segments.find((each) => each.number === number);
      if (!segment) continue;
      segment.bury(bits);
      segment.ids.forEach((id, clip) => {
        if (isDead(bits, clip) && this.places.get(id)?.segment === segment) this.places.delete(id);
      });
    }
    for (const { number, data, deadBits, positions } of added) {
      const segment = new Loaded(number, data, deadBits, this.labels_);
      segment.positions = positions ?? null;
      this.segments.push(segment);
      segment.ids.forEach((id, clip) => {
        if (!isDead(deadBits, clip)) this.places.set(id, { segment, clip });
      });
    }
    let first = 0;
    for (const segment of this.segments) {
      segment.first = first;
      first += segment.data.clips;
    }
    this.permutations.clear();
    this.columns = new Columns(this.segments);
    this.found = null;
    this.changes++;
  }

  /** Which segments' places of words a search will ask for and are not here. */
  missingPositions(query: ClipQuery): number[] {
    if (!needsPositions(parseWords(query.words))) return [];
    return this.withoutPositions();
  }

  search(query: ClipQuery, window: { offset: number; limit: number }): SearchAnswer {
    const { of, clips, facets, strip } = this.find(query);
    const offset = Math.max(0, Math.min(window.offset, clips.length));
    const limit = Math.max(0, Math.min(window.limit, MOST_WINDOW));
    const entries = [...clips.subarray(offset, offset + limit)].map((clip) => this.entryOf(clip));
    return { total: clips.length, of, entries, offset, facets, strip };
  }

  findIds(query: ClipQuery): string[] {
    return Array.from(this.find(query).clips, (clip) => {
      const segment = this.segmentOf(clip);
      return segment.ids[clip - segment.first]!;
    });
  }

  /** Values in use outside of the trash, the most used first. */
  labels(): Record<'tags' | 'places' | 'sectors', FacetCount[]> {
    const count = (facet: ClipFacet) => {
      const { names } = this.labels_[facet];
      const counts = new Uint32Array(names.length);
      for (const segment of this.segments) {
        const { starts } = segment.data.facets[facet];
        for (let clip = 0; clip < segment.data.clips; clip++) {
          if (segment.places[clip] !== IN_LIBRARY) continue;
          for (let at = starts[clip]!; at < starts[clip + 1]!; at++) {
            counts[segment.values[facet][at]!]!++;
          }
        }
      }
      return mostFirst(names, counts).filter(({ value }) => value !== NONE);
    };
    return { tags: count('tags'), places: count('places'), sectors: count('sectors') };
  }

  closeTo(id: string): CloseClips[] {
    const own = this.places.get(id);
    if (!own) return [];
    const asked = own.segment.data;
    const addresses = new Set(
      asked.addresses.subarray(asked.addressStarts[own.clip], asked.addressStarts[own.clip + 1]),
    );
    const isLong = asked.textWords[own.clip]! >= FEWEST_WORDS;
    const sameAddress: number[] = [];
    const sameText: number[] = [];
    for (const segment of this.segments) {
      const { data } = segment;
      for (let clip = 0; clip < data.clips; clip++) {
        if (segment.places[clip] !== IN_LIBRARY) continue;
        if (segment === own.segment && clip === own.clip) continue;
        for (let at = data.addressStarts[clip]!; at < data.addressStarts[clip + 1]!; at++) {
          if (!addresses.has(data.addresses[at]!)) continue;
          sameAddress.push(segment.first + clip);
          break;
        }
        if (!isLong || data.textWords[clip]! < FEWEST_WORDS) continue;
        const equal = equalBins(asked.signatures, own.clip * BINS, data.signatures, clip * BINS);
        if (equal >= CLOSE_BINS) sameText.push(segment.first + clip);
      }
    }
    return (
      [
        ['sameAddress', sameAddress],
        ['sameText', sameText],
      ] as const
    ).flatMap(([kind, clips]) =>
      clips.length > 0 ? [{ kind, clipIds: this.newestFirst(clips).map(({ id }) => id) }] : [],
    );
  }

  /** Groups of clips close to each other, without the trash. Rests now and then: if the index changes, it must begin anew. */
  *closeGroups(): Generator<void, CloseClips[]> {
    const clips: number[] = [];
    for (const segment of this.segments) {
      for (let clip = 0; clip < segment.data.clips; clip++) {
        if (segment.places[clip] === IN_LIBRARY) clips.push(segment.first + clip);
      }
    }
    const together = new Together(clips.length);
    const holders = new Map<number, number>();
    clips.forEach((number, index) => {
      const { data, first } = this.segmentOf(number);
      const clip = number - first;
      for (let at = data.addressStarts[clip]!; at < data.addressStarts[clip + 1]!; at++) {
        const holder = holders.get(data.addresses[at]!);
        if (holder === undefined) holders.set(data.addresses[at]!, index);
        else together.join(index, holder);
      }
    });
    yield;
    const byAddress = together.groups().map((group) => group.map((index) => clips[index]!));

    const long = clips.filter((number) => {
      const { data, first } = this.segmentOf(number);
      return data.textWords[number - first]! >= FEWEST_WORDS;
    });
    const close = yield* closeTexts(
      long.map((number) => {
        const { data, first } = this.segmentOf(number);
        return { signatures: data.signatures, at: (number - first) * BINS };
      }),
    );
    const addressOf = new Map(byAddress.flatMap((group, which) => group.map((at) => [at, which])));
    const byText = close
      .map((group) => group.map((index) => long[index]!))
      // Clips of one page are alike anyway.
      .filter((group) => {
        const page = addressOf.get(group[0]!);
        return page === undefined || group.some((clip) => addressOf.get(clip) !== page);
      });
    return [
      ...byAddress.map((group) => ({ kind: 'sameAddress' as const, group })),
      ...byText.map((group) => ({ kind: 'sameText' as const, group })),
    ]
      .map(({ kind, group }) => ({ kind, members: this.newestFirst(group) }))
      .sort(
        (a, b) =>
          b.members[0]!.listedAt - a.members[0]!.listedAt ||
          texts(a.members[0]!.id, b.members[0]!.id) ||
          texts(a.kind, b.kind),
      )
      .map(({ kind, members }) => ({ kind, clipIds: members.map(({ id }) => id) }));
  }

  private newestFirst(numbers: readonly number[]): { id: string; listedAt: number }[] {
    return numbers
      .map((number) => {
        const segment = this.segmentOf(number);
        const clip = number - segment.first;
        return { id: segment.ids[clip]!, listedAt: segment.data.listedAt[clip]! };
      })
      .sort((a, b) => b.listedAt - a.listedAt || texts(a.id, b.id));
  }

  private segment(number: number): Loaded {
    const segment = this.segments.find((each) => each.number === number);
    if (!segment) throw new Error(`segment ${number} is not here`);
    return segment;
  }

  private segmentOf(clip: number): Loaded {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.segments[middle]!.first <= clip) low = middle;
      else high = middle - 1;
    }
    return this.segments[low]!;
  }

  private entryOf(number: number): ClipEntry {
    const segment = this.segmentOf(number);
    const clip = number - segment.first;
    return readEntry(segment.data, segment.ids[clip]!, clip);
  }

  private find(query: ClipQuery): Found {
    const key = JSON.stringify(query);
    if (this.found?.key !== key) this.found = { key, ...this.evaluate(query) };
    return this.found;
  }

  private evaluate(query: ClipQuery): Omit<Found, 'key'> {
    const words = parseWords(query.words);
    const place = query.place === 'trash' ? IN_TRASH : IN_LIBRARY;
    const firstDay = query.from === null ? -Infinity : dayOf(query.from);
    const lastDay = query.to === null ? Infinity : dayOf(query.to);
    const chosen = CLIP_FACETS.map((facet, which) => {
      const values: readonly string[] = query.filters[facet];
      const { names } = this.labels_[facet];
      const isChosen = new Uint8Array(names.length);
      for (const value of values) {
        const number = this.labels_[facet].find(value);
        if (number !== undefined) isChosen[number] = 1;
      }
      return { facet, bit: 1 << which, values, isChosen, counts: new Uint32Array(names.length) };
    });

    const all = this.segments.reduce((sum, { data }) => sum + data.clips, 0);
    /** 0 where not found, else how good. */
    const ranks = new Uint8Array(all);
    const stripDays = new Int32Array(all);
    const stripKinds = new Uint32Array(all);
    let inStrip = 0;
    let of = 0;
    let total = 0;
    for (const segment of this.segments) {
      const { data, first, places } = segment;
      const { days, clips } = data;
      const marks = words.length > 0 ? findWords(data, segment.positions, words) : null;
      // Filters that a clip does not pass, one bit each. What only one filter refuses counts for that one's values.
      const refused = new Uint8Array(clips);
      for (let clip = 0; clip < clips; clip++) {
        if (places[clip] !== place) refused[clip] = OUT;
        else {
          of++;
          if (marks && marks[clip] === 0) refused[clip] = OUT;
          else if (days[clip]! < firstDay || days[clip]! > lastDay) refused[clip] = DATES;
        }
      }
      for (const { facet, bit, values, isChosen } of chosen) {
        if (values.length > 0) refuse(segment, facet, isChosen, bit, refused);
      }
      for (const { facet, bit, counts } of chosen) count(segment, facet, bit, refused, counts);
      const kinds = data.facets.kinds.starts;
      for (let clip = 0; clip < clips; clip++) {
        if ((refused[clip]! & ~DATES) !== 0) continue;
        const from = kinds[clip]!;
        stripDays[inStrip] = days[clip]!;
        stripKinds[inStrip++] = from < kinds[clip + 1]! ? segment.values.kinds[from]! : 0;
        if (refused[clip] !== 0) continue;
        ranks[first + clip] = marks ? marks[clip]! : 1;
        total++;
      }
    }

    return {
      of,
      clips: this.ordered(ranks, total, query.sort, words.length),
      facets: Object.fromEntries(
        chosen.map(({ facet, values, counts }) => [
          facet,
          mostFirst(this.labels_[facet].names, counts, values),
        ]),
      ) as Record<ClipFacet, FacetCount[]>,
      strip: timeStrip(
        stripDays.subarray(0, inStrip),
        stripKinds.subarray(0, inStrip),
        this.labels_.kinds.names,
      ),
    };
  }

  private ordered(ranks: Uint8Array, total: number, sort: ClipSort, groups: number): Uint32Array {
    const permutation = this.permutation(sort === 'best' ? 'newest' : sort);
    const clips = new Uint32Array(total);
    let at = 0;
    if (sort === 'best' && groups > 0) {
      const best = Math.min(groups + 1, 255);
      for (let rank = best; rank > 0 && at < total; rank--) {
        for (const clip of permutation) if (ranks[clip] === rank) clips[at++] = clip;
      }
    } else {
      for (const clip of permutation) if (ranks[clip] !== 0) clips[at++] = clip;
    }
    return clips;
  }

  /** Every clip in an order: each segment keeps its own, and they are merged two at a time, the smallest first. */
  private permutation(order: Order): Uint32Array {
    const known = this.permutations.get(order);
    if (known) return known;
    const compare = COMPARE[order](this.columns);
    const runs = this.segments.map((segment) =>
      segment.inOrder(order).map((clip) => segment.first + clip),
    );
    while (runs.length > 1) {
      runs.sort((a, b) => b.length - a.length);
      runs.push(merge(runs.pop()!, runs.pop()!, compare));
    }
    const permutation = runs[0] ?? new Uint32Array(0);
    this.permutations.set(order, permutation);
    return permutation;
  }

  /** Looks up single letters ahead of whoever asks: the first key of every search. Rests after each. */
  *prepareLetters(): Generator<void, void> {
    for (const { data } of [...this.segments]) yield* prepareBeginnings(data);
  }

  /** Sorts each segment by title and source ahead of whoever asks. Rests after each. */
  *prepareOrders(): Generator<void, void> {
    for (const segment of [...this.segments]) {
      for (const order of ['title', 'source'] as const) {
        segment.inOrder(order);
        yield;
      }
    }
  }
}

function merge(a: Uint32Array, b: Uint32Array, compare: Compare): Uint32Array<ArrayBuffer> {
  const merged = new Uint32Array(a.length + b.length);
  let atA = 0;
  let atB = 0;
  for (let at = 0; at < merged.length; at++) {
    const takesA = atB >= b.length || (atA < a.length && compare(a[atA]!, b[atB]!) <= 0);
    merged[at] = takesA ? a[atA++]! : b[atB++]!;
  }
  return merged;
}

/** Those that occur, the most frequent first, and those that are chosen whether they occur or not. */
function mostFirst(
  names: readonly string[],
  counts: Uint32Array,
  chosen: readonly string[] | null = null,
): FacetCount[] {
  const facets: FacetCount[] = [];
  names.forEach((value, number) => {
    if (counts[number]! > 0) facets.push({ value, count: counts[number]! });
  });
  facets.sort((a, b) => b.count - a.count || texts(a.value, b.value));
  if (chosen === null) return facets;
  const shown = facets.slice(0, MOST_FACET_VALUES);
  const isShown = new Set(shown.map(({ value }) => value));
  for (const value of new Set(chosen)) {
    if (isShown.has(value)) continue;
    shown.push(facets.find((facet) => facet.value === value) ?? { value, count: 0 });
  }
  return shown;
}

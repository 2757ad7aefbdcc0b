import type { ClipEntry } from '../../lib/model/clip-entry.ts';
import type { ClipQuery } from '../../lib/model/clip-query.ts';
import type { ClipHead } from '../../lib/model/clip.ts';
import type { ClipCursor } from '../../lib/store/clips.ts';
import type { Store } from '../../lib/store/database.ts';

const FIRST = 50;
const NEXT = 500;

/** What a list shows of a clip, without what its events would add. */
export function entryOf(clip: ClipHead): ClipEntry {
  const { id, title, siteName, authors, publishedAt, clippedAt, deletedAt, language } = clip;
  const { direction, campaignIds, sectors, places, tags } = clip;
  return {
    ...{ id, title, siteName, authors, publishedAt, clippedAt, deletedAt, language, direction },
    ...{ campaignIds, sectors, places, tags },
    address: clip.canonicalAddress ?? clip.address,
    kinds: clip.reports,
    quoteCount: clip.quotes.length,
    eventIds: [],
  };
}

/** Letters as they are searched: case and accents aside. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function hasOneOf(wanted: readonly string[], values: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  return values.length === 0 ? wanted.includes('') : values.some((each) => wanted.includes(each));
}

/** Whether a clip answers a query by what stands in a list: every word somewhere, each filter met. */
function answers(clip: ClipHead, terms: readonly string[], query: ClipQuery): boolean {
  const { kinds, campaigns, sectors, places, tags, sources } = query.filters;
  const day = (clip.publishedAt ?? clip.clippedAt).slice(0, 10);
  if (query.from !== null && day < query.from.slice(0, day.length)) return false;
  if (query.to !== null && day > query.to) return false;
  if (!hasOneOf(kinds, clip.reports) || !hasOneOf(campaigns, clip.campaignIds)) return false;
  if (!hasOneOf(sectors, clip.sectors) || !hasOneOf(places, clip.places)) return false;
  if (!hasOneOf(tags, clip.tags)) return false;
  if (!hasOneOf(sources, clip.siteName === '' ? [] : [clip.siteName])) return false;
  if (terms.length === 0) return true;
  const all = [clip.title, clip.siteName, ...clip.authors, ...clip.tags, ...clip.places, clip.note];
  const words = fold([...all, ...clip.quotes.map((quote) => quote.exact)].join('\n'));
  return terms.every((term) => words.includes(term));
}

/** The library as the store lists it, newest first, page after page: what there is without an index. */
export class PlainPages {
  readonly #store: Store;
  readonly #query: ClipQuery;
  readonly #terms: string[];
  #next: ClipCursor | null = null;
  entries: ClipEntry[] = [];
  isComplete = false;
  /** Clips in this place, found or not. */
  count = 0;
  #hasBegun = false;

  constructor(store: Store, query: ClipQuery) {
    this.#store = store;
    this.#query = query;
    this.#terms = fold(query.words).split(/\s+/).filter(Boolean);
  }

  async begin(): Promise<void> {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    const [count] = await Promise.all([
      this.#store.countClips(this.#query.place),
      this.#read(FIRST),
    ]);
    this.count = count;
  }

  async readOn(): Promise<void> {
    if (!this.#hasBegun) return this.begin();
    if (!this.isComplete) await this.#read(NEXT);
  }

  async #read(limit: number): Promise<void> {
    const request = { before: this.#next, limit };
    const page =
      this.#query.place === 'trash'
        ? await this.#store.listTrash(request)
        : await this.#store.listClips(request);
    for (const clip of page.clips) {
      if (answers(clip, this.#terms, this.#query)) this.entries.push(entryOf(clip));
    }
    this.#next = page.next;
    this.isComplete = page.next === null;
  }
}

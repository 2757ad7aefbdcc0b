import type { CatalogueState } from '../../lib/catalogue/api.ts';
import type { ClipEntry, SearchAnswer } from '../../lib/model/clip-entry.ts';
import { CLIP_FACETS, EVERYTHING, type ClipQuery } from '../../lib/model/clip-query.ts';
import type { Store } from '../../lib/store/database.ts';
import type { LibraryIndex } from './library-index.ts';
import { PlainPages } from './plain-pages.ts';

/** Rows are fetched by so many at once. */
export const ROWS_A_PAGE = 100;
/** The first picture needs no more. */
const FIRST_ROWS = 50;
/** Pages kept, those nearest to what is seen: a scroll through 100,000 clips must not end with all of them in memory. */
const PAGES_KEPT = 40;
/** While the index is being read, counts are asked for anew this often. */
const READING_MS = 800;

/** What was found: the rows are fetched as they come into sight. */
export interface Found {
  query: ClipQuery;
  /** index: the worker answered. store: pages of the store, newest first, and words only in what lists show. */
  source: 'index' | 'store';
  total: number;
  of: number;
  /** null where only the store answered. */
  facets: SearchAnswer['facets'] | null;
  strip: SearchAnswer['strip'] | null;
  /** Where false, more may come: the store is still being read through. */
  isComplete: boolean;
}

type Pages = ReadonlyMap<number, readonly ClipEntry[]>;
interface RowWindow {
  first: number;
  last: number;
}

/** Nothing is asked but everything, newest first: the store's own order. */
export function isPlain(query: ClipQuery): boolean {
  return (
    query.words.trim() === '' &&
    query.from === null &&
    query.to === null &&
    (query.sort === 'newest' || query.sort === 'best') &&
    CLIP_FACETS.every((facet) => query.filters[facet].length === 0)
  );
}

function inPages(entries: readonly ClipEntry[], offset: number): [number, readonly ClipEntry[]][] {
  const pages: [number, readonly ClipEntry[]][] = [];
  for (let at = 0; at < entries.length; at += ROWS_A_PAGE) {
    pages.push([(offset + at) / ROWS_A_PAGE, entries.slice(at, at + ROWS_A_PAGE)]);
  }
  return pages;
}

/** One question at a time, the newest wins; what was found stays on the screen until there is something newer. */
export class LibraryQuery {
  readonly #store: Store;
  readonly #index: LibraryIndex | null;
  readonly #stopListening: () => void;
  #plain: PlainPages | null = null;
  #settling: Promise<void> | null = null;
  #isAsked = false;
  #isStale = true;
  #window: RowWindow = { first: 0, last: FIRST_ROWS - 1 };
  #countedAt = 0;

  /** What the page's controls say. */
  asked = $state.raw<ClipQuery>(EVERYTHING);
  found = $state.raw<Found | null>(null);
  pages = $state.raw<Pages>(new Map());
  /** null where there is no index at all. */
  indexState = $state.raw<CatalogueState | null>(null);
  hasReadFailed = $state(false);

  #tellFirstAnswer: () => void = () => {};
  /** Resolves when there are rows for the first time, or they could not be read. */
  readonly firstAnswer = new Promise<void>((resolve) => (this.#tellFirstAnswer = resolve));

  constructor(store: Store, index: LibraryIndex | null) {
    this.#store = store;
    this.#index = index;
    this.indexState = index?.state ?? null;
    this.#stopListening =
      index?.onState((state) => {
        const was = this.indexState;
        this.indexState = state;
        const isCounting = Date.now() - this.#countedAt < READING_MS;
        // Ready again: changes were taken up.
        if (state.kind !== was?.kind || state.kind === 'ready' || !isCounting) void this.refresh();
      }) ?? (() => {});
  }

  dispose(): void {
    this.#stopListening();
  }

  get total(): number {
    return this.found?.total ?? 0;
  }

  /** undefined while it is being fetched. */
  entryAt(index: number): ClipEntry | undefined {
    return this.pages.get(Math.floor(index / ROWS_A_PAGE))?.[index % ROWS_A_PAGE];
  }

  /** Where a clip stands, if it is among the rows that are loaded. */
  indexOf(id: string): number | null {
    for (const [page, entries] of this.pages) {
      const at = entries.findIndex((entry) => entry.id === id);
      if (at >= 0) return page * ROWS_A_PAGE + at;
    }
    return null;
  }

  /** Every row that is loaded, in order. */
  get loaded(): ClipEntry[] {
    return [...this.pages].sort(([a], [b]) => a - b).flatMap(([, entries]) => entries);
  }

  change(edit: Partial<ClipQuery>): Promise<void> {
    this.asked = { ...this.asked, ...edit };
    this.#window = { first: 0, last: FIRST_ROWS - 1 };
    return this.#settle();
  }

  /** The same question once more: the library has changed. */
  refresh(): Promise<void> {
    this.#isStale = true;
    return this.#settle();
  }

  /** These rows are in sight, or will be in a moment. */
  need(first: number, last: number): Promise<void> {
    this.#window = { first, last };
    for (let row = first; row <= Math.min(last, this.total - 1); row++) {
      if (this.entryAt(row) === undefined) return this.#settle();
    }
    return Promise.resolve();
  }

  /** Every clip that is found, in order. */
  async findIds(): Promise<readonly string[]> {
    const query = this.asked;
    if (this.#index && this.indexState?.kind === 'ready') return this.#index.findIds(query);
    const pages = new PlainPages(this.#store, query);
    while (!pages.isComplete) await pages.readOn();
    return pages.entries.map(({ id }) => id);
  }

  async idsBetween(first: number, last: number): Promise<readonly string[]> {
    const entries = Array.from({ length: last - first + 1 }, (_, at) => this.entryAt(first + at));
    if (entries.every((entry) => entry !== undefined)) return entries.map(({ id }) => id);
    return (await this.findIds()).slice(first, last + 1);
  }

  #settle(): Promise<void> {
    this.#isAsked = true;
    return (this.#settling ??= this.#answer());
  }

  async #answer(): Promise<void> {
    try {
      // What is asked in one breath is answered in one.
      await null;
      while (this.#isAsked) {
        this.#isAsked = false;
        const query = this.asked;
        const isStale = this.#isStale || this.found?.query !== query;
        this.#isStale = false;
        try {
          if (!this.#canAskIndex(query) || !(await this.#askIndex(query, isStale))) {
            await this.#askStore(query, isStale);
          }
          this.hasReadFailed = false;
        } catch {
          this.hasReadFailed = true;
        }
      }
    } finally {
      this.#tellFirstAnswer();
      this.#settling = null;
    }
  }

  #canAskIndex(query: ClipQuery): boolean {
    const kind = this.indexState?.kind;
    // What is still being read lacks rows that the store's own list has.
    return kind === 'ready' || (kind === 'reading' && !isPlain(query));
  }

  /** false where the worker could not answer. */
  async #askIndex(query: ClipQuery, isStale: boolean): Promise<boolean> {
    const { first, last } = this.#window;
    const isMissing = (page: number) => isStale || !this.pages.has(page);
    let from = Math.floor(first / ROWS_A_PAGE);
    let to = Math.floor(last / ROWS_A_PAGE);
    while (from <= to && !isMissing(from)) from++;
    while (to >= from && !isMissing(to)) to--;
    if (from > to) return true;
    let answer: SearchAnswer | null;
    try {
      const offset = from * ROWS_A_PAGE;
      this.#countedAt = Date.now();
      answer = await this.#index!.search(query, { offset, limit: (to - from + 1) * ROWS_A_PAGE });
    } catch (error) {
      this.indexState = { kind: 'failed', message: String(error) };
      return false;
    }
    if (answer === null || query !== this.asked) return true;
    const { total, of, facets, strip, entries, offset } = answer;
    const isWhole = isStale || this.found?.source !== 'index';
    const kept = isWhole ? [] : [...this.pages].filter(([page]) => page < from || page > to);
    const near = kept.sort(([a], [b]) => Math.abs(a - from) - Math.abs(b - from));
    this.pages = new Map([...near.slice(0, PAGES_KEPT), ...inPages(entries, offset)]);
    const state = this.indexState;
    const isComplete = state?.kind !== 'reading';
    // What is in the index so far is not what is looked through.
    const all = isComplete ? of : Math.max(of, state.total);
    this.found = { query, source: 'index', total, of: all, facets, strip, isComplete };
    this.#tellFirstAnswer();
    this.#plain = null;
    return true;
  }

  async #askStore(query: ClipQuery, isStale: boolean): Promise<void> {
    const wanted = Math.max(FIRST_ROWS, this.#window.last + 1);
    let pages = this.#plain;
    const isShown = !isStale && pages !== null && this.found?.source === 'store';
    // What stands there already is not shown anew: whoever sees it would ask again for ever.
    if (isShown && (pages!.isComplete || pages!.entries.length >= wanted)) return;
    if (isStale || pages === null) pages = new PlainPages(this.#store, query);
    await pages.begin();
    const isOver = () => query !== this.asked;
    do {
      const enough = isPlain(query) && pages.entries.length >= wanted;
      if (!enough && !pages.isComplete) await pages.readOn();
      if (isOver()) return;
      // A slow reading shows what it has; a new one of the same rows shows itself when it has as many.
      if (pages.isComplete || !isPlain(query) || pages.entries.length >= wanted) {
        this.#showPlain(pages, query);
      }
    } while (!pages.isComplete && !(isPlain(query) && pages.entries.length >= wanted));
    this.#plain = pages;
    await this.#countOnly(query);
  }

  #showPlain(pages: PlainPages, query: ClipQuery): void {
    const { entries, isComplete, count } = pages;
    this.pages = new Map(inPages(entries, 0));
    const total = isComplete || !isPlain(query) ? entries.length : Math.max(count, entries.length);
    const { facets = null, strip = null } =
      this.found?.query === query && this.indexState?.kind !== 'failed' ? this.found : {};
    this.found = { query, source: 'store', total, of: count, facets, strip, isComplete };
    this.#tellFirstAnswer();
  }

  /** What the index can say already of a list that the store gives. */
  async #countOnly(query: ClipQuery): Promise<void> {
    if (this.indexState?.kind !== 'reading' || !this.#index) return;
    this.#countedAt = Date.now();
    const answer = await this.#index.search(query, { offset: 0, limit: 0 }).catch(() => null);
    if (!answer || query !== this.asked || this.found?.source !== 'store') return;
    this.found = { ...this.found, facets: answer.facets, strip: answer.strip };
  }
}

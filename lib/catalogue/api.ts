/** What the page and the worker that knows every clip say to each other. Everything is plain data. */
import type { ReportedKind } from '../model/action-kinds.ts';
import type { ClipFacet, ClipQuery } from '../model/clip-query.ts';
import type { ClipHead } from '../model/clip.ts';

/** What a list shows of a clip and what it is filtered by. Sectors, places and kinds of its events count as its own. */
export interface ClipEntry {
  id: string;
  title: string;
  siteName: string;
  authors: string[];
  /** The address to open: canonical, or as the browser had it. */
  address: string | null;
  publishedAt: string | null;
  clippedAt: string;
  deletedAt: string | null;
  language: string;
  direction: ClipHead['direction'];
  kinds: ClipHead['reports'];
  campaignIds: string[];
  sectors: string[];
  places: string[];
  tags: string[];
  quoteCount: number;
  eventIds: string[];
}

/** A value of a facet and how many clips have it, all other filters at work. "" stands for none. */
export interface FacetCount {
  value: string;
  count: number;
}

/** Clips by date, all filters at work but the brush itself. Bins are equally long in the calendar's sense. */
export interface TimeStrip {
  unit: 'day' | 'week' | 'month' | 'year';
  /** byKind counts a clip once, under its first kind, "" where it has none: a bin's colours. */
  bins: {
    from: string;
    to: string;
    count: number;
    byKind: Partial<Record<ReportedKind | '', number>>;
  }[];
}

export interface SearchAnswer {
  /** Clips found, of all in that place. */
  total: number;
  of: number;
  /** Those of the window asked for, in order. */
  entries: ClipEntry[];
  offset: number;
  /** Most frequent first; values that are chosen stand there even with count 0. */
  facets: Record<ClipFacet, FacetCount[]>;
  strip: TimeStrip;
}

/** Clips whose texts are nearly the same, or that stand under one address. */
export interface CloseClips {
  kind: 'sameAddress' | 'sameText';
  clipIds: string[];
}

export type CatalogueState =
  /** Not all clips are in it yet: what is found may grow. */
  | { kind: 'reading'; done: number; total: number }
  | { kind: 'ready'; total: number }
  /** It cannot be used; the list by pages of the store still can. */
  | { kind: 'failed'; message: string };

export interface CatalogueApi {
  /**
   * Opens the database and begins to read. One listener a worker.
   * @param databaseName the library's database, as lib/store names it
   */
  open(databaseName: string, listener: (state: CatalogueState) => void): Promise<void>;
  /** Clips or events were changed, here or elsewhere: takes up what is not in the index yet, then answers. */
  catchUp(): Promise<void>;
  search(query: ClipQuery, window: { offset: number; limit: number }): Promise<SearchAnswer>;
  /** The ids of all that is found, in order: for "select all" and bulk edits. */
  findIds(query: ClipQuery): Promise<string[]>;
  /** Every tag, place and sector in use and how often, most used first: for completion. */
  labels(): Promise<Record<'tags' | 'places' | 'sectors', FacetCount[]>>;
  /** Clips close to this one, itself not among them. */
  closeTo(clipId: string): Promise<CloseClips[]>;
  /** Every group of clips that are close to each other, without the trash, newest first. */
  closeGroups(): Promise<CloseClips[]>;
}

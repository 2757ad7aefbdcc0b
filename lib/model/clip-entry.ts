/** What the library's index answers: clips as a list shows them, counts, dates, near copies. Plain data. */
import type { ReportedKind } from './action-kinds.ts';
import type { ClipFacet } from './clip-query.ts';
import type { ClipHead } from './clip.ts';

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

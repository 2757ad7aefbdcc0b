import { ReportedKind } from './action-kinds.ts';
import { CivilDate, Id, Instant } from './identity.ts';
import { z } from './zod.ts';

export const VIEW_RECORD_VERSION = 1;

const values = z.array(z.string().max(200)).max(200);

/**
 * What clips are filtered by: one of the values of each list (an empty list asks nothing), and something of every list.
 * "" stands for clips that have no value there.
 */
export const ClipFilters = z.strictObject({
  kinds: z.array(z.union([ReportedKind, z.literal('')])).max(50),
  campaigns: values,
  sectors: values,
  places: values,
  tags: values,
  /** Publications, by the name their clips give. */
  sources: values,
});
export type ClipFilters = z.infer<typeof ClipFilters>;
export type ClipFacet = keyof ClipFilters;
export const CLIP_FACETS: readonly ClipFacet[] = [
  'kinds',
  'campaigns',
  'sectors',
  'places',
  'tags',
  'sources',
];

/** best: where the words stand in title, tags, quotes or notes first; without words, as newest. */
export const ClipSort = z.enum([
  'newest',
  'oldest',
  'published',
  'publishedOldest',
  'title',
  'source',
  'best',
]);
export type ClipSort = z.infer<typeof ClipSort>;

export const ClipQuery = z.strictObject({
  /**
   * Every word must be found, each as the beginning of one; "in quotes" as they stand; -word must not be found; OR
   * between two words asks for either.
   */
  words: z.string().max(500),
  place: z.enum(['library', 'trash']),
  filters: ClipFilters,
  /** Days of publication (of clipping where that is unknown), both included; null: open. */
  from: CivilDate.nullable(),
  to: CivilDate.nullable(),
  sort: ClipSort,
});
export type ClipQuery = z.infer<typeof ClipQuery>;

export const NO_FILTERS: ClipFilters = {
  kinds: [],
  campaigns: [],
  sectors: [],
  places: [],
  tags: [],
  sources: [],
};
export const EVERYTHING: ClipQuery = {
  words: '',
  place: 'library',
  filters: NO_FILTERS,
  from: null,
  to: null,
  sort: 'newest',
};

/** A query kept under a name. */
export const SavedView = z.strictObject({
  recordVersion: z.literal(VIEW_RECORD_VERSION),
  id: Id,
  name: z.string().min(1).max(120),
  query: ClipQuery,
  createdAt: Instant,
  updatedAt: Instant,
});
export type SavedView = z.infer<typeof SavedView>;

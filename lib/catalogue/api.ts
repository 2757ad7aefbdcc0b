/** What the page and the worker that knows every clip say to each other. Everything is plain data. */
import type { CloseClips, FacetCount, SearchAnswer } from '../model/clip-entry.ts';
import type { ClipQuery } from '../model/clip-query.ts';

export type {
  ClipEntry,
  CloseClips,
  FacetCount,
  SearchAnswer,
  TimeStrip,
} from '../model/clip-entry.ts';

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
  /**
   * Clips or events were changed, here or elsewhere: takes up what is not in the index yet, then answers. The worker
   * hears of changes by itself, too; this is for whoever has to wait for it.
   * @param first clips to take up before all others: it answers as soon as these are in, though others may wait
   */
  catchUp(first?: readonly string[]): Promise<void>;
  search(query: ClipQuery, window: { offset: number; limit: number }): Promise<SearchAnswer>;
  /** The ids of all that is found, in order: for "select all" and bulk edits. */
  findIds(query: ClipQuery): Promise<string[]>;
  /** Every tag, place and sector in use and how often, most used first: for completion. */
  labels(): Promise<Record<'tags' | 'places' | 'sectors', FacetCount[]>>;
  /** Clips close to this one, itself not among them. */
  closeTo(clipId: string): Promise<CloseClips[]>;
  /** Every group of clips that are close to each other, without the trash, newest first. */
  closeGroups(): Promise<CloseClips[]>;
  /** Whether it still answers. */
  ping(): Promise<void>;
}

import type { CatalogueState } from '../../lib/catalogue/api.ts';
import type { CatalogueClient } from '../../lib/catalogue/client.ts';
import type { CloseClips, FacetCount, SearchAnswer } from '../../lib/model/clip-entry.ts';
import type { ClipQuery } from '../../lib/model/clip-query.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import { startCatalogue } from './catalogue.ts';

/** What the library's page needs of the worker that knows every clip. Calls reject where it cannot be used. */
export interface LibraryIndex {
  readonly state: CatalogueState;
  /** Hears each new state, and 'ready' again whenever changes have been taken up. Returns how to stop listening. */
  onState(listener: (state: CatalogueState) => void): () => void;
  /** It begins to read. Safe to call again. */
  start(): void;
  catchUp(): Promise<void>;
  /** null: a newer search was asked for meanwhile. */
  search(query: ClipQuery, window: { offset: number; limit: number }): Promise<SearchAnswer | null>;
  findIds(query: ClipQuery): Promise<string[]>;
  labels(): Promise<Record<'tags' | 'places' | 'sectors', FacetCount[]>>;
  closeTo(clipId: string): Promise<CloseClips[]>;
  closeGroups(): Promise<CloseClips[]>;
}

export function libraryIndex(platform: Platform): LibraryIndex {
  const listeners = new Set<(state: CatalogueState) => void>();
  const client: CatalogueClient = startCatalogue(platform, (state) => {
    for (const listener of [...listeners]) listener(state);
  });
  return {
    get state() {
      return client.state;
    },
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => client.start(),
    catchUp: () => client.catchUp(),
    async search(query, window) {
      const outcome = await client.search(query, window);
      if (outcome.kind === 'failed') throw new Error(outcome.message);
      return outcome.kind === 'done' ? outcome.answer : null;
    },
    findIds: (query) => client.findIds(query),
    labels: () => client.labels(),
    closeTo: (clipId) => client.closeTo(clipId),
    closeGroups: () => client.closeGroups(),
  };
}

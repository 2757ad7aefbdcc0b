import { ClipQuery, VIEW_RECORD_VERSION, type SavedView } from '../../lib/model/clip-query.ts';
import { newId } from '../../lib/model/identity.ts';
import type { Store } from '../../lib/store/database.ts';

export const LONGEST_VIEW_NAME = 120;

/** Every key in the schema's order, so that the same query is the same text. */
const keyOf = (query: ClipQuery) => JSON.stringify(ClipQuery.parse(query));

/** Queries kept under names. */
export class LibraryViews {
  readonly #store: Store;
  all = $state.raw<readonly SavedView[]>([]);

  constructor(store: Store) {
    this.#store = store;
  }

  async refresh(): Promise<void> {
    this.all = await this.#store.listViews();
  }

  /** The view that asks just this; null where none does. */
  showing(query: ClipQuery): SavedView | null {
    if (this.all.length === 0) return null;
    const key = keyOf(query);
    return this.all.find((view) => keyOf(view.query) === key) ?? null;
  }

  async save(name: string, query: ClipQuery): Promise<SavedView> {
    const now = new Date().toISOString();
    return this.#store.saveView({
      recordVersion: VIEW_RECORD_VERSION,
      id: newId(),
      name: name.trim().slice(0, LONGEST_VIEW_NAME),
      query: ClipQuery.parse(query),
      createdAt: now,
      updatedAt: now,
    });
  }

  async rename(view: SavedView, name: string): Promise<SavedView> {
    return this.#store.saveView({ ...view, name: name.trim().slice(0, LONGEST_VIEW_NAME) });
  }

  async putBack(view: SavedView): Promise<void> {
    await this.#store.saveView(view);
  }

  async delete(id: string): Promise<SavedView | null> {
    return this.#store.deleteView(id);
  }
}

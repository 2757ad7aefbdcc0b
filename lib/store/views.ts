import type { SavedView } from '../model/clip-query.ts';
import type { StoreCore } from './core.ts';
import { nextUpdatedAt, plainRecord } from './records.ts';
import { rankOf } from './tables.ts';

export function viewOperations(core: StoreCore) {
  const { views, settings } = core.database;

  return {
    /** By name. */
    async listViews(): Promise<SavedView[]> {
      const rows = await core.read(() => views.toArray());
      return core
        .readableOnes('views', rows)
        .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
    },

    /** New or changed; the later save of two wins: a view is a convenience, and both had it on the screen. */
    async saveView(view: SavedView): Promise<SavedView> {
      const plain = plainRecord('views', view);
      return core.write(['views'], async (done) => {
        const row = await views.get(plain.id);
        const stored = row && core.readable('views', row);
        const saved = stored ? { ...plain, updatedAt: nextUpdatedAt(stored.updatedAt) } : plain;
        await views.put({ id: saved.id, rank: rankOf(saved.createdAt), record: saved });
        done[row ? 'changed' : 'made']('views', saved.id);
        return saved;
      });
    },

    /** Returns it, for saveView to undo it; null where there was none. */
    async deleteView(id: string): Promise<SavedView | null> {
      return core.write(['views'], async (done) => {
        const row = await views.get(id);
        const view = row && core.readable('views', row);
        if (!view) return null;
        await views.delete(id);
        done.erased('views', id);
        return view;
      });
    },

    /** A small thing to remember about this library, as it was written: parse it. undefined where there is none. */
    async readSetting(key: string): Promise<unknown> {
      return (await core.read(() => settings.get(key)))?.value;
    },

    async writeSetting(key: string, value: unknown): Promise<void> {
      await core.keep(() => settings.put({ key, value }));
    },
  };
}

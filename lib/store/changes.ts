import { z } from '../model/zod.ts';

/** Which records changed, here or in another page; never what they say. */
const AnnouncedChange = z.strictObject({
  table: z.enum(['clips', 'campaigns', 'scenarios', 'events', 'views']),
  ids: z.array(z.string().max(100)),
});
export interface Change extends z.infer<typeof AnnouncedChange> {
  from: 'here' | 'elsewhere';
}
export type ChangeListener = (change: Change) => void;

/** Tells this page's listeners, and every other page of ours, what changed. */
export class Announcer {
  readonly #listeners = new Set<ChangeListener>();
  readonly #channel: BroadcastChannel;

  constructor(databaseName: string) {
    this.#channel = new BroadcastChannel(`${databaseName}-changes`);
    this.#channel.onmessage = ({ data }) => {
      // Another version of ours may stand behind the channel during an update.
      const change = AnnouncedChange.safeParse(data);
      if (change.success) this.#tell({ ...change.data, from: 'elsewhere' });
    };
  }

  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(table: Change['table'], ids: string[]): void {
    if (ids.length === 0) return;
    this.#channel.postMessage({ table, ids });
    this.#tell({ table, ids, from: 'here' });
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
  }

  #tell(change: Change): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        // A listener's fault must not look like a failed save to whoever saved.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

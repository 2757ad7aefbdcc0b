import type { z } from '../../lib/model/zod.ts';
import type { Platform } from '../../lib/platform/platform.ts';

/**
 * Keeps what is being typed under one key, on every keystroke: one write at a time, the newest wins, and once
 * dropped nothing that was still under way brings it back.
 */
export class DraftKeeper<Schema extends z.ZodType> {
  readonly #drafts: Platform['drafts'];
  readonly #key: string;
  readonly #schema: Schema;
  #next: { value: z.infer<Schema> } | 'drop' | null = null;
  #writing: Promise<void> | null = null;

  constructor(drafts: Platform['drafts'], key: string, schema: Schema) {
    this.#drafts = drafts;
    this.#key = key;
    this.#schema = schema;
  }

  /** null where nothing is kept, or nothing that an older version of ours did not leave in another shape. */
  async read(): Promise<z.infer<Schema> | null> {
    try {
      const kept = this.#schema.safeParse(await this.#drafts.read(this.#key));
      return kept.success ? kept.data : null;
    } catch {
      return null;
    }
  }

  keep(value: z.infer<Schema>): Promise<void> {
    this.#next = { value };
    return (this.#writing ??= this.#write());
  }

  drop(): Promise<void> {
    this.#next = 'drop';
    return (this.#writing ??= this.#write());
  }

  async #write(): Promise<void> {
    try {
      while (this.#next) {
        const next = this.#next;
        this.#next = null;
        // A full session store must not keep anybody from typing or saving.
        const done =
          next === 'drop'
            ? this.#drafts.remove(this.#key)
            : this.#drafts.write(this.#key, next.value);
        await done.catch(() => {});
      }
    } finally {
      this.#writing = null;
    }
  }
}

/** Where a range begins when Shift is held. */
interface Anchor {
  id: string;
  index: number;
}

/** The clips that are chosen for something to be done with all of them. Ids only: most of them are not even loaded. */
export class LibrarySelection {
  ids = $state.raw<ReadonlySet<string>>(new Set());
  #anchor: Anchor | null = null;
  /** Chosen by the range that is being drawn, to be let go when it shrinks. */
  #range: ReadonlySet<string> = new Set();
  #asked = 0;
  readonly #idsBetween: (first: number, last: number) => Promise<readonly string[]>;

  readonly count = $derived(this.ids.size);

  /** @param idsBetween the ids of the rows from one index to another, both included */
  constructor(idsBetween: (first: number, last: number) => Promise<readonly string[]>) {
    this.#idsBetween = idsBetween;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  toggle(id: string, index: number): void {
    this.#asked++;
    const next = new Set(this.ids);
    if (!next.delete(id)) next.add(id);
    this.#begin(next, { id, index });
  }

  /** From where the last one was chosen to here, whatever lies between; without one, from `from`. */
  async extendTo(index: number, from: Anchor): Promise<void> {
    const anchor = this.#anchor ?? from;
    const asked = ++this.#asked;
    const between = await this.#idsBetween(
      Math.min(anchor.index, index),
      Math.max(anchor.index, index),
    );
    // A later wish has been heard meanwhile.
    if (asked !== this.#asked) return;
    const next = new Set(this.ids);
    for (const id of this.#range) next.delete(id);
    for (const id of between) next.add(id);
    this.ids = next;
    this.#anchor = anchor;
    this.#range = new Set(between);
  }

  set(ids: Iterable<string>): void {
    this.#asked++;
    this.#begin(new Set(ids), null);
  }

  clear(): void {
    if (this.ids.size > 0 || this.#anchor) this.set([]);
  }

  #begin(ids: ReadonlySet<string>, anchor: Anchor | null): void {
    this.ids = ids;
    this.#anchor = anchor;
    this.#range = anchor && ids.has(anchor.id) ? new Set([anchor.id]) : new Set();
  }
}

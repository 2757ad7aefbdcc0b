/** Everything done on a page in this session that can be taken back, the last first. */
export interface Undoable<Deed> {
  deed: Deed;
  undo: () => Promise<void>;
}

/** Older ones fall out: each may hold on to what thousands of clips were before it. */
const MOST = 50;

export class UndoStack<Deed> {
  #entries = $state.raw<readonly Undoable<Deed>[]>([]);
  #running: Promise<Deed | null> | null = null;
  isUndoing = $state(false);

  /** What an undo would take back now. */
  get last(): Deed | null {
    return this.#entries.at(-1)?.deed ?? null;
  }

  get size(): number {
    return this.#entries.length;
  }

  push(deed: Deed, undo: () => Promise<void>): void {
    this.#entries = [...this.#entries, { deed, undo }].slice(-MOST);
  }

  /** What was done some other way cannot be taken back any more. */
  drop(deed: Deed): void {
    this.#entries = this.#entries.filter((each) => each.deed !== deed);
  }

  /**
   * Takes the last deed back and says which it was; null where there is none. Where that fails it rejects, and the deed
   * stays, to be tried again. A second call while one is at work waits for that one: two presses are one wish.
   */
  undo(): Promise<Deed | null> {
    this.#running ??= this.#undoLast().finally(() => (this.#running = null));
    return this.#running;
  }

  async #undoLast(): Promise<Deed | null> {
    const entry = this.#entries.at(-1);
    if (!entry) return null;
    this.isUndoing = true;
    try {
      await entry.undo();
      this.#entries = this.#entries.filter((each) => each !== entry);
      return entry.deed;
    } finally {
      this.isUndoing = false;
    }
  }
}

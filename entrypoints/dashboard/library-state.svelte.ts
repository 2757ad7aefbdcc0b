import { hasQuote } from '../../components/clips/clip-draft.ts';
import type { ClipEntry, CloseClips } from '../../lib/model/clip-entry.ts';
import { EVERYTHING, type ClipQuery, type SavedView } from '../../lib/model/clip-query.ts';
import type { Clip } from '../../lib/model/clip.ts';
import type { Quote } from '../../lib/model/evidence.ts';
import { newId } from '../../lib/model/identity.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import { CLIPS_AT_ONCE, type ChangedClip } from '../../lib/store/clips.ts';
import type { ClosedReason, Store } from '../../lib/store/database.ts';
import type { PlacedReading } from '../../lib/store/readings.ts';
import type { StoreHealth } from '../../lib/store/sentinel-keeper.ts';
import { bulkEdit, takeBack, type BulkChange } from './bulk-change.ts';
import type { Deed } from './library-deeds.ts';
import { LibraryForm, type SavedForm } from './library-form.svelte.ts';
import type { LibraryIndex } from './library-index.ts';
import { LibraryQuery } from './library-query.svelte.ts';
import { LibrarySelection } from './library-selection.svelte.ts';
import { LibraryViews } from './library-views.svelte.ts';
import { readSettled, unsettled } from './settled-groups.ts';
import { UndoStack } from './undo-stack.svelte.ts';

/** Near copies are looked for when nothing has changed for so long. */
const CALM_MS = 1500;

/** What many clips are being told, and how far that has come. */
export interface BulkProgress {
  done: number;
  total: number;
}

/** A page in the background draws nothing, and what waits for it is not to wait for ever. */
const DRAWN_MS = 250;

function afterDrawing(work: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) work();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, DRAWN_MS);
}

/** An undo that would overwrite what was done since. */
class ChangedSince extends Error {}

/** Everything the library page knows of clips. The store is its only memory; what others change there, it follows. */
export class LibraryState {
  readonly #store: Store;
  readonly #index: LibraryIndex | null;
  readonly #stopListening: (() => void)[] = [];
  #openId: string | null = null;
  /** Evidence taken out with clips of this session, to go back with them. */
  readonly #removed = new Map<string, PlacedReading[]>();
  #refreshing: Promise<void> | null = null;
  #isRefreshAsked = false;
  #calm: ReturnType<typeof setTimeout> | undefined;
  #beginning: Promise<void> | null = null;
  #hasBegun = false;

  readonly query: LibraryQuery;
  readonly selection: LibrarySelection;
  readonly undos = new UndoStack<Deed>();
  readonly views: LibraryViews;
  readonly form: LibraryForm;

  isLoading = $state(true);
  trashCount = $state(0);
  clipCount = $state(0);
  eventCount = $state(0);
  /** null: none is open, or it is being fetched; 'gone': there is no such clip. */
  openClip = $state.raw<Clip | 'gone' | null>(null);
  health = $state.raw<StoreHealth>({ kind: 'fine' });
  closed = $state<ClosedReason | null>(null);
  unreadableCount = $state(0);
  hasReadFailed = $state(false);
  /** Tags, places and sectors in use, most used first: for completion. */
  labels = $state.raw<Record<'tags' | 'places' | 'sectors', readonly string[]>>({
    tags: [],
    places: [],
    sectors: [],
  });
  closeGroups = $state.raw<readonly CloseClips[]>([]);
  progress = $state.raw<BulkProgress | null>(null);

  /** How far the list was scrolled out of the window's upper edge when it was left; null: the page was at its top. */
  scrolledBy: number | null = null;
  /** What was said before, anywhere on the page, makes room for what was done now. */
  ondeed: () => void = () => {};

  #deed = $state.raw<Deed | null>(null);
  /** What was done last, to be said beside its way back. */
  get deed(): Deed | null {
    return this.#deed;
  }
  set deed(deed: Deed | null) {
    this.#deed = deed;
    if (deed) this.ondeed();
  }

  /** Can what is said be taken back? */
  readonly isUndoable = $derived(this.#deed !== null && this.undos.last === this.#deed);
  readonly place = $derived.by(() => this.query.asked.place);
  readonly view = $derived.by(() => this.views.showing(this.query.asked));

  /** @param index the worker that knows every clip; without one the list comes from the store, page by page */
  constructor(platform: Platform, store: Store, index: LibraryIndex | null = null) {
    this.#store = store;
    this.#index = index;
    this.query = new LibraryQuery(store, index);
    this.selection = new LibrarySelection((first, last) => this.query.idsBetween(first, last));
    this.views = new LibraryViews(store);
    this.form = new LibraryForm(platform, store);
    this.health = store.health;
    this.closed = store.closed;
    this.#stopListening.push(
      store.onChange(({ table }) => {
        if (table === 'clips' || table === 'events') void this.refresh();
        if (table === 'events') void this.#countEvents();
        if (table === 'views') void this.views.refresh();
      }),
      store.onClosed((reason) => (this.closed = reason)),
      index?.onState(() => this.lookForCopies()) ?? (() => {}),
    );
  }

  dispose(): void {
    clearTimeout(this.#calm);
    this.query.dispose();
    for (const stop of this.#stopListening) stop();
  }

  /** The page stands, or is about to: for the first time, or again. */
  begin(): Promise<void> {
    if (this.#hasBegun) return this.refresh();
    return (this.#beginning ??= this.#begin());
  }

  async #begin(): Promise<void> {
    await Promise.all([this.refresh(), this.views.refresh().catch(() => {}), this.#countEvents()]);
    this.#hasBegun = true;
    // Counting every row takes its time; the list stands before it.
    if (this.closed === null) this.health = await this.#store.recount().catch(() => this.health);
  }

  /** The rows in sight, the counts and the open clip, as they now lie in the store. */
  refresh(): Promise<void> {
    this.#isRefreshAsked = true;
    return (this.#refreshing ??= this.#refresh());
  }

  async #refresh(): Promise<void> {
    try {
      await null;
      while (this.#isRefreshAsked) {
        this.#isRefreshAsked = false;
        if (this.closed !== null) continue;
        try {
          await Promise.all([this.#refreshList(), this.#count(), this.#fetchOpen()]);
          this.hasReadFailed = this.query.hasReadFailed;
        } catch {
          // Where the store has closed meanwhile, that is what is said.
          this.hasReadFailed = true;
        }
      }
    } finally {
      this.#refreshing = null;
      this.isLoading = false;
    }
    this.lookForCopies();
  }

  async #refreshList(): Promise<void> {
    const isFirst = this.query.found === null;
    if (!isFirst && this.query.indexState?.kind === 'ready') {
      // Where the worker is in trouble, its state says so; the list then comes from the store.
      await this.#index?.catchUp().catch(() => {});
    }
    await this.query.refresh();
    // When the first rows are drawn the worker may have the processor.
    if (isFirst) afterDrawing(() => this.#index?.start());
  }

  async #count(): Promise<void> {
    const [trash, clips] = await Promise.all([
      this.#store.countClips('trash'),
      this.#store.countClips(),
    ]);
    this.trashCount = trash;
    this.clipCount = clips;
    this.unreadableCount = this.#store.unreadable.filter(({ table }) => table === 'clips').length;
  }

  async #countEvents(): Promise<void> {
    if (this.closed !== null) return;
    this.eventCount = await this.#store
      .listEvents()
      .then((events) => events.length)
      .catch(() => this.eventCount);
  }

  /** Groups of clips that look alike, but for those that its user has kept side by side. */
  lookForCopies(): void {
    clearTimeout(this.#calm);
    if (!this.#index || this.query.indexState?.kind !== 'ready') return;
    const index = this.#index;
    this.#calm = setTimeout(() => {
      void Promise.all([index.closeGroups(), readSettled(this.#store)]).then(
        ([groups, settled]) => (this.closeGroups = unsettled(groups, settled)),
        () => {},
      );
    }, CALM_MS);
  }

  /** Asks another question; what was chosen among the old answers is let go. */
  async ask(edit: Partial<ClipQuery>): Promise<void> {
    this.selection.clear();
    await this.query.change(edit);
  }

  async showPlace(place: ClipQuery['place']): Promise<void> {
    await this.ask({ ...EVERYTHING, place });
  }

  /** For completion while one types. */
  async fetchLabels(): Promise<void> {
    const found = await this.#index?.labels().catch(() => null);
    const valuesOf = (counts: readonly { value: string }[]) =>
      counts.map(({ value }) => value).filter((value) => value !== '');
    if (found) {
      const { tags, places, sectors } = found;
      this.labels = {
        tags: valuesOf(tags),
        places: valuesOf(places),
        sectors: valuesOf(sectors),
      };
      return;
    }
    const here = this.query.loaded;
    const every = (of: (entry: ClipEntry) => readonly string[]) => [...new Set(here.flatMap(of))];
    this.labels = {
      tags: every(({ tags }) => tags),
      places: every(({ places }) => places),
      sectors: every(({ sectors }) => sectors),
    };
  }

  /** Follows the address. A form that is open is kept in the session and left. */
  async open(id: string | null): Promise<void> {
    if (id === this.#openId) return;
    this.#openId = id;
    this.openClip = null;
    this.form.leave();
    await this.#fetchOpen().catch(() => (this.hasReadFailed = true));
  }

  async beginEdit(): Promise<void> {
    if (!this.openClip || this.openClip === 'gone') return;
    await Promise.all([this.form.beginEdit(this.openClip), this.fetchLabels()]);
  }

  async beginByHand(): Promise<void> {
    await Promise.all([this.form.beginByHand(), this.fetchLabels()]);
  }

  /** The saved clip's id, or null where it was not saved, and then the form says why. */
  async save(): Promise<string | null> {
    return this.#saved(await this.form.save());
  }

  async saveOverTheirs(): Promise<string | null> {
    return this.#saved(await this.form.saveOverTheirs());
  }

  async takeTheirs(): Promise<void> {
    await this.form.drop();
    await this.#fetchOpen();
  }

  #saved(saved: SavedForm | null): string | null {
    if (!saved) return null;
    const { before, after } = saved;
    this.#did({ kind: 'saved', isNew: before === null }, async () => {
      if (before === null) return void (await this.#moveToTrash([after.id]));
      await this.#takeBackEdit(before, after);
    });
    return after.id;
  }

  /** What the edit changed is as it was, unless somebody has worked on just that since. */
  async #takeBackEdit(before: Clip, after: Clip): Promise<void> {
    const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
    const fields = (Object.keys(after) as (keyof Clip)[]).filter(
      (field) => field !== 'updatedAt' && !isSame(before[field], after[field]),
    );
    let isWorkedOn = false;
    const undone = await this.#store.updateClip(after.id, (clip) => {
      isWorkedOn = fields.some((field) => !isSame(clip[field], after[field]));
      return isWorkedOn ? {} : Object.fromEntries(fields.map((field) => [field, before[field]]));
    });
    if (!undone.ok) throw new Error(undone.reason);
    if (isWorkedOn) throw new ChangedSince();
  }

  /** Into the trash, and out of every number they were evidence for. */
  async trash(clips: readonly { id: string; title: string }[]): Promise<boolean> {
    const ids = clips.map(({ id }) => id);
    return this.#attempt(async () => {
      const { moved, evidenceCount } = await this.#moveToTrash(ids);
      const title = clips.length === 1 ? clips[0].title : null;
      this.#did({ kind: 'deleted', title, count: moved.length, evidenceCount }, () =>
        this.#moveBack(moved),
      );
    });
  }

  async restore(ids: readonly string[]): Promise<boolean> {
    return this.#attempt(async () => {
      const moved = await this.#moveBack(ids);
      this.#did({ kind: 'restored', count: moved.length }, async () => {
        await this.#moveToTrash(moved);
      });
    });
  }

  async trashSelected(): Promise<boolean> {
    const ids = [...this.selection.ids];
    const only = ids.length === 1 ? this.query.loaded.find(({ id }) => id === ids[0]) : undefined;
    const done = await this.trash(ids.map((id) => ({ id, title: only?.title ?? '' })));
    if (done) this.selection.clear();
    return done;
  }

  async restoreSelected(): Promise<boolean> {
    const done = await this.restore([...this.selection.ids]);
    if (done) this.selection.clear();
    return done;
  }

  /** Tells every chosen clip the same. What was done before a failure stands, and can be taken back. */
  async changeSelected(change: BulkChange): Promise<void> {
    const changed: ChangedClip[] = [];
    const ids = [...this.selection.ids];
    const isDone = await this.#attempt(() =>
      this.#inPieces(ids, async (piece) => {
        for (const each of await this.#store.updateClips(piece, (clip) => bulkEdit(clip, change)))
          changed.push(each);
      }),
    );
    if (!isDone && changed.length === 0) return;
    this.#did({ kind: 'changed', change, count: changed.length, of: ids.length, isDone }, () =>
      this.#inPieces(
        changed.map(({ id }) => id),
        (piece) => this.#store.updateClips(piece, takeBack(change, changed)),
      ),
    );
  }

  /** Keeps a passage with its clip; the clip as saved and the quote in it, or null where it failed. */
  async keepQuote(
    clipId: string,
    passage: Omit<Quote, 'id'>,
  ): Promise<{ clip: Clip; quote: Quote } | null> {
    const quote = { ...passage, id: newId() };
    let wasThere = false;
    let kept: { clip: Clip; quote: Quote } | null = null;
    await this.#attempt(async () => {
      const updated = await this.#store.updateClip(clipId, (clip) => {
        wasThere = hasQuote(clip.quotes, passage);
        return wasThere ? {} : { quotes: [...clip.quotes, quote] };
      });
      if (!updated.ok) throw new Error(updated.reason);
      const found = updated.clip.quotes.find(
        (each) => each.id === quote.id || hasQuote([each], passage),
      );
      if (found) kept = { clip: updated.clip, quote: found };
      if (wasThere) this.deed = { kind: 'quoteThere' };
      else this.#did({ kind: 'quoteKept' }, () => this.#withoutQuote(clipId, quote.id));
    });
    return kept;
  }

  async removeQuote(clipId: string, quote: Quote): Promise<void> {
    await this.#attempt(async () => {
      await this.#withoutQuote(clipId, quote.id);
      this.#did({ kind: 'quoteRemoved' }, async () => {
        const updated = await this.#store.updateClip(clipId, (clip) => ({
          quotes: [...clip.quotes, quote],
        }));
        if (!updated.ok) throw new Error(updated.reason);
      });
    });
  }

  async saveView(name: string): Promise<void> {
    await this.#attempt(async () => {
      const view = await this.views.save(name, this.query.asked);
      this.#did({ kind: 'viewSaved', name: view.name }, async () => {
        await this.views.delete(view.id);
      });
    });
  }

  async renameView(view: SavedView, name: string): Promise<void> {
    await this.#attempt(async () => {
      await this.views.rename(view, name);
      this.#did({ kind: 'viewRenamed', name: view.name }, () => this.views.putBack(view));
    });
  }

  async deleteView(view: SavedView): Promise<void> {
    await this.#attempt(async () => {
      const deleted = await this.views.delete(view.id);
      if (!deleted) return;
      this.#did({ kind: 'viewDeleted', name: deleted.name }, () => this.views.putBack(deleted));
    });
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    const { last } = this.undos;
    if (!last) return;
    try {
      await this.undos.undo();
      this.deed = { kind: 'undone', of: last };
    } catch (error) {
      const isOver = error instanceof ChangedSince;
      if (isOver) this.undos.drop(last);
      this.deed = { kind: isOver ? 'changedSince' : 'failed' };
    }
  }

  async acceptHealth(): Promise<void> {
    await this.#attempt(async () => {
      await this.#store.acceptHealth();
      this.health = this.#store.health;
    });
  }

  async #moveToTrash(ids: readonly string[]): Promise<{ moved: string[]; evidenceCount: number }> {
    const moved: string[] = [];
    await this.#inPieces(ids, async (piece) => {
      for (const id of await this.#store.trashClips(piece)) moved.push(id);
    });
    const { readings } = await this.#store.removeReadingsOfClips(moved);
    for (const placed of readings) {
      const id = placed.reading.clipId;
      if (id !== null) this.#removed.set(id, [...(this.#removed.get(id) ?? []), placed]);
    }
    return { moved, evidenceCount: readings.length };
  }

  async #moveBack(ids: readonly string[]): Promise<string[]> {
    const moved: string[] = [];
    await this.#inPieces(ids, async (piece) => {
      for (const id of await this.#store.restoreClips(piece)) moved.push(id);
    });
    const readings = ids.flatMap((id) => this.#removed.get(id) ?? []);
    if (readings.length > 0) await this.#store.putBackReadings({ readings });
    for (const id of ids) this.#removed.delete(id);
    return moved;
  }

  async #withoutQuote(clipId: string, quoteId: string): Promise<void> {
    const updated = await this.#store.updateClip(clipId, (clip) => ({
      quotes: clip.quotes.filter(({ id }) => id !== quoteId),
    }));
    if (!updated.ok) throw new Error(updated.reason);
  }

  /** One transaction a piece, and says how far it has come where there are several. */
  async #inPieces(
    ids: readonly string[],
    work: (piece: readonly string[]) => Promise<unknown>,
  ): Promise<void> {
    try {
      for (let at = 0; at < ids.length; at += CLIPS_AT_ONCE) {
        if (ids.length > CLIPS_AT_ONCE) this.progress = { done: at, total: ids.length };
        await work(ids.slice(at, at + CLIPS_AT_ONCE));
      }
    } finally {
      this.progress = null;
    }
  }

  async #fetchOpen(): Promise<void> {
    const id = this.#openId;
    if (id === null || this.closed !== null) return;
    const clip = await this.#store.getClip(id);
    if (id === this.#openId) this.openClip = clip ?? 'gone';
  }

  #did(deed: Deed, undo: () => Promise<unknown>): void {
    this.undos.push(deed, async () => void (await undo()));
    this.deed = deed;
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch {
      this.deed = { kind: 'failed' };
      return false;
    }
  }
}

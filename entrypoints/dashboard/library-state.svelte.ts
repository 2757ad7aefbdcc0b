import {
  ClipDraft,
  draftFromClip,
  emptyDraft,
  hasQuote,
  readDraft,
  type DraftProblems,
} from '../../components/clips/clip-draft.ts';
import type { Clip, ClipHead } from '../../lib/model/clip.ts';
import type { Quote } from '../../lib/model/evidence.ts';
import { Instant, newId } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import type { ClipCursor } from '../../lib/store/clips.ts';
import type { ClosedReason, Store } from '../../lib/store/database.ts';
import type { RemovedReadings } from '../../lib/store/readings.ts';
import type { StoreHealth } from '../../lib/store/sentinel-keeper.ts';
import { DraftKeeper } from '../clipping/draft-keeper.ts';
import { clipEdit, makeClip, tagsOf } from '../clipping/make-clip.ts';

const PAGE = 50;
/** A search reads on by itself up to here; beyond, its user says so. */
const SEARCHED = 2000;

const KeptEdit = z.strictObject({ draft: ClipDraft, baseUpdatedAt: Instant.nullable() });

/** What was just done, and how it is undone. */
export type Deed =
  | { kind: 'deleted'; clip: Clip; evidenceCount: number }
  | { kind: 'restored' }
  | { kind: 'saved' }
  | { kind: 'quoteKept'; clipId: string; quote: Quote }
  | { kind: 'quoteThere' }
  | { kind: 'quoteRemoved'; clipId: string; quote: Quote }
  | { kind: 'failed' };

export interface Editing {
  draft: ClipDraft;
  baseUpdatedAt: string | null;
  isRestored: boolean;
}

type Removed = Record<string, RemovedReadings>;

/** Everything the library page knows of clips. The store is its only memory; what others change there, it follows. */
export class LibraryState {
  readonly #platform: Platform;
  readonly #store: Store;
  readonly #stopListening: (() => void)[] = [];
  #next: ClipCursor | null = null;
  #openId: string | null = null;
  #newClipId = newId();
  #keeper: DraftKeeper<typeof KeptEdit> | null = null;
  /** Evidence taken out with a clip of this session, to go back with it. */
  #removed: Removed = {};
  #loading = 0;

  isLoading = $state(true);
  place = $state<'library' | 'trash'>('library');
  clips = $state.raw<readonly ClipHead[]>([]);
  hasMore = $state(false);
  trashCount = $state(0);
  clipCount = $state(0);
  /** null: none is open, or it is being fetched; 'gone': there is no such clip. */
  openClip = $state.raw<Clip | 'gone' | null>(null);
  editing = $state.raw<Editing | null>(null);
  problems = $state.raw<DraftProblems>({});
  isSaving = $state(false);
  hasSaveFailed = $state(false);
  /** What another window saved while this form was open. */
  theirs = $state.raw<Clip | null>(null);
  health = $state.raw<StoreHealth>({ kind: 'fine' });
  closed = $state<ClosedReason | null>(null);
  unreadableCount = $state(0);
  hasReadFailed = $state(false);
  query = $state('');

  readonly terms = $derived(fold(this.query).split(/\s+/).filter(Boolean));
  readonly shown = $derived(
    this.terms.length === 0
      ? this.clips
      : this.clips.filter((clip) => {
          const words = searchable(clip);
          return this.terms.every((term) => words.includes(term));
        }),
  );
  readonly knownTags = $derived(tagsOf(this.clips));

  readonly #ondeed: () => void;
  #deed = $state.raw<Deed | null>(null);
  /** What was done last, to be said beside its way back. */
  get deed(): Deed | null {
    return this.#deed;
  }
  set deed(deed: Deed | null) {
    this.#deed = deed;
    if (deed) this.#ondeed();
  }

  /** @param ondeed what was said before, anywhere on the page, makes room for what was done now */
  constructor(platform: Platform, store: Store, ondeed: () => void = () => {}) {
    this.#platform = platform;
    this.#store = store;
    this.#ondeed = ondeed;
    this.health = store.health;
    this.closed = store.closed;
    this.#stopListening.push(
      store.onChange(({ table }) => {
        if (table === 'clips') void this.refresh();
      }),
      store.onClosed((reason) => (this.closed = reason)),
    );
  }

  dispose(): void {
    for (const stop of this.#stopListening) stop();
  }

  async begin(): Promise<void> {
    await this.refresh();
    // Counting every row takes its time; the list stands before it.
    if (this.closed === null) this.health = await this.#store.recount().catch(() => this.health);
  }

  /** The pages loaded so far, and the open clip, as they now lie in the store. */
  async refresh(): Promise<void> {
    if (this.closed !== null) return void (this.isLoading = false);
    const loading = ++this.#loading;
    const limit = Math.max(PAGE, this.clips.length);
    const answers = await Promise.all([
      this.#list(null, limit),
      this.#store.countClips('trash'),
      this.#store.countClips(),
      this.#fetchOpen(),
    ]).catch(() => null);
    if (answers === null) {
      // Where the store has closed meanwhile, that is what is said.
      this.hasReadFailed = true;
      this.isLoading = false;
      return;
    }
    const [page, trashCount, clipCount] = answers;
    // A slower answer to an older question must not undo a newer one.
    if (loading !== this.#loading) return;
    this.clips = page.clips;
    this.#next = page.next;
    this.hasMore = page.next !== null;
    this.trashCount = trashCount;
    this.clipCount = clipCount;
    this.unreadableCount = this.#store.unreadable.filter(({ table }) => table === 'clips').length;
    this.isLoading = false;
  }

  async showMore(): Promise<void> {
    if (!this.#next) return;
    const loading = this.#loading;
    const page = await this.#list(this.#next, PAGE);
    if (loading !== this.#loading) return;
    this.clips = [...this.clips, ...page.clips];
    this.#next = page.next;
    this.hasMore = page.next !== null;
  }

  async search(query: string): Promise<void> {
    this.query = query;
    while (this.query === query && this.terms.length > 0 && this.hasMore) {
      if (this.clips.length >= SEARCHED) return;
      const before = this.clips.length;
      await this.showMore();
      if (this.clips.length === before) return;
    }
  }

  async showPlace(place: 'library' | 'trash'): Promise<void> {
    this.place = place;
    this.clips = [];
    this.query = '';
    this.isLoading = true;
    await this.refresh();
  }

  /** Follows the address. A form that is open is kept in the session and left. */
  async open(id: string | null): Promise<void> {
    if (id === this.#openId) return;
    this.#openId = id;
    this.openClip = null;
    this.#leaveForm();
    await this.#fetchOpen().catch(() => (this.hasReadFailed = true));
  }

  async beginEdit(): Promise<void> {
    if (!this.openClip || this.openClip === 'gone') return;
    await this.#beginForm(`edit ${this.openClip.id}`, {
      draft: draftFromClip(this.openClip),
      baseUpdatedAt: this.openClip.updatedAt,
    });
  }

  async beginByHand(): Promise<void> {
    this.#newClipId = newId();
    await this.#beginForm('by hand', { draft: emptyDraft(), baseUpdatedAt: null });
  }

  type(draft: ClipDraft): void {
    if (!this.editing) return;
    this.editing = { ...this.editing, draft };
    this.hasSaveFailed = false;
    if (Object.keys(this.problems).length > 0) {
      const read = readDraft(draft);
      this.problems = read.ok ? {} : read.problems;
    }
    void this.#keeper?.keep({ draft, baseUpdatedAt: this.editing.baseUpdatedAt });
  }

  /** The form is closed and what was typed in it let go: its user said so. */
  async dropForm(): Promise<void> {
    const keeper = this.#keeper;
    this.#leaveForm();
    await keeper?.drop();
  }

  /** The saved clip's id, or null where it was not saved, and then the form says why. */
  async save(): Promise<string | null> {
    if (!this.editing || this.isSaving) return null;
    const { draft, baseUpdatedAt } = this.editing;
    const read = readDraft(draft);
    this.problems = read.ok ? {} : read.problems;
    if (!read.ok) return null;
    this.isSaving = true;
    this.hasSaveFailed = false;
    try {
      let id = draft.clipId;
      if (id === null) {
        id = this.#newClipId;
        await this.#store.saveClip(makeClip(read.content, id));
      } else {
        const updated = await this.#store.updateClip(
          id,
          clipEdit(read.content),
          baseUpdatedAt ?? undefined,
        );
        if (!updated.ok) {
          if (updated.reason === 'changedElsewhere') this.theirs = await this.#store.getClip(id);
          else this.hasSaveFailed = true;
          return null;
        }
      }
      await this.dropForm();
      this.deed = { kind: 'saved' };
      return id;
    } catch {
      this.hasSaveFailed = true;
      return null;
    } finally {
      this.isSaving = false;
    }
  }

  async saveOverTheirs(): Promise<string | null> {
    if (!this.editing || !this.theirs) return null;
    this.editing = { ...this.editing, baseUpdatedAt: this.theirs.updatedAt };
    this.theirs = null;
    return this.save();
  }

  async takeTheirs(): Promise<void> {
    await this.dropForm();
    await this.#fetchOpen();
  }

  /** Into the trash, and out of every number it was evidence for. */
  async trash(clip: Clip): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#store.trashClips([clip.id]);
      const removed = await this.#store.removeReadingsOfClip(clip.id);
      if (removed.readings.length > 0) this.#removed[clip.id] = removed;
      this.deed = { kind: 'deleted', clip, evidenceCount: removed.readings.length };
    });
  }

  async restore(id: string): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#store.restoreClips([id]);
      const removed = this.#removed[id];
      if (removed) await this.#store.putBackReadings(removed);
      delete this.#removed[id];
      this.deed = { kind: 'restored' };
    });
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
      this.deed = wasThere ? { kind: 'quoteThere' } : { kind: 'quoteKept', clipId, quote };
    });
    return kept;
  }

  async removeQuote(clipId: string, quote: Quote): Promise<void> {
    await this.#attempt(async () => {
      const updated = await this.#store.updateClip(clipId, (clip) => ({
        quotes: clip.quotes.filter((each) => each.id !== quote.id),
      }));
      if (!updated.ok) throw new Error(updated.reason);
      this.deed = { kind: 'quoteRemoved', clipId, quote };
    });
  }

  async undo(): Promise<void> {
    const deed = this.deed;
    if (deed?.kind === 'deleted') await this.restore(deed.clip.id);
    else if (deed?.kind === 'quoteKept') {
      await this.removeQuote(deed.clipId, deed.quote);
      this.deed = null;
    } else if (deed?.kind === 'quoteRemoved') {
      await this.#attempt(async () => {
        await this.#store.updateClip(deed.clipId, (clip) => ({
          quotes: [...clip.quotes, deed.quote],
        }));
        this.deed = null;
      });
    }
  }

  async acceptHealth(): Promise<void> {
    await this.#attempt(async () => {
      await this.#store.acceptHealth();
      this.health = this.#store.health;
    });
  }

  #list(before: ClipCursor | null, limit: number) {
    const request = { before, limit };
    return this.place === 'trash' ? this.#store.listTrash(request) : this.#store.listClips(request);
  }

  async #fetchOpen(): Promise<void> {
    const id = this.#openId;
    if (id === null || this.closed !== null) return;
    const clip = await this.#store.getClip(id);
    if (id === this.#openId) this.openClip = clip ?? 'gone';
  }

  async #beginForm(key: string, fresh: Omit<Editing, 'isRestored'>): Promise<void> {
    this.#keeper = new DraftKeeper(this.#platform.drafts, `library ${key}`, KeptEdit);
    const kept = await this.#keeper.read();
    this.problems = {};
    this.theirs = null;
    this.hasSaveFailed = false;
    this.editing = { ...(kept ?? fresh), isRestored: kept !== null };
  }

  #leaveForm(): void {
    this.editing = null;
    this.theirs = null;
    this.problems = {};
    this.hasSaveFailed = false;
    this.#keeper = null;
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

/** Letters as they are searched: case and accents aside. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const folded = new WeakMap<ClipHead, string>();

function searchable(clip: ClipHead): string {
  let words = folded.get(clip);
  if (words === undefined) {
    const { title, siteName, authors, tags, note, quotes } = clip;
    const all = [title, siteName, ...authors, ...tags, note];
    words = fold([...all, ...quotes.map((quote) => quote.exact)].join('\n'));
    folded.set(clip, words);
  }
  return words;
}

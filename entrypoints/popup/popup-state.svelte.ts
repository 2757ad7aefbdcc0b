import {
  ClipDraft,
  draftByHand,
  draftFromArticle,
  draftFromClip,
  hasQuote,
  placed,
  readDraft,
  withQuote,
  type ClipContent,
  type DraftProblems,
} from '../../components/clips/clip-draft.ts';
import { addressKeys } from '../../lib/extract/address.ts';
import type { ArticleDraft, Clip } from '../../lib/model/clip.ts';
import { Id, Instant, newId } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import { openStore, type Store } from '../../lib/store/database.ts';
import { StoreError } from '../../lib/store/failure.ts';
import { DraftKeeper } from '../clipping/draft-keeper.ts';
import { clipEdit, makeClip, tagsOf } from '../clipping/make-clip.ts';
import { readPage, type TabFacts, type UnreadReason } from './read-page.ts';

/** What outlives the popup: the form, and which saved clip it began from. */
const KeptDraft = z.strictObject({
  draft: ClipDraft,
  /** updatedAt of the saved clip when the form was filled from it; null for a new clip. */
  baseUpdatedAt: Instant.nullable(),
  secondOf: Id.nullable(),
});

export type SaveFailure = 'changedElsewhere' | 'readOnly' | 'full' | 'failed' | 'gone';

/** Tags of the newest clips are the ones that will be wanted again. */
const CLIPS_SEARCHED_FOR_TAGS = 300;

/** Everything one popup knows. Filled by start(), changed by what its user does. */
export class PopupState {
  readonly #platform: Platform;
  #store: Store | null = null;
  #keeper: DraftKeeper<typeof KeptDraft> | null = null;
  #article: ArticleDraft | null = null;
  #tab: TabFacts = { id: null, address: null, title: '', trackersCut: 0 };
  /** One id for the form's whole life: a save tried twice makes one clip. */
  #newClipId = newId();

  phase = $state<'reading' | 'form' | 'saving' | 'saved'>('reading');
  draft = $state.raw<ClipDraft | null>(null);
  problems = $state.raw<DraftProblems>({});
  unreadReason = $state<UnreadReason | null>(null);
  /** The saved clip that the form shows and changes. */
  twin = $state.raw<Clip | null>(null);
  twinCount = $state(0);
  secondOf = $state<string | null>(null);
  isRestored = $state(false);
  /** What is selected on the page now and is not among the quotes. */
  newSelection = $state.raw<NonNullable<ArticleDraft['selection']> | null>(null);
  isStoreOpen = $state(true);
  failure = $state<SaveFailure | null>(null);
  savedId = $state<string | null>(null);
  knownTags = $state.raw<string[]>([]);

  get tabAddress(): string | null {
    return this.#tab.address;
  }

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async start(): Promise<void> {
    const [opening, reading] = await Promise.all([openStore(this.#platform), readPage()]);
    if (opening.ok) this.#store = opening.store;
    else this.isStoreOpen = false;

    this.#tab = reading.tab;
    if (reading.ok) this.#article = reading.article;
    else this.unreadReason = reading.reason;

    const place = this.#tab.address ?? `tab ${this.#tab.id ?? 'none'}`;
    this.#keeper = new DraftKeeper(this.#platform.drafts, `popup ${place}`, KeptDraft);
    const [kept, twins] = await Promise.all([this.#keeper.read(), this.#findTwins()]);
    this.twinCount = twins.length;

    if (kept) {
      this.draft = kept.draft;
      this.isRestored = true;
      this.secondOf = kept.secondOf;
      const { clipId } = kept.draft;
      const now = clipId === null ? null : (twins.find((twin) => twin.id === clipId) ?? null);
      // The form began from an older state of the clip, if somebody changed it since: the save will notice.
      this.twin = now && kept.baseUpdatedAt ? { ...now, updatedAt: kept.baseUpdatedAt } : now;
      if (clipId !== null && !now) this.failure = 'gone';
      this.#offerSelection();
    } else if (twins[0]) {
      this.#showTwin(twins[0]);
    } else {
      this.draft = this.#freshDraft();
    }
    this.phase = 'form';
    void this.#gatherTags();
  }

  change(draft: ClipDraft): void {
    this.draft = draft;
    this.failure = null;
    if (Object.keys(this.problems).length > 0) {
      const read = readDraft(draft);
      this.problems = read.ok ? {} : read.problems;
    }
    this.#keep();
  }

  addSelection(): void {
    if (!this.newSelection || !this.draft) return;
    this.change(withQuote(this.draft, this.newSelection));
    this.newSelection = null;
  }

  /** The page once more: the kept draft is let go, because its user said so. */
  async startOver(): Promise<void> {
    await this.#keeper?.drop();
    this.isRestored = false;
    this.secondOf = null;
    this.problems = {};
    this.failure = null;
    const [twin] = await this.#findTwins();
    if (twin) this.#showTwin(twin);
    else {
      this.newSelection = null;
      this.draft = this.#freshDraft();
    }
  }

  /** A second clip of the same page; only ever on the user's word. */
  beginSecond(): void {
    if (!this.draft) return;
    this.secondOf = this.twin?.id ?? this.draft.clipId;
    // What was gone is only in the form; anything else begins afresh from the page.
    const draft = this.twin ? this.#freshDraft() : { ...this.draft, clipId: null };
    this.twin = null;
    this.newSelection = null;
    this.#newClipId = newId();
    this.change(draft);
  }

  async save(): Promise<void> {
    if (!this.draft || this.phase !== 'form') return;
    const read = readDraft(this.draft);
    this.problems = read.ok ? {} : read.problems;
    if (!read.ok) return;
    this.phase = 'saving';
    this.failure = null;
    try {
      const saved = await this.#write(this.draft, read.content);
      if (typeof saved !== 'string') {
        this.failure = saved.failure;
        this.phase = 'form';
        return;
      }
      this.savedId = saved;
      this.phase = 'saved';
      await this.#keeper?.drop();
    } catch (error) {
      const reason = error instanceof StoreError ? error.reason : 'failed';
      this.failure = reason === 'closed' ? 'readOnly' : reason === 'full' ? 'full' : 'failed';
      this.phase = 'form';
      this.#keep();
    }
  }

  /** Over what another window saved meanwhile; only ever on the user's word. */
  async saveOver(): Promise<void> {
    const id = this.draft?.clipId;
    const stored = id ? await this.#store?.getClip(id) : null;
    if (stored) this.twin = stored;
    await this.save();
  }

  openInLibrary(): Promise<void> {
    const id = this.savedId ?? this.draft?.clipId;
    return this.#platform.openDashboard(id ? `/clips/${id}` : '/clips');
  }

  /** The clip's id once it is on disk. Throws the store's errors. */
  async #write(draft: ClipDraft, content: ClipContent): Promise<string | { failure: SaveFailure }> {
    const store = await this.#openedStore();
    if (draft.clipId === null) {
      const clip = makeClip(content, this.#newClipId);
      await store.saveClip(clip);
      return clip.id;
    }
    if (this.twin?.deletedAt) {
      // Out of the trash first: the other way round a clip would be changed where nobody looks.
      await store.restoreClips([draft.clipId]);
      this.twin = await store.getClip(draft.clipId);
    }
    const updated = await store.updateClip(draft.clipId, clipEdit(content), this.twin?.updatedAt);
    if (updated.ok) return updated.clip.id;
    return { failure: updated.reason === 'changedElsewhere' ? 'changedElsewhere' : 'gone' };
  }

  async #openedStore(): Promise<Store> {
    if (this.#store && this.#store.closed === null) return this.#store;
    const opening = await openStore(this.#platform);
    if (!opening.ok) {
      throw new StoreError(opening.reason === 'failed' ? 'failed' : 'closed', opening.message);
    }
    this.isStoreOpen = true;
    return (this.#store = opening.store);
  }

  #freshDraft(): ClipDraft {
    return this.#article ? draftFromArticle(this.#article, this.#tab) : draftByHand(this.#tab);
  }

  #showTwin(twin: Clip): void {
    this.twin = twin;
    this.draft = draftFromClip(twin);
    this.#offerSelection();
  }

  #offerSelection(): void {
    const selected = this.#article?.selection;
    const selection = selected && this.draft ? placed(selected, this.draft.text) : null;
    const isNew = selection && this.draft && !hasQuote(this.draft.quotes, selection);
    this.newSelection = isNew ? selection : null;
  }

  async #findTwins(): Promise<Clip[]> {
    const keys = addressKeys([this.#tab.address, this.#article?.canonicalAddress ?? null]);
    if (!this.#store || keys.length === 0) return [];
    try {
      return await this.#store.findTwins(keys);
    } catch {
      this.isStoreOpen = false;
      return [];
    }
  }

  async #gatherTags(): Promise<void> {
    try {
      const page = await this.#store?.listClips({ limit: CLIPS_SEARCHED_FOR_TAGS });
      this.knownTags = tagsOf(page?.clips ?? []);
    } catch {
      // Completion is a comfort; the form works without it.
      this.knownTags = [];
    }
  }

  #keep(): void {
    if (!this.draft) return;
    void this.#keeper?.keep({
      draft: this.draft,
      baseUpdatedAt: this.twin?.updatedAt ?? null,
      secondOf: this.secondOf,
    });
  }
}

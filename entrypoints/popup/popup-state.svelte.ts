import {
  ClipDraft,
  draftByHand,
  draftFromArticle,
  draftFromClip,
  emptyDraft,
  hasQuote,
  isTyped,
  placed,
  readDraft,
  statementsOf,
  withQuote,
  withTyped,
  type ClipContent,
  type DraftProblems,
  type Statements,
} from '../../components/clips/clip-draft.ts';
import type { Choices, Version } from '../../components/clips/compare-clips.ts';
import { addressKeys } from '../../lib/extract/address.ts';
import { isHere } from '../../lib/extract/stale-head.ts';
import type { ArticleDraft, Clip } from '../../lib/model/clip.ts';
import { Id, Instant, newId } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import type { Store, StoreOpening } from '../../lib/store/database.ts';
import { StoreError } from '../../lib/store/failure.ts';
import { askForBadge } from '../clipping/badge.ts';
import type { CampaignName } from '../clipping/campaign-names.ts';
import { DraftKeeper } from '../clipping/draft-keeper.ts';
import type { EventJoining } from '../clipping/events.ts';
import { handOver, takeOver } from '../clipping/handover.ts';
import { readKnownLabels, type KnownLabels } from '../clipping/known-labels.ts';
import { noteLastCampaign, readLastCampaign } from '../clipping/last-campaign.ts';
import { clipEdit, makeClip } from '../clipping/make-clip.ts';
import { namedTab, readPage, type TabFacts, type UnreadReason } from './read-page.ts';
import { painted } from './painted.ts';
import { openPanel, openTab, type Surface } from './more-room.ts';

/** What outlives the popup: the form, and which saved clip it began from. */
const KeptDraft = z.strictObject({
  draft: ClipDraft,
  /** updatedAt of the saved clip when the form was filled from it; null for a new clip. */
  baseUpdatedAt: Instant.nullable(),
  secondOf: Id.nullable(),
  /** Once it is saved, it becomes a source of the event that the first clip reports. */
  joinsEvent: z.boolean(),
});

export type SaveFailure = 'changedElsewhere' | 'readOnly' | 'full' | 'failed' | 'gone';
export type JoinFailure = 'full' | 'gone' | 'failed';

/** What a page says anew of a clip of it; everything else of the clip is its user's. */
const FROM_THE_PAGE = [
  'title',
  'siteName',
  'authors',
  'publishedAt',
  'modifiedAt',
  'section',
  'language',
  'direction',
  'isAccessibleForFree',
  'canonicalAddress',
  'excerpt',
  'text',
  'sources',
] as const satisfies readonly (keyof Version)[];

/** All that reads the library comes after the form: one types in it meanwhile. */
async function openLibrary(platform: Platform): Promise<StoreOpening> {
  const [{ openStore }] = await Promise.all([
    import('../../lib/store/database.ts'),
    // Asked for beside it, so that it is there once the page has answered.
    import('../../lib/extract/trusted-canonical.ts'),
  ]);
  return openStore(platform);
}

/** Everything one popup knows. Filled by start(), changed by what its user does. */
export class PopupState {
  readonly #platform: Platform;
  readonly #surface: Surface;
  #store: Store | null = null;
  #keeper: DraftKeeper<typeof KeptDraft> | null = null;
  /** What was typed before the page had answered: the form is not whole yet, and an older whole one may be kept. */
  #early: DraftKeeper<typeof ClipDraft> | null = null;
  #typedBefore: Promise<ClipDraft | null> = Promise.resolve(null);
  #article: ArticleDraft | null = null;
  #tab: TabFacts = { id: null, address: null, title: '', trackersCut: 0 };
  /** One id for the form's whole life: a save tried twice makes one clip. */
  #newClipId = newId();
  #lastCampaign: string[] = [];
  #isClipped = false;
  /** Has its user put anything into the form? Only then is there a draft to keep. */
  #isChanged = false;
  #isFilled: () => void = () => {};
  readonly #filled = new Promise<void>((resolve) => (this.#isFilled = resolve));

  /** The form is there at once; isReading while the page is asked what it says. */
  phase = $state<'form' | 'comparing' | 'saving' | 'saved'>('form');
  isReading = $state(true);
  draft = $state.raw<ClipDraft>(emptyDraft());
  problems = $state.raw<DraftProblems>({});
  statements = $state.raw<Statements>({});
  unreadReason = $state<UnreadReason | null>(null);
  /** The saved clip that the form shows and changes. */
  twin = $state.raw<Clip | null>(null);
  twinCount = $state(0);
  secondOf = $state<string | null>(null);
  joinsEvent = $state(false);
  isRestored = $state(false);
  /** What is selected on the page now and is not among the quotes. */
  newSelection = $state.raw<NonNullable<ArticleDraft['selection']> | null>(null);
  isStoreOpen = $state(true);
  failure = $state<SaveFailure | null>(null);
  savedId = $state<string | null>(null);
  joining = $state.raw<EventJoining | { ok: false; reason: 'failed' } | null>(null);
  labels = $state.raw<KnownLabels>({ tags: [], sectors: [], places: [] });
  campaigns = $state.raw<CampaignName[]>([]);
  /** The tab whose page this is; null where there is none. */
  tabId = $state<number | null>(null);

  get tabAddress(): string | null {
    return this.#tab.address;
  }

  constructor(platform: Platform, surface: Surface = 'popup') {
    this.#platform = platform;
    this.#surface = surface;
  }

  /** Resolves when the page has been read and the form is filled; typing is possible before. */
  async start(): Promise<void> {
    // Measured: whatever begins before the form is drawn delays it, by a tenth of a second and more.
    await painted();
    const [opening, reading, handed] = await Promise.all([
      openLibrary(this.#platform),
      readPage((tab) => this.#keepUnder(tab)),
      this.#handedOver(),
    ]);
    if (opening.ok) this.#store = opening.store;
    else this.isStoreOpen = false;

    this.#tab = reading.tab;
    if (reading.ok) this.#article = reading.article;
    // The page may have gone on since the panel was opened: its clip is of what it was.
    if (handed && !(reading.ok && isHere(handed.tab.address, reading.tab.address ?? ''))) {
      this.#tab = handed.tab;
      this.#article = handed.article;
    } else if (!reading.ok) this.unreadReason = reading.reason;
    this.tabId = this.#tab.id;

    this.#keepUnder(this.#tab);
    const [kept, twins, last, typedBefore] = await Promise.all([
      this.#keeper!.read(),
      this.#findTwins(),
      this.#readLastCampaign(),
      this.#typedBefore,
    ]);
    this.#lastCampaign = last;
    this.isReading = false;
    this.#fill(kept, twins, [typedBefore, this.draft]);
    void this.#early?.drop();
    this.#isFilled();
    this.#showMark();
    void this.#gatherLabels();
    void this.#gatherCampaigns();
  }

  change(draft: ClipDraft): void {
    this.draft = draft;
    this.#isChanged = true;
    this.failure = null;
    if (Object.keys(this.problems).length > 0) {
      const read = readDraft(draft);
      this.problems = read.ok ? {} : read.problems;
    }
    this.#keep();
  }

  addSelection(): void {
    if (!this.newSelection) return;
    this.change(withQuote(this.draft, this.newSelection));
    this.newSelection = null;
  }

  /** The page once more: the kept draft is let go, because its user said so. */
  async startOver(): Promise<void> {
    await this.#keeper?.drop();
    this.#isChanged = false;
    this.isRestored = false;
    this.secondOf = null;
    this.joinsEvent = false;
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
  beginSecond({ joinsEvent = false } = {}): void {
    this.secondOf = this.twin?.id ?? this.draft.clipId;
    this.joinsEvent = joinsEvent;
    // What was gone is only in the form; anything else begins afresh from the page.
    const draft = this.twin ? this.#freshDraft() : { ...this.draft, clipId: null };
    this.twin = null;
    this.newSelection = null;
    this.#newClipId = newId();
    this.change(draft);
  }

  /** What the page says now of what a clip of it holds; null where it could not be read. */
  get pageNow(): Version | null {
    if (!this.#article) return null;
    const article = this.#article;
    // What the page does not say any more is no reason to forget it.
    return Object.fromEntries(
      FROM_THE_PAGE.filter((field) => {
        const value = article[field];
        return value !== '' && value !== null && !(Array.isArray(value) && value.length === 0);
      }).map((field) => [field, article[field]]),
    );
  }

  beginUpdate(): void {
    if (this.twin && this.pageNow) this.phase = 'comparing';
  }

  leaveUpdate(): void {
    if (this.phase === 'comparing') this.phase = 'form';
  }

  /** The chosen values of the page go into the form beside what is typed there, and are saved with it. */
  async update(choices: Choices): Promise<void> {
    if (!this.twin || !this.pageNow) return;
    const { chosenChange } = await import('../../components/clips/compare-clips.ts');
    const change = chosenChange(this.twin, this.pageNow, choices);
    const updated = draftFromClip({ ...this.twin, ...change });
    const { tags, sectors, places, campaignIds, note, quotes, reports, declined } = this.draft;
    this.phase = 'form';
    this.change({
      ...updated,
      ...{ tags, sectors, places, campaignIds, note, quotes, reports, declined },
    });
    await this.save();
  }

  async save(): Promise<void> {
    if (this.phase !== 'form') return;
    this.phase = 'saving';
    // Enter may come before the page has answered; what it says belongs to the clip.
    await this.#filled;
    const read = readDraft(this.draft);
    this.problems = read.ok ? {} : read.problems;
    if (!read.ok) {
      this.phase = 'form';
      return;
    }
    this.failure = null;
    try {
      const saved = await this.#write(this.draft, read.content);
      if (typeof saved !== 'string') {
        this.failure = saved.failure;
        this.phase = 'form';
        return;
      }
      this.savedId = saved;
      if (this.joinsEvent && this.secondOf) this.joining = await this.#join(this.secondOf, saved);
      // Before it says so: whoever reads "saved" may close the popup at once.
      const { id, address } = this.#tab;
      if (id !== null && address !== null) askForBadge({ kind: 'clipped', tabId: id, address });
      const dropping = this.#keeper?.drop();
      this.phase = 'saved';
      await dropping;
      await this.#noteCampaign(read.content.campaignIds);
    } catch (error) {
      const reason = error instanceof StoreError ? error.reason : 'failed';
      this.failure = reason === 'closed' ? 'readOnly' : reason === 'full' ? 'full' : 'failed';
      this.phase = 'form';
      this.#keep();
    }
  }

  /** Over what another window saved meanwhile; only ever on the user's word. */
  async saveOver(): Promise<void> {
    const id = this.draft.clipId;
    const stored = id ? await this.#store?.getClip(id) : null;
    if (stored) this.twin = stored;
    await this.save();
  }

  openInLibrary(): Promise<void> {
    const id = this.savedId ?? this.draft.clipId;
    return this.#platform.openDashboard(id ? `/clips/${id}` : '/clips');
  }

  /** The work goes on beside the page or in a tab; called straight from the click. False where it could not be opened. */
  async openElsewhere(surface: 'panel' | 'tab'): Promise<boolean> {
    const { id } = this.#tab;
    if (id === null) return false;
    const opening = surface === 'panel' ? openPanel(id) : openTab(id);
    const handing = handOver(this.#platform.drafts, id, {
      tab: this.#tab,
      article: this.#article,
    });
    try {
      await Promise.all([opening, handing, this.#isChanged ? this.#keep() : undefined]);
      return true;
    } catch {
      return false;
    }
  }

  #fill(kept: z.infer<typeof KeptDraft> | null, twins: Clip[], typed: (ClipDraft | null)[]): void {
    this.twinCount = twins.length;
    this.#isClipped = twins.some((twin) => twin.deletedAt === null);
    if (kept) {
      this.draft = kept.draft;
      this.isRestored = true;
      this.secondOf = kept.secondOf;
      this.joinsEvent = kept.joinsEvent;
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
    for (const early of typed) {
      if (early && isTyped(early)) this.change(withTyped(this.draft, early));
    }
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
    const opening = await openLibrary(this.#platform);
    if (!opening.ok) {
      throw new StoreError(opening.reason === 'failed' ? 'failed' : 'closed', opening.message);
    }
    this.isStoreOpen = true;
    return (this.#store = opening.store);
  }

  /** The clip is on disk by now: what fails here is said, and can be done in the library. */
  async #join(oldId: string, newClip: string): Promise<PopupState['joining']> {
    try {
      const { joinEvent } = await import('../clipping/events.ts');
      return await joinEvent(await this.#openedStore(), oldId, newClip);
    } catch {
      return { ok: false, reason: 'failed' };
    }
  }

  #freshDraft(): ClipDraft {
    this.statements = this.#article ? statementsOf(this.#article) : {};
    const draft = this.#article
      ? draftFromArticle(this.#article, this.#tab)
      : draftByHand(this.#tab);
    return { ...draft, campaignIds: [...this.#lastCampaign] };
  }

  #showTwin(twin: Clip): void {
    this.twin = twin;
    this.statements = {};
    this.draft = draftFromClip(twin);
    this.#offerSelection();
  }

  #offerSelection(): void {
    const selected = this.#article?.selection;
    const selection = selected ? placed(selected, this.draft.text) : null;
    const isNew = selection && !hasQuote(this.draft.quotes, selection);
    this.newSelection = isNew ? selection : null;
  }

  async #handedOver() {
    const tabId = this.#surface === 'popup' ? null : namedTab();
    return tabId === null ? null : takeOver(this.#platform.drafts, tabId);
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

  #showMark(): void {
    const { id, address } = this.#tab;
    if (this.#surface !== 'popup' || id === null || address === null) return;
    if (this.#isClipped) askForBadge({ kind: 'clipped', tabId: id, address });
    else askForBadge({ kind: 'notClipped', tabId: id });
  }

  async #readLastCampaign(): Promise<string[]> {
    try {
      return this.#store ? await readLastCampaign(this.#store) : [];
    } catch {
      return [];
    }
  }

  async #noteCampaign(ids: readonly string[]): Promise<void> {
    try {
      if (this.#store) await noteLastCampaign(this.#store, ids);
    } catch {
      // Remembering it is a comfort; the clip is saved.
    }
  }

  async #gatherLabels(): Promise<void> {
    try {
      if (this.#store) await readKnownLabels(this.#store, (labels) => (this.labels = labels));
    } catch {
      // Completion is a comfort; the form works without it.
    }
  }

  async #gatherCampaigns(): Promise<void> {
    try {
      const { campaignNames } = await import('../clipping/campaign-names.ts');
      this.campaigns = await campaignNames(this.#store);
    } catch {
      this.campaigns = [];
    }
  }

  /** What is typed is kept under the page's address, from the moment the browser tells it. */
  #keepUnder(tab: TabFacts): void {
    if (this.#keeper) return;
    const place = tab.address ?? `tab ${tab.id ?? 'none'}`;
    this.#keeper = new DraftKeeper(this.#platform.drafts, `popup ${place}`, KeptDraft);
    this.#early = new DraftKeeper(this.#platform.drafts, `early ${place}`, ClipDraft);
    this.#typedBefore = this.#early.read();
    if (isTyped(this.draft)) void this.#typedBefore.then(() => this.#keep());
  }

  #keep(): Promise<void> | undefined {
    if (this.isReading) return this.#early?.keep(this.draft);
    return this.#keeper?.keep({
      draft: this.draft,
      baseUpdatedAt: this.twin?.updatedAt ?? null,
      secondOf: this.secondOf,
      joinsEvent: this.joinsEvent,
    });
  }
}

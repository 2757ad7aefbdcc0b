import {
  ClipDraft,
  draftFromClip,
  emptyDraft,
  readDraft,
  type DraftProblems,
} from '../../components/clips/clip-draft.ts';
import type { Clip } from '../../lib/model/clip.ts';
import { Instant, newId } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import type { Store } from '../../lib/store/database.ts';
import { DraftKeeper } from '../clipping/draft-keeper.ts';
import { clipEdit, makeClip } from '../clipping/make-clip.ts';

const KeptEdit = z.strictObject({ draft: ClipDraft, baseUpdatedAt: Instant.nullable() });

export interface Editing {
  draft: ClipDraft;
  baseUpdatedAt: string | null;
  isRestored: boolean;
}

/** What a save did: the clip before it, null where there was none, and after. */
export interface SavedForm {
  before: Clip | null;
  after: Clip;
}

/** The form in which a clip is edited or made by hand. What is typed in it outlives the page for this session. */
export class LibraryForm {
  readonly #platform: Platform;
  readonly #store: Store;
  #newClipId = newId();
  #keeper: DraftKeeper<typeof KeptEdit> | null = null;

  editing = $state.raw<Editing | null>(null);
  problems = $state.raw<DraftProblems>({});
  isSaving = $state(false);
  hasSaveFailed = $state(false);
  /** What another window saved while this form was open. */
  theirs = $state.raw<Clip | null>(null);

  constructor(platform: Platform, store: Store) {
    this.#platform = platform;
    this.#store = store;
  }

  async beginEdit(clip: Clip): Promise<void> {
    await this.#begin(`edit ${clip.id}`, {
      draft: draftFromClip(clip),
      baseUpdatedAt: clip.updatedAt,
    });
  }

  async beginByHand(): Promise<void> {
    this.#newClipId = newId();
    await this.#begin('by hand', { draft: emptyDraft(), baseUpdatedAt: null });
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

  /** The form is closed; what was typed stays in the session. */
  leave(): void {
    this.editing = null;
    this.theirs = null;
    this.problems = {};
    this.hasSaveFailed = false;
    this.#keeper = null;
  }

  /** The form is closed and what was typed in it let go: its user said so. */
  async drop(): Promise<void> {
    const keeper = this.#keeper;
    this.leave();
    await keeper?.drop();
  }

  /** What was saved, or null where nothing was, and then the form says why. */
  async save(): Promise<SavedForm | null> {
    if (!this.editing || this.isSaving) return null;
    const { draft, baseUpdatedAt } = this.editing;
    const read = readDraft(draft);
    this.problems = read.ok ? {} : read.problems;
    if (!read.ok) return null;
    this.isSaving = true;
    this.hasSaveFailed = false;
    try {
      let saved: SavedForm;
      if (draft.clipId === null) {
        const after = makeClip(read.content, this.#newClipId);
        await this.#store.saveClip(after);
        saved = { before: null, after };
      } else {
        let before: Clip | null = null;
        const updated = await this.#store.updateClip(
          draft.clipId,
          (stored) => {
            before = stored;
            return clipEdit(read.content);
          },
          baseUpdatedAt ?? undefined,
        );
        if (!updated.ok) {
          if (updated.reason === 'changedElsewhere')
            this.theirs = await this.#store.getClip(draft.clipId);
          else this.hasSaveFailed = true;
          return null;
        }
        saved = { before, after: updated.clip };
      }
      await this.drop();
      return saved;
    } catch {
      this.hasSaveFailed = true;
      return null;
    } finally {
      this.isSaving = false;
    }
  }

  async saveOverTheirs(): Promise<SavedForm | null> {
    if (!this.editing || !this.theirs) return null;
    this.editing = { ...this.editing, baseUpdatedAt: this.theirs.updatedAt };
    this.theirs = null;
    return this.save();
  }

  async #begin(key: string, fresh: Omit<Editing, 'isRestored'>): Promise<void> {
    this.#keeper = new DraftKeeper(this.#platform.drafts, `library ${key}`, KeptEdit);
    const kept = await this.#keeper.read();
    this.problems = {};
    this.theirs = null;
    this.hasSaveFailed = false;
    this.editing = { ...(kept ?? fresh), isRestored: kept !== null };
  }
}

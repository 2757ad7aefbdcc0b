import {
  draftFromEvent,
  emptyEventDraft,
  EventDraft,
  hasProblems,
  NO_PROBLEMS,
  readEventDraft,
  type EventProblems,
} from '../../components/events/event-draft.ts';
import { EVENT_RECORD_VERSION, type ObservedEvent } from '../../lib/model/event.ts';
import { Instant, newId } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import type { Store } from '../../lib/store/database.ts';
import { DraftKeeper } from '../clipping/draft-keeper.ts';

const KeptEdit = z.strictObject({ draft: EventDraft, baseUpdatedAt: Instant.nullable() });

interface Editing {
  draft: EventDraft;
  /** What the event was when the form opened; null for a new one. */
  baseUpdatedAt: string | null;
  isRestored: boolean;
}

/** What a save did: the event before it, null where there was none, and after. */
export interface SavedEvent {
  before: ObservedEvent | null;
  after: ObservedEvent;
}

/** The form in which an event is edited or made by hand. What is typed in it outlives the page for this session. */
export class EventFormState {
  readonly #platform: Platform;
  readonly #store: Store;
  readonly #onsaved: (event: ObservedEvent) => void;
  #newId = newId();
  #keeper: DraftKeeper<typeof KeptEdit> | null = null;

  editing = $state.raw<Editing | null>(null);
  problems = $state.raw<EventProblems>(NO_PROBLEMS);
  isSaving = $state(false);
  hasSaveFailed = $state(false);
  /** What another window saved while this form was open. */
  theirs = $state.raw<ObservedEvent | null>(null);

  /** @param onsaved hears what was saved before the form is closed: what stands behind it is never the old one */
  constructor(platform: Platform, store: Store, onsaved: (event: ObservedEvent) => void) {
    this.#platform = platform;
    this.#store = store;
    this.#onsaved = onsaved;
  }

  async beginEdit(event: ObservedEvent): Promise<void> {
    await this.#begin(`edit ${event.id}`, {
      draft: draftFromEvent(event),
      baseUpdatedAt: event.updatedAt,
    });
  }

  async beginNew(): Promise<void> {
    this.#newId = newId();
    await this.#begin('new', { draft: emptyEventDraft(), baseUpdatedAt: null });
  }

  type(draft: EventDraft): void {
    if (!this.editing) return;
    this.editing = { ...this.editing, draft };
    this.hasSaveFailed = false;
    if (hasProblems(this.problems)) {
      const read = readEventDraft(draft);
      this.problems = read.ok ? NO_PROBLEMS : read.problems;
    }
    void this.#keeper?.keep({ draft, baseUpdatedAt: this.editing.baseUpdatedAt });
  }

  /** The form is closed; what was typed stays in the session. */
  leave(): void {
    this.editing = null;
    this.theirs = null;
    this.problems = NO_PROBLEMS;
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
  async save(): Promise<SavedEvent | null> {
    if (!this.editing || this.isSaving) return null;
    const { draft, baseUpdatedAt } = this.editing;
    const read = readEventDraft(draft);
    this.problems = read.ok ? NO_PROBLEMS : read.problems;
    if (!read.ok) return null;
    this.isSaving = true;
    this.hasSaveFailed = false;
    try {
      let saved: SavedEvent;
      if (draft.eventId === null) {
        const now = new Date().toISOString();
        const after: ObservedEvent = {
          recordVersion: EVENT_RECORD_VERSION,
          id: this.#newId,
          ...read.content,
          createdAt: now,
          updatedAt: now,
          deletedAt: null,
        };
        await this.#store.saveEvent(after);
        saved = { before: null, after };
      } else {
        let before: ObservedEvent | null = null;
        const updated = await this.#store.updateEvent(
          draft.eventId,
          (stored) => {
            before = stored;
            return read.content;
          },
          baseUpdatedAt ?? undefined,
        );
        if (!updated.ok) {
          if (updated.reason === 'changedElsewhere')
            this.theirs = await this.#store.getEvent(draft.eventId);
          else this.hasSaveFailed = true;
          return null;
        }
        saved = { before, after: updated.event };
      }
      this.#onsaved(saved.after);
      await this.drop();
      return saved;
    } catch {
      this.hasSaveFailed = true;
      return null;
    } finally {
      this.isSaving = false;
    }
  }

  async saveOverTheirs(): Promise<SavedEvent | null> {
    if (!this.editing || !this.theirs) return null;
    this.editing = { ...this.editing, baseUpdatedAt: this.theirs.updatedAt };
    this.theirs = null;
    return this.save();
  }

  async #begin(key: string, fresh: Omit<Editing, 'isRestored'>): Promise<void> {
    this.#keeper = new DraftKeeper(this.#platform.drafts, `events ${key}`, KeptEdit);
    const kept = await this.#keeper.read();
    this.problems = NO_PROBLEMS;
    this.theirs = null;
    this.hasSaveFailed = false;
    this.editing = { ...(kept ?? fresh), isRestored: kept !== null };
  }
}

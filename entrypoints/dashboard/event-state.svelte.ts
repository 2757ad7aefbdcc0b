import { copyGroups } from '../../components/events/copy-groups.ts';
import { searchLetters } from '../../components/events/search-letters.ts';
import type { CloseClips } from '../../lib/model/clip-entry.ts';
import type { Clip } from '../../lib/model/clip.ts';
import type { ObservedEvent } from '../../lib/model/event.ts';
import { messages } from '../../lib/messages/messages.ts';
import type { Platform } from '../../lib/platform/platform.ts';
import type { ClosedReason, Store } from '../../lib/store/database.ts';
import { addToEvent } from '../clipping/events.ts';
import { joinAndSay, shortened, type Say } from './event-deeds.ts';
import { EventFormState, type SavedEvent } from './event-form.svelte.ts';

const words = messages.events;

/** What an events page is given by the dashboard around it. */
export interface EventPorts {
  say: Say;
  /** What was said is let go: its place at the window's foot is the form's now. */
  hush: () => void;
  /** Clips close to this one; rejects where that cannot be known. */
  closeTo: (clipId: string) => Promise<CloseClips[]>;
}

/** What an event was before an edit, as an edit that takes it back. */
function contentOf(
  event: ObservedEvent,
): Omit<ObservedEvent, 'recordVersion' | 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'> {
  const { title, kind, actors, target, sectors, places, begin, end } = event;
  const { claims, demands, outcome, note, clipIds, campaignId } = event;
  const when = { begin, end };
  const what = { title, kind, actors, target, sectors, places, claims, demands, outcome, note };
  return { ...what, ...when, clipIds, campaignId };
}

/** The clips whose texts are nearly this one's, itself not among them. */
export async function copiesOf(clipId: string, closeTo: EventPorts['closeTo']): Promise<string[]> {
  const close = await closeTo(clipId);
  const copies = close.filter(({ kind }) => kind === 'sameText').flatMap(({ clipIds }) => clipIds);
  return [...new Set(copies)].filter((id) => id !== clipId);
}

/** Everything the events page knows. The store is its only memory; what others change there, it follows. */
export class EventsState {
  readonly #store: Store;
  readonly #ports: EventPorts;
  readonly #stopListening: (() => void)[];
  #openId: string | null = null;
  #loading = 0;

  readonly form: EventFormState;
  isLoading = $state(true);
  place = $state<'library' | 'trash'>('library');
  events = $state.raw<readonly ObservedEvent[]>([]);
  trashCount = $state(0);
  /** null: none is open, or it is being fetched; 'gone': there is no such event. */
  openEvent = $state.raw<ObservedEvent | 'gone' | null>(null);
  /** The open event's clips that are in the library or its trash. */
  clips = $state.raw<readonly Clip[]>([]);
  /** The same in groups of copies; null while that is looked up. */
  copies = $state.raw<readonly (readonly string[])[] | 'unknown' | null>(null);
  query = $state('');
  closed = $state<ClosedReason | null>(null);
  hasReadFailed = $state(false);
  unreadableCount = $state(0);

  readonly terms = $derived(searchLetters(this.query).split(/\s+/).filter(Boolean));
  readonly shown = $derived(
    this.terms.length === 0
      ? this.events
      : this.events.filter((event) => {
          const text = searchable(event);
          return this.terms.every((term) => text.includes(term));
        }),
  );
  readonly knownPlaces = $derived([...new Set(this.events.flatMap(({ places }) => places))]);

  constructor(platform: Platform, store: Store, ports: EventPorts) {
    this.#store = store;
    this.#ports = ports;
    this.form = new EventFormState(platform, store, (event) => {
      if (event.id === this.#openId) this.openEvent = event;
    });
    this.closed = store.closed;
    this.#stopListening = [
      store.onChange(({ table, ids }) => {
        if (table === 'events') void this.refresh();
        else if (table === 'clips' && ids.some((id) => this.clips.some((clip) => clip.id === id)))
          void this.refresh();
      }),
      store.onClosed((reason) => (this.closed = reason)),
    ];
  }

  dispose(): void {
    for (const stop of this.#stopListening) stop();
  }

  /** The list and the open event as they now lie in the store. */
  async refresh(): Promise<void> {
    if (this.closed !== null) return void (this.isLoading = false);
    const loading = ++this.#loading;
    try {
      const [events, trashed] = await Promise.all([
        this.#store.listEvents(),
        this.#store.listEvents('trash'),
        this.#fetchOpen(),
      ]);
      // A slower answer to an older question must not undo a newer one.
      if (loading !== this.#loading) return;
      this.events = this.place === 'trash' ? trashed : byDate(events);
      this.trashCount = trashed.length;
      this.hasReadFailed = false;
      this.unreadableCount = this.#store.unreadable.filter(
        ({ table }) => table === 'events',
      ).length;
    } catch {
      this.hasReadFailed = true;
    }
    this.isLoading = false;
  }

  async showPlace(place: 'library' | 'trash'): Promise<void> {
    this.place = place;
    this.query = '';
    await this.refresh();
  }

  /** Follows the address. A form that is open is kept in the session and left. */
  async open(id: string | null): Promise<void> {
    if (id === this.#openId) return;
    this.#openId = id;
    this.openEvent = null;
    this.clips = [];
    this.copies = null;
    this.form.leave();
    await this.#fetchOpen().catch(() => (this.hasReadFailed = true));
  }

  /** The saved event's id, or null where it was not saved, and then the form says why. */
  async save(save: () => Promise<SavedEvent | null>): Promise<string | null> {
    const saved = await save();
    if (!saved) return null;
    const { before, after } = saved;
    this.#ports.say(words.saved, async () => {
      if (before === null) return void (await this.#store.trashEvents([after.id]));
      await this.#putBack(before, after);
    });
    await this.refresh();
    return after.id;
  }

  async trash(event: ObservedEvent): Promise<boolean> {
    return this.#attempt(async () => {
      const moved = await this.#store.trashEvents([event.id]);
      this.#ports.say(words.deleted(shortened(event.title)), async () => {
        await this.#store.restoreEvents(moved);
      });
    });
  }

  /** All that the trash shows, for good. */
  async emptyTrash(): Promise<boolean> {
    return this.#attempt(async () => {
      const trashed = await this.#store.listEvents('trash');
      const erased = await this.#store.eraseTrashedEvents(trashed.map(({ id }) => id));
      await this.refresh();
      this.#ports.say(words.emptyTrash.done(erased.length), null);
    });
  }

  async restore(id: string): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#store.restoreEvents([id]);
      this.#ports.say(words.restored, async () => void (await this.#store.trashEvents([id])));
    });
  }

  /** Clips of the library become further sources. */
  async add(eventId: string, clipIds: readonly string[]): Promise<void> {
    await joinAndSay(this.#store, this.#ports.say, () => addToEvent(this.#store, eventId, clipIds));
  }

  /** The clip is no source of the event, and of none of its claims, any more. */
  async removeSource(event: ObservedEvent, clip: Clip): Promise<void> {
    await this.#attempt(async () => {
      let before = event;
      const updated = await this.#store.updateEvent(event.id, (stored) => {
        before = stored;
        return {
          clipIds: stored.clipIds.filter((id) => id !== clip.id),
          claims: stored.claims.map((claim) => ({
            ...claim,
            sources: claim.sources.filter(({ clipId }) => clipId !== clip.id),
          })),
        };
      });
      if (!updated.ok) throw new Error(updated.reason);
      this.#ports.say(words.removedSource(shortened(clip.title || messages.library.untitled)), () =>
        this.#putBack(before, updated.event),
      );
    });
  }

  /** Undoes an edit, unless the event was changed again since. */
  async #putBack(before: ObservedEvent, after: ObservedEvent): Promise<void> {
    const updated = await this.#store.updateEvent(after.id, contentOf(before), after.updatedAt);
    if (!updated.ok) this.#ports.say(words.changedSince, null);
  }

  async #fetchOpen(): Promise<void> {
    const id = this.#openId;
    if (id === null || this.closed !== null) return;
    const event = await this.#store.getEvent(id);
    const clips = event ? await this.#store.getClips(event.clipIds) : [];
    if (id !== this.#openId) return;
    const before = this.clips.map((clip) => clip.id).join(' ');
    this.openEvent = event ?? 'gone';
    this.clips = clips;
    if (clips.map((clip) => clip.id).join(' ') !== before || this.copies === null) {
      void this.#compare(id, clips);
    }
  }

  /** Which of the clips copy one another: the page stands before that is known. */
  async #compare(eventId: string, clips: readonly Clip[]): Promise<void> {
    const ids = clips.map(({ id }) => id);
    if (ids.length < 2) return void (this.copies = ids.map((id) => [id]));
    this.copies = null;
    let copies: string[][] | 'unknown';
    try {
      const close = await Promise.all(
        ids.map(async (id) => [id, ...(await copiesOf(id, this.#ports.closeTo))]),
      );
      copies = copyGroups(ids, close);
    } catch {
      copies = 'unknown';
    }
    // Another event, or other clips, may be on the page by now.
    if (eventId === this.#openId && this.clips === clips) this.copies = copies;
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch {
      this.#ports.say(words.failed, null);
      return false;
    }
  }
}

/** The latest first; what has no date stands at the end. As text, "2019" stands before every day of that year. */
function byDate(events: readonly ObservedEvent[]): ObservedEvent[] {
  return events.toSorted((a, b) => {
    const [first, second] = [a.begin ?? '', b.begin ?? ''];
    return first === second ? 0 : first < second ? 1 : -1;
  });
}

const folded = new WeakMap<ObservedEvent, string>();

function searchable(event: ObservedEvent): string {
  let text = folded.get(event);
  if (text === undefined) {
    const { title, target, actors, places, sectors, demands, outcome, note, claims, kind } = event;
    const names = actors.map(({ name }) => name);
    const said = claims.flatMap(({ counts, claimedBy }) => [counts, claimedBy]);
    const kindName = kind === null ? '' : messages.kinds.names[kind];
    const codes = sectors.flatMap((code) => [code, messages.kinds.sectors[code] ?? '']);
    const texts = [title, target, kindName, demands, outcome, note];
    text = searchLetters([...texts, ...names, ...places, ...codes, ...said].join('\n'));
    folded.set(event, text);
  }
  return text;
}

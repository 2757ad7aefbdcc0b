import { eventFromClips } from '../../lib/model/event-from-clips.ts';
import { EVENT_LIMITS, type ObservedEvent } from '../../lib/model/event.ts';
import { newId } from '../../lib/model/identity.ts';
import type { Store } from '../../lib/store/database.ts';

export type EventJoining =
  /** isNew: made of the clips just now. added: the clips that it did not have before. */
  | { ok: true; event: ObservedEvent; isNew: boolean; added: string[] }
  /** full: it holds as many clips as an event can. gone: a clip or the event is not in the library any more. */
  | { ok: false; reason: 'full' | 'gone' };

/** Makes an event of clips that are in the library, and saves it. */
export async function makeEvent(store: Store, clipIds: readonly string[]): Promise<EventJoining> {
  if (clipIds.length > EVENT_LIMITS.clips) return { ok: false, reason: 'full' };
  const clips = await store.getClips(clipIds);
  if (clips.length === 0 || clips.length < new Set(clipIds).size)
    return { ok: false, reason: 'gone' };
  const event = eventFromClips(clips, { id: newId(), now: new Date().toISOString() });
  await store.saveEvent(event);
  return { ok: true, event, isNew: true, added: event.clipIds };
}

/** Adds clips to an event as further sources; those it has already stay where they are. */
export async function addToEvent(
  store: Store,
  eventId: string,
  clipIds: readonly string[],
): Promise<EventJoining> {
  let added: string[] = [];
  let isFull = false;
  const updated = await store.updateEvent(eventId, (event) => {
    added = [...new Set(clipIds)].filter((id) => !event.clipIds.includes(id));
    isFull = event.clipIds.length + added.length > EVENT_LIMITS.clips;
    return isFull ? {} : { clipIds: [...event.clipIds, ...added] };
  });
  if (!updated.ok) return { ok: false, reason: 'gone' };
  if (isFull) return { ok: false, reason: 'full' };
  return { ok: true, event: updated.event, isNew: false, added };
}

/**
 * "Add this page as another source of the same event": the new clip joins the old one's event (the one that was last
 * worked on, where there are several), or both become one. Both must be in the library.
 */
export async function joinEvent(
  store: Store,
  oldClipId: string,
  newClipId: string,
): Promise<EventJoining> {
  const events = await store.eventsOfClips([oldClipId]);
  const last = events.toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))[0];
  return last ? addToEvent(store, last.id, [newClipId]) : makeEvent(store, [oldClipId, newClipId]);
}

/** Undoes a joining: the clips it added leave the event; one that was made of them goes into the trash. */
export async function undoJoining(
  store: Store,
  joining: Extract<EventJoining, { ok: true }>,
): Promise<void> {
  const { event, isNew, added } = joining;
  if (isNew) return void (await store.trashEvents([event.id]));
  await store.updateEvent(event.id, ({ clipIds }) => ({
    clipIds: clipIds.filter((id) => !added.includes(id)),
  }));
}

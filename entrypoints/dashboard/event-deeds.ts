import { messages } from '../../lib/messages/messages.ts';
import type { Store } from '../../lib/store/database.ts';
import { undoJoining, type EventJoining } from '../clipping/events.ts';

/** Says what was done, beside its way back where it has one. */
export type Say = (text: string, undo: (() => Promise<void>) | null) => void;

const LONGEST = 70;
/** A title inside a notice. */
export const shortened = (title: string) =>
  title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title;

/** Makes an event of clips or adds them to one, and says so; the event's id, or null where nothing came of it. */
export async function joinAndSay(
  store: Store,
  say: Say,
  join: () => Promise<EventJoining>,
): Promise<string | null> {
  const words = messages.events;
  try {
    const joining = await join();
    if (!joining.ok) {
      say(words.joinFailed[joining.reason], null);
      return null;
    }
    const { event, isNew, added } = joining;
    const title = shortened(event.title);
    if (added.length === 0) say(words.addedNone(title), null);
    else {
      say(isNew ? words.made(added.length) : words.added(added.length, title), () =>
        undoJoining(store, joining),
      );
    }
    return event.id;
  } catch {
    say(words.failed, null);
    return null;
  }
}

import { messages } from '../../lib/messages/messages.ts';
import type { BulkChange } from './bulk-change.ts';

/** What was just done on the library's page. */
export type Deed =
  | { kind: 'deleted'; title: string | null; count: number; evidenceCount: number }
  | { kind: 'restored'; count: number }
  | { kind: 'saved'; isNew: boolean }
  | { kind: 'quoteKept' }
  | { kind: 'quoteThere' }
  | { kind: 'quoteRemoved' }
  /** isDone: where false, something went wrong after that many. */
  | { kind: 'changed'; change: BulkChange; count: number; of: number; isDone: boolean }
  | { kind: 'viewSaved'; name: string }
  | { kind: 'viewRenamed'; name: string }
  | { kind: 'viewDeleted'; name: string }
  | { kind: 'undone'; of: Deed }
  | { kind: 'changedSince' }
  | { kind: 'failed' };

const LONGEST = 70;
const shortened = (title: string) =>
  title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title;

/** The deed as it is said to whoever did it. */
export function wordsOfDeed(deed: Deed, nameOf: (change: BulkChange) => string): string {
  const words = messages.library;
  const { done } = words;
  switch (deed.kind) {
    case 'deleted': {
      const { title, count, evidenceCount } = deed;
      const moved =
        title === null
          ? done.deletedMany(count)
          : words.deleted(shortened(title === '' ? words.untitled : title));
      return evidenceCount > 0 ? `${moved} ${words.evidenceTaken(evidenceCount)}` : moved;
    }
    case 'restored':
      return deed.count === 1 ? words.restored : done.restoredMany(deed.count);
    case 'saved':
      return words.saved;
    case 'quoteKept':
      return words.quoteKept;
    case 'quoteThere':
      return words.quoteThere;
    case 'quoteRemoved':
      return words.quoteRemoved;
    case 'changed': {
      const { change, count, of, isDone } = deed;
      const name = shortened(nameOf(change));
      const said = change.isAdded ? done.added(name, count) : done.removed(name, count);
      if (!isDone) return `${said} ${done.stopped(of)}`;
      return count < of ? `${said} ${done.soAlready(of - count)}` : said;
    }
    case 'viewSaved':
      return done.viewSaved(deed.name);
    case 'viewRenamed':
      return done.viewRenamed(deed.name);
    case 'viewDeleted':
      return done.viewDeleted(deed.name);
    case 'undone':
      return deed.of.kind === 'deleted' && deed.of.count === 1
        ? words.restored
        : done.undone(wordsOfDeed(deed.of, nameOf));
    case 'changedSince':
      return done.changedSince;
    case 'failed':
      return words.actionFailed;
    default:
      return deed satisfies never;
  }
}

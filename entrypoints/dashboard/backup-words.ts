import { LOCALE, messages } from '../../lib/messages/messages.ts';
import { KEPT_TABLES, type KeptCounts } from '../../lib/model/kept-record.ts';
import type { BackupDeed, RestoreRefusal } from './backup-state.svelte.ts';

const words = messages.backup;
const number = (count: number) => count.toLocaleString(LOCALE);

/** "1,234 clips, 2 campaigns, 3 saved views", the settings left out: nobody counts them. */
export function wordsOfCounts(counts: KeptCounts): string {
  const parts = KEPT_TABLES.filter((table) => table !== 'settings' && counts[table] > 0).map(
    (table) => words.counts[table](counts[table]),
  );
  return parts.join(', ') || words.nothing;
}

/** In whole per cents, and all of them only when all is done. */
export function wordsOfShare(done: number, total: number): string {
  const share = total > 0 ? Math.min(done / total, 1) : 1;
  return `${Math.floor(share * 100)} %`;
}

/** The moment as this machine's clock shows it. */
export function wordsOfMoment(instant: string): string {
  return new Date(instant).toLocaleString(LOCALE, { dateStyle: 'long', timeStyle: 'short' });
}

export function wordsOfRefusal(refusal: RestoreRefusal): { title: string; advice: string } {
  const { refusals } = words;
  switch (refusal.reason) {
    case 'tooNew':
      return {
        title: refusals.tooNew.title(refusal.version),
        advice: refusals.tooNew.advice,
      };
    case 'cutShort': {
      const { title, advice } = refusals.cutShort;
      return { title, advice: advice(number(refusal.records), number(refusal.expected)) };
    }
    case 'changed': {
      const { title, line, sum } = refusals.changed;
      return { title, advice: refusal.line === null ? sum : line(number(refusal.line)) };
    }
    case 'doubled':
    case 'tooLarge': {
      const { title, advice } = refusals[refusal.reason];
      return { title, advice: advice(number(refusal.line)) };
    }
    default:
      return refusals[refusal.reason];
  }
}

export function wordsOfDeed(deed: BackupDeed): string {
  switch (deed.kind) {
    case 'added':
      return words.added(wordsOfCounts(deed.restored.added), deed.restored.left);
    case 'replaced':
      return words.replaced(wordsOfCounts(deed.restored.added));
    case 'undone':
      return words.undone(deed.erased, deed.kept);
    case 'undoFailed':
      return words.undoFailed;
    default:
      return deed satisfies never;
  }
}

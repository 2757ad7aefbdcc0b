import type { ConflictView, ImportGroup, ImportView } from '../../components/clips/import-view.ts';
import { publishedWords } from '../../components/clips/field-words.ts';
import type { ImportRefusal, Unreadable } from '../../lib/exchange/imported.ts';
import { shownHost } from '../../lib/extract/address.ts';
import { LOCALE, messages } from '../../lib/messages/messages.ts';
import type { ClipLine, ImportSummary } from '../exchange/exchange-desk.ts';
import type { ConflictState } from './conflict-state.svelte.ts';
import type { ExchangeDeed, Importing } from './exchange-state.svelte.ts';

const words = messages.exchange;

export function wordsOfSize(bytes: number): string {
  return bytes < 1_000_000
    ? words.kilobytes(Math.ceil(bytes / 1000).toLocaleString(LOCALE))
    : words.megabytes((bytes / 1_000_000).toLocaleString(LOCALE, { maximumFractionDigits: 1 }));
}

export function wordsOfDeed(deed: ExchangeDeed): string {
  switch (deed.kind) {
    case 'imported':
      return [
        deed.undo.made.length > 0 ? words.imported(deed.undo.made.length) : '',
        deed.undo.changed.length > 0 ? words.importChanged(deed.undo.changed.length) : '',
        deed.undo.madeEvents.length > 0 ? words.importedEvents(deed.undo.madeEvents.length) : '',
      ]
        .filter(Boolean)
        .join(' ');
    case 'undone':
      return deed.keptCount === 0
        ? words.undone(deed.count)
        : words.undoneBut(deed.count, deed.keptCount);
    case 'undoFailed':
      return words.undoFailed;
    default:
      return deed satisfies never;
  }
}

type Refused = ImportRefusal | { reason: 'changed' | 'notSaved' };

function wordsOfRefusal(refusal: Refused): { title: string; advice: string } {
  const { refusals } = words;
  switch (refusal.reason) {
    case 'unknownKind':
    case 'notJson':
    case 'snapshot':
    case 'changed':
    case 'notSaved':
      return refusals[refusal.reason];
    case 'tooNew':
      return {
        title: refusals.tooNew.title(refusal.version),
        advice: refusals.tooNew.advice,
      };
    case 'invalid':
      return {
        title: refusals.invalid.title(refusal.where),
        advice: refusals.invalid.advice,
      };
    case 'tooLarge': {
      const { title, bytes, depth } = refusals.tooLarge;
      const { what, limit } = refusal;
      const megabytes = (limit / 1_000_000).toLocaleString(LOCALE);
      return { title, advice: what === 'bytes' ? bytes(megabytes) : depth(limit) };
    }
    case 'tooMany':
      return {
        title: refusals.tooMany.title,
        advice: refusals.tooMany.advice(refusal.limit.toLocaleString(LOCALE)),
      };
    default:
      return refusal satisfies never;
  }
}

function group<T>(
  title: string,
  count: number,
  entries: readonly T[],
  isOpen: boolean,
  rowOf: (entry: T) => { title: string; detail: string },
): ImportGroup[] {
  if (count === 0) return [];
  const rows = entries.map((entry, at) => ({ key: `${at}`, ...rowOf(entry) }));
  return [{ title, rows, more: count - rows.length, isOpen }];
}

function rowOfClip(line: ClipLine): { title: string; detail: string } {
  const about = [
    line.siteName || shownHost(line.address),
    line.publishedAt ? publishedWords(line.publishedAt, 'short') : '',
    line.isTrashed ? words.inTrash : '',
  ];
  return {
    title: line.title || messages.library.untitled,
    // Each by itself: a name in Arabic would turn the date beside it round.
    detail: about
      .filter(Boolean)
      .map((part) => `\u2068${part}\u2069`)
      .join(' · '),
  };
}

function rowOfHere(line: ClipLine): { title: string; detail: string } {
  const { title, detail } = rowOfClip(line);
  const why = line.why === 'new' ? '' : words.whyHere[line.why];
  return { title, detail: [why, detail].filter(Boolean).join(' · ') };
}

function rowOfUnreadable(entry: Unreadable): { title: string; detail: string } {
  const { what, at, reason, where } = entry;
  const nameless = what === 'event' ? words.eventEntry(at) : words.entry(at);
  const why =
    reason === 'invalid' ? words.whyUnreadable.invalid(where) : words.whyUnreadable[reason];
  return { title: entry.title || nameless, detail: why };
}

function kindInWords({ kind, head }: ImportSummary): string {
  if (kind !== 'library' || !head) return words.kinds[kind === 'bookmarks' ? 'bookmarks' : 'csl'];
  return [
    words.kinds.library(head.createdOn, head.program),
    head.parts > 1 ? words.kinds.part(head.part, head.parts) : '',
    head.holds.notes ? '' : words.withoutNotes,
    head.holds.tags ? '' : words.withoutTags,
    head.holds.names ? '' : words.withoutNames,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What an import has come to, for the dialog. */
export function viewOfImport(
  importing: Importing,
  choice: { outcome: { made: number; changed: number; events: number }; isImporting: boolean },
): ImportView {
  if (importing.kind === 'refused') {
    return { kind: 'refused', ...wordsOfRefusal(importing.refusal) };
  }
  if (importing.kind !== 'review') return { kind: importing.kind };
  const { summary } = importing;
  const { counts, conflicts, unreadable } = summary;
  return {
    kind: 'review',
    what: kindInWords(summary),
    counts: [
      words.counts.fresh(counts.fresh),
      conflicts.length > 0 ? words.counts.differing(conflicts.length) : '',
      counts.here > 0 ? words.counts.here(counts.here) : '',
      counts.unreadable > 0 ? words.counts.unreadable(counts.unreadable) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    events: [
      counts.events > 0 ? words.counts.events(counts.events) : '',
      counts.eventsHere > 0 ? words.counts.eventsHere(counts.eventsHere) : '',
    ]
      .filter(Boolean)
      .join(' '),
    groups: [
      ...group(
        words.groups.unreadable(counts.unreadable),
        counts.unreadable,
        unreadable,
        true,
        rowOfUnreadable,
      ),
      ...group(words.groups.here(counts.here), counts.here, summary.here, false, rowOfHere),
      ...group(words.groups.fresh(counts.fresh), counts.fresh, summary.fresh, true, rowOfClip),
    ],
    conflictCount: conflicts.length,
    ...choice,
  };
}

/** The conflict that is looked at; null while none is. */
export function viewOfConflict(state: ConflictState | null): ConflictView | null {
  const { current, index, opened } = state ?? {};
  if (!state || !current || index === null || index === undefined) return null;
  const { title, detail } = rowOfClip(current);
  return {
    position: index + 1,
    total: state.conflicts.length,
    title,
    detail: [messages.conflicts[current.why === 'samePage' ? 'samePage' : 'sameClip'], detail]
      .filter(Boolean)
      .join(' · '),
    decision: state.decision?.kind ?? null,
    differences: opened?.differences ?? null,
    choices: state.choices,
    suggested: opened?.suggested ?? {},
    hasFailed: state.hasFailed,
    undecided: state.tally.undecided,
  };
}

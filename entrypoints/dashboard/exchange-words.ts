import type { ImportGroup, ImportView } from '../../components/clips/import-view.ts';
import type { ImportRefusal, Unreadable } from '../../lib/exchange/imported.ts';
import type { Reviewed } from '../../lib/exchange/read.ts';
import { shownHost } from '../../lib/extract/address.ts';
import { LOCALE, messages } from '../../lib/messages/messages.ts';
import type { ExchangeDeed, Importing } from './exchange-state.svelte.ts';

const words = messages.exchange;

/** More lines than anybody reads one by one; the counts stand above. */
const LISTED = 200;

export function wordsOfSize(bytes: number): string {
  return bytes < 1_000_000
    ? words.kilobytes(Math.ceil(bytes / 1000).toLocaleString(LOCALE))
    : words.megabytes((bytes / 1_000_000).toLocaleString(LOCALE, { maximumFractionDigits: 1 }));
}

export function wordsOfDeed(deed: ExchangeDeed): string {
  switch (deed.kind) {
    case 'imported':
      return words.imported(deed.brought.length);
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
  entries: readonly T[],
  isOpen: boolean,
  rowOf: (entry: T) => { title: string; detail: string },
): ImportGroup[] {
  if (entries.length === 0) return [];
  const rows = entries.slice(0, LISTED).map((entry, at) => ({ key: `${at}`, ...rowOf(entry) }));
  return [{ title, rows, more: entries.length - rows.length, isOpen }];
}

function rowOfClip({ clip, verdict }: Reviewed): { title: string; detail: string } {
  const about = [
    verdict === 'new' ? '' : words.whyHere[verdict],
    clip.siteName || shownHost(clip.address),
    clip.publishedAt ?? '',
    clip.deletedAt === null ? '' : words.inTrash,
  ];
  return {
    title: clip.title || messages.library.untitled,
    detail: about.filter(Boolean).join(' · '),
  };
}

function wordsOfUnreadable({ reason, where }: Unreadable): string {
  return reason === 'invalid' ? words.whyUnreadable.invalid(where) : words.whyUnreadable[reason];
}

function kindInWords({ kind, head }: Extract<Importing, { kind: 'review' }>['file']): string {
  if (kind !== 'library' || !head) return words.kinds[kind === 'bookmarks' ? 'bookmarks' : 'csl'];
  return [
    words.kinds.library(head.createdOn, head.program),
    head.parts > 1 ? words.kinds.part(head.part, head.parts) : '',
    head.holds.notes ? '' : words.withoutNotes,
    head.holds.tags ? '' : words.withoutTags,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What an import has come to, for the dialog. */
export function viewOfImport(
  importing: Importing,
  choice: { withSamePage: boolean; chosenCount: number; isImporting: boolean },
): ImportView {
  if (importing.kind === 'refused') {
    return { kind: 'refused', ...wordsOfRefusal(importing.refusal) };
  }
  if (importing.kind !== 'review') return { kind: importing.kind };
  const { file, reviewed } = importing;
  const fresh = reviewed.filter(({ verdict }) => verdict === 'new');
  const here = reviewed.filter(({ verdict }) => verdict !== 'new');
  const { unreadable } = file;
  return {
    kind: 'review',
    what: kindInWords(file),
    counts: [
      words.counts.fresh(fresh.length),
      words.counts.here(here.length),
      words.counts.unreadable(unreadable.length),
    ].join(' · '),
    groups: [
      ...group(words.groups.unreadable(unreadable.length), unreadable, true, (entry) => ({
        title: entry.title || words.entry(entry.at),
        detail: wordsOfUnreadable(entry),
      })),
      ...group(words.groups.here(here.length), here, false, rowOfClip),
      ...group(words.groups.fresh(fresh.length), fresh, true, rowOfClip),
    ],
    samePageCount: here.filter(({ verdict }) => verdict === 'samePage').length,
    ...choice,
  };
}

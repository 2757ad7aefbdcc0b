import {
  chosenChange,
  COMPARED_FIELDS,
  isSameVersion,
  quoteIdsAmong,
  type Choices,
  type Version,
} from '../../components/clips/compare-clips.ts';
import {
  EXCHANGE_LIMITS,
  type ExportChoice,
  type ExportFormat,
  type LibraryHead,
} from '../../lib/exchange/format.ts';
import type {
  ImportKind,
  ImportRefusal,
  ReadEntries,
  Unreadable,
} from '../../lib/exchange/imported.ts';
import { readImport } from '../../lib/exchange/read.ts';
import { reviewImport, saidOf, type Reviewed } from '../../lib/exchange/review.ts';
import type { LibraryOrigin } from '../../lib/exchange/write-library.ts';
import { exportedClips, exportedEvents, writeExport } from '../../lib/exchange/write.ts';
import { addressKeys, cleanAddress } from '../../lib/extract/address.ts';
import { Clip } from '../../lib/model/clip.ts';
import { withClipIds, type ObservedEvent } from '../../lib/model/event.ts';
import { newId } from '../../lib/model/identity.ts';
import type { LibraryReader } from '../../lib/store/reader.ts';

/** A clip as a list of the review shows it. */
export interface ClipLine {
  title: string;
  siteName: string;
  address: string | null;
  publishedAt: string | null;
  isTrashed: boolean;
  why: 'new' | 'sameClip' | 'samePage' | 'twice';
}
/** A clip of the file that says something else than one that is here. */
export interface Conflict extends ClipLine {
  /** Its place among the file's clips. */
  at: number;
  mineId: string;
}
export interface ImportSummary {
  kind: ImportKind;
  head: LibraryHead | null;
  counts: { fresh: number; here: number; unreadable: number; events: number; eventsHere: number };
  /** The first of each, for a list; nobody reads more. */
  fresh: ClipLine[];
  here: ClipLine[];
  unreadable: Unreadable[];
  conflicts: Conflict[];
}
export type Looked = { ok: true; summary: ImportSummary } | ImportRefusal;

/** What becomes of a conflict; one that nobody has decided stays as it is here. */
export type Decision =
  { kind: 'mine' } | { kind: 'theirs' } | { kind: 'fields'; choices: Choices } | { kind: 'both' };

export interface ExportRequest {
  format: ExportFormat;
  choice: ExportChoice;
  byteOrderMark: boolean;
  origin: LibraryOrigin;
}
export interface Exported {
  files: { name: string; blob: Blob }[];
  clips: number;
  events: number;
  trash: number;
  /** Clips that cannot be read by this version, and stay behind. */
  unreadable: number;
}

/** Clips and events as they are to be written, ready to be fetched piece by piece. */
export interface PreparedOrder {
  made: Clip[];
  changed: { clip: Clip; expectedUpdatedAt: string }[];
  events: ObservedEvent[];
}
export type OrderList = keyof PreparedOrder;

const LISTED = 200;
/** A library of more clips is read again for every export: two copies of it would be too much to keep. */
const KEPT_CLIPS = 20_000;
/** A clip has at most so many keys. */
const MOST_KEYS = 8;

interface Entry extends Reviewed {
  said: Version;
  /** What is here in its place; null where nothing is, or nothing that can be read. */
  mine: Clip | null;
}
interface Review extends ReadEntries {
  entries: Entry[];
  eventsHere: ReadonlySet<string>;
}

/** Reads the files that come in and writes those that go out. It writes nothing into the library; in a worker, or not. */
export class ExchangeDesk {
  readonly #open: () => Promise<LibraryReader>;
  #reader: Promise<LibraryReader> | null = null;
  #review: Review | null = null;
  #order: PreparedOrder = { made: [], changed: [], events: [] };
  #library: { clips: Clip[]; events: ObservedEvent[]; unreadable: number } | null = null;

  constructor(open: () => Promise<LibraryReader>) {
    this.#open = open;
  }

  #openLibrary(): Promise<LibraryReader> {
    this.#reader ??= this.#open();
    return this.#reader;
  }

  /** Looks a file through, and holds it against what is here. */
  async look(file: Blob, now: string): Promise<Looked> {
    this.#review = null;
    const read = readImport(
      new Uint8Array(await file.arrayBuffer()),
      { now, clean: cleanAddress, keysOf: addressKeys },
      EXCHANGE_LIMITS,
    );
    if (!read.ok) return read;
    // Keys are ours to make: a stranger's could pass his clip off as one of any page.
    const clips = read.clips.map((clip) => ({
      ...clip,
      addressKeys: addressKeys([clip.address, clip.canonicalAddress]),
    }));
    const reader = await this.#openLibrary();
    const present = await reader.findPresent({
      ids: clips.map(({ id }) => id),
      addressKeys: [...new Set(clips.flatMap((clip) => clip.addressKeys))],
      eventIds: read.events.map(({ id }) => id),
    });
    const reviewed = reviewImport({ kind: read.kind, clips }, present);
    const mine = await reader.getClips([
      ...new Set(reviewed.flatMap(({ verdict }) => ('mineId' in verdict ? [verdict.mineId] : []))),
    ]);
    const entries = reviewed.map((each): Entry => {
      const mineId = 'mineId' in each.verdict ? each.verdict.mineId : null;
      return {
        ...each,
        said: saidOf(read, each.clip),
        mine: (mineId === null ? undefined : mine.get(mineId)) ?? null,
      };
    });
    this.#review = { ...read, clips, entries, eventsHere: present.eventIds };
    return { ok: true, summary: summaryOf(this.#review) };
  }

  /** Both sides of a conflict. */
  pair(at: number): { mine: Clip; said: Version } {
    const entry = this.#review?.entries[at];
    if (!entry?.mine) throw new RangeError(`no conflict at ${at}`);
    return { mine: entry.mine, said: entry.said };
  }

  /** Makes of decisions what is to be written; says how much it is. `take` hands it out. */
  prepare(decisions: ReadonlyMap<number, Decision>): Record<OrderList, number> {
    const order: PreparedOrder = { made: [], changed: [], events: [] };
    const review = this.#review;
    /** Where each of the file's clips is found afterwards, with its quotes. */
    const found = new Map<string, Pick<Clip, 'id' | 'quotes'>>();
    for (const [at, entry] of review?.entries.entries() ?? []) {
      const { clip, verdict, mine } = entry;
      if (verdict.kind === 'twice') continue;
      const decision: Decision = isConflict(entry)
        ? (decisions.get(at) ?? { kind: 'mine' })
        : { kind: verdict.kind === 'new' ? 'both' : 'mine' };
      if (decision.kind === 'both') {
        const made = verdict.kind === 'sameClip' ? { ...clip, id: newId() } : clip;
        order.made.push(made);
        found.set(clip.id, made);
        continue;
      }
      const merged = mine && mergedClip(mine, entry.said, decision);
      if (merged) order.changed.push({ clip: merged, expectedUpdatedAt: mine.updatedAt });
      const here = merged ?? mine;
      if (here) found.set(clip.id, here);
    }
    if (review) order.events = eventsOf(review, found);
    this.#order = order;
    return {
      made: order.made.length,
      changed: order.changed.length,
      events: order.events.length,
    };
  }

  take<List extends OrderList>(list: List, from: number, count: number): PreparedOrder[List] {
    return this.#order[list].slice(from, from + count) as PreparedOrder[List];
  }

  async write({ format, choice, byteOrderMark, origin }: ExportRequest): Promise<Exported> {
    const library = this.#library ?? (await this.#readLibrary());
    const { clips, events, unreadable } = library;
    if (clips.length <= KEPT_CLIPS) this.#library = library;
    const going = exportedClips(clips, format, choice);
    return {
      files:
        going.length === 0
          ? []
          : writeExport({ clips, events }, format, choice, origin, { byteOrderMark }).map(
              ({ name, mime, pieces }) => ({ name, blob: new Blob(pieces, { type: mime }) }),
            ),
      clips: going.length,
      events: exportedEvents(events, going, format, choice).length,
      trash: clips.filter(({ deletedAt }) => deletedAt !== null).length,
      unreadable,
    };
  }

  async close(): Promise<void> {
    this.#review = null;
    this.#library = null;
    (await this.#reader?.catch(() => null))?.close();
    this.#reader = null;
  }

  async #readLibrary() {
    const reader = await this.#openLibrary();
    const library = { clips: [] as Clip[], events: await reader.everyEvent(), unreadable: 0 };
    for await (const { clips, unreadable } of reader.everyClip()) {
      for (const clip of clips) library.clips.push(clip);
      library.unreadable += unreadable;
    }
    return library;
  }
}

/** Whether there is something to decide: a clip that is here, can be read, and says something else. */
function isConflict({ verdict, mine, said }: Entry): boolean {
  if (verdict.kind !== 'sameClip' && verdict.kind !== 'samePage') return false;
  return mine !== null && !isSameVersion(mine, said);
}

function lineOf({ clip, verdict }: Entry): ClipLine {
  const { title, siteName, address, publishedAt, deletedAt } = clip;
  return {
    title,
    siteName,
    address,
    publishedAt,
    isTrashed: verdict.kind === 'new' && deletedAt !== null,
    why: verdict.kind,
  };
}

function summaryOf({ kind, head, entries, events, unreadable, eventsHere }: Review): ImportSummary {
  const fresh: Entry[] = [];
  const here: Entry[] = [];
  const conflicts: Conflict[] = [];
  for (const [at, entry] of entries.entries()) {
    if (entry.verdict.kind === 'new') fresh.push(entry);
    else if (isConflict(entry)) conflicts.push({ ...lineOf(entry), at, mineId: entry.mine!.id });
    else here.push(entry);
  }
  const known = events.filter(({ id }) => eventsHere.has(id)).length;
  return {
    kind,
    head,
    counts: {
      fresh: fresh.length,
      here: here.length,
      unreadable: unreadable.length,
      events: events.length - known,
      eventsHere: known,
    },
    fresh: fresh.slice(0, LISTED).map(lineOf),
    here: here.slice(0, LISTED).map(lineOf),
    unreadable: unreadable.slice(0, LISTED),
    conflicts,
  };
}

/** The clip that is here as the decision has it; null where that changes nothing. It is found under its old keys, too. */
function mergedClip(
  mine: Clip,
  said: Version,
  decision: Exclude<Decision, { kind: 'both' }>,
): Clip | null {
  if (decision.kind === 'mine') return null;
  const choices =
    decision.kind === 'fields'
      ? decision.choices
      : Object.fromEntries(COMPARED_FIELDS.map((field) => [field, 'right' as const]));
  const change = chosenChange(mine, said, choices);
  if (Object.keys(change).length === 0) return null;
  const merged = { ...mine, ...change };
  const keys = [...addressKeys([merged.address, merged.canonicalAddress]), ...mine.addressKeys];
  return Clip.parse({ ...merged, addressKeys: [...new Set(keys)].slice(0, MOST_KEYS) });
}

/** The file's new events, pointing to the clips as they are here afterwards. */
function eventsOf(
  { events, entries, eventsHere, head }: Review,
  found: ReadonlyMap<string, Pick<Clip, 'id' | 'quotes'>>,
): ObservedEvent[] {
  const inFile = new Map(entries.map(({ clip }) => [clip.id, clip]));
  // Of a library in several files, the clips may come with another one, under the ids they have.
  const mayCome = (head?.parts ?? 1) > 1;
  const seen = new Set(eventsHere);
  const idOf = (clipId: string) =>
    found.get(clipId)?.id ?? (mayCome && !inFile.has(clipId) ? clipId : null);
  const quoteIdOf = (clipId: string, quoteId: string | null) => {
    const [clip, there] = [inFile.get(clipId), found.get(clipId)];
    if (quoteId === null || !clip || !there) return quoteId;
    return quoteIdsAmong(there.quotes, clip.quotes).get(quoteId) ?? null;
  };
  return events.flatMap((event) => {
    if (seen.has(event.id)) return [];
    seen.add(event.id);
    const claims = event.claims.map((claim) => ({
      ...claim,
      sources: claim.sources.map(({ clipId, quoteId }) => ({
        clipId,
        quoteId: quoteIdOf(clipId, quoteId),
      })),
    }));
    return [withClipIds({ ...event, claims }, idOf)];
  });
}

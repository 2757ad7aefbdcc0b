import { CLIP_LIMITS, SOURCED_FIELDS, type Clip, type SourcedField } from '../../lib/model/clip.ts';
import type { Quote } from '../../lib/model/evidence.ts';
import { newId } from '../../lib/model/identity.ts';
import {
  compareTexts,
  compareWords,
  paragraphsOf,
  sideOf,
  type Piece,
  type SidePassage,
} from './compare-texts.ts';

/** What of a clip is compared, in the order in which it is shown. */
export const COMPARED_FIELDS = [
  'title',
  'authors',
  'publishedAt',
  'modifiedAt',
  'siteName',
  'section',
  'language',
  'direction',
  'isAccessibleForFree',
  'address',
  'canonicalAddress',
  'archiveAddress',
  'reports',
  'sectors',
  'places',
  'tags',
  'campaignIds',
  'quotes',
  'note',
  'excerpt',
  'text',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** A clip, or what speaks of some of a clip's fields: those it lacks are not compared and stay as they are. */
export type Version = Partial<Pick<Clip, ComparedField | 'sources' | 'trackersCut'>>;

export type Side = 'left' | 'right';
export type Choice = Side | 'both';
export type Choices = Partial<Record<ComparedField, Choice>>;

/** Lists that may become one list, and the most that fits. */
const JOINED_LISTS = {
  reports: 100,
  sectors: CLIP_LIMITS.labels,
  places: CLIP_LIMITS.labels,
  tags: CLIP_LIMITS.tags,
  campaignIds: CLIP_LIMITS.labels,
} as const;
type JoinedList = keyof typeof JOINED_LISTS;
const isJoinedList = (field: ComparedField): field is JoinedList => field in JOINED_LISTS;

/** Texts whose paragraphs are compared; of all other fields the words are. */
const LONG_FIELDS: ReadonlySet<ComparedField> = new Set(['note', 'excerpt', 'text']);

/** An entry of a list that a field holds. */
export interface Item {
  text: string;
  /** The other version does not have it. */
  differs: boolean;
}
export type Shown =
  | { kind: 'line'; pieces: readonly Piece[] }
  | { kind: 'items'; items: readonly Item[] }
  | { kind: 'passages'; passages: readonly SidePassage[] };

/** A field in which two versions differ. */
export interface Difference {
  field: ComparedField;
  /** What each says, "nothing" as an empty line. */
  left: Shown;
  right: Shown;
  isEmpty: Record<Side, boolean>;
  /** What keeping both would come to; null where they cannot both be kept. */
  both: Shown | null;
}

/** How values become words; the page knows its campaigns' names. */
export interface ValueWords {
  wordsOf: (field: ComparedField, value: string) => string;
}

const isNothing = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** Spaces at line ends and blank lines are no difference that anybody could choose by. */
const settled = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** One passage, whatever its id. */
const passageOf = ({ exact }: Quote) => settled(exact);

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [new Set(a), new Set(b)];
  return one.size === other.size && [...one].every((value) => other.has(value));
}

function isSame(field: ComparedField, left: Version, right: Version): boolean {
  if (field === 'quotes') {
    return isSameSet(left.quotes!.map(passageOf), right.quotes!.map(passageOf));
  }
  const [a, b] = [left[field], right[field]];
  if (typeof a === 'string' && typeof b === 'string') return settled(a) === settled(b);
  if (isJoinedList(field)) return isSameSet(left[field]!, right[field]!);
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The quotes of both, each passage once: one that both have keeps the left one's id. */
export function joinQuotes(left: readonly Quote[], right: readonly Quote[]): Quote[] {
  const quotes = [...left];
  const passages = new Set(left.map(passageOf));
  const ids = new Set(left.map(({ id }) => id));
  for (const quote of right) {
    if (passages.has(passageOf(quote))) continue;
    passages.add(passageOf(quote));
    // Two passages under one id would be one passage to whoever looks it up.
    quotes.push(ids.has(quote.id) ? { ...quote, id: newId() } : quote);
    ids.add(quote.id);
  }
  return quotes;
}

/** Under which id each of these quotes is found among others that hold the same passages. */
export function quoteIdsAmong(
  quotes: readonly Quote[],
  sought: readonly Quote[],
): ReadonlyMap<string, string> {
  const ids = new Map(quotes.map((quote) => [passageOf(quote), quote.id]));
  return new Map(
    sought.flatMap((quote): [string, string][] => {
      const id = ids.get(passageOf(quote));
      return id === undefined ? [] : [[quote.id, id]];
    }),
  );
}

function joinNotes(left: string, right: string): string {
  if (settled(left).includes(settled(right))) return left;
  if (settled(right).includes(settled(left))) return right;
  return `${left.trim()}\n\n${right.trim()}`;
}

/** Both values in one, or null where the field holds only one, or they do not fit together. */
function joinedValue(field: ComparedField, left: Version, right: Version): unknown {
  if (isNothing(left[field]) || isNothing(right[field])) return null;
  if (field === 'quotes') {
    const quotes = joinQuotes(left.quotes!, right.quotes!);
    return quotes.length <= CLIP_LIMITS.quotes ? quotes : null;
  }
  if (field === 'note') {
    const note = joinNotes(left.note!, right.note!);
    return note.length <= CLIP_LIMITS.note ? note : null;
  }
  if (!isJoinedList(field)) return null;
  const list = [...new Set<string>([...left[field]!, ...right[field]!])];
  return list.length <= JOINED_LISTS[field] ? list : null;
}

/** The entries of a field as words, or null where it holds a single text. */
function itemsOf(field: ComparedField, value: unknown, { wordsOf }: ValueWords): string[] | null {
  if (field === 'quotes') return (value as Quote[]).map(({ exact }) => exact);
  return Array.isArray(value) ? (value as string[]).map((each) => wordsOf(field, each)) : null;
}

function textOf(field: ComparedField, value: unknown, { wordsOf }: ValueWords): string {
  return isNothing(value) ? '' : wordsOf(field, String(value));
}

/** A list with the entries marked that `other` has not. */
function listed(items: readonly string[], other: readonly string[]): Shown {
  const there = new Set(other.map(settled));
  return {
    kind: 'items',
    items: items.map((text) => ({ text, differs: !there.has(settled(text)) })),
  };
}

function differenceIn(
  field: ComparedField,
  left: Version,
  right: Version,
  words: ValueWords,
): Difference {
  const isEmpty = { left: isNothing(left[field]), right: isNothing(right[field]) };
  const both = joinedValue(field, left, right);
  const items = itemsOf(field, left[field], words);
  if (items) {
    const others = itemsOf(field, right[field], words)!;
    const joined = both === null ? null : itemsOf(field, both, words)!;
    return {
      field,
      isEmpty,
      left: listed(items, others),
      right: listed(others, items),
      both: joined && listed(joined, joined),
    };
  }
  const [mine, theirs] = [textOf(field, left[field], words), textOf(field, right[field], words)];
  if (LONG_FIELDS.has(field)) {
    const passages = compareTexts(mine, theirs);
    const shown = (side: Side): Shown => ({ kind: 'passages', passages: sideOf(passages, side) });
    const joined = typeof both === 'string' ? paragraphsOf(both) : null;
    return {
      field,
      isEmpty,
      left: shown('left'),
      right: shown('right'),
      both: joined && {
        kind: 'passages',
        passages: joined.map((text) => ({ kind: 'own', pieces: [{ text, differs: false }] })),
      },
    };
  }
  const lines = compareWords(mine, theirs);
  return {
    field,
    isEmpty,
    left: { kind: 'line', pieces: lines.left },
    right: { kind: 'line', pieces: lines.right },
    both: null,
  };
}

/** The fields in which two versions differ, in the order of `COMPARED_FIELDS`. */
export function compareClips(left: Version, right: Version, words: ValueWords): Difference[] {
  return COMPARED_FIELDS.filter(
    (field) =>
      left[field] !== undefined && right[field] !== undefined && !isSame(field, left, right),
  ).map((field) => differenceIn(field, left, right, words));
}

/** Whether two versions say the same in every field that both speak of. Cheaper than asking how they differ. */
export function isSameVersion(left: Version, right: Version): boolean {
  return COMPARED_FIELDS.every(
    (field) =>
      left[field] === undefined || right[field] === undefined || isSame(field, left, right),
  );
}

const isSourced = (field: ComparedField): field is ComparedField & SourcedField =>
  (SOURCED_FIELDS as readonly string[]).includes(field);

/**
 * What to begin with. Nothing is lost by leaving it so: something goes before nothing, and what can be joined is.
 * merge: otherwise the left one, which is here already. update: otherwise the right one, which is newer, but for what its
 * user has typed.
 */
export function sensibleChoices(
  differences: readonly Difference[],
  left: Version,
  purpose: 'merge' | 'update',
): Choices {
  const choices: Choices = {};
  for (const { field, isEmpty, both } of differences) {
    const isTyped = isSourced(field) && left.sources?.[field] === 'you';
    choices[field] = isEmpty.left
      ? 'right'
      : isEmpty.right
        ? 'left'
        : both
          ? 'both'
          : purpose === 'merge' || isTyped
            ? 'left'
            : 'right';
  }
  return choices;
}

/**
 * What changes of the left version by the choices: nothing where all are 'left'. A value says where it came from, so its
 * source comes along; a canonical or other address changes what the clip is found by, which is the caller's to see to.
 */
export function chosenChange(left: Version, right: Version, choices: Choices): Version {
  const change: Record<string, unknown> = {};
  const sources = left.sources && { ...left.sources };
  for (const field of COMPARED_FIELDS) {
    const choice = choices[field];
    if (choice === undefined || choice === 'left' || right[field] === undefined) continue;
    const value = choice === 'both' ? joinedValue(field, left, right) : right[field];
    if (value === null && choice === 'both') continue;
    change[field] = value;
    if (choice === 'right' && sources && right.sources && isSourced(field)) {
      sources[field] = right.sources[field];
    }
    if (field === 'address' && right.trackersCut !== undefined) {
      change.trackersCut = right.trackersCut;
    }
  }
  if (Object.keys(change).length > 0 && sources) change.sources = sources;
  return change as Version;
}

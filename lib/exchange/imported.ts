import { whereOf, type JsonRefusal } from '../json/read-json.ts';
import { Clip, SOURCED_FIELDS, type FieldSource } from '../model/clip.ts';
import type { ObservedEvent } from '../model/event.ts';
import { newId } from '../model/identity.ts';
import { migrateRecord } from '../model/migrations.ts';
import type { z } from '../model/zod.ts';
import type { LibraryHead } from './format.ts';

/** What the extractor knows of addresses, lent to this room. */
export interface AddressCraft {
  clean: (address: string) => { address: string; trackersCut: number };
  keysOf: (addresses: readonly (string | null)[]) => string[];
}

/** An entry that cannot become a clip or an event, and why. The others of its file can. */
export interface Unreadable {
  what: 'clip' | 'event';
  /** Its place in the file, counting from 1. */
  at: number;
  title: string;
  reason: 'tooNew' | 'invalid' | 'notWeb' | 'date';
  /** For 'invalid', the field: "quotes › 2 › exact". */
  where: string;
}

export type ImportKind = 'library' | 'csl' | 'bookmarks';
/** Why a file was refused as a whole. Nothing of it is kept. */
export type ImportRefusal =
  | JsonRefusal
  | { ok: false; reason: 'unknownKind' }
  | { ok: false; reason: 'snapshot' }
  | { ok: false; reason: 'tooNew'; version: number }
  | { ok: false; reason: 'invalid'; where: string }
  | { ok: false; reason: 'tooMany'; limit: number };
export interface ReadEntries {
  ok: true;
  kind: ImportKind;
  clips: Clip[];
  /** Of our own files only. */
  events: ObservedEvent[];
  unreadable: Unreadable[];
  /** What our own file says of itself; null of another. */
  head: LibraryHead | null;
}
export type ReadImport = ReadEntries | ImportRefusal;

const LONGEST_TITLE = 200;

/** A title good enough to recognize what could not be read. */
export function titleOf(value: unknown): string {
  return typeof value === 'string' ? onLine(value).slice(0, LONGEST_TITLE) : '';
}

export function firstPlace(error: z.ZodError): string {
  const [issue] = error.issues;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return whereOf([...issue.path, ...unknown]);
}

/** Signs that turn the order of what is read about, or show nothing at all. */
const TRICKS = /(?![\t\n\r])\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;

export function onLine(text: string): string {
  return text.replace(TRICKS, '').replace(/\s+/gu, ' ').trim();
}

export function onLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(TRICKS, '').trim();
}

/** What another program's file says of a page. */
export interface Found {
  address: string | null;
  title: string;
  siteName?: string;
  authors?: string[];
  publishedAt?: string | null;
  language?: string;
  excerpt?: string;
  tags?: string[];
  note?: string;
  /** When it was kept, if the file says so. */
  keptAt: string | null;
}

/** A new clip of it, or the field that does not fit. Each field that has a value says that it came from a file. */
export function clipOf(
  found: Found,
  now: string,
  craft: AddressCraft,
): { ok: true; clip: Clip } | { ok: false; where: string } {
  const { siteName = '', authors = [], publishedAt = null, language = '', excerpt = '' } = found;
  const cleaned = found.address === null ? null : craft.clean(found.address);
  const values = { title: found.title, siteName, authors, publishedAt, language, excerpt };
  const sources = Object.fromEntries(
    SOURCED_FIELDS.map((field): [string, FieldSource] => {
      const value = field === 'canonicalAddress' ? null : values[field];
      return [field, value === null || value.length === 0 ? 'none' : 'file'];
    }),
  );
  // A record of the first version: no foreign file says what later ones added, so the chain of steps does.
  const migrated = migrateRecord('clip', {
    ...values,
    sources,
    canonicalAddress: null,
    recordVersion: 1,
    id: newId(),
    address: cleaned?.address ?? null,
    trackersCut: cleaned?.trackersCut ?? 0,
    addressKeys: craft.keysOf([cleaned?.address ?? null]),
    text: '',
    quotes: [],
    tags: [...new Set(found.tags ?? [])],
    note: found.note ?? '',
    clippedAt: found.keptAt ?? now,
    updatedAt: now,
    deletedAt: null,
  });
  if (!migrated.ok) return { ok: false, where: 'recordVersion' };
  const parsed = Clip.safeParse(migrated.record);
  return parsed.success
    ? { ok: true, clip: parsed.data }
    : { ok: false, where: firstPlace(parsed.error) };
}

export function isWebAddress(address: string): boolean {
  return /^https?:/i.test(address) && URL.canParse(address);
}

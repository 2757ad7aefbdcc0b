import { isObject, whereOf, type JsonObject } from '../json/read-json.ts';
import type { Blemish } from '../json/scan.ts';
import { PublishedDate } from '../model/identity.ts';
import { z } from '../model/zod.ts';
import { dateOfParts } from './date-parts.ts';
import {
  clipOf,
  firstPlace,
  isWebAddress,
  onLine,
  onLines,
  titleOf,
  type AddressCraft,
  type Found,
  type ReadImport,
  type Unreadable,
} from './imported.ts';
import { joinPerson } from './person.ts';

const NamePart = z.string().max(300).default('');
const CslName = z.object({
  literal: NamePart,
  given: NamePart,
  'dropping-particle': NamePart,
  'non-dropping-particle': NamePart,
  family: NamePart,
  suffix: NamePart,
});
const CslDate = z.object({
  'date-parts': z
    .array(z.array(z.union([z.string().max(10), z.number()])).max(3))
    .max(2)
    .optional(),
  raw: z.string().max(100).optional(),
  literal: z.string().max(100).optional(),
});
/** CSL has some sixty more fields, which a clip has no place for. Those it has must be of the right kind. */
const CslItem = z.object({
  title: z.string().default(''),
  author: z.array(CslName).max(50).default([]),
  'container-title': z.string().default(''),
  publisher: z.string().default(''),
  issued: CslDate.optional(),
  accessed: CslDate.optional(),
  URL: z.string().max(4096).default(''),
  language: z.string().default(''),
  abstract: z.string().default(''),
  keyword: z.string().max(8000).default(''),
  note: z.string().default(''),
});

/** The beginning of a period; null where there is none, undefined where what is there cannot be read. */
function dateOf(date: z.infer<typeof CslDate> | undefined): string | null | undefined {
  const [parts] = date?.['date-parts'] ?? [];
  // Zotero writes an empty part for an empty field.
  const filled = parts?.filter((part) => part !== '');
  if (filled && filled.length > 0) return dateOfParts(filled.map(Number)) ?? undefined;
  const text = (date?.raw ?? date?.literal ?? '').trim();
  if (text === '') return null;
  return PublishedDate.safeParse(text).success ? text : undefined;
}

function nameOf(name: z.infer<typeof CslName>): string {
  if (name.literal) return onLine(name.literal);
  const particle = [name['dropping-particle'], name['non-dropping-particle']];
  const { given, family, suffix } = name;
  return onLine(
    joinPerson({
      kind: 'person',
      given,
      particle: particle.filter(Boolean).join(' '),
      family,
      suffix,
    }),
  );
}

/** "en-US" as it is; "English" is no code, and a clip would rather have none. */
const LANGUAGE_CODE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function readItem(
  entry: unknown,
  now: string,
  craft: AddressCraft,
): ReturnType<typeof clipOf> | { ok: false; reason: 'notWeb' | 'date' } {
  const parsed = CslItem.safeParse(entry);
  if (!parsed.success) return { ok: false, where: firstPlace(parsed.error) };
  const item = parsed.data;
  if (item.URL && !isWebAddress(item.URL)) return { ok: false, reason: 'notWeb' };
  if (!item.URL && !item.title) return { ok: false, where: 'title' };
  const publishedAt = dateOf(item.issued);
  if (publishedAt === undefined) return { ok: false, reason: 'date' };
  const accessed = dateOf(item.accessed);
  const language = item.language.trim();
  const found: Found = {
    address: item.URL || null,
    title: onLine(item.title),
    siteName: onLine(item['container-title'] || item.publisher),
    authors: item.author.map(nameOf).filter(Boolean),
    publishedAt,
    language: LANGUAGE_CODE.test(language) ? language : '',
    excerpt: onLines(item.abstract),
    tags: item.keyword.split(/[,;]/).map(onLine).filter(Boolean),
    note: onLines(item.note),
    keptAt: accessed && /^\d{4}-\d\d-\d\d$/.test(accessed) ? `${accessed}T00:00:00Z` : null,
  };
  return clipOf(found, now, craft);
}

/** CSL-JSON, as Zotero and others export it: a list of items. */
export function readCsl(
  items: readonly unknown[],
  blemish: Blemish | null,
  now: string,
  craft: AddressCraft,
): ReadImport {
  if (blemish) return { ok: false, reason: 'invalid', where: whereOf(blemish.path) };
  const isItem = (entry: unknown): entry is JsonObject =>
    isObject(entry) && typeof entry.type === 'string';
  if (items.length > 0 && !items.some(isItem)) return { ok: false, reason: 'unknownKind' };
  const read: ReadImport = {
    ok: true,
    kind: 'csl',
    clips: [],
    events: [],
    unreadable: [],
    head: null,
  };
  for (const [index, entry] of items.entries()) {
    const one = readItem(entry, now, craft);
    if (one.ok) {
      read.clips.push(one.clip);
      continue;
    }
    const why: Pick<Unreadable, 'reason' | 'where'> =
      'reason' in one ? { reason: one.reason, where: '' } : { reason: 'invalid', where: one.where };
    const title = titleOf(isObject(entry) ? entry.title : null);
    read.unreadable.push({ what: 'clip', at: index + 1, title, ...why });
  }
  return read;
}

import { ReportedKind } from './action-kinds.ts';
import { Quote } from './evidence.ts';
import { Id, Instant, PublishedDate, WebAddress } from './identity.ts';
import { z } from './zod.ts';

export const CLIP_RECORD_VERSION = 2;

/** Caps on what a page may hand us: it is a stranger. */
export const CLIP_LIMITS = {
  title: 600,
  siteName: 200,
  author: 200,
  authors: 50,
  excerpt: 2000,
  text: 400_000,
  quotes: 200,
  tags: 100,
  tag: 80,
  note: 20_000,
} as const;

/** Where a field's value came from; the message file has the words. */
export const FieldSource = z.enum([
  'jsonLd',
  'openGraph',
  'meta',
  'timeElement',
  'byline',
  'heading',
  'titleElement',
  'linkElement',
  'htmlLang',
  'address',
  'articleText',
  'selection',
  'file',
  'you',
  'none',
]);
export type FieldSource = z.infer<typeof FieldSource>;

/** The fields of a clip that say where they came from. */
export const SOURCED_FIELDS = [
  'title',
  'siteName',
  'authors',
  'publishedAt',
  'language',
  'canonicalAddress',
  'excerpt',
] as const;
export type SourcedField = (typeof SOURCED_FIELDS)[number];

const Sources = z.strictObject({
  title: FieldSource,
  siteName: FieldSource,
  authors: FieldSource,
  publishedAt: FieldSource,
  language: FieldSource,
  canonicalAddress: FieldSource,
  excerpt: FieldSource,
});

const content = {
  title: z.string().max(CLIP_LIMITS.title),
  siteName: z.string().max(CLIP_LIMITS.siteName),
  authors: z.array(z.string().min(1).max(CLIP_LIMITS.author)).max(CLIP_LIMITS.authors),
  publishedAt: PublishedDate.nullable(),
  /** BCP 47, "" where unknown. */
  language: z
    .string()
    .max(35)
    .regex(/^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/),
  /** The page's own idea of its address, only on the same registrable host; null where it has none. */
  canonicalAddress: WebAddress.nullable(),
  excerpt: z.string().max(CLIP_LIMITS.excerpt),
  sources: Sources,
};

/** What the script in the page hands back: plain text only, capped, nothing trusted. */
export const ArticleDraft = z.strictObject({
  ...content,
  /** Article text, paragraphs parted by a blank line. */
  text: z.string().max(CLIP_LIMITS.text),
  /** The selection with its surroundings; null where nothing is selected. */
  selection: Quote.omit({ id: true }).nullable(),
});
export type ArticleDraft = z.infer<typeof ArticleDraft>;

/** One saved article: address, title, authors, site, dates, quotes, text. */
export const Clip = z.strictObject({
  ...content,
  recordVersion: z.literal(CLIP_RECORD_VERSION),
  id: Id,
  /** The address as the browser had it, tracking parameters cut; null for a clip made by hand from paper. */
  address: WebAddress.nullable(),
  /** How many tracking parameters were cut. */
  trackersCut: z.int().min(0).max(1000),
  /** Keys under which a twin is found: cleaned and canonical address, without scheme and fragment. */
  addressKeys: z.array(z.string().max(4200)).max(8),
  text: z.string().max(CLIP_LIMITS.text),
  quotes: z.array(Quote).max(CLIP_LIMITS.quotes),
  tags: z.array(z.string().min(1).max(CLIP_LIMITS.tag)).max(CLIP_LIMITS.tags),
  note: z.string().max(CLIP_LIMITS.note),
  /** What kinds of action it reports, as its user says; each once. */
  reports: z
    .array(ReportedKind)
    .refine((kinds) => new Set(kinds).size === kinds.length, { message: 'a kind stands twice' }),
  clippedAt: Instant,
  updatedAt: Instant,
  /** In the trash since; null where it is not. */
  deletedAt: Instant.nullable(),
});
export type Clip = z.infer<typeof Clip>;

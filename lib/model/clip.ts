import { ReportedKind } from './action-kinds.ts';
import { Quote } from './evidence.ts';
import { Id, Instant, PublishedDate, WebAddress } from './identity.ts';
import { z } from './zod.ts';

export const CLIP_RECORD_VERSION = 3;

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
  section: 200,
  /** Sectors, places and campaigns of one clip, each. */
  labels: 50,
  label: 120,
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
  /** When the page says it was last changed; null where it does not. */
  modifiedAt: PublishedDate.nullable(),
  /** What the page says of a paywall; null where it says nothing. */
  isAccessibleForFree: z.boolean().nullable(),
  /** The publication's own section, "" where unknown. */
  section: z.string().max(CLIP_LIMITS.section),
  /** Which way the article's text runs, "" where the page does not say. */
  direction: z.enum(['ltr', 'rtl', '']),
  sources: Sources,
};

/** Another value that the page states for a field, for its user to choose. */
const OtherText = z.strictObject({ value: z.string().max(4096), source: FieldSource });
const OtherPeople = z.strictObject({ value: content.authors, source: FieldSource });
const MOST_OTHERS = 5;
/** How sure the resolver is of a field, 0 to 1: an order, no probability. */
const Confidence = z.number().min(0).max(1);

/** What the script in the page hands back: plain text only, capped, nothing trusted. */
export const ArticleDraft = z.strictObject({
  ...content,
  /** Article text, paragraphs parted by a blank line. */
  text: z.string().max(CLIP_LIMITS.text),
  /** The selection with its surroundings; null where nothing is selected. */
  selection: Quote.omit({ id: true }).nullable(),
  confidence: z.strictObject({
    title: Confidence,
    siteName: Confidence,
    authors: Confidence,
    publishedAt: Confidence,
    language: Confidence,
    canonicalAddress: Confidence,
    excerpt: Confidence,
  }),
  /** Where sources on the page disagree: what the others say, the likeliest first; never what was chosen. */
  others: z.strictObject({
    title: z.array(OtherText).max(MOST_OTHERS),
    siteName: z.array(OtherText).max(MOST_OTHERS),
    authors: z.array(OtherPeople).max(MOST_OTHERS),
    publishedAt: z.array(OtherText).max(MOST_OTHERS),
    language: z.array(OtherText).max(MOST_OTHERS),
    canonicalAddress: z.array(OtherText).max(MOST_OTHERS),
  }),
});
export type ArticleDraft = z.infer<typeof ArticleDraft>;

const labels = z.array(z.string().min(1).max(CLIP_LIMITS.label)).max(CLIP_LIMITS.labels);

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
  /** Where the page is kept in a web archive, as its user says; null where it is not known to be. */
  archiveAddress: WebAddress.nullable(),
  /** Sectors it is about, as its user says: codes of a sector table, or words of their own. Each once. */
  sectors: labels,
  places: labels,
  /** Campaigns it was clipped for. */
  campaignIds: z.array(Id).max(CLIP_LIMITS.labels),
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

/** A clip without its text: what a list shows, and all that most questions need. */
export const ClipHead = Clip.omit({ text: true });
export type ClipHead = z.infer<typeof ClipHead>;

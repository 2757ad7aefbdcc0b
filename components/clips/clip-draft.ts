import { ReportedKind } from '../../lib/model/action-kinds.ts';
import {
  Clip,
  CLIP_LIMITS,
  type ArticleDraft,
  type FieldSource,
  type SourcedField,
} from '../../lib/model/clip.ts';
import { Quote } from '../../lib/model/evidence.ts';
import { Id, newId, WebAddress } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import { readLanguage, readPublished } from './field-words.ts';
import { locateQuotes, quoteAt } from './quote-places.ts';

/**
 * A clip as it stands in a form: what was typed, letter by letter, right or not. It outlives the popup, so it is
 * parsed when it comes back. Fields that a clip keeps as lists or codes are text here.
 */
export const ClipDraft = z.strictObject({
  /** The saved clip this edits; null for a new one. */
  clipId: Id.nullable(),
  title: z.string(),
  siteName: z.string(),
  /** One a line. */
  authors: z.string(),
  publishedAt: z.string(),
  language: z.string(),
  address: z.string(),
  canonicalAddress: z.string(),
  excerpt: z.string(),
  text: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  /** Codes of a sector table, or words of one's own. */
  sectors: z.array(z.string()),
  places: z.array(z.string()),
  campaignIds: z.array(Id),
  archiveAddress: z.string(),
  /** What the page said of itself and nobody types. */
  modifiedAt: Clip.shape.modifiedAt,
  isAccessibleForFree: Clip.shape.isAccessibleForFree,
  section: Clip.shape.section,
  direction: Clip.shape.direction,
  quotes: z.array(Quote),
  reports: z.array(ReportedKind),
  /** Kinds that its user has said no to; the form does not suggest them again. */
  declined: z.array(ReportedKind),
  sources: Clip.shape.sources,
  trackersCut: z.int().min(0),
});
export type ClipDraft = z.infer<typeof ClipDraft>;

/** The fields of a draft that hold typed text. */
export type DraftTextField = {
  [Key in keyof ClipDraft]: ClipDraft[Key] extends string ? Key : never;
}[Exclude<keyof ClipDraft, 'section' | 'direction'>];

const NO_SOURCES: Record<SourcedField, FieldSource> = {
  title: 'none',
  siteName: 'none',
  authors: 'none',
  publishedAt: 'none',
  language: 'none',
  canonicalAddress: 'none',
  excerpt: 'none',
};

export function emptyDraft(): ClipDraft {
  return {
    clipId: null,
    title: '',
    siteName: '',
    authors: '',
    publishedAt: '',
    language: '',
    address: '',
    canonicalAddress: '',
    excerpt: '',
    text: '',
    note: '',
    tags: [],
    sectors: [],
    places: [],
    campaignIds: [],
    archiveAddress: '',
    modifiedAt: null,
    isAccessibleForFree: null,
    section: '',
    direction: '',
    quotes: [],
    reports: [],
    declined: [],
    sources: { ...NO_SOURCES },
    trackersCut: 0,
  };
}

/** A page that could not be read: its address and the title on its tab are all we have. */
export function draftByHand(tab: {
  address: string | null;
  title: string;
  trackersCut: number;
}): ClipDraft {
  const draft = emptyDraft();
  const title = tab.title.slice(0, CLIP_LIMITS.title);
  return {
    ...draft,
    title,
    address: tab.address ?? '',
    trackersCut: tab.trackersCut,
    sources: { ...draft.sources, title: title ? 'titleElement' : 'none' },
  };
}

/** The passage as the kept text has it, if it does: a page's surroundings run bylines and paragraphs together. */
export function placed(passage: Omit<Quote, 'id'>, text: string): Omit<Quote, 'id'> {
  const place = locateQuotes(text, [{ ...passage, id: 'placed' }])[0];
  return (place && quoteAt(text, place.start, place.end)) ?? passage;
}

export function draftFromArticle(
  article: ArticleDraft,
  tab: { address: string | null; trackersCut: number },
): ClipDraft {
  return {
    ...emptyDraft(),
    title: article.title,
    siteName: article.siteName,
    authors: article.authors.join('\n'),
    publishedAt: article.publishedAt ?? '',
    language: article.language,
    address: tab.address ?? '',
    canonicalAddress: article.canonicalAddress ?? '',
    excerpt: article.excerpt,
    text: article.text,
    modifiedAt: article.modifiedAt,
    isAccessibleForFree: article.isAccessibleForFree,
    section: article.section,
    direction: article.direction,
    quotes: article.selection ? [{ ...placed(article.selection, article.text), id: newId() }] : [],
    sources: { ...article.sources },
    trackersCut: tab.trackersCut,
  };
}

export function draftFromClip(clip: Clip): ClipDraft {
  return {
    clipId: clip.id,
    title: clip.title,
    siteName: clip.siteName,
    authors: clip.authors.join('\n'),
    publishedAt: clip.publishedAt ?? '',
    language: clip.language,
    address: clip.address ?? '',
    canonicalAddress: clip.canonicalAddress ?? '',
    excerpt: clip.excerpt,
    text: clip.text,
    note: clip.note,
    tags: [...clip.tags],
    sectors: [...clip.sectors],
    places: [...clip.places],
    campaignIds: [...clip.campaignIds],
    archiveAddress: clip.archiveAddress ?? '',
    modifiedAt: clip.modifiedAt,
    isAccessibleForFree: clip.isAccessibleForFree,
    section: clip.section,
    direction: clip.direction,
    quotes: clip.quotes.map((quote) => ({ ...quote })),
    reports: [...clip.reports],
    declined: [],
    sources: { ...clip.sources },
    trackersCut: clip.trackersCut,
  };
}

function isSourced(
  field: DraftTextField,
  draft: ClipDraft,
): field is DraftTextField & SourcedField {
  return field in draft.sources;
}

/** The draft with a field typed anew; from then on the field is its user's word. */
export function typeField(draft: ClipDraft, field: DraftTextField, text: string): ClipDraft {
  if (draft[field] === text) return draft;
  const next = { ...draft, [field]: text };
  return isSourced(field, draft)
    ? { ...next, sources: { ...draft.sources, [field]: 'you' } }
    : next;
}

/** What a page says of a field, in the words of a draft. */
export interface Statement {
  value: string;
  source: FieldSource;
}
export type StatedField = keyof ArticleDraft['others'] & DraftTextField;
export type Statements = Partial<Record<StatedField, Statement[]>>;

/** Where sources on a page disagree: all that they say, what was chosen first. */
export function statementsOf(article: ArticleDraft): Statements {
  const statements: Statements = {};
  const note = (field: StatedField, chosen: string, others: Statement[]) => {
    if (others.length > 0)
      statements[field] = [{ value: chosen, source: article.sources[field] }, ...others];
  };
  const { others } = article;
  note('title', article.title, others.title);
  note('siteName', article.siteName, others.siteName);
  note('publishedAt', article.publishedAt ?? '', others.publishedAt);
  note('language', article.language, others.language);
  note('canonicalAddress', article.canonicalAddress ?? '', others.canonicalAddress);
  note(
    'authors',
    article.authors.join('\n'),
    others.authors.map(({ value, source }) => ({ value: value.join('\n'), source })),
  );
  return statements;
}

/** The draft with what another source says of a field. */
export function takeStatement(
  draft: ClipDraft,
  field: StatedField,
  { value, source }: Statement,
): ClipDraft {
  return { ...draft, [field]: value, sources: { ...draft.sources, [field]: source } };
}

const LISTS = ['tags', 'sectors', 'places', 'campaignIds', 'reports', 'declined'] as const;

/** Has anything been put into this draft? */
export function isTyped(draft: ClipDraft): boolean {
  return (
    TEXT_FIELDS.some((field) => draft[field] !== '') ||
    LISTS.some((list) => draft[list].length > 0) ||
    draft.quotes.length > 0
  );
}

const TEXT_FIELDS = [
  'title',
  'siteName',
  'authors',
  'publishedAt',
  'language',
  'address',
  'canonicalAddress',
  'excerpt',
  'text',
  'note',
  'archiveAddress',
] as const satisfies readonly DraftTextField[];

/** A draft with what was typed before it was there: the form is open before the page has been read. */
export function withTyped(draft: ClipDraft, typed: ClipDraft): ClipDraft {
  let next = draft;
  for (const field of TEXT_FIELDS) {
    if (typed[field] === '') continue;
    // A note is added to, never lost to the other one.
    const text =
      field === 'note' && draft.note !== '' && draft.note !== typed.note
        ? `${draft.note}\n\n${typed.note}`
        : typed[field];
    next = typeField(next, field, text);
  }
  const joined = <T>(own: readonly T[], added: readonly T[]) => [...new Set([...own, ...added])];
  next = {
    ...next,
    tags: joined(next.tags, typed.tags),
    sectors: joined(next.sectors, typed.sectors),
    places: joined(next.places, typed.places),
    campaignIds: joined(next.campaignIds, typed.campaignIds),
    reports: joined(next.reports, typed.reports),
    declined: joined(next.declined, typed.declined),
  };
  return typed.quotes.reduce((sum, quote) => withQuote(sum, quote), next);
}

/** Is this passage, with these surroundings, already among the quotes? */
export function hasQuote(quotes: readonly Quote[], quote: Omit<Quote, 'id'>): boolean {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const key = bare(quote.exact);
  // The page and the kept text word the surroundings of one passage differently: a few letters must agree.
  const near = (each: Omit<Quote, 'id'>) => bare(each.prefix).slice(-12);
  return quotes.some((each) => bare(each.exact) === key && near(each) === near(quote));
}

/** The draft with a kind of action chosen or, where it was, no longer chosen. */
export function toggleKind(draft: ClipDraft, kind: ReportedKind): ClipDraft {
  const isChosen = draft.reports.includes(kind);
  return {
    ...draft,
    reports: isChosen ? draft.reports.filter((each) => each !== kind) : [...draft.reports, kind],
    declined: draft.declined.filter((each) => each !== kind),
  };
}

/** The draft without a kind that was suggested, or chosen and is taken back for good. */
export function declineKind(draft: ClipDraft, kind: ReportedKind): ClipDraft {
  return {
    ...draft,
    reports: draft.reports.filter((each) => each !== kind),
    declined: draft.declined.includes(kind) ? draft.declined : [...draft.declined, kind],
  };
}

export function withQuote(draft: ClipDraft, quote: Omit<Quote, 'id'>): ClipDraft {
  if (hasQuote(draft.quotes, quote) || draft.quotes.length >= CLIP_LIMITS.quotes) return draft;
  return { ...draft, quotes: [...draft.quotes, { ...quote, id: newId() }] };
}

/** What a form says of a clip: everything but ids, keys and times, which its keeper adds. */
export type ClipContent = Omit<
  Clip,
  'recordVersion' | 'id' | 'addressKeys' | 'clippedAt' | 'updatedAt' | 'deletedAt'
>;

export type DraftProblem =
  'titleMissing' | 'tooLong' | 'tooMany' | 'notADate' | 'notALanguage' | 'notAnAddress';
export type DraftProblems = Partial<Record<keyof ClipDraft, DraftProblem>>;

export type ReadDraft = { ok: true; content: ClipContent } | { ok: false; problems: DraftProblems };

function readAddress(text: string): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) {
    return WebAddress.safeParse(typed).success ? typed : undefined;
  }
  // People copy addresses without the scheme; a host with a dot in it tells them from mere words.
  const completed = `https://${typed}`;
  const isAddress = /^[^\s/]+\.[^\s/]+/.test(typed) && WebAddress.safeParse(completed).success;
  return isAddress ? completed : undefined;
}

/** Makes a clip's content of what was typed, or says which fields do not hold. Nothing is repaired silently. */
export function readDraft(draft: ClipDraft): ReadDraft {
  const problems: DraftProblems = {};
  const checkLength = (field: DraftTextField, limit: number) => {
    if (draft[field].trim().length > limit) problems[field] = 'tooLong';
  };
  checkLength('title', CLIP_LIMITS.title);
  checkLength('siteName', CLIP_LIMITS.siteName);
  checkLength('excerpt', CLIP_LIMITS.excerpt);
  checkLength('text', CLIP_LIMITS.text);
  checkLength('note', CLIP_LIMITS.note);
  const title = draft.title.replace(/\s+/g, ' ').trim();
  if (title === '') problems.title = 'titleMissing';

  const authors = draft.authors
    .split('\n')
    .map((author) => author.trim())
    .filter((author) => author !== '');
  if (authors.length > CLIP_LIMITS.authors) problems.authors = 'tooMany';
  if (authors.some((author) => author.length > CLIP_LIMITS.author)) problems.authors = 'tooLong';

  const publishedAt = readPublished(draft.publishedAt);
  if (publishedAt === undefined) problems.publishedAt = 'notADate';
  const language = readLanguage(draft.language);
  if (language === undefined) problems.language = 'notALanguage';
  const address = readAddress(draft.address);
  if (address === undefined) problems.address = 'notAnAddress';
  const canonicalAddress = readAddress(draft.canonicalAddress);
  if (canonicalAddress === undefined) problems.canonicalAddress = 'notAnAddress';
  const archiveAddress = readAddress(draft.archiveAddress);
  if (archiveAddress === undefined) problems.archiveAddress = 'notAnAddress';

  if (draft.tags.length > CLIP_LIMITS.tags) problems.tags = 'tooMany';
  if (draft.tags.some((tag) => tag.length > CLIP_LIMITS.tag)) problems.tags = 'tooLong';
  for (const field of ['sectors', 'places'] as const) {
    if (draft[field].length > CLIP_LIMITS.labels) problems[field] = 'tooMany';
    if (draft[field].some((label) => label.length > CLIP_LIMITS.label)) problems[field] = 'tooLong';
  }
  if (draft.quotes.length > CLIP_LIMITS.quotes) problems.quotes = 'tooMany';

  if (
    Object.keys(problems).length > 0 ||
    publishedAt === undefined ||
    language === undefined ||
    address === undefined ||
    canonicalAddress === undefined ||
    archiveAddress === undefined
  ) {
    return { ok: false, problems };
  }
  return {
    ok: true,
    content: {
      title,
      siteName: draft.siteName.trim(),
      authors,
      publishedAt,
      language,
      address,
      canonicalAddress,
      excerpt: draft.excerpt.trim(),
      text: draft.text,
      note: draft.note.trim(),
      tags: [...draft.tags],
      sectors: [...draft.sectors],
      places: [...draft.places],
      campaignIds: [...draft.campaignIds],
      archiveAddress,
      modifiedAt: draft.modifiedAt,
      isAccessibleForFree: draft.isAccessibleForFree,
      section: draft.section,
      direction: draft.direction,
      quotes: draft.quotes.map((quote) => ({ ...quote })),
      reports: [...draft.reports],
      sources: { ...draft.sources },
      trackersCut: draft.trackersCut,
    },
  };
}

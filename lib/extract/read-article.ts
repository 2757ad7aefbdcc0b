import type { ArticleDraft, FieldSource } from '../model/clip.ts';
import { readArticleText } from './article-text.ts';
import { dateInAddress, isPlausible, parseDate } from './dates.ts';
import { languageOfText, normalisedLanguage } from './language.ts';
import { attribute, property, select, webAddress } from './page-access.ts';
import { firstMeta, readMeta, type PageMeta } from './page-meta.ts';
import { peopleIn } from './people.ts';
import { cap, fold, oneLine } from './plain-text.ts';
import { quoteOfSelection } from './selection-quote.ts';
import { readStructuredArticle, type StructuredArticle } from './structured-data.ts';
import {
  hostLabel,
  siteNameOf,
  withoutSiteName,
  withoutTail,
  withoutUnspacedTail,
} from './site-name.ts';
import { bylineNear, dateNear, surveyPage, type VisiblePage } from './visible-page.ts';

/** CLIP_LIMITS of lib/model/clip.ts: a value import would bring Zod into the page. A test holds them equal. */
export const DRAFT_LIMITS = {
  title: 600,
  siteName: 200,
  author: 200,
  authors: 50,
  excerpt: 2000,
  text: 400_000,
} as const;

export interface ReadOptions {
  /** The page's address as the browser has it. */
  address: string;
  selection?: Selection | null;
  /** For tests; the present otherwise. */
  now?: number;
}

interface Found<T> {
  value: T;
  source: FieldSource;
}

/** A stranger's page may break any step; the other fields are still worth having. */
function attempt<T>(step: () => T, otherwise: T): T {
  try {
    return step();
  } catch {
    return otherwise;
  }
}

interface Page {
  address: string;
  now: number;
  meta: PageMeta;
  titleElement: string;
  article: StructuredArticle | null;
  visible: VisiblePage;
  siteName: Found<string>;
}

const OPEN_GRAPH_TITLE = ['og:title'];
const META_TITLE = [
  'citation_title',
  'parsely-title',
  'sailthru.title',
  'dc.title',
  'dcterms.title',
  'twitter:title',
  'headline',
];

function findTitle({
  meta,
  titleElement,
  article,
  visible,
  siteName,
  address,
}: Page): Found<string> {
  const trim = (title: string): string =>
    withoutTail(withoutSiteName(title, siteName.value, address), visible.headline);
  const headline = trim(article?.headline ?? '');
  const openGraph = trim(firstMeta(meta, OPEN_GRAPH_TITLE) ?? '');
  const other = trim(firstMeta(meta, META_TITLE) ?? '');
  const h1 = trim(visible.headline);
  if (headline) return { value: headline, source: 'jsonLd' };
  if (openGraph) return { value: openGraph, source: 'openGraph' };
  if (other) return { value: other, source: 'meta' };
  if (h1) return { value: h1, source: 'heading' };
  const title = withoutUnspacedTail(trim(titleElement));
  return title ? { value: title, source: 'titleElement' } : { value: '', source: 'none' };
}

/** Tags that exist for articles only: what stands there is about this one. */
const ARTICLE_AUTHORS = [
  'citation_author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.name',
  'article:author_name',
  'byl',
];
/** Tags that a content management system fills as it likes, at times with the editor or the site. */
const META_AUTHORS = [
  'author',
  'authors',
  'article:author',
  'og:article:author',
  'article.author',
  'cxenseparse:author',
  'twitter:data1',
  'creator',
];

function unite(lists: string[][]): string[] {
  const people = new Map<string, string>();
  for (const person of lists.flat())
    if (!people.has(fold(person))) people.set(fold(person), person);
  return [...people.values()];
}

function areAmong(some: readonly string[], all: readonly string[]): boolean {
  return some.every((person) => all.some((other) => fold(other) === fold(person)));
}

function findAuthors({ meta, article, visible, siteName, address }: Page): Found<string[]> {
  const isPublishedByPerson = (name: string): boolean =>
    (article?.people ?? []).some((person) => fold(person) === fold(name));
  const outlets = [siteName.value, ...(article?.outlets ?? []), ...(meta.get('og:site_name') ?? [])]
    // One's own blog carries one's own name.
    .filter((outlet) => !isPublishedByPerson(outlet));
  const context = { outlets, hostLabel: hostLabel(address) };
  const structured = unite(
    (article?.authors ?? [])
      .filter((author) => !author.isOrganization)
      .map((author) => peopleIn(author.name, { ...context, isByline: false })),
  );
  const fromMeta = (names: readonly string[]): string[] => {
    for (const name of names) {
      // Twitter's labels may say anything: "Reading time".
      const label = meta.get('twitter:label1')?.[0] ?? '';
      if (name === 'twitter:data1' && !/\b(?:by|author|von|autor|par|por)\b/i.test(label)) continue;
      const people = unite(
        (meta.get(name) ?? []).map((value) =>
          peopleIn(value, { ...context, isByline: META_AUTHORS.includes(name) }),
        ),
      );
      if (people.length > 0) return people;
    }
    return [];
  };
  const own = fromMeta(ARTICLE_AUTHORS);
  const near = bylineNear(visible, context);
  if (structured.length > 0 && article!.isArticle) {
    const seen = near?.isClose ? near.people : [];
    // The byline confirms what the data say and names more; or it and the article's tags agree on somebody else.
    const isFuller =
      near?.isMarked === true && seen.length > structured.length && areAmong(structured, seen);
    const isOutvoted =
      seen.length > 0 &&
      areAmong(seen, own) &&
      !structured.some((person) => areAmong([person], seen));
    return isFuller || isOutvoted
      ? { value: seen, source: 'byline' }
      : { value: structured, source: 'jsonLd' };
  }
  if (own.length > 0) return { value: own, source: 'meta' };
  // What describes the page rather than the article may name whoever filled in the form.
  if (structured.length > 0) return { value: structured, source: 'jsonLd' };
  if (near?.isClose) return { value: near.people, source: 'byline' };
  const people = fromMeta(META_AUTHORS);
  if (people.length > 0) return { value: people, source: 'meta' };
  return near ? { value: near.people, source: 'byline' } : { value: [], source: 'none' };
}

const OPEN_GRAPH_DATES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
];
const META_DATES = [
  'datepublished',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'publish-date',
  'publish_date',
  'published_time',
  'pubdate',
  'publication_date',
  'publishdate',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'date.issued',
  'date',
  'article_date_original',
  'originalpublicationdate',
  'rnews:datepublished',
  'shareaholic:article_published_time',
];

function findDate(
  { meta, article, visible, address, now }: Page,
  language: string,
): Found<string | null> {
  const read = (text: string | null | undefined): string | null => {
    const date = text ? parseDate(text, { language }) : null;
    return date && isPlausible(date, now) ? date : null;
  };
  const structured = read(article?.publishedAt);
  if (structured) return { value: structured, source: 'jsonLd' };
  for (const name of OPEN_GRAPH_DATES) {
    const date = read(meta.get(name)?.[0]);
    if (date) return { value: date, source: 'openGraph' };
  }
  for (const name of META_DATES) {
    const date = read(meta.get(name)?.[0]);
    if (date) return { value: date, source: 'meta' };
  }
  const near = dateNear(visible, language, now);
  if (near?.isTimeElement) return { value: near.date, source: 'timeElement' };
  const inAddress = dateInAddress(address);
  if (inAddress && inAddress.length === 10 && isPlausible(inAddress, now))
    return { value: inAddress, source: 'address' };
  if (near) return { value: near.date, source: 'byline' };
  if (inAddress && isPlausible(inAddress, now)) return { value: inAddress, source: 'address' };
  return { value: null, source: 'none' };
}

function findLanguage(
  document: Document,
  meta: PageMeta,
  article: StructuredArticle | null,
  text: string,
): Found<string> {
  const root = property<Element>(document, 'documentElement');
  const stated: Found<string>[] = [
    {
      value: normalisedLanguage(root && (attribute(root, 'lang') ?? attribute(root, 'xml:lang'))),
      source: 'htmlLang',
    },
    { value: normalisedLanguage(meta.get('og:locale')?.[0]), source: 'openGraph' },
    { value: normalisedLanguage(article?.language), source: 'jsonLd' },
    {
      value: normalisedLanguage(
        firstMeta(meta, ['content-language', 'language', 'dc.language', 'dcterms.language']),
      ),
      source: 'meta',
    },
  ];
  const said = stated.filter((entry) => entry.value !== '');
  const read = languageOfText(
    text,
    said.map((entry) => primaryOf(entry.value)),
  );
  if (read) {
    const same = said.find((entry) => primaryOf(entry.value) === read);
    return same ?? { value: read, source: 'articleText' };
  }
  return said[0] ?? { value: '', source: 'none' };
}

function primaryOf(tag: string): string {
  const primary = tag.split('-')[0].toLowerCase();
  return primary === 'nb' || primary === 'nn' ? 'no' : primary;
}

function findCanonical(document: Document, meta: PageMeta, address: string): Found<string | null> {
  const base = attempt(() => property<string>(document, 'baseURI'), undefined) ?? address;
  for (const link of select(document, 'link[rel~="canonical" i]').slice(0, 5)) {
    const value = webAddress(attribute(link, 'href'), base);
    if (value) return { value, source: 'linkElement' };
  }
  const value = webAddress(meta.get('og:url')?.[0], address);
  return value ? { value, source: 'openGraph' } : { value: null, source: 'none' };
}

function findExcerpt(
  meta: PageMeta,
  article: StructuredArticle | null,
  fromText: string,
): Found<string> {
  const openGraph = firstMeta(meta, ['og:description']);
  if (openGraph) return { value: openGraph, source: 'openGraph' };
  const description = firstMeta(meta, [
    'description',
    'dc.description',
    'twitter:description',
    'sailthru.description',
  ]);
  if (description) return { value: description, source: 'meta' };
  if (article?.description) return { value: article.description, source: 'jsonLd' };
  return fromText ? { value: fromText, source: 'articleText' } : { value: '', source: 'none' };
}

/**
 * What the page says of its article: plain text, capped, each field with its source. Never throws, never
 * changes the page. The canonical address is as the page states it; see trustedCanonical.
 */
export function readArticle(document: Document, options: ReadOptions): ArticleDraft {
  const address = options.address;
  const now = options.now ?? Date.now();
  const none = { value: '', source: 'none' } as const;
  const meta = attempt(() => readMeta(document), new Map());
  const titleElement = attempt(() => oneLine(property<string>(document, 'title') ?? '', 1200), '');
  const titles = [...(meta.get('og:title') ?? []), titleElement].filter((title) => title !== '');
  let visible: VisiblePage = attempt(() => surveyPage(document, titles), {
    headline: '',
    parts: [],
    headlineIndex: -1,
  });
  const article = attempt(
    () => readStructuredArticle(document, address, [...titles, visible.headline].filter(Boolean)),
    null,
  );
  if (article?.headline && !titles.includes(article.headline)) {
    const before = visible;
    visible = attempt(() => surveyPage(document, [article.headline, ...titles]), before);
  }
  const siteName = attempt<Found<string>>(
    () => siteNameOf(meta, article, titleElement, address),
    none,
  );
  const page: Page = { address, now, meta, titleElement, article, visible, siteName };
  const { text, excerpt: lead } = attempt(() => readArticleText(document, DRAFT_LIMITS.text), {
    text: '',
    excerpt: '',
  });

  const title = attempt(() => findTitle(page), none);
  const language = attempt(() => findLanguage(document, meta, article, text), none);
  const authors = attempt<Found<string[]>>(() => findAuthors(page), { value: [], source: 'none' });
  const publishedAt = attempt<Found<string | null>>(() => findDate(page, language.value), {
    value: null,
    source: 'none',
  });
  const canonical = attempt<Found<string | null>>(() => findCanonical(document, meta, address), {
    value: null,
    source: 'none',
  });
  const excerpt = attempt<Found<string>>(() => findExcerpt(meta, article, lead), none);
  const body = attempt(() => property<Element>(document, 'body'), undefined);

  return {
    title: oneLine(title.value, DRAFT_LIMITS.title),
    siteName: oneLine(siteName.value, DRAFT_LIMITS.siteName),
    authors: authors.value
      .map((author) => oneLine(author, DRAFT_LIMITS.author))
      .filter(Boolean)
      .slice(0, DRAFT_LIMITS.authors),
    publishedAt: publishedAt.value,
    language: language.value,
    canonicalAddress: canonical.value,
    excerpt: oneLine(excerpt.value, DRAFT_LIMITS.excerpt),
    sources: {
      title: title.source,
      siteName: siteName.source,
      authors: authors.source,
      publishedAt: publishedAt.source,
      language: language.source,
      canonicalAddress: canonical.source,
      excerpt: excerpt.source,
    },
    modifiedAt: null,
    isAccessibleForFree: null,
    section: '',
    direction: '',
    confidence: {
      title: 0,
      siteName: 0,
      authors: 0,
      publishedAt: 0,
      language: 0,
      canonicalAddress: 0,
      excerpt: 0,
    },
    others: {
      title: [],
      siteName: [],
      authors: [],
      publishedAt: [],
      language: [],
      canonicalAddress: [],
    },
    text: cap(text, DRAFT_LIMITS.text),
    selection: body ? quoteOfSelection(options.selection, body) : null,
  };
}

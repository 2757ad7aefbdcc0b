import type { ArticleDraft } from '../model/clip.ts';
import { directionOf, isFree, modifiedAt, sectionOf } from './article-facts.ts';
import { readArticleText } from './article-text.ts';
import { dateInAddress, isPlausible, parseDate } from './dates.ts';
import { choice, type Choice, type Found } from './field-choice.ts';
import { languageOfText, normalisedLanguage } from './language.ts';
import { attribute, property, select, webAddress } from './page-access.ts';
import { firstMeta, readMeta, type PageMeta } from './page-meta.ts';
import { peopleIn } from './people.ts';
import { cap, fold, oneLine, stripTags } from './plain-text.ts';
import { quoteOfSelection } from './selection-quote.ts';
import { isHeadStale, isHere, ofTheSiteOnly, statedTitlesOf } from './stale-head.ts';
import {
  collectNodes,
  pickArticle,
  statedByNodes,
  type StructuredArticle,
} from './structured-data.ts';
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
  section: 200,
} as const;

export interface ReadOptions {
  /** The page's address as the browser has it. */
  address: string;
  selection?: Selection | null;
  /** The address the document was loaded from, where it is known: pages change their address in place. */
  loadedAddress?: string | null;
  /** For tests; the present otherwise. */
  now?: number;
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
  /** The document's own title; "" where it is as old as a head that speaks of another page. */
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

/** Differently worded titles differ; one that only says more or less does not. */
function isSameTitle(first: string, second: string): boolean {
  const [one, other] = [fold(first), fold(second)];
  return one.includes(other) || other.includes(one);
}

function findTitle(page: Page): Choice<string> {
  const { meta, titleElement, article, visible, siteName, address } = page;
  const trim = (title: string): string =>
    withoutTail(withoutSiteName(title, siteName.value, address), visible.headline);
  const stated: Found<string>[] = [
    { value: trim(article?.headline ?? ''), source: 'jsonLd' },
    { value: trim(firstMeta(meta, OPEN_GRAPH_TITLE) ?? ''), source: 'openGraph' },
    { value: trim(firstMeta(meta, META_TITLE) ?? ''), source: 'meta' },
    { value: trim(visible.headline), source: 'heading' },
    { value: withoutUnspacedTail(trim(stripTags(titleElement))), source: 'titleElement' },
  ];
  // What is left of a headline of nothing but markup is no title.
  const said = stated.filter(({ value }) => fold(value) !== '');
  const chosen = said[0] ?? { value: '', source: 'none' as const };
  // "Home", "x": too short to be another title of the same article.
  const rivals = said.filter(({ value }) => value === chosen.value || fold(value).length > 4);
  return choice(chosen, rivals, isSameTitle);
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

/** The same people, in whatever order and spelling. */
function areSamePeople(some: readonly string[], others: readonly string[]): boolean {
  return areAmong(some, others) && areAmong(others, some);
}

function findAuthors({ meta, article, visible, siteName, address }: Page): Choice<string[]> {
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
  const loose = fromMeta(META_AUTHORS);
  const byline: Found<string[]> = { value: near?.people ?? [], source: 'byline' };
  const stated: Found<string[]>[] = [
    { value: structured, source: 'jsonLd' },
    { value: own, source: 'meta' },
    // What stands far from the headline may be somebody else's.
    { value: near?.isClose ? near.people : [], source: 'byline' },
    { value: loose, source: 'meta' },
  ];
  const choose = (): Found<string[]> => {
    if (structured.length > 0 && article!.isArticle) {
      const seen = near?.isClose ? near.people : [];
      // The byline confirms what the data say and names more; or it and the article's tags agree on somebody else.
      const isFuller =
        near?.isMarked === true && seen.length > structured.length && areAmong(structured, seen);
      const isOutvoted =
        seen.length > 0 &&
        areAmong(seen, own) &&
        !structured.some((person) => areAmong([person], seen));
      return isFuller || isOutvoted ? byline : { value: structured, source: 'jsonLd' };
    }
    if (own.length > 0) return { value: own, source: 'meta' };
    // What describes the page rather than the article may name whoever filled in the form.
    if (structured.length > 0) return { value: structured, source: 'jsonLd' };
    if (near?.isClose) return byline;
    if (loose.length > 0) return { value: loose, source: 'meta' };
    return near ? byline : { value: [], source: 'none' };
  };
  return choice(
    choose(),
    stated.filter(({ value }) => value.length > 0),
    areSamePeople,
  );
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

/** The days a date falls on, where it was written and in UTC. */
function daysOf(date: string): string[] {
  return date.length > 10 ? [date.slice(0, 10), new Date(date).toISOString().slice(0, 10)] : [date];
}

/** One day, or one within the other: "2019-11" and "2019-11-25" do not disagree. */
function isSameDate(first: string | null, second: string | null): boolean {
  return daysOf(first ?? '').some((one) =>
    daysOf(second ?? '').some((other) => one.startsWith(other) || other.startsWith(one)),
  );
}

function findDate(
  { meta, article, visible, address, now }: Page,
  language: string,
): Choice<string | null> {
  const read = (text: string | null | undefined): string | null => {
    const date = text ? parseDate(text, { language }) : null;
    return date && isPlausible(date, now) ? date : null;
  };
  const firstOf = (names: readonly string[]): string | null => {
    for (const name of names) {
      const date = read(meta.get(name)?.[0]);
      if (date) return date;
    }
    return null;
  };
  const found = dateInAddress(address);
  const inAddress = found && isPlausible(found, now) ? found : null;
  const fromHead: Found<string | null>[] = [
    { value: read(article?.publishedAt), source: 'jsonLd' },
    { value: firstOf(OPEN_GRAPH_DATES), source: 'openGraph' },
    { value: firstOf(META_DATES), source: 'meta' },
  ];
  const chosen = fromHead.find(({ value }) => value !== null);
  // Printed dates are slow to read in every language; beside a stated one only marked ones are heard.
  const near = dateNear(visible, language, now, chosen !== undefined);
  const printed: Found<string | null> = {
    value: near?.date ?? null,
    source: near?.isTimeElement ? 'timeElement' : 'byline',
  };
  const addressed: Found<string | null> = { value: inAddress, source: 'address' };
  const seen =
    printed.source === 'byline' && inAddress?.length === 10
      ? [addressed, printed]
      : [printed, addressed];
  const stated = [...fromHead, ...seen].filter(({ value }) => value !== null);
  return choice(stated[0] ?? { value: null, source: 'none' }, stated, isSameDate);
}

function findLanguage(
  document: Document,
  meta: PageMeta,
  article: StructuredArticle | null,
  text: string,
): Choice<string> {
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
  const fromText: Found<string>[] = read ? [{ value: read, source: 'articleText' }] : [];
  const chosen = read
    ? (said.find(({ value }) => primaryOf(value) === read) ?? fromText[0])
    : said[0];
  return choice(
    chosen ?? { value: '', source: 'none' },
    [...said, ...fromText],
    (first, second) => primaryOf(first) === primaryOf(second),
  );
}

function primaryOf(tag: string): string {
  const primary = tag.split('-')[0].toLowerCase();
  return primary === 'nb' || primary === 'nn' ? 'no' : primary;
}

/** What the page states as its address; with a stale head only what names the page that is shown. */
function statedAddresses(document: Document, meta: PageMeta, address: string): Found<string>[] {
  const base = attempt(() => property<string>(document, 'baseURI'), undefined) ?? address;
  const links = select(document, 'link[rel~="canonical" i]').slice(0, 5);
  return [
    ...links.map((link): [string | null, 'linkElement'] => [
      webAddress(attribute(link, 'href'), base),
      'linkElement',
    ]),
    [webAddress(meta.get('og:url')?.[0], address), 'openGraph'] as const,
  ].flatMap(([value, source]) => (value === null ? [] : [{ value, source }]));
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
  const { address, loadedAddress = null } = options;
  const now = options.now ?? Date.now();
  const none = { value: '', source: 'none' } as const;
  const noChoice = { ...none, confidence: 0, others: [] };
  const whole = attempt<PageMeta>(() => readMeta(document), new Map());
  const ownTitle = attempt(() => oneLine(property<string>(document, 'title') ?? '', 1200), '');
  const nothingSeen: VisiblePage = { headline: '', parts: [], headlineIndex: -1 };
  const survey = (titles: readonly string[], otherwise: VisiblePage): VisiblePage =>
    attempt(() => surveyPage(document, titles), otherwise);
  const nodes = attempt(() => collectNodes(document), { nodes: [], byId: new Map() });
  const headTitles = statedTitlesOf(whole);
  let visible = survey([...headTitles, ownTitle].filter(Boolean), nothingSeen);

  const addresses = attempt(() => statedAddresses(document, whole, address), []);
  const fromNodes = attempt(() => statedByNodes(nodes, address), { addresses: [], titles: [] });
  const isStale = attempt(
    () =>
      isHeadStale({
        address,
        loadedAddress,
        statedAddresses: [...addresses.map(({ value }) => value), ...fromNodes.addresses],
        statedTitles: headTitles.length > 0 ? headTitles : fromNodes.titles,
        headline: visible.headline,
        titleElement: ownTitle,
      }),
    false,
  );
  const meta = isStale ? ofTheSiteOnly(whole) : whole;
  const isOwnTitleStale =
    isStale && headTitles.some((title) => isSameTitle(title, ownTitle)) && visible.headline !== '';
  const titleElement = isOwnTitleStale ? '' : ownTitle;
  const titles = [...(isStale ? [] : headTitles), titleElement].filter((title) => title !== '');
  if (isStale) visible = survey(titles, visible);
  const article = attempt(
    () => pickArticle(nodes, address, [...titles, visible.headline].filter(Boolean), isStale),
    null,
  );
  if (article?.headline && !titles.includes(article.headline))
    visible = survey([article.headline, ...titles], visible);
  const siteName = attempt<Choice<string>>(
    () => siteNameOf(meta, article, titleElement, address),
    noChoice,
  );
  const page: Page = { address, now, meta, titleElement, article, visible, siteName };
  const { text, excerpt: lead } = attempt(() => readArticleText(document, DRAFT_LIMITS.text), {
    text: '',
    excerpt: '',
  });

  const title = attempt<Choice<string>>(() => findTitle(page), noChoice);
  const language = attempt<Choice<string>>(
    () => findLanguage(document, meta, article, text),
    noChoice,
  );
  const authors = attempt<Choice<string[]>>(() => findAuthors(page), {
    ...noChoice,
    value: [],
  });
  const publishedAt = attempt<Choice<string | null>>(() => findDate(page, language.value), {
    ...noChoice,
    value: null,
  });
  const believed = isStale ? addresses.filter(({ value }) => isHere(value, address)) : addresses;
  const canonical = choice<string | null>(
    believed[0] ?? { value: null, source: 'none' },
    believed,
    (first, second) => first !== null && isHere(first, second ?? ''),
  );
  const excerpt = attempt<Found<string>>(
    () => findExcerpt(meta, article, isStale ? '' : lead),
    none,
  );
  const body = attempt(() => property<Element>(document, 'body'), undefined);
  const nameOf = (author: string) => oneLine(author, DRAFT_LIMITS.author);
  const people = (names: readonly string[]) =>
    names.map(nameOf).filter(Boolean).slice(0, DRAFT_LIMITS.authors);
  const lines = (others: readonly Found<string>[], length: number) =>
    others.map(({ value, source }) => ({ value: oneLine(value, length), source }));

  return {
    title: oneLine(title.value, DRAFT_LIMITS.title),
    siteName: oneLine(siteName.value, DRAFT_LIMITS.siteName),
    authors: people(authors.value),
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
    modifiedAt: attempt(
      () => modifiedAt({ meta, article, visible, now }, language.value, publishedAt.value),
      null,
    ),
    isAccessibleForFree: attempt(() => isFree(meta, article), null),
    section: oneLine(
      attempt(() => sectionOf(document, meta, article, siteName.value), ''),
      DRAFT_LIMITS.section,
    ),
    direction: attempt(
      () => directionOf(document, visible.headlineElement, text || title.value),
      '',
    ),
    confidence: {
      title: title.confidence,
      siteName: siteName.confidence,
      authors: authors.confidence,
      publishedAt: publishedAt.confidence,
      language: language.confidence,
      canonicalAddress: canonical.confidence,
      // Nobody chooses between summaries; what the page offers for one is one.
      excerpt: excerpt.source === 'none' ? 0 : 0.7,
    },
    others: {
      title: lines(title.others, DRAFT_LIMITS.title),
      siteName: lines(siteName.others, DRAFT_LIMITS.siteName),
      authors: authors.others.map(({ value, source }) => ({ value: people(value), source })),
      publishedAt: lines(publishedAt.others as Found<string>[], 60),
      language: lines(language.others, 35),
      canonicalAddress: lines(canonical.others as Found<string>[], 4096),
    },
    text: cap(text, DRAFT_LIMITS.text),
    selection: body ? quoteOfSelection(options.selection, body) : null,
  };
}

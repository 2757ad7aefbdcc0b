import { isPlausible, parseDate } from './dates.ts';
import { attribute, parentOf, property, readableText, select } from './page-access.ts';
import { firstMeta, type PageMeta } from './page-meta.ts';
import { fold } from './plain-text.ts';
import type { StructuredArticle } from './structured-data.ts';
import type { VisiblePage } from './visible-page.ts';

/** What a page says of its article beside the fields that a form asks for. */
interface Stated {
  meta: PageMeta;
  article: StructuredArticle | null;
  visible: VisiblePage;
  now: number;
}

const META_MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'article:modified',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
];

/** When the page says it was last changed: what it marks as such and nothing else; not before it was published. */
export function modifiedAt(
  { meta, article, visible, now }: Stated,
  language: string,
  publishedAt: string | null,
): string | null {
  const marked = visible.parts
    .filter(({ element }) => attribute(element, 'itemprop')?.toLowerCase() === 'datemodified')
    .map(({ element }) => attribute(element, 'datetime') ?? attribute(element, 'content'));
  for (const text of [
    article?.modifiedAt,
    ...META_MODIFIED.map((name) => meta.get(name)?.[0]),
    ...marked,
  ]) {
    const date = text ? parseDate(text, { language }) : null;
    if (!date || date.length < 10 || !isPlausible(date, now)) continue;
    // A day of grace: one of the two may be a day without its hour.
    if (publishedAt && Date.parse(date) < Date.parse(publishedAt) - 86_400_000) continue;
    return date;
  }
  return null;
}

/** Facebook's tiers, where schema.org's word is missing; "metered" is neither. */
export function isFree(meta: PageMeta, article: StructuredArticle | null): boolean | null {
  if (article && article.isFree !== null) return article.isFree;
  const tier = firstMeta(meta, ['article:content_tier'])?.toLowerCase();
  return tier === 'free' ? true : tier === 'locked' ? false : null;
}

const SLUG = /^[\p{Ll}\d]+(?:[-_][\p{Ll}\d]+)*$/u;
const LONGEST_SECTION = 60;

/**
 * The publication's section as its readers know it: one of several, in the words of the site's own menu where the
 * data hold only its slug ("us-news").
 */
export function sectionOf(
  document: Document,
  meta: PageMeta,
  article: StructuredArticle | null,
  siteName: string,
): string {
  const stated = [
    ...(article?.sections ?? []),
    ...['article:section', 'parsely-section', 'section', 'cxenseparse:section'].flatMap(
      (name) => meta.get(name)?.[0] ?? [],
    ),
  ];
  const sections = stated
    // "News / World / Europe", "news,world": never several joined into one, and the first is what the site is divided by.
    .map((text) => text.split(/\s*[,;|>»]\s*|\s+\/\s+/).find((part) => fold(part) !== '') ?? '')
    .map((text) =>
      /^https?:|^\//.test(text)
        ? (text.split(/[?#]/)[0].split('/').filter(Boolean).at(-1) ?? '')
        : text,
    )
    .map((text) => text.trim())
    .filter(
      (text) =>
        /\p{L}/u.test(text) && text.length <= LONGEST_SECTION && fold(text) !== fold(siteName),
    );
  const said = sections[0];
  if (said === undefined) return '';
  if (!SLUG.test(said)) return said;
  const written = sections.find((text) => fold(text) === fold(said) && !SLUG.test(text));
  if (written) return written;
  for (const link of select(document, 'nav a, header a, [class*="breadcrumb" i] a').slice(0, 200)) {
    const text = readableText(link, LONGEST_SECTION);
    if (fold(text) === fold(said)) return text;
  }
  return said.replace(/[-_]+/g, ' ');
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTERS_ENOUGH = 40;

/** Which way a text runs by its letters: "" where they are too few or mixed. */
function directionOfText(text: string): 'ltr' | 'rtl' | '' {
  const sample = text.slice(0, 4000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LETTERS_ENOUGH) return '';
  const share = (sample.match(RIGHT_TO_LEFT)?.length ?? 0) / letters;
  return share > 0.7 ? 'rtl' : share < 0.1 ? 'ltr' : '';
}

/** What the article's place in the page says, unless its letters plainly run the other way. */
export function directionOf(
  document: Document,
  headline: Element | undefined,
  text: string,
): 'ltr' | 'rtl' | '' {
  const byLetters = directionOfText(text);
  if (byLetters) return byLetters;
  const root = property<Element>(document, 'documentElement');
  for (let up = headline ?? root ?? null; up; up = parentOf(up)) {
    const stated = attribute(up, 'dir')?.trim().toLowerCase();
    if (stated === 'rtl' || stated === 'ltr') return stated;
  }
  return '';
}

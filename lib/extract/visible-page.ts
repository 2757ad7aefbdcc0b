import { isPlausible, parseDate } from './dates.ts';
import {
  attribute,
  namesOf,
  parentOf,
  property,
  readableText,
  select,
  tagOf,
} from './page-access.ts';
import { peopleIn } from './people.ts';
import { fold } from './plain-text.ts';

/** What a reader sees of the article's head: the headline, and the byline and date that stand nearest to it. */
export interface VisiblePage {
  headline: string;
  /** Elements around the headline in document order, those of other stories left out; index counts all. */
  parts: { element: Element; index: number; names: string }[];
  headlineIndex: number;
  headlineElement?: Element | undefined;
}

/** How far from the headline, in elements, a byline or a date may stand. */
const REACH_AFTER = 500;
const REACH_BEFORE = 120;

/** Parts of a page that speak of something else: other stories, readers' words, pictures, the site itself. */
const ELSEWHERE_TAG = new Set([
  'nav',
  'footer',
  'figure',
  'figcaption',
  'blockquote',
  'aside',
  'dialog',
  'form',
]);
const ELSEWHERE_NAME =
  /(?:^|[\s_-])(?:comments?|kommentare?|comentarios?|related|recommend\w*|recirc\w*|teasers?|promo\w*|newsletter|sidebar|widget|testimonials?|quotes?|most-?(?:read|popular|viewed)|trending|popular|more-(?:stories|news|from)|read-?(?:more|next|also)|latest|outbrain|taboola|(?:article-?)?tags?|topics?|advert\w*|ads?|sponsor\w*|cookie\w*|consent|caption|credits?|menu|navigation|nav|footer|modal|popup|signup|subscribe|carousel|slider|gallery|breadcrumbs?)(?:$|[\s_-])/;
const OWN_NAME = /author|byline|autor|auteur|article-(?:head|info|meta)|post-meta|entry-meta/;

export function surveyPage(document: Document, titles: readonly string[]): VisiblePage {
  const h1s = select(document, 'h1').slice(0, 50);
  const keys = titles.map(fold).filter(Boolean);
  const agrees = (text: string): number => {
    const key = fold(text);
    if (key.length < 4) return 0;
    let best = 0;
    for (const title of keys) {
      if (title === key) best = Math.max(best, 3);
      else if (key.length > 12 && (title.includes(key) || key.includes(title)))
        best = Math.max(best, 2);
    }
    return best;
  };
  const isFramed = (element: Element): boolean => {
    for (let up = parentOf(element); up; up = parentOf(up)) {
      if (['nav', 'footer', 'aside'].includes(tagOf(up))) return true;
    }
    return false;
  };
  const ranked = h1s
    .map((element, order) => ({ element, order, text: readableText(element, 1200) }))
    .map((entry) => ({ ...entry, agreement: agrees(entry.text) }))
    .filter(({ text, element, agreement }) => text !== '' && (agreement > 0 || !isFramed(element)))
    .sort(
      (a, b) => b.agreement - a.agreement || b.text.length - a.text.length || a.order - b.order,
    );
  const main = ranked[0] ?? null;

  const around = new Set<Element>();
  for (let up: Element | null = main?.element ?? null; up; up = parentOf(up)) around.add(up);
  const isHeadlineInArticle = main !== null && isInArticle(main.element);
  const isElsewhere = (element: Element): boolean => {
    if (around.has(element)) return false;
    const tag = tagOf(element);
    // An article beside the one that holds the headline is another story.
    if (tag === 'article') return isHeadlineInArticle;
    if (tag === 'main') return false;
    const names = knownNames(element);
    return (ELSEWHERE_TAG.has(tag) || ELSEWHERE_NAME.test(names)) && !OWN_NAME.test(names);
  };
  // Asked of an element as a part and of each that it holds.
  const named = new Map<Element, string>();
  const knownNames = (element: Element): string => {
    const known = named.get(element) ?? namesOf(element);
    named.set(element, known);
    return known;
  };
  const judged = new Map<Element, boolean>();
  const standsElsewhere = (element: Element): boolean => {
    const path: Element[] = [];
    let verdict = false;
    for (let up: Element | null = element; up && !around.has(up); up = parentOf(up)) {
      const known = judged.get(up);
      if (known !== undefined || isElsewhere(up)) {
        verdict = known ?? true;
        // Only what lies inside the judged part follows from it.
        if (known === undefined) judged.set(up, true);
        break;
      }
      path.push(up);
    }
    for (const inside of path) judged.set(inside, verdict);
    return verdict;
  };

  const root = property<Element>(document, 'body');
  const all = root ? select(root, '*') : [];
  const headlineIndex = main ? all.indexOf(main.element) : -1;
  const from = Math.max(0, headlineIndex - REACH_BEFORE);
  const to = Math.max(0, headlineIndex) + REACH_AFTER;
  const parts = all
    .slice(from, to + 1)
    .map((element, offset) => ({ element, index: from + offset }))
    .filter(({ element }) => !standsElsewhere(element))
    .map((part) => ({ ...part, names: knownNames(part.element) }));
  return { headline: main?.text ?? '', parts, headlineIndex, headlineElement: main?.element };
}

function isInArticle(element: Element): boolean {
  for (let up = parentOf(element); up; up = parentOf(up)) if (tagOf(up) === 'article') return true;
  return false;
}

const AUTHOR_LINK =
  /\/(?:authors?|autor(?:es|en)?|auteurs?|staff|newsteam|contributors?|journalists?|reporters?|by|redakteure?|columnists?|writers?)\/[^/]+/i;
const BYLINE_NAME =
  /(?:^|[\s_-])(?:by-?lines?|authors?|autor(?:es|en|in)?|auteurs?|writers?|contributors?|journalist\w*|reporter|skribent|forfatter|firma)(?:$|[\s_-])/;
/** About the author, other articles by the author, the author's picture: no byline. */
const NO_BYLINE =
  /bio|avatar|image|photo|picture|thumb|social|follow|twitter|email|date|time|published|description|role|title-|position|more|count|location|popup/;
/** "By Anna Author", "Von: …": what a byline says where nothing marks it. */
const SPOKEN =
  /^(?:by|von|par|por|door|av|af|di|tekst|text|texte|texto|autor[ae]?|author|auteur)\s*:?\s+(?=\p{Lu})/iu;

/** One of them anywhere: most lines have none, and need not be read as a reader would. */
const SPOKEN_WORD =
  /\b(?:by|von|par|por|door|av|af|di|tekst|text|texte|texto|autor[ae]?|author|auteur)\b/i;

const REACH_SPOKEN = 120;
/** So near that it is nobody else's. */
const CLOSE = 40;

interface Outlets {
  outlets: readonly string[];
  hostLabel: string;
}

interface Byline {
  element: Element;
  people: string[];
  score: number;
  index: number;
  isLink: boolean;
}

/** The people whom the byline nearest to the headline names; null where there is none. */
export function bylineNear(
  page: VisiblePage,
  outlets: Outlets,
): { people: string[]; isClose: boolean; isMarked: boolean } | null {
  const from = page.headlineIndex;
  const candidates: Byline[] = [];
  for (const { element, index, names } of page.parts) {
    const distance = from < 0 ? index : index - from;
    const tag = tagOf(element);
    if (tag === 'meta' || tag === 'img') continue;
    const rel = (attribute(element, 'rel') ?? '').toLowerCase();
    const itemprop = (attribute(element, 'itemprop') ?? '').toLowerCase();
    const isMarked = /\b(?:author|creator)\b/.test(itemprop) || /\bauthor\b/.test(rel);
    const isLink = tag === 'a' && (isMarked || AUTHOR_LINK.test(attribute(element, 'href') ?? ''));
    const isNamed = BYLINE_NAME.test(names) && (!NO_BYLINE.test(names) || /name/.test(names));
    let people: string[] = [];
    let score = isMarked ? 3 : isLink ? 2.5 : 2;
    if (isMarked || isLink || isNamed) people = namesWithin(element, outlets);
    else if (distance >= 0 && distance <= REACH_SPOKEN) {
      people = spokenByline(element, outlets);
      score = 1.5;
    }
    if (people.length === 0) continue;
    score +=
      (/by-?line/.test(names) ? 0.5 : 0) - Math.abs(distance) / 120 - (distance < 0 ? 0.7 : 0);
    candidates.push({ element, people, score, index, isLink: isLink || isMarked });
  }
  if (candidates.length === 0) return null;
  // The innermost says it without the words around it.
  const holders = new Set<Element>();
  for (const { element } of candidates) {
    for (let up = parentOf(element); up; up = parentOf(up)) holders.add(up);
  }
  const innermost = candidates.filter(({ element }) => !holders.has(element));
  const best = innermost.reduce((a, b) => (b.score > a.score ? b : a));
  // Several authors stand side by side.
  const group = [best];
  const start = innermost.indexOf(best);
  for (const step of [1, -1]) {
    let last = best.index;
    for (let at = start + step; at >= 0 && at < innermost.length; at += step) {
      const other = innermost[at];
      if (Math.abs(other.index - last) > 12 || other.isLink !== best.isLink) break;
      last = other.index;
      if (step > 0) group.push(other);
      else group.unshift(other);
    }
  }
  const people = new Map<string, string>();
  for (const person of group.flatMap((byline) => byline.people)) {
    if (!people.has(fold(person))) people.set(fold(person), person);
  }
  return {
    people: [...people.values()],
    isMarked: best.isLink,
    isClose: from >= 0 && Math.abs(best.index - from) <= CLOSE,
  };
}

/** A short line of its own that begins with "By". */
function spokenByline(element: Element, outlets: Outlets): string[] {
  if (!/^(?:p|span|div|strong|b|em|i|address|li|h[2-6])$/.test(tagOf(element))) return [];
  const text = property<string>(element, 'textContent') ?? '';
  if (text.length > 600 || !SPOKEN_WORD.test(text)) return [];
  const line = readableText(element, 200);
  if (line.length > 120 || !SPOKEN.test(line)) return [];
  return peopleIn(line, { ...outlets, isByline: true });
}

function namesWithin(element: Element, outlets: Outlets): string[] {
  const inner = select(
    element,
    '[itemprop="name"], [rel~="author"], a[href*="author"], a[href*="autor"]',
  ).slice(0, 30);
  const options = { ...outlets, isByline: true };
  const people: string[] = [];
  for (const part of inner) {
    const content =
      tagOf(part) === 'meta' ? (attribute(part, 'content') ?? '') : readableText(part, 300);
    for (const person of peopleIn(content, options)) {
      if (!people.some((known) => fold(known) === fold(person))) people.push(person);
    }
  }
  if (people.length > 0) return people;
  const text = readableText(element, 300);
  // A byline is short; a paragraph about the author is not one.
  return text.length > 200 ? [] : peopleIn(text, options);
}

const DATE_NAME =
  /date|time|published|publish|datum|fecha|posted|pubdate|dateline|timestamp|data-pub|created/;
const MODIFIED =
  /updated?|modif|aktualis|actualiz|mis[e]? à jour|maj\b|oppdatert|uppdaterad|opdateret|aggiornat|atualiz|päivitetty|zaktualizow|обновлен|last-?edit|geändert/i;
const PUBLISHED =
  /publi[sc]h|publi[ée]|published|veröffentlicht|erstellt|posted|publicado|opublikowan|pubblicat|publicerad|publisert|julkaistu|опубликован/i;

export interface NearDate {
  date: string;
  isTimeElement: boolean;
}

/**
 * The date of publication printed or marked up nearest to the headline; dates of change are passed over.
 * @param isMarkedOnly only what a time element or its like says in code
 */
export function dateNear(
  page: VisiblePage,
  language: string,
  now: number,
  isMarkedOnly = false,
): NearDate | null {
  let best: (NearDate & { score: number }) | null = null;
  const from = page.headlineIndex;
  for (const { element, index, names } of page.parts) {
    const distance = from < 0 ? index : index - from;
    const tag = tagOf(element);
    const itemprop = (attribute(element, 'itemprop') ?? '').toLowerCase();
    const isTime = tag === 'time';
    const isMarked = itemprop === 'datepublished' || attribute(element, 'pubdate') !== null;
    if (itemprop === 'datemodified') continue;
    if (!isTime && !isMarked && (isMarkedOnly || !DATE_NAME.test(names))) continue;
    // Beside a stated date a mark counts only where nobody else's could stand.
    if (isMarkedOnly && (from < 0 || Math.abs(distance) > CLOSE)) continue;
    const text = readableText(element, 300);
    if (text.length > 160) continue;
    const told = `${names} ${text} ${isTime ? namesOf(parentOf(element) ?? element) : ''}`;
    const isModified = MODIFIED.test(told) && !PUBLISHED.test(told);
    if (isModified) continue;
    const marked =
      attribute(element, 'datetime') ??
      attribute(element, 'content') ??
      attribute(element, 'data-datetime') ??
      '';
    // "Published 3 May 2020, updated 5 May 2020": what stands behind "updated" is not meant.
    const update = text.search(MODIFIED);
    const printed = update > 0 ? text.slice(0, update) : text;
    const date =
      (marked && parseDate(marked, { language })) ||
      (isMarkedOnly ? null : parseDate(printed, { language }));
    if (!date || date.length < 10 || !isPlausible(date, now)) continue;
    const score =
      (isMarked ? 3 : isTime ? 2 : 1) +
      (PUBLISHED.test(told) ? 0.5 : 0) -
      Math.abs(distance) / 80 -
      (distance < 0 ? 0.5 : 0);
    if (!best || score > best.score) best = { date, isTimeElement: isTime || isMarked, score };
  }
  return best;
}

import { attribute, property, select, webAddress } from './page-access.ts';
import { decodeEntities, fold, oneLine, stripTags } from './plain-text.ts';
import { isSameStory } from './same-story.ts';

/** What one article-type node of the page's JSON-LD says, as plain text. */
export interface StructuredArticle {
  /** Is it an article's own node, or only the page's? */
  isArticle: boolean;
  headline: string;
  authors: { name: string; isOrganization: boolean }[];
  publishedAt: string;
  modifiedAt: string;
  /** null where it does not say. */
  isFree: boolean | null;
  sections: string[];
  siteNames: string[];
  /** Names of the publisher and what the article is part of: refused as authors. */
  outlets: string[];
  /** Publishers that are persons: a blog may be called after its author. */
  people: string[];
  language: string;
  description: string;
  address: string | null;
}

type Node = Record<string, unknown>;

const MAX_SCRIPTS = 60;
const MAX_SCRIPT_LENGTH = 2_000_000;
const MAX_NODES = 4000;
const MAX_DEPTH = 12;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value)
    ? value.slice(0, 100)
    : value === undefined || value === null
      ? []
      : [value];
}

/** Own properties only: a page may write `__proto__`. */
function own(node: Node, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

function plain(value: unknown, length: number): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return oneLine(stripTags(decodeEntities(value.slice(0, 20_000))), length);
  if (Array.isArray(value)) return plain(value[0], length);
  if (isNode(value)) return plain(own(value, '@value') ?? own(value, 'name'), length);
  return '';
}

function typesOf(node: Node): string[] {
  return listOf(own(node, '@type'))
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

/** `NewsArticle`, `BlogPosting`, … and what is published like one. A job advert is a `JobPosting`, too. */
function articleRank(types: string[]): number {
  if (types.some((type) => /(Article|Posting)$/.test(type) && type !== 'JobPosting')) return 3;
  if (
    types.some((type) =>
      /^(Report|Review|CriticReview|Recipe|CreativeWork|OpinionNews|Blog)$/.test(type),
    )
  )
    return 2;
  if (
    types.some((type) =>
      /^(WebPage|ItemPage|AboutPage|VideoObject|AudioObject|PodcastEpisode)$/.test(type),
    )
  )
    return 1;
  return 0;
}

function parse(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/\s*)?(?:\]\]>|-->)\s*$/, '')
    .replace(/;\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    // What CMSs get wrong most: raw line ends in strings, and a comma too many.
    try {
      // eslint-disable-next-line no-control-regex -- they are what we look for
      return JSON.parse(bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'));
    } catch {
      return null;
    }
  }
}

export interface StructuredNodes {
  nodes: Node[];
  byId: Map<string, Node>;
}

/** Every node of the page's JSON-LD that stands for a thing of its own, and the nodes by `@id`. */
export function collectNodes(document: Document): StructuredNodes {
  const nodes: Node[] = [];
  const byId = new Map<string, Node>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry, depth + 1);
      return;
    }
    if (!isNode(value)) return;
    nodes.push(value);
    const id = own(value, '@id');
    if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id))
      byId.set(id, value);
    for (const key of [
      '@graph',
      'mainEntity',
      'mainEntityOfPage',
      'author',
      'publisher',
      'isPartOf',
    ]) {
      visit(own(value, key), depth + 1);
    }
  };
  for (const script of select(document, 'script[type*="ld+json" i]').slice(0, MAX_SCRIPTS)) {
    if (!/^application\/ld\+json/i.test((attribute(script, 'type') ?? '').trim())) continue;
    const text = property<string>(script, 'textContent') ?? '';
    if (text.length <= MAX_SCRIPT_LENGTH) visit(parse(text), 0);
  }
  return { nodes, byId };
}

function addressOf(node: Node, base: string): string | null {
  const page = own(node, 'mainEntityOfPage');
  for (const value of [
    own(node, 'url'),
    isNode(page) ? (own(page, '@id') ?? own(page, 'url')) : page,
    own(node, '@id'),
  ]) {
    if (typeof value === 'string' && /^(https?:)?\/\//i.test(value)) return webAddress(value, base);
  }
  return null;
}

function readAuthors(
  node: Node,
  follow: (value: unknown) => unknown,
): StructuredArticle['authors'] {
  const authors: StructuredArticle['authors'] = [];
  const read = (value: unknown, depth: number): void => {
    const target = follow(value);
    if (depth > 4 || authors.length >= 60) return;
    if (Array.isArray(target)) for (const entry of target.slice(0, 60)) read(entry, depth + 1);
    else if (typeof target === 'string')
      authors.push({ name: plain(target, 600), isOrganization: false });
    else if (isNode(target)) {
      const types = typesOf(target);
      const isOrganization =
        !types.includes('Person') &&
        types.some((type) => /Organization|Corporation|WebSite|Brand/.test(type));
      const name = follow(own(target, 'name'));
      if (name !== undefined && name !== null && name !== '') {
        for (const entry of listOf(name)) {
          if (isNode(entry)) read(entry, depth + 1);
          else authors.push({ name: plain(entry, 600), isOrganization });
        }
      } else {
        const parts = [plain(own(target, 'givenName'), 100), plain(own(target, 'familyName'), 100)];
        const joined = parts.filter(Boolean).join(' ');
        if (joined) authors.push({ name: joined, isOrganization });
      }
    }
  };
  for (const key of ['author', 'authors', 'creator']) {
    read(own(node, key), 0);
    if (authors.length > 0) break;
  }
  return authors.filter((author) => author.name !== '');
}

/** Same article, whatever the scheme, `www.`, query or trailing slash. */
function pathKey(address: string | null): string {
  if (!address) return '';
  try {
    const url = new URL(address);
    return `${url.hostname.replace(/^(www|m|amp)\./, '')}${decodeURIComponent(url.pathname)}`
      .replace(/\/+$/, '')
      .toLowerCase();
  } catch {
    return '';
  }
}

const headlineOf = (node: Node): string => plain(own(node, 'headline') ?? own(node, 'name'), 600);

/** What the article nodes say their addresses and headlines are: of this page, or of one that was here before. */
export function statedByNodes(
  { nodes }: StructuredNodes,
  address: string,
): { addresses: string[]; titles: string[] } {
  const articles = nodes.filter((node) => articleRank(typesOf(node)) === 3);
  // A page that lists many stories says nothing about itself with them.
  if (articles.length > 3) return { addresses: [], titles: [] };
  return {
    addresses: articles.map((node) => addressOf(node, address)).filter((stated) => stated !== null),
    titles: articles.map(headlineOf).filter(Boolean),
  };
}

/** schema.org's booleans come as booleans, as words and as addresses. */
function readBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = plain(value, 60)
    .replace(/^.*[/#:]/, '')
    .toLowerCase();
  return word === 'true' || word === 'yes'
    ? true
    : word === 'false' || word === 'no'
      ? false
      : null;
}

/** What the article says of itself, else of its parts: a walled part walls the article. */
function readFreedom(node: Node): boolean | null {
  const whole = readBoolean(own(node, 'isAccessibleForFree') ?? own(node, 'isAccessibleForfree'));
  if (whole !== null) return whole;
  const parts = listOf(own(node, 'hasPart'))
    .filter(isNode)
    .map((part) => readBoolean(own(part, 'isAccessibleForFree')));
  return parts.includes(false) ? false : null;
}

/**
 * The JSON-LD node that stands for the page's own article; null where there is none. Related stories
 * are often marked up, too: the one whose address or headline is the page's is meant.
 * @param titles what else on the page claims to be the title
 * @param isHeadStale the page was changed in place: a node must be named by what is shown now
 */
export function pickArticle(
  { nodes, byId }: StructuredNodes,
  address: string,
  titles: readonly string[],
  isHeadStale: boolean,
): StructuredArticle | null {
  const follow = (value: unknown): unknown => {
    if (!isNode(value)) return value;
    const id = own(value, '@id');
    return typeof id === 'string' && own(value, 'name') === undefined
      ? (byId.get(id) ?? value)
      : value;
  };
  const here = pathKey(address);
  const keys = titles.map(fold).filter((title) => title.length > 8);
  let best: { node: Node; score: number } | null = null;
  for (const node of nodes) {
    const rank = articleRank(typesOf(node));
    if (rank === 0) continue;
    let score = rank * 10;
    const there = pathKey(addressOf(node, address));
    const stated = headlineOf(node);
    const headline = fold(stated);
    const isNamed =
      headline.length > 8 && keys.some((key) => key.includes(headline) || headline.includes(key));
    if (there && there === here) score += 8;
    if (isNamed) score += 8;
    // Somebody else's story: neither its address nor its headline is this page's.
    if (there && there !== here && !isNamed && headline && keys.length > 0) score -= 40;
    if (isHeadStale && there !== here && !titles.some((title) => isSameStory(title, stated)))
      continue;
    if (own(node, 'datePublished')) score += 2;
    if (own(node, 'author')) score += 2;
    if (own(node, 'headline')) score += 2;
    if (score > 0 && (!best || score > best.score)) best = { node, score };
  }
  if (!best) return null;
  const { node } = best;
  const isArticle = articleRank(typesOf(node)) >= 2;
  const publishers = [
    own(node, 'publisher'),
    own(node, 'sourceOrganization'),
    own(node, 'copyrightHolder'),
  ]
    .flatMap(listOf)
    .map(follow);
  const wholes = listOf(own(node, 'isPartOf')).map(follow);
  const siteNames = [...publishers, ...wholes]
    .filter(
      (entry) =>
        !isNode(entry) || !typesOf(entry).some((type) => /WebPage|Person|Article/.test(type)),
    )
    .map((entry) => plain(isNode(entry) ? own(entry, 'name') : '', 200))
    .filter(Boolean);
  const sites = nodes
    .filter((entry) =>
      typesOf(entry).some((type) => /WebSite|NewsMediaOrganization|Organization/.test(type)),
    )
    .map((entry) => plain(own(entry, 'name'), 200))
    .filter(Boolean);
  const people = [...publishers, ...nodes]
    .filter(isNode)
    .filter((entry) => typesOf(entry).includes('Person'))
    .filter((entry) => publishers.includes(entry) || typesOf(entry).includes('Organization'))
    .map((entry) => plain(own(entry, 'name'), 200))
    .filter(Boolean);
  return {
    isArticle,
    people,
    headline: isArticle ? plain(own(node, 'headline') ?? own(node, 'name'), 1200) : '',
    authors: readAuthors(node, follow),
    publishedAt: plain(own(node, 'datePublished') ?? own(node, 'dateCreated'), 60),
    modifiedAt: plain(own(node, 'dateModified'), 60),
    isFree: readFreedom(node),
    sections: listOf(own(node, 'articleSection'))
      .map((section) => plain(section, 300))
      .filter(Boolean),
    siteNames,
    outlets: [...siteNames, ...sites],
    language: plain(own(node, 'inLanguage'), 35),
    description: plain(own(node, 'description'), 4000),
    address: addressOf(node, address),
  };
}

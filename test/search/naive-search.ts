/** The same questions answered by looking at every clip, one after the other: what the index is held against. */
import type { ClipEntry } from '../../lib/model/clip-entry.ts';
import { CLIP_FACETS, type ClipFacet, type ClipQuery } from '../../lib/model/clip-query.ts';
import { entryOf, headTexts, type ReadClip } from '../../lib/search/segment-builder.ts';
import { titleKey, wordsOf } from '../../lib/search/words.ts';

/** What is looked for, as a test makes it; `typed` is how a person would type it. */
export interface Asked {
  text: string;
  how: 'word' | 'quoted' | 'open quotes' | 'minus' | 'minus quoted';
}
export type AskedWords = Asked[][];

function typedOne({ text, how }: Asked): string {
  switch (how) {
    case 'word':
      return text;
    case 'quoted':
      return `"${text}"`;
    case 'open quotes':
      return `"${text}`;
    case 'minus':
      return `-${text}`;
    case 'minus quoted':
      return `-"${text}"`;
    default:
      return how satisfies never;
  }
}

export const typed = (words: AskedWords): string =>
  words.map((group) => group.map(typedOne).join(' OR ')).join(' ');

function standsIn(field: string, { text, how }: Asked): boolean {
  const asked = wordsOf(text);
  const words = wordsOf(field);
  const isOpen = how === 'word' || how === 'open quotes';
  return words.some((_, from) =>
    asked.every((word, at) => {
      const there = words[from + at];
      const isLast = at === asked.length - 1;
      return there !== undefined && (isOpen && isLast ? there.startsWith(word) : there === word);
    }),
  );
}

/** How many groups are found in the head; null where the clip is not found. */
function rank(clip: ReadClip, words: AskedWords): number | null {
  const head = headTexts(clip);
  let inHead = 0;
  for (const group of words) {
    let holds = false;
    let holdsInHead = false;
    for (const asked of group) {
      const isInHead = head.some((field) => standsIn(field, asked));
      const isThere = isInHead || standsIn(clip.text, asked);
      const isExcluded = asked.how.startsWith('minus');
      if (isExcluded ? !isThere : isThere) holds = true;
      if (!isExcluded && isInHead) holdsInHead = true;
    }
    if (!holds) return null;
    if (holdsInHead) inHead++;
  }
  return inHead;
}

const VALUES: Record<ClipFacet, (entry: ClipEntry) => string[]> = {
  kinds: ({ kinds }) => kinds,
  campaigns: ({ campaignIds }) => campaignIds,
  sectors: ({ sectors }) => sectors,
  places: ({ places }) => places,
  tags: ({ tags }) => tags,
  sources: ({ siteName }) => (siteName === '' ? [] : [siteName]),
};
const valuesOf = (entry: ClipEntry, facet: ClipFacet): string[] => {
  const values = [...new Set(VALUES[facet](entry))];
  return values.length > 0 ? values : [''];
};

function dayText(entry: ClipEntry): string {
  const date = entry.publishedAt ?? entry.clippedAt;
  if (date.length === 4) return `${date}-01-01`;
  if (date.length === 7) return `${date}-01`;
  return date.slice(0, 10);
}

const order = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
const listed = ({ deletedAt, clippedAt }: ClipEntry) => Date.parse(deletedAt ?? clippedAt);
const published = ({ publishedAt, clippedAt }: ClipEntry) => Date.parse(publishedAt ?? clippedAt);

export interface NaiveAnswer {
  of: number;
  ids: string[];
  facets: Record<ClipFacet, { value: string; count: number }[]>;
  /** Day and first kind of those that the strip counts. */
  strip: { day: string; kind: string }[];
}

export function searchNaively(
  clips: readonly ReadClip[],
  query: ClipQuery,
  words: AskedWords,
): NaiveAnswer {
  const place = clips
    .map((clip) => ({ clip, entry: entryOf(clip) }))
    .filter(({ entry }) => (entry.deletedAt !== null) === (query.place === 'trash'));
  const holding = place.flatMap(({ clip, entry }) => {
    const inHead = rank(clip, words);
    return inHead === null ? [] : [{ entry, inHead }];
  });
  const passes = (entry: ClipEntry, but: ClipFacet | 'dates' | null) =>
    CLIP_FACETS.every((facet) => {
      const asked: readonly string[] = query.filters[facet];
      return (
        facet === but ||
        asked.length === 0 ||
        valuesOf(entry, facet).some((value) => asked.includes(value))
      );
    }) &&
    (but === 'dates' ||
      ((query.from === null || dayText(entry) >= query.from) &&
        (query.to === null || dayText(entry) <= query.to)));

  const newest = (a: ClipEntry, b: ClipEntry) => order(listed(b), listed(a)) || order(a.id, b.id);
  const found = holding
    .filter(({ entry }) => passes(entry, null))
    .sort((x, y) => {
      const [a, b] = [x.entry, y.entry];
      switch (query.sort) {
        case 'newest':
          return newest(a, b);
        case 'oldest':
          return order(listed(a), listed(b)) || order(a.id, b.id);
        case 'published':
          return order(published(b), published(a)) || newest(a, b);
        case 'publishedOldest':
          return order(published(a), published(b)) || newest(a, b);
        case 'title':
          return order(titleKey(a.title), titleKey(b.title)) || newest(a, b);
        case 'source':
          return order(a.siteName, b.siteName) || newest(a, b);
        case 'best':
          return order(y.inHead, x.inHead) || newest(a, b);
        default:
          return query.sort satisfies never;
      }
    });

  const facets = Object.fromEntries(
    CLIP_FACETS.map((facet) => {
      const counts = new Map<string, number>(query.filters[facet].map((value) => [value, 0]));
      for (const { entry } of holding) {
        if (!passes(entry, facet)) continue;
        for (const value of valuesOf(entry, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [facet, [...counts].map(([value, count]) => ({ value, count }))];
    }),
  ) as NaiveAnswer['facets'];

  return {
    of: place.length,
    ids: found.map(({ entry }) => entry.id),
    facets,
    strip: holding
      .filter(({ entry }) => passes(entry, 'dates'))
      .map(({ entry }) => ({ day: dayText(entry), kind: entry.kinds[0] ?? '' })),
  };
}

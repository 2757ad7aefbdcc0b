import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPORTED_KINDS } from '../../lib/model/action-kinds.ts';
import type { SearchAnswer } from '../../lib/model/clip-entry.ts';
import { CLIP_FACETS, ClipSort, type ClipQuery } from '../../lib/model/clip-query.ts';
import { entryOf, SegmentBuilder, type ReadClip } from '../../lib/search/segment-builder.ts';
import { mergeSegments, type MergedSegment } from '../../lib/search/merge-segments.ts';
import { SearchIndex } from '../../lib/search/search-index.ts';
import type { SegmentParts } from '../../lib/search/segment.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { madeEvent } from './made-event.ts';
import { searchNaively, typed, type Asked, type NaiveAnswer } from './naive-search.ts';

function toEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Words that are each other's beginnings, that fold together, that are several, or have no spaces around them. */
const WORDS = [
  ...['strike', 'Strikes', 'stri', 'port', 'ports', 'a', 'ab', 'abc', 'œuvre', 'oeuvre'],
  ...['Ärger', 'arge', 'l’avion', 'avion', '2,000', '2', '000', '罢工', '工', '罢', 'ж', 'ﷺ'],
];
const word = fc.constantFrom(...WORDS);
const prose = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '. ', '\n\n', ' – ')), { maxLength: 9 })
  .map((parts) => parts.flat().join(''));
const few = <T>(value: fc.Arbitrary<T>, most = 3) => fc.uniqueArray(value, { maxLength: most });
const labels = few(fc.constantFrom('AIR', 'POST', 'own words', 'strike'));
const kinds = few(fc.constantFrom(...REPORTED_KINDS.slice(0, 4)));
const instant = fc.constantFrom(
  '2026-11-22T10:00:00+02:00',
  '2026-11-22T08:00:00Z',
  '2026-11-01T23:30:00-05:00',
  '2020-02-29T00:00:00Z',
  '2019-01-01T00:00:00Z',
);
const date = fc.oneof(
  instant,
  fc.constantFrom('2019', '2019-11', '2019-11-25', '2019-11-26', '2020-02-29', '1999-12-31'),
);

const clip = fc
  .record({
    id: fc.integer({ min: 0, max: 11 }).map((number) => `c${number}`),
    title: prose,
    siteName: fc.constantFrom('', 'The Loopback Times', 'Àpostol', 'strike news'),
    authors: few(fc.constantFrom('A. Reporter', 'Strikes, A.')),
    publishedAt: fc.option(date),
    section: fc.constantFrom('', 'port'),
    excerpt: prose,
    tags: labels,
    note: prose,
    sectors: labels,
    places: labels,
    campaignIds: few(fc.constantFrom('x', 'y')),
    reports: kinds,
    clippedAt: instant,
    deletedAt: fc.option(instant, { freq: 5 }),
    quote: fc.option(prose.filter((text) => text !== '')),
    text: prose,
    event: fc.option(
      fc.record({ kind: fc.option(fc.constantFrom(...REPORTED_KINDS)), sectors: labels }),
    ),
  })
  .map(({ quote, text, event, ...fields }): ReadClip => {
    const quotes = quote === null ? [] : [{ id: 'q', exact: quote, prefix: '', suffix: '' }];
    const { text: _, ...head } = makeClip(fields.id, { ...fields, quotes });
    const events = event ? [madeEvent(`of-${fields.id}`, [fields.id], event)] : [];
    return { head, text, events };
  });

const asked: fc.Arbitrary<Asked> = fc.oneof(
  { arbitrary: word.map((text): Asked => ({ text, how: 'word' })), weight: 3 },
  word.map((text): Asked => ({ text, how: 'minus' })),
  fc
    .tuple(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('quoted', 'minus quoted'),
    )
    .map(([words, how]): Asked => ({ text: words.join(' '), how: how as Asked['how'] })),
);
const askedWords = fc
  .tuple(
    fc.oneof(
      {
        arbitrary: fc.array(asked, { maxLength: 1 }).map((one) => one.map((each) => [each])),
        weight: 3,
      },
      fc.array(fc.array(asked, { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
    ),
    // Only the end of what is typed can stand in open quotes.
    fc.option(
      prose
        .filter((text) => /[^\s.–]/.test(text))
        .map((text): Asked[] => [{ text, how: 'open quotes' }]),
      { freq: 3 },
    ),
  )
  .map(([groups, open]) => (open ? [...groups, open] : groups));

const query = fc
  .record({
    words: askedWords,
    place: fc.constantFrom('library' as const, 'library' as const, 'trash' as const),
    filters: fc.record({
      kinds: few(fc.constantFrom(...REPORTED_KINDS.slice(0, 4), '' as const), 2),
      campaigns: few(fc.constantFrom('x', 'y', 'nobody', ''), 1),
      sectors: few(fc.constantFrom('AIR', 'POST', ''), 1),
      places: few(fc.constantFrom('AIR', 'strike', ''), 1),
      tags: few(fc.constantFrom('AIR', 'own words', ''), 2),
      sources: few(fc.constantFrom('The Loopback Times', 'strike news', ''), 2),
    }),
    isFiltered: fc.array(fc.constantFrom(true, false, false, false, false), {
      minLength: 6,
      maxLength: 6,
    }),
    from: fc.oneof(
      fc.constant(null),
      fc.constant(null),
      fc.constantFrom('2019-11-25', '2026-01-01'),
    ),
    to: fc.oneof(fc.constant(null), fc.constant(null), fc.constantFrom('2019-11-25', '2026-11-22')),
    sort: fc.constantFrom(...ClipSort.options, 'best' as const, 'best' as const),
  })
  .map(({ words, isFiltered, filters, ...rest }) => {
    const kept = { ...filters };
    CLIP_FACETS.forEach((facet, at) => {
      if (!isFiltered[at]) kept[facet] = [];
    });
    return { words, query: { ...rest, filters: kept, words: typed(words) } satisfies ClipQuery };
  });

/** What happens to a library: clips come or change, are erased, and segments are merged. */
type Happening =
  { kind: 'save'; clips: ReadClip[] } | { kind: 'erase'; ids: string[] } | { kind: 'merge' };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    arbitrary: fc
      .uniqueArray(clip, { minLength: 1, maxLength: 6, selector: ({ head }) => head.id })
      .map((clips): Happening => ({ kind: 'save', clips })),
    weight: 4,
  },
  few(fc.constantFrom('c0', 'c1', 'c2', 'c3')).map((ids): Happening => ({ kind: 'erase', ids })),
  fc.constant<Happening>({ kind: 'merge' }),
);

/** An index that lives through it, and the clips that are there in the end. */
function live(happenings: readonly Happening[]) {
  const index = new SearchIndex();
  const clips = new Map<string, ReadClip>();
  let number = 0;
  for (const each of happenings) {
    if (each.kind === 'merge') {
      const { numbers } = index;
      const inputs = numbers.map((merged) => index.partsOf(merged) as MergedSegment);
      const parts = toEnd(mergeSegments(inputs));
      index.change({ removed: numbers, added: [{ number: number++, ...parts, deadBits: null }] });
      continue;
    }
    const ids = each.kind === 'save' ? each.clips.map(({ head }) => head.id) : each.ids;
    const dead = index.deadAfter(ids);
    let added: (SegmentParts & { number: number; deadBits: null })[] = [];
    if (each.kind === 'save') {
      const builder = new SegmentBuilder();
      each.clips.forEach((saved) => builder.add(saved));
      added = [{ number: number++, ...toEnd(builder.finish()), deadBits: null }];
    }
    index.change({ dead, added });
    for (const id of ids) clips.delete(id);
    if (each.kind === 'save') each.clips.forEach((saved) => clips.set(saved.head.id, saved));
  }
  return { index, clips: [...clips.values()] };
}

const byValue = (a: { value: string }, b: { value: string }) => (a.value < b.value ? -1 : 1);

function expectSame(answer: SearchAnswer, naive: NaiveAnswer): void {
  expect(answer.entries.map(({ id }) => id)).toEqual(naive.ids);
  expect([answer.total, answer.of]).toEqual([naive.ids.length, naive.of]);
  for (const facet of CLIP_FACETS) {
    expect([...answer.facets[facet]].sort(byValue), facet).toEqual(
      [...naive.facets[facet]].sort(byValue),
    );
    const counts = answer.facets[facet].map(({ count }) => count);
    expect(counts, 'most frequent first').toEqual(counts.toSorted((a, b) => b - a));
  }
  expectStrip(answer, naive);
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function expectStrip({ strip: { bins, unit } }: SearchAnswer, { strip }: NaiveAnswer): void {
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(strip.length);
  if (strip.length === 0) return expect(bins).toEqual([]);
  expect(bins[0]!.count * bins.at(-1)!.count, 'neither end is empty').toBeGreaterThan(0);
  bins.forEach((bin, at) => {
    const inside = strip.filter(({ day }) => day >= bin.from && day <= bin.to);
    const byKind: Record<string, number> = {};
    for (const { kind } of inside) byKind[kind] = (byKind[kind] ?? 0) + 1;
    expect(bin, unit).toEqual({ from: bin.from, to: bin.to, count: inside.length, byKind });
    const next = bins[at + 1];
    if (next) expect(next.from).toBe(dayAfter(bin.to));
  });
}

describe('the index answers as a look at every clip would', () => {
  test('words, filters, counts, dates and order, after saves, changes, erasures and merges', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 6 }),
        fc.array(query, { minLength: 3, maxLength: 8 }),
        (happenings, queries) => {
          const { index, clips } = live(happenings);
          expect(index.clips).toBe(clips.length);
          for (const { words, query: each } of queries) {
            const answer = index.search(each, { offset: 0, limit: 100 });
            expectSame(answer, searchNaively(clips, each, words));
            expect(index.findIds(each)).toEqual(answer.entries.map(({ id }) => id));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  /** A clip with nothing in its head but the title. */
  const bare = (id: string, title: string, text: string): ReadClip => {
    const { text: _, ...head } = makeClip(id, { title, siteName: '', authors: [] });
    return { head, text, events: [] };
  };

  test('best: what stands in the head comes first, and the first word of a text is not the last of the head', () => {
    const { index } = live([
      {
        kind: 'save',
        clips: [
          bare('a', 'Pilots', 'general strike'),
          bare('b', 'Cranes', 'A general strike.'),
          bare('c', 'General strike', ''),
          bare('d', 'Strike', 'general strike'),
        ],
      },
    ]);
    const best = (words: string) => index.findIds({ ...emptyQuery, words, sort: 'best' });
    expect(best('"general strike"')).toEqual(['c', 'a', 'b', 'd']);
    expect(best('general strike')).toEqual(['c', 'd', 'a', 'b']);
  });

  test('a phrase whose rarer end is the beginning of several words', () => {
    const { index } = live([
      {
        kind: 'save',
        clips: [
          bare('a', '', 'the the port the pore the the'),
          bare('b', '', 'the pore the the port the the'),
          bare('c', '', 'port the pore the the the'),
          // So many have the other word that the search begins with the several.
          ...['d', 'e', 'f', 'g', 'h', 'i'].map((id) => bare(id, '', 'the the')),
        ],
      },
    ]);
    const find = (words: string) => index.findIds({ ...emptyQuery, words });
    expect(find('"the por')).toEqual(['a', 'b', 'c']);
    expect(find('"the the por')).toEqual(['a', 'b']);
    expect(find('"the the port"')).toEqual(['a', 'b']);
  });

  test('a letter that many words begin with, looked up ahead or not, asked again, and after a merge', () => {
    const many = 'sa sb sc sd se sf sg sh';
    const save = (clips: ReadClip[]): Happening => ({ kind: 'save', clips });
    const lives = [
      save([bare('a', '', many), bare('b', '', `${many} t`), bare('c', 'Tea', 'u')]),
      save([bare('d', 'Sand', many), bare('e', '', 't')]),
    ];
    for (const happenings of [lives, [...lives, { kind: 'merge' } as Happening]]) {
      for (const isAhead of [false, true]) {
        const { index } = live(happenings);
        if (isAhead) expect([...index.prepareLetters()]).not.toEqual([]);
        const find = (words: string) => index.findIds({ ...emptyQuery, words });
        for (let time = 0; time < 2; time++) {
          expect(find('s')).toEqual(['a', 'b', 'd']);
          expect(find('t')).toEqual(['b', 'c', 'e']);
          expect(find('s t')).toEqual(['b']);
          expect(find('-sa')).toEqual(['c', 'e']);
          expect(find('"sh t')).toEqual(['b']);
        }
        expect(index.findIds({ ...emptyQuery, words: 's', sort: 'best' })[0]).toBe('d');
      }
    }
  });

  test('entries come back as they went in, window by window', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 4 }),
        (happenings, offset, limit) => {
          const { index, clips } = live(happenings);
          const all = { ...emptyQuery, sort: 'oldest' as const };
          const everything = index.search(all, { offset: 0, limit: 100 }).entries;
          const expected = new Map(clips.map((each) => [each.head.id, entryOf(each)]));
          for (const entry of everything) expect(entry).toEqual(expected.get(entry.id));
          const window = index.search(all, { offset, limit });
          expect(window.entries).toEqual(everything.slice(offset, offset + limit));
        },
      ),
      { numRuns: 100 },
    );
  });
});

const emptyQuery: ClipQuery = {
  words: '',
  place: 'library',
  filters: { kinds: [], campaigns: [], sectors: [], places: [], tags: [], sources: [] },
  from: null,
  to: null,
  sort: 'newest',
};

import { describe, expect, test } from 'vitest';
import { SegmentBuilder, type ReadClip } from '../../lib/search/segment-builder.ts';
import { SearchIndex } from '../../lib/search/search-index.ts';
import { EVERYTHING } from '../../lib/model/clip-query.ts';
import { LONGEST_WORD, wordsOf } from '../../lib/search/words.ts';
import { makeClip } from '../store/records-for-tests.ts';

describe('words', () => {
  test.each([
    ['Ärger über ŒUVRE, Łódź, İstanbul', ['arger', 'uber', 'oeuvre', 'lodz', 'istanbul']],
    ['l’avion 2,000', ['l', 'avion', '2', '000']],
    ['罢工ストライキ', ['罢', '工', 'ス', 'ト', 'ラ', 'イ', 'キ']],
    ['e\u0301lan Streik\u00ADrecht', ['elan', 'streikrecht']],
    ['\u0301\u0301 — \uD800 \uDC00', []],
    ['ﷺ', ['صلى', 'الله', 'عليه', 'وسلم']],
  ])('of %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('of monsters are short, and read in a moment', () => {
    const began = performance.now();
    expect(wordsOf('x'.repeat(400_000))).toEqual(['x'.repeat(LONGEST_WORD)]);
    expect(wordsOf('\u0301'.repeat(400_000))).toEqual([]);
    expect(wordsOf(`a${'\u0301'.repeat(400_000)}`)).toEqual(['a']);
    expect(wordsOf('\uD800'.repeat(400_000))).toEqual([]);
    expect(wordsOf('\uDC00a'.repeat(200_000))).toHaveLength(200_000);
    for (const word of wordsOf('𝒳'.repeat(1000))) expect(word.length).toBeLessThanOrEqual(48);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

function indexOf(...clips: [id: string, text: string, title?: string][]): SearchIndex {
  const builder = new SegmentBuilder();
  for (const [id, text, title = id] of clips) {
    const { text: _, ...head } = makeClip(id, { title });
    const read: ReadClip = { head, text, events: [] };
    builder.add(read);
  }
  const work = builder.finish();
  let step = work.next();
  while (!step.done) step = work.next();
  const index = new SearchIndex();
  index.change({ added: [{ number: 1, ...step.value, deadBits: null }] });
  return index;
}

test('clips of monstrous text are kept and found like others', () => {
  const index = indexOf(
    ['a', 'x'.repeat(400_000)],
    ['b', '\u0301'.repeat(400_000)],
    ['c', '罢'.repeat(200_000) + '工'],
    ['d', '\uD800 strike \uDC00', '\uD800'],
  );
  const find = (words: string) => index.findIds({ ...EVERYTHING, words });
  expect(find('x'.repeat(100))).toEqual(['a']);
  expect(find('罢工')).toEqual(['c']);
  expect(find('strike')).toEqual(['d']);
  expect(
    index.search({ ...EVERYTHING, words: 'strike' }, { offset: 0, limit: 1 }).entries[0]!.title,
  ).toBe('\uD800');
});

describe('near copies', () => {
  let seed = 3;
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  /** Prose of words that come as often as words do. */
  const prose = (words: number) =>
    Array.from({ length: words }, () => `w${Math.floor(2000 ** random())}`).join(' ');
  const wire = prose(350);

  test('of a wire report are found under another headline, byline, first and last paragraph', () => {
    const index = indexOf(
      ['original', wire],
      ['headline', wire, 'Quite another headline'],
      ['byline', `By our own correspondent. ${wire}`],
      ['longer', `${prose(30)}\n\n${wire}\n\n${prose(30)}`],
      ['other', prose(350)],
      ['same-event', `${wire.split(' ').slice(0, 60).join(' ')} ${prose(300)}`],
      ['short', wire.split(' ').slice(0, 30).join(' ')],
      ['short-too', wire.split(' ').slice(0, 30).join(' ')],
    );
    const copies = ['byline', 'headline', 'longer', 'original'];
    const work = index.closeGroups();
    let step = work.next();
    while (!step.done) step = work.next();
    expect(step.value.map(({ kind, clipIds }) => [kind, clipIds.toSorted()])).toEqual([
      ['sameText', copies],
    ]);
    const close = index.closeTo('byline').flatMap(({ clipIds }) => clipIds);
    expect(close.toSorted()).toEqual(copies.filter((id) => id !== 'byline'));
    expect(index.closeTo('short')).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chosenChange,
  compareClips,
  isSameVersion,
  joinQuotes,
  quoteIdsAmong,
  sensibleChoices,
  type Choices,
} from '../../components/clips/compare-clips.ts';
import { compareTexts, compareWords, sideOf } from '../../components/clips/compare-texts.ts';
import { comparedWords } from '../../components/clips/comparison-words.ts';
import { Clip } from '../../lib/model/clip.ts';
import { anyClip } from '../exchange/clips-for-tests.ts';
import { makeClip } from '../store/records-for-tests.ts';

const words = { wordsOf: comparedWords(() => null) };
const quote = (id: string, exact: string) => ({ id, exact, prefix: '', suffix: '' });
const plain = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('');
const marked = (pieces: readonly { text: string; differs: boolean }[]) =>
  pieces.filter(({ differs }) => differs).map(({ text }) => text);

describe('words', () => {
  test('are marked where they differ, and each side still says what it said', () => {
    const { left, right } = compareWords(
      '300 flights were cancelled',
      '276 flights were cancelled today',
    );
    expect(marked(left)).toEqual(['300']);
    expect(marked(right)).toEqual(['276', 'today']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const compared = compareWords(a, b);
        expect(plain(compared.left)).toBe(a);
        expect(plain(compared.right)).toBe(b);
      }),
    );
  });
});

describe('texts', () => {
  test('an edited paragraph stands beside the one it was, others alone, equal ones are counted', () => {
    const passages = compareTexts(
      'The post is on strike.\n\nSome 300 flights were cancelled on Monday.\n\nOne\n\nTwo',
      'A correction.\n\nThe post is on strike.\n\nSome 276 flights were cancelled on Monday.\n\nOne\n\nTwo\n\n',
    );
    expect(passages.map(({ kind }) => kind)).toEqual(['only', 'same', 'edited', 'same']);
    expect(passages[3]).toMatchObject({ first: 'One', last: 'Two', count: 2 });
    const [, , edited] = passages;
    expect(edited?.kind === 'edited' && marked(edited.right)).toEqual(['276']);
    expect(sideOf(passages, 'left').map(({ kind }) => kind)).toEqual(['same', 'own', 'same']);
  });

  test('no paragraph of either is lost', () => {
    const text = fc.array(fc.constantFrom('a b c d', 'a b c e', 'x', 'y z', 'long ago'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const passages = compareTexts(left.join('\n\n'), right.join('\n\n'));
        for (const [side, paragraphs] of [
          ['left', left],
          ['right', right],
        ] as const) {
          const counted = sideOf(passages, side).reduce(
            (sum, passage) => sum + (passage.kind === 'same' ? passage.count : 1),
            0,
          );
          expect(counted).toBe(paragraphs.length);
        }
      }),
    );
  });

  test.each([
    ['one paragraph of 400,000 letters', 'ab '.repeat(133_000), 'ba '.repeat(133_000)],
    ['200,000 paragraphs, all other', 'a\n\n'.repeat(133_000), 'b\n\n'.repeat(133_000)],
    [
      'every second paragraph other',
      Array.from({ length: 60_000 }, (_, at) => (at % 2 ? `${at}` : 'x')).join('\n\n'),
      Array.from({ length: 60_000 }, (_, at) => (at % 2 ? `n${at}` : 'x')).join('\n\n'),
    ],
    [
      'edited paragraphs without end',
      Array.from({ length: 2000 }, (_, at) => `${'word '.repeat(38)} ${at}`).join('\n\n'),
      Array.from({ length: 2000 }, (_, at) => `${'word '.repeat(38)} n${at}`).join('\n\n'),
    ],
    ['no spaces at all', '漢字'.repeat(200_000), '字漢'.repeat(200_000)],
  ])('%s do not hold up the page', (_, left, right) => {
    compareTexts('warm', 'up');
    const begin = process.cpuUsage();
    compareTexts(left, right);
    const { user } = process.cpuUsage(begin);
    expect(user / 1000).toBeLessThan(1000);
  });
});

describe('two versions of a clip', () => {
  const mine = makeClip('a', {
    title: 'Flights grounded',
    tags: ['air', 'post'],
    note: 'Ask Aino.',
    section: '',
    quotes: [quote('q1', 'More than 300 flights')],
    publishedAt: '2019-11-25',
    siteName: 'Times',
    sources: { ...makeClip('a').sources, siteName: 'you' },
  });
  const theirs = makeClip('b', {
    title: 'Flights cancelled',
    tags: ['strike', 'air'],
    note: 'Ask Berg.',
    section: 'Labour',
    quotes: [quote('q9', 'More than  300 flights'), quote('q1', 'The mail piles up')],
    publishedAt: null,
    siteName: 'The Times',
    address: mine.address,
  });

  test('differ in what they say, and only there', () => {
    expect(compareClips(mine, theirs, words).map(({ field }) => field)).toEqual([
      'title',
      'publishedAt',
      'siteName',
      'section',
      'tags',
      'quotes',
      'note',
    ]);
    expect(compareClips(mine, mine, words)).toEqual([]);
  });

  test('a field that one of them does not speak of is not compared', () => {
    expect(compareClips(mine, { title: 'Other' }, words).map(({ field }) => field)).toEqual([
      'title',
    ]);
    expect(isSameVersion(mine, { title: mine.title })).toBe(true);
  });

  test('nothing is lost by what is suggested for a merge', () => {
    const differences = compareClips(mine, theirs, words);
    const choices = sensibleChoices(differences, mine, 'merge');
    expect(choices).toEqual({
      title: 'left',
      publishedAt: 'left',
      siteName: 'left',
      section: 'right',
      tags: 'both',
      quotes: 'both',
      note: 'both',
    });
    const change = chosenChange(mine, theirs, choices);
    expect(change).toMatchObject({
      section: 'Labour',
      tags: ['air', 'post', 'strike'],
      note: 'Ask Aino.\n\nAsk Berg.',
    });
    expect(change.quotes?.map(({ exact }) => exact)).toEqual([
      'More than 300 flights',
      'The mail piles up',
    ]);
    expect(new Set(change.quotes?.map(({ id }) => id)).size).toBe(2);
    expect(Object.keys(change).sort()).toEqual(['note', 'quotes', 'section', 'sources', 'tags']);
  });

  test('an update takes the page’s word, but not over what its user typed, and never nothing for something', () => {
    const choices = sensibleChoices(compareClips(mine, theirs, words), mine, 'update');
    expect(choices).toMatchObject({
      title: 'right',
      siteName: 'left',
      publishedAt: 'left',
      tags: 'both',
    });
    const { sources, title } = chosenChange(
      mine,
      { ...theirs, sources: { ...theirs.sources, title: 'meta' } },
      choices,
    );
    expect(title).toBe('Flights cancelled');
    expect(sources).toMatchObject({ title: 'meta', siteName: 'you' });
  });

  test('a quote of both is found again under the id that stays', () => {
    const joined = joinQuotes(mine.quotes, theirs.quotes);
    const ids = quoteIdsAmong(joined, theirs.quotes);
    expect(ids.get('q9')).toBe('q1');
    expect(ids.get('q1')).toBe(joined[1]?.id);
    expect(ids.get('q1')).not.toBe('q1');
  });

  test('whatever is chosen of whatever two clips is a clip, and left throughout changes nothing', () => {
    const choice = fc.constantFrom('left' as const, 'right' as const, 'both' as const);
    fc.assert(
      fc.property(anyClip, anyClip, fc.infiniteStream(choice), (left, right, stream) => {
        const differences = compareClips(left, right, words);
        const choices: Choices = {};
        for (const { field, both } of differences) {
          const next = stream.next().value as 'left' | 'right' | 'both';
          choices[field] = next === 'both' && both === null ? 'right' : next;
        }
        Clip.parse({ ...left, ...chosenChange(left, right, choices) });
        const all = Object.fromEntries(differences.map(({ field }) => [field, 'right' as const]));
        const taken = { ...left, ...chosenChange(left, right, all) };
        expect(isSameVersion(taken, right)).toBe(true);
        expect(chosenChange(left, right, {})).toEqual({});
      }),
      { numRuns: 60 },
    );
  });
});

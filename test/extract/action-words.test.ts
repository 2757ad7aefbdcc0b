import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestReports, type ArticleWords } from '../../lib/extract/action-words.ts';
import type { ReportedKind, ReportSuggestion } from '../../lib/model/action-kinds.ts';
import { MADE_ARTICLES } from './made-headlines.ts';

const english = (title: string, text = ''): ArticleWords => ({ title, text, language: 'en' });
const kindsOf = (article: ArticleWords) => suggestReports(article).kinds.map(({ kind }) => kind);

function standsInTheArticle(article: ArticleWords, suggestion: ReportSuggestion) {
  const clues = [
    ...suggestion.kinds.flatMap(({ because }) => because),
    ...suggestion.numbers,
    ...(suggestion.sector ? [suggestion.sector.because] : []),
  ];
  for (const { field, quote, start, end, before, after } of clues) {
    expect(article[field].slice(start, end)).toBe(quote);
    const around = before.replace(/^… /, '') + quote + after.replace(/ …$/, '');
    expect(article[field]).toContain(around);
  }
}

describe('what a reader would say', () => {
  test.each(MADE_ARTICLES)('%s: %s', (language, title, text, kind) => {
    const suggestion = suggestReports({ language, title, text });
    expect(suggestion.kinds[0]?.kind ?? null).toBe(kind);
    standsInTheArticle({ language, title, text }, suggestion);
  });

  test('every kind that is suggested carries the words behind it', () => {
    for (const [language, title, text] of MADE_ARTICLES) {
      const { kinds } = suggestReports({ language, title, text });
      expect(kinds.length).toBeLessThanOrEqual(3);
      for (const { because, score } of kinds) {
        expect(because.length).toBeGreaterThan(0);
        expect(score).toBeGreaterThan(0.5);
        expect(score).toBeLessThan(1);
      }
    }
  });

  test('a text that does not say its language is read all the same, another language is not', () => {
    const [, title, text] = MADE_ARTICLES.find(([language]) => language === 'sv')!;
    const body = `${text} Det är den första på många år och det blir inte den sista.`;
    expect(kindsOf({ language: '', title, text: body })).toEqual(['sympathyStrike']);
    expect(kindsOf({ language: 'nl', title: 'Postal workers strike', text: '' })).toEqual([]);
  });
});

describe('kinds that are easily taken for one another', () => {
  test.each<[string, string, ReportedKind[]]>([
    ['Bus drivers strike over pay', 'They want more in support of pay demands.', ['strike']],
    ['Dockers begin sympathy strike', 'The sympathy strike hits ports.', ['sympathyStrike']],
    ['Steelmaker locks out workers', 'The strike had not begun.', ['lockout']],
    ['Shops give £1,000 to strikers', 'They donated it to the strike fund.', ['strikeFund']],
    ['Workers call for a boycott', 'They ask customers to stop buying there.', ['boycott']],
  ])('%s', (title, text, kinds) => expect(kindsOf(english(title, text))).toEqual(kinds));

  test.each([
    'Nurses refuse to join sympathy strike',
    'No sympathy strike at the ports, says union',
    'Sympathy strike called off',
    'Strike price rises as traders wait',
    'Drone strikes hit the capital',
    'Users locked out of their accounts',
    'Patent court grants injunction against phone maker',
    'Museum remembers the miners’ strike',
    'The best kitchens for a small flat',
    '',
  ])('no kind: %s', (title) => expect(kindsOf(english(title))).toEqual([]));

  test('what is cancelled in one clause does not call off what happens in the next', () => {
    const cancelled = (title: string) =>
      suggestReports({
        title,
        text: 'The airport opened again on Tuesday.',
        language: 'en',
      }).kinds[0]?.kind;
    expect(cancelled('300 flights cancelled as crews strike in support of postal workers')).toBe(
      'sympathyStrike',
    );
    expect(cancelled('Airport unions call off sympathy strike for postal workers')).not.toBe(
      'sympathyStrike',
    );
  });

  test('a title says more than a line far down', () => {
    const padding = 'The harbour was quiet and grey. '.repeat(60);
    const line = 'Dockers held a sympathy strike.';
    expect(kindsOf(english('Sympathy strike at the port'))).toEqual(['sympathyStrike']);
    expect(kindsOf(english('A quiet harbour', padding + line))).toEqual([]);
  });
});

describe('what else the words give', () => {
  const article = english(
    'Airline cancels 300 flights in sympathy strike',
    'Some 2,000 workers walked out, the union says. In 2019 workers had won.',
  );
  const suggestion = suggestReports(article);

  test('numbers with what they count and who says so; years are none', () => {
    expect(suggestion.numbers.map(({ quote, saidBy }) => [quote, saidBy])).toEqual([
      ['300 flights', ''],
      ['2,000 workers', 'union says'],
    ]);
    standsInTheArticle(article, suggestion);
  });

  test('the sector', () => expect(suggestion.sector?.code).toBe('AIR'));

  test('nothing at all where no kind is suggested', () => {
    const other = english('Airline adds 300 flights', '2,000 workers hired, the company says.');
    expect(suggestReports(other)).toEqual({
      kinds: [],
      sector: null,
      numbers: [],
      places: [],
      dates: [],
    });
  });
});

describe('pages are hostile', () => {
  const timed = (article: ArticleWords) => {
    const begun = process.cpuUsage();
    const suggestion = suggestReports(article);
    standsInTheArticle(article, suggestion);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  const MB = 1_000_000;

  test.each([
    ['a megabyte of plain words', 'The harbour was quiet. '],
    ['one word a megabyte long', 'a'],
    ['phrases that begin and never end', 'refuse to cross the '],
    ['every word a clue', 'strike walkout picket solidarity '],
    ['negations without end', 'no not never strike '],
    ['numbers without end', '1,000 2,000 '],
    ['signs only', '’.!?'],
    ['blanks only', ' '],
    ['half characters', '\uD83D strike '],
    ['marks upon marks', 'e\u0301\u0301\u0301'],
  ])('%s', (_, piece) => {
    const text = piece.repeat(Math.ceil(MB / piece.length));
    for (const language of ['en', 'fi', 'fr', '']) {
      // Far above what it takes, far below what anything but linear time would.
      expect(timed({ title: text, text, language })).toBeLessThan(1500);
    }
  });

  test('no text at all makes it throw or quote what is not there', () => {
    const word = fc.constantFrom(
      'strike',
      'no',
      'sympathy',
      'workers',
      '3',
      ',',
      '.',
      '’',
      '\n',
      'in',
    );
    const text = fc
      .array(fc.oneof(word, fc.string()), { maxLength: 40 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('en', 'fi', 'es', 'sv', 'de', 'fr', ''),
        (title, body, language) => {
          const article = { title, text: body, language };
          standsInTheArticle(article, suggestReports(article));
        },
      ),
      { numRuns: 300 },
    );
  });
});

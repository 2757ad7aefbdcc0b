import { describe, expect, test } from 'vitest';
import { suggestReports, type ArticleWords } from '../../lib/extract/action-words.ts';
import { REPORTED_KINDS, SHARP_NUMBER } from '../../lib/model/action-kinds.ts';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';
import { SECTOR_WORDS } from '../../lib/extract/action-sector-words.ts';

const article = (language: string, title: string, text = '', publishedAt = ''): ArticleWords => ({
  language,
  title,
  text,
  publishedAt,
});
const datesOf = (each: ArticleWords) =>
  suggestReports(each).dates.map(({ role, date }) => `${role} ${date}`);
const placesOf = (each: ArticleWords) => suggestReports(each).places.map(({ place }) => place);
const numbersOf = (each: ArticleWords) =>
  suggestReports(each).numbers.map(({ value, high, counts }) => [value, high ?? null, counts]);

describe('numbers as each language writes them', () => {
  test.each([
    ['en', 'Nurses’ strike: 2,000 workers out', [2000, null, 'workers']],
    ['fi', 'Lakossa 2 000 työntekijää', [2000, null, 'työntekijää']],
    ['fi', 'Lakko koskee 25 000:ta opettajaa', [25000, null, 'opettajaa']],
    ['es', 'Huelga de 2.000 trabajadores', [2000, null, 'trabajadores']],
    ['sv', 'Strejk: 2 000 anställda', [2000, null, 'anställda']],
    ['de', 'Streik: 2.000 Beschäftigte', [2000, null, 'Beschäftigte']],
    ['fr', 'Grève : 2 000 salariés', [2000, null, 'salariés']],
    ['en', 'Rail strike: 1.5 million passengers wait', [1_500_000, null, 'passengers']],
    ['de', 'Streik: 1,5 Millionen Passagiere warten', [1_500_000, null, 'Passagiere']],
    ['en', 'Some 2,000–3,000 workers on strike', [2000, 3000, 'workers']],
    ['en', 'Between 200 and 300 flights cancelled as crews strike', [200, 300, 'flights']],
    ['en', 'Strike: over 300 flights cancelled', [300, null, 'flights']],
  ])('%s: %s', (language, title, expected) =>
    expect(numbersOf(article(language, title))).toEqual([expected]),
  );

  test.each(['Dozens of workers on strike', 'Strike in 2019: workers remember the year'])(
    'none: %s',
    (title) => expect(numbersOf(article('en', title))).toEqual([]),
  );
});

describe('dates', () => {
  test.each([
    ['en', 'Pilots will strike from Monday', '2023-03-25', ['begin 2023-03-27']],
    [
      'en',
      'Cabin crew to strike from 6 April to 8 April',
      '2023-03-27',
      ['begin 2023-04-06', 'end 2023-04-08'],
    ],
    ['en', 'Nurses’ strike began on November 25, 2019', '', ['begin 2019-11-25']],
    ['fi', 'Tukilakko alkaa 25.11.2019', '', ['begin 2019-11-25']],
    ['fi', 'Lakko päättyy 9. toukokuuta', '2022-04-27', ['end 2022-05-09']],
    ['es', 'Huelga del 14 al 18 de octubre', '2019-09-30', ['begin 2019-10-14', 'end 2019-10-18']],
    ['sv', 'Lärarna strejkar till och med torsdag', '2012-10-09', ['end 2012-10-11']],
    [
      'de',
      'Ärzte im Streik vom 16. bis 20. März',
      '2006-03-13',
      ['begin 2006-03-16', 'end 2006-03-20'],
    ],
    ['fr', 'Grève du 4 au 6 juillet', '2025-07-01', ['begin 2025-07-04', 'end 2025-07-06']],
    ['en', 'Drivers begin strike on 2 January', '2022-12-28', ['begin 2023-01-02']],
  ])('%s: %s', (language, title, published, expected) =>
    expect(datesOf(article(language, title, '', published))).toEqual(expected),
  );

  test('no year is guessed, no weekday without the day of publication, no day that is none', () => {
    expect(datesOf(article('en', 'Pilots will strike from Monday'))).toEqual([]);
    expect(datesOf(article('en', 'Drivers begin strike on 2 January'))).toEqual([]);
    expect(datesOf(article('en', 'Strike on 31 February 2020'))).toEqual([]);
  });

  test('the day on which somebody said so is not the day of the strike', () => {
    const said = article('en', 'Drivers will strike, the union said on Monday', '', '2023-03-29');
    expect(datesOf(said)).toEqual([]);
  });
});

describe('places', () => {
  test.each([
    ['en', 'Bus drivers strike', 'Drivers in Leicester stayed at home.', ['Leicester']],
    ['en', 'Tugs stay in port', 'ROTTERDAM (Wire) — Crews went on strike.', ['Rotterdam']],
    ['fi', 'Bussit seisovat Turussa lakon vuoksi', '', ['Turku']],
    ['es', 'Huelga de basuras en Cádiz', '', ['Cádiz']],
    ['sv', 'Strejk på byggen i Malmö, Lund och Ystad', '', ['Malmö', 'Lund', 'Ystad']],
    ['de', 'Streik der Müllabfuhr in Kiel', '', ['Kiel']],
    ['fr', 'Grève des bus à Nice', '', ['Nice']],
  ])('%s: %s', (language, title, text, expected) =>
    expect(placesOf(article(language, title, text))).toEqual(expected),
  );

  test.each([
    ['en', 'Nurses Begin Strike In Row Over Pay', ''],
    ['en', 'Workers strike in May', ''],
    ['en', 'Mechanics strike in Tesla workshops', ''],
    [
      'de',
      'Beschäftigte im Streik',
      'Sie traten in Ausstand und legten in Solidarität die Arbeit nieder.',
    ],
    ['fr', 'Grève à Air France', ''],
  ])('none: %s %s', (language, title, text) =>
    expect(placesOf(article(language, title, text))).toEqual([]),
  );
});

describe('sectors', () => {
  const sectorOf = (language: string, title: string, text = '') =>
    suggestReports(article(language, title, text)).sector?.code ?? null;

  test('every code stands in the table that scenarios are computed with', () => {
    for (const { who, what } of Object.values(SECTOR_WORDS)) {
      for (const code of [...Object.keys(who), ...Object.keys(what)])
        expect(FINLAND_2014.codes).toContain(code);
    }
  });

  test('is that of those who act, not of those whom they support', () => {
    expect(sectorOf('en', 'Dockers strike in support of striking nurses')).toBe('WHSE');
    expect(sectorOf('de', 'Metaller im Solidaritätsstreik mit den streikenden Lehrern')).toBe(
      'MFG',
    );
    expect(sectorOf('fr', 'Les électriciens débrayent en soutien aux cheminots')).toBe('UTIL');
  });

  test('is left out where two are as likely', () => {
    expect(sectorOf('en', 'Strike', 'Teachers and nurses walked out.')).toBeNull();
  });
});

test('methods carry the numbers of Sharp’s list where he has them', () => {
  expect(REPORTED_KINDS.map((kind) => SHARP_NUMBER[kind])).toEqual([
    107, // sympathetic strike
    80, // suppliers’ and handlers’ boycott
    179, // alternative social institutions
    null,
    71, // consumers’ boycott
    null,
    3, // declarations by organizations and institutions
    105, // establishment strike
    83, // lockout
    null,
    null,
  ]);
});

describe('what only looks like a report', () => {
  test.each([
    ['en', 'Union threatens to strike'],
    ['en', 'Parents scramble for childcare', 'Students miss classes at 40 schools.'],
    ['en', 'European Union strikes deal on fishing'],
    ['en', 'Charity volunteers serve meals to children'],
    ['de', 'Wenn die Technik streikt'],
    ['es', 'El paro baja en 23.000 personas'],
    ['fr', 'Baignade interdite sur la grève'],
  ])('%s: %s', (language, title, text = '') =>
    expect(suggestReports(article(language, title, text)).kinds).toEqual([]),
  );

  test('a strike of long ago is history, this year’s is news', () => {
    const old = 'Exhibition and memoir recall the miners’ strike of 1926';
    expect(suggestReports(article('en', old)).kinds).toEqual([]);
    expect(suggestReports(article('en', 'Museum workers strike over pay')).kinds[0]?.kind).toBe(
      'strike',
    );
  });

  test('what cancels flights does not cancel the strike', () => {
    const kindOf = (title: string) => suggestReports(article('sv', title)).kinds[0]?.kind;
    expect(kindOf('Pilotstrejk ställer in 240 avgångar')).toBe('strike');
    expect(kindOf('Pilotstrejken ställs in')).toBeUndefined();
  });
});

describe('time', () => {
  const processorTime = (run: () => void) => {
    const begun = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  const LONG = 400_000;

  test.each([
    'a a a a ',
    'A A A A ',
    '“«(„',
    'in Bristol, ',
    '25.11. ',
    '2,000 2.000 ',
    'from 2 to 3 ',
    'STRIKE ',
    'no strike in support of ',
  ])('is in proportion to the text: %s', (piece) => {
    const text = piece.repeat(LONG / piece.length);
    for (const language of ['en', 'fr']) {
      const took = processorTime(() =>
        suggestReports({ language, title: text, text, publishedAt: '2020-01-01' }),
      );
      // Far above what it takes, far below what anything but linear time would.
      expect(took).toBeLessThan(1500);
    }
  });

  test('an article of 20 kB takes some milliseconds', () => {
    const text =
      'The union said that 2,000 workers in Bristol walked out on Monday. A quiet day passed by the river while nothing else happened. '
        .repeat(200)
        .slice(0, 20_000);
    const run = () => suggestReports(article('en', 'Dockers strike', text, '2020-01-01'));
    for (let time = 0; time < 10; time++) run();
    const took = Math.min(...Array.from({ length: 10 }, () => processorTime(run)));
    expect(took).toBeLessThan(15);
  });
});

import { linkHost, shortAddress } from '../../components/links/web-link.ts';
import { describe, expect, test } from 'vitest';
import {
  agoWords,
  languageWords,
  publishedWords,
  readLanguage,
  readPublished,
} from '../../components/clips/field-words.ts';

describe('dates', () => {
  test.each([
    ['2019', '2019'],
    ['2019-11', '2019-11'],
    ['2019-11-25', '2019-11-25'],
    ['25.11.2019', '2019-11-25'],
    ['5 November 2019', '2019-11-05'],
    ['5. nov 2019', '2019-11-05'],
    ['November 2019', '2019-11'],
    ['2019-11-25T08:10:00+02:00', '2019-11-25T08:10:00+02:00'],
    ['2019-11-25 08:10+02:00', '2019-11-25T08:10:00+02:00'],
  ])('%s is read as %s', (typed, date) => expect(readPublished(typed)).toBe(date));

  test.each(['31.02.2019', '2019-13', '11/25/2019', 'yesterday', '2019-11-25T08:10'])(
    '%s is no date, and nothing is guessed',
    (typed) => expect(readPublished(typed)).toBeUndefined(),
  );

  test('an instant is said by the article’s own clock, wherever the reader is', () => {
    expect(publishedWords('2019-11-25T08:10:00+02:00')).toBe('25 November 2019, 08:10');
    expect(publishedWords('2019-11-25T23:50:00-08:00')).toBe('25 November 2019, 23:50');
  });

  test('a date is no more precise than its source', () => {
    expect(publishedWords('2019')).toBe('2019');
    expect(publishedWords('2019-11')).toBe('November 2019');
  });

  test('what is no date is shown as it was typed', () => {
    expect(publishedWords('last Tuesday')).toBe('last Tuesday');
  });

  test('how long ago goes by calendar days', () => {
    const now = new Date(2026, 10, 22, 0, 10);
    expect(agoWords(new Date(2026, 10, 22, 0, 5).toISOString(), now)).toBe('today');
    expect(agoWords(new Date(2026, 10, 21, 23, 55).toISOString(), now)).toBe('yesterday');
    expect(agoWords(new Date(2026, 10, 19, 12).toISOString(), now)).toBe('3 days ago');
  });
});

test('a language is taken by name or code, and said by name', () => {
  expect(readLanguage('Finnish')).toBe('fi');
  expect(readLanguage('PT-br')).toBe('pt-BR');
  expect(readLanguage('gibberish')).toBeUndefined();
  expect(languageWords('sv')).toBe('Swedish');
});

describe('addresses', () => {
  test('only web addresses have a host to link to', () => {
    expect(linkHost('https://www.yle.fi/a')).toBe('yle.fi');
    for (const hostile of ['javascript:alert(1)', ' javascript:1', 'data:text/html,x', '//x', '']) {
      expect(linkHost(hostile)).toBeNull();
    }
  });

  test('look-alike letters show as punycode', () => {
    expect(linkHost('https://аpple.com/')).toMatch(/^xn--/);
    expect(shortAddress('https://аpple.com/a/b')).toMatch(/^xn--.*\/…\/b$/);
  });
});

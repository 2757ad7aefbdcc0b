import { expect, it } from 'vitest';
import { dateInAddress, isPlausible, parseDate } from '../../lib/extract/dates.ts';
import { PublishedDate } from '../../lib/model/identity.ts';

it.each<[string, string, string | null]>([
  ['2019-11-25T08:10:00+02:00', 'en', '2019-11-25T08:10:00+02:00'],
  ['2019-11-25T08:10:00+0200', 'en', '2019-11-25T08:10:00+02:00'],
  ['2019-11-25T08:10:00.123Z', 'en', '2019-11-25T08:10:00Z'],
  ['2019-11-25 08:10 UTC', 'en', '2019-11-25T08:10:00Z'],
  // Without an offset the instant is unknown: the day is what is certain.
  ['2019-11-25T08:10:00', 'en', '2019-11-25'],
  ['2019-11-25', 'en', '2019-11-25'],
  ['20191125', 'en', '2019-11-25'],
  ['20191125T081000Z', 'en', '2019-11-25T08:10:00Z'],
  ['2019-11', 'en', '2019-11'],
  ['2019', 'en', '2019'],
  ['2019/11/25', 'en', '2019-11-25'],
  ['Mon, 25 Nov 2019 08:10:00 +0200', 'en', '2019-11-25T08:10:00+02:00'],
  ['Mon, 25 Nov 2019 08:10:00 GMT', 'en', '2019-11-25T08:10:00Z'],
  ['Mon Nov 25 08:10:00 EST 2019', 'en', '2019-11-25T08:10:00-05:00'],
  ['November 25, 2019', 'en', '2019-11-25'],
  ['Published Nov. 25, 2019 at 8:10 p.m. EST', 'en', '2019-11-25T20:10:00-05:00'],
  ['25th November 2019', 'en', '2019-11-25'],
  ['25. November 2019, 08:10 Uhr', 'de', '2019-11-25'],
  ['25. Mär. 2019', 'de', '2019-03-25'],
  ['25 de noviembre de 2019', 'es', '2019-11-25'],
  ['25 novembre 2019', 'fr', '2019-11-25'],
  ['1er février 2019', 'fr', '2019-02-01'],
  ['25. marraskuuta 2019', 'fi', '2019-11-25'],
  ['25 листопада 2019', 'uk', '2019-11-25'],
  ['25 ноября 2019', 'ru', '2019-11-25'],
  ['25 listopada 2019', 'pl', '2019-11-25'],
  ['25.11.2019 klo 8.10', 'fi', '2019-11-25'],
  ['2019年11月25日', 'zh', '2019-11-25'],
  ['2019년 11월 25일', 'ko', '2019-11-25'],
  ['٢٥ نوفمبر ٢٠١٩', 'ar', '2019-11-25'],
  ['03/04/2019', 'en-US', '2019-03-04'],
  ['03/04/2019', 'en-GB', '2019-04-03'],
  ['03/04/2019', 'es', '2019-04-03'],
  ['25/11/2019', 'en-US', '2019-11-25'],
  ['1574662200', 'en', '2019-11-25T06:10:00Z'],
  ['1574662200000', 'en', '2019-11-25T06:10:00Z'],
  ['2019-02-31', 'en', null],
  ['31/31/2019', 'en', null],
  ['five minutes ago', 'en', null],
  ['', 'en', null],
])('reads %j (%s) as %j', (text, language, date) => {
  const read = parseDate(text, { language });
  expect(read).toBe(date);
  if (read !== null) expect(PublishedDate.safeParse(read).success).toBe(true);
});

it('knows what cannot be a day of publication', () => {
  const now = Date.parse('2026-01-15T12:00:00Z');
  expect(isPlausible('2026-01-15T20:00:00Z', now)).toBe(true);
  for (const date of ['0001-01-01', '1970-01-01T00:00:00Z', '2026-02-01', '1200-01-01']) {
    expect(isPlausible(date, now)).toBe(false);
  }
});

it.each([
  ['https://x.example/2019/11/25/story', '2019-11-25'],
  ['https://x.example/news/2019-11-25-story', '2019-11-25'],
  ['https://x.example/story-20191125.html', '2019-11-25'],
  ['https://x.example/story_20191125_a.html', '2019-11-25'],
  ['https://x.example/world/2019/nov/25/story', '2019-11-25'],
  ['https://x.example/2019/11/story', '2019-11'],
  ['https://x.example/story/123456789', null],
  ['https://x.example/2019/13/45/story', null],
  ['nonsense', null],
])('finds in %s the date %s', (address, date) => {
  expect(dateInAddress(address)).toBe(date);
});

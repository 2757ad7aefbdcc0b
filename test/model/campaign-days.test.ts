import { describe, expect, test } from 'vitest';
import { dateOfDay, dayOfDate } from '../../lib/model/campaign-days.ts';

const posti = { firstDay: '2019-11-11', dayType: 'calendar' } as const;
const oakland = { firstDay: '2019-02-21', dayType: 'working' } as const;

describe('campaign days', () => {
  test('Posti settled on day 16, 27 November', () => {
    expect(dateOfDay(posti, 16)).toBe('2019-11-27');
    expect(dayOfDate(posti, '2019-11-25')).toBe(14);
  });
  test('Oakland’s seventh school day is 1 March: weekends do not count', () => {
    expect(dateOfDay(oakland, 0)).toBe('2019-02-21');
    expect(dateOfDay(oakland, 6)).toBe('2019-03-01');
  });
  test('a date and back is the same day, before the strike too', () => {
    for (const calendar of [posti, oakland]) {
      for (let day = -40; day < 200; day++) {
        expect(dayOfDate(calendar, dateOfDay(calendar, day))).toBe(day);
      }
    }
  });
});

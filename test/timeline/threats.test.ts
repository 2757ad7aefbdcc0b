import { expect, it } from 'vitest';
import { threatOf } from '../../components/timeline/threats.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import type { SympathyStrike } from '../../lib/model/action.ts';

const { campaign, scenario } = openCasebookEntry('posti-2019', '2026-11-22T10:00:00Z');
const air = scenario.actions.find(({ id }) => id === 'air-14') as SympathyStrike;
const unsettled = { settledDay: null };
const became = (change: Partial<SympathyStrike>, length = scenario.fixedLengthDays) =>
  threatOf({ ...air, ...change }, unsettled, { ...scenario, fixedLengthDays: length });

it('without an announcement before the first day there is no threat', () => {
  expect(became({ announcedDay: null })).toBeNull();
  expect(became({ announcedDay: air.startDay })).toBeNull();
  const meals = { ...air, kind: 'boycott' } as unknown as SympathyStrike;
  expect(threatOf(meals, unsettled, scenario)).toBeNull();
});

it('what was announced is carried out once it begins, even if it is broken off later', () => {
  expect(became({})).toBe('carriedOut');
  expect(became({ withdrawnDay: air.startDay + 1 })).toBe('carriedOut');
});

it('it is withdrawn if it is taken back up to the day on which it would begin', () => {
  expect(became({ withdrawnDay: 10 })).toBe('withdrawn');
  expect(became({ withdrawnDay: air.startDay })).toBe('withdrawn');
});

it('it stands as a threat where it was all over before it could begin', () => {
  expect(threatOf({ ...air, startDay: 17 }, campaign, scenario)).toBe('standing');
  // On the day of the settlement itself it still begins.
  expect(threatOf({ ...air, startDay: campaign.settledDay! }, campaign, scenario)).toBe(
    'carriedOut',
  );
  expect(became({}, 14)).toBe('standing');
  expect(became({}, 15)).toBe('carriedOut');
});

import { expect, test } from 'vitest';
import { askedOfOthers, stakeOf } from '../../components/campaign/workers-stake.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { isTakenByWorkers, type WorkersAction } from '../../lib/model/action.ts';

const { scenario } = openCasebookEntry('posti-2019', '2026-11-22T00:00:00Z');
const strike = (id: string): WorkersAction =>
  scenario.actions.filter(isTakenByWorkers).find((action) => action.id === id)!;
const air = { ...strike('air-14'), workers: 120, wagePerDay: 95 };

test('a strike asks people times its days, and their wages with it', () => {
  const twoDays = { ...air, durationDays: 2 };
  expect(stakeOf(twoDays, 120)).toEqual({ workers: 120, days: 2, workerDays: 240, wages: 22_800 });
  expect(stakeOf({ ...air, wagePerDay: null }, 120)).toMatchObject({
    workerDays: 120,
    wages: null,
  });
  expect(stakeOf({ ...air, workers: null }, 120)).toBeNull();
});

test('one without an end lasts to the horizon, and none lasts beyond it', () => {
  const open = { ...air, durationDays: null };
  expect(stakeOf(open, 24)!.days).toBe(24 - air.startDay);
  expect(stakeOf({ ...air, durationDays: 50 }, air.startDay + 3)!.days).toBe(3);
  expect(stakeOf(open, air.startDay)!.workerDays).toBe(0);
});

test('a time line counts those that are on, says which are not counted and which not known to be lawful', () => {
  const none = askedOfOthers(scenario.actions, 120)!;
  expect(none).toMatchObject({
    actions: 10,
    uncounted: 10,
    workerDays: 0,
    wages: null,
    notLawful: 10,
  });
  const one = scenario.actions.map((action) =>
    action.id === 'air-14' ? { ...air, legality: 'lawful' as const } : action,
  );
  expect(askedOfOthers(one, 120)).toMatchObject({
    actions: 10,
    uncounted: 9,
    workerDays: 120,
    wages: 11_400,
    notLawful: 9,
  });
  const off = one.map((action) => ({ ...action, enabled: action.id !== 'air-14' }));
  expect(askedOfOthers(off, 120)).toMatchObject({ actions: 9, uncounted: 9 });
  expect(askedOfOthers([], 120)).toBeNull();
});

import { expect, test } from 'vitest';
import { askedOfOthers, stakeOf } from '../../components/campaign/workers-stake.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { isTakenByWorkers, type WorkersAction } from '../../lib/model/action.ts';
import { judge } from '../../lib/model/check-verdicts.ts';
import { runDaysOf } from '../../lib/model/days-asked.ts';

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

test('nobody is asked beyond the declared length of the strike', () => {
  const open = { ...air, durationDays: null };
  const declared = { ...scenario, horizonDays: 120, fixedLengthDays: air.startDay + 4 };
  expect(stakeOf(open, runDaysOf(declared))!.days).toBe(4);
  expect(runDaysOf({ horizonDays: 30, fixedLengthDays: 50 })).toBe(30);
  expect(runDaysOf({ horizonDays: 30, fixedLengthDays: null })).toBe(30);
  expect(askedOfOthers([open], runDaysOf({ ...declared, fixedLengthDays: 3 }))).toMatchObject({
    workerDays: 0,
  });
});

test('a strike that was called off is asked of nobody from that day on', () => {
  const withdrawn = (day: number) => ({ ...air, durationDays: 10, withdrawnDay: day });
  expect(stakeOf(withdrawn(air.startDay - 2), 120)!.workerDays).toBe(0);
  expect(stakeOf(withdrawn(air.startDay), 120)!.workerDays).toBe(0);
  expect(stakeOf(withdrawn(air.startDay + 3), 120)!.days).toBe(3);
  expect(stakeOf(withdrawn(air.startDay + 50), 120)!.days).toBe(10);
});

test('the page and a check count the same worker-days', () => {
  const actions = [
    air,
    { ...air, id: 'open', durationDays: null },
    { ...air, id: 'withdrawn', durationDays: null, withdrawnDay: air.startDay + 2 },
    { ...air, id: 'late', startDay: 200 },
    { ...air, id: 'off', enabled: false },
  ];
  for (const fixedLengthDays of [null, 3, air.startDay + 5, 300]) {
    const planned = { ...scenario, actions, fixedLengthDays };
    const verdict = judge({ kind: 'workerDays', id: 'w', atMost: 1 }, planned, []);
    expect(verdict).toMatchObject({
      kind: 'judged',
      finding: {
        kind: 'workerDays',
        workerDays: askedOfOthers(actions, runDaysOf(planned))!.workerDays,
      },
    });
  }
});

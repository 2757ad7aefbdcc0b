/** What each action adds: claims about Shapley values that hold whatever the campaign. */
import { describe, expect, test } from 'vitest';
import type { Action } from '../../lib/model/action.ts';
import { powerOf, POWER_RESOURCES } from '../../lib/model/power.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import type { Attribution, AttributionRequest } from '../../lib/model/study.ts';
import { attribution, ORDER_PAIRS } from '../../lib/simulation/attribution.ts';
import { finishStudy } from '../../lib/simulation/study.ts';
import { entry, held, run, winOf } from './runs.ts';

const FUTURES = 300;

function attribute(
  records: CampaignScenario,
  change: Partial<AttributionRequest> = {},
): Attribution {
  const request = { ...records, futures: FUTURES, actionIds: null, ...change };
  return finishStudy(attribution(request));
}

function shorter(records: CampaignScenario, horizonDays = 30): CampaignScenario {
  return { ...records, scenario: { ...records.scenario, horizonDays } };
}

function plus(records: CampaignScenario, ...actions: Action[]): CampaignScenario {
  const { scenario } = records;
  return { ...records, scenario: { ...scenario, actions: [...scenario.actions, ...actions] } };
}

function keeping(records: CampaignScenario, ...ids: string[]): CampaignScenario {
  const actions = records.scenario.actions.filter(({ id }) => ids.includes(id));
  return { ...records, scenario: { ...records.scenario, actions } };
}

const common = { note: '', enabled: true, startDay: 3, durationDays: null };
const boycott = (id: string, share: number): Action => ({
  ...common,
  id,
  name: id,
  kind: 'boycott',
  share: held(share, 900),
});
const donation = (id: string, amount: number): Action => ({
  ...common,
  id,
  name: id,
  kind: 'donation',
  amountPerDay: held(amount, 901),
});

const POSTI = shorter(entry('posti-2019'));
const OAKLAND = shorter(entry('oakland-2019'));
const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const winWith = (records: CampaignScenario, ids: readonly string[], players: readonly string[]) => {
  const actions = records.scenario.actions.map((action) =>
    players.includes(action.id) ? { ...action, enabled: ids.includes(action.id) } : action,
  );
  return winOf(
    run({ ...records, scenario: { ...records.scenario, actions } }, { futures: FUTURES }),
  );
};

function expectWhole(result: Attribution): void {
  const { actions, powers, gain, leverage, leverageByDay, days } = result;
  for (const parts of [actions, powers]) {
    expect(Math.abs(sumOf(parts.map((part) => part.gain.mean)) - gain.mean)).toBeLessThan(1e-9);
    expect(Math.abs(sumOf(parts.map((part) => part.leverage)) - leverage)).toBeLessThan(1e-9);
    for (let day = 0; day < days; day++) {
      const sum = sumOf(parts.map((part) => part.leverageByDay[day]));
      expect(Math.abs(sum - leverageByDay[day])).toBeLessThan(1e-9);
    }
  }
  expect(Math.abs(result.with - result.without - gain.mean)).toBeLessThan(1e-12);
}

describe('what the actions add', () => {
  test('sums to the whole, exact or sampled, of P(win) and of leverage on every day', () => {
    const eight = keeping(POSTI, ...POSTI.scenario.actions.slice(0, 8).map(({ id }) => id));
    const exact = attribute(eight, { futures: 64 });
    expect(exact).toMatchObject({ method: 'exact', runs: 256 });
    expectWhole(exact);
    const sampled = attribute(POSTI, { futures: 64 });
    expect(sampled).toMatchObject({ method: 'sampled', orders: 2 * ORDER_PAIRS });
    expectWhole(sampled);
    for (const action of exact.actions) expect(action.samplingError).toBe(0);
    for (const action of sampled.actions) expect(action.samplingError).toBeGreaterThan(0);
  });

  test('is the mean over all orders of direct runs, and the whole is theirs, too', () => {
    const records = plus(OAKLAND, boycott('boycott', 0.1), donation('fund', 20_000));
    const players = ['meals', 'parents', 'fund'];
    const { actions, with: all, without } = attribute(records, { actionIds: players });
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const [place, id] of players.entries()) {
      const added = orders.map((order) => {
        const before = order.slice(0, order.indexOf(place)).map((other) => players[other]!);
        return winWith(records, [...before, id], players) - winWith(records, before, players);
      });
      const action = actions.find(({ actionId }) => actionId === id)!;
      expect(action.gain.mean).toBeCloseTo(sumOf(added) / orders.length, 12);
    }
    expect(all).toBe(winWith(records, players, players));
    expect(without).toBe(winWith(records, [], players));
  });

  test('is the same for two actions that do the same', () => {
    const records = plus(
      shorter(entry('generic')),
      boycott('first', 0.2),
      boycott('second', 0.2),
      donation('fund', 50_000),
    );
    const { actions } = attribute(records, { actionIds: ['first', 'second', 'fund'] });
    const [first, second, fund] = actions;
    expect(first!.gain.mean).toBeGreaterThan(0.001);
    expect(first!.gain.mean).toBeCloseTo(second!.gain.mean, 12);
    expect(first!.leverage).toBeCloseTo(second!.leverage, 12);
    expect(fund!.gain.mean).not.toBeCloseTo(first!.gain.mean, 6);
  });

  test('is nothing at all for an action that does nothing, in every future, exact or sampled', () => {
    for (const records of [plus(OAKLAND, donation('idle', 0)), plus(POSTI, donation('idle', 0))]) {
      const { actions } = attribute(records, { futures: 64 });
      const idle = actions.find(({ actionId }) => actionId === 'idle')!;
      expect([idle.gain.mean, idle.gain.standardError, idle.samplingError]).toEqual([0, 0, 0]);
      expect([...idle.gain.quantiles]).toEqual([0, 0, 0, 0, 0]);
      expect([...idle.leverageByDay].every((value) => value === 0)).toBe(true);
    }
  });

  test('sampled lies within its own error of all orders, and follows from the seed alone', () => {
    const records = keeping(POSTI, ...POSTI.scenario.actions.slice(1).map(({ id }) => id));
    const few = { futures: 24 };
    const sampled = attribute(records, few);
    expect(sampled.method).toBe('sampled');
    const players = records.scenario.actions.map(({ id }) => id);
    const worth = Array.from({ length: 1 << players.length }, (_, mask) => {
      const actions = records.scenario.actions.map((action, place) => ({
        ...action,
        enabled: ((mask >> place) & 1) === 1,
      }));
      return winOf(run({ ...records, scenario: { ...records.scenario, actions } }, few));
    });
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    const n = players.length;
    for (const [place, action] of sampled.actions.entries()) {
      let value = 0;
      worth.forEach((without, mask) => {
        if ((mask >> place) & 1) return;
        const size = [...mask.toString(2)].filter((bit) => bit === '1').length;
        const weight = (factorial(size) * factorial(n - size - 1)) / factorial(n);
        value += weight * (worth[mask | (1 << place)]! - without);
      });
      expect(Math.abs(action.gain.mean - value)).toBeLessThan(4 * action.samplingError + 1e-12);
    }
    expect(attribute(records, few)).toEqual(sampled);
  });

  test('splits by kind of power: Posti stands on structural power, Oakland on people who carry each other', () => {
    const posti = attribute(POSTI, { futures: 64 });
    const oakland = attribute(OAKLAND, { futures: 64 });
    for (const result of [posti, oakland])
      expect(result.powers.map(({ power }) => power)).toEqual([...POWER_RESOURCES]);
    const of = (result: Attribution, power: string) =>
      result.powers.find((part) => part.power === power)!.gain.mean;
    expect(of(posti, 'structural')).toBeCloseTo(posti.gain.mean, 12);
    expect(of(oakland, 'structural')).toBe(0);
    expect(of(oakland, 'associational')).toBeGreaterThan(of(oakland, 'societal'));
    expect(powerOf(boycott('b', 0.1))).toBe('societal');
  });

  test('leaves out what is switched off and what the employer does, unless asked for', () => {
    const off = { ...boycott('off', 0.2), enabled: false };
    const records = plus(OAKLAND, off, {
      ...common,
      id: 'surge',
      name: 'surge',
      kind: 'replacementSurge',
      share: held(0.2, 902),
    });
    const ids = (result: Attribution) => result.actions.map(({ actionId }) => actionId);
    expect(ids(attribute(records, { futures: 24 }))).toEqual(['meals', 'parents']);
    const asked = attribute(records, { futures: 64, actionIds: ['meals', 'surge'] });
    expect(ids(asked)).toEqual(['meals', 'surge']);
    expect(asked.actions[1]!.gain.mean).toBeLessThan(0);
    expect(asked.actions[1]!.power).toBe('institutional');
  });

  test('of no actions at all is nothing', () => {
    const result = attribute(keeping(OAKLAND), { futures: 24 });
    expect(result).toMatchObject({ actions: [], runs: 1, leverage: 0 });
    expect(result.gain.mean).toBe(0);
  });
});

/** The ten groups of claims at the end of the model's description; same futures, all else equal. */
import { describe, expect, test } from 'vitest';
import type { CasebookId } from '../../lib/casebook/casebook.ts';
import {
  ENDINGS,
  DAY_QUANTITIES,
  QUANTILE_LEVELS,
  type EnsembleResult,
} from '../../lib/model/ensemble.ts';
import type { ParameterKey } from '../../lib/model/parameters.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';
import { digestBytes } from '../../lib/simulation/digest.ts';
import { Futures } from '../../lib/simulation/chance.ts';
import { runEnsemble, simulate, simulateCertain } from '../../lib/simulation/ensemble.ts';
import {
  entry,
  held,
  referenceEntry,
  run,
  winOf,
  withActions,
  withNumbers,
  without,
} from './runs.ts';

const CAMPAIGNS: CasebookId[] = ['generic', 'posti-2019', 'oakland-2019'];

function coverage(records: CampaignScenario, share: number): CampaignScenario {
  return withActions(records, (action) =>
    action.kind === 'serviceSubstitution'
      ? { ...action, coverage: held(share, action.coverage.drawSlot) }
      : action,
  );
}

describe('1. states, probabilities, repetition', () => {
  test.each(CAMPAIGNS)('%s: states stay in their ranges, the four probabilities sum to 1', (id) => {
    const result = run(entry(id), { allQuantiles: true, futures: 300 });
    for (const share of ['participation', 'support', 'hardship', 'crossing'] as const) {
      for (const value of result.quantiles[share]!) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
    for (const positive of ['fund', 'buffer', 'harmToOthers'] as const) {
      for (const value of result.quantiles[positive]!) expect(value).toBeGreaterThanOrEqual(0);
    }
    for (const quantity of DAY_QUANTITIES) {
      for (const value of result.quantiles[quantity]!) expect(Number.isFinite(value)).toBe(true);
    }
    for (let day = 0; day < result.days; day++) {
      const sum = ENDINGS.reduce((total, ending) => total + result.endings[ending][day], 0);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
    }
  });

  test('the same request gives the same bytes', async () => {
    const request = {
      ...entry('posti-2019'),
      futures: 300,
      certain: false,
      allQuantiles: false,
      hardshipLimit: 0.3,
      supportLimit: 0.4,
      baseline: null,
    };
    const first = await compareNow(request);
    const second = await compareNow(structuredClone(request));
    expect(digestBytes(second)).toEqual(digestBytes(first));
    expect(second.digest).toBe(first.digest);
  });

  test('a longer ensemble begins with the shorter one', () => {
    const short = run(entry('posti-2019'), { futures: 200 }).winByFuture;
    const long = run(entry('posti-2019'), { futures: 600 }).winByFuture;
    expect(long.slice(0, 200)).toEqual(short);
    expect(new Set(long).size).toBe(600);
  });

  test('the first result that comes along on the way is that of a run of so many futures', () => {
    const request = {
      ...entry('posti-2019'),
      futures: 400,
      certain: false,
      allQuantiles: true,
      hardshipLimit: 0.3,
      supportLimit: 0.4,
    };
    for (const firstAt of [128, 320]) {
      const onTheWay: EnsembleResult[] = [];
      const steps = runEnsemble(request, new Futures(1919), 1, firstAt);
      let next = steps.next();
      for (; !next.done; next = steps.next()) if (next.value.first) onTheWay.push(next.value.first);
      expect(onTheWay).toEqual([simulate({ ...request, futures: firstAt })]);
      expect(next.value).toEqual(simulate(request));
    }
  });

  test('neither new ids nor a new order of actions changes anybody’s luck', () => {
    const records = entry('posti-2019');
    const renamed = withActions(records, (action) => ({ ...action, id: `other-${action.id}` }));
    const reversed = {
      ...records,
      scenario: { ...records.scenario, actions: records.scenario.actions.toReversed() },
    };
    const win = run(records, { futures: 100 }).winByFuture;
    expect(run(renamed, { futures: 100 }).winByFuture).toEqual(win);
    run(reversed, { futures: 100 }).winByFuture.forEach((value, future) => {
      expect(value).toBeCloseTo(win[future], 12);
    });
  });
});

describe('2. where nothing can pass, nothing changes', () => {
  test('θ = 0 and a₃ = 0: a sympathy strike outside the struck sector changes nothing at all', () => {
    const records = withNumbers(entry('posti-2019'), { internalisation: 0, harmEffect: 0 });
    expect(run(records).winByFuture).toEqual(run(without(records)).winByFuture);
  });
  test('φ = 0: a free substitution changes nothing at all', () => {
    const records = withNumbers(entry('oakland-2019'), { dependentShare: 0 });
    expect(run(records).winByFuture).toEqual(run(without(records, 'meals')).winByFuture);
  });
});

describe('3. money has no unit of its own', () => {
  const MONEY: ParameterKey[] = [
    'wagePerDay',
    'strikePayPerDay',
    'strikeFund',
    'gainFromConcession',
    'costOfConceding',
    'revenuePerDay',
    'revenuePerUserDay',
    'blameCostPerDay',
    'harmScale',
  ];
  test.each(CAMPAIGNS)('%s in another currency gives the same chances', (id) => {
    const factor = 7.3;
    const records = entry(id);
    const scaled = withNumbers(
      records,
      Object.fromEntries(MONEY.map((key) => [key, (now: number) => now * factor])),
    );
    const table = scaled.campaign.sectors?.table;
    const inOther: CampaignScenario = {
      campaign: {
        ...scaled.campaign,
        sectors: table
          ? {
              struck: scaled.campaign.sectors!.struck,
              table: { ...table, valueAdded: table.valueAdded.map((value) => value * factor) },
            }
          : null,
      },
      scenario: withActions(scaled, (action) => {
        if (action.kind !== 'sympathyStrike') return action;
        const { low, typical, high, ...rest } = action.harmPerPerson;
        return {
          ...action,
          harmPerPerson: {
            ...rest,
            low: low * factor,
            typical: typical * factor,
            high: high * factor,
          },
        };
      }).scenario,
    };
    const before = run(records, { futures: 200 }).winByFuture;
    run(inOther, { futures: 200 }).winByFuture.forEach((win, future) => {
      expect(Math.abs(win - before[future])).toBeLessThan(1e-9);
    });
  });
});

describe('4. one day’s state', () => {
  const firstDay = (records: CampaignScenario) => {
    const { campaign, scenario } = records;
    const days = simulateCertain({ campaign, scenario: { ...scenario, horizonDays: 1 } });
    return { cost: days.targetCost[0], leverage: days.leverage[0] };
  };
  /** The movement's own service costs the fund nothing in all three; day 0 of a certain run is one day's state. */
  const along = (id: CasebookId, key: ParameterKey, values: number[]) =>
    values.map((value) => firstDay(withNumbers(entry(id), { [key]: value })));

  const expectOrder = (values: number[], order: 'never falls' | 'never rises') => {
    for (let i = 1; i < values.length; i++) {
      const step = values[i] - values[i - 1];
      if (order === 'never falls')
        expect(step).toBeGreaterThanOrEqual(-1e-12 * Math.abs(values[i]));
      else expect(step).toBeLessThanOrEqual(1e-12 * Math.abs(values[i]));
    }
  };

  test.each(CAMPAIGNS)(
    '%s: the target’s cost never falls in p, θ, m and never rises in r',
    (id) => {
      const shares = [0, 0.2, 0.4, 0.6, 0.8, 1];
      for (const key of ['participationAtStart', 'internalisation', 'netLossShare'] as const) {
        const costs = along(id, key, shares).map(({ cost }) => cost);
        expectOrder(costs, 'never falls');
      }
      const costs = along(id, 'replacementNow', shares).map(({ cost }) => cost);
      expectOrder(costs, 'never rises');
    },
  );

  test('the target’s cost never falls in what is down elsewhere', () => {
    const costs = [0, 0.25, 0.5, 0.75, 1].map((share) => {
      const records = withActions(entry('posti-2019'), (action) =>
        action.kind === 'sympathyStrike' && action.id === 'air-14'
          ? {
              ...action,
              startDay: 0,
              announcedDay: null,
              share: held(share, action.share.drawSlot),
            }
          : null,
      );
      return firstDay(records).cost;
    });
    expectOrder(costs, 'never falls');
    expect(costs[4]).toBeGreaterThan(costs[0]);
  });

  test('schools: the district’s cost never rises in crossing', () => {
    const costs = along('oakland-2019', 'crossingBase', [0, 0.1, 0.3, 0.6, 1]).map(
      ({ cost }) => cost,
    );
    expectOrder(costs, 'never rises');
  });

  test.each(CAMPAIGNS)('%s: leverage never falls in F, B, V and never rises in K, r', (id) => {
    const leverage = (key: ParameterKey, values: number[]) =>
      along(id, key, values).map((day) => day.leverage);
    const M = 1_000_000;
    expectOrder(leverage('strikeFund', [0, M, 5 * M, 50 * M]), 'never falls');
    expectOrder(leverage('householdBufferDays', [0, 10, 45, 200]), 'never falls');
    expectOrder(leverage('gainFromConcession', [M, 10 * M, 100 * M]), 'never falls');
    expectOrder(leverage('costOfConceding', [M, 10 * M, 100 * M]), 'never rises');
    expectOrder(leverage('replacementNow', [0, 0.3, 0.6, 0.9]), 'never rises');
  });
});

describe('5. a whole campaign', () => {
  const win = (records: CampaignScenario) => winOf(run(records, { futures: 256 }));
  test.each(CAMPAIGNS)('%s: P(win) falls in K, r_max and the wage lost', (id) => {
    const records = referenceEntry(id);
    const before = win(records);
    expect(win(withNumbers(records, { costOfConceding: (now) => now * 1.2 }))).toBeLessThan(before);
    expect(win(withNumbers(records, { replacementMax: (now) => now * 1.5 }))).toBeLessThan(before);
    expect(win(withNumbers(records, { wagePerDay: (now) => now * 1.2 }))).toBeLessThan(before);
  });
  test.each(CAMPAIGNS)('%s: P(win) does not fall in netLossShare, fund, buffer, S₀', (id) => {
    const records = referenceEntry(id);
    const before = win(records);
    for (const key of [
      'netLossShare',
      'strikeFund',
      'householdBufferDays',
      'supportAtStart',
    ] as const) {
      const after = win(withNumbers(records, { [key]: (now: number) => now * 1.2 }));
      expect(after, key).toBeGreaterThanOrEqual(before);
    }
  });
});

describe('6. full is full', () => {
  test('free coverage beyond full changes nothing', () => {
    const full = coverage(entry('oakland-2019'), 1);
    const meals = full.scenario.actions.find(({ id }) => id === 'meals')!;
    const twice = {
      ...full,
      scenario: {
        ...full.scenario,
        actions: [...full.scenario.actions, { ...meals, id: 'second' }],
      },
    };
    expect(run(twice).winByFuture).toEqual(run(full).winByFuture);
  });
  test('a sector already down cannot fall further', () => {
    const down = withActions(entry('posti-2019'), (action) =>
      action.kind === 'sympathyStrike' && action.id === 'air-14'
        ? { ...action, share: held(1, action.share.drawSlot), announcedDay: null }
        : { ...action, enabled: false },
    );
    const strike = down.scenario.actions.find(({ id }) => id === 'air-14')!;
    if (strike.kind !== 'sympathyStrike') throw new Error('air-14 is a sympathy strike');
    const nobodyElse = {
      ...strike,
      id: 'again',
      peoplePerDay: held(0, strike.peoplePerDay.drawSlot),
    };
    const twice = {
      ...down,
      scenario: { ...down.scenario, actions: [...down.scenario.actions, nobodyElse] },
    };
    expect(run(twice).winByFuture).toEqual(run(down).winByFuture);
  });
});

describe('7. announcements', () => {
  test('γ₀ = 0: an announcement changes nothing before the first announced action has begun', () => {
    const records = withNumbers(entry('posti-2019'), { credibilityAtStart: 0 });
    const silent = withActions(records, (action) =>
      action.kind === 'sympathyStrike' ? { ...action, announcedDay: null } : action,
    );
    const first = Math.min(...records.scenario.actions.map(({ startDay }) => startDay));
    const announced = run(records, { futures: 100 });
    const unannounced = run(silent, { futures: 100 });
    const until = first * QUANTILE_LEVELS.length;
    expect(announced.quantiles.leverage.slice(0, until)).toEqual(
      unannounced.quantiles.leverage.slice(0, until),
    );
    expect(announced.quantiles.leverage).not.toEqual(unannounced.quantiles.leverage);
  });

  test('a threat that is believed presses before it is carried out, and a withdrawn one is gone', () => {
    const lone = (change: { announcedDay: number | null; withdrawnDay: number | null }) =>
      simulateCertain(
        withActions(entry('posti-2019'), (action) =>
          action.kind === 'sympathyStrike' && action.id === 'air-14'
            ? { ...action, ...change }
            : null,
        ),
      ).targetCost;
    const silent = lone({ announcedDay: null, withdrawnDay: null });
    const announced = lone({ announcedDay: 8, withdrawnDay: null });
    const withdrawn = lone({ announcedDay: 8, withdrawnDay: 11 });
    expect(announced[10]).toBeGreaterThan(silent[10]);
    expect(withdrawn[10]).toBe(announced[10]);
    expect(withdrawn[11]).toBeLessThan(announced[11]);
    expect(withdrawn[14]).toBeLessThan(silent[14]);
  });
});

describe('8. frailty', () => {
  /** Nothing moves: participation, support, buffer and hazards stand still, so only frailty shapes the durations. */
  const standing = (frailtyVariance: number) =>
    withNumbers(referenceEntry('generic'), {
      frailtyVariance,
      costOfConceding: 14_000_000,
      rampDays: 0.001,
      participationRate: 0,
      supportReversion: 0,
      supportNoise: 0,
      exposureEffect: 0,
      hardshipEffect: 0,
      harmEffect: 0,
      hardshipRate: 0,
      replacementNow: 0.3,
      replacementMax: 0.3,
      wagePerDay: 0,
      strikePayPerDay: 0,
      strikeFund: 0,
    });

  test('v = 0 with constant states gives exponential durations', () => {
    const { open } = run(standing(0), { futures: 1 }).endings;
    const daily = open[0];
    for (let day = 0; day < 60; day++) {
      expect(Math.log(open[day]) / Math.log(daily)).toBeCloseTo(day + 1, 8);
    }
  });

  test('raising v makes the pooled hazard fall faster', () => {
    const falls = [0, 0.6, 1.4, 2.8].map((v) => {
      const { open } = run(standing(v), { futures: 1 }).endings;
      const hazard = (day: number) => 1 - open[day] / open[day - 1];
      return hazard(40) / hazard(5);
    });
    expect(falls[0]).toBeCloseTo(1, 8);
    for (let i = 1; i < falls.length; i++) expect(falls[i]).toBeLessThan(falls[i - 1]);
  });
});

describe('9. the founding stories', () => {
  const FUTURES = 1000;
  const win = (records: CampaignScenario) => winOf(run(records, { futures: FUTURES }));

  test('Posti: with beats without; at θ = 0 it is the other way round', () => {
    const records = referenceEntry('posti-2019');
    expect(win(records)).toBeGreaterThan(win(without(records)));
    const nobody = withNumbers(records, { internalisation: 0 });
    expect(win(nobody)).toBeLessThan(win(without(nobody)));
  });

  test('Oakland: meals by the movement beat meals by the district, which beat none', () => {
    const records = referenceEntry('oakland-2019');
    const byDistrict = withActions(records, (action) =>
      action.kind === 'serviceSubstitution' ? { ...action, provider: 'target' } : action,
    );
    expect(win(records)).toBeGreaterThan(win(byDistrict));
    expect(win(byDistrict)).toBeGreaterThan(win(without(records, 'meals')));
  });

  test('Oakland: where hunger shames the district, feeding people also relieves it', () => {
    const gain = (blame: number) => {
      const records = withNumbers(referenceEntry('oakland-2019'), { blameCostPerDay: blame });
      return [0, 0.4, 0.7, 1].map((share) => win(coverage(records, share)));
    };
    const shameless = gain(500_000);
    expect(Math.abs(shameless[3] - shameless[0] - 0.1)).toBeLessThan(0.01);
    const shamed = gain(3_000_000);
    expect(Math.abs(shamed[3] - shamed[0] - 0.01)).toBeLessThan(0.01);
    expect(Math.max(shamed[1], shamed[2])).toBeGreaterThan(shamed[3]);
  });

  test('generic: the longer it has lasted, the rarer the victory', () => {
    const { conceded, open } = run(referenceEntry('generic'), { futures: FUTURES }).endings;
    const bands = [
      [1, 7, 0.643],
      [8, 21, 0.605],
      [22, 60, 0.393],
      [61, 150, 0.157],
      [151, 400, 0.144],
    ];
    for (const [from, to, chance] of bands) {
      // A dispute that ends on the evening of day t has lasted t + 1 days.
      const before = from - 2;
      const won = conceded[to - 1] - (before < 0 ? 0 : conceded[before]);
      const ended = (before < 0 ? 1 : open[before]) - open[to - 1];
      expect(Math.abs(won / ended - chance)).toBeLessThan(0.005);
    }
  });
});

describe('10. the step is small enough', () => {
  test.each(CAMPAIGNS)('%s: half the step changes no outcome by half a point', (id) => {
    const records = referenceEntry(id, 120);
    const whole = run(records, { futures: 512 });
    const half = run(records, { futures: 512, stepDays: 0.5 });
    for (const ending of ENDINGS) {
      expect(Math.abs(whole.endings[ending][119] - half.endings[ending][119])).toBeLessThan(0.005);
    }
  });
});

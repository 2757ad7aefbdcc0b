/** The other questions: every answer held against direct runs of the ensemble. */
import { describe, expect, test } from 'vitest';
import { NOT_ASKED, type Action } from '../../lib/model/action.ts';
import {
  dayByWhichEnded,
  gainsByFuture,
  settlementDays,
  winIfStillOpen,
} from '../../lib/model/endings-by-day.ts';
import { QUANTILE_LEVELS } from '../../lib/model/ensemble.ts';
import { log, logit } from '../../lib/model/arithmetic.ts';
import { PARAMETERS, type ParameterKey } from '../../lib/model/parameters.ts';
import { baselineOf, type CampaignScenario } from '../../lib/model/scenario.ts';
import type { NumberReference } from '../../lib/model/study.ts';
import { effectiveRange } from '../../lib/model/uncertain-number.ts';
import { Futures } from '../../lib/simulation/chance.ts';
import { sectorSpread } from '../../lib/simulation/compared-spread.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';
import { flips } from '../../lib/simulation/flips.ts';
import { held as heldAt } from '../../lib/simulation/held-numbers.ts';
import { informationIn, informationValues } from '../../lib/simulation/information.ts';
import { asAdded, nextActions } from '../../lib/simulation/next-actions.ts';
import { startDays, strengths } from '../../lib/simulation/one-action.ts';
import { sideBySide } from '../../lib/simulation/side-by-side.ts';
import { estimateOf, finishStudy, meanOf } from '../../lib/simulation/study.ts';
import { tornado } from '../../lib/simulation/tornado.ts';
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

const FUTURES = 320;
const DAYS = 25;

function shorter(records: CampaignScenario, horizonDays = DAYS): CampaignScenario {
  return { ...records, scenario: { ...records.scenario, horizonDays } };
}
const POSTI = shorter(entry('posti-2019'));
const OAKLAND = shorter(entry('oakland-2019'));

const win = (records: CampaignScenario) => winOf(run(records, { futures: FUTURES }));
const effect = (records: CampaignScenario) => {
  const { campaign, scenario } = records;
  return win(records) - win({ campaign, scenario: baselineOf(scenario) });
};
const asked = (records: CampaignScenario) => ({ ...records, futures: FUTURES, baseline: null });

/** The tests' own way of holding a number, by the field's name. */
function withHeld(
  records: CampaignScenario,
  number: NumberReference,
  value: number,
): CampaignScenario {
  if (number.of === 'campaign') return withNumbers(records, { [number.key]: value });
  return withActions(records, (action) => {
    if (action.id !== number.actionId) return action;
    const { drawSlot } = (action as unknown as Record<string, { drawSlot: number }>)[number.key]!;
    return { ...action, [number.key]: held(value, drawSlot) } as Action;
  });
}

describe('what it rests on', () => {
  const postiRows = finishStudy(tornado(asked(POSTI)));

  test('the ends are direct runs, of scenario and baseline, for campaign and actions alike', () => {
    const { rows } = postiRows;
    const ofActions = rows.filter(({ number }) => number.of === 'action');
    const ofCampaign = rows.filter(({ number }) => number.of === 'campaign');
    for (const row of [
      ...ofCampaign.slice(0, 5),
      ...ofCampaign.slice(-2),
      ...ofActions.slice(0, 3),
    ]) {
      for (const [end, value] of [
        [row.low, row.range.low],
        [row.high, row.range.high],
      ] as const) {
        const there = withHeld(POSTI, row.number, value);
        const baseline = { ...there, scenario: baselineOf(there.scenario) };
        expect(end.value).toBe(value);
        expect(end.scenario).toBe(win(there));
        expect(end.baseline).toBe(win(baseline));
        expect(end.effect).toBe(end.scenario - end.baseline);
        expect(end.standardError).toBeGreaterThan(0);
      }
    }
  });

  test('every uncertain number is there once, ranked by its swing; known ones are not', () => {
    const { rows } = postiRows;
    const swings = rows.map(({ swing }) => swing);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    const keys = rows
      .filter(({ number, isCalibration }) => number.of === 'campaign' && !isCalibration)
      .map(({ number }) => number.key);
    const uncertain = (Object.keys(PARAMETERS) as ParameterKey[]).filter((key) => {
      const range = effectiveRange(POSTI.campaign.numbers[key], PARAMETERS[key]);
      return range.low < range.high;
    });
    expect([...keys].sort()).toEqual([...uncertain].sort());
    expect(rows.filter(({ isCalibration }) => isCalibration)).toHaveLength(5);
    const without = finishStudy(tornado({ ...asked(OAKLAND), withCalibration: false }));
    expect(without.rows.some(({ isCalibration }) => isCalibration)).toBe(false);
    expect(new Set(rows.map(({ number }) => JSON.stringify(number))).size).toBe(rows.length);
  });

  test('as drawn is the plain comparison', async () => {
    const { scenario, baseline, meanGain, gainQuantiles } = await compareNow({
      ...POSTI,
      futures: FUTURES,
      certain: false,
      allQuantiles: false,
      hardshipLimit: 0.3,
      supportLimit: 0.4,
      baseline: null,
    });
    expect(postiRows.scenario).toBe(winOf(scenario));
    expect(postiRows.baseline).toBe(winOf(baseline));
    expect(postiRows.effect.mean).toBeCloseTo(meanGain, 13);
    expect([...postiRows.effect.quantiles]).toEqual([...gainQuantiles]);
  });

  test('the sign changes where it says: Posti’s hangs on who answers for the harm', () => {
    const flipping = postiRows.rows.filter(({ flip }) => flip !== null);
    expect(flipping.map(({ number }) => number.key)).toContain('internalisation');
    for (const { number, flip, range, scale } of flipping) {
      const [from, to] = flip!.between;
      expect(
        effect(withHeld(POSTI, number, from)) * effect(withHeld(POSTI, number, to)),
      ).toBeLessThan(0);
      expect(flip!.value).toBeGreaterThan(Math.min(from, to));
      expect(flip!.value).toBeLessThan(Math.max(from, to));
      const on = (value: number) => {
        if (scale === 'plain') return value;
        if (scale === 'log') return log(value);
        return logit(Math.min(0.999, Math.max(0.001, value)));
      };
      expect(Math.abs(on(to) - on(from))).toBeLessThan((on(range.high) - on(range.low)) / 255);
    }
    const steady = postiRows.rows.filter(({ flip }) => flip === null);
    for (const { low, high } of steady) expect(low.effect * high.effect).toBeGreaterThanOrEqual(0);
  });

  test('evidence moves the ends, and a held number forgets it', () => {
    const number = POSTI.campaign.numbers.netLossShare;
    const reading = {
      id: 'r',
      clipId: null,
      quote: { id: 'q', exact: 'a third', prefix: '', suffix: '' },
      citation: { title: '', siteName: '', authors: [], publishedAt: null, address: null },
      low: 0.3,
      high: 0.36,
      reliability: 'record' as const,
      groupId: null,
      addedAt: '2026-01-01T00:00:00Z',
    };
    const records = {
      ...POSTI,
      campaign: {
        ...POSTI.campaign,
        numbers: { ...POSTI.campaign.numbers, netLossShare: { ...number, readings: [reading] } },
      },
    };
    const range = effectiveRange(records.campaign.numbers.netLossShare, PARAMETERS.netLossShare);
    expect(range.low).toBeGreaterThan(number.low);
    const reference = { of: 'campaign', key: 'netLossShare' } as const;
    expect(win(heldAt(records, reference, range.low))).toBe(
      win(withHeld(POSTI, reference, range.low)),
    );
  });
});

describe('when should it begin', () => {
  test('is a brute-force scan, its announcement moved with it', () => {
    const answer = finishStudy(startDays({ ...POSTI, futures: FUTURES, actionId: 'air-14' }));
    expect(answer.points.map(({ startDay }) => startDay)).toEqual([...Array(DAYS).keys()]);
    const lead = 14 - 8;
    const wins = answer.points.map(({ startDay }) =>
      win(
        withActions(POSTI, (action) =>
          action.id === 'air-14' && action.kind === 'sympathyStrike'
            ? { ...action, startDay, announcedDay: startDay - lead }
            : action,
        ),
      ),
    );
    expect(answer.points.map((point) => point.win)).toEqual(wins);
    expect(answer.best).toBe(wins.indexOf(Math.max(...wins)));
    expect(answer.without).toBe(win(without(POSTI, 'air-14')));
    expect(answer.now).toBe(win(POSTI));
    expect(answer.now).toBe(wins[14]);
    for (const { win, gain } of answer.points)
      expect(gain.mean).toBeCloseTo(win - answer.without, 12);
    expect(answer.asGood).toContain(answer.best);
    for (const index of answer.points.keys())
      expect(answer.asGood.includes(index)).toBe(wins[answer.best]! - wins[index]! < 0.005);
  });

  test('may look at every so many days only, and at an action that is switched off', () => {
    const off = without(OAKLAND, 'meals');
    const answer = finishStudy(startDays({ ...off, futures: 64, actionId: 'meals', everyDays: 7 }));
    expect(answer.points.map(({ startDay }) => startDay)).toEqual([0, 7, 14, 21]);
    expect(answer.now).toBe(answer.without);
    expect(answer.points[0]!.win).toBe(winOf(run(OAKLAND, { futures: 64 })));
  });

  test('of an action that is not there is refused', () => {
    expect(() => finishStudy(startDays({ ...POSTI, futures: 8, actionId: 'nobody' }))).toThrow();
  });
});

describe('how much is enough', () => {
  test('each step is a direct run', () => {
    const answer = finishStudy(
      strengths({ ...OAKLAND, futures: FUTURES, actionId: 'meals', steps: 4 }),
    );
    expect(answer.key).toBe('coverage');
    expect(answer.points.map(({ value }) => value)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    const reference = { of: 'action', actionId: 'meals', key: 'coverage' } as const;
    const wins = answer.points.map(({ value }) => win(withHeld(OAKLAND, reference, value)));
    expect(answer.points.map((point) => point.win)).toEqual(wins);
    const best = Math.max(...wins);
    expect(answer.enough).toBe(wins.findIndex((win) => best - win < 0.005));
    expect(answer.points[0]!.gain.mean).toBe(0);
  });

  test('a strike that is half as large strands half as many people', () => {
    const answer = finishStudy(
      strengths({ ...POSTI, futures: FUTURES, actionId: 'air-14', steps: 2 }),
    );
    const half = withActions(POSTI, (action) => {
      if (action.id !== 'air-14' || action.kind !== 'sympathyStrike') return action;
      const { low, typical, high, drawSlot } = action.peoplePerDay;
      const times = 0.5 / action.share.typical;
      return {
        ...action,
        share: held(0.5, action.share.drawSlot),
        peoplePerDay: {
          ...held(0, drawSlot),
          low: low * times,
          typical: typical * times,
          high: high * times,
        },
      };
    });
    expect(answer.points[1]!.win).toBe(win(half));
    expect(answer.points[2]!.win).toBeGreaterThan(answer.points[0]!.win);
  });
});

describe('what next', () => {
  const strike = (id: string, sector: string, people: number): Action => ({
    id,
    name: id,
    note: '',
    enabled: false,
    ...NOT_ASKED,
    kind: 'sympathyStrike',
    sector,
    startDay: 5,
    durationDays: 2,
    announcedDay: null,
    withdrawnDay: null,
    share: held(0.5, 64),
    peoplePerDay: held(people, 65),
    harmPerPerson: held(300, 66),
  });
  const fund: Action = {
    id: 'fund',
    name: 'fund',
    note: '',
    enabled: true,
    kind: 'donation',
    startDay: 0,
    durationDays: null,
    amountPerDay: held(200_000, 64),
  };
  const candidates = [
    {
      action: { ...strike('trains', 'LAND', 50_000), workers: 1_000, wagePerDay: 120 } as Action,
      workers: null,
      moneyPerDay: null,
    },
    { action: fund, workers: null, moneyPerDay: null },
    { action: strike('idle', 'NONE', 0), workers: null, moneyPerDay: 10 },
  ];

  test('each option is the scenario with it added; what it costs is counted while the dispute is open', () => {
    const answer = finishStudy(nextActions({ ...POSTI, futures: FUTURES, candidates }));
    const gains = answer.options.map(({ gain }) => gain.mean);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    for (const option of answer.options) {
      const { action } = candidates[option.candidate]!;
      const { scenario } = asAdded(POSTI.scenario, action);
      expect(scenario.actions).toHaveLength(POSTI.scenario.actions.length + 1);
      const direct = run({ ...POSTI, scenario }, { futures: FUTURES });
      expect(option.win).toBe(winOf(direct));
      expect(option.gain.mean).toBeCloseTo(winOf(direct) - win(POSTI), 12);
      const { open } = direct.endings;
      if (action.id === 'trains') {
        expect(option.expectedDays).toBeCloseTo(open[4]! + open[5]!, 12);
        expect(option.workerDays).toBeCloseTo(1_000 * (open[4]! + open[5]!), 8);
        expect(option.gainPerWorkerDay).toBeCloseTo(option.gain.mean / option.workerDays!, 12);
        expect(option.money).toBeCloseTo(120 * option.workerDays!, 4);
        expect(option.gainPerMoney).toBeCloseTo(option.gain.mean / option.money!, 12);
      }
      if (action.id === 'fund') expect(option.money).toBeCloseTo(200_000 * option.expectedDays, 4);
      if (action.id === 'idle') {
        expect(option.verdict).toBe('indifferent');
        expect([option.workerDays, option.gainPerWorkerDay]).toEqual([null, null]);
        expect(option.money).toBeCloseTo(10 * option.expectedDays, 8);
        expect(option.gain.mean).toBeCloseTo(0, 12);
      }
    }
    expect(answer.now).toBe(win(POSTI));
  });

  test('says which would hurt: a strike whose harm nobody answers for', () => {
    const nobodyAnswers = withNumbers(shorter(entry('posti-2019'), 90), {
      internalisation: 0,
      harmEffect: 0.15,
    });
    const answer = finishStudy(
      nextActions({
        ...nobodyAnswers,
        futures: 64,
        candidates: [
          {
            action: { ...strike('trains', 'LAND', 500_000), durationDays: null } as Action,
            workers: 1_000,
            moneyPerDay: null,
          },
        ],
      }),
    );
    expect(answer.options[0]!.verdict).toBe('hurts');
    expect(answer.options[0]!.hurts).toBeGreaterThan(0.5);
  });

  test('gives each candidate the luck it would have if it were added', () => {
    const added = asAdded(POSTI.scenario, strike('trains', 'LAND', 1));
    const { nextDrawSlot } = POSTI.scenario;
    expect(added.action).toMatchObject({
      enabled: true,
      share: { drawSlot: nextDrawSlot },
      peoplePerDay: { drawSlot: nextDrawSlot + 1 },
      harmPerPerson: { drawSlot: nextDrawSlot + 2 },
    });
    expect(added.scenario.nextDrawSlot).toBe(nextDrawSlot + 3);
  });
});

describe('what would have to be true', () => {
  const hold = (records: CampaignScenario, changes: { number: NumberReference; value: number }[]) =>
    changes.reduce((now, { number, value }) => withHeld(now, number, value), records);

  test('the nearest single number turns the verdict there, and not yet a little nearer', () => {
    const answer = finishStudy(flips(asked(POSTI)));
    expect(answer.sign).toBe(1);
    const [nearest] = answer.flips;
    expect(nearest!.changes.map(({ number }) => number.key)).toEqual(['internalisation']);
    for (const flip of answer.flips) {
      expect(effect(hold(POSTI, flip.changes))).toBe(flip.effect);
      expect(flip.effect).toBeLessThan(0);
      expect(flip.tolerance).toBeLessThanOrEqual(1 / 256);
    }
    const distances = answer.flips.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    const { typical, value } = nearest!.changes[0]!;
    const nearer = value + (typical - value) * 0.05;
    expect(effect(withHeld(POSTI, nearest!.changes[0]!.number, nearer))).toBeGreaterThan(0);
  });

  test('a tornado that is there saves its runs and changes nothing', () => {
    const rests = finishStudy(tornado(asked(POSTI)));
    const alone = finishStudy(flips(asked(POSTI)));
    const helped = finishStudy(flips({ ...asked(POSTI), tornado: rests }));
    expect(helped.flips).toEqual(alone.flips);
    expect(helped.runs).toBeLessThan(alone.runs / 2);
  });

  test('where none alone is enough, two that move together', () => {
    const oakland = entry('oakland-2019');
    const { flips: pairs, effect: now } = finishStudy(
      flips({ ...oakland, futures: 64, baseline: null }),
    );
    expect(now.mean).toBeGreaterThan(0);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { changes, effect: there, distance } of pairs) {
      expect(changes).toHaveLength(2);
      const records = hold(oakland, changes);
      const ours = winOf(run(records, { futures: 64 }));
      const theirs = winOf(
        run({ ...records, scenario: baselineOf(records.scenario) }, { futures: 64 }),
      );
      expect(there).toBe(ours - theirs);
      expect(there).toBeLessThan(0);
      expect(distance).toBeLessThanOrEqual(1);
    }
  });

  test('without any action there is nothing to turn', () => {
    const answer = finishStudy(flips({ ...asked(without(OAKLAND)), futures: 16 }));
    expect(answer).toMatchObject({ sign: 0, flips: [] });
  });
});

describe('what is worth knowing', () => {
  test('an effect that follows one number belongs to it, and to no other', () => {
    const luck = new Futures(POSTI.scenario.seed);
    const futures = 640;
    const slot = PARAMETERS.costOfConceding.drawSlot;
    const normals = luck.normals(slot, futures).slice(0, futures);
    const { rows, spread, effect } = informationIn(
      normals,
      { ...POSTI, futures, baseline: null },
      luck,
    );
    const [first, ...others] = rows;
    expect(first!.number).toEqual({ of: 'campaign', key: 'costOfConceding' });
    expect(first!.share).toBeGreaterThan(0.95);
    expect(first!.spreadLeft).toBeLessThan(0.25 * spread);
    for (const row of others) {
      expect(row.share).toBeLessThan(0.06);
      expect(row.share - 4 * row.standardError).toBeLessThan(0.01);
    }
    const values = [...first!.binValues];
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(effect.mean).toBeCloseTo(0, 1);
  });

  test('what follows none of the numbers is not put down to them', () => {
    const luck = new Futures(POSTI.scenario.seed);
    const futures = 640;
    const nobodys = luck.normals(700, futures).slice(0, futures);
    const { rows } = informationIn(nobodys, { ...POSTI, futures, baseline: null }, luck);
    const shares = rows.map(({ share }) => share);
    // Ten groups of pure chance differ by 9/639 of the variance.
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThan(0.008);
  });

  test('half a variance each is half each, within the error that is said', () => {
    const luck = new Futures(POSTI.scenario.seed);
    const futures = 1_000;
    const one = luck.normals(PARAMETERS.costOfConceding.drawSlot, futures);
    const other = luck.normals(PARAMETERS.netLossShare.drawSlot, futures);
    const effects = Float64Array.from({ length: futures }, (_, i) => one[i]! + other[i]!);
    const { rows } = informationIn(effects, { ...POSTI, futures, baseline: null }, luck);
    for (const row of rows.slice(0, 2)) {
      expect(['costOfConceding', 'netLossShare']).toContain(row.number.key);
      expect(Math.abs(row.share - 0.5)).toBeLessThan(0.03 + 3 * row.standardError);
      expect(row.otherSign).toBeGreaterThan(0.2);
    }
  });

  test('Posti’s answer hangs on who answers for the harm, from the very futures of the comparison', () => {
    const { rows, effect: gain } = finishStudy(informationValues(asked(POSTI)));
    expect(rows[0]!.number.key).toBe('internalisation');
    expect(gain.mean).toBeCloseTo(effect(POSTI), 12);
  });
});

describe('side by side', () => {
  const scenarios = [
    POSTI.scenario,
    { ...baselineOf(POSTI.scenario), id: 'none', seed: 7, horizonDays: 60 },
    { ...without(POSTI, 'air-14').scenario, id: 'no-air' },
  ];
  const request = {
    campaign: POSTI.campaign,
    scenarios,
    pinned: 2,
    futures: FUTURES,
    allQuantiles: true,
    hardshipLimit: 0.3,
    supportLimit: 0.4,
  };

  test('each is its own run with the pinned one’s futures and horizon, and differs as compared', async () => {
    const { entries, seed, horizonDays } = finishStudy(sideBySide(request));
    expect([seed, horizonDays]).toEqual([POSTI.scenario.seed, DAYS]);
    for (const [index, { scenarioId, result, difference, win }] of entries.entries()) {
      const scenario = { ...scenarios[index]!, seed, horizonDays };
      expect(scenarioId).toBe(scenario.id);
      expect(result).toEqual(
        run({ campaign: POSTI.campaign, scenario }, { futures: FUTURES, allQuantiles: true }),
      );
      expect(win).toBe(winOf(result));
      if (index === request.pinned) {
        expect(difference).toBeNull();
        continue;
      }
      const compared = await compareNow({
        ...request,
        scenario,
        baseline: scenarios[2]!,
        certain: false,
      });
      expect(difference).toMatchObject({
        helps: compared.helps,
        hurts: compared.hurts,
        indifferent: compared.indifferent,
      });
      expect([...difference!.win.quantiles]).toEqual([...compared.gainQuantiles]);
      const { open, compromised, collapsed } = difference!;
      expect(difference!.win.mean + open + compromised + collapsed).toBeCloseTo(0, 12);
    }
  });

  test('of seven scenarios, or without a pinned one, is refused', () => {
    const many = Array.from({ length: 7 }, () => POSTI.scenario);
    expect(() => finishStudy(sideBySide({ ...request, scenarios: many }))).toThrow();
    expect(() => finishStudy(sideBySide({ ...request, pinned: 3 }))).toThrow();
  });
});

describe('how far it spreads', () => {
  test('the sectors’ losses are the harm to others that the ensemble tells of', () => {
    const noPeople = withActions(POSTI, (action) =>
      action.kind === 'sympathyStrike'
        ? { ...action, peoplePerDay: held(0, action.peoplePerDay.drawSlot) }
        : action,
    );
    const spread = finishStudy(sectorSpread(asked(noPeople)));
    const { codes, struck, valueAddedPerDay } = spread;
    expect(codes[struck]).toBe('POST');
    for (const [side, records] of [
      ['scenario', noPeople],
      ['baseline', without(noPeople)],
    ] as const) {
      const { means } = run(records, { futures: FUTURES, allQuantiles: true });
      for (let day = 0; day < DAYS; day++) {
        let lost = 0;
        for (let sector = 0; sector < codes.length; sector++) {
          const q = spread[side][day * codes.length + sector]!;
          expect(q >= 0 && q <= 1).toBe(true);
          if (sector !== struck) lost += q * valueAddedPerDay[sector]!;
        }
        const told = means.harmToOthers![day]!;
        expect(Math.abs(lost - told)).toBeLessThanOrEqual(1e-10 * told);
      }
    }
    expect(spread.order[0]).toBe(struck);
    expect([...spread.order].sort((a, b) => a - b)).toEqual([...codes.keys()]);
  });

  test('without a table there are none', () => {
    expect(finishStudy(sectorSpread({ ...asked(OAKLAND), futures: 8 }))).toMatchObject({
      codes: [],
      order: [],
      struck: -1,
    });
  });
});

describe('endings, day by day', () => {
  test('the settlement days and what stays open are everything', () => {
    const result = run(POSTI, { futures: FUTURES });
    const { conceded, compromised, collapsed, open } = settlementDays(result);
    const sum = [conceded, compromised, collapsed]
      .flatMap((days) => [...days])
      .reduce((all, mass) => all + mass, open);
    expect(sum).toBeCloseTo(1, 12);
    expect([...conceded, ...compromised, ...collapsed].every((mass) => mass >= 0)).toBe(true);
    const day = dayByWhichEnded(result, 0.25)!;
    expect(1 - result.endings.open[day]!).toBeGreaterThanOrEqual(0.25);
    expect(1 - result.endings.open[day - 1]!).toBeLessThan(0.25);
    expect(dayByWhichEnded(result, 1)).toBeNull();
  });

  test('the reference: three days from day 14, with the strikes and without', () => {
    const posti = referenceEntry('posti-2019', 60);
    const within = (records: CampaignScenario) =>
      winIfStillOpen(run(records, { futures: 2_000 }), 3)[14];
    expect(within(posti)).toBeCloseTo(0.163, 2);
    expect(within(without(posti))).toBeCloseTo(0.092, 2);
  });

  test('by the horizon from day 0 is P(win); today alone adds up to it, too', () => {
    const result = run(OAKLAND, { futures: FUTURES });
    expect(winIfStillOpen(result, Infinity)[0]).toBe(winOf(result));
    const today = winIfStillOpen(result, 1);
    const { open } = result.endings;
    const sum = today.reduce((all, chance, day) => all + chance * (day ? open[day - 1]! : 1), 0);
    expect(sum).toBeCloseTo(winOf(result), 12);
  });

  test('a gain by future is the difference of that future', async () => {
    const comparison = await compareNow({
      ...OAKLAND,
      futures: 64,
      certain: false,
      allQuantiles: false,
      hardshipLimit: 0.3,
      supportLimit: 0.4,
      baseline: null,
    });
    const { mean, quantiles } = estimateOf(gainsByFuture(comparison));
    expect(mean).toBeCloseTo(comparison.meanGain, 13);
    expect([...quantiles]).toEqual([...comparison.gainQuantiles]);
    expect(quantiles).toHaveLength(QUANTILE_LEVELS.length);
  });

  test('a mean over futures is summed in blocks, as everywhere', () => {
    const { winByFuture, ...result } = run(POSTI, { futures: 700 });
    expect(meanOf(winByFuture)).toBe(winOf({ winByFuture, ...result }));
  });
});

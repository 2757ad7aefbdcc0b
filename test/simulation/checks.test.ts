/** Checks judged on real runs of the founding campaigns, each held against the same figure found by another road. */
import { describe, expect, test } from 'vitest';
import {
  judge,
  judgeAtHand,
  type Course,
  type Finding,
  type Verdict,
} from '../../lib/model/check-verdicts.ts';
import type { Check } from '../../lib/model/checks.ts';
import { isSolidarity } from '../../lib/model/action.ts';
import type { GuardRail } from '../../lib/model/ensemble.ts';
import type { CampaignScenario, Scenario } from '../../lib/model/scenario.ts';
import { judgeChecks } from '../../lib/simulation/checks.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';
import { finishStudy } from '../../lib/simulation/study.ts';
import { entry, run, without, withActions, winOf } from './runs.ts';

const FUTURES = 300;
const POSTI = entry('posti-2019');
const OAKLAND = entry('oakland-2019');
const GENERIC = entry('generic');

function verdictsOn(
  { campaign, scenario }: CampaignScenario,
  checks: readonly Check[],
  baseline: Scenario | null = null,
): Verdict[] {
  const request = { campaign, checks, scenarios: [{ scenario, baseline }], futures: FUTURES };
  return finishStudy(judgeChecks(request)).scenarios[0].verdicts;
}

function judged<Kind extends Finding['kind']>(
  records: CampaignScenario,
  check: Check & { kind: Kind },
  baseline: Scenario | null = null,
): { isKept: boolean; finding: Extract<Finding, { kind: Kind }> } {
  const [verdict] = verdictsOn(records, [check], baseline);
  if (verdict.kind !== 'judged') throw new Error(verdict.reason);
  return { isKept: verdict.isKept, finding: verdict.finding as Extract<Finding, { kind: Kind }> };
}

const withHorizon = (records: CampaignScenario, horizonDays: number): CampaignScenario => ({
  ...records,
  scenario: { ...records.scenario, horizonDays },
});

describe('risk', () => {
  /** The engine's own guard-rail of a run that ends the day before. */
  const chanceBefore = (records: CampaignScenario, risk: GuardRail, day: number, limit: number) =>
    run(withHorizon(records, day), {
      futures: FUTURES,
      hardshipLimit: limit,
      supportLimit: limit,
    }).guardRails[risk];

  test.each<[string, CampaignScenario, GuardRail, number | null, number]>([
    ['Posti: support under 40 %', POSTI, 'supportUnderLimit', 40, 60],
    ['Posti: fewer than half out', POSTI, 'fewerThanHalfOut', null, 100],
    ['Oakland: hardship over 30 %', OAKLAND, 'hardshipOverLimit', 30, 25],
    ['Oakland: the fund is empty', OAKLAND, 'fundEmpty', null, 60],
    ['generic: the fund is empty', GENERIC, 'fundEmpty', null, 90],
  ])('%s: figure, day and verdict are those of shorter and shorter runs', (_, ...about) => {
    const [records, risk, limit, beforeDay] = about;
    const check = { id: 'a', kind: 'risk', risk, limit, beforeDay } as const;
    const share = chanceBefore(records, risk, beforeDay, (limit ?? 50) / 100);
    const [above, below] = [Math.floor(share * 100), Math.ceil(share * 100)];
    const kept = judged(records, { ...check, atMost: below });
    expect(kept.isKept).toBe(true);
    expect(kept.finding.share).toBeCloseTo(share, 12);
    expect(kept.finding.day).toBeNull();
    if (share * 100 === above) return;
    const broken = judged(records, { ...check, atMost: above });
    expect(broken.isKept).toBe(false);
    const day = broken.finding.day!;
    // Run to that day it is too much; run to the day before it is not yet.
    const upTo = (days: number) => chanceBefore(records, risk, days, (limit ?? 50) / 100);
    expect(upTo(day + 1)).toBeGreaterThan(above / 100);
    if (day > 0) expect(upTo(day)).toBeLessThanOrEqual(above / 100);
  });

  test('never falls if more days count', () => {
    const shares = [5, 20, 60, 120, 300].map((beforeDay) => {
      const check = { kind: 'risk', risk: 'fewerThanHalfOut', limit: null, atMost: 0 } as const;
      return judged(GENERIC, { id: 'a', ...check, beforeDay }).finding.share;
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(shares[0]);
  });

  test('with several limits at once each is judged by its own', () => {
    const of = (limit: number, id: string): Check & { kind: 'risk' } => ({
      ...{ id, kind: 'risk', risk: 'hardshipOverLimit', limit, beforeDay: 40, atMost: 10 },
    });
    const checks = [of(20, 'a'), of(30, 'b'), of(40, 'c')];
    const together = verdictsOn(OAKLAND, checks);
    expect(together).toEqual(checks.flatMap((check) => verdictsOn(OAKLAND, [check])));
    const shares = together.map((verdict) =>
      verdict.kind === 'judged' && verdict.finding.kind === 'risk' ? verdict.finding.share : NaN,
    );
    expect(shares[0]).toBeGreaterThan(shares[1]);
    expect(shares[1]).toBeGreaterThan(shares[2]);
  });
});

describe('chance', () => {
  const byDay = 30;
  const at = (figure: 'win' | 'gain' | 'collapse', ofHundred: number, day = byDay) =>
    ({ id: 'a', kind: 'chance', figure, ofHundred, byDay: day }) as const;

  test.each(['win', 'gain', 'collapse'] as const)('%s: as in the comparison', async (figure) => {
    const compared = await compareNow({ ...request(POSTI), baseline: null });
    const { scenario, baseline } = compared;
    const share = {
      win: scenario.endings.conceded[byDay],
      gain: scenario.endings.conceded[byDay] - baseline.endings.conceded[byDay],
      collapse: scenario.endings.collapsed[byDay],
    }[figure];
    expect(share).toBeGreaterThan(0.01);
    const [under, over] = [Math.floor(share * 100), Math.ceil(share * 100)];
    const [kept, broken] = figure === 'collapse' ? [over, under] : [under, over];
    expect(judged(POSTI, at(figure, kept))).toMatchObject({ isKept: true });
    const found = judged(POSTI, at(figure, broken));
    expect(found.isKept).toBe(false);
    expect(found.finding.share).toBeCloseTo(share, 12);
    // What stands on the page already says the same, with no run more.
    for (const ofHundred of [kept, broken]) {
      const here = judgeAtHand(at(figure, ofHundred), POSTI, compared);
      expect(here).toEqual(verdictsOn(POSTI, [at(figure, ofHundred)])[0]);
    }
  });

  test('says on which evening it is there', () => {
    const { finding } = judged(OAKLAND, at('win', 50, 60));
    const { conceded } = run(OAKLAND, { futures: FUTURES }).endings;
    expect(finding.day).toBe(conceded.findIndex((share) => share >= 0.5));
  });

  test('a gain is one over the pinned scenario where one is pinned', () => {
    const pinned = { ...without(OAKLAND, 'parents').scenario, id: 'pinned' };
    const { finding } = judged(OAKLAND, at('gain', 1), pinned);
    const [own, theirs] = [OAKLAND, { ...OAKLAND, scenario: pinned }].map(
      (records) => run(records, { futures: FUTURES }).endings.conceded[byDay],
    );
    expect(finding.share).toBeCloseTo(own - theirs, 12);
  });

  test('past the horizon the days are run; past a declared end nothing happens any more', async () => {
    const short = withHorizon(POSTI, 20);
    const shown = await compareNow({ ...request(short), baseline: null });
    expect(judgeAtHand({ ...at('win', 10), byDay: 19 }, short, shown)).not.toBeNull();
    expect(judgeAtHand({ ...at('win', 10), byDay: 20 }, short, shown)).toBeNull();
    expect(judged(short, at('win', 10)).finding.share).toBe(
      judged(POSTI, at('win', 10)).finding.share,
    );
    const fixed = { ...POSTI, scenario: { ...POSTI.scenario, fixedLengthDays: 5 } };
    const atItsEnd = run(fixed, { futures: FUTURES }).endings.conceded[4];
    expect(judged(fixed, at('win', 10)).finding.share).toBeCloseTo(atItsEnd, 12);
    const compared = await compareNow({ ...request(fixed), baseline: null });
    const here = judgeAtHand(at('win', 10), fixed, compared);
    expect(here).toMatchObject({ finding: { share: atItsEnd } });
  });
});

function request(records: CampaignScenario) {
  const limits = { hardshipLimit: 0.3, supportLimit: 0.4 };
  return { ...records, ...limits, futures: FUTURES, certain: false, allQuantiles: false };
}

describe('effect', () => {
  const strikes = { id: 'a', kind: 'effect', actions: 'sympathyStrike' } as const;

  test('a sympathy strike never lowers harm to others, and costs support', () => {
    const off = withActions(POSTI, (action) =>
      action.kind === 'sympathyStrike' ? { ...action, enabled: false } : action,
    );
    const [ours, theirs] = [POSTI, off].map(
      (each) => run(each, { futures: FUTURES, allQuantiles: true }).means,
    );
    const harm = judged(POSTI, { ...strikes, never: 'lower', quantity: 'harmToOthers' });
    expect(harm.isKept).toBe(true);
    const { on } = harm.finding;
    expect(on!.with).toBeCloseTo(ours.harmToOthers![on!.day], 3);
    expect(on!.without).toBeCloseTo(theirs.harmToOthers![on!.day], 3);

    const support = judged(POSTI, { ...strikes, never: 'lower', quantity: 'support' });
    expect(support.isKept).toBe(false);
    const lost = [...theirs.support!].map((share, day) => share - ours.support![day]);
    expect(support.finding.on!.day).toBe(lost.indexOf(Math.max(...lost)));
    expect(support.finding.firstDay).toBe(lost.findIndex((share) => share >= 0.005));
  });

  test('the meals of Oakland do not relieve the district, and where the blame weighs more they may', () => {
    const meals = { id: 'a', kind: 'effect', actions: 'serviceSubstitution' } as const;
    const cost = { ...meals, never: 'lower', quantity: 'targetCost' } as const;
    expect(judged(OAKLAND, cost).isKept).toBe(true);
    expect(judged(OAKLAND, { ...meals, never: 'lower', quantity: 'hardship' }).isKept).toBe(false);
    // If hungry children bring blame alone, and nobody crosses for them, feeding them takes the blame away.
    const { numbers } = OAKLAND.campaign;
    const known = (key: 'crossingPerHardship' | 'blameCostPerDay', value: number) => ({
      ...numbers[key],
      ...{ low: value, typical: value, high: value },
    });
    const relieved = {
      ...OAKLAND,
      campaign: {
        ...OAKLAND.campaign,
        numbers: {
          ...numbers,
          crossingPerHardship: known('crossingPerHardship', 0),
          blameCostPerDay: known('blameCostPerDay', 3e6),
        },
      },
    };
    const found = judged(relieved, cost);
    expect(found.isKept).toBe(false);
    expect(found.finding.on!.with).toBeLessThan(found.finding.on!.without);
  });

  test('cannot be judged where no such action is switched on', () => {
    for (const records of [OAKLAND, GENERIC, without(POSTI)]) {
      const check = { ...strikes, never: 'lower', quantity: 'harmToOthers' } as const;
      expect(verdictsOn(records, [check])).toEqual([{ kind: 'unjudged', reason: 'noAction' }]);
      expect(judgeAtHand(check, records, null)).toEqual(judge(check, records.scenario, []));
    }
  });
});

describe('no action takes from the chance to win', () => {
  const check = { id: 'a', kind: 'noHarm', atMost: 0 } as const;

  test('kept by the founding runs, each action left out alone', () => {
    const { isKept, finding } = judged(OAKLAND, check);
    expect(isKept).toBe(true);
    const now = winOf(run(OAKLAND, { futures: FUTURES }));
    const losses = OAKLAND.scenario.actions
      .filter((action) => action.enabled && isSolidarity(action))
      .map(({ id }) => ({
        id,
        loss: winOf(run(without(OAKLAND, id), { futures: FUTURES })) - now,
      }));
    const worst = losses.reduce((a, b) => (b.loss > a.loss ? b : a));
    expect(finding.actionId).toBe(worst.id);
    expect(finding.loss).toBeCloseTo(worst.loss, 12);
  });

  test('broken where nobody who decides answers for the harm: each strike hurts a little, all of them much', () => {
    const { internalisation } = POSTI.campaign.numbers;
    const unmoved = {
      ...POSTI,
      campaign: {
        ...POSTI.campaign,
        numbers: {
          ...POSTI.campaign.numbers,
          internalisation: { ...internalisation, low: 0, typical: 0, high: 0, readings: [] },
        },
      },
    };
    const { isKept, finding } = judged(unmoved, check);
    expect(isKept).toBe(false);
    expect(finding.actionId).toBeNull();
    const [win, alone] = [unmoved, without(unmoved)].map((each) =>
      winOf(run(each, { futures: FUTURES })),
    );
    expect(finding.loss).toBeCloseTo(alone - win, 12);
    expect(finding.loss).toBeGreaterThan(0.005);
    const allowed = Math.ceil(finding.loss * 100);
    expect(judged(unmoved, { ...check, atMost: allowed }).isKept).toBe(true);
  });

  test('cannot be judged without any', () => {
    expect(verdictsOn(without(POSTI), [check])).toEqual([{ kind: 'unjudged', reason: 'noAction' }]);
  });
});

describe('days on strike by those in solidarity', () => {
  const check = (atMost: number) => ({ id: 'a', kind: 'workerDays', atMost }) as const;
  /** air-14: one day; whse-8: from day 8 to the end of 120. */
  const counted = withActions(POSTI, (action) => {
    if (action.kind !== 'sympathyStrike' || !['air-14', 'whse-8'].includes(action.id)) return null;
    return { ...action, workers: action.id === 'air-14' ? 1000 : 50 };
  });
  const days = 1000 * 1 + 50 * (POSTI.scenario.horizonDays - 8);

  test('kept up to the very day, broken by one', () => {
    expect(judged(counted, check(days))).toEqual({
      isKept: true,
      finding: { kind: 'workerDays', workerDays: days },
    });
    expect(judged(counted, check(days - 1)).isKept).toBe(false);
  });

  test('cannot be judged while some are not counted, unless the others are too many already', () => {
    const partly = withActions(counted, (action) =>
      action.kind === 'sympathyStrike' && action.id === 'whse-8'
        ? { ...action, workers: null }
        : action,
    );
    expect(verdictsOn(partly, [check(1000)])).toEqual([
      { kind: 'unjudged', reason: 'workersNotKnown', actions: 1 },
    ]);
    expect(judged(partly, check(999)).isKept).toBe(false);
  });

  test('what is asked of nobody is kept', () => {
    expect(judged(GENERIC, check(0)).isKept).toBe(true);
  });
});

test('several scenarios are judged each for itself, as if alone', () => {
  const checks: Check[] = [
    { id: 'a', kind: 'chance', figure: 'win', ofHundred: 60, byDay: 40 },
    { id: 'b', kind: 'noHarm', atMost: 0 },
  ];
  const other = { ...without(OAKLAND, 'meals').scenario, id: 'other' };
  const { campaign } = OAKLAND;
  const answer = finishStudy(
    judgeChecks({
      campaign,
      checks,
      scenarios: [OAKLAND.scenario, other].map((scenario) => ({ scenario, baseline: null })),
      futures: FUTURES,
    }),
  );
  expect(answer.scenarios).toEqual([
    { scenarioId: OAKLAND.scenario.id, verdicts: verdictsOn(OAKLAND, checks) },
    { scenarioId: 'other', verdicts: verdictsOn({ campaign, scenario: other }, checks) },
  ]);
});

describe('on the very limit', () => {
  const course = (won: number, collapsed = 0): Course => {
    const always = (share: number) => new Float64Array(OAKLAND.scenario.horizonDays).fill(share);
    const risks = {
      fundEmpty: always(0),
      hardshipOverLimit: always(0),
      supportUnderLimit: always(0),
      fewerThanHalfOut: always(0),
    };
    const days = OAKLAND.scenario.horizonDays;
    return { days, conceded: always(won), collapsed: always(collapsed), risks, means: {} };
  };
  const isKept = (check: Check, courses: Course[]) => {
    const verdict = judge(check, OAKLAND.scenario, courses);
    return verdict.kind === 'judged' && verdict.isKept;
  };

  test('a chance asked for is there, one that is allowed is not over it', () => {
    const win = { id: 'a', kind: 'chance', figure: 'win', byDay: 40 } as const;
    // 0.1 + 0.2 is a little more than 0.3, as 0.3 − 0.1 is a little less than 0.2.
    expect(isKept({ ...win, ofHundred: 20 }, [course(0.3 - 0.1)])).toBe(true);
    expect(isKept({ ...win, ofHundred: 21 }, [course(0.3 - 0.1)])).toBe(false);
    const collapse = { ...win, figure: 'collapse' } as const;
    expect(isKept({ ...collapse, ofHundred: 30 }, [course(0, 0.1 + 0.2)])).toBe(true);
    expect(isKept({ ...collapse, ofHundred: 29 }, [course(0, 0.1 + 0.2)])).toBe(false);
  });

  test('half a point is the least that an action can take, also where nothing is allowed', () => {
    const solidarity = OAKLAND.scenario.actions.filter(
      (each) => each.enabled && isSolidarity(each),
    );
    const taking = (points: number) => [
      course(0.5),
      course(0.5),
      ...solidarity.map(() => course(0.5 + points / 100)),
    ];
    const noHarm = { id: 'a', kind: 'noHarm', atMost: 0 } as const;
    expect(isKept(noHarm, taking(0.4))).toBe(true);
    expect(isKept(noHarm, taking(0.6))).toBe(false);
    expect(isKept({ ...noHarm, atMost: 1 }, taking(0.6))).toBe(true);
    expect(isKept({ ...noHarm, atMost: 1 }, taking(1.1))).toBe(false);
  });
});

/**
 * By which channels a scenario's chance of winning differs from its baseline's. The change of ln(E_M ÷ E_T) between
 * the two typical courses is taken apart, day by day, into what each term of the target's daily cost and of the
 * movement's endurance adds; a day counts by what a change of its hazards does to the chance of winning, to first
 * order: the mass that concedes on it, times the chance not to win later, and so on.
 */
import { ACTION_NUMBERS, durationOf, numberOf, type Action } from '../../lib/model/action.ts';
import type { ActionKind } from '../../lib/model/action.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import type { Comparison, TypicalCourse } from '../../lib/model/ensemble.ts';
import { PARAMETERS, type ParameterKey } from '../../lib/model/parameters.ts';
import type { Scenario } from '../../lib/model/scenario.ts';
import { effectiveRange } from '../../lib/model/uncertain-number.ts';

/**
 * harm: to others, the part that lands on whoever decides. threat: the same, announced. need: of users, that presses
 * the target. crossing: users who use the struck service all the same. participation: how many stay out, for what the
 * target loses and for how long the movement lasts. business: what the target loses otherwise, by boycotts, handling
 * bans, replacement. means: how long the strikers' money lasts.
 */
export type ChannelName =
  'harm' | 'threat' | 'need' | 'crossing' | 'business' | 'participation' | 'means';

export interface Channel {
  name: ChannelName;
  /** On the chance of winning by the horizon, to first order; above 0 it strengthens the movement. */
  effect: number;
}

/** Means over the days while the dispute is open. */
export interface Fact {
  with: number;
  without: number;
}
export type FactName =
  'harm' | 'hardship' | 'crossing' | 'support' | 'participation' | 'targetCost';

export interface Channels {
  /** Largest first, by size. */
  channels: Channel[];
  facts: Record<FactName, Fact>;
  /** Users who come for a service that the target runs, as a share, and what it is paid for them a day. */
  targetService: { share: number; moneyPerDay: number } | null;
}

const FACT_QUANTITIES = {
  harm: 'harmToOthers',
  hardship: 'hardship',
  crossing: 'crossing',
  support: 'support',
  participation: 'participation',
  targetCost: 'targetCost',
} as const satisfies Record<FactName, keyof TypicalCourse>;

/** As in the equations: fewer than this count as this many still out, and no purse is shorter than this. */
const SMALLEST_PARTICIPATION = 0.05;
const SHORTEST_RUNWAY_DAYS = 5;
const SAME = 1e-12;

type Numbers = Record<ParameterKey, number>;

function typicalNumbers({ numbers }: Campaign): Numbers {
  return Object.fromEntries(
    Object.entries(numbers).map(([key, number]) => [
      key,
      effectiveRange(number, PARAMETERS[key as ParameterKey]).typical,
    ]),
  ) as Numbers;
}

/** The typical sum by day of one kind of action, at most 1. */
function summed(
  actions: readonly Action[],
  kind: ActionKind,
  days: number,
  isMeant: (action: Action) => boolean = () => true,
): Float64Array {
  const sums = new Float64Array(days);
  for (const action of actions) {
    if (!action.enabled || action.kind !== kind || !isMeant(action)) continue;
    const key = kind === 'serviceSubstitution' ? 'coverage' : 'share';
    const { typical } = effectiveRange(numberOf(action, key)!, ACTION_NUMBERS[key]);
    const end = action.startDay + (durationOf(action) ?? days);
    for (let day = action.startDay; day < Math.min(days, end); day++) {
      sums[day] = Math.min(1, sums[day]! + typical);
    }
  }
  return sums;
}

/** What a day counts: points of chance to win for a change of the target's cost, or the movement's endurance, by e. */
interface DayWeights {
  cost: Float64Array;
  endurance: Float64Array;
}

function dayWeights({ scenario, baseline }: Comparison, days: number): DayWeights {
  const cost = new Float64Array(days);
  const endurance = new Float64Array(days);
  for (const { endings } of [scenario, baseline]) {
    const won = endings.conceded[days - 1]!;
    for (let day = 0; day < days; day++) {
      const today = (ending: 'conceded' | 'compromised' | 'collapsed') =>
        endings[ending][day]! - (day === 0 ? 0 : endings[ending][day - 1]!);
      const open = endings.open[day]!;
      const wonLater = open > SAME ? (won - endings.conceded[day]!) / open : 0;
      // Compromise goes with the root of both hazards.
      const compromise = (today('compromised') * wonLater) / 2;
      cost[day]! += (today('conceded') * (1 - wonLater) - compromise) / 2;
      endurance[day]! += (today('collapsed') * wonLater + compromise) / 2;
    }
  }
  return { cost, endurance };
}

/** A course with the stoppage at the target, which its rows leave out. */
interface Half {
  course: TypicalCourse;
  stoppage: Float64Array;
  boycott: Float64Array;
  targetService: Float64Array;
}

function halfOf(course: TypicalCourse, { actions }: Scenario, numbers: Numbers): Half {
  const days = course.leverage.length;
  const surge = summed(actions, 'replacementSurge', days);
  const ban = summed(actions, 'handlingBan', days);
  const growth = numbers.replacementMax - numbers.replacementNow;
  const stoppage = Float64Array.from({ length: days }, (_, day) => {
    const grown = numbers.replacementNow + growth * (1 - Math.exp(-day / numbers.replacementDays));
    const replaced = Math.min(1, grown + surge[day]!) * (1 - ban[day]!);
    return course.participation[day]! * (1 - replaced);
  });
  return {
    course,
    stoppage,
    boycott: summed(actions, 'boycott', days),
    targetService: summed(
      actions,
      'serviceSubstitution',
      days,
      (action) => action.kind === 'serviceSubstitution' && action.provider === 'target',
    ),
  };
}

/** The terms of the target's cost on a day; `rest` is what announced strikes add, and the least cost there is. */
function costTerms(
  { course, stoppage, boycott }: Half,
  day: number,
  n: Numbers,
  isMarket: boolean,
) {
  const p = course.participation[day]!;
  const stopped = stoppage[day]!;
  const harm = n.internalisation * course.harmToOthers[day]!;
  const need = n.blameCostPerDay * course.hardship[day]! * course.support[day]!;
  const perUser = n.users * n.revenuePerUserDay;
  const crossing = course.crossing[day]!;
  const direct = isMarket
    ? n.netLossShare * n.revenuePerDay * (1 - (1 - stopped) * (1 - boycott[day]!))
    : perUser * (1 - crossing) * stopped - n.workers * p * n.wagePerDay;
  /** Of `direct`, per head's share on strike. */
  const byStriker = isMarket
    ? n.netLossShare * n.revenuePerDay * (1 - boycott[day]!) * (stopped / Math.max(p, SAME))
    : perUser * (1 - crossing) * (stopped / Math.max(p, SAME)) - n.workers * n.wagePerDay;
  return { harm, need, direct, byStriker, rest: course.targetCost[day]! - harm - need - direct };
}

/** ln E_M of a day's purse with `p` on strike, but for p^1.5; NaN where nobody loses wages. */
function purse({ course }: Half, day: number, n: Numbers, p: number): number {
  const ownP = Math.max(course.participation[day]!, SAME);
  const runway = (share: number) =>
    Math.max(
      course.buffer[day]! + course.fund[day]! / (n.workers * share * n.wagePerDay) + 1,
      SHORTEST_RUNWAY_DAYS,
    );
  const held = Math.max(ownP, SMALLEST_PARTICIPATION);
  const bound = (held * Math.sqrt(held)) / course.enduranceMovement[day]!;
  const wageBound = Math.sqrt(Math.max(0, bound ** 2 - runway(ownP) ** -2)) * (p / ownP);
  return -0.5 * Math.log(wageBound ** 2 + runway(p) ** -2);
}

/**
 * @param baseline what the comparison was made with, as it was run
 * @returns null where a result came without its typical course
 */
export function channelsOf(
  campaign: Campaign,
  scenario: Scenario,
  baseline: Scenario,
  comparison: Comparison,
): Channels | null {
  const ours = comparison.scenario.typical;
  const theirs = comparison.baseline.typical;
  if (!ours || !theirs) return null;
  const n = typicalNumbers(campaign);
  const isMarket = campaign.employer === 'market';
  const a = halfOf(ours, scenario, n);
  const b = halfOf(theirs, baseline, n);
  const days = Math.min(ours.leverage.length, theirs.leverage.length);
  const hasAnnounced = [...scenario.actions, ...baseline.actions].some(
    (action) => action.enabled && action.kind === 'sympathyStrike' && action.announcedDay !== null,
  );

  const effects: Record<ChannelName, number> = {
    harm: 0,
    threat: 0,
    need: 0,
    crossing: 0,
    business: 0,
    participation: 0,
    means: 0,
  };
  const names = Object.keys(FACT_QUANTITIES) as FactName[];
  const facts = Object.fromEntries(
    names.map((name) => [name, { with: 0, without: 0 }]),
  ) as Channels['facts'];
  const weightsOf = dayWeights(comparison, days);
  let weights = 0;
  let comeForIt = 0;
  let paidForThem = 0;
  for (let day = 0; day < days; day++) {
    const weight = day === 0 ? 1 : (ours.open[day - 1]! + theirs.open[day - 1]!) / 2;
    weights += weight;
    for (const name of names) {
      facts[name].with += weight * ours[FACT_QUANTITIES[name]][day]!;
      facts[name].without += weight * theirs[FACT_QUANTITIES[name]][day]!;
    }

    const [costA, costB] = [ours.targetCost[day]!, theirs.targetCost[day]!];
    // The logarithmic mean shares a change of the logarithm out among the terms of a sum, leaving nothing over.
    const perMoney =
      Math.abs(costA - costB) > SAME * (costA + costB)
        ? Math.log(costA / costB) / (costA - costB)
        : 1 / costA;
    const [termsA, termsB] = [costTerms(a, day, n, isMarket), costTerms(b, day, n, isMarket)];
    const lostToCrossing = isMarket
      ? 0
      : (-n.users *
          n.revenuePerUserDay *
          (ours.crossing[day]! - theirs.crossing[day]!) *
          (a.stoppage[day]! + b.stoppage[day]!)) /
        2;
    const rest = termsA.rest - termsB.rest;
    const money = weightsOf.cost[day]! * perMoney;
    effects.harm += money * (termsA.harm - termsB.harm);
    effects.need += money * (termsA.need - termsB.need);
    effects.crossing += money * lostToCrossing;
    const byStrikers =
      ((termsA.byStriker + termsB.byStriker) / 2) *
      (ours.participation[day]! - theirs.participation[day]!);
    effects.participation += money * byStrikers;
    effects.business += money * (termsA.direct - termsB.direct - lostToCrossing - byStrikers);
    effects[hasAnnounced ? 'threat' : 'business'] += money * rest;

    const endurance = Math.log(ours.enduranceMovement[day]! / theirs.enduranceMovement[day]!);
    const p = (ours.participation[day]! + theirs.participation[day]!) / 2;
    const purses = purse(a, day, n, p) - purse(b, day, n, p);
    const means = Number.isFinite(purses) ? purses : 0;
    effects.means += weightsOf.endurance[day]! * means;
    effects.participation += weightsOf.endurance[day]! * (endurance - means);

    const share =
      n.crossingByReplacementService *
      a.targetService[day]! *
      n.dependentShare *
      (1 - ours.support[day]!);
    comeForIt += weight * share;
    paidForThem += weight * share * n.users * n.revenuePerUserDay * a.stoppage[day]!;
  }

  for (const name of names) {
    facts[name].with /= weights;
    facts[name].without /= weights;
  }
  const isServed = a.targetService.some((coverage) => coverage > 0);
  return {
    channels: (Object.entries(effects) as [ChannelName, number][])
      .map(([name, effect]) => ({ name, effect }))
      .sort((x, y) => Math.abs(y.effect) - Math.abs(x.effect)),
    facts,
    targetService: isServed
      ? { share: comeForIt / weights, moneyPerDay: isMarket ? 0 : paidForThem / weights }
      : null,
  };
}

/**
 * How well forecasts of the three endings did: the ranked probability score, beside the base rates, with an interval by
 * bootstrap. A forecast of day d is for campaigns that were still open on it, and knows what had been announced by then.
 */
import type { Action } from '../model/action.ts';
import type { Ending } from '../model/ensemble.ts';
import type { Scenario } from '../model/scenario.ts';
import type { CampaignEnding } from './case-list.ts';

/** From the worst for the movement to the best: the score counts how far off a forecast is. */
export const RANKED_ENDINGS = ['collapse', 'compromise', 'concession'] as const;
export type RankedEnding = (typeof RANKED_ENDINGS)[number];
export type Forecast = Record<RankedEnding, number>;

/** Outcomes of 83 North American labour campaigns (GNAD), as in the model's calibration. */
export const BASE_RATES: Forecast = { collapse: 0.36, compromise: 0.19, concession: 0.45 };

export function isRanked(ending: CampaignEnding): ending is RankedEnding {
  return ending !== 'open';
}

/** 0: certain and right; 1: certain of the other extreme. Mean over the cut-offs, so that it does not grow with them. */
export function rankedProbabilityScore(forecast: Forecast, ending: RankedEnding): number {
  let score = 0;
  let cumulated = 0;
  const at = RANKED_ENDINGS.indexOf(ending);
  const cuts = RANKED_ENDINGS.length - 1;
  for (let cut = 0; cut < cuts; cut++) {
    cumulated += forecast[RANKED_ENDINGS[cut]!];
    const happened = at <= cut ? 1 : 0;
    score += (cumulated - happened) ** 2;
  }
  return score / cuts;
}

/**
 * The forecast of day `day`, given that it is open then: what ends later, in its shares. What is open at the horizon is
 * shared out like what ended, by the rule of docs/casebook-rules.md. The morning of day 0 has nothing behind it.
 */
export function forecastOf(
  endings: Record<Ending, ArrayLike<number>>,
  day: number,
): Forecast | null {
  const last = endings.open.length - 1;
  const after = ({ [last]: end, [day - 1]: before = 0 }: ArrayLike<number>) => end! - before;
  const mass: Forecast = {
    collapse: after(endings.collapsed),
    compromise: after(endings.compromised),
    concession: after(endings.conceded),
  };
  const all = mass.collapse + mass.compromise + mass.concession;
  if (!(all > 0)) return null;
  return {
    collapse: mass.collapse / all,
    compromise: mass.compromise / all,
    concession: mass.concession / all,
  };
}

/** The day from which an action can be counted on: nothing is known of it before. */
export function knownFrom(action: Action): number {
  const announced = action.kind === 'sympathyStrike' ? action.announcedDay : null;
  return announced ?? action.startDay;
}

/**
 * The time line as it stood on the morning of a day. Its end is known of an action that was announced with one, and of
 * one that is over; otherwise it goes on.
 */
export function asKnownOn(scenario: Scenario, day: number): Scenario {
  const known = scenario.actions.filter((action) => knownFrom(action) <= day);
  const ids = new Set(known.map(({ id }) => id));
  return {
    ...scenario,
    actions: known.map((action): Action => {
      if (action.kind === 'endorsement') return action;
      const isOver = action.durationDays !== null && action.startDay + action.durationDays <= day;
      const wasAnnounced = action.kind === 'sympathyStrike' && action.announcedDay !== null;
      const durationDays = isOver || wasAnnounced ? action.durationDays : null;
      switch (action.kind) {
        case 'sympathyStrike': {
          const isBack = action.withdrawnDay !== null && action.withdrawnDay <= day;
          return { ...action, durationDays, withdrawnDay: isBack ? action.withdrawnDay : null };
        }
        case 'injunction':
          return {
            ...action,
            durationDays,
            actionIds: action.actionIds.filter((id) => ids.has(id)),
          };
        default:
          return { ...action, durationDays };
      }
    }),
  };
}

export interface Interval {
  mean: number;
  low: number;
  high: number;
}

/** Numbers in [0, 1) that follow from a seed (mulberry32): the report is the same every time. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The mean with its 95% interval, campaigns drawn anew with replacement. Paired differences go in as they are. */
export function bootstrapMean(values: readonly number[], resamples = 10_000, seed = 5): Interval {
  const meanOf = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const chance = chanceFrom(seed);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(chance() * values.length)]!;
    return sum / values.length;
  }).sort((a, b) => a - b);
  const at = (share: number) => means[Math.min(resamples - 1, Math.floor(share * resamples))]!;
  return { mean: meanOf(values), low: at(0.025), high: at(0.975) };
}

/** What an ensemble's endings say about single days. Plain arithmetic on results; nothing is run. */
import { QUANTILE_LEVELS, type Comparison, type EnsembleResult } from './ensemble.ts';

type Endings = Pick<EnsembleResult, 'endings' | 'days'>;

/** Below this nobody is left to speak of: a ratio would be rounding. */
const NOTHING_OPEN = 1e-9;

export interface SettlementDays {
  /** Mean probability that it ends this way on this very day. */
  conceded: Float64Array;
  compromised: Float64Array;
  collapsed: Float64Array;
  /** What is still open on the last evening. */
  open: number;
}

function stepsOf(byEvening: Float64Array): Float64Array {
  return byEvening.map((value, day) => (day === 0 ? value : value - byEvening[day - 1]));
}

/** Distribution of the settlement day, by kind; together with `open` it sums to 1. */
export function settlementDays({ endings, days }: Endings): SettlementDays {
  return {
    conceded: stepsOf(endings.conceded),
    compromised: stepsOf(endings.compromised),
    collapsed: stepsOf(endings.collapsed),
    open: endings.open[days - 1],
  };
}

/**
 * Chance that it is won within `within` days, from this day on, if it is still open on its morning; NaN where
 * nothing is left open.
 * @param within 1: today alone; Infinity: by the horizon
 */
export function winIfStillOpen({ endings, days }: Endings, within: number): Float64Array {
  const { open, conceded } = endings;
  return Float64Array.from({ length: days }, (_, day) => {
    const left = day === 0 ? 1 : open[day - 1];
    const last = Math.min(days, day + within) - 1;
    return left > NOTHING_OPEN
      ? (conceded[last] - (day === 0 ? 0 : conceded[day - 1])) / left
      : NaN;
  });
}

/** What the scenario adds to the chance of winning in each future, in the futures' order. */
export function gainsByFuture({ scenario, baseline }: Comparison): Float64Array {
  return scenario.winByFuture.map((win, future) => win - baseline.winByFuture[future]);
}

/** The given share of the mass that ends has ended by this day (0-based); null where less than that ever ends. */
export function dayByWhichEnded({ endings, days }: Endings, share: number): number | null {
  for (let day = 0; day < days; day++) if (1 - endings.open[day] >= share) return day;
  return null;
}

/** Entry of a level in a result's quantiles. */
export function levelIndex(level: (typeof QUANTILE_LEVELS)[number]): number {
  return QUANTILE_LEVELS.indexOf(level);
}

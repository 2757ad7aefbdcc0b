import { QUANTILE_LEVELS, type Comparison, type EnsembleResult } from '../../lib/model/ensemble.ts';

const LEVELS = QUANTILE_LEVELS.length;
const STANDARD_NORMAL = [-1.645, -0.674, 0, 0.674, 1.645];

interface Made {
  days: number;
  futures?: number;
  /** Median leverage of a day, natural log. */
  median: (day: number) => number;
  spread?: number;
  /** Chance that the target has conceded by the evening of a day; compromise and collapse take a fixed part each. */
  conceded?: (day: number) => number;
  win: (future: number) => number;
  endedAsDeclared?: number;
}

/** An ensemble's result of a known shape. */
export function madeResult({
  days,
  futures = 200,
  median,
  spread = 0.8,
  conceded = (day) => 0.6 * (1 - 0.9 ** (day + 1)),
  win,
  endedAsDeclared = 0,
}: Made): EnsembleResult {
  const leverage = new Float64Array(days * LEVELS);
  for (let day = 0; day < days; day++) {
    for (let level = 0; level < LEVELS; level++) {
      leverage[day * LEVELS + level] = median(day) + spread * STANDARD_NORMAL[level];
    }
  }
  const byDay = (share: (day: number) => number) =>
    Float64Array.from({ length: days }, (_, day) => share(day));
  return {
    modelVersion: 1,
    days,
    futures,
    seed: 1919,
    endings: {
      conceded: byDay(conceded),
      compromised: byDay((day) => conceded(day) * 0.2),
      collapsed: byDay((day) => conceded(day) * 0.1),
      open: byDay((day) => 1 - conceded(day) * 1.3),
    },
    endedAsDeclared,
    quantiles: { leverage },
    means: {},
    winByFuture: Float64Array.from({ length: futures }, (_, future) => win(future)),
    expectedSettlementValue: 0.6,
    guardRails: { fundEmpty: 0, hardshipOverLimit: 0, supportUnderLimit: 0, fewerThanHalfOut: 0 },
  };
}

export function madeComparison(scenario: Made, baseline: Made): Comparison {
  const a = madeResult(scenario);
  const b = madeResult(baseline);
  const gains = a.winByFuture.map((win, future) => win - b.winByFuture[future]).sort();
  const shareOf = (claim: (gain: number) => boolean) => gains.filter(claim).length / gains.length;
  const helps = shareOf((gain) => gain >= 0.005);
  const hurts = shareOf((gain) => gain <= -0.005);
  return {
    scenario: a,
    baseline: b,
    helps,
    hurts,
    indifferent: 1 - helps - hurts,
    gainQuantiles: Float64Array.from(
      QUANTILE_LEVELS,
      (level) => gains[Math.floor(level * (gains.length - 1))],
    ),
    meanGain: gains.reduce((sum, gain) => sum + gain, 0) / gains.length,
    digest: '',
    olderDigests: {},
  };
}

/** Posti in shape: level at first, a jump on day 8, a spike on day 14, tiredness later. */
export function postiLike(days = 60): Comparison {
  return madeComparison(
    {
      days,
      median: (day) => (day < 8 ? 0.3 : 1.2) + (day === 14 ? 0.5 : 0) - 0.01 * day,
      win: (future) => 0.5 + ((future * 37) % 200) / 1000,
    },
    {
      days,
      median: (day) => 0.3 - 0.02 * day,
      conceded: (day) => 0.5 * (1 - 0.9 ** (day + 1)),
      win: () => 0.52,
    },
  );
}

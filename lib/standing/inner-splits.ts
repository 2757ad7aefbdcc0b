/**
 * Chooses how the simulator's forecast is made before anything is scored: the training strikes are split several times
 * more, each time what was known on that morning is fitted and the strikes that began later are forecast (rolling
 * origins, Tashman 2000). What began after the outer split, and what became known after it, plays no part.
 */
import type { BackTestReport, MeanInterval } from '../model/track-record.ts';
import { dateOf, dayNumber, yearOf, type StrikeDuration } from './durations.ts';
import type { LengthGrid } from './length-grid.ts';
import { addLength, noLengths, surprise } from './lifetimes.ts';
import { fitPriorPredictive, Forecaster, knownOn, type KnownStrike } from './prior-predictive.ts';
import { bootstrapMeans, type Resampling } from './scoring-rules.ts';

/** Years before the outer split; each inner split is scored for so many years, or up to the outer one. */
const YEARS_BEFORE = [10, 8, 6, 4, 2] as const;
const YEARS_SCORED = 7;
/** An inner split needs nearly two years of strikes to learn from. */
const DAYS_TO_LEARN = 700;
/** A trend that two splits speak for may be chance: they score many strikes in common. */
const SPLITS_FOR_TREND = 3;

/**
 * Years after which a strike counts half. That none is ever forgotten is not among them: where lengths have not changed
 * a long memory loses next to nothing, and they have changed in every decade on record.
 */
export const HALF_LIVES = [1, 2, 4, 8] as const;

interface InnerSplit {
  day: number;
  trained: KnownStrike[];
  later: (KnownStrike & { month: string })[];
}

function innerSplits(strikes: readonly StrikeDuration[], split: number): InnerSplit[] {
  const before = strikes.filter(({ startDay }) => startDay < split);
  const first = before.reduce((least, { startDay }) => Math.min(least, startDay), Infinity);
  const atSplit = knownOn(before, split);
  return YEARS_BEFORE.map((years) => yearsAfter(split, -years))
    .filter((day) => day - first >= DAYS_TO_LEARN)
    .map((day) => ({
      day,
      trained: knownOn(before, day),
      later: before.flatMap(({ startDay }, index) =>
        startDay >= day && startDay < yearsAfter(day, YEARS_SCORED)
          ? [{ ...atSplit[index]!, month: dateOf(startDay).slice(0, 7) }]
          : [],
      ),
    }))
    .filter(({ trained, later }) => trained.length > 0 && later.length > 0);
}

/** The same date of another year; 29 February becomes the day before. */
function yearsAfter(day: number, years: number): number {
  const [year, ...rest] = dateOf(day).split('-');
  const at = [String(Number(year) + years), ...rest].join('-');
  return dayNumber(at) ?? dayNumber(at.replace(/29$/, '28'))!;
}

/** −ln likelihood of what is known of each later strike: how long it lasted, or that it was still open. */
function surprisesOf({ later }: InnerSplit, forecaster: Forecaster, cap: number): Float64Array {
  return Float64Array.from(later, ({ industry, startYear, days, openAfter }) => {
    const lengths = noLengths(cap);
    addLength(lengths, days, openAfter);
    return surprise(lengths, forecaster.cumulated(industry, startYear));
  });
}

const meanOf = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export type DesignChoice = Pick<BackTestReport, 'memoryChoice' | 'trendChoice'>;

/**
 * How fast strikes lose weight with age: whatever forecasts best, each inner split counting alike. Whether a trend goes
 * on: only where it helps at each of at least three inner splits, and by more than chance (the 95 % interval of the
 * difference, months drawn together, excludes 0). Where the training years are too few to be split, all strikes count
 * alike and there is no trend.
 */
export function chooseDesign(
  strikes: readonly StrikeDuration[],
  split: number,
  grid: LengthGrid,
  halfLives: readonly (number | null)[],
  sampling: Resampling,
): DesignChoice {
  const inner = innerSplits(strikes, split);
  const count = inner.reduce((sum, { later }) => sum + later.length, 0);
  const none = { mean: 0, low: 0, high: 0 };
  if (inner.length === 0) {
    return {
      memoryChoice: { splits: [], strikes: 0, candidates: [], halfLifeYears: null },
      trendChoice: {
        split: dateOf(split),
        strikes: 0,
        withTrend: 0,
        without: 0,
        difference: none,
        isUsed: false,
      },
    };
  }
  const tried = halfLives.map((halfLifeYears) => {
    const scores = inner.map((each) => {
      const options = { byIndustry: true, trend: true, fixedLengths: true, halfLifeYears };
      const fit = fitPriorPredictive(each.trained, yearOf(each.day), grid, options);
      const scoresOf = (forecaster: Forecaster) => surprisesOf(each, forecaster, grid.days);
      return {
        without: scoresOf(new Forecaster({ ...fit, trendPerYear: 0 }, grid)),
        withTrend: scoresOf(new Forecaster(fit, grid)),
      };
    });
    const over = (of: (score: (typeof scores)[number]) => Float64Array) =>
      scores.reduce((sum, score) => sum + meanOf(of(score)), 0) / scores.length;
    return {
      halfLifeYears,
      scores,
      logScore: over(({ without }) => without),
      withTrend: over(({ withTrend }) => withTrend),
    };
  });
  const best = tried.reduce((found, each) => (each.logScore < found.logScore ? each : found));
  const difference = trendGain(inner, best.scores, count, sampling);
  return {
    memoryChoice: {
      splits: inner.map(({ day }) => dateOf(day)),
      strikes: count,
      candidates: tried.map(({ halfLifeYears, logScore }) => ({ halfLifeYears, logScore })),
      halfLifeYears: best.halfLifeYears,
    },
    trendChoice: {
      split: dateOf(inner[0]!.day),
      strikes: count,
      withTrend: best.withTrend,
      without: best.logScore,
      difference,
      isUsed:
        difference.high < 0 &&
        inner.length >= SPLITS_FOR_TREND &&
        best.scores.every(({ withTrend, without }) => meanOf(withTrend) < meanOf(without)),
    },
  };
}

function trendGain(
  inner: readonly InnerSplit[],
  scores: readonly { without: Float64Array; withTrend: Float64Array }[],
  count: number,
  sampling: Resampling,
): MeanInterval {
  const months = new Map<string, number>();
  const gains: number[] = [];
  const groups: number[] = [];
  inner.forEach(({ later }, index) => {
    const { without, withTrend } = scores[index]!;
    // Each inner split counts alike, however many strikes it scores.
    const weight = count / (inner.length * later.length);
    later.forEach(({ month }, row) => {
      if (!months.has(month)) months.set(month, months.size);
      gains.push(weight * (withTrend[row]! - without[row]!));
      groups.push(months.get(month)!);
    });
  });
  return bootstrapMeans([Float64Array.from(gains)], sampling, Uint32Array.from(groups))[0]!;
}

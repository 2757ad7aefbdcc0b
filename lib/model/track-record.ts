/** Shapes of the reports on how long strikes last: the calibration's and the back-test's. Scripts write them, pages draw them. */

/** A mean with its 95 % bootstrap interval. */
export interface MeanInterval {
  mean: number;
  low: number;
  high: number;
}

/**
 * The distributions that are scored: the simulator's, it without one of its parts, and textbook ones. Of the two that
 * speak of a trend a report holds the one that differs from the simulator's own. WithoutForgetting: every year of
 * training counts alike. Recent: fitted with the weights by age that the simulator's fit has.
 */
export const FORECAST_KINDS = [
  'simulator',
  'simulatorWithTrend',
  'simulatorWithoutTrend',
  'simulatorWithoutForgetting',
  'simulatorWithoutFixedLengths',
  'simulatorWithoutIndustry',
  'exponential',
  'exponentialByIndustry',
  'weibull',
  'weibullByIndustry',
  'lognormal',
  'lognormalByIndustry',
  'lognormalByIndustryRecent',
] as const;
export type ForecastKind = (typeof FORECAST_KINDS)[number];

export interface ForecastScores {
  kind: ForecastKind;
  logScore: MeanInterval;
  /** Days. */
  crps: MeanInterval;
  /** In the order of the report's horizons. */
  brier: MeanInterval[];
  /** The simulator's less this one's, on the same strikes: below 0 the simulator is better. Zero for itself. */
  logScoreDifference: MeanInterval;
  crpsDifference: MeanInterval;
  /** The same where all strikes that began in one month are drawn together. */
  logScoreDifferenceByMonth: MeanInterval;
  crpsDifferenceByMonth: MeanInterval;
}

/** Strikes whose chance of ending by a horizon was put alike: what was said, and what happened. */
export interface ReliabilityGroup {
  strikes: number;
  forecast: number;
  ended: number;
  /** 95 % interval of the share that ended (Wilson). */
  low: number;
  high: number;
}

export interface IndustryTrackRecord {
  industry: string;
  trained: number;
  scored: number;
  /** Its training strikes, each counted by its age. */
  weighed: number;
  /** Factor on how long both sides hold out; 1 is the generic campaign. As the three below a mean of what fits. */
  endurance: number;
  /** How much disputes differ beyond the campaign's ranges: gamma frailty's variance, sd of ln endurance. */
  frailtyVariance: number;
  enduranceSpread: number;
  /** How slowly hazards set in. */
  rampDays: number;
  fixedLengthShare: number;
  /** Medians, days, of the strikes scored and of what the simulator expected of them. */
  median: number;
  medianForecast: number;
  /** The simulator's less the by-industry lognormal's. */
  logScoreDifference: MeanInterval;
  crpsDifference: MeanInterval;
}

export interface BackTestReport {
  modelVersion: number;
  seed: number;
  futures: number;
  resamples: number;
  /** Whole days 1 … cap; what lasts longer is one cell. */
  capDays: number;
  split: string;
  trained: { strikes: number; from: string; to: string; stillOpen: number };
  scored: { strikes: number; from: string; to: string; beyondCap: number };
  /** Of all industries together. */
  rampDays: number;
  /**
   * How fast strikes lose weight with age in the simulator's fit: decided on the training strikes alone, split again on
   * several dates. Years after which a strike counts half; null: all count alike. Strikes are counted at every inner
   * split at which they are scored; the log score is the mean over the splits.
   */
  memoryChoice: {
    splits: string[];
    strikes: number;
    candidates: { halfLifeYears: number | null; logScore: number }[];
    halfLifeYears: number | null;
  };
  /** Whether a trend is part of the simulator's forecast: decided on the same inner splits, of which the first is named. */
  trendChoice: {
    split: string;
    strikes: number;
    withTrend: number;
    without: number;
    /** With a trend less without: it is used only where it helps at each of three or more splits and the interval lies below 0. */
    difference: MeanInterval;
    isUsed: boolean;
  };
  /** Part by which endurance changes each year, used or not, and how the change would go on after the split. */
  trendPerYear: number;
  trendDamping: number;
  /** How strikes of fixed length spread over lengths. */
  fixedLengths: { days: number; share: number }[];
  horizons: number[];
  forecasts: ForecastScores[];
  /** Strikes in each tenth of the simulator's own forecast; level if it is right. */
  pit: number[];
  /** By horizon. */
  reliability: { days: number; groups: ReliabilityGroup[] }[];
  /** Share of the strikes scored that fell inside the simulator's middle 50 and 90 %. */
  coverage: { half: number; ninety: number };
  industries: IndustryTrackRecord[];
  /** Largest gap between the scored forecasts' building blocks and the engine's own run of the same campaign. */
  engineGap: number;
}

export const HAZARD_KEYS = [
  'concessionRate',
  'collapseRate',
  'compromiseRate',
  'frailtyVariance',
  'rampDays',
] as const;
export type HazardKey = (typeof HAZARD_KEYS)[number];
export type HazardConstants = Record<HazardKey, number>;

export const OUTCOMES = ['concession', 'compromise', 'collapse'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How far constants meet the targets. */
export interface TargetsMet {
  /** Days, in the order of the report's levels. */
  quantiles: number[];
  /** Shares of what has ended by the last day. */
  outcomes: Record<Outcome, number>;
  open: number;
  /** Largest part by which a quantile is off the stated targets, and off the file's. */
  worstStated: number;
  worstFile: number;
  /** Largest gap of an outcome's share. */
  worstOutcome: number;
  /** Every stated quantile within 10 %, every outcome within .03. */
  isMet: boolean;
}

/** Whose constants: model 1's; those that this program runs with; the fit's. */
export const CONSTANT_SETS = ['before', 'shipped', 'fitted'] as const;
export type ConstantSet = (typeof CONSTANT_SETS)[number];

/** One set-up of the generic campaign, and how far each set of constants meets the targets in it. */
export interface CalibrationOf {
  setUp: 'onlyCostOfConceding' | 'everyRange';
  met: Record<ConstantSet, TargetsMet>;
}

export interface CalibrationReport {
  modelVersion: number;
  seed: number;
  futures: number;
  resamples: number;
  capDays: number;
  strikes: number;
  from: string;
  to: string;
  /** Null: all of them. */
  industry: string | null;
  levels: number[];
  /** The stated targets, and the file's own quantiles read as the model's are. */
  stated: number[];
  file: number[];
  outcomes: Record<Outcome, number>;
  outcomeCampaigns: number;
  /** The fit meets the targets of all set-ups at once, as nearly as one set of constants can. */
  constants: Record<ConstantSet, HazardConstants>;
  /** 5 and 95 % points of each fitted constant: strikes and campaigns drawn anew, the fit done again. */
  ranges: Record<HazardKey, [number, number]>;
  /** Strikes declared beforehand for a fixed length, as a part of what was fitted; null: none were set apart. */
  fixedLengths: { share: number; lengths: { days: number; share: number }[] } | null;
  setUps: CalibrationOf[];
}

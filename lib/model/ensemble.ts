import type { Campaign } from './campaign.ts';
import type { Scenario } from './scenario.ts';

/**
 * Meaning of the numbers: raised whenever the same request gives other numbers, and whenever the calibrated constants
 * of the endings change, which are the defaults of a campaign's numbers. 2: calibrated anew (docs/model-2.md).
 */
export const MODEL_VERSION = 2;

/**
 * Versions of the model with the equations of this one. A file holds every number that they take, the constants
 * included, so what was computed under any of these comes out the same here, to the digest.
 */
export const VERSIONS_OF_THESE_EQUATIONS: readonly number[] = [1, 2];

/** Quantities of a day, in the order of the engine's arrays. Names as `simulate --json` prints them. */
export const DAY_QUANTITIES = [
  'participation',
  'support',
  'hardship',
  'crossing',
  'fund',
  'buffer',
  'harmToOthers',
  'targetCost',
  'enduranceTarget',
  'enduranceMovement',
  'leverage',
] as const;
export type DayQuantity = (typeof DAY_QUANTITIES)[number];

export const ENDINGS = ['open', 'conceded', 'compromised', 'collapsed'] as const;
export type Ending = (typeof ENDINGS)[number];

/** The levels of every fan, in order. */
export const QUANTILE_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export const GUARD_RAILS = [
  'fundEmpty',
  'hardshipOverLimit',
  'supportUnderLimit',
  'fewerThanHalfOut',
] as const;
export type GuardRail = (typeof GUARD_RAILS)[number];

export interface EnsembleRequest {
  campaign: Campaign;
  scenario: Scenario;
  /** Futures 0 … futures − 1; a longer ensemble begins with the shorter one. */
  futures: number;
  /** Every range at its typical value, no daily noise: the single certain future. */
  certain: boolean;
  /** Quantiles and means of every quantity of a day, not of leverage alone. */
  allQuantiles: boolean;
  /** Limits of the guard-rails, shares. */
  hardshipLimit: number;
  supportLimit: number;
}

/** By day, the one future in which every number is typical and chance is off. */
export type TypicalCourse = Record<DayQuantity | Ending, readonly number[]>;

/** What an ensemble of one scenario came to. Arrays by day have `days` entries. */
export interface EnsembleResult {
  modelVersion: number;
  days: number;
  futures: number;
  seed: number;
  /** Mean probability by the evening of each day, one array per ending. */
  endings: Record<Ending, Float64Array>;
  /** Mass still open when a strike of fixed length ended as declared; 0 without a fixed length. */
  endedAsDeclared: number;
  /** Quantiles by day: entry day·5 + level, of Λ (natural log) and, if asked for, of every quantity. */
  quantiles: { leverage: Float64Array } & Partial<Record<DayQuantity, Float64Array>>;
  /** Means over futures of Λ and every other quantity by day, where all quantiles were asked for; else empty. */
  means: Partial<Record<DayQuantity, Float64Array>>;
  /** P(concession by the horizon) of each future. */
  winByFuture: Float64Array;
  /** Mean over futures of the settlement's value: 1 concession, 0 collapse, σ(Λ + ln(a_C/a_X)) compromise. */
  expectedSettlementValue: number;
  /** Chance that it comes before the dispute ends. */
  guardRails: Record<GuardRail, number>;
  /** What the reasons in words are read from; not of a certain run, which is one itself. No part of the digest. */
  typical?: TypicalCourse;
}

/** Two scenarios on the same futures. */
export interface Comparison {
  scenario: EnsembleResult;
  baseline: EnsembleResult;
  /** Shares of futures: the change adds or takes half a point of P(win by the horizon), or makes less difference. */
  helps: number;
  hurts: number;
  indifferent: number;
  /** 5/25/50/75/95 % points of the difference in P(win by the horizon). */
  gainQuantiles: Float64Array;
  meanGain: number;
  /** SHA-256, hex, over the byte layout that `digest.ts` states. */
  digest: string;
  /** By model version: what the digest is called in files of older versions that have the same equations. */
  olderDigests: Readonly<Record<number, string>>;
}

/**
 * How far the answer can be doubted: shapes of the two reports that `npm run sensitivity` and `npm run founding` write.
 * Chances and shares are 0–1; an effect is the chance of winning with the actions less that without, on the same future.
 */
import type { ActionKind } from './action.ts';
import type { NumberReference } from './study.ts';

/** Where the range of a number comes from. */
export type RangeOrigin =
  /** The campaign, an action, or the model's defaults. */
  | 'own'
  /** Held at one value on no evidence; here the model's description, or else its width for opened numbers, counts. */
  | 'opened'
  /** Calibrated, and taken to be off by a factor of two; the frailty's variance lies in 0.6–1.8. */
  | 'calibrated';

/** A figure with its standard error. */
export interface Measured {
  value: number;
  error: number;
}

/** What a report says of a number: enough to name it and to write its range. */
export interface DoubtedNumber {
  number: NumberReference;
  /** The action it belongs to; null for a number of the campaign. */
  action: { kind: ActionKind; name: string; startDay: number } | null;
  low: number;
  typical: number;
  high: number;
  origin: RangeOrigin;
}

/** Sobol' indices of one number. */
export interface SensitivityRow {
  /** null: the daily noise of public support, all days together. */
  of: DoubtedNumber | null;
  /** Share of the variance that would go if it alone were known. */
  first: Measured;
  /** Share of the variance that would be left if all but it were known: what it does alone and together with others. */
  total: Measured;
}

export interface SensitivityOutput {
  mean: Measured;
  /** Standard deviation over the space. */
  spread: number;
  /** The numbers with the largest total indices, the largest first. */
  rows: SensitivityRow[];
  /** How many more there are, and the largest total index among them. */
  rest: { count: number; largest: Measured };
}

export const CAMPAIGN_TYPES = ['sympathy', 'substitution', 'generic'] as const;
export type CampaignType = (typeof CAMPAIGN_TYPES)[number];

export interface TypeSensitivity {
  type: CampaignType;
  campaignId: string;
  /** ISO code of its money. */
  currency: string;
  /** Days that were run: the horizon of every chance. */
  days: number;
  numbers: number;
  /** The chance of winning with the actions, and the difference that they make. */
  outputs: { win: SensitivityOutput; effect: SensitivityOutput };
}

export interface SensitivityReport {
  modelVersion: number;
  seed: number;
  /** Rows of each of the two sample matrices. */
  sample: number;
  /** Resamplings of the rows behind each error. */
  resamples: number;
  types: TypeSensitivity[];
}

/** Shares of the space in which an action helps, makes less than half a point of difference, or harms. */
export interface Verdicts {
  helps: Measured;
  nothing: Measured;
  harms: Measured;
}

/** One number's part in where an effect is lost. */
export interface Separation {
  of: DoubtedNumber;
  /** Among points with the number in its lowest, middle and highest third. */
  thirds: [Verdicts, Verdicts, Verdicts];
  /** Largest gap between its distributions where the action helps and where it does not (Kolmogorov–Smirnov). */
  distance: number;
  /** Below this value of the distance chance alone may have made it (5 in 100). */
  byChance: number;
  /** Where the gap is largest; the shares that help below and above it. */
  threshold: number;
  below: Measured;
  above: Measured;
}

/** A value at which the effect is lost while all other numbers are typical. */
export interface Vanishing {
  of: DoubtedNumber;
  /** Nearest value at which less than half a point is left, and at which the sign turns; null: not as far as looked. */
  vanishes: { value: number; isInRange: boolean } | null;
  turns: { value: number; isInRange: boolean } | null;
  /** Values looked at, and the effect at both ends. */
  looked: [number, number];
  effectAtLooked: [number, number];
}

/** What somebody does rather than what is unknown; all numbers typical. */
export interface Turn {
  kind: 'later' | 'smaller' | 'byTarget';
  /** Days later, or the part of every share that is left, at which less than half a point remains; null: none does. */
  at: number | null;
  /** Effect there; for `byTarget` with the target in the movement's place. */
  effect: number;
}

export interface FoundingEffect {
  type: Exclude<CampaignType, 'generic'>;
  campaignId: string;
  /** ISO code of its money. */
  currency: string;
  /** Horizon of every chance below, days, unless it says otherwise. */
  days: number;
  /** All numbers typical, no daily noise. */
  typical: { with: number; without: number; effect: number };
  /** Numbers as the campaign gives them, those held known held: what the studio shows. */
  own: { mean: Measured; low: number; median: number; high: number; verdicts: Verdicts };
  /** Every plausible range at work. */
  space: { mean: Measured; low: number; median: number; high: number; verdicts: Verdicts };
  /** The same with a longer horizon. */
  longer: { days: number; mean: Measured; verdicts: Verdicts };
  numbers: number;
  /** Those that tell the regions apart better than chance does, the best first. */
  separations: Separation[];
  /** Share that helps by thirds of the two that separate best: [third of the first][third of the second]. */
  together: { first: DoubtedNumber; second: DoubtedNumber; helps: Measured[][] } | null;
  vanishings: Vanishing[];
  turns: Turn[];
}

export interface FoundingReport {
  modelVersion: number;
  /** Seed of the first scrambling; the others follow it. */
  seed: number;
  /** Points of each scrambling, and how many there are. */
  points: number;
  scramblings: number;
  effects: FoundingEffect[];
}

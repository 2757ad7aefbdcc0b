/**
 * Scores of a forecast of how long a strike lasts, all on one support: whole days 1 … cap, and one last cell for what
 * lasts longer. A forecast is the cumulative chance of having ended by the evening of each day: cumulated[d − 1] is
 * P(T ≤ d). (Gneiting & Raftery 2007; for PIT histograms of counts Czado, Gneiting & Held 2009.)
 */
import { log } from '../model/arithmetic.ts';

/** The chance of ending on a day; days beyond the cap are the last cell. */
export function massAt(cumulated: Float64Array, days: number): number {
  if (days > cumulated.length) return 1 - cumulated[cumulated.length - 1]!;
  return cumulated[days - 1]! - (days > 1 ? cumulated[days - 2]! : 0);
}

/** What a forecast that had excluded it is charged: no cell is held to be less likely than this. */
const SMALLEST_MASS = 1e-12;

/** −ln of the chance given to what happened: 0 is certain and right, lower is better. */
export function logScore(cumulated: Float64Array, days: number): number {
  return -log(Math.max(SMALLEST_MASS, massAt(cumulated, days)));
}

/**
 * Continuous ranked probability score, in days: Σ over days of (P(T ≤ d) − 1{T ≤ d})², lower is better. Of a strike
 * that outlasts the cap, only the days up to the cap count, for every forecast alike.
 */
export function crps(cumulated: Float64Array, days: number): number {
  let score = 0;
  for (let d = 1; d <= cumulated.length; d++) {
    const gap = cumulated[d - 1]! - (d >= days ? 1 : 0);
    score += gap * gap;
  }
  return score;
}

/** (P(T ≤ horizon) − 1{T ≤ horizon})². */
export function brier(cumulated: Float64Array, days: number, horizon: number): number {
  const gap = cumulated[horizon - 1]! - (days <= horizon ? 1 : 0);
  return gap * gap;
}

/**
 * Adds a strike to a PIT histogram: its mass of 1 lies evenly between P(T < days) and P(T ≤ days). A forecast that is
 * right leaves a level histogram.
 */
export function addToPit(histogram: Float64Array, cumulated: Float64Array, days: number): void {
  const cap = cumulated.length;
  const low = days > 1 ? cumulated[Math.min(days - 1, cap) - 1]! : 0;
  const high = days > cap ? 1 : cumulated[days - 1]!;
  const bins = histogram.length;
  const width = high - low;
  if (!(width > 0)) {
    histogram[Math.min(bins - 1, Math.floor(high * bins))]! += 1;
    return;
  }
  for (let bin = 0; bin < bins; bin++) {
    const inside = Math.min(high, (bin + 1) / bins) - Math.max(low, bin / bins);
    if (inside > 0) histogram[bin]! += inside / width;
  }
}

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Interval {
  mean: number;
  low: number;
  high: number;
}

export interface Resampling {
  resamples: number;
  seed: number;
}

/**
 * Means with their 95 % intervals, groups of strikes drawn anew with replacement. Paired: every series of values sees
 * the same draws, and a difference is a series of its own.
 * @param series values by strike
 * @param groups by strike, 0 … n − 1: those of one group are drawn together; none: every strike by itself
 */
export function bootstrapMeans(
  series: readonly Float64Array[],
  { resamples, seed }: Resampling,
  groups?: Uint32Array,
): Interval[] {
  const strikes = series[0]!.length;
  const groupOf = groups ?? Uint32Array.from({ length: strikes }, (_, index) => index);
  let count = 0;
  for (const group of groupOf) count = Math.max(count, group + 1);
  const sizes = new Float64Array(count);
  for (const group of groupOf) sizes[group]! += 1;
  const sums = series.map((values) => {
    const sum = new Float64Array(count);
    for (let i = 0; i < strikes; i++) sum[groupOf[i]!]! += values[i]!;
    return sum;
  });
  const means = series.map(() => new Float64Array(resamples));
  const chance = chanceFrom(seed);
  const drawn = new Uint32Array(count);
  for (let resample = 0; resample < resamples; resample++) {
    let size = 0;
    for (let i = 0; i < count; i++) {
      const group = Math.floor(chance() * count);
      drawn[i] = group;
      size += sizes[group]!;
    }
    sums.forEach((sum, index) => {
      let total = 0;
      for (let i = 0; i < count; i++) total += sum[drawn[i]!]!;
      means[index]![resample] = total / size;
    });
  }
  return series.map((values, index) => {
    const sorted = means[index]!.sort();
    const at = (share: number) => sorted[Math.min(resamples - 1, Math.floor(share * resamples))]!;
    return {
      mean: values.reduce((sum, value) => sum + value, 0) / strikes,
      low: at(0.025),
      high: at(0.975),
    };
  });
}

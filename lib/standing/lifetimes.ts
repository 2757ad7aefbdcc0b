/**
 * Textbook distributions of how long a strike lasts, as what the model has to beat: exponential (a hazard that never
 * changes), Weibull (one that rises or falls as a power of time), lognormal. All on the support of scoring-rules.ts,
 * cut into whole days in the same way as the model's own: what ends in (d − 1, d] lasted d days. Fitted by maximum
 * likelihood on that support, with strikes that were still open counted as such.
 */
import { exp, log } from '../model/arithmetic.ts';
import { minimum } from './minimum.ts';

/** How often each length was seen on the support: ended[d − 1] on day d, the last cell beyond the cap; open[c] still
 *  open after c whole days. */
export interface Lengths {
  ended: Float64Array;
  open: Float64Array;
}

export function noLengths(cap: number): Lengths {
  return { ended: new Float64Array(cap + 1), open: new Float64Array(cap + 1) };
}

/**
 * @param openAfter null: it ended after `days`; else it was still open after so many days, and `days` is not looked at
 * @param weight how much it counts
 */
export function addLength(
  { ended, open }: Lengths,
  days: number,
  openAfter: number | null,
  weight = 1,
): void {
  const cap = ended.length - 1;
  if (openAfter === null) ended[Math.min(days, cap + 1) - 1]! += weight;
  else open[Math.min(openAfter, cap)]! += weight;
}

const SMALLEST_MASS = 1e-12;

/** −ln likelihood of lengths under a cumulative forecast. */
export function surprise({ ended, open }: Lengths, cumulated: Float64Array): number {
  const cap = cumulated.length;
  let total = 0;
  let before = 0;
  for (let d = 1; d <= cap + 1; d++) {
    const after = d <= cap ? cumulated[d - 1]! : 1;
    if (ended[d - 1]! > 0) total -= ended[d - 1]! * log(Math.max(SMALLEST_MASS, after - before));
    before = after;
  }
  for (let c = 1; c <= cap; c++) {
    if (open[c]! > 0) total -= open[c]! * log(Math.max(SMALLEST_MASS, 1 - cumulated[c - 1]!));
  }
  return total;
}

function cumulatedBy(cap: number, by: (days: number) => number): Float64Array {
  return Float64Array.from({ length: cap }, (_, index) => by(index + 1));
}

/** 1 − e^(−(t/scale)^shape), t in days. */
export function weibull(scale: number, shape: number, cap: number): Float64Array {
  const lnScale = log(scale);
  return cumulatedBy(cap, (days) => 1 - exp(-exp(shape * (log(days) - lnScale))));
}

/** 1 − e^(−t/mean), t in days. */
export function exponential(mean: number, cap: number): Float64Array {
  return weibull(mean, 1, cap);
}

const INVERSE_ROOT_2_PI = 0.3989422804014327;

/** The standard normal's cumulative chance (Marsaglia 2004), to 1e−15; beyond 8 it is 0 or 1. */
export function normalCumulated(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let sum = z;
  let term = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
    if (term === 0) break;
  }
  return 0.5 + sum * INVERSE_ROOT_2_PI * exp((-z * z) / 2);
}

/** Φ((ln t − meanLog)/sdLog), t in days. */
export function lognormal(meanLog: number, sdLog: number, cap: number): Float64Array {
  return cumulatedBy(cap, (days) => normalCumulated((log(days) - meanLog) / sdLog));
}

export const BASELINE_KINDS = ['exponential', 'weibull', 'lognormal'] as const;
export type BaselineKind = (typeof BASELINE_KINDS)[number];

/** The fitted distribution, as a cumulative forecast, and its numbers: mean; scale and shape; mean and sd of ln days. */
export function fitLifetime(
  kind: BaselineKind,
  lengths: Lengths,
): { cumulated: Float64Array; numbers: number[] } {
  const cap = lengths.ended.length - 1;
  const made = (numbers: readonly number[]) => {
    switch (kind) {
      case 'exponential':
        return exponential(numbers[0]!, cap);
      case 'weibull':
        return weibull(numbers[0]!, numbers[1]!, cap);
      case 'lognormal':
        return lognormal(numbers[0]!, numbers[1]!, cap);
      default:
        return kind satisfies never;
    }
  };
  const numbersAt = (point: readonly number[]) =>
    kind === 'lognormal' ? [point[0]!, exp(point[1]!)] : point.map((x) => exp(x));
  const start = kind === 'exponential' ? [log(30)] : kind === 'weibull' ? [log(30), 0] : [3, 0];
  const { point } = minimum((at) => surprise(lengths, made(numbersAt(at))), start, 0.3);
  const numbers = numbersAt(point);
  return { cumulated: made(numbers), numbers };
}

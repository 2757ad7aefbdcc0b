import { exp, log, logistic, logit } from './arithmetic.ts';
import { z } from './zod.ts';

/**
 * What is known of a number: its 5, 50 and 95 % points. low = typical = high means known exactly.
 * The distribution is a two-piece normal on the number's scale (model.md, "Uncertain parameters").
 */
export const Range = z
  .strictObject({ low: z.number(), typical: z.number(), high: z.number() })
  .refine((range) => range.low <= range.typical && range.typical <= range.high, {
    message: 'low ≤ typical ≤ high must hold',
  });
export type Range = z.infer<typeof Range>;

/** positive quantities: log; shares: logit; signed ones: plain. */
export type Scale = 'log' | 'logit' | 'plain';

/** z of the 95 % point of a normal. */
export const Z_95 = 1.6448536269514722;

const LOWEST_SHARE = 0.001;
const HIGHEST_SHARE = 0.999;
/** On the log scale a zero end is held this far below the typical value: one part in a thousand, as for shares. */
const LOWEST_PART = 0.001;

export function known(value: number): Range {
  return { low: value, typical: value, high: value };
}

export function isKnown(range: Range): boolean {
  return range.low === range.typical && range.typical === range.high;
}

/** The value on its scale, where two-piece normals and pooling live. Ends are held where the scale is finite. */
export function toScale(scale: Scale, value: number, typical = value): number {
  switch (scale) {
    case 'log':
      return log(Math.max(value, typical > 0 ? typical * LOWEST_PART : Number.MIN_VALUE));
    case 'logit':
      return logit(Math.min(HIGHEST_SHARE, Math.max(LOWEST_SHARE, value)));
    case 'plain':
      return value;
    default:
      return scale satisfies never;
  }
}

export function fromScale(scale: Scale, value: number): number {
  switch (scale) {
    case 'log':
      return exp(value);
    case 'logit':
      return logistic(value);
    case 'plain':
      return value;
    default:
      return scale satisfies never;
  }
}

/**
 * The value at standard-normal position `normal` (0 = typical, ±1.645 = the 5 and 95 % points), clipped at the
 * hard bounds.
 */
export function valueAt(
  range: Range,
  scale: Scale,
  normal: number,
  min: number,
  max: number,
): number {
  if (isKnown(range)) return range.typical;
  const middle = toScale(scale, range.typical);
  const end = normal < 0 ? range.low : range.high;
  const width = Math.abs(toScale(scale, end, range.typical) - middle) / Z_95;
  const value = fromScale(scale, middle + width * normal);
  return value < min ? min : value > max ? max : value;
}

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
      return log(Math.max(value, typical * LOWEST_PART, Number.MIN_VALUE));
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

/** A two-piece normal: on `scale`, `middle` plus the width on that side times a standard normal. */
export interface TwoPieceNormal {
  scale: Scale;
  middle: number;
  widthBelow: number;
  widthAbove: number;
}

/** How a range that is not known exactly is drawn. */
export function twoPieceNormalOf(range: Range, scale: Scale): TwoPieceNormal {
  // No factor leads from 0 to a number: what is typically nothing falls evenly between 0 and its high end.
  if (scale === 'log' && range.typical === 0) scale = 'plain';
  const middle = toScale(scale, range.typical);
  return {
    scale,
    middle,
    widthBelow: (middle - toScale(scale, range.low, range.typical)) / Z_95,
    widthAbove: (toScale(scale, range.high, range.typical) - middle) / Z_95,
  };
}

/** The value at standard-normal position `normal`: 0 = typical, ±1.645 = the 5 and 95 % points. */
export function drawnAt(
  { scale, middle, widthBelow, widthAbove }: TwoPieceNormal,
  normal: number,
  min: number,
  max: number,
): number {
  const value = fromScale(scale, middle + (normal < 0 ? widthBelow : widthAbove) * normal);
  return value < min ? min : value > max ? max : value;
}

/** The value of a range at a standard-normal position, clipped at the hard bounds. */
export function valueAt(
  range: Range,
  scale: Scale,
  normal: number,
  min: number,
  max: number,
): number {
  if (isKnown(range)) return range.typical;
  return drawnAt(twoPieceNormalOf(range, scale), normal, min, max);
}

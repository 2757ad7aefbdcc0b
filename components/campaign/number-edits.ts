/** What people do to one uncertain number. Every result keeps low ≤ typical ≤ high within the hard bounds. */
import type { Bounds } from '../../lib/model/evidence.ts';
import { fromScale, isKnown, toScale, type Range } from '../../lib/model/range.ts';
import { priorOf, type UncertainNumber } from '../../lib/model/uncertain-number.ts';
import { messages } from '../../lib/messages/messages.ts';
import { formatRange, type NumberSetting } from './number-text.ts';

const LONGEST_NOTE = 2000;

const hold = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** Three or four digits are all that a drag can mean; exact ends are kept. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** A share at 0 or 1, which has no place on a logit scale. */
export function isNoneOrAll(value: number, { scale }: Bounds): boolean {
  return scale === 'logit' && (value <= 0 || value >= 1);
}

/**
 * The range moved along its scale until `typical` is its middle, so that its width keeps its meaning; an end at 0
 * or at a hard bound stays there. A number known exactly stays known, and a share that is put at 0 or 1 becomes so: only
 * what is known exactly may be none or all of it (model.md, "Uncertain parameters").
 */
export function shiftedRange(range: Range, typical: number, bounds: Bounds): Range {
  const { scale, min, max } = bounds;
  const middle = hold(typical, min, max);
  if (isKnown(range) || isNoneOrAll(middle, bounds)) {
    return { low: middle, typical: middle, high: middle };
  }
  // Nothing on a log scale moves away from 0: its ends keep their distance instead.
  const moves = scale === 'plain' || (range.typical > 0 && middle > 0);
  const shift = moves ? toScale(scale, middle) - toScale(scale, range.typical) : 0;
  const moved = (end: number) => {
    if (end === min || end === max || end === 0) return end;
    if (!moves) return end;
    const value = fromScale(scale, toScale(scale, end, range.typical) + shift);
    return hold(rounded(value), min, max);
  };
  return {
    low: Math.min(middle, moved(range.low)),
    typical: middle,
    high: Math.max(middle, moved(range.high)),
  };
}

/**
 * The range after its slider has been moved to `typical`. Slid away from none or all of it, a share is as uncertain again
 * as it started.
 */
export function slidRange(
  range: Range,
  typical: number,
  bounds: Bounds,
  started: Range | null,
): Range {
  const isAtEnd = isKnown(range) && isNoneOrAll(range.typical, bounds);
  return shiftedRange(isAtEnd && started ? started : range, typical, bounds);
}

/**
 * The number with another range, its reason now the user's own: a source is no source for what it did not say.
 * The first change notes what it was.
 */
export function withRange(
  number: UncertainNumber,
  range: Range,
  setting: NumberSetting,
): UncertainNumber {
  const same =
    range.low === number.low && range.typical === number.typical && range.high === number.high;
  if (same) return number;
  const basis =
    number.basis.kind === 'own'
      ? number.basis
      : {
          kind: 'own' as const,
          note: messages.numbers
            .changedFrom(formatRange(priorOf(number), setting), number.basis.note)
            .slice(0, LONGEST_NOTE),
          address: number.basis.address,
        };
  return { ...number, ...range, basis };
}

export type RangeProblem = 'outside' | 'order' | 'zeroOrAll';

/** What is wrong with a range that somebody wrote; null where nothing is. */
export function rangeProblem(range: Range, { scale, min, max }: Bounds): RangeProblem | null {
  const values = [range.low, range.typical, range.high];
  if (values.some((value) => value < min || value > max)) return 'outside';
  if (range.low > range.typical || range.typical > range.high) return 'order';
  if (!isKnown(range) && isNoneOrAll(range.typical, { scale, min, max })) return 'zeroOrAll';
  return null;
}

/** A stretch of values worth sliding over: what the range makes plausible and as much again. */
export function plausibleSpan(range: Range, { scale, min, max }: Bounds): [number, number] {
  const { low, typical, high } = range;
  if (scale === 'logit') return [min, high <= 0.08 ? Math.min(max, 0.25) : max];
  if (scale === 'log') {
    const least = low > 0 ? low : typical;
    return least > 0 ? [Math.max(min, least / 2.5), Math.min(max, high * 2.5)] : [min, max];
  }
  const width = Math.max(high - low, Math.abs(typical), 0.01);
  return [Math.max(min, low - width / 2), Math.min(max, high + width / 2)];
}

/** 0–1 along the slider of a span, and back. Shares and signed numbers run evenly, quantities by factors. */
export function placeOf(
  value: number,
  [from, to]: readonly [number, number],
  bounds: Bounds,
): number {
  if (to <= from) return 0;
  if (bounds.scale === 'log' && from > 0)
    return hold(Math.log(Math.max(value, from) / from) / Math.log(to / from), 0, 1);
  return hold((value - from) / (to - from), 0, 1);
}

/** Steps of the slider, one arrow key each. */
export const SLIDER_STEPS = 100;

/** The roundest number near: a multiple of 1, 2 or 5 times a power of ten, no coarser than `most`. */
function roundedTo(value: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  // A span so narrow, or a number so near 0, that nothing of it can be rounded.
  if (power === 0) return value;
  const step = [5, 2, 1].find((part) => part * power <= most * (1 + 1e-9))! * power;
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** The value there, rounded no further than one step of the slider, so that every key press does something. */
export function valueAtPlace(
  place: number,
  [from, to]: readonly [number, number],
  bounds: Bounds,
): number {
  if (bounds.scale === 'log' && from > 0) {
    const value = from * Math.exp(place * Math.log(to / from));
    const step = (value * Math.log(to / from)) / SLIDER_STEPS;
    return hold(roundedTo(value, step), from, to);
  }
  return hold(roundedTo(from + place * (to - from), (to - from) / SLIDER_STEPS), from, to);
}

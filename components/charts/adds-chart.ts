/** What each part adds to a whole, as steps: each bar begins where the one before it ended. */

export interface Part {
  id: string;
  label: string;
  /** Share of probability; may be negative. */
  value: number;
  /** Standard error that the sampling of orders leaves; 0 where exact. */
  error: number;
}

export interface Step extends Part {
  /** Where the bar begins and ends, pixels; x0 > x1 where it takes away. */
  x0: number;
  x1: number;
  /** Baseline of the words above the bar, and top of the bar. */
  textY: number;
  y: number;
  /** Ends of the sampling error (± two standard errors); null where there is none to see. */
  whisker: { low: number; high: number } | null;
}

export interface AddsGeometry {
  width: number;
  height: number;
  zero: number;
  barHeight: number;
  steps: Step[];
}

const ROW = 34;
const TEXT = 13;
const BAR_TOP = 18;
const BAR = 7;
const BOTTOM = 6;
/** Less than a tenth of a point cannot be seen, nor should it be read. */
const LEAST_SPAN = 0.001;

/** Largest first, those that take away last. */
export function rankedParts(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) => b.value - a.value);
}

export function addsGeometry(parts: readonly Part[], width: number): AddsGeometry {
  let sum = 0;
  const ends = parts.map(({ value }) => [sum, (sum += value)] as const);
  const all = [0, ...ends.flat()];
  const low = Math.min(...all);
  const high = Math.max(...all, low + LEAST_SPAN);
  const x = (value: number) => ((value - low) / (high - low)) * width;
  const steps = parts.map((part, index): Step => {
    const [from, to] = ends[index]!;
    const reach = 2 * part.error;
    return {
      ...part,
      x0: x(from),
      x1: x(to),
      textY: index * ROW + TEXT,
      y: index * ROW + BAR_TOP,
      whisker:
        x(reach) - x(0) < 1
          ? null
          : { low: Math.max(0, x(to - reach)), high: Math.min(width, x(to + reach)) },
    };
  });
  return {
    width,
    height: parts.length * ROW + BOTTOM,
    zero: x(0),
    barHeight: BAR,
    steps,
  };
}

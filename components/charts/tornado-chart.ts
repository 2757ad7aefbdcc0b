/** What the answer rests on: for each assumption the effect at both ends of its range, the longest bar on top. */

export interface TornadoBar {
  id: string;
  label: string;
  /** Effect (difference of chances, share) at the low and at the high end of the range. */
  low: number;
  high: number;
  /** The ends in words: "€7.5 M". */
  lowWords: string;
  highWords: string;
  /** Where the effect changes its sign, in words; null where it does not. */
  flipWords: string | null;
}

export interface TornadoRowGeometry extends TornadoBar {
  textY: number;
  y: number;
  xLow: number;
  xHigh: number;
  /** Where the words of the two ends stand, left and right of the bar. */
  left: { words: string; x: number; anchor: 'start' | 'end' };
  right: { words: string; x: number; anchor: 'start' | 'end' };
}

export interface TornadoGeometry {
  width: number;
  height: number;
  bottom: number;
  barHeight: number;
  /** Effect 0, where the answer changes its sign, and the effect as things stand. */
  zero: number;
  now: number;
  ticks: { points: number; x: number }[];
  rows: TornadoRowGeometry[];
}

const TOP = 22;
const ROW = 46;
const TEXT = 13;
const BAR_TOP = 20;
const BAR = 12;
const AXIS = 26;
const GAP = 6;
const STEPS = [1, 2, 5, 10, 20, 50];
const TICK_GAP = 64;

/** @param side room for the words of an end, left and right of the bars, pixels */
export function tornadoGeometry(
  bars: readonly TornadoBar[],
  now: number,
  width: number,
  side: number,
): TornadoGeometry {
  const values = [0, now, ...bars.flatMap(({ low, high }) => [low, high])];
  const low = Math.min(...values);
  const high = Math.max(...values, low + 0.01);
  const left = side;
  const right = Math.max(left + 1, width - side);
  const x = (value: number) => left + ((value - low) / (high - low)) * (right - left);
  const rows = bars.map((bar, index): TornadoRowGeometry => {
    const xLow = x(bar.low);
    const xHigh = x(bar.high);
    const isLowLeft = xLow <= xHigh;
    return {
      ...bar,
      textY: TOP + index * ROW + TEXT,
      y: TOP + index * ROW + BAR_TOP,
      xLow,
      xHigh,
      left: {
        words: isLowLeft ? bar.lowWords : bar.highWords,
        x: Math.min(xLow, xHigh) - GAP,
        anchor: 'end',
      },
      right: {
        words: isLowLeft ? bar.highWords : bar.lowWords,
        x: Math.max(xLow, xHigh) + GAP,
        anchor: 'start',
      },
    };
  });
  const pixelsPerPoint = (right - left) / (high - low) / 100;
  const step = STEPS.find((points) => points * pixelsPerPoint >= TICK_GAP) ?? 100;
  const ticks = [];
  for (let points = Math.ceil((low * 100) / step) * step; points <= high * 100; points += step) {
    ticks.push({ points: points + 0, x: x(points / 100) });
  }
  const bottom = TOP + bars.length * ROW;
  return {
    width,
    height: bottom + AXIS,
    bottom,
    barHeight: BAR,
    zero: x(0),
    now: x(now),
    ticks,
    rows,
  };
}

/** What could be added, ranked: a dot for what it adds to the chance of winning, a line for its range. */
import { scaleLinear } from 'd3';

export interface Option {
  id: string;
  label: string;
  /** Difference of chances, share: mean, and 5 and 95 % points over the futures. */
  gain: number;
  low: number;
  high: number;
  verdict: 'helps' | 'hurts' | 'indifferent';
  /** "+1.2 points (0 to +4.6 in 90 of 100 futures)". */
  figure: string;
  /** What it asks for a point, or that it would hurt. */
  measure: string;
}

export interface OptionRow extends Option {
  /** Top of the row, where a button may stand beside its name. */
  top: number;
  nameY: number;
  figureY: number;
  measureY: number;
  y: number;
  x: number;
  xLow: number;
  xHigh: number;
}

export interface OptionsGeometry {
  height: number;
  top: number;
  bottom: number;
  zero: number;
  ticks: { points: number; x: number }[];
  rows: OptionRow[];
}

const SIDE = 10;
const ROW = 76;
const NAME = 15;
const FIGURE = 32;
const MEASURE = 48;
const DOT = 60;
const AXIS = 28;
const TICK_GAP = 60;
const STEPS = [1, 2, 5, 10, 20, 50];
/** So much of the axis at least, so that next to nothing looks like it. */
const LEAST_SPAN = 0.02;

export function optionsGeometry(options: readonly Option[], width: number): OptionsGeometry {
  const values = [0, ...options.flatMap(({ gain, low, high }) => [gain, low, high])];
  const low = Math.min(...values, -LEAST_SPAN / 4);
  const high = Math.max(...values, low + LEAST_SPAN);
  const x = scaleLinear([low, high], [SIDE, Math.max(SIDE + 1, width - SIDE)]);
  const pixelsPerPoint = x(0.01) - x(0) || 1;
  const step = STEPS.find((points) => points * pixelsPerPoint >= TICK_GAP) ?? 100;
  const ticks = [];
  for (let points = Math.ceil((low * 100) / step) * step; points <= high * 100; points += step) {
    ticks.push({ points: points + 0, x: x(points / 100) });
  }
  const bottom = options.length * ROW;
  return {
    height: bottom + AXIS,
    top: 0,
    bottom,
    zero: x(0),
    ticks,
    rows: options.map((option, index) => {
      const top = index * ROW;
      return {
        ...option,
        top,
        nameY: top + NAME,
        figureY: top + FIGURE,
        measureY: top + MEASURE,
        y: top + DOT,
        x: x(option.gain),
        xLow: x(option.low),
        xHigh: x(option.high),
      };
    }),
  };
}

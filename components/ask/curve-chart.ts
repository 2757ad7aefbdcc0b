/** The chance to win along one axis: by the day an action begins, or by how strong it is. */
import { area, line } from 'd3';
import { textWidth } from '../charts/label-placement.ts';

export interface CurvePoint {
  /** Day or strength. */
  at: number;
  /** P(win), 0–1. */
  win: number;
  /** What it adds to the chance without the action: mean, and 5 and 95 % points over the futures. */
  gain: number;
  low: number;
  high: number;
}

export interface CurveMark {
  id: 'now' | 'best' | 'enough' | 'chosen';
  /** Index of the point. */
  point: number;
  label: string;
}

export interface PlacedMark extends CurveMark {
  x: number;
  y: number;
  /** Where its label stands, above the plot, one line each. */
  labelY: number;
  anchor: 'start' | 'middle' | 'end';
}

export interface CurveGeometry {
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  band: string;
  curve: string;
  /** Without the action. */
  withoutY: number;
  yTicks: { share: number; y: number }[];
  xTicks: { at: number; x: number; anchor: 'start' | 'middle' | 'end' }[];
  marks: PlacedMark[];
  /** Where a point stands. */
  x(at: number): number;
}

const LEFT = 46;
const RIGHT = 14;
const LABEL_LINE = 17;
const TOP_AIR = 8;
const PLOT = 190;
const AXIS = 28;
const TICK_ROOM = 72;
/** So much of the axis at least: what is flat should look flat. */
const LEAST_SPAN = 0.1;
const SHARE_STEPS = [0.02, 0.05, 0.1, 0.2, 0.25];
const MOST_SHARE_TICKS = 6;

/** Ends of the axis of shares, on its own ticks. */
function shareAxis(low: number, high: number): number[] {
  const missing = Math.max(0, LEAST_SPAN - (high - low)) / 2;
  let from = Math.max(0, low - missing);
  let to = Math.min(1, high + missing);
  if (to - from < LEAST_SPAN) {
    from = Math.max(0, to - LEAST_SPAN);
    to = Math.min(1, from + LEAST_SPAN);
  }
  const step =
    SHARE_STEPS.find((step) => (to - from) / step <= MOST_SHARE_TICKS - 2) ?? SHARE_STEPS.at(-1)!;
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** Round values from the first to the last point, so many that their labels have room. */
export function roundTicks(from: number, to: number, most: number): number[] {
  const span = to - from;
  if (!(span > 0)) return [from];
  const rough = span / Math.max(1, most);
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10]
    .map((times) => times * unit)
    .find((step) => step >= rough * (1 - 1e-9))!;
  const ticks: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** Days in whole weeks where there are more than three of them. */
export function dayTicks(to: number, most: number): number[] {
  if (to <= 21) return roundTicks(0, to, most).filter(Number.isInteger);
  const step = [7, 14, 28, 56, 112].find((days) => to / days <= most) ?? 112;
  return Array.from({ length: Math.floor(to / step) + 1 }, (_, i) => i * step);
}

/**
 * @param ticks values of the axis below, given how many have room
 */
export function curveGeometry(
  points: readonly CurvePoint[],
  without: number,
  marks: readonly CurveMark[],
  width: number,
  ticks: (most: number) => number[],
): CurveGeometry {
  const first = points[0]!.at;
  const last = points.at(-1)!.at;
  const left = LEFT;
  const right = Math.max(left + 1, width - RIGHT);
  const x = (at: number) =>
    last > first ? left + ((at - first) / (last - first)) * (right - left) : (left + right) / 2;
  const top = marks.length * LABEL_LINE + TOP_AIR;
  const bottom = top + PLOT;
  const bandLow = (point: CurvePoint) => Math.max(0, without + point.low);
  const bandHigh = (point: CurvePoint) => Math.min(1, without + point.high);
  const values = [
    without,
    ...points.flatMap((point) => [point.win, bandLow(point), bandHigh(point)]),
  ];
  const shares = shareAxis(Math.min(...values), Math.max(...values));
  const [lowest, highest] = [shares[0]!, shares.at(-1)!];
  const y = (share: number) => bottom - ((share - lowest) / (highest - lowest)) * PLOT;
  const placed = marks
    .map((mark): Omit<PlacedMark, 'labelY'> => {
      const point = points[mark.point]!;
      const at = x(point.at);
      const half = textWidth(mark.label, true) / 2;
      const anchor = at + half > width ? 'end' : at - half < 0 ? 'start' : 'middle';
      return { ...mark, x: at, y: y(point.win), anchor };
    })
    .map((mark, index): PlacedMark => ({ ...mark, labelY: 12 + index * LABEL_LINE }));
  const most = Math.max(2, Math.floor((right - left) / TICK_ROOM));
  return {
    height: bottom + AXIS,
    left,
    right,
    top,
    bottom,
    band:
      area<CurvePoint>(
        (point) => x(point.at),
        (point) => y(bandLow(point)),
        (point) => y(bandHigh(point)),
      ).digits(2)(points) ?? '',
    curve:
      line<CurvePoint>(
        (point) => x(point.at),
        (point) => y(point.win),
      ).digits(2)(points) ?? '',
    withoutY: y(without),
    yTicks: shares.map((share) => ({ share, y: y(share) })),
    xTicks: ticks(most).map((at) => ({
      at,
      x: x(at),
      anchor: at === first ? 'start' : x(at) + 24 > width ? 'end' : 'middle',
    })),
    marks: placed,
    x,
  };
}

/** Geometry of the back-test's pictures: D3's scales, nothing of the page. */
import { scaleLinear } from 'd3';
import type {
  BackTestReport,
  ForecastScores,
  MeanInterval,
  ReliabilityGroup,
} from '../../lib/model/track-record.ts';
import { isTextbook, verdictOf, widest, type Score, type Verdict } from './track-record-words.ts';

interface Span {
  low: number;
  high: number;
}

export interface DifferenceDot {
  forecast: ForecastScores;
  difference: MeanInterval;
  verdict: Verdict;
  y: number;
  x: number;
  /** Strikes drawn one by one. */
  own: Span;
  /** As far as either way of drawing them reaches. */
  widest: Span;
}

export interface DifferenceGeometry {
  height: number;
  top: number;
  bottom: number;
  zero: number;
  ticks: { value: number; x: number }[];
  groups: { isTextbook: boolean; y: number; dots: DifferenceDot[] }[];
}

const HEADING = 28;
const SIDES = 22;
const AXIS = 24;

/** Rows in two groups, textbook distributions first. @param left where the rows' names end @param row height of a row */
export function differenceDots(
  forecasts: readonly ForecastScores[],
  score: Score,
  left: number,
  right: number,
  row: number,
): DifferenceGeometry {
  const others = forecasts.filter(({ kind }) => kind !== 'simulator');
  const ends = others.flatMap((each) => {
    const { low, high } = widest(each, score);
    return [low, high];
  });
  const x = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends)], [left, right]).nice();
  let y = SIDES;
  const groups = [true, false].flatMap((textbook) => {
    const members = others.filter(({ kind }) => isTextbook(kind) === textbook);
    if (members.length === 0) return [];
    const heading = y + HEADING - 10;
    y += HEADING;
    const dots = members.map((forecast) => {
      const own = score === 'log' ? forecast.logScoreDifference : forecast.crpsDifference;
      const reach = widest(forecast, score);
      const dot: DifferenceDot = {
        forecast,
        difference: reach,
        verdict: verdictOf(reach),
        y: y + row / 2,
        x: x(own.mean),
        own: { low: x(own.low), high: x(own.high) },
        widest: { low: x(reach.low), high: x(reach.high) },
      };
      y += row;
      return dot;
    });
    return [{ isTextbook: textbook, y: heading, dots }];
  });
  return {
    height: y + AXIS,
    top: SIDES,
    bottom: y,
    zero: x(0),
    ticks: x.ticks(right - left < 380 ? 3 : 6).map((value) => ({ value, x: x(value) })),
    groups,
  };
}

/** What chance leaves a bar's count between, 95 times in 100, if forecasts are right. */
export function levelOf(pit: readonly number[]): { level: number; low: number; high: number } {
  const strikes = pit.reduce((sum, count) => sum + count, 0);
  const share = 1 / pit.length;
  const spread = 1.959963984540054 * Math.sqrt(strikes * share * (1 - share));
  const level = strikes * share;
  return { level, low: level - spread, high: level + spread };
}

export interface RankGeometry {
  height: number;
  bottom: number;
  level: number;
  band: { y: number; height: number };
  bars: { x: number; y: number; width: number; height: number; isOutside: boolean }[];
}

const RANK_TOP = 8;
const RANK_HEIGHT = 150;
const RANK_AXIS = 28;

export function rankBars(pit: readonly number[], width: number): RankGeometry {
  const { level, low, high } = levelOf(pit);
  const bottom = RANK_TOP + RANK_HEIGHT;
  const y = scaleLinear([0, Math.max(high, ...pit)], [bottom, RANK_TOP]);
  const step = width / pit.length;
  return {
    height: bottom + RANK_AXIS,
    bottom,
    level: y(level),
    band: { y: y(high), height: y(low) - y(high) },
    bars: pit.map((count, index) => ({
      x: index * step + 1.5,
      y: y(count),
      width: Math.max(1, step - 3),
      height: bottom - y(count),
      isOutside: count < low || count > high,
    })),
  };
}

export interface ReliabilityPanel {
  days: number;
  x: number;
  y: number;
  ticks: { value: number; at: number; up: number }[];
  /** Where the line of "as many as was said" runs in the window. */
  line: { x1: number; y1: number; x2: number; y2: number };
  points: {
    group: ReliabilityGroup;
    x: number;
    y: number;
    low: number;
    high: number;
    isOff: boolean;
  }[];
}

export interface ReliabilityGeometry {
  height: number;
  side: number;
  panels: ReliabilityPanel[];
}

const PANEL_GAP = 22;
const PANEL_LEFT = 38;
const PANEL_TOP = 24;
const PANEL_AXIS = 42;
const FOUR_ABREAST = 640;
const STEP = 0.1;
/** A tick’s label takes so much. */
const TICK_ROOM = 36;

/** Square windows of one width, each around its own points, so that a gap to the line looks alike in all. */
export function reliabilityPanels(
  reliability: BackTestReport['reliability'],
  width: number,
): ReliabilityGeometry {
  const columns = Math.min(reliability.length, width >= FOUR_ABREAST ? 4 : 2);
  const side = Math.max(
    40,
    (width - columns * PANEL_LEFT - (columns - 1) * PANEL_GAP) / Math.max(1, columns),
  );
  const ends = reliability.map(({ groups }) => {
    const all = groups.flatMap(({ forecast, low, high }) => [forecast, low, high]);
    return {
      from: Math.floor(Math.min(...all) / STEP - 1e-9),
      to: Math.ceil(Math.max(...all) / STEP + 1e-9),
    };
  });
  const steps = Math.min(10, Math.max(2, ...ends.map(({ from, to }) => to - from)));
  const panels = reliability.map(({ days, groups }, index): ReliabilityPanel => {
    const { from, to } = ends[index]!;
    const first = Math.max(0, Math.min(10 - steps, from - Math.floor((steps - (to - from)) / 2)));
    const left = (index % columns) * (side + PANEL_GAP + PANEL_LEFT) + PANEL_LEFT;
    const top = Math.floor(index / columns) * (side + PANEL_TOP + PANEL_AXIS) + PANEL_TOP;
    const window = [first * STEP, (first + steps) * STEP];
    const x = scaleLinear(window, [left, left + side]);
    const y = scaleLinear(window, [top + side, top]);
    const inside = (value: number) => Math.min(window[1]!, Math.max(window[0]!, value));
    return {
      days,
      x: left,
      y: top,
      ticks: Array.from({ length: steps + 1 }, (_, step) => (first + step) * STEP)
        .filter((_, step) => step % (side / steps < TICK_ROOM ? 2 : 1) === 0)
        .map((value) => ({ value, at: x(value), up: y(value) })),
      line: { x1: left, y1: top + side, x2: left + side, y2: top },
      points: groups.map((group) => ({
        group,
        x: x(inside(group.forecast)),
        y: y(inside(group.ended)),
        low: y(inside(group.low)),
        high: y(inside(group.high)),
        isOff: group.forecast < group.low || group.forecast > group.high,
      })),
    };
  });
  const rows = Math.ceil(reliability.length / columns);
  return { height: rows * (side + PANEL_TOP + PANEL_AXIS), side, panels };
}

import { area, line } from 'd3';
import { QUANTILE_LEVELS, type Comparison, type EnsembleResult } from '../../lib/model/ensemble.ts';
import { pushApart, textWidth } from './label-placement.ts';
import { entriesOf, type Frame, type FrameShape } from './motion.ts';
import { timeAxis, type TimeAxis } from './time-axis.ts';

const LEVELS = QUANTILE_LEVELS.length;
const DOUBLING = Math.LN2;

/** A ratio axis, in doublings: −1 … 3 is 1 : 2 … 8 : 1. Whole numbers, so that it stands still while data move. */
export interface RatioDomain {
  low: number;
  high: number;
}

/** Beyond 128 : 1 a ratio says no more than "far". */
const FARTHEST = 7;
/** Room between a curve and the edge, in doublings. */
const AIR = 0.04;

/** Leverage of one day: the five quantiles, natural logs. */
export function leverageAt(result: EnsembleResult, day: number): readonly number[] {
  const last = Math.min(day, result.days - 1);
  return Array.from(
    result.quantiles.leverage.subarray(last * LEVELS, last * LEVELS + LEVELS),
    (value) => Math.max(-FARTHEST * DOUBLING * 2, Math.min(FARTHEST * DOUBLING * 2, value)),
  );
}

/**
 * The ratios the axis needs: every median and middle half in full; the wide band pushes it out by one doubling
 * at most, for on a log axis its tails would flatten what the chart is about.
 */
export function ratioDomain({ scenario, baseline }: Comparison, shownDays: number): RatioDomain {
  let low = 0;
  let high = 0;
  let lowTail = 0;
  let highTail = 0;
  for (let day = 0; day < shownDays; day++) {
    const withIt = leverageAt(scenario, day);
    const without = leverageAt(baseline, day);
    low = Math.min(low, withIt[1], without[1]);
    high = Math.max(high, withIt[3], without[3]);
    lowTail = Math.min(lowTail, withIt[0]);
    highTail = Math.max(highTail, withIt[4]);
  }
  const down = (value: number) => Math.floor(value / DOUBLING - AIR);
  const up = (value: number) => Math.ceil(value / DOUBLING + AIR);
  return {
    low: Math.max(-FARTHEST, Math.min(-1, down(low), Math.max(down(lowTail), down(low) - 1))),
    high: Math.min(FARTHEST, Math.max(1, up(high), Math.min(up(highTail), up(high) + 1))),
  };
}

/** While data stream in the axis only grows, and settles when they come to rest: a scale that breathes is unreadable. */
export function steadyDomain(
  held: RatioDomain | null,
  needed: RatioDomain,
  isLive: boolean,
): RatioDomain {
  if (!held || !isLive) return needed;
  return { low: Math.min(held.low, needed.low), high: Math.max(held.high, needed.high) };
}

/**
 * Header: shown days, low and high end of the axis, days of the scenario's and of the baseline's curve (a strike
 * declared for three days has a curve of three). A day: the scenario's five quantiles, the baseline's middle three.
 */
export const FAN_FRAME: FrameShape = { header: 5, stride: 8 };

export function fanFrame(
  { scenario, baseline }: Comparison,
  shownDays: number,
  { low, high }: RatioDomain,
): Frame {
  const { header, stride } = FAN_FRAME;
  const scenarioDays = Math.min(shownDays, scenario.days);
  const baselineDays = Math.min(shownDays, baseline.days);
  const days = Math.max(scenarioDays, baselineDays);
  const frame = new Float64Array(header + stride * days);
  frame.set([shownDays, low, high, scenarioDays, baselineDays]);
  for (let day = 0; day < days; day++) {
    frame.set(
      [...leverageAt(scenario, day), ...leverageAt(baseline, day).slice(1, 4)],
      header + stride * day,
    );
  }
  return frame;
}

export interface RatioTick {
  doublings: number;
  y: number;
}

export interface FanGeometry {
  axis: TimeAxis;
  height: number;
  top: number;
  bottom: number;
  /** Height of a leverage (natural log); may lie outside top … bottom, the component clips. */
  y(logLeverage: number): number;
  ratioTicks: RatioTick[];
  /** Paths: the scenario's 5–95 and 25–75 % bands and median, the baseline's 25–75 % band and median. */
  wideBand: string;
  middleBand: string;
  median: string;
  baselineBand: string;
  baselineMedian: string;
  /** Where the two medians end. */
  endOfScenario: Point;
  endOfBaseline: Point;
}

export interface Point {
  x: number;
  y: number;
}

interface Step {
  x: number;
  entry: number;
}

const TOP = 14;
const BOTTOM = 34;
const TICK_GAP = 22;

export function fanHeight(width: number): number {
  return Math.round(Math.max(260, Math.min(360, width * 0.36)));
}

/** What a frame looks like at this width. Days outside the plot are left in: the component clips. */
export function fanGeometry(frame: Frame, width: number): FanGeometry {
  const { header, stride } = FAN_FRAME;
  const [shownDays, low, high, scenarioDays, baselineDays] = frame;
  const height = fanHeight(width);
  const top = TOP;
  const bottom = height - BOTTOM;
  const axis = timeAxis(width, shownDays);
  const y = (value: number) => bottom - ((value / DOUBLING - low) / (high - low)) * (bottom - top);

  // A day's value holds all day: a curve reaches half a day beyond the middles of its first and its last.
  const valueOf = (entry: number, k: number) => y(frame[header + stride * entry + k]);
  const pointsOf = (days: number) => {
    const count = Math.min(entriesOf(frame, FAN_FRAME), Math.round(days));
    const points: Step[] = [{ x: axis.x(0), entry: 0 }];
    for (let day = 0; day < count; day++) points.push({ x: axis.middle(day), entry: day });
    points.push({ x: axis.x(count), entry: count - 1 });
    return points;
  };
  const ofScenario = pointsOf(scenarioDays);
  const ofBaseline = pointsOf(baselineDays);
  const band = (points: Step[], from: number, to: number) =>
    area<Step>(
      (point) => point.x,
      (point) => valueOf(point.entry, from),
      (point) => valueOf(point.entry, to),
    ).digits(2)(points) ?? '';
  const curve = (points: Step[], k: number) =>
    line<Step>(
      (point) => point.x,
      (point) => valueOf(point.entry, k),
    ).digits(2)(points) ?? '';
  const endOf = (points: Step[], k: number): Point => {
    const last = points[points.length - 1];
    return { x: Math.min(last.x, axis.right), y: valueOf(last.entry, k) };
  };

  const perDoubling = (bottom - top) / (high - low);
  const step = [1, 2, 3, 4].find((doublings) => doublings * perDoubling >= TICK_GAP) ?? 7;
  const ratioTicks: RatioTick[] = [];
  for (let k = Math.ceil(low / step) * step; k <= high + 1e-9; k += step) {
    ratioTicks.push({ doublings: k, y: y(k * DOUBLING) });
  }

  return {
    axis,
    height,
    top,
    bottom,
    y,
    ratioTicks,
    wideBand: band(ofScenario, 0, 4),
    middleBand: band(ofScenario, 1, 3),
    median: curve(ofScenario, 2),
    baselineBand: band(ofBaseline, 5, 7),
    baselineMedian: curve(ofBaseline, 6),
    endOfScenario: endOf(ofScenario, 2),
    endOfBaseline: endOf(ofBaseline, 6),
  };
}

export interface EndLabel extends Point {
  anchor: 'start' | 'end';
}

/** A gutter this wide holds the names of the lines. */
const LABEL_GUTTER = 100;

/**
 * Middles of the two lines' names: beside their ends, or, without a gutter for them, above the upper and below
 * the lower line at the right edge. They never overlap.
 */
export function endLabels(
  { axis, top, bottom, endOfScenario, endOfBaseline }: FanGeometry,
  labelHeight: number,
): { scenario: EndLabel; baseline: EndLabel } {
  const isBeside = axis.width - axis.right >= LABEL_GUTTER;
  const clearance = isBeside ? 0 : labelHeight / 2 + 6;
  const up = endOfScenario.y <= endOfBaseline.y ? -1 : 1;
  const middles = pushApart(
    [
      { wanted: endOfScenario.y + up * clearance, height: labelHeight },
      // The thousandth keeps the order where both lines end at one height.
      { wanted: endOfBaseline.y - up * (clearance + 0.001), height: labelHeight },
    ],
    top,
    bottom,
  );
  const at = ({ x }: Point, y: number): EndLabel =>
    isBeside ? { x: x + 10, y, anchor: 'start' } : { x: axis.right - 4, y, anchor: 'end' };
  return { scenario: at(endOfScenario, middles[0]), baseline: at(endOfBaseline, middles[1]) };
}

export interface FanEvent {
  day: number;
  label: string;
}

export interface PlacedEvent extends FanEvent {
  x: number;
  textX: number;
  anchor: 'start' | 'end';
  /** Baseline of its text; null where there was no room for words: its mark stays, the readout names it. */
  textY: number | null;
  /** The leader ends on the scenario's median. */
  leaderEnd: number;
}

const EVENT_ROW = 17;
const EVENT_ROWS = 3;

/** Events in rows along the top, each beside its leader; none over another, none outside the days. */
export function placeEvents(
  events: readonly FanEvent[],
  frame: Frame,
  { axis, top, y }: FanGeometry,
): PlacedEvent[] {
  const { header, stride } = FAN_FRAME;
  const days = Math.min(axis.shownDays, frame[3]);
  const taken: { left: number; right: number }[][] = Array.from({ length: EVENT_ROWS }, () => []);
  return events
    .filter(({ day }) => day >= 0 && day < days)
    .sort((a, b) => a.day - b.day)
    .map((event) => {
      const x = axis.middle(event.day);
      const width = textWidth(event.label);
      const isRight = x + 6 + width > axis.right && x - 6 - width >= axis.left;
      const left = isRight ? x - 6 - width : x - 2;
      const right = isRight ? x + 2 : x + 6 + width;
      const fits = right <= axis.right + 4;
      const row = fits
        ? taken.findIndex((spans) =>
            spans.every((span) => right + 8 < span.left || left - 8 > span.right),
          )
        : -1;
      if (row >= 0) taken[row].push({ left, right });
      return {
        ...event,
        x,
        textX: isRight ? x - 6 : x + 6,
        anchor: isRight ? ('end' as const) : ('start' as const),
        textY: row < 0 ? null : top + 11 + row * EVENT_ROW,
        leaderEnd: Math.max(top, y(frame[header + stride * event.day + 2])),
      };
    });
}

/** One day in numbers, natural logs: what the readout says and the table lists. */
export interface LeverageDay {
  day: number;
  /** 5/25/50/75/95 % points; null after a strike of fixed length has ended. */
  scenario: readonly number[] | null;
  baseline: readonly number[] | null;
}

export function leverageDay({ scenario, baseline }: Comparison, day: number): LeverageDay {
  return {
    day,
    scenario: day < scenario.days ? leverageAt(scenario, day) : null,
    baseline: day < baseline.days ? leverageAt(baseline, day) : null,
  };
}

/** The shown days in numbers. */
export function leverageDays(comparison: Comparison, shownDays: number): LeverageDay[] {
  const days = Math.min(shownDays, Math.max(comparison.scenario.days, comparison.baseline.days));
  return Array.from({ length: days }, (_, day) => leverageDay(comparison, day));
}

/** What the sentence for those who do not see the picture tells of the scenario's and the baseline's medians. */
export interface LeverageStory {
  firstDay: { scenario: number; baseline: number };
  bestDay: number;
  best: { scenario: number; baseline: number };
  lastDay: number;
  last: { scenario: number; baseline: number };
}

export function leverageStory(
  { scenario, baseline }: Comparison,
  shownDays: number,
): LeverageStory {
  const at = (day: number) => ({
    scenario: leverageAt(scenario, day)[2],
    baseline: leverageAt(baseline, day)[2],
  });
  const lastDay = Math.min(shownDays, scenario.days) - 1;
  let bestDay = 0;
  for (let day = 1; day <= lastDay; day++) {
    if (at(day).scenario > at(bestDay).scenario) bestDay = day;
  }
  return { firstDay: at(0), bestDay, best: at(bestDay), lastDay, last: at(lastDay) };
}

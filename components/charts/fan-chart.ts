import { area, extent, line, quantile } from 'd3';
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

/** Beyond 64 : 1 a ratio says no more than "far". */
const FARTHEST = 6;
/** Room between a curve and the edge, in doublings. */
const AIR = 0.04;
/** Share of the shown days. */
const MANY_DAYS = 0.25;
/** What the wide band may lose at the edge before the axis makes room, in doublings. */
const BARELY = 0.25;

const FARTHEST_LOG = FARTHEST * DOUBLING * 2;

/** Leverage of one day: the five quantiles, natural logs. */
export function leverageAt({ quantiles, days }: EnsembleResult, day: number): readonly number[] {
  const first = Math.min(day, days - 1) * LEVELS;
  const values: number[] = [];
  // Asked of every day with every step of a hand: an iterator takes ten times as long.
  for (let level = 0; level < LEVELS; level++) {
    values.push(Math.max(-FARTHEST_LOG, Math.min(FARTHEST_LOG, quantiles.leverage[first + level])));
  }
  return values;
}

/**
 * The ratios the axis needs: every median and middle half in full. The wide band pushes it out by one doubling at
 * most, and only where it lies beyond for many days: on a log axis its tails would flatten what the chart is about.
 */
export function ratioDomain(
  { scenario, baseline }: Pick<Comparison, 'scenario' | 'baseline'>,
  shownDays: number,
): RatioDomain {
  const days = Math.min(shownDays, Math.max(scenario.days, baseline.days));
  let low = 0;
  let high = 0;
  const lowTail: number[] = [];
  const highTail: number[] = [];
  for (let day = 0; day < days; day++) {
    const withIt = leverageAt(scenario, day);
    const without = leverageAt(baseline, day);
    low = Math.min(low, withIt[1], without[1]);
    high = Math.max(high, withIt[3], without[3]);
    lowTail.push(withIt[0]);
    highTail.push(withIt[4]);
  }
  const bottom = Math.min(-1, Math.floor(low / DOUBLING - AIR));
  const top = Math.max(1, Math.ceil(high / DOUBLING + AIR));
  const isBelow = quantile(lowTail, MANY_DAYS)! / DOUBLING < bottom - BARELY;
  const isAbove = quantile(highTail, 1 - MANY_DAYS)! / DOUBLING > top + BARELY;
  return {
    low: Math.max(-FARTHEST, isBelow ? bottom - 1 : bottom),
    high: Math.min(FARTHEST, isAbove ? top + 1 : top),
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
    const at = header + stride * day;
    frame.set(leverageAt(scenario, day), at);
    frame.set(leverageAt(baseline, day).slice(1, 4), at + LEVELS);
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
  /** Highest and lowest pixel of a median from `fromX` on: what a name written over its end must clear. */
  reachOf(which: 'scenario' | 'baseline', fromX: number): { high: number; low: number };
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
  return Math.round(Math.max(270, Math.min(380, width * 0.38)));
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
    reachOf: (which, fromX) => {
      const [points, k] = which === 'scenario' ? [ofScenario, 2] : [ofBaseline, 6];
      const [high, low] = extent(
        points.filter(({ x }, index) => x >= fromX || index === points.length - 1),
        ({ entry }) => valueOf(entry, k),
      ) as [number, number];
      return { high, low };
    },
  };
}

export interface EndLabel extends Point {
  anchor: 'start' | 'end';
}

/** A gutter this wide holds the names of the lines. */
const LABEL_GUTTER = 100;
/** Between a line and a name written over or under it. */
const INSIDE_AIR = 5;

/**
 * Middles of the two lines' names: beside their ends, or, without a gutter for them, above the upper and below
 * the lower line at the right edge, clear of both along their `width`. They never overlap.
 */
export function endLabels(
  { axis, top, bottom, endOfScenario, endOfBaseline, reachOf }: FanGeometry,
  labelHeight: number,
  width: number,
): { scenario: EndLabel; baseline: EndLabel } {
  const isBeside = axis.width - axis.right >= LABEL_GUTTER;
  const isScenarioUpper = endOfScenario.y <= endOfBaseline.y;
  const wish = (which: 'scenario' | 'baseline', end: Point, isUpper: boolean): number => {
    if (isBeside) return end.y;
    const { high, low } = reachOf(which, axis.right - 4 - width);
    return isUpper ? high - INSIDE_AIR - labelHeight / 2 : low + INSIDE_AIR + labelHeight / 2;
  };
  const middles = pushApart(
    [
      { wanted: wish('scenario', endOfScenario, isScenarioUpper), height: labelHeight },
      {
        // The thousandth keeps the order where both lines end at one height.
        wanted:
          wish('baseline', endOfBaseline, !isScenarioUpper) + (isScenarioUpper ? 0.001 : -0.001),
        height: labelHeight,
      },
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
  /** Sides of its text. */
  left: number;
  right: number;
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
        left,
        right,
        leaderEnd: Math.max(top, y(frame[header + stride * event.day + 2])),
      };
    });
}

/** Where an upright line at `x` may begin without crossing an event's words. */
export function clearOfEvents(placed: readonly PlacedEvent[], x: number, top: number): number {
  return placed.reduce(
    (from, { textY, left, right }) =>
      textY !== null && x > left - 3 && x < right + 3 ? Math.max(from, textY + 6) : from,
    top,
  );
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

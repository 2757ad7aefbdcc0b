import { scaleLinear } from 'd3';

/** Room left and right of the days, in pixels. */
export interface Gutters {
  left: number;
  right: number;
}

/** What a chart takes for its width before the first measurement, and where nothing can be measured. */
export const USUAL_WIDTH = 720;

/** A chart this wide has room for labels beside its lines; a narrower one writes them inside. */
export const WIDE = 640;

/** The gutters every chart by day and the time line share, so that a day stands at the same place in all. */
export function gutters(width: number): Gutters {
  return width >= WIDE ? { left: 44, right: 130 } : { left: 40, right: 12 };
}

export interface DayTick {
  day: number;
  /** Middle of the day, where its grid line and its label stand. */
  x: number;
  /** text-anchor that keeps the label within the width. */
  anchor: 'start' | 'middle' | 'end';
}

export interface TimeAxis {
  width: number;
  /** Where the first day begins and the last one ends, pixels. */
  left: number;
  right: number;
  shownDays: number;
  dayWidth: number;
  /** Where a day begins: what lasts from `start` for `duration` days fills x(start) … x(start + duration). */
  x(day: number): number;
  /** The middle of a day, where its value, its tick and its hair line stand. */
  middle(day: number): number;
  /** The day under a pixel, held within the shown days. */
  dayAt(x: number): number;
  ticks: DayTick[];
}

/** Widest label of a tick, "day 112", in 12 px Inter, and air beside it. */
const LABEL_WIDTH = 46;
const LABEL_AIR = 12;
/** Up to three weeks people count days, after that weeks. */
const DAY_STEPS = [1, 2, 7];
const WEEK_STEPS = [7, 14, 28, 56, 112, 224];
const THREE_WEEKS = 21;

/** Days along a chart `width` pixels wide. Day d owns the strip x(d) … x(d + 1). */
export function timeAxis(
  width: number,
  shownDays: number,
  { left, right }: Gutters = gutters(width),
): TimeAxis {
  const end = Math.max(left + 1, width - right);
  const scale = scaleLinear([0, shownDays], [left, end]);
  const dayWidth = (end - left) / shownDays;
  const x = (day: number) => scale(day);
  const middle = (day: number) => scale(day + 0.5);

  const steps = shownDays > THREE_WEEKS ? WEEK_STEPS : DAY_STEPS;
  const step =
    steps.find((days) => days * dayWidth >= LABEL_WIDTH + LABEL_AIR) ?? steps[steps.length - 1];
  const ticks: DayTick[] = [];
  const half = LABEL_WIDTH / 2;
  let labelsEnd = -Infinity;
  for (let day = 0; day < shownDays; day += step) {
    const at = middle(day);
    const anchor = at + half > width ? 'end' : at - half < 0 ? 'start' : 'middle';
    const start = anchor === 'middle' ? at - half : anchor === 'end' ? at - LABEL_WIDTH : at;
    // A last label that had to move in from the edge may have come too near to the one before it.
    if (start <= labelsEnd) break;
    labelsEnd = start + LABEL_WIDTH;
    ticks.push({ day, x: at, anchor });
  }

  return {
    width,
    left,
    right: end,
    shownDays,
    dayWidth,
    x,
    middle,
    dayAt: (pixel) => Math.min(shownDays - 1, Math.max(0, Math.floor((pixel - left) / dayWidth))),
    ticks,
  };
}

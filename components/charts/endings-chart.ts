import { area, line } from 'd3';
import type { Comparison } from '../../lib/model/ensemble.ts';
import { pushApart } from './label-placement.ts';
import { entriesOf, type Frame, type FrameShape } from './motion.ts';
import { timeAxis, type Gutters, type TimeAxis } from './time-axis.ts';

/** The layers of the picture, from the bottom up. What stays open may also end as declared. */
export const LAYERS = ['conceded', 'compromised', 'collapsed', 'open'] as const;
export type Layer = (typeof LAYERS)[number];

/** Header: shown days, days of the scenario and of the baseline. A day: the four layers' shares, the baseline's conceded. */
export const ENDINGS_FRAME: FrameShape = { header: 3, stride: 5 };

export function endingsFrame({ scenario, baseline }: Comparison, shownDays: number): Frame {
  const { header, stride } = ENDINGS_FRAME;
  const scenarioDays = Math.min(shownDays, scenario.days);
  // Beyond the layers a line would stand in the room of their names.
  const baselineDays = Math.min(scenarioDays, baseline.days);
  const days = scenarioDays;
  const frame = new Float64Array(header + stride * days);
  frame.set([shownDays, scenarioDays, baselineDays]);
  for (let day = 0; day < days; day++) {
    const ofScenario = Math.min(day, scenario.days - 1);
    const ofBaseline = Math.min(day, baseline.days - 1);
    frame.set(
      [
        ...LAYERS.map((layer) => scenario.endings[layer][ofScenario]),
        baseline.endings.conceded[ofBaseline],
      ],
      header + stride * day,
    );
  }
  return frame;
}

export interface EndingsGeometry {
  axis: TimeAxis;
  height: number;
  top: number;
  bottom: number;
  /** Height of a share. */
  y(share: number): number;
  areas: Record<Layer, string>;
  /** Conceded in the baseline. */
  baseline: string;
  shareTicks: { share: number; y: number }[];
  /** Where the picture ends at the right: lower and upper edge of each layer, and the baseline's line. */
  ends: Record<Layer, { low: number; high: number }>;
  endX: number;
  baselineEnd: number;
}

/** Room for a line of words over the picture. */
const TOP = 18;
const BOTTOM = 34;

export function endingsHeight(width: number): number {
  return Math.round(Math.max(230, Math.min(320, width * 0.5)));
}

/** Room for the names of the endings, which always stand beside the picture: inside, they would cover it. */
export function endingsGutters(width: number): Gutters {
  return { left: 44, right: width >= 420 ? 166 : 124 };
}

/**
 * What a frame looks like at this width. The probabilities are an evening's, so a day's value stands where its
 * strip ends; at the left edge, on the first morning, everything is open.
 */
export function endingsGeometry(frame: Frame, width: number): EndingsGeometry {
  const { header, stride } = ENDINGS_FRAME;
  const [shownDays, scenarioDays, baselineDays] = frame;
  const height = endingsHeight(width);
  const top = TOP;
  const bottom = height - BOTTOM;
  const axis = timeAxis(width, shownDays, endingsGutters(width));
  const y = (share: number) => bottom - share * (bottom - top);
  const entries = entriesOf(frame, ENDINGS_FRAME);

  const evenings = (days: number) =>
    Array.from({ length: Math.min(entries, Math.round(days)) + 1 }, (_, day) => day);
  const shareOf = (evening: number, k: number) =>
    evening === 0 ? 0 : frame[header + stride * (evening - 1) + k];
  const below = (evening: number, layer: number) => {
    let sum = 0;
    for (let k = 0; k < layer; k++) sum += shareOf(evening, k);
    return sum;
  };
  const x = (evening: number) => axis.x(evening);
  const ofScenario = evenings(scenarioDays);
  const lastEvening = ofScenario[ofScenario.length - 1];
  // The uppermost layer reaches the top whatever rounding says.
  const above = (evening: number, layer: number) =>
    layer === LAYERS.length - 1 ? 1 : below(evening, layer + 1);

  const areas = {} as Record<Layer, string>;
  const ends = {} as EndingsGeometry['ends'];
  LAYERS.forEach((layer, index) => {
    areas[layer] =
      area<number>(
        x,
        (evening) => y(below(evening, index)),
        (evening) => y(above(evening, index)),
      ).digits(2)(ofScenario) ?? '';
    ends[layer] = { low: y(below(lastEvening, index)), high: y(above(lastEvening, index)) };
  });
  const ofBaseline = evenings(baselineDays);
  return {
    axis,
    height,
    top,
    bottom,
    y,
    areas,
    baseline: line<number>(x, (evening) => y(shareOf(evening, 4))).digits(2)(ofBaseline) ?? '',
    shareTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, y: y(share) })),
    ends,
    endX: Math.min(axis.right, axis.x(lastEvening)),
    baselineEnd: y(shareOf(ofBaseline[ofBaseline.length - 1], 4)),
  };
}

export interface LayerLabel {
  key: Layer | 'baseline';
  /** Middle of the label. */
  y: number;
  /** The middle of what it names; a leader joins them where the label had to give way. */
  target: number;
}

/** Heights of the names beside the picture: each by the middle of its layer, none over another. */
export function layerLabels(
  { ends, baselineEnd, top, bottom }: EndingsGeometry,
  labelHeight: number,
): LayerLabel[] {
  const wishes = [
    ...LAYERS.map((key) => ({ key, target: (ends[key].low + ends[key].high) / 2 })),
    { key: 'baseline' as const, target: baselineEnd },
  ];
  const middles = pushApart(
    wishes.map(({ target }) => ({ wanted: target, height: labelHeight })),
    top - labelHeight / 2,
    bottom + labelHeight / 2,
  );
  return wishes.map((wish, index) => ({ ...wish, y: middles[index] }));
}

/** One evening in shares: what the readout says and the table lists. */
export interface EndingsDay {
  day: number;
  conceded: number;
  compromised: number;
  collapsed: number;
  open: number;
  /** Is what is open here ended as declared, because the strike's fixed length is over? */
  isDeclaredEnd: boolean;
  baselineConceded: number;
}

export function endingsDay({ scenario, baseline }: Comparison, day: number): EndingsDay {
  const ofScenario = Math.min(day, scenario.days - 1);
  const { conceded, compromised, collapsed, open } = scenario.endings;
  return {
    day,
    conceded: conceded[ofScenario],
    compromised: compromised[ofScenario],
    collapsed: collapsed[ofScenario],
    open: open[ofScenario],
    isDeclaredEnd: scenario.endedAsDeclared > 0 && day >= scenario.days - 1,
    baselineConceded: baseline.endings.conceded[Math.min(day, baseline.days - 1)],
  };
}

/** The shown days in numbers. */
export function endingsDays(comparison: Comparison, shownDays: number): EndingsDay[] {
  const days = Math.min(shownDays, comparison.scenario.days);
  return Array.from({ length: days }, (_, day) => endingsDay(comparison, day));
}

/** Lanes stacked in pixels: where each lane, its label and each of its bars stands from the top. */
import type { Bar, Lane } from './timeline-lanes.ts';

/** Two lines of a caption, one above the fill, one on it: whatever the fill, one of them has an even ground. */
export const BAR_HEIGHT = 30;
const ROW_GAP = 4;
const LANE_GAP = 8;
/** Room for the settled day's label above. */
const HEAD = 26;
/** Room for days and dates below. */
const FOOT = 38;
/** On a narrow page a lane's label stands above its bars. */
const LABEL_HEIGHT = 18;
/** Around the rule line, with the words under it. */
const SIDE_GAP = 28;
const LEAST_HEIGHT = 48;

export interface PlacedLane {
  lane: Lane;
  /** Top of the first row of bars. */
  top: number;
  height: number;
  labelTop: number;
}

export interface Stack {
  lanes: PlacedLane[];
  bars: { bar: Bar; top: number }[];
  /** From one row of a lane to the next. */
  rowStep: number;
  top: number;
  /** Where the lanes end and the axis stands. */
  bottom: number;
  /** The line above the target's moves; null where it makes none. */
  ruleY: number | null;
  height: number;
}

export function rowsOf(lanes: readonly Lane[], hasLabelsAtRight: boolean): Stack {
  const rowStep = BAR_HEIGHT + ROW_GAP;
  const placed: PlacedLane[] = [];
  let y = HEAD;
  let ruleY: number | null = null;
  for (const lane of lanes) {
    if (lane.side === 'target' && ruleY === null) {
      ruleY = y + 2;
      y += SIDE_GAP;
    }
    const labelTop = y;
    if (!hasLabelsAtRight) y += LABEL_HEIGHT;
    const height = lane.rows * rowStep - ROW_GAP;
    placed.push({ lane, top: y, height, labelTop });
    y += height + LANE_GAP;
  }
  const bottom = Math.max(y, HEAD + LEAST_HEIGHT);
  return {
    lanes: placed,
    bars: placed.flatMap(({ lane, top }) =>
      lane.bars.map((bar) => ({ bar, top: top + bar.row * rowStep })),
    ),
    rowStep,
    top: HEAD,
    bottom,
    ruleY,
    height: bottom + FOOT,
  };
}

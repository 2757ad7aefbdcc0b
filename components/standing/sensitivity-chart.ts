/** Ranked dots with their errors: the name above each, so that a phone has room for it. */
import type { SensitivityRow } from '../../lib/model/doubt.ts';

export interface SensitivityDots {
  y: number;
  textY: number;
  total: { x: number; low: number; high: number };
  first: { x: number };
}

export interface SensitivityGeometry {
  height: number;
  top: number;
  bottom: number;
  zero: number;
  ticks: { value: number; x: number }[];
  rows: SensitivityDots[];
}

const TOP = 8;
const ROW = 40;
const TEXT = 13;
const DOT = 26;
const AXIS = 24;
const SIDE = 8;
/** Two standard errors either way. */
const ERRORS = 2;
const STEPS = [0.02, 0.05, 0.1, 0.2, 0.25, 0.5];
const TICK_GAP = 56;

/** @param largest end of the scale, shared by pictures side by side */
export function sensitivityGeometry(
  rows: readonly SensitivityRow[],
  largest: number,
  width: number,
): SensitivityGeometry {
  const right = Math.max(SIDE + 1, width - SIDE);
  const x = (share: number) =>
    SIDE + (Math.min(largest, Math.max(0, share)) / largest) * (right - SIDE);
  const step = STEPS.find((each) => (each / largest) * (right - SIDE) >= TICK_GAP) ?? 1;
  const ticks = [];
  for (let i = 0; i * step <= largest + 1e-9; i++) ticks.push({ value: i * step, x: x(i * step) });
  const bottom = TOP + rows.length * ROW;
  return {
    height: bottom + AXIS,
    top: TOP,
    bottom,
    zero: x(0),
    ticks,
    rows: rows.map(({ first, total }, index) => ({
      textY: TOP + index * ROW + TEXT,
      y: TOP + index * ROW + DOT,
      total: {
        x: x(total.value),
        low: x(total.value - ERRORS * total.error),
        high: x(total.value + ERRORS * total.error),
      },
      first: { x: x(first.value) },
    })),
  };
}

/** The end of a scale that holds all of these. */
export function scaleEnd(outputs: readonly (readonly SensitivityRow[])[]): number {
  const highest = Math.max(
    0.05,
    ...outputs.flatMap((rows) => rows.map(({ total }) => total.value + ERRORS * total.error)),
  );
  return Math.min(1.2, Math.ceil(highest * 20) / 20);
}

import type { Comparison } from '../../lib/model/ensemble.ts';
import type { Frame, FrameShape } from './motion.ts';

export const DOTS = 50;
/** Less than half a point is no difference: the model's own yardstick for helps, hurts and makes none. */
const HALF_A_POINT = 0.005;

export type DotKind = 'helps' | 'indifferent' | 'hurts';

export function kindOf(gain: number): DotKind {
  return gain >= HALF_A_POINT ? 'helps' : gain <= -HALF_A_POINT ? 'hurts' : 'indifferent';
}

/** What the scenario adds to each future's chance of winning, least first; shares. */
export function sortedGains({ scenario, baseline }: Comparison): Float64Array {
  return scenario.winByFuture.map((win, future) => win - baseline.winByFuture[future]).sort();
}

/** Fifty dots, each for two futures of a hundred: the 1, 3, 5 … 99 % points of the gains, least first. */
export function quantileDots(gains: Float64Array): number[] {
  return Array.from(
    { length: DOTS },
    (_, dot) => gains[Math.min(gains.length - 1, Math.floor(((dot + 0.5) / DOTS) * gains.length))],
  );
}

/**
 * Bins in points. The middle one is "no difference", −½ … ½; the others are `width` wide and begin where it ends,
 * so that none holds both futures it helps and futures it leaves as they were.
 */
export interface Bins {
  width: number;
  /** Dots of a bin stand in this many columns side by side. */
  columns: number;
  /** Ends of the axis, points. */
  low: number;
  high: number;
  /** Diameter and air of a dot, pixels. */
  pitch: number;
}

const WIDTHS = [0.5, 1, 2, 5, 10];
const COLUMNS = [1, 2, 3, 4, 5, 6];
const LARGEST_PITCH = 20;
const GOOD_PITCH = 9;
/** A new binning must draw dots this much larger to replace the one on the screen: a change of bins is a jump. */
const WORTH_A_JUMP = 1.3;
/** Axis beyond the outermost dots, and the least it shows on the side of gains and of losses, points. */
const LEAST_HIGH = 4;
const LEAST_LOW = -1;

/** Which bin a gain (share) belongs to: 0 is no difference, negative ones hurt. */
export function binOf(gain: number, width: number): number {
  switch (kindOf(gain)) {
    case 'indifferent':
      return 0;
    case 'helps':
      return Math.floor((gain * 100 - 0.5) / width + 1e-9) + 1;
    case 'hurts':
      return -Math.floor((-gain * 100 - 0.5) / width + 1e-9) - 1;
  }
}

/** Middle of a bin, points. */
export function middleOf(bin: number, width: number): number {
  return bin === 0 ? 0 : Math.sign(bin) * (0.5 + (Math.abs(bin) - 0.5) * width);
}

export interface DotsSize {
  /** Where the first and the last dot may stand, pixels. */
  left: number;
  right: number;
  /** Room for the tallest stack. */
  stackHeight: number;
}

function binsOf(dots: readonly number[], size: DotsSize, width: number, columns: number): Bins {
  const counts = new Map<number, number>();
  for (const gain of dots) {
    const bin = binOf(gain, width);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const used = [...counts.keys()];
  const half = width / 2;
  const low = Math.min(LEAST_LOW, middleOf(Math.min(...used), width) - half);
  const high = Math.max(LEAST_HIGH, middleOf(Math.max(...used), width) + half);
  const pixelsPerPoint = (size.right - size.left) / (high - low);
  const between = Math.min(width, 0.5 + half) * pixelsPerPoint;
  const rows = Math.ceil(Math.max(...counts.values()) / columns);
  return {
    width,
    columns,
    low,
    high,
    pitch: Math.min(
      LARGEST_PITCH,
      // Side by side in a bin, and clear of the next bin's dots.
      columns === 1 ? between : between / (columns + 0.5),
      size.stackHeight / rows,
    ),
  };
}

/**
 * The binning that draws the largest dots, in as few columns as leave them large enough to see: a single one
 * reads as a distribution, several side by side only as a crowd.
 */
export function chooseBins(dots: readonly number[], size: DotsSize, held: Bins | null): Bins {
  let best: Bins | null = null;
  for (const columns of COLUMNS) {
    for (const width of WIDTHS) {
      const bins = binsOf(dots, size, width, columns);
      if (!best || bins.pitch > best.pitch + 0.01) best = bins;
    }
    if (best!.pitch >= GOOD_PITCH) break;
  }
  if (held && held.columns <= best!.columns) {
    const kept = binsOf(dots, size, held.width, held.columns);
    if (kept.pitch * WORTH_A_JUMP > best!.pitch) return kept;
  }
  return best!;
}

/** Header: low and high end of the axis in points, pitch in pixels. A dot: its bin's middle in points, its column's offset and its row in pitches. */
export const DOTS_FRAME: FrameShape = { header: 3, stride: 3 };

/** Dots keep their order: by bins from left to right, within a bin row by row from the bottom. */
export function dotsFrame(dots: readonly number[], bins: Bins): Frame {
  const { header, stride } = DOTS_FRAME;
  const frame = new Float64Array(header + stride * dots.length);
  frame.set([bins.low, bins.high, bins.pitch]);
  const filled = new Map<number, number>();
  dots.forEach((gain, dot) => {
    const bin = binOf(gain, bins.width);
    const place = filled.get(bin) ?? 0;
    filled.set(bin, place + 1);
    frame.set(
      [
        middleOf(bin, bins.width),
        (place % bins.columns) - (bins.columns - 1) / 2,
        Math.floor(place / bins.columns),
      ],
      header + stride * dot,
    );
  });
  return frame;
}

export interface DotsGeometry {
  height: number;
  /** The line the dots stand on. */
  ground: number;
  left: number;
  right: number;
  x(points: number): number;
  radius: number;
  dots: { x: number; y: number }[];
  ticks: { points: number; x: number }[];
}

const TOP = 8;
const BOTTOM = 52;
const SIDE = 34;
const TICK_STEPS = [1, 2, 5, 10, 20, 50];
const TICK_GAP = 76;

export function dotsHeight(width: number): number {
  return Math.round(Math.max(230, Math.min(320, width * 0.5)));
}

export function dotsSize(width: number): DotsSize {
  return {
    left: SIDE,
    right: Math.max(SIDE + 1, width - SIDE),
    stackHeight: dotsHeight(width) - TOP - BOTTOM,
  };
}

export function dotsGeometry(frame: Frame, width: number): DotsGeometry {
  const { header, stride } = DOTS_FRAME;
  const [low, high, pitch] = frame;
  const { left, right } = dotsSize(width);
  const height = dotsHeight(width);
  const ground = height - BOTTOM;
  const pixelsPerPoint = (right - left) / (high - low);
  const x = (points: number) => left + (points - low) * pixelsPerPoint;
  const dots = [];
  for (let at = header; at < frame.length; at += stride) {
    dots.push({
      x: x(frame[at]) + frame[at + 1] * pitch,
      y: ground - (frame[at + 2] + 0.5) * pitch - 1,
    });
  }
  const step = TICK_STEPS.find((points) => points * pixelsPerPoint >= TICK_GAP) ?? 100;
  const ticks = [];
  for (let points = Math.ceil(low / step) * step; points <= high; points += step) {
    ticks.push({ points: points + 0, x: x(points) });
  }
  return { height, ground, left, right, x, radius: pitch * 0.43, dots, ticks };
}

/** A row of the table: a stretch of gains (points) and how many of the fifty dots stand there. */
export interface DotsRow {
  low: number;
  high: number;
  dots: number;
}

export function dotsRows(dots: readonly number[], width: number): DotsRow[] {
  const counts = new Map<number, number>();
  for (const gain of dots) {
    const bin = binOf(gain, width);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts].map(([bin, count]) => {
    const half = bin === 0 ? 0.5 : width / 2;
    return { low: middleOf(bin, width) - half, high: middleOf(bin, width) + half, dots: count };
  });
}

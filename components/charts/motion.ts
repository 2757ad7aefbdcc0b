/**
 * Everything a chart draws, as one row of numbers: `header` single ones, then `stride` for each day or dot.
 * Two pictures of the same chart blend number by number, so a curve moves from where it was.
 */
export type Frame = Float64Array;

export interface FrameShape {
  header: number;
  stride: number;
}

export const MOVE_MS = 180;

/** Fast off, soft landing. */
export function ease(t: number): number {
  const left = 1 - Math.min(1, Math.max(0, t));
  return 1 - left * left * left;
}

/** Entries after the header. */
export function entriesOf(frame: Frame, { header, stride }: FrameShape): number {
  return Math.max(0, Math.floor((frame.length - header) / stride));
}

/**
 * The picture at `t` (0–1) of the way. Where one frame has more days than the other, the shorter one goes on
 * with its last day: lengthening the horizon unrolls the curve instead of redrawing it.
 */
export function blendFrames(from: Frame, to: Frame, t: number, shape: FrameShape): Frame {
  if (t >= 1) return to;
  const { header, stride } = shape;
  const fromEntries = entriesOf(from, shape);
  const toEntries = entriesOf(to, shape);
  if (fromEntries === 0 || toEntries === 0) return to;
  const entries = Math.max(fromEntries, toEntries);
  const blend = new Float64Array(header + stride * entries);
  for (let i = 0; i < header; i++) blend[i] = from[i] + (to[i] - from[i]) * t;
  for (let entry = 0; entry < entries; entry++) {
    const a = header + stride * Math.min(entry, fromEntries - 1);
    const b = header + stride * Math.min(entry, toEntries - 1);
    for (let k = 0; k < stride; k++) {
      blend[header + stride * entry + k] = from[a + k] + (to[b + k] - from[a + k]) * t;
    }
  }
  return blend;
}

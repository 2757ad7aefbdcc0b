/** What would have to be true: each number on its range, from where it stands to where the answer turns. */

export interface FlipTrack {
  id: string;
  label: string;
  lowWords: string;
  highWords: string;
  nowWords: string;
  flipWords: string;
  /** Where it turns: −1 the low end of the range, 0 as it stands, 1 the high end. */
  place: number;
}

export interface PlacedTrack extends FlipTrack {
  nameY: number;
  nowY: number;
  y: number;
  flipY: number;
  endsY: number;
  now: number;
  flip: number;
  flipAnchor: 'start' | 'middle' | 'end';
  /** Beyond it the answer is turned: from x0 to x1. */
  beyond: { x0: number; x1: number };
}

/** One change, of a number or of two together. */
export interface FlipGeometry {
  height: number;
  left: number;
  right: number;
  groups: { id: string; captionY: number; tracks: PlacedTrack[] }[];
}

const SIDE = 8;
const CAPTION = 22;
const ROW = 96;
const GAP = 10;

export function flipGeometry(
  groups: readonly { id: string; tracks: readonly FlipTrack[] }[],
  width: number,
): FlipGeometry {
  const left = SIDE;
  const right = Math.max(left + 1, width - SIDE);
  const x = (place: number) => left + ((Math.max(-1, Math.min(1, place)) + 1) / 2) * (right - left);
  let y = 0;
  const placed = groups.map(({ id, tracks }) => {
    const hasCaption = tracks.length > 1;
    const captionY = y + 14;
    if (hasCaption) y += CAPTION;
    const rows = tracks.map((track): PlacedTrack => {
      const top = y;
      y += ROW;
      const flip = x(track.place);
      return {
        ...track,
        nameY: top + 14,
        nowY: top + 34,
        y: top + 46,
        flipY: top + 66,
        endsY: top + 84,
        now: x(0),
        flip,
        flipAnchor: track.place < -0.5 ? 'start' : track.place > 0.5 ? 'end' : 'middle',
        beyond: track.place < 0 ? { x0: left, x1: flip } : { x0: flip, x1: right },
      };
    });
    y += GAP;
    return { id, captionY, tracks: rows };
  });
  return { height: y, left, right, groups: placed };
}

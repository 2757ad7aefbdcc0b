/**
 * Draws public/icon/*.png: a serif C and a red full stop on paper. Kept as code because each size wants its own
 * weight (a 128 px letter scaled down to 16 is a smudge) and because a PNG of flat shapes needs no drawing program.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];
const PAPER: Colour = [250, 247, 241];
const EDGE: Colour = [164, 156, 142];
const INK: Colour = [29, 26, 22];
const RED: Colour = [194, 54, 31];

/** Lengths in pixels of that size, so that stems and the dot meet the pixel grid. */
interface Drawing {
  size: number;
  corner: number;
  edge: number;
  letter: {
    left: number;
    top: number;
    bottom: number;
    /** Where the letter's two arms end. */
    right: number;
    stem: number;
    hairline: number;
    /** The beak on the upper arm. */
    beakWidth: number;
    beakLength: number;
  };
  dot: { x: number; y: number; radius: number };
}

const DRAWINGS: readonly Drawing[] = [
  {
    size: 16,
    corner: 3.2,
    edge: 0.7,
    letter: {
      left: 2.2,
      top: 2.6,
      bottom: 13.2,
      right: 10.5,
      stem: 2.7,
      hairline: 1.35,
      beakWidth: 1.5,
      beakLength: 3.4,
    },
    dot: { x: 12.5, y: 12, radius: 1.6 },
  },
  {
    size: 32,
    corner: 6.4,
    edge: 1,
    letter: {
      left: 4.6,
      top: 5,
      bottom: 26.6,
      right: 22,
      stem: 5.2,
      hairline: 2.1,
      beakWidth: 2.2,
      beakLength: 6.6,
    },
    dot: { x: 25, y: 24, radius: 2.9 },
  },
  {
    size: 48,
    corner: 9.6,
    edge: 1.2,
    letter: {
      left: 7,
      top: 7.6,
      bottom: 40,
      right: 33,
      stem: 7.6,
      hairline: 2.8,
      beakWidth: 3,
      beakLength: 9.8,
    },
    dot: { x: 37.6, y: 36, radius: 4.2 },
  },
  {
    size: 128,
    corner: 25.6,
    edge: 2,
    letter: {
      left: 19,
      top: 20,
      bottom: 107,
      right: 88,
      stem: 19.5,
      hairline: 6.6,
      beakWidth: 6.6,
      beakLength: 25,
    },
    dot: { x: 100, y: 96.5, radius: 10.8 },
  },
];

const SAMPLES = 8;

function isInsideRoundedSquare(x: number, y: number, size: number, inset: number, corner: number) {
  const radius = Math.max(0, corner - inset);
  const dx = Math.max(inset + radius - x, 0, x - (size - inset - radius));
  const dy = Math.max(inset + radius - y, 0, y - (size - inset - radius));
  return dx * dx + dy * dy <= radius * radius;
}

function isInsideEllipse(x: number, y: number, cx: number, cy: number, rx: number, ry: number) {
  return ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;
}

function isInsideLetter(x: number, y: number, letter: Drawing['letter']): boolean {
  const { left, top, bottom, right, stem, hairline, beakWidth, beakLength } = letter;
  const cy = (top + bottom) / 2;
  const ry = (bottom - top) / 2;
  // The bowl is wider than the letter: its right side is cut off where the arms end.
  const rx = ry * 0.97;
  const cx = left + rx;
  // The counter sits right of the bowl's middle, which makes a heavy stem and thin arms, as a broad nib would.
  const innerRy = ry - hairline;
  const innerLeft = left + stem;
  const innerRx = rx - stem * 0.62;
  const bowl =
    isInsideEllipse(x, y, cx, cy, rx, ry) &&
    !isInsideEllipse(x, y, innerLeft + innerRx, cy, innerRx, innerRy);
  const outerEdgeAtEnd = cy - ry * Math.sqrt(Math.max(0, 1 - ((right - cx) / rx) ** 2));
  const beakBottom = top + hairline * 0.4 + beakLength;
  const beak =
    x >= right - beakWidth - ((beakBottom - y) / beakLength) * beakWidth * 0.5 &&
    x <= right &&
    y >= Math.min(outerEdgeAtEnd, top + hairline * 0.5) &&
    y <= beakBottom;
  // The lower arm runs out further than it is thick, and ends before the full stop.
  const opening =
    x > right - beakWidth * 0.2 || (x > cx + rx * 0.45 && y > cy - ry * 0.55 && y < cy + ry * 0.62);
  return beak || (bowl && !opening);
}

function colourAt(x: number, y: number, drawing: Drawing): Colour | null {
  const { size, corner, edge, letter, dot } = drawing;
  if (!isInsideRoundedSquare(x, y, size, 0, corner)) return null;
  if (!isInsideRoundedSquare(x, y, size, edge, corner)) return EDGE;
  if (isInsideEllipse(x, y, dot.x, dot.y, dot.radius, dot.radius)) return RED;
  // Paper shows all round the full stop, or at 16 px the two run together.
  const halo = dot.radius + Math.max(0.7, size / 60);
  if (isInsideEllipse(x, y, dot.x, dot.y, halo, halo)) return PAPER;
  return isInsideLetter(x, y, letter) ? INK : PAPER;
}

function pixelsOf(drawing: Drawing): Buffer {
  const { size } = drawing;
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
        const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
        const colour = colourAt(x, y, drawing);
        if (!colour) continue;
        covered++;
        for (let channel = 0; channel < 3; channel++) sum[channel] += colour[channel];
      }
      const offset = row * (1 + size * 4) + 1 + column * 4;
      for (let channel = 0; channel < 3; channel++) {
        rows[offset + channel] = covered ? Math.round(sum[channel] / covered) : 0;
      }
      rows[offset + 3] = Math.round((255 * covered) / (SAMPLES * SAMPLES));
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function pngOf(drawing: Drawing): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(drawing.size, 0);
  header.writeUInt32BE(drawing.size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixelsOf(drawing), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const folder = new URL('../public/icon/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const drawing of DRAWINGS)
  writeFileSync(new URL(`${drawing.size}.png`, folder), pngOf(drawing));

import type { TimeStrip } from '../../lib/model/clip-entry.ts';
import type { ReportedKind } from '../../lib/model/action-kinds.ts';
import { messages } from '../../lib/messages/messages.ts';
import { publishedWords } from './field-words.ts';
import { familyOf, KIND_FAMILIES, type KindFamily } from './kind-families.ts';

/** Where the strip of clips by date draws what, in pixels from its top left corner. */

type Bin = TimeStrip['bins'][number];

export interface StripBar {
  x: number;
  width: number;
  /** From the ground up. */
  parts: { family: KindFamily; y: number; height: number }[];
}
export interface StripTick {
  x: number;
  words: string;
}
/** Bins from one to another, both included. */
export interface Brush {
  first: number;
  last: number;
}

const WIDEST_BAR = 16;
const GAP = 2;
/** One clip among thousands is still there to see. */
const LEAST_HEIGHT = 2;
const TICK_ROOM = 62;

export function countsByFamily({ byKind }: Bin): Record<KindFamily, number> {
  const counts = { sympathy: 0, handling: 0, substitution: 0, other: 0 };
  for (const [kind, count] of Object.entries(byKind)) {
    counts[familyOf(kind as ReportedKind | '')] += count;
  }
  return counts;
}

export function stripBars({ bins }: TimeStrip, width: number, height: number): StripBar[] {
  const step = width / bins.length;
  const barWidth = Math.max(1, Math.min(step - GAP, WIDEST_BAR));
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return bins.map((bin, at) => {
    const counts = countsByFamily(bin);
    const whole = bin.count === 0 ? 0 : Math.max(LEAST_HEIGHT, (bin.count / most) * height);
    let y = height;
    const parts = KIND_FAMILIES.filter((family) => counts[family] > 0).map((family) => {
      const part = (counts[family] / bin.count) * whole;
      y -= part;
      return { family, y, height: part };
    });
    return { x: (at + 0.5) * step - barWidth / 2, width: barWidth, parts };
  });
}

/** The same dates with nothing in them. */
export function emptied({ unit, bins }: TimeStrip): TimeStrip {
  return { unit, bins: bins.map(({ from, to }) => ({ from, to, count: 0, byKind: {} })) };
}

/** The bin under a place of the strip; the nearest one beside it. */
export function binAt(x: number, width: number, bins: number): number {
  return Math.max(0, Math.min(bins - 1, Math.floor((x / width) * bins)));
}

/** The bins that a choice of dates touches; null where none is chosen or it touches none. */
export function brushOf({ bins }: TimeStrip, from: string | null, to: string | null): Brush | null {
  if (from === null && to === null) return null;
  const first = from === null ? 0 : bins.findIndex((bin) => bin.to >= from);
  const last = to === null ? bins.length - 1 : bins.findLastIndex((bin) => bin.from <= to);
  return first < 0 || last < 0 || first > last ? null : { first, last };
}

/** The dates of a brush; open at both ends where it covers everything. */
export function datesOf(
  { bins }: TimeStrip,
  { first, last }: Brush,
): { from: string | null; to: string | null } {
  if (first <= 0 && last >= bins.length - 1) return { from: null, to: null };
  return { from: bins[Math.max(0, first)].from, to: bins[Math.min(bins.length - 1, last)].to };
}

export function countIn({ bins }: TimeStrip, { first, last }: Brush): number {
  return bins.slice(first, last + 1).reduce((sum, { count }) => sum + count, 0);
}

/** "week of 25 Nov 2019", "Nov 2019": a bin's name. */
export function binWords({ unit }: TimeStrip, bin: Bin): string {
  switch (unit) {
    case 'day':
      return publishedWords(bin.from, 'short');
    case 'week':
      return messages.library.strip.week(publishedWords(bin.from, 'short'));
    case 'month':
      return publishedWords(bin.from.slice(0, 7), 'short');
    case 'year':
      return bin.from.slice(0, 4);
    default:
      return unit satisfies never;
  }
}

/** "25 Nov 2019 – 1 Dec 2019", as precise as the bins are. */
export function rangeWords({ unit }: TimeStrip, from: string, to: string): string {
  const precision = { day: 10, week: 10, month: 7, year: 4 }[unit];
  const [begin, end] = [from, to].map((date) => publishedWords(date.slice(0, precision), 'short'));
  return begin === end ? begin : messages.library.strip.range(begin, end);
}

/** Names of years, or of months where the strip is short, as many as there is room for. */
export function stripTicks({ unit, bins }: TimeStrip, width: number): StripTick[] {
  const step = width / bins.length;
  const isShort = unit === 'day' || (unit === 'week' && bins.length < 40);
  const length = isShort ? 7 : 4;
  const ticks: StripTick[] = [];
  bins.forEach((bin, at) => {
    const part = bin.from.slice(0, length);
    if (at > 0 && bins[at - 1].from.slice(0, length) === part) return;
    const x = at * step;
    if (x > width - TICK_ROOM / 2) return;
    const before = ticks.at(-1);
    if (before && x - before.x < TICK_ROOM) {
      // The first year or month is rarely a whole one: it makes room for the next.
      if (before.x > 0) return;
      ticks.pop();
    }
    ticks.push({ x, words: publishedWords(part, 'short') });
  });
  return ticks;
}

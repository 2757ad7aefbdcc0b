/** Clips by date, in days, weeks, months or years as it suits their span. */
import type { TimeStrip } from '../model/clip-entry.ts';

/** Up to so many bins of a unit; then the next larger unit is taken. */
const MOST_DAYS = 62;
const MOST_WEEKS = 62;
const MOST_MONTHS = 120;
/** A date of the year 1 is a page's mistake: the strip shows the years that hold the most clips. */
const MOST_YEARS = 150;

const DAY_MS = 86_400_000;
type Unit = TimeStrip['unit'];

function civil(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function dayFrom(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / DAY_MS;
}

/** Months since the year 0, in whole numbers only: a Date for each of 100,000 clips takes its time. */
function monthOf(day: number): number {
  // Years from March to February, in eras of 400 of them (Howard Hinnant, chrono-compatible low-level date algorithms).
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  return (era * 400 + year) * 12 + Math.floor((5 * ofYear + 2) / 153) + 2;
}

/** The number of the bin that a day falls into, counted from 1970. */
function binOf(day: number, unit: Unit): number {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      // 1 January 1970 was a Thursday; weeks begin on Monday.
      return Math.floor((day + 3) / 7);
    case 'month':
      return monthOf(day) - 1970 * 12;
    case 'year':
      return Math.floor(monthOf(day) / 12) - 1970;
    default:
      return unit satisfies never;
  }
}

function firstDayOf(bin: number, unit: Unit): number {
  switch (unit) {
    case 'day':
      return bin;
    case 'week':
      return bin * 7 - 3;
    case 'month':
      return dayFrom(1970 + Math.floor(bin / 12), ((bin % 12) + 12) % 12);
    case 'year':
      return dayFrom(1970 + bin, 0);
    default:
      return unit satisfies never;
  }
}

function unitFor(first: number, last: number): Unit {
  for (const [unit, most] of [
    ['day', MOST_DAYS],
    ['week', MOST_WEEKS],
    ['month', MOST_MONTHS],
  ] as const) {
    if (binOf(last, unit) - binOf(first, unit) < most) return unit;
  }
  return 'year';
}

/**
 * @param days of each clip, counted from 1970
 * @param kinds which of the kinds named each clip stands for
 */
export function timeStrip(
  days: Int32Array,
  kinds: Uint32Array,
  names: readonly string[],
): TimeStrip {
  if (days.length === 0) return { unit: 'month', bins: [] };
  let first = days[0]!;
  let last = first;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const unit = unitFor(first, last);
  let from = binOf(first, unit);
  let count = binOf(last, unit) - from + 1;
  const numbers = Int32Array.from(days, (day) => binOf(day, unit) - from);
  if (count > MOST_YEARS) {
    const skipped = fullest(numbers, count);
    for (let at = 0; at < numbers.length; at++) numbers[at]! -= skipped;
    from += skipped;
    count = MOST_YEARS;
  }
  const bins: TimeStrip['bins'] = Array.from({ length: count }, (_, bin) => ({
    from: civil(firstDayOf(from + bin, unit)),
    to: civil(firstDayOf(from + bin + 1, unit) - 1),
    count: 0,
    byKind: {},
  }));
  numbers.forEach((number, at) => {
    const bin = bins[number];
    if (!bin) return;
    const kind = names[kinds[at]!] as keyof typeof bin.byKind;
    bin.count++;
    bin.byKind[kind] = (bin.byKind[kind] ?? 0) + 1;
  });
  return { unit, bins };
}

/** Where the window of MOST_YEARS bins begins that holds the most; the latest of several. */
function fullest(numbers: Int32Array, count: number): number {
  const held = new Uint32Array(count);
  for (const number of numbers) held[number]!++;
  let inside = 0;
  let most = -1;
  let begins = 0;
  for (let bin = 0; bin < count; bin++) {
    inside += held[bin]! - (held[bin - MOST_YEARS] ?? 0);
    if (bin + 1 >= MOST_YEARS && inside >= most) {
      most = inside;
      begins = bin + 1 - MOST_YEARS;
    }
  }
  return begins;
}

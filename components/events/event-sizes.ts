/** Sizes of events as people write and read them: "2,000", "2,000–2,500", "1.2 million". */
import { LOCALE } from '../../lib/messages/messages.ts';
import { parseText } from '../campaign/number-text.ts';

export interface Size {
  low: number;
  high: number;
}

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 3 });
const LARGEST = 1e15;

/** "2,000"; "2,000–2,500". */
export function sizeWords({ low, high }: Size): string {
  return low === high ? whole.format(low) : `${whole.format(low)}–${whole.format(high)}`;
}

function readEnd(text: string): number | null {
  const value = parseText(text, 'people', 1);
  return value !== null && value >= 0 && value <= LARGEST ? value : null;
}

/** null where it is no size. Ends may be parted by a dash or by "to"; in "2 to 3 million" both are millions. */
export function readSize(text: string): Size | null {
  const ends = text.trim().split(/\s*(?:[–—−-]|\bto\b)\s*/u);
  if (ends.length === 1) {
    const value = readEnd(ends[0]!);
    return value === null ? null : { low: value, high: value };
  }
  if (ends.length !== 2) return null;
  const high = readEnd(ends[1]!);
  const magnitude = /[\p{L}.]+$/u.exec(ends[1]!)?.[0] ?? '';
  const isBare = !/\p{L}/u.test(ends[0]!) && /\p{L}/u.test(magnitude);
  const low = readEnd(isBare ? `${ends[0]} ${magnitude}` : ends[0]!);
  return low === null || high === null || low > high ? null : { low, high };
}

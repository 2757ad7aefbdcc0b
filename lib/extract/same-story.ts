import { fold } from './plain-text.ts';

const LEAST_LETTERS = 4;
/** Of the letter pairs of the shorter title: wordings of one story share most, other stories few. */
const SHARED_PAIRS = 0.55;

function pairsOf(key: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < key.length; at++) {
    const pair = key.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/**
 * Do two titles speak of one story? Equal, one within the other, or most of their letter pairs the same; by letters
 * rather than words, so that it holds for scripts without spaces, too.
 */
export function isSameStory(first: string, second: string): boolean {
  const [short, long] = [fold(first.slice(0, 600)), fold(second.slice(0, 600))].sort(
    (a, b) => a.length - b.length,
  ) as [string, string];
  if (short === '') return false;
  if (short === long) return true;
  if (short.length < LEAST_LETTERS) return false;
  if (short.length > 8 && long.includes(short)) return true;
  const [fewer, more] = [pairsOf(short), pairsOf(long)];
  let shared = 0;
  for (const [pair, count] of fewer) shared += Math.min(count, more.get(pair) ?? 0);
  // Dice's measure, for a long title holds a good part of any short one's pairs.
  return (2 * shared) / (short.length + long.length - 2) >= SHARED_PAIRS;
}

/** Claims of one event side by side: those that count the same thing stand together, the largest first. */
import type { SizeClaim } from '../../lib/model/event.ts';
import { LOCALE } from '../../lib/messages/messages.ts';

export interface ComparedClaims {
  /** What they count, as the first of them says it. */
  counts: string;
  claims: SizeClaim[];
  /** How many times the lowest the highest is, "2.5"; null where nothing is to be compared or all agree. */
  apart: string | null;
}

const ratio = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 2 });
const middle = ({ low, high }: SizeClaim) => (low + high) / 2;

export function compareClaims(claims: readonly SizeClaim[]): ComparedClaims[] {
  const groups = new Map<string, SizeClaim[]>();
  for (const claim of claims) {
    const folded = claim.counts.trim().toLocaleLowerCase();
    groups.set(folded, [...(groups.get(folded) ?? []), claim]);
  }
  return [...groups.values()].map((group) => {
    const ordered = group.toSorted((a, b) => middle(b) - middle(a));
    const [highest, lowest] = [ordered[0]!, ordered.at(-1)!];
    // Ranges that meet do not disagree.
    const isApart = highest.low > lowest.high && lowest.high > 0;
    const times = middle(highest) / middle(lowest);
    return {
      counts: group[0]!.counts,
      claims: ordered,
      apart: isApart && times >= 1.1 ? ratio.format(times) : null,
    };
  });
}

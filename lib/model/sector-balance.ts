/** Whether an input–output table holds together, and fewer industries made of many. Whatever the money counts in. */
import type { SectorTable } from './sector-table.ts';

/** The flows of a table alone. `sales[i][j]`: what i sells to j; output, valueAdded: of each; all a year. */
export type SectorFlows = Pick<SectorTable, 'codes' | 'names' | 'output' | 'valueAdded' | 'sales'>;

/** Published tables are rounded cell by cell: sums may be over by this share of the output. */
export const ROUNDING = 0.001;

export type Imbalance =
  | { reason: 'noOutput'; sector: number }
  | { reason: 'boughtTooMuch'; sector: number; bought: number; valueAdded: number; output: number }
  | { reason: 'soldTooMuch'; sector: number; sold: number; output: number }
  | { reason: 'feedsItself' };

/**
 * The first thing that does not hold: output above 0; what is bought of others plus value added not above output
 * (what is left are imports and taxes); what is sold to others not above output; technical coefficients with a
 * spectral radius below 1, or making something would take more of it than is made. null where all of it holds.
 */
export function imbalanceOf(flows: SectorFlows): Imbalance | null {
  const { codes, output, valueAdded, sales } = flows;
  for (let sector = 0; sector < codes.length; sector++) {
    const made = output[sector]!;
    if (!(made > 0)) return { reason: 'noOutput', sector };
    const most = made * (1 + ROUNDING);
    const added = valueAdded[sector]!;
    const bought = sales.reduce((sum, row) => sum + row[sector]!, 0);
    if (bought + added > most) {
      return { reason: 'boughtTooMuch', sector, bought, valueAdded: added, output: made };
    }
    const sold = sales[sector]!.reduce((sum, each) => sum + each, 0);
    if (sold > most) return { reason: 'soldTooMuch', sector, sold, output: made };
  }
  return isProductive(flows) ? null : { reason: 'feedsItself' };
}

/** Below this a pivot is a rounding error, and the radius 1. */
const LEAST_PIVOT = 1e-9;

/**
 * Whether the spectral radius of the technical coefficients A_ij = sales_ij ∕ output_j lies below 1: I − A is then a
 * non-singular M-matrix, and all its pivots are above 0 (Hawkins & Simon 1949). Exact where an iteration would be slow.
 */
export function isProductive({ output, sales }: SectorFlows): boolean {
  const size = output.length;
  const rest = sales.map((row, i) =>
    Float64Array.from(row, (sale, j) => (i === j ? 1 : 0) - sale / output[j]!),
  );
  for (let k = 0; k < size; k++) {
    const top = rest[k]!;
    const pivot = top[k]!;
    if (!(pivot > LEAST_PIVOT)) return false;
    for (let i = k + 1; i < size; i++) {
      const row = rest[i]!;
      const factor = row[k]! / pivot;
      if (factor === 0) continue;
      for (let j = k; j < size; j++) row[j] = row[j]! - factor * top[j]!;
    }
  }
  return true;
}

/** Enough for three digits of any table that is published; it is shown, nothing is decided by it. */
const ROUNDS = 500;

/** Spectral radius of the technical coefficients, by repeated multiplication of A + I, which does not swing. */
export function spectralRadius({ output, sales }: SectorFlows): number {
  const size = output.length;
  let vector = new Float64Array(size).fill(1 / size);
  let growth = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(size);
    let sum = 0;
    for (let i = 0; i < size; i++) {
      let reached = vector[i]!;
      const row = sales[i]!;
      for (let j = 0; j < size; j++) reached += (row[j]! / output[j]!) * vector[j]!;
      next[i] = reached;
      sum += reached;
    }
    growth = sum;
    for (let i = 0; i < size; i++) next[i] = next[i]! / sum;
    vector = next;
  }
  return Math.max(0, growth - 1);
}

/** Those to keep apart so that at most `most` industries are left: the given ones first, then the largest by output. */
export function largestOf(flows: SectorFlows, most: number, always: readonly string[]): string[] {
  const { codes, output } = flows;
  if (codes.length <= most) return [...codes];
  const bySize = codes
    .map((code, index) => ({ code, isGiven: always.includes(code), output: output[index]! }))
    .sort((a, b) => Number(b.isGiven) - Number(a.isGiven) || b.output - a.output);
  const kept = new Set(bySize.slice(0, Math.max(0, most - 1)).map(({ code }) => code));
  return codes.filter((code) => kept.has(code));
}

/**
 * The kept industries as they are, all others joined into one at the end: its sales, output and value added are their
 * sums, what they sell to each other included, so no money is lost. The same table where all are kept.
 */
export function joinOthers(
  flows: SectorFlows,
  kept: readonly string[],
  other: { code: string; name: string },
): SectorFlows {
  const keeps = flows.codes.map((code) => kept.includes(code));
  if (keeps.every(Boolean)) return flows;
  const size = kept.length + 1;
  let next = 0;
  const to = keeps.map((isKept) => (isKept ? next++ : size - 1));
  const sumUp = (list: readonly number[]) => {
    const sums = Array.from({ length: size }, () => 0);
    list.forEach((amount, index) => (sums[to[index]!]! += amount));
    return sums;
  };
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  flows.sales.forEach((row, i) => {
    row.forEach((sale, j) => (rows[to[i]!]![to[j]!]! += sale));
  });
  const but = (list: readonly string[], last: string) => [
    ...list.filter((_, index) => keeps[index]),
    last,
  ];
  return {
    codes: but(flows.codes, other.code),
    names: but(flows.names, other.name),
    output: sumUp(flows.output),
    valueAdded: sumUp(flows.valueAdded),
    sales: rows,
  };
}

/** Every amount times a factor, in whole units: 2393.8 × 1e6 is not whole in binary. */
export function inWholeUnits(flows: SectorFlows, factor: number): SectorFlows {
  const scaled = (list: readonly number[]) => list.map((amount) => Math.round(amount * factor));
  return {
    ...flows,
    output: scaled(flows.output),
    valueAdded: scaled(flows.valueAdded),
    sales: flows.sales.map(scaled),
  };
}

import type { SectorTable } from '../../lib/model/sector-table.ts';

export interface Buyer {
  code: string;
  name: string;
  /** What it buys of the struck sector, as a share of its own output. */
  share: number;
}

/** The sectors that buy most from one, for what they make; those that buy nothing are left out. */
export function buyersOf(table: SectorTable, struck: string, most: number): Buyer[] {
  const from = table.codes.indexOf(struck);
  return table.codes
    .map((code, to) => ({
      code,
      name: table.names[to] ?? code,
      share: (table.sales[from]?.[to] ?? 0) / table.output[to]!,
    }))
    .filter(({ code, share }) => code !== struck && share > 0)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, most);
}

/** A small network of sectors written by hand: its texts while they are being written, and what is wrong with them. */
import type { SectorTable } from '../../lib/model/sector-table.ts';
import { messages } from '../../lib/messages/messages.ts';
import { editText, parseText } from '../campaign/number-text.ts';

export const FEWEST_SECTORS = 2;
export const MOST_SECTORS = 8;

const words = messages.campaigns.sectors;
const FIRST_OUTPUT = 100_000_000;

/** Two sectors, the second buying from the first: something to begin with, not a claim about anything. */
export function firstNetwork(year: number): SectorTable {
  return {
    name: words.ownName,
    source: words.ownSource,
    year,
    codes: ['S1', 'S2'],
    names: [...words.firstNames],
    output: [FIRST_OUTPUT, FIRST_OUTPUT],
    valueAdded: [FIRST_OUTPUT / 2, FIRST_OUTPUT / 2],
    sales: [
      [0, FIRST_OUTPUT / 10],
      [0, 0],
    ],
  };
}

/** Small enough to be drawn and written by hand. */
export function isSmall(table: SectorTable): boolean {
  return table.codes.length >= FEWEST_SECTORS && table.codes.length <= MOST_SECTORS;
}

/** One sector more, which neither buys nor sells yet. Its code is one that no sector has. */
export function withSector(table: SectorTable): SectorTable {
  let number = table.codes.length + 1;
  while (table.codes.includes(`S${number}`)) number++;
  return {
    ...table,
    codes: [...table.codes, `S${number}`],
    names: [...table.names, words.newSector(table.codes.length + 1)],
    output: [...table.output, FIRST_OUTPUT],
    valueAdded: [...table.valueAdded, FIRST_OUTPUT / 2],
    sales: [
      ...table.sales.map((row) => [...row, 0]),
      Array.from({ length: table.codes.length + 1 }, () => 0),
    ],
  };
}

export function withoutSector(table: SectorTable, index: number): SectorTable {
  const but = <T>(list: readonly T[]) => list.filter((_, other) => other !== index);
  return {
    ...table,
    codes: but(table.codes),
    names: but(table.names),
    output: but(table.output),
    valueAdded: but(table.valueAdded),
    sales: but(table.sales).map(but),
  };
}

/** A network as it stands in its boxes. */
export interface NetworkTexts {
  names: string[];
  output: string[];
  valueAdded: string[];
  sales: string[][];
}

export function textsOf(table: SectorTable): NetworkTexts {
  const text = (value: number) => editText(value, 'money');
  return {
    names: table.names,
    output: table.output.map(text),
    valueAdded: table.valueAdded.map(text),
    sales: table.sales.map((row) => row.map(text)),
  };
}

/** A box of the table, by what it holds and of which sector. */
export type Cell =
  | { field: 'names' | 'output' | 'valueAdded'; row: number }
  | { field: 'sales'; row: number; column: number };

export interface NetworkProblem {
  cell: Cell;
  words: string;
}

/** What the boxes say: a network that holds together, or the first thing that does not. `table` is what stood there. */
export function readTexts(
  texts: NetworkTexts,
  table: SectorTable,
): { table: SectorTable } | { problem: NetworkProblem } {
  let problem: NetworkProblem | null = null;
  const wrong = (cell: Cell, said: string) => {
    problem ??= { cell, words: said };
  };
  const amount = (text: string, near: number, cell: Cell): number => {
    // What was not touched stays as it is: a box shows six digits, the table may hold more.
    if (text === editText(near, 'money')) return near;
    const value = parseText(text, 'money', near);
    if (value === null) wrong(cell, words.wrong.notANumber(text.trim()));
    else if (value < 0) wrong(cell, words.wrong.negative);
    return value ?? 0;
  };
  const names = texts.names.map((name) => name.trim());
  const output = texts.output.map((text, row) =>
    amount(text, table.output[row]!, { field: 'output', row }),
  );
  const valueAdded = texts.valueAdded.map((text, row) =>
    amount(text, table.valueAdded[row]!, { field: 'valueAdded', row }),
  );
  const sales = texts.sales.map((list, row) =>
    list.map((text, column) =>
      amount(text, table.sales[row]![column]!, { field: 'sales', row, column }),
    ),
  );
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  // Sums of decimals miss by a hair what they would be on paper.
  const isOver = (total: number, most: number) => total > most * (1 + 1e-9);
  names.forEach((name, row) => {
    if (name === '') wrong({ field: 'names', row }, words.wrong.noName);
    const most = output[row]!;
    if (!(most > 0)) wrong({ field: 'output', row }, words.wrong.noOutput(name));
    if (isOver(valueAdded[row]!, most))
      wrong({ field: 'valueAdded', row }, words.wrong.tooMuchAdded(name));
    if (isOver(sum(sales[row]!), most))
      wrong({ field: 'output', row }, words.wrong.tooMuchSold(name));
    const bought = sum(sales.map((list) => list[row]!));
    if (isOver(bought + valueAdded[row]!, most))
      wrong({ field: 'output', row }, words.wrong.tooMuchBought(name));
  });
  return problem ? { problem } : { table: { ...table, names, output, valueAdded, sales } };
}

export interface DrawnSector {
  x: number;
  y: number;
  radius: number;
}
export interface DrawnSale {
  from: number;
  to: number;
  path: string;
  /** The arrow's head. */
  head: string;
  width: number;
}

/** On a ring, the first at the top: disks by output, arrows by sales, which bend so that two ways lie side by side. */
export function drawNetwork(
  table: SectorTable,
  size: number,
): { sectors: DrawnSector[]; sales: DrawnSale[] } {
  const count = table.codes.length;
  const most = Math.max(...table.output);
  const ring = size * 0.33;
  const sectors = table.output.map((output, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    return {
      x: size / 2 + ring * Math.cos(angle),
      y: size / 2 + ring * Math.sin(angle),
      radius: 9 + 15 * Math.sqrt(output / most),
    };
  });
  const largest = Math.max(1, ...table.sales.flat());
  const sales = table.sales.flatMap((row, from) =>
    row.flatMap((value, to): DrawnSale[] => {
      if (value <= 0 || from === to) return [];
      const a = sectors[from]!;
      const b = sectors[to]!;
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
      const width = 1.2 + 5 * Math.sqrt(value / largest);
      const tip = 7 + width;
      const bend = length * 0.14;
      const [mx, my] = [(a.x + b.x) / 2 - uy * bend, (a.y + b.y) / 2 + ux * bend];
      const end = [b.x - ux * (b.radius + 3), b.y - uy * (b.radius + 3)] as const;
      // The head looks along the last stretch of the bend.
      const towards = Math.hypot(end[0] - mx, end[1] - my);
      const [vx, vy] = [(end[0] - mx) / towards, (end[1] - my) / towards];
      const base = [end[0] - vx * tip, end[1] - vy * tip] as const;
      const half = tip * 0.5;
      const at = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;
      return [
        {
          from,
          to,
          width,
          path: `M${at(a.x + ux * a.radius, a.y + uy * a.radius)}Q${at(mx, my)} ${at(...base)}`,
          head: `M${at(...end)}L${at(base[0] - vy * half, base[1] + vx * half)}L${at(base[0] + vy * half, base[1] - vx * half)}Z`,
        },
      ];
    }),
  );
  return { sectors, sales };
}

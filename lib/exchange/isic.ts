/**
 * What the codes of published tables mean: ISIC Revision 4, of which Europe's NACE Revision 2 is the same down to its
 * divisions. “H49”, “49”, “01T02”, “A01_02”, “C10-C12”, “L68B”.
 */
const CODE = /^[A-U]?(\d{2})[A-Z]?(?:[-_T][A-U]?(\d{2})[A-Z]?)?$/;

/** Numbers that the classification leaves out. A table that names one follows another classification. */
const NO_DIVISION = new Set([4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89]);
const LAST_DIVISION = 99;
/** Below this many industries, codes may be anybody's own numbers. */
const FEWEST = 15;
const LAST_OF_MANUFACTURING = 33;
const FIRST_OF_PUBLIC_SERVICES = 84;

const span = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const within = (from: number, to: number) =>
  span(from, to).filter((division) => !NO_DIVISION.has(division));

/** Where the sections begin: Eurostat gives some by their letter alone, and some tables have all of them as subtotals. */
const SECTION_STARTS: readonly (readonly [string, number])[] = [
  ['A', 1],
  ['B', 5],
  ['C', 10],
  ['D', 35],
  ['E', 36],
  ['F', 41],
  ['G', 45],
  ['H', 49],
  ['I', 55],
  ['J', 58],
  ['K', 64],
  ['L', 68],
  ['M', 69],
  ['N', 77],
  ['O', 84],
  ['P', 85],
  ['Q', 86],
  ['R', 90],
  ['S', 94],
  ['T', 97],
  ['U', 99],
];

/** The divisions that a code stands for; null where it is no code of the classification. */
export function divisionsOf(code: string): number[] | null {
  const section = SECTION_STARTS.findIndex(([letter]) => letter === code);
  if (section >= 0) {
    const next = SECTION_STARTS[section + 1]?.[1] ?? LAST_DIVISION + 1;
    return within(SECTION_STARTS[section]![1], next - 1);
  }
  const match = CODE.exec(code);
  if (!match) return null;
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : Number(match[2]);
  if (from < 1 || to < from || to > LAST_DIVISION) return null;
  if (NO_DIVISION.has(from) || NO_DIVISION.has(to)) return null;
  return within(from, to);
}

/** Whether a whole table speaks this classification: each code does, and they reach from goods to public services. */
export function isIsicTable(codes: readonly string[]): boolean {
  if (codes.length < FEWEST) return false;
  // Letters alone are anybody's.
  if (codes.filter((code) => /\d/.test(code)).length * 2 < codes.length) return false;
  const divisions = codes.map(divisionsOf);
  if (divisions.some((each) => each === null)) return false;
  const all = divisions.flatMap((each) => each ?? []);
  return Math.min(...all) <= LAST_OF_MANUFACTURING && Math.max(...all) >= FIRST_OF_PUBLIC_SERVICES;
}

/** “L68A” and “L68B” are two parts of one division. */
const PART = /\d[A-Z]$/;

/** Two industries of a table of this classification of which one holds (a part of) the other: it would count twice. */
export function overlapOf(codes: readonly string[]): [string, string] | null {
  if (!isIsicTable(codes)) return null;
  const holder = new Map<number, string>();
  for (const code of codes) {
    for (const division of divisionsOf(code) ?? []) {
      const other = holder.get(division);
      if (other !== undefined && !(PART.test(code) && PART.test(other))) return [other, code];
      holder.set(division, code);
    }
  }
  return null;
}

/** The industries of our Finnish table, in divisions. */
const OWN: Record<string, readonly number[]> = {
  AGR: [...span(1, 3), ...span(5, 9)],
  FOOD: span(10, 12),
  WPAP: span(16, 18),
  UTIL: span(35, 39),
  CONS: span(41, 43),
  TRAD: span(45, 47),
  LAND: [49],
  WATR: [50],
  AIR: [51],
  WHSE: [52],
  POST: [53],
  PUB: [84],
  EDU: [85],
  HLTH: span(86, 88),
};

/** Which industry of a table is what a code of ours says: the same code, or the only one with all its divisions; else none. */
export function sameIndustry(code: string, codes: readonly string[]): string | null {
  if (codes.includes(code)) return code;
  const wanted = Object.hasOwn(OWN, code) ? OWN[code]! : null;
  if (!wanted || !isIsicTable(codes)) return null;
  const holding = codes.filter((each) => {
    const divisions = divisionsOf(each) ?? [];
    return wanted.every((division) => divisions.includes(division));
  });
  return holding.length === 1 ? holding[0]! : null;
}

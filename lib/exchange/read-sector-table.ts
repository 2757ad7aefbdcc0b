/**
 * Other countries' input–output tables, as OECD and Eurostat give them out: a square, or one line for each flow.
 * docs/sector-tables.md says for people what this reads. Nothing is guessed and nothing repaired: what cannot be read
 * is refused with its row and column, and what is passed over is said.
 */
import {
  imbalanceOf,
  spectralRadius,
  type Imbalance,
  type SectorFlows,
} from '../model/sector-balance.ts';
import { onLine } from './imported.ts';
import { overlapOf } from './isic.ts';
import { decimalMarkOf, isMissing, readNumeral, type DecimalMark } from './numerals.ts';
import { readCsv, type CellPlace, type CsvRecord, type CsvRefusal } from './read-csv.ts';

/** One country and year in one line for each flow is under two; 500 industries are the most that any office publishes. */
export const SECTOR_TABLE_LIMITS = { bytes: 8_000_000, cells: 2_000_000, industries: 500 };
const LONGEST_CODE = 20;
const LONGEST_NAME = 200;
/** What the model takes for one amount, in units of the file. */
const LARGEST_AMOUNT = 1e18;

/** One of the tables that a file holds: of a place, a year, and with or without imports. Empty where it does not say. */
export interface TableOfFile {
  place: string;
  year: string;
  flows: string;
  unit: string;
}

export interface FoundSectorTable {
  ok: true;
  layout: 'square' | 'long';
  /** The tables in the file that can be taken, and which of them this is. */
  tables: TableOfFile[];
  table: number;
  /** In units of the file. */
  flows: SectorFlows;
  /** What one amount of the file counts, where it says so: 1e6 for millions. */
  magnitude: number | null;
  /** ISO code, where the file says one. */
  currency: string | null;
  year: number | null;
  /** Cells without a figure between two industries, which count as no sale, and the first of them. */
  missing: { count: number; first: CellPlace | null };
  /** Industries that make, buy and sell nothing: left out. */
  idle: string[];
  /** Columns and rows that are neither an industry nor needed: final uses, taxes, imports. */
  unused: string[];
  spectralRadius: number;
}

export type SectorTableRefusal =
  | CsvRefusal
  | { ok: false; reason: 'unknownLayout' }
  | { ok: false; reason: 'noHeading'; at: CellPlace }
  | { ok: false; reason: 'noLabel'; row: number }
  | {
      ok: false;
      reason: 'twice';
      what: 'row' | 'column';
      label: string;
      at: CellPlace;
      first: CellPlace;
    }
  | { ok: false; reason: 'flowTwice'; seller: string; buyer: string; row: number; firstRow: number }
  | { ok: false; reason: 'onlyImports' }
  | { ok: false; reason: 'noIndustries' }
  | { ok: false; reason: 'notSquare'; what: 'row' | 'column'; label: string; at: CellPlace }
  /** Two industries of which one holds the other. */
  | { ok: false; reason: 'overlap'; labels: [string, string] }
  | { ok: false; reason: 'missingRow'; what: 'output' | 'valueAdded' }
  | {
      ok: false;
      reason: 'missingFigure';
      what: 'output' | 'valueAdded';
      label: string;
      at: CellPlace | null;
    }
  | { ok: false; reason: 'notANumber'; text: string; at: CellPlace }
  | {
      ok: false;
      reason: 'mixedNumbers';
      text: string;
      at: CellPlace;
      otherText: string;
      otherAt: CellPlace;
    }
  | { ok: false; reason: 'openNumbers'; text: string; at: CellPlace; mark: DecimalMark }
  | { ok: false; reason: 'negative'; text: string; at: CellPlace }
  | { ok: false; reason: 'tooLargeAmount'; text: string; at: CellPlace }
  | { ok: false; reason: 'tooManyIndustries'; count: number; limit: number }
  | { ok: false; reason: 'imbalance'; imbalance: Imbalance; name: string };

export type ReadSectorTable = FoundSectorTable | SectorTableRefusal;

export interface SectorTableChoice {
  /** Which of the file's tables; without it, domestic flows of the last year. */
  table?: number;
  /** Where the file itself leaves it open. */
  decimalMark?: DecimalMark;
}

interface Cell {
  text: string;
  at: CellPlace;
}
interface Label {
  code: string;
  name: string;
  at: CellPlace;
}
/** A table before anybody knows which of its rows are industries. */
interface Grid {
  rows: Label[];
  columns: Label[];
  /** By the code of the row and that of the column. */
  cells: Map<string, Map<string, Cell>>;
  table: TableOfFile;
}

/* The words of OECD, Eurostat and plain tables for what is not an industry. An industry that is both a row and a column
   is one all the same (“D35” is electricity, “P85” education), only totals never are. */
const TOTAL = /^(total|tot|tu|tfu|tiu|sum|ii_total|_t)$/i;
const OUTPUT = ['OUTPUT', 'OUT', 'P1', 'TOTAL OUTPUT', 'GROSS OUTPUT'];
const VALUE_ADDED = ['VALU', 'VA', 'B1G', 'B1GQ', 'VALUE ADDED', 'GROSS VALUE ADDED'];
const OTHER_ROW =
  /^(total|tot|ii_.*|tls|taxsub|taxes|txs_.*|ttl_int_fnl|labr|otxs|gops|imports?|impo|ts_bp|op_n?res|p2(_adj)?|p3\d?|p33|p34|p51c|p6|p7.*|b2.*|b3.*|b1n|d1|d1[12].*|d2.*|d3.*|d29x39|d21x31|k1.*|cif_fob.*)$/i;
const OTHER_COLUMN =
  /^(total|tot|tu|tfu|tiu|fu|ii_.*|out|output|hfce|npish|ggfc|gfcf|invnt|dpabr|disc|nonres|cons_.*|expo|impo|exports?|imports?|final.*|p3.*|p5.*|p6.*|p7.*)$/i;
const IMPORTS = /^imp/i;
const DOMESTIC = /^dom/i;

/** In one line for each flow, by any of these names, whatever the case. */
const HEADINGS = {
  seller: ['row', 'ind_ava', 'prd_ava'],
  buyer: ['col', 'column', 'ind_use', 'prd_use'],
  value: ['value', 'obs_value'],
  place: ['cou', 'geo', 'ref_area'],
  year: ['time', 'time_period', 'year'],
  flows: ['var', 'stk_flow'],
  unit: ['unit', 'unit code', 'unit_measure'],
  power: ['unit_mult', 'powercode code'],
} as const;
type Heading = keyof typeof HEADINGS;
/** “ind_ava: Industry”, “H49: Land transport”: Eurostat's way of giving code and words together. */
const WITH_WORDS = /^([\w.-]+):\s+(.+)$/;

function clean(text: string, most = LONGEST_NAME): string {
  return onLine(text).slice(0, most).trim();
}

function headingOf(text: string): Heading | null {
  const bare = onLine(text).replace(WITH_WORDS, '$1').toLowerCase();
  const found = Object.entries(HEADINGS).find(([, names]) =>
    (names as readonly string[]).includes(bare),
  );
  return (found?.[0] as Heading | undefined) ?? null;
}

function isIn(list: readonly string[], code: string): boolean {
  return list.includes(code.toUpperCase());
}
const isOtherRow = (code: string) =>
  OTHER_ROW.test(code) || isIn(OUTPUT, code) || isIn(VALUE_ADDED, code);

/**
 * Reads a file. Never throws, changes nothing. A caller with a File should compare its size with
 * `SECTOR_TABLE_LIMITS.bytes` before it even loads it.
 */
export function readSectorTable(
  file: string | Uint8Array,
  choice: SectorTableChoice = {},
): ReadSectorTable {
  const csv = readCsv(file, SECTOR_TABLE_LIMITS);
  if (!csv.ok) return csv;
  const [head, ...body] = csv.records;
  const headings = head!.cells.map(headingOf);
  const isLong = (['seller', 'buyer', 'value'] as const).every((each) => headings.includes(each));
  const read = isLong ? longGrids(head!, body, headings) : squareGrids(head!, body);
  if (!Array.isArray(read)) return read;

  const offered = read.filter(({ table }) => !IMPORTS.test(table.flows));
  if (offered.length === 0) return { ok: false, reason: 'onlyImports' };
  offered.sort(
    (a, b) => rankOf(a.table) - rankOf(b.table) || b.table.year.localeCompare(a.table.year, 'en'),
  );
  const table = Math.min(Math.max(0, choice.table ?? 0), offered.length - 1);
  const grid = offered[table]!;
  if (isLong) borrow(grid, read);
  const found = tableOf(grid, choice.decimalMark);
  if (!found.ok) return found;
  const { currency, magnitude } = moneyOf(grid.table.unit);
  const year = /^(1[89]|2[01])\d\d$/.exec(grid.table.year);
  return {
    ...found,
    layout: isLong ? 'long' : 'square',
    tables: offered.map((each) => each.table),
    table,
    currency,
    magnitude,
    year: year ? Number(year[0]) : null,
  };
}

/** Domestic flows are what a stoppage here can stop; a table with imports in it comes after. */
function rankOf({ flows }: TableOfFile): number {
  return DOMESTIC.test(flows) ? 0 : 1;
}

/** “MIO_EUR”, “USD”, “USD 6” (a power of ten behind it). */
function moneyOf(unit: string): { currency: string | null; magnitude: number | null } {
  const [, power] = /\s(\d{1,2})$/.exec(unit) ?? [];
  const written = /^(MIO|THS|BIO|MRD)[_ ]/i.exec(unit)?.[1]?.toUpperCase();
  const sizes: Record<string, number> = { THS: 1e3, MIO: 1e6, MRD: 1e9, BIO: 1e9 };
  const code = /(?:^|_|\s)([A-Z]{3})(?=\s|$)/.exec(
    unit.replace(/^(MIO|THS|BIO|MRD)[_ ]/i, ''),
  )?.[1];
  return {
    // NAC: national currency, whichever that is.
    currency: code === undefined || code === 'NAC' ? null : code,
    magnitude:
      power === undefined ? (written ? (sizes[written] ?? null) : null) : 10 ** Number(power),
  };
}

/** One line for each flow; a table for each place, year, kind of flows and unit. */
function longGrids(
  head: CsvRecord,
  body: CsvRecord[],
  headings: (Heading | null)[],
): Grid[] | SectorTableRefusal {
  const columnOf = (heading: Heading) => headings.indexOf(heading);
  const at = {
    seller: columnOf('seller'),
    buyer: columnOf('buyer'),
    value: columnOf('value'),
  };
  // “ROW, From: (sector in row), COL, …”: the words for a code stand beside it.
  const wordsBeside = (column: number) =>
    headings[column + 1] === null && column + 1 < head.cells.length ? column + 1 : -1;
  const sellerWords = wordsBeside(at.seller);
  const text = (record: CsvRecord, heading: Heading) => {
    const column = columnOf(heading);
    return column < 0 ? '' : clean(record.cells[column]!).replace(WITH_WORDS, '$1');
  };
  const label = (record: CsvRecord, column: number, words: number): Label => {
    const whole = onLine(record.cells[column]!);
    const parts = WITH_WORDS.exec(whole);
    const code = withoutProducts(parts?.[1] ?? whole);
    const beside = words < 0 ? '' : clean(record.cells[words]!);
    const name = beside === '' || Number.isFinite(Number(beside)) ? (parts?.[2] ?? code) : beside;
    return { code, name: clean(name), at: { row: record.row, column: column + 1 } };
  };
  const grids = new Map<string, Grid>();
  const buyers = new Map<string, Set<string>>();
  for (const record of body) {
    const power = text(record, 'power');
    const table: TableOfFile = {
      place: text(record, 'place'),
      year: text(record, 'year'),
      flows: text(record, 'flows'),
      unit: `${text(record, 'unit')}${/^\d{1,2}$/.test(power) ? ` ${power}` : ''}`,
    };
    const key = JSON.stringify(table);
    let grid = grids.get(key);
    if (!grid) {
      grids.set(key, (grid = { rows: [], columns: [], cells: new Map(), table }));
      buyers.set(key, new Set());
    }
    const seller = label(record, at.seller, sellerWords);
    const buyer = label(record, at.buyer, -1);
    if (seller.code === '' || buyer.code === '') {
      return { ok: false, reason: 'noLabel', row: record.row };
    }
    if (!buyers.get(key)!.has(buyer.code)) {
      buyers.get(key)!.add(buyer.code);
      grid.columns.push(buyer);
    }
    let line = grid.cells.get(seller.code);
    if (!line) {
      grid.cells.set(seller.code, (line = new Map()));
      grid.rows.push(seller);
    }
    const before = line.get(buyer.code);
    if (before) {
      return {
        ok: false,
        reason: 'flowTwice',
        seller: clean(seller.code),
        buyer: clean(buyer.code),
        row: record.row,
        firstRow: before.at.row,
      };
    }
    line.set(buyer.code, {
      text: record.cells[at.value]!,
      at: { row: record.row, column: at.value + 1 },
    });
  }
  return grids.size === 0 ? { ok: false, reason: 'noIndustries' } : [...grids.values()];
}

/** Output and value added are the same with and without imports: where the domestic table leaves them out, those of the total. */
function borrow(grid: Grid, all: readonly Grid[]): void {
  const { place, year, unit } = grid.table;
  for (const wanted of [OUTPUT, VALUE_ADDED]) {
    if (grid.rows.some(({ code }) => isIn(wanted, code))) continue;
    for (const { table, rows, cells } of all) {
      if (table.place !== place || table.year !== year || table.unit !== unit) continue;
      const row = rows.find(({ code }) => isIn(wanted, code));
      if (!row) continue;
      grid.rows.push(row);
      grid.cells.set(row.code, cells.get(row.code)!);
      break;
    }
  }
}

/** “CPA_A01”: the products of an industry, in Eurostat's tables of products. */
function withoutProducts(code: string): string {
  return code.replace(/^CPA_/, '');
}

/** “FIN_A01_02”, “DOM_01T02”: whose industry, or of which flows. */
const PREFIX = /^([A-Z]{3}|CN[12]|MX[12])_(?=.)/;

/** Who sells in the rows, who buys in the columns; a table for each country, or for each kind of flows. */
function squareGrids(head: CsvRecord, body: CsvRecord[]): Grid[] | SectorTableRefusal {
  const isBlank = (column: number) =>
    [head, ...body].every(({ cells }) => cells[column]!.trim() === '');
  const wordsColumn =
    /^(names?|labels?|description|industry|industries)$/i.test(onLine(head.cells[1] ?? '')) &&
    body.every(({ cells }) => readNumeral(cells[1]!, '.') === null)
      ? 1
      : -1;
  const columns: Label[] = [];
  for (let column = 1; column < head.cells.length; column++) {
    if (column === wordsColumn || isBlank(column)) continue;
    const code = withoutProducts(onLine(head.cells[column]!));
    const at = { row: head.row, column: column + 1 };
    if (code === '') return { ok: false, reason: 'noHeading', at };
    columns.push({ code, name: clean(code), at });
  }
  const rows: Label[] = [];
  for (const { row, cells } of body) {
    const code = withoutProducts(onLine(cells[0]!));
    if (code === '') return { ok: false, reason: 'noLabel', row };
    const name = wordsColumn < 0 ? code : onLine(cells[wordsColumn]!) || code;
    rows.push({ code, name: clean(name), at: { row, column: 1 } });
  }
  if (columns.length < 2 || rows.length < 2) return { ok: false, reason: 'unknownLayout' };
  for (const [what, labels] of [
    ['row', rows],
    ['column', columns],
  ] as const) {
    const seen = new Map<string, Label>();
    for (const label of labels) {
      const first = seen.get(label.code);
      if (first) {
        return {
          ok: false,
          reason: 'twice',
          what,
          label: clean(label.code),
          at: label.at,
          first: first.at,
        };
      }
      seen.set(label.code, label);
    }
  }

  const prefixOf = ({ code }: Label) => (isOtherRow(code) ? '' : (PREFIX.exec(code)?.[1] ?? ''));
  const sellers = rows.filter(
    ({ code }) => !isOtherRow(code.replace(PREFIX, '')) && !isOtherRow(code),
  );
  // Where one row has none, the first three letters of the others are letters of a name.
  const prefixes = sellers.every((label) => prefixOf(label) !== '')
    ? [...new Set(sellers.map(prefixOf))]
    : [''];
  const recordOf = new Map(body.map((record) => [record.row, record]));
  return prefixes.map((prefix): Grid => {
    const bare = (label: Label): Label => {
      const code = prefix === '' ? label.code : label.code.replace(`${prefix}_`, '');
      return { ...label, code, name: label.name === clean(label.code) ? clean(code) : label.name };
    };
    const own = columns.filter((label) => prefix !== '' && prefixOf(label) === prefix);
    const general = columns.filter((label) => prefixOf(label) === '');
    const ownColumns = (
      own.length > 0 ? [...own, ...general.filter(({ code }) => TOTAL.test(code))] : general
    ).map(bare);
    const ownRows = rows
      .filter((label) => prefixOf(label) === prefix || prefixOf(label) === '')
      .map(bare);
    const cells = new Map(
      ownRows.map(({ code, at }) => {
        const record = recordOf.get(at.row)!;
        return [
          code,
          new Map(
            ownColumns.map((column) => [
              column.code,
              {
                text: record.cells[column.at.column - 1]!,
                at: { row: at.row, column: column.at.column },
              },
            ]),
          ),
        ];
      }),
    );
    const isFlows = DOMESTIC.test(prefix) || IMPORTS.test(prefix) || /^TTL$/.test(prefix);
    const table = {
      place: isFlows ? '' : prefix,
      year: '',
      flows: isFlows ? prefix : '',
      unit: '',
    };
    return { rows: ownRows, columns: ownColumns, cells, table };
  });
}

type Settled = Pick<
  FoundSectorTable,
  'ok' | 'flows' | 'missing' | 'idle' | 'unused' | 'spectralRadius'
>;

/** The industries of a grid and all that is said of them, checked. */
function tableOf(grid: Grid, given: DecimalMark | undefined): Settled | SectorTableRefusal {
  const bought = new Set(grid.columns.map(({ code }) => code));
  const sold = new Set(grid.rows.map(({ code }) => code));
  const isIndustry = ({ code }: Label) =>
    bought.has(code) &&
    sold.has(code) &&
    !TOTAL.test(code) &&
    !isIn(OUTPUT, code) &&
    !isIn(VALUE_ADDED, code);
  const industries = grid.rows.filter(isIndustry);
  const stray = (label: Label, what: 'row' | 'column'): SectorTableRefusal => ({
    ok: false,
    reason: 'notSquare',
    what,
    label: clean(label.code),
    at: label.at,
  });
  if (industries.length < 2) return { ok: false, reason: 'noIndustries' };
  const strayRow = grid.rows.find((label) => !isIndustry(label) && !isOtherRow(label.code));
  if (strayRow) return stray(strayRow, 'row');
  const strayColumn = grid.columns.find(
    (label) => !isIndustry(label) && !OTHER_COLUMN.test(label.code),
  );
  if (strayColumn) return stray(strayColumn, 'column');
  const { length: count } = industries;
  const limit = SECTOR_TABLE_LIMITS.industries;
  if (count > limit) return { ok: false, reason: 'tooManyIndustries', count, limit };

  const rowOf = (names: readonly string[]) =>
    names
      .map((name) => grid.rows.find(({ code }) => code.toUpperCase() === name))
      .find((row) => row !== undefined);
  const outputRow = rowOf(OUTPUT);
  if (!outputRow) return { ok: false, reason: 'missingRow', what: 'output' };
  const valueAddedRow = rowOf(VALUE_ADDED);
  if (!valueAddedRow) return { ok: false, reason: 'missingRow', what: 'valueAdded' };

  const used = [...industries, outputRow, valueAddedRow].flatMap((row) =>
    industries.flatMap((column) => grid.cells.get(row.code)?.get(column.code) ?? []),
  );
  const found = decimalMarkOf(used);
  if (found.kind === 'mixed') {
    const { at, text, otherAt, otherText } = found;
    return {
      ok: false,
      reason: 'mixedNumbers',
      at,
      text: clean(text, 40),
      otherAt,
      otherText: clean(otherText, 40),
    };
  }
  if (found.kind === 'open' && given === undefined) {
    return {
      ok: false,
      reason: 'openNumbers',
      at: found.at,
      text: clean(found.text, 40),
      mark: found.mark,
    };
  }
  const mark = found.kind === 'mark' ? found.mark : given!;

  let refusal: SectorTableRefusal | null = null;
  const missing: FoundSectorTable['missing'] = { count: 0, first: null };
  const amountOf = ({ text, at }: Cell): number => {
    const value = readNumeral(text, mark);
    const said = { text: clean(text, 40), at };
    if (value === null) refusal ??= { ok: false, reason: 'notANumber', ...said };
    else if (value < 0) refusal ??= { ok: false, reason: 'negative', ...said };
    else if (value > LARGEST_AMOUNT) refusal ??= { ok: false, reason: 'tooLargeAmount', ...said };
    return value ?? 0;
  };
  const cellOf = (row: Label, column: Label) => grid.cells.get(row.code)?.get(column.code);
  const figures = (row: Label, what: 'output' | 'valueAdded') =>
    industries.map((column) => {
      const cell = cellOf(row, column);
      if (cell && !isMissing(cell.text)) return amountOf(cell);
      refusal ??= {
        ok: false,
        reason: 'missingFigure',
        what,
        label: clean(column.code),
        at: cell?.at ?? null,
      };
      return 0;
    });
  const sales = industries.map((row) =>
    industries.map((column) => {
      const cell = cellOf(row, column);
      if (cell && !isMissing(cell.text)) return amountOf(cell);
      missing.count++;
      missing.first ??= cell?.at ?? null;
      return 0;
    }),
  );
  const output = figures(outputRow, 'output');
  const valueAdded = figures(valueAddedRow, 'valueAdded');
  if (refusal) return refusal;

  const isIdle = (index: number) =>
    output[index] === 0 &&
    valueAdded[index] === 0 &&
    sales[index]!.every((sale) => sale === 0) &&
    sales.every((row) => row[index] === 0);
  const working = industries.map((_, index) => index).filter((index) => !isIdle(index));
  if (working.length < 2) return { ok: false, reason: 'noIndustries' };
  const only = <T>(list: readonly T[]) => working.map((index) => list[index]!);
  const flows: SectorFlows = {
    codes: codesOf(only(industries)),
    names: only(industries).map(({ name }) => name),
    output: only(output),
    valueAdded: only(valueAdded),
    sales: only(sales).map((row) => only(row)),
  };
  const overlap = overlapOf(flows.codes);
  if (overlap) return { ok: false, reason: 'overlap', labels: overlap };
  const imbalance = imbalanceOf(flows);
  if (imbalance) {
    const name = 'sector' in imbalance ? flows.names[imbalance.sector]! : '';
    return { ok: false, reason: 'imbalance', imbalance, name };
  }
  const needed = new Set([outputRow.code, valueAddedRow.code]);
  return {
    ok: true,
    flows,
    missing,
    idle: industries.filter((_, index) => isIdle(index)).map(({ name }) => name),
    unused: [
      ...new Set(
        [...grid.rows, ...grid.columns]
          .filter((label) => !isIndustry(label) && !needed.has(label.code))
          .map(({ code }) => clean(code)),
      ),
    ],
    spectralRadius: spectralRadius(flows),
  };
}

/** The file's own codes; a long name gets a number instead, for a code is short and nobody's twice. */
function codesOf(industries: readonly Label[]): string[] {
  const taken = new Set(industries.map(({ code }) => code));
  let number = 0;
  return industries.map(({ code }) => {
    if (code.length <= LONGEST_CODE) return code;
    do number++;
    while (taken.has(`I${number}`));
    return `I${number}`;
  });
}

/** Tables written out as the statistical offices give them, for the reader to read back. */
import type { SectorTable } from '../../lib/model/sector-table.ts';

const cell = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: readonly string[], separator = ',') =>
  `${cells.map((each) => (separator === ',' ? cell(each) : each)).join(separator)}\r\n`;

interface Habits {
  separator?: string;
  /** How a number in millions is written. */
  number?: (millions: number) => string;
  names?: boolean;
}

const MILLION = 1e6;

/** OECD's square: sellers in rows, buyers in columns, then taxes, value added and output; final uses to the right. */
export function oecdSquare(
  table: SectorTable,
  { separator = ',', number = String, names = true }: Habits = {},
): string {
  const amounts = (list: readonly number[]) => list.map((each) => number(each / MILLION));
  const label = (code: string, name: string) => (names ? [code, name] : [code]);
  const total = (row: readonly number[]) => row.reduce((sum, each) => sum + each, 0);
  return [
    line([...label('', 'name'), ...table.codes, 'HFCE', 'EXPO'], separator),
    ...table.codes.map((code, i) => {
      const final = table.output[i]! - total(table.sales[i]!);
      return line(
        [...label(code, table.names[i]!), ...amounts(table.sales[i]!), ...amounts([final, 0])],
        separator,
      );
    }),
    line(
      [...label('TLS', 'Taxes'), ...amounts(table.codes.map(() => 0)), ...amounts([0, 0])],
      separator,
    ),
    line(
      [...label('VALU', 'Value added'), ...amounts(table.valueAdded), ...amounts([0, 0])],
      separator,
    ),
    line([...label('OUTPUT', 'Output'), ...amounts(table.output), ...amounts([0, 0])], separator),
  ].join('');
}

/** Eurostat's SDMX-CSV: one line for each flow, output and value added only in the table with imports. */
export function eurostatLong(
  table: SectorTable,
  {
    years = [table.year],
    withTotal = true,
  }: { years?: readonly number[]; withTotal?: boolean } = {},
): string {
  const flow = (year: number, flows: string, use: string, available: string, value: number) =>
    line([
      'ESTAT:NAIO_10_CP1750(1.0)',
      '21/10/26 23:00:00',
      'A',
      'MIO_EUR',
      flows,
      use,
      available,
      'FI',
      String(year),
      String(value / MILLION),
      '',
    ]);
  const lines = years.flatMap((year) => [
    ...table.sales.flatMap((row, i) =>
      row.flatMap((sale, j) => [
        flow(year, 'DOM', table.codes[j]!, table.codes[i]!, sale),
        ...(withTotal ? [flow(year, 'IMP', table.codes[j]!, table.codes[i]!, 7e6)] : []),
      ]),
    ),
    ...table.codes.flatMap((code, j) => [
      flow(year, 'DOM', 'P3_S14', code, 5e6),
      flow(year, 'DOM', code, 'TOTAL', 3e6),
      flow(year, withTotal ? 'TOTAL' : 'DOM', code, 'B1G', table.valueAdded[j]!),
      flow(year, withTotal ? 'TOTAL' : 'DOM', code, 'P1', table.output[j]!),
    ]),
  ]);
  return (
    line(
      'DATAFLOW,LAST UPDATE,freq,unit,stk_flow,ind_use,ind_ava,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG'.split(
        ',',
      ),
    ) + lines.join('')
  );
}

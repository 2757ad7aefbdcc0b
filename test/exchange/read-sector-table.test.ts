import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';
import { readCsv } from '../../lib/exchange/read-csv.ts';
import {
  readSectorTable,
  SECTOR_TABLE_LIMITS,
  type FoundSectorTable,
} from '../../lib/exchange/read-sector-table.ts';
import { inWholeUnits } from '../../lib/model/sector-balance.ts';
import { eurostatLong, oecdSquare } from './sector-tables-for-tests.ts';

const MILLION = 1e6;
const bytes = (text: string) => new TextEncoder().encode(text);

function found(file: string | Uint8Array, choice = {}): FoundSectorTable {
  const read = readSectorTable(file, choice);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read;
}
const flowsOfFinland = () => {
  const { codes, names, output, valueAdded, sales } = FINLAND_2014;
  return { codes, names, output, valueAdded, sales };
};

/** Three industries that hold together, to be spoiled one cell at a time. */
const SMALL = [
  ['', 'A', 'B', 'C', 'HFCE'],
  ['A', '10', '20', '0', '70'],
  ['B', '5', '10', '15', '120'],
  ['C', '5', '0', '10', '35'],
  ['VALU', '60', '100', '20', '0'],
  ['OUTPUT', '100', '150', '50', '0'],
];
function spoiled(changes: Record<string, string>, table = SMALL): string {
  const cells = table.map((row) => [...row]);
  for (const [place, text] of Object.entries(changes)) {
    const [row, column] = place.split(':').map(Number);
    cells[row! - 1]![column! - 1] = text;
  }
  return cells
    .map((row) => row.map((each) => (each.includes(',') ? `"${each}"` : each)).join(','))
    .join('\n');
}

describe('the Finnish table, written out and read back', () => {
  it('is the same from OECD’s square, to the last digit', () => {
    const read = found(oecdSquare(FINLAND_2014));
    expect(inWholeUnits(read.flows, MILLION)).toEqual(flowsOfFinland());
    expect(read).toMatchObject({ layout: 'square', missing: { count: 0 }, idle: [] });
    expect(read.unused).toEqual(['TLS', 'HFCE', 'EXPO']);
    expect(read.spectralRadius).toBeGreaterThan(0.3);
    expect(read.spectralRadius).toBeLessThan(0.6);
  });

  it('is the same from Eurostat’s lines, whose output stands in another table of the file', () => {
    const read = found(bytes(eurostatLong(FINLAND_2014)));
    // Lines carry no names.
    expect(inWholeUnits(read.flows, MILLION)).toEqual({
      ...flowsOfFinland(),
      names: FINLAND_2014.codes,
    });
    expect(read).toMatchObject({ layout: 'long', currency: 'EUR', magnitude: MILLION, year: 2014 });
    expect(read.tables[read.table]).toEqual({
      place: 'FI',
      year: '2014',
      flows: 'DOM',
      unit: 'MIO_EUR',
    });
    // Imports are no sale of anybody here: not offered.
    expect(read.tables.map(({ flows }) => flows)).toEqual(['DOM', 'TOTAL']);
  });

  it.each([
    ['semicolons, decimal commas, points for thousands', ';', 'de-DE'],
    ['tabs, decimal commas, narrow spaces for thousands', '\t', 'fr-FR'],
    ['commas quoted, commas for thousands', ',', 'en-GB'],
    ['semicolons, apostrophes for thousands', ';', 'de-CH'],
  ])('is the same with %s', (_, separator, locale) => {
    const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 6 });
    const read = found(bytes(oecdSquare(FINLAND_2014, { separator, number })));
    expect(inWholeUnits(read.flows, MILLION)).toEqual(flowsOfFinland());
  });

  it('is the same with marks of its encoding, and told by Excel what parts it', () => {
    const text = oecdSquare(FINLAND_2014, { separator: ';' });
    const utf16 = new Uint8Array(
      new Uint16Array([...`\uFEFF${text}`].map((sign) => sign.charCodeAt(0))).buffer,
    );
    for (const file of [bytes(`\uFEFF${text}`), utf16, bytes(`sep=;\r\n${text}`)]) {
      expect(inWholeUnits(found(file).flows, MILLION)).toEqual(flowsOfFinland());
    }
  });

  it('comes as its last year unless another is asked for', () => {
    const file = eurostatLong(FINLAND_2014, { years: [2010, 2015], withTotal: false });
    expect(found(file).year).toBe(2015);
    expect(found(file, { table: 1 }).year).toBe(2010);
  });

  it('is one country of many, its own sales only', () => {
    const two = [
      ',FIN_A01,FIN_B05,SWE_A01,SWE_B05,FIN_HFCE,SWE_HFCE,OUT',
      'FIN_A01,1,2,9,9,1,1,20',
      'FIN_B05,3,4,9,9,1,1,30',
      'SWE_A01,9,9,5,6,1,1,40',
      'SWE_B05,9,9,7,8,1,1,50',
      'TLS,0,0,0,0,0,0,0',
      'VA,5,5,5,5,0,0,0',
      'OUT,20,30,40,50,0,0,0',
    ].join('\n');
    const read = found(two, { table: 1 });
    expect(read.tables.map(({ place }) => place)).toEqual(['FIN', 'SWE']);
    expect(read.flows).toMatchObject({
      codes: ['A01', 'B05'],
      sales: [
        [5, 6],
        [7, 8],
      ],
      output: [40, 50],
    });
  });
});

describe('a table that does not hold together is refused by row and column', () => {
  it('reads the sound one, so that what follows is about the change', () => {
    expect(found(spoiled({})).flows.sales).toEqual([
      [10, 20, 0],
      [5, 10, 15],
      [5, 0, 10],
    ]);
  });

  it.each<[string, Record<string, string>, object]>([
    [
      'a sale under nothing',
      { '2:3': '-20' },
      { reason: 'negative', text: '-20', at: { row: 2, column: 3 } },
    ],
    [
      'value added under nothing',
      { '5:2': '−1' },
      { reason: 'negative', at: { row: 5, column: 2 } },
    ],
    [
      'a formula',
      { '3:4': '=1+1' },
      { reason: 'notANumber', text: '=1+1', at: { row: 3, column: 4 } },
    ],
    ['a word', { '3:4': 'many' }, { reason: 'notANumber', text: 'many' }],
    [
      'two habits',
      { '2:2': '1.5', '3:2': '2,5' },
      { reason: 'mixedNumbers', at: { row: 2, column: 2 }, otherAt: { row: 3, column: 2 } },
    ],
    [
      'a number that may be two',
      { '6:2': '1,234' },
      { reason: 'openNumbers', text: '1,234', mark: ',' },
    ],
    [
      'no output',
      { '6:2': '' },
      { reason: 'missingFigure', what: 'output', label: 'A', at: { row: 6, column: 2 } },
    ],
    [
      'an output of none',
      { '6:4': '0' },
      { reason: 'imbalance', name: 'C', imbalance: { reason: 'noOutput' } },
    ],
    [
      'more bought and added than made',
      { '5:4': '30' },
      {
        reason: 'imbalance',
        name: 'C',
        imbalance: { reason: 'boughtTooMuch', bought: 25, valueAdded: 30, output: 50 },
      },
    ],
    [
      'more sold than made',
      { '2:4': '90', '5:4': '0', '6:4': '200' },
      {
        reason: 'imbalance',
        name: 'A',
        imbalance: { reason: 'soldTooMuch', sold: 120, output: 100 },
      },
    ],
    ['no row of output', { '6:1': 'TLS' }, { reason: 'missingRow', what: 'output' }],
    ['no row of value added', { '5:1': 'TLS' }, { reason: 'missingRow', what: 'valueAdded' }],
    [
      'a seller that buys nowhere',
      { '1:4': 'EXPO' },
      { reason: 'notSquare', what: 'row', label: 'C', at: { row: 4 } },
    ],
    [
      'a buyer that sells nowhere',
      { '4:1': 'TLS' },
      { reason: 'notSquare', what: 'column', label: 'C', at: { row: 1, column: 4 } },
    ],
    [
      'a name twice',
      { '4:1': 'B' },
      { reason: 'twice', what: 'row', label: 'B', at: { row: 4 }, first: { row: 3 } },
    ],
    ['a column without a name', { '1:4': '' }, { reason: 'noHeading', at: { row: 1, column: 4 } }],
    ['a row without a name', { '4:1': '' }, { reason: 'noLabel', row: 4 }],
    ['an amount beyond all money', { '6:2': '1e300' }, { reason: 'tooLargeAmount' }],
  ])('%s', (_, changes, refusal) => {
    expect(readSectorTable(spoiled(changes))).toMatchObject({ ok: false, ...refusal });
  });

  it('two that live on each other alone: the spectral radius is 1', () => {
    const closed = [',A,B', 'A,0,100', 'B,100,0', 'VALU,0,0', 'OUTPUT,100,100'].join('\n');
    expect(readSectorTable(closed)).toMatchObject({
      reason: 'imbalance',
      imbalance: { reason: 'feedsItself' },
    });
  });

  it('a number that may be two, once it is said which', () => {
    const file = spoiled({ '6:2': '1,234' });
    expect(found(file, { decimalMark: '.' }).flows.output[0]).toBe(1234);
    // A little over one is less than what A buys.
    expect(readSectorTable(file, { decimalMark: ',' })).toMatchObject({ reason: 'imbalance' });
  });

  it('a flow that stands twice, and a file of imports alone', () => {
    const lines = eurostatLong(FINLAND_2014, { withTotal: false });
    const [head, first] = lines.split('\r\n');
    expect(readSectorTable(`${lines}${first}\r\n`)).toMatchObject({
      reason: 'flowTwice',
      firstRow: 2,
    });
    const imports = [head, first!.replace(',DOM,', ',IMP,')].join('\n');
    expect(readSectorTable(imports)).toMatchObject({ reason: 'onlyImports' });
  });
});

describe('nothing is lost without a word', () => {
  it('cells without a figure are counted, and the first is named', () => {
    const read = found(spoiled({ '2:3': ':', '4:2': '' }));
    expect(read.missing).toEqual({ count: 2, first: { row: 2, column: 3 } });
  });

  it('an industry with nothing at all is named and left out', () => {
    const wider = SMALL.map((row, at) => [...row, ['Z', '0', '0', '0', '0', '0'][at]!]);
    wider.splice(4, 0, ['Z', '0', '0', '0', '0', '0']);
    const read = found(wider.map((row) => row.join(',')).join('\n'));
    expect(read.idle).toEqual(['Z']);
    expect(read.flows.codes).toEqual(['A', 'B', 'C']);
  });

  it('long names become names, with short codes that nobody else has', () => {
    const long = 'Agriculture, forestry and fishing';
    const read = found(spoiled({ '1:2': long, '2:1': long, '1:3': 'I1', '3:1': 'I1' }));
    expect(read.flows.codes).toEqual(['I2', 'I1', 'C']);
    expect(read.flows.names[0]).toBe(long);
  });
});

describe('files that are no table', () => {
  it.each<[string, string | Uint8Array, object]>([
    ['nothing', '', { reason: 'empty' }],
    ['blanks', ' \n\r\n\n', { reason: 'empty' }],
    [
      'ten megabytes',
      new Uint8Array(10_000_000).fill(44),
      { reason: 'tooLarge', what: 'bytes', limit: SECTOR_TABLE_LIMITS.bytes },
    ],
    ['commas without end', ','.repeat(3_000_000), { reason: 'tooLarge', what: 'cells' }],
    ['NUL bytes', bytes(spoiled({ '2:2': '1\u00000' })), { reason: 'notText' }],
    [
      'Latin-1',
      Uint8Array.from([...',Häme,B\nHäme,1,2'].map((sign) => sign.charCodeAt(0))),
      { reason: 'notText' },
    ],
    [
      'a spreadsheet’s own format',
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
      { reason: 'notText' },
    ],
    [
      'a row that is short',
      ',A,B\nA,1\nB,1,2',
      { reason: 'ragged', row: 2, cells: 2, expected: 3 },
    ],
    [
      'a row that is long',
      ',A,B\nA,1,2\nB,1,2,3',
      { reason: 'ragged', row: 3, cells: 4, expected: 3 },
    ],
    ['a quote left open', ',A,B\nA,"1,2\nB,1,2', { reason: 'quote', at: { row: 2, column: 2 } }],
    [
      'a quote inside a cell',
      ',A,B\nA,1"2,2\nB,1,2',
      { reason: 'quote', at: { row: 2, column: 2 } },
    ],
    ['prose', 'Dear all,\nsee you,\nbest', { reason: 'ragged' }],
    ['a single column', 'A\nB\nC', { reason: 'unknownLayout' }],
    ['JSON', '{"a": 1}', { reason: 'quote' }],
  ])('%s', (_, file, refusal) => {
    expect(readSectorTable(file)).toMatchObject({ ok: false, ...refusal });
  });

  it('more industries than any office publishes', () => {
    const codes = Array.from({ length: 501 }, (_, index) => `S${index}`);
    const file = [
      `,${codes.join(',')}`,
      ...[...codes, 'VALU', 'OUTPUT'].map((code) => `${code}${',1'.repeat(codes.length)}`),
    ].join('\n');
    expect(readSectorTable(file)).toMatchObject({ reason: 'tooManyIndustries', count: 501 });
  });

  it('whatever it holds, the reader answers and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.oneof(
              fc.string(),
              fc.constantFrom(
                'A',
                'B',
                'VALU',
                'OUTPUT',
                '1',
                '"',
                ',',
                '__proto__',
                'constructor',
              ),
            ),
          ),
        ),
        (rows) => {
          const text = rows.map((row) => row.join(',')).join('\n');
          expect(typeof readSectorTable(text).ok).toBe('boolean');
        },
      ),
      { seed: 5, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (file) => {
        expect(typeof readSectorTable(file).ok).toBe('boolean');
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('names that a language knows already are names like others', () => {
    const changes = {
      '1:2': '__proto__',
      '2:1': '__proto__',
      '1:3': 'constructor',
      '3:1': 'constructor',
    };
    expect(found(spoiled(changes)).flows.codes).toEqual(['__proto__', 'constructor', 'C']);
  });

  it('signs that turn the order of reading about are taken out of names', () => {
    const tricky = 'A\u202Egnitset';
    expect(found(spoiled({ '1:2': tricky, '2:1': tricky })).flows.names[0]).toBe('Agnitset');
  });
});

describe('the reader of rows and cells', () => {
  it('reads what an independent one reads', () => {
    const sign = fc.constantFrom('a', '1', ',', '"', '\n', '\r\n', ' ', 'ä', '');
    const cell = fc.array(sign, { maxLength: 5 }).map((signs) => signs.join(''));
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (given) => {
        const text = `x,y,z\r\n${given.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n')}`;
        const read = readCsv(text, { bytes: 1e6, cells: 1e6 });
        const theirs = parseCsv(text, { skip_records_with_empty_values: true }) as string[][];
        expect(read.ok && read.records.map(({ cells }) => cells)).toEqual(theirs);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('the example in the docs', () => {
  it('is read, holds together, and says it is a square of nine', () => {
    const read = found(
      readFileSync(new URL('../../docs/example-sector-table.csv', import.meta.url)),
    );
    expect(read.flows.codes).toHaveLength(9);
    expect(read).toMatchObject({ layout: 'square', missing: { count: 0 }, idle: [] });
    expect(read.flows.names[6]).toBe('Warehouses, ports, airports');
    // Made up, and yet an account: what is sold to industries and to final uses is what is made.
    const { codes, output, sales } = read.flows;
    const rows = readCsv(
      readFileSync(new URL('../../docs/example-sector-table.csv', import.meta.url)),
      SECTOR_TABLE_LIMITS,
    );
    if (!rows.ok) throw new Error(rows.reason);
    codes.forEach((code, index) => {
      const [consumed, exported] = rows.records[index + 1]!.cells.slice(-2).map(Number);
      const sold = sales[index]!.reduce((sum, each) => sum + each, 0);
      expect(sold + consumed! + exported!, code).toBe(output[index]);
    });
  });
});

import { describe, expect, it } from 'vitest';
import {
  cautionsOf,
  columnLetters,
  namesOf,
  refusalWords,
  tableWords,
} from '../../entrypoints/dashboard/campaigns/sector-table-words.ts';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';
import {
  readSectorTable,
  type FoundSectorTable,
  type SectorTableRefusal,
} from '../../lib/exchange/read-sector-table.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { eurostatLong, oecdSquare } from '../exchange/sector-tables-for-tests.ts';

const words = studioMessages.sectorTables;
function found(file: string): FoundSectorTable {
  const read = readSectorTable(file);
  if (!read.ok) throw new Error(read.reason);
  return read;
}

describe('where a cell is', () => {
  it('is said as spreadsheets count columns', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(
      'A Z AA AZ BA ZZ AAA'.split(' '),
    );
  });
});

describe('a refusal', () => {
  const at = { row: 12, column: 5 };
  const other = { row: 3, column: 28 };
  it.each<[SectorTableRefusal, string[]]>([
    [
      { ok: false, reason: 'notANumber', text: '=A1', at },
      ['“=A1”', 'row 12, column E', 'Formulas'],
    ],
    [{ ok: false, reason: 'negative', text: '-3', at }, ['“-3”', 'row 12, column E']],
    [
      { ok: false, reason: 'mixedNumbers', text: '1,5', at, otherText: '2.5', otherAt: other },
      ['“1,5”', 'row 12, column E', '“2.5”', 'row 3, column AB', 'Write all numbers in one way'],
    ],
    [
      { ok: false, reason: 'twice', what: 'row', label: 'A01', at, first: other },
      ['“A01”', 'row 3, column AB', 'again in row 12, column E'],
    ],
    [{ ok: false, reason: 'ragged', row: 7, cells: 3, expected: 9 }, ['Row 7', '3 cells', '9']],
    [
      { ok: false, reason: 'notSquare', what: 'column', label: 'H53', at },
      ['“H53”', 'row 12, column E', 'square'],
    ],
    [
      {
        ok: false,
        reason: 'imbalance',
        name: 'Post',
        imbalance: { reason: 'boughtTooMuch', sector: 0, bought: 70, valueAdded: 50, output: 100 },
      },
      ['Post', '70', '50', '100', 'subtotal'],
    ],
    [
      { ok: false, reason: 'imbalance', name: '', imbalance: { reason: 'feedsItself' } },
      ['spectral radius'],
    ],
    [{ ok: false, reason: 'tooLarge', what: 'bytes', limit: 8e6 }, ['8 MB', 'one country']],
  ])('$reason says what, where and what to do', (refusal, parts) => {
    for (const part of parts) expect(refusalWords(refusal)).toContain(part);
  });
});

describe('what a reader ought to know', () => {
  it('is nothing but what is left out, where a file says it all', () => {
    const read = found(eurostatLong(FINLAND_2014, { withTotal: false }));
    expect(cautionsOf(read, 'EUR', 'euros')).toEqual([words.cautions.unused('TOTAL, P3_S14')]);
    expect(tableWords(read.tables[0]!)).toContain(words.flows.domestic);
  });

  it('is whose money it is, where the file does not say so or says another', () => {
    const square = cautionsOf(found(oecdSquare(FINLAND_2014)), 'EUR', 'euros');
    expect(square).toContain(words.cautions.noCurrency('euros'));
    expect(square).toContain(words.cautions.noMagnitude);
    const lines = found(eurostatLong(FINLAND_2014));
    expect(cautionsOf(lines, 'SEK', 'kronor')).toContain(words.cautions.currency('EUR', 'kronor'));
  });
});

describe('names of industries', () => {
  it('are the file’s own, and codes of no classification stay codes', () => {
    expect(namesOf(found(oecdSquare(FINLAND_2014)))).toEqual({
      names: FINLAND_2014.names,
      areAdded: false,
    });
    expect(namesOf(found(eurostatLong(FINLAND_2014))).names).toEqual(FINLAND_2014.codes);
  });

  it('are those of the classification where the file has its codes alone', () => {
    const codes =
      'A01 C10-C12 C16 C19 D35 F G45 H49 H50 H51 H52 H53 I J58 K64 M69_M70 O84 P85 Q86 R90-R93'.split(
        ' ',
      );
    const { names, areAdded } = namesOf(found(eurostatLong({ ...FINLAND_2014, codes })));
    expect(areAdded).toBe(true);
    expect(names[1]).toBe('Food, Drinks, Tobacco');
    expect(names[11]).toBe('Post and couriers');
    expect(names[19]).toBe(words.more('Arts, Libraries and museums, Gambling', 1));
  });

  it('exist for every division there is', () => {
    expect(Object.keys(words.divisions)).toHaveLength(88);
  });
});

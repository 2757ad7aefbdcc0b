import { describe, expect, it } from 'vitest';
import {
  keptOf,
  readWorth,
  tableOfDraft,
  type TableDraft,
} from '../../components/sectors/table-draft.ts';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { MAX_SECTORS } from '../../lib/model/sector-table.ts';

const words = studioMessages.sectorTables;
const { codes, names, output, valueAdded, sales } = FINLAND_2014;
const FLOWS = { codes, names, output, valueAdded, sales };
const DRAFT: TableDraft = {
  name: ' Elsewhere ',
  year: '2019',
  source: 'An office',
  magnitude: 1,
  worth: '1',
  struck: 'POST',
  keep: '20',
  moves: [],
};
function settled(change: Partial<TableDraft> = {}, flows = FLOWS) {
  const outcome = tableOfDraft(flows, { ...DRAFT, ...change }, 'SEK');
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome.table;
}
const wrong = (change: Partial<TableDraft>) => {
  const outcome = tableOfDraft(FLOWS, { ...DRAFT, ...change }, 'SEK');
  return 'problems' in outcome ? outcome : null;
};

describe('a table that is being brought in', () => {
  it('is used as it stands where all stand apart and money is worth the same', () => {
    expect(settled()).toEqual({ ...FLOWS, name: 'Elsewhere', year: 2019, source: 'An office' });
  });

  it('counts in the campaign’s money at the rate that was written, and says so in its source', () => {
    const table = settled({ worth: '10,5' });
    expect(table.output[0]).toBe(output[0]! * 10.5);
    expect(table.source).toBe(`An office${words.worthNote('10,5', 'SEK')}`);
    expect([readWorth('0'), readWorth('-1'), readWorth('1.234,5'), readWorth('')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('keeps the struck industry and those of the actions apart, however small, and says how many it joined', () => {
    const table = settled({ keep: '5', moves: [{ from: 'X', to: 'WATR' }] });
    expect(table.codes).toHaveLength(5);
    expect(table.codes).toEqual(expect.arrayContaining(['POST', 'WATR', words.othersCode]));
    expect(table.source).toContain(words.joinedNote(4, 16));
    expect(keptOf(FLOWS, { ...DRAFT, keep: '' })).toBeNull();
  });

  it('comes down to what the model takes', () => {
    const size = 200;
    const list = Array.from({ length: size }, (_, index) => index);
    const many = {
      codes: list.map((index) => `N${index}`),
      names: list.map((index) => `Number ${index}`),
      output: list.map((index) => 1000 + index),
      valueAdded: list.map(() => 500),
      sales: list.map(() => list.map(() => 1)),
    };
    const table = settled({ struck: 'N0', keep: String(MAX_SECTORS) }, many);
    expect(table.codes).toHaveLength(MAX_SECTORS);
    expect(table.codes).toContain('N0');
    const over = tableOfDraft(many, { ...DRAFT, struck: 'N0', keep: '121' }, 'SEK');
    expect(over).toMatchObject({ problems: { keep: words.wrong.keep(MAX_SECTORS) } });
  });

  it('is not let through without its name, year, source, struck industry', () => {
    expect(wrong({ name: ' ' })?.problems).toEqual({ name: words.wrong.name });
    expect(wrong({ year: '19' })?.problems).toEqual({ year: words.wrong.year });
    expect(wrong({ source: '' })?.problems).toEqual({ source: words.wrong.source });
    expect(wrong({ struck: '' })?.problems).toEqual({ struck: words.wrong.struck });
    expect(wrong({ keep: '1' })?.problems).toEqual({ keep: words.wrong.keep(20) });
    expect(wrong({ worth: 'much' })?.problems).toEqual({ worth: words.wrong.worth });
  });

  it('is refused where its money becomes nothing, or more than the model takes', () => {
    expect(wrong({ worth: '0.0000000000001' })?.refused).toBe(
      words.wrong.tooSmall('Agriculture, forestry, fishing, mining'),
    );
    expect(wrong({ magnitude: 1e9 })?.refused).toBe(words.refused.tooMuchMoney);
  });
});

/** A table that was brought in, in the hands of the model and of the shared file. */
import { describe, expect, it } from 'vitest';
import { tableOfDraft, type TableDraft } from '../../components/sectors/table-draft.ts';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';
import { readSectorTable } from '../../lib/exchange/read-sector-table.ts';
import { Campaign } from '../../lib/model/campaign.ts';
import { MAX_SECTORS, type SectorTable } from '../../lib/model/sector-table.ts';
import { simulate } from '../../lib/simulation/ensemble.ts';
import { readSnapshot } from '../../lib/snapshot/read.ts';
import { writeSnapshot } from '../../lib/snapshot/write.ts';
import { eurostatLong, oecdSquare } from '../exchange/sector-tables-for-tests.ts';
import { entry } from '../simulation/runs.ts';
import { inputOf } from '../snapshot/examples.ts';

const DRAFT: TableDraft = {
  name: 'Elsewhere',
  year: '2019',
  source: 'A test',
  magnitude: 1e6,
  worth: '1',
  struck: 'POST',
  keep: '20',
  moves: [],
};
function broughtIn(file: string, draft: Partial<TableDraft> = {}): SectorTable {
  const read = readSectorTable(file);
  if (!read.ok) throw new Error(read.reason);
  const outcome = tableOfDraft(read.flows, { ...DRAFT, ...draft }, 'EUR');
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome.table;
}
const { campaign, scenario } = entry('posti-2019');
const within = (table: SectorTable) =>
  Campaign.parse({ ...campaign, sectors: { struck: 'POST', table } });
const run = (table: SectorTable) =>
  simulate({
    campaign: within(table),
    scenario,
    futures: 64,
    certain: false,
    allQuantiles: false,
    hardshipLimit: 0.5,
    supportLimit: 0.4,
  });

describe('a table that was brought in', () => {
  it('gives every future of Posti the same bytes, where it is the Finnish one in either layout', () => {
    const ours = run(FINLAND_2014);
    for (const file of [oecdSquare(FINLAND_2014), eurostatLong(FINLAND_2014)]) {
      const theirs = run(broughtIn(file));
      expect(theirs.winByFuture).toEqual(ours.winByFuture);
      expect(theirs.quantiles.leverage).toEqual(ours.quantiles.leverage);
    }
  });

  it('gives another answer where its smaller industries are joined', () => {
    const kept = ['POST', 'AIR', 'LAND', 'WATR', 'WHSE', 'TRAD'].map((to) => ({ from: to, to }));
    const joined = broughtIn(oecdSquare(FINLAND_2014), { keep: '8', moves: kept });
    expect(joined.codes).toEqual(expect.arrayContaining(kept.map(({ to }) => to)));
    const [ours, theirs] = [run(FINLAND_2014), run(joined)];
    expect(theirs.winByFuture).not.toEqual(ours.winByFuture);
    // The same strikes in the same economy, seen coarser: not another world.
    const mean = (list: Float64Array) => list.reduce((sum, each) => sum + each, 0) / list.length;
    expect(Math.abs(mean(theirs.winByFuture) - mean(ours.winByFuture))).toBeLessThan(0.05);
  });

  it('travels in the shared file, as large as it may be', () => {
    const list = Array.from({ length: MAX_SECTORS - 20 }, (_, index) => index);
    const wide: SectorTable = {
      ...FINLAND_2014,
      codes: [...FINLAND_2014.codes, ...list.map((index) => `N${index}`)],
      names: [...FINLAND_2014.names, ...list.map((index) => `Number ${index}`)],
      output: [...FINLAND_2014.output, ...list.map(() => 1e9)],
      valueAdded: [...FINLAND_2014.valueAdded, ...list.map(() => 4e8)],
      sales: [
        ...FINLAND_2014.sales.map((row) => [...row, ...list.map(() => 1e4)]),
        ...list.map(() => Array.from({ length: MAX_SECTORS }, () => 1e4)),
      ],
    };
    const table = broughtIn(oecdSquare(wide), { keep: String(MAX_SECTORS) });
    expect(table.codes).toHaveLength(MAX_SECTORS);
    const written = writeSnapshot(inputOf({ campaign: within(table), scenario }), {
      includeNotes: false,
      includeNames: false,
    });
    const read = readSnapshot(written.text);
    if (!read.ok) throw new Error(JSON.stringify(read));
    expect(read.snapshot.campaign.sectors?.table).toEqual(table);
  });
});

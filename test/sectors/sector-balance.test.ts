import { describe, expect, it } from 'vitest';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';
import {
  imbalanceOf,
  inWholeUnits,
  isProductive,
  joinOthers,
  largestOf,
  spectralRadius,
  type SectorFlows,
} from '../../lib/model/sector-balance.ts';
import { SectorTable } from '../../lib/model/sector-table.ts';

const total = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);
const twoSectors = (own: number, other: number): SectorFlows => ({
  codes: ['A', 'B'],
  names: ['A', 'B'],
  output: [100, 100],
  valueAdded: [0, 0],
  sales: [
    [own, other],
    [other, own],
  ],
});

describe('a table that holds together', () => {
  it('is Finland’s, and every one made of it by joining', () => {
    expect(SectorTable.parse(FINLAND_2014)).toEqual(FINLAND_2014);
    for (const most of [2, 5, 12, 20]) {
      const kept = largestOf(FINLAND_2014, most, ['POST']);
      const joined = joinOthers(FINLAND_2014, kept, { code: 'REST', name: 'The rest' });
      expect(imbalanceOf(joined)).toBeNull();
      expect(spectralRadius(joined)).toBeLessThan(1);
      expect(SectorTable.safeParse({ ...FINLAND_2014, ...joined }).success).toBe(true);
    }
  });

  it('has the spectral radius that two equal sectors have on paper: own use plus the other’s', () => {
    // The eigenvector is (1, 1), its value (own + other) ∕ 100.
    expect(spectralRadius(twoSectors(20, 30))).toBeCloseTo(0.5, 9);
    expect(isProductive(twoSectors(20, 79))).toBe(true);
    expect(isProductive(twoSectors(20, 80))).toBe(false);
    expect(isProductive(twoSectors(20, 90))).toBe(false);
    // Each uses the other's alone: the vector would swing for ever without the shift.
    expect(spectralRadius(twoSectors(0, 60))).toBeCloseTo(0.6, 9);
  });
});

describe('joining the smaller industries', () => {
  const kept = largestOf(FINLAND_2014, 8, ['POST', 'AIR']);
  const joined = joinOthers(FINLAND_2014, kept, { code: 'REST', name: 'The rest' });

  it('keeps those asked for and the largest, in the order of the table', () => {
    expect(kept).toEqual(
      ['MFG', 'TRAD', 'AIR', 'POST', 'FIN', 'HLTH', 'CONS'].sort(
        (a, b) => FINLAND_2014.codes.indexOf(a) - FINLAND_2014.codes.indexOf(b),
      ),
    );
    expect(joined.codes).toEqual([...kept, 'REST']);
  });

  it('loses no money: outputs, value added and sales sum to what they did', () => {
    expect(total(joined.output)).toBe(total(FINLAND_2014.output));
    expect(total(joined.valueAdded)).toBe(total(FINLAND_2014.valueAdded));
    expect(total(joined.sales.map(total))).toBe(total(FINLAND_2014.sales.map(total)));
  });

  it('leaves what the kept ones sell to each other, and adds up what they sell to the others', () => {
    const at = (code: string) => FINLAND_2014.codes.indexOf(code);
    expect(joined.sales[kept.indexOf('POST')]![kept.indexOf('TRAD')]).toBe(
      FINLAND_2014.sales[at('POST')]![at('TRAD')],
    );
    expect(total(joined.sales[kept.indexOf('POST')]!)).toBe(total(FINLAND_2014.sales[at('POST')]!));
  });

  it('changes nothing where all are kept', () => {
    expect(largestOf(FINLAND_2014, 120, [])).toEqual(FINLAND_2014.codes);
    expect(joinOthers(FINLAND_2014, FINLAND_2014.codes, { code: 'REST', name: '' })).toBe(
      FINLAND_2014,
    );
  });

  it('keeps whole units whole', () => {
    const flows = inWholeUnits({ ...twoSectors(2393.8, 1), output: [11284.1, 11284.1] }, 1e6);
    expect(flows.sales[0]![0]).toBe(2_393_800_000);
    expect(flows.output[0]).toBe(11_284_100_000);
  });
});

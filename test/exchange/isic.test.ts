import { describe, expect, it } from 'vitest';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';
import { divisionsOf, isIsicTable, overlapOf, sameIndustry } from '../../lib/exchange/isic.ts';

/** OECD's 45 industries of its 2021 and later editions. */
const OECD = (
  '01T02 03 05T06 07T08 09 10T12 13T15 16 17T18 19 20 21 22 23 24 25 26 27 28 29 30 31T33 35 36T39 ' +
  '41T43 45T47 49 50 51 52 53 55T56 58T60 61 62T63 64T66 68 69T75 77T82 84 85 86T88 90T93 94T96 97T98'
).split(' ');
/** Eurostat's 64, in its own writing. */
const EUROSTAT = (
  'A01 A02 A03 B C10-C12 C13-C15 C16 C17 C18 C19 C20 C21 C22 C23 C24 C25 C26 C27 C28 C29 C30 C31_C32 C33 D35 ' +
  'E36 E37-E39 F G45 G46 G47 H49 H50 H51 H52 H53 I J58 J59_J60 J61 J62_J63 K64 K65 K66 L M69_M70 M71 M72 M73 ' +
  'M74_M75 N77 N78 N79 N80-N82 O84 P85 Q86 Q87_Q88 R90-R92 R93 S94 S95 S96 T'
).split(' ');

describe('codes of the classification', () => {
  it('are divisions, in the writing of either publisher', () => {
    expect(divisionsOf('H53')).toEqual([53]);
    expect(divisionsOf('C10-C12')).toEqual([10, 11, 12]);
    expect(divisionsOf('A01_02')).toEqual([1, 2]);
    expect(divisionsOf('69T75')).toEqual([69, 70, 71, 72, 73, 74, 75]);
    for (const code of ['POST', '40', 'C40T41', '12T10', '00', '301', '']) {
      expect(divisionsOf(code), code).toBeNull();
    }
  });

  it('are told from a table’s own numbers and from an older classification', () => {
    expect(isIsicTable(OECD)).toBe(true);
    expect(isIsicTable(['01', '02', '03', '05', '06'])).toBe(false);
    expect(isIsicTable(FINLAND_2014.codes)).toBe(false);
    // Revision 3 has electricity in 40 and post in 64.
    expect(isIsicTable([...OECD, 'C40T41'])).toBe(false);
  });
});

describe('industries that hold each other', () => {
  it('are found, and parts of one division are none', () => {
    expect(overlapOf(OECD)).toBeNull();
    expect(overlapOf(EUROSTAT)).toBeNull();
    expect(overlapOf([...OECD, '12'])).toEqual(['10T12', '12']);
    expect(overlapOf([...EUROSTAT, 'C'])).toEqual(['C10-C12', 'C']);
    const halved = EUROSTAT.flatMap((code) => (code === 'L' ? ['L68A', 'L68B'] : [code]));
    expect(overlapOf(halved)).toBeNull();
    expect(overlapOf([...halved, 'L'])).toEqual(['L68B', 'L']);
    expect(isIsicTable([...'ABCDEFGHIJKLMNOPQ'])).toBe(false);
  });
});

describe('which industry of a table is meant', () => {
  it('is proposed only where exactly one fits', () => {
    const found = ['POST', 'AIR', 'WATR', 'LAND', 'WHSE', 'TRAD', 'FOOD'].map((code) =>
      sameIndustry(code, OECD),
    );
    expect(found).toEqual(['53', '51', '50', '49', '52', '45T47', '10T12']);
    // Many industries manufacture other things; somebody must say which.
    expect(sameIndustry('MFG', OECD)).toBeNull();
    expect(sameIndustry('POST', ['A', 'POST'])).toBe('POST');
    expect(sameIndustry('POST', ['A', 'B'])).toBeNull();
    expect(sameIndustry('constructor', OECD)).toBeNull();
  });

  it('is proposed in Eurostat’s 64, sections without divisions among them', () => {
    expect(isIsicTable(EUROSTAT)).toBe(true);
    expect(sameIndustry('POST', EUROSTAT)).toBe('H53');
    expect(sameIndustry('AIR', EUROSTAT)).toBe('H51');
    // Cars, wholesale and retail stand apart there.
    expect(sameIndustry('TRAD', EUROSTAT)).toBeNull();
  });
});

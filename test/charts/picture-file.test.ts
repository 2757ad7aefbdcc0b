import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, pictureFileName } from '../../components/charts/picture-file.ts';

/** A reader of RFC 4180 that knows nothing of the writer. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const source = text.replace(/^\ufeff/, '');
  for (let at = 0; at < source.length; at++) {
    const letter = source[at]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') cell += source[++at];
      else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && source[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at++;
    } else cell += letter;
  }
  return rows;
}

describe('a picture’s numbers as CSV', () => {
  it('give back every number to the last bit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (numbers) => {
        const rows = read(csvText({ head: ['n'], rows: numbers.map((number) => [number]) }));
        expect(rows.slice(1).map(([text]) => Number(text) + 0)).toEqual(numbers.map((n) => n + 0));
      }),
    );
  });

  it('give back every name, whatever stands in it', () => {
    const names = ['a, b', 'say "no"', 'two\nlines', 'Työtaistelu', ''];
    expect(read(csvText({ head: names, rows: [names] }))).toEqual([names, names]);
  });

  it('never hand a spreadsheet a formula', () => {
    const [, [name]] = read(csvText({ head: ['name'], rows: [['=HYPERLINK("x")']] }));
    expect(name).toMatch(/^'/);
  });

  it('leave a gap where there is no number', () => {
    expect(read(csvText({ head: ['a', 'b'], rows: [[null, NaN]] }))[1]).toEqual(['', '']);
  });
});

describe('its file', () => {
  it('is called after campaign and picture', () => {
    expect(pictureFileName('Posti, Finland 2019', 'What it rests on', 'csv')).toBe(
      'posti-finland-2019-what-it-rests-on.csv',
    );
  });

  it('has a name that any disk takes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (campaign, title) => {
        const name = pictureFileName(campaign, title, 'svg');
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*\.svg$/u);
        expect(name.length).toBeLessThan(100);
      }),
    );
  });
});

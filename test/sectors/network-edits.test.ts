import { describe, expect, test } from 'vitest';
import {
  drawNetwork,
  firstNetwork,
  MOST_SECTORS,
  readTexts,
  textsOf,
  withoutSector,
  withSector,
} from '../../components/sectors/network-edits.ts';
import { messages } from '../../lib/messages/messages.ts';
import { SectorTable } from '../../lib/model/sector-table.ts';

const words = messages.campaigns.sectors.wrong;
const first = firstNetwork(2026);
const [struck, customers] = first.names as [string, string];

/** What is said about a network with one thing written differently. */
function said(change: (texts: ReturnType<typeof textsOf>) => void): string | null {
  const texts = structuredClone(textsOf(first));
  change(texts);
  const read = readTexts(texts, first);
  return 'problem' in read ? read.problem.words : null;
}

test('sectors come and go, each with a code of its own, and it stays a table', () => {
  let table = first;
  while (table.codes.length < MOST_SECTORS) table = withSector(table);
  expect(() => SectorTable.parse(table)).not.toThrow();
  const fewer = withoutSector(table, 2);
  expect(() => SectorTable.parse(fewer)).not.toThrow();
  const again = withSector(fewer);
  expect(() => SectorTable.parse(again)).not.toThrow();
  expect(withoutSector(withSector(first), 2)).toEqual(first);
});

test('what was not touched is not rounded to what its box shows', () => {
  const table = { ...first, output: [123_456_789.12, 100_000_000] };
  expect(readTexts(textsOf(table), table)).toEqual({ table });
});

describe('a network that does not hold together', () => {
  test.each([
    ['a word', (t) => (t.output[0] = 'much'), words.notANumber('much')],
    ['under 0', (t) => (t.sales[0]![1] = '-5 M'), words.negative],
    ['no output', (t) => (t.output[1] = '0'), words.noOutput(customers)],
    ['value added above output', (t) => (t.valueAdded[0] = '101 M'), words.tooMuchAdded(struck)],
    ['sold above output', (t) => (t.sales[0]![1] = '101 M'), words.tooMuchSold(struck)],
    [
      'bought and added above output',
      (t) => (t.sales[0]![1] = '51 M'),
      words.tooMuchBought(customers),
    ],
    ['no name', (t) => (t.names[0] = ' '), words.noName],
  ] as [string, (texts: ReturnType<typeof textsOf>) => void, string][])(
    '%s',
    (_, change, expected) => {
      expect(said(change)).toBe(expected);
    },
  );
  test('at its very limit it holds', () => {
    expect(said((texts) => (texts.sales[0]![1] = '50 M'))).toBeNull();
  });
});

test('an arrow is drawn for every sale and no other', () => {
  const { sectors, sales } = drawNetwork(first, 300);
  expect(sectors).toHaveLength(2);
  expect(sales.map(({ from, to }) => [from, to])).toEqual([[0, 1]]);
  expect(JSON.stringify(sales)).not.toMatch(/NaN|null/);
});

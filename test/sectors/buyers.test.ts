import { expect, it } from 'vitest';
import { buyersOf } from '../../components/sectors/buyers.ts';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';

it('those who buy most come first, the struck sector itself and those who buy nothing not at all', () => {
  const table = {
    ...FINLAND_2014,
    codes: ['A', 'B', 'C', 'D'],
    names: ['a', 'b', 'c', 'd'],
    output: [100, 50, 200, 80],
    valueAdded: [1, 1, 1, 1],
    sales: [
      [90, 5, 40, 0],
      [0, 0, 0, 80],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  };
  expect(buyersOf(table, 'A', 8)).toEqual([
    { code: 'C', name: 'c', share: 0.2 },
    { code: 'B', name: 'b', share: 0.1 },
  ]);
  expect(buyersOf(table, 'A', 1)).toHaveLength(1);
  expect(buyersOf(table, 'C', 8)).toEqual([]);
});

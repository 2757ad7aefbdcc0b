import { describe, expect, test } from 'vitest';
import { moveAction } from '../../components/timeline/action-edits.ts';
import { likelyNext } from '../../components/timeline/foresight.ts';
import { entry } from '../simulation/runs.ts';

const { scenario } = entry('posti-2019');
const AIR = scenario.actions.find(({ id }) => id === 'air-14')!;
const daysAhead = (way: number, horizonDays = 120) =>
  likelyNext(AIR, way, (steps) => moveAction(AIR, steps, horizonDays)).map(
    ({ startDay }) => startDay,
  );

describe('what a hand may do next', () => {
  test('is some steps to either side, before it has moved', () => {
    expect(daysAhead(0)).toEqual([15, 13, 16, 12, 17, 11, 18, 10, 19, 9, 20, 8]);
  });

  test('is to go on as it went, and one step back', () => {
    expect(daysAhead(3)).toEqual([15, 16, 17, 13, 18, 19, 20]);
    expect(daysAhead(-1)).toEqual([13, 12, 11, 15, 10, 9, 8]);
  });

  test('is nothing twice, and not what it is: the horizon holds it', () => {
    expect(daysAhead(1, 17)).toEqual([15, 16, 13]);
    expect(daysAhead(1, 15)).toEqual([13]);
  });
});

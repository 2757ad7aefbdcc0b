/** The table of differences: never finer than the futures carry, and plain about what hurts. */
import { describe, expect, it } from 'vitest';
import {
  countsMayBeOff,
  differenceRows,
  pointsWithin,
  verdicts,
  type ComparedWithDifference,
} from '../../components/compare/difference-words.ts';
import { endingRows, endingShares } from '../../components/compare/endings-rows.ts';
import { multiplesGeometry, sharedDomain } from '../../components/compare/multiples-chart.ts';
import { copyScenario } from '../../lib/model/copies.ts';
import { baselineOf } from '../../lib/model/scenario.ts';
import { Futures } from '../../lib/simulation/chance.ts';
import { sideBySide } from '../../lib/simulation/side-by-side.ts';
import { runTask, type Task, type TaskResult } from '../../lib/simulation/study.ts';
import { entry, withNumbers } from '../simulation/runs.ts';

const LIMITS = { hardshipLimit: 0.3, supportLimit: 0.4 };

function answered(records = entry('posti-2019'), futures = 200): ComparedWithDifference[] {
  const { campaign, scenario } = records;
  const copy = copyScenario(scenario, 'A copy', '2026-11-23T08:00:00Z');
  const scenarios = [baselineOf(scenario), scenario, copy];
  const study = sideBySide({
    ...{ campaign, scenarios, pinned: 0, futures, allQuantiles: true },
    ...LIMITS,
  });
  const run = (task: Task): TaskResult => {
    const steps = runTask(task, new Futures(scenario.seed));
    for (;;) {
      const next = steps.next();
      if (next.done) return next.value;
    }
  };
  for (let next = study.next(); ;) {
    if (next.done) {
      return next.value.entries.map(({ result, difference }, index) => ({
        key: String(index),
        name: ['Alone', 'With', 'Copy'][index]!,
        quoted: ['alone', '“With”', '“Copy”'][index]!,
        isBaseline: index === 0,
        result,
        difference,
      }));
    }
    next = study.next(next.value.tasks.map(run));
  }
}

const entries = answered();

describe('digits', () => {
  it('are tenths of a point only where two standard errors are under half a point', () => {
    expect(pointsWithin(0.0813, 0.002)).toBe('+8.1 points');
    expect(pointsWithin(0.0813, 0.003)).toBe('+8 points');
    expect(pointsWithin(-0.004, 0.003)).toBe('0 points');
    expect(pointsWithin(-0.031, 0.01)).toBe('−3 points');
  });

  it('of a count: the fewer futures, the more it may be off', () => {
    expect([100, 1000, 10_000].map(countsMayBeOff)).toEqual([10, 4, 1]);
  });
});

describe('the table', () => {
  const rows = differenceRows(entries, { day: 16, limits: LIMITS });

  it('has a cell for each scenario in every row, and says no difference from itself', () => {
    for (const { label, cells } of rows) {
      expect(cells, label).toHaveLength(3);
      expect(cells[0]!.change, label).toBe('');
      expect(cells[1], label).toEqual(cells[2]);
    }
  });

  it('has the same gain as the study, with its range', () => {
    const { win } = entries[1]!.difference!;
    const change = rows.find(({ id }) => id === 'win')!.cells[1]!.change;
    expect(change.startsWith(pointsWithin(win.mean, win.standardError))).toBe(true);
    expect(change).toMatch(/ \(.* to .*\)$/);
  });

  it('counts to a hundred', () => {
    const { value } = rows.find(({ id }) => id === 'hundred')!.cells[1]!;
    const counts = [...value.matchAll(/\d+/g)].map(([count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100);
  });
});

describe('the verdicts', () => {
  it('say of Posti that it raises the chance, and that it lowers it where nobody answers for the harm', () => {
    expect(verdicts(entries)[0]).toMatch(/^“With” raises the chance of winning: \+/);
    const nobody = withNumbers(entry('posti-2019'), { internalisation: 0 });
    expect(verdicts(answered(nobody))[0]).toMatch(/lowers|no difference/);
    expect(verdicts(answered(nobody))[0]).not.toContain('raises');
  });
});

it('says plainly that a copy of the baseline makes no difference', () => {
  const [, ours, copy] = entries;
  const nothing = { ...copy!.difference!.win, mean: 0, quantiles: new Float64Array(5) };
  const same = { ...ours!, difference: { ...ours!.difference!, win: nothing } };
  expect(verdicts([entries[0]!, same])).toEqual([
    '“With” makes no difference to the chance of winning.',
  ]);
  const rows = differenceRows([entries[0]!, same], { day: 16, limits: LIMITS });
  expect(rows[0]!.cells[1]!.change).toBe('no difference');
});

describe('the pictures', () => {
  it('stand on one scale, in the width there is, one beneath the other where it is narrow', () => {
    const six = Array.from({ length: 6 }, (_, index) => ({
      ...entries[index % 3]!,
      key: String(index),
      isBaseline: index === 0,
    }));
    for (const width of [358, 700, 1200]) {
      const { panels, height } = multiplesGeometry(six, 60, width);
      expect(new Set(panels.map(({ ticks }) => ticks.length)).size).toBe(1);
      for (const { x, right, label, bottom } of panels) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThan(width);
        expect(label.x + 60).toBeLessThanOrEqual(width);
        expect(bottom).toBeLessThan(height);
      }
    }
    expect(new Set(multiplesGeometry(six, 60, 358).panels.map(({ x }) => x)).size).toBe(1);
    expect(multiplesGeometry(six, 60, 1200).panels.filter(({ y }) => y === 0)).toHaveLength(3);
  });

  it('hold every median on the shared scale', () => {
    const { low, high } = sharedDomain(entries, 60);
    for (const { result } of entries) {
      for (let day = 0; day < 60; day++) {
        const doublings = result.quantiles.leverage[day * 5 + 2]! / Math.LN2;
        expect(doublings).toBeGreaterThanOrEqual(low);
        expect(doublings).toBeLessThanOrEqual(high);
      }
    }
  });

  it('fill each bar with the four endings', () => {
    for (const { parts } of endingRows(entries.map(endingShares), 400)) {
      const last = parts.at(-1)!;
      expect(last.x + last.width).toBeCloseTo(400, 6);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addsGeometry, rankedParts, type Part } from '../../components/charts/adds-chart.ts';
import { tornadoGeometry, type TornadoBar } from '../../components/charts/tornado-chart.ts';

const share = fc.double({ min: -0.3, max: 0.3, noNaN: true });
const parts = fc
  .array(fc.record({ value: share, error: fc.double({ min: 0, max: 0.01, noNaN: true }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((found) => found.map((part, index): Part => ({ id: `${index}`, label: 'a', ...part })));
const width = fc.constantFrom(300, 390, 620, 1200);

describe('what each action adds, as steps', () => {
  it('begins at nought, goes on where the last one ended, and comes to the sum', () => {
    fc.assert(
      fc.property(parts, width, (given, wide) => {
        const { steps, zero } = addsGeometry(given, wide);
        expect(steps[0]!.x0).toBeCloseTo(zero, 6);
        steps.slice(1).forEach((step, index) => expect(step.x0).toBe(steps[index]!.x1));
        const sum = given.reduce((total, { value }) => total + value, 0);
        const perShare = given.map(({ value }, index) => ({
          value,
          pixels: steps[index]!.x1 - steps[index]!.x0,
        }));
        const longest = perShare.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))[0]!;
        if (Math.abs(longest.value) < 1e-3) return;
        const scale = longest.pixels / longest.value;
        expect(steps.at(-1)!.x1 - zero).toBeCloseTo(sum * scale, 4);
      }),
    );
  });

  it('stays inside its width, whiskers and all', () => {
    fc.assert(
      fc.property(parts, width, (given, wide) => {
        for (const { x0, x1, whisker } of addsGeometry(given, wide).steps) {
          for (const x of [x0, x1, whisker?.low ?? 0, whisker?.high ?? 0]) {
            expect(x).toBeGreaterThanOrEqual(-1e-6);
            expect(x).toBeLessThanOrEqual(wide + 1e-6);
          }
        }
      }),
    );
  });

  it('puts what takes away after what adds', () => {
    const ranked = rankedParts([
      { id: 'a', label: 'a', value: -0.1, error: 0 },
      { id: 'b', label: 'b', value: 0.02, error: 0 },
      { id: 'c', label: 'c', value: 0.05, error: 0 },
    ]);
    expect(ranked.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
});

describe('the tornado', () => {
  const bars = fc
    .array(fc.record({ low: share, high: share }), { minLength: 1, maxLength: 20 })
    .map((found) =>
      found.map((bar, index): TornadoBar => ({
        id: `${index}`,
        label: 'a',
        lowWords: 'low',
        highWords: 'high',
        flipWords: null,
        ...bar,
      })),
    );

  it('says at each end of a bar the value that belongs there', () => {
    fc.assert(
      fc.property(bars, share, width, (given, now, wide) => {
        for (const row of tornadoGeometry(given, now, wide, 60).rows) {
          if (row.low < row.high - 1e-6) expect(row.left.words).toBe('low');
          if (row.low > row.high + 1e-6) expect(row.left.words).toBe('high');
          expect(row.left.words).not.toBe(row.right.words);
        }
      }),
    );
  });

  it('crosses the line of no effect where, and only where, the effect changes its sign', () => {
    fc.assert(
      fc.property(bars, share, width, (given, now, wide) => {
        const { rows, zero } = tornadoGeometry(given, now, wide, 60);
        for (const { low, high, xLow, xHigh } of rows) {
          if (Math.abs(low) < 1e-6 || Math.abs(high) < 1e-6) continue;
          expect((xLow - zero) * (xHigh - zero) < 0).toBe(low * high < 0);
        }
      }),
    );
  });

  it('leaves the room it was told to at both sides', () => {
    fc.assert(
      fc.property(bars, share, width, (given, now, wide) => {
        for (const { xLow, xHigh } of tornadoGeometry(given, now, wide, 60).rows) {
          expect(Math.min(xLow, xHigh)).toBeGreaterThanOrEqual(60 - 1e-6);
          expect(Math.max(xLow, xHigh)).toBeLessThanOrEqual(wide - 60 + 1e-6);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binOf,
  chooseBins,
  DOTS,
  dotsFrame,
  dotsGeometry,
  dotsRows,
  dotsSize,
  kindOf,
  middleOf,
  quantileDots,
  sortedGains,
} from '../../components/charts/dots-chart.ts';
import { postiLike } from './made-comparison.ts';

const WIDTHS = [300, 340, 460, 1000];
const gains = fc.oneof(
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 }),
  fc.array(fc.double({ min: -0.004, max: 0.004, noNaN: true }), { minLength: 1, maxLength: 400 }),
  fc.array(fc.double({ min: -0.05, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 400 }),
);
const sorted = (values: number[]) => Float64Array.from(values).sort();
const drawn = (dots: number[], width: number) =>
  dotsGeometry(dotsFrame(dots, chooseBins(dots, dotsSize(width), null)), width);

describe('the fifty dots', () => {
  it('are fifty, whatever the number of futures, least first, all of them futures that happened', () => {
    fc.assert(
      fc.property(gains, (values) => {
        const dots = quantileDots(sorted(values));
        expect(dots).toHaveLength(DOTS);
        dots.forEach((gain, i) => {
          expect(values).toContain(gain);
          if (i > 0) expect(gain).toBeGreaterThanOrEqual(dots[i - 1]);
        });
      }),
    );
  });

  it('help and hurt in the same parts as the comparison says, to a dot', () => {
    const comparison = postiLike();
    const dots = quantileDots(sortedGains(comparison));
    const count = (kind: string) => dots.filter((gain) => kindOf(gain) === kind).length;
    expect(Math.abs(count('helps') - comparison.helps * DOTS)).toBeLessThanOrEqual(1);
    expect(Math.abs(count('hurts') - comparison.hurts * DOTS)).toBeLessThanOrEqual(1);
  });

  it.each(WIDTHS)('never overflow and never cover each other, at %i px', (width) => {
    fc.assert(
      fc.property(gains, (values) => {
        const { dots, radius, ground } = drawn(quantileDots(sorted(values)), width);
        expect(dots).toHaveLength(DOTS);
        dots.forEach((a, i) => {
          expect(a.y - radius).toBeGreaterThanOrEqual(0);
          expect(a.y + radius).toBeLessThanOrEqual(ground);
          expect(a.x - radius).toBeGreaterThanOrEqual(0);
          expect(a.x + radius).toBeLessThanOrEqual(width);
          for (const b of dots.slice(i + 1)) {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * radius - 1e-6);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('stay in order of their gain from left to right, and stand where their gain is', () => {
    fc.assert(
      fc.property(gains, fc.constantFrom(0.5, 1, 2, 5, 10), (values, width) => {
        const dots = quantileDots(sorted(values));
        dots.forEach((gain, i) => {
          const bin = binOf(gain, width);
          if (i > 0) expect(bin).toBeGreaterThanOrEqual(binOf(dots[i - 1], width));
          expect(Math.abs(middleOf(bin, width) - gain * 100)).toBeLessThanOrEqual(
            Math.max(0.5, width / 2) + 1e-6,
          );
          // No bin mixes futures it helps with futures it leaves alone or hurts.
          expect(Math.sign(bin)).toBe({ helps: 1, indifferent: 0, hurts: -1 }[kindOf(gain)]);
        });
      }),
    );
  });

  it('keep their bins while data move a little', () => {
    const before = quantileDots(sortedGains(postiLike()));
    const size = dotsSize(460);
    const held = chooseBins(before, size, null);
    const after = chooseBins(
      before.map((gain) => gain * 1.05),
      size,
      held,
    );
    expect([after.width, after.columns]).toEqual([held.width, held.columns]);
  });

  it('are all in the table', () => {
    const dots = quantileDots(sortedGains(postiLike()));
    const rows = dotsRows(dots, 1);
    expect(rows.reduce((sum, row) => sum + row.dots, 0)).toBe(DOTS);
    rows.slice(1).forEach(({ low }, i) => expect(low).toBeGreaterThanOrEqual(rows[i].high - 1e-9));
  });
});

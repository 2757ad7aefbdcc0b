import { describe, expect, it } from 'vitest';
import { gutters, timeAxis } from '../../components/charts/time-axis.ts';

const WIDTHS = [300, 340, 500, 640, 1000, 1400];
const HORIZONS = [1, 5, 14, 21, 22, 45, 120, 400];
const cases = WIDTHS.flatMap((width) => HORIZONS.map((days) => ({ width, days })));

describe('the time axis', () => {
  it('leaves a gutter for labels only where there is room for one', () => {
    expect(gutters(640)).toEqual({ left: 44, right: 130 });
    expect(gutters(639)).toEqual({ left: 40, right: 12 });
  });

  it.each(cases)('runs forward from gutter to gutter: $days days, $width px', ({ width, days }) => {
    const axis = timeAxis(width, days);
    const { left, right } = gutters(width);
    expect(axis.x(0)).toBe(left);
    expect(axis.x(days)).toBeCloseTo(width - right, 9);
    for (let day = 0; day < days; day++) {
      expect(axis.x(day + 1)).toBeGreaterThan(axis.x(day));
      expect(axis.middle(day)).toBeGreaterThan(axis.x(day));
      expect(axis.middle(day)).toBeLessThan(axis.x(day + 1));
      expect(axis.dayAt(axis.middle(day))).toBe(day);
    }
    expect(axis.dayAt(-50)).toBe(0);
    expect(axis.dayAt(width + 50)).toBe(days - 1);
  });

  it.each(cases)(
    'has ticks whose labels do not touch: $days days, $width px',
    ({ width, days }) => {
      const { ticks } = timeAxis(width, days);
      expect(ticks[0].day).toBe(0);
      const boxes = ticks.map(({ day, x, anchor }) => {
        const size = `day ${day}`.length * 6.3;
        const left = anchor === 'middle' ? x - size / 2 : anchor === 'end' ? x - size : x;
        return { left, right: left + size };
      });
      boxes.forEach(({ left, right }, i) => {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width + 0.5);
        if (i > 0) expect(left).toBeGreaterThan(boxes[i - 1].right);
      });
    },
  );

  it('counts weeks beyond three weeks and days before', () => {
    expect(timeAxis(1000, 45).ticks.map(({ day }) => day)).toEqual([0, 7, 14, 21, 28, 35, 42]);
    expect(timeAxis(360, 45).ticks.every(({ day }) => day % 7 === 0)).toBe(true);
    expect(timeAxis(1000, 10).ticks).toHaveLength(10);
  });
});

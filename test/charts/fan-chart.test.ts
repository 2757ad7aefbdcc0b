import { describe, expect, it } from 'vitest';
import {
  clearOfEvents,
  endLabels,
  FAN_FRAME,
  fanFrame,
  fanGeometry,
  leverageDays,
  leverageStory,
  placeEvents,
  ratioDomain,
  steadyDomain,
} from '../../components/charts/fan-chart.ts';
import { textWidth } from '../../components/charts/label-placement.ts';
import { blendFrames } from '../../components/charts/motion.ts';
import type { Comparison } from '../../lib/model/ensemble.ts';
import { madeComparison, postiLike } from './made-comparison.ts';

const WIDTHS = [340, 500, 700, 1100];
const pointsOf = (path: string) =>
  path
    .slice(1)
    .replace('Z', '')
    .split('L')
    .map((pair) => pair.split(',').map(Number) as [number, number]);
const drawn = (comparison: Comparison, shownDays: number, width: number) => {
  const frame = fanFrame(comparison, shownDays, ratioDomain(comparison, shownDays));
  return { frame, geometry: fanGeometry(frame, width) };
};
const flat = (scenario: number, baseline: number, days = 45) =>
  madeComparison(
    { days, median: () => scenario, win: () => 0.6 },
    { days, median: () => baseline, win: () => 0.5 },
  );

describe('the fan', () => {
  it.each(WIDTHS)(
    'runs from the first to the last shown day, always forward, at %i px',
    (width) => {
      const { geometry } = drawn(postiLike(), 45, width);
      for (const path of [geometry.median, geometry.baselineMedian]) {
        const points = pointsOf(path);
        points.slice(1).forEach(([x], i) => expect(x).toBeGreaterThan(points[i][0]));
        expect(points[0][0]).toBeCloseTo(geometry.axis.left, 1);
        expect(points.at(-1)![0]).toBeCloseTo(geometry.axis.right, 1);
      }
    },
  );

  it('has its bands in order: wide around middle around median, every day', () => {
    const { geometry } = drawn(postiLike(), 45, 1000);
    const heightsOf = (path: string) => {
      const points = pointsOf(path);
      const half = points.length / 2;
      // d3 draws the upper edge forward and the lower one back.
      return points.slice(0, half).map(([, y], i) => [y, points[points.length - 1 - i][1]]);
    };
    const wide = heightsOf(geometry.wideBand);
    const middle = heightsOf(geometry.middleBand);
    pointsOf(geometry.median).forEach(([, y], i) => {
      const [wideHigh, wideLow] = [Math.min(...wide[i]), Math.max(...wide[i])];
      const [high, low] = [Math.min(...middle[i]), Math.max(...middle[i])];
      expect(wideHigh).toBeLessThan(high);
      expect(high).toBeLessThan(y);
      expect(y).toBeLessThan(low);
      expect(low).toBeLessThan(wideLow);
    });
  });

  it.each([
    [0.1, 0.05],
    [1.5, -0.5],
    [3.4, -3.2],
    [-1, -1],
  ])('shows medians and middle halves in full: %d and %d', (scenario, baseline) => {
    const { geometry } = drawn(flat(scenario, baseline), 45, 900);
    const { top, bottom } = geometry;
    for (const path of [
      geometry.median,
      geometry.baselineMedian,
      geometry.middleBand,
      geometry.baselineBand,
    ]) {
      for (const [, y] of pointsOf(path)) {
        expect(y).toBeGreaterThanOrEqual(top);
        expect(y).toBeLessThanOrEqual(bottom);
      }
    }
  });

  it('has an axis of whole doublings with 1 : 1 on it, and a tick there', () => {
    for (const median of [-3, -0.4, 0, 0.9, 3]) {
      const comparison = flat(median, median / 2);
      const { low, high } = ratioDomain(comparison, 45);
      expect(Number.isInteger(low) && Number.isInteger(high)).toBe(true);
      expect(low).toBeLessThan(0);
      expect(high).toBeGreaterThan(0);
      const { ratioTicks, y } = drawn(comparison, 45, 340).geometry;
      expect(ratioTicks.find(({ doublings }) => doublings === 0)?.y).toBeCloseTo(y(0), 9);
    }
  });

  it('keeps its axis from shrinking while data stream in, and lets it settle afterwards', () => {
    const held = { low: -2, high: 4 };
    expect(steadyDomain(held, { low: -1, high: 5 }, true)).toEqual({ low: -2, high: 5 });
    expect(steadyDomain(held, { low: -1, high: 3 }, false)).toEqual({ low: -1, high: 3 });
    expect(steadyDomain(null, { low: -1, high: 3 }, true)).toEqual({ low: -1, high: 3 });
  });

  it('ends its curves where a strike of fixed length ends', () => {
    const comparison = flat(0.4, 0.2, 5);
    const { geometry } = drawn(comparison, 21, 1000);
    expect(pointsOf(geometry.median).at(-1)![0]).toBeCloseTo(geometry.axis.x(5), 1);
    expect(leverageDays(comparison, 21)).toHaveLength(5);
  });

  it.each(WIDTHS)(
    'writes the names of its lines clear of each other and inside, at %i px',
    (width) => {
      for (const [scenario, baseline] of [
        [1, 1],
        [1, 0.95],
        [0.95, 1],
        [3, -3],
        [-2.9, -3],
      ]) {
        const { geometry } = drawn(flat(scenario, baseline), 45, width);
        const height = 32;
        const labels = endLabels(geometry, height, 92);
        expect(Math.abs(labels.scenario.y - labels.baseline.y)).toBeGreaterThanOrEqual(
          height - 1e-6,
        );
        for (const { x, y, anchor } of [labels.scenario, labels.baseline]) {
          expect(y - height / 2).toBeGreaterThanOrEqual(geometry.top - 1e-6);
          expect(y + height / 2).toBeLessThanOrEqual(geometry.bottom + 1e-6);
          expect(anchor === 'start' ? x + 92 : x).toBeLessThanOrEqual(width);
        }
      }
    },
  );

  it('writes a name over a falling line above all of it', () => {
    const falling = madeComparison(
      { days: 45, median: (day) => 2 - 0.04 * day, win: () => 0.6 },
      { days: 45, median: (day) => 0.5 - 0.04 * day, win: () => 0.5 },
    );
    const { geometry } = drawn(falling, 45, 340);
    const { scenario } = endLabels(geometry, 16, 92);
    const over = pointsOf(geometry.median).filter(([x]) => x >= scenario.x - 92);
    expect(scenario.y + 8).toBeLessThan(Math.min(...over.map(([, y]) => y)));
  });

  it.each(WIDTHS)(
    'places its events clear of each other and inside the days, at %i px',
    (width) => {
      const { frame, geometry } = drawn(postiLike(), 45, width);
      const events = [
        { day: 44, label: 'the last day' },
        { day: 2, label: 'sympathy strikes announced' },
        { day: 14, label: '300 flights grounded' },
        { day: 15, label: 'head of the post under fire' },
        { day: 16, label: 'settled in the night' },
        { day: 17, label: 'back to work' },
        { day: 60, label: 'never shown' },
      ];
      const placed = placeEvents(events, frame, geometry);
      expect(placed.map(({ day }) => day)).toEqual([2, 14, 15, 16, 17, 44]);
      const boxes = placed.flatMap(({ label, textX, textY, anchor }) => {
        if (textY === null) return [];
        const size = textWidth(label);
        const left = anchor === 'start' ? textX : textX - size;
        return [{ left, right: left + size, top: textY - 11, bottom: textY + 3 }];
      });
      expect(boxes.length).toBeGreaterThan(1);
      boxes.forEach((a, i) => {
        expect(a.left).toBeGreaterThanOrEqual(geometry.axis.left - 1);
        expect(a.right).toBeLessThanOrEqual(geometry.axis.right + 4);
        for (const b of boxes.slice(i + 1)) {
          expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(
            true,
          );
        }
      });
      const [first] = placed;
      expect(clearOfEvents(placed, first.textX + 4, geometry.top)).toBeGreaterThan(first.textY!);
      expect(clearOfEvents(placed, -100, geometry.top)).toBe(geometry.top);
    },
  );

  it('tells in words and figures what it draws', () => {
    const comparison = postiLike();
    const story = leverageStory(comparison, 45);
    expect(story.bestDay).toBe(14);
    expect(story.lastDay).toBe(44);
    const rows = leverageDays(comparison, 45);
    expect(rows).toHaveLength(45);
    rows.forEach(({ day, scenario, baseline }) => {
      for (let level = 0; level < 5; level++) {
        expect(scenario![level]).toBe(comparison.scenario.quantiles.leverage[day * 5 + level]);
        expect(baseline![level]).toBe(comparison.baseline.quantiles.leverage[day * 5 + level]);
      }
    });
  });
});

describe('a curve on its way', () => {
  const from = fanFrame(flat(1, 0.5), 45, { low: -1, high: 2 });
  const to = fanFrame(flat(2, 0.1), 45, { low: -1, high: 4 });

  it('begins where it was, ends where it belongs and stays between', () => {
    expect([...blendFrames(from, to, 0, FAN_FRAME)]).toEqual([...from]);
    expect(blendFrames(from, to, 1, FAN_FRAME)).toBe(to);
    blendFrames(from, to, 0.5, FAN_FRAME).forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual(Math.min(from[i], to[i]));
      expect(value).toBeLessThanOrEqual(Math.max(from[i], to[i]));
    });
  });

  it('unrolls to a longer horizon without touching the days it had', () => {
    const longer = fanFrame(flat(1, 0.5, 90), 90, { low: -1, high: 2 });
    const half = blendFrames(from, longer, 0.5, FAN_FRAME);
    expect(half[0]).toBe(67.5);
    const { header, stride } = FAN_FRAME;
    const days = header + 45 * stride;
    expect([...half.slice(header, days)]).toEqual([...from.slice(header, days)]);
  });
});

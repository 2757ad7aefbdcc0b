import { describe, expect, it } from 'vitest';
import {
  endingsDay,
  endingsDays,
  endingsFrame,
  endingsGeometry,
  layerLabels,
  LAYERS,
} from '../../components/charts/endings-chart.ts';
import { madeComparison, postiLike } from './made-comparison.ts';

const WIDTHS = [320, 380, 460, 900];
const edgesOf = (path: string) => {
  const points = path
    .slice(1)
    .replace('Z', '')
    .split('L')
    .map((pair) => pair.split(',').map(Number));
  const half = points.length / 2;
  return points.slice(0, half).map(([x, y], i) => ({
    x,
    high: Math.min(y, points[points.length - 1 - i][1]),
    low: Math.max(y, points[points.length - 1 - i][1]),
  }));
};

describe('the endings', () => {
  it.each(WIDTHS)('fill the picture: each layer stands on the one below, at %i px', (width) => {
    const geometry = endingsGeometry(endingsFrame(postiLike(), 45), width);
    const layers = LAYERS.map((layer) => edgesOf(geometry.areas[layer]));
    layers[0].forEach((_, evening) => {
      expect(layers[0][evening].low).toBeCloseTo(geometry.bottom, 1);
      for (let i = 1; i < layers.length; i++) {
        expect(layers[i][evening].low).toBeCloseTo(layers[i - 1][evening].high, 1);
      }
      expect(layers.at(-1)![evening].high).toBeCloseTo(geometry.top, 1);
    });
  });

  it('begin with everything open and go forward to the last evening', () => {
    const geometry = endingsGeometry(endingsFrame(postiLike(), 45), 460);
    const open = edgesOf(geometry.areas.open);
    expect(open[0]).toEqual({ x: geometry.axis.left, high: geometry.top, low: geometry.bottom });
    open.slice(1).forEach(({ x }, i) => expect(x).toBeGreaterThan(open[i].x));
    expect(open.at(-1)!.x).toBeCloseTo(geometry.axis.right, 1);
    expect(open).toHaveLength(46);
  });

  it.each(WIDTHS)(
    'have names that do not overlap, even of endings that hardly happen, at %i px',
    (width) => {
      const rare = madeComparison(
        { days: 45, median: () => 0, conceded: () => 0.004, win: () => 0 },
        { days: 45, median: () => 0, conceded: () => 0.004, win: () => 0 },
      );
      for (const comparison of [rare, postiLike()]) {
        const geometry = endingsGeometry(endingsFrame(comparison, 45), width);
        const labels = layerLabels(geometry, 17).sort((a, b) => a.y - b.y);
        expect(labels).toHaveLength(5);
        labels
          .slice(1)
          .forEach(({ y }, i) => expect(y - labels[i].y).toBeGreaterThanOrEqual(17 - 1e-6));
        expect(labels[0].y).toBeGreaterThanOrEqual(geometry.top);
        expect(labels.at(-1)!.y).toBeLessThanOrEqual(geometry.bottom);
      }
    },
  );

  it('list what they draw', () => {
    const comparison = postiLike();
    const rows = endingsDays(comparison, 45);
    expect(rows).toHaveLength(45);
    rows.forEach((row) => {
      for (const layer of LAYERS) {
        expect(row[layer]).toBe(comparison.scenario.endings[layer][row.day]);
      }
      expect(row.baselineConceded).toBe(comparison.baseline.endings.conceded[row.day]);
      expect(row.isDeclaredEnd).toBe(false);
    });
  });

  it('call what is open on the last day of a strike of fixed length ended as declared', () => {
    const made = { days: 5, median: () => 0, win: () => 0.4 };
    const comparison = madeComparison({ ...made, endedAsDeclared: 0.63 }, made);
    expect(endingsDay(comparison, 3).isDeclaredEnd).toBe(false);
    expect(endingsDay(comparison, 4).isDeclaredEnd).toBe(true);
    const geometry = endingsGeometry(endingsFrame(comparison, 21), 460);
    expect(geometry.endX).toBeCloseTo(geometry.axis.x(5), 6);
  });
});

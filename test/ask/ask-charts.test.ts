import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  curveGeometry,
  dayTicks,
  roundTicks,
  type CurvePoint,
} from '../../components/ask/curve-chart.ts';
import { flipGeometry } from '../../components/ask/flip-chart.ts';
import { knowingGeometry } from '../../components/ask/knowing-chart.ts';
import { optionsGeometry } from '../../components/ask/options-chart.ts';

const width = fc.constantFrom(280, 358, 570, 1200);
const share = fc.double({ min: -0.4, max: 0.4, noNaN: true });

describe('the curve of a question', () => {
  const points = fc
    .array(fc.record({ gain: share, spread: fc.double({ min: 0, max: 0.3, noNaN: true }) }), {
      minLength: 1,
      maxLength: 120,
    })
    .map((gains) =>
      gains.map(({ gain, spread }, at): CurvePoint => ({
        at,
        win: 0.5 + gain,
        gain,
        low: gain - spread,
        high: gain + spread,
      })),
    );

  it('keeps marks, ticks and the line without it inside the picture', () => {
    fc.assert(
      fc.property(points, width, (given, wide) => {
        const last = given.length - 1;
        const geometry = curveGeometry(
          given,
          0.5,
          [
            { id: 'best', point: last, label: 'best: day 119' },
            { id: 'now', point: 0, label: 'now day 0' },
          ],
          wide,
          (most) => dayTicks(last, most),
        );
        const { top, bottom, left, right, marks, xTicks, withoutY } = geometry;
        for (const { x, y } of marks) {
          expect(x).toBeGreaterThanOrEqual(left - 1e-6);
          expect(x).toBeLessThanOrEqual(wide);
          expect(y).toBeGreaterThanOrEqual(top - 1e-6);
          expect(y).toBeLessThanOrEqual(bottom + 1e-6);
        }
        for (const { x } of xTicks) expect(x).toBeLessThanOrEqual(right + 1e-6);
        expect(withoutY).toBeGreaterThanOrEqual(top - 1e-6);
        expect(withoutY).toBeLessThanOrEqual(bottom + 1e-6);
        expect(geometry.curve).not.toContain('NaN');
      }),
    );
  });

  it('draws a difference of half a point as next to nothing', () => {
    const flat = [0, 0.005].map((gain, at) => ({
      at,
      win: 0.5 + gain,
      gain,
      low: gain,
      high: gain,
    }));
    const marks = flat.map((_, point) => ({ id: 'now' as const, point, label: '' }));
    const { marks: placed, top, bottom } = curveGeometry(flat, 0.5, marks, 600, () => [0]);
    expect(Math.abs(placed[0]!.y - placed[1]!.y)).toBeLessThan((bottom - top) / 10);
  });

  it('has round ticks within its ends', () => {
    expect(roundTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(dayTicks(119, 5)).toEqual([0, 28, 56, 84, 112]);
    expect(dayTicks(10, 20)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('the other pictures', () => {
  it('keep what could be added inside the width, and nought where the dots cross it', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 24 }), width, (gains, wide) => {
        const options = gains.map((gain, index) => ({
          id: `${index}`,
          label: 'a',
          gain,
          low: gain - 0.01,
          high: gain + 0.01,
          verdict: 'helps' as const,
          figure: '',
          measure: '',
        }));
        const { rows, zero } = optionsGeometry(options, wide);
        for (const { x, xLow, xHigh, gain } of rows) {
          expect(xLow).toBeGreaterThanOrEqual(0);
          expect(xHigh).toBeLessThanOrEqual(wide);
          if (Math.abs(gain) > 1e-6) expect(Math.sign(x - zero)).toBe(Math.sign(gain));
        }
      }),
    );
  });

  it('put the turning point on its side of what is typical, and the turned part beyond it', () => {
    const track = {
      id: 'a',
      label: 'a',
      lowWords: '',
      highWords: '',
      nowWords: '',
      flipWords: '',
    };
    const [low, high] = flipGeometry(
      [
        { id: 'low', tracks: [{ ...track, place: -0.7 }] },
        { id: 'high', tracks: [{ ...track, place: 1 }] },
      ],
      400,
    ).groups.map(({ tracks }) => tracks[0]!);
    expect(low!.flip).toBeLessThan(low!.now);
    expect(low!.beyond.x1).toBe(low!.flip);
    expect(high!.flip).toBeGreaterThan(high!.now);
    expect(high!.beyond.x0).toBe(high!.flip);
  });

  it('hold the error of a share between nothing and all', () => {
    const { rows } = knowingGeometry(
      [
        { id: 'a', label: 'a', share: 0.95, error: 0.1, figure: '' },
        { id: 'b', label: 'b', share: 0.01, error: 0.1, figure: '' },
      ],
      400,
    );
    for (const { whisker } of rows) {
      expect(whisker.x0).toBeGreaterThanOrEqual(0);
      expect(whisker.x1).toBeLessThanOrEqual(400);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pushApart } from '../../components/charts/label-placement.ts';

const labels = fc.array(
  fc.record({
    wanted: fc.double({ min: -100, max: 500, noNaN: true }),
    height: fc.integer({ min: 10, max: 40 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('labels beside a chart', () => {
  it('never overlap, keep their order and stay inside', () => {
    fc.assert(
      fc.property(labels, (wishes) => {
        const total = wishes.reduce((sum, { height }) => sum + height, 0);
        const [top, bottom] = [0, Math.max(300, total)];
        const middles = pushApart(wishes, top, bottom);
        const boxes = wishes
          .map(({ wanted, height }, i) => ({
            wanted,
            top: middles[i] - height / 2,
            bottom: middles[i] + height / 2,
          }))
          .sort((a, b) => a.top - b.top);
        boxes.forEach((box, i) => {
          expect(box.top).toBeGreaterThanOrEqual(top - 1e-6);
          expect(box.bottom).toBeLessThanOrEqual(bottom + 1e-6);
          if (i === 0) return;
          expect(box.top).toBeGreaterThanOrEqual(boxes[i - 1].bottom - 1e-6);
          expect(box.wanted).toBeGreaterThanOrEqual(boxes[i - 1].wanted);
        });
      }),
    );
  });

  it('stay where they want to be when nothing is in the way', () => {
    expect(
      pushApart(
        [
          { wanted: 200, height: 16 },
          { wanted: 50, height: 16 },
        ],
        0,
        300,
      ),
    ).toEqual([200, 50]);
  });

  it('share the way they must give: two with one wish stand evenly about it', () => {
    expect(
      pushApart(
        [
          { wanted: 100, height: 20 },
          { wanted: 100, height: 20 },
        ],
        0,
        300,
      ),
    ).toEqual([90, 110]);
  });
});

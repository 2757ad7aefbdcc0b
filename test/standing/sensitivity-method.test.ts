/** The method against functions whose indices are known in closed form. */
import { expect, test } from 'vitest';
import { chanceFrom, sobolIndices, type SobolIndex } from '../../lib/standing/sobol.ts';

const ROWS = 8192;

function samples(inputs: number, low: number, high: number) {
  const chance = chanceFrom(7);
  const made = () =>
    Array.from({ length: inputs }, () =>
      Float64Array.from({ length: ROWS }, () => low + (high - low) * chance()),
    );
  return [made(), made()] as const;
}

/** Four standard errors: one test in ten thousand fails by chance, and the chance here is fixed. */
function expectNear(index: SobolIndex, first: number, total: number) {
  expect(Math.abs(index.first.value - first)).toBeLessThan(4 * index.first.error + 1e-9);
  expect(Math.abs(index.total.value - total)).toBeLessThan(4 * index.total.error + 1e-9);
  expect(index.first.error).toBeLessThan(0.04);
  expect(index.total.error).toBeLessThan(0.04);
}

test('Ishigami’s function: two inputs alone, one only together with another', () => {
  const [a, b] = samples(3, -Math.PI, Math.PI);
  const [found] = sobolIndices(
    a,
    b,
    ([x, y, z]) => [Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!)],
    1,
    1,
  );
  // Closed forms for a = 7, b = 0.1 (Ishigami & Homma 1990).
  expectNear(found!.indices[0]!, 0.3139, 0.5576);
  expectNear(found!.indices[1]!, 0.4424, 0.4424);
  expectNear(found!.indices[2]!, 0, 0.2437);
  expect(Math.abs(found!.mean.value - 3.5)).toBeLessThan(4 * found!.mean.error);
  expect(found!.spread).toBeCloseTo(Math.sqrt(13.8446), 1);
});

test('a sum: shares are squares of the weights, alone and in all; what does nothing gets nothing', () => {
  const [a, b] = samples(3, 0, 1);
  const [sum, constant] = sobolIndices(a, b, ([x, y]) => [3 * x! + y!, 5], 2, 1);
  expectNear(sum!.indices[0]!, 0.9, 0.9);
  expectNear(sum!.indices[1]!, 0.1, 0.1);
  expect(sum!.indices[2]).toEqual({
    first: { value: 0, error: 0 },
    total: { value: 0, error: 0 },
  });
  for (const { first, total } of constant!.indices)
    expect([first.value, total.value]).toEqual([0, 0]);
});

test('the stated errors cover what other samples give', () => {
  const chance = chanceFrom(3);
  const draw = () => [
    Float64Array.from({ length: 512 }, chance),
    Float64Array.from({ length: 512 }, chance),
  ];
  let covered = 0;
  for (let i = 0; i < 100; i++) {
    const [found] = sobolIndices(draw(), draw(), ([x, y]) => [x! * y!], 1, i, 100);
    const { value, error } = found!.indices[0]!.total;
    // x·y of two uniform inputs: total share (1/144 + 1/48) ÷ (7/144) = 4/7.
    if (Math.abs(value - 4 / 7) < 2 * error) covered++;
  }
  expect(covered).toBeGreaterThanOrEqual(88);
});

import { describe, expect, test } from 'vitest';
import { dailyNoise, Futures, normalQuantile } from '../../lib/simulation/chance.ts';

/** The normal's distribution function by its series, for checking the quantile by another road. */
function normalProbability(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 1; k < 200; k++) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

describe('normalQuantile', () => {
  test('undoes the distribution function', () => {
    for (let z = -5; z <= 5; z += 0.125) {
      expect(normalQuantile(normalProbability(z))).toBeCloseTo(z, 8);
    }
  });
  test('knows the points the ranges are made of', () => {
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 14);
    expect(normalQuantile(0.5)).toBe(0);
  });
});

describe('draws', () => {
  test('every slot fills each cell of its base evenly, and its draws look normal', () => {
    for (const slot of [0, 1, 7, 43, 64, 90]) {
      const normals = new Futures(7).normals(slot, 4096);
      const mean = normals.reduce((sum, z) => sum + z, 0) / 4096;
      const variance = normals.reduce((sum, z) => sum + z * z, 0) / 4096;
      expect(Math.abs(mean)).toBeLessThan(0.03);
      expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    }
  });

  test('slots do not move together, even the late ones and even in a small ensemble', () => {
    const futures = new Futures(1919);
    const slots = [3, 6, 8, 14, 41, 64, 65, 66, 70, 93];
    for (const a of slots) {
      for (const b of slots) {
        if (a >= b) continue;
        const [left, right] = [futures.normals(a, 512), futures.normals(b, 512)];
        let product = 0;
        for (let i = 0; i < 512; i++) product += left[i] * right[i];
        // Four standard errors of independent draws.
        expect(Math.abs(product / 512), `${a} and ${b}`).toBeLessThan(4 / Math.sqrt(512));
      }
    }
  });

  test('another seed is another luck, the same seed the same', () => {
    expect(new Futures(1).normals(5, 50)).toEqual(new Futures(1).normals(5, 50));
    expect(new Futures(1).normals(5, 50)).not.toEqual(new Futures(2).normals(5, 50));
    const grown = new Futures(1);
    grown.normals(5, 10);
    expect(grown.normals(5, 50).slice(0, 50)).toEqual(new Futures(1).normals(5, 50));
  });
});

describe('daily noise', () => {
  test('has mean 0 and variance 1 and does not remember yesterday', () => {
    const futures = new Futures(1919);
    let [sum, squares, products, count] = [0, 0, 0, 0];
    for (let future = 0; future < 1000; future++) {
      const key = futures.noiseKey(future);
      let yesterday = 0;
      for (let day = 0; day < 100; day++) {
        const noise = dailyNoise(key, day);
        sum += noise;
        squares += noise * noise;
        products += noise * yesterday;
        yesterday = noise;
        count++;
      }
    }
    expect(Math.abs(sum / count)).toBeLessThan(0.015);
    expect(Math.abs(squares / count - 1)).toBeLessThan(0.02);
    expect(Math.abs(products / count)).toBeLessThan(0.015);
  });
});

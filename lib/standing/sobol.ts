/**
 * Sobol' indices of any function: how much of its variance each input accounts for, alone and together with others.
 *
 * Chosen over Morris' elementary effects because a future costs a fraction of a millisecond: Morris ranks inputs by a
 * mean step that has no scale of its own, these are shares of a variance, and the gap between the total and the
 * first index says how much of it is interplay.
 *
 * Estimators: first order after Saltelli et al. 2010 (Comput. Phys. Commun. 181), total after Jansen 1999 (ibid. 117);
 * errors by drawing the rows anew. Rows that lie more evenly than chance make the true error rather smaller.
 */
export interface SobolIndex {
  first: { value: number; error: number };
  total: { value: number; error: number };
}

export interface SobolOutput {
  mean: { value: number; error: number };
  /** Standard deviation of the output. */
  spread: number;
  indices: SobolIndex[];
}

/** Resamplings of the rows behind each error. */
export const RESAMPLES = 200;

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * @param a, b two samples of the inputs, independent of each other: a[input][row]
 * @param evaluate the outputs at a point; it may not keep the point
 * @param outputs how many there are
 */
export function sobolIndices(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  evaluate: (point: Float64Array) => ArrayLike<number>,
  outputs: number,
  seed: number,
  resamples = RESAMPLES,
): SobolOutput[] {
  const inputs = a.length;
  const rows = a[0]!.length;
  const point = new Float64Array(inputs);
  const run = (from: readonly Float64Array[], row: number, swapped: number): ArrayLike<number> => {
    for (let input = 0; input < inputs; input++) {
      point[input] = (input === swapped ? b : from)[input]![row]!;
    }
    return evaluate(point);
  };
  const made = () => Array.from({ length: outputs }, () => new Float64Array(rows));
  const [atA, atB] = [made(), made()];
  const atSwapped = Array.from({ length: inputs }, made);
  for (let row = 0; row < rows; row++) {
    const keep = (into: Float64Array[], values: ArrayLike<number>) => {
      for (let output = 0; output < outputs; output++) into[output]![row] = values[output]!;
    };
    keep(atA, run(a, row, -1));
    keep(atB, run(b, row, -1));
    for (let input = 0; input < inputs; input++) keep(atSwapped[input]!, run(a, row, input));
  }

  const chance = chanceFrom(seed);
  // One row for each resampling: how often each row counts.
  const weights = Array.from({ length: resamples }, () => {
    const counts = new Uint16Array(rows);
    for (let i = 0; i < rows; i++) counts[Math.floor(chance() * rows)]!++;
    return counts;
  });
  const once = new Uint16Array(rows).fill(1);
  return Array.from({ length: outputs }, (_, output): SobolOutput => {
    const [ya, yb] = [atA[output]!, atB[output]!];
    const whole = momentsOf(ya, yb, once);
    const resampled = weights.map((counts) => momentsOf(ya, yb, counts));
    return {
      mean: {
        value: whole.mean,
        error: spreadOf(resampled.map(({ mean }) => mean)),
      },
      spread: Math.sqrt(whole.variance),
      indices: atSwapped.map((swapped): SobolIndex => {
        const ys = swapped[output]!;
        const value = indexOf(ya, yb, ys, once, whole);
        const around = weights.map((counts, i) => indexOf(ya, yb, ys, counts, resampled[i]!));
        return {
          first: { value: value.first, error: spreadOf(around.map(({ first }) => first)) },
          total: { value: value.total, error: spreadOf(around.map(({ total }) => total)) },
        };
      }),
    };
  });
}

/** Mean and variance over both samples, each row as often as it counts. */
function momentsOf(ya: Float64Array, yb: Float64Array, counts: Uint16Array) {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < counts.length; row++) {
    const [first, second] = [ya[row]!, yb[row]!];
    sum += counts[row]! * (first + second);
    squares += counts[row]! * (first * first + second * second);
  }
  const n = 2 * counts.length;
  const mean = sum / n;
  return { mean, variance: Math.max(0, squares / n - mean * mean) };
}

function indexOf(
  ya: Float64Array,
  yb: Float64Array,
  ys: Float64Array,
  counts: Uint16Array,
  { mean, variance }: ReturnType<typeof momentsOf>,
) {
  if (!(variance > 0)) return { first: 0, total: 0 };
  let first = 0;
  let total = 0;
  for (let row = 0; row < counts.length; row++) {
    const moved = ys[row]! - ya[row]!;
    first += counts[row]! * (yb[row]! - mean) * moved;
    total += counts[row]! * moved * moved;
  }
  const n = counts.length;
  return { first: first / n / variance, total: total / (2 * n) / variance };
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}

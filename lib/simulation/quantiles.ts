/** Brings the k-th smallest of values[from … to] to its place, smaller ones before it (Hoare 1961). */
function select(values: Float64Array, k: number, from: number, to: number): void {
  while (from < to) {
    const pivot = values[(from + to) >>> 1];
    let i = from;
    let j = to;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i <= j) {
        const kept = values[i];
        values[i] = values[j];
        values[j] = kept;
        i++;
        j--;
      }
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else return;
  }
}

const unchanged = (value: number) => value;

/**
 * Quantiles by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996), exact.
 * Reorders `values`. `levels` ascending, in 0–1; writes levels.length numbers to `out` from `at` on.
 * @param scale an increasing function: the quantiles are those of scale(value)
 */
export function quantilesInto(
  values: Float64Array,
  levels: readonly number[],
  out: Float64Array,
  at: number,
  scale: (value: number) => number = unchanged,
): void {
  const last = values.length - 1;
  let from = 0;
  for (let l = 0; l < levels.length; l++) {
    const position = levels[l] * last;
    const below = Math.floor(position);
    select(values, below, from, last);
    from = below;
    let value = scale(values[below]);
    if (position > below) {
      let above = Infinity;
      for (let i = below + 1; i <= last; i++) if (values[i] < above) above = values[i];
      value += (position - below) * (scale(above) - value);
    }
    out[at + l] = value;
  }
}

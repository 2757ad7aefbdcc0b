/** Looks for a minimum without derivatives (Nelder & Mead 1965): no chance in it, so the same every time. */
export function minimum(
  of: (point: readonly number[]) => number,
  start: readonly number[],
  step: number,
  { evaluations = 400, tolerance = 1e-9 } = {},
): { point: number[]; value: number } {
  const size = start.length;
  let used = 0;
  const measure = (point: number[]) => {
    used++;
    return { point, value: of(point) };
  };
  let simplex = [
    measure([...start]),
    ...start.map((_, axis) => measure(start.map((x, index) => x + (index === axis ? step : 0)))),
  ];
  while (used < evaluations) {
    simplex = simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0]!;
    const worst = simplex[size]!;
    if (worst.value - best.value < tolerance * (Math.abs(best.value) + tolerance)) break;
    const middle = start.map(
      (_, axis) => simplex.slice(0, size).reduce((sum, { point }) => sum + point[axis]!, 0) / size,
    );
    const along = (factor: number) =>
      measure(middle.map((x, axis) => x + factor * (worst.point[axis]! - x)));
    const reflected = along(-1);
    let next = reflected;
    if (reflected.value < best.value) {
      const expanded = along(-2);
      if (expanded.value < reflected.value) next = expanded;
    } else if (reflected.value >= simplex[size - 1]!.value) {
      next = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (next.value >= Math.min(worst.value, reflected.value)) {
        simplex = simplex.map((each) =>
          each === best
            ? best
            : measure(each.point.map((x, axis) => best.point[axis]! + (x - best.point[axis]!) / 2)),
        );
        continue;
      }
    }
    simplex[size] = next;
  }
  const [best] = simplex.sort((a, b) => a.value - b.value);
  return best!;
}

/** What knowing a number would take away from the spread of the answer: ranked bars with their error. */

export interface KnowingBar {
  id: string;
  label: string;
  /** Share of the variance, 0–1, and its standard error. */
  share: number;
  error: number;
  /** "61 % (55–67 %)". */
  figure: string;
}

export interface KnowingRow extends KnowingBar {
  buttonTop: number;
  nameY: number;
  figureY: number;
  y: number;
  barWidth: number;
  whisker: { x0: number; x1: number };
}

export interface KnowingGeometry {
  height: number;
  barHeight: number;
  rows: KnowingRow[];
}

const ROW = 66;
const BAR = 8;
const LEAST_FULL = 0.1;

/** Two standard errors to either side, held within what a share can be. */
export function rangeOfShare({
  share,
  error,
}: Pick<KnowingBar, 'share' | 'error'>): [number, number] {
  return [Math.max(0, share - 2 * error), Math.min(1, share + 2 * error)];
}

export function knowingGeometry(bars: readonly KnowingBar[], width: number): KnowingGeometry {
  const full = Math.max(LEAST_FULL, ...bars.map((bar) => rangeOfShare(bar)[1]));
  const x = (share: number) => (share / full) * (width - 2);
  return {
    height: bars.length * ROW,
    barHeight: BAR,
    rows: bars.map((bar, index) => {
      const top = index * ROW;
      const [low, high] = rangeOfShare(bar);
      return {
        ...bar,
        buttonTop: top + 19,
        nameY: top + 15,
        figureY: top + 35,
        y: top + 47,
        barWidth: Math.max(1.5, x(bar.share)),
        whisker: { x0: x(low), x1: x(high) },
      };
    }),
  };
}

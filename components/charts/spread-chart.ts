/** How far a stoppage spreads: sectors beneath each other, days beside each other, darker where more stands still. */

export interface SpreadRow {
  code: string;
  name: string;
  /** Share that stands still, by day, with and without the actions. */
  scenario: Float64Array;
  baseline: Float64Array;
}

export interface SpreadPeak {
  day: number;
  share: number;
  without: number;
}

/** The worst day within those shown. */
export function peakOf({ scenario, baseline }: SpreadRow, shownDays: number): SpreadPeak {
  let day = 0;
  let without = 0;
  for (let at = 0; at < Math.min(shownDays, scenario.length); at++) {
    if (scenario[at]! > scenario[day]!) day = at;
  }
  for (let at = 0; at < Math.min(shownDays, baseline.length); at++) {
    without = Math.max(without, baseline[at]!);
  }
  return { day, share: scenario[day] ?? 0, without };
}

export interface SpreadGeometry {
  height: number;
  plotLeft: number;
  plotRight: number;
  rows: { code: string; y: number; cells: { x: number; width: number; ink: number }[] }[];
  days: { day: number; x: number; anchor: 'start' | 'middle' | 'end' }[];
  /** Do names stand above their row instead of beside it? */
  isStacked: boolean;
}

const TOP = 18;
const AXIS = 24;
const FIGURES = 112;
const WIDE = 560;
/** Steps of ink: neighbours of one step are drawn as one piece. */
const STEPS = 40;

/** Ink of a share: its root, or the few per cent that travel through the network could not be seen at all. */
export function inkOf(share: number): number {
  return Math.round(Math.sqrt(Math.max(0, Math.min(1, share))) * STEPS) / STEPS;
}

export function spreadGeometry(
  rows: readonly SpreadRow[],
  shownDays: number,
  width: number,
): SpreadGeometry {
  const isStacked = width < WIDE;
  const plotLeft = isStacked ? 0 : Math.min(260, width * 0.32);
  const plotRight = isStacked ? width : width - FIGURES;
  const rowHeight = isStacked ? 38 : 20;
  const dayWidth = (plotRight - plotLeft) / shownDays;
  const last = shownDays - 1;
  return {
    height: TOP + rows.length * rowHeight + AXIS,
    plotLeft,
    plotRight,
    isStacked,
    rows: rows.map(({ code, scenario }, index) => {
      const cells: { x: number; width: number; ink: number }[] = [];
      for (let day = 0; day < shownDays; day++) {
        const ink = inkOf(scenario[day] ?? 0);
        const before = cells.at(-1);
        if (before?.ink === ink) before.width += dayWidth;
        else cells.push({ x: plotLeft + day * dayWidth, width: dayWidth, ink });
      }
      return {
        code,
        y: TOP + index * rowHeight + (isStacked ? 18 : 0),
        cells: cells.filter(({ ink }) => ink > 0),
      };
    }),
    days: [
      { day: 0, x: plotLeft, anchor: 'start' },
      { day: Math.round(last / 2), x: (plotLeft + plotRight) / 2, anchor: 'middle' },
      { day: last, x: plotRight, anchor: 'end' },
    ],
  };
}

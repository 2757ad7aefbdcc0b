/** Curves by day in panels of one size: small multiples, or one alone. */
import { area, line } from 'd3';

export interface Panel {
  id: string;
  title: string;
  /** By day; null where there is nothing to say. */
  scenario: readonly (number | null)[];
  baseline: readonly (number | null)[];
  /** 5/25/50/75/95 % points, entry day·5 + level; null: the line alone. */
  quantiles: Float64Array | null;
  /** Ends of the axis. */
  low: number;
  high: number;
}

export interface PanelGeometry {
  id: string;
  title: string;
  x: number;
  y: number;
  width: number;
  top: number;
  bottom: number;
  wideBand: string;
  middleBand: string;
  median: string;
  baseline: string;
  ticks: { value: number; y: number }[];
  days: { day: number; x: number; anchor: 'start' | 'middle' | 'end' }[];
}

export interface PanelsGeometry {
  height: number;
  panels: PanelGeometry[];
}

const LEVELS = 5;
const LEAST_PANEL = 250;
const GUTTER = 28;
const AXIS_ROOM = 58;
const TITLE_ROOM = 32;
const DAYS_ROOM = 24;
const ROW_GAP = 18;

/** The middle of each day's five quantiles. */
export function medians(quantiles: Float64Array, days: number): number[] {
  return Array.from({ length: days }, (_, day) => quantiles[day * LEVELS + 2]!);
}

/** Axis that holds the middle half of both and nought; its ends are round. */
export function roundedTop(value: number): number {
  if (value <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * unit).find((top) => top >= value) ?? value;
}

export function panelsGeometry(
  panels: readonly Panel[],
  shownDays: number,
  width: number,
  plotHeight: number,
): PanelsGeometry {
  const most = Math.max(1, Math.floor((width + GUTTER) / (LEAST_PANEL + GUTTER)));
  const columns = Math.min(panels.length, most);
  const panelWidth = (width - GUTTER * (columns - 1)) / columns;
  const rowHeight = TITLE_ROOM + plotHeight + DAYS_ROOM;
  const rows = Math.ceil(panels.length / columns);
  return {
    height: rows * rowHeight + (rows - 1) * ROW_GAP,
    panels: panels.map((panel, index): PanelGeometry => {
      const x = (index % columns) * (panelWidth + GUTTER);
      const y = Math.floor(index / columns) * (rowHeight + ROW_GAP);
      const top = y + TITLE_ROOM;
      const bottom = top + plotHeight;
      const left = x + AXIS_ROOM;
      const right = x + panelWidth;
      const span = panel.high - panel.low || 1;
      const atDay = (day: number) => left + ((day + 0.5) / shownDays) * (right - left);
      const at = (value: number) =>
        bottom -
        (Math.max(panel.low, Math.min(panel.high, value)) - panel.low) * (plotHeight / span);
      const curve = (values: readonly (number | null)[]) =>
        line<number | null>(
          (_, day) => atDay(day),
          (value) => at(value ?? 0),
        )
          .defined((value) => value !== null && Number.isFinite(value))
          .digits(2)(values.slice(0, shownDays)) ?? '';
      const { quantiles } = panel;
      const days = Math.min(shownDays, panel.scenario.length);
      const band = (low: number, high: number) =>
        quantiles === null
          ? ''
          : (area<number>(
              (day) => atDay(day),
              (day) => at(quantiles[day * LEVELS + low]!),
              (day) => at(quantiles[day * LEVELS + high]!),
            ).digits(2)(Array.from({ length: days }, (_, day) => day)) ?? '');
      const last = shownDays - 1;
      return {
        id: panel.id,
        title: panel.title,
        x,
        y,
        width: panelWidth,
        top,
        bottom,
        wideBand: band(0, 4),
        middleBand: band(1, 3),
        median: curve(panel.scenario),
        baseline: curve(panel.baseline),
        ticks: [panel.low, (panel.low + panel.high) / 2, panel.high].map((value) => ({
          value,
          y: at(value),
        })),
        days: [
          { day: 0, x: atDay(0), anchor: 'start' },
          { day: Math.round(last / 2), x: atDay(Math.round(last / 2)), anchor: 'middle' },
          { day: last, x: atDay(last), anchor: 'end' },
        ],
      };
    }),
  };
}

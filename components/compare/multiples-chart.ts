/** Leverage over time of several scenarios: small pictures of one size, on one scale. */
import { area, line } from 'd3';
import { QUANTILE_LEVELS, type EnsembleResult } from '../../lib/model/ensemble.ts';
import { leverageAt, ratioDomain, type RatioDomain } from '../charts/fan-chart.ts';
import { pushApart, shortened } from '../charts/label-placement.ts';

/** One scenario among those compared. */
export interface ComparedEntry {
  /** Tells them apart on the page. */
  key: string;
  name: string;
  /** As a sentence names it. */
  quoted: string;
  result: EnsembleResult;
  isBaseline: boolean;
}

export interface MultiplesPanel {
  key: string;
  /** The name, cut to the room there is. */
  title: string;
  isBaseline: boolean;
  x: number;
  y: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  wideBand: string;
  middleBand: string;
  median: string;
  baseline: string;
  /** Middles of the figures at the ends of the two lines; of the baseline's own panel one is enough. */
  label: { x: number; y: number };
  baselineLabel: { x: number; y: number } | null;
  ticks: { doublings: number; y: number }[];
  days: { day: number; x: number; anchor: 'start' | 'middle' | 'end' }[];
}

export interface MultiplesGeometry {
  height: number;
  panels: MultiplesPanel[];
}

const DOUBLING = Math.LN2;
const LEAST_PANEL = 270;
const GUTTER = 26;
const AXIS_ROOM = 44;
/** For "1 to 1.04" at the end of a line. */
const LABEL_ROOM = 68;
const TITLE_ROOM = 30;
const DAYS_ROOM = 24;
const ROW_GAP = 16;
const PLOT_HEIGHT = 150;
const LABEL_HEIGHT = 15;
const TICK_GAP = 22;

/** The scale that holds every one of them against the baseline. */
export function sharedDomain(entries: readonly ComparedEntry[], shownDays: number): RatioDomain {
  const baseline = entries.find(({ isBaseline }) => isBaseline)!.result;
  const domains = entries.map(({ result }) =>
    ratioDomain({ scenario: result, baseline }, shownDays),
  );
  return {
    low: Math.min(...domains.map(({ low }) => low)),
    high: Math.max(...domains.map(({ high }) => high)),
  };
}

/** As many beside each other as fit, in rows as equal as can be. */
function columnsFor(count: number, width: number): number {
  const most = Math.max(1, Math.floor((width + GUTTER) / (LEAST_PANEL + GUTTER)));
  return Math.ceil(count / Math.ceil(count / most));
}

export function multiplesGeometry(
  entries: readonly ComparedEntry[],
  shownDays: number,
  width: number,
): MultiplesGeometry {
  const columns = columnsFor(entries.length, width);
  const panelWidth = (width - GUTTER * (columns - 1)) / columns;
  const rowHeight = TITLE_ROOM + PLOT_HEIGHT + DAYS_ROOM;
  const rows = Math.ceil(entries.length / columns);
  const { low, high } = sharedDomain(entries, shownDays);
  const baseline = entries.find(({ isBaseline }) => isBaseline)!.result;
  const perDoubling = PLOT_HEIGHT / (high - low);
  const step = [1, 2, 3, 4].find((doublings) => doublings * perDoubling >= TICK_GAP) ?? 7;
  return {
    height: rows * rowHeight + (rows - 1) * ROW_GAP,
    panels: entries.map(({ key, name, result, isBaseline }, index): MultiplesPanel => {
      const x = (index % columns) * (panelWidth + GUTTER);
      const y = Math.floor(index / columns) * (rowHeight + ROW_GAP);
      const top = y + TITLE_ROOM;
      const bottom = top + PLOT_HEIGHT;
      const left = x + AXIS_ROOM;
      const right = x + panelWidth - LABEL_ROOM;
      const atDay = (day: number) => left + ((day + 0.5) / shownDays) * (right - left);
      const at = (log: number) =>
        Math.max(top, Math.min(bottom, bottom - (log / DOUBLING - low) * perDoubling));
      const daysOf = ({ days }: EnsembleResult) =>
        Array.from({ length: Math.min(shownDays, days) }, (_, day) => day);
      const curve = (of: EnsembleResult) =>
        line<number>(atDay, (day) => at(leverageAt(of, day)[2]!)).digits(2)(daysOf(of)) ?? '';
      const band = (from: number, to: number) =>
        area<number>(
          atDay,
          (day) => at(leverageAt(result, day)[from]!),
          (day) => at(leverageAt(result, day)[to]!),
        ).digits(2)(daysOf(result)) ?? '';
      const endOf = (of: EnsembleResult) =>
        at(leverageAt(of, Math.min(shownDays, of.days) - 1)[2]!);
      // The thousandth keeps the order where both lines end at one height.
      const wishes = isBaseline ? [endOf(result)] : [endOf(result), endOf(baseline) + 0.001];
      const middles = pushApart(
        wishes.map((wanted) => ({ wanted, height: LABEL_HEIGHT })),
        top,
        bottom,
      );
      const last = shownDays - 1;
      const middle = Math.round(last / 2);
      const ticks: MultiplesPanel['ticks'] = [];
      for (let k = Math.ceil(low / step) * step; k <= high + 1e-9; k += step) {
        ticks.push({ doublings: k, y: at(k * DOUBLING) });
      }
      return {
        key,
        title: shortened(name, panelWidth, true),
        isBaseline,
        x,
        y,
        left,
        right,
        top,
        bottom,
        wideBand: band(0, QUANTILE_LEVELS.length - 1),
        middleBand: band(1, 3),
        median: curve(result),
        baseline: isBaseline ? '' : curve(baseline),
        label: { x: right + 6, y: middles[0]! },
        baselineLabel: isBaseline ? null : { x: right + 6, y: middles[1]! },
        ticks,
        days: [
          { day: 0, x: atDay(0), anchor: 'start' },
          ...(middle > 0 && middle < last
            ? [{ day: middle, x: atDay(middle), anchor: 'middle' as const }]
            : []),
          ...(last > 0 ? [{ day: last, x: atDay(last), anchor: 'end' as const }] : []),
        ],
      };
    }),
  };
}

/** Leverage of a day in natural logs, five quantiles; null after a strike of declared length is over. */
export function leverageOn({ result }: ComparedEntry, day: number): readonly number[] | null {
  return day < result.days ? leverageAt(result, day) : null;
}

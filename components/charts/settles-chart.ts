/** On which days a dispute ends, and how; and what the chance still is for one that is open. */
import type { EnsembleResult } from '../../lib/model/ensemble.ts';

export const ENDS = ['conceded', 'compromised', 'collapsed'] as const;

export interface EndBin {
  firstDay: number;
  lastDay: number;
  conceded: number;
  compromised: number;
  collapsed: number;
  /** All three, of the baseline. */
  baseline: number;
}

/** Longer than this, people count weeks. */
const MOST_BARS = 50;

export function binDays(shownDays: number): number {
  return shownDays > MOST_BARS ? 7 : 1;
}

/** Chance that it ends in each bin of days; the bins' sums are what has ended by the last of them. */
export function endBins(
  scenario: EnsembleResult,
  baseline: EnsembleResult,
  shownDays: number,
): EndBin[] {
  const length = binDays(shownDays);
  const by = (result: EnsembleResult, ending: (typeof ENDS)[number], day: number) =>
    day < 0 ? 0 : result.endings[ending][Math.min(day, result.days - 1)]!;
  return Array.from({ length: Math.ceil(shownDays / length) }, (_, bin) => {
    const firstDay = bin * length;
    const lastDay = Math.min(shownDays, firstDay + length) - 1;
    const within = (result: EnsembleResult, ending: (typeof ENDS)[number]) =>
      by(result, ending, lastDay) - by(result, ending, firstDay - 1);
    return {
      firstDay,
      lastDay,
      conceded: within(scenario, 'conceded'),
      compromised: within(scenario, 'compromised'),
      collapsed: within(scenario, 'collapsed'),
      baseline: ENDS.reduce((sum, ending) => sum + within(baseline, ending), 0),
    };
  });
}

/** The first day by whose evening half of all disputes are over; null: none within the horizon. */
export function halfOverBy({ endings, days }: EnsembleResult): number | null {
  for (let day = 0; day < days; day++) if (endings.open[day]! <= 0.5) return day;
  return null;
}

/** Below this chance of being open there is next to nothing to say a chance about. */
const HARDLY_OPEN = 0.02;

/** By day: chance of a concession by the horizon, given that it is open on the evening of the day. */
export function winLater({ endings, days }: EnsembleResult): (number | null)[] {
  const end = endings.conceded[days - 1]!;
  return Array.from({ length: days }, (_, day) =>
    endings.open[day]! < HARDLY_OPEN || day === days - 1
      ? null
      : Math.max(0, Math.min(1, (end - endings.conceded[day]!) / endings.open[day]!)),
  );
}

export interface SettlesGeometry {
  height: number;
  left: number;
  right: number;
  bottom: number;
  bars: {
    x: number;
    width: number;
    parts: { ending: (typeof ENDS)[number]; y: number; height: number }[];
  }[];
  baseline: string;
  ticks: { share: number; y: number }[];
  days: { day: number; x: number; anchor: 'start' | 'middle' | 'end' }[];
}

const LEFT = 44;
const BOTTOM = 26;
const TOP = 12;
const HEIGHT = 230;

export function settlesGeometry(bins: readonly EndBin[], width: number): SettlesGeometry {
  const high = Math.max(
    0.001,
    ...bins.map((bin) => bin.conceded + bin.compromised + bin.collapsed),
    ...bins.map((bin) => bin.baseline),
  );
  const bottom = HEIGHT - BOTTOM;
  const last = bins.at(-1)?.lastDay ?? 0;
  // The last bin may have fewer days: it is as much narrower.
  const x = (day: number) => LEFT + (day / (last + 1)) * (width - LEFT);
  const y = (share: number) => bottom - (share / high) * (bottom - TOP);
  const bars = bins.map((bin) => {
    let sum = 0;
    return {
      x: x(bin.firstDay),
      width: Math.max(1, x(bin.lastDay + 1) - x(bin.firstDay) - 1),
      parts: ENDS.map((ending) => {
        const from = y(sum);
        sum += bin[ending];
        return { ending, y: y(sum), height: Math.max(0, from - y(sum)) };
      }),
    };
  });
  const baseline = bins
    .map((bin, index) => {
      const at = y(bin.baseline).toFixed(2);
      const from = x(bin.firstDay).toFixed(2);
      const to = x(bin.lastDay + 1).toFixed(2);
      return `${index === 0 ? 'M' : 'L'}${from},${at}L${to},${at}`;
    })
    .join('');
  const middle = Math.round(last / 2);
  return {
    height: HEIGHT,
    left: LEFT,
    right: width,
    bottom,
    bars,
    baseline,
    ticks: [0, high / 2, high].map((share) => ({ share, y: y(share) })),
    days: [
      { day: 0, x: LEFT, anchor: 'start' },
      { day: middle, x: x(middle + 0.5), anchor: 'middle' },
      { day: last, x: width, anchor: 'end' },
    ],
  };
}

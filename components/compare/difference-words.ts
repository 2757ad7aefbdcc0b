/** What differs from the baseline, in figures with their ranges: never finer than the futures carry. */
import { QUANTILE_LEVELS, type EnsembleResult, type GuardRail } from '../../lib/model/ensemble.ts';
import type { Difference } from '../../lib/model/study.ts';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { leverageAt } from '../charts/fan-chart.ts';
import {
  formatPointsNumber,
  formatRatio,
  formatRatioRange,
  formatShare,
  formatWhole,
  inHundred,
  wholeHundred,
} from '../charts/format.ts';
import type { ComparedEntry } from './multiples-chart.ts';

const words = studioMessages.compare.differences;
const LEVELS = QUANTILE_LEVELS.length;
/** The model's yardstick: less than half a point is no difference. */
const HALF_A_POINT = 0.005;
/** Less than a twentieth of a point is written as 0. */
const WRITTEN_AS_NOUGHT = 0.0005;

export interface ComparedWithDifference extends ComparedEntry {
  /** null for the baseline. */
  difference: Difference | null;
}

export interface DifferenceCell {
  /** Of the scenario. */
  value: string;
  /** Less the baseline's; '' where there is nothing to say. */
  change: string;
}

export interface DifferenceRow {
  id: string;
  label: string;
  /** One for each entry. */
  cells: DifferenceCell[];
}

/**
 * A difference of shares in points: tenths only where two standard errors of its mean are less than half a point.
 */
export function pointsWithin(share: number, standardError: number): string {
  const isFine = 2 * standardError < HALF_A_POINT;
  if (isFine) return messages.charts.points(formatPointsNumber(share));
  const whole = Math.round(Math.abs(share) * 100);
  const sign = whole === 0 ? '' : share < 0 ? '−' : '+';
  return messages.charts.points(`${sign}${formatWhole(whole)}`);
}

/** The same of a count in 100: whole ones. */
function countChange(share: number): string {
  const whole = Math.round(Math.abs(share) * 100);
  if (whole === 0) return words.noDifference;
  return words.inHundred(`${share < 0 ? '−' : '+'}${formatWhole(whole)}`);
}

/** The first day by whose evening this share of all disputes is over; null: none that is run. */
function overBy({ endings, days }: EnsembleResult, share: number): number | null {
  for (let day = 0; day < days; day++) if (endings.open[day]! <= 1 - share) return day;
  return null;
}

const dayWords = (day: number | null) => (day === null ? words.notWithin : words.half(day));

function settles(result: EnsembleResult, baseline: EnsembleResult | null): DifferenceCell {
  const day = overBy(result, 0.5);
  const range = words.quarters(dayWords(overBy(result, 0.25)), dayWords(overBy(result, 0.75)));
  const other = baseline && overBy(baseline, 0.5);
  const change =
    baseline === null || day === null || other === null
      ? ''
      : day === other
        ? words.sameDay
        : day > other
          ? words.later(day - other)
          : words.earlier(other - day);
  return { value: words.value(dayWords(day), range), change };
}

/** Median with 90 of 100 futures of a share of a day; null where that day is not run, or was not asked for. */
function shareOn(
  result: EnsembleResult,
  quantity: 'hardship' | 'support',
  day: number,
): { middle: number; low: number; high: number } | null {
  const quantiles = result.quantiles[quantity];
  if (!quantiles || day >= result.days) return null;
  const at = (level: number) => quantiles[day * LEVELS + level]!;
  return { middle: at(2), low: at(0), high: at(LEVELS - 1) };
}

function stateCell(
  quantity: 'hardship' | 'support',
  day: number,
  result: EnsembleResult,
  baseline: EnsembleResult | null,
): DifferenceCell {
  const here = shareOn(result, quantity, day);
  if (!here) return { value: messages.charts.strikeOver, change: '' };
  const range = messages.charts.range(formatShare(here.low), formatShare(here.high));
  const other = baseline && shareOn(baseline, quantity, day);
  const points = other ? Math.round((here.middle - other.middle) * 100) / 100 : 0;
  const change = !other
    ? ''
    : points === 0
      ? words.noDifference
      : messages.charts.points(`${points < 0 ? '−' : '+'}${formatWhole(Math.abs(points) * 100)}`);
  return { value: words.value(formatShare(here.middle), range), change };
}

function leverageCell(day: number, result: EnsembleResult): DifferenceCell {
  if (day >= result.days) return { value: messages.charts.strikeOver, change: '' };
  const values = leverageAt(result, day);
  const range = formatRatioRange(values[0]!, values[LEVELS - 1]!);
  return { value: words.value(formatRatio(values[2]!), range), change: '' };
}

export interface DifferenceSetting {
  /** The day that the page speaks of. */
  day: number;
  limits: { hardshipLimit: number; supportLimit: number };
}

function railLabel(rail: GuardRail, { limits }: DifferenceSetting): string {
  switch (rail) {
    case 'fundEmpty':
    case 'fewerThanHalfOut':
      return words[rail];
    case 'hardshipOverLimit':
      return words.hardshipOverLimit(formatShare(limits.hardshipLimit));
    case 'supportUnderLimit':
      return words.supportUnderLimit(formatShare(limits.supportLimit));
    default:
      return rail satisfies never;
  }
}

/** Nothing that could be written, not even at the ends of the range. */
function isNothing({ win }: Difference): boolean {
  return [win.mean, ...win.quantiles].every((share) => Math.abs(share) < WRITTEN_AS_NOUGHT);
}

function gainWords({ win }: Difference) {
  const say = (share: number) => pointsWithin(share, win.standardError);
  return {
    gain: say(win.mean),
    low: say(win.quantiles[0]!),
    high: say(win.quantiles[LEVELS - 1]!),
  };
}

export function differenceRows(
  entries: readonly ComparedWithDifference[],
  setting: DifferenceSetting,
): DifferenceRow[] {
  const { day } = setting;
  const baseline = entries.find(({ isBaseline }) => isBaseline)!.result;
  const lastDay = baseline.days - 1;
  const row = (
    id: string,
    label: string,
    cell: (entry: ComparedWithDifference, besides: EnsembleResult | null) => DifferenceCell,
  ): DifferenceRow => ({
    id,
    label,
    cells: entries.map((entry) => cell(entry, entry.isBaseline ? null : baseline)),
  });
  const rail = (name: GuardRail) =>
    row(name, railLabel(name, setting), ({ result, difference }) => ({
      value: inHundred(result.guardRails[name]),
      change: difference ? countChange(difference.guardRails[name]) : '',
    }));
  const ending = (name: 'compromised' | 'collapsed') =>
    row(name, words[name], ({ result, difference }) => ({
      value: inHundred(result.endings[name][result.days - 1]!),
      change: difference ? countChange(difference[name]) : '',
    }));
  return [
    row('win', words.win(lastDay), ({ result, difference }) => {
      const value = formatShare(result.endings.conceded[result.days - 1]!);
      if (!difference) return { value, change: '' };
      if (isNothing(difference)) return { value, change: words.noDifference };
      const { gain, low, high } = gainWords(difference);
      return { value, change: words.change(gain, low, high) };
    }),
    row('hundred', words.hundred, ({ difference }) => {
      if (!difference) return { value: messages.charts.none, change: '' };
      const { helps, indifferent, hurts } = wholeHundred(
        difference.helps,
        difference.indifferent,
        difference.hurts,
      );
      return { value: words.hundredWords({ helps, same: indifferent, hurts }), change: '' };
    }),
    row('settles', words.settles, ({ result }, besides) => settles(result, besides)),
    row('leverage', words.leverage(day), ({ result }) => leverageCell(day, result)),
    ending('compromised'),
    ending('collapsed'),
    row('hardship', words.hardship(day), ({ result }, besides) =>
      stateCell('hardship', day, result, besides),
    ),
    row('support', words.support(day), ({ result }, besides) =>
      stateCell('support', day, result, besides),
    ),
    rail('fundEmpty'),
    rail('hardshipOverLimit'),
    rail('supportUnderLimit'),
    rail('fewerThanHalfOut'),
  ];
}

const upperFirst = (text: string) => text[0]!.toUpperCase() + text.slice(1);

/** Of each that is held against the baseline, whether it helps, and how surely. */
export function verdicts(entries: readonly ComparedWithDifference[]): string[] {
  return entries.flatMap(({ quoted, difference }) => {
    if (!difference) return [];
    if (isNothing(difference)) return [words.is.equal(upperFirst(quoted))];
    const { mean } = difference.win;
    const figures = { name: upperFirst(quoted), ...gainWords(difference) };
    if (Math.abs(mean) < HALF_A_POINT) return [words.is.same(figures)];
    const { helps, hurts } = wholeHundred(
      difference.helps,
      difference.indifferent,
      difference.hurts,
    );
    return [
      mean > 0 ? words.is.better({ ...figures, helps }) : words.is.worse({ ...figures, hurts }),
    ];
  });
}

/** How far a chance counted in 100 may be off: two standard errors at worst, as if the futures were drawn at random. */
export function countsMayBeOff(futures: number): number {
  return Math.ceil(200 * Math.sqrt(0.25 / futures));
}

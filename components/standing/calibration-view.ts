/** What a calibration says and how it is drawn: nothing is fitted anew, sentences and marks follow from the report. */
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import { LOCALE } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import {
  CONSTANT_SETS,
  HAZARD_KEYS,
  OUTCOMES,
  type CalibrationOf,
  type CalibrationReport,
  type ConstantSet,
  type HazardConstants,
  type HazardKey,
  type TargetsMet,
} from '../../lib/model/track-record.ts';
import { formatShare } from '../charts/format.ts';
import { pushApart } from '../charts/label-placement.ts';

const words = studioMessages.trackRecord.calibration;

/** What counts as met: each length within this part of what is asked, each ending's share within this. */
export const QUANTILE_WITHIN = 0.1;
export const OUTCOME_WITHIN = 0.03;

const tenths = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
/** "8.0", "127". */
export const formatDays = (days: number) =>
  days < 99.95 ? tenths.format(days) : String(Math.round(days));
/** "19.0%". */
export const formatOutcome = (share: number) => words.percent(tenths.format(share * 100));

const exact = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
/** "7.4%". */
export const formatPart = (share: number) => exact.format(share);
const points = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
/** A gap of two shares: "3.4 points"; what is not nothing never reads as 0. */
export function formatGap(gap: number): string {
  const isLost = gap > 0 && gap < 0.0005;
  return isLost
    ? words.under(words.points(points.format(0.1)))
    : words.points(points.format(gap * 100));
}
const three = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });
/** Constants and what is asked, to three digits. */
export const formatThree = (value: number) => three.format(value);

function missesOf(report: CalibrationReport, met: TargetsMet): string[] {
  const quantiles = report.levels.flatMap((level, index) => {
    const asked = report.stated[index]!;
    const days = met.quantiles[index]!;
    const off = Math.abs(days / asked - 1);
    if (off <= QUANTILE_WITHIN) return [];
    return words.quantileMiss({
      level: formatShare(level),
      days: formatDays(days),
      asked: formatThree(asked),
      off: formatPart(off),
    });
  });
  const outcomes = OUTCOMES.flatMap((outcome) => {
    const [share, asked] = [met.outcomes[outcome], report.outcomes[outcome]];
    if (Math.abs(share - asked) <= OUTCOME_WITHIN) return [];
    return words.outcomeMiss({
      outcome: words.outcomes[outcome],
      share: formatOutcome(share),
      asked: formatPart(asked),
    });
  });
  return [...quantiles, ...outcomes];
}

export interface MetSentence {
  isMet: boolean;
  text: string;
}

/** Whether each set of constants meets the targets in each set-up, what is missed first. */
export function metSentences(report: CalibrationReport): MetSentence[] {
  const said = report.setUps.flatMap((setUp) =>
    CONSTANT_SETS.map((set): MetSentence => {
      const met = setUp.met[set];
      const name = words.setUps[setUp.setUp];
      const text = met.isMet
        ? words.met({
            setUp: name,
            set,
            quantile: formatPart(met.worstStated),
            outcome: formatGap(met.worstOutcome),
          })
        : words.notMet({ setUp: name, set, misses: missesOf(report, met) });
      return { isMet: met.isMet, text };
    }),
  );
  return [...said.filter(({ isMet }) => !isMet), ...said.filter(({ isMet }) => isMet)];
}

/** Constants are written with two or three digits, so that adopted ones lie this near to what was fitted. */
const SAME_WITHIN = 0.01;

/** Which of the report's constants the model runs with: the fit's, as rounded, or model 1's, or others. */
export function standsSentence({ constants }: CalibrationReport, model: HazardConstants): string {
  const isAt = (set: ConstantSet) =>
    HAZARD_KEYS.every((key) => Math.abs(Math.log(model[key] / constants[set][key])) <= SAME_WITHIN);
  if (isAt('fitted')) return words.stands.fitted;
  return isAt('before') ? words.stands.before : words.stands.neither;
}

export interface Target {
  label: string;
  asked: number;
  low: number;
  high: number;
}

export interface TargetRow {
  /** Its set-up, and whose constants. */
  setUp: CalibrationOf['setUp'];
  set: ConstantSet;
  values: number[];
}

export function lengthTargets({ levels, stated }: CalibrationReport): Target[] {
  return stated.map((asked, index) => ({
    label: formatShare(levels[index]!),
    asked,
    low: asked * (1 - QUANTILE_WITHIN),
    high: asked * (1 + QUANTILE_WITHIN),
  }));
}

export function outcomeTargets({ outcomes }: CalibrationReport): Target[] {
  return OUTCOMES.map((outcome) => ({
    label: words.outcomes[outcome],
    asked: outcomes[outcome],
    low: outcomes[outcome] - OUTCOME_WITHIN,
    high: outcomes[outcome] + OUTCOME_WITHIN,
  }));
}

export function targetRows(
  { setUps }: CalibrationReport,
  valuesOf: (met: TargetsMet) => number[],
): TargetRow[] {
  return setUps.flatMap((setUp) =>
    CONSTANT_SETS.map((set) => ({
      setUp: setUp.setUp,
      set,
      values: valuesOf(setUp.met[set]),
    })),
  );
}

export interface TargetGeometry {
  height: number;
  top: number;
  bottom: number;
  bands: { label: string; x: number; from: number; width: number }[];
  ticks: { value: number; x: number }[];
  rows: {
    row: TargetRow;
    /** Where its set-up is named, if it is the first of it. */
    heading: number | null;
    y: number;
    /** Values stand above their marks, and beside one another. */
    marks: { value: number; x: number; labelX: number; isOff: boolean }[];
  }[];
}

const TOP = 44;
const HEADING = 24;
const ROW = 32;
const AXIS = 22;
/** Room for a value of five characters. */
const LABEL = 36;
const DAY_TICKS = [1, 2, 5, 10, 20, 50, 100, 200, 400];

/** Rows of marks over bands that show what is asked. @param left where the rows' names end */
export function targetGeometry(
  targets: readonly Target[],
  rows: readonly TargetRow[],
  scale: 'days' | 'shares',
  left: number,
  right: number,
): TargetGeometry {
  const all = [
    ...targets.flatMap(({ low, high }) => [low, high]),
    ...rows.flatMap((r) => r.values),
  ];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const x: ScaleContinuousNumeric<number, number> =
    scale === 'days'
      ? scaleLog([least / 1.15, most * 1.15], [left, right])
      : scaleLinear([Math.max(0, least - 0.04), Math.min(1, most + 0.04)], [left, right]);
  const [from, to] = x.domain() as [number, number];
  const ticks = (scale === 'days' ? DAY_TICKS : x.ticks(right - left < 380 ? 4 : 8)).filter(
    (value) => value >= from && value <= to,
  );
  let y = TOP;
  const placed = rows.map((row, index) => {
    const isFirst = index === 0 || rows[index - 1]!.setUp !== row.setUp;
    const heading = isFirst ? y + HEADING - 8 : null;
    if (isFirst) y += HEADING;
    const middle = y + ROW / 2;
    y += ROW;
    const middles = row.values.map(x);
    const labels = pushApart(
      middles.map((wanted) => ({ wanted, height: LABEL })),
      left,
      right + LABEL / 2,
    );
    return {
      row,
      heading,
      y: middle,
      marks: row.values.map((value, at) => {
        const { low, high } = targets[at]!;
        return { value, x: middles[at]!, labelX: labels[at]!, isOff: value < low || value > high };
      }),
    };
  });
  return {
    height: y + AXIS,
    // Below the first set-up's name.
    top: TOP + HEADING,
    bottom: y,
    bands: targets.map(({ label, asked, low, high }) => ({
      label,
      x: x(asked),
      from: x(low),
      width: x(high) - x(low),
    })),
    ticks: ticks.map((value) => ({ value, x: x(value) })),
    rows: placed,
  };
}

/** Sets that are drawn beside model 1's. */
export const LATER_SETS = ['shipped', 'fitted'] as const;
export type LaterSet = (typeof LATER_SETS)[number];

export interface ConstantGeometry {
  height: number;
  top: number;
  bottom: number;
  one: number;
  ticks: { value: number; x: number }[];
  rows: {
    key: HazardKey;
    set: LaterSet;
    /** Where the constant is named, if it is the first row of it. */
    heading: number | null;
    y: number;
    x: number;
    /** Only a fit has one. */
    range: { low: number; high: number } | null;
  }[];
}

const FACTORS = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10];
const CONSTANT_TOP = 6;
const CONSTANT_ROW = 26;

/** Each constant that is run with, and each fitted one, as a multiple of model 1's, on a logarithmic scale. */
export function constantGeometry(
  { constants, ranges }: CalibrationReport,
  left: number,
  right: number,
): ConstantGeometry {
  const all = HAZARD_KEYS.flatMap((key) =>
    [...LATER_SETS.map((set) => constants[set][key]), ...ranges[key]].map(
      (value) => value / constants.before[key],
    ),
  );
  const x = scaleLog([Math.min(1, ...all) / 1.06, Math.max(1, ...all) * 1.06], [left, right]);
  let y = CONSTANT_TOP;
  const rows = HAZARD_KEYS.flatMap((key) =>
    LATER_SETS.map((set, index) => {
      const heading = index === 0 ? y + HEADING - 8 : null;
      if (index === 0) y += HEADING;
      const middle = y + CONSTANT_ROW / 2;
      y += CONSTANT_ROW;
      const factor = (value: number) => x(value / constants.before[key]);
      const [low, high] = ranges[key];
      return {
        key,
        set,
        heading,
        y: middle,
        x: factor(constants[set][key]),
        range: set === 'fitted' ? { low: factor(low), high: factor(high) } : null,
      };
    }),
  );
  const [from, to] = x.domain() as [number, number];
  return {
    height: y + AXIS,
    top: CONSTANT_TOP,
    bottom: y,
    one: x(1),
    ticks: FACTORS.filter((value) => value >= from && value <= to).map((value) => ({
      value,
      x: x(value),
    })),
    rows,
  };
}

/** What a calibration says and how it is drawn: nothing is fitted anew, sentences and marks follow from the report. */
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import { LOCALE } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import {
  HAZARD_KEYS,
  OUTCOMES,
  type CalibrationOf,
  type CalibrationReport,
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

export type Time = 'before' | 'after';
export const TIMES = ['before', 'after'] as const;

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

export function metAt(setUp: CalibrationOf, time: Time): TargetsMet {
  return time === 'before' ? setUp.beforeMet : setUp.afterMet;
}

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

/** Whether each set-up meets the targets before and after, what is missed first. */
export function metSentences(report: CalibrationReport): MetSentence[] {
  const said = report.setUps.flatMap((setUp) =>
    TIMES.map((time): MetSentence => {
      const met = metAt(setUp, time);
      const name = words.setUps[setUp.setUp];
      const text = met.isMet
        ? words.met({
            setUp: name,
            time,
            quantile: formatPart(met.worstStated),
            outcome: formatGap(met.worstOutcome),
          })
        : words.notMet({ setUp: name, time, misses: missesOf(report, met) });
      return { isMet: met.isMet, text };
    }),
  );
  return [...said.filter(({ isMet }) => !isMet), ...said.filter(({ isMet }) => isMet)];
}

/** Constants are written with two or three digits, so that adopted ones lie this near to what was fitted. */
const SAME_WITHIN = 0.01;

/** Which of the report's constants the model runs with: those nearest to them, if near at all. */
export function standsSentence(report: CalibrationReport, model: HazardConstants): string {
  const gapTo = (constants: HazardConstants) =>
    Math.max(...HAZARD_KEYS.map((key) => Math.abs(Math.log(model[key] / constants[key]))));
  const gaps = report.setUps.flatMap((setUp) =>
    TIMES.map((time) => ({ time, setUp: setUp.setUp, gap: gapTo(setUp[time]) })),
  );
  const nearest = gaps.toSorted((a, b) => a.gap - b.gap)[0];
  if (!nearest || nearest.gap > SAME_WITHIN) return words.stands.neither;
  const alike = gaps.filter(({ time, gap }) => time === nearest.time && gap === nearest.gap);
  if (alike.length === report.setUps.length) return words.stands[nearest.time];
  const ofOne = nearest.time === 'before' ? words.stands.beforeOf : words.stands.afterOf;
  return ofOne(words.setUps[nearest.setUp]);
}

export interface Target {
  label: string;
  asked: number;
  low: number;
  high: number;
}

export interface TargetRow {
  /** Its set-up, and when. */
  setUp: CalibrationOf['setUp'];
  time: Time;
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
    TIMES.map((time) => ({
      setUp: setUp.setUp,
      time,
      values: valuesOf(metAt(setUp, time)),
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

export interface ConstantGeometry {
  height: number;
  top: number;
  bottom: number;
  one: number;
  ticks: { value: number; x: number }[];
  rows: {
    key: HazardKey;
    setUp: CalibrationOf;
    /** Where the constant is named, if it is the first row of it. */
    heading: number | null;
    y: number;
    x: number;
    low: number;
    high: number;
  }[];
}

const FACTORS = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10];
const CONSTANT_TOP = 6;
const CONSTANT_ROW = 26;

/** Each constant after as a multiple of what it was before, on a logarithmic scale. */
export function constantGeometry(
  setUps: readonly CalibrationOf[],
  left: number,
  right: number,
): ConstantGeometry {
  const all = setUps.flatMap(({ before, after, ranges }) =>
    HAZARD_KEYS.flatMap((key) => [after[key], ...ranges[key]].map((value) => value / before[key])),
  );
  const x = scaleLog([Math.min(1, ...all) / 1.06, Math.max(1, ...all) * 1.06], [left, right]);
  let y = CONSTANT_TOP;
  const rows = HAZARD_KEYS.flatMap((key) =>
    setUps.map((setUp, index) => {
      const heading = index === 0 ? y + HEADING - 8 : null;
      if (index === 0) y += HEADING;
      const middle = y + CONSTANT_ROW / 2;
      y += CONSTANT_ROW;
      const factor = (value: number) => x(value / setUp.before[key]);
      const [low, high] = setUp.ranges[key];
      return {
        key,
        setUp,
        heading,
        y: middle,
        x: factor(setUp.after[key]),
        low: factor(low),
        high: factor(high),
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

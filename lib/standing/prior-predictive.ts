/**
 * What the simulator expects of a strike of which nothing is known but its industry and the day it begins: the generic
 * campaign with every range at work, and what strikes on record say of five things in each industry.
 *
 * - Endurance: one factor on how long both sides can hold out.
 * - How much disputes differ beyond what the campaign's ranges say: a spread of that factor, and the gamma frailty.
 * - The ramp: how slowly hazards set in.
 * - Strikes of fixed length: a share of strikes ends on a day that was set beforehand. The file does not say which, so
 *   the share is estimated as a part of the mixture, over lengths that can be declared: a few days, or whole weeks up
 *   to four (which the file counts as 8, 15, 22 and 29 days: back at work on the weekday of the walk-out).
 *
 * None of them is known exactly, so the forecast is the mean over all of them, each weighted by how well it explains the
 * strikes on record (Bayes, on a grid). Industries are held together: what holds for all strikes is the prior of each
 * one, which counts the more the fewer strikes it has. Strikes get shorter and more different over the years, so recent
 * ones count more: by half for every so many years of age. Nothing is known of the training strikes beyond the day
 * before the split.
 */
import { exp, log } from '../model/arithmetic.ts';
import { yearOf, type StrikeDuration } from './durations.ts';
import {
  CELL_NUMBERS,
  CELLS,
  declaredBy,
  ENDURANCE_STEP,
  FIXED_LENGTHS,
  SHARES,
  type CellNumbers,
  type LengthGrid,
} from './length-grid.ts';
import { addLength, noLengths, type Lengths } from './lifetimes.ts';

/** How far industries lie from all strikes together, sd: endurance by about 40 %, a frailty by about a third. */
const SD_ENDURANCE = 0.35;
const SD_FRAILTY = 0.3;
const SD_SPREAD = 0.3;
const SD_LN_RAMP = 0.5;
const SD_SHARE = 0.05;
/** A trend's own prior, sd: some 3 % a year. It is looked for over more years than the levels. */
const SD_TREND = 0.03;
const TREND_HALF_LIFE = 8;
/** Each year after the split a trend goes on by this part of the year before (Gardner & McKenzie 1985). */
export const TREND_DAMPING = 0.5;

/** A strike as it was known on the morning of the split. */
export interface KnownStrike {
  industry: string;
  startYear: number;
  days: number;
  /** Whole days after which it was still open then; null: it had ended. */
  openAfter: number | null;
}

/**
 * The strikes that had begun before a day, with what was known of them that morning: of one that was still open, how
 * long it had lasted, and nothing of what came later.
 */
export function knownOn(strikes: readonly StrikeDuration[], day: number): KnownStrike[] {
  return strikes
    .filter(({ startDay }) => startDay < day)
    .map(({ industry, startDay, days }) => {
      const soFar = day - startDay;
      const isOver = days <= soFar;
      return {
        industry,
        startYear: yearOf(startDay),
        days: isOver ? days : soFar,
        openAfter: isOver ? null : soFar,
      };
    });
}

const LN_HALF = log(0.5);

/** How much a strike counts by its age at the split; null: all alike. */
export function weightByAge(ageYears: number, halfLifeYears: number | null): number {
  return halfLifeYears === null ? 1 : exp((LN_HALF * ageYears) / halfLifeYears);
}

export interface FitOptions {
  byIndustry: boolean;
  trend: boolean;
  fixedLengths: boolean;
  /** Years after which a strike counts half; null: all count alike. */
  halfLifeYears: number | null;
}

export interface IndustryFit extends CellNumbers {
  /** '' stands for every industry that has no fit of its own. */
  industry: string;
  strikes: number;
  stillOpen: number;
  /** Its strikes, each counted by its age. */
  weighed: number;
  fixedLengthShare: number;
  /** How likely each cell of the grid is with strikes that may go on, times the chance that a strike is one. */
  weights: Float64Array;
}

export interface PriorPredictive {
  options: FitOptions;
  /** Change of ln endurance per year; 0 where no trend is part of the forecast. */
  trendPerYear: number;
  /** Mean start of the training strikes, each counted by its age. */
  middleYear: number;
  splitYear: number;
  /** How the strikes of fixed length spread over FIXED_LENGTHS. */
  fixedLengths: number[];
  industries: IndustryFit[];
}

/** Years counted for the trend: as they are up to the split, then ever shorter ones. */
export function trendYears(fit: Pick<PriorPredictive, 'middleYear' | 'splitYear'>, year: number) {
  const { middleYear, splitYear } = fit;
  if (year <= splitYear) return year - middleYear;
  // Σ over k years of damping^k, its own continuation between whole years.
  const beyond =
    (TREND_DAMPING * (1 - exp((year - splitYear) * log(TREND_DAMPING)))) / (1 - TREND_DAMPING);
  return splitYear - middleYear + beyond;
}

/**
 * Fits the prior predictive to what was known on the morning of the split.
 * @param grid of the generic campaign, run for as many days as the support has
 */
export function fitPriorPredictive(
  strikes: readonly KnownStrike[],
  splitYear: number,
  grid: LengthGrid,
  options: FitOptions,
): PriorPredictive {
  const weights = strikes.map(({ startYear }) =>
    weightByAge(splitYear - startYear, options.halfLifeYears),
  );
  const groupOf = (industry: string): Group => {
    const lengths = noLengths(grid.days);
    let [count, stillOpen, weighed] = [0, 0, 0];
    strikes.forEach((strike, index) => {
      if (industry !== '' && strike.industry !== industry) return;
      addLength(lengths, strike.days, strike.openAfter, weights[index]!);
      count++;
      weighed += weights[index]!;
      if (strike.openAfter !== null) stillOpen++;
    });
    return { industry, strikes: count, stillOpen, weighed, lengths };
  };
  const all = groupOf('');
  const fixed = options.fixedLengths ? spreadOfFixedLengths(all.lengths, grid) : null;
  const whole = fitGroup(all, grid, fixed, null);
  const names = options.byIndustry ? [...new Set(strikes.map(({ industry }) => industry))] : [];
  const industries = names
    .filter((name) => name !== '')
    .sort()
    .map((name) => fitGroup(groupOf(name), grid, fixed, whole));
  const middle = strikes.reduce((sum, { startYear }, i) => sum + weights[i]! * startYear, 0);
  return {
    options,
    trendPerYear: options.trend ? trendOf(strikes, splitYear) : 0,
    middleYear: middle / all.weighed,
    splitYear,
    fixedLengths: fixed ?? FIXED_LENGTHS.map(() => 0),
    industries: [whole, ...industries],
  };
}

interface Group {
  industry: string;
  strikes: number;
  stillOpen: number;
  weighed: number;
  lengths: Lengths;
}

const LN_RAMPS = Float64Array.from(CELL_NUMBERS, ({ rampDays }) => log(rampDays));
/** ln of a weight beside the largest that is not worth its arithmetic: one in a billion. */
const NOTHING = -20.7;

type Means = CellNumbers & { fixedLengthShare: number };

/** The grid's weights for some strikes: alone, or beside what holds for all strikes. */
function fitGroup(
  { lengths, ...group }: Group,
  grid: LengthGrid,
  fixed: readonly number[] | null,
  whole: Means | null,
): IndustryFit {
  const likelihoods = grid.logLikelihoods(lengths, fixed);
  if (whole) {
    const far = (value: number, middle: number, sd: number) => ((value - middle) / sd) ** 2 / 2;
    const lnRamp = log(whole.rampDays);
    const ofCell = Float64Array.from(
      CELL_NUMBERS,
      (numbers, cell) =>
        far(numbers.lnEndurance, whole.lnEndurance, SD_ENDURANCE) +
        far(numbers.enduranceSpread, whole.enduranceSpread, SD_SPREAD) +
        far(numbers.frailtyVariance, whole.frailtyVariance, SD_FRAILTY) +
        far(LN_RAMPS[cell]!, lnRamp, SD_LN_RAMP),
    );
    for (let from = 0; from < likelihoods.length; from += CELLS) {
      const ofShare = far(SHARES[from / CELLS]!, whole.fixedLengthShare, SD_SHARE);
      for (let cell = 0; cell < CELLS; cell++) likelihoods[from + cell]! -= ofCell[cell]! + ofShare;
    }
  }
  let top = -Infinity;
  for (const value of likelihoods) top = Math.max(top, value);
  let total = 0;
  for (let at = 0; at < likelihoods.length; at++) {
    const lower = likelihoods[at]! - top;
    const weight = lower < NOTHING ? 0 : exp(lower);
    likelihoods[at] = weight;
    total += weight;
  }
  const means = { lnEndurance: 0, enduranceSpread: 0, frailtyVariance: 0 };
  let [lnRamp, fixedLengthShare] = [0, 0];
  const weights = new Float64Array(CELLS);
  for (let cell = 0; cell < CELLS; cell++) {
    let ofCell = 0;
    for (let at = cell; at < likelihoods.length; at += CELLS) {
      const share = SHARES[(at - cell) / CELLS]!;
      const weight = likelihoods[at]! / total;
      ofCell += weight;
      weights[cell]! += (1 - share) * weight;
      fixedLengthShare += share * weight;
    }
    const numbers = CELL_NUMBERS[cell]!;
    means.lnEndurance += ofCell * numbers.lnEndurance;
    means.enduranceSpread += ofCell * numbers.enduranceSpread;
    means.frailtyVariance += ofCell * numbers.frailtyVariance;
    lnRamp += ofCell * LN_RAMPS[cell]!;
  }
  return { ...group, ...means, rampDays: exp(lnRamp), fixedLengthShare, weights };
}

/** Over which lengths strikes of fixed length spread, by expectation and maximisation at the likeliest cell. */
function spreadOfFixedLengths(lengths: Lengths, grid: LengthGrid): number[] {
  let fixed = FIXED_LENGTHS.map(() => 1 / FIXED_LENGTHS.length);
  const strikes = [...lengths.ended, ...lengths.open].reduce((sum, count) => sum + count, 0);
  for (let round = 0; round < 3; round++) {
    const likelihoods = grid.logLikelihoods(lengths, fixed);
    let best = 0;
    for (let at = 1; at < likelihoods.length; at++) {
      if (likelihoods[at]! > likelihoods[best]!) best = at;
    }
    const cell = best % CELLS;
    // From none at all no length could ever be declared.
    let share = Math.max(0.03, SHARES[Math.floor(best / CELLS)]!);
    for (let step = 0; step < 15; step++) {
      const declared = FIXED_LENGTHS.map((days, index) => {
        const byPlan = share * fixed[index]!;
        const otherwise = (1 - share) * grid.mass(days, cell);
        return (lengths.ended[days - 1]! * byPlan) / (byPlan + otherwise);
      });
      const total = declared.reduce((sum, count) => sum + count, 0);
      fixed = declared.map((count) => (count + 1) / (total + FIXED_LENGTHS.length));
      share = total / strikes;
    }
  }
  return fixed;
}

/** Change of ln days per year among strikes of one industry (least squares), drawn to none by how uncertain it is. */
function trendOf(strikes: readonly KnownStrike[], splitYear: number): number {
  const rows = strikes.map(({ industry, startYear, days }) => ({
    industry,
    weight: weightByAge(splitYear - startYear, TREND_HALF_LIFE),
    year: startYear,
    lnDays: log(days),
  }));
  const sums = new Map<string, { weight: number; year: number; lnDays: number }>();
  for (const { industry, weight, year, lnDays } of rows) {
    let sum = sums.get(industry);
    if (!sum) sums.set(industry, (sum = { weight: 0, year: 0, lnDays: 0 }));
    sum.weight += weight;
    sum.year += weight * year;
    sum.lnDays += weight * lnDays;
  }
  let [xx, xy, wwxx, yy] = [0, 0, 0, 0];
  for (const { industry, weight, year, lnDays } of rows) {
    const sum = sums.get(industry)!;
    const x = year - sum.year / sum.weight;
    const y = lnDays - sum.lnDays / sum.weight;
    xx += weight * x * x;
    xy += weight * x * y;
    wwxx += weight * weight * x * x;
    yy += y * y;
  }
  if (xx === 0) return 0;
  const variance = (wwxx * (yy / rows.length)) / (xx * xx);
  return ((xy / xx) * SD_TREND * SD_TREND) / (SD_TREND * SD_TREND + variance);
}

/** The fit of an industry; of all strikes where it has none of its own. */
export function fitOf(fit: PriorPredictive, industry: string): IndustryFit {
  return fit.industries.find((one) => one.industry === industry) ?? fit.industries[0]!;
}

/** Forecasts of strikes by industry and year of start, each computed from the grid once. */
export class Forecaster {
  readonly fit: PriorPredictive;
  private readonly grid: LengthGrid;
  private readonly made = new Map<string, Float64Array>();

  constructor(fit: PriorPredictive, grid: LengthGrid) {
    this.fit = fit;
    this.grid = grid;
  }

  /** P(T ≤ d) at d − 1. */
  cumulated(industry: string, year: number): Float64Array {
    const { trendPerYear } = this.fit;
    const one = fitOf(this.fit, industry);
    const change = trendPerYear === 0 ? 0 : trendPerYear * trendYears(this.fit, wholeYear(year));
    return this.kept(`${one.industry} ${change}`, () => {
      // Between two steps of the grid the forecast lies on a straight line.
      const steps = Math.floor(change / ENDURANCE_STEP);
      const part = change / ENDURANCE_STEP - steps;
      const low = this.atSteps(one, steps);
      if (part === 0) return low;
      const high = this.atSteps(one, steps + 1);
      return low.map((value, day) => value + part * (high[day]! - value));
    });
  }

  private atSteps(one: IndustryFit, steps: number): Float64Array {
    return this.kept(`${one.industry} at ${steps}`, () => {
      const { cumulated } = declaredBy(this.fit.fixedLengths, this.grid.days);
      return this.grid
        .mean(one.weights, steps)
        .map((value, day) => value + one.fixedLengthShare * cumulated[day]!);
    });
  }

  private kept(key: string, make: () => Float64Array): Float64Array {
    let made = this.made.get(key);
    if (!made) this.made.set(key, (made = make()));
    return made;
  }
}

/** The middle of the year: its strikes share a forecast. */
function wholeYear(year: number): number {
  return Math.floor(year) + 0.5;
}

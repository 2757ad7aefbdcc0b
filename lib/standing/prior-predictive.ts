/**
 * What the simulator expects of a strike of which nothing is known but its industry and the day it begins: the generic
 * campaign with every range at work, and four things fitted to strikes on record.
 *
 * - Endurance: one factor on how long both sides can hold out, by industry, with a trend over the years.
 * - The frailty: how much disputes of one industry differ beyond what the campaign's ranges say.
 * - The ramp: how slowly hazards set in; one for all.
 * - Strikes of fixed length: a share of strikes ends on a day that was set beforehand. The file does not say which, so
 *   the share is estimated by industry as a part of the mixture, over lengths that can be declared: a few days, or
 *   whole weeks up to four (which the file counts as 8, 15, 22 and 29 days: back at work on the weekday of the walk-out).
 *
 * Industries are held together: each one's endurance, frailty and share are drawn to those of all strikes, the more so the
 * fewer strikes it has. After the last year of training the trend is damped (Gardner & McKenzie 1985): it goes on, less
 * each year, and comes to a halt. Nothing is known of the training strikes beyond the day before the split.
 */
import { exp, log } from '../model/arithmetic.ts';
import { yearOf, type StrikeDuration } from './durations.ts';
import type { Differences, LengthTables } from './length-tables.ts';
import { addLength, noLengths, surprise, type Lengths } from './lifetimes.ts';

/** Days of a strike declared for a fixed length, as the file would count them. */
export const FIXED_LENGTHS = [1, 2, 3, 5, 8, 15, 22, 29] as const;

/** How far industries lie from all strikes together, sd: endurance by about 40 %, a frailty by about a third. */
const SD_ENDURANCE = 0.35;
const SD_FRAILTY = 0.3;
const SD_SPREAD = 0.3;
/** The trend's own prior, sd: some 3 % a year. */
const SD_TREND = 0.03;
/** Each year the trend goes on by this part of the year before. */
export const TREND_DAMPING = 0.5;
/** The share of fixed lengths of an industry counts as much as this many strikes of all. */
const SHARE_STRIKES = 100;
/** Industries with fewer training strikes than this are one: all strikes. */
const FEWEST_STRIKES = 10;

const RAMPS = [1.5, 2, 3, 4, 6] as const;
const FRAILTIES = [0.05, 0.3, 0.6, 1, 1.4] as const;
const SPREADS = [0, 0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.5] as const;
const ROUNDS = 4;

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

export interface IndustryFit {
  /** '' stands for every industry that has no fit of its own. */
  industry: string;
  strikes: number;
  stillOpen: number;
  /** ln of the factor on endurance in the middle of the training years. */
  lnEndurance: number;
  frailtyVariance: number;
  /** sd of ln endurance among its strikes. */
  enduranceSpread: number;
  fixedLengthShare: number;
}

export interface FitOptions {
  byIndustry: boolean;
  trend: boolean;
  fixedLengths: boolean;
}

export interface PriorPredictive {
  options: FitOptions;
  rampDays: number;
  /** Change of ln endurance per year. */
  trendPerYear: number;
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

/** The mixture: ends that were declared, and the simulator's. */
function mixed(open: Float64Array, share: number, fixed: readonly number[]): Float64Array {
  if (share === 0) return open;
  let declared = 0;
  let next = 0;
  return open.map((value, index) => {
    if (FIXED_LENGTHS[next] === index + 1) declared += fixed[next++]!;
    return (1 - share) * value + share * declared;
  });
}

/** Lengths of an industry, year by year: strikes of one year share a forecast. */
interface YearLengths {
  year: number;
  lengths: Lengths;
}

interface Group {
  industry: string;
  strikes: KnownStrike[];
  years: YearLengths[];
}

function groupOf(industry: string, strikes: KnownStrike[], cap: number): Group {
  const byYear = new Map<number, Lengths>();
  for (const { startYear, days, openAfter } of strikes) {
    const year = Math.floor(startYear);
    let lengths = byYear.get(year);
    if (!lengths) byYear.set(year, (lengths = noLengths(cap)));
    addLength(lengths, days, openAfter);
  }
  const years = [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, lengths]) => ({ year: year + 0.5, lengths }));
  return { industry, strikes, years };
}

/** The lowest point of a function between two ends that has one (golden section). */
function lowest(of: (x: number) => number, from: number, to: number, steps = 22): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [from, to];
  let c = b - ratio * (b - a);
  let d = a + ratio * (b - a);
  let [atC, atD] = [of(c), of(d)];
  for (let step = 0; step < steps; step++) {
    if (atC < atD) {
      [b, d, atD] = [d, c, atC];
      c = b - ratio * (b - a);
      atC = of(c);
    } else {
      [a, c, atC] = [c, d, atD];
      d = a + ratio * (b - a);
      atD = of(d);
    }
  }
  return (a + b) / 2;
}

/**
 * Fits the prior predictive to what was known on the morning of the split.
 * @param tables of the generic campaign, run for as many days as the support has
 */
export function fitPriorPredictive(
  strikes: readonly KnownStrike[],
  splitYear: number,
  tables: LengthTables,
  options: FitOptions,
): PriorPredictive {
  const cap = tables.days;
  const all = groupOf('', [...strikes], cap);
  const names = options.byIndustry ? [...new Set(strikes.map(({ industry }) => industry))] : [];
  const groups = names
    .filter((name) => name !== '')
    .sort()
    .map((name) =>
      groupOf(
        name,
        strikes.filter(({ industry }) => industry === name),
        cap,
      ),
    )
    .filter(({ strikes }) => strikes.length >= FEWEST_STRIKES);
  const middleYear =
    strikes.reduce((sum, { startYear }) => sum + startYear, 0) / Math.max(1, strikes.length);
  const fit: PriorPredictive = {
    options,
    rampDays: 3,
    trendPerYear: 0,
    middleYear,
    splitYear,
    fixedLengths: FIXED_LENGTHS.map(() => 1 / FIXED_LENGTHS.length),
    industries: [],
  };
  const share = options.fixedLengths ? 0.02 : 0;
  const fresh = ({ industry, strikes }: Group): IndustryFit => ({
    industry,
    strikes: strikes.length,
    stillOpen: strikes.filter(({ openAfter }) => openAfter !== null).length,
    lnEndurance: 0,
    frailtyVariance: 1.4,
    enduranceSpread: 0,
    fixedLengthShare: share,
  });
  const whole = fresh(all);
  fit.industries = [whole, ...groups.map(fresh)];

  const surpriseOf = (
    group: Group,
    one: IndustryFit,
    lnEndurance: number,
    differences: Differences,
    trend: number,
  ) =>
    group.years.reduce((sum, { year, lengths }) => {
      const ofYear = lnEndurance + trend * trendYears(fit, year);
      const open = tables.at(ofYear, differences, fit.rampDays);
      return sum + surprise(lengths, mixed(open, one.fixedLengthShare, fit.fixedLengths));
    }, 0);
  const free = () => 0;
  /** The best endurance for given differences, and what it comes to. */
  const withBestEndurance = (
    group: Group,
    one: IndustryFit,
    differences: Differences,
    penalty: (lnEndurance: number) => number,
  ) => {
    const value = (lnEndurance: number) =>
      surpriseOf(group, one, lnEndurance, differences, fit.trendPerYear) + penalty(lnEndurance);
    const lnEndurance = lowest(value, one.lnEndurance - 0.8, one.lnEndurance + 0.8, 10);
    return { lnEndurance, value: value(lnEndurance), ...differences };
  };

  for (let round = 0; round < ROUNDS; round++) {
    // All strikes together: ramp, differences, endurance, trend.
    let best = {
      value: Infinity,
      rampDays: fit.rampDays,
      lnEndurance: 0,
      frailtyVariance: 0,
      enduranceSpread: 0,
    };
    for (const rampDays of around(RAMPS, fit.rampDays)) {
      fit.rampDays = rampDays;
      for (const differences of differencesAround(whole, round === 0)) {
        const found = withBestEndurance(all, whole, differences, free);
        if (found.value < best.value) best = { ...found, rampDays };
      }
    }
    fit.rampDays = best.rampDays;
    take(whole, best);
    if (options.trend) {
      fit.trendPerYear = lowest(
        (trend) =>
          surpriseOf(all, whole, whole.lnEndurance, whole, trend) + (trend / SD_TREND) ** 2 / 2,
        -0.15,
        0.15,
        14,
      );
    }

    // Each industry: endurance and differences, drawn to those of all.
    groups.forEach((group, index) => {
      const one = fit.industries[index + 1]!;
      if (round === 0) take(one, whole);
      const endurancePenalty = (lnEndurance: number) =>
        ((lnEndurance - whole.lnEndurance) / SD_ENDURANCE) ** 2 / 2;
      let found = { value: Infinity, lnEndurance: 0, frailtyVariance: 0, enduranceSpread: 0 };
      for (const differences of differencesAround(one, false)) {
        const made = withBestEndurance(group, one, differences, endurancePenalty);
        made.value +=
          ((differences.frailtyVariance - whole.frailtyVariance) / SD_FRAILTY) ** 2 / 2 +
          ((differences.enduranceSpread - whole.enduranceSpread) / SD_SPREAD) ** 2 / 2;
        if (made.value < found.value) found = made;
      }
      take(one, found);
    });
    if (options.fixedLengths) updateFixedLengths(fit, all, groups, tables);
  }
  return fit;
}

type Taken = Pick<IndustryFit, 'lnEndurance' | 'frailtyVariance' | 'enduranceSpread'>;

function take(fit: IndustryFit, { lnEndurance, frailtyVariance, enduranceSpread }: Taken): void {
  Object.assign(fit, { lnEndurance, frailtyVariance, enduranceSpread });
}

/** The value of a grid that is nearest, and its neighbours. */
function around(grid: readonly number[], value: number): readonly number[] {
  const nearest = grid.reduce(
    (found, each, index) =>
      Math.abs(each - value) < Math.abs(grid[found]! - value) ? index : found,
    0,
  );
  return grid.slice(Math.max(0, nearest - 1), nearest + 2);
}

function differencesAround(fit: Differences, everywhere: boolean): Differences[] {
  const frailties = everywhere ? FRAILTIES : around(FRAILTIES, fit.frailtyVariance);
  const spreads = everywhere ? SPREADS : around(SPREADS, fit.enduranceSpread);
  return frailties.flatMap((frailtyVariance) =>
    spreads.map((enduranceSpread) => ({ frailtyVariance, enduranceSpread })),
  );
}

/** Steps of expectation and maximisation: how many strikes of each length were declared for it. */
function updateFixedLengths(
  fit: PriorPredictive,
  all: Group,
  groups: readonly Group[],
  tables: LengthTables,
): void {
  for (let step = 0; step < 20; step++) {
    const declaredBy = [all, ...groups].map(({ years }, index) => {
      const one = fit.industries[index]!;
      const { lnEndurance, fixedLengthShare } = one;
      const declared = FIXED_LENGTHS.map(() => 0);
      for (const { year, lengths } of years) {
        const ofYear = lnEndurance + fit.trendPerYear * trendYears(fit, year);
        const open = tables.at(ofYear, one, fit.rampDays);
        FIXED_LENGTHS.forEach((days, k) => {
          const byPlan = fixedLengthShare * fit.fixedLengths[k]!;
          const otherwise =
            (1 - fixedLengthShare) * (open[days - 1]! - (days > 1 ? open[days - 2]! : 0));
          if (byPlan > 0)
            declared[k]! += (lengths.ended[days - 1]! * byPlan) / (byPlan + otherwise);
        });
      }
      return declared;
    });
    const totals = declaredBy.map((declared) => declared.reduce((sum, count) => sum + count, 0));
    const wholeTotal = totals[0]!;
    fit.fixedLengths = declaredBy[0]!.map(
      (count) => (count + 1) / (wholeTotal + FIXED_LENGTHS.length),
    );
    const whole = fit.industries[0]!;
    whole.fixedLengthShare = wholeTotal / Math.max(1, whole.strikes);
    fit.industries.slice(1).forEach((one, index) => {
      one.fixedLengthShare =
        (totals[index + 1]! + SHARE_STRIKES * whole.fixedLengthShare) /
        (one.strikes + SHARE_STRIKES);
    });
  }
}

/** The fit of an industry; of all strikes where it has none of its own. */
export function fitOf(fit: PriorPredictive, industry: string): IndustryFit {
  return fit.industries.find((one) => one.industry === industry) ?? fit.industries[0]!;
}

/** Forecasts of strikes by industry and year of start, each computed from the courses once. */
export class Forecaster {
  readonly fit: PriorPredictive;
  private readonly tables: LengthTables;
  private readonly made = new Map<string, Float64Array>();

  constructor(fit: PriorPredictive, tables: LengthTables) {
    this.fit = fit;
    this.tables = tables;
  }

  /** ln of the factor on endurance, for a strike that begins in a year. */
  lnEndurance(industry: string, year: number): number {
    const { lnEndurance } = fitOf(this.fit, industry);
    return lnEndurance + this.fit.trendPerYear * trendYears(this.fit, Math.floor(year) + 0.5);
  }

  /** P(T ≤ d) at d − 1. */
  cumulated(industry: string, year: number): Float64Array {
    const one = fitOf(this.fit, industry);
    const key = `${one.industry} ${Math.floor(year)}`;
    let made = this.made.get(key);
    if (!made) {
      const open = this.tables.at(this.lnEndurance(industry, year), one, this.fit.rampDays);
      made = mixed(open, one.fixedLengthShare, this.fit.fixedLengths);
      this.made.set(key, made);
    }
    return made;
  }
}

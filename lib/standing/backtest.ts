/**
 * How well the simulator forecasts the length of strikes that began after it was fitted, beside textbook distributions
 * fitted to the same strikes: all on the same whole days, scored by the same rules.
 */
import { openCasebookEntry } from '../casebook/casebook.ts';
import { MODEL_VERSION } from '../model/ensemble.ts';
import { PARAMETERS } from '../model/parameters.ts';
import { MAX_DAYS } from '../model/action.ts';
import { exp } from '../model/arithmetic.ts';
import type { CampaignScenario } from '../model/scenario.ts';
import {
  FORECAST_KINDS,
  HAZARD_KEYS,
  type BackTestReport,
  type ForecastKind,
  type ForecastScores,
  type HazardConstants,
  type MeanInterval,
  type ReliabilityGroup,
} from '../model/track-record.ts';
import { simulate } from '../simulation/ensemble.ts';
import { dateOf, yearOf, type StrikeDuration } from './durations.ts';
import { chooseDesign, HALF_LIVES } from './inner-splits.ts';
import { FIXED_LENGTHS, LengthGrid } from './length-grid.ts';
import { LengthTables, withEndurance } from './length-tables.ts';
import {
  addLength,
  BASELINE_KINDS,
  fitLifetime,
  noLengths,
  type BaselineKind,
} from './lifetimes.ts';
import {
  fitOf,
  fitPriorPredictive,
  Forecaster,
  knownOn,
  TREND_DAMPING,
  weightByAge,
  type FitOptions,
  type KnownStrike,
} from './prior-predictive.ts';
import { addToPit, bootstrapMeans, brier, crps, logScore } from './scoring-rules.ts';

export const HORIZONS = [7, 14, 30, 60] as const;
const PIT_BINS = 10;
const RELIABILITY_GROUPS = 8;
/** An industry with fewer strikes than this has no textbook distribution of its own. */
const FEWEST_FOR_BASELINE = 10;
const MADE_AT = '2026-01-01T00:00:00Z';

/** The generic campaign, run as long as the engine can. */
export function genericCampaign(): CampaignScenario {
  const { campaign, scenario } = openCasebookEntry('generic', MADE_AT);
  return { campaign, scenario: { ...scenario, horizonDays: MAX_DAYS } };
}

/** The model's own constants. */
export function currentConstants(): HazardConstants {
  return Object.fromEntries(
    HAZARD_KEYS.map((key) => [key, PARAMETERS[key].range.typical]),
  ) as HazardConstants;
}

export interface BackTestRequest {
  strikes: readonly StrikeDuration[];
  /** First day of the strikes that are scored, as days since 1 January 1970. */
  split: number;
  seed: number;
  futures: number;
  resamples: number;
  /** Candidates for how fast strikes lose weight with age. */
  halfLives?: readonly (number | null)[];
  onstep?: (name: ForecastKind | 'grid' | 'choice') => void;
}

type Forecast = (industry: string, year: number) => Float64Array;

/**
 * Textbook distributions: one for all strikes, or one for each industry with enough of them.
 * @param weights how much each strike counts
 */
function baseline(
  kind: BaselineKind,
  trained: readonly KnownStrike[],
  weights: readonly number[],
  byIndustry: boolean,
): Forecast {
  const fit = (isIn: (strike: KnownStrike) => boolean) => {
    const lengths = noLengths(MAX_DAYS);
    trained.forEach((strike, index) => {
      if (isIn(strike)) addLength(lengths, strike.days, strike.openAfter, weights[index]!);
    });
    return fitLifetime(kind, lengths).cumulated;
  };
  const all = fit(() => true);
  if (!byIndustry) return () => all;
  const own = new Map<string, Float64Array>();
  for (const industry of new Set(trained.map((strike) => strike.industry))) {
    const isIn = (strike: KnownStrike) => strike.industry === industry;
    if (trained.filter(isIn).length >= FEWEST_FOR_BASELINE) own.set(industry, fit(isIn));
  }
  return (industry) => own.get(industry) ?? all;
}

/** The parts of a simulator's forecast, from those chosen; null: a textbook distribution. */
function partsOf(kind: ForecastKind, chosen: FitOptions): FitOptions | null {
  switch (kind) {
    case 'simulator':
      return chosen;
    case 'simulatorWithTrend':
      return { ...chosen, trend: true };
    case 'simulatorWithoutTrend':
      return { ...chosen, trend: false };
    case 'simulatorWithoutForgetting':
      return { ...chosen, halfLifeYears: null };
    case 'simulatorWithoutFixedLengths':
      return { ...chosen, fixedLengths: false };
    case 'simulatorWithoutIndustry':
      return { ...chosen, byIndustry: false };
    default:
      return null;
  }
}

/** Trains on what was known on the morning of the split, and scores the strikes that began from then on. */
export function backTest(request: BackTestRequest): BackTestReport {
  const { strikes, split, seed, futures, resamples } = request;
  const { halfLives = HALF_LIVES, onstep = () => {} } = request;
  const trained = knownOn(strikes, split);
  const scored = strikes.filter(({ startDay }) => startDay >= split);
  if (trained.length === 0 || scored.length === 0) {
    throw new Error('there must be strikes on both sides of the split');
  }
  const tables = new LengthTables(genericCampaign(), currentConstants(), futures);
  onstep('grid');
  const grid = new LengthGrid(tables);
  const splitYear = yearOf(split);
  const sampling = { resamples, seed };
  onstep('choice');
  const { memoryChoice, trendChoice } = chooseDesign(strikes, split, grid, halfLives, sampling);
  const { halfLifeYears } = memoryChoice;
  const chosen: FitOptions = {
    byIndustry: true,
    trend: trendChoice.isUsed,
    fixedLengths: true,
    halfLifeYears,
  };
  // Of the two that speak of a trend, the one that is not the simulator's own.
  const own = trendChoice.isUsed ? 'simulatorWithTrend' : 'simulatorWithoutTrend';
  const kinds = FORECAST_KINDS.filter((kind) => kind !== own);
  const ageWeights = (halfLife: number | null) =>
    trained.map(({ startYear }) => weightByAge(splitYear - startYear, halfLife));
  const fits = new Map<ForecastKind, Forecaster>();
  const forecasts = new Map<ForecastKind, Forecast>();
  for (const kind of kinds) {
    onstep(kind);
    const parts = partsOf(kind, chosen);
    if (parts) {
      const forecaster = new Forecaster(fitPriorPredictive(trained, splitYear, grid, parts), grid);
      fits.set(kind, forecaster);
      forecasts.set(kind, (industry, year) => forecaster.cumulated(industry, year));
      continue;
    }
    const of = BASELINE_KINDS.find((each) => kind.startsWith(each))!;
    const weights = ageWeights(kind.endsWith('Recent') ? halfLifeYears : null);
    forecasts.set(kind, baseline(of, trained, weights, kind.includes('ByIndustry')));
  }

  const years = scored.map(({ startDay }) => yearOf(startDay));
  const scoresOf = (kind: ForecastKind, score: (cumulated: Float64Array, days: number) => number) =>
    Float64Array.from(scored, ({ industry, days }, index) =>
      score(forecasts.get(kind)!(industry, years[index]!), days),
    );
  const logs = new Map(kinds.map((kind) => [kind, scoresOf(kind, logScore)]));
  const ranked = new Map(kinds.map((kind) => [kind, scoresOf(kind, crps)]));
  const less = (one: Float64Array, other: Float64Array) => one.map((value, i) => value - other[i]!);
  const months = monthsOf(scored);
  const rows = kinds.map((kind): ForecastScores => {
    const differences = [
      less(logs.get('simulator')!, logs.get(kind)!),
      less(ranked.get('simulator')!, ranked.get(kind)!),
    ];
    const [logOwn, crpsOwn, logLess, crpsLess, ...briers] = bootstrapMeans(
      [
        logs.get(kind)!,
        ranked.get(kind)!,
        ...differences,
        ...HORIZONS.map((horizon) =>
          scoresOf(kind, (cumulated, days) => brier(cumulated, days, horizon)),
        ),
      ],
      sampling,
    ) as [MeanInterval, MeanInterval, MeanInterval, MeanInterval, ...MeanInterval[]];
    const [logByMonth, crpsByMonth] = bootstrapMeans(differences, sampling, months) as [
      MeanInterval,
      MeanInterval,
    ];
    return {
      kind,
      logScore: logOwn,
      crps: crpsOwn,
      brier: briers,
      logScoreDifference: logLess,
      crpsDifference: crpsLess,
      logScoreDifferenceByMonth: logByMonth,
      crpsDifferenceByMonth: crpsByMonth,
    };
  });

  const simulator = fits.get('simulator')!;
  const { fit } = simulator;
  // What a trend would be, used or not.
  const { trendPerYear } = (fits.get('simulatorWithTrend') ?? simulator).fit;
  const byStrike = scored.map(({ industry }, index) =>
    simulator.cumulated(industry, years[index]!),
  );
  const pit = new Float64Array(PIT_BINS);
  // Finer, so that the middle 50 and 90 % end between cells.
  const fine = new Float64Array(20);
  scored.forEach(({ days }, index) => {
    addToPit(pit, byStrike[index]!, days);
    addToPit(fine, byStrike[index]!, days);
  });
  const between = (from: number, to: number) =>
    fine.slice(from, to).reduce((sum, count) => sum + count, 0) / scored.length;

  return {
    modelVersion: MODEL_VERSION,
    seed,
    futures,
    resamples,
    capDays: MAX_DAYS,
    split: dateOf(split),
    trained: {
      strikes: trained.length,
      ...spanOf(strikes.filter(({ startDay }) => startDay < split)),
      stillOpen: trained.filter(({ openAfter }) => openAfter !== null).length,
    },
    scored: {
      strikes: scored.length,
      ...spanOf(scored),
      beyondCap: scored.filter(({ days }) => days > MAX_DAYS).length,
    },
    rampDays: fit.industries[0]!.rampDays,
    memoryChoice,
    trendChoice,
    trendPerYear: exp(trendPerYear) - 1,
    trendDamping: TREND_DAMPING,
    fixedLengths: FIXED_LENGTHS.map((days, index) => ({ days, share: fit.fixedLengths[index]! })),
    horizons: [...HORIZONS],
    forecasts: rows,
    pit: [...pit],
    reliability: HORIZONS.map((days) => ({
      days,
      groups: reliabilityOf(
        byStrike.map((cumulated) => cumulated[days - 1]!),
        scored.map((strike) => strike.days <= days),
      ),
    })),
    coverage: { half: between(5, 15), ninety: between(1, 19) },
    industries: industriesOf(),
    engineGap: engineGap(tables),
  };

  function industriesOf(): BackTestReport['industries'] {
    const names = [...new Set(scored.map(({ industry }) => industry))].sort();
    const lognormal = (scores: Map<ForecastKind, Float64Array>, rows: readonly number[]) =>
      Float64Array.from(
        rows,
        (row) => scores.get('simulator')![row]! - scores.get('lognormalByIndustry')![row]!,
      );
    return names
      .map((industry) => {
        const rows = scored.flatMap((strike, row) => (strike.industry === industry ? [row] : []));
        const one = fitOf(fit, industry);
        const mean = Float64Array.from({ length: MAX_DAYS }, (_, day) => {
          const sum = rows.reduce((total, row) => total + byStrike[row]![day]!, 0);
          return sum / rows.length;
        });
        const days = rows.map((row) => scored[row]!.days).sort((a, b) => a - b);
        const [logLess, crpsLess] = bootstrapMeans(
          [lognormal(logs, rows), lognormal(ranked, rows)],
          sampling,
        ) as [MeanInterval, MeanInterval];
        const middle = mean.findIndex((value) => value >= 0.5);
        return {
          industry,
          trained: trained.filter((strike) => strike.industry === industry).length,
          scored: rows.length,
          endurance: exp(one.lnEndurance),
          frailtyVariance: one.frailtyVariance,
          enduranceSpread: one.enduranceSpread,
          rampDays: one.rampDays,
          fixedLengthShare: one.fixedLengthShare,
          weighed: one.weighed,
          median: days[Math.floor((days.length - 1) / 2)]!,
          medianForecast: middle < 0 ? MAX_DAYS : middle + 1,
          logScoreDifference: logLess,
          crpsDifference: crpsLess,
        };
      })
      .sort((a, b) => b.scored - a.scored || (a.industry < b.industry ? -1 : 1));
  }
}

/** First and last start. */
function spanOf(strikes: readonly StrikeDuration[]): { from: string; to: string } {
  let [first, last] = [Infinity, -Infinity];
  for (const { startDay } of strikes) {
    first = Math.min(first, startDay);
    last = Math.max(last, startDay);
  }
  return { from: dateOf(first), to: dateOf(last) };
}

/** The month each strike began in, numbered from 0 in the order in which they come. */
function monthsOf(strikes: readonly StrikeDuration[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(strikes, ({ startDay }) => {
    const month = dateOf(startDay).slice(0, 7);
    let number = numbers.get(month);
    if (number === undefined) numbers.set(month, (number = numbers.size));
    return number;
  });
}

const Z_975 = 1.959963984540054;

/** Strikes in the order of their forecasts, cut into groups of equal size; those with one forecast stay together. */
export function reliabilityOf(
  forecasts: readonly number[],
  ended: readonly boolean[],
): ReliabilityGroup[] {
  const order = forecasts
    .map((_, index) => index)
    .sort((a, b) => forecasts[a]! - forecasts[b]! || a - b);
  const groups: ReliabilityGroup[] = [];
  let from = 0;
  for (let group = 1; group <= RELIABILITY_GROUPS && from < order.length; group++) {
    let to = Math.max(from + 1, Math.round((order.length * group) / RELIABILITY_GROUPS));
    while (to < order.length && forecasts[order[to]!] === forecasts[order[to - 1]!]) to++;
    const rows = order.slice(from, to);
    const strikes = rows.length;
    const share = rows.filter((row) => ended[row]!).length / strikes;
    const zz = (Z_975 * Z_975) / strikes;
    const middle = (share + zz / 2) / (1 + zz);
    const half =
      (Z_975 * Math.sqrt((share * (1 - share)) / strikes + zz / (4 * strikes))) / (1 + zz);
    groups.push({
      strikes,
      forecast: rows.reduce((sum, row) => sum + forecasts[row]!, 0) / strikes,
      ended: share,
      low: middle - half,
      high: middle + half,
    });
    from = to;
  }
  return groups;
}

/** Grid points at which the tables are held against the engine. */
const CHECKED_POINTS = [17, 22, 27] as const;

/** Largest gap, over every day, between the tables and the engine's own runs of the same campaigns. */
export function engineGap(tables: LengthTables): number {
  const { frailtyVariance, rampDays } = tables.constants;
  let gap = 0;
  for (const index of CHECKED_POINTS) {
    const { campaign, scenario } = withEndurance(tables.records, LengthTables.factorAt(index));
    const { open } = simulate({
      campaign,
      scenario,
      futures: tables.futures,
      certain: false,
      allQuantiles: false,
      hardshipLimit: 1,
      supportLimit: 0,
    }).endings;
    const ours = tables.point(index, frailtyVariance, rampDays);
    for (let day = 0; day < open.length; day++) {
      gap = Math.max(gap, Math.abs(1 - open[day]! - ours[day]!));
    }
  }
  return gap;
}

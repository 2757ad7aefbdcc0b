/**
 * Re-derives the constants that turn endurance into endings, so that the generic campaign's strikes last and end as
 * strikes on record did, with the cost of conceding alone uncertain and with every range at work. One set of constants
 * is fitted to both at once: least squares on the logarithms of five quantiles and on the shares of three endings, each
 * weighed by the width that is asked of it; the same every time.
 */
import { exp, log } from '../model/arithmetic.ts';
import { MAX_DAYS } from '../model/action.ts';
import { CONSTANTS_OF_MODEL_1 } from '../model/constants-of-model-1.ts';
import { MODEL_VERSION } from '../model/ensemble.ts';
import { PARAMETER_KEYS } from '../model/parameters.ts';
import { Z_95 } from '../model/range.ts';
import type { CampaignScenario } from '../model/scenario.ts';
import {
  HAZARD_KEYS,
  OUTCOMES,
  type CalibrationOf,
  type CalibrationReport,
  type ConstantSet,
  type HazardConstants,
  type HazardKey,
  type Outcome,
  type TargetsMet,
} from '../model/track-record.ts';
import { currentConstants, genericCampaign } from './backtest.ts';
import { dateOf, yearOf, type StrikeDuration } from './durations.ts';
import { endingsOf, enduranceCourses, type EnduranceCourses } from './endurance-courses.ts';
import { declaredBy, FIXED_LENGTHS, LengthGrid } from './length-grid.ts';
import { LengthTables } from './length-tables.ts';
import { minimum } from './minimum.ts';
import { fitPriorPredictive, knownOn } from './prior-predictive.ts';
import { chanceFrom } from './scoring-rules.ts';

export const LEVELS = [0.1, 0.25, 0.5, 0.75, 0.9] as const;
/** FMCS work stoppages 1984–2020, 14,222 strikes. */
export const STATED_DAYS = [4, 8, 20, 52, 129] as const;
/** Global Nonviolent Action Database, North American labour campaigns. */
export const STATED_OUTCOMES = { concession: 0.45, compromise: 0.19, collapse: 0.36 } as const;
export const OUTCOME_CAMPAIGNS = 83;
/** What is asked of a fit: each quantile within 10 %, each share within .03. */
export const QUANTILE_WIDTH = 0.1;
export const OUTCOME_WIDTH = 0.03;
/** sd of ln K where only the cost of conceding is uncertain. */
const SD_LN_K = 0.42;

/** Days by which a share has ended; within a day on a straight line. */
export function quantileOf(cumulated: ArrayLike<number>, share: number): number {
  let before = 0;
  for (let day = 0; day < cumulated.length; day++) {
    const after = cumulated[day]!;
    if (after >= share) return day + (share - before) / (after - before);
    before = after;
  }
  return cumulated.length;
}

/** The generic campaign with everything known at its typical value, but for what conceding costs the target. */
export function onlyCostOfConceding({ campaign, scenario }: CampaignScenario): CampaignScenario {
  const numbers = { ...campaign.numbers };
  for (const key of PARAMETER_KEYS) {
    const { typical } = numbers[key];
    const factor = key === 'costOfConceding' ? exp(Z_95 * SD_LN_K) : 1;
    numbers[key] = { ...numbers[key], low: typical / factor, high: typical * factor };
  }
  return { campaign: { ...campaign, numbers }, scenario };
}

interface Targets {
  days: readonly number[];
  outcomes: Record<Outcome, number>;
}

/** Quantiles of the lengths on record, read as the model's are. */
function quantilesOf(days: ArrayLike<number>): number[] {
  const cumulated = new Float64Array(MAX_DAYS);
  for (let i = 0; i < days.length; i++) {
    if (days[i]! <= MAX_DAYS) cumulated[days[i]! - 1]! += 1 / days.length;
  }
  for (let day = 1; day < MAX_DAYS; day++) cumulated[day]! += cumulated[day - 1]!;
  return LEVELS.map((level) => quantileOf(cumulated, level));
}

/** Strikes declared beforehand: their share of all, and by day the share of them that has ended. */
interface Declared {
  share: number;
  cumulated: ArrayLike<number>;
}

function madeBy(courses: EnduranceCourses, constants: HazardConstants, declared: Declared | null) {
  const { cumulated, conceded, compromised, collapsed } = endingsOf(courses, constants);
  const ended = conceded + compromised + collapsed;
  const lengths = declared
    ? cumulated.map(
        (share, day) => (1 - declared.share) * share + declared.share * declared.cumulated[day]!,
      )
    : cumulated;
  return {
    quantiles: LEVELS.map((level) => quantileOf(lengths, level)),
    outcomes: {
      concession: conceded / ended,
      compromise: compromised / ended,
      collapse: collapsed / ended,
    },
    open: 1 - ended,
  };
}

/**
 * The constants that meet the targets best in all the given set-ups at once, from where they stand.
 * @param declared strikes of fixed length among those whose lengths are the target; their endings are nobody's target
 */
export function calibrate(
  setUps: readonly EnduranceCourses[],
  targets: Targets,
  from: HazardConstants,
  { evaluations = 400, declared = null }: { evaluations?: number; declared?: Declared | null } = {},
): HazardConstants {
  const constantsAt = (point: readonly number[]) =>
    Object.fromEntries(
      HAZARD_KEYS.map((key, index) => [key, exp(point[index]!)]),
    ) as HazardConstants;
  const { point } = minimum(
    (at) => {
      let misfit = 0;
      for (const courses of setUps) {
        const { quantiles, outcomes } = madeBy(courses, constantsAt(at), declared);
        quantiles.forEach((days, index) => {
          misfit += (log(days / targets.days[index]!) / QUANTILE_WIDTH) ** 2;
        });
        for (const outcome of OUTCOMES) {
          misfit += ((outcomes[outcome] - targets.outcomes[outcome]) / OUTCOME_WIDTH) ** 2;
        }
      }
      return misfit;
    },
    HAZARD_KEYS.map((key) => log(from[key])),
    0.15,
    { evaluations, tolerance: 1e-8 },
  );
  return constantsAt(point);
}

/** How many of the strikes were declared for a fixed length, and for which, as the back-test reads them from lengths. */
function fixedLengthsOf(
  strikes: readonly StrikeDuration[],
  futures: number,
): NonNullable<CalibrationReport['fixedLengths']> {
  const last = strikes.reduce((latest, { startDay, days }) => Math.max(latest, startDay + days), 0);
  const grid = new LengthGrid(new LengthTables(genericCampaign(), currentConstants(), futures));
  const { fixedLengths, industries } = fitPriorPredictive(
    knownOn(strikes, last + 1),
    yearOf(last + 1),
    grid,
    { byIndustry: false, trend: false, fixedLengths: true, halfLifeYears: null },
  );
  return {
    share: industries[0]!.fixedLengthShare,
    lengths: FIXED_LENGTHS.map((days, index) => ({ days, share: fixedLengths[index]! })),
  };
}

function met(
  courses: EnduranceCourses,
  constants: HazardConstants,
  file: readonly number[],
  declared: Declared | null,
): TargetsMet {
  const { quantiles, outcomes, open } = madeBy(courses, constants, declared);
  const worst = (targets: readonly number[]) =>
    Math.max(...quantiles.map((days, index) => Math.abs(days / targets[index]! - 1)));
  const worstOutcome = Math.max(
    ...OUTCOMES.map((outcome) => Math.abs(outcomes[outcome] - STATED_OUTCOMES[outcome])),
  );
  const worstStated = worst(STATED_DAYS);
  return {
    quantiles,
    outcomes,
    open,
    worstStated,
    worstFile: worst(file),
    worstOutcome,
    isMet: worstStated <= QUANTILE_WIDTH && worstOutcome <= OUTCOME_WIDTH,
  };
}

export interface CalibrationRequest {
  strikes: readonly StrikeDuration[];
  industry: string | null;
  seed: number;
  futures: number;
  resamples: number;
  /** Set strikes declared for a fixed length apart, as a part of the lengths that no hazard has to explain. */
  fixedLengths?: boolean;
}

/** Strikes drawn anew, and campaigns drawn anew, as often as there were. */
function drawnTargets(days: Float64Array, chance: () => number): Targets {
  const drawn = days.map(() => days[Math.floor(chance() * days.length)]!);
  const counts = { concession: 0, compromise: 0, collapse: 0 };
  for (let i = 0; i < OUTCOME_CAMPAIGNS; i++) {
    const at = chance();
    const { concession, compromise } = STATED_OUTCOMES;
    counts[
      at < concession ? 'concession' : at < concession + compromise ? 'compromise' : 'collapse'
    ]++;
  }
  const share = (outcome: Outcome) => counts[outcome] / OUTCOME_CAMPAIGNS;
  return {
    days: quantilesOf(drawn),
    outcomes: {
      concession: share('concession'),
      compromise: share('compromise'),
      collapse: share('collapse'),
    },
  };
}

/** One fit to both set-ups, beside model 1's constants and those that this program runs with. */
export function calibrationReport(request: CalibrationRequest): CalibrationReport {
  const { strikes, industry, seed, futures, resamples } = request;
  const days = Float64Array.from(strikes, (strike) => strike.days);
  const starts = strikes.map(({ startDay }) => startDay).sort((a, b) => a - b);
  const file = quantilesOf(days);
  const fixedLengths = request.fixedLengths ? fixedLengthsOf(strikes, futures) : null;
  const declared = fixedLengths && {
    share: fixedLengths.share,
    cumulated: declaredBy(
      fixedLengths.lengths.map(({ share }) => share),
      MAX_DAYS,
    ).cumulated,
  };
  const generic = genericCampaign();
  const setUps = [
    { setUp: 'onlyCostOfConceding', records: onlyCostOfConceding(generic) },
    { setUp: 'everyRange', records: generic },
  ] as const;
  const coursesOf = (count: number) =>
    setUps.map(({ records }) => enduranceCourses(records, count));
  const courses = coursesOf(futures);
  // The first futures of many stand for all where the fit is done again and again.
  const few = coursesOf(Math.min(futures, 32));

  const shipped = currentConstants();
  const targets = { days: file, outcomes: STATED_OUTCOMES };
  // From model 1's: what is fitted must not hang on what was adopted from an earlier fit.
  const fitted = calibrate(courses, targets, CONSTANTS_OF_MODEL_1, { declared });
  const fewFitted = calibrate(few, targets, fitted, { evaluations: 200, declared });
  const chance = chanceFrom(seed);
  const again = Array.from({ length: resamples }, () =>
    calibrate(few, drawnTargets(days, chance), fewFitted, { evaluations: 120, declared }),
  );
  const range = (key: HazardKey): [number, number] => {
    const sorted = again
      .map((one) => (one[key] / fewFitted[key]) * fitted[key])
      .sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(resamples - 1, Math.floor(share * resamples))]!;
    return [at(0.05), at(0.95)];
  };
  const constants: Record<ConstantSet, HazardConstants> = {
    before: CONSTANTS_OF_MODEL_1,
    shipped,
    fitted,
  };
  return {
    modelVersion: MODEL_VERSION,
    seed,
    futures,
    resamples,
    capDays: MAX_DAYS,
    strikes: strikes.length,
    from: dateOf(starts[0]!),
    to: dateOf(starts[starts.length - 1]!),
    industry,
    levels: [...LEVELS],
    stated: [...STATED_DAYS],
    file,
    outcomes: STATED_OUTCOMES,
    outcomeCampaigns: OUTCOME_CAMPAIGNS,
    constants,
    ranges: Object.fromEntries(HAZARD_KEYS.map((key) => [key, range(key)])) as Record<
      HazardKey,
      [number, number]
    >,
    fixedLengths,
    setUps: setUps.map(({ setUp }, index): CalibrationOf => {
      const metBy = (set: ConstantSet) => met(courses[index]!, constants[set], file, declared);
      return {
        setUp,
        met: { before: metBy('before'), shipped: metBy('shipped'), fitted: metBy('fitted') },
      };
    }),
  };
}

/**
 * Re-derives the constants that turn endurance into endings, so that the generic campaign's strikes last and end as
 * strikes on record did. Least squares on the logarithms of five quantiles and on the shares of three endings, each
 * weighed by the width that is asked of it; the same every time.
 */
import { exp, log } from '../model/arithmetic.ts';
import { MAX_DAYS } from '../model/action.ts';
import { MODEL_VERSION } from '../model/ensemble.ts';
import { PARAMETER_KEYS } from '../model/parameters.ts';
import { Z_95 } from '../model/range.ts';
import type { CampaignScenario } from '../model/scenario.ts';
import {
  HAZARD_KEYS,
  OUTCOMES,
  type CalibrationOf,
  type CalibrationReport,
  type HazardConstants,
  type HazardKey,
  type Outcome,
  type TargetsMet,
} from '../model/track-record.ts';
import { currentConstants, genericCampaign } from './backtest.ts';
import { dateOf, type StrikeDuration } from './durations.ts';
import { endingsOf, enduranceCourses, type EnduranceCourses } from './endurance-courses.ts';
import { minimum } from './minimum.ts';
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
/**
 * The endings' constants as model 1 had them, calibrated with the cost of conceding alone uncertain: what model 2's are
 * held against. Files of model 1 carry them and are run with them.
 */
export const CONSTANTS_OF_MODEL_1: HazardConstants = {
  concessionRate: 1.85,
  collapseRate: 0.35,
  compromiseRate: 0.53,
  frailtyVariance: 1.4,
  rampDays: 3,
};
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

function madeBy(courses: EnduranceCourses, constants: HazardConstants) {
  const { cumulated, conceded, compromised, collapsed } = endingsOf(courses, constants);
  const ended = conceded + compromised + collapsed;
  return {
    quantiles: LEVELS.map((level) => quantileOf(cumulated, level)),
    outcomes: {
      concession: conceded / ended,
      compromise: compromised / ended,
      collapse: collapsed / ended,
    },
    open: 1 - ended,
  };
}

/** The constants that meet the targets best, from where they stand. */
export function calibrate(
  courses: EnduranceCourses,
  targets: Targets,
  from: HazardConstants,
  evaluations = 400,
): HazardConstants {
  const constantsAt = (point: readonly number[]) =>
    Object.fromEntries(
      HAZARD_KEYS.map((key, index) => [key, exp(point[index]!)]),
    ) as HazardConstants;
  const { point } = minimum(
    (at) => {
      const { quantiles, outcomes } = madeBy(courses, constantsAt(at));
      let misfit = 0;
      quantiles.forEach((days, index) => {
        misfit += (log(days / targets.days[index]!) / QUANTILE_WIDTH) ** 2;
      });
      for (const outcome of OUTCOMES) {
        misfit += ((outcomes[outcome] - targets.outcomes[outcome]) / OUTCOME_WIDTH) ** 2;
      }
      return misfit;
    },
    HAZARD_KEYS.map((key) => log(from[key])),
    0.15,
    { evaluations, tolerance: 1e-8 },
  );
  return constantsAt(point);
}

function met(
  courses: EnduranceCourses,
  constants: HazardConstants,
  file: readonly number[],
): TargetsMet {
  const { quantiles, outcomes, open } = madeBy(courses, constants);
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

/** Fits the constants twice: with the cost of conceding alone uncertain, and with every range at work. */
export function calibrationReport(request: CalibrationRequest): CalibrationReport {
  const { strikes, industry, seed, futures, resamples } = request;
  const days = Float64Array.from(strikes, (strike) => strike.days);
  const starts = strikes.map(({ startDay }) => startDay).sort((a, b) => a - b);
  const file = quantilesOf(days);
  const before = currentConstants();
  const generic = genericCampaign();
  const setUps = (['onlyCostOfConceding', 'everyRange'] as const).map((setUp): CalibrationOf => {
    const records = setUp === 'everyRange' ? generic : onlyCostOfConceding(generic);
    const courses = enduranceCourses(records, futures);
    // The first futures of many stand for all where the fit is done again and again.
    const few = enduranceCourses(records, Math.min(futures, 32));
    const after = calibrate(courses, { days: file, outcomes: STATED_OUTCOMES }, before);
    const chance = chanceFrom(seed);
    const fewAfter = calibrate(few, { days: file, outcomes: STATED_OUTCOMES }, after, 200);
    const again = Array.from({ length: resamples }, () =>
      calibrate(few, drawnTargets(days, chance), fewAfter, 120),
    );
    const range = (key: HazardKey): [number, number] => {
      const sorted = again
        .map((one) => (one[key] / fewAfter[key]) * after[key])
        .sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.min(resamples - 1, Math.floor(share * resamples))]!;
      return [at(0.05), at(0.95)];
    };
    return {
      setUp,
      before,
      beforeMet: met(courses, before, file),
      after,
      afterMet: met(courses, after, file),
      ranges: Object.fromEntries(HAZARD_KEYS.map((key) => [key, range(key)])) as Record<
        HazardKey,
        [number, number]
      >,
    };
  });
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
    setUps,
  };
}

import type {
  AnswerPoint,
  Estimate,
  InformationValue,
  InformationValues,
  NextAction,
  NextActions,
  StartDays,
  Strengths,
} from '../../lib/model/study.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';

export const POSTI = openCasebookEntry('posti-2019', '2026-01-01T00:00:00Z');

export function estimate(mean: number, error = 0.0002): Estimate {
  return {
    mean,
    standardError: error,
    quantiles: Float64Array.from([mean - 0.02, mean - 0.01, mean, mean + 0.01, mean + 0.02]),
  };
}

const WITHOUT = 0.5;
const point = (gain: number, error?: number): AnswerPoint => ({
  win: WITHOUT + gain,
  gain: estimate(gain, error),
});

function bestOf(gains: readonly number[]): number {
  return gains.indexOf(Math.max(...gains));
}

const basis = { futures: 500, days: 120, runs: 3 };

/** An action that gains so much if it begins on day 0, 1, 2 … and begins on `startDay` now. */
export function startDaysOf(gains: readonly number[], startDay: number, error?: number): StartDays {
  return {
    ...basis,
    actionId: 'air-14',
    startDay,
    without: WITHOUT,
    now: WITHOUT + (gains[startDay] ?? 0),
    points: gains.map((gain, day) => ({ ...point(gain, error), startDay: day })),
    best: bestOf(gains),
    asGood: [],
  };
}

/** An action that gains so much at each of equal steps from 0 to 1. */
export function strengthsOf(gains: readonly number[], typical: number): Strengths {
  const last = gains.length - 1;
  return {
    ...basis,
    actionId: 'air-14',
    key: 'share',
    range: { low: typical, typical, high: typical },
    without: WITHOUT,
    now: WITHOUT,
    points: gains.map((gain, step) => ({ ...point(gain), value: step / last })),
    best: bestOf(gains),
    enough: 0,
  };
}

const action = POSTI.scenario.actions[0]!;

export function nextOf(
  options: readonly { gain: number; workerDays?: number; money?: number; error?: number }[],
): NextActions {
  return {
    ...basis,
    now: WITHOUT,
    options: options.map(
      ({ gain, workerDays = null, money = null, error }, candidate): NextAction => ({
        candidate,
        action,
        ...point(gain, error),
        helps: gain > 0 ? 1 : 0,
        hurts: gain < 0 ? 1 : 0,
        verdict: gain >= 0.005 ? 'helps' : gain <= -0.005 ? 'hurts' : 'indifferent',
        expectedDays: 1,
        workerDays,
        money,
        gainPerWorkerDay: workerDays === null ? null : gain / workerDays,
        gainPerMoney: money === null ? null : gain / money,
      }),
    ),
  };
}

export function informationOf(
  rows: readonly Pick<InformationValue, 'number' | 'share' | 'standardError' | 'otherSign'>[],
  spread = 0.06,
): InformationValues {
  return {
    ...basis,
    effect: estimate(0.05),
    spread,
    rows: rows.map((row) => ({
      ...row,
      spreadLeft: spread * Math.sqrt(1 - row.share),
      binValues: new Float64Array(),
      binEffects: new Float64Array(),
    })),
  };
}

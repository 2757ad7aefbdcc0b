/** Questions about one action of a scenario: when should it begin, and how much of it is enough? */
import {
  ACTION_NUMBERS,
  MAX_DAYS,
  NUMBERS_OF_KIND,
  numberOf,
  type Action,
} from '../model/action.ts';
import type { Scenario } from '../model/scenario.ts';
import type {
  AnswerPoint,
  StartDayRequest,
  StartDays,
  StrengthRequest,
  Strengths,
  StudyRequest,
} from '../model/study.ts';
import { effectiveRange } from '../model/uncertain-number.ts';
import { INDIFFERENCE } from './comparison.ts';
import { held } from './held-numbers.ts';
import { differenceOf, estimateOf, wins, type Ask, type Study, type TaskResult } from './study.ts';

const EARLIEST_ANNOUNCEMENT = -365;
const STEPS = 20;

/** P(win) by the day on which an action begins. It counts as switched on. */
export function* startDays(request: StartDayRequest): Study<StartDays> {
  const { scenario, actionId, everyDays = 1 } = request;
  const action = actionOf(scenario, actionId);
  const step = Math.max(1, Math.floor(everyDays));
  const days: number[] = [];
  for (let day = 0; day < scenario.horizonDays; day += step) days.push(day);
  const { answers, without, now, ...basis } = yield* asMany(
    request,
    days.map((day) => ({
      ...request,
      scenario: withAction(scenario, { ...beginningOn(action, day), enabled: true }),
    })),
  );
  const points = answers.map((answer, index) => ({ startDay: days[index], ...answer }));
  const best = bestOf(points);
  return {
    ...basis,
    actionId,
    startDay: action.startDay,
    without,
    now,
    points,
    best,
    asGood: points.flatMap(({ win }, index) =>
      points[best].win - win < INDIFFERENCE ? [index] : [],
    ),
  };
}

/**
 * P(win) by an action's strength, the first of its numbers. It counts as switched on. A sympathy strike half as large
 * hits half as many people: else even a strike that nobody joins would strand all its passengers.
 */
export function* strengths(request: StrengthRequest): Study<Strengths> {
  const { scenario, actionId } = request;
  const action = actionOf(scenario, actionId);
  const [key] = NUMBERS_OF_KIND[action.kind];
  const bounds = ACTION_NUMBERS[key];
  const range = effectiveRange(numberOf(action, key)!, bounds);
  const steps = Math.max(1, Math.floor(request.steps ?? STEPS));
  const most = request.upTo ?? (bounds.unit === 'share' ? 1 : 2 * range.high || 1);
  const upTo = Math.min(bounds.max, Math.max(bounds.min, most));
  const values = Array.from({ length: steps + 1 }, (_, i) => (upTo * i) / steps);
  const switchedOn = { ...request, scenario: withAction(scenario, { ...action, enabled: true }) };
  const { answers, without, now, ...basis } = yield* asMany(
    request,
    values.map((value) => {
      const scenario = withAction(
        switchedOn.scenario,
        withPeople(switchedOn.scenario, actionId, range.typical > 0 ? value / range.typical : 1),
      );
      return held({ ...switchedOn, scenario }, { of: 'action', actionId, key }, value);
    }),
  );
  const points = answers.map((answer, index) => ({ value: values[index], ...answer }));
  const best = bestOf(points);
  return {
    ...basis,
    actionId,
    key,
    range,
    without,
    now,
    points,
    best,
    enough: points.findIndex(({ win }) => points[best].win - win < INDIFFERENCE),
  };
}

/** The action with so many times the people hit directly, where there are any. */
function withPeople(scenario: Scenario, actionId: string, times: number): Action {
  const action = actionOf(scenario, actionId);
  if (action.kind !== 'sympathyStrike') return action;
  const bounds = ACTION_NUMBERS.peoplePerDay;
  const { low, typical, high } = effectiveRange(action.peoplePerDay, bounds);
  const scaled = (value: number) => Math.min(bounds.max, value * times);
  return {
    ...action,
    peoplePerDay: {
      ...action.peoplePerDay,
      low: scaled(low),
      typical: scaled(typical),
      high: scaled(high),
      readings: [],
    },
  };
}

/** The action so moved that it begins on this day, its announcement and withdrawal with it. */
export function beginningOn(action: Action, startDay: number): Action {
  if (action.kind !== 'sympathyStrike') return { ...action, startDay };
  const later = startDay - action.startDay;
  const moved = (day: number | null, first: number) =>
    day === null ? null : Math.min(MAX_DAYS, Math.max(first, day + later));
  return {
    ...action,
    startDay,
    announcedDay: moved(action.announcedDay, EARLIEST_ANNOUNCEMENT),
    withdrawnDay: moved(action.withdrawnDay, 0),
  };
}

function actionOf(scenario: Scenario, actionId: string): Action {
  const action = scenario.actions.find(({ id }) => id === actionId);
  if (!action) throw new Error('There is no such action in the scenario.');
  return action;
}

function withAction(scenario: Scenario, changed: Action): Scenario {
  const actions = scenario.actions.map((action) => (action.id === changed.id ? changed : action));
  return { ...scenario, actions };
}

interface Answers {
  answers: AnswerPoint[];
  without: number;
  now: number;
  futures: number;
  days: number;
  runs: number;
}

/** The scenario in many forms, each against itself without the action. */
function* asMany(
  request: StudyRequest & { actionId: string },
  forms: readonly StudyRequest[],
): Generator<Ask, Answers, TaskResult[]> {
  const { campaign, scenario, futures, actionId } = request;
  const action = actionOf(scenario, actionId);
  const task = (form: Scenario, of = campaign) => ({ campaign: of, scenario: form, futures });
  const [without, now, ...ran] = yield* wins(
    [
      task(withAction(scenario, { ...action, enabled: false })),
      task(scenario),
      ...forms.map((form) => task(form.scenario, form.campaign)),
    ],
    forms.length + 2,
  );
  return {
    answers: ran.map(({ win, winByFuture }) => ({
      win,
      gain: estimateOf(differenceOf(winByFuture, without.winByFuture)),
    })),
    without: without.win,
    now: now.win,
    futures,
    days: now.days,
    runs: forms.length + 2,
  };
}

/** The first of the highest. */
function bestOf(points: readonly AnswerPoint[]): number {
  let best = 0;
  points.forEach(({ win }, index) => {
    if (win > points[best].win) best = index;
  });
  return best;
}

/**
 * How a study is run: it asks for ensembles, batch by batch, and is handed what they came to, in the order asked.
 * Who runs them, here or on many workers at once, makes no difference to a single bit of the answer.
 */
import type { Campaign } from '../model/campaign.ts';
import type { Course } from '../model/check-verdicts.ts';
import {
  ENDINGS,
  QUANTILE_LEVELS,
  type EnsembleRequest,
  type EnsembleResult,
} from '../model/ensemble.ts';
import { log } from '../model/arithmetic.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate } from '../model/study.ts';
import { Futures } from './chance.ts';
import { runCourse, type CourseRequest } from './course.ts';
import { FutureRunner, type FutureSink } from './day.ts';
import { BLOCK, runEnsemble } from './ensemble.ts';
import { drawFuture, makePlan, normalsOf } from './plan.ts';
import { quantilesInto } from './quantiles.ts';
import { runSpread, type Spread } from './sector-spread.ts';

/** Futures between two pauses of a task. */
export const PAUSE_EVERY = 64;

/** Who wins, and nothing else: what most studies need of an ensemble. */
export interface WinTask {
  kind: 'win';
  campaign: Campaign;
  scenario: Scenario;
  futures: number;
  /** Also the mean of Λ by day. */
  withLeverage: boolean;
}

export interface Wins {
  kind: 'win';
  days: number;
  /** P(concession by the horizon) of each future, and its mean. */
  winByFuture: Float64Array;
  win: number;
  /** Mean probability that it is open on the evening of each day. */
  open: Float64Array;
  /** Mean over futures of Λ by day; empty where not asked for. */
  leverageByDay: Float64Array;
}

export interface EnsembleTask {
  kind: 'ensemble';
  request: EnsembleRequest;
}

export interface SpreadTask {
  kind: 'spread';
  campaign: Campaign;
  scenario: Scenario;
  futures: number;
}

export interface CourseTask extends CourseRequest {
  kind: 'course';
}

export type Task = WinTask | EnsembleTask | SpreadTask | CourseTask;
export type TaskResult =
  | Wins
  | { kind: 'ensemble'; result: EnsembleResult }
  | (Spread & { kind: 'spread' })
  | (Course & { kind: 'course' });

export interface Ask {
  tasks: Task[];
  /** Tasks of the whole study as far as it can be told now; fewer may do. */
  total: number;
}

/** A study on its way: asks, is handed the results, and ends with its answer. */
export type Study<Answer> = Generator<Ask, Answer, TaskResult[]>;

/** Runs one task; yields so often that whoever drives it may stop it within milliseconds. */
export function* runTask(task: Task, futures: Futures): Generator<void, TaskResult, void> {
  switch (task.kind) {
    case 'win':
      return yield* runWins(task, futures);
    case 'spread':
      return { kind: 'spread', ...(yield* runSpread(task, futures)) };
    case 'course':
      return { kind: 'course', ...(yield* runCourse(task, futures)) };
    case 'ensemble': {
      const run = runEnsemble(task.request, futures);
      for (;;) {
        const next = run.next();
        if (next.done) return { kind: 'ensemble', result: next.value };
        yield;
      }
    }
    default:
      return task satisfies never;
  }
}

/** The seed whose futures a task runs on. */
export function seedOf(task: Task): number {
  return task.kind === 'ensemble' ? task.request.scenario.seed : task.scenario.seed;
}

function* runWins(
  { campaign, scenario, futures: count, withLeverage }: WinTask,
  futures: Futures,
): Generator<void, Wins, void> {
  const plan = makePlan(campaign, scenario, false);
  const { days } = plan;
  // The guard-rails cost nothing and are not looked at.
  const options = { stepDays: 1, noise: true, hardshipLimit: 1, supportLimit: 0 };
  const runner = new FutureRunner(plan, options);
  const normals = normalsOf(plan, futures, count);
  const values = new Float64Array(plan.typical.length);
  const sink: FutureSink = {
    futures: count,
    endingSums: new Float64Array(days * ENDINGS.length),
    leverage: new Float64Array(days * count),
    recorded: null,
    winByFuture: new Float64Array(count),
    settlementSums: new Float64Array(2),
    guardRailSums: new Float64Array(4),
  };
  const totals = new Float64Array(sink.endingSums.length);
  for (let first = 0; first < count; first += BLOCK) {
    sink.endingSums.fill(0);
    const end = Math.min(count, first + BLOCK);
    for (let future = first; future < end; future++) {
      drawFuture(plan, normals, future, values);
      runner.run(values, futures.noiseKey(future), future, sink);
      if ((future + 1) % PAUSE_EVERY === 0) yield;
    }
    for (let i = 0; i < totals.length; i++) totals[i] += sink.endingSums[i];
  }
  const { winByFuture, leverage } = sink;
  return {
    kind: 'win',
    days,
    winByFuture,
    win: meanOf(winByFuture),
    open: Float64Array.from({ length: days }, (_, day) => totals[day * ENDINGS.length] / count),
    leverageByDay: withLeverage
      ? Float64Array.from({ length: days }, (_, day) =>
          meanOf(leverage.subarray(day * count, (day + 1) * count), log),
        )
      : new Float64Array(0),
  };
}

const unchanged = (value: number) => value;

/** A mean over futures, summed in blocks as every sum over futures is. */
export function meanOf(values: Float64Array, scale: typeof log = unchanged): number {
  let total = 0;
  for (let first = 0; first < values.length; first += BLOCK) {
    let sum = 0;
    const end = Math.min(values.length, first + BLOCK);
    for (let future = first; future < end; future++) sum += scale(values[future]);
    total += sum;
  }
  return total / values.length;
}

/** Mean, standard error and quantiles of what differs by future; `values` stays as it is. */
export function estimateOf(values: Float64Array): Estimate {
  const mean = meanOf(values);
  const quantiles = new Float64Array(QUANTILE_LEVELS.length);
  quantilesInto(values.slice(), QUANTILE_LEVELS, quantiles, 0);
  return { mean, standardError: Math.sqrt(varianceOf(values, mean) / values.length), quantiles };
}

/** n − 1 in the denominator; 0 of a single value. */
export function varianceOf(values: Float64Array, mean: number): number {
  if (values.length < 2) return 0;
  const squares = values.map((value) => (value - mean) * (value - mean));
  return (meanOf(squares) * values.length) / (values.length - 1);
}

export function differenceOf(more: Float64Array, less: Float64Array): Float64Array {
  return more.map((value, i) => value - less[i]);
}

/** Asks for who wins in these scenarios. */
export function* wins(
  tasks: readonly Omit<WinTask, 'kind' | 'withLeverage'>[],
  total: number,
  withLeverage = false,
): Generator<Ask, Wins[], TaskResult[]> {
  if (tasks.length === 0) return [];
  const results = yield {
    tasks: tasks.map((task): WinTask => ({ kind: 'win', withLeverage, ...task })),
    total,
  };
  return results as Wins[];
}

/** Runs a study to its end at once, here. */
export function finishStudy<Answer>(
  study: Study<Answer>,
  onprogress: (done: number, total: number) => void = () => {},
): Answer {
  let futures: Futures | null = null;
  let done = 0;
  let next = study.next();
  while (!next.done) {
    const { tasks, total } = next.value;
    const results = tasks.map((task): TaskResult => {
      if (futures?.seed !== seedOf(task)) futures = new Futures(seedOf(task));
      const run = runTask(task, futures);
      for (;;) {
        const step = run.next();
        if (!step.done) continue;
        onprogress(++done, total);
        return step.value;
      }
    });
    next = study.next(results);
  }
  return next.value;
}

/** Many futures of one scenario. */
import {
  DAY_QUANTITIES,
  ENDINGS,
  GUARD_RAILS,
  MODEL_VERSION,
  QUANTILE_LEVELS,
  type DayQuantity,
  type EnsembleRequest,
  type EnsembleResult,
} from '../model/ensemble.ts';
import { log } from '../model/arithmetic.ts';
import { Futures } from './chance.ts';
import { FutureRunner, type DayOptions, type FutureSink } from './day.ts';
import { drawFuture, makePlan, normalsOf } from './plan.ts';
import { quantilesInto } from './quantiles.ts';

/** Futures of a block: sums are taken within blocks and then over blocks, in index order, whoever computed them. */
export const BLOCK = 256;

/** Futures between two pauses: a newer request waits no longer than these take, some milliseconds. */
const PAUSE_EVERY = 64;

export interface Progress {
  done: number;
  total: number;
}

/**
 * Runs an ensemble; yields every few milliseconds, so that whoever drives it may report, pause or stop.
 * @param futures kept by the caller, who may hand it to the next run of the same seed
 * @param stepDays see DayOptions
 */
export function* runEnsemble(
  request: EnsembleRequest,
  futures = new Futures(request.scenario.seed),
  stepDays = 1,
): Generator<Progress, EnsembleResult, void> {
  const { campaign, scenario, certain, allQuantiles } = request;
  const count = certain ? 1 : request.futures;
  const plan = makePlan(campaign, scenario, certain);
  const { days } = plan;
  const options: DayOptions = {
    stepDays,
    noise: !certain,
    hardshipLimit: request.hardshipLimit,
    supportLimit: request.supportLimit,
  };
  const runner = new FutureRunner(plan, options);
  const normals = normalsOf(plan, futures, count);
  const values = new Float64Array(plan.typical.length);

  const endingTotals = new Float64Array(days * ENDINGS.length);
  const settlementTotals = new Float64Array(2);
  const guardRailTotals = new Float64Array(GUARD_RAILS.length);
  const leverage = new Float64Array(days * count);
  const otherQuantities = allQuantiles
    ? DAY_QUANTITIES.filter((quantity) => quantity !== 'leverage')
    : [];
  const sink: FutureSink = {
    futures: count,
    endingSums: new Float64Array(endingTotals.length),
    leverage,
    recorded: allQuantiles ? otherQuantities.map(() => new Float64Array(days * count)) : null,
    winByFuture: new Float64Array(count),
    settlementSums: new Float64Array(settlementTotals.length),
    guardRailSums: new Float64Array(guardRailTotals.length),
  };

  for (let first = 0; first < count; first += BLOCK) {
    sink.endingSums.fill(0);
    sink.settlementSums.fill(0);
    sink.guardRailSums.fill(0);
    const end = Math.min(count, first + BLOCK);
    for (let future = first; future < end; future++) {
      drawFuture(plan, normals, future, values);
      runner.run(values, futures.noiseKey(future), future, sink);
      if ((future + 1) % PAUSE_EVERY === 0) yield { done: future + 1, total: count };
    }
    addTo(endingTotals, sink.endingSums);
    addTo(settlementTotals, sink.settlementSums);
    addTo(guardRailTotals, sink.guardRailSums);
  }

  const ending = (index: number) =>
    Float64Array.from(
      { length: days },
      (_, day) => endingTotals[day * ENDINGS.length + index] / count,
    );
  const endings = {
    open: ending(0),
    conceded: ending(1),
    compromised: ending(2),
    collapsed: ending(3),
  };
  // Means first: quantiles reorder the futures of a day.
  const means: EnsembleResult['means'] = {};
  if (allQuantiles) means.leverage = dailyMeans(leverage, days, count, log);
  otherQuantities.forEach((quantity, k) => {
    means[quantity] = dailyMeans(sink.recorded![k], days, count);
  });
  const quantiles: EnsembleResult['quantiles'] = {
    leverage: dailyQuantiles(leverage, days, count, log),
  };
  otherQuantities.forEach((quantity, k) => {
    quantiles[quantity] = dailyQuantiles(sink.recorded![k], days, count);
  });
  return {
    modelVersion: MODEL_VERSION,
    days,
    futures: count,
    seed: futures.seed,
    endings,
    endedAsDeclared: plan.endsAsDeclared ? endings.open[days - 1] : 0,
    quantiles,
    means,
    winByFuture: sink.winByFuture,
    expectedSettlementValue:
      settlementTotals[1] > 0 ? settlementTotals[0] / settlementTotals[1] : 0,
    guardRails: {
      fundEmpty: guardRailTotals[0] / count,
      hardshipOverLimit: guardRailTotals[1] / count,
      supportUnderLimit: guardRailTotals[2] / count,
      fewerThanHalfOut: guardRailTotals[3] / count,
    },
  };
}

function addTo(totals: Float64Array, sums: Float64Array): void {
  for (let i = 0; i < totals.length; i++) totals[i] += sums[i];
}

function dailyMeans(
  values: Float64Array,
  days: number,
  count: number,
  scale: (value: number) => number = (value) => value,
): Float64Array {
  const means = new Float64Array(days);
  for (let day = 0; day < days; day++) {
    let total = 0;
    for (let first = 0; first < count; first += BLOCK) {
      let sum = 0;
      const end = Math.min(count, first + BLOCK);
      for (let future = first; future < end; future++) sum += scale(values[day * count + future]);
      total += sum;
    }
    means[day] = total / count;
  }
  return means;
}

function dailyQuantiles(
  values: Float64Array,
  days: number,
  count: number,
  scale?: (value: number) => number,
): Float64Array {
  const levels = QUANTILE_LEVELS.length;
  const quantiles = new Float64Array(days * levels);
  for (let day = 0; day < days; day++) {
    quantilesInto(
      values.subarray(day * count, (day + 1) * count),
      QUANTILE_LEVELS,
      quantiles,
      day * levels,
      scale,
    );
  }
  return quantiles;
}

/** Runs a generator of this room to its end at once. */
export function finish<Result>(run: Generator<Progress, Result, void>): Result {
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
  }
}

/** An ensemble in one go. */
export function simulate(request: EnsembleRequest): EnsembleResult {
  return finish(runEnsemble(request));
}

/** Day by day the one future in which every number is typical and chance is off. */
export function simulateCertain(
  request: Pick<EnsembleRequest, 'campaign' | 'scenario'>,
): Record<DayQuantity, number[]> & Record<(typeof ENDINGS)[number], number[]> {
  const result = simulate({
    ...request,
    futures: 1,
    certain: true,
    allQuantiles: true,
    hardshipLimit: 1,
    supportLimit: 0,
  });
  const median = QUANTILE_LEVELS.indexOf(0.5);
  const byDay = (quantiles: Float64Array) =>
    Array.from(
      { length: result.days },
      (_, day) => quantiles[day * QUANTILE_LEVELS.length + median],
    );
  return {
    ...(Object.fromEntries(
      DAY_QUANTITIES.map((quantity) => [quantity, byDay(result.quantiles[quantity]!)]),
    ) as Record<DayQuantity, number[]>),
    open: [...result.endings.open],
    conceded: [...result.endings.conceded],
    compromised: [...result.endings.compromised],
    collapsed: [...result.endings.collapsed],
  };
}

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
  /** What the futures so far came to: the very result of a run of that many. Once, where it was asked for. */
  first?: EnsembleResult;
}

/**
 * Runs an ensemble; yields every few milliseconds, so that whoever drives it may report, pause or stop.
 * @param futures kept by the caller, who may hand it to the next run of the same seed
 * @param stepDays see DayOptions
 * @param firstAt after this many futures (a multiple of pauseEvery) a first result comes along on the way
 * @param pauseEvery futures between two pauses
 */
export function* runEnsemble(
  request: EnsembleRequest,
  futures = new Futures(request.scenario.seed),
  stepDays = 1,
  firstAt = 0,
  pauseEvery = PAUSE_EVERY,
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
  let typical: EnsembleResult['typical'];
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
      const done = future + 1;
      if (done % pauseEvery !== 0) continue;
      if (done === firstAt && done < count) yield { done, total: count, first: resultOf(done) };
      else yield { done, total: count };
    }
    addTo(endingTotals, sink.endingSums);
    addTo(settlementTotals, sink.settlementSums);
    addTo(guardRailTotals, sink.guardRailSums);
  }

  return resultOf(count);

  /** The result of futures 0 … done − 1; what the block under way has added so far counts, too. */
  function resultOf(done: number): EnsembleResult {
    const isWhole = done === count;
    const total = (totals: Float64Array, sums: Float64Array, index: number) =>
      (isWhole ? totals[index] : totals[index] + sums[index]) / done;
    const ending = (index: number) =>
      Float64Array.from({ length: days }, (_, day) =>
        total(endingTotals, sink.endingSums, day * ENDINGS.length + index),
      );
    const endings = {
      open: ending(0),
      conceded: ending(1),
      compromised: ending(2),
      collapsed: ending(3),
    };
    // Means first: quantiles reorder the futures of a day.
    const means: EnsembleResult['means'] = {};
    const quantiles: Partial<EnsembleResult['quantiles']> = {};
    const summarize = (quantity: DayQuantity, values: Float64Array, scale: typeof log) => {
      if (allQuantiles) means[quantity] = dailyMeans(values, days, count, done, scale);
      quantiles[quantity] = dailyQuantiles(values, days, count, done, scale);
    };
    summarize('leverage', leverage, log);
    otherQuantities.forEach((quantity, k) => summarize(quantity, sink.recorded![k], unchanged));
    const settlementValue = total(settlementTotals, sink.settlementSums, 0);
    const settled = total(settlementTotals, sink.settlementSums, 1);
    const rail = (index: number) => total(guardRailTotals, sink.guardRailSums, index);
    if (!certain) typical ??= simulateCertain(request);
    return {
      modelVersion: MODEL_VERSION,
      days,
      futures: done,
      seed: futures.seed,
      endings,
      endedAsDeclared: plan.endsAsDeclared ? endings.open[days - 1] : 0,
      quantiles: quantiles as EnsembleResult['quantiles'],
      means,
      winByFuture: isWhole ? sink.winByFuture : sink.winByFuture.slice(0, done),
      expectedSettlementValue: settled > 0 ? settlementValue / settled : 0,
      guardRails: {
        fundEmpty: rail(0),
        hardshipOverLimit: rail(1),
        supportUnderLimit: rail(2),
        fewerThanHalfOut: rail(3),
      },
      ...(typical ? { typical } : {}),
    };
  }
}

const unchanged = (value: number) => value;

function addTo(totals: Float64Array, sums: Float64Array): void {
  for (let i = 0; i < totals.length; i++) totals[i] += sums[i];
}

/** Values are laid out day·count + future; the first `done` of each day count. */
function dailyMeans(
  values: Float64Array,
  days: number,
  count: number,
  done: number,
  scale: (value: number) => number,
): Float64Array {
  const means = new Float64Array(days);
  for (let day = 0; day < days; day++) {
    let total = 0;
    for (let first = 0; first < done; first += BLOCK) {
      let sum = 0;
      const end = Math.min(done, first + BLOCK);
      for (let future = first; future < end; future++) sum += scale(values[day * count + future]);
      total += sum;
    }
    means[day] = total / done;
  }
  return means;
}

/** As dailyMeans. The futures of a day are reordered once all of them are done, never before. */
function dailyQuantiles(
  values: Float64Array,
  days: number,
  count: number,
  done: number,
  scale: (value: number) => number,
): Float64Array {
  const levels = QUANTILE_LEVELS.length;
  const quantiles = new Float64Array(days * levels);
  for (let day = 0; day < days; day++) {
    const from = day * count;
    const ofDay =
      done === count ? values.subarray(from, from + done) : values.slice(from, from + done);
    quantilesInto(ofDay, QUANTILE_LEVELS, quantiles, day * levels, scale);
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

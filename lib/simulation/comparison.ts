/** Two scenarios on the same futures: the difference is the scenario's doing, not luck's. */
import {
  QUANTILE_LEVELS,
  type Comparison,
  type EnsembleRequest,
  type EnsembleResult,
} from '../model/ensemble.ts';
import { baselineOf, type Scenario } from '../model/scenario.ts';
import { Futures } from './chance.ts';
import { digestsOf } from './digest.ts';
import { finish, runEnsemble, type Progress } from './ensemble.ts';
import { quantilesInto } from './quantiles.ts';

/** Less than half a point of P(win by the horizon) is no difference. */
export const INDIFFERENCE = 0.005;

export interface ComparisonRequest extends EnsembleRequest {
  /** What the scenario is compared with; null: itself without its solidarity actions. */
  baseline: Scenario | null;
}

/** A comparison before its digests, which need an asynchronous hash. */
export type UnsignedComparison = Omit<Comparison, 'digest' | 'olderDigests'>;

export function* runComparison(
  request: ComparisonRequest,
  futures = new Futures(request.scenario.seed),
): Generator<Progress, UnsignedComparison, void> {
  const baselineRequest = {
    ...request,
    scenario: request.baseline ?? baselineOf(request.scenario),
  };
  const scenario = yield* halfOf(runEnsemble(request, futures), 0);
  const baseline = yield* halfOf(runEnsemble(baselineRequest, futures), 1);
  return compare(scenario, baseline);
}

function* halfOf(
  run: Generator<Progress, EnsembleResult, void>,
  half: 0 | 1,
): Generator<Progress, EnsembleResult, void> {
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
    const { done, total } = next.value;
    yield { done: done + half * total, total: 2 * total };
  }
}

/** Compares two ensembles of the same seed, futures and campaign. */
export function compare(scenario: EnsembleResult, baseline: EnsembleResult): UnsignedComparison {
  const count = scenario.futures;
  if (baseline.futures !== count || baseline.seed !== scenario.seed) {
    throw new Error('A comparison needs the same futures on both sides.');
  }
  const gains = new Float64Array(count);
  let helped = 0;
  let hurt = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const gain = scenario.winByFuture[i] - baseline.winByFuture[i];
    gains[i] = gain;
    sum += gain;
    if (gain >= INDIFFERENCE) helped++;
    else if (gain <= -INDIFFERENCE) hurt++;
  }
  const gainQuantiles = new Float64Array(QUANTILE_LEVELS.length);
  quantilesInto(gains, QUANTILE_LEVELS, gainQuantiles, 0);
  return {
    scenario,
    baseline,
    helps: helped / count,
    hurts: hurt / count,
    indifferent: (count - helped - hurt) / count,
    gainQuantiles,
    meanGain: sum / count,
  };
}

/** A comparison in one go, with its digest. */
export async function compareNow(request: ComparisonRequest): Promise<Comparison> {
  const comparison = finish(runComparison(request));
  return { ...comparison, ...(await digestsOf(comparison)) };
}

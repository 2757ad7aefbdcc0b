/**
 * Which number, better known, would narrow the answer? The first-order index of each: the share of the effect's
 * variance over futures that lies between, not within, groups of futures in which the number is nearly the same
 * (Sobol' 1993; the correlation ratio of Pearson 1905). Read off the futures there are: no run is needed for it.
 */
import { valueAt } from '../model/range.ts';
import { baselineOf, pinnedBeside } from '../model/scenario.ts';
import type { EffectRequest, InformationValue, InformationValues } from '../model/study.ts';
import { Futures } from './chance.ts';
import { swingingNumbers, type Swinging } from './held-numbers.ts';
import { differenceOf, estimateOf, varianceOf, wins, type Study } from './study.ts';

/** Futures i, i + 16, i + 32, … are left out in turn to see how far the share hangs on them. */
const JACKKNIFE_GROUPS = 16;
const FEWEST_IN_BIN = 16;
const MOST_BINS = 10;

export function* informationValues(request: EffectRequest): Study<InformationValues> {
  const { campaign, scenario, futures } = request;
  const baseline = pinnedBeside(request.baseline ?? baselineOf(scenario), scenario);
  const [ours, theirs] = yield* wins(
    [
      { campaign, scenario, futures },
      { campaign, scenario: baseline, futures },
    ],
    2,
  );
  const effects = differenceOf(ours.winByFuture, theirs.winByFuture);
  const values = informationIn(effects, request, new Futures(scenario.seed));
  return { ...values, days: ours.days, runs: 2 };
}

/**
 * The same from effects that are there already, as of a comparison.
 * @param effects the scenario's P(win) less the baseline's, by future
 */
export function informationIn(
  effects: Float64Array,
  { campaign, scenario, baseline }: EffectRequest,
  luck: Futures,
): InformationValues {
  const futures = effects.length;
  const effect = estimateOf(effects);
  const spread = Math.sqrt(varianceOf(effects, effect.mean));
  const numbers = swingingNumbers({ campaign, scenario }, baseline, false);
  const bins = Math.max(2, Math.min(MOST_BINS, Math.floor(futures / FEWEST_IN_BIN)));
  const rows = numbers.map((number): InformationValue => {
    const normals = luck.normals(number.drawSlot, futures);
    const sorted = Array.from({ length: futures }, (_, future) => future).sort(
      (a, b) => normals[a] - normals[b] || a - b,
    );
    const whole = shareBetween(sorted, effects, bins);
    const parts = Array.from({ length: JACKKNIFE_GROUPS }, (_, group) => {
      const kept = sorted.filter((future) => future % JACKKNIFE_GROUPS !== group);
      return shareBetween(kept, effects, bins);
    });
    const mean = parts.reduce((sum, part) => sum + part, 0) / JACKKNIFE_GROUPS;
    const squares = parts.reduce((sum, part) => sum + (part - mean) * (part - mean), 0);
    const share = Math.min(1, Math.max(0, whole));
    const { binValues, binEffects } = binned(sorted, effects, bins, number, normals);
    const turned = binEffects.filter((value) => value * effect.mean < 0).length;
    return {
      number: number.number,
      share,
      standardError: Math.sqrt((squares * (JACKKNIFE_GROUPS - 1)) / JACKKNIFE_GROUPS),
      spreadLeft: spread * Math.sqrt(1 - share),
      otherSign: turned / bins,
      binValues,
      binEffects,
    };
  });
  return {
    futures,
    days: 0,
    runs: 0,
    effect,
    spread,
    rows: rows.sort((a, b) => b.share - a.share),
  };
}

/** Where a bin begins in a list that is cut into bins of equal count. */
const cut = (length: number, bins: number, bin: number) => Math.floor((length * bin) / bins);

/**
 * The share of variance between bins, less what chance alone puts there (ε² of Kelley 1935), so that it is nought on
 * average where the number does nothing, and below it in half of those cases.
 */
function shareBetween(sorted: readonly number[], effects: Float64Array, bins: number): number {
  const n = sorted.length;
  if (n <= bins) return 0;
  let total = 0;
  for (const future of sorted) total += effects[future];
  const mean = total / n;
  let between = 0;
  let within = 0;
  for (let bin = 0; bin < bins; bin++) {
    const [from, to] = [cut(n, bins, bin), cut(n, bins, bin + 1)];
    let sum = 0;
    for (let i = from; i < to; i++) sum += effects[sorted[i]];
    const ofBin = sum / (to - from);
    between += (to - from) * (ofBin - mean) * (ofBin - mean);
    for (let i = from; i < to; i++) {
      const rest = effects[sorted[i]] - ofBin;
      within += rest * rest;
    }
  }
  if (!(between + within > 0)) return 0;
  return (between - ((bins - 1) * within) / (n - bins)) / (between + within);
}

function binned(
  sorted: readonly number[],
  effects: Float64Array,
  bins: number,
  { range, bounds }: Swinging,
  normals: Float64Array,
): Pick<InformationValue, 'binValues' | 'binEffects'> {
  const { scale, min, max } = bounds;
  const meanOver = (of: (future: number) => number) =>
    Float64Array.from({ length: bins }, (_, bin) => {
      const [from, to] = [cut(sorted.length, bins, bin), cut(sorted.length, bins, bin + 1)];
      let sum = 0;
      for (let i = from; i < to; i++) sum += of(sorted[i]);
      return to > from ? sum / (to - from) : 0;
    });
  return {
    binValues: meanOver((future) => valueAt(range, scale, normals[future], min, max)),
    binEffects: meanOver((future) => effects[future]),
  };
}

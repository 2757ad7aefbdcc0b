/** Which numbers the chance of winning, and the difference that solidarity makes, hang on over the whole space. */
import {
  CAMPAIGN_TYPES,
  type CampaignType,
  type DoubtedNumber,
  type SensitivityOutput,
  type SensitivityReport,
  type SensitivityRow,
  type TypeSensitivity,
} from '../model/doubt.ts';
import { MODEL_VERSION } from '../model/ensemble.ts';
import { Futures } from '../simulation/chance.ts';
import { campaignOf } from './campaign-types.ts';
import { factorValue, plausibleSpace, PointRunner, type Factor } from './plausible-space.ts';
import { RESAMPLES, sobolIndices, type SobolOutput } from './sobol.ts';

/** Beyond these the indices are too small to tell them apart. */
const MOST_ROWS = 16;

export interface SensitivityRequest {
  seed: number;
  /** Rows of each of the two sample matrices. */
  sample: number;
  /** What is said before each type is run. */
  onbegin?: (type: CampaignType) => void;
}

export function sensitivityReport({
  seed,
  sample,
  onbegin = () => {},
}: SensitivityRequest): SensitivityReport {
  const types = CAMPAIGN_TYPES.map((type) => {
    onbegin(type);
    return typeSensitivity(type, seed, sample);
  });
  return { modelVersion: MODEL_VERSION, seed, sample, resamples: RESAMPLES, types };
}

export function typeSensitivity(type: CampaignType, seed: number, sample: number): TypeSensitivity {
  const { campaign, scenario, baseline } = campaignOf(type);
  const factors = plausibleSpace({ campaign, scenario });
  const ours = new PointRunner({ campaign, scenario }, factors, true);
  const theirs = new PointRunner({ campaign, scenario: baseline }, factors, true);
  const futures = new Futures(seed);
  const [a, b] = [0, 1].map((matrix) => [
    ...factors.map((factor, index) =>
      // The two samples share no prime, so neither says anything about the other.
      valuesOf(factor, futures.normals(matrix * factors.length + index, sample)),
    ),
    // The last input is the luck of the days.
    Float64Array.from({ length: sample }, (_, row) => matrix * sample + row),
  ]) as [Float64Array[], Float64Array[]];
  const evaluate = (point: Float64Array) => {
    const noiseKey = futures.noiseKey(point[factors.length]!);
    const win = ours.win(point, noiseKey);
    return [win, win - theirs.win(point, noiseKey)];
  };
  const [win, effect] = sobolIndices(a, b, evaluate, 2, seed) as [SobolOutput, SobolOutput];
  const outputOf = ({ mean, spread, indices }: SobolOutput): SensitivityOutput => {
    const rows = indices
      .map(({ first, total }, index): SensitivityRow => {
        const factor = factors[index];
        return { of: factor ? doubted(factor) : null, first, total };
      })
      .sort((one, other) => other.total.value - one.total.value);
    const rest = rows.splice(MOST_ROWS);
    const largest = rest[0]?.total ?? { value: 0, error: 0 };
    return { mean, spread, rows, rest: { count: rest.length, largest } };
  };
  return {
    type,
    campaignId: campaign.id,
    currency: campaign.currency,
    days: ours.plan.days,
    numbers: factors.length,
    outputs: { win: outputOf(win), effect: outputOf(effect) },
  };
}

export function valuesOf(factor: Factor, normals: Float64Array): Float64Array {
  return normals.map((normal) => factorValue(factor, normal));
}

/** What a report keeps of a factor. */
export function doubted({ bounds: _, ...rest }: Factor): DoubtedNumber {
  return rest;
}

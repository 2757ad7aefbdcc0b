import { MODEL_VERSION, VERSIONS_OF_THESE_EQUATIONS, type Comparison } from '../model/ensemble.ts';
import type { Snapshot, SnapshotResult } from './format.ts';

/** What a snapshot says of a comparison. */
export function snapshotResultOf(comparison: Comparison): SnapshotResult {
  const { scenario, baseline, helps, hurts, indifferent, meanGain, digest } = comparison;
  return {
    digest,
    summary: {
      winWith: scenario.endings.conceded[scenario.days - 1]!,
      winWithout: baseline.endings.conceded[baseline.days - 1]!,
      helps,
      hurts,
      indifferent,
      meanGain,
    },
  };
}

export type SummaryKey = keyof SnapshotResult['summary'];
export interface Difference {
  key: SummaryKey;
  inFile: number;
  here: number;
}

export type Reproduction =
  | { kind: 'exact' }
  /** The file was saved before anything had been computed. */
  | { kind: 'nothingToCompare' }
  /** `olderModel`: the file's model version where its equations are not ours, which explains it; else null. */
  | { kind: 'differs'; differences: Difference[]; olderModel: number | null };

/**
 * Did this machine compute what the file says? The digest decides; `differences` names the figures that differ, and may
 * be empty where only a curve does. A file of an older model with our equations is held to its own digest.
 */
export function compareWithSnapshot(snapshot: Snapshot, comparison: Comparison): Reproduction {
  const { result, modelVersion } = snapshot;
  if (result === null) return { kind: 'nothingToCompare' };
  const here = snapshotResultOf(comparison);
  const digest =
    modelVersion === MODEL_VERSION ? here.digest : comparison.olderDigests[modelVersion];
  if (result.digest === digest) return { kind: 'exact' };
  const keys = Object.keys(result.summary) as SummaryKey[];
  return {
    kind: 'differs',
    differences: keys
      .filter((key) => result.summary[key] !== here.summary[key])
      .map((key) => ({ key, inFile: result.summary[key], here: here.summary[key] })),
    olderModel: VERSIONS_OF_THESE_EQUATIONS.includes(modelVersion) ? null : modelVersion,
  };
}

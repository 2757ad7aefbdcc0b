import { NUMBERS_OF_KIND, numberOf } from '../model/action.ts';
import { Campaign } from '../model/campaign.ts';
import { MODEL_VERSION } from '../model/ensemble.ts';
import { CivilDate, WebAddress } from '../model/identity.ts';
import { PARAMETER_KEYS } from '../model/parameters.ts';
import { MAX_FUTURES, Scenario } from '../model/scenario.ts';
import type { UncertainNumber } from '../model/uncertain-number.ts';
import { z } from '../model/zod.ts';

export const SNAPSHOT_FORMAT = 'clincher-snapshot';
/** Newest that is read and written: 3 has the campaign's checks in it. */
export const SNAPSHOT_FORMAT_VERSION = 3;
/**
 * A file without checks is still written as 2, byte for byte, and opens in older programs; one with them is refused
 * there by its version, as too new, rather than as broken.
 */
export const FORMAT_VERSION_WITHOUT_CHECKS = 2;

/** What a file may ask of us before we look at it closely. */
export interface SnapshotLimits {
  bytes: number;
  /** Brackets inside brackets. */
  depth: number;
  /** Entries of one list or object: as long as the longest that a schema allows, readings and actors. */
  items: number;
}
export const SNAPSHOT_LIMITS: SnapshotLimits = { bytes: 5_000_000, depth: 32, items: 200 };

/** Past this a reading's middle or a pooled weight could overflow; no quantity of ours comes near it. */
const LARGEST_READING = 1e18;

const Probability = z.number().min(0).max(1);

/** What the author's machine computed: compared with what the reader's computes. */
export const SnapshotResult = z.strictObject({
  /** SHA-256, hex, over the byte layout of the engine's `digest.ts`. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  summary: z.strictObject({
    /** P(concession by the horizon), scenario and baseline. */
    winWith: Probability,
    winWithout: Probability,
    /** Shares of futures. */
    helps: Probability,
    hurts: Probability,
    indifferent: Probability,
    meanGain: z.number().min(-1).max(1),
  }),
});
export type SnapshotResult = z.infer<typeof SnapshotResult>;

/** The rest of the ensemble's request; seed and horizon are the scenario's. Its caps are the step budget. */
export const SnapshotEnsemble = z.strictObject({
  futures: z.int().min(1).max(MAX_FUTURES),
  hardshipLimit: Probability,
  supportLimit: Probability,
});
export type SnapshotEnsemble = z.infer<typeof SnapshotEnsemble>;

type Path = (string | number)[];

/** Every uncertain number of the records, with the path that leads to it. */
function* numbersByPath(
  campaign: Campaign,
  scenarios: readonly (readonly ['scenario' | 'baseline', Scenario])[],
): Generator<[Path, UncertainNumber]> {
  for (const key of PARAMETER_KEYS) yield [['campaign', 'numbers', key], campaign.numbers[key]];
  for (const [name, { actions }] of scenarios) {
    for (const [index, action] of actions.entries()) {
      for (const key of NUMBERS_OF_KIND[action.kind]) {
        yield [[name, 'actions', index, key], numberOf(action, key)!];
      }
    }
  }
}

/** Strict: an unknown key, an own `__proto__`, NaN or a number out of its bounds is refused, nothing is repaired. */
export const Snapshot = z
  .strictObject({
    format: z.literal(SNAPSHOT_FORMAT),
    formatVersion: z.literal([FORMAT_VERSION_WITHOUT_CHECKS, SNAPSHOT_FORMAT_VERSION]),
    /** An older model's numbers may differ where its equations do; a newer model's cannot be reproduced and are refused. */
    modelVersion: z.int().min(1).max(MODEL_VERSION),
    createdOn: CivilDate,
    /** "Clincher 0.1.0". */
    program: z.string().max(100),
    campaign: Campaign,
    scenario: Scenario,
    /** What it is compared with; null: itself without its solidarity actions. */
    baseline: Scenario.nullable(),
    ensemble: SnapshotEnsemble,
    result: SnapshotResult.nullable(),
  })
  .superRefine(({ formatVersion, campaign, scenario, baseline }, context) => {
    const refuse = (path: Path, message: string) =>
      context.addIssue({ code: 'custom', path, message });

    if ((formatVersion === SNAPSHOT_FORMAT_VERSION) !== (campaign.checks !== undefined)) {
      refuse(['formatVersion'], 'checks stand in format 3, and only there');
    }

    if (scenario.baselineId !== (baseline?.id ?? null)) {
      refuse(
        ['scenario', 'baselineId'],
        'it is compared with another scenario than the file holds',
      );
    }
    if (baseline?.id === scenario.id) refuse(['baseline', 'id'], 'it is the scenario itself');
    const scenarios = [
      ['scenario', scenario] as const,
      ...(baseline ? [['baseline', baseline] as const] : []),
    ];
    for (const [name, { campaignId, actions }] of scenarios) {
      if (campaignId !== campaign.id) {
        refuse([name, 'campaignId'], 'it belongs to another campaign');
      }
      const actionIds = new Set(actions.map((action) => action.id));
      for (const [index, action] of actions.entries()) {
        const path = [name, 'actions', index];
        if (action.kind === 'sympathyStrike' && action.sector !== null) {
          if (!campaign.sectors?.table.codes.includes(action.sector)) {
            refuse([...path, 'sector'], 'the campaign has no such sector');
          }
        }
        if (action.kind === 'injunction' && action.actionIds.some((id) => !actionIds.has(id))) {
          refuse([...path, 'actionIds'], 'it names an action that is not there');
        }
      }
    }

    const readingIds = new Set<string>();
    for (const [path, number] of numbersByPath(campaign, scenarios)) {
      const { address } = number.basis;
      if (address !== null && !WebAddress.safeParse(address).success) {
        refuse([...path, 'basis', 'address'], 'not an http(s) address');
      }
      for (const [index, reading] of number.readings.entries()) {
        const readingPath = [...path, 'readings', index];
        // A file cannot know our library: a clip of ours named here would lend it our evidence's weight.
        if (reading.clipId !== null) refuse([...readingPath, 'clipId'], 'must be null in a file');
        // A scenario and its baseline may rest on the same ones, being copies of each other.
        const id = `${path[0]}/${reading.id}`;
        if (readingIds.has(id)) refuse([...readingPath, 'id'], 'two readings share an id');
        readingIds.add(id);
        if (reading.low < -LARGEST_READING || reading.high > LARGEST_READING) {
          refuse(readingPath, `must lie within ±${LARGEST_READING}`);
        }
      }
    }
  });
/** The shared file: one campaign, one scenario, how it was run and what came out. */
export type Snapshot = z.infer<typeof Snapshot>;

import { isObject, readJson, whereOf, type JsonObject } from '../json/read-json.ts';
import type { Blemish } from '../json/scan.ts';
import { MODEL_VERSION } from '../model/ensemble.ts';
import { Reading } from '../model/evidence.ts';
import { migrateRecord } from '../model/migrations.ts';
import type { z } from '../model/zod.ts';
import {
  FORMAT_VERSION_WITHOUT_CHECKS,
  Snapshot,
  SNAPSHOT_FORMAT,
  SNAPSHOT_FORMAT_VERSION,
  SNAPSHOT_LIMITS,
  type SnapshotLimits,
} from './format.ts';

/** Why a file was refused; `wordsOf` has the sentences. Nothing of it has been kept. */
export type Refusal =
  | { ok: false; reason: 'notJson' }
  | { ok: false; reason: 'notOurs' }
  | {
      ok: false;
      reason: 'tooNew';
      what: 'format' | 'model' | 'campaign' | 'scenario';
      version: number;
    }
  | {
      ok: false;
      reason: 'invalid';
      /** "scenario › actions › 3 › share › high", counting from 1; "" for the file as a whole. */
      where: string;
      /** The schema's own words, for a terminal or a bug report. */
      detail: string;
    }
  | { ok: false; reason: 'tooLarge'; what: 'bytes' | 'depth'; limit: number };

export type ReadSnapshot = { ok: true; snapshot: Snapshot } | Refusal;

type Path = readonly PropertyKey[];

function invalid(path: Path, detail: string): Refusal {
  return { ok: false, reason: 'invalid', where: whereOf(path), detail };
}

const BLEMISHES: Record<Blemish['problem'], string> = {
  sameNameTwice: 'stands there twice',
  escapedName: 'is spelled with escapes',
  tooManyItems: 'is far too long',
};

/** Bare, or as an escape; a whole pair in escapes is looked at more closely, too. */
function mayHoldSurrogates(text: string): boolean {
  return /\p{Surrogate}|\\u[dD][89a-fA-F]/u.test(text);
}

/** Path of the first text that holds half a surrogate pair: no Unicode, and no program of ours wrote it. */
function brokenText(value: unknown, path: Path): Path | null {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  const list = Array.isArray(value);
  for (const [key, part] of Object.entries(value)) {
    if (!list && /\p{Surrogate}/u.test(key)) return path;
    const broken = brokenText(part, [...path, list ? Number(key) : key]);
    if (broken) return broken;
  }
  return null;
}

/**
 * Readings are the one list inside a list inside a list: a few megabytes of `{}` there would make the whole schema write
 * millions of complaints (and Zod 4.6 overflow its stack adding them up). The first bad one is enough.
 */
function firstBadReading(
  campaign: JsonObject,
  scenarios: readonly (readonly [string, JsonObject])[],
): Refusal | null {
  const holders: [Path, unknown][] = [
    [['campaign', 'numbers'], campaign.numbers],
    ...scenarios.flatMap(([name, { actions }]) =>
      (Array.isArray(actions) ? (actions as unknown[]) : []).map(
        (action, index): [Path, unknown] => [[name, 'actions', index], action],
      ),
    ),
  ];
  for (const [path, holder] of holders) {
    if (!isObject(holder)) continue;
    for (const [key, number] of Object.entries(holder)) {
      if (!isObject(number) || !Array.isArray(number.readings)) continue;
      for (const [index, reading] of number.readings.entries()) {
        const checked = Reading.safeParse(reading);
        if (checked.success) continue;
        return firstIssue(checked.error, [...path, key, 'readings', index]);
      }
    }
  }
  return null;
}

function firstIssue(error: z.ZodError, path: Path): Refusal {
  const issue = error.issues[0]!;
  // The name nobody knows is where to look, rather than the object it stands in.
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return invalid([...path, ...issue.path, ...unknown], issue.message);
}

/** One chain of steps for store and file: an older record becomes today's before it is looked at strictly. */
function migrate(
  kind: 'campaign' | 'scenario',
  record: unknown,
  name: string = kind,
): { record: JsonObject } | { refusal: Refusal } {
  if (!isObject(record)) return { refusal: invalid([name], 'must be an object') };
  const migrated = migrateRecord(kind, record);
  if (migrated.ok) return { record: migrated.record };
  return {
    refusal:
      migrated.reason === 'tooNew'
        ? { ok: false, reason: 'tooNew', what: kind, version: migrated.version! }
        : invalid([name, 'recordVersion'], 'must be a version'),
  };
}

/** A version that a newer program wrote, or anything that is none. */
function refuseVersion(
  what: 'format' | 'model',
  field: string,
  version: unknown,
  newest: number,
): Refusal | null {
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return invalid([field], 'must be a version');
  }
  return version > newest ? { ok: false, reason: 'tooNew', what, version } : null;
}

/**
 * Reads somebody's file, bytes or text. Never throws and never repairs: a snapshot that holds its whole schema, or why not.
 * Size and depth are looked at before anything is parsed; a caller with a File should compare its size with
 * `SNAPSHOT_LIMITS.bytes` before it even loads it.
 *
 * An older format or record is brought up to date. An older *model* is let in, and where its equations were others its numbers may come out otherwise;
 * a newer one is refused, for it cannot be reproduced here.
 */
export function readSnapshot(
  file: string | Uint8Array,
  limits: SnapshotLimits = SNAPSHOT_LIMITS,
): ReadSnapshot {
  const json = readJson(file, limits);
  if (!json.ok) return json;
  const { value: parsed, text, blemish } = json;
  if (!isObject(parsed) || parsed.format !== SNAPSHOT_FORMAT)
    return { ok: false, reason: 'notOurs' };

  const newer =
    refuseVersion('format', 'formatVersion', parsed.formatVersion, SNAPSHOT_FORMAT_VERSION) ??
    refuseVersion('model', 'modelVersion', parsed.modelVersion, MODEL_VERSION);
  if (newer) return newer;
  // Before the schema, which would write a complaint about each of a million entries.
  if (blemish) return invalid(blemish.path, BLEMISHES[blemish.problem]);
  const broken = mayHoldSurrogates(text) ? brokenText(parsed, []) : null;
  if (broken) return invalid(broken, 'holds half a character');

  const campaign = migrate('campaign', parsed.campaign);
  if ('refusal' in campaign) return campaign.refusal;
  const scenario = migrate('scenario', parsed.scenario);
  if ('refusal' in scenario) return scenario.refusal;

  // Of format 1 there was one scenario in a file, compared with itself without its solidarity actions.
  const isOfFormat1 = parsed.formatVersion === 1 && !('baseline' in parsed);
  const given = isOfFormat1 ? null : parsed.baseline;
  const baseline =
    given === null || given === undefined
      ? { record: given }
      : migrate('scenario', given, 'baseline');
  if ('refusal' in baseline) return baseline.refusal;

  const bad = firstBadReading(campaign.record, [
    ['scenario', scenario.record],
    ...(baseline.record ? ([['baseline', baseline.record]] as const) : []),
  ]);
  if (bad) return bad;
  const checked = Snapshot.safeParse({
    ...parsed,
    ...(isOfFormat1 && { formatVersion: FORMAT_VERSION_WITHOUT_CHECKS }),
    campaign: campaign.record,
    scenario: scenario.record,
    baseline: baseline.record,
  });
  return checked.success ? { ok: true, snapshot: checked.data } : firstIssue(checked.error, []);
}

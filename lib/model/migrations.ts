/**
 * One chain of steps serves store and snapshot: a record of an older version is brought up a version at a time.
 * Every version but the newest needs its step; a missing one is a type error.
 */
import { NOT_ASKED } from './action.ts';
import { CAMPAIGN_RECORD_VERSION } from './campaign.ts';
import { VIEW_RECORD_VERSION } from './clip-query.ts';
import { CLIP_RECORD_VERSION } from './clip.ts';
import { EVENT_RECORD_VERSION } from './event.ts';
import { SCENARIO_RECORD_VERSION } from './scenario.ts';

type OlderThan<Newest extends number, Seen extends number[] = [0]> = Seen['length'] extends Newest
  ? never
  : Seen['length'] | OlderThan<Newest, [...Seen, 0]>;
type Steps<Newest extends number> = Record<
  OlderThan<Newest>,
  (record: Record<string, unknown>) => Record<string, unknown>
>;

function isWorkersActionOf1(action: unknown): action is { kind: string } {
  if (typeof action !== 'object' || action === null || !('kind' in action)) return false;
  return action.kind === 'sympathyStrike' || action.kind === 'handlingBan';
}

const STEPS: {
  clip: Steps<typeof CLIP_RECORD_VERSION>;
  campaign: Steps<typeof CAMPAIGN_RECORD_VERSION>;
  scenario: Steps<typeof SCENARIO_RECORD_VERSION>;
  event: Steps<typeof EVENT_RECORD_VERSION>;
  view: Steps<typeof VIEW_RECORD_VERSION>;
} = {
  clip: {
    // 2: the kinds of action it reports. Nobody has said so of an older clip.
    1: (clip) => ({ ...clip, reports: [] }),
    // 3: what the page says of changes, paywall, section and direction, and what its user says it is about. Nobody has
    // asked an older clip.
    2: (clip) => ({
      ...clip,
      modifiedAt: null,
      isAccessibleForFree: null,
      section: '',
      direction: '',
      archiveAddress: null,
      sectors: [],
      places: [],
      campaignIds: [],
    }),
  },
  campaign: {},
  scenario: {
    // 2: what those who take an action stand to lose and whether they may, and which scenario is its baseline. Nobody has
    // been asked.
    1: (scenario) => ({
      ...scenario,
      baselineId: null,
      actions: Array.isArray(scenario.actions)
        ? scenario.actions.map((action: unknown) =>
            isWorkersActionOf1(action) ? { ...NOT_ASKED, ...action } : action,
          )
        : scenario.actions,
    }),
  },
  event: {},
  view: {},
};

const NEWEST = {
  clip: CLIP_RECORD_VERSION,
  campaign: CAMPAIGN_RECORD_VERSION,
  scenario: SCENARIO_RECORD_VERSION,
  event: EVENT_RECORD_VERSION,
  view: VIEW_RECORD_VERSION,
};
export type RecordKind = keyof typeof NEWEST;

export type Migrated =
  | { ok: true; record: Record<string, unknown> }
  | { ok: false; reason: 'tooNew' | 'noVersion'; version: number | null };

/** Brings a stored record to the newest shape; refuses one that a newer program wrote. */
export function migrateRecord(kind: RecordKind, record: Record<string, unknown>): Migrated {
  const version = record.recordVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { ok: false, reason: 'noVersion', version: null };
  }
  if (version > NEWEST[kind]) return { ok: false, reason: 'tooNew', version };
  const steps: Record<number, (record: Record<string, unknown>) => Record<string, unknown>> =
    STEPS[kind];
  let migrated = record;
  for (let from = version; from < NEWEST[kind]; from++) {
    migrated = { ...steps[from]!(migrated), recordVersion: from + 1 };
  }
  return { ok: true, record: migrated };
}

import { Action, isSolidarity, MAX_DAYS, NUMBERS_OF_KIND, numberOf } from './action.ts';
import type { Campaign } from './campaign.ts';
import { Id, Instant } from './identity.ts';
import { FIRST_ACTION_SLOT } from './parameters.ts';
import { MAX_DRAW_SLOT } from './uncertain-number.ts';
import { z } from './zod.ts';

export const SCENARIO_RECORD_VERSION = 2;
export const DEFAULT_HORIZON_DAYS = 120;
export const DEFAULT_SEED = 1919;
/** Futures of the full picture. */
export const DEFAULT_FUTURES = 1000;
export const MAX_FUTURES = 20_000;
export const MAX_ACTIONS = 60;

/** A campaign with a time line of actions and a horizon. */
export const Scenario = z
  .strictObject({
    recordVersion: z.literal(SCENARIO_RECORD_VERSION),
    id: Id,
    campaignId: Id,
    name: z.string().max(200),
    note: z.string().max(20_000),
    horizonDays: z.int().min(1).max(MAX_DAYS),
    /** A strike declared for a fixed length ends on that day; null = open end. */
    fixedLengthDays: z.int().min(1).max(MAX_DAYS).nullable(),
    actions: z.array(Action).max(MAX_ACTIONS),
    /** The next free draw slot: slots are never reused, so undo and copies keep everybody's luck. */
    nextDrawSlot: z
      .int()
      .min(FIRST_ACTION_SLOT)
      .max(MAX_DRAW_SLOT + 1),
    /** The scenario of the campaign that this one is compared with; null: itself without its solidarity actions. */
    baselineId: Id.nullable(),
    seed: z.int().min(0).max(0xffffffff),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .refine(
    (scenario) =>
      new Set(scenario.actions.map((action) => action.id)).size === scenario.actions.length,
    {
      message: 'two actions share an id',
      path: ['actions'],
    },
  )
  .refine(
    (scenario) =>
      scenario.actions.every((action) =>
        NUMBERS_OF_KIND[action.kind].every((key) => {
          const slot = numberOf(action, key)!.drawSlot;
          return slot >= FIRST_ACTION_SLOT && slot < scenario.nextDrawSlot;
        }),
      ),
    { message: 'an action’s draw slot is out of order', path: ['actions'] },
  );
export type Scenario = z.infer<typeof Scenario>;

/** A campaign with one of its scenarios: what the studio edits and a snapshot carries. */
export interface CampaignScenario {
  campaign: Campaign;
  scenario: Scenario;
}

/** A pinned baseline as it is run beside a scenario: the same luck, the same days. */
export function pinnedBeside(pinned: Scenario, scenario: Scenario): Scenario {
  return { ...pinned, seed: scenario.seed, horizonDays: scenario.horizonDays };
}

/** The scenario with its solidarity actions switched off: what it is compared with unless another is pinned. */
export function baselineOf(scenario: Scenario): Scenario {
  return {
    ...scenario,
    actions: scenario.actions.map((action) =>
      isSolidarity(action) ? { ...action, enabled: false } : action,
    ),
  };
}

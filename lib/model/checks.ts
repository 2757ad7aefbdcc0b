/**
 * Checks in plain words: what a campaign's members hold every scenario to, "no scenario may empty the fund before day
 * 20 in more than 10 of 100 futures". Each is one of a few sentences with choices and whole numbers in it, so that it
 * can be said, stored and judged without reading free text. Shares are counted in futures of 100, as people say them.
 */
import { MAX_DAYS } from './action.ts';
import { Id } from './identity.ts';
import { z } from './zod.ts';

export const MAX_CHECKS = 50;
export const MAX_WORKER_DAYS = 1e12;

const OfHundred = z.int().min(0).max(100);

/** What may come before the dispute ends: the engine's guard-rails. */
export const CHECKED_RISKS = [
  'fundEmpty',
  'hardshipOverLimit',
  'supportUnderLimit',
  'fewerThanHalfOut',
] as const;
export type CheckedRisk = (typeof CHECKED_RISKS)[number];

/** The limit is part of what these say. */
export function hasLimit(risk: CheckedRisk): boolean {
  return risk === 'hardshipOverLimit' || risk === 'supportUnderLimit';
}

/** "No scenario may empty the fund before day 20 in more than 10 of 100 futures." */
export const RiskCheck = z
  .strictObject({
    id: Id,
    kind: z.literal('risk'),
    risk: z.enum(CHECKED_RISKS),
    /** Per cent; null where the risk has none. */
    limit: OfHundred.nullable(),
    /** Its days are 0 … beforeDay − 1. */
    beforeDay: z.int().min(1).max(MAX_DAYS),
    /** Of 100 futures. */
    atMost: OfHundred,
  })
  .refine((check) => (check.limit !== null) === hasLimit(check.risk), {
    message: 'a limit stands with hardship and support, and with nothing else',
    path: ['limit'],
  });

export const CHANCE_FIGURES = ['win', 'gain', 'collapse'] as const;
/** win, gain: at least; collapse: at most. gain is the chance to win less the baseline's. */
export type ChanceFigure = (typeof CHANCE_FIGURES)[number];

/** "By day 30 the chance to win must be at least 40 of 100." */
export const ChanceCheck = z.strictObject({
  id: Id,
  kind: z.literal('chance'),
  figure: z.enum(CHANCE_FIGURES),
  ofHundred: OfHundred,
  /** The evening of this day. */
  byDay: z
    .int()
    .min(0)
    .max(MAX_DAYS - 1),
});

export const EFFECT_ACTIONS = [
  'all',
  'sympathyStrike',
  'serviceSubstitution',
  'handlingBan',
  'boycott',
  'donation',
  'endorsement',
] as const;
/** Every solidarity action, or those of one kind; of the services the movement's own. */
export type EffectActions = (typeof EFFECT_ACTIONS)[number];

export const EFFECT_QUANTITIES = [
  'harmToOthers',
  'targetCost',
  'hardship',
  'support',
  'participation',
] as const;
export type EffectQuantity = (typeof EFFECT_QUANTITIES)[number];

/** "Sympathy strikes may on no day lower the harm to others." With them against without, on the same futures. */
export const EffectCheck = z.strictObject({
  id: Id,
  kind: z.literal('effect'),
  actions: z.enum(EFFECT_ACTIONS),
  /** What they may not do. */
  never: z.enum(['lower', 'raise']),
  quantity: z.enum(EFFECT_QUANTITIES),
});

/** "No solidarity action may take more than 1 of 100 from the chance to win." Each is left out alone, and all of them together. */
export const NoHarmCheck = z.strictObject({
  id: Id,
  kind: z.literal('noHarm'),
  /** Less than half a point is no difference, also where this is 0. */
  atMost: OfHundred,
});

/** "Those in solidarity may be asked for no more than 5,000 days on strike." */
export const WorkerDaysCheck = z.strictObject({
  id: Id,
  kind: z.literal('workerDays'),
  atMost: z.int().min(0).max(MAX_WORKER_DAYS),
});

export const Check = z.discriminatedUnion('kind', [
  RiskCheck,
  ChanceCheck,
  EffectCheck,
  NoHarmCheck,
  WorkerDaysCheck,
]);
export type Check = z.infer<typeof Check>;
export type CheckKind = Check['kind'];
export type CheckOf<Kind extends CheckKind> = Extract<Check, { kind: Kind }>;
export const CHECK_KINDS = ['risk', 'chance', 'effect', 'noHarm', 'workerDays'] as const;

/** Never an empty list: a campaign without checks has no such field, and is written as it was before there were any. */
export const Checks = z
  .array(Check)
  .min(1)
  .max(MAX_CHECKS)
  .refine((checks) => new Set(checks.map(({ id }) => id)).size === checks.length, {
    message: 'two checks share an id',
  });

interface Checked {
  checks?: Check[] | undefined;
}

export function checksOf(campaign: Checked): readonly Check[] {
  return campaign.checks ?? [];
}

/** A campaign with these checks; without any the field is gone. */
export function withChecks<Holder extends Checked>(
  campaign: Holder,
  checks: readonly Check[],
): Holder {
  const { checks: _, ...rest } = campaign;
  return (checks.length === 0 ? rest : { ...rest, checks: [...checks] }) as Holder;
}

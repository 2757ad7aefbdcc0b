import type { Bounds } from './evidence.ts';
import { Id } from './identity.ts';
import type { Unit } from './parameters.ts';
import { UncertainNumber } from './uncertain-number.ts';
import { z } from './zod.ts';

/** Longest horizon the model runs, in days. */
export const MAX_DAYS = 400;

const Day = z.int().min(0).max(MAX_DAYS);
/** null = to the end. */
const Duration = z.int().min(1).max(MAX_DAYS).nullable();

const common = {
  id: Id,
  /** What people call it: "Airport and flight crews". */
  name: z.string().max(200),
  note: z.string().max(2000),
  enabled: z.boolean(),
  startDay: Day,
};

/** Is it allowed where it would happen, as far as its user knows? Nobody here says what the law is. */
export const LEGALITIES = ['notAsked', 'lawful', 'unclear', 'unlawful'] as const;
export type Legality = (typeof LEGALITIES)[number];

/** What those who take an action stand to lose: said beside it, and counted for them; no equation uses it. */
const takenByWorkers = {
  /** How many take it; null: not known. */
  workers: z.int().min(0).max(1e9).nullable(),
  /** What a day of it costs each of them, in the campaign's money; null: not known. */
  wagePerDay: z.number().min(0).max(1e9).nullable(),
  legality: z.enum(LEGALITIES),
};

/** The uncertain numbers an action may have, by field. */
export type ActionNumberKey =
  | 'share'
  | 'coverage'
  | 'peoplePerDay'
  | 'harmPerPerson'
  | 'costPerDay'
  | 'amountPerDay'
  | 'strength';

/** Scale, hard bounds and unit of each number of an action. */
export const ACTION_NUMBERS: Record<ActionNumberKey, Bounds & { unit: Unit }> = {
  share: { scale: 'logit', min: 0, max: 1, unit: 'share' },
  coverage: { scale: 'logit', min: 0, max: 1, unit: 'share' },
  peoplePerDay: { scale: 'log', min: 0, max: 1e9, unit: 'people' },
  harmPerPerson: { scale: 'log', min: 0, max: 1e9, unit: 'moneyPerPerson' },
  costPerDay: { scale: 'log', min: 0, max: 1e15, unit: 'moneyPerDay' },
  amountPerDay: { scale: 'log', min: 0, max: 1e15, unit: 'moneyPerDay' },
  strength: { scale: 'log', min: 0, max: 100, unit: 'factor' },
};

const ActionNumber = (key: ActionNumberKey) => {
  const { min, max } = ACTION_NUMBERS[key];
  return UncertainNumber.refine(
    (number) =>
      [number.low, number.typical, number.high].every((value) => value >= min && value <= max),
    { message: `must lie between ${min} and ${max}` },
  );
};

export const SympathyStrike = z
  .strictObject({
    ...common,
    ...takenByWorkers,
    kind: z.literal('sympathyStrike'),
    /** Code of the sector table; null where the campaign has none. */
    sector: z.string().max(20).nullable(),
    durationDays: Duration,
    share: ActionNumber('share'),
    announcedDay: z.int().min(-365).max(MAX_DAYS).nullable(),
    /** The threat is taken back on this day and is gone from then on. */
    withdrawnDay: Day.nullable(),
    peoplePerDay: ActionNumber('peoplePerDay'),
    harmPerPerson: ActionNumber('harmPerPerson'),
  })
  .refine((action) => action.announcedDay === null || action.announcedDay <= action.startDay, {
    message: 'announced after it begins',
    path: ['announcedDay'],
  });
export const ServiceSubstitution = z.strictObject({
  ...common,
  kind: z.literal('serviceSubstitution'),
  provider: z.enum(['movement', 'target']),
  durationDays: Duration,
  coverage: ActionNumber('coverage'),
  /** What a day of it takes from the strike fund; 0 where donors or the target pay. */
  costPerDay: ActionNumber('costPerDay'),
});
export const Boycott = z.strictObject({
  ...common,
  kind: z.literal('boycott'),
  durationDays: Duration,
  share: ActionNumber('share'),
});
export const HandlingBan = z.strictObject({
  ...common,
  ...takenByWorkers,
  kind: z.literal('handlingBan'),
  durationDays: Duration,
  share: ActionNumber('share'),
});
export const StrikeFundDonation = z.strictObject({
  ...common,
  kind: z.literal('donation'),
  durationDays: Duration,
  amountPerDay: ActionNumber('amountPerDay'),
});
/** Acts on its day only. */
export const Endorsement = z.strictObject({
  ...common,
  kind: z.literal('endorsement'),
  strength: ActionNumber('strength'),
});
export const ReplacementSurge = z.strictObject({
  ...common,
  kind: z.literal('replacementSurge'),
  durationDays: Duration,
  share: ActionNumber('share'),
});
export const Injunction = z.strictObject({
  ...common,
  kind: z.literal('injunction'),
  durationDays: Duration,
  /** The sympathy strikes it forbids. */
  actionIds: z.array(Id).max(100),
  /** Share of those still out that it takes back in on its first day. */
  share: ActionNumber('share'),
});

export const Action = z.discriminatedUnion('kind', [
  SympathyStrike,
  ServiceSubstitution,
  Boycott,
  HandlingBan,
  StrikeFundDonation,
  Endorsement,
  ReplacementSurge,
  Injunction,
]);
export type Action = z.infer<typeof Action>;
export type ActionKind = Action['kind'];
export type SympathyStrike = z.infer<typeof SympathyStrike>;
export type ServiceSubstitution = z.infer<typeof ServiceSubstitution>;

/** Which numbers an action of this kind has; the first is its strength, the one a handle moves. */
export const NUMBERS_OF_KIND: Record<ActionKind, readonly [ActionNumberKey, ...ActionNumberKey[]]> =
  {
    sympathyStrike: ['share', 'peoplePerDay', 'harmPerPerson'],
    serviceSubstitution: ['coverage', 'costPerDay'],
    boycott: ['share'],
    handlingBan: ['share'],
    donation: ['amountPerDay'],
    endorsement: ['strength'],
    replacementSurge: ['share'],
    injunction: ['share'],
  };

/** What nobody has been asked yet, of an action that workers take. */
export const NOT_ASKED = { workers: null, wagePerDay: null, legality: 'notAsked' } as const;

/** Those that workers take who are not in the dispute themselves. */
export type WorkersAction = Extract<Action, { kind: 'sympathyStrike' | 'handlingBan' }>;
export function isTakenByWorkers(action: Action): action is WorkersAction {
  return action.kind === 'sympathyStrike' || action.kind === 'handlingBan';
}

/** An action's number by field; undefined if this kind has none such. */
export function numberOf(action: Action, key: ActionNumberKey): UncertainNumber | undefined {
  return (action as Partial<Record<ActionNumberKey, UncertainNumber>>)[key];
}

export function withNumber(action: Action, key: ActionNumberKey, number: UncertainNumber): Action {
  return { ...action, [key]: number } as Action;
}

/** Days it lasts; null = to the end. An endorsement acts on its day only. */
export function durationOf(action: Action): number | null {
  return action.kind === 'endorsement' ? 1 : action.durationDays;
}

/** Is this one of the actions that a baseline leaves out, or a counter-move of the target? */
export function isSolidarity(action: Action): boolean {
  switch (action.kind) {
    case 'sympathyStrike':
    case 'boycott':
    case 'handlingBan':
    case 'donation':
    case 'endorsement':
      return true;
    case 'serviceSubstitution':
      return action.provider === 'movement';
    case 'replacementSurge':
    case 'injunction':
      return false;
    default:
      return action satisfies never;
  }
}

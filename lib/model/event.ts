import { ReportedKind } from './action-kinds.ts';
import { Reliability } from './evidence.ts';
import { CivilDate, Id, Instant } from './identity.ts';
import { z } from './zod.ts';

export const EVENT_RECORD_VERSION = 1;

export const EVENT_LIMITS = {
  title: 300,
  actors: 100,
  name: 200,
  claims: 200,
  words: 4000,
  note: 20_000,
  clips: 500,
  labels: 50,
  label: 120,
} as const;

/** A date as precise as the reports are: a year, a month or a day. */
export const EventDate = z.union([
  z.string().regex(/^\d{4}$/),
  z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  CivilDate,
]);
export type EventDate = z.infer<typeof EventDate>;

/** acts: takes the action. supports and opposes: takes sides. hurt: bears it. decides: can concede or rule. */
export const ActorRole = z.enum(['acts', 'supports', 'opposes', 'hurt', 'decides']);
export type ActorRole = z.infer<typeof ActorRole>;

/** "Police say 2,000, the union 5,000" are two claims, and stay two. */
export const SizeClaim = z
  .strictObject({
    id: Id,
    /** What is counted: "workers", "flights cancelled". */
    counts: z.string().min(1).max(EVENT_LIMITS.name),
    low: z.number().min(0).max(1e15),
    high: z.number().min(0).max(1e15),
    /** "" where nobody is named. */
    claimedBy: z.string().max(EVENT_LIMITS.name),
    reliability: Reliability,
    /** The clip that says so, and the passage in it. */
    clipId: Id.nullable(),
    quoteId: Id.nullable(),
  })
  .refine((claim) => claim.low <= claim.high, { message: 'low ≤ high must hold', path: ['high'] });
export type SizeClaim = z.infer<typeof SizeClaim>;

const labels = z.array(z.string().min(1).max(EVENT_LIMITS.label)).max(EVENT_LIMITS.labels);

/** Something that happened, reported by one or more clips: an observed action. */
export const ObservedEvent = z.strictObject({
  recordVersion: z.literal(EVENT_RECORD_VERSION),
  id: Id,
  title: z.string().min(1).max(EVENT_LIMITS.title),
  kind: ReportedKind.nullable(),
  actors: z
    .array(z.strictObject({ name: z.string().min(1).max(EVENT_LIMITS.name), role: ActorRole }))
    .max(EVENT_LIMITS.actors),
  /** Whoever can concede. */
  target: z.string().max(EVENT_LIMITS.name),
  /** Codes of a sector table, or words of its user's own. */
  sectors: labels,
  places: labels,
  begin: EventDate.nullable(),
  end: EventDate.nullable(),
  claims: z.array(SizeClaim).max(EVENT_LIMITS.claims),
  demands: z.string().max(EVENT_LIMITS.words),
  outcome: z.string().max(EVENT_LIMITS.words),
  note: z.string().max(EVENT_LIMITS.note),
  /** The clips that report it, in the order they were added. */
  clipIds: z
    .array(Id)
    .max(EVENT_LIMITS.clips)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'a clip stands twice' }),
  campaignId: Id.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  /** In the trash since; null where it is not. */
  deletedAt: Instant.nullable(),
});
export type ObservedEvent = z.infer<typeof ObservedEvent>;

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
  sources: 100,
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

/** The first and the last day that a date may mean: "2019-11" is 2019-11-01 to 2019-11-30. */
export function daysOfDate(date: EventDate): { first: string; last: string } {
  if (date.length === 10) return { first: date, last: date };
  const [year, month] = date.split('-').map(Number) as [number, number?];
  const lastDay = month === undefined ? 31 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    first: `${date}${month === undefined ? '-01' : ''}-01`,
    last: `${date}${month === undefined ? '-12' : ''}-${String(lastDay).padStart(2, '0')}`,
  };
}

/** As far as their precision tells: "2019-11" may be before or after "2019-11-25". */
export function isSurelyAfter(date: EventDate, other: EventDate): boolean {
  return daysOfDate(date).first > daysOfDate(other).last;
}

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
    /** Where it stands: several reports of one claimant's figure are one claim. */
    sources: z
      .array(
        z.strictObject({
          clipId: Id,
          /** The passage in it; null where the clip as a whole says so. */
          quoteId: Id.nullable(),
        }),
      )
      .max(EVENT_LIMITS.sources),
  })
  .refine((claim) => claim.low <= claim.high, { message: 'low ≤ high must hold', path: ['high'] });
export type SizeClaim = z.infer<typeof SizeClaim>;

const labels = z.array(z.string().min(1).max(EVENT_LIMITS.label)).max(EVENT_LIMITS.labels);

/** Something that happened, reported by one or more clips: an observed action. */
export const ObservedEvent = z
  .strictObject({
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
  })
  .refine(({ begin, end }) => !begin || !end || !isSurelyAfter(begin, end), {
    message: 'it ends before it begins',
    path: ['end'],
  });
export type ObservedEvent = z.infer<typeof ObservedEvent>;

/**
 * The event with other ids for its clips, as where a file's clips were given new ones. null: the clip is not here; the
 * event and its claims then no longer name it.
 */
export function withClipIds(
  event: ObservedEvent,
  idOf: (clipId: string) => string | null,
): ObservedEvent {
  return {
    ...event,
    clipIds: [...new Set(event.clipIds.flatMap((id) => idOf(id) ?? []))],
    claims: event.claims.map((claim) => ({
      ...claim,
      sources: claim.sources.flatMap((source) => {
        const clipId = idOf(source.clipId);
        return clipId === null ? [] : [{ ...source, clipId }];
      }),
    })),
  };
}

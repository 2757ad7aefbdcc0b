/** An event as it stands in a form: what was typed, letter by letter, right or not. */
import { ReportedKind } from '../../lib/model/action-kinds.ts';
import {
  ActorRole,
  EVENT_LIMITS,
  isSurelyAfter,
  SizeClaim,
  type EventDate,
  type ObservedEvent,
} from '../../lib/model/event.ts';
import { Reliability } from '../../lib/model/evidence.ts';
import { Id, newId } from '../../lib/model/identity.ts';
import { z } from '../../lib/model/zod.ts';
import { eventDateWords, readEventDate } from './event-dates.ts';
import { readSize, sizeWords } from './event-sizes.ts';

export const ClaimDraft = z.strictObject({
  id: Id,
  counts: z.string(),
  size: z.string(),
  claimedBy: z.string(),
  reliability: Reliability,
  sources: SizeClaim.shape.sources,
});
export type ClaimDraft = z.infer<typeof ClaimDraft>;

export const ActorDraft = z.strictObject({ id: Id, name: z.string(), role: ActorRole });
export type ActorDraft = z.infer<typeof ActorDraft>;

export const EventDraft = z.strictObject({
  /** The saved event this edits; null for a new one. */
  eventId: Id.nullable(),
  title: z.string(),
  kind: ReportedKind.nullable(),
  actors: z.array(ActorDraft),
  target: z.string(),
  sectors: z.array(z.string()),
  places: z.array(z.string()),
  begin: z.string(),
  end: z.string(),
  claims: z.array(ClaimDraft),
  demands: z.string(),
  outcome: z.string(),
  note: z.string(),
  clipIds: z.array(Id),
  campaignId: Id.nullable(),
});
export type EventDraft = z.infer<typeof EventDraft>;

/** The fields that hold typed text. */
export type EventTextField = 'title' | 'target' | 'begin' | 'end' | 'demands' | 'outcome' | 'note';

export function emptyEventDraft(): EventDraft {
  return {
    eventId: null,
    title: '',
    kind: null,
    actors: [],
    target: '',
    sectors: [],
    places: [],
    begin: '',
    end: '',
    claims: [],
    demands: '',
    outcome: '',
    note: '',
    clipIds: [],
    campaignId: null,
  };
}

export function draftFromEvent(event: ObservedEvent): EventDraft {
  return {
    eventId: event.id,
    title: event.title,
    kind: event.kind,
    // Ids of the form's own: rows are moved about and taken away.
    actors: event.actors.map((actor) => ({ ...actor, id: newId() })),
    target: event.target,
    sectors: [...event.sectors],
    places: [...event.places],
    begin: event.begin === null ? '' : eventDateWords(event.begin),
    end: event.end === null ? '' : eventDateWords(event.end),
    claims: event.claims.map(({ id, counts, low, high, claimedBy, reliability, sources }) => ({
      id,
      counts,
      size: sizeWords({ low, high }),
      claimedBy,
      reliability,
      sources: sources.map((source) => ({ ...source })),
    })),
    demands: event.demands,
    outcome: event.outcome,
    note: event.note,
    clipIds: [...event.clipIds],
    campaignId: event.campaignId,
  };
}

export function newActor(): ActorDraft {
  return { id: newId(), name: '', role: 'acts' };
}

/** One side's word until somebody says otherwise: that is what most sizes are. */
export function newClaim(counts = ''): ClaimDraft {
  return { id: newId(), counts, size: '', claimedBy: '', reliability: 'claim', sources: [] };
}

/** What a form says of an event: everything but ids and times, which its keeper adds. */
export type EventContent = Omit<
  ObservedEvent,
  'recordVersion' | 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'
>;

export type EventProblem =
  'titleMissing' | 'tooLong' | 'tooMany' | 'notADate' | 'endsBefore' | 'notASize' | 'countsMissing';
export interface EventProblems {
  fields: Partial<
    Record<Exclude<keyof EventDraft, 'eventId' | 'kind' | 'campaignId'>, EventProblem>
  >;
  /** By the claim's id. */
  claims: Record<string, { counts?: EventProblem; size?: EventProblem; claimedBy?: EventProblem }>;
}
export const NO_PROBLEMS: EventProblems = { fields: {}, claims: {} };

export function hasProblems({ fields, claims }: EventProblems): boolean {
  return Object.keys(fields).length > 0 || Object.keys(claims).length > 0;
}

export type ReadEvent =
  { ok: true; content: EventContent } | { ok: false; problems: EventProblems };

const isBlankClaim = ({ counts, size, claimedBy, sources }: ClaimDraft) =>
  counts.trim() + size.trim() + claimedBy.trim() === '' && sources.length === 0;

/** Makes an event's content of what was typed, or says which fields do not hold. Rows left empty are left out. */
export function readEventDraft(draft: EventDraft): ReadEvent {
  const problems: EventProblems = { fields: {}, claims: {} };
  const { fields } = problems;
  const limits = {
    title: EVENT_LIMITS.title,
    target: EVENT_LIMITS.name,
    demands: EVENT_LIMITS.words,
    outcome: EVENT_LIMITS.words,
    note: EVENT_LIMITS.note,
  };
  const title = draft.title.replace(/\s+/g, ' ').trim();
  for (const field of ['title', 'target', 'demands', 'outcome', 'note'] as const) {
    if (draft[field].trim().length > limits[field]) fields[field] = 'tooLong';
  }
  if (title === '') fields.title = 'titleMissing';

  const dates: Record<'begin' | 'end', EventDate | null> = { begin: null, end: null };
  for (const field of ['begin', 'end'] as const) {
    const date = readEventDate(draft[field]);
    if (date === undefined) fields[field] = 'notADate';
    else dates[field] = date;
  }
  if (dates.begin && dates.end && isSurelyAfter(dates.begin, dates.end)) fields.end = 'endsBefore';

  const actors = draft.actors
    .map(({ name, role }) => ({ name: name.trim(), role }))
    .filter(({ name }) => name !== '');
  if (actors.length > EVENT_LIMITS.actors) fields.actors = 'tooMany';
  if (actors.some(({ name }) => name.length > EVENT_LIMITS.name)) fields.actors = 'tooLong';
  for (const field of ['sectors', 'places'] as const) {
    if (draft[field].length > EVENT_LIMITS.labels) fields[field] = 'tooMany';
    if (draft[field].some((label) => label.length > EVENT_LIMITS.label)) fields[field] = 'tooLong';
  }
  if (draft.clipIds.length > EVENT_LIMITS.clips) fields.clipIds = 'tooMany';

  const claims: SizeClaim[] = [];
  const written = draft.claims.filter((claim) => !isBlankClaim(claim));
  if (written.length > EVENT_LIMITS.claims) fields.claims = 'tooMany';
  for (const claim of written) {
    const wrong: EventProblems['claims'][string] = {};
    const counts = claim.counts.trim();
    const claimedBy = claim.claimedBy.trim();
    const size = readSize(claim.size);
    if (counts === '') wrong.counts = 'countsMissing';
    if (counts.length > EVENT_LIMITS.name) wrong.counts = 'tooLong';
    if (claimedBy.length > EVENT_LIMITS.name) wrong.claimedBy = 'tooLong';
    if (size === null) wrong.size = 'notASize';
    if (Object.keys(wrong).length > 0 || size === null) {
      problems.claims[claim.id] = wrong;
      continue;
    }
    // A clip that has left the event is no source of its claims any more.
    const sources = claim.sources.filter(({ clipId }) => draft.clipIds.includes(clipId));
    const { id, reliability } = claim;
    claims.push({ id, counts, ...size, claimedBy, reliability, sources });
  }
  if (hasProblems(problems)) return { ok: false, problems };
  return {
    ok: true,
    content: {
      title,
      kind: draft.kind,
      actors,
      target: draft.target.trim(),
      sectors: [...draft.sectors],
      places: [...draft.places],
      ...dates,
      claims,
      demands: draft.demands.trim(),
      outcome: draft.outcome.trim(),
      note: draft.note.trim(),
      clipIds: [...draft.clipIds],
      campaignId: draft.campaignId,
    },
  };
}

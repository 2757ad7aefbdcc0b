/** How an event that was observed becomes an action on a campaign's time line, and where it honestly cannot. */
import type { ReportedKind } from '../../lib/model/action-kinds.ts';
import {
  durationOf,
  type Action,
  type ActionKind,
  type ServiceSubstitution,
} from '../../lib/model/action.ts';
import { dayOfDate } from '../../lib/model/campaign-days.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import { daysOfDate, type EventDate, type ObservedEvent } from '../../lib/model/event.ts';
import type { Scenario } from '../../lib/model/scenario.ts';
import { messages } from '../../lib/messages/messages.ts';
import {
  newAction,
  resizeAction,
  startedOn,
  sympathySectors,
  type Made,
} from '../timeline/action-edits.ts';
import { describeDays, describeKind } from '../timeline/describe-action.ts';

/** Kinds that are no action of anybody's on a time line. unknown: nobody has said what kind the event is. */
export type NoAction = 'strike' | 'lockout' | 'settlement' | 'unknown';
export type EventAction =
  | { isAction: true; kind: ActionKind; provider: ServiceSubstitution['provider'] | null }
  | { isAction: false; why: NoAction };

/**
 * The action that an event of this kind is. A strike is the campaign itself, which begins on day 0; a lockout the model
 * has no equation for; a settlement is how a campaign ends.
 */
export function actionOfKind(kind: ReportedKind | null): EventAction {
  const action = (
    of: ActionKind,
    provider: ServiceSubstitution['provider'] | null = null,
  ): EventAction => ({
    isAction: true,
    kind: of,
    provider,
  });
  switch (kind) {
    case 'sympathyStrike':
    case 'handlingBan':
    case 'boycott':
    case 'endorsement':
    case 'injunction':
      return action(kind);
    case 'strikeFund':
      return action('donation');
    case 'serviceSubstitutionByMovement':
      return action('serviceSubstitution', 'movement');
    case 'serviceSubstitutionByTarget':
      return action('serviceSubstitution', 'target');
    case 'strike':
    case 'lockout':
    case 'settlement':
      return { isAction: false, why: kind };
    case null:
      return { isAction: false, why: 'unknown' };
    default:
      return kind satisfies never;
  }
}

/** The campaign's sector that the event names, by code or by name; null where it names none that can strike there. */
export function sectorIn(
  { sectors }: Pick<ObservedEvent, 'sectors'>,
  campaign: Pick<Campaign, 'sectors'>,
): string | null {
  const fold = (text: string) => text.trim().toLocaleLowerCase();
  const known = sympathySectors(campaign);
  for (const label of sectors) {
    const found = known.find(
      ({ code, name }) => fold(code) === fold(label) || fold(name) === fold(label),
    );
    if (found) return found.code;
  }
  return null;
}

interface DaySpan {
  first: number;
  last: number;
}

/** Where an event's dates fall in a campaign. */
export interface EventDays {
  /** The days it may have begun on; null where no date is given. */
  begin: DaySpan | null;
  end: DaySpan | null;
  /** A day that the dates allow, within the horizon; null where there is none, and then it must be asked for. */
  startDay: number | null;
  /** How many days it lasted, first and last included; null where it is not known. */
  durationDays: number | null;
  /** The dates name a month or a year: the days are a guess within it. */
  isAbout: boolean;
  /** before: it was over before the strike, as far as is known. after: the horizon is past. */
  where: 'within' | 'begunBefore' | 'before' | 'after' | 'undated';
}

function daysIn(campaign: Pick<Campaign, 'firstDay' | 'dayType'>, date: EventDate): DaySpan {
  const { first, last } = daysOfDate(date);
  return { first: dayOfDate(campaign, first), last: dayOfDate(campaign, last) };
}

const middle = ({ first, last }: DaySpan) => Math.floor((first + last) / 2);

/** Turns an event's dates into days of a campaign. A date of a month means any of its days; the middle one stands for it. */
export function eventDays(
  event: Pick<ObservedEvent, 'begin' | 'end'>,
  campaign: Pick<Campaign, 'firstDay' | 'dayType'>,
  horizonDays: number,
): EventDays {
  const begin = event.begin === null ? null : daysIn(campaign, event.begin);
  const end = event.end === null ? null : daysIn(campaign, event.end);
  const isAbout = [event.begin, event.end].some((date) => date !== null && date.length < 10);
  if (begin === null)
    return { begin, end, startDay: null, durationDays: null, isAbout, where: 'undated' };
  if (begin.last < 0) {
    const length = lengthOf(begin, end);
    if (!end || end.last < 0)
      return { begin, end, startDay: null, durationDays: length, isAbout, where: 'before' };
    // What began before the strike and went on into it: the part that the campaign has.
    const durationDays = Math.max(1, middle(end) + 1);
    return { begin, end, startDay: 0, durationDays, isAbout, where: 'begunBefore' };
  }
  if (begin.first >= horizonDays)
    return {
      begin,
      end,
      startDay: null,
      durationDays: lengthOf(begin, end),
      isAbout,
      where: 'after',
    };
  const within = { first: Math.max(0, begin.first), last: Math.min(horizonDays - 1, begin.last) };
  // What ended on a known day began no later.
  if (end) within.last = Math.max(within.first, Math.min(within.last, end.last));
  const startDay = middle(within);
  const durationDays = lengthOf({ first: startDay, last: startDay }, end);
  return { begin, end, startDay, durationDays, isAbout, where: 'within' };
}

function lengthOf(begin: DaySpan, end: DaySpan | null): number | null {
  return end === null ? null : Math.max(1, middle(end) - middle(begin) + 1);
}

/** What its maker settles before an event becomes an action. */
export interface Placing {
  startDay: number;
  /** null = to the end. */
  durationDays: number | null;
  sector: string | null;
}

/** Who acts, as the event has them: what people would call the action. "" where it names nobody. */
export function actorsOf({ actors }: Pick<ObservedEvent, 'actors'>): string {
  return actors
    .filter(({ role }) => role === 'acts')
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 200);
}

/**
 * The action that the event becomes, with the numbers that every new action starts from: an event's claims are evidence
 * for them, and nobody has said so yet. null where its kind is no action, or the time line is full.
 */
export function actionFromEvent(
  event: ObservedEvent,
  { campaign, scenario }: { campaign: Campaign; scenario: Scenario },
  { startDay, durationDays, sector }: Placing,
): Made | null {
  const becomes = actionOfKind(event.kind);
  if (!becomes.isAction) return null;
  const made = newAction(becomes.kind, scenario, campaign, startDay, {
    sector,
    ...(becomes.provider === null ? {} : { provider: becomes.provider }),
  });
  if (!made) return null;
  const horizon = scenario.horizonDays;
  // Length first: one that runs to the end may begin anywhere.
  const placed = resizeAction(startedOn(made.action, startDay, horizon), durationDays, horizon);
  const action: Action = {
    ...placed,
    name: actorsOf(event) || placed.name,
    note: messages.events.line.fromEvent(event.title).slice(0, 2000),
  };
  return { ...made, action };
}

/** "sympathy strike, air transport, about day 14 to 15, 2 days". */
export function previewWords(
  action: Action,
  campaign: Pick<Campaign, 'sectors'>,
  isAbout: boolean,
): string {
  const kind = describeKind(action, campaign);
  return `${kind}, ${isAbout ? aboutDays(action) : describeDays(action)}`;
}

function aboutDays(action: Action): string {
  const words = messages.events.line;
  const duration = durationOf(action);
  if (duration === null) return words.aboutToTheEnd(action.startDay);
  if (duration === 1) return words.aboutOn(action.startDay);
  return words.aboutFromTo(action.startDay, action.startDay + duration - 1);
}

/** One on the time line that may be the same: of its kind and sector, on days that overlap. */
export function likeness(action: Action, scenario: Pick<Scenario, 'actions'>): Action | null {
  const last = (of: Action) => {
    const duration = durationOf(of);
    return duration === null ? Infinity : of.startDay + duration - 1;
  };
  const found = scenario.actions.find(
    (other) =>
      other.kind === action.kind &&
      !(
        other.kind === 'sympathyStrike' &&
        action.kind === 'sympathyStrike' &&
        other.sector !== action.sector
      ) &&
      !(
        other.kind === 'serviceSubstitution' &&
        action.kind === 'serviceSubstitution' &&
        other.provider !== action.provider
      ) &&
      other.startDay <= last(action) &&
      action.startDay <= last(other),
  );
  return found ?? null;
}

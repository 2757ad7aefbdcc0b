/**
 * What people do to the time line. Every edit gives actions that the model's schema takes: days within the horizon,
 * nothing announced after it begins, ranges within their bounds, draw slots never used twice.
 */
import {
  ACTION_NUMBERS,
  durationOf,
  MAX_DAYS,
  NOT_ASKED,
  NUMBERS_OF_KIND,
  numberOf,
  withNumber,
  type Action,
  type ActionKind,
  type ServiceSubstitution,
} from '../../lib/model/action.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import { newId } from '../../lib/model/identity.ts';
import { isKnown, known, type Range } from '../../lib/model/range.ts';
import { MAX_ACTIONS, type Scenario } from '../../lib/model/scenario.ts';
import {
  MAX_DRAW_SLOT,
  uncertain,
  type UncertainNumber,
} from '../../lib/model/uncertain-number.ts';
import { messages } from '../../lib/messages/messages.ts';
import { shiftedRange, withRange } from '../campaign/number-edits.ts';
import { steppedStrength, strengthKey, strengthNumber } from './action-strength.ts';

const EARLIEST_ANNOUNCEMENT = -365;
/** As near to none or all of it as a hand pulls an uncertain share. */
const LEAST_SHARE = 0.001;

const hold = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** Where an action of this length may begin: it ends within the horizon, or runs to the end. */
function latestStart(duration: number | null, horizonDays: number): number {
  return duration === null ? horizonDays - 1 : Math.max(0, horizonDays - duration);
}

function withDuration(action: Action, durationDays: number | null): Action {
  return action.kind === 'endorsement' ? action : { ...action, durationDays };
}

/** The action beginning on `startDay`; its announcement and its withdrawal keep their distance to it. */
export function startedOn(action: Action, startDay: number, horizonDays: number): Action {
  const duration = durationOf(action);
  const fitting = duration === null ? null : Math.min(duration, horizonDays);
  const start = hold(Math.round(startDay), 0, latestStart(fitting, horizonDays));
  const days = start - action.startDay;
  const moved = withDuration({ ...action, startDay: start }, fitting);
  if (moved.kind !== 'sympathyStrike') return moved;
  return {
    ...moved,
    announcedDay:
      moved.announcedDay === null
        ? null
        : hold(moved.announcedDay + days, EARLIEST_ANNOUNCEMENT, start),
    withdrawnDay: moved.withdrawnDay === null ? null : hold(moved.withdrawnDay + days, 0, MAX_DAYS),
  };
}

/** The action moved by whole days, as far as the horizon lets it. */
export function moveAction(action: Action, days: number, horizonDays: number): Action {
  return startedOn(action, action.startDay + days, horizonDays);
}

/** The action with another length; null = to the end. At least a day, at most to the horizon. */
export function resizeAction(
  action: Action,
  durationDays: number | null,
  horizonDays: number,
): Action {
  const start = hold(action.startDay, 0, horizonDays - 1);
  const placed = start === action.startDay ? action : startedOn(action, start, horizonDays);
  if (durationDays === null) return withDuration(placed, null);
  return withDuration(placed, hold(Math.round(durationDays), 1, horizonDays - start));
}

/**
 * The action a day or more longer or shorter. One that runs to the end is first cut at the last day that is shown;
 * one that grows beyond the horizon runs to the end.
 */
export function resizeBy(
  action: Action,
  days: number,
  horizonDays: number,
  shownDays: number,
): Action {
  const duration = durationOf(action);
  const last = Math.min(horizonDays, Math.max(shownDays, action.startDay + 1));
  if (duration === null) {
    const length = days >= 0 ? null : last - action.startDay + days;
    return resizeAction(action, length, horizonDays);
  }
  if (action.startDay + duration + days > horizonDays)
    return resizeAction(action, null, horizonDays);
  return resizeAction(action, duration + days, horizonDays);
}

/** The action announced on another day, never after it begins; null = unannounced. */
export function announcedOn(action: Action, day: number | null): Action {
  if (action.kind !== 'sympathyStrike') return action;
  return {
    ...action,
    announcedDay:
      day === null ? null : hold(Math.round(day), EARLIEST_ANNOUNCEMENT, action.startDay),
  };
}

/** The action with another typical strength; its range moves along and its reason becomes the user's own. */
export function withStrength(
  action: Action,
  typical: number,
  { currency }: Pick<Campaign, 'currency'>,
): Action {
  const key = strengthKey(action);
  const bounds = ACTION_NUMBERS[key];
  const number = strengthNumber(action);
  // A bar pulled to its foot or its top keeps its range: exactly none or all is what somebody writes, not where a hand stops.
  const isUncertainShare = bounds.scale === 'logit' && !isKnown(number);
  const reached = isUncertainShare ? hold(typical, LEAST_SHARE, 1 - LEAST_SHARE) : typical;
  const range = shiftedRange(number, reached, bounds);
  return withNumber(action, key, withRange(number, range, { unit: bounds.unit, currency }));
}

/** One key press stronger or weaker. */
export function strengthened(
  action: Action,
  direction: 1 | -1,
  campaign: Pick<Campaign, 'numbers' | 'currency'>,
): Action {
  return withStrength(action, steppedStrength(action, direction, campaign), campaign);
}

export function toggled(action: Action): Action {
  return { ...action, enabled: !action.enabled };
}

/** The list with the action of the same id put in its place. */
export function replaced(actions: readonly Action[], action: Action): Action[] {
  return actions.map((other) => (other.id === action.id ? action : other));
}

/** The list without the action; injunctions no longer name it. */
export function removed(actions: readonly Action[], id: string): Action[] {
  return actions
    .filter((action) => action.id !== id)
    .map((action) =>
      action.kind === 'injunction' && action.actionIds.includes(id)
        ? { ...action, actionIds: action.actionIds.filter((other) => other !== id) }
        : action,
    );
}

/** What somebody chose beside the kind. */
export interface ActionChoice {
  /** Code of the sector table, for a sympathy strike. */
  sector?: string | null;
  provider?: ServiceSubstitution['provider'];
}

/** Sectors that can strike in sympathy: all but the struck one. */
export function sympathySectors({ sectors }: Pick<Campaign, 'sectors'>): {
  code: string;
  name: string;
}[] {
  if (!sectors) return [];
  const { codes, names } = sectors.table;
  return codes
    .map((code, index) => ({ code, name: names[index]! }))
    .filter(({ code }) => code !== sectors.struck);
}

/** The sympathy strike in another sector; a name that only said the old one says the new one. */
export function inSector(
  action: Action,
  sector: string | null,
  campaign: Pick<Campaign, 'sectors'>,
): Action {
  if (action.kind !== 'sympathyStrike') return action;
  const sectors = sympathySectors(campaign);
  const nameIn = (code: string | null) => sectors.find((each) => each.code === code)?.name;
  const wasPlain = action.name === '' || action.name === nameIn(action.sector);
  return { ...action, sector, name: wasPlain ? (nameIn(sector) ?? action.name) : action.name };
}

/** A new action with the draw slot that is free after it. */
export interface Made {
  action: Action;
  nextDrawSlot: number;
}

function between(low: number, typical: number, high: number): Range {
  return { low, typical, high };
}

/** Two digits of a money amount, ×/÷ 2; where the campaign gives no amount, a thousand per striker's place. */
function amountAround(amount: number): Range {
  const typical = Number(Math.max(amount, 1000).toPrecision(2));
  return between(typical / 2, typical, typical * 2);
}

/**
 * A new action with starting values that say of themselves that nobody has checked them. null where the time line
 * is full or the draw slots are used up.
 */
export function newAction(
  kind: ActionKind,
  scenario: Scenario,
  campaign: Campaign,
  startDay: number,
  choice: ActionChoice = {},
): Made | null {
  const words = messages.timeline;
  let slot = scenario.nextDrawSlot;
  if (scenario.actions.length >= MAX_ACTIONS) return null;
  if (slot + NUMBERS_OF_KIND[kind].length - 1 > MAX_DRAW_SLOT) return null;
  const number = (range: Range, note = words.newBasis): UncertainNumber =>
    uncertain(range, slot++, { kind: 'own', note, address: null });

  const start = hold(Math.round(startDay), 0, scenario.horizonDays - 1);
  const common = { id: newId(), note: '', enabled: true, startDay: start };
  const name = words.kinds[kind];
  const make = (): Action => {
    switch (kind) {
      case 'sympathyStrike': {
        const sectors = sympathySectors(campaign);
        const sector = sectors.find(({ code }) => code === choice.sector) ?? sectors[0];
        return {
          ...common,
          kind,
          name: sector?.name ?? name,
          sector: sector?.code ?? null,
          durationDays: 1,
          announcedDay: null,
          withdrawnDay: null,
          ...NOT_ASKED,
          share: number(between(0.1, 0.3, 0.6)),
          peoplePerDay: number(known(0), words.nobodyHit),
          harmPerPerson: number(known(0), words.nobodyHit),
        };
      }
      case 'serviceSubstitution': {
        const provider = choice.provider ?? 'movement';
        return {
          ...common,
          kind,
          name: `${name} ${provider === 'movement' ? words.byMovement : words.byTarget}`,
          provider,
          durationDays: null,
          coverage: number(between(0.2, 0.4, 0.7)),
          costPerDay: number(known(0), words.paidByOthers),
        };
      }
      case 'boycott':
        return {
          ...common,
          kind,
          name,
          durationDays: null,
          share: number(between(0.01, 0.05, 0.15)),
        };
      case 'handlingBan':
        return {
          ...common,
          ...NOT_ASKED,
          kind,
          name,
          durationDays: null,
          share: number(between(0.05, 0.2, 0.5)),
        };
      case 'donation': {
        const { workers, strikePayPerDay, wagePerDay } = campaign.numbers;
        const pay = strikePayPerDay.typical > 0 ? strikePayPerDay : wagePerDay;
        return {
          ...common,
          kind,
          name,
          durationDays: Math.min(7, scenario.horizonDays - start),
          amountPerDay: number(amountAround(workers.typical * pay.typical)),
        };
      }
      case 'endorsement':
        return { ...common, kind, name, strength: number(between(0.5, 1, 3)) };
      case 'replacementSurge':
        return {
          ...common,
          kind,
          name,
          durationDays: null,
          share: number(between(0.05, 0.15, 0.3)),
        };
      case 'injunction':
        return {
          ...common,
          kind,
          name,
          durationDays: null,
          actionIds: scenario.actions
            .filter((action) => action.kind === 'sympathyStrike' && !endsBefore(action, start))
            .map((action) => action.id),
          share: number(between(0.2, 0.5, 0.8)),
        };
      default:
        return kind satisfies never;
    }
  };
  return { action: make(), nextDrawSlot: slot };
}

function endsBefore(action: Action, day: number): boolean {
  const duration = durationOf(action);
  return duration !== null && action.startDay + duration <= day;
}

/**
 * A copy under a new id; null where there is no room. Its numbers keep their draw slots: where one day of a strike is
 * stronger than thought, so is the next.
 */
export function copyAction(action: Action, scenario: Scenario): Made | null {
  if (scenario.actions.length >= MAX_ACTIONS) return null;
  let copy: Action = {
    ...action,
    id: newId(),
    name: messages.timeline.copyName(action.name).slice(0, 200),
  };
  for (const key of NUMBERS_OF_KIND[action.kind]) {
    const number = numberOf(action, key)!;
    const readings = number.readings.map((reading) => ({ ...reading, id: newId() }));
    copy = withNumber(copy, key, { ...number, readings });
  }
  return { action: copy, nextDrawSlot: scenario.nextDrawSlot };
}

/** The scenario with the new action at the end of its list; all that an "Add" or a "Copy" does to it. */
export function withMade(scenario: Scenario, { action, nextDrawSlot }: Made): Scenario {
  return { ...scenario, actions: [...scenario.actions, action], nextDrawSlot };
}

/** An action in spoken words. */
import {
  ACTION_NUMBERS,
  durationOf,
  isTakenByWorkers,
  type Action,
} from '../../lib/model/action.ts';
import { dateOfDay } from '../../lib/model/campaign-days.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import { LOCALE, messages } from '../../lib/messages/messages.ts';
import { formatValue } from '../campaign/number-text.ts';
import type { Threat } from './threats.ts';
import { strengthKey, strengthNumber, strengthOf } from './action-strength.ts';

const words = messages.timeline;

/** Name of a sector code, the code itself where the table does not know it. */
export function sectorName({ sectors }: Pick<Campaign, 'sectors'>, code: string): string {
  const index = sectors ? sectors.table.codes.indexOf(code) : -1;
  return index < 0 ? code : sectors!.table.names[index]!;
}

/** "Air transport" inside a sentence; what begins with two capitals (IT) stays. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}

/** "Sympathy strike, air transport"; "Service substitution by the movement". */
export function describeKind(action: Action, campaign: Pick<Campaign, 'sectors'>): string {
  const kind = words.kinds[action.kind];
  if (action.kind === 'sympathyStrike')
    return action.sector === null
      ? kind
      : `${kind}, ${inSentence(sectorName(campaign, action.sector))}`;
  if (action.kind === 'serviceSubstitution')
    return `${kind} ${action.provider === 'movement' ? words.byMovement : words.byTarget}`;
  return kind;
}

/** What people call it; its kind where they gave it no name. */
export function nameOf(action: Action, campaign: Pick<Campaign, 'sectors'>): string {
  return action.name.trim() || describeKind(action, campaign);
}

/** "day 14, one day", "day 8 to 9, 2 days" (both days included), "from day 8 to the end". */
export function describeDays(action: Action): string {
  const duration = durationOf(action);
  if (duration === null) return words.toTheEnd(action.startDay);
  if (duration === 1) return words.onDay(action.startDay);
  return words.fromTo(action.startDay, action.startDay + duration - 1);
}

/** "80 %", "€270,000 a day". With evidence, what was set and what the clips make of it. */
export function describeStrength(action: Action, { currency }: Pick<Campaign, 'currency'>): string {
  const setting = { unit: ACTION_NUMBERS[strengthKey(action)].unit, currency };
  const number = strengthNumber(action);
  const strength = formatValue(strengthOf(action), setting);
  if (number.readings.length === 0) return strength;
  return `${strength} (${words.heldByClips(formatValue(number.typical, setting), number.readings.length)})`;
}

export function describeState(action: Action): string {
  return action.enabled ? words.switchedOn : words.switchedOff;
}

/**
 * "Sympathy strike, air transport, day 14, one day, 80 %, 2,000 people take it, announced on day 8, lawful, switched on".
 * @param threat on a line: what became of what was announced
 */
export function describeAction(
  action: Action,
  campaign: Pick<Campaign, 'sectors' | 'currency'>,
  threat: Threat | null = null,
): string {
  const kind = describeKind(action, campaign);
  const name = action.name.trim();
  const isNamed =
    name !== '' &&
    !kind.toLowerCase().includes(name.toLowerCase()) &&
    !name.toLowerCase().includes(kind.toLowerCase());
  const parts = [kind];
  if (isNamed) parts.push(name);
  parts.push(describeDays(action), describeStrength(action, campaign));
  if (isTakenByWorkers(action) && action.workers !== null) {
    parts.push(words.takenBy(action.workers, action.workers.toLocaleString(LOCALE)));
  }
  if (action.kind === 'sympathyStrike') {
    if (action.announcedDay !== null) parts.push(words.announcedOn(action.announcedDay));
    if (action.withdrawnDay !== null) parts.push(words.withdrawnOn(action.withdrawnDay));
    if (threat !== null) parts.push(words.threats.spoken[threat]);
  }
  if (isTakenByWorkers(action) && action.legality !== 'notAsked') {
    parts.push(words.legalitySpoken[action.legality]);
  }
  if (action.kind === 'injunction') parts.push(words.forbids(action.actionIds.length));
  parts.push(describeState(action));
  return parts.join(', ');
}

/** Made when the first date is written: the browser reads its tables for it, and the library starts without. */
let shortDate: Intl.DateTimeFormat | undefined;

/** "Mon 25 Nov" of a campaign day. */
export function dayInCalendar(
  campaign: Pick<Campaign, 'firstDay' | 'dayType'>,
  day: number,
): string {
  shortDate ??= new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return shortDate.format(new Date(`${dateOfDay(campaign, day)}T00:00:00Z`)).replace(',', '');
}

/** The civil dates of an action: "Mon 25 Nov", "Tue 19 – Wed 20 Nov", "from Tue 19 Nov". */
export function datesOf(action: Action, campaign: Pick<Campaign, 'firstDay' | 'dayType'>): string {
  const duration = durationOf(action);
  const first = dayInCalendar(campaign, action.startDay);
  if (duration === null) return words.bubbleOnwards(first);
  return words.bubbleDates(first, dayInCalendar(campaign, action.startDay + duration - 1));
}

/** Where each action stands on the time line: lanes, rows, days. Pixels come in only as a least distance in days. */
import { durationOf, isSolidarity, type Action } from '../../lib/model/action.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import type { Scenario } from '../../lib/model/scenario.ts';
import { messages } from '../../lib/messages/messages.ts';
import { levelOf } from './action-strength.ts';
import { sectorName } from './describe-action.ts';
import { threatOf, type Threat } from './threats.ts';

/** red for solidarity, teal for service substitution by the movement, coal for the target's moves. */
export type Tone = 'red' | 'teal' | 'coal';
/** on: happens; threat: announced, and over before it began; withdrawn: taken back before it began. */
export type Form = 'on' | 'off' | 'threat' | 'withdrawn';

export interface Bar {
  action: Action;
  /** Row within the lane, from 0. */
  row: number;
  /** First day and the day after the last one, both within the shown days. */
  from: number;
  until: number;
  /** The days it can be taken hold of on: its own, or more around them where they are few. Never overlaps another's. */
  room: readonly [number, number];
  /** It goes on beyond the last shown day. */
  goesOn: boolean;
  /** It begins after the last shown day: only an arrow at the edge. */
  isBeyond: boolean;
  tone: Tone;
  form: Form;
  /** Filled part, 0–1. */
  level: number;
  /** Day of its announcement, if there was one before it begins. */
  announcedDay: number | null;
  withdrawnDay: number | null;
  /** What became of the announcement; null where there was none before it begins. */
  threat: Threat | null;
}

export interface Lane {
  id: string;
  label: string;
  side: 'solidarity' | 'target';
  rows: number;
  bars: Bar[];
}

const SOLIDARITY_ORDER = [
  'sympathyStrike',
  'serviceSubstitution',
  'boycott',
  'handlingBan',
  'donation',
  'endorsement',
] as const;
const TARGET_ORDER = ['replacementSurge', 'serviceSubstitution', 'injunction'] as const;

function laneIdOf(action: Action): string {
  if (action.kind === 'sympathyStrike') return `sympathyStrike ${action.sector ?? ''}`;
  return isSolidarity(action) ? action.kind : `target ${action.kind}`;
}

function laneLabelOf(action: Action, campaign: Pick<Campaign, 'sectors' | 'targetName'>): string {
  const { lanes } = messages.timeline;
  switch (action.kind) {
    case 'sympathyStrike':
      return action.sector === null
        ? lanes.sympathyStrikeAnywhere
        : sectorName(campaign, action.sector);
    case 'serviceSubstitution':
      return action.provider === 'movement'
        ? lanes.serviceSubstitution
        : lanes.serviceSubstitutionByTarget(campaign.targetName);
    default:
      return lanes[action.kind];
  }
}

function toneOf(action: Action): Tone {
  if (!isSolidarity(action)) return 'coal';
  return action.kind === 'serviceSubstitution' ? 'teal' : 'red';
}

function formOf(action: Action, threat: Threat | null): Form {
  if (!action.enabled) return 'off';
  if (action.kind !== 'sympathyStrike') return 'on';
  if (action.withdrawnDay !== null && action.withdrawnDay <= action.startDay) return 'withdrawn';
  return threat === 'standing' ? 'threat' : 'on';
}

/**
 * Lanes in their order, solidarity first, then the target's. Sectors stand in the order in which the scenario's list
 * names them and a bar takes the first row that is free of those before it in the list, so that dragging one bar
 * moves no other bar about.
 * @param shownDays days on the axis
 * @param leastDays what a bar takes up at least, in days, so that short ones can be taken hold of side by side
 */
export function layOutLanes(
  campaign: Pick<Campaign, 'sectors' | 'targetName' | 'settledDay' | 'numbers'>,
  scenario: Pick<Scenario, 'actions' | 'horizonDays' | 'fixedLengthDays'>,
  shownDays: number,
  leastDays = 1,
): Lane[] {
  const lanes = new Map<string, Lane & { taken: [number, number][][] }>();
  for (const action of scenario.actions) {
    const id = laneIdOf(action);
    let lane = lanes.get(id);
    if (!lane) {
      const side = isSolidarity(action) ? 'solidarity' : 'target';
      lane = { id, label: laneLabelOf(action, campaign), side, rows: 0, bars: [], taken: [] };
      lanes.set(id, lane);
    }
    const bar = barOf(action, campaign, scenario, shownDays);
    const room = roomOf(bar, shownDays, leastDays);
    const [from, until] = room;
    const isFree = (row: [number, number][]) =>
      row.every(([start, end]) => until <= start || from >= end);
    let row = lane.taken.findIndex(isFree);
    if (row < 0) row = lane.taken.push([]) - 1;
    lane.taken[row]!.push(room);
    lane.rows = lane.taken.length;
    lane.bars.push({ ...bar, row, room });
  }
  const all = [...lanes.values()];
  const ofSide = (side: Lane['side'], order: readonly Action['kind'][]) =>
    order.flatMap((kind) =>
      all.filter((lane) => lane.side === side && lane.bars[0]!.action.kind === kind),
    );
  return [...ofSide('solidarity', SOLIDARITY_ORDER), ...ofSide('target', TARGET_ORDER)].map(
    ({ id, label, side, rows, bars }) => ({ id, label, side, rows, bars }),
  );
}

function barOf(
  action: Action,
  campaign: Pick<Campaign, 'settledDay' | 'numbers'>,
  scenario: Pick<Scenario, 'horizonDays' | 'fixedLengthDays'>,
  shownDays: number,
): Omit<Bar, 'row' | 'room'> {
  const duration = durationOf(action);
  const threat = threatOf(action, campaign, scenario);
  const form = formOf(action, threat);
  const withdrawnDay = action.kind === 'sympathyStrike' ? action.withdrawnDay : null;
  let end = duration === null ? Infinity : action.startDay + duration;
  // Taken back while it runs: it ends that day.
  if (withdrawnDay !== null && withdrawnDay > action.startDay) end = Math.min(end, withdrawnDay);
  const announcedDay = action.kind === 'sympathyStrike' ? action.announcedDay : null;
  return {
    action,
    from: Math.min(action.startDay, shownDays),
    until: Math.min(end, shownDays),
    goesOn: end > shownDays,
    isBeyond: action.startDay >= shownDays,
    tone: toneOf(action),
    form,
    level: levelOf(action, campaign),
    announcedDay: announcedDay !== null && announcedDay < action.startDay ? announcedDay : null,
    withdrawnDay,
    threat,
  };
}

/** The days a bar takes up on its row: at least `leastDays`, kept within the shown ones. */
function roomOf(
  { from, until }: Pick<Bar, 'from' | 'until'>,
  shownDays: number,
  leastDays: number,
): [number, number] {
  if (until - from >= leastDays) return [from, until];
  const middle = (from + until) / 2;
  const start = Math.max(0, Math.min(middle - leastDays / 2, shownDays - leastDays));
  return [start, start + leastDays];
}

/** The casebook's one time scale, and what a campaign looks like on it. */
import { scaleSymlog } from 'd3';
import {
  COUNTER_KINDS,
  isSolidarityKind,
  SOLIDARITY_KINDS,
  type CaseAction,
  type CaseActionKind,
  type CaseRow,
} from './case-row.ts';

/**
 * Days under which the scale is nearly even. 7: from day 0 to 7 is as wide as each doubling of (days + 7) after it, so
 * the first week is as wide as the second year.
 */
const EVEN_DAYS = 7;

/** Days that may be named on the axis, those that matter most first: where room is short the others go. */
const TICKS_BY_WEIGHT = [0, 365, 7, 30, 1825, 90, 180, 14, 730];
const TICK_AIR = 10;

export interface CaseTick {
  day: number;
  x: number;
}

export interface CaseScale {
  left: number;
  right: number;
  x(day: number): number;
}

/** @param lastDay the longest campaign's, whatever is filtered: the scale stays what it is */
export function caseScale(left: number, right: number, lastDay: number): CaseScale {
  const scale = scaleSymlog([0, lastDay], [left, Math.max(left + 1, right)]).constant(EVEN_DAYS);
  return { left, right, x: (day) => scale(day) };
}

/** Where the axis names a day, from the left. @param widthOf of the label, pixels */
export function caseTicks(
  { x }: CaseScale,
  lastDay: number,
  widthOf: (day: number) => number,
): CaseTick[] {
  const placed: CaseTick[] = [];
  for (const day of TICKS_BY_WEIGHT) {
    if (day > lastDay * 1.05) continue;
    const at = x(day);
    const isFree = placed.every(
      (tick) => Math.abs(tick.x - at) >= (widthOf(day) + widthOf(tick.day)) / 2 + TICK_AIR,
    );
    if (isFree) placed.push({ day, x: at });
  }
  return placed.toSorted((a, b) => a.day - b.day);
}

/** Actions of one kind that begin on one day. */
export interface CaseMark {
  key: string;
  kind: CaseActionKind;
  isThreat: boolean;
  count: number;
  day: number;
  x: number;
  y: number;
  /** Where the longest of them ends; null: it has no length to draw. */
  x2: number | null;
  /** Does the record have no end of it? */
  isOpenEnded: boolean;
}

export interface CaseGeometry {
  height: number;
  /** Height of the strike's own line. */
  y: number;
  x0: number;
  x1: number;
  marks: CaseMark[];
}

const LANE = 17;
const MARGIN = 11;
const STRIKE_ROOM = 19;

/** Solidarity above the strike's line, a lane for each kind; what was done against it below. */
export function caseGeometry(
  row: Pick<CaseRow, 'actions' | 'endDay'>,
  scale: CaseScale,
): CaseGeometry {
  const lanesOf = (kinds: readonly CaseActionKind[]) =>
    kinds.filter((kind) => row.actions.some((action) => action.kind === kind));
  const above = lanesOf(SOLIDARITY_KINDS);
  const below = lanesOf(COUNTER_KINDS);
  const y = MARGIN + above.length * LANE + (above.length > 0 ? 2 : 0);
  const laneOf = (kind: CaseActionKind) =>
    isSolidarityKind(kind)
      ? MARGIN + above.indexOf(kind) * LANE
      : y + STRIKE_ROOM + below.indexOf(kind) * LANE;
  const height = y + (below.length > 0 ? STRIKE_ROOM + (below.length - 1) * LANE : 0) + MARGIN;

  const groups = new Map<string, CaseAction[]>();
  for (const action of row.actions) {
    const key = `${action.kind} ${action.startDay} ${action.isThreat}`;
    groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  const lastOf = ({ lastDay }: CaseAction) => Math.min(lastDay ?? row.endDay, row.endDay);
  const marks = [...groups].map(([key, actions]): CaseMark => {
    const { kind, startDay, isThreat } = actions[0]!;
    const last = Math.max(...actions.map(lastOf));
    const hasLength = kind !== 'endorsement' && !isThreat && last > startDay;
    return {
      key,
      kind,
      isThreat,
      count: actions.length,
      day: startDay,
      x: scale.x(startDay),
      y: laneOf(kind),
      x2: hasLength ? scale.x(last) : null,
      isOpenEnded: actions.every((action) => action.lastDay === null),
    };
  });
  return { height, y, x0: scale.x(0), x1: scale.x(row.endDay), marks };
}

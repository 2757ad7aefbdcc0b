/** What became of a sympathy strike that was announced before it began. */
import type { Action } from '../../lib/model/action.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import type { Scenario } from '../../lib/model/scenario.ts';

/** standing: announced, and over before it began. withdrawn: taken back before it began. carriedOut: it began. */
export const THREATS = ['carriedOut', 'standing', 'withdrawn'] as const;
export type Threat = (typeof THREATS)[number];

/** null: nothing was announced ahead. */
export function threatOf(
  action: Action,
  { settledDay }: Pick<Campaign, 'settledDay'>,
  { horizonDays, fixedLengthDays }: Pick<Scenario, 'horizonDays' | 'fixedLengthDays'>,
): Threat | null {
  if (action.kind !== 'sympathyStrike') return null;
  const { announcedDay, startDay, withdrawnDay } = action;
  if (announcedDay === null || announcedDay >= startDay) return null;
  if (withdrawnDay !== null && withdrawnDay <= startDay) return 'withdrawn';
  // What is announced after the settlement is a what-if of its own, and stands for what would have been.
  const isSettledFirst = settledDay !== null && startDay > settledDay && announcedDay <= settledDay;
  const runDays = Math.min(horizonDays, fixedLengthDays ?? horizonDays);
  return isSettledFirst || startDay >= runDays ? 'standing' : 'carriedOut';
}

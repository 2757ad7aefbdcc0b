/** On how many days workers take an action, as planned: what they give is counted by these. */
import type { WorkersAction } from './action.ts';
import type { Scenario } from './scenario.ts';

/** Days that are run: the horizon, or the declared length where that is shorter. */
export function runDaysOf({
  horizonDays,
  fixedLengthDays,
}: Pick<Scenario, 'horizonDays' | 'fixedLengthDays'>): number {
  return Math.min(horizonDays, fixedLengthDays ?? horizonDays);
}

/**
 * Days on which it is taken if the dispute lasts as long as is run: none beyond `runDays`, and none from the day on
 * which a strike was called off.
 */
export function daysAsked(action: WorkersAction, runDays: number): number {
  const { startDay, durationDays } = action;
  const withdrawn = action.kind === 'sympathyStrike' ? action.withdrawnDay : null;
  const end = Math.min(
    runDays,
    durationDays === null ? runDays : startDay + durationDays,
    withdrawn ?? runDays,
  );
  return Math.max(0, end - startDay);
}

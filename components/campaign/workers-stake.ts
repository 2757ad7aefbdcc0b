/** What an action asks of the workers who take it, who are not in the dispute themselves. */
import { isTakenByWorkers, type Action, type WorkersAction } from '../../lib/model/action.ts';
import { daysAsked } from '../../lib/model/days-asked.ts';

export interface WorkersStake {
  workers: number;
  days: number;
  workerDays: number;
  /** Wages lost, in the campaign's money, if all of them lose them; null where what a day costs them is not known. */
  wages: number | null;
}

/** null where nobody has said how many take it. */
export function stakeOf(action: WorkersAction, runDays: number): WorkersStake | null {
  const { workers, wagePerDay } = action;
  if (workers === null) return null;
  const days = daysAsked(action, runDays);
  const workerDays = workers * days;
  return { workers, days, workerDays, wages: wagePerDay === null ? null : workerDays * wagePerDay };
}

export interface AskedOfOthers {
  /** Of the actions that are switched on and taken by workers. */
  actions: number;
  /** Of them: nobody has said how many take it. */
  uncounted: number;
  workerDays: number;
  /** Null where one that is counted has no wage to it. */
  wages: number | null;
  /** Of them: not known to be lawful. */
  notLawful: number;
}

/** What a time line asks of others altogether; null where it asks nothing. */
export function askedOfOthers(actions: readonly Action[], runDays: number): AskedOfOthers | null {
  const taken = actions.filter((action) => action.enabled).filter(isTakenByWorkers);
  if (taken.length === 0) return null;
  const stakes = taken.map((action) => stakeOf(action, runDays));
  const counted = stakes.filter((stake) => stake !== null);
  const hasAllWages = counted.length > 0 && counted.every(({ wages }) => wages !== null);
  return {
    actions: taken.length,
    uncounted: stakes.length - counted.length,
    workerDays: counted.reduce((sum, { workerDays }) => sum + workerDays, 0),
    wages: hasAllWages ? counted.reduce((sum, { wages }) => sum + wages!, 0) : null,
    notLawful: taken.filter(({ legality }) => legality !== 'lawful').length,
  };
}

/** What next? Of the actions that could be added, which adds most, for how much, and which would hurt. */
import {
  ACTION_NUMBERS,
  durationOf,
  isTakenByWorkers,
  NUMBERS_OF_KIND,
  numberOf,
  withNumber,
  type Action,
} from '../model/action.ts';
import type { Scenario } from '../model/scenario.ts';
import type { NextAction, NextActionRequest, NextActions, Verdict } from '../model/study.ts';
import { effectiveRange } from '../model/uncertain-number.ts';
import { INDIFFERENCE } from './comparison.ts';
import { differenceOf, estimateOf, wins, type Study } from './study.ts';

/** Each candidate alone is added to the scenario as it stands. */
export function* nextActions(request: NextActionRequest): Study<NextActions> {
  const { campaign, scenario, futures, candidates } = request;
  const added = candidates.map(({ action }) => asAdded(scenario, action));
  const [now, ...ran] = yield* wins(
    [
      { campaign, scenario, futures },
      ...added.map(({ scenario }) => ({ campaign, scenario, futures })),
    ],
    added.length + 1,
  );
  const options = ran.map((wins, index): NextAction => {
    const candidate = candidates[index];
    const { action } = added[index];
    const gains = differenceOf(wins.winByFuture, now.winByFuture);
    const gain = estimateOf(gains);
    const expectedDays = expectedDaysOf(action, wins.open);
    const workers = candidate.workers ?? (isTakenByWorkers(action) ? action.workers : null);
    const workerDays = workers === null ? null : workers * expectedDays;
    const perDay = candidate.moneyPerDay ?? moneyPerDayOf(action);
    const money = perDay === null ? null : perDay * expectedDays;
    return {
      candidate: index,
      action,
      win: wins.win,
      gain,
      helps: gains.filter((gain) => gain >= INDIFFERENCE).length / futures,
      hurts: gains.filter((gain) => gain <= -INDIFFERENCE).length / futures,
      verdict: verdictOf(gain.mean),
      expectedDays,
      workerDays,
      money,
      gainPerWorkerDay: perUnit(gain.mean, workerDays),
      gainPerMoney: perUnit(gain.mean, money),
    };
  });
  return {
    futures,
    days: now.days,
    runs: added.length + 1,
    now: now.win,
    options: options.sort((a, b) => b.gain.mean - a.gain.mean),
  };
}

export function verdictOf(gain: number): Verdict {
  return gain >= INDIFFERENCE ? 'helps' : gain <= -INDIFFERENCE ? 'hurts' : 'indifferent';
}

function perUnit(gain: number, units: number | null): number | null {
  return units !== null && units > 0 ? gain / units : null;
}

/** The scenario with an action more, which gets the next free draw slots: the luck it would have if it were added. */
export function asAdded(
  scenario: Scenario,
  candidate: Action,
): { scenario: Scenario; action: Action } {
  let { nextDrawSlot } = scenario;
  let action: Action = { ...candidate, enabled: true };
  for (const key of NUMBERS_OF_KIND[action.kind]) {
    action = withNumber(action, key, { ...numberOf(action, key)!, drawSlot: nextDrawSlot++ });
  }
  const others = scenario.actions.filter(({ id }) => id !== action.id);
  return { scenario: { ...scenario, actions: [...others, action], nextDrawSlot }, action };
}

/** Days on which it acts, each weighed by the chance that the dispute is still open on its morning. */
function expectedDaysOf(action: Action, open: Float64Array): number {
  const duration = durationOf(action);
  const withdrawn = action.kind === 'sympathyStrike' ? action.withdrawnDay : null;
  const end = Math.min(
    open.length,
    duration === null ? open.length : action.startDay + duration,
    withdrawn ?? open.length,
  );
  let days = 0;
  for (let day = action.startDay; day < end; day++) days += day === 0 ? 1 : open[day - 1];
  return days;
}

/** What a day of it takes by its own numbers, typically: gifts, the service's cost, wages lost; null where not known. */
function moneyPerDayOf(action: Action): number | null {
  const typical = (key: 'amountPerDay' | 'costPerDay') =>
    effectiveRange(numberOf(action, key)!, ACTION_NUMBERS[key]).typical;
  switch (action.kind) {
    case 'donation':
      return typical('amountPerDay');
    case 'serviceSubstitution':
      return typical('costPerDay');
    case 'sympathyStrike':
    case 'handlingBan':
      return action.workers === null || action.wagePerDay === null
        ? null
        : action.workers * action.wagePerDay;
    default:
      return null;
  }
}

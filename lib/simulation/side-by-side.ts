/** Up to six scenarios of a campaign on the same futures, one of them pinned as what the others are held against. */
import { GUARD_RAILS, type EnsembleResult } from '../model/ensemble.ts';
import { pinnedBeside } from '../model/scenario.ts';
import {
  MAX_SIDE_BY_SIDE,
  type Difference,
  type SideBySide,
  type SideBySideRequest,
} from '../model/study.ts';
import { compare } from './comparison.ts';
import { differenceOf, estimateOf, type EnsembleTask, type Study } from './study.ts';

export function* sideBySide(request: SideBySideRequest): Study<SideBySide> {
  const { campaign, scenarios, pinned, futures } = request;
  if (!scenarios[pinned] || scenarios.length > MAX_SIDE_BY_SIDE) {
    throw new Error(`A comparison needs one to ${MAX_SIDE_BY_SIDE} scenarios, one of them pinned.`);
  }
  const { seed, horizonDays } = scenarios[pinned];
  const { allQuantiles, hardshipLimit, supportLimit } = request;
  const tasks = scenarios.map((scenario): EnsembleTask => ({
    kind: 'ensemble',
    request: {
      campaign,
      scenario: pinnedBeside(scenario, scenarios[pinned]),
      futures,
      certain: false,
      allQuantiles,
      hardshipLimit,
      supportLimit,
    },
  }));
  const ran = (yield { tasks, total: tasks.length }) as { result: EnsembleResult }[];
  return {
    futures,
    horizonDays,
    seed,
    pinned,
    entries: ran.map(({ result }, index) => ({
      scenarioId: scenarios[index].id,
      win: winOf(result),
      result,
      difference: index === pinned ? null : differenceBetween(result, ran[pinned].result),
    })),
  };
}

/** P(win): concession by the last day that is run. */
function winOf({ endings, days }: EnsembleResult): number {
  return endings.conceded[days - 1];
}

function differenceBetween(ours: EnsembleResult, theirs: EnsembleResult): Difference {
  const { helps, hurts, indifferent } = compare(ours, theirs);
  const atEnd = (ending: 'compromised' | 'collapsed' | 'open') =>
    ours.endings[ending][ours.days - 1] - theirs.endings[ending][theirs.days - 1];
  return {
    win: estimateOf(differenceOf(ours.winByFuture, theirs.winByFuture)),
    helps,
    hurts,
    indifferent,
    compromised: atEnd('compromised'),
    collapsed: atEnd('collapsed'),
    open: atEnd('open'),
    expectedSettlementValue: ours.expectedSettlementValue - theirs.expectedSettlementValue,
    guardRails: Object.fromEntries(
      GUARD_RAILS.map((rail) => [rail, ours.guardRails[rail] - theirs.guardRails[rail]]),
    ) as Difference['guardRails'],
  };
}

import { openCasebookEntry, type CasebookId } from '../../lib/casebook/casebook.ts';
import type { Action } from '../../lib/model/action.ts';
import type { EnsembleRequest, EnsembleResult } from '../../lib/model/ensemble.ts';
import { PARAMETERS, type ParameterKey } from '../../lib/model/parameters.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { uncertain, type UncertainNumber } from '../../lib/model/uncertain-number.ts';
import { Futures } from '../../lib/simulation/chance.ts';
import { finish, runEnsemble } from '../../lib/simulation/ensemble.ts';
import { onlyConcessionCostUncertain } from './reference-setup.ts';

const NOW = '2026-01-01T00:00:00Z';

export function entry(id: CasebookId): CampaignScenario {
  return openCasebookEntry(id, NOW);
}

/** The reference set-up: only K uncertain, daily noise on, 400 days. */
export function referenceEntry(id: CasebookId, horizonDays = 400): CampaignScenario {
  const { campaign, scenario } = onlyConcessionCostUncertain(entry(id));
  return { campaign, scenario: { ...scenario, horizonDays } };
}

export function held(value: number, drawSlot: number): UncertainNumber {
  return uncertain(value, drawSlot, { kind: 'assumption', note: 'a test', address: null });
}

/** The campaign with numbers held at values; a value may follow from the one there is. */
export function withNumbers(
  records: CampaignScenario,
  values: Partial<Record<ParameterKey, number | ((now: number) => number)>>,
): CampaignScenario {
  const numbers = { ...records.campaign.numbers };
  for (const [key, value] of Object.entries(values) as [
    ParameterKey,
    number | ((now: number) => number),
  ][]) {
    const now = numbers[key];
    if (typeof value === 'number') numbers[key] = held(value, PARAMETERS[key].drawSlot);
    else {
      numbers[key] = {
        ...now,
        low: value(now.low),
        typical: value(now.typical),
        high: value(now.high),
      };
    }
  }
  return { ...records, campaign: { ...records.campaign, numbers } };
}

export function withActions(
  records: CampaignScenario,
  change: (action: Action) => Action | null,
): CampaignScenario {
  const actions = records.scenario.actions.map(change).filter((action) => action !== null);
  return { ...records, scenario: { ...records.scenario, actions } };
}

export function without(records: CampaignScenario, ...ids: string[]): CampaignScenario {
  return withActions(records, (action) =>
    ids.length === 0 || ids.includes(action.id) ? { ...action, enabled: false } : action,
  );
}

export function run(
  records: CampaignScenario,
  options: Partial<Omit<EnsembleRequest, 'campaign' | 'scenario'>> & { stepDays?: number } = {},
): EnsembleResult {
  const { stepDays = 1, ...rest } = options;
  const request: EnsembleRequest = {
    ...records,
    futures: 512,
    certain: false,
    allQuantiles: false,
    hardshipLimit: 0.3,
    supportLimit: 0.4,
    ...rest,
  };
  return finish(runEnsemble(request, new Futures(records.scenario.seed), stepDays));
}

/** P(concession by the horizon). */
export function winOf(result: EnsembleResult): number {
  return result.endings.conceded[result.days - 1];
}

import { NUMBERS_OF_KIND, numberOf, withNumber, type Action } from '../model/action.ts';
import type { CampaignNumbers } from '../model/campaign.ts';
import { newId, type Id } from '../model/identity.ts';
import { PARAMETER_KEYS } from '../model/parameters.ts';
import type { CampaignScenario, Scenario } from '../model/scenario.ts';
import type { UncertainNumber } from '../model/uncertain-number.ts';
import type { Snapshot } from './format.ts';

/** A new id for each old one, the same each time it is met. */
function renewal(): (id: Id) => Id {
  const fresh = new Map<Id, Id>();
  return (id) => {
    const known = fresh.get(id) ?? newId();
    fresh.set(id, known);
    return known;
  };
}

/**
 * A snapshot as records of this library: every id new, so that nothing here is overwritten; marked as coming from a
 * file; never taken for an entry of the casebook, whatever it says. Draw slots, seed and groups of readings stay, and
 * with them every number. `now` is an instant.
 */
export function adoptSnapshot(
  { campaign, scenario, baseline }: Snapshot,
  { now }: { now: string },
): CampaignScenario & { baseline: Scenario | null } {
  const campaignId = newId();
  const actionId = renewal();
  const groupId = renewal();
  const quoteId = renewal();

  const adoptNumber = (number: UncertainNumber): UncertainNumber => ({
    ...number,
    readings: number.readings.map((reading) => ({
      ...reading,
      id: newId(),
      clipId: null,
      quote: { ...reading.quote, id: quoteId(reading.quote.id) },
      groupId: reading.groupId === null ? null : groupId(reading.groupId),
    })),
  });
  const adoptAction = (action: Action): Action => {
    const renamed: Action =
      action.kind === 'injunction'
        ? { ...action, id: actionId(action.id), actionIds: action.actionIds.map(actionId) }
        : { ...action, id: actionId(action.id) };
    return NUMBERS_OF_KIND[action.kind].reduce(
      (adopted, key) => withNumber(adopted, key, adoptNumber(numberOf(adopted, key)!)),
      renamed,
    );
  };

  const baselineId = baseline && newId();
  const adoptScenario = (given: Scenario): Scenario => ({
    ...given,
    campaignId,
    actions: given.actions.map(adoptAction),
    createdAt: now,
    updatedAt: now,
  });
  return {
    campaign: {
      ...campaign,
      id: campaignId,
      provenance: 'file',
      casebookId: null,
      ...(campaign.checks && {
        checks: campaign.checks.map((check) => ({ ...check, id: newId() })),
      }),
      numbers: Object.fromEntries(
        PARAMETER_KEYS.map((key) => [key, adoptNumber(campaign.numbers[key])]),
      ) as CampaignNumbers,
      createdAt: now,
      updatedAt: now,
    },
    scenario: { ...adoptScenario(scenario), id: newId(), baselineId },
    baseline:
      baseline && baselineId
        ? { ...adoptScenario(baseline), id: baselineId, baselineId: null }
        : null,
  };
}

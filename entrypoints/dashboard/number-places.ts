/** The numbers of the studio that a quote can speak of, where each stands, and how to replace it there. */
import { actionNumberWords } from '../../components/campaign/action-number-words.ts';
import type { EvidenceTarget } from '../../components/campaign/evidence-target.ts';
import { nameOf } from '../../components/timeline/describe-action.ts';
import { messages } from '../../lib/messages/messages.ts';
import {
  ACTION_NUMBERS,
  NUMBERS_OF_KIND,
  numberOf,
  withNumber,
  type ActionNumberKey,
} from '../../lib/model/action.ts';
import type { Reading } from '../../lib/model/evidence.ts';
import { PARAMETER_KEYS, PARAMETERS, type ParameterKey } from '../../lib/model/parameters.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import type { UncertainNumber } from '../../lib/model/uncertain-number.ts';

type Place =
  | { kind: 'campaign'; key: ParameterKey }
  | { kind: 'action'; actionId: string; key: ActionNumberKey };

export interface PlacedNumber extends EvidenceTarget {
  place: Place;
}

/** "internalisation": the key of a campaign's number. */
export function campaignTarget(key: ParameterKey): string {
  return key;
}
/** "air-14 share": the key of an action's number. */
export function actionTarget(actionId: string, key: ActionNumberKey): string {
  return `${actionId} ${key}`;
}

/** Every number of a campaign and its scenario: the actions' first, for news is about actions. */
export function placedNumbers({ campaign, scenario }: CampaignScenario): PlacedNumber[] {
  const { currency, moneyYear } = campaign;
  const ofActions = scenario.actions.flatMap((action) =>
    NUMBERS_OF_KIND[action.kind].map((key): PlacedNumber => ({
      place: { kind: 'action', actionId: action.id, key },
      key: actionTarget(action.id, key),
      label: actionNumberWords(action.kind, key).label,
      group: messages.evidence.ofAction(nameOf(action, campaign), action.startDay),
      number: numberOf(action, key)!,
      bounds: ACTION_NUMBERS[key],
      unit: ACTION_NUMBERS[key].unit,
      currency,
      moneyYear,
    })),
  );
  const ofCampaign = PARAMETER_KEYS.map((key): PlacedNumber => ({
    place: { kind: 'campaign', key },
    key: campaignTarget(key),
    label: messages.numbers.parameters[key].label,
    group: messages.evidence.ofCampaign,
    number: campaign.numbers[key],
    bounds: PARAMETERS[key],
    unit: PARAMETERS[key].unit,
    currency,
    moneyYear,
  }));
  return [...ofActions, ...ofCampaign];
}

export function placedNumber(records: CampaignScenario, key: string): PlacedNumber | null {
  return placedNumbers(records).find((placed) => placed.key === key) ?? null;
}

/** The records with other readings for one number. */
export function withReadings(
  { campaign, scenario }: CampaignScenario,
  { place, number }: PlacedNumber,
  readings: Reading[],
): CampaignScenario {
  const changed: UncertainNumber = { ...number, readings };
  if (place.kind === 'campaign') {
    const numbers = { ...campaign.numbers, [place.key]: changed };
    return { campaign: { ...campaign, numbers }, scenario };
  }
  const actions = scenario.actions.map((action) =>
    action.id === place.actionId ? withNumber(action, place.key, changed) : action,
  );
  return { campaign, scenario: { ...scenario, actions } };
}

/** The numbers of a campaign and its scenario that a quote can speak of. */
import {
  ACTION_NUMBERS,
  NUMBERS_OF_KIND,
  numberOf,
  withNumber,
  type Action,
  type ActionNumberKey,
} from '../../lib/model/action.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import type { Bounds, Reading } from '../../lib/model/evidence.ts';
import {
  PARAMETER_KEYS,
  PARAMETERS,
  type ParameterKey,
  type Unit,
} from '../../lib/model/parameters.ts';
import type { CampaignScenario, Scenario } from '../../lib/model/scenario.ts';
import type { UncertainNumber } from '../../lib/model/uncertain-number.ts';
import { messages } from '../../lib/messages/messages.ts';
import { actionNumberWords } from './action-number-words.ts';

export interface EvidenceTarget {
  /** `campaign KEY` or `action ID KEY`: `addReading` and `takeReading` know what it means. */
  key: string;
  label: string;
  /** Heading it stands under. */
  group: string;
  number: UncertainNumber;
  bounds: Bounds;
  unit: Unit;
  currency: string;
  moneyYear: number;
}

function targetsOfAction(action: Action, campaign: Campaign): EvidenceTarget[] {
  return NUMBERS_OF_KIND[action.kind].map((key) => {
    const bounds = ACTION_NUMBERS[key];
    return {
      key: `action ${action.id} ${key}`,
      label: messages.numbers.evidence.ofAction(
        actionNumberWords(action.kind, key).label,
        action.name.trim() || messages.timeline.kinds[action.kind],
        action.startDay,
      ),
      group: messages.numbers.evidence.groupActions,
      number: numberOf(action, key)!,
      bounds,
      unit: bounds.unit,
      currency: campaign.currency,
      moneyYear: campaign.moneyYear,
    };
  });
}

/** Every number that takes evidence: the actions' first, then the campaign's by group. */
export function evidenceTargets({ campaign, scenario }: CampaignScenario): EvidenceTarget[] {
  const { parameters, groups } = messages.numbers;
  return [
    ...scenario.actions.flatMap((action) => targetsOfAction(action, campaign)),
    ...PARAMETER_KEYS.map((key) => ({
      key: `campaign ${key}`,
      label: parameters[key].label,
      group: groups[PARAMETERS[key].group],
      number: campaign.numbers[key],
      bounds: PARAMETERS[key],
      unit: PARAMETERS[key].unit,
      currency: campaign.currency,
      moneyYear: campaign.moneyYear,
    })),
  ];
}

type Change = (number: UncertainNumber) => UncertainNumber;

function changed(
  { campaign, scenario }: CampaignScenario,
  target: string,
  change: Change,
): CampaignScenario | null {
  const [where, first, second] = target.split(' ');
  if (where === 'campaign' && first !== undefined && Object.hasOwn(PARAMETERS, first)) {
    const key = first as ParameterKey;
    const numbers = { ...campaign.numbers, [key]: change(campaign.numbers[key]) };
    return { campaign: { ...campaign, numbers }, scenario };
  }
  if (where === 'action') {
    const key = second as ActionNumberKey;
    const action = scenario.actions.find((each) => each.id === first);
    const number = action && numberOf(action, key);
    if (!action || !number) return null;
    const actions: Scenario['actions'] = scenario.actions.map((each) =>
      each === action ? withNumber(action, key, change(number)) : each,
    );
    return { campaign, scenario: { ...scenario, actions } };
  }
  return null;
}

/** Both records with the reading tied to the target's number; null where there is no such number any more. */
export function addReading(
  records: CampaignScenario,
  target: string,
  reading: Reading,
): CampaignScenario | null {
  return changed(records, target, (number) => ({
    ...number,
    readings: [...number.readings, reading],
  }));
}

/** Both records with the reading taken away: the prior comes back. */
export function takeReading(
  records: CampaignScenario,
  target: string,
  readingId: string,
): CampaignScenario | null {
  return changed(records, target, (number) => ({
    ...number,
    readings: number.readings.filter(({ id }) => id !== readingId),
  }));
}

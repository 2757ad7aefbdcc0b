import {
  NUMBERS_OF_KIND,
  numberOf,
  withNumber,
  type ActionNumberKey,
} from '../../lib/model/action.ts';
import type { CampaignNumbers } from '../../lib/model/campaign.ts';
import { exp } from '../../lib/model/arithmetic.ts';
import { PARAMETER_KEYS } from '../../lib/model/parameters.ts';
import { Z_95 } from '../../lib/model/range.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import type { UncertainNumber } from '../../lib/model/uncertain-number.ts';

/** sd of ln K in model.md's reference runs. */
const SD_LN_K = 0.42;

function knownAtTypical(number: UncertainNumber): UncertainNumber {
  return { ...number, low: number.typical, high: number.typical };
}

/** Model.md's reference set-up: everything known at its typical value, except what conceding would cost the target. */
export function onlyConcessionCostUncertain({
  campaign,
  scenario,
}: CampaignScenario): CampaignScenario {
  const numbers = Object.fromEntries(
    PARAMETER_KEYS.map((key) => [key, knownAtTypical(campaign.numbers[key])]),
  ) as CampaignNumbers;
  const cost = numbers.costOfConceding;
  const factor = exp(Z_95 * SD_LN_K);
  return {
    campaign: {
      ...campaign,
      numbers: {
        ...numbers,
        costOfConceding: { ...cost, low: cost.typical / factor, high: cost.typical * factor },
      },
    },
    scenario: {
      ...scenario,
      actions: scenario.actions.map((action) =>
        NUMBERS_OF_KIND[action.kind].reduce(
          (known, key: ActionNumberKey) =>
            withNumber(known, key, knownAtTypical(numberOf(known, key)!)),
          action,
        ),
      ),
    },
  };
}

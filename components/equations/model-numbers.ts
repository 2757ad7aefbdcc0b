/** A campaign's own numbers as the model page lists them. */
import type { Campaign } from '../../lib/model/campaign.ts';
import {
  PARAMETER_KEYS,
  PARAMETERS,
  type ParameterGroup,
  type ParameterKey,
} from '../../lib/model/parameters.ts';
import { effectiveRange } from '../../lib/model/uncertain-number.ts';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { formatRange } from '../campaign/number-text.ts';

export interface ModelNumber {
  key: ParameterKey;
  symbol: string;
  label: string;
  /** Typical value with its ends, after evidence. */
  range: string;
  /** "assumption: …", with how many readings moved it. */
  basis: string;
  address: string | null;
}

export interface ModelNumberGroup {
  group: ParameterGroup;
  title: string;
  numbers: ModelNumber[];
}

export function modelNumbers(campaign: Campaign): ModelNumberGroup[] {
  const words = messages.numbers;
  const groups = [...new Set(PARAMETER_KEYS.map((key) => PARAMETERS[key].group))];
  const numberOf = (key: ParameterKey): ModelNumber => {
    const { unit, symbol } = PARAMETERS[key];
    const number = campaign.numbers[key];
    const kind = words.basis[number.basis.kind];
    const basis = messages.brief.from(kind, number.basis.note);
    const count = number.readings.length;
    return {
      key,
      symbol,
      label: words.parameters[key].label,
      range: formatRange(effectiveRange(number, PARAMETERS[key]), {
        unit,
        currency: campaign.currency,
      }),
      basis: count === 0 ? basis : `${basis} (${studioMessages.modelPage.numbers.evidence(count)})`,
      address: number.basis.address,
    };
  };
  return groups.map((group) => ({
    group,
    title: words.groups[group],
    numbers: PARAMETER_KEYS.filter((key) => PARAMETERS[key].group === group).map(numberOf),
  }));
}

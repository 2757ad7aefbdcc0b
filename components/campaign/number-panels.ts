/** The campaign's numbers in panels, those most decisive first, narrowed to what somebody looks for. */
import type { Campaign } from '../../lib/model/campaign.ts';
import {
  PARAMETER_KEYS,
  PARAMETERS,
  type ParameterGroup,
  type ParameterKey,
} from '../../lib/model/parameters.ts';
import { messages } from '../../lib/messages/messages.ts';

const GROUPS: readonly ParameterGroup[] = [
  'strikers',
  'target',
  'thirdParties',
  'community',
  'support',
  'participation',
  'endings',
];

export interface NumberPanel {
  id: ParameterGroup | 'decisive';
  title: string;
  help: string;
  keys: ParameterKey[];
}

/** Pressure reaches a market employer through lost revenue, one paid per user through users who stay away. */
export function decisiveKeys(employer: Campaign['employer']): ParameterKey[] {
  return employer === 'market'
    ? ['internalisation', 'costOfConceding', 'netLossShare', 'harmEffect']
    : ['crossingPerHardship', 'costOfConceding', 'blameCostPerDay', 'hardshipEffect'];
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Every number stands in one panel; panels that hold nothing sought are left out. */
export function panelsOf(employer: Campaign['employer'], sought: string): NumberPanel[] {
  const words = messages.numbers;
  const terms = fold(sought).split(/\s+/).filter(Boolean);
  const isSought = (key: ParameterKey) => {
    const { label, help } = words.parameters[key];
    const text = fold(`${label} ${help} ${key} ${PARAMETERS[key].symbol}`);
    return terms.every((term) => text.includes(term));
  };
  const decisive = decisiveKeys(employer);
  const panels: NumberPanel[] = [
    {
      id: 'decisive',
      title: words.decisive,
      help: words.decisiveHelp,
      keys: decisive.filter(isSought),
    },
    ...GROUPS.map((group) => ({
      id: group,
      title: words.groups[group],
      help: words.groupHelp[group],
      keys: PARAMETER_KEYS.filter(
        (key) => PARAMETERS[key].group === group && !decisive.includes(key) && isSought(key),
      ),
    })),
  ];
  return panels.filter(({ keys }) => keys.length > 0);
}

/** The questions that make a blank campaign one's own, in four steps; each answer is a number of the campaign. */
import type { Campaign } from '../../lib/model/campaign.ts';
import { CivilDate } from '../../lib/model/identity.ts';
import type { ParameterKey } from '../../lib/model/parameters.ts';
import type { UncertainNumber } from '../../lib/model/uncertain-number.ts';
import { messages } from '../../lib/messages/messages.ts';

export type AskedKey = keyof typeof messages.campaigns.guide.questions & ParameterKey;
export type StepName = keyof typeof messages.campaigns.guide.steps;

export interface GuideStep {
  name: StepName;
  keys: readonly AskedKey[];
}

/** What is asked of an employer of this kind: nobody is asked for a number that moves nothing. */
export function guideSteps(employer: Campaign['employer']): readonly GuideStep[] {
  return [
    { name: 'campaign', keys: [] },
    {
      name: 'strikers',
      keys: [
        'workers',
        'participationAtStart',
        'wagePerDay',
        'strikePayPerDay',
        'strikeFund',
        'householdBufferDays',
        'gainFromConcession',
      ],
    },
    {
      name: 'target',
      keys:
        employer === 'market'
          ? ['revenuePerDay', 'netLossShare', 'replacementMax', 'costOfConceding']
          : ['users', 'revenuePerUserDay', 'replacementMax', 'costOfConceding'],
    },
    {
      name: 'hurt',
      keys:
        employer === 'market'
          ? ['users', 'dependentShare', 'internalisation', 'blameCostPerDay']
          : ['dependentShare', 'crossingPerHardship', 'internalisation', 'blameCostPerDay'],
    },
  ];
}

export type AskedText = 'name' | 'movementName' | 'targetName' | 'firstDay';

/** What is wrong with an answer in words; null where nothing is. */
export function textProblem(campaign: Pick<Campaign, AskedText>, asked: AskedText): string | null {
  const words = messages.campaigns.guide;
  const text = campaign[asked].trim();
  if (asked === 'firstDay') {
    const year = Number(text.slice(0, 4));
    const isDay = CivilDate.safeParse(text).success && year >= 1800 && year <= 2200;
    return isDay ? null : words.wrongDay;
  }
  if (text !== '' && text.length <= 200) return null;
  return asked === 'name' ? messages.campaigns.nameEmpty : words.wrongText;
}

/** The campaign as it is made: money of the year it begins in, and what follows from two answers follows from them. */
export function finished(campaign: Campaign): Campaign {
  const { users, revenuePerUserDay, revenuePerDay } = campaign.numbers;
  const value = users.typical * revenuePerUserDay.typical;
  const taken: UncertainNumber = {
    ...revenuePerDay,
    ...{ low: value, typical: value, high: value },
    basis: { kind: 'rule', note: messages.campaigns.guide.revenueRule, address: null },
  };
  return {
    ...campaign,
    name: campaign.name.trim(),
    place: campaign.place.trim(),
    movementName: campaign.movementName.trim(),
    targetName: campaign.targetName.trim(),
    moneyYear: Number(campaign.firstDay.slice(0, 4)),
    numbers:
      campaign.employer === 'perUser'
        ? { ...campaign.numbers, revenuePerDay: taken }
        : campaign.numbers,
  };
}

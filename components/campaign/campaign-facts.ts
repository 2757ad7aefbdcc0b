/** What a campaign is called, where and when it is, and in which money: all that is neither a number nor an action. */
import type { Campaign } from '../../lib/model/campaign.ts';
import { messages } from '../../lib/messages/messages.ts';
import { textProblem } from './guide-steps.ts';

const FACTS = [
  'name',
  'place',
  'movementName',
  'targetName',
  'firstDay',
  'dayType',
  'currency',
  'moneyYear',
] as const;
export type Fact = (typeof FACTS)[number];
export type CampaignFacts = Pick<Campaign, Fact>;

/** As they stand in the boxes: the year may be anything yet. */
export type FactsDraft = Omit<CampaignFacts, 'moneyYear'> & { moneyYear: string };

export function draftOf(campaign: CampaignFacts): FactsDraft {
  const { name, place, movementName, targetName, firstDay, dayType, currency } = campaign;
  const moneyYear = String(campaign.moneyYear);
  return { name, place, movementName, targetName, firstDay, dayType, currency, moneyYear };
}

/** What is wrong, by fact, in words; empty where all can be kept. */
export function factProblems(draft: FactsDraft): Partial<Record<Fact, string>> {
  const words = messages.campaigns.facts;
  const problems: Partial<Record<Fact, string>> = {};
  for (const fact of ['name', 'movementName', 'targetName', 'firstDay'] as const) {
    const problem = textProblem(draft, fact);
    if (problem !== null) problems[fact] = problem;
  }
  if (draft.place.trim().length > 200) problems.place = words.tooLong;
  const year = draft.moneyYear.trim();
  if (!/^\d{4}$/.test(year) || Number(year) < 1800 || Number(year) > 2200) {
    problems.moneyYear = words.wrongYear;
  }
  return problems;
}

/** Only what is another now than in the campaign. */
export function changedFacts(campaign: CampaignFacts, draft: FactsDraft): Partial<CampaignFacts> {
  const meant: CampaignFacts = {
    ...draft,
    name: draft.name.trim(),
    place: draft.place.trim(),
    movementName: draft.movementName.trim(),
    targetName: draft.targetName.trim(),
    moneyYear: Number(draft.moneyYear),
  };
  return Object.fromEntries(
    FACTS.filter((fact) => meant[fact] !== campaign[fact]).map((fact) => [fact, meant[fact]]),
  );
}

import type { Campaign } from '../model/campaign.ts';
import { newId } from '../model/identity.ts';
import type { CampaignScenario } from '../model/scenario.ts';
import { assumed, between, recordsOf, within, type Entry } from './entry.ts';
import { genericEntry } from './generic.ts';

const M = 1_000_000;
const NOTE = 'A place to start, until you say otherwise';

/** Where a service that is paid for each user starts: the size of a middling school district. */
const PER_USER: Partial<Entry> = {
  employer: 'perUser',
  dayType: 'working',
  figures: {
    users: assumed(within(1.25, 20_000), `${NOTE}.`),
    revenuePerUserDay: assumed(within(1.5, 50), `${NOTE}.`),
    revenuePerDay: assumed(M, `${NOTE}: 20,000 users × 50 a day.`),
    internalisation: assumed(
      0,
      `${NOTE}: no sympathy strikes elsewhere, so nothing to answer for.`,
    ),
    replacementMax: assumed(between(0.03, 0.08, 0.2), `${NOTE}: few can stand in.`),
  },
};

/**
 * A campaign of one's own before anybody has said anything about it: every number stands at the model's default. Its
 * time line is empty. `now` is an instant.
 */
export function blankCampaign(
  employer: Campaign['employer'],
  names: { campaign: string; scenario: string },
  now: string,
): CampaignScenario {
  const entry: Entry = {
    ...genericEntry(now.slice(0, 10)),
    ...(employer === 'perUser' && PER_USER),
    name: names.campaign,
    place: '',
    summary: '',
    movementName: '',
    targetName: '',
    currency: 'EUR',
    scenarioName: names.scenario,
  };
  const { campaign, scenario } = recordsOf(entry, now, newId(), newId());
  return { campaign: { ...campaign, provenance: 'own', casebookId: null }, scenario };
}

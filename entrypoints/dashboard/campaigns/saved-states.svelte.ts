/**
 * The state of a scenario that its owner wants to be able to come back to, one for each, while the window is open; at
 * first, as it was when it was first opened in this window. It lies beside the library and not in it: a record would
 * carry a second campaign inside the first, through every backup, merge and shared file. Whoever wants a state to last
 * duplicates the scenario, which keeps it under a name.
 */
import { SvelteMap } from 'svelte/reactivity';
import { newId } from '../../../lib/model/identity.ts';
import type { CampaignScenario } from '../../../lib/model/scenario.ts';
import { isFounding } from '../../../lib/casebook/casebook.ts';
import type { Studio } from '../studio.svelte.ts';

const saved = new SvelteMap<string, CampaignScenario>();

/** A casebook entry has its own way back, to the casebook. */
export function canSaveState({ scenario }: CampaignScenario): boolean {
  return !isFounding(scenario);
}

/** What a scenario was when it was first shown here is where it goes back to until something else is saved. */
export function rememberOpened(records: CampaignScenario): void {
  if (canSaveState(records) && !saved.has(records.scenario.id)) {
    saved.set(records.scenario.id, records);
  }
}

export function saveState(records: CampaignScenario): void {
  saved.set(records.scenario.id, records);
}

/** What a scenario says, without when it was kept: that differs with every save. */
function said({ campaign, scenario }: CampaignScenario): string {
  const dates = { createdAt: '', updatedAt: '' };
  return JSON.stringify([
    { ...campaign, ...dates },
    { ...scenario, ...dates },
  ]);
}

export function isAsSaved(records: CampaignScenario): boolean {
  const state = saved.get(records.scenario.id);
  return state === undefined || said(state) === said(records);
}

/** One step, like any other; the records go on under the dates they were last kept with. */
export function resetToSaved(studio: Studio, words: string): void {
  const { current } = studio;
  const state = saved.get(current.scenario.id);
  if (!state || isAsSaved(current)) return;
  const dates = ({ createdAt, updatedAt }: CampaignScenario['campaign' | 'scenario']) => ({
    createdAt,
    updatedAt,
  });
  studio.edit(
    {
      campaign: { ...state.campaign, ...dates(current.campaign) },
      scenario: { ...state.scenario, ...dates(current.scenario) },
    },
    { id: newId(), final: true, words },
  );
}

/** What the campaigns page does to campaigns and scenarios: each is kept before it is shown, or said not to be. */
import type { CampaignFacts } from '../../../components/campaign/campaign-facts.ts';
import {
  fetchCasebookEntry,
  isCasebookId,
  openCasebookEntry,
} from '../../../lib/casebook/casebook.ts';
import { messages } from '../../../lib/messages/messages.ts';
import type { Campaign } from '../../../lib/model/campaign.ts';
import {
  copyCampaign,
  copyName,
  copyScenario,
  emptyScenario,
  freeName,
} from '../../../lib/model/copies.ts';
import { newId } from '../../../lib/model/identity.ts';
import type { Scenario } from '../../../lib/model/scenario.ts';
import type { Workspace } from '../workspace.svelte.ts';

const words = messages.campaigns;

export interface CampaignWithScenarios {
  campaign: Campaign;
  scenarios: Scenario[];
  /** A casebook entry that nobody has changed is not in the store. */
  isKept: boolean;
}

/** One's own, those from files, then the casebook's, each with its scenarios. */
export async function listAll(workspace: Workspace): Promise<CampaignWithScenarios[]> {
  const records = await workspace.allRecords();
  const now = new Date().toISOString();
  const { choices } = workspace;
  await Promise.all(choices.map(({ id }) => (isCasebookId(id) ? fetchCasebookEntry(id) : null)));
  return choices
    .map(({ id }) => {
      const own = records.filter(({ campaign }) => campaign.id === id);
      if (own.length > 0 || !isCasebookId(id)) {
        const [first] = own;
        return first
          ? {
              campaign: first.campaign,
              scenarios: own.map(({ scenario }) => scenario),
              isKept: true,
            }
          : null;
      }
      const { campaign, scenario } = openCasebookEntry(id, now);
      return { campaign, scenarios: [scenario], isKept: false };
    })
    .filter((each) => each !== null);
}

/** Keeps what is new. false: it could not be kept, and it was said. */
export async function keep(
  workspace: Workspace,
  made: { campaign: Campaign; scenarios: Scenario[] },
  say: string | null,
): Promise<boolean> {
  try {
    if (!workspace.store) throw new Error('no library');
    await workspace.settle();
    await workspace.store.putBackCampaign(made);
  } catch {
    workspace.say(words.notKept);
    return false;
  }
  if (say !== null) workspace.say(say);
  return true;
}

/** @param names what the campaigns beside it are called */
export async function duplicateCampaign(
  workspace: Workspace,
  given: CampaignWithScenarios,
  names: readonly string[],
) {
  await workspace.settle();
  const kept = await workspace.store?.listScenarios(given.campaign.id);
  const campaign = (await workspace.store?.getCampaign(given.campaign.id)) ?? given.campaign;
  const scenarios = kept?.length ? kept : given.scenarios;
  const name = copyName(campaign.name, words.copyOf, names);
  const copy = copyCampaign({ campaign, scenarios }, name, new Date().toISOString());
  await keep(workspace, copy, words.copied(name));
}

/** A new scenario beside the others; where its campaign is a casebook entry, that is kept with it. */
export async function addScenario(
  workspace: Workspace,
  { campaign, scenarios }: CampaignWithScenarios,
  from: Scenario | null,
) {
  const now = new Date().toISOString();
  const taken = scenarios.map(({ name }) => name);
  const made = from
    ? copyScenario(from, copyName(from.name, words.copyOf, taken), now)
    : emptyScenario(scenarios[0]!, freeName(words.emptyName, taken), now);
  await keep(workspace, { campaign, scenarios: [...scenarios, made] }, words.copied(made.name));
}

export const renameCampaign = (workspace: Workspace, { id }: Campaign, name: string) =>
  changeFacts(workspace, id, { name }, words.renamed(name));

/** Names, place, days and money: said when it is kept, beside its way back. */
export async function changeFacts(
  workspace: Workspace,
  id: string,
  facts: Partial<CampaignFacts>,
  said?: string,
) {
  try {
    const before = await write(workspace, id, facts);
    const was = Object.fromEntries(
      Object.keys(facts).map((fact) => [fact, before[fact as keyof CampaignFacts]]),
    );
    workspace.sayUndoable(said ?? words.facts.changed(facts.name ?? before.name), async () => {
      await write(workspace, id, was);
    });
  } catch {
    workspace.say(words.notKept);
  }
}

/** On the page's own campaign it is a step that can be undone there, too; elsewhere it is written where it lies. */
async function write(
  workspace: Workspace,
  id: string,
  facts: Partial<CampaignFacts>,
): Promise<Campaign> {
  const { studio, store } = workspace;
  if (studio?.campaign.id === id) {
    const before = studio.campaign;
    const name = facts.name ?? before.name;
    const step = { id: newId(), final: true, words: words.facts.changed(name) };
    studio.edit({ ...studio.current, campaign: { ...before, ...facts } }, step);
    await workspace.settle();
    if (studio.saveState !== 'saved') throw new Error('not kept');
    return before;
  }
  const before = await store?.getCampaign(id);
  const saved = before && (await store?.saveCampaign({ ...before, ...facts }));
  if (!before || !saved?.ok) throw new Error('not kept');
  return before;
}

/** On the page's own scenario a new name is a step that can be undone; elsewhere it is written where it lies. */
export async function renameScenario(
  workspace: Workspace,
  { campaign, isKept }: CampaignWithScenarios,
  scenario: Scenario,
  name: string,
) {
  const { studio, store } = workspace;
  if (studio?.scenario.id === scenario.id) {
    const step = { id: newId(), final: true, words: words.renamed(name) };
    studio.edit({ ...studio.current, scenario: { ...studio.scenario, name } }, step);
    return workspace.settle();
  }
  const saved = isKept
    ? await store?.saveScenario({ ...scenario, name })
    : await store?.saveCampaignScenario({ campaign, scenario: { ...scenario, name } });
  workspace.say(saved?.ok ? words.renamed(name) : words.notKept);
}

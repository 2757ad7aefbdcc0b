/** The dashboard's one state, over the real library in memory and real workers on threads. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  addScenario,
  duplicateCampaign,
  listAll,
  renameCampaign,
} from '../../entrypoints/dashboard/campaigns/campaign-deeds.ts';
import {
  isAsSaved,
  resetToSaved,
  saveState,
} from '../../entrypoints/dashboard/campaigns/saved-states.svelte.ts';
import { Workspace, readRoute } from '../../entrypoints/dashboard/workspace.svelte.ts';
import { readSnapshot } from '../../lib/snapshot/read.ts';
import type { Snapshot } from '../../lib/snapshot/format.ts';
import { newLibrary } from '../store/opening.ts';
import { ThreadWorker } from '../worker/thread-worker.ts';

/** The browser around it: an address, and workers. */
function browser() {
  const threads: ThreadWorker[] = [];
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal(
    'Worker',
    class extends ThreadWorker {
      constructor() {
        super();
        threads.push(this);
      }
    },
  );
  onTestFinished(async () => {
    vi.unstubAllGlobals();
    await Promise.all(threads.map(({ thread }) => thread.terminate()));
  });
}

async function begun() {
  browser();
  const workspace = new Workspace(newLibrary().platform);
  await workspace.begin();
  onTestFinished(async () => {
    await workspace.studio?.flush();
    workspace.client.dispose();
    // The library stays open: it is counted a little after it was opened.
    for (const { id } of await workspace.store!.listCampaigns())
      await workspace.store!.deleteCampaign(id);
  });
  return workspace;
}

function file(): Snapshot {
  const text = readFileSync(
    new URL('../fixtures/snapshots/posti-2019-v1.json', import.meta.url),
    'utf8',
  );
  const read = readSnapshot(text);
  if (!read.ok) throw new Error(read.reason);
  return read.snapshot;
}

const follow = (workspace: Workspace) => workspace.goTo(readRoute(location.hash));
const full = (workspace: Workspace) =>
  vi.waitFor(() => expect(workspace.studio?.isFull).toBe(true), 20_000);

function renamed(workspace: Workspace, name: string) {
  const { studio } = workspace;
  const { campaign, scenario } = studio!.current;
  studio!.edit(
    { campaign: { ...campaign, name }, scenario },
    { id: `name ${name}`, final: true, words: 'renamed' },
  );
}

function costing(workspace: Workspace, cost: number) {
  const { campaign, scenario } = workspace.studio!.current;
  const costOfConceding = {
    ...campaign.numbers.costOfConceding,
    low: cost,
    typical: cost,
    high: cost,
  };
  workspace.studio!.edit(
    { campaign: { ...campaign, numbers: { ...campaign.numbers, costOfConceding } }, scenario },
    { id: `cost ${cost}`, final: true, words: 'cost' },
  );
}

test('a file is said to be reproduced while it stands as it came, and nothing is said once it does not', async () => {
  const workspace = await begun();
  expect(await workspace.adopt(file())).toBe(true);
  await follow(workspace);
  await full(workspace);
  expect(workspace.reproduction).toEqual({ kind: 'exact' });

  const { hash } = location;
  workspace.studio!.setFutures(200);
  await full(workspace);
  expect(workspace.reproduction).toBeNull();
  workspace.studio!.setFutures(1000);
  await full(workspace);
  expect(workspace.reproduction).toEqual({ kind: 'exact' });

  costing(workspace, 2e7);
  await full(workspace);
  expect(workspace.reproduction).toBeNull();

  // Gone and come back: the page has moved on from the file all the same.
  location.hash = '#/what-if/generic';
  await follow(workspace);
  location.hash = hash;
  await follow(workspace);
  await full(workspace);
  expect(workspace.studio!.undoWords).toBeNull();
  expect(workspace.reproduction).toBeNull();
});

test('a campaign deleted on another page can be kept or let go', async () => {
  const workspace = await begun();
  await workspace.adopt(file());
  await follow(workspace);
  const { id } = workspace.studio!.campaign;
  await workspace.store!.deleteCampaign(id);
  renamed(workspace, 'Mine');
  await workspace.studio!.flush();
  expect(workspace.studio!.saveState).toBe('changedElsewhere');

  await workspace.studio!.saveOver();
  expect(workspace.studio!.saveState).toBe('saved');
  expect((await workspace.store!.getCampaign(id))?.name).toBe('Mine');

  await workspace.store!.deleteCampaign(id);
  renamed(workspace, 'Mine again');
  await workspace.studio!.flush();
  await workspace.takeTheirs();
  expect(workspace.studio?.campaign.id).not.toBe(id);
  expect(await workspace.store!.getCampaign(id)).toBeNull();
});

test('edits and saves in quick turn never bring an older record back onto the page', async () => {
  const workspace = await begun();
  await workspace.adopt(file());
  await follow(workspace);
  for (let i = 0; i < 40; i++) {
    if (i % 2 === 0) renamed(workspace, `Name ${i}`);
    else costing(workspace, (i + 1) * 1e6);
    if (i % 3 !== 0) void workspace.studio!.flush();
    await new Promise((resolve) => setTimeout(resolve, i % 5));
    expect(workspace.studio!.undoWords).not.toBeNull();
  }
  await workspace.studio!.flush();
  expect(workspace.studio!.saveState).toBe('saved');
  expect(workspace.studio!.campaign.name).toBe('Name 38');
  const kept = await workspace.store!.getCampaign(workspace.studio!.campaign.id);
  expect(kept?.name).toBe('Name 38');
  expect(kept?.numbers.costOfConceding.typical).toBe(40e6);
});

const stored = (workspace: Workspace, id: string) => workspace.store!.listScenarios(id);

test('a casebook entry keeps its founding scenario beside another one, each under an address of its own', async () => {
  const workspace = await begun();
  location.hash = '#/what-if/generic';
  await follow(workspace);
  const { campaign, scenario } = workspace.studio!.current;
  const [entry] = (await listAll(workspace)).filter((each) => each.campaign.id === 'generic');
  expect(entry!.isKept).toBe(false);
  await addScenario(workspace, entry!, null);
  const scenarios = await stored(workspace, 'generic');
  expect(scenarios.map(({ id }) => id)).toContain(scenario.id);
  const made = scenarios.find(({ id }) => id !== scenario.id)!;
  location.hash = Workspace.addressOf({ campaign, scenario: made });
  await follow(workspace);
  expect(workspace.studio!.scenario.id).toBe(made.id);
  location.hash = Workspace.addressOf({ campaign, scenario });
  await follow(workspace);
  expect(workspace.studio!.scenario.id).toBe(scenario.id);
});

test('the studio’s baseline follows the pinned scenario: changed, deleted, put back, another pinned', async () => {
  const workspace = await begun();
  await workspace.adopt(file());
  await follow(workspace);
  const { campaign, scenario } = workspace.studio!.current;
  const both = { campaign, scenarios: [scenario], isKept: true };
  await addScenario(workspace, both, null);
  const pinned = (await stored(workspace, campaign.id)).find(({ id }) => id !== scenario.id)!;
  workspace.studio!.edit(
    { campaign, scenario: { ...scenario, baselineId: pinned.id } },
    { id: 'pin', final: true, words: 'pin' },
  );
  await workspace.settle();
  await vi.waitFor(() => expect(workspace.studio!.baseline?.id).toBe(pinned.id));

  const key = workspace.studio!.resultKey;
  await workspace.store!.saveScenario({ ...pinned, fixedLengthDays: 5 });
  await vi.waitFor(() => expect(workspace.studio!.baseline?.fixedLengthDays).toBe(5));
  expect(workspace.studio!.resultKey).not.toBe(key);

  await workspace.deleteScenario(pinned.id);
  await vi.waitFor(() => expect(workspace.studio!.baseline).toBeNull());
  workspace.undoNotice();
  await vi.waitFor(() => expect(workspace.studio!.baseline?.id).toBe(pinned.id));

  workspace.studio!.undo();
  await workspace.settle();
  await vi.waitFor(() => expect(workspace.studio!.baseline).toBeNull());
});

test('a campaign is duplicated with its scenarios, renamed, deleted and put back; the last scenario stays', async () => {
  const workspace = await begun();
  await workspace.adopt(file());
  await follow(workspace);
  await full(workspace);
  location.hash = '#/campaigns';
  await follow(workspace);
  const before = (await listAll(workspace)).find(
    ({ campaign }) => campaign.id === workspace.studio!.campaign.id,
  )!;
  const own = async () => (await workspace.store!.listCampaigns()).map(({ name }) => name);
  const { name } = before.campaign;

  await duplicateCampaign(workspace, before, [name]);
  expect((await own()).toSorted()).toEqual([name, `${name}, copy`]);
  await renameCampaign(workspace, before.campaign, 'Ours');
  expect(await own()).toContain('Ours');

  await workspace.deleteScenario(before.scenarios[0]!.id);
  expect(await stored(workspace, before.campaign.id)).toHaveLength(1);

  await workspace.deleteCampaign(before.campaign.id);
  expect(await own()).toEqual([`${name}, copy`]);
  expect(workspace.studio).toBeNull();
  workspace.undoNotice();
  await vi.waitFor(async () => expect(await own()).toContain('Ours'));
  expect(await stored(workspace, before.campaign.id)).toHaveLength(1);
});

test('an own scenario goes back to its saved state in one step; before one is saved, to how it was opened', async () => {
  const workspace = await begun();
  await workspace.adopt(file());
  await follow(workspace);
  const studio = workspace.studio!;
  const cost = () => studio.campaign.numbers.costOfConceding.typical;
  const opened = cost();
  costing(workspace, 2e7);
  await workspace.settle();
  resetToSaved(studio, 'back');
  expect(cost()).toBe(opened);
  studio.undo();
  expect(cost()).toBe(2e7);
  saveState(studio.current);
  costing(workspace, 3e7);
  await workspace.settle();

  // Away and back in the same window.
  const { hash } = location;
  location.hash = '#/what-if/generic';
  await follow(workspace);
  location.hash = hash;
  await follow(workspace);
  expect(isAsSaved(workspace.studio!.current)).toBe(false);
  resetToSaved(workspace.studio!, 'back');
  expect(workspace.studio!.campaign.numbers.costOfConceding.typical).toBe(2e7);
  await workspace.settle();
  expect(workspace.studio!.saveState).toBe('saved');
  expect(isAsSaved(workspace.studio!.current)).toBe(true);
});

test('another scenario of a casebook campaign never goes back to being the founding one', async () => {
  const workspace = await begun();
  location.hash = '#/what-if/posti-2019';
  await follow(workspace);
  const { campaign, scenario } = workspace.studio!.current;
  await addScenario(workspace, { campaign, scenarios: [scenario], isKept: false }, null);
  const made = (await stored(workspace, campaign.id)).find(({ id }) => id !== scenario.id)!;
  location.hash = Workspace.addressOf({ campaign, scenario: made });
  await follow(workspace);
  costing(workspace, 3e7);
  workspace.studio!.reset('back');
  expect(workspace.studio!.scenario.id).toBe(made.id);
  expect(workspace.studio!.scenario.actions).toEqual([]);
  expect(workspace.studio!.isAsOriginal).toBe(true);
});

test('a case is fetched when it is opened, and stands among the campaigns once something was made of it', async () => {
  const workspace = await begun();
  const isListed = () => workspace.choices.some(({ id }) => id === 'pullman-1894');
  location.hash = '#/what-if/pullman-1894';
  await follow(workspace);
  expect(workspace.studio!.campaign.name).toBe('Pullman 1894');
  expect(workspace.studio!.isAsOriginal).toBe(true);
  expect(isListed()).toBe(false);
  costing(workspace, 3e5);
  await workspace.settle();
  await vi.waitFor(() => expect(isListed()).toBe(true));
  workspace.studio!.reset('back');
  expect(workspace.studio!.isAsOriginal).toBe(true);
});

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Campaign } from '../../lib/model/campaign.ts';
import type { Scenario } from '../../lib/model/scenario.ts';
import type { Store } from '../../lib/store/database.ts';
import { meddle, newLibrary } from './opening.ts';
import { makeCampaign, makeReading, makeScenario } from './records-for-tests.ts';

let library: ReturnType<typeof newLibrary>;
let store: Store;
beforeEach(async () => {
  library = newLibrary();
  store = await library.open();
});
afterEach(() => library.closeAll());

/** A campaign whose strike fund rests on these readings of clips. */
function restingOn(id: string, ...clipIds: string[]): Campaign {
  const campaign = makeCampaign(id);
  campaign.numbers.strikeFund.readings = clipIds.map((clipId) =>
    makeReading(`${id}-${clipId}`, clipId),
  );
  return campaign;
}

describe('a campaign with its scenario', () => {
  test('is saved whole: a scenario that is refused keeps its campaign out', async () => {
    const campaign = makeCampaign('c');
    const scenario = makeScenario('s', 'c');
    expect((await store.saveCampaignScenario({ campaign, scenario })).ok).toBe(true);
    const other = await library.open();
    await other.saveScenario({ ...scenario, name: 'theirs' });

    const mine = {
      campaign: { ...campaign, name: 'mine' },
      scenario: { ...scenario, name: 'mine' },
    };
    expect(await store.saveCampaignScenario(mine)).toEqual({
      ok: false,
      reason: 'changedElsewhere',
    });
    expect((await store.getCampaign('c'))?.name).toBe('Campaign c');
    expect((await store.getScenario('s'))?.name).toBe('theirs');
  });

  test('is not saved at all where the scenario is no scenario', async () => {
    const scenario = { ...makeScenario('s', 'c'), horizonDays: -1 };
    const campaign = makeCampaign('c');
    await expect(store.saveCampaignScenario({ campaign, scenario })).rejects.toThrow();
    expect(await store.listCampaigns()).toEqual([]);
    expect(library.memory.sentinel?.campaigns).toBe(0);
  });

  test('leaves the campaign’s updatedAt alone where only the scenario changed', async () => {
    const campaign = makeCampaign('c');
    const scenario = makeScenario('s', 'c');
    await store.saveCampaignScenario({ campaign, scenario });
    const saved = await store.saveCampaignScenario({
      campaign,
      scenario: { ...scenario, horizonDays: 90 },
    });
    expect(saved.ok && saved.campaign.updatedAt).toBe(campaign.updatedAt);
    expect(saved.ok && saved.scenario.updatedAt).not.toBe(scenario.updatedAt);
  });

  test('of an import overwrites nothing where it says it is new', async () => {
    await store.saveCampaign(makeCampaign('c'));
    const campaign = makeCampaign('c', { name: 'from a file' });
    const scenario = makeScenario('s', 'c');
    const asNew = { campaign: null, scenario: null };
    expect((await store.saveCampaignScenario({ campaign, scenario }, asNew)).ok).toBe(false);
    expect((await store.getCampaign('c'))?.name).toBe('Campaign c');
    expect(await store.getScenario('s')).toBeNull();
  });
});

describe('saving a campaign', () => {
  test('goes on from what came back', async () => {
    await store.saveCampaign(makeCampaign('c'));
    let campaign = (await store.getCampaign('c'))!;
    for (const name of ['one', 'two', 'three']) {
      const saved = await store.saveCampaign({ ...campaign, name });
      if (!saved.ok) throw new Error(saved.reason);
      campaign = saved.campaign;
    }
    expect(await store.getCampaign('c')).toEqual(campaign);
    expect(campaign.name).toBe('three');
  });

  test('that was deleted in another page does not bring it back', async () => {
    const campaign = makeCampaign('c');
    await store.saveCampaignScenario({ campaign, scenario: makeScenario('s', 'c') });
    const other = await library.open();
    await other.deleteCampaign('c');
    const edited = { ...campaign, name: 'x' };
    expect(await store.saveCampaign(edited, campaign.updatedAt)).toEqual({
      ok: false,
      reason: 'missing',
    });
    expect(await store.saveScenario(makeScenario('s', 'c'))).toEqual({
      ok: false,
      reason: 'missing',
    });
  });

  test('puts it first in the list', async () => {
    await store.saveCampaign(makeCampaign('a'));
    await store.saveCampaign(makeCampaign('b', { updatedAt: '2026-11-01T00:00:01Z' }));
    expect((await store.listCampaigns()).map(({ id }) => id)).toEqual(['b', 'a']);
    await store.saveCampaign(makeCampaign('a', { name: 'again' }));
    expect((await store.listCampaigns()).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('deleting a campaign', () => {
  test('takes its scenarios and no others, and undo puts back exactly that', async () => {
    for (const id of ['c', 'd']) await store.saveCampaign(makeCampaign(id));
    await store.saveScenario(makeScenario('s1', 'c'));
    await store.saveScenario({ ...makeScenario('s2', 'c'), createdAt: '2026-11-02T00:00:00Z' });
    await store.saveScenario(makeScenario('other', 'd'));
    const before = [await store.getCampaign('c'), await store.listScenarios('c')];

    const deleted = await store.deleteCampaign('c');
    expect(await store.getCampaign('c')).toBeNull();
    expect(await store.listScenarios('c')).toEqual([]);
    expect(await store.listScenarios('d')).toHaveLength(1);
    expect(library.memory.sentinel?.campaigns).toBe(1);

    if (!deleted.ok) throw new Error(deleted.reason);
    await store.putBackCampaign(deleted);
    expect([await store.getCampaign('c'), await store.listScenarios('c')]).toEqual(before);
    expect(library.memory.sentinel?.campaigns).toBe(2);
  });

  test('is refused where a scenario of it was written by a newer program', async () => {
    await store.saveCampaign(makeCampaign('c'));
    const record = { ...makeScenario('s', 'c'), recordVersion: 7 };
    await meddle(library.name, 'scenarios', (rows) => rows.put({ id: 's', rank: 0, record }));
    expect(await store.deleteCampaign('c')).toEqual({ ok: false, reason: 'unreadable' });
    expect(await store.getCampaign('c')).not.toBeNull();
  });
});

describe('the readings of a clip', () => {
  async function fill(): Promise<{ campaign: Campaign; scenario: Scenario }> {
    const campaign = restingOn('c', 'clip-1', 'clip-2');
    const scenario = makeScenario('s', 'c', [makeReading('r', 'clip-1')]);
    await store.saveCampaignScenario({ campaign, scenario });
    await store.saveCampaign(restingOn('d', 'clip-2'));
    return { campaign, scenario };
  }

  test('are named by the numbers that rest on them', async () => {
    await fill();
    const uses = await store.readingsOfClip('clip-1');
    expect(uses.map((use) => [use.place.kind, use.place.key, use.campaignName])).toEqual([
      ['campaign', 'strikeFund', 'Campaign c'],
      ['action', 'share', 'Campaign c'],
    ]);
    expect(uses[1]).toMatchObject({ scenarioName: 'Scenario s', actionName: 'Boycott' });
    expect(await store.readingsOfClip('clip-3')).toEqual([]);
  });

  test('go from every number at once, and undo puts each back where it was', async () => {
    const { campaign, scenario } = await fill();
    const removed = await store.removeReadingsOfClip('clip-1');
    expect(removed.readings).toHaveLength(2);
    expect(await store.readingsOfClip('clip-1')).toEqual([]);
    expect(await store.readingsOfClip('clip-2')).toHaveLength(2);

    await store.putBackReadings(removed);
    await store.putBackReadings(removed);
    const ids = (readings: { id: string }[] = []) => readings.map(({ id }) => id).sort();
    const after = await store.getCampaign('c');
    expect(ids(after?.numbers.strikeFund.readings)).toEqual(
      ids(campaign.numbers.strikeFund.readings),
    );
    const actions = (await store.getScenario('s'))?.actions;
    expect(actions).toEqual(scenario.actions);
  });

  test('that are taken away are noticed by a page with the old numbers', async () => {
    const { campaign } = await fill();
    await (await library.open()).removeReadingsOfClip('clip-1');
    expect(await store.saveCampaign({ ...campaign, name: 'stale' })).toEqual({
      ok: false,
      reason: 'changedElsewhere',
    });
  });

  test('leave campaigns without them untouched', async () => {
    await fill();
    const before = await store.getCampaign('d');
    await store.removeReadingsOfClip('clip-1');
    expect(await store.getCampaign('d')).toEqual(before);
  });
});

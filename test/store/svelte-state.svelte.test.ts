// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { locks } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { newLibrary } from './opening.ts';
import { makeCampaign, makeClip, makeReading, makeScenario } from './records-for-tests.ts';

// Only with a DOM does Vitest compile $state to the proxies that browsers get; jsdom has no Web Locks, Node has.
Object.defineProperty(navigator, 'locks', { value: locks });

test('the state of a page can be saved as it is, though IndexedDB cannot clone it', async () => {
  const library = newLibrary();
  const store = await library.open();
  const clip = $state(makeClip('a', { tags: ['food'] }));
  clip.quotes.push({ id: 'q1', exact: 'grounded', prefix: '', suffix: '' });
  expect(() => structuredClone(clip)).toThrow();
  await store.saveClip(clip);
  expect((await store.getClip('a'))?.quotes).toHaveLength(1);

  const edit = $state({ tags: ['food', 'schools'] });
  expect(await store.updateClip('a', edit)).toMatchObject({ ok: true });

  const studio = $state({
    campaign: makeCampaign('c'),
    scenario: makeScenario('s', 'c', [makeReading('r', 'a')]),
  });
  expect(await store.saveCampaignScenario(studio)).toMatchObject({ ok: true });
  const removed = $state(await store.removeReadingsOfClip('a'));
  await store.putBackReadings(removed);
  expect((await store.getScenario('s'))?.actions).toEqual($state.snapshot(studio.scenario.actions));

  const deleted = $state({ campaign: studio.campaign, scenarios: [studio.scenario] });
  await store.deleteCampaign('c');
  await store.putBackCampaign(deleted);
  expect(await store.getCampaign('c')).not.toBeNull();

  const trashed = $state(await store.trashClips(['a']));
  expect(await store.restoreClips(trashed)).toEqual(['a']);
  library.closeAll();
});

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readKnownLabels, type KnownLabels } from '../../entrypoints/clipping/known-labels.ts';
import { noteLastCampaign, readLastCampaign } from '../../entrypoints/clipping/last-campaign.ts';
import type { Store } from '../../lib/store/database.ts';
import { newLibrary } from '../store/opening.ts';
import { makeClip } from '../store/records-for-tests.ts';

let library: ReturnType<typeof newLibrary>;
let store: Store;
beforeEach(async () => {
  library = newLibrary();
  store = await library.open();
});
afterEach(() => library.closeAll());

const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString();
/** Clip 0 is the oldest. */
const clips = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    makeClip(`clip-${number}`, {
      clippedAt: day(number),
      tags: [`tag ${number}`, 'all'],
      places: number === 0 ? ['Vantaa'] : [],
    }),
  );

async function tell(now?: number): Promise<KnownLabels[]> {
  const told: KnownLabels[] = [];
  await readKnownLabels(store, (labels) => told.push(labels), now);
  return told;
}

it('tells the newest at once and the tags of every clip in the end, each once', async () => {
  await store.saveClips(clips(650));
  const told = await tell();
  expect(told[0]!.tags.slice(0, 2)).toEqual(['tag 649', 'all']);
  expect(told[0]!.tags).not.toContain('tag 0');
  expect(told.at(-1)!.tags).toHaveLength(651);
  expect(told.at(-1)!.places).toEqual(['Vantaa']);
});

it('reads the whole library once, and again when it has grown or a day has passed', async () => {
  await store.saveClips(clips(450));
  const now = Date.UTC(2027, 0, 1);
  expect(await tell(now)).toHaveLength(2);
  const again = await tell(now + 1000);
  expect(again).toHaveLength(1);
  expect(again[0]!.tags).toContain('tag 0');
  expect(await tell(now + 2 * 86_400_000)).toHaveLength(2);
  await store.saveClip(makeClip('another', { clippedAt: day(999), tags: ['fresh'] }));
  expect((await tell(now + 2 * 86_400_000 + 1))[0]!.tags[0]).toBe('fresh');
});

it('forgets a tag that no clip has any more', async () => {
  await store.saveClips(clips(3));
  await tell(Date.UTC(2027, 0, 1));
  await store.updateClip('clip-0', { tags: [] });
  const told = await tell(Date.UTC(2027, 0, 3));
  expect(told.at(-1)!.tags).not.toContain('tag 0');
});

it('goes on without what was remembered in another shape', async () => {
  await store.saveClips(clips(2));
  await store.writeSetting('knownLabels', { tags: 'not a list' });
  expect((await tell()).at(-1)!.tags).toEqual(['tag 1', 'all', 'tag 0']);
});

it('remembers the last campaign, and that there was none', async () => {
  expect(await readLastCampaign(store)).toEqual([]);
  await noteLastCampaign(store, ['posti-2019']);
  expect(await readLastCampaign(store)).toEqual(['posti-2019']);
  await noteLastCampaign(store, []);
  expect(await readLastCampaign(store)).toEqual([]);
});

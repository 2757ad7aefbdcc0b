// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { locks } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { typeField } from '../../components/clips/clip-draft.ts';
import { LibraryState } from '../../entrypoints/dashboard/library-state.svelte.ts';
import { newLibrary } from '../store/opening.ts';
import { makeCampaign, makeClip, makeReading, makeScenario } from '../store/records-for-tests.ts';

// jsdom has no Web Locks, Node has.
Object.defineProperty(navigator, 'locks', { value: locks });

async function opened(...ids: string[]) {
  const kept = newLibrary();
  const store = await kept.open();
  for (const id of ids) await store.saveClip(makeClip(id));
  const library = new LibraryState(kept.platform, store);
  await library.begin();
  onTestFinished(() => {
    library.dispose();
    kept.closeAll();
  });
  return { kept, store, library };
}

test('a form saved over somebody else’s change is refused, and both are there to see', async () => {
  const { store, library } = await opened('a');
  await library.open('a');
  await library.beginEdit();
  library.type(typeField(library.editing!.draft, 'note', 'mine'));
  await store.updateClip('a', { note: 'theirs' });

  expect(await library.save()).toBeNull();
  expect(library.theirs?.note).toBe('theirs');
  expect(library.editing?.draft.note).toBe('mine');
  expect((await store.getClip('a'))?.note).toBe('theirs');

  expect(await library.saveOverTheirs()).toBe('a');
  expect((await store.getClip('a'))?.note).toBe('mine');
});

test('a form that was left is still there when it is opened again; a saved one is not', async () => {
  const { library } = await opened('a', 'b');
  await library.open('a');
  await library.beginEdit();
  library.type(typeField(library.editing!.draft, 'note', 'half a thou'));
  await library.open('b');
  await library.open('a');
  await library.beginEdit();
  expect(library.editing).toMatchObject({ isRestored: true, draft: { note: 'half a thou' } });
  expect(await library.save()).toBe('a');
  await library.beginEdit();
  expect(library.editing?.isRestored).toBe(false);
});

test('what is not right is said, and nothing is saved', async () => {
  const { store, library } = await opened('a');
  await library.open('a');
  await library.beginEdit();
  library.type(typeField(library.editing!.draft, 'publishedAt', 'some day'));
  expect(await library.save()).toBeNull();
  expect(library.problems).toEqual({ publishedAt: 'notADate' });
  expect((await store.getClip('a'))?.publishedAt).not.toBe('some day');
});

test('a clip made by hand is saved once, however often one asks', async () => {
  const { store, library } = await opened();
  await library.beginByHand();
  library.type(typeField(library.editing!.draft, 'title', 'From a leaflet'));
  const saves = await Promise.all([library.save(), library.save()]);
  expect(saves.filter(Boolean)).toHaveLength(1);
  expect(await store.countClips()).toBe(1);
});

test('a clip thrown away takes its evidence along, and undo brings both back', async () => {
  const { store, library } = await opened('a');
  await store.saveCampaign(makeCampaign('c'));
  await store.saveScenario(makeScenario('s', 'c', [makeReading('r', 'a')]));
  expect(await store.readingsOfClip('a')).not.toHaveLength(0);

  await library.trash((await store.getClip('a'))!);
  expect(await store.readingsOfClip('a')).toHaveLength(0);
  await library.refresh();
  expect(library.clips).toHaveLength(0);

  await library.undo();
  expect(await store.readingsOfClip('a')).not.toHaveLength(0);
  await vi.waitFor(() => expect(library.clips).toHaveLength(1));
});

test('a passage is kept once, and what another window added stays', async () => {
  const { store, library } = await opened('a');
  const before = (await store.getClip('a'))!.quotes.length;
  const passage = { exact: 'ferries stood still', prefix: 'all ', suffix: '.' };
  await store.updateClip('a', { tags: ['from elsewhere'] });
  const kept = await library.keepQuote('a', passage);
  const again = await library.keepQuote('a', passage);
  expect(again?.quote.id).toBe(kept?.quote.id);
  const clip = (await store.getClip('a'))!;
  expect(clip.quotes).toHaveLength(before + 1);
  expect(clip.tags).toEqual(['from elsewhere']);
});

test('the list follows what another window saves', async () => {
  const { kept, library } = await opened('a');
  const other = await kept.open();
  await other.saveClip(makeClip('b'));
  await vi.waitFor(() => expect(library.clips).toHaveLength(2));
});

test('a search takes every word, without regard to case and accents', async () => {
  const { store, library } = await opened('a');
  await store.saveClip(makeClip('b', { title: 'Ferries to Åland', tags: ['Ports'] }));
  await library.refresh();
  await library.search('aland ports');
  expect(library.shown.map(({ id }) => id)).toEqual(['b']);
});

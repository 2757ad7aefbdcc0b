// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { locks } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { typeField } from '../../components/clips/clip-draft.ts';
import { LibraryState } from '../../entrypoints/dashboard/library-state.svelte.ts';
import { EVERYTHING, NO_FILTERS } from '../../lib/model/clip-query.ts';
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
  library.form.type(typeField(library.form.editing!.draft, 'note', 'mine'));
  await store.updateClip('a', { note: 'theirs' });

  expect(await library.save()).toBeNull();
  expect(library.form.theirs?.note).toBe('theirs');
  expect(library.form.editing?.draft.note).toBe('mine');
  expect((await store.getClip('a'))?.note).toBe('theirs');

  expect(await library.saveOverTheirs()).toBe('a');
  expect((await store.getClip('a'))?.note).toBe('mine');
});

test('a form that was left is still there when it is opened again; a saved one is not', async () => {
  const { library } = await opened('a', 'b');
  await library.open('a');
  await library.beginEdit();
  library.form.type(typeField(library.form.editing!.draft, 'note', 'half a thou'));
  await library.open('b');
  await library.open('a');
  await library.beginEdit();
  expect(library.form.editing).toMatchObject({ isRestored: true, draft: { note: 'half a thou' } });
  expect(await library.save()).toBe('a');
  await library.beginEdit();
  expect(library.form.editing?.isRestored).toBe(false);
});

test('what is not right is said, and nothing is saved', async () => {
  const { store, library } = await opened('a');
  await library.open('a');
  await library.beginEdit();
  library.form.type(typeField(library.form.editing!.draft, 'publishedAt', 'some day'));
  expect(await library.save()).toBeNull();
  expect(library.form.problems).toEqual({ publishedAt: 'notADate' });
  expect((await store.getClip('a'))?.publishedAt).not.toBe('some day');
});

test('a clip made by hand is saved once, however often one asks', async () => {
  const { store, library } = await opened();
  await library.beginByHand();
  library.form.type(typeField(library.form.editing!.draft, 'title', 'From a leaflet'));
  const saves = await Promise.all([library.save(), library.save()]);
  expect(saves.filter(Boolean)).toHaveLength(1);
  expect(await store.countClips()).toBe(1);
});

test('a clip thrown away takes its evidence along, and undo brings both back', async () => {
  const { store, library } = await opened('a');
  await store.saveCampaign(makeCampaign('c'));
  await store.saveScenario(makeScenario('s', 'c', [makeReading('r', 'a')]));
  expect(await store.readingsOfClip('a')).not.toHaveLength(0);

  await library.trash([(await store.getClip('a'))!]);
  expect(await store.readingsOfClip('a')).toHaveLength(0);
  await library.refresh();
  expect(library.query.total).toBe(0);

  await library.undo();
  expect(await store.readingsOfClip('a')).not.toHaveLength(0);
  await vi.waitFor(() => expect(library.query.total).toBe(1));
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
  await vi.waitFor(() => expect(library.query.total).toBe(2));
});

test('a search takes every word, without regard to case and accents', async () => {
  const { store, library } = await opened('a');
  await store.saveClip(makeClip('b', { title: 'Ferries to Åland', tags: ['Ports'] }));
  await library.refresh();
  await library.ask({ words: 'aland ports' });
  expect(library.query.loaded.map(({ id }) => id)).toEqual(['b']);
});

/** What the clip says, when it was saved aside. */
async function said(store: Awaited<ReturnType<typeof opened>>['store'], id: string) {
  return { ...(await store.getClip(id)), updatedAt: '' };
}

test('without an index a long library is listed to its end, in order, page by page', async () => {
  const { store, library } = await opened();
  const clips = Array.from({ length: 1234 }, (_, at) =>
    makeClip(`c${at}`, { clippedAt: new Date(Date.UTC(2020, 0, 1) + at * 60_000).toISOString() }),
  );
  await store.saveClips(clips);
  await library.refresh();
  expect(library.query.total).toBe(1234);
  expect(library.query.entryAt(0)?.id).toBe('c1233');
  expect(library.query.entryAt(1233)).toBeUndefined();
  await library.query.need(1220, 1233);
  expect(library.query.entryAt(1233)?.id).toBe('c0');
  expect(await library.query.findIds()).toEqual(clips.map(({ id }) => id).reverse());
});

test('without an index filters and dates still choose', async () => {
  const { store, library } = await opened('a');
  await store.saveClip(makeClip('b', { reports: ['boycott'], publishedAt: '2023-11' }));
  await store.saveClip(makeClip('c', { reports: ['boycott'], publishedAt: '2019-02-21' }));
  const ids = () => library.query.loaded.map(({ id }) => id).sort();
  await library.ask({ filters: { ...NO_FILTERS, kinds: ['boycott'] } });
  expect(ids()).toEqual(['b', 'c']);
  await library.ask({ from: '2020-01-01' });
  expect(ids()).toEqual(['b']);
  await library.ask({ filters: { ...NO_FILTERS, kinds: [''] }, from: null });
  expect(ids()).toEqual(['a']);
});

test('chosen clips get a tag in one go, and undo gives each back what it had', async () => {
  const { store, library } = await opened('a', 'b');
  await store.updateClip('b', { tags: ['Ferries'] });
  const before = [await said(store, 'a'), await said(store, 'b')];
  library.selection.set(['a', 'b']);
  await library.changeSelected({ field: 'tags', value: 'ferries', isAdded: true });
  expect((await store.getClip('a'))?.tags).toEqual(['ferries']);
  // It had the tag already, written otherwise.
  expect((await store.getClip('b'))?.tags).toEqual(['Ferries']);
  expect(library.deed).toMatchObject({ kind: 'changed', count: 1, of: 2 });
  await library.undo();
  expect([await said(store, 'a'), await said(store, 'b')]).toEqual(before);
});

test('undo of a tag leaves alone what was tagged since', async () => {
  const { store, library } = await opened('a');
  library.selection.set(['a']);
  await library.changeSelected({ field: 'tags', value: 'ferries', isAdded: true });
  await store.updateClip('a', ({ tags }) => ({ tags: [...tags, 'later'] }));
  await library.undo();
  expect((await store.getClip('a'))?.tags).toEqual(['later']);
});

test('everything done in a row can be taken back in a row', async () => {
  const { store, library } = await opened('a', 'b');
  const before = [await said(store, 'a'), await said(store, 'b')];
  await library.open('a');
  await library.beginEdit();
  library.form.type(typeField(library.form.editing!.draft, 'note', 'asked the union'));
  await library.save();
  await library.keepQuote('a', { exact: 'grounded', prefix: '', suffix: '' });
  library.selection.set(['a', 'b']);
  await library.changeSelected({ field: 'reports', value: 'boycott', isAdded: true });
  await library.changeSelected({ field: 'places', value: 'Åland', isAdded: true });
  await library.trashSelected();
  await library.saveView('Åland');
  expect(await store.countClips()).toBe(0);
  expect(library.undos.size).toBe(6);
  while (library.undos.last) await library.undo();
  expect([await said(store, 'a'), await said(store, 'b')]).toEqual(before);
  expect(await store.listViews()).toEqual([]);
});

test('an edit that somebody worked on since is not taken back over their work', async () => {
  const { store, library } = await opened('a');
  await library.open('a');
  await library.beginEdit();
  library.form.type(typeField(library.form.editing!.draft, 'note', 'mine'));
  await library.save();
  await store.updateClip('a', { note: 'theirs' });
  await library.undo();
  expect((await store.getClip('a'))?.note).toBe('theirs');
  expect(library.deed).toEqual({ kind: 'changedSince' });
  expect(library.undos.last).toBeNull();
});

test('many clips thrown away at once take their evidence along, and undo brings all of it back', async () => {
  const { store, library } = await opened('a', 'b', 'c');
  await store.saveCampaign(makeCampaign('p'));
  await store.saveScenario(makeScenario('s', 'p', [makeReading('r', 'a'), makeReading('q', 'b')]));
  library.selection.set(['a', 'b']);
  await library.trashSelected();
  expect(library.deed).toMatchObject({ kind: 'deleted', count: 2, evidenceCount: 2 });
  expect(await store.readingsOfClip('b')).toHaveLength(0);
  await library.undo();
  expect(await store.readingsOfClip('a')).toHaveLength(1);
  expect(await store.readingsOfClip('b')).toHaveLength(1);
  expect(await store.countClips()).toBe(3);
});

test('a view asks again what it was saved for, is renamed, deleted and put back', async () => {
  const { store, library } = await opened('a');
  const asked = { words: 'ferr', filters: { ...NO_FILTERS, tags: ['ports'] } };
  await library.ask(asked);
  await library.saveView('  Ferries  ');
  await vi.waitFor(() => expect(library.view?.name).toBe('Ferries'));
  await library.ask(EVERYTHING);
  expect(library.view).toBeNull();
  const [view] = await store.listViews();
  expect(view.query).toMatchObject(asked);
  await library.renameView(view, 'Boats');
  await library.deleteView((await store.listViews())[0]);
  expect(await store.listViews()).toEqual([]);
  await library.undo();
  await library.undo();
  expect((await store.listViews()).map(({ name }) => name)).toEqual(['Ferries']);
});

// @vitest-environment jsdom
/** The library's page and the worker's own service, in one process: what the page makes of its answers. */
import 'fake-indexeddb/auto';
import { BroadcastChannel as NodeChannel, locks } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { LibraryIndex } from '../../entrypoints/dashboard/library-index.ts';
import { LibraryState } from '../../entrypoints/dashboard/library-state.svelte.ts';
import type { CatalogueState } from '../../lib/catalogue/api.ts';
import { CatalogueService } from '../../lib/catalogue/service.ts';
import { NO_FILTERS } from '../../lib/model/clip-query.ts';
import { newLibrary } from '../store/opening.ts';
import { makeClip } from '../store/records-for-tests.ts';

// jsdom has no Web Locks, Node has; its channel does not reach Node's.
Object.defineProperty(navigator, 'locks', { value: locks });
globalThis.BroadcastChannel = NodeChannel as unknown as typeof BroadcastChannel;

const COUNT = 450;
const clips = Array.from({ length: COUNT }, (_, at) =>
  makeClip(`c${at}`, {
    title: at % 3 === 0 ? `Ferries ${at}` : `Flights ${at}`,
    text: `The kept text of number${at}.`,
    tags: at % 5 === 0 ? ['ports'] : [],
    clippedAt: new Date(Date.UTC(2020, 0, 1) + at * 60_000).toISOString(),
  }),
);

async function opened() {
  const kept = newLibrary();
  const store = await kept.open();
  await store.saveClips(clips);
  const service = new CatalogueService();
  const listeners = new Set<(state: CatalogueState) => void>();
  let state: CatalogueState = { kind: 'reading', done: 0, total: 0 };
  const told: string[] = [];
  let isBroken = false;
  const say = (now: CatalogueState) => {
    state = now;
    for (const listener of [...listeners]) listener(now);
  };
  const index: LibraryIndex = {
    get state() {
      return state;
    },
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => void service.open(kept.name, say),
    catchUp: () => service.catchUp([]),
    search: async (query, window) => {
      if (isBroken) throw new Error('the worker is gone');
      told.push(`${window.offset}+${window.limit}`);
      return service.search(query, window);
    },
    findIds: (query) => service.findIds(query),
    labels: () => service.labels(),
    closeTo: (id) => service.closeTo(id),
    closeGroups: () => service.closeGroups(),
  };
  const library = new LibraryState(kept.platform, store, index);
  onTestFinished(() => {
    library.dispose();
    service.close();
    kept.closeAll();
  });
  const ready = () =>
    vi.waitFor(
      () => {
        expect(state.kind).toBe('ready');
        expect(library.query.found?.source).toBe('index');
      },
      { timeout: 20_000 },
    );
  return { store, library, told, ready, say, break: () => (isBroken = true) };
}

test('the first rows come from the store, and the worker’s own follow without a jump', async () => {
  const { library, ready } = await opened();
  await library.begin();
  const first = library.query.loaded.slice(0, 50).map(({ id }) => id);
  expect(first[0]).toBe(`c${COUNT - 1}`);
  expect(library.query.total).toBe(COUNT);
  await ready();
  expect(library.query.loaded.slice(0, 50).map(({ id }) => id)).toEqual(first);
  expect(library.query.total).toBe(COUNT);
  expect(library.query.found?.facets?.tags).toContainEqual({ value: 'ports', count: 90 });
});

test('rows that stand there are not asked for again, whoever gives them', async () => {
  const { library } = await opened();
  await library.query.refresh();
  const { found, pages } = library.query;
  expect(found?.source).toBe('store');
  await library.query.need(0, 20);
  await library.query.need(10, 49);
  expect(library.query.found).toBe(found);
  expect(library.query.pages).toBe(pages);
  await library.query.need(40, 60);
  expect(library.query.entryAt(60)?.id).toBe(`c${COUNT - 61}`);
});

test('words of the kept text are found, and rows far down come when they are in sight', async () => {
  const { library, ready, told } = await opened();
  await library.begin();
  await ready();
  await library.ask({ words: 'number317' });
  expect(library.query.loaded.map(({ id }) => id)).toEqual(['c317']);
  await library.ask({ words: '' });
  told.length = 0;
  await library.query.need(330, 360);
  await library.query.need(350, 449);
  expect(library.query.entryAt(449)?.id).toBe('c0');
  // Only what was missing was asked for.
  expect(told).toEqual(['300+100', '400+100']);
});

test('while clips are being read, what is found is of all clips, and not all of it', async () => {
  const { library, ready, say } = await opened();
  await library.begin();
  await ready();
  say({ kind: 'reading', done: COUNT, total: 1000 });
  await library.ask({ words: 'ferries' });
  expect(library.query.found).toMatchObject({ total: 150, of: 1000, isComplete: false });
  say({ kind: 'ready', total: COUNT });
  await library.query.refresh();
  expect(library.query.found).toMatchObject({ total: 150, of: COUNT, isComplete: true });
});

test('of questions asked in one breath only the last is answered', async () => {
  const { library, ready, told } = await opened();
  await library.begin();
  await ready();
  await library.query.refresh();
  told.length = 0;
  for (const words of ['f', 'fe', 'ferries 3']) void library.ask({ words });
  await library.query.refresh();
  expect(told).toHaveLength(1);
  expect(library.query.found?.query.words).toBe('ferries 3');
  expect(library.query.loaded.every(({ title }) => title.startsWith('Ferries 3'))).toBe(true);
});

test('a change shows in rows and counts, and all that is found can be chosen', async () => {
  const { library, ready } = await opened();
  await library.begin();
  await ready();
  await library.ask({ filters: { ...NO_FILTERS, tags: ['ports'] } });
  expect(library.query.total).toBe(90);
  library.selection.set(await library.query.findIds());
  expect(library.selection.count).toBe(90);
  await library.changeSelected({ field: 'tags', value: 'ports', isAdded: false });
  await vi.waitFor(() => expect(library.query.total).toBe(0), { timeout: 20_000 });
  await library.undo();
  await vi.waitFor(() => expect(library.query.total).toBe(90), { timeout: 20_000 });
});

test('a stretch of rows of which some are not loaded is chosen whole', async () => {
  const { library, ready } = await opened();
  await library.begin();
  await ready();
  library.selection.toggle(`c${COUNT - 1}`, 0);
  await library.selection.extendTo(299, { id: `c${COUNT - 1}`, index: 0 });
  expect(library.selection.count).toBe(300);
  expect(library.selection.has('c150')).toBe(true);
  expect(library.selection.has('c149')).toBe(false);
});

test('where the worker breaks in the middle the store goes on listing', async () => {
  const { library, ready, break: breakIt } = await opened();
  await library.begin();
  await ready();
  breakIt();
  await library.ask({ words: 'ferries' });
  expect(library.query.indexState?.kind).toBe('failed');
  expect(library.query.found?.source).toBe('store');
  expect(library.query.total).toBe(150);
  await library.ask({ words: '' });
  expect(library.query.total).toBe(COUNT);
});

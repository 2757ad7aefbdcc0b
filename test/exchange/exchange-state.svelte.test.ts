import 'fake-indexeddb/auto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ExchangeState } from '../../entrypoints/dashboard/exchange-state.svelte.ts';
import type { Desk } from '../../entrypoints/exchange/desk-calls.ts';
import { ExchangeDesk } from '../../entrypoints/exchange/exchange-desk.ts';
import type { Clip } from '../../lib/model/clip.ts';
import type { ObservedEvent } from '../../lib/model/event.ts';
import { openReader } from '../../lib/store/reader.ts';
import { newLibrary } from '../store/opening.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { EVERYTHING, NOTHING, readEntries, textOf } from './clips-for-tests.ts';

vi.stubGlobal('__APP_VERSION__', '0.1.0');

/** The desk on the page itself; what goes to and fro is cloned, as between page and worker. */
function deskOn(databaseName: string): Desk {
  const desk = new ExchangeDesk(() => openReader(databaseName));
  return {
    look: async (...args) => structuredClone(await desk.look(...args)),
    pair: async (at) => structuredClone(desk.pair(at)),
    prepare: async (decisions) => desk.prepare(structuredClone(decisions)),
    take: async (list, from, count) => structuredClone(desk.take(list, from, count)),
    write: (request) => desk.write(request),
    close: () => void desk.close(),
  };
}

async function opened() {
  const library = newLibrary();
  const store = await library.open();
  onTestFinished(() => library.closeAll());
  return {
    store,
    library,
    exchange: new ExchangeState(
      store,
      () => {},
      () => deskOn(library.name),
    ),
  };
}
const fileOf = (clips: readonly Clip[], choice = EVERYTHING, events: ObservedEvent[] = []) =>
  new File([textOf(clips, 'library', choice, events)], 'library.json');
const clipsOf = (...ids: string[]) => ids.map((id) => makeClip(id));
const anEvent = (edit: Partial<ObservedEvent>): ObservedEvent => ({
  recordVersion: 1,
  id: 'event',
  title: 'Flights grounded',
  kind: null,
  actors: [],
  target: '',
  sectors: [],
  places: [],
  begin: null,
  end: null,
  claims: [],
  demands: '',
  outcome: '',
  note: '',
  clipIds: [],
  campaignId: null,
  createdAt: '2026-11-22T10:00:00Z',
  updatedAt: '2026-11-22T10:00:00Z',
  deletedAt: null,
  ...edit,
});

async function taking(exchange: ExchangeState, file: File) {
  exchange.open('import');
  await exchange.take(file);
  if (exchange.importing.kind !== 'review') throw new Error(JSON.stringify(exchange.importing));
  return exchange.importing.summary;
}

test('nothing is written before it is accepted, nothing is overwritten, and undo takes out what is untouched', async () => {
  const { store, exchange } = await opened();
  await store.saveClip(makeClip('a', { title: 'Mine' }));
  const { counts, conflicts } = await taking(exchange, fileOf(clipsOf('a', 'b', 'c', 'd')));
  expect(counts.fresh).toBe(3);
  expect(conflicts).toMatchObject([{ at: 0, mineId: 'a', why: 'sameClip' }]);
  expect(await store.countClips()).toBe(1);

  await exchange.accept();
  expect(exchange.isOpen).toBe(false);
  expect(exchange.deed).toMatchObject({ kind: 'imported', undo: { made: { length: 3 } } });
  expect((await store.getClip('a'))?.title).toBe('Mine');

  await store.updateClip('b', { note: 'worked on' });
  await exchange.undo((id) => id === 'c');
  expect(exchange.deed).toEqual({ kind: 'undone', count: 1, keptCount: 2 });
  expect(await store.getClip('d')).toBeNull();
  expect(await store.countClips()).toBe(3);
});

test('a clip that is here and says the same is no conflict, whatever the file leaves out', async () => {
  const { store, exchange } = await opened();
  const mine = makeClip('a', { tags: ['mine'], note: 'mine' });
  await store.saveClip(mine);
  const { conflicts, counts } = await taking(exchange, fileOf([makeClip('a')], NOTHING));
  expect(conflicts).toEqual([]);
  expect(counts).toMatchObject({ here: 1, fresh: 0 });
  await exchange.accept();
  expect(await store.getClip('a')).toEqual(mine);
});

test('theirs is taken where I say so, and comes out again as it was', async () => {
  const { store, exchange } = await opened();
  const mine = makeClip('a', { title: 'Mine', note: 'private', tags: ['x'] });
  await store.saveClip(mine);
  await taking(exchange, fileOf([makeClip('a', { title: 'Theirs', tags: ['y'] })], NOTHING));
  await exchange.conflicts?.show(0);
  expect(exchange.conflicts?.opened?.differences.map(({ field }) => field)).toEqual(['title']);
  exchange.conflicts?.decide('theirs');
  expect(exchange.outcome).toEqual({ made: 0, changed: 1, events: 0 });
  await exchange.accept();
  expect(await store.getClip('a')).toMatchObject({ title: 'Theirs', note: 'private', tags: ['x'] });
  await exchange.undo(() => true);
  expect(await store.getClip('a')).toEqual(mine);
  expect(exchange.deed).toEqual({ kind: 'undone', count: 1, keptCount: 0 });
});

test('what I changed after the import is not undone with it', async () => {
  const { store, exchange } = await opened();
  await store.saveClip(makeClip('a', { title: 'Mine' }));
  await taking(exchange, fileOf([makeClip('a', { title: 'Theirs' })]));
  await exchange.conflicts?.decideRest('theirs');
  await exchange.accept();
  await store.updateClip('a', { note: 'worked on' });
  await exchange.undo(() => false);
  expect(await store.getClip('a')).toMatchObject({ title: 'Theirs', note: 'worked on' });
  expect(exchange.deed).toEqual({ kind: 'undone', count: 0, keptCount: 1 });
});

test('field by field, for one and for all the rest', async () => {
  const { store, exchange } = await opened();
  await store.saveClips([
    makeClip('a', { title: 'Mine', tags: ['x'], excerpt: '' }),
    makeClip('b', { title: 'Mine too', tags: ['x'] }),
    makeClip('c', { title: 'Mine as well' }),
  ]);
  await taking(
    exchange,
    fileOf([
      makeClip('a', { title: 'Theirs', tags: ['y'], excerpt: 'Their summary' }),
      makeClip('b', { title: 'Theirs too', tags: ['y'] }),
      makeClip('c', { title: 'Theirs as well' }),
    ]),
  );
  const conflicts = exchange.conflicts!;
  await conflicts.show(2);
  conflicts.decide('mine');
  await conflicts.show(0);
  conflicts.choose({ title: 'right', tags: 'both', excerpt: 'left' });
  await conflicts.decideRest('fields');
  expect(conflicts.tally).toEqual({ both: 0, changing: 2, undecided: 0 });
  await exchange.accept();
  expect(await store.getClip('a')).toMatchObject({
    title: 'Theirs',
    tags: ['x', 'y'],
    excerpt: '',
  });
  expect(await store.getClip('b')).toMatchObject({ title: 'Mine too', tags: ['x', 'y'] });
  expect(await store.getClip('c')).toMatchObject({ title: 'Mine as well' });
});

test('both are kept as two clips: the same clip under a new id, another of the same page under its own', async () => {
  const { store, exchange } = await opened();
  await store.saveClips([
    makeClip('a', { title: 'Mine' }),
    makeClip('mine', { addressKeys: ['news.example/b'] }),
  ]);
  await taking(exchange, fileOf([makeClip('a', { title: 'Theirs' }), makeClip('b')]));
  await exchange.conflicts?.decideRest('both');
  await exchange.accept();
  expect(await store.countClips()).toBe(4);
  expect((await store.getClip('a'))?.title).toBe('Mine');
  expect((await store.getClip('b'))?.title).toBe('Title of b');
});

test('a file that passes its clip off as another page’s is not believed, nor does it add a key to mine', async () => {
  const { store, exchange } = await opened();
  await store.saveClip(makeClip('a', { title: 'Mine' }));
  const poison = { addressKeys: ['bank.example/'] };
  await taking(
    exchange,
    fileOf([makeClip('a', { title: 'Theirs', ...poison }), makeClip('b', poison)]),
  );
  await exchange.conflicts?.decideRest('theirs');
  await exchange.accept();
  expect((await store.getClip('a'))?.addressKeys).toEqual(['news.example/a']);
  expect((await store.getClip('b'))?.addressKeys).toEqual(['news.example/b']);
});

test('a library that has changed during the review is left as it is', async () => {
  const { store, exchange } = await opened();
  await taking(exchange, fileOf(clipsOf('a', 'b')));
  await store.saveClip(makeClip('b', { title: 'Saved meanwhile' }));
  await exchange.accept();
  expect(exchange.importing).toMatchObject({ kind: 'refused', refusal: { reason: 'changed' } });
  expect(await store.getClip('a')).toBeNull();
  expect((await store.getClip('b'))?.title).toBe('Saved meanwhile');
});

test('a clip that changed during the review keeps what it got, and nothing else is written either', async () => {
  const { store, exchange } = await opened();
  await store.saveClip(makeClip('a', { title: 'Mine' }));
  await taking(exchange, fileOf([makeClip('a', { title: 'Theirs' }), makeClip('new')]));
  await exchange.conflicts?.decideRest('theirs');
  await store.updateClip('a', { title: 'Mine, meanwhile' });
  await exchange.accept();
  expect(exchange.importing).toMatchObject({ kind: 'refused', refusal: { reason: 'changed' } });
  expect((await store.getClip('a'))?.title).toBe('Mine, meanwhile');
  expect(await store.getClip('new')).toBeNull();
});

test('events come in with their clips, point to what is here, and go out again with them', async () => {
  const { store, exchange } = await opened();
  const quote = { id: 'q', exact: 'Two thousand walked out.', prefix: '', suffix: '' };
  await store.saveClips([
    makeClip('mine', { addressKeys: ['news.example/b'], quotes: [{ ...quote, id: 'my-q' }] }),
  ]);
  const event = anEvent({
    clipIds: ['a', 'b', 'nowhere'],
    claims: [
      {
        id: 'claim',
        counts: 'workers',
        low: 2000,
        high: 2000,
        claimedBy: 'union',
        reliability: 'claim',
        sources: [{ clipId: 'b', quoteId: 'q' }],
      },
    ],
  });
  await store.saveEvent(anEvent({ id: 'known', title: 'Mine', clipIds: ['mine'] }));
  const theirs = [makeClip('a'), makeClip('b', { quotes: [quote] })];
  const summary = await taking(
    exchange,
    fileOf(theirs, EVERYTHING, [event, anEvent({ id: 'known', title: 'Theirs', clipIds: ['a'] })]),
  );
  expect(summary.counts).toMatchObject({ events: 1, eventsHere: 1 });
  await exchange.accept();
  const saved = await store.getEvent('event');
  expect(saved?.clipIds).toEqual(['a', 'mine']);
  expect(saved?.claims[0]?.sources).toEqual([{ clipId: 'mine', quoteId: 'my-q' }]);
  expect((await store.getEvent('known'))?.title).toBe('Mine');
  await exchange.undo(() => false);
  expect(await store.getEvent('event')).toBeNull();
  expect(await store.getClip('a')).toBeNull();
});

test('an export says what it holds, and an empty one writes no file', async () => {
  const { store, exchange } = await opened();
  exchange.open('export');
  await expect.poll(() => exchange.exported?.clips).toBe(0);
  expect(exchange.exported?.files).toEqual([]);
  exchange.close();
  await store.saveClips(clipsOf('a', 'b'));
  await store.saveEvent(anEvent({ clipIds: ['a'] }));
  await store.trashClips(['b']);
  exchange.open('export');
  await expect.poll(() => exchange.exported?.clips).toBe(1);
  expect(exchange.exported).toMatchObject({ events: 1, trash: 1, unreadable: 0 });
  exchange.ask('library', { ...exchange.wishes, includeTrash: true });
  await expect.poll(() => exchange.exported?.clips).toBe(2);
  const file = readEntries(await exchange.exported!.files[0].blob.text());
  expect(file.clips.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  expect(file.events).toHaveLength(1);
});

test('what comes in does not wait for an export that nobody looks at, which is written anew when somebody does', async () => {
  const { library, store } = await opened();
  await store.saveClip(makeClip('a'));
  const closed: string[] = [];
  let isEndless = true;
  const exchange = new ExchangeState(
    store,
    () => {},
    () => {
      const desk = deskOn(library.name);
      let busy: Promise<never> | null = null;
      return {
        ...desk,
        look: async (...args) => (await busy, desk.look(...args)),
        write: (request) => (isEndless ? (busy ??= new Promise(() => {})) : desk.write(request)),
        close: () => {
          closed.push(busy ? 'writing' : 'idle');
          desk.close();
        },
      };
    },
  );
  exchange.open('export');
  exchange.turnTo('import');
  expect(closed).toEqual(['writing']);
  await exchange.take(fileOf(clipsOf('b')));
  expect(exchange.importing.kind).toBe('review');

  isEndless = false;
  exchange.turnTo('export');
  await expect.poll(() => exchange.exported?.clips).toBe(1);
  exchange.turnTo('import');
  expect(exchange.exported?.clips).toBe(1);
  expect(exchange.importing.kind).toBe('review');
  exchange.close();
  expect(closed).toEqual(['writing', 'idle', 'idle']);
});

test('60 MB are not even loaded', async () => {
  const { exchange } = await opened();
  const file = new File([new Uint8Array(60_000_000)], 'large.json');
  file.arrayBuffer = () => Promise.reject(new Error('it was read'));
  exchange.open('import');
  await exchange.take(file);
  expect(exchange.importing).toMatchObject({
    kind: 'refused',
    refusal: { reason: 'tooLarge', what: 'bytes', limit: 50_000_000 },
  });
});

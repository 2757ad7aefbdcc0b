import 'fake-indexeddb/auto';
import { expect, onTestFinished, test } from 'vitest';
import { ExchangeState } from '../../entrypoints/dashboard/exchange-state.svelte.ts';
import { newLibrary } from '../store/opening.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { textOf } from './clips-for-tests.ts';

async function opened() {
  const library = newLibrary();
  const store = await library.open();
  onTestFinished(() => library.closeAll());
  return { store, exchange: new ExchangeState(store, () => {}) };
}
const fileOf = (...ids: string[]) =>
  new File(
    [
      textOf(
        ids.map((id) => makeClip(id)),
        'library',
      ),
    ],
    'library.json',
  );

test('nothing is written before it is accepted, nothing is overwritten, and undo takes out what is untouched', async () => {
  const { store, exchange } = await opened();
  await store.saveClip(makeClip('a', { title: 'Mine' }));
  exchange.open('import');
  await exchange.take(fileOf('a', 'b', 'c', 'd'));
  expect(exchange.chosen.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  expect(await store.countClips()).toBe(1);

  await exchange.accept();
  expect(exchange.isOpen).toBe(false);
  expect(exchange.deed).toMatchObject({ kind: 'imported', brought: { length: 3 } });
  expect((await store.getClip('a'))?.title).toBe('Mine');

  await store.updateClip('b', { note: 'worked on' });
  await exchange.undo((id) => id === 'c');
  expect(exchange.deed).toEqual({ kind: 'undone', count: 1, keptCount: 2 });
  expect(await store.getClip('d')).toBeNull();
  expect(await store.countClips()).toBe(3);
});

test('a clip of a page that is here comes in only if asked', async () => {
  const { store, exchange } = await opened();
  await store.saveClip(makeClip('mine', { addressKeys: ['news.example/b'] }));
  exchange.open('import');
  await exchange.take(fileOf('b'));
  expect(exchange.chosen).toEqual([]);
  exchange.withSamePage = true;
  await exchange.accept();
  expect(await store.countClips()).toBe(2);
});

test('a file that passes its clip off as another page’s is not believed', async () => {
  const { store, exchange } = await opened();
  const poisoned = makeClip('b', { addressKeys: ['bank.example/'] });
  exchange.open('import');
  await exchange.take(new File([textOf([poisoned], 'library')], 'library.json'));
  await exchange.accept();
  expect((await store.getClip('b'))?.addressKeys).toEqual(['news.example/b']);
});

test('a library that has changed during the review is left as it is', async () => {
  const { store, exchange } = await opened();
  exchange.open('import');
  await exchange.take(fileOf('a', 'b'));
  await store.saveClip(makeClip('b', { title: 'Saved meanwhile' }));
  await exchange.accept();
  expect(exchange.importing).toMatchObject({ kind: 'refused', refusal: { reason: 'changed' } });
  expect(await store.getClip('a')).toBeNull();
  expect((await store.getClip('b'))?.title).toBe('Saved meanwhile');
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

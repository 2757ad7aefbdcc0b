import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CatalogueState } from '../../lib/catalogue/api.ts';
import { CatalogueService } from '../../lib/catalogue/service.ts';
import { EVERYTHING, type ClipQuery } from '../../lib/model/clip-query.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { newLibrary } from '../store/opening.ts';

let library = newLibrary();
let services: CatalogueService[] = [];

async function serve() {
  const service = new CatalogueService();
  services.push(service);
  const states: CatalogueState[] = [];
  await service.open(library.name, (state) => states.push(state));
  return { service, states };
}

async function titles(service: CatalogueService, query: Partial<ClipQuery> = {}) {
  const answer = await service.search({ ...EVERYTHING, ...query }, { offset: 0, limit: 100 });
  return answer.entries.map(({ title }) => title);
}

beforeEach(() => {
  library = newLibrary();
  services = [];
});
afterEach(() => {
  services.forEach((service) => service.close());
  library.closeAll();
});

describe('the library worker', () => {
  test('finds what was saved before and after it began', async () => {
    const store = await library.open();
    await store.saveClip(makeClip('a', { title: 'Cranes stand still', text: 'Nobody unloads.' }));
    const { service, states } = await serve();
    await service.catchUp();
    expect(await titles(service, { words: 'unload' })).toEqual(['Cranes stand still']);
    await store.saveClip(makeClip('b', { title: 'Pilots walk out' }));
    await service.catchUp();
    expect(await titles(service, { words: 'pilot' })).toEqual(['Pilots walk out']);
    expect(states.at(-1)).toEqual({ kind: 'ready', total: 2 });
  });

  test('hears of a change by itself', async () => {
    const store = await library.open();
    const { service } = await serve();
    await service.catchUp();
    await store.saveClip(makeClip('b', { title: 'Pilots walk out' }));
    await expect.poll(() => titles(service, { words: 'pilot' })).toEqual(['Pilots walk out']);
  });
});

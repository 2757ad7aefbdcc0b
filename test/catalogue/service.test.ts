import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CatalogueService } from '../../lib/catalogue/service.ts';
import { EVERYTHING } from '../../lib/model/clip-query.ts';
import type { Store } from '../../lib/store/database.ts';
import type { CatalogueRow, SegmentRow } from '../../lib/store/tables.ts';
import { madeEvent } from '../search/made-event.ts';
import { meddle, settled } from '../store/opening.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { servedLibrary, titles, touching } from './serving.ts';

let library: ReturnType<typeof servedLibrary>;
beforeEach(() => (library = servedLibrary()));
afterEach(() => library.endAll());

const manifest = async () => (await library.rows<CatalogueRow>('catalogue'))[0]!;
const queue = () => library.rows('unindexed');

/** So many clips, newest last, in one transaction. */
async function fill(store: Store, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, at) => `c${at}`);
  await store.saveClips(
    ids.map((id, at) =>
      makeClip(id, {
        title: `Title of ${id}`,
        text: `The general strike, ${id} ${at % 2 ? 'odd' : 'even'}.`,
        clippedAt: new Date(Date.UTC(2026, 0, 1, at)).toISOString(),
      }),
    ),
  );
  return ids;
}

describe('the library worker', () => {
  test('finds what was saved before and after it began', async () => {
    const store = await library.open();
    await store.saveClip(makeClip('a', { title: 'Cranes stand still', text: 'Nobody unloads.' }));
    const { service, states } = await library.serve();
    await service.catchUp();
    expect(await titles(service, { words: 'unload' })).toEqual(['Cranes stand still']);
    await store.saveClip(makeClip('b', { title: 'Pilots walk out' }));
    await service.catchUp();
    expect(await titles(service, { words: 'pilot' })).toEqual(['Pilots walk out']);
    expect(states.at(-1)).toEqual({ kind: 'ready', total: 2 });
  });

  test('hears of a change by itself', async () => {
    const store = await library.open();
    const { service } = await library.serve();
    await service.catchUp();
    await store.saveClip(makeClip('b', { title: 'Pilots walk out' }));
    await expect.poll(() => titles(service, { words: 'pilot' })).toEqual(['Pilots walk out']);
  });

  test('follows changes, trash, restoring and erasing', async () => {
    const store = await library.open();
    await fill(store, 7);
    const { service } = await library.serve();
    await service.catchUp();
    await store.updateClip('c3', { text: 'Nothing of the kind.' });
    await store.trashClips(['c4', 'c5']);
    await store.restoreClips(['c5']);
    await store.eraseClips(['c6']);
    await service.catchUp();
    const left = ['c5', 'c2', 'c1', 'c0'].map((id) => `Title of ${id}`);
    expect(await titles(service, { words: '"general strike"' })).toEqual(left);
    expect(await titles(service, { place: 'trash' })).toEqual(['Title of c4']);
    expect(await titles(service, { words: 'kind' })).toEqual(['Title of c3']);
    expect(await queue()).toEqual([]);
  });

  test('counts what an event says as its clips’ own, as long as the event is there', async () => {
    const store = await library.open();
    await fill(store, 3);
    const { service } = await library.serve();
    const found = async () => {
      await service.catchUp();
      return titles(service, { filters: { ...EVERYTHING.filters, kinds: ['lockout'] } });
    };
    expect(await found()).toEqual([]);
    await store.saveEvent(madeEvent('e', ['c0', 'c2'], { kind: 'lockout', places: ['Turku'] }));
    expect(await found()).toEqual(['Title of c2', 'Title of c0']);
    expect((await service.labels()).places).toEqual([{ value: 'Turku', count: 2 }]);
    await store.updateEvent('e', { clipIds: ['c1'] });
    expect(await found()).toEqual(['Title of c1']);
    await store.trashEvents(['e']);
    expect(await found()).toEqual([]);
    await store.restoreEvents(['e']);
    expect(await found()).toEqual(['Title of c1']);
  });

  test('keeps few segments, and reads no clip again after a restart', async () => {
    const store = await library.open();
    for (let at = 0; at < 20; at++) {
      await store.saveClip(makeClip(`c${at}`));
      const { service } = await library.serve();
      await service.catchUp();
      service.close();
    }
    expect((await manifest()).segments.length).toBeLessThan(8);
    expect((await library.rows<SegmentRow>('segments')).map(({ number }) => number).sort()).toEqual(
      (await manifest()).segments.map(({ number }) => number).sort(),
    );
    expect(await library.rows('positions')).toHaveLength((await manifest()).segments.length);
    const { version } = await manifest();
    const { service } = await library.serve();
    await service.catchUp();
    expect(await titles(service, { words: 'grounded' })).toHaveLength(20);
    expect((await manifest()).version).toBe(version);
  });

  test('answers whoever waits for a clip before all others are read', async () => {
    const store = await library.open();
    await fill(store, 40);
    const { service } = await library.serve();
    await service.catchUp(['c7']);
    expect(await titles(service)).toContain('Title of c7');
    expect((await queue()).length).toBeGreaterThan(20);
    await service.catchUp();
    expect(await titles(service)).toHaveLength(40);
  });

  test('says that it cannot go on when the library is closed for a newer version', async () => {
    await library.open();
    const { service, states } = await library.serve();
    await service.catchUp();
    const newer = await settled(indexedDB.open(library.name, 1000));
    newer.close();
    await expect.poll(() => states.at(-1)?.kind).toBe('failed');
    await expect(service.catchUp()).rejects.toThrow();
  });

  test('refuses a library of a newer version', async () => {
    (await settled(indexedDB.open(library.name, 1000))).close();
    await expect(library.serve()).rejects.toThrow(/version/);
  });
});

describe('two workers at one library', () => {
  test('share the work, and what one writes the other finds', async () => {
    const store = await library.open();
    await fill(store, 30);
    const [one, other] = await Promise.all([library.serve(), library.serve()]);
    await Promise.all([one.service.catchUp(), other.service.catchUp()]);
    const all = await titles(one.service, { words: 'general' });
    expect(all).toHaveLength(30);
    expect(await titles(other.service, { words: 'general' })).toEqual(all);
    const { segments } = await manifest();
    expect(segments.reduce((sum, each) => sum + each.clips - each.dead, 0)).toBe(30);

    await store.updateClip('c1', { title: 'Now of pilots' });
    await one.service.catchUp();
    await expect.poll(() => titles(other.service, { words: 'pilots' })).toEqual(['Now of pilots']);
    expect(await titles(other.service, { words: '"general strike"' })).toHaveLength(30);
  });

  test('one goes on with what the other has left', async () => {
    const store = await library.open();
    await fill(store, 30);
    const one = await library.serve();
    await one.service.catchUp(['c1']);
    one.service.close();
    const other = await library.serve();
    await other.service.catchUp();
    expect(await titles(other.service)).toHaveLength(30);
  });
});

/** A library with all that can happen to one, and what must be found in it. */
async function eventful(): Promise<string[]> {
  const store = await library.open();
  const ids = await fill(store, 26);
  const { service } = await library.serve();
  await service.catchUp(ids.slice(0, 9));
  service.close();
  await store.updateClip('c2', { title: 'Changed c2' });
  await store.updateClip('c20', { title: 'Changed c20' });
  await store.trashClips(['c3', 'c21']);
  await store.eraseClips(['c4', 'c22']);
  await store.saveEvent(madeEvent('e', ['c5', 'c23'], { kind: 'boycott' }));
  return ids
    .filter((id) => !['c3', 'c21', 'c4', 'c22'].includes(id))
    .map((id) => (['c2', 'c20'].includes(id) ? `Changed ${id}` : `Title of ${id}`))
    .sort();
}

/** All is found that must be, once; the queue is empty, and the manifest says what is there. */
async function expectWhole(service: CatalogueService, expected: string[]): Promise<void> {
  await service.catchUp();
  expect((await titles(service, { words: '"general strike"' })).sort()).toEqual(expected);
  const boycott = { filters: { ...EVERYTHING.filters, kinds: ['boycott' as const] } };
  expect(await titles(service, boycott)).toEqual(['Title of c23', 'Title of c5']);
  expect(await titles(service, { place: 'trash' })).toHaveLength(2);
  expect(await queue()).toEqual([]);
  const { segments } = await manifest();
  expect(segments.reduce((sum, each) => sum + each.clips - each.dead, 0)).toBe(expected.length + 2);
}

describe('a worker killed', () => {
  test('at any of its steps leaves an index that the next one finishes', async () => {
    const expected = await eventful();
    const whole = await library.serve();
    const steps = await touching(() => whole.service.catchUp());
    await expectWhole(whole.service, expected);
    expect(steps).toBeGreaterThan(60);
    library.endAll();

    for (let fatal = 1; fatal <= steps; fatal += 3 + (fatal % 4)) {
      library = servedLibrary();
      await eventful();
      const { service } = await library.serve();
      await touching(
        () => service.catchUp().catch(() => {}),
        (touch) => {
          if (touch !== fatal) return;
          service.close();
          throw new DOMException('killed', 'AbortError');
        },
      );
      const next = await library.serve();
      await expectWhole(next.service, expected);
      library.endAll();
    }
    library = servedLibrary();
  });
});

describe('a clip changed while it is being read', () => {
  test('stays in the queue, whenever it is', async () => {
    const store = await library.open();
    await fill(store, 9);
    const first = await library.serve();
    const steps = await touching(() => first.service.catchUp());
    library.endAll();

    for (let when = 1; when <= steps; when += 3) {
      library = servedLibrary();
      const own = await library.open();
      await fill(own, 9);
      const { service } = await library.serve();
      let change: Promise<unknown> = Promise.resolve();
      await touching(
        () => service.catchUp(),
        (touch) => {
          if (touch !== when) return;
          // As from another page: outside of the transaction that is being touched.
          change = Dexie.ignoreTransaction(() =>
            Promise.resolve().then(() => own.updateClip('c4', { title: 'Changed c4' })),
          );
        },
      );
      await change;
      await service.catchUp();
      expect(await titles(service, { words: 'c4' })).toEqual(['Changed c4']);
      expect(await queue()).toEqual([]);
      library.endAll();
    }
    library = servedLibrary();
  });
});

describe('an index that is not what it should be', () => {
  async function indexed(): Promise<void> {
    const store = await library.open();
    await fill(store, 12);
    const { service } = await library.serve();
    await service.catchUp();
    service.close();
  }

  async function expectAll(): Promise<void> {
    const { service } = await library.serve();
    await service.catchUp();
    expect(await titles(service, { words: '"general strike"' })).toHaveLength(12);
    // Asking again after the phrase has shown what is missing.
    await service.catchUp();
    expect(await titles(service, { words: '"general strike"' })).toHaveLength(12);
  }

  test('is built anew where another version wrote it', async () => {
    await indexed();
    const before = await manifest();
    await meddle(library.name, 'catalogue', (rows) => rows.put({ ...before, format: 'other' }));
    await expectAll();
    expect((await manifest()).format).toBe(before.format);
  });

  test.each(['catalogue', 'segments'])('is built anew where its %s are lost', async (table) => {
    await indexed();
    await meddle(library.name, table, (rows) => rows.clear());
    await expectAll();
  });

  test('is built anew where a phrase finds the places of words lost', async () => {
    await indexed();
    await meddle(library.name, 'positions', (rows) => rows.clear());
    const { service } = await library.serve();
    await service.catchUp();
    await service.search({ ...EVERYTHING, words: '"general strike"' }, { offset: 0, limit: 5 });
    await service.catchUp();
    expect(await titles(service, { words: '"general strike"' })).toHaveLength(12);
  });

  test('is mended where it knows fewer clips than there are, or more', async () => {
    await indexed();
    const row = (await library.rows<{ id: string }>('clips')).find(({ id }) => id === 'c3')!;
    const strange = JSON.parse(JSON.stringify(row).replaceAll('c3', 'c99')) as object;
    await meddle(library.name, 'clips', (rows) => rows.delete('c3'));
    await meddle(library.name, 'clips', (rows) => rows.add(strange));
    await meddle(library.name, 'clips', (rows) =>
      rows.add(JSON.parse(JSON.stringify(row).replaceAll('c3', 'c98'))),
    );
    // The library counts itself again.
    await (await library.open()).acceptHealth();
    const { service } = await library.serve();
    await service.catchUp();
    const found = await titles(service);
    expect(found).toContain('Title of c99');
    expect(found).toContain('Title of c98');
    expect(found).not.toContain('Title of c3');
  });

  test('leaves out what it cannot read, and tries again the next time', async () => {
    const store = await library.open();
    await fill(store, 5);
    const row = (await library.rows<{ id: string; record: object }>('clips')).find(
      ({ id }) => id === 'c3',
    )!;
    const put = (record: object) =>
      meddle(library.name, 'clips', (rows) => rows.put({ ...row, record }));
    await put({ ...row.record, recordVersion: 99 });
    const { service } = await library.serve();
    await service.catchUp();
    expect(await titles(service)).toHaveLength(4);
    expect(await queue()).toEqual([]);
    service.close();
    await put(row.record);
    const later = await library.serve();
    await later.service.catchUp();
    expect(await titles(later.service)).toHaveLength(5);
  });

  test('is made for a library of version 1', async () => {
    const request = indexedDB.open(library.name, 10);
    request.onupgradeneeded = () => {
      const clips = request.result.createObjectStore('clips', { keyPath: 'id' });
      clips.createIndex('[place+rank+id]', ['place', 'rank', 'id']);
      clips.createIndex('record.addressKeys', 'record.addressKeys', { multiEntry: true });
      clips.createIndex('record.tags', 'record.tags', { multiEntry: true });
      for (const name of ['campaigns', 'scenarios']) {
        request.result.createObjectStore(name, { keyPath: 'id' }).createIndex('rank', 'rank');
      }
      request
        .transaction!.objectStore('scenarios')
        .createIndex('record.campaignId', 'record.campaignId');
      request.result.createObjectStore('meta', { keyPath: 'key' });
      const { modifiedAt, section, isAccessibleForFree, direction, archiveAddress, ...rest } =
        makeClip('old', { title: 'From before', text: 'Flights were grounded.' });
      const { sectors, places, campaignIds, ...record } = rest;
      void [modifiedAt, section, isAccessibleForFree, direction, archiveAddress];
      void [sectors, places, campaignIds];
      clips.put({ id: 'old', place: 'library', rank: -1, record: { ...record, recordVersion: 2 } });
    };
    (await settled(request)).close();
    await library.open();
    const { service } = await library.serve();
    await service.catchUp();
    expect(await titles(service, { words: '"were grounded"' })).toEqual(['From before']);
  });
});

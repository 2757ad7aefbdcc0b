import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CLIP_RECORD_VERSION, type Clip } from '../../lib/model/clip.ts';
import type { ClipCursor } from '../../lib/store/clips.ts';
import type { Store } from '../../lib/store/database.ts';
import { meddle, newLibrary } from './opening.ts';
import { makeClip } from './records-for-tests.ts';

let library: ReturnType<typeof newLibrary>;
let store: Store;
beforeEach(async () => {
  library = newLibrary();
  store = await library.open();
});
afterEach(() => library.closeAll());

async function listAll(limit: number): Promise<string[]> {
  const ids: string[] = [];
  let before: ClipCursor | null = null;
  do {
    const page = await store.listClips({ limit, before });
    ids.push(...page.clips.map((clip) => clip.id));
    before = page.next;
  } while (before);
  return ids;
}

describe('saving', () => {
  test('a saved clip is there for another page, as it was', async () => {
    await store.saveClip(makeClip('a', { tags: ['food', 'schools'] }));
    const other = await library.open();
    expect(await other.getClip('a')).toEqual(makeClip('a', { tags: ['food', 'schools'] }));
  });

  test('saving twice makes one clip, and another clip under its id is refused', async () => {
    await store.saveClip(makeClip('a'));
    await store.saveClip(makeClip('a'));
    expect(await store.countClips()).toBe(1);
    await expect(store.saveClip(makeClip('a', { title: 'Other' }))).rejects.toMatchObject({
      reason: 'exists',
    });
    expect((await store.getClip('a'))?.title).toBe('Title of a');
  });

  test('what is not a clip is not saved', async () => {
    const wrong = { ...makeClip('a'), address: 'javascript:alert(1)' };
    await expect(store.saveClip(wrong)).rejects.toThrow();
    await expect(store.saveClip({ ...makeClip('b'), mood: 'glad' } as Clip)).rejects.toThrow();
    expect(await store.countClips()).toBe(0);
  });
});

describe('the list', () => {
  test('is newest first by instant, whatever the time zone it was clipped in', async () => {
    await store.saveClip(makeClip('noon-utc', { clippedAt: '2026-11-22T12:00:00Z' }));
    await store.saveClip(makeClip('one-pm-helsinki', { clippedAt: '2026-11-22T13:00:00+02:00' }));
    await store.saveClip(makeClip('nine-am-oakland', { clippedAt: '2026-11-22T09:00:00-08:00' }));
    expect(await listAll(10)).toEqual(['nine-am-oakland', 'noon-utc', 'one-pm-helsinki']);
  });

  test('by pages of any size holds every clip once', async () => {
    const ids = Array.from({ length: 23 }, (_, i) => `clip-${String(i).padStart(2, '0')}`);
    for (const [i, id] of ids.entries()) {
      // Threes share an instant, as clips of an import would.
      const minute = String(Math.floor(i / 3)).padStart(2, '0');
      await store.saveClip(makeClip(id, { clippedAt: `2026-11-22T10:${minute}:00Z` }));
    }
    for (const limit of [1, 2, 5, 23, 100]) {
      const listed = await listAll(limit);
      expect(listed).toHaveLength(23);
      expect([...listed].sort()).toEqual(ids);
    }
  });

  test('goes on where it was when a clip is saved between two pages', async () => {
    for (const hour of ['01', '02', '03', '04']) {
      await store.saveClip(makeClip(hour, { clippedAt: `2026-11-22T${hour}:00:00Z` }));
    }
    const first = await store.listClips({ limit: 2 });
    await store.saveClip(makeClip('05', { clippedAt: '2026-11-22T05:00:00Z' }));
    const second = await store.listClips({ limit: 2, before: first.next });
    expect(first.clips.map((clip) => clip.id)).toEqual(['04', '03']);
    expect(second.clips.map((clip) => clip.id)).toEqual(['02', '01']);
    expect(second.next).toBeNull();
  });
});

describe('editing', () => {
  test('an edit from a stale page is refused and changes nothing', async () => {
    await store.saveClip(makeClip('a'));
    const other = await library.open();
    const seen = (await store.getClip('a'))!;
    expect(await other.updateClip('a', { note: 'theirs' }, seen.updatedAt)).toMatchObject({
      ok: true,
    });
    expect(await store.updateClip('a', { note: 'mine' }, seen.updatedAt)).toEqual({
      ok: false,
      reason: 'changedElsewhere',
    });
    expect((await store.getClip('a'))?.note).toBe('theirs');
  });

  test('of two edits at the same moment exactly one wins', async () => {
    await store.saveClip(makeClip('a'));
    const other = await library.open();
    const { updatedAt } = (await store.getClip('a'))!;
    const results = await Promise.all([
      store.updateClip('a', { note: 'mine' }, updatedAt),
      other.updateClip('a', { note: 'theirs' }, updatedAt),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test('every change gets an updatedAt of its own, though the clock stands still', async () => {
    await store.saveClip(makeClip('a'));
    vi.useFakeTimers({ toFake: ['Date'] });
    const stamps = new Set<string>();
    for (let i = 0; i < 5; i++) {
      const updated = await store.updateClip('a', { note: `note ${i}` });
      if (updated.ok) stamps.add(updated.clip.updatedAt);
    }
    vi.useRealTimers();
    expect(stamps.size).toBe(5);
  });

  test('a clip that came with a date far ahead can still be edited', async () => {
    await store.saveClip(makeClip('a', { updatedAt: '9999-12-31T23:59:59.999Z' }));
    const updated = await store.updateClip('a', { note: 'x' });
    expect(updated.ok && updated.clip.updatedAt < '9999').toBe(true);
  });

  test('tags added from two pages are both kept', async () => {
    await store.saveClip(makeClip('a', { tags: ['old'] }));
    const other = await library.open();
    const add = (tag: string) => (clip: Clip) => ({ tags: [...clip.tags, tag] });
    await Promise.all([store.updateClip('a', add('one')), other.updateClip('a', add('two'))]);
    expect(new Set((await store.getClip('a'))?.tags)).toEqual(new Set(['old', 'one', 'two']));
  });

  test('an edit cannot move a clip to another id or out of the trash', async () => {
    await store.saveClip(makeClip('a'));
    await store.trashClips(['a']);
    const forged = { id: 'b', deletedAt: null, note: 'n' } as object;
    await store.updateClip('a', forged);
    expect(await store.getClip('b')).toBeNull();
    expect((await store.getClip('a'))?.deletedAt).not.toBeNull();
  });

  test('a clip that is gone is missing, not made anew', async () => {
    expect(await store.updateClip('a', { note: 'x' })).toEqual({ ok: false, reason: 'missing' });
    expect(await store.countClips()).toBe(0);
  });
});

describe('the trash', () => {
  test('takes clips off the list and gives them back to their place', async () => {
    for (const id of ['1', '2', '3']) {
      await store.saveClip(makeClip(id, { clippedAt: `2026-11-2${id}T10:00:00Z` }));
    }
    expect(await store.trashClips(['2', 'unknown'])).toEqual(['2']);
    expect(await listAll(10)).toEqual(['3', '1']);
    expect((await store.listTrash({ limit: 10 })).clips.map((clip) => clip.id)).toEqual(['2']);
    expect([await store.countClips(), await store.countClips('trash')]).toEqual([2, 1]);

    expect(await store.restoreClips(['2', '3'])).toEqual(['2']);
    expect(await listAll(10)).toEqual(['3', '2', '1']);
    expect(await store.countClips('trash')).toBe(0);
  });

  test('what is erased is gone, and nothing else is', async () => {
    await store.saveClip(makeClip('a'));
    await store.saveClip(makeClip('b'));
    await store.trashClips(['a']);
    expect(await store.eraseClips(['a', 'a', 'unknown'])).toEqual(['a']);
    expect(await store.getClip('a')).toBeNull();
    expect(await listAll(10)).toEqual(['b']);
    expect(library.memory.sentinel?.clips).toBe(1);
  });
});

describe('twins', () => {
  test('are found by any of their addresses, once each, the trashed ones last and marked', async () => {
    const keys = ['news.example/story', 'news.example/story?id=1'];
    await store.saveClip(makeClip('binned', { addressKeys: keys }));
    await store.saveClip(makeClip('kept', { addressKeys: keys }));
    await store.saveClip(makeClip('other', { addressKeys: ['news.example/else'] }));
    await store.trashClips(['binned']);
    const twins = await store.findTwins([...keys, 'news.example/unheard-of']);
    expect(twins.map((clip) => [clip.id, clip.deletedAt !== null])).toEqual([
      ['kept', false],
      ['binned', true],
    ]);
    expect(await store.findTwins([])).toEqual([]);
  });

  test('follow an edited address', async () => {
    await store.saveClip(makeClip('a', { addressKeys: ['news.example/old'] }));
    await store.updateClip('a', { addressKeys: ['news.example/new'] });
    expect(await store.findTwins(['news.example/old'])).toEqual([]);
    expect(await store.findTwins(['news.example/new'])).toHaveLength(1);
  });
});

describe('a clip that cannot be read', () => {
  const fromTheFuture = {
    ...makeClip('future'),
    recordVersion: CLIP_RECORD_VERSION + 1,
    mood: 'glad',
  };
  const row = { id: 'future', place: 'library', rank: 0, record: fromTheFuture };

  test('is reported with its reason, and the others are listed', async () => {
    await store.saveClip(makeClip('a'));
    await meddle(library.name, 'clips', (rows) => rows.put(row));
    await meddle(library.name, 'clips', (rows) =>
      rows.put({ id: 'odd', place: 'library', rank: 0, record: { recordVersion: 1, id: 'odd' } }),
    );
    expect(await listAll(10)).toEqual(['a']);
    expect([...store.unreadable].sort((a, b) => a.id.localeCompare(b.id))).toEqual([
      { table: 'clips', id: 'future', reason: 'tooNew' },
      { table: 'clips', id: 'odd', reason: 'invalid' },
    ]);
  });

  test('does not end the list early, even where it fills a page', async () => {
    await store.saveClip(makeClip('a', { clippedAt: '2020-01-01T00:00:00Z' }));
    await meddle(library.name, 'clips', (rows) => rows.put({ ...row, rank: -4e12 }));
    expect(await listAll(1)).toEqual(['a']);
  });

  test('is never overwritten, trashed or erased', async () => {
    await meddle(library.name, 'clips', (rows) => rows.put(row));
    await expect(store.saveClip(makeClip('future'))).rejects.toMatchObject({
      reason: 'unreadable',
    });
    expect(await store.updateClip('future', { note: 'x' })).toEqual({
      ok: false,
      reason: 'unreadable',
    });
    expect(await store.trashClips(['future'])).toEqual([]);
    expect(await store.eraseClips(['future'])).toEqual([]);
    expect(await meddle(library.name, 'clips', (rows) => rows.get('future'))).toEqual(row);
  });
});

/** The events page's memory over the real library: what is done can be taken back, what others do is followed. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EventsState } from '../../entrypoints/dashboard/event-state.svelte.ts';
import { kinshipOf } from '../../entrypoints/dashboard/kinship.ts';
import { messages } from '../../lib/messages/messages.ts';
import type { CloseClips } from '../../lib/model/clip-entry.ts';
import type { Store } from '../../lib/store/database.ts';
import { newLibrary } from '../store/opening.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { makeClaim, makeEvent } from './events-for-tests.ts';

const words = messages.events;
let library: ReturnType<typeof newLibrary>;
let store: Store;
let state: EventsState;
let said: { text: string; undo: (() => Promise<void>) | null }[];
let closeTo: (clipId: string) => Promise<CloseClips[]>;

const quote = { id: 'q', exact: 'between 55 and 65 per cent', prefix: '', suffix: '' };

beforeEach(async () => {
  library = newLibrary();
  store = await library.open();
  await store.saveClips(['a', 'b', 'c'].map((id) => makeClip(id, { quotes: [quote] })));
  said = [];
  closeTo = async (id) => (id === 'c' ? [] : [{ kind: 'sameText', clipIds: ['a', 'b'] }]);
  state = begun();
});
afterEach(() => {
  state.dispose();
  library.closeAll();
});

function begun(): EventsState {
  const ports = {
    say: (text: string, undo: (() => Promise<void>) | null) => void said.push({ text, undo }),
    hush: () => {},
    closeTo: (id: string) => closeTo(id),
  };
  return new EventsState(library.platform, store, ports);
}

async function opened(edit: Parameters<typeof makeEvent>[1] = {}) {
  await store.saveEvent(makeEvent('e', { clipIds: ['a', 'b', 'c'], ...edit }));
  await state.refresh();
  await state.open('e');
  return state.openEvent === 'gone' ? null : state.openEvent!;
}
const undo = () => said.at(-1)!.undo!();

describe('an open event', () => {
  test('has its clips, copies of one report together', async () => {
    await opened();
    await vi.waitFor(() => expect(state.copies).toEqual([['a', 'b'], ['c']]));
    expect(state.clips.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('says that copies are not known where they cannot be looked up', async () => {
    closeTo = () => Promise.reject(new Error('no worker'));
    await opened();
    await vi.waitFor(() => expect(state.copies).toBe('unknown'));
  });

  test('follows what another window does', async () => {
    await opened();
    const other = await library.open();
    await other.updateEvent('e', { target: 'Posti Group' });
    await vi.waitFor(() =>
      expect(state.openEvent).toMatchObject({ id: 'e', target: 'Posti Group' }),
    );
  });

  test('that is not there is said to be gone', async () => {
    await state.open('nowhere');
    expect(state.openEvent).toBe('gone');
  });
});

describe('what is done', () => {
  test('to an event in its form can be taken back', async () => {
    const event = (await opened())!;
    await state.form.beginEdit(event);
    state.form.type({ ...state.form.editing!.draft, target: 'Nobody' });
    expect(await state.save(() => state.form.save())).toBe('e');
    expect((await store.getEvent('e'))!.target).toBe('Nobody');
    await undo();
    expect((await store.getEvent('e'))!.target).toBe('Posti');
  });

  test('is not taken back over what somebody did since', async () => {
    const event = (await opened())!;
    await state.form.beginEdit(event);
    state.form.type({ ...state.form.editing!.draft, target: 'Mine' });
    await state.save(() => state.form.save());
    const saved = said.at(-1)!;
    await store.updateEvent('e', { outcome: 'Theirs' });
    await saved.undo!();
    expect(await store.getEvent('e')).toMatchObject({ target: 'Mine', outcome: 'Theirs' });
    expect(said.at(-1)!.text).toBe(words.changedSince);
  });

  test('by adding a clip, and by taking one away with its passages, can be taken back', async () => {
    const claims = [makeClaim('c1', { sources: [{ clipId: 'b', quoteId: 'q' }] })];
    const event = (await opened({ clipIds: ['a', 'b'], claims }))!;
    await state.add('e', ['c']);
    expect((await store.getEvent('e'))!.clipIds).toEqual(['a', 'b', 'c']);
    await undo();
    expect((await store.getEvent('e'))!.clipIds).toEqual(['a', 'b']);
    await state.removeSource(event, (await store.getClip('b'))!);
    const without = (await store.getEvent('e'))!;
    expect([without.clipIds, without.claims[0]!.sources]).toEqual([['a'], []]);
    await undo();
    const again = (await store.getEvent('e'))!;
    expect([again.clipIds, again.claims]).toEqual([['a', 'b'], claims]);
  });

  test('by throwing it away and by bringing it back, too', async () => {
    const event = (await opened())!;
    await state.trash(event);
    await vi.waitFor(() => expect(state.events).toEqual([]));
    expect(state.trashCount).toBe(1);
    await undo();
    await vi.waitFor(() => expect(state.events).toHaveLength(1));
  });
});

describe('the form', () => {
  test('does not write over another window’s event; either may stay', async () => {
    const event = (await opened())!;
    await state.form.beginEdit(event);
    state.form.type({ ...state.form.editing!.draft, target: 'Mine' });
    await store.updateEvent('e', { target: 'Theirs' });
    expect(await state.save(() => state.form.save())).toBeNull();
    expect(state.form.theirs?.target).toBe('Theirs');
    expect((await store.getEvent('e'))!.target).toBe('Theirs');
    expect(await state.save(() => state.form.saveOverTheirs())).toBe('e');
    expect((await store.getEvent('e'))!.target).toBe('Mine');
  });

  test('keeps what was typed for whoever comes back to it, until it is let go', async () => {
    const event = (await opened())!;
    await state.form.beginEdit(event);
    state.form.type({ ...state.form.editing!.draft, outcome: 'half a sent' });
    await vi.waitFor(async () =>
      expect(await library.platform.drafts.read('events edit e')).toBeDefined(),
    );
    const later = begun();
    await later.form.beginEdit(event);
    expect(later.form.editing).toMatchObject({
      isRestored: true,
      draft: { outcome: 'half a sent' },
    });
    await later.form.drop();
    await later.form.beginEdit(event);
    expect(later.form.editing!.isRestored).toBe(false);
    later.dispose();
  });
});

test('a search goes over people, places, kinds and claims, accents aside', async () => {
  await opened({ places: ['Åland'], claims: [makeClaim('c', { claimedBy: 'the border guard' })] });
  for (const query of ['aland', 'BORDER guard', 'sympathy', 'ground crews', 'air transport']) {
    state.query = query;
    expect(state.shown.map(({ id }) => id)).toEqual(['e']);
  }
  state.query = 'aland ferry';
  expect(state.shown).toEqual([]);
});

describe('who else is the same witness', () => {
  const ask = async (tie: Partial<Parameters<typeof kinshipOf>[1]> = {}) => {
    const clip = (await store.getClip('a'))!;
    return kinshipOf({ store, closeTo: (id) => closeTo(id) }, { clip, quote, ...tie });
  };

  test('are the copies of its clip', async () => {
    expect(await ask()).toEqual({
      kinship: { copyIds: ['b'], claimId: null, claimIds: [] },
      isComplete: true,
    });
  });

  test('is whoever quotes the same claim, which the passage tells', async () => {
    const sources = [{ clipId: 'a', quoteId: 'q' }];
    await store.saveEvent(makeEvent('e', { claims: [makeClaim('police', { sources })] }));
    expect((await ask()).kinship).toMatchObject({ claimId: 'police', claimIds: ['police'] });
  });

  test('is nobody for a figure that nobody in particular gives', async () => {
    const claim = makeClaim('nobody', { claimedBy: '' });
    expect((await ask({ claim })).kinship.claimId).toBeNull();
  });

  test('is unknown, and said to be, where the index does not answer', async () => {
    closeTo = () => Promise.reject(new Error('no worker'));
    expect(await ask()).toMatchObject({ kinship: { copyIds: [] }, isComplete: false });
  });
});

/** What the dialog and the reminder stand on: a real library, real files, a clock that can be set. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { BackupState, type BackupDeed } from '../../entrypoints/dashboard/backup-state.svelte.ts';
import type { WrittenBackup } from '../../lib/backup/write.ts';
import type { Store } from '../../lib/store/database.ts';
import { newLibrary } from '../store/opening.ts';
import { makeClip } from '../store/records-for-tests.ts';

const DAY_MS = 86_400_000;

beforeEach(() => vi.stubGlobal('__APP_VERSION__', '0.1.0'));

async function opened() {
  const library = newLibrary();
  const store = await library.open();
  const clock = { now: Date.parse('2026-11-22T12:00:00Z') };
  const offered: WrittenBackup[] = [];
  const said: { deed: BackupDeed; undo: (() => void) | null }[] = [];
  let replaced = 0;
  const backup = new BackupState(store, {
    offer: (written) => offered.push(written),
    say: (deed, undo) => said.push({ deed, undo }),
    onreplaced: () => replaced++,
    now: () => clock.now,
  });
  const stop = backup.begin();
  onTestFinished(() => {
    stop();
    library.closeAll();
  });
  const follow = () => vi.waitFor(() => expect(backup.standing).not.toBeNull());
  await follow();
  return { library, store, backup, clock, offered, said, replaced: () => replaced };
}
const saveMany = (store: Store, count: number, name = 'c') =>
  store.saveClips(Array.from({ length: count }, (_, at) => makeClip(`${name}${at}`)));
const fileOf = async ({ name, file }: WrittenBackup) => new File([await file.arrayBuffer()], name);

async function backupOfNow({ backup, offered }: Awaited<ReturnType<typeof opened>>) {
  backup.open('save');
  await backup.save();
  expect(backup.step.kind).toBe('saved');
  backup.close();
  return fileOf(offered.at(-1)!);
}

test('the reminder comes with age and changes together, and rests for a week when sent away', async () => {
  const page = await opened();
  const { store, backup, clock } = page;
  expect(backup.standing).toMatchObject({ clips: 0, lastAt: null, isDue: false });
  await saveMany(store, 19);
  await vi.waitFor(() => expect(backup.standing?.clips).toBe(19));
  expect(backup.standing?.isDue).toBe(false);
  await store.saveClip(makeClip('twentieth'));
  await vi.waitFor(() => expect(backup.standing?.isDue).toBe(true));

  await backupOfNow(page);
  expect(backup.standing).toMatchObject({ changes: 0, isDue: false });
  expect(backup.standing?.lastAt).toBe('2026-11-22T12:00:00.000Z');
  const late = async (days: number) => {
    clock.now = Date.parse('2026-11-22T12:00:00Z') + days * DAY_MS;
    await store.updateClip('c1', { note: `day ${days}` });
    await vi.waitFor(() => expect(backup.standing?.changes).toBeGreaterThan(0));
  };
  await late(15);
  expect(backup.standing?.isDue).toBe(false);
  await saveMany(store, 20, 'd');
  await vi.waitFor(() => expect(backup.standing).toMatchObject({ changes: 21, isDue: true }));
  await backup.hideReminder();
  expect(backup.standing?.isDue).toBe(false);
  // A page opened afterwards knows of it, too.
  const next = new BackupState(store, {
    offer: () => {},
    say: () => {},
    onreplaced: () => {},
    now: () => clock.now,
  });
  onTestFinished(next.begin());
  await vi.waitFor(() => expect(next.standing).toMatchObject({ changes: 21, isDue: false }));
  clock.now += 8 * DAY_MS;
  await store.updateClip('c1', { note: 'a week on' });
  await vi.waitFor(() => expect(next.standing?.isDue).toBe(true));
});

test('a check tells what is in a file and writes nothing; what is added can be undone', async () => {
  const page = await opened();
  const { store, backup, said } = page;
  await saveMany(store, 5);
  const file = await backupOfNow(page);
  await store.eraseClips(['c0', 'c1']);
  await store.updateClip('c2', { note: 'mine', title: 'Worked on' });
  backup.open('restore');
  await backup.check(file);
  expect(backup.step).toMatchObject({
    kind: 'review',
    review: {
      isFromHere: true,
      missing: { clips: 2 },
      sameCount: 2,
      differentCount: 1,
      different: [{ table: 'clips', name: 'Title of c2' }],
    },
  });
  expect(await store.countClips()).toBe(3);
  backup.goOn();
  await vi.waitFor(() => expect(said).toHaveLength(1));
  expect(said[0]!.deed).toMatchObject({
    kind: 'added',
    restored: { added: { clips: 2 }, left: 3 },
  });
  expect(backup.isOpen).toBe(false);
  said[0]!.undo!();
  await vi.waitFor(() => expect(said).toHaveLength(2));
  expect(said[1]!.deed).toEqual({ kind: 'undone', erased: 2, kept: 0 });
  expect(await store.countClips()).toBe(3);
});

test('replacing is said twice, and then the last backup is this one', async () => {
  const page = await opened();
  const { store, backup, said, clock, replaced } = page;
  await saveMany(store, 5);
  const file = await backupOfNow(page);
  clock.now += 3 * DAY_MS;
  await saveMany(store, 5, 'later');
  backup.open('restore');
  await backup.check(file);
  // Everything in it is here, so nothing but replacing is left to do.
  expect(backup.way).toBe('replaceAll');
  backup.goOn();
  expect(backup.step.kind).toBe('confirm');
  expect(await store.countClips()).toBe(10);
  await backup.savePresent();
  expect(page.offered).toHaveLength(2);
  backup.confirm();
  await vi.waitFor(() => expect(said).toHaveLength(1));
  expect(said[0]).toMatchObject({ deed: { kind: 'replaced' }, undo: null });
  expect(await store.countClips()).toBe(5);
  expect(replaced()).toBe(1);
  expect(backup.standing).toMatchObject({ lastAt: '2026-11-22T12:00:00.000Z', changes: 0 });
});

test('a file that is another one by the time it is restored is refused, nothing written', async () => {
  const page = await opened();
  const { store, backup } = page;
  await saveMany(store, 3);
  const first = await backupOfNow(page);
  await store.saveClip(makeClip('more'));
  const second = await backupOfNow(page);
  await store.eraseClips(['c0', 'more']);
  backup.open('restore');
  await backup.check(first);
  first.stream = () => second.stream();
  backup.goOn();
  await vi.waitFor(() =>
    expect(backup.step).toEqual({ kind: 'refused', refusal: { reason: 'otherFile' } }),
  );
  expect(await store.countClips()).toBe(2);
});

test('called off in the middle, nothing has come in and the dialog says so', async () => {
  const page = await opened();
  const { store, backup, said } = page;
  await saveMany(store, 450);
  const file = await backupOfNow(page);
  await store.eraseClips(Array.from({ length: 450 }, (_, at) => `c${at}`));
  backup.open('restore');
  await backup.check(file);
  backup.goOn();
  await vi.waitFor(() => expect(backup.step).toMatchObject({ kind: 'staging' }));
  backup.cancel();
  expect(backup.step.kind).toBe('cancelled');
  await backup.check(file);
  expect(backup.step).toMatchObject({ kind: 'review', review: { missing: { clips: 450 } } });
  expect(await store.countClips()).toBe(0);
  expect(said).toEqual([]);
});

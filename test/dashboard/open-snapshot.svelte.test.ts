// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { locks } from 'node:worker_threads';
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import OpenSnapshot from '../../entrypoints/dashboard/OpenSnapshot.svelte';
import { Workspace } from '../../entrypoints/dashboard/workspace.svelte.ts';
import { messages } from '../../lib/messages/messages.ts';
import { newLibrary } from '../store/opening.ts';

// jsdom has neither Web Locks nor dialogs that open; no comparison is run here, so no worker is needed.
Object.defineProperty(navigator, 'locks', { value: locks });
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

const words = messages.share.open;
const SNAPSHOT = readFileSync('test/fixtures/snapshots/posti-2019-v1.json', 'utf8');

/** A file whose bytes come when they are let. */
function slowFile(text: string) {
  let arrive = () => {};
  const file = new File([text], 'file.json');
  const bytes = new Promise<ArrayBuffer>((resolve) => {
    arrive = () => resolve(new TextEncoder().encode(text).buffer as ArrayBuffer);
  });
  file.arrayBuffer = () => bytes;
  return { file, arrive: () => arrive() };
}

async function opened() {
  const workspace = new Workspace(newLibrary().platform);
  await workspace.begin();
  const onclose = vi.fn();
  const props = $state<{ given: File | string | null }>({ given: null });
  const dialog = mount(OpenSnapshot, {
    target: document.body,
    props: {
      workspace,
      onclose,
      get given() {
        return props.given;
      },
    },
  });
  flushSync();
  onTestFinished(async () => {
    await unmount(dialog);
    workspace.client.dispose();
    workspace.studio?.dispose();
  });
  const drop = (file: File) => {
    props.given = file;
    flushSync();
  };
  return { workspace, onclose, drop };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const shown = () => document.body.textContent ?? '';

test('of two files dropped one after the other the later one stands, however slow the first', async () => {
  const { drop } = await opened();
  const snapshot = slowFile(SNAPSHOT);
  const broken = slowFile('{');
  drop(snapshot.file);
  drop(broken.file);
  broken.arrive();
  await settle();
  snapshot.arrive();
  await settle();
  expect(shown()).toContain(messages.snapshot.refusals.notJson.title);
  expect(shown()).not.toContain('Posti');
});

test('a second click while a file is being taken in makes no second copy', async () => {
  const { workspace, onclose, drop } = await opened();
  const snapshot = slowFile(SNAPSHOT);
  drop(snapshot.file);
  snapshot.arrive();
  await settle();
  const accept = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === words.accept,
  )!;
  accept.click();
  accept.click();
  await vi.waitFor(() => expect(onclose).toHaveBeenCalled());
  expect(onclose).toHaveBeenCalledOnce();
  expect(await workspace.store!.listCampaigns()).toHaveLength(1);
});

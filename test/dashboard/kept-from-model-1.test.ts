// @vitest-environment jsdom
/** A campaign of the casebook that was kept under model 1: what changed says whose doing the old constants are. */
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { Compared } from '../../entrypoints/dashboard/compare/compared.svelte.ts';
import WhatChanged from '../../entrypoints/dashboard/compare/WhatChanged.svelte';
import type { Studio } from '../../entrypoints/dashboard/studio.svelte.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { CONSTANTS_OF_MODEL_1 } from '../../lib/model/constants-of-model-1.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { entry, withNumbers } from '../simulation/runs.ts';

let shown: Record<string, unknown> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
  document.body.replaceChildren();
});

function textOf(kept: CampaignScenario, original: CampaignScenario): string {
  const candidate = { key: kept.scenario.id, scenario: kept.scenario, isOpen: true };
  shown = mount(WhatChanged, {
    target: document.body,
    props: {
      studio: { ...kept, original, baseline: null } as unknown as Studio,
      compared: { candidates: [candidate], chosen: [candidate] } as unknown as Compared,
      nameOf: () => 'Posti',
      nameByKey: () => 'Posti',
    },
  });
  flushSync();
  return document.body.textContent;
}

const note = studioMessages.changes.ofModel1;
const posti = entry('posti-2019');
const old = withNumbers(posti, CONSTANTS_OF_MODEL_1);

test('that the constants differ is said to be nobody’s edit', () => {
  const text = textOf(old, posti);
  expect(text).toContain(note);
  expect(text).toContain('1.85');
  expect(text).toContain('1.82');
});

test('nothing is said of it where they do not differ, or are another’s', () => {
  expect(textOf(posti, posti)).not.toContain(note);
});

test('nor where somebody has changed one of them since', () => {
  expect(textOf(withNumbers(old, { rampDays: 5 }), posti)).not.toContain(note);
});

test('nor where it was opened with them, as from a file', () => {
  expect(textOf(old, old)).not.toContain(note);
});

/** The time line by keys alone: everything a mouse can do to it, each step spoken, the focus never lost, all of it undone. */
import type { KeyInput, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { bar, digestOn, LONG } from './on-page.ts';

const words = messages.timeline;

let chromium: RunningChromium;
let page: Page;
// A fresh profile each: what one test did to the campaign is kept.
beforeEach(async () => {
  chromium = await launchChromium();
  page = await chromium.openDashboard('#/what-if/posti-2019');
  await bar(page, 'air-14');
});
afterEach(() => chromium.close());

/** Presses a chord such as Shift+ArrowRight. */
async function key(chord: string): Promise<void> {
  const keys = chord.split('+') as KeyInput[];
  const last = keys.pop()!;
  for (const held of keys) await page.keyboard.down(held);
  await page.keyboard.press(last);
  for (const held of keys.toReversed()) await page.keyboard.up(held);
}

interface Focus {
  tag: string;
  /** What a screen reader calls it. */
  name: string;
  /** Where it is a bar: the action's id. */
  action: string | null;
}

/** Where the focus is once the page has drawn what the key did. */
function focus(): Promise<Focus> {
  return page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const at = document.activeElement ?? document.body;
    return {
      tag: at.tagName,
      name: at.getAttribute('aria-label') ?? at.textContent.trim().replace(/\s+/g, ' '),
      action: at.matches('.timeline [role=slider]') ? at.id.replace(/^[^-]*-/, '') : null,
    };
  });
}

/** A key until the focus is where it should be; the test fails if it takes more presses than somebody would bear. */
async function keyUntil(
  chord: string,
  isThere: (at: Focus) => boolean,
  most: number,
): Promise<number> {
  for (let presses = 0; presses <= most; presses++) {
    if (isThere(await focus())) return presses;
    await key(chord);
  }
  throw new Error(`after ${most} × ${chord} the focus is on ${JSON.stringify(await focus())}`);
}

/** All that is in a live region of the page. */
const spoken = () =>
  page.$$eval('main [role=status]', (regions) =>
    regions.map((region) => region.textContent).join(' | '),
  );

async function hears(text: string): Promise<void> {
  await expect.poll(spoken, { timeout: 5000 }).toContain(text);
}

const isOn = (action: string) => (at: Focus) => at.action === action;
const bars = () => page.$$eval('.timeline [role=slider]', (found) => found.length);

async function reachBar(action: string): Promise<void> {
  // Past the header, by the first stop of the page.
  if ((await focus()).tag === 'BODY') {
    await key('Tab');
    await key('Enter');
  }
  await keyUntil('Tab', (at) => at.action !== null, 15);
  await keyUntil('Alt+ArrowDown', isOn(action), 12);
}

/** The state of undo, as its button says it. */
const undoStep = () =>
  page.$eval(
    `::-p-xpath(//button[normalize-space(.)="${messages.common.undo}"])`,
    (button) => (button as HTMLElement).title,
  );

describe('the time line by keys', () => {
  it('moves, resizes, strengthens, switches off, copies, removes, adds, and undoes it all', async () => {
    const before = await digestOn(page);
    await reachBar('air-14');
    const airport = 'Airport and flight crews';

    await key('ArrowRight');
    await hears(words.moved(airport, words.onDay(15)));
    expect(await (await bar(page, 'air-14')).evaluate((at) => at.ariaValueNow)).toBe('15');
    await key('ArrowLeft');
    await hears(words.moved(airport, words.onDay(14)));
    await key('ArrowLeft');
    await hears(words.moved(airport, words.onDay(13)));
    expect((await focus()).action).toBe('air-14');

    await key('Shift+ArrowRight');
    await hears(words.resized(airport, words.fromTo(13, 14)));
    expect((await focus()).action).toBe('air-14');

    await key('ArrowUp');
    await hears(words.strength(airport, '85%'));
    expect((await focus()).name).toContain('85%');

    await key('Space');
    await hears(words.toggled(airport, words.switchedOff));
    expect((await focus()).name).toContain(words.switchedOff);

    await key('c');
    await hears(words.copyName(airport));
    const copy = await focus();
    expect(copy.action).not.toBe(null);
    expect(copy.action).not.toBe('air-14');
    expect(copy.name).toContain(words.copyName(airport));

    await key('Delete');
    await hears(words.removed(words.copyName(airport)));
    const neighbour = await focus();
    expect(neighbour.action).not.toBe(null);
    expect(neighbour.action).not.toBe(copy.action);

    await keyUntil('Shift+Tab', (at) => at.name.endsWith(words.add), 3);
    await key('Enter');
    expect((await focus()).tag).toBe('INPUT');
    await key('Control+a');
    await page.keyboard.type('20');
    await keyUntil('Tab', (at) => at.name.startsWith(words.kinds.boycott), 12);
    await key('Enter');
    await hears(`Added: ${words.kinds.boycott}, ${words.toTheEnd(20)}`);
    expect((await focus()).name).toContain(words.kinds.boycott);

    const after = await digestOn(page, before);
    let steps = 0;
    for (; (await undoStep()) !== messages.studio.nothingToUndo; steps++) {
      const step = (await undoStep()).replace(messages.studio.undoStep(''), '');
      await key('Control+z');
      await hears(messages.studio.undone(step));
      expect((await focus()).action, `after undoing “${step}”`).not.toBe(null);
    }
    // Two left and one right are held keys of their own.
    expect(steps).toBe(9);
    expect(await digestOn(page, after)).toBe(before);

    for (; steps > 0; steps--) await key('Control+Shift+z');
    expect(await digestOn(page, before)).toBe(after);
    expect((await focus()).action).not.toBe(null);
  });

  it('keeps the focus on a bar that a held key carries past another', async () => {
    await reachBar('air-14');
    for (let day = 0; day < 10; day++) await page.keyboard.down('ArrowRight');
    await page.keyboard.up('ArrowRight');
    await hears(words.onDay(24));
    expect((await focus()).action).toBe('air-14');
    await key('Control+z');
    await hears(messages.studio.undone(''));
    expect((await focus()).action).toBe('air-14');
    expect(await undoStep()).toBe(messages.studio.nothingToUndo);
  });

  it('takes away the last bar and has the focus where the next one is added', async () => {
    await reachBar('air-14');
    for (let left = await bars(); left > 0; left--) {
      expect((await focus()).action).not.toBe(null);
      await key('Delete');
      await expect.poll(bars).toBe(left - 1);
    }
    expect((await focus()).name).toContain(words.add);
    await key('Enter');
    expect((await focus()).tag).toBe('INPUT');
    await key('Escape');
    expect((await focus()).name).toContain(words.add);
  });

  it('opens a bar on Enter, and has the focus on the bar again when its panel is closed', async () => {
    await reachBar('air-14');
    await key('Enter');
    expect(await focus()).toEqual({ tag: 'H2', name: 'Airport and flight crews', action: null });
    await keyUntil('Tab', (at) => at.name === messages.common.close, 2);
    await key('Enter');
    expect((await focus()).action).toBe('air-14');

    await key('Enter');
    await keyUntil('Tab', (at) => at.name === words.editor.remove, 40);
    await key('Enter');
    expect((await focus()).action).not.toBe(null);
  });

  it('leaves the focus on Undo when there is nothing more to undo', async () => {
    await reachBar('air-14');
    await key('Space');
    await keyUntil('Shift+Tab', (at) => at.name === messages.common.undo, 8);
    await key('Enter');
    await hears(messages.studio.undone(''));
    await page.waitForFunction(
      (wanted) => document.body.innerText.includes(wanted),
      { timeout: LONG },
      messages.dashboard.saveState.saved,
    );
    expect((await focus()).name).toBe(messages.common.undo);
  });
});

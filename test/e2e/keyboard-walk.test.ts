/** The studio without a mouse: every page of it by keys alone, the focus always somewhere, and always to be seen. */
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { bar, digestOn, LONG } from './on-page.ts';

let chromium: RunningChromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.openDashboard('#/library');
});
afterAll(() => chromium.close());

async function key(chord: string): Promise<void> {
  const keys = chord.split('+') as KeyInput[];
  const last = keys.pop()!;
  for (const held of keys) await page.keyboard.down(held);
  await page.keyboard.press(last);
  for (const held of keys.toReversed()) await page.keyboard.up(held);
}

/** Where the focus is once the page has drawn what the key did, and whether an eye finds it. */
function focus(selector: string): Promise<{ isThere: boolean; isShown: boolean; name: string }> {
  return page.evaluate(async (wanted) => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const at = document.activeElement ?? document.body;
    // A bar of the time line is a wide place to hit; what is marked is the bar in it.
    const isOutlined = (each: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && outlineWidth !== '0px';
    };
    const { width, height, top, bottom } = at.getBoundingClientRect();
    const isMarked =
      getComputedStyle(at).boxShadow !== 'none' || [at, ...at.children].some(isOutlined);
    return {
      isThere: at.matches(wanted),
      isShown:
        at !== document.body &&
        isMarked &&
        width > 0 &&
        height > 0 &&
        bottom > 0 &&
        top < innerHeight,
      name: `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent.trim().slice(0, 60)}`,
    };
  }, selector);
}

/** Presses a key until the focus is there; it is looked at on each stop of the way. */
async function walk(chord: string, selector: string, most = 90): Promise<void> {
  const way: string[] = [];
  for (let presses = 0; presses <= most; presses++) {
    const at = await focus(selector);
    if (presses > 0) expect(at.isShown, `${chord} to ${at.name}, after ${way.at(-1)}`).toBe(true);
    if (at.isThere) return;
    way.push(at.name);
    await key(chord);
  }
  throw new Error(`${most} × ${chord} did not reach ${selector}: ${way.slice(-12).join(' > ')}`);
}

const isKept = (selector: string) =>
  expect.poll(() => focus(selector)).toMatchObject({ isThere: true, isShown: true });
const digest = () => digestOn(page);
const view = (name: string) => `nav a[href$="/${name}"]`;

it('from the library to the time line, a bar moved and taken back', async () => {
  await page.waitForSelector('main h1', { timeout: LONG });
  await walk('Tab', 'header a[href="#/what-if"]', 12);
  await key('Enter');
  const before = await digest();
  await bar(page, 'air-14');
  await isKept('header a[href="#/what-if"]');
  await walk('Tab', '.timeline [role=slider]');
  await walk('Alt+ArrowDown', '[id$="-air-14"]', 12);
  await key('ArrowRight');
  const after = await digestOn(page, before);
  expect(await (await bar(page, 'air-14')).evaluate((at) => at.ariaValueNow)).toBe('15');
  await key('Control+z');
  expect(await digestOn(page, after)).toBe(before);
  await isKept('[id$="-air-14"]');
});

it('a number changed in its box and taken back', async () => {
  const before = await digest();
  const { label } = messages.numbers.parameters.internalisation;
  const box = `aside input[aria-label=${JSON.stringify(messages.numbers.box(label, messages.numbers.typical))}]`;
  await walk('Tab', box, 200);
  await key('Control+a');
  await page.keyboard.type('0.2');
  await key('Enter');
  const after = await digestOn(page, before);
  await isKept(box);
  // Out of the box, where Ctrl+Z would be the box's own.
  await walk('Shift+Tab', 'aside input[type=range]', 5);
  await key('Control+z');
  expect(await digestOn(page, after)).toBe(before);
  expect((await focus('*')).isShown).toBe(true);
});

it('to every other page and, by Escape, out of the story', async () => {
  await walk('Shift+Tab', view('why'), 220);
  for (const name of ['why', 'compare', 'ask', 'brief']) {
    await walk('Tab', view(name), 10);
    await key('Enter');
    await page.waitForFunction((end) => location.hash.endsWith(end), { timeout: LONG }, `/${name}`);
    await page.waitForSelector('main h1', { timeout: LONG });
    await isKept(`${view(name)}[aria-current=page]`);
    // Into the page and back.
    await key('Tab');
    expect((await focus('*')).isShown, `the stop after ${name}`).toBe(true);
    await walk('Shift+Tab', view(name), 3);
  }
  await walk('Tab', view('story'), 5);
  await key('Enter');
  await page.waitForSelector('.story-page', { timeout: LONG });
  await expect.poll(async () => (await focus('.story-page *')).isThere).toBe(true);
  await key('ArrowRight');
  await key('Escape');
  await page.waitForSelector('.timeline', { visible: true, timeout: LONG });
  await expect.poll(async () => (await focus('body')).isThere).toBe(false);
  await walk('Tab', view('why'), 60);
  expect(chromium.problems).toEqual([]);
});

it('and nothing slides where its reader wants it still', async () => {
  /** The longest movement, in milliseconds, until one is long enough or the bar has been moved so long ago. */
  const longest = async (enough: number, patience: number) => {
    await (await bar(page, 'air-14')).focus();
    const watched = page.evaluate(
      async (enough, patience) => {
        let most = 0;
        for (const end = performance.now() + patience; performance.now() < end && most <= enough;) {
          await new Promise(requestAnimationFrame);
          for (const each of document.getAnimations()) {
            most = Math.max(most, Number(each.effect?.getComputedTiming().duration ?? 0));
          }
        }
        return most;
      },
      enough,
      patience,
    );
    await key('ArrowRight');
    return watched;
  };
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  expect(await longest(10, 2000)).toBeLessThanOrEqual(10);
  // Where nobody has asked for stillness it does slide: the claim above would notice.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }]);
  expect(await longest(100, LONG)).toBeGreaterThan(100);
});

/**
 * Pictures of the dashboard as it is built, for the README (docs/) or, with a folder, of every page in light and dark,
 * wide and narrow, to look at.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { launchChromium } from './chromium.ts';
import { fillLibrary, madeClips } from './filled-library.ts';
import { ARTICLE, startSite } from './site.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STILL_MS = 2500;
const LONGEST_MS = 120_000;
/** What the made clips say, one each; without it they would look like copies of one another. */
const TEXTS: readonly string[] = [
  `Airport ground crews walked out on Monday in support of postal workers, and the airline cancelled 300 flights.\n\n` +
    `Some 20,300 passengers were affected, according to the operator; the union put it at 31,000.\n\n` +
    `The union said that its members would be back on Tuesday, and out again if the sorters’ agreement was not restored.`,
  'Crews of the ferries to the islands left parcels on the quay. Passengers and their cars went aboard as on any day.',
  'Eight schools run by parents and teachers opened in churches and recreation centres while classrooms stood empty.',
  'Some 20,300 passengers is a small town; four thousand children is what these kitchens fed, with breakfast and lunch.',
  'Nobody at the four harbours will drive the new cars off the ships. The carriers turned back with all they had brought.',
  'When the mechanics’ pickets stood at the gate, the cockpits stayed empty, and the freight of a continent waited.',
  'The petition asks for nothing but an empty car park on Saturdays. Some 20,300 passengers of the tram pass it each week.',
  'Every ward has its collecting tin. The treasurer reads the sum out each evening, and on Friday it passed a million.',
];

interface Shot {
  name: string;
  route: string;
  /** Of the README's set: how much of the page, in CSS pixels. */
  height: number;
}
const SHOTS: readonly Shot[] = [
  { name: 'what-if', route: '#/what-if/posti-2019', height: 1180 },
  { name: 'why', route: '#/what-if/posti-2019/why', height: 1180 },
  { name: 'compare', route: '#/what-if/posti-2019/compare', height: 1180 },
  { name: 'ask', route: '#/what-if/posti-2019/ask', height: 1180 },
  { name: 'sectors', route: '#/what-if/posti-2019/sectors', height: 1000 },
  { name: 'present', route: '#/what-if/posti-2019/story', height: 720 },
  { name: 'brief', route: '#/what-if/posti-2019/brief', height: 1180 },
  { name: 'oakland', route: '#/what-if/oakland-2019', height: 1180 },
  { name: 'generic', route: '#/what-if/generic', height: 1180 },
  { name: 'not-found', route: '#/what-if/nothing-of-that-name', height: 700 },
  { name: 'campaigns', route: '#/campaigns', height: 900 },
  { name: 'new-campaign', route: '#/campaigns/new', height: 900 },
  { name: 'casebook', route: '#/casebook', height: 1180 },
  { name: 'case', route: '#/casebook/patco-1981', height: 1180 },
  { name: 'model', route: '#/model', height: 1000 },
  { name: 'critics', route: '#/model/critics', height: 1180 },
  { name: 'library-empty', route: '#/library', height: 800 },
];
/** Of a library that holds something. */
const FILLED: readonly Shot[] = [
  { name: 'library', route: '#/library/clip-0', height: 900 },
  { name: 'library-list', route: '#/library', height: 900 },
  { name: 'events', route: '#/events', height: 800 },
];
const POPUP = 'popup';
/** Those that the README shows. */
const KEPT: readonly string[] = ['what-if', 'why', 'compare', 'brief', 'library', POPUP];

/** Resolves once nothing that can be read has changed for a while: runs and studies are done, nothing moves. */
async function still(page: Page): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  let last = '';
  let since = performance.now();
  while (performance.now() < until) {
    const text = await page.evaluate(() => document.body.innerText);
    if (text !== last) {
      last = text;
      since = performance.now();
    } else if (performance.now() - since > STILL_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function withDashboard(
  colorScheme: 'light' | 'dark',
  work: (page: Page, address: string) => Promise<void>,
): Promise<void> {
  const chromium = await launchChromium({ colorScheme });
  try {
    const page = await chromium.newPage();
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await work(page, `${chromium.origin}/dashboard.html`);
  } finally {
    await chromium.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { all: { type: 'string' }, only: { type: 'string', multiple: true } },
  });
  const folder = values.all ?? path.join(ROOT, 'docs');
  mkdirSync(folder, { recursive: true });
  const names = values.only ?? (values.all === undefined ? KEPT : SHOTS.map(({ name }) => name));
  const shots = SHOTS.filter(({ name }) => names.includes(name));
  const filled = FILLED.filter(({ name }) => names.includes(name));
  const schemes = values.all ? (['light', 'dark'] as const) : (['light'] as const);
  const widths = values.all ? [1920, 1280, 390] : [1280];
  for (const scheme of schemes) {
    await withDashboard(scheme, async (page, address) => {
      // Offered once: in the pictures it has been answered.
      await page.goto(address);
      const name = studioMessages.tour.notNow;
      await page.locator(`::-p-xpath(//button[normalize-space(.)="${name}"])`).click();
      // The answer is on its way into the library.
      await still(page);
      const take = async ({ name, route, height }: Shot) => {
        for (const width of widths) {
          await page.setViewport({ width, height });
          await page.goto('about:blank');
          await page.goto(address + route);
          await still(page);
          const file = values.all ? `${name}-${scheme}-${width}.png` : `${name}.png`;
          await page.screenshot({
            path: path.join(folder, file) as `${string}.png`,
            fullPage: values.all !== undefined,
          });
          console.log(file);
        }
      };
      for (const shot of shots) await take(shot);
      if (filled.length > 0) {
        const clips = madeClips(TEXTS.length).map((clip, at) => ({ ...clip, text: TEXTS[at]! }));
        await fillLibrary(page, clips);
      }
      for (const shot of filled) await take(shot);
    });
    if (names.includes(POPUP)) {
      const file = values.all ? `${POPUP}-${scheme}.png` : `${POPUP}.png`;
      await takePopup(scheme, path.join(folder, file) as `${string}.png`);
      console.log(file);
    }
  }
}

/** The popup as it opens on an article, with a passage of it selected. */
async function takePopup(colorScheme: 'light' | 'dark', file: `${string}.png`): Promise<void> {
  const site = await startSite();
  const chromium = await launchChromium({ colorScheme });
  try {
    const page = await chromium.newPage();
    await page.goto(site.origin + ARTICLE.path);
    await page.evaluate((passage) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(passage);
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + passage.length);
      }
    }, ARTICLE.passage);
    const popup = await chromium.clickAction(page);
    const { understood } = messages.popup;
    await popup.locator(`::-p-xpath(//button[normalize-space(.)="${understood}"])`).click();
    await still(popup);
    await popup.screenshot({ path: file });
  } finally {
    await chromium.close();
    await site.close();
  }
}

await main();

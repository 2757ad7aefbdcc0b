/**
 * Pictures of the dashboard as it is built, for the README (docs/) or, with a folder, of every page in light and dark,
 * wide and narrow, to look at.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { messages } from '../lib/messages/messages.ts';
import { studioMessages } from '../lib/messages/studio-messages.ts';
import { chromiumSandboxArguments, findBrowser } from './browsers.ts';

const words = messages.screenshots;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILD = path.join(ROOT, '.output', 'chrome-mv3');
const STILL_MS = 2500;
const LONGEST_MS = 120_000;

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
/** Those that the README shows. */
const KEPT: readonly string[] = ['what-if', 'why', 'compare', 'brief'];

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
  const found = findBrowser('chromium');
  if (!found) throw new Error(words.noBrowser);
  const profile = mkdtempSync(path.join(tmpdir(), 'clincher-screenshots-'));
  let browser: Browser | null = null;
  try {
    browser = await launch({
      executablePath: found.executable,
      headless: true,
      pipe: true,
      enableExtensions: true,
      userDataDir: profile,
      args: ['--no-first-run', ...chromiumSandboxArguments()],
    });
    const id = await browser.installExtension(BUILD);
    const page = await browser.newPage();
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await work(page, `chrome-extension://${id}/dashboard.html`);
  } finally {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
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
      for (const { name, route, height } of shots) {
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
      }
    });
  }
}

await main();

/** Workers that have gone without a word, and one that cannot be started: what the dashboard makes of it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { CHROME_BUILD, launchChromium, type RunningChromium } from './chromium.ts';
import { bar, button, digestOn, LONG, press, waitForText } from './on-page.ts';

const ROUTE = '#/what-if/posti-2019';

let chromium: RunningChromium;
let page: Page;
let before: string;
beforeEach(async () => {
  chromium = await launchChromium();
  page = await chromium.openDashboard(ROUTE);
  before = await digestOn(page);
});
afterEach(() => chromium.close());

const workers = () => page.workers().filter((worker) => worker.url().includes('simulation-worker'));

it('workers that have silently gone are missed: the next edit still gives a picture', async () => {
  for (const worker of workers()) await worker.evaluate(() => self.close()).catch(() => {});
  await expect.poll(() => workers().length, { timeout: LONG }).toBe(0);
  await (await bar(page, 'air-14')).focus();
  await page.keyboard.press('Space');
  const after = await digestOn(page, before);
  expect(after).not.toBe(before);
  // The baseline did not change: its worker is not needed again yet.
  expect(workers()).toHaveLength(1);
  expect(await page.$('.failure')).toBe(null);
});

it('a worker that cannot be started is said after two attempts; "Run again" runs again', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'clincher-broken-'));
  const extensionDir = path.join(folder, 'extension');
  cpSync(CHROME_BUILD, extensionDir, { recursive: true });
  const script = path.join(extensionDir, 'simulation-worker.js');
  const sound = readFileSync(script);
  writeFileSync(script, 'throw new Error("spoilt on its way to the disk");');
  const broken = await launchChromium({ extensionDir });
  try {
    const spoilt = await broken.openDashboard(ROUTE);
    await button(spoilt, messages.studio.runAgain);
    await waitForText(spoilt, messages.studio.failed('').trim());
    await waitForText(spoilt, 'spoilt on its way to the disk');
    // The rest of the page is there: one can still change things, or share nothing.
    await bar(spoilt, 'air-14');

    writeFileSync(script, sound);
    await press(spoilt, messages.studio.runAgain);
    expect(await digestOn(spoilt)).toBe(before);
    expect(await spoilt.$('.failure')).toBe(null);
  } finally {
    await broken.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

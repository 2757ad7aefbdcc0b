/** The page that asks, on the strike at Posti: every question is answered, and what it offers is one step to undo. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { button, LONG, press, waitForText } from './on-page.ts';

let chromium: RunningChromium;
beforeAll(async () => {
  chromium = await launchChromium();
}, LONG);
afterAll(() => chromium.close());

it(
  'answers every question, and “Begin on day” is undone by one press',
  async () => {
    const page = await chromium.openDashboard('#/what-if/posti-2019/ask');
    // Each answer has its sentence and its picture.
    for (const start of [
      'gains most if it begins',
      'gains most at',
      'Most is gained by',
      'Look into',
    ]) {
      await waitForText(page, start);
    }
    await waitForText(page, 'As set, the solidarity actions help');
    await waitForText(page, 'The smallest change that turns this');
    expect(await page.$$eval('.question svg[role=img]', (found) => found.length)).toBe(5);

    const begin = await page.waitForSelector(
      '::-p-xpath(//button[starts-with(., "Begin on day")])',
    );
    const offered = await begin!.evaluate((element) => element.textContent!.trim());
    await press(page, offered);
    await waitForText(page, 'Done: begin Airport and flight crews');
    // It stands there now: nothing is left to do, until it is undone.
    await page.waitForFunction(
      (text) =>
        ![...document.querySelectorAll('button')].some((found) => found.textContent === text),
      { timeout: LONG },
      offered,
    );
    await press(page, 'Undo');
    await waitForText(page, 'Undone: begin Airport and flight crews');
    await button(page, offered);
    expect(chromium.problems).toEqual([]);
  },
  LONG * 2,
);

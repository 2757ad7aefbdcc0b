/** Scenarios side by side: made, compared, told apart in words, pinned as the baseline, and undone. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { seriousNow } from './accessibility.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { bar, LONG, press, settle, waitForText } from './on-page.ts';

const words = studioMessages.compare;

let chromium: RunningChromium;
beforeAll(async () => {
  chromium = await launchChromium();
});
afterAll(() => chromium.close());

async function seriousOn(page: Page): Promise<string[]> {
  await settle(page);
  return seriousNow(page);
}

const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
const columns = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) => document.querySelectorAll('.compare thead th[scope=col]').length === wanted + 1,
    { timeout: LONG },
    count,
  );
/** The table stands beneath tables for the pictures, which are closed. */
const gains = (page: Page) =>
  page.$$eval('.compare tbody tr:first-child td', (cells) =>
    cells.map((cell) => cell.textContent.trim()),
  );

describe('the comparison', () => {
  it('holds a copy against its original, says what changed, and the pinned one is named on the time line', async () => {
    const page = await chromium.openDashboard('#/what-if/posti-2019/compare');
    await waitForText(page, words.onlyOne);
    await columns(page, 2);
    await press(page, words.duplicate);
    await columns(page, 3);
    // The same luck: a copy differs from its original in nothing.
    const [, ours, copy] = await gains(page);
    expect(copy).toBe(ours);
    await waitForText(page, studioMessages.changes.none);

    // The copy, opened by its name; one action a day later.
    const [name, copyName] = await page.$$eval('.compare li a', (links) =>
      links.map((link) => link.textContent.trim()),
    );
    await page.locator(`::-p-xpath(//a[normalize-space(.)="${copyName}"])`).click();
    // What only a scenario beside the founding one has.
    await waitForText(page, messages.campaigns.saved.save);
    const moved = await bar(page, 'air-14');
    await moved.focus();
    await page.keyboard.press('ArrowRight');
    await page
      .locator(`::-p-xpath(//nav//a[normalize-space(.)="${words.view}"])`)
      .setTimeout(LONG)
      .click();
    await waitForText(page, studioMessages.changes.to(copyName!, name!));
    await waitForText(page, studioMessages.changes.count(1));
    await waitForText(page, studioMessages.changes.when);

    // Pinned, it is what every page compares with; a key takes it back.
    await page.locator(`button[aria-label="${words.pinLong(name!)}"]`).click();
    await page.waitForFunction(
      (said) => document.querySelector('.against')?.textContent.includes(said),
      { timeout: LONG },
      words.quoted(name!),
    );
    await page
      .locator(`::-p-xpath(//nav//a[normalize-space(.)="${messages.studio.views.line}"])`)
      .click();
    await page.waitForFunction(
      (start) => document.querySelector('text.end.baseline')?.textContent.includes(start),
      { timeout: LONG },
      name!.slice(0, 8),
    );
    await page
      .locator(`::-p-xpath(//nav//a[normalize-space(.)="${words.view}"])`)
      .setTimeout(LONG)
      .click();
    await page.waitForSelector(`button[aria-label="${words.unpinLong(name!)}"]`, { timeout: LONG });
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await page.waitForSelector(`button[aria-label="${words.pinLong(name!)}"]`, { timeout: LONG });
    await page.waitForFunction(
      (said) => document.querySelector('.against')?.textContent.includes(said),
      { timeout: LONG },
      words.withoutQuoted,
    );

    // A seventh is refused with words; six fit the narrowest page, light and dark.
    for (let more = 0; more < 4; more++) {
      const before = await page.$$eval('.compare li', (rows) => rows.length);
      await press(page, words.duplicate);
      await page.waitForFunction(
        (count) => document.querySelectorAll('.compare li').length > count,
        { timeout: LONG },
        before,
      );
    }
    await columns(page, 6);
    const unticked = await page.waitForSelector('.compare li input:not(:checked)');
    await unticked!.click();
    await waitForText(page, words.tooMany(6, '').slice(0, 40));
    expect(await page.$$('.compare li input:checked')).toHaveLength(6);
    expect(await seriousOn(page)).toEqual([]);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.setViewport({ width: 390, height: 800 });
    expect(await seriousOn(page)).toEqual([]);
    expect(await isWide(page)).toBe(false);
    expect(chromium.problems).toEqual([]);
    await page.close();
  });
});

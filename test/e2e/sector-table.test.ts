/** Another table of sectors, by clicks and a real file: looked at, used, and put back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FINLAND_2014 } from '../../lib/casebook/finland-2014.ts';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { seriousNow } from './accessibility.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { digestOn, LONG, press, settle, waitForText } from './on-page.ts';

const EXAMPLE = fileURLToPath(new URL('../../docs/example-sector-table.csv', import.meta.url));
const words = studioMessages.sectorTables;

let folder: string;
let chromium: RunningChromium;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clincher-sectors-'));
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium.close();
  rmSync(folder, { recursive: true, force: true });
});

async function give(page: Page, file: string): Promise<void> {
  const input = await page.waitForSelector('dialog input[type=file]', { timeout: LONG });
  await (input as Awaited<ReturnType<typeof page.$<'input'>>>)!.uploadFile(file);
}
async function seriousOn(page: Page): Promise<string[]> {
  await settle(page);
  return seriousNow(page);
}
const tableChosen = (page: Page, name: string) =>
  page.waitForFunction(
    (wanted) => {
      const select = document.querySelector<HTMLSelectElement>('.choose select');
      return select?.selectedOptions[0]?.textContent.includes(wanted);
    },
    { timeout: LONG },
    name,
  );
const goTo = (page: Page, label: string) =>
  page.locator(`::-p-xpath(//nav//a[normalize-space(.)="${label}"])`).setTimeout(LONG).click();

describe('a table of another country', () => {
  it('is refused by row and column, or looked at and used; the answer is another one, and undo gives the first one back', async () => {
    const page = await chromium.openDashboard('#/what-if/posti-2019');
    const before = await digestOn(page);
    await goTo(page, messages.campaigns.sectors.title);
    await press(page, words.bring);

    // Spoiled in one cell: what, where, and what to do. Nothing changes.
    const spoiled = path.join(folder, 'spoiled.csv');
    writeFileSync(spoiled, readFileSync(EXAMPLE, 'utf8').replace('95,5,3', '95,-5,3'));
    await give(page, spoiled);
    await waitForText(page, words.refused.negative('-5', words.refused.place(2, 'F')));
    expect(
      await page.$eval(
        'dialog footer .button:last-child',
        (button) => (button as HTMLButtonElement).disabled,
      ),
    ).toBe(true);

    // The sound one. It does not say its year, and nobody is let through without one.
    await give(page, EXAMPLE);
    await waitForText(page, words.facts.industries(9));
    expect(await seriousOn(page)).toEqual([]);
    await press(page, words.accept);
    await waitForText(page, words.wrong.year);
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-invalid') === 'true',
    );
    await page.keyboard.type('2020');
    // Posti's own sector and those of its sympathy strikes have the same codes here.
    const struck = await page.$$eval('dialog select', (selects) =>
      selects.map((each) => each.value),
    );
    expect(struck).toContain('POST');
    expect(struck).toContain('AIR');
    await press(page, words.accept);
    await tableChosen(page, 'example-sector-table');
    await waitForText(page, messages.campaigns.sectors.buyers('Post and couriers'));
    // What was, by its own button, which is a step like any other.
    await press(page, words.back);
    await tableChosen(page, messages.campaigns.sectors.finland);
    await press(page, messages.common.undo);
    await tableChosen(page, 'example-sector-table');

    await goTo(page, messages.studio.views.line);
    const after = await digestOn(page, before);
    expect(after).not.toBe(before);
    await press(page, messages.common.undo);
    expect(await digestOn(page, after)).toBe(before);
    await press(page, messages.common.redo);
    expect(await digestOn(page, before)).toBe(after);

    // By the key on its own page, too.
    await goTo(page, messages.campaigns.sectors.title);
    await tableChosen(page, 'example-sector-table');
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await tableChosen(page, messages.campaigns.sectors.finland);
    await waitForText(page, FINLAND_2014.source);
    expect(chromium.problems).toEqual([]);
    await page.close();
  });
});

/** Campaigns by clicks: one of one's own answers, its names and copies, gone and back again; a network made by hand. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { seriousNow } from './accessibility.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { digestOn, LONG, press, waitForText } from './on-page.ts';

const words = messages.campaigns;
const guide = words.guide;

let chromium: RunningChromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.openDashboard('#/campaigns');
  await page.waitForSelector('article', { timeout: LONG });
});
afterAll(() => chromium.close());

async function click(selector: string): Promise<void> {
  await page.locator(selector).setTimeout(LONG).click();
}
const named = (label: string) => `[aria-label=${JSON.stringify(label)}]`;

async function retype(selector: string, text: string): Promise<void> {
  await click(selector);
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

/** A box of the guide, by its question. */
const asked = (ask: string) =>
  `::-p-xpath(//fieldset[not(@hidden)]//label[span[normalize-space(.)="${ask}"]]/input)`;

async function expectNothingSerious(): Promise<void> {
  expect(await seriousNow(page)).toEqual([]);
}

async function expectNoSidewaysScroll(): Promise<void> {
  await page.setViewport({ width: 390, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await page.setViewport({ width: 1280, height: 900 });
}

describe('campaigns', () => {
  it('a publicly funded service is made from answers and runs; nothing is lost when one goes back', async () => {
    await expectNothingSerious();
    await expectNoSidewaysScroll();
    await click('a[href="#/campaigns/new"]');
    await click(`::-p-xpath(//button[contains(., "${words.start.perUser}")])`);
    // Nothing is made without a name, and the page says so.
    await press(page, guide.next);
    await waitForText(page, words.nameEmpty);
    await page.type(asked(guide.name), 'Night nurses');
    await press(page, guide.next);
    await page.type(asked(guide.movement), 'the night nurses');

    const workers = named(
      messages.numbers.box(guide.questions.workers.ask, messages.numbers.typical),
    );
    await retype(workers, 'many');
    await press(page, guide.next);
    await waitForText(page, guide.wrongHere);
    await press(page, guide.back);
    await press(page, guide.next);
    expect(await page.$eval(workers, (box) => (box as HTMLInputElement).value)).toBe('many');
    await retype(workers, '750');
    await expectNothingSerious();
    await expectNoSidewaysScroll();
    await press(page, guide.next);
    await page.type(asked(guide.target), 'the hospital board');
    await press(page, guide.next);
    await press(page, guide.make);
    await digestOn(page);
    const chosen = await page.$eval(
      `select${named(messages.dashboard.campaign)}`,
      (select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent,
    );
    expect(chosen).toBe('Night nurses');
  });

  it('is renamed, duplicated, deleted and put back; its scenarios, too', async () => {
    await click('nav a[href="#/campaigns"]');
    await click(named(words.renameLong('Night nurses')));
    await page.keyboard.type('Nurses of the night');
    await page.keyboard.press('Enter');
    const link = (name: string) => `::-p-xpath(//article//a[normalize-space(.)="${name}"])`;
    await page.waitForSelector(link('Nurses of the night'), { timeout: LONG });

    await click(named(words.duplicateLong('Nurses of the night')));
    const copy = words.copyOf('Nurses of the night', 1);
    await page.waitForSelector(link(copy), { timeout: LONG });
    await click(named(words.deleteLong(copy)));
    await page.waitForSelector(link(copy), { hidden: true, timeout: LONG });
    await press(page, messages.common.undo);
    await page.waitForSelector(link(copy), { timeout: LONG });

    await click(named(words.emptyScenarioLong('Nurses of the night')));
    await click(link(words.emptyName(1)));
    await digestOn(page);
    const scenarios = await page.$$eval(`select${named(words.scenario)} option`, (options) =>
      options.map((option) => option.textContent),
    );
    expect(scenarios.toSorted()).toEqual([words.emptyName(1), words.firstScenario].toSorted());
  });

  it('its facts are changed after it was made; what cannot be is said, and all of it can be undone', async () => {
    await click('header a[href="#/campaigns"]');
    const { facts } = words;
    const name = 'Nurses of the night';
    await click(named(facts.openLong(name)));
    const field = (label: string) =>
      `::-p-xpath(//form//label[span[normalize-space(.)="${label}"]]/*[self::input or self::select])`;
    await page.waitForSelector(field(facts.moneyYear), { timeout: LONG });
    await retype(field(facts.moneyYear), 'soon');
    await press(page, messages.common.save, '//form');
    await waitForText(page, facts.wrongYear);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
      'soon',
    );
    await expectNothingSerious();
    await expectNoSidewaysScroll();
    await retype(field(facts.moneyYear), '2031');
    await (await page.waitForSelector(field(facts.currency)))!.select('NOK');
    await retype(field(facts.place), 'Tromsø');
    await press(page, messages.common.save, '//form');
    await waitForText(page, facts.changed(name));
    await waitForText(page, 'Tromsø');
    await press(page, messages.common.undo);
    await page.waitForFunction(() => !document.body.innerText.includes('Tromsø'), {
      timeout: LONG,
    });
    await click('header a[href="#/what-if"]');
    await digestOn(page);
  });

  it('a network of sectors is written by hand; one that does not hold together is refused in words', async () => {
    const table = messages.campaigns.sectors;
    await click(`nav a[href$="/sectors"]`);
    await page.waitForSelector('.choose select', { timeout: LONG });
    await page.select('.choose select', 'own');
    await press(page, table.add);
    const third = table.newSector(3);
    const sale = named(table.cell(table.firstNames[0]!, third));
    await retype(sale, '-5');
    await waitForText(page, table.wrong.negative);
    await retype(sale, '200 M');
    await waitForText(page, table.wrong.tooMuchSold(table.firstNames[0]!));
    await retype(sale, '20 M');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelectorAll('figure svg path.sale').length === 2,
      { timeout: LONG },
    );
    await expectNothingSerious();
    await expectNoSidewaysScroll();
  });
});

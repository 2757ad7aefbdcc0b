/**
 * The whole walk in a real Chromium, by clicks and keys: an article on loopback becomes a clip, its passage moves a
 * number, the campaign becomes a file, and a second machine computes the same. Then the same clip and file in Firefox.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { readSnapshot } from '../../lib/snapshot/read.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { hasFirefox, launchFirefox, type RunningFirefox } from './firefox.ts';
import { readTraffic } from './net-log.ts';
import { bar, digestOn, LONG, press, waitForText } from './on-page.ts';
import { ARTICLE, startSite, type Site } from './site.ts';

const AIR_SHARE = 'air-14 share';

let site: Site;
let folder: string;
let first: RunningChromium;
/** The file that was shared. */
let saved: string;
beforeAll(async () => {
  site = await startSite();
  folder = mkdtempSync(path.join(tmpdir(), 'clincher-walk-'));
  first = await launchChromium({ netLog: path.join(folder, 'net-log') });
});
afterAll(async () => {
  if (first.browser.connected) await first.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Selects the made-up airport's figure and nothing around it. */
async function selectPassage(page: Page): Promise<void> {
  await page.evaluate((passage) => {
    const text = document.getElementById('passage')!.firstChild as Text;
    const at = text.data.indexOf(passage);
    getSelection()!.setBaseAndExtent(text, at, text, at + passage.length);
  }, ARTICLE.passage);
}

async function openAirport(page: Page): Promise<void> {
  await (await bar(page, 'air-14')).focus();
  await page.keyboard.press('Enter');
}

/** The pooled value that the number's field shows, as "80% (70–87)" or so. */
async function shareShown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const text = document.querySelector('aside section')!.textContent ?? '';
    return text.replace(/\s+/g, ' ');
  });
}

describe('the walk', () => {
  let digestBefore: string;

  it('clips the page: every field filled in rightly, saved on Enter', async () => {
    const article = await first.newPage();
    await article.goto(`${site.origin}${ARTICLE.path}?utm_source=mail&fbclid=abc`);
    await selectPassage(article);
    const popup = await first.clickAction(article);
    await popup.waitForFunction(
      (title) => document.querySelector<HTMLTextAreaElement>('[data-field=title]')?.value === title,
      { timeout: LONG },
      ARTICLE.title,
    );
    const value = (field: string) =>
      popup.$eval(`[data-field=${field}]`, (element) => (element as HTMLInputElement).value);
    expect(await value('siteName')).toBe(ARTICLE.siteName);
    expect((await value('authors')).split('\n')).toEqual(ARTICLE.authors);
    const text = await popup.evaluate(
      () =>
        document.body.innerText +
        [...document.querySelectorAll('input')].map((input) => input.value).join('\n'),
    );
    expect(text).toContain('25 November 2019, 08:10');
    expect(text).toContain('English');
    expect(text).toContain(messages.library.form.trackersCut(2));
    expect(text).toContain(ARTICLE.passage);
    expect(text).toContain(messages.library.sources.jsonLd);
    await popup.keyboard.press('Enter');
    await waitForText(popup, messages.popup.saved);
    await article.close();
  });

  it('opens the same clip instead of making a twin', async () => {
    const again = await first.newPage();
    await again.goto(`${site.origin}${ARTICLE.path}?utm_campaign=later`);
    const popup = await first.clickAction(again);
    await waitForText(popup, messages.popup.savedClip);
    await again.close();
  });

  it('shows it in the library', async () => {
    const dashboard = await first.openDashboard('#/library');
    await waitForText(dashboard, ARTICLE.title);
    expect(await dashboard.$$eval('main li', (items) => items.length)).toBe(1);
    expect(await dashboard.title()).not.toContain(ARTICLE.title);
    await dashboard.close();
  });

  it('ties its passage to the share of air transport that stops: the range moves down, the digest changes', async () => {
    const dashboard = await first.openDashboard('#/what-if/posti-2019');
    digestBefore = await digestOn(dashboard);
    await openAirport(dashboard);
    expect(await shareShown(dashboard)).toContain('80%');

    await dashboard.evaluate(() => (location.hash = '#/library'));
    await waitForText(dashboard, ARTICLE.title);
    await (await dashboard.waitForSelector(
      `::-p-xpath(//li//*[contains(text(), "More than 300")])`,
    ))!.click();
    await press(dashboard, messages.library.useEvidence);
    const which = await dashboard.waitForSelector('dialog form select');
    await which!.select(AIR_SHARE);
    const ends = await dashboard.$$eval('dialog form input[type=text]', (inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value.replace(/\s/g, '')),
    );
    expect(ends).toEqual(['55%', '65%']);
    await press(dashboard, messages.numbers.evidence.save);
    await press(dashboard, messages.evidence.see);

    expect(await digestOn(dashboard, digestBefore)).not.toBe(digestBefore);
    await openAirport(dashboard);
    const moved = await shareShown(dashboard);
    const [, pooled] = /→ (\d+)%/.exec(moved)!;
    expect(Number(pooled)).toBeLessThan(80);
    expect(Number(pooled)).toBeGreaterThan(59);
    expect(moved).toContain(messages.numbers.clips(1));
    await waitForText(dashboard, messages.dashboard.saveState.saved);
    await dashboard.close();
  });

  it('still knows it after a restart of the page, and opens the clip from the number', async () => {
    const dashboard = await first.openDashboard('#/what-if/posti-2019');
    expect(await digestOn(dashboard)).not.toBe(digestBefore);
    await openAirport(dashboard);
    await press(dashboard, messages.numbers.clips(1));
    await waitForText(dashboard, ARTICLE.passage);
    await dashboard.close();
  });

  it('taking it away restores the number and the digest; undo brings it back', async () => {
    const dashboard = await first.openDashboard('#/what-if/posti-2019');
    const tied = await digestOn(dashboard);
    await openAirport(dashboard);
    await press(dashboard, messages.numbers.clips(1));
    await press(dashboard, messages.numbers.evidence.takeAway, '//dialog');
    expect(await digestOn(dashboard, tied)).toBe(digestBefore);
    await press(dashboard, messages.common.undo);
    expect(await digestOn(dashboard, digestBefore)).toBe(tied);
    await waitForText(dashboard, messages.dashboard.saveState.saved);
    await dashboard.close();
  });

  it('deleting the clip gives the prior back, and its undo the evidence', async () => {
    const dashboard = await first.openDashboard('#/library');
    await waitForText(dashboard, ARTICLE.title);
    await (await dashboard.waitForSelector(
      `::-p-xpath(//li//*[contains(text(), "More than 300")])`,
    ))!.click();
    await press(dashboard, messages.library.delete);
    const studio = await first.openDashboard('#/what-if/posti-2019');
    expect(await digestOn(studio)).toBe(digestBefore);
    await dashboard.bringToFront();
    await press(dashboard, messages.common.undo);
    await waitForText(dashboard, messages.library.restored);
    await studio.bringToFront();
    expect(await digestOn(studio, digestBefore)).not.toBe(digestBefore);
    await studio.close();
    await dashboard.close();
  });

  it('shares a snapshot whose bytes are the ones shown', async () => {
    const dashboard = await first.openDashboard('#/what-if/posti-2019');
    const digest = await digestOn(dashboard);
    const session = await dashboard.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await press(dashboard, messages.share.button);
    const shown = await dashboard.waitForSelector('dialog pre');
    const text = await shown!.evaluate((element) => element.textContent!);
    await press(dashboard, messages.share.save);
    let name: string | undefined;
    for (let tries = 0; tries < 100 && !name; tries++) {
      await pause(100);
      name = readdirSync(folder).find((file) => file.endsWith('.json'));
    }
    saved = path.join(folder, name!);
    expect(readFileSync(saved, 'utf8')).toBe(text);
    const read = readSnapshot(text);
    if (!read.ok) throw new Error(`it was refused: ${read.reason}`);
    expect(read.snapshot.result?.digest).toBe(digest);
    await dashboard.close();
  });

  it('gives the same bytes in Node', async () => {
    const read = readSnapshot(readFileSync(saved));
    if (!read.ok) throw new Error(`it was refused: ${read.reason}`);
    const { campaign, scenario, ensemble, result } = read.snapshot;
    const here = await compareNow({
      campaign,
      scenario,
      ...ensemble,
      baseline: null,
      certain: false,
      allQuantiles: false,
    });
    expect(here.digest).toBe(result!.digest);
  });

  it('is reproduced exactly in a second, fresh profile, and nothing there is overwritten', async () => {
    const second = await launchChromium();
    try {
      const dashboard = await second.openDashboard('#/what-if/posti-2019');
      await digestOn(dashboard);
      await press(dashboard, messages.share.openButton);
      const input = await dashboard.waitForSelector('dialog input[type=file]');
      await (input as ElementHandle<HTMLInputElement>).uploadFile(saved);
      await waitForText(dashboard, messages.snapshot.fromFile);
      await press(dashboard, messages.share.open.accept);
      await waitForText(dashboard, messages.snapshot.reproducedExactly);
      await dashboard.evaluate(() => (location.hash = '#/what-if/posti-2019'));
      await waitForText(dashboard, messages.dashboard.saveState.notKept);
      expect(second.problems).toEqual([]);
    } finally {
      await second.close();
    }
  });

  it('does not call evidence tied where it could not be kept', async () => {
    const dashboard = await first.openDashboard('#/what-if/posti-2019');
    await digestOn(dashboard);
    await dashboard.evaluate(() => (location.hash = '#/library'));
    await waitForText(dashboard, ARTICLE.title);
    await (await dashboard.waitForSelector(
      `::-p-xpath(//li//*[contains(text(), "More than 300")])`,
    ))!.click();
    await press(dashboard, messages.library.useEvidence);
    await (await dashboard.waitForSelector('dialog form select'))!.select(AIR_SHARE);
    // The library is taken away from under the page, as a damaged or cleared profile does.
    await dashboard.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
    });
    await press(dashboard, messages.numbers.evidence.save);
    await waitForText(dashboard, messages.evidence.notSaved);
    await dashboard.close();
  });

  it('left no error and no refusal by the policy behind', () => {
    expect(first.problems).toEqual([]);
  });

  it('asked nothing of the network, from the first click to the last', async () => {
    await first.close();
    const { fromUs, hosts } = readTraffic(path.join(folder, 'net-log'), first.origin);
    expect(fromUs).toEqual([]);
    expect(hosts).toEqual(['127.0.0.1']);
  });
});

describe.skipIf(!hasFirefox)('in Firefox', () => {
  let firefox: RunningFirefox;
  beforeAll(async () => {
    firefox = await launchFirefox();
  });
  afterAll(() => firefox.close());

  it('clips the same page', async () => {
    await firefox.open(site.origin + ARTICLE.path);
    await firefox.waitFor(
      `const text = document.getElementById('passage')?.firstChild;
       if (!text) return false;
       const at = text.data.indexOf(arguments[0]);
       getSelection().setBaseAndExtent(text, at, text, at + arguments[0].length);
       return true;`,
      [ARTICLE.passage],
    );
    await firefox.clickAction();
    await firefox.waitForInPopup(
      `return document.querySelector('[data-field=title]')?.value === arguments[0]`,
      [ARTICLE.title],
    );
    expect(
      await firefox.evaluateInPopup(`return document.querySelector('[data-field=authors]').value`),
    ).toBe(ARTICLE.authors.join('\n'));
    await firefox.evaluateInPopup(
      `[...document.querySelectorAll('button')].find((button) => button.innerText.startsWith(arguments[0])).click()`,
      messages.common.save,
    );
    await firefox.waitForInPopup(`return document.body.innerText.includes(arguments[0])`, [
      messages.popup.saved,
    ]);
    await firefox.openDashboard('#/library');
    await firefox.waitFor(`return document.body.innerText.includes(arguments[0])`, [ARTICLE.title]);
  });

  it('opens the snapshot of Chromium and reproduces it exactly', async () => {
    await firefox.openDashboard('#/what-if/oakland-2019');
    const click = `[...document.querySelectorAll('button')].find((button) => button.innerText.trim() === arguments[0]).click()`;
    await firefox.waitFor(`return !!document.querySelector('aside details code')`, [], LONG);
    await firefox.evaluate(click, messages.share.openButton);
    await firefox.waitFor(`return document.querySelector('dialog input[type=file]') !== null`);
    await firefox.chooseFile('dialog input[type=file]', saved);
    await firefox.waitFor(`return document.body.innerText.includes(arguments[0])`, [
      messages.snapshot.fromFile,
    ]);
    await firefox.evaluate(click, messages.share.open.accept);
    await firefox.waitFor(
      `return document.body.innerText.includes(arguments[0])`,
      [messages.snapshot.reproducedExactly],
      LONG,
    );
    expect(await firefox.problems()).toEqual([]);
  });
});

/**
 * Pages that mean harm, each clipped by a real press of the button and carried through every place that shows what it
 * said: whatever it tries, none of its script runs as ours, and the popup is usable within three and a half seconds.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { CLIP_LIMITS } from '../../lib/model/clip.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { hostilePages } from './hostile-pages.ts';
import { bar, digestOn, LONG, press, waitForText } from './on-page.ts';
import { HOSTILE, startSite, type Site } from './site.ts';

const USABLE_MS = 3500;
const AIR_SHARE = 'air-14 share';

let site: Site;
let chromium: RunningChromium;
/** What any page asked its user with alert() and the like. */
const dialogs: string[] = [];
beforeAll(async () => {
  site = await startSite();
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});

function watchDialogs(page: Page): Page {
  page.on('dialog', (dialog) => {
    dialogs.push(`${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return page;
}

/** Nothing of the pages has run anywhere: not as ours, and not as a request, a question or a page of their own. */
function expectNothingRan(): void {
  expect(site.requests.filter((request) => request.includes('canary'))).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(chromium.problems).toEqual([]);
}

/**
 * The popup over a page, once its title is there and Save can be pressed. How long that took counts from the popup's
 * own beginning: when a busy machine gets round to opening it is nothing that a page does, or that we could help.
 */
async function clip(page: Page): Promise<{ popup: Page; tookMs: number; sinceClickMs: number }> {
  const pressedAt = Date.now();
  const popup = watchDialogs(await chromium.clickAction(page));
  // Looked at inside, so that the test's own way of asking does not count.
  const usable = await popup.waitForFunction(
    () => {
      const title = document.querySelector<HTMLTextAreaElement>('[data-field=title]');
      const save = document.querySelector<HTMLButtonElement>('[type=submit]');
      if (!title?.value || title.disabled || !save || save.disabled) return null;
      return { tookMs: Math.round(performance.now()), at: Date.now() };
    },
    { timeout: LONG },
  );
  const { tookMs, at } = (await usable.jsonValue())!;
  return { popup, tookMs, sinceClickMs: at - pressedAt };
}

/** The value of a form's field by its label, as it would be saved. */
async function fieldValue(page: Page, label: string): Promise<string> {
  // A form may still be on its way in.
  const handle = await page.waitForFunction(
    (text) => {
      const found = [...document.querySelectorAll('label')].find((each) =>
        each.textContent!.trim().endsWith(text),
      );
      return found && document.getElementById(found.htmlFor);
    },
    { timeout: LONG },
    label,
  );
  const input = handle.asElement() as ElementHandle<HTMLInputElement>;
  // The code opens on focus, the words for it are shown otherwise.
  await input.focus();
  return input.evaluate((element) => element.value);
}

async function addTypedQuote(popup: Page, text: string): Promise<void> {
  await press(popup, messages.popup.addQuote);
  const place = `textarea[placeholder="${messages.library.typeQuote}"]`;
  await popup.waitForSelector(place);
  await popup.type(place, text);
  await press(popup, messages.library.addQuote);
}

async function save(popup: Page): Promise<void> {
  await popup.focus('[data-field=title]');
  await popup.keyboard.press('Enter');
  await waitForText(popup, messages.popup.saved);
}

/** Newest clip of the library, opened; gives the title shown. */
async function openNewest(dashboard: Page): Promise<string> {
  await dashboard.evaluate(() => (location.hash = '#/library'));
  const row = await dashboard.waitForSelector('button.row', { timeout: LONG });
  const title = await row!.$eval('.title', (element) => element.textContent!);
  await row!.click();
  await dashboard.waitForFunction(
    (wanted) => document.querySelector('.reader h1')?.textContent === wanted,
    { timeout: LONG },
    title,
  );
  return title;
}

/** Ties the open clip's first quote to the share of air transport that stops; gives what the dialog showed. */
async function tie(dashboard: Page): Promise<string> {
  await press(dashboard, messages.library.useEvidence);
  const which = await dashboard.waitForSelector('dialog form select', { timeout: LONG });
  await which!.select(AIR_SHARE);
  const shown = await dashboard.$eval('dialog', (element) => element.textContent!);
  for (const [index, share] of ['55', '65'].entries()) {
    const box = (await dashboard.$$('dialog form input[type=text]'))[index]!;
    await box.click({ count: 3 });
    await box.type(share);
  }
  await press(dashboard, messages.numbers.evidence.save);
  await press(dashboard, messages.evidence.see);
  return shown;
}

/** Every link of the page that could be followed. */
const linksOf = (page: Page) =>
  page.$$eval('a[href]', (links) => links.map((link) => (link as HTMLAnchorElement).href));

describe('a hostile page', () => {
  let tied = 0;

  it.each([
    {
      name: 'with script in every field',
      path: HOSTILE.scriptInFields,
      // Markup in article data is taken out before it is a title, and nothing is left of this one; what stands over
      // the article is text, and taken as it reads.
      title: /\/canary\/heading/,
    },
    { name: 'of 50 MB', path: HOSTILE.heavyDocument, title: /^A very long page$/ },
    {
      name: 'with a program for its canonical address',
      path: HOSTILE.javascriptCanonical,
      title: /^A page with a false address$/,
    },
    {
      name: 'that turns its words round',
      path: HOSTILE.bidi,
      title: /^Strike fund ?gnp\.elpmaxe grows$/,
    },
    // Last, for its process may be the one of the others.
    {
      name: 'in an endless loop',
      path: HOSTILE.endlessLoop,
      title: /^A page that never rests$/,
      byHand: true,
    },
  ])('$name is clipped, kept, quoted and tied, and nothing runs', async (hostile) => {
    const page = watchDialogs(await chromium.newPage());
    await page.goto(site.origin + hostile.path, { timeout: 2 * LONG });
    const hasPassage = hostile.path === HOSTILE.scriptInFields;
    if (hasPassage) {
      await page.evaluate(() =>
        getSelection()!.selectAllChildren(document.getElementById('passage')!),
      );
    }
    // Long enough for its loop to have begun.
    if (hostile.byHand) await new Promise((resolve) => setTimeout(resolve, 600));

    const { popup, tookMs, sinceClickMs } = await clip(page);
    console.log(`${hostile.path}: usable after ${tookMs} ms, ${sinceClickMs} ms from the click`);
    expect(tookMs).toBeLessThanOrEqual(USABLE_MS);
    expectNothingRan();
    const text = await popup.evaluate(() => document.body.innerText);
    if (hostile.byHand) expect(text).toContain(messages.popup.whyByHand.tooSlow);
    // On a busy machine 50 MB may take longer than a user is kept waiting.
    else if (hostile.path !== HOSTILE.heavyDocument)
      expect(text).not.toContain(messages.popup.whyByHand.tooSlow);
    expect(await fieldValue(popup, messages.library.form.address)).toBe(site.origin + hostile.path);
    const quote = `typed <img src=x onerror="fetch('${site.origin}/canary/typed')"> ${hostile.path}`;
    if (!hasPassage) await addTypedQuote(popup, quote);
    await save(popup);
    await page.close();
    expectNothingRan();

    const dashboard = watchDialogs(await chromium.openDashboard('#/library'));
    const title = await openNewest(dashboard);
    expect(title).toMatch(hostile.title);
    expect(title).not.toMatch(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
    // The clip's own address, where an archive would keep it, and the program's own pages.
    for (const link of await linksOf(dashboard)) {
      const own = site.origin + hostile.path;
      expect([
        own,
        `https://web.archive.org/web/*/${own}`,
        `${chromium.origin}/dashboard.html`,
      ]).toContain(link.split('#')[0]);
    }
    await press(dashboard, messages.library.edit);
    expect(await fieldValue(dashboard, messages.library.form.canonicalLong)).toBe('');
    await press(dashboard, messages.common.cancel);
    expectNothingRan();

    const shown = await tie(dashboard);
    expect(shown).toContain(hasPassage ? '/canary/text' : quote);
    expect(shown).toContain(title);
    tied++;
    expectNothingRan();
    await digestOn(dashboard);
    await (await bar(dashboard, 'air-14')).focus();
    await dashboard.keyboard.press('Enter');
    await press(dashboard, messages.numbers.clips(tied));
    await waitForText(dashboard, hasPassage ? '/canary/text' : quote);
    await waitForText(dashboard, title);
    for (const link of await linksOf(dashboard)) expect(link).toMatch(/^(http|chrome-extension):/);
    expect(dashboard.url().startsWith(`${chromium.origin}/dashboard.html#/what-if/`)).toBe(true);
    // An image that is not there needs a moment to fail, and its handler to run.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expectNothingRan();
    await waitForText(dashboard, messages.dashboard.saveState.saved);
    await dashboard.close();
  });

  it(
    'of two hundred made ones does no harm, and leaves the popup usable',
    { timeout: 15 * LONG },
    async () => {
      const pages = hostilePages(site.origin);
      expect(pages.length).toBeGreaterThanOrEqual(200);
      const server = createServer((request, response) => {
        const index = Number(/^\/page\/(\d+)$/.exec(request.url ?? '')?.[1] ?? NaN);
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end(pages[index]?.html ?? '');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const took: { name: string; ms: number }[] = [];
      let saved = 0;
      const left = pages.entries();
      /** Takes one page after the other, until none is left. */
      const clickThrough = async (browser: RunningChromium) => {
        let page = watchDialogs(await browser.newPage());
        for (const [index, { name, isLoop }] of left) {
          await page.goto(`${origin}/page/${index}`, { timeout: 2 * LONG });
          if (isLoop) await new Promise((resolve) => setTimeout(resolve, 500));
          const popup = watchDialogs(await browser.clickAction(page));
          const usable = await popup.waitForFunction(
            () => {
              const save = document.querySelector<HTMLButtonElement>('[type=submit]');
              const isRead = document.querySelector('main[aria-busy=false] form') !== null;
              if (!isRead || !save || save.disabled) return null;
              const value = (field: string) =>
                document.querySelector<HTMLTextAreaElement>(`[data-field=${field}]`)!.value;
              return {
                ms: Math.round(performance.now()),
                title: value('title'),
                authors: value('authors').split('\n').length,
                siteName: value('siteName').length,
                links: [...document.links].map((link) => link.href),
              };
            },
            { timeout: LONG },
          );
          const { ms, title, authors, siteName, links } = (await usable.jsonValue())!;
          took.push({ name, ms });
          expect(title.length, name).toBeLessThanOrEqual(CLIP_LIMITS.title);
          expect(authors, name).toBeLessThanOrEqual(CLIP_LIMITS.authors);
          expect(siteName, name).toBeLessThanOrEqual(CLIP_LIMITS.siteName);
          expect(title, name).not.toMatch(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
          expect(links, name).toEqual([]);
          // One in ten is kept, so that the library shows what they hold.
          if (index % 10 === 0 && title.trim() !== '') {
            await save(popup);
            saved++;
          }
          await popup.close();
          if (isLoop) {
            await page.close();
            page = watchDialogs(await browser.newPage());
          }
        }
        await page.close();
      };
      /** What is kept of them is shown in the library. */
      const look = async (browser: RunningChromium) => {
        const dashboard = watchDialogs(await browser.openDashboard('#/library'));
        await dashboard.waitForSelector('button.row', { timeout: LONG });
        await new Promise((resolve) => setTimeout(resolve, 500));
        await dashboard.close();
      };
      // Two beside each other: most of the time is spent waiting.
      const second = await launchChromium();
      try {
        await Promise.all([chromium, second].map(clickThrough));
        for (const browser of [chromium, second]) await look(browser);
        expectNothingRan();
        expect(second.problems).toEqual([]);
      } finally {
        await second.close();
      }
      took.sort((a, b) => b.ms - a.ms);
      const median = took[took.length >> 1]!.ms;
      console.log(
        `${took.length} pages clicked, ${saved} of them saved: usable after ${median} ms in the middle, ` +
          `${took[0]!.ms} at most (${took[0]!.name})`,
      );
      server.closeAllConnections();
      server.close();
      expect(took[0]!.ms, took[0]!.name).toBeLessThanOrEqual(USABLE_MS);
    },
  );

  it('would have been noticed', async () => {
    // The canary rests on this: the same words, put where words become markup, run.
    const page = watchDialogs(await chromium.newPage());
    await page.goto(site.origin);
    await page.evaluate((origin) => {
      document.body.innerHTML = `<img src=x onerror="fetch('${origin}/canary/seen'); alert('seen')">`;
    }, site.origin);
    await expect.poll(() => dialogs, { timeout: LONG }).toHaveLength(1);
    await expect.poll(() => site.requests, { timeout: LONG }).toContain('GET /canary/seen');
    await page.close();
  });
});

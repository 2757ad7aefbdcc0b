/** The library as a tool, in a real Chromium: searched, filtered, brushed, changed in bulk, and taken back. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { fillLibrary, madeClips } from './filled-library.ts';
import { LONG, press, waitForText } from './on-page.ts';

const COUNT = 3000;
const words = messages.library;

let chromium: RunningChromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.openDashboard('#/library');
  await waitForText(page, words.emptyTitle);
  await fillLibrary(page, madeClips(COUNT));
  await openAnew();
});
afterAll(() => chromium.close());

/** As somebody opens it: with every clip, and the index read. */
async function openAnew(): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${chromium.origin}/dashboard.html#/library`);
  await page.waitForSelector('[data-facet-value]', { timeout: LONG });
  await waitForFound(words.clipCount(COUNT));
}

/** Until the page says how many are found. */
function waitForFound(said: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => document.querySelector('.status [role=status]')?.textContent === wanted,
    { timeout: LONG },
    said,
  );
}

const foundOf = (count: number) => words.foundOf(count, COUNT.toLocaleString('en-GB'));
const titles = () =>
  page.$$eval('button.row .title', (all) => all.map((each) => each.textContent!.trim()));
const focusedClip = () =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.clip ?? null);
const focusedIndex = () =>
  page.evaluate(() =>
    Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1),
  );

async function search(text: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.focus('.search');
  await page.$eval('.search', (input) => (input as HTMLInputElement).select());
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

async function countOf(value: string): Promise<number> {
  const said = await page.$eval(
    `[data-facet-value="${value}"]`,
    (box) => box.closest('label')!.querySelector('.count')!.textContent!,
  );
  return Number(said.replace(/\D/g, ''));
}

async function toggleFacet(value: string): Promise<void> {
  await page.focus(`[data-facet-value="${value}"]`);
  await page.keyboard.press('Space');
}

describe('the library', () => {
  it('finds a word of the kept text while one types, and Escape shows everything again', async () => {
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('search');
    await page.keyboard.type('story1777');
    await waitForFound(foundOf(1));
    expect((await titles())[0]).toContain('(1777)');
    await page.keyboard.press('Escape');
    await waitForFound(words.clipCount(COUNT));
  });

  it('opens with its rows where they stay: what the index brings later moves none of them', async () => {
    const other = await chromium.newPage();
    await other.evaluateOnNewDocument(() => {
      const tops: number[] = [];
      Object.assign(window, { tops });
      const look = () => {
        const row = document.querySelector('[data-index="0"] .row');
        if (row) tops.push(Math.round(row.getBoundingClientRect().top));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await other.goto(`${chromium.origin}/dashboard.html#/library`);
    await other.waitForSelector('[data-facet-value]', { timeout: LONG });
    await other.waitForFunction(
      (wanted) => document.querySelector('.status [role=status]')?.textContent === wanted,
      { timeout: LONG },
      words.clipCount(COUNT),
    );
    const tops = await other.evaluate(() => (window as unknown as { tops: number[] }).tops);
    await other.close();
    await page.bringToFront();
    expect(tops.length).toBeGreaterThan(3);
    expect([...new Set(tops)]).toHaveLength(1);
  });

  it('takes "quotes", a word to leave out and OR', async () => {
    await search('"flights as ground crews"');
    await waitForFound(foundOf(334));
    await search('flights OR ferries');
    await waitForFound(foundOf(668));
    await search('ferries -åland');
    await waitForFound(foundOf(0));
    await waitForText(page, words.noMatchesTitle);
    await press(page, words.clearAll);
    await waitForFound(words.clipCount(COUNT));
  });

  it('filters by a value that says how many it will leave, and by several at once', async () => {
    const bans = await countOf('handlingBan');
    expect(bans).toBeGreaterThan(100);
    await toggleFacet('handlingBan');
    await waitForFound(foundOf(bans));
    // The place counts what the kind leaves.
    const inÅland = await countOf('Åland');
    await toggleFacet('Åland');
    await waitForFound(foundOf(inÅland));
    await press(page, words.filters.clear);
    await waitForFound(words.clipCount(COUNT));
  });

  it('chooses dates by keys alone, says them, and lets them go', async () => {
    await page.focus('[data-end=first]');
    const before = await page.$eval('[data-end=first]', (end) => end.ariaValueText);
    for (let step = 0; step < 3; step++) await page.keyboard.press('PageUp');
    await page.waitForFunction(
      () => /found/.test(document.querySelector('.status [role=status]')!.textContent!),
      { timeout: LONG },
    );
    expect(await page.$eval('[data-end=first]', (end) => end.ariaValueText)).not.toBe(before);
    const narrowed = Number(
      (await page.$eval('.status [role=status]', (at) => at.textContent!))
        .split(' ')[0]
        .replace(',', ''),
    );
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(COUNT);
    expect(await page.$eval('.said', (at) => at.textContent!)).toContain(words.clipCount(narrowed));
    await page.keyboard.press('Escape');
    await waitForFound(words.clipCount(COUNT));
  });

  it('chooses dates with the mouse', async () => {
    const { x, y, width } = (await (await page.$('.strip .area'))!.boundingBox())!;
    await page.mouse.move(x + width * 0.2, y + 20);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.4, y + 20, { steps: 5 });
    await page.mouse.up();
    await page.waitForSelector('.strip .brush');
    await page.waitForFunction(() =>
      /found/.test(document.querySelector('.status [role=status]')!.textContent!),
    );
    await press(page, words.strip.clear);
    await waitForFound(words.clipCount(COUNT));
  });

  it('keeps a view under a name, over a restart', async () => {
    await toggleFacet('boycott');
    await search('shoppers');
    const boycotts = await countOf('boycott');
    await waitForFound(foundOf(boycotts));
    await press(page, words.views.save);
    await page.keyboard.type('Chains to stay away from');
    await page.keyboard.press('Enter');
    await waitForText(page, words.done.viewSaved('Chains to stay away from'));
    await openAnew();
    await press(page, 'Chains to stay away from');
    await waitForFound(foundOf(boycotts));
    expect(await page.$eval('.search', (input) => (input as HTMLInputElement).value)).toBe(
      'shoppers',
    );
    await press(page, words.views.all);
    await waitForFound(words.clipCount(COUNT));
  });

  it('goes to the last of thousands by one key and opens it, with only some rows on the page', async () => {
    await page.focus('button.row');
    await page.keyboard.press('End');
    await page.waitForFunction(
      (last) =>
        document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index === last,
      { timeout: LONG },
      String(COUNT - 1),
    );
    expect(await focusedClip()).toBe(`clip-${COUNT - 1}`);
    expect(await page.$$eval('button.row', (all) => all.length)).toBeLessThan(60);
    const place = await page.evaluate(() => {
      const row = document.activeElement!.closest('li')!;
      return [row.ariaPosInSet, row.ariaSetSize];
    });
    expect(place).toEqual([String(COUNT), String(COUNT)]);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (text) => document.querySelector('.reader h1')?.textContent?.includes(text),
      { timeout: LONG },
      `(${COUNT - 1})`,
    );
    await page.focus(`[data-clip="clip-${COUNT - 1}"]`);
    await page.keyboard.press('PageUp');
    expect(await focusedIndex()).toBeLessThan(COUNT - 2);
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.activeElement?.closest('[data-index="0"]'));
    expect(await focusedClip()).toBe('clip-0');
  });

  it('stands where it stood after a look at another page', async () => {
    const inSight = () =>
      page.evaluate(
        () =>
          document.elementFromPoint(500, 500)?.closest<HTMLElement>('[data-index]')?.dataset.index,
      );
    await page.evaluate(() => scrollTo(0, 40_000));
    await page.waitForSelector('li[data-index="500"] button.row');
    const before = await inSight();
    await page.evaluate(() => (location.hash = '#/what-if/generic'));
    await waitForText(page, messages.timeline.empty);
    await page.evaluate(() => (location.hash = '#/library'));
    await page.waitForSelector(`li[data-index="${before}"] button.row`);
    expect(await inSight()).toBe(before);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForSelector('li[data-index="0"] button.row');
  });

  it('tags a stretch of clips chosen by keys, and Ctrl+Z takes it back', async () => {
    await page.focus('li[data-index="0"] button.row');
    await page.keyboard.down('Shift');
    for (let row = 0; row < 4; row++) await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Shift');
    await waitForText(page, words.list.selected(5));
    await press(page, words.bulk.field.tags);
    await page.keyboard.type('for Thursday');
    await page.keyboard.press('Enter');
    await waitForText(page, words.done.added('for Thursday', 5));
    await press(page, words.list.clearSelection);
    await search('"for Thursday"');
    await waitForFound(foundOf(5));
    await page.focus('li[data-index="0"] button.row');
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await waitForFound(foundOf(0));
    await press(page, words.clearAll);
    await waitForFound(words.clipCount(COUNT));
  });

  it('changes all that is found, thousands at once, and takes that back', async () => {
    await page.focus('li[data-index="0"] button.row');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await waitForText(page, words.list.selected(COUNT));
    await press(page, words.bulk.field.places);
    await page.keyboard.type('everywhere');
    await page.keyboard.press('Enter');
    await waitForText(page, words.done.added('everywhere', COUNT));
    await page.waitForFunction(
      (count) =>
        document
          .querySelector('[data-facet-value="everywhere"]')
          ?.closest('label')
          ?.querySelector('.count')?.textContent === count,
      { timeout: LONG },
      COUNT.toLocaleString('en-GB'),
    );
    await press(page, messages.common.undo);
    await page.waitForFunction(() => !document.querySelector('[data-facet-value="everywhere"]'), {
      timeout: LONG,
    });
    await press(page, words.list.clearSelection);
  });

  it('throws a clip away by a key, keeps the place, and restores it from the trash', async () => {
    await page.focus('li[data-index="0"] button.row');
    await page.keyboard.press('ArrowDown');
    const [, second, third] = await titles();
    await page.keyboard.press('Delete');
    await waitForText(page, words.deleted(second));
    await waitForFound(words.clipCount(COUNT - 1));
    await page.waitForFunction(
      (title) => document.activeElement?.querySelector('.title')?.textContent === title,
      { timeout: LONG },
      third,
    );
    await press(page, words.trashCount(1));
    await page.waitForSelector('::-p-xpath(//h1[.="Trash"])');
    await page.waitForSelector('main li > .button');
    expect(await titles()).toEqual([second]);
    await page.click('main li > .button');
    await waitForText(page, words.restored);
    await press(page, words.backToClips);
    await waitForFound(words.clipCount(COUNT));
    expect((await titles())[1]).toBe(second);
  });

  it('on a phone a clip takes the list’s place, and the way back leads to its row', async () => {
    await page.setViewport({ width: 390, height: 844 });
    await page.evaluate(() => scrollTo(0, 30_000));
    const opened = await page.waitForFunction(
      () =>
        document
          .elementFromPoint(200, 500)
          ?.closest('li[data-index]')
          ?.querySelector<HTMLElement>('button.row')?.dataset.clip,
      { timeout: LONG },
    );
    const id = (await opened.jsonValue())!;
    await page.focus(`[data-clip="${id}"]`);
    const before = await page.$eval(`[data-clip="${id}"]`, (at) => at.getBoundingClientRect().top);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('.reader .back'));
    expect(await page.$eval('section.list', (at) => at.checkVisibility())).toBe(false);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (clip) => (document.activeElement as HTMLElement | null)?.dataset.clip === clip,
      { timeout: LONG },
      id,
    );
    const after = await page.$eval(`[data-clip="${id}"]`, (at) => at.getBoundingClientRect().top);
    expect(Math.abs(after - before)).toBeLessThan(2);
    await page.setViewport({ width: 1280, height: 900 });
    await page.evaluate(() => scrollTo(0, 0));
  });

  it('on a phone nothing to press lies under what is said at the foot', async () => {
    // The list is on its way back to its top.
    await page.waitForSelector('li[data-index="0"] button.row', { timeout: LONG });
    await page.focus('li[data-index="0"] button.row');
    await page.keyboard.press('Delete');
    await page.waitForSelector('.notice');
    // Its row goes a moment later: a hand that is quicker opens what is in the trash.
    await waitForFound(words.clipCount(COUNT - 1));
    await page.setViewport({ width: 390, height: 844 });
    // What a finger would meet in the middle of it, once nothing moves any more.
    const meets = (selector: string) =>
      page.waitForFunction(
        (wanted) => {
          const button = document.querySelector(wanted);
          if (!button) return false;
          const { x, y, width, height } = button.getBoundingClientRect();
          return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
        },
        { timeout: 5000 },
        selector,
      );
    await page.click('.filters');
    await meets('.enough button');
    await page.click('.enough button');
    await page.waitForSelector('.rail', { hidden: true });
    await page.click('li[data-index="0"] button.row');
    await press(page, words.edit);
    await meets('.reader footer [type=submit]');
    await press(page, messages.common.cancel);
    await page.click('.reader .back');
    await press(page, messages.common.undo);
    await waitForFound(words.clipCount(COUNT));
    await page.setViewport({ width: 1280, height: 900 });
  });

  it('puts no word of a search into the address or the title', async () => {
    await search('flights');
    await waitForFound(foundOf(334));
    expect(page.url()).not.toContain('flights');
    expect(await page.title()).not.toContain('flights');
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('flights');
    await page.keyboard.press('Escape');
  });

  it('lists everything and says so where its worker cannot be used', async () => {
    const alone = await chromium.newPage();
    await alone.evaluateOnNewDocument(() => {
      const Real = Worker;
      globalThis.Worker = class extends Real {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(address, options);
          if (!String(address).includes('library-worker')) return;
          setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'broken' })), 20);
        }
      };
    });
    await alone.goto(`${chromium.origin}/dashboard.html#/library`);
    await waitForText(alone, words.indexFailed);
    await waitForText(alone, words.filters.unavailable);
    await alone.type('.search', '1777');
    await alone.waitForFunction(() => document.querySelectorAll('button.row').length === 1, {
      timeout: LONG,
    });
    expect(await alone.$eval('button.row .title', (title) => title.textContent)).toContain(
      '(1777)',
    );
    await alone.keyboard.press('Escape');
    await alone.waitForSelector(`li[aria-setsize="${COUNT}"] button.row`);
    await alone.focus('li[data-index="0"] button.row');
    await alone.keyboard.press('End');
    await alone.waitForFunction(
      (last) => (document.activeElement as HTMLElement | null)?.dataset.clip === last,
      { timeout: LONG },
      `clip-${COUNT - 1}`,
    );
    await alone.close();
  });

  it('made no page of ours complain', () => {
    expect(chromium.problems).toEqual([]);
  });
});

/** The two-minute tour, by keys: offered once to whoever is new, left, walked to its end; everything is as it was. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOUR_STEPS } from '../../entrypoints/dashboard/tour/tour-steps.ts';
import { messages } from '../../lib/messages/messages.ts';
import { tourMessages } from '../../lib/messages/tour-messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { button, digestOn, LONG, waitForText } from './on-page.ts';

const words = tourMessages;
const numberBox = `aside input[aria-label=${JSON.stringify(
  messages.numbers.box(messages.numbers.parameters.internalisation.label, messages.numbers.typical),
)}]`;

let chromium: RunningChromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.openDashboard();
});
afterAll(() => chromium.close());

const offered = () => page.$(`section[aria-label=${JSON.stringify(words.offerLabel)}]`);
const focused = () => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
const share = () => page.$eval(numberBox, (box) => (box as HTMLInputElement).value);

async function enter(name: string): Promise<void> {
  await (await button(page, name)).focus();
  await page.keyboard.press('Enter');
}

/** The first save of a session waits for Chromium's log; who closes the window within that second is asked once more. */
function isAnswerKept() {
  return page.waitForFunction(
    async () => {
      const ask = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error!);
        });
      const database = await ask(indexedDB.open('clincher'));
      const kept = await ask(
        database.transaction('settings').objectStore('settings').get('tourOffered'),
      );
      database.close();
      return kept !== undefined;
    },
    { timeout: LONG, polling: 50 },
  );
}

describe('the tour', () => {
  it('is offered on the first start, beside the page: it takes no focus', async () => {
    await digestOn(page);
    expect(await offered()).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('is left by Esc, and not offered again', async () => {
    await enter(words.start);
    await page.waitForFunction(
      (title) => document.activeElement?.textContent.trim() === title,
      { timeout: LONG },
      words.steps.answer.title,
    );
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('[data-tour-mark]'));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await isAnswerKept();
    await page.close();
    page = await chromium.openDashboard();
    await digestOn(page);
    expect(await offered()).toBeNull();
  });

  it('is walked by keys: every step says what it outlines, in sight and not under the tour', async () => {
    const before = await digestOn(page);
    const shareBefore = await share();
    await page.evaluate(() => (location.hash = '#/model'));
    await (await page.waitForSelector('main a[href="#/tour"]'))!.press('Enter');
    await waitForText(page, words.steps.answer.title);
    for (const [index, { name }] of TOUR_STEPS.entries()) {
      await waitForText(page, words.place(index + 1, TOUR_STEPS.length));
      await waitForText(page, words.steps[name].title);
      const outlined = () =>
        page.evaluate(() => {
          const [marked, ...more] = document.querySelectorAll('[data-tour-mark]');
          if (!marked || more.length > 0) return { isOne: false };
          const it = marked.getBoundingClientRect();
          const card = document.querySelector('[aria-labelledby$="-title"]:has([role=status] h2)')!;
          const own = card.getBoundingClientRect();
          const isApart = it.right < own.left || it.left > own.right || it.top < own.top;
          return { isOne: true, isInSight: it.top >= 0 && it.top < innerHeight, isApart };
        });
      await expect
        .poll(outlined, { timeout: 10_000, message: name })
        .toEqual({ isOne: true, isInSight: true, isApart: true });
      if (name === 'nobody') {
        await enter(words.steps.nobody.try);
        await waitForText(page, words.steps.nobody.tried);
        expect(await digestOn(page, before)).not.toBe(before);
        expect(await share()).not.toBe(shareBefore);
      }
      if (name === 'number') {
        await enter(words.goThere);
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
        await page.keyboard.press('Escape');
        expect(await focused()).toBe(words.steps.number.title);
      }
      if (index < TOUR_STEPS.length - 1) await enter(words.next);
    }
    await enter(words.done);
    expect(await page.$('[data-tour-mark]')).toBeNull();
    expect(await digestOn(page)).toBe(before);
    expect(await share()).toBe(shareBefore);
  });

  it('keeps what it outlines in sight while its page grows, until somebody scrolls away', async () => {
    await page.evaluate(() => (location.hash = '#/tour'));
    await waitForText(page, words.steps.answer.title);
    await page.waitForSelector('[data-tour-mark]');
    const grow = () =>
      page.evaluate(() => {
        const late = document.createElement('div');
        late.style.height = '3000px';
        late.className = 'late';
        document.querySelector('main')!.prepend(late);
      });
    const isInSight = () =>
      page.$eval('[data-tour-mark]', (marked) => {
        const { top } = marked.getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      });
    await grow();
    expect(await isInSight()).toBe(false);
    await expect.poll(isInSight, { timeout: 10_000 }).toBe(true);
    // It slides there, and a wheel turned meanwhile would be lost.
    await page.waitForFunction(
      () =>
        new Promise((resolve) => {
          const from = scrollY;
          setTimeout(() => resolve(scrollY === from), 300);
        }),
      { timeout: LONG },
    );
    await page.mouse.move(400, 300);
    await page.mouse.wheel({ deltaY: -6000 });
    await expect.poll(isInSight, { timeout: 10_000 }).toBe(false);
    // Longer than it waits before it looks again, more than once.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await isInSight()).toBe(false);
    await page.evaluate(() => document.querySelector('.late')!.remove());
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('[data-tour-mark]'));
  });

  it('takes back what it has changed when it is left in the middle', async () => {
    const shareBefore = await share();
    await page.evaluate(() => (location.hash = '#/tour'));
    for (let step = 0; step < 4; step++) await enter(words.next);
    await enter(words.steps.nobody.try);
    await waitForText(page, words.steps.nobody.tried);
    expect(await share()).not.toBe(shareBefore);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('[data-tour-mark]'));
    expect(await share()).toBe(shareBefore);
  });

  it('takes it back at the next start where its window was closed in the middle', async () => {
    const shareBefore = await share();
    await page.evaluate(() => (location.hash = '#/tour'));
    for (let step = 0; step < 4; step++) await enter(words.next);
    await enter(words.steps.nobody.try);
    await waitForText(page, words.steps.nobody.tried);
    expect(await share()).not.toBe(shareBefore);
    await waitForText(page, messages.dashboard.saveState.saved);
    const other = await chromium.openDashboard();
    await page.close();
    page = other;
    await page.reload();
    await page.waitForFunction(
      (box, wanted) => document.querySelector<HTMLInputElement>(box)?.value === wanted,
      { timeout: LONG },
      numberBox,
      shareBefore,
    );
    expect(chromium.problems).toEqual([]);
  });
});

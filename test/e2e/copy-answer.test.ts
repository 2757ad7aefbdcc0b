/** The answer as text: copied by one press and announced, or shown selected where the browser does not let it be copied. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { messages } from '../../lib/messages/messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { button, digestOn, press, waitForText } from './on-page.ts';

const words = messages.studio.copy;

let chromium: RunningChromium;
let page: Page;
let digest: string;
beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.openDashboard('#/what-if/oakland-2019');
  digest = await digestOn(page);
});
afterAll(() => chromium.close());

/** Stands in for the clipboard, which a browser without a screen may refuse to have read. */
async function clipboard(isAllowed: boolean): Promise<void> {
  await page.evaluate((allowed) => {
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: (text: string) => {
          if (!allowed) return Promise.reject(new DOMException('no', 'NotAllowedError'));
          document.documentElement.dataset['copied'] = text;
          return Promise.resolve();
        },
      },
    });
  }, isAllowed);
}

const headline = () => page.$eval('h1', (title) => title.textContent.trim());

it('one press copies the sentences with their reason, and says so', async () => {
  await clipboard(true);
  await press(page, words.button);
  await waitForText(page, words.copied);
  const said = await page.$eval('.copy [role=status]', (status) => status.textContent);
  expect(said).toBe(words.copied);
  const copied = await page.evaluate(() => document.documentElement.dataset['copied'] ?? '');
  expect(copied).toContain(await headline());
  expect(copied).toMatch(/\nWhy it helps: fewer users have to cross/);
  expect(copied.endsWith(words.digest(digest))).toBe(true);
});

it('where the browser refuses, the text is there, selected, and closing it gives the focus back', async () => {
  await clipboard(false);
  await (await button(page, words.button)).focus();
  await page.keyboard.press('Enter');
  await waitForText(page, words.refused);
  const selected = await page.evaluate(() => {
    const box = document.activeElement as HTMLTextAreaElement;
    return { text: box.value, from: box.selectionStart, to: box.selectionEnd };
  });
  expect(selected.text).toContain(await headline());
  expect([selected.from, selected.to]).toEqual([0, selected.text.length]);
  await press(page, messages.common.close, '//*[contains(@class,"refused")]');
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe(words.button);
});

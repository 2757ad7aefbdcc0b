/** A check in plain words on the strike in Oakland, by keys alone: added, kept, broken, undone, and there again later. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { button, LONG, waitForText } from './on-page.ts';

let chromium: RunningChromium;
beforeAll(async () => {
  chromium = await launchChromium();
}, LONG);
afterAll(() => chromium.close());

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement!.getAttribute('aria-label') ?? '');

/** The one check that stands there, once its verdict is of all futures. */
async function verdict(page: Page, word: string): Promise<string> {
  const found = await page.waitForFunction(
    (wanted) => {
      const text = document.querySelector<HTMLElement>('.checks .found:not(.counting)')?.innerText;
      return text?.includes(wanted) ? text : false;
    },
    { timeout: LONG },
    word,
  );
  return (await found.jsonValue()) as string;
}

const SENTENCE =
  'No scenario may let support fall under 40 % before day 20 in more than 10 of 100 futures.';

it(
  'is added, breaks with a number, is put back by undo, and outlives a reload',
  async () => {
    const page = await chromium.openDashboard('#/what-if/oakland-2019');
    await waitForText(page, 'What must never happen, whoever changes the plan?');
    const { keyboard } = page;
    await (await button(page, 'Add a check')).focus();
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement!.closest('.kinds') !== null);
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement!.tagName === 'SELECT');
    expect(await focused(page)).toBe('What may not happen');
    expect(await verdict(page, 'Kept')).toContain('In no future.');

    // Two choices on: support, which has a limit. Then the boxes, one Tab each.
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await page.waitForFunction(
      (said) => document.querySelector('.checks legend')?.textContent === said,
      { timeout: LONG },
      SENTENCE,
    );
    const kept = await verdict(page, 'Kept');
    expect(kept).toMatch(/In [\d.]+ of 100 futures; room for [\d.]+\./);
    await waitForText(page, 'The check is kept');
    for (const label of ['Limit, per cent', 'Before which day', 'In at most how many of 100']) {
      await keyboard.press('Tab');
      expect(await focused(page)).toContain(label);
    }
    // Out of its bounds: said, and not taken.
    await keyboard.type('1000');
    await keyboard.press('Enter');
    await waitForText(page, 'A whole number from 0 to 100.');
    await keyboard.down('Control');
    await keyboard.press('a');
    await keyboard.up('Control');
    await keyboard.type('0');
    await keyboard.press('Enter');
    const broken = await verdict(page, 'Broken');
    expect(broken).toMatch(/of 100 futures, [\d.]+ too many; past the limit on day \d+\./);
    await waitForText(page, 'The check is broken');
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('[role=status]')].some((status) =>
          status.textContent!.startsWith('Broken: No scenario may let support'),
        ),
      { timeout: LONG },
    );

    await keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Done with: /);
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement!.textContent === 'Change');
    await keyboard.down('Control');
    await keyboard.press('z');
    await keyboard.up('Control');
    expect(await verdict(page, 'Kept')).toBe(kept);
    await waitForText(page, 'Undone: change a check');
    await waitForText(page, 'all changes saved');

    await page.reload();
    await waitForText(page, SENTENCE);
    expect(await verdict(page, 'Kept')).toBe(kept);
    expect(chromium.problems).toEqual([]);
  },
  LONG * 2,
);

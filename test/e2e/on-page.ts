/** What a user does and sees on a page of ours, for the tests in Chromium. */
import type { ElementHandle, Page } from 'puppeteer-core';

export const LONG = 60_000;

/** A button by its words, inside the place that the XPath names. */
export async function button(page: Page, name: string, inside = ''): Promise<ElementHandle> {
  const found = await page.waitForSelector(
    `::-p-xpath(${inside}//button[normalize-space(.)="${name}"])`,
    { visible: true, timeout: LONG },
  );
  return found as ElementHandle;
}

/** Presses it once it stands still: one that was drawn anew since it was found is looked for again. */
export async function press(page: Page, name: string, inside = ''): Promise<void> {
  await page
    .locator(`::-p-xpath(${inside}//button[normalize-space(.)="${name}"])`)
    .setTimeout(LONG)
    .click();
}

export async function waitForText(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.body.innerText.includes(wanted),
    { timeout: LONG },
    text,
  );
}

/** Digest of the full result that stands on the page now; waits for one that is not `unlike`. */
export async function digestOn(page: Page, unlike = ''): Promise<string> {
  const found = await page.waitForFunction(
    (old) => {
      const now = document.querySelector('aside details code')?.textContent;
      return now && now !== old ? now : false;
    },
    { timeout: LONG },
    unlike,
  );
  return (await found.jsonValue()) as string;
}

/** The bar of an action on the time line, by its id in the casebook. */
export async function bar(page: Page, actionId: string): Promise<ElementHandle<HTMLElement>> {
  const found = await page.waitForSelector(`[role=slider][id$="-${actionId}"]`, { timeout: LONG });
  return found as ElementHandle<HTMLElement>;
}

/** Opens every panel there is; one that was closed may hold others. */
export async function openAllDetails(page: Page, inside = 'body'): Promise<void> {
  await page.evaluate(async (root) => {
    for (let depth = 0; depth < 3; depth++) {
      for (const details of document.querySelectorAll<HTMLDetailsElement>(`${root} details`)) {
        details.open = true;
      }
      await new Promise(requestAnimationFrame);
    }
  }, inside);
}

/** Moves and fades have come to their end, fonts are there. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    await Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations === 1)
        .map((animation) => animation.finished.catch(() => {})),
    );
    await frame();
  });
}

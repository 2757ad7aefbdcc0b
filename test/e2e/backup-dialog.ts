/** Backup and restore as a user presses them, for the tests in Chromium. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { messages } from '../../lib/messages/messages.ts';
import { LONG, press } from './on-page.ts';

const words = messages.backup;

/** Opens the dialog by whatever the library's note of it says, on the side for restoring. */
export async function openRestore(page: Page): Promise<void> {
  const names = [words.lastNever, words.restoreLink, words.note].map(
    (name) => `normalize-space(.)="${name}"`,
  );
  const isNote = [`starts-with(normalize-space(.), "${words.last('')}")`, ...names].join(' or ');
  await page.locator(`::-p-xpath(//main//button[${isNote}])`).setTimeout(LONG).click();
  // What the library holds is counted while the dialog stands, and moves its buttons from under a click.
  for (let tries = 0; tries < 5; tries++) {
    await press(page, words.restoreSide, '//dialog');
    const input = page.waitForSelector('dialog input[type=file]', { timeout: 2000 });
    if (await input.catch(() => null)) return;
  }
}

/** Puts a file into the dialog that is open. */
export async function choose(page: Page, file: string): Promise<void> {
  const input = await page.waitForSelector('dialog input[type=file]', { timeout: LONG });
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
}

/** The other way than the one the dialog offers first. */
export async function chooseReplace(page: Page): Promise<void> {
  await page.click('dialog input[value=replaceAll]');
  await press(page, words.doReplace, '//dialog//footer');
  await page.click('dialog input[type=checkbox]');
}

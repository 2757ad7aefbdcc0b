/** What the menu beneath a picture gives, as the user gets it: files, and the rows of the one with numbers. */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { LONG } from './on-page.ts';

const words = messages.charts;

/** From now on files of the page's browser come into the folder, unasked. */
export async function downloadInto(folder: string, page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}

/** The file that a button of the menu gives; it is gone from the folder then. */
export async function fileOf(
  folder: string,
  menu: ElementHandle,
  name: string,
): Promise<{ name: string; bytes: Buffer }> {
  const button = await menu.$(`::-p-xpath(.//button[normalize-space(.)="${name}"])`);
  // Where it stands still: a picture that is drawn anew above it moves it.
  await button!.asLocator().setTimeout(LONG).click();
  const until = Date.now() + LONG;
  while (Date.now() < until) {
    const found = readdirSync(folder).find((file) => !file.endsWith('.crdownload'));
    if (found && existsSync(path.join(folder, found))) {
      const bytes = readFileSync(path.join(folder, found));
      if (bytes.length > 0) {
        rmSync(path.join(folder, found));
        return { name: found, bytes };
      }
    }
    await pause(25);
  }
  throw new Error(`${name} gave no file`);
}

/** RFC 4180, by letters: independent of what wrote it. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at]!;
      else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at++;
    } else cell += letter;
  }
  expect(cell).toBe('');
  return rows;
}

/** A picture on the page: its section, its title and the line that opens its menu. */
export interface PictureOnPage {
  title: string;
  section: ElementHandle<HTMLElement>;
  summary: ElementHandle;
  menu: ElementHandle;
}

/** Every picture on the page now that can be saved. */
export async function picturesOn(page: Page): Promise<PictureOnPage[]> {
  const pictures: PictureOnPage[] = [];
  for (const summary of await page.$$('summary[aria-label]')) {
    const label = await summary.evaluate((at) => at.getAttribute('aria-label')!);
    const section = (await summary.evaluateHandle((at) =>
      at.closest('section'),
    )) as ElementHandle<HTMLElement>;
    const title = await section.$eval('h2, h3', (heading) => heading.textContent!.trim());
    if (label !== words.save.menuOf(title)) continue;
    const menu = (await summary.evaluateHandle((at) => at.parentElement)) as ElementHandle;
    pictures.push({ title, section, summary, menu });
  }
  return pictures;
}

/** Head and rows of the numbers; the menu is open. */
export async function numbersOf(
  folder: string,
  { menu }: PictureOnPage,
): Promise<{ name: string; head: string[]; rows: string[][] }> {
  const { name, bytes } = await fileOf(folder, menu, words.save.csv);
  const [head, ...rows] = readCsv(bytes.toString('utf8').replace(/^\ufeff/, ''));
  return { name, head: head!, rows };
}

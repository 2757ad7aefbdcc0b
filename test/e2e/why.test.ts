/**
 * Every picture of the studio and of its Why page as files: the numbers are those of the table beside it, the drawing
 * opens alone and carries nothing that runs or calls, the bitmap is one.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { digestOn, LONG } from './on-page.ts';

const words = messages.charts;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

let chromium: RunningChromium;
let folder: string;
let page: Page;
/** No page of ours: those refuse to have text parsed. */
let elsewhere: Page;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clincher-pictures-'));
  chromium = await launchChromium();
  page = await chromium.openDashboard('#/what-if/posti-2019');
  elsewhere = await chromium.newPage();
  await page.bringToFront();
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
});
afterAll(async () => {
  await chromium.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The file that a button of the menu gives; it is gone from the folder then. */
async function fileOf(menu: ElementHandle, name: string): Promise<{ name: string; bytes: Buffer }> {
  const button = await menu.$(`::-p-xpath(.//button[normalize-space(.)="${name}"])`);
  await button!.click();
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
function readCsv(text: string): string[][] {
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

/** What the drawing carries that a picture has no business with. */
function faultsOf(svg: string): Promise<string[]> {
  return elsewhere.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    if (read.querySelector('parsererror')) return ['does not parse'];
    const faults: string[] = [];
    if (read.documentElement.localName !== 'svg') faults.push(read.documentElement.localName);
    if (read.querySelector('script, foreignObject, iframe, image, a')) faults.push('an element');
    for (const element of read.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) faults.push(`${element.localName} ${name}`);
        const isReference = /href$|^src$/.test(name) && !value.startsWith('#');
        if (isReference || /url\((?!["']?#)|javascript:/.test(value))
          faults.push(`${name}=${value}`);
      }
    }
    for (const style of read.querySelectorAll('style')) {
      if (/@import|url\((?!["']?#)/.test(style.textContent)) faults.push('a style that calls');
    }
    if (!read.documentElement.textContent.trim()) faults.push('no word');
    return faults;
  }, svg);
}

/** All pictures on the page now, each saved three times. Gives their titles. */
async function saveAll(): Promise<string[]> {
  const titles: string[] = [];
  for (const summary of await page.$$(`summary[aria-label]`)) {
    const label = await summary.evaluate((at) => at.getAttribute('aria-label')!);
    const section = (await summary.evaluateHandle((at) =>
      at.closest('section'),
    )) as ElementHandle<HTMLElement>;
    const title = await section.$eval('h2, h3', (heading) => heading.textContent!.trim());
    if (label !== words.save.menuOf(title)) continue;
    titles.push(title);
    await summary.click();
    const menu = (await summary.evaluateHandle((at) => at.parentElement)) as ElementHandle;

    const svg = await fileOf(menu, words.save.svg);
    expect(svg.name).toMatch(/\.svg$/);
    expect(await faultsOf(svg.bytes.toString('utf8')), title).toEqual([]);

    const png = await fileOf(menu, words.save.png);
    expect(png.name).toMatch(/\.png$/);
    expect(png.bytes.subarray(0, 8), title).toEqual(PNG);
    // Width and height, the first numbers of its first chunk.
    expect(png.bytes.readUInt32BE(16), title).toBeGreaterThan(100);
    expect(png.bytes.readUInt32BE(20), title).toBeGreaterThan(30);

    const csv = await fileOf(menu, words.save.csv);
    expect(csv.name).toMatch(/\.csv$/);
    const [head, ...rows] = readCsv(csv.bytes.toString('utf8').replace(/^\ufeff/, ''));
    const tableSummary = await section.$(
      `::-p-xpath(.//summary[normalize-space(.)="${words.showTable}"])`,
    );
    await tableSummary!.click();
    await section.waitForSelector('table tbody tr');
    const shown = await section.$eval('table', (table) => ({
      head: [...table.querySelectorAll('thead th')].map((cell) => cell.textContent!.trim()),
      rows: [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent!.trim()),
      ),
    }));
    await tableSummary!.click();
    if (title === words.dots.title) {
      // Its table counts the dots of a stretch; the numbers drawn are the dots themselves.
      const drawn = await section.$$eval('svg circle', (circles) => circles.length);
      expect(rows.length, `${title}: dots`).toBe(drawn);
    } else expect(rows.length, `${title}: rows`).toBe(shown.rows.length);
    for (const row of rows) expect(row.length, `${title}: columns`).toBe(head!.length);
    // The table's figures are these, rounded: where both say a plain share or number they agree.
    for (const [index, row] of rows.entries()) {
      if (rows.length !== shown.rows.length || shown.head.join() !== head!.join()) break;
      for (const [column, cell] of row.entries()) {
        const read = /^([−-]?\d+(?:\.\d+)?)\s*%$/.exec(shown.rows[index]![column]!);
        if (!read || cell === '') continue;
        const percent = Number(read[1]!.replace('−', '-'));
        const digits = read[1]!.split('.')[1]?.length ?? 0;
        expect(
          Math.abs(Number(cell) * 100 - percent),
          `${title}: row ${index}, column ${head![column]}: ${cell} drawn as ${shown.rows[index]![column]}`,
        ).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-6);
      }
    }
    await summary.click();
  }
  return titles;
}

it('of the time line’s page', async () => {
  await digestOn(page);
  const titles = await saveAll();
  expect(titles.length).toBeGreaterThanOrEqual(3);
  expect(new Set(titles).size).toBe(titles.length);
});

it('of the Why page, when every study is done', async () => {
  await page
    .locator(`::-p-xpath(//nav//a[normalize-space(.)="${messages.why.view}"])`)
    .setTimeout(LONG)
    .click();
  await page.waitForFunction(
    (count) =>
      document.querySelectorAll('.why .study .chart-figure').length >= count &&
      !document.querySelector('.why [aria-busy=true]'),
    { timeout: LONG, polling: 200 },
    3,
  );
  const titles = await saveAll();
  expect(titles).toEqual(
    expect.arrayContaining([
      messages.why.adds.title,
      messages.why.rests.title,
      messages.why.risks.title,
    ]),
  );
  expect(chromium.problems).toEqual([]);
});

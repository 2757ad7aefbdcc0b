/**
 * Every picture of the studio and of its Why page as files: the numbers are those of the table beside it, the drawing
 * opens alone and carries nothing that runs or calls, the bitmap is one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { digestOn, LONG } from './on-page.ts';
import { downloadInto, fileOf, numbersOf, picturesOn } from './saved-pictures.ts';

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
  await downloadInto(folder, page);
});
afterAll(async () => {
  await chromium.close();
  rmSync(folder, { recursive: true, force: true });
});

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
  for (const picture of await picturesOn(page)) {
    const { title, section, summary, menu } = picture;
    titles.push(title);
    await summary.click();

    const svg = await fileOf(folder, menu, words.save.svg);
    expect(svg.name).toMatch(/\.svg$/);
    expect(await faultsOf(svg.bytes.toString('utf8')), title).toEqual([]);

    const png = await fileOf(folder, menu, words.save.png);
    expect(png.name).toMatch(/\.png$/);
    expect(png.bytes.subarray(0, 8), title).toEqual(PNG);
    // Width and height, the first numbers of its first chunk.
    expect(png.bytes.readUInt32BE(16), title).toBeGreaterThan(100);
    expect(png.bytes.readUInt32BE(20), title).toBeGreaterThan(30);

    const { name, head, rows } = await numbersOf(folder, picture);
    expect(name).toMatch(/\.csv$/);
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
    } else if (title === messages.why.rests.title) {
      // Its table has those, too, that are drawn only when all are asked for.
      const drawn = await section.$$eval('svg rect.low', (bars) => bars.length);
      expect(rows.length, `${title}: bars`).toBe(drawn);
    } else expect(rows.length, `${title}: rows`).toBe(shown.rows.length);
    for (const row of rows) expect(row.length, `${title}: columns`).toBe(head.length);
    // The table's figures are these, rounded: where both say a plain share or number they agree.
    for (const [index, row] of rows.entries()) {
      if (rows.length !== shown.rows.length || shown.head.join() !== head.join()) break;
      for (const [column, cell] of row.entries()) {
        const read = /^([−-]?\d+(?:\.\d+)?)\s*%$/.exec(shown.rows[index]![column]!);
        if (!read || cell === '') continue;
        const percent = Number(read[1]!.replace('−', '-'));
        const digits = read[1]!.split('.')[1]?.length ?? 0;
        expect(
          Math.abs(Number(cell) * 100 - percent),
          `${title}: row ${index}, column ${head[column]}: ${cell} drawn as ${shown.rows[index]![column]}`,
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

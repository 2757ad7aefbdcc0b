/** What is shown to others: the brief of one page, the story for the wall, the model for a critic, the tour for a newcomer. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { seriousNow } from './accessibility.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { LONG, press, settle } from './on-page.ts';

let chromium: RunningChromium;
beforeAll(async () => {
  chromium = await launchChromium();
});
afterAll(() => chromium.close());

/** What axe calls serious or critical, light and dark. */
async function seriousOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await settle(page);
    found.push(...(await seriousNow(page)).map((words) => `${scheme} ${words}`));
  }
  return found;
}

const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);

describe('the brief', () => {
  it('prints to one page, A4 and Letter, light in the dark, with nothing of the page around it', async () => {
    const page = await chromium.openDashboard('#/what-if/posti-2019/brief');
    await page.waitForSelector('.brief-sheet', { timeout: LONG });
    expect(await seriousOn(page)).toEqual([]);
    // Three were announced and never came; what did come is as high as it is strong.
    const bars = await page.$$eval('.brief-sheet li', (rows) =>
      rows
        .flatMap((row) => {
          const bar = row.querySelector('rect');
          const words = row.textContent!;
          return bar ? [{ words, height: bar.getBBox().height, drawn: getComputedStyle(bar) }] : [];
        })
        .map(({ words, height, drawn }) => ({ words, height, isHollow: drawn.fill === 'none' })),
    );
    const never = bars.filter(({ words }) =>
      words.includes(messages.timeline.announcedNeverNeeded),
    );
    expect(never).toHaveLength(3);
    expect(bars.filter(({ isHollow }) => isHollow)).toEqual(never);
    const highOf = (strength: string) =>
      bars.find(({ words }) => words.includes(`${strength}, day 14, one day`))!.height;
    expect(highOf('80%')).toBeGreaterThan(highOf('30%'));
    expect(highOf('30%')).toBeGreaterThan(highOf('12%'));
    // A day of the axis stands under the bar of that day.
    const [tickAt, barAt] = await page.evaluate((tick) => {
      const middle = (element: Element) => {
        const { left, right } = element.getBoundingClientRect();
        return (left + right) / 2;
      };
      const sheet = document.querySelector('.brief-sheet')!;
      const named = [...sheet.querySelectorAll('.ticks span')].find(
        (at) => at.textContent === tick,
      );
      const rows = [...sheet.querySelectorAll('li')];
      const bar = rows.find((row) => row.textContent.includes('80%, day 14'))!;
      return [middle(named!), middle(bar.querySelector('rect')!)];
    }, messages.brief.axisDay(14));
    expect(Math.abs(tickAt - barAt)).toBeLessThan(2);
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = Buffer.from(await page.pdf({ format, preferCSSPageSize: false }));
      // Each page of a PDF is one object of this type; the tree above them has another.
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), format).toHaveLength(1);
    }
    await page.emulateMediaType('print');
    const paper = await page.evaluate(() => ({
      ground: getComputedStyle(document.body).backgroundColor,
      text: document.body.innerText,
    }));
    await page.emulateMediaType();
    expect(paper.ground).toBe('rgb(255, 255, 255)');
    expect(paper.text).toContain(messages.brief.law);
    expect(paper.text).toContain('seed 1919');
    expect(paper.text).not.toContain(messages.brief.print);
    expect(paper.text).not.toContain(messages.dashboard.library);
    await page.setViewport({ width: 390, height: 800 });
    expect(await isWide(page)).toBe(false);
    await page.close();
  });
});

describe('the brief of a campaign with checks', () => {
  it('lists each with its verdict and its figure, on one page still', async () => {
    const page = await chromium.openDashboard('#/what-if/posti-2019');
    const { checks } = studioMessages;
    const kinds = Object.keys(checks.choices.risk).length;
    for (let nth = 1; nth <= kinds; nth++) {
      await press(page, checks.add);
      await page.locator(`.kinds li:nth-child(${nth}) button`).setTimeout(LONG).click();
      await press(page, checks.done);
      await page.waitForFunction(
        (count) => document.querySelectorAll('.checks > li').length === count,
        { timeout: LONG },
        nth,
      );
    }
    const said = await page.$$eval('.checks .said', (lines) =>
      lines.map((line) => line.textContent.trim()),
    );
    await page
      .locator(`::-p-xpath(//nav//a[normalize-space(.)="${messages.brief.label}"])`)
      .setTimeout(LONG)
      .click();
    await page.waitForFunction(
      (heading, counting) => {
        const text = document.querySelector('.brief-sheet')?.textContent ?? '';
        return text.includes(heading) && !text.includes(counting);
      },
      { timeout: LONG },
      messages.brief.checks,
      checks.verdict.counting,
    );
    expect(await seriousOn(page)).toEqual([]);
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = Buffer.from(await page.pdf({ format, preferCSSPageSize: false }));
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), format).toHaveLength(1);
    }
    await page.emulateMediaType('print');
    const paper = await page.evaluate(() => document.body.innerText);
    await page.emulateMediaType();
    expect(said).toHaveLength(kinds);
    for (const sentence of said) expect(paper).toContain(sentence);
    expect(paper).toContain(checks.verdict.kept);
    expect(paper).toMatch(/\d+ of 100, \d+ more than asked/);
    await page.setViewport({ width: 390, height: 800 });
    expect(await isWide(page)).toBe(false);
    await page.close();
  });
});

describe('the story', () => {
  it('steps by keys through every picture, says a sentence to each, and Esc leaves', async () => {
    const page = await chromium.openDashboard('#/what-if/posti-2019/story');
    await page.setViewport({ width: 1280, height: 720 });
    const heading = async () => (await page.waitForSelector('.story h1', { timeout: LONG }))!;
    const words = async () => (await heading()).evaluate((element) => element.textContent.trim());
    expect(await words()).toContain('3.0 to 1');
    const { line, leverage, endings, dots, risks } = messages.story.steps;
    const said = new Set<string>();
    for (const title of [line, leverage, endings, dots, risks]) {
      await page.keyboard.press('ArrowRight');
      expect(await words()).toBe(title);
      said.add(await page.$eval('.story .sentence', (element) => element.textContent));
      const fits = await page.evaluate(
        () => document.documentElement.scrollHeight <= innerHeight + 1,
      );
      expect(fits, `${title} fits the projector`).toBe(true);
    }
    expect(said.size).toBe(5);
    expect(await seriousOn(page)).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    expect(await words()).toBe(dots);
    await page.setViewport({ width: 390, height: 800 });
    expect(await isWide(page)).toBe(false);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=slider]', { timeout: LONG });
    expect(await page.evaluate(() => location.hash)).toBe('#/what-if/posti-2019');
    await page.close();
  });
});

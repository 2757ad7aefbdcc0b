/** The casebook by clicks and by keys: looked through, filtered, one campaign read and opened as a scenario. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { LONG, press, waitForText } from './on-page.ts';

const words = studioMessages.casebookPage;

let chromium: RunningChromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.openDashboard('#/campaigns');
});
afterAll(() => chromium.close());

const shown = () =>
  page.$$eval('[data-case]', (rows) => rows.map((row) => row.getAttribute('data-case')!));
const focused = () =>
  page.evaluate(() => document.activeElement?.closest('[data-case]')?.getAttribute('data-case'));
const route = () => page.evaluate(() => location.hash);
const choose = async (label: string, value: string) => {
  const box = await page.waitForSelector(
    `::-p-xpath(//form//label[span[normalize-space(.)="${label}"]]/select)`,
    { timeout: LONG },
  );
  await box!.select(value);
};
const countIs = (text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.count [role=status]')?.textContent.trim() === wanted,
    { timeout: LONG },
    text,
  );

describe('the casebook', () => {
  it('is reached from the campaigns and shows all twenty on one scale', async () => {
    await page
      .locator(`::-p-xpath(//a[normalize-space(.)="${words.link}"])`)
      .setTimeout(LONG)
      .click();
    await countIs(words.all(20));
    expect(await shown()).toHaveLength(20);
    const lines = await page.$$eval('[data-case] svg[role=img]', (pictures) =>
      pictures.map((picture) => ({
        start: picture.querySelector('.start')!.getAttribute('x1'),
        end: Number(picture.querySelector('.strike')!.getAttribute('x2')),
        label: picture.getAttribute('aria-label')!,
      })),
    );
    expect(new Set(lines.map(({ start }) => start)).size).toBe(1);
    const ends = new Map(lines.map(({ label, end }) => [label.split(':')[0], end]));
    const miners = ends.get('Britain’s miners 1984')!;
    expect(miners).toBeGreaterThan(ends.get('Posti, Finland 2019')!);
    expect(miners).toBeLessThan(ends.get('Delano’s grapes 1965')!);
    for (const { label } of lines) expect(label).toMatch(/won|lost|compromise|open/);
    await waitForText(page, words.score.verdict.notShown);
  });

  it('is filtered by what was done, by ending and employer; where nothing is left it says so', async () => {
    await choose(words.filters.kind, 'sympathyStrike');
    await page.waitForFunction(() => document.querySelectorAll('[data-case]').length < 20);
    const struck = await shown();
    expect(struck).toContain('posti-2019');
    expect(struck).not.toContain('patco-1981');
    await countIs(words.shown(struck.length, 20));

    await choose(words.filters.ending, 'collapse');
    await page.waitForFunction(
      (before) => document.querySelectorAll('[data-case]').length < before,
      {},
      struck.length,
    );
    expect((await shown()).toSorted()).toEqual(['pullman-1894', 'seattle-1919', 'septa-1983']);

    await choose(words.filters.employer, 'stocks');
    await waitForText(page, words.none);
    await countIs(words.shown(0, 20));
    await press(page, words.clear, '//*[contains(@class, "none")]');
    await countIs(words.all(20));
  });

  it('is sorted by length', async () => {
    await choose(words.filters.sort, 'shortest');
    await page.waitForFunction(
      () => document.querySelector('[data-case]')?.getAttribute('data-case') === 'patco-1981',
    );
    expect((await shown()).at(-1)).toBe('delano-1965');
    await choose(words.filters.sort, 'oldest');
    await page.waitForFunction(
      () => document.querySelector('[data-case]')?.getAttribute('data-case') === 'london-dock-1889',
    );
  });

  it('is walked through by keys: along the campaigns, into one and out again', async () => {
    await page.focus('[data-case] h3 button');
    expect(await focused()).toBe('london-dock-1889');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('pullman-1894');
    await page.keyboard.press('End');
    expect(await focused()).toBe('tesla-sweden-2023');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('wga-2023');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-case=wga-2023] h3 button[aria-expanded=true]', {
      timeout: LONG,
    });
    await page.waitForSelector('[data-case=wga-2023] .detail', { timeout: LONG });
    expect(await route()).toBe('#/casebook/wga-2023');
    expect(await focused()).toBe('wga-2023');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.detail'));
    expect(await route()).toBe('#/casebook');
    await page.keyboard.press('Home');
    expect(await focused()).toBe('london-dock-1889');
  });

  it('leaves the focus with whoever has gone on before the one that was pressed is open', async () => {
    await page.evaluate(() => (location.hash = '#/casebook'));
    await page.waitForFunction(() => !document.querySelector('.detail'));
    await page.evaluate(() => {
      const headOf = (id: string) =>
        document.querySelector<HTMLElement>(`[data-case=${id}] h3 button`)!;
      headOf('wga-2023').focus();
      headOf('wga-2023').click();
      headOf('pullman-1894').focus();
    });
    await page.waitForSelector('[data-case=wga-2023] .detail', { timeout: LONG });
    expect(await focused()).toBe('pullman-1894');
  });

  it('is led to by an address: facts with their sources, what is unverified marked, each number with its reason', async () => {
    // Hidden by a filter, it is shown all the same.
    await choose(words.filters.ending, 'concession');
    await page.waitForFunction(() => !document.querySelector('[data-case=uk-miners-1984]'));
    await page.evaluate(() => (location.hash = '#/casebook/uk-miners-1984'));
    await page.waitForSelector('[data-case=uk-miners-1984] .detail', { timeout: LONG });
    await page.waitForFunction(
      () =>
        document.activeElement?.closest('[data-case]')?.getAttribute('data-case') ===
        'uk-miners-1984',
    );
    const text = await page.$eval(
      '[data-case=uk-miners-1984]',
      (each) => (each as HTMLElement).innerText,
    );
    expect(text).toContain(words.sentence.noWorkers);
    expect(text).toContain('Wikipedia');
    expect(text).toContain(words.provenance.unverified);
    expect(text).toContain(words.detail.byRule.collapse);
    await page.click('[data-case=uk-miners-1984] .detail summary');
    await page.waitForSelector('[data-number=workers]');
    const reasons = await page.$$eval('.detail [data-number]', (all) =>
      all.map((each) => each.lastElementChild!.textContent.trim()),
    );
    expect(reasons.length).toBeGreaterThan(40);
    for (const reason of reasons) expect(reason).not.toBe('');
  });

  it('opens a campaign as a scenario, with its real ending marked on time line and both pictures', async () => {
    await page.locator('[data-case=uk-miners-1984] .detail a.button').setTimeout(LONG).click();
    const mark = words.realEnding.mark.collapse(362);
    await page.waitForFunction(
      (label) =>
        [...document.querySelectorAll('svg text')].filter((text) =>
          text.textContent.trim().startsWith(label),
        ).length === 3,
      { timeout: LONG },
      mark,
    );
    expect(await route()).toBe('#/what-if/uk-miners-1984');
    expect(await page.$$('svg line.real')).toHaveLength(1);
    await waitForText(page, words.realEnding.note);
    await page.locator('a[href="#/casebook/uk-miners-1984"]').setTimeout(LONG).click();
    await page.waitForSelector('[data-case=uk-miners-1984] .detail', { timeout: LONG });
  });

  it('points on where the ending lies beyond the days that are run', async () => {
    await page.evaluate(() => (location.hash = '#/what-if/liverpool-1995'));
    const mark = `${words.realEnding.mark.collapse(851)} →`;
    await page.waitForFunction(
      (label) =>
        [...document.querySelectorAll('svg text')].filter(
          (text) => text.textContent.trim() === label,
        ).length === 2,
      { timeout: LONG },
      mark,
    );
    expect(await page.$('svg line.real')).toBeNull();
  });

  it('says so where the address names nobody', async () => {
    await page.evaluate(() => (location.hash = '#/casebook/no-such-strike'));
    await waitForText(page, words.unknown('no-such-strike'));
    expect(await shown()).toHaveLength(20);
    expect(chromium.problems).toEqual([]);
  });
});

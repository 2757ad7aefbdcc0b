/** The dashboard and its two workers: a hand that is faster than they are, a long run, and workers that die. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { LIVE_FUTURES } from '../../lib/worker/client.ts';
import { CHROME_BUILD, launchChromium, type RunningChromium } from './chromium.ts';
import { bar, button, digestOn, LONG, press, waitForText } from './on-page.ts';

const ROUTE = '#/what-if/posti-2019';

let chromium: RunningChromium;
let page: Page;
let before: string;
beforeEach(async () => {
  chromium = await launchChromium();
  page = await chromium.openDashboard(ROUTE);
  before = await digestOn(page);
});
afterEach(() => chromium.close());

/** How often, and when, the page has marked a moment since it was opened. */
const marksOf = (name: string) =>
  page.evaluate((mark) => performance.getEntriesByName(mark).map((entry) => entry.startTime), name);

/** The slider of the assumption that decides most. */
async function holdSlider(): Promise<void> {
  const label = messages.numbers.slider(messages.numbers.parameters.internalisation.label);
  await page.focus(`input[type=range][aria-label="${label}"]`);
}

function chooseFutures(count: number): Promise<string[]> {
  return page.select('aside .futures select', String(count));
}

const workers = () => page.workers().filter((worker) => worker.url().includes('simulation-worker'));

describe('two workers behind the page', () => {
  it('the latest of many quick edits wins, and pictures come while the hand still moves', async () => {
    await holdSlider();
    const seen = (await marksOf('clincher-first-picture')).length;
    let edits = 0;
    while (edits < 30 || (await marksOf('clincher-first-picture')).length < seen + 2) {
      if (edits === 300) throw new Error('no picture followed the hand');
      await page.keyboard.down('ArrowRight');
      edits++;
    }
    // The last ones come while a picture is still being computed, and must not be lost with it.
    for (let more = 0; more < 10; more++) await page.keyboard.down('ArrowRight');
    await page.keyboard.up('ArrowRight');
    const after = await digestOn(page, before);
    await waitForText(page, messages.dashboard.saveState.saved);
    expect(await digestOn(page)).toBe(after);
    // Every ensemble but the last was given up for a newer one.
    expect((await marksOf('clincher-full-picture')).length).toBeLessThan(edits);

    const fresh = await chromium.openDashboard(ROUTE);
    expect(await digestOn(fresh)).toBe(after);
    expect(after).not.toBe(before);
  });

  it('a first picture, or two as the hand still holds, comes before the full one', async () => {
    await holdSlider();
    for (let move = 0; move < 5; move++) {
      await page.evaluate(() => performance.clearMarks());
      const digest = await digestOn(page);
      await page.keyboard.press('ArrowRight');
      await digestOn(page, digest);
      await expect.poll(() => marksOf('clincher-full-picture'), { timeout: LONG }).toHaveLength(1);
      const [edit] = await marksOf('clincher-edit');
      const firsts = await marksOf('clincher-first-picture');
      const [full] = await marksOf('clincher-full-picture');
      expect([1, 2]).toContain(firsts.length);
      for (const first of firsts) {
        expect(first).toBeGreaterThan(edit);
        expect(first).toBeLessThan(full);
      }
      const futures = await page.evaluate(() =>
        performance
          .getEntriesByName('clincher-first-picture')
          .map((mark) => ((mark as PerformanceMark).detail as { futures: number }).futures),
      );
      expect(futures).toEqual(futures.toSorted((a, b) => a - b));
    }
  });

  it('what a hand may do with a bar is there before it takes hold: its middle moves it, its end resizes it', async () => {
    for (const [grip, changed] of [
      ['middle', 'aria-valuenow'],
      ['end', 'aria-valuetext'],
    ] as const) {
      const handle = await bar(page, 'air-14');
      const body = await handle.$eval('.body', (at) => at.getBoundingClientRect().toJSON());
      const other = grip === 'middle' ? 'aria-valuetext' : 'aria-valuenow';
      const was = await handle.evaluate((at, name) => at.getAttribute(name), changed);
      const stays = await handle.evaluate((at) => Number(at.ariaValueNow));
      const x = grip === 'middle' ? body.x + body.width / 2 : body.x + body.width + 3;
      const y = body.y + body.height / 2;
      await page.mouse.move(x, y);
      if (grip === 'end') await page.mouse.down();
      // Longer than two workers need for the first days either way.
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await page.evaluate(() => performance.clearMarks());
      if (grip === 'middle') await page.mouse.down();
      await page.mouse.move(x + body.width + 6, y);
      await page.waitForFunction(
        (at, name, before) => at.getAttribute(name) !== before,
        { timeout: 10_000 },
        handle,
        changed,
        was,
      );
      await expect
        .poll(() => marksOf('clincher-first-picture'), { timeout: LONG })
        .not.toHaveLength(0);
      const futures = await page.evaluate(
        () =>
          (
            performance.getEntriesByName('clincher-first-picture')[0] as PerformanceMark & {
              detail: { futures: number };
            }
          ).detail.futures,
      );
      // Not run ahead, the first picture would be of the few futures that are soonest there.
      expect(futures, grip).toBe(LIVE_FUTURES);
      const now = await handle.evaluate((at) => Number(at.ariaValueNow));
      if (other === 'aria-valuenow') expect(now).toBe(stays);
      else expect(now).toBeGreaterThan(stays);
      await page.mouse.up();
      await digestOn(page, before);
    }
  });

  it('the page answers all through a run of twice 10,000 futures', async () => {
    await page.evaluate(() => {
      const frames: number[] = [];
      const tick = (now: number) => {
        frames.push(now);
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      Object.assign(globalThis, { frames });
    });
    await chooseFutures(10_000);
    // What is chosen meanwhile is drawn meanwhile.
    await page.select('.shown select', '21');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.timeline .tick')].every(
        (tick) => tick.textContent !== 'day 28',
      ),
    );
    expect(await page.$('aside details code')).toBe(null);
    await digestOn(page, before);

    const frames = await page.evaluate(
      () => (globalThis as unknown as { frames: number[] }).frames,
    );
    const gaps = frames.slice(1).map((frame, index) => frame - frames[index]);
    const run = frames.at(-1)! - frames[0];
    // Not in milliseconds, for other programs may have the processors: on the page's own thread it would be the whole run.
    expect(Math.max(...gaps)).toBeLessThan(run / 4);
    expect(gaps.length).toBeGreaterThan(run / 100);
  });

  it('a worker that throws in the middle of a run is replaced, and the result is the same', async () => {
    const dead = workers();
    expect(dead).toHaveLength(2);
    await page.evaluate(() => performance.clearMarks());
    await chooseFutures(10_000);
    // Now both are at their ten thousand.
    await expect.poll(() => marksOf('clincher-first-picture'), { timeout: LONG }).toHaveLength(1);
    for (const worker of dead) {
      await worker.evaluate(
        () =>
          void setTimeout(() => {
            throw new Error('out of luck');
          }),
      );
    }
    const survived = await digestOn(page, before);
    for (const worker of dead) expect(workers()).not.toContain(worker);
    expect(await page.$('.failure')).toBe(null);

    const fresh = await chromium.openDashboard(ROUTE);
    await digestOn(fresh);
    page = fresh;
    await chooseFutures(10_000);
    expect(await digestOn(fresh, before)).toBe(survived);
  });

  it('workers that have silently gone are missed: the next edit still gives a picture', async () => {
    for (const worker of workers()) await worker.evaluate(() => self.close()).catch(() => {});
    await expect.poll(() => workers().length, { timeout: LONG }).toBe(0);
    await (await bar(page, 'air-14')).focus();
    await page.keyboard.press('Space');
    const after = await digestOn(page, before);
    expect(after).not.toBe(before);
    // The baseline did not change: its worker is not needed again yet.
    expect(workers()).toHaveLength(1);
    expect(await page.$('.failure')).toBe(null);
  });
});

describe('a worker that cannot be started', () => {
  it('is said after two attempts; "Run again" runs again', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'clincher-broken-'));
    const extensionDir = path.join(folder, 'extension');
    cpSync(CHROME_BUILD, extensionDir, { recursive: true });
    const script = path.join(extensionDir, 'simulation-worker.js');
    const sound = readFileSync(script);
    writeFileSync(script, 'throw new Error("spoilt on its way to the disk");');
    const broken = await launchChromium({ extensionDir });
    try {
      const spoilt = await broken.openDashboard(ROUTE);
      await button(spoilt, messages.studio.runAgain);
      await waitForText(spoilt, messages.studio.failed('').trim());
      await waitForText(spoilt, 'spoilt on its way to the disk');
      // The rest of the page is there: one can still change things, or share nothing.
      await bar(spoilt, 'air-14');

      writeFileSync(script, sound);
      await press(spoilt, messages.studio.runAgain);
      expect(await digestOn(spoilt)).toBe(before);
      expect(await spoilt.$('.failure')).toBe(null);
    } finally {
      await broken.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Two windows of one browser at work on the same things, and work that is left and taken up again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { bar, digestOn, LONG, press, waitForText } from './on-page.ts';
import { ARTICLE, startSite, type Site } from './site.ts';

let chromium: RunningChromium;
beforeAll(async () => {
  chromium = await launchChromium();
});
afterAll(() => chromium.close());

/** A window of its own: a page that is behind another one is told so, and puts off what it would draw. */
async function openWindow(route: string): Promise<Page> {
  const page = await chromium.browser.newPage({ type: 'window' });
  page.on('pageerror', (error) => chromium.problems.push(String(error)));
  await page.goto(`${chromium.origin}/dashboard.html${route}`);
  return page;
}

async function retype(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector, { timeout: LONG });
  await page.focus(selector);
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

function waitUntilGone(page: Page, text: string): Promise<unknown> {
  return page.waitForFunction(
    (unwanted) => !document.body.innerText.includes(unwanted),
    { timeout: LONG },
    text,
  );
}

const SAVE = `${messages.common.save} ↵`;
const TITLE = '.reader [data-field=title]';
const NOTE = '.reader [data-field=note]';

describe('two libraries', () => {
  let left: Page;
  let right: Page;
  let count = 0;
  /** Of the clip that both have open. */
  let title: string;
  beforeEach(async () => {
    left = await openWindow('#/library');
    right = await openWindow('#/library');
    title = `Clip ${++count} of two windows`;
    await press(left, messages.library.clipByHand);
    await retype(left, TITLE, title);
    await press(left, SAVE);
    await waitForText(left, messages.library.saved);
    await waitForText(right, title);
    const row = await right.waitForSelector(
      `::-p-xpath(//button[@data-clip][contains(., "${title}")])`,
    );
    await (row as ElementHandle).click();
    await reads(right, title);
  });
  afterEach(async () => {
    await left.close();
    await right.close();
  });

  /** Until the list has, or has no longer, a clip of this title. */
  const lists = (page: Page, wanted: string, isThere = true) =>
    page.waitForFunction(
      (text, is) =>
        [...document.querySelectorAll('button.row .title')].some(
          (each) => each.textContent === text,
        ) === is,
      { timeout: LONG },
      wanted,
      isThere,
    );

  /** Until the clip that is open has this title. */
  const reads = (page: Page, wanted: string) =>
    page.waitForFunction(
      (text) => document.querySelector('.reader h1')?.textContent === text,
      { timeout: LONG },
      wanted,
    );

  it('show what the other saves: a new clip, an edit, a deletion and its undo', async () => {
    await lists(right, title);

    await press(left, messages.library.edit);
    await retype(left, TITLE, `${title}, corrected`);
    await press(left, SAVE);
    await reads(right, `${title}, corrected`);
    await lists(right, `${title}, corrected`);

    await press(left, messages.library.delete);
    await lists(right, `${title}, corrected`, false);
    // It is open there, so it says where the clip went instead of vanishing under its reader's eyes.
    await waitForText(right, messages.library.inTrash);

    await press(left, messages.common.undo);
    await waitUntilGone(right, messages.library.inTrash);
    await lists(right, `${title}, corrected`);
  });

  it('ask their database nothing while nothing happens', async () => {
    // Otherwise they would show what others save without having been told, and wear out the battery instead.
    const idle = await chromium.newPage();
    await idle.evaluateOnNewDocument(() => {
      const counted = globalThis as unknown as { transactions: number };
      counted.transactions = 0;
      const begin = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (...how) {
        counted.transactions++;
        return begin.apply(this, how);
      };
    });
    await idle.goto(`${chromium.origin}/dashboard.html#/library`);
    await lists(idle, title);
    const transactions = () =>
      idle.evaluate(() => (globalThis as unknown as { transactions: number }).transactions);
    expect(await transactions()).toBeGreaterThan(0);
    // It counts its rows two seconds after it has been drawn.
    await pause(3000);
    const before = await transactions();
    await pause(1000);
    expect(await transactions()).toBe(before);
    await idle.close();
  });

  it.each(['keepMine', 'takeTheirs'] as const)(
    'refuse the second save of one clip, show both versions and lose neither: %s',
    async (choice) => {
      await press(left, messages.library.edit);
      await press(right, messages.library.edit);
      await retype(left, TITLE, `${title} (left)`);
      await retype(left, NOTE, 'asked the union on the left');
      await retype(right, NOTE, 'asked the union on the right');
      await press(left, SAVE);
      await waitForText(left, messages.library.saved);
      await press(right, SAVE);

      const words = messages.library.changedElsewhere;
      await waitForText(right, words.title);
      const rows = await right.$$eval('[role=alert] tbody tr', (each) =>
        each.map((row) => [...row.children].map((cell) => cell.textContent!.trim())),
      );
      expect(rows).toEqual([
        [messages.library.form.title, `${title} (left)`, title],
        [messages.library.form.note, 'asked the union on the left', 'asked the union on the right'],
      ]);
      // Refused: the left one stands in the library, the right one in its form.
      await lists(left, `${title} (left)`);
      await waitForText(left, 'asked the union on the left');
      expect(await right.$eval(NOTE, (field) => (field as HTMLTextAreaElement).value)).toBe(
        'asked the union on the right',
      );

      await press(right, words[choice]);
      const [kept, note] =
        choice === 'keepMine'
          ? [title, 'asked the union on the right']
          : [`${title} (left)`, 'asked the union on the left'];
      for (const page of [left, right]) {
        await reads(page, kept);
        await waitForText(page, note);
      }
    },
  );
});

describe('two studios', () => {
  let left: Page;
  let right: Page;
  beforeEach(async () => {
    left = await openWindow('#/what-if/posti-2019');
    right = await openWindow('#/what-if/posti-2019');
    await digestOn(left);
    await digestOn(right);
  });
  afterEach(async () => {
    await left.close();
    await right.close();
  });

  const firstDay = (page: Page, action: string) =>
    page.$eval(`[role=slider][id$="-${action}"]`, (each) => Number(each.ariaValueNow));

  async function moveByKey(page: Page, action: string, key: 'ArrowLeft' | 'ArrowRight') {
    await page.bringToFront();
    await (await bar(page, action)).focus();
    await page.keyboard.press(key);
  }

  async function waitForFirstDay(page: Page, action: string, day: number): Promise<void> {
    await page.waitForFunction(
      (id, wanted) =>
        document.querySelector(`[role=slider][id$="-${id}"]`)?.ariaValueNow === String(wanted),
      { timeout: LONG },
      action,
      day,
    );
  }

  it('an action moved in one moves in the other, to the same result', async () => {
    const before = await firstDay(left, 'air-14');
    const digest = await digestOn(left);
    await moveByKey(left, 'air-14', 'ArrowRight');
    await waitForFirstDay(right, 'air-14', before + 1);
    await waitForText(right, messages.dashboard.saveState.saved);
    const moved = await digestOn(left, digest);
    expect(await digestOn(right, digest)).toBe(moved);

    // And back the other way, so that neither of them only listens.
    await moveByKey(right, 'air-14', 'ArrowLeft');
    await waitForFirstDay(left, 'air-14', before);
    expect(await digestOn(left, moved)).toBe(digest);
  });

  it.each(['takeTheirs', 'keepMine'] as const)(
    'what is moved in both at once is asked about, and nothing is lost before the answer: %s',
    async (choice) => {
      const words = messages.dashboard;
      const mine = await firstDay(right, 'air-14');
      const theirs = await firstDay(left, 'watr-14');
      // The right one has the bar in its hand while the left one saves.
      await right.bringToFront();
      const box = (await (await bar(right, 'air-14')).boundingBox())!;
      // One day long: its middle moves it, and does not make it longer.
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      await right.mouse.move(x, y);
      await right.mouse.down();
      await right.mouse.move(x + 52, y, { steps: 4 });
      await right.waitForFunction(
        (day) => Number(document.querySelector('[role=slider][id$="-air-14"]')!.ariaValueNow) > day,
        { timeout: LONG },
        mine,
      );
      const dragged = await firstDay(right, 'air-14');
      await left.evaluate(() => {
        // By script: the left window must not take the focus, and with it the drag, from the right one.
        const element = document.querySelector<HTMLElement>('[role=slider][id$="-watr-14"]')!;
        for (const type of ['keydown', 'keyup']) {
          element.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowRight', bubbles: true }));
        }
      });
      await waitForText(left, words.saveState.saved);
      await right.mouse.up();

      await waitForText(right, words.saveState.changedElsewhere);
      await waitForText(right, words.takeTheirs);
      await waitForText(right, words.keepMine);
      expect(await firstDay(right, 'air-14')).toBe(dragged);
      expect(await firstDay(left, 'watr-14')).toBe(theirs + 1);
      expect(await firstDay(left, 'air-14')).toBe(mine);

      await press(right, words[choice]);
      const after = choice === 'keepMine' ? [dragged, theirs] : [mine, theirs + 1];
      for (const page of [left, right]) {
        await waitForFirstDay(page, 'air-14', after[0]!);
        await waitForFirstDay(page, 'watr-14', after[1]!);
        await waitForText(page, words.saveState.saved);
      }
    },
  );
});

describe('work that is left and taken up again', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  it('a draft outlives its popup', async () => {
    const page = await chromium.newPage();
    await page.goto(site.origin + ARTICLE.path);
    const popup = await chromium.clickAction(page);
    // What is typed before the page has answered is another test's: here it stands there, and is typed over.
    await popup.waitForFunction(
      (wanted) =>
        document.querySelector<HTMLTextAreaElement>('[data-field=title]')?.value === wanted,
      { timeout: LONG },
      ARTICLE.title,
    );
    await retype(popup, '[data-field=title]', 'Flights cancelled, in my own words');
    await retype(popup, '[data-field=note]', 'half a sentence, and then the popup');
    // By accident: no button of ours has been pressed.
    await popup.close();

    const again = await chromium.clickAction(page);
    await waitForText(again, messages.popup.draftRestored);
    const value = (field: string) =>
      again.$eval(`[data-field=${field}]`, (each) => (each as HTMLTextAreaElement).value);
    expect(await value('title')).toBe('Flights cancelled, in my own words');
    expect(await value('note')).toBe('half a sentence, and then the popup');
    expect(await value('siteName')).toBe(ARTICLE.siteName);

    await press(again, messages.popup.readAgain);
    await again.waitForFunction(
      (wanted) =>
        document.querySelector<HTMLTextAreaElement>('[data-field=title]')!.value === wanted,
      { timeout: LONG },
      ARTICLE.title,
    );
    await page.close();
  });

  it('ten random edits by keyboard, undone one by one, give the same digest, and redone again', async () => {
    const studio = await openWindow('#/what-if/posti-2019');
    const before = await digestOn(studio);
    const buttonOf = (name: string) => `::-p-xpath(//button[normalize-space(.)="${name}"])`;
    const hasStep = async (name: string) => {
      const handle = (await studio.waitForSelector(buttonOf(name))) as ElementHandle;
      return handle.evaluate((each) => each.ariaDisabled !== 'true');
    };
    const control = async (key: 'KeyZ' | 'KeyY') => {
      await studio.keyboard.down('Control');
      await studio.keyboard.press(key);
      await studio.keyboard.up('Control');
    };
    /** Lehmer's generator: the same edits in each run. */
    let state = 2019;
    const pick = <T>(from: readonly T[]): T => {
      state = (state * 48_271) % 2_147_483_647;
      return from[state % from.length]!;
    };
    const scenario = () =>
      studio.$$eval('.timeline [role=slider]', (bars) =>
        bars.map((each) => `${each.ariaLabel} ${each.ariaValueText}`).join('\n'),
      );

    const edits: string[] = [];
    const states = [await scenario()];
    while (edits.length < 10) {
      const bars = await studio.$$('.timeline [role=slider]');
      await pick(bars).focus();
      const [shift, key] = pick([
        ['', 'ArrowLeft'],
        ['', 'ArrowRight'],
        ['Shift', 'ArrowLeft'],
        ['Shift', 'ArrowRight'],
        ['', 'ArrowUp'],
        ['', 'ArrowDown'],
        ['', 'Space'],
        ['', 'KeyC'],
        ['', 'Delete'],
      ] as const);
      // Without the last bar there would be nothing left to edit.
      if (key === 'Delete' && bars.length < 3) continue;
      if (shift) await studio.keyboard.down(shift);
      await studio.keyboard.press(key);
      if (shift) await studio.keyboard.up(shift);
      const now = await scenario();
      // A bar at its edge stays where it is, and that is no edit.
      if (now === states.at(-1)) continue;
      states.push(now);
      edits.push(`${shift} ${key}`.trim());
    }
    console.log(`edits: ${edits.join(', ')}`);
    const settled = async () => {
      // Latest wins: the digest that stays is the one of the state on the page.
      await waitForText(studio, messages.dashboard.saveState.saved);
      await studio.waitForSelector('.busy:not(.on)', { timeout: LONG });
    };
    await settled();
    const edited = await digestOn(studio, before);

    await studio.click('h2');
    for (let back = edits.length - 1; back >= 0; back--) {
      await control('KeyZ');
      expect(await scenario(), `after taking back ${edits[back]}`).toBe(states[back]);
    }
    expect(await hasStep(messages.common.undo)).toBe(false);
    await settled();
    expect(await digestOn(studio, edited)).toBe(before);

    for (let on = 1; on <= edits.length; on++) {
      await control('KeyY');
      expect(await scenario(), `after doing ${edits[on - 1]} again`).toBe(states[on]);
    }
    expect(await hasStep(messages.common.redo)).toBe(false);
    await settled();
    expect(await digestOn(studio, before)).toBe(edited);
    await studio.close();
  });

  it('left no error and no refusal by the policy behind', () => {
    expect(chromium.problems).toEqual([]);
  });
});

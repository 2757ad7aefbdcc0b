/**
 * "Saved on this machine" is a promise. Held against two things: the whole browser is killed fifty times, twenty in the
 * middle of saving, fifteen of an import and fifteen of a restore; every save that was acknowledged must be there
 * afterwards, and an import or a restore all there or not at all. And, because what has only
 * reached the system's cache survives a kill but not a power cut, every acknowledged save must have had its fsync.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import {
  afterAll,
  beforeAll,
  describe,
  expect,
  it,
  onTestFinished,
  type TestContext,
  vi,
} from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import type { Clip } from '../../lib/model/clip.ts';
import type { RestoreWay } from '../../lib/store/backup.ts';
import { backupOf } from '../backup/files.ts';
import { textOf } from '../exchange/clips-for-tests.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { choose, chooseReplace, openRestore } from './backup-dialog.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { LONG, press, waitForText } from './on-page.ts';
import { startSite, type Site } from './site.ts';

const KILLS = 20;
/** In an import, and as many in a restore. */
const KILLS_INSIDE = 15;
/** Changed to look at other moments; the moments of one seed are always the same. */
const SEED = 20_191_125;
const COUNTING_MS = 500;
const LAST_WRITE_BYTES = 300_000;

let site: Site;
let folder: string;
beforeAll(async () => {
  site = await startSite();
  folder = mkdtempSync(path.join(tmpdir(), 'clincher-durability-'));
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Mulberry32: uniform in [0, 1). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The write-ahead log of the library's database in which Chromium wrote last; null where all of it is in tables. */
function logOf(profile: string): string | null {
  const all = path.join(profile, 'Default', 'IndexedDB');
  const ours = readdirSync(all).find((name) => /^chrome-extension_.*\.leveldb$/.test(name))!;
  const logs = readdirSync(path.join(all, ours))
    .filter((name) => /^\d+\.log$/.test(name))
    .map((name) => path.join(all, ours, name));
  // One that has just been begun is still empty.
  return (
    logs
      .toSorted()
      .filter((log) => statSync(log).size > 0)
      .at(-1) ?? null
  );
}

interface Acknowledgement {
  title: string;
  /** By the machine's clock: when Save was pressed, and when the page said that it was saved. */
  pressedAt: number;
  saidAt: number;
}

/**
 * "Clip by hand…", a title, Save, and again as soon as the page says "Saved on this machine": as fast as the page
 * goes, so that a kill falls into a save. Ends after `most` saves, or with the browser.
 */
async function clipByHand(
  page: Page,
  name: string,
  most: number,
  onsaved: (saved: Acknowledgement) => void,
): Promise<void> {
  await page.exposeFunction('acknowledged', onsaved);
  const { clipByHand: byHand, saved } = messages.library;
  await page.evaluate(
    async (title, times, words) => {
      // No timers: a page in the background, behind the popup's, would have them throttled.
      const until = <T>(find: () => T | null | undefined) =>
        new Promise<T>((resolve) => {
          const look = () => {
            const found = find();
            if (!found) return;
            observer.disconnect();
            resolve(found);
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
          look();
        });
      const buttonOf = (text: string) =>
        [...document.querySelectorAll('button')].find((each) => each.textContent!.trim() === text);
      for (let count = 1; count <= times; count++) {
        (await until(() => buttonOf(words.byHand))).click();
        const field = await until(() =>
          document.querySelector<HTMLTextAreaElement>('.reader [data-field=title]'),
        );
        field.value = `${title} ${count}`;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        const pressedAt = Date.now();
        field.form!.querySelector<HTMLElement>('[type=submit]')!.click();
        const notice = await until(() =>
          [...document.querySelectorAll('.notice')].find((each) =>
            each.textContent!.includes(words.saved),
          ),
        );
        void (globalThis as unknown as { acknowledged(saved: object): void }).acknowledged({
          title: `${title} ${count}`,
          pressedAt,
          saidAt: Date.now(),
        });
        // The next acknowledgement must not be taken for this one.
        [...notice.querySelectorAll('button')]
          .find((each) => each.textContent === words.close)!
          .click();
        await until(() => (document.querySelector('.notice') ? null : true));
      }
    },
    name,
    most,
    { byHand, saved, close: messages.common.close },
  );
}

/** Page after page of the newspaper, each clipped through the popup. */
async function clipPages(
  chromium: RunningChromium,
  name: string,
  most: number,
  onsaved: (saved: Acknowledgement) => void,
): Promise<void> {
  for (let count = 1; count <= most; count++) {
    const title = `${name} ${count}`;
    const page = await chromium.newPage();
    await page.goto(`${site.origin}/?story=${encodeURIComponent(title)}`);
    const popup = await chromium.clickAction(page);
    // The form can be typed in before the page has answered; its title then comes between the keys.
    await popup.waitForSelector('main[aria-busy=false] form', { timeout: LONG });
    await retitle(popup, title);
    const pressedAt = Date.now();
    await popup.keyboard.press('Enter');
    await waitForText(popup, messages.popup.saved);
    onsaved({ title, pressedAt, saidAt: Date.now() });
    await page.close();
  }
}

/** Types over the title of a clip's form. */
async function retitle(page: Page, title: string): Promise<void> {
  await page.waitForSelector('[data-field=title]', { timeout: LONG });
  await page.focus('[data-field=title]');
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.type(title);
}

/** Every title in the library, and what the page warns of. */
async function readLibrary(page: Page): Promise<{ titles: string[]; alarms: string[] }> {
  const { clipByHand: byHand } = messages.library;
  await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll('button')].some((each) => each.textContent!.trim() === text),
    { timeout: LONG },
    byHand,
  );
  // Once the list stands, every row is counted; then the page would say that some are missing.
  await pause(COUNTING_MS);
  const titles = await page.evaluate(async () => {
    // Only the rows in sight are drawn: one goes through the list from its first to its last.
    const titleAt = new Map<string, string>();
    const count = () => Number(document.querySelector('li[data-index]')?.ariaSetSize ?? 0);
    for (let tries = 0; titleAt.size < count() && tries < 2000; tries++) {
      for (const row of document.querySelectorAll<HTMLElement>('li[data-index]')) {
        const title = row.querySelector('button.row .title')?.textContent;
        if (title !== undefined) titleAt.set(row.dataset.index!, title);
      }
      scrollTo(0, (tries * 300) % document.documentElement.scrollHeight);
      await new Promise(requestAnimationFrame);
    }
    return [...titleAt.values()];
  });
  const alarms = await page.$$eval('[role=alert]', (all) => all.map((each) => each.textContent!));
  return { titles, alarms };
}

describe('a save that was acknowledged', () => {
  it(
    `is there after each of ${KILLS} kills of the browser in the middle of saving`,
    { timeout: 420_000 },
    async () => {
      const profile = path.join(folder, 'killed');
      const chance = chanceFrom(SEED);
      const acknowledged = new Set<string>();
      const figures = { byHand: 0, byPopup: 0, lost: 0, unacknowledged: 0 };
      let running: RunningChromium | null = null;
      // A claim that fails must not leave its browser behind.
      onTestFinished(() => running?.kill9());

      async function examine(chromium: RunningChromium, when: string): Promise<Page> {
        const page = await chromium.openDashboard('#/library');
        const { titles, alarms } = await readLibrary(page);
        const lost = [...acknowledged].filter((title) => !titles.includes(title));
        figures.lost += lost.length;
        expect(lost, `lost ${when}`).toEqual([]);
        expect(alarms, `warnings ${when}`).toEqual([]);
        expect(new Set(titles).size, `twins ${when}`).toBe(titles.length);
        // A kill between the transaction and its acknowledgement keeps the clip; nobody was told, nothing is wrong.
        figures.unacknowledged = titles.length - acknowledged.size;
        return page;
      }

      for (let round = 1; round <= KILLS; round++) {
        const chromium = await launchChromium({ profile });
        running = chromium;
        const dashboard = await examine(chromium, `after kill ${round - 1}`);
        let saves = 0;
        const ways = new Set<string>();
        // Half of the kills come at any moment; half on the heels of an acknowledgement, where a promise that was
        // given too early has had no time to come true.
        const killAfterSaves = round % 2 === 0 ? 2 + Math.floor(chance() * 12) : Infinity;
        const killAfterMs = 600 + chance() * 2400;
        let isKilled = false;
        const gone = new Promise((resolve) => chromium.browser.once('disconnected', resolve));
        const kill = () => {
          isKilled = true;
          running = null;
          void chromium.kill9();
        };
        const note = (way: 'byHand' | 'byPopup') => (saved: Acknowledgement) => {
          // What was said before the kill may be heard after it, and counts.
          acknowledged.add(saved.title);
          figures[way]++;
          ways.add(way);
          if (++saves >= killAfterSaves && !isKilled) kill();
        };
        // They end with the browser, in the middle of whatever they did; before it, they must not.
        const broken = Promise.all([
          clipByHand(dashboard, `by hand ${round}`, 1000, note('byHand')),
          clipPages(chromium, `by popup ${round}`, 1000, note('byPopup')),
        ]).catch((error: unknown) => {
          if (!isKilled) throw error;
          return gone;
        });
        if (killAfterSaves === Infinity) {
          // Not before there is something to lose; a popup takes a while, so not each time for both ways.
          const wanted = round % 4 === 1 ? 2 : 1;
          while (ways.size < wanted) await Promise.race([pause(5), broken]);
          await Promise.race([pause(killAfterMs), broken]);
          kill();
        }
        await Promise.race([gone, broken]);
        await gone;
      }

      running = await launchChromium({ profile });
      await examine(running, `after kill ${KILLS}`);
      console.log(`${KILLS} kills: ${JSON.stringify(figures)}`);
      expect(figures.byHand).toBeGreaterThan(2 * KILLS);
      expect(figures.byPopup).toBeGreaterThanOrEqual(KILLS / 4);
    },
  );

  it.runIf(process.platform === 'linux')(
    'has reached the disk: at least one fsync of the library each, between Save and "Saved"',
    async (context) => {
      const chromium = await launchChromium();
      try {
        const dashboard = await chromium.openDashboard('#/library');
        const trace = path.join(folder, 'fsyncs');
        const watch = await watchFsyncs(chromium, trace, context);
        const saves: Acknowledgement[] = [];
        await clipByHand(dashboard, 'by hand', 25, (saved) => saves.push(saved));
        await clipPages(chromium, 'by popup', 3, (saved) => saves.push(saved));
        const fsyncs = await watch.end();
        expect(saves).toHaveLength(28);
        const without = saves.filter(
          ({ pressedAt, saidAt }) => !fsyncs.some((at) => at >= pressedAt && at <= saidAt),
        );
        console.log(`${saves.length} saves, ${fsyncs.length} fsyncs of the library`);
        expect(without).toEqual([]);
        expect(fsyncs.length).toBeGreaterThanOrEqual(saves.length);
      } finally {
        await chromium.close();
      }
    },
  );

  it('is there after a browser that had died in half a write, and after the next that goes on behind it', async () => {
    const profile = path.join(folder, 'torn');
    const acknowledged: string[] = [];
    let torn = 0;
    let running: RunningChromium | null = null;
    onTestFinished(() => running?.kill9());
    for (const round of [1, 2, 3]) {
      running = await launchChromium({ profile });
      const page = await running.openDashboard('#/library');
      const { titles, alarms } = await readLibrary(page);
      expect({ titles: titles.toSorted(), alarms }, `at start ${round}`).toEqual({
        titles: acknowledged.toSorted(),
        alarms: [],
      });
      await clipByHand(page, `round ${round}`, 8, ({ title }) => acknowledged.push(title));
      await page.evaluate(async (bytes) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('clincher');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        // Through the one table that all that writes goes through: the index may be writing, too.
        const writing = database.transaction(['settings', 'staging'], 'readwrite');
        for (let key = 0; key < 10; key++) {
          writing.objectStore('settings').put({ key: `${key}`, value: 'x'.repeat(bytes / 10) });
        }
        await new Promise((resolve) => (writing.oncomplete = resolve));
        database.close();
      }, LAST_WRITE_BYTES);
      await running.kill9();
      // The kill at the very moment that matters, made by hand: the last write is cut in half.
      const log = logOf(profile);
      const size = log === null ? 0 : statSync(log).size;
      // Where LevelDB began a new log in the middle of the write, half of that log is not half of the write.
      if (log === null || size < LAST_WRITE_BYTES) continue;
      truncateSync(log, size - LAST_WRITE_BYTES / 2);
      torn++;
    }
    expect(torn).toBeGreaterThan(0);
  });

  it('is not said to a page that cannot save', async () => {
    // The other half of the promise: without it, a page that says "Saved" to everything would pass the above.
    const chromium = await launchChromium();
    try {
      const dashboard = await chromium.openDashboard('#/library');
      await dashboard
        .locator(`::-p-xpath(//button[normalize-space(.)="${messages.library.clipByHand}"])`)
        .click();
      await retitle(dashboard, 'Never on disk');
      await dashboard.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            // As another program or the browser's own "clear data" would: the page's connection is closed.
            void indexedDB.databases().then(([{ name }]) => {
              const deleting = indexedDB.deleteDatabase(name!);
              deleting.onsuccess = () => resolve();
              deleting.onerror = () => reject(new Error('not deleted'));
            });
          }),
      );
      await waitForText(dashboard, messages.library.lostDatabase);
      await dashboard.keyboard.press('Enter');
      await waitForText(dashboard, messages.library.saveFailed);
      const text = await dashboard.evaluate(() => document.body.innerText);
      expect(text).not.toContain(messages.library.saved);
    } finally {
      await chromium.close();
    }
  });
});

interface Held {
  /** Every clip's id, in order, and how many texts lie apart from them. */
  clips: string[];
  texts: number;
  /** What the database and the sentinel outside it say there are. */
  counted: number;
  sentinel: number;
  staged: number;
  alarms: string[];
}

/** What the library holds once it stands, by the database itself. */
async function readHeld(page: Page): Promise<Held> {
  await page
    .waitForFunction(
      (text) =>
        [...document.querySelectorAll('button')].some((each) => each.textContent!.trim() === text),
      { timeout: LONG },
      messages.library.clipByHand,
    )
    .catch(async (cause: unknown) => {
      const said = await page.evaluate(() => document.body.innerText);
      throw new Error(`the library does not stand; the page says: ${said}`, { cause });
    });
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('clincher'));
    const table = (name: string) => database.transaction(name).objectStore(name);
    const clips = (await settled(table('clips').getAllKeys())) as string[];
    const texts = await settled(table('texts').count());
    const library = await settled(table('meta').get('library'));
    // What a killed restore left is swept out behind the page's back.
    let staged = await settled(table('staging').count());
    for (let tries = 0; staged > 0 && tries < 100; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      staged = await settled(table('staging').count());
    }
    database.close();
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: { local: { get(key: string): Promise<{ sentinel: { clips: number } }> } };
      };
    };
    const { sentinel } = await chrome.storage.local.get('sentinel');
    return {
      clips,
      texts,
      counted: library.clips,
      sentinel: sentinel.clips,
      staged,
      alarms: [...document.querySelectorAll('[role=alert]')].map((each) => each.textContent!),
    };
  });
}

const BATCH = 1000;
const batchOf = (name: string) =>
  Array.from({ length: BATCH }, (_, at) =>
    makeClip(`${name}-${String(at).padStart(4, '0')}`, {
      title: `${name} ${at}`,
      text: 'Flights were grounded. '.repeat(90),
      addressKeys: [`news.example/${name}/${at}`],
      address: `https://news.example/${name}/${at}`,
    }),
  );

interface Attempt {
  /** Goes as far as the last button. */
  prepare: (page: Page, batch: Clip[]) => Promise<string>;
  /** What the library holds if the whole of it comes in. */
  after: (before: readonly string[], batch: readonly string[]) => string[];
}

async function importFile(page: Page, batch: Clip[]): Promise<string> {
  const file = path.join(folder, 'import.json');
  writeFileSync(file, textOf(batch, 'library'));
  await press(page, messages.exchange.button);
  await press(page, messages.exchange.importHeading, '//dialog');
  await choose(page, file);
  return messages.exchange.accept({ made: BATCH, changed: 0, events: 0 });
}

async function restoreFile(page: Page, batch: Clip[], way: RestoreWay): Promise<string> {
  const file = path.join(folder, 'backup.jsonl');
  const records = batch.map(({ text, ...record }) => {
    const rank = -Date.parse(record.clippedAt);
    return {
      table: 'clips' as const,
      row: { id: record.id, place: 'library', rank, record },
      text,
    };
  });
  const written = await backupOf(records);
  writeFileSync(file, new Uint8Array(await written.file.arrayBuffer()));
  await openRestore(page);
  await choose(page, file);
  await waitForText(page, messages.backup.whole);
  if (way === 'replaceAll') await chooseReplace(page);
  return way === 'replaceAll' ? messages.backup.confirm : messages.backup.doAdd;
}

const together = (before: readonly string[], batch: readonly string[]) =>
  [...before, ...batch].sort();
const IMPORT: Attempt = { prepare: importFile, after: together };
const ADD: Attempt = {
  prepare: (page, batch) => restoreFile(page, batch, 'addMissing'),
  after: together,
};
const REPLACE: Attempt = {
  prepare: (page, batch) => restoreFile(page, batch, 'replaceAll'),
  after: (_, batch) => [...batch],
};

describe('what comes in together', () => {
  it.each([
    { what: 'an import', attempts: [IMPORT] },
    { what: 'a restore', attempts: [ADD, REPLACE] },
  ])(
    `is all there or not at all after each of ${KILLS_INSIDE} kills in the middle of $what`,
    { timeout: 600_000 },
    async ({ what, attempts }) => {
      const profile = path.join(folder, what.replace(/\W/g, '-'));
      const chance = chanceFrom(SEED);
      /** How long each kind of attempt takes where nobody kills it. */
      const lasts = new Map<Attempt, number>();
      const figures = { whole: 0, absent: 0, acknowledged: 0 };
      /** What may be there: as it was before the last attempt, or all that it brought. */
      let possible: { before: string; after: string; isSaid: boolean } = {
        before: '',
        after: '',
        isSaid: false,
      };
      let running: RunningChromium | null = null;
      onTestFinished(() => running?.kill9());

      async function examine(chromium: RunningChromium, when: string): Promise<[Page, Held]> {
        const page = await chromium.openDashboard('#/library');
        const held = await readHeld(page);
        const found = held.clips.join();
        const { length } = held.clips;
        const { before, after, isSaid } = possible;
        expect([before, after].includes(found), `${length} clips ${when}`).toBe(true);
        expect(isSaid && found !== after, `it was acknowledged ${when}`).toBe(false);
        expect({ ...held, clips: length }, when).toEqual({
          clips: length,
          texts: length,
          counted: length,
          sentinel: length,
          staged: 0,
          alarms: [],
        });
        return [page, held];
      }

      // Each kind is let through once, which tells how long it takes; the browser dies once it has said so.
      const rounds = KILLS_INSIDE + attempts.length;
      for (let round = 0; round < rounds; round++) {
        const chromium = await launchChromium({ profile });
        running = chromium;
        const [page, held] = await examine(chromium, `before round ${round}`);
        if (round > attempts.length) {
          figures[held.clips.join() === possible.after ? 'whole' : 'absent']++;
        }
        const attempt = attempts[round % attempts.length];
        const last = lasts.get(attempt);
        const batch = batchOf(`${round}`);
        let isSaid = false;
        let say = () => {};
        const said = new Promise<void>((resolve) => (say = resolve));
        await page.exposeFunction('acknowledged', () => {
          isSaid = true;
          say();
        });
        const name = await attempt.prepare(page, batch);
        await page.waitForFunction(
          (text) =>
            [...document.querySelectorAll<HTMLButtonElement>('dialog footer button')].some(
              (each) => each.textContent!.trim() === text && !each.disabled,
            ),
          { timeout: LONG },
          name,
        );
        const pressedAt = performance.now();
        await page.evaluate((text) => {
          const watch = new MutationObserver(() => {
            if (!document.querySelector('.notice [role=status]')?.textContent) return;
            watch.disconnect();
            (globalThis as unknown as { acknowledged(): void }).acknowledged();
          });
          watch.observe(document.body, { subtree: true, childList: true, characterData: true });
          [...document.querySelectorAll<HTMLButtonElement>('dialog footer button')]
            .find((each) => each.textContent!.trim() === text)!
            .click();
        }, name);
        // Most die at any moment; each third on the heels of its acknowledgement, as a promise given too early would show.
        if (last === undefined || round % 3 === 0) await said;
        else await pause(Math.max(0, chance() * last - (performance.now() - pressedAt)));
        lasts.set(attempt, last ?? performance.now() - pressedAt);
        running = null;
        await chromium.kill9();
        const ids = batch.map(({ id }) => id);
        // What was said before the kill may be heard after it, and counts.
        possible = {
          before: held.clips.join(),
          after: attempt.after(held.clips, ids).join(),
          isSaid,
        };
        if (last === undefined) continue;
        if (isSaid) figures.acknowledged++;
      }

      running = await launchChromium({ profile });
      const [, held] = await examine(running, 'at the end');
      figures[held.clips.join() === possible.after ? 'whole' : 'absent']++;
      const times = [...lasts.values()].map(Math.round).join(' and ');
      console.log(`${KILLS_INSIDE} kills in ${what} of ${times} ms: ${JSON.stringify(figures)}`);
      // Moments that all fall before or after it would prove nothing.
      expect(figures.acknowledged).toBeGreaterThanOrEqual(KILLS_INSIDE / 5);
      expect(figures.absent).toBeGreaterThan(1);
    },
  );
});

/**
 * Ids of the browser's processes that have our database open: no other can write to it, and one that is watched is
 * slow. Puppeteer starts the browser as the leader of a process group of its own.
 */
function keepersOf(chromium: RunningChromium): number[] {
  const leader = chromium.browser.process()!.pid!;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => {
      try {
        // pid (name) state parent group …; the name may hold anything, brackets too.
        const [, , group] = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').pop()!.split(' ');
        if (Number(group) !== leader) return false;
        return readdirSync(`/proc/${id}/fd`).some((open) => {
          try {
            return readlinkSync(`/proc/${id}/fd/${open}`).includes('.indexeddb.leveldb/');
          } catch {
            // It has been closed since.
            return false;
          }
        });
      } catch {
        return false;
      }
    });
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Notes when each fsync or fdatasync of a file of our database began, by the machine's clock. Skips the test where
 * nobody may look at another process; where we could have installed strace, its absence is a failure.
 */
async function watchFsyncs(chromium: RunningChromium, file: string, context: TestContext) {
  const strace = ['/usr/bin/strace', '/usr/local/bin/strace'].find((each) => existsSync(each));
  if (!strace) {
    const message = 'strace is not installed, so fsyncs cannot be counted';
    const couldInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
    if (couldInstall) throw new Error(`${message}: apt-get install strace, or npm test`);
    return context.skip(message);
  }
  // The page opens the database when it comes to it.
  const ids = await vi.waitFor(
    () => {
      const found = keepersOf(chromium);
      expect(found).not.toEqual([]);
      return found;
    },
    { timeout: LONG },
  );
  const child = spawn(
    strace,
    [
      ...['-f', '-y', '-ttt', '-e', 'trace=fsync,fdatasync', '-o', file],
      ...ids.flatMap((id) => ['-p', String(id)]),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (data) => (said += data));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // A helper of the browser may have ended before strace came to it, and the many threads of another take their time.
  const isDone = (id: number) => said.includes(`Process ${id} attached`) || !isAlive(id);
  const until = Date.now() + 20_000;
  while (!ids.every(isDone) && child.exitCode === null && Date.now() < until) await pause(20);
  if (child.exitCode !== null) {
    return context.skip(`strace may not look at the browser here: ${said.trim().slice(0, 300)}`);
  }
  return {
    async end(): Promise<number[]> {
      child.kill('SIGINT');
      await ended;
      // 4711 1700000000.123456 fdatasync(95</…/chrome-extension_…_0.indexeddb.leveldb/000003.log>) = 0
      return readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => /^\d+ +([\d.]+) f(?:data)?sync\(\d+<[^>]*indexeddb/.exec(line))
        .filter((match) => match !== null)
        .map((match) => Number(match[1]) * 1000);
    },
  };
}

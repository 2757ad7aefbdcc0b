/** How fast a library of 100,000 clips is, in the real dashboard: filled behind its back, measured as a user meets it. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { launch, type Browser, type ElementHandle, type KeyInput, type Page } from 'puppeteer-core';
import { writeLibrary } from '../lib/exchange/write-library.ts';
import { messages } from '../lib/messages/messages.ts';
import { CLIP_RECORD_VERSION, type Clip } from '../lib/model/clip.ts';
import { chromiumSandboxArguments } from './browsers.ts';

const words = messages.bench;
const exchange = messages.exchange;
const IMPORTED = 1000;
/** Of the browser, before the one in which everything is measured. */
const STARTS = 5;
const MINUTES = 60_000;

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
function within(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
}
const whole = (value: number) => value.toFixed(0);
const counted = (value: number) => value.toLocaleString('en-GB');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What all clips made here have in common. */
const HEAD: Omit<Clip, 'text'> = {
  recordVersion: CLIP_RECORD_VERSION,
  id: 'bench',
  title: '',
  siteName: '',
  authors: [],
  publishedAt: null,
  language: 'en',
  canonicalAddress: null,
  excerpt: '',
  modifiedAt: null,
  isAccessibleForFree: null,
  section: '',
  direction: 'ltr',
  sources: {
    title: 'jsonLd',
    siteName: 'openGraph',
    authors: 'jsonLd',
    publishedAt: 'jsonLd',
    language: 'htmlLang',
    canonicalAddress: 'none',
    excerpt: 'meta',
  },
  address: 'https://news.example/',
  trackersCut: 0,
  addressKeys: [],
  quotes: [],
  tags: [],
  note: '',
  archiveAddress: null,
  sectors: [],
  places: [],
  campaignIds: [],
  reports: [],
  clippedAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  deletedAt: null,
};

/**
 * Makes clips: words of a language by Zipf's law (the word at place n comes 1/n as often as the first), 60,000 of them,
 * short ones first. Self-contained, for it runs in the page as well as here.
 */
function clipMaker(head: Omit<Clip, 'text'>) {
  let seed = 20261122;
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const SYLLABLES = {
    en: 'the strike work er ing port un ion and ship of ground ed in air so li dar ty line s',
    fi: 'lak ko työn te ki jät yh dis tys sa ta ma len to lii ke pos ti on ja ssa lla ei kä',
    sv: 'strejk en ar be ta re ham nar flyg post fack för bund et och de tt lön av tal å ö ker',
    de: 'streik ge werk schaft ha fen ar beit er flug post die und ver di soli dar i tät ü ber ung',
  };
  const languages = Object.keys(SYLLABLES) as (keyof typeof SYLLABLES)[];
  const KINDS = ['strike', 'sympathyStrike', 'boycott', 'strikeFund', 'settlement'] as const;
  const vocabularies = languages.map((language) => {
    const syllables = SYLLABLES[language].split(' ');
    return Array.from({ length: 60_000 }, (_, place) => {
      const length = 1 + Math.floor(random() * (1 + Math.log10(place + 1)));
      return Array.from({ length }, () => pick(syllables)).join('');
    });
  });
  const sums = new Float64Array(60_000);
  for (let place = 0, sum = 0; place < sums.length; place++) sums[place] = sum += 1 / (place + 2);
  // Places of words as often as they occur, drawn once.
  const places = Uint32Array.from({ length: 1 << 20 }, () => {
    const at = random() * sums[sums.length - 1]!;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  const TAGS = Array.from({ length: 300 }, (_, at) => `${pick(vocabularies[0]!)} ${at}`);
  return (number: number): Clip => {
    const language = languages[number % languages.length]!;
    const vocabulary = vocabularies[number % languages.length]!;
    const prose = (length: number) => {
      let text = '';
      while (text.length < length) {
        const word = vocabulary[places[Math.floor(random() * places.length)]!]!;
        text += random() < 0.07 ? `${word}.${random() < 0.1 ? '\n\n' : ' '}` : `${word} `;
      }
      return text.slice(0, length);
    };
    const clippedAt = new Date(Date.UTC(2026, 10, 1) - number * 600_000).toISOString();
    const day = Date.UTC(1990, 0, 1) + Math.sqrt(random()) * 36.8 * 365.25 * 86_400_000;
    return {
      ...head,
      id: crypto.randomUUID(),
      title: prose(60).trim(),
      siteName: `The ${vocabularies[0]![100 + Math.floor(random() ** 2 * 90)]} Times`,
      authors: [prose(14).trim() || 'A. Reporter'],
      publishedAt: new Date(day).toISOString().slice(0, 10),
      language,
      excerpt: prose(140),
      address: `https://news.example/${head.id}/${number}`,
      addressKeys: [`news.example/${head.id}/${number}`],
      tags: [
        ...new Set([TAGS[Math.floor(random() ** 3 * 300)]!, TAGS[Math.floor(random() * 300)]!]),
      ],
      sectors: number % 3 ? [pick(['AIR', 'POST', 'EDU', 'LAND'])] : [],
      places: [`Place ${Math.floor(random() ** 2 * 120)}`],
      reports: number % 4 ? [pick(KINDS)] : [],
      clippedAt,
      updatedAt: clippedAt,
      text: prose(5000),
    };
  };
}

/** Straight into the rows of the database, as the store would write them: saving them one by one is not measured here. */
async function fill(page: Page, clips: number): Promise<void> {
  await page.evaluate(
    async (source, head, count) => {
      // Our own policy lets no string become code; what measures stands outside of it.
      const make = (0, eval)(`(${source})`)(head) as (number: number) => Clip;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('clincher');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const done = (transaction: IDBTransaction) =>
        new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
        });
      for (let number = 0; number < count;) {
        const transaction = database.transaction(
          ['clips', 'texts', 'unindexed', 'meta'],
          'readwrite',
          // What the store saves is on the disk before it says so; what is made here need not be.
          { durability: 'relaxed' },
        );
        const [rows, texts, unindexed, meta] = ['clips', 'texts', 'unindexed', 'meta'].map((name) =>
          transaction.objectStore(name),
        ) as [IDBObjectStore, IDBObjectStore, IDBObjectStore, IDBObjectStore];
        const first = number;
        for (; number < Math.min(count, first + 1000); number++) {
          const { text, ...record } = make(number);
          const { id } = record;
          rows.put({ id, place: 'library', rank: -Date.parse(record.clippedAt), record });
          texts.put({ id, text });
          unindexed.put({ id, stamp: 'bench' });
        }
        const known = meta.get('library');
        known.onsuccess = () =>
          meta.put({ ...known.result, clips: known.result.clips + number - first });
        await done(transaction);
      }
      database.close();
    },
    clipMaker.toString(),
    HEAD,
    clips,
  );
}

interface Opened {
  browser: Browser;
  page: Page;
}

const FIRST_ROW = 'clincher-bench-first-row';

/** A browser that has just started still works at itself; whoever opens a page in it has seen its window by then. */
const BROWSER_SETTLES_MS = 3000;

/** A browser started anew on the profile, and the library's page in it: the first of ours that it opens. */
async function open(executable: string, extension: string, profile: string): Promise<Opened> {
  const browser = await launch({
    executablePath: executable,
    headless: true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    protocolTimeout: 60 * MINUTES,
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...chromiumSandboxArguments(),
    ],
  });
  const id = await browser.installExtension(extension);
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument((mark) => {
    const look = () => {
      if (!document.querySelector('[data-index] .row')) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark(mark)));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  }, FIRST_ROW);
  await pause(BROWSER_SETTLES_MS);
  await page.goto(`chrome-extension://${id}/dashboard.html#/library`);
  return { browser, page };
}

/** When a mark was set, on the page's own clock. */
async function markedAt(page: Page, name: string, minutes = 2): Promise<number> {
  const found = await page.waitForFunction(
    (mark) => performance.getEntriesByName(mark).at(-1)?.startTime,
    { polling: 50, timeout: minutes * MINUTES },
    name,
  );
  return (await found.jsonValue()) as number;
}

const READY = 'clincher-library-ready';
const ANSWERED = 'clincher-library-answered';

async function sizes(page: Page): Promise<{ clips: number; index: number }> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('clincher');
      request.onsuccess = () => resolve(request.result);
    });
    const sizeOf = (value: unknown): number => {
      if (typeof value === 'string') return value.length;
      if (ArrayBuffer.isView(value)) return value.byteLength;
      if (typeof value !== 'object' || value === null) return 8;
      return Object.values(value).reduce<number>((sum, each) => sum + sizeOf(each), 0);
    };
    let index = 0;
    for (const name of ['segments', 'positions']) {
      await new Promise<void>((resolve) => {
        const cursor = database.transaction(name).objectStore(name).openCursor();
        cursor.onsuccess = () => {
          if (!cursor.result) return resolve();
          index += sizeOf(cursor.result.value);
          cursor.result.continue();
        };
      });
    }
    database.close();
    const { usage = 0 } = await navigator.storage.estimate();
    return { clips: usage - index, index };
  });
}

interface Stopwatch {
  pressedAt: number;
  paintedAt: number;
}

/** From now on the page notes when a key was pressed, and when the answer to it was painted. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate((answered) => {
    const watch: Stopwatch = { pressedAt: 0, paintedAt: 0 };
    Object.assign(window, { benchWatch: watch });
    addEventListener('keydown', ({ timeStamp }) => (watch.pressedAt = timeStamp), true);
    new PerformanceObserver((list) => {
      const { pressedAt } = watch;
      if (!list.getEntriesByName(answered).some(({ startTime }) => startTime > pressedAt)) return;
      requestAnimationFrame(() => setTimeout(() => (watch.paintedAt = performance.now())));
    }).observe({ type: 'mark' });
  }, ANSWERED);
}

/** Presses a key in the search box; how long until the page has painted what the worker answered to it. */
async function pressKey(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key as KeyInput);
  const waited = await page.waitForFunction(
    () => {
      const { pressedAt, paintedAt } = (window as unknown as { benchWatch: Stopwatch }).benchWatch;
      return paintedAt > pressedAt && paintedAt - pressedAt;
    },
    { polling: 20, timeout: MINUTES },
  );
  return (await waited.jsonValue()) as number;
}

/** Typed a key at a time, as a person would; each key is a search. Accents are found without being typed. */
const TYPED = [
  'strike',
  'port sol',
  'tyo',
  '"the strike',
  'gewerk -und',
  'air OR post',
  'fackforbundet',
];

async function measureSearch(page: Page): Promise<void> {
  const times: number[] = [];
  await watchKeys(page);
  for (const typed of TYPED) {
    await page.focus('input.search');
    for (const key of typed) {
      times.push(await pressKey(page, key));
      await pause(120);
    }
    const found = await page.$eval('.status [role=status]', (status) => status.textContent);
    const keys = times.slice(-typed.length).map(whole).join(', ');
    console.log(words.librarySearched(typed, (found ?? '').trim(), keys));
    await page.keyboard.press('Escape');
    await pause(600);
  }
  console.log(
    words.librarySearch(
      whole(median(times)),
      whole(within(times, 0.95)),
      words.libraryWanted('150 ms'),
    ),
  );
}

/** Scrolls as a wheel does, far and near, and chooses filters, and notes the longest task of the page's thread. */
async function measureTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { benchTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const row = await page.waitForSelector('[data-index] .row');
  const box = (await row!.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const waits: number[] = [];
  for (let turn = 0; turn < 60; turn++) {
    await page.mouse.wheel({ deltaY: turn % 10 === 9 ? 40_000 : 900 });
    const began = performance.now();
    // A row in the middle of the window shows its clip.
    await page.waitForFunction(
      (x, y) => document.elementFromPoint(x, y)?.closest('[data-index]')?.querySelector('.row'),
      { polling: 'raf', timeout: MINUTES },
      box.x + box.width / 2,
      500,
    );
    waits.push(performance.now() - began);
  }
  console.log(words.libraryWindow(whole(median(waits)), whole(Math.max(...waits))));
  await page.evaluate(() => scrollTo(0, 0));
  const choices = await page.$$('.facets input[type=checkbox]');
  for (const choice of choices.slice(0, 12)) {
    await (choice as ElementHandle<HTMLInputElement>).evaluate((box) => box.click());
    await pause(400);
  }
  const tasks = await page.evaluate(
    () => (window as unknown as { benchTasks: number[] }).benchTasks,
  );
  console.log(
    words.libraryTask(
      whole(Math.max(0, ...tasks)),
      String(tasks.length),
      words.libraryWanted('100 ms'),
    ),
  );
}

async function press(page: Page, name: string, inside = ''): Promise<void> {
  await page
    .locator(`::-p-xpath(${inside}//button[normalize-space(.)="${name}"])`)
    .setTimeout(MINUTES)
    .click();
}

/** Waits until the page's notice says so; asked now and then, for asking takes the page's time. */
async function said(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (words) => document.querySelector('.notice [role=status]')?.textContent?.includes(words),
    { polling: 20, timeout: 2 * MINUTES },
    text,
  );
}

/** A file of 1,000 clips through the import dialog, from choosing it to the word that they are saved. */
async function measureImport(page: Page, folder: string): Promise<void> {
  // New addresses each time: where many rows were just erased, Chromium finds its way past each of them.
  const make = clipMaker({ ...HEAD, id: `imported-${Date.now()}` });
  const file = path.join(folder, 'import.json');
  const made = Array.from({ length: IMPORTED }, (_, number) => make(number));
  const everything = {
    includeNotes: true,
    includeTags: true,
    includeNames: true,
    includeCampaigns: true,
    includeTimes: true,
    includeTrash: true,
  };
  const origin = { createdOn: '2026-11-01', program: 'bench' };
  writeFileSync(file, writeLibrary(made, [], everything, origin)[0]!.join(''));
  await press(page, exchange.button);
  await press(page, exchange.importHeading, '//dialog');
  const input = await page.waitForSelector('dialog input[type=file]');
  const accept = exchange.accept({ made: IMPORTED, changed: 0, events: 0 });
  const began = performance.now();
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  await page.waitForSelector(`::-p-xpath(//dialog//button[normalize-space(.)="${accept}"])`, {
    timeout: MINUTES,
  });
  const reviewed = performance.now();
  await press(page, accept, '//dialog');
  await said(page, exchange.imported(IMPORTED));
  const saved = performance.now();
  // A library that is kept is to be as it was.
  await press(page, messages.common.undo, '//*[contains(@class,"notice")]');
  await said(page, exchange.undone(IMPORTED));
  console.log(
    words.libraryImported(
      counted(IMPORTED),
      whole(reviewed - began),
      whole(saved - reviewed),
      words.libraryWanted('3,000 ms'),
    ),
  );
}

/** Fills an empty profile, and lets the index be built. */
async function prepare(start: () => Promise<Opened>, clips: number): Promise<void> {
  let { browser, page } = await start();
  await pause(3000);
  const filling = performance.now();
  await fill(page, clips);
  console.log(words.libraryFilled(whole((performance.now() - filling) / 1000)));
  await browser.close();

  ({ browser, page } = await start());
  const built = await markedAt(page, READY, 60);
  console.log(
    words.libraryIndexed(whole(built / 1000), counted(Math.round(clips / (built / 1000)))),
  );
  await pause(3000);
  const size = await sizes(page);
  console.log(words.librarySize(whole(size.clips / 1e6), whole(size.index / 1e6)));
  await browser.close();
}

/** @param kept a folder for the profile: what lies there is measured again, and it stays */
export async function measureLibrary(
  executable: string,
  name: string,
  extension: string,
  clips: number,
  kept: string | null,
): Promise<void> {
  const profile = kept ? path.resolve(kept) : mkdtempSync(path.join(tmpdir(), 'clincher-bench-'));
  mkdirSync(profile, { recursive: true });
  const filled = path.join(profile, `filled-with-${clips}-clips`);
  const start = () => open(executable, extension, profile);
  console.log(`\n${words.library(counted(clips), name)}`);
  try {
    if (!existsSync(filled)) {
      await prepare(start, clips);
      writeFileSync(filled, '');
    }
    console.log(words.load(loadavg()[0]!.toFixed(1)));
    // A browser keeps what it has compiled of a program; of a new build it has nothing yet.
    const rows: number[] = [];
    for (let count = 0; count < STARTS; count++) {
      const { browser, page } = await start();
      rows.push(await markedAt(page, FIRST_ROW));
      await markedAt(page, READY);
      await browser.close();
    }
    const { browser, page } = await start();
    rows.push(await markedAt(page, FIRST_ROW));
    const [fresh = 0, ...later] = rows;
    console.log(
      words.libraryRows(
        later.map(whole).join(', '),
        whole(median(later)),
        whole(fresh),
        words.libraryWanted('500 ms'),
      ),
    );
    console.log(words.libraryLoaded(whole(await markedAt(page, READY))));
    await pause(5000);
    await measureSearch(page);
    await measureTasks(page);
    await measureImport(page, profile);
    console.log(words.load(loadavg()[0]!.toFixed(1)));
    await browser.close();
  } finally {
    if (!kept) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

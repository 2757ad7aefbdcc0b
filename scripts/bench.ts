/** `npm run bench`: how fast the engine is, and how long a hand waits for its picture in the real dashboard. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { launch, type Page } from 'puppeteer-core';
import { openCasebookEntry, type CasebookId } from '../lib/casebook/casebook.ts';
import { messages } from '../lib/messages/messages.ts';
import { simulate } from '../lib/simulation/ensemble.ts';
import { measureDrag } from './bench-drag.ts';
import { measureLibrary } from './bench-library.ts';
import { chromiumSandboxArguments, findBrowser } from './browsers.ts';

const words = messages.bench;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXTENSION = path.join(ROOT, '.output', 'chrome-mv3');
const TRIALS = 15;
const FUTURES = [1000, 10_000];

function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function measureEngine(id: CasebookId): void {
  const records = openCasebookEntry(id, '2026-01-01T00:00:00Z');
  const request = {
    ...records,
    futures: 1000,
    certain: false,
    allQuantiles: false,
    hardshipLimit: 0.3,
    supportLimit: 0.4,
  };
  const times: number[] = [];
  for (let trial = 0; trial < TRIALS + 3; trial++) {
    const began = performance.now();
    simulate(request);
    // The first runs are the compiler's.
    if (trial >= 3) times.push(performance.now() - began);
  }
  const time = median(times);
  const pathDays = request.futures * records.scenario.horizonDays;
  console.log(words.pathDays(id, (pathDays / time / 1000).toFixed(2), milliseconds(time)));
}

interface Waits {
  first: number[];
  full: number[];
}

/** Presses a key on what has the focus, and waits for the marks that the page sets after it has painted. */
async function measureEdits(page: Page, key: 'ArrowRight' | 'ArrowLeft'): Promise<Waits> {
  const waits: Waits = { first: [], full: [] };
  for (let trial = 0; trial < TRIALS + 2; trial++) {
    await page.evaluate(() => performance.clearMarks());
    await page.keyboard.press(
      trial % 2 === 0 ? key : key === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight',
    );
    const marks = await page.waitForFunction(
      () => {
        const at = (name: string) => performance.getEntriesByName(name).at(0)?.startTime;
        const edit = at('clincher-edit');
        const first = at('clincher-first-picture');
        const full = at('clincher-full-picture');
        return edit !== undefined && full !== undefined && { first: first ?? full, full, edit };
      },
      { polling: 50, timeout: 60_000 },
    );
    const { edit, first, full } = (await marks.jsonValue()) as Record<
      'edit' | 'first' | 'full',
      number
    >;
    if (trial < 2) continue;
    waits.first.push(first - edit);
    waits.full.push(full - edit);
    // The page saves a moment after an edit; the next one is not to pay for it.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return waits;
}

function print({ first, full }: Waits): void {
  for (const [which, times] of [
    [words.first, first],
    [words.full, full],
  ] as const) {
    console.log(
      words.picture(which, milliseconds(median(times)), milliseconds(Math.max(...times))),
    );
  }
}

async function measureDashboard(
  executable: string,
  name: string,
  onlyDrag: boolean,
): Promise<void> {
  const browser = await launch({
    executablePath: executable,
    headless: true,
    pipe: true,
    enableExtensions: true,
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...chromiumSandboxArguments(),
    ],
  });
  try {
    const id = await browser.installExtension(EXTENSION);
    const openPosti = async () => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`chrome-extension://${id}/dashboard.html#/what-if/posti-2019`);
      await page.waitForSelector('aside input[type=range]', { timeout: 30_000 });
      return page;
    };
    console.log(`\n${words.dashboard(name)}`);
    await measureDrag(openPosti);
    const page = await openPosti();
    for (const futures of onlyDrag ? [] : FUTURES) {
      await page.select('aside label.futures select', String(futures));
      await new Promise((resolve) => setTimeout(resolve, 3000));
      const count = futures.toLocaleString('en-GB');
      console.log(words.slider(count));
      await page.focus('aside input[type=range]');
      print(await measureEdits(page, 'ArrowRight'));
      console.log(words.action(count));
      await page.focus('[role=slider][aria-label*="Airport and flight crews"]');
      print(await measureEdits(page, 'ArrowRight'));
    }
  } finally {
    await browser.close();
  }
}

const { values: options } = parseArgs({
  options: {
    clips: { type: 'string', default: '100000' },
    only: { type: 'string' },
    profile: { type: 'string' },
  },
});
const clips = Number(options.clips);
if (
  !Number.isInteger(clips) ||
  clips < 0 ||
  !['engine', 'drag', 'library', undefined].includes(options.only)
) {
  console.error(words.usage);
  process.exit(1);
}

const isWanted = (part: string) => options.only === undefined || options.only === part;
if (isWanted('engine')) {
  console.log(words.engine);
  for (const id of ['posti-2019', 'oakland-2019', 'generic'] as const) measureEngine(id);
}
const browser = findBrowser('chromium');
if (!browser) console.log(words.noBrowser);
else {
  console.log(`\n${words.building}`);
  const wxt = path.join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const built = spawnSync(process.execPath, [wxt, 'build', '-b', 'chrome', '--mv3'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (built.status !== 0) {
    console.error(built.stdout + built.stderr);
    process.exit(1);
  }
  if (options.only !== 'library') {
    await measureDashboard(browser.executable, browser.name, options.only === 'drag');
  }
  if (isWanted('library') && clips > 0) {
    const kept = options.profile ?? null;
    await measureLibrary(browser.executable, browser.name, EXTENSION, clips, kept);
  }
}

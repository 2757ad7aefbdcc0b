/**
 * How long a hand that drags a bar waits for its picture, in the real dashboard: from the pointer's own event to the
 * painted picture that has this very edit in it; and from letting go to the picture with all futures.
 */
import type { Page } from 'puppeteer-core';
import { messages } from '../lib/messages/messages.ts';

const words = messages.bench;
/** Days a second that the hand goes. */
const PACES = [5, 10, 20];
const DAYS = 28;
const TRIALS = 3;
const WANTED_MS = 33;
const WANTED_FULL_MS = 1000;
const FUTURES = 5000;
const ENOUGH_FUTURES = 500;
const BAR = '[role=slider][id$="-air-14"]';

interface Followed {
  /** Of each edit: from the pointer's event to the picture with it, and that picture's futures on each side. */
  waits: { ms: number; futures: number }[];
  /** From letting go to the full picture. */
  fullMs: number;
}

const quantile = (values: readonly number[], level: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(level * values.length))]!;

/** Takes the bar and moves it day by day to where it has never been, then lets go. */
async function drag(page: Page, daysASecond: number): Promise<Followed> {
  const { x, y, dayWidth } = await page.evaluate((selector) => {
    const bar = document.querySelector(selector)!.getBoundingClientRect();
    const ticks = [...document.querySelectorAll('.timeline svg line.grid')];
    const at = ticks.map((line) => Number(line.getAttribute('x1')));
    const days = [...document.querySelectorAll('.timeline svg text.tick')].map((text) =>
      Number(/\d+/.exec(text.textContent ?? '')?.[0] ?? 0),
    );
    return {
      x: bar.left + bar.width / 2,
      y: bar.top + bar.height / 2,
      dayWidth: (at[2]! - at[1]!) / (days[2]! - days[1]!),
    };
  }, BAR);
  await page.evaluate(() => {
    performance.clearMarks();
    const moves: number[] = [];
    Object.assign(globalThis, { moves, letGo: 0 });
    addEventListener('pointermove', (event) => moves.push(event.timeStamp), { capture: true });
    addEventListener(
      'pointerup',
      (event) => Object.assign(globalThis, { letGo: event.timeStamp }),
      { capture: true, once: true },
    );
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  // A hand that has taken hold looks before it moves.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const began = performance.now();
  for (let day = 1; day <= DAYS; day++) {
    const due = began + (day * 1000) / daysASecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    await page.mouse.move(x + day * dayWidth, y);
  }
  await page.mouse.up();
  await page.waitForFunction(
    () => {
      const { letGo } = globalThis as unknown as { letGo: number };
      const [full] = performance.getEntriesByName('clincher-full-picture').slice(-1);
      return letGo > 0 && full !== undefined && full.startTime > letGo;
    },
    { polling: 50, timeout: 60_000 },
  );
  return page.evaluate(() => {
    const { moves, letGo } = globalThis as unknown as { moves: number[]; letGo: number };
    const marks = (name: string) => performance.getEntriesByName(name) as PerformanceMark[];
    const pictures = [...marks('clincher-first-picture'), ...marks('clincher-full-picture')]
      .map((mark) => ({
        at: mark.startTime,
        ...(mark.detail as { edit: number; futures: number }),
      }))
      .sort((a, b) => a.at - b.at);
    const waits = marks('clincher-edit').flatMap((mark) => {
      const asked = moves.filter((at) => at <= mark.startTime).at(-1);
      const shown = pictures.find(
        ({ edit, at }) => edit >= (mark.detail as number) && at > mark.startTime,
      );
      // The hand that lets go says once more what it has said.
      if (asked === undefined || shown === undefined || mark.startTime >= letGo) return [];
      return [{ ms: shown.at - asked, futures: shown.futures }];
    });
    const full = marks('clincher-full-picture').at(-1)!;
    return { waits, fullMs: full.startTime - letGo };
  });
}

/** @param openPosti a dashboard that has just opened on the Posti campaign and has seen nothing else */
export async function measureDrag(openPosti: () => Promise<Page>): Promise<void> {
  console.log(words.drag);
  const fulls: number[] = [];
  for (const pace of PACES) {
    const waits: Followed['waits'] = [];
    for (let trial = 0; trial < TRIALS; trial++) {
      const page = await openPosti();
      await page.select('aside label.futures select', String(FUTURES));
      await page.waitForSelector(BAR);
      // What a fresh page does besides has come to rest.
      await new Promise((resolve) => setTimeout(resolve, 4000));
      const followed = await drag(page, pace);
      waits.push(...followed.waits);
      fulls.push(followed.fullMs);
      // The next one begins where this one did.
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await page.close();
    }
    const times = waits.map(({ ms }) => ms);
    const enough = waits.filter(({ futures }) => futures >= ENOUGH_FUTURES).length;
    console.log(
      words.dragged({
        pace,
        edits: waits.length,
        enough: Math.round((enough / waits.length) * 100),
        futures: ENOUGH_FUTURES,
        median: quantile(times, 0.5).toFixed(0),
        late: quantile(times, 0.95).toFixed(0),
        worst: Math.max(...times).toFixed(0),
        wanted: words.libraryWanted(`${WANTED_MS} ms`),
      }),
    );
  }
  console.log(
    words.letGo(
      FUTURES.toLocaleString('en-GB'),
      quantile(fulls, 0.5).toFixed(0),
      Math.max(...fulls).toFixed(0),
      words.libraryWanted(`${WANTED_FULL_MS} ms`),
    ),
  );
}

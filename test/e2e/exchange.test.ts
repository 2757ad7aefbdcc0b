/** Clips out of one profile and into another, in a real Chromium, by clicks and files on disk. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import type { Clip } from '../../lib/model/clip.ts';
import type { ObservedEvent } from '../../lib/model/event.ts';
import { EVERYTHING, readEntries, textOf } from '../exchange/clips-for-tests.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';

const words = messages.exchange;
const LONG = 30_000;

let folder: string;
let first: RunningChromium;
let second: RunningChromium;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clincher-exchange-'));
  first = await launchChromium();
  second = await launchChromium();
});
afterAll(async () => {
  await first.close();
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});

const EVENT: ObservedEvent = {
  recordVersion: 1,
  id: 'event',
  title: 'Flights grounded at Helsinki',
  kind: 'sympathyStrike',
  actors: [{ name: 'Aviation union', role: 'acts' }],
  target: 'Posti',
  sectors: ['AIR'],
  places: ['Helsinki'],
  begin: '2019-11-25',
  end: null,
  claims: [
    {
      id: 'claim',
      counts: 'flights',
      low: 276,
      high: 300,
      claimedBy: 'Finnair',
      reliability: 'press',
      sources: [{ clipId: 'one', quoteId: 'q1' }],
    },
  ],
  demands: '',
  outcome: '',
  note: 'Ask about the second day.',
  clipIds: ['one', 'two'],
  campaignId: null,
  createdAt: '2026-11-22T13:40:00+02:00',
  updatedAt: '2026-11-22T13:40:00+02:00',
  deletedAt: null,
};

const ORIGINAL: Clip[] = [
  makeClip('one', {
    title: '<script>alert(1)</script> “300” flights grounded',
    note: 'Ask the shop steward.',
    tags: ['air traffic'],
    quotes: [{ id: 'q1', exact: 'Flights were grounded.', prefix: '', suffix: '' }],
    clippedAt: '2026-11-22T13:37:11+02:00',
  }),
  makeClip('two', { title: '=HYPERLINK("http://evil.example")', publishedAt: '2019-11' }),
  makeClip('three', { title: 'Thrown away', deletedAt: '2026-11-21T09:00:00-08:00' }),
];

/** Found and pressed in one go: an empty library shows its list for a moment, and then takes its buttons away. */
async function press(page: Page, name: string, inside = ''): Promise<void> {
  await page.waitForFunction(
    (path) => {
      const found = document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE);
      const button = found.singleNodeValue as HTMLButtonElement | null;
      if (!button?.checkVisibility()) return false;
      button.click();
      return true;
    },
    { timeout: LONG },
    `${inside}//button[normalize-space(.)="${name}" and not(@disabled)]`,
  );
}

function waitForText(page: Page, text: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => document.body.innerText.includes(wanted),
    { timeout: LONG },
    text,
  );
}

async function choose(page: Page, file: string): Promise<void> {
  const input = await page.waitForSelector('dialog input[type=file]', { timeout: LONG });
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
}

async function importFile(page: Page, file: string, count: number, events = 0): Promise<void> {
  await press(page, words.button);
  await press(page, words.importHeading, '//dialog');
  await choose(page, file);
  await press(page, words.accept({ made: count, changed: 0, events }), '//dialog');
  await waitForText(page, words.imported(count));
}

/** Saves an export of the kind, with these boxes checked; its text as it lies on disk. */
async function exportAs(page: Page, kind: string, boxes: string[]): Promise<string> {
  const into = mkdtempSync(path.join(folder, 'saved-'));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: into });
  await press(page, words.button);
  await press(page, words.exportHeading, '//dialog');
  await page.click(`dialog input[value=${kind}]`);
  for (const box of boxes) {
    const isOn = await page.$eval(
      `dialog input[name=${box}]`,
      (input) => (input as HTMLInputElement).checked,
    );
    if (!isOn) await page.click(`dialog input[name=${box}]`);
  }
  await press(page, words.saveFile, '//dialog');
  let name: string | undefined;
  for (let tries = 0; tries < 100 && !name; tries++) {
    await pause(100);
    name = readdirSync(into).find((file) => /\.(json|csv|ris|bib)$/.test(file));
  }
  await press(page, messages.common.close, '//dialog//footer');
  return readFileSync(path.join(into, name!), 'utf8');
}

const ALL = [
  'includeNotes',
  'includeTags',
  'includeNames',
  'includeCampaigns',
  'includeTimes',
  'includeTrash',
];
const byId = (clips: readonly Clip[]) => [...clips].sort((a, b) => a.id.localeCompare(b.id));

describe('import and export', () => {
  it('carries a library from one profile into a fresh one, field for field', async () => {
    const original = path.join(folder, 'original.json');
    writeFileSync(original, textOf(ORIGINAL, 'library', EVERYTHING, [EVENT]));
    const here = await first.openDashboard('#/library');
    await importFile(here, original, 3, 1);
    await waitForText(here, '<script>alert(1)</script>');
    const saved = await exportAs(here, 'library', ALL);
    expect(byId(readEntries(saved).clips)).toEqual(byId(ORIGINAL));
    expect(readEntries(saved).events).toEqual([EVENT]);

    const carried = path.join(folder, 'carried.json');
    writeFileSync(carried, saved);
    const there = await second.openDashboard('#/library');
    await importFile(there, carried, 3, 1);
    await waitForText(there, '“300” flights grounded');
    await waitForText(there, messages.library.trashCount(1));
    const again = await exportAs(there, 'library', ALL);
    expect(byId(readEntries(again).clips)).toEqual(byId(ORIGINAL));
    expect(readEntries(again).events).toEqual([EVENT]);
    // The same bytes, but for the order in which the two libraries list what was clipped in one second.
    expect(again.split('\n').toSorted()).toEqual(saved.split('\n').toSorted());
  });

  it('brings nothing in twice', async () => {
    const page = await second.openDashboard('#/library');
    await press(page, words.button);
    await press(page, words.importHeading, '//dialog');
    await choose(page, path.join(folder, 'carried.json'));
    await waitForText(page, words.counts.here(3));
    await waitForText(page, words.nothingNew);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { hidden: true });
    await page.close();
  });

  it('writes no formula, no note and no tag into a table unless asked', async () => {
    const page = await first.openDashboard('#/library');
    const table = await exportAs(page, 'csv', []);
    expect(table).toContain('\'=HYPERLINK(""http://evil.example"")');
    expect(table).not.toMatch(/shop steward|air traffic|Thrown away/);
    await page.close();
  });

  it('writes every other format so that its own reader finds the clip again', async () => {
    const page = await first.openDashboard('#/library');
    const csl = await exportAs(page, 'csl', ['includeNotes', 'includeTags']);
    expect(
      readEntries(csl)
        .clips.map(({ title }) => title)
        .sort(),
    ).toEqual(
      ORIGINAL.slice(0, 2)
        .map(({ title }) => title)
        .sort(),
    );
    expect(csl).toContain('shop steward');
    const ris = await exportAs(page, 'ris', []);
    expect(ris).toContain('TI  - <script>alert(1)</script> “300” flights grounded\r\n');
    expect(ris).not.toContain('shop steward');
    const bibtex = await exportAs(page, 'bibtex', []);
    expect(bibtex).toMatch(/^@article\{reporter2019/m);
    await page.close();
    // CSL-JSON comes in where none of it is.
    const file = path.join(folder, 'csl.json');
    writeFileSync(file, csl.replaceAll('news.example', 'other.example').replaceAll('"id"', '"x"'));
    const there = await second.openDashboard('#/library');
    await importFile(there, file, 2);
    await press(there, messages.common.undo);
    await waitForText(there, words.undone(2));
    await there.close();
  });

  it('shows bookmarks before it takes them, and takes them out again', async () => {
    const bookmarks = path.join(folder, 'bookmarks.html');
    writeFileSync(
      bookmarks,
      `<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL><p>
       <DT><H3>Rail</H3><DL><p><DT><A HREF="https://x.example/1">Trains <img src=x onerror=alert(1)></A></DL><p>
       <DT><A HREF="https://news.example/one?utm_source=x">There already</A>
       <DT><A HREF="javascript:alert(1)">Bookmarklet</A></DL>`,
    );
    const page = await first.openDashboard('#/library');
    await press(page, words.button);
    await press(page, words.importHeading, '//dialog');
    await choose(page, bookmarks);
    await waitForText(
      page,
      [words.counts.fresh(1), words.counts.differing(1), words.counts.unreadable(1)].join(' · '),
    );
    await waitForText(page, words.whyUnreadable.notWeb);
    await waitForText(page, messages.conflicts.heading(1));
    await press(page, words.accept({ made: 1, changed: 0, events: 0 }), '//dialog');
    await waitForText(page, words.imported(1));
    await waitForText(page, 'Trains');
    await press(page, messages.common.undo);
    await waitForText(page, words.undone(1));
    await page.waitForFunction(() => document.querySelectorAll('main [data-clip]').length === 2, {
      timeout: LONG,
    });
    await page.close();
  });

  it('says why a file is refused', async () => {
    const wrong = path.join(folder, 'wrong.json');
    writeFileSync(wrong, '['.repeat(100_000));
    const page = await first.openDashboard('#/library');
    await press(page, words.button);
    await press(page, words.importHeading, '//dialog');
    await choose(page, wrong);
    await waitForText(page, words.refusals.tooLarge.title);
    await waitForText(page, words.nothingKept);
    await page.close();
  });

  it('made no page of ours complain', () => {
    expect([...first.problems, ...second.problems]).toEqual([]);
  });
});

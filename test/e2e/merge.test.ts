/** Two versions of a clip become one: of a colleague's file, and of clips that look alike. In a real Chromium, by clicks and keys. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import type { Clip } from '../../lib/model/clip.ts';
import { EVERYTHING, NOTHING, textOf } from '../exchange/clips-for-tests.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { seriousNow } from './accessibility.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { LONG, press, settle, waitForText } from './on-page.ts';

const words = messages.exchange;
const { conflicts, duplicates } = messages;

const report = (place: string) =>
  Array.from(
    { length: 9 },
    (_, at) =>
      `Paragraph ${at} of the report from ${place}, where the workers of the post have walked out and others joined them.`,
  ).join('\n\n');
const POSTI = makeClip('posti', {
  title: 'More than 300 flights grounded',
  tags: ['air traffic'],
  note: 'Ask Aino.',
  text: report('Helsinki'),
  quotes: [{ id: 'q1', exact: 'the workers of the post', prefix: '', suffix: '' }],
});
const COPY = makeClip('copy', {
  title: 'Some 300 flights grounded',
  siteName: 'Another Paper',
  tags: ['wire'],
  text: `${report('Helsinki')}\n\nBy a wire service.`,
});
const SCHOOLS = makeClip('schools', {
  title: 'Teachers walk out',
  text: 'Parents and a food bank feed the pupils.',
});
const THEIRS: Clip[] = [
  {
    ...POSTI,
    title: 'Exactly 276 flights grounded',
    tags: ['Finnair'],
    text: POSTI.text.replace('Paragraph 4 of the report', 'Paragraph 4 of the corrected report'),
  },
  { ...SCHOOLS, title: 'Teachers and pupils walk out' },
  makeClip('new', { title: 'Rail workers refuse parcels' }),
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clincher-merge-'));
  writeFileSync(path.join(folder, 'mine.json'), textOf([POSTI, COPY, SCHOOLS], 'library'));
  writeFileSync(path.join(folder, 'theirs.json'), textOf(THEIRS, 'library', EVERYTHING));
  writeFileSync(path.join(folder, 'redacted.json'), textOf([POSTI], 'library', NOTHING));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serious(page: Page): Promise<string[]> {
  await settle(page);
  return seriousNow(page);
}

async function chooseFile(page: Page, name: string): Promise<void> {
  await press(page, words.button);
  await press(page, words.importHeading, '//dialog');
  const input = await page.waitForSelector('dialog input[type=file]', { timeout: LONG });
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path.join(folder, name));
}

/** What is kept of a clip, asked of the database itself. */
async function stored(page: Page, id: string): Promise<Partial<Clip>> {
  return page.evaluate(async (key) => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const database = await ask(indexedDB.open('clincher'));
    const row = (await ask(database.transaction('clips').objectStore('clips').get(key))) as
      { record: Partial<Clip> } | undefined;
    database.close();
    return row?.record ?? {};
  }, id);
}

const checked = (page: Page, field: string) =>
  page.$eval(
    `dialog fieldset[data-field=${field}] input:checked`,
    (input) => (input as HTMLInputElement).value,
  );

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let browser: RunningChromium;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium({ colorScheme });
    page = await browser.openDashboard('#/library');
    // Once it stands: nothing is pressed while the page is still built.
    await waitForText(page, messages.library.emptyTitle);
    await chooseFile(page, 'mine.json');
    await press(page, words.accept({ made: 3, changed: 0, events: 0 }), '//dialog');
    await waitForText(page, words.imported(3));
  });
  afterAll(() => browser.close());

  it('a colleague’s clips are looked at one by one, field by field, by keyboard', async () => {
    await chooseFile(page, 'theirs.json');
    await waitForText(page, [words.counts.fresh(1), words.counts.differing(2)].join(' · '));
    expect(await serious(page)).toEqual([]);

    await press(page, conflicts.look);
    await waitForText(page, conflicts.position(1, 2));
    await page.waitForSelector('dialog fieldset[data-field=title]');
    expect(await serious(page)).toEqual([]);
    expect(
      await page.$$eval('dialog mark', (marks) => marks.map((mark) => mark.textContent)),
    ).toContain('corrected');
    // Radio buttons by arrow keys: theirs for the title, both for the tags, and the text stays mine.
    await page.focus('dialog fieldset[data-field=title] input[value=left]');
    await page.keyboard.press('ArrowRight');
    expect(await checked(page, 'title')).toBe('right');
    await page.focus('dialog fieldset[data-field=tags] input[value=left]');
    await page.keyboard.press('ArrowLeft');
    expect(await checked(page, 'tags')).toBe('both');
    expect(await checked(page, 'text')).toBe('left');
    await press(page, conflicts.next);
    await waitForText(page, conflicts.position(2, 2));
    await press(page, conflicts.decisions.both);
    await press(page, conflicts.done);
    await waitForText(page, conflicts.tally({ changing: 1, both: 1, undecided: 0 }));
    expect((await stored(page, 'posti')).title).toBe(POSTI.title);

    await press(page, words.accept({ made: 2, changed: 1, events: 0 }), '//dialog');
    await waitForText(page, words.importChanged(1));
    expect(await stored(page, 'posti')).toMatchObject({
      title: 'Exactly 276 flights grounded',
      tags: ['air traffic', 'Finnair'],
      note: 'Ask Aino.',
    });
    expect((await stored(page, 'schools')).title).toBe(SCHOOLS.title);
    await press(page, messages.common.undo);
    await waitForText(page, words.undone(3));
    expect(await stored(page, 'posti')).toMatchObject({ title: POSTI.title, tags: POSTI.tags });
    expect(await stored(page, 'new')).toEqual({});
  });

  it('what a colleague has left out of a file is no conflict', async () => {
    await chooseFile(page, 'redacted.json');
    await waitForText(page, words.nothingNew);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { hidden: true });
  });

  it('clips that look alike become one, and two again', async () => {
    await waitForText(page, messages.library.alike(2)).catch(async (cause: unknown) => {
      const said = await page.evaluate(() => document.body.innerText);
      throw new Error(`nothing looks alike; the page says: ${said}`, { cause });
    });
    await press(page, messages.library.alike(2));
    await waitForText(page, duplicates.why.sameText);
    await page.waitForSelector('dialog fieldset[data-field=tags]');
    expect(await serious(page)).toEqual([]);
    expect(await checked(page, 'tags')).toBe('both');
    await press(page, duplicates.merge);
    await waitForText(page, duplicates.none);
    expect(await serious(page)).toEqual([]);
    expect((await stored(page, 'posti')).tags).toEqual(['air traffic', 'wire']);
    expect((await stored(page, 'copy')).deletedAt).not.toBeNull();
    await press(page, messages.common.undo, '//dialog');
    await waitForText(page, duplicates.why.sameText);
    expect((await stored(page, 'posti')).tags).toEqual(POSTI.tags);
    expect((await stored(page, 'copy')).deletedAt).toBeNull();

    await press(page, duplicates.keepAll(2));
    await waitForText(page, duplicates.none);
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      (text) => !document.body.innerText.includes(text),
      { timeout: LONG },
      messages.library.alike(2),
    );
    // Taken back from the page, after the dialog has gone.
    await press(page, messages.common.undo);
    await waitForText(page, messages.library.alike(2));
  });

  it('no place of the export is hard to use', async () => {
    await press(page, words.button);
    await waitForText(page, words.clipsAndEvents(3, 0));
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('made no page of ours complain', () => {
    expect(browser.problems).toEqual([]);
  });
});

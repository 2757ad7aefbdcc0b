/** A whole library into a file and out of it, by clicks: between two profiles of Chromium, and into Firefox. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import type { KeptRecord } from '../../lib/model/kept-record.ts';
import { backupOf } from '../backup/files.ts';
import { makeCampaign, makeClip, makeScenario } from '../store/records-for-tests.ts';
import { choose, chooseReplace, openRestore } from './backup-dialog.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { hasFirefox, launchFirefox } from './firefox.ts';
import { LONG, press, waitForText } from './on-page.ts';

const words = messages.backup;

let folder: string;
let first: RunningChromium;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clincher-backup-'));
  first = await launchChromium();
});
afterAll(async () => {
  await first.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The later it was clipped, the further up it stands in the list. */
function clipRecord(id: string, clippedAt = '2026-11-22T10:00:00+02:00'): KeptRecord {
  const own = { note: 'Ask the shop steward.', tags: ['air'], clippedAt };
  const { text, ...record } = makeClip(id, own);
  const row = { id, place: 'library', rank: -Date.parse(record.clippedAt), record };
  return { table: 'clips', row, text };
}
const campaign = makeCampaign('k');
const RECORDS: KeptRecord[] = [
  ...Array.from({ length: 30 }, (_, at) => clipRecord(`c${10 + at}`)),
  {
    table: 'clips',
    row: { id: 'zz', place: 'library', rank: 5, record: { recordVersion: 99, odd: [1, null] } },
    text: 'From another time.',
  },
  { table: 'campaigns', row: { id: 'k', rank: -1, record: { ...campaign } }, text: null },
  { table: 'scenarios', row: { id: 's', rank: -1, record: makeScenario('s', 'k') }, text: null },
];

async function fileOf(records: readonly KeptRecord[], name: string): Promise<string> {
  const { file } = await backupOf(records, { createdAt: new Date().toISOString() });
  const target = path.join(folder, name);
  writeFileSync(target, new Uint8Array(await file.arrayBuffer()));
  return target;
}
/** The lines between the first and the last. */
const recordLines = (file: string) => readFileSync(file, 'utf8').split('\n').slice(1, -2);

/** Presses the button and gives the file that lands in the downloads. */
async function savedBy(page: Page, name: string, inside: string): Promise<string> {
  const into = mkdtempSync(path.join(folder, 'saved-'));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: into });
  await press(page, name, inside);
  for (let tries = 0; tries < 200; tries++) {
    const found = readdirSync(into).find((file) => file.endsWith('.jsonl'));
    if (found) return path.join(into, found);
    await pause(50);
  }
  throw new Error('nothing was downloaded');
}

describe('a backup', () => {
  it('is restored into an empty library and saved from it again, record for record', async () => {
    const original = await fileOf(RECORDS, 'original.jsonl');
    const page = await first.openDashboard('#/library');
    await openRestore(page);
    await choose(page, original);
    await waitForText(page, words.whole);
    await waitForText(page, words.unreadable(1));
    await press(page, words.doAdd, '//dialog//footer');
    await waitForText(page, 'Title of c10');
    await waitForText(page, words.last('today'));

    await press(page, words.last('today'));
    const saved = await savedBy(page, words.save, '//dialog//footer');
    await waitForText(page, words.savedNow);
    // What is remembered of the backup that was restored is the one thing that is new.
    const lines = recordLines(saved);
    expect(lines.filter((line) => !line.startsWith('{"table":"settings"')).sort()).toEqual(
      recordLines(original).sort(),
    );
    expect(lines.length).toBe(RECORDS.length + 1);

    await press(page, words.restoreSide, '//dialog');
    await choose(page, saved);
    await waitForText(page, words.addNothing);
    await page.close();
  });

  it('that is damaged says so and touches nothing', async () => {
    const whole = readFileSync(path.join(folder, 'original.jsonl'));
    const damaged = path.join(folder, 'damaged.jsonl');
    const cut = path.join(folder, 'cut.jsonl');
    const at = whole.indexOf('shop steward');
    writeFileSync(
      damaged,
      Buffer.concat([whole.subarray(0, at), Buffer.from('S'), whole.subarray(at + 1)]),
    );
    writeFileSync(cut, whole.subarray(0, whole.length - 200));
    const page = await first.openDashboard('#/library');
    await openRestore(page);
    await choose(page, damaged);
    await waitForText(page, words.refusals.changed.title);
    await choose(page, cut);
    await waitForText(page, words.refusals.cutShort.title);
    await waitForText(page, words.untouched);
    await page.close();
  });

  it('adds what is missing, and that can be undone', async () => {
    const more = await fileOf(
      [clipRecord('c10'), clipRecord('new1', '2026-11-22T11:00:00Z'), clipRecord('new2')],
      'more.jsonl',
    );
    const page = await first.openDashboard('#/library');
    await openRestore(page);
    await choose(page, more);
    await waitForText(page, words.whole);
    await press(page, words.doAdd, '//dialog//footer');
    await waitForText(page, words.added(words.counts.clips(2), 1));
    await waitForText(page, 'Title of new1');
    await press(page, messages.common.undo);
    await waitForText(page, words.undone(2, 0));
    await page.waitForFunction(() => !document.body.innerText.includes('Title of new1'), {
      timeout: LONG,
    });
    await page.close();
  });

  it('replaces everything only after a second yes, with a backup of the present beside it', async () => {
    const small = await fileOf([clipRecord('only')], 'small.jsonl');
    const page = await first.openDashboard('#/library');
    await openRestore(page);
    await choose(page, small);
    await waitForText(page, words.whole);
    await page.click('dialog input[value=replaceAll]');
    await press(page, words.doReplace, '//dialog//footer');
    const present = await savedBy(page, words.savePresent, '//dialog');
    const isOff = () =>
      page.$eval('dialog footer .danger', (button) => (button as HTMLButtonElement).disabled);
    expect(await isOff()).toBe(true);
    await page.click('dialog input[type=checkbox]');
    await press(page, words.confirm, '//dialog//footer');
    await waitForText(page, words.replaced(words.counts.clips(1)));
    await waitForText(page, 'Title of only');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Title of c10');

    // And the way back.
    await openRestore(page);
    await choose(page, present);
    await waitForText(page, words.whole);
    await chooseReplace(page);
    await press(page, words.confirm, '//dialog//footer');
    await waitForText(page, 'Title of c10');
    const again = await page.evaluate(() => document.body.innerText);
    expect(again).not.toContain('Title of only');
    await page.close();
  });

  it('answers the alarm of a library that came back empty', async () => {
    const page = await first.openDashboard('#/library');
    await page.waitForSelector('li[data-index]', { timeout: LONG });
    // As damaged files would leave it; what is known of it lies elsewhere.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase('clincher');
          deleting.onsuccess = () => resolve();
          deleting.onerror = () => reject(new Error('not deleted'));
        }),
    );
    await page.reload();
    const { title } = messages.library.cameBackEmpty;
    await waitForText(page, title);
    await press(page, words.restoreLink, '//*[@role="alert"]');
    await choose(page, path.join(folder, 'original.jsonl'));
    await waitForText(page, words.whole);
    await press(page, words.doAdd, '//dialog//footer');
    await waitForText(page, 'Title of c10');
    await page.waitForSelector('[role=alert]', { hidden: true, timeout: LONG });
    await page.reload();
    await waitForText(page, 'Title of c10');
    expect(await page.$('[role=alert]')).toBeNull();
    await page.close();
  });

  it.runIf(hasFirefox)('of Chromium is restored in Firefox', async () => {
    const firefox = await launchFirefox();
    try {
      await firefox.openDashboard('#/library');
      const pressed = (name: string) =>
        firefox.waitFor(
          `const found = [...document.querySelectorAll('dialog button, main button')]
             .filter((each) => each.textContent.trim() === arguments[0] && !each.disabled);
           found.at(-1)?.click();
           return found.length > 0;`,
          [name],
        );
      await pressed(words.restoreLink);
      await firefox.waitFor(`return document.querySelector('dialog input[type=file]') !== null`);
      await firefox.chooseFile('dialog input[type=file]', path.join(folder, 'original.jsonl'));
      await firefox.waitFor(`return document.body.innerText.includes(arguments[0])`, [words.whole]);
      await pressed(words.doAdd);
      await firefox.waitFor(`return document.body.innerText.includes('Title of c10')`);
      await firefox.waitFor(`return document.body.innerText.includes(arguments[0])`, [
        words.last('today'),
      ]);
      expect(await firefox.problems()).toEqual([]);
    } finally {
      await firefox.close();
    }
  });

  it('made no page of ours complain', () => {
    expect(first.problems).toEqual([]);
  });
});

/** A library out of Firefox and in again, by clicks and files on disk. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import type { Clip } from '../../lib/model/clip.ts';
import { readEntries, textOf } from '../exchange/clips-for-tests.ts';
import { makeClip } from '../store/records-for-tests.ts';
import { hasFirefox, launchFirefox, type RunningFirefox } from './firefox.ts';

const words = messages.exchange;
const LONG = 60_000;
const ORIGINAL: Clip[] = [
  makeClip('one', {
    title: '<script>alert(1)</script> “300” flights — إضراب',
    note: 'Ask the shop steward.',
    tags: ['air traffic'],
    quotes: [{ id: 'q1', exact: 'Flights were grounded.', prefix: '', suffix: '' }],
    clippedAt: '2026-11-22T13:37:11+02:00',
  }),
  makeClip('two', { title: '=HYPERLINK("http://evil.example")', publishedAt: '2019-11' }),
  makeClip('three', { title: 'Thrown away', deletedAt: '2026-11-21T09:00:00-08:00' }),
];
const byId = (clips: readonly Clip[]) => [...clips].sort((a, b) => a.id.localeCompare(b.id));

describe.skipIf(!hasFirefox)('Firefox', () => {
  let folder: string;
  let firefox: RunningFirefox;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'clincher-exchange-firefox-'));
    firefox = await launchFirefox({
      preferences: {
        'browser.download.dir': folder,
        'browser.download.folderList': 2,
        'browser.download.useDownloadDir': true,
        'browser.download.alwaysOpenPanel': false,
        'browser.helperApps.neverAsk.saveToDisk':
          'application/json,text/csv,application/x-bibtex,application/x-research-info-systems,application/vnd.citationstyles.csl+json',
      },
    });
  });
  afterAll(async () => {
    await firefox?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const press = (name: string, inside = '') =>
    firefox.waitFor(
      `const found = document.evaluate(arguments[0], document, null, XPathResult.FIRST_ORDERED_NODE_TYPE);
       const button = found.singleNodeValue;
       if (!button?.checkVisibility()) return false;
       button.click();
       return true;`,
      [`${inside}//button[normalize-space(.)="${name}" and not(@disabled)]`],
      LONG,
    );
  const waitForText = (text: string) =>
    firefox.waitFor('return document.body.innerText.includes(arguments[0])', [text], LONG);

  async function importFile(file: string): Promise<void> {
    await press(words.button);
    await press(words.importHeading, '//dialog');
    await firefox.waitFor(`return document.querySelector('dialog input[type=file]') !== null`);
    await firefox.chooseFile('dialog input[type=file]', file);
  }

  async function exportAs(kind: string, boxes: string[], ending: string): Promise<string> {
    const before = new Set(readdirSync(folder));
    await press(words.button);
    await press(words.exportHeading, '//dialog');
    for (const selector of [`input[value=${kind}]`, ...boxes.map((box) => `input[name=${box}]`)]) {
      await firefox.evaluate(`document.querySelector('dialog ' + arguments[0]).click()`, selector);
    }
    await press(words.saveFile, '//dialog');
    for (let tries = 0; tries < 200; tries++) {
      const names = readdirSync(folder).filter((name) => !before.has(name));
      const name = names.find((each) => each.endsWith(ending));
      const isDone = name && !existsSync(path.join(folder, `${name}.part`));
      const text = isDone ? readFileSync(path.join(folder, name), 'utf8') : '';
      if (text !== '') {
        await press(messages.common.close, '//dialog//footer');
        return text;
      }
      await pause(100);
    }
    throw new Error(`nothing was downloaded: ${readdirSync(folder).join(', ')}`);
  }

  it('takes a library in and gives it out again, field for field', async () => {
    const original = path.join(folder, 'original.json');
    writeFileSync(original, textOf(ORIGINAL, 'library'));
    await firefox.openDashboard('#/library');
    await importFile(original);
    await press(words.accept({ made: 3, changed: 0, events: 0 }), '//dialog');
    await waitForText(words.imported(3));
    const saved = await exportAs(
      'library',
      ['includeNotes', 'includeTags', 'includeTimes', 'includeTrash'],
      '.json',
    );
    expect(byId(readEntries(saved).clips)).toEqual(byId(ORIGINAL));
  });

  it('writes a table without formulas, notes and tags', async () => {
    const table = await exportAs('csv', [], '.csv');
    expect(table).toContain('\'=HYPERLINK(""http://evil.example"")');
    expect(table).not.toMatch(/shop steward|air traffic|Thrown away/);
  });

  it('holds a colleague’s clip against mine, takes it, and gives it back', async () => {
    const theirs = path.join(folder, 'theirs.json');
    writeFileSync(theirs, textOf([{ ...ORIGINAL[0]!, title: 'Exactly 276 flights' }], 'library'));
    await importFile(theirs);
    await press(messages.conflicts.look, '//dialog');
    await waitForText(messages.conflicts.position(1, 1));
    await press(messages.conflicts.decisions.theirs, '//dialog');
    await press(messages.conflicts.done, '//dialog');
    await press(words.accept({ made: 0, changed: 1, events: 0 }), '//dialog');
    await waitForText(words.importChanged(1));
    await waitForText('Exactly 276 flights');
    await press(messages.common.undo);
    await waitForText(words.undone(1));
    await waitForText('<script>alert(1)</script> “300” flights');
  });

  it('made no page of ours complain', async () => {
    expect(await firefox.problems()).toEqual([]);
  });
});

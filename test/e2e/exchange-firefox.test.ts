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

  const SAYS = [
    'The airport operator says that between 55 and 65 per cent of departures were cancelled.',
    'Our reporter counted: between 57 and 67 per cent of the departures had been cancelled.',
    'By noon between 70 and 80 per cent of the departures had been cancelled, says the union.',
  ];
  const witness = (id: string, exact: string): Clip =>
    makeClip(id, {
      title: `Witness ${id}`,
      text: `${exact} Nobody knew more.`,
      quotes: [{ id: `q-${id}`, exact, prefix: '', suffix: '' }],
    });

  /** Opens a clip of the library from its row. */
  async function openClip(title: string): Promise<void> {
    await firefox.evaluate(`location.hash = '#/library'`);
    await firefox.waitFor(
      `const row = [...document.querySelectorAll('button[data-clip]')].find((each) =>
         each.textContent.includes(arguments[0]));
       row?.click();
       return Boolean(row);`,
      [title],
      LONG,
    );
    await firefox.waitFor(
      `return document.querySelector('.reader h1, article h1')?.textContent.includes(arguments[0])`,
      [title],
      LONG,
    );
  }

  /** Ties the clip's passage to the share of air transport, and reads that number's range in the studio. */
  async function tie(title: string, clips: number): Promise<[number, number]> {
    await openClip(title);
    await press(messages.library.useEvidence);
    await firefox.waitFor(
      `const which = document.querySelector('dialog form select');
       if (!which) return false;
       which.value = 'air-14 share';
       which.dispatchEvent(new Event('change', { bubbles: true }));
       return which.value === 'air-14 share';`,
    );
    await press(messages.numbers.evidence.save, '//dialog');
    await press(messages.evidence.see);
    await firefox.waitFor(
      `const bar = document.querySelector('[role=slider][id$="-air-14"]');
       bar?.focus();
       bar?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
       return Boolean(bar);`,
      [],
      LONG,
    );
    await waitForText(messages.numbers.clips(clips));
    const shown = await firefox.waitFor<string>(
      `const text = document.querySelector('aside section')?.textContent.replace(/\\s+/g, ' ') ?? '';
       return (/→ [^–]+–[^)]*\\)/.exec(text) ?? [''])[0];`,
    );
    const [low, high] = [...shown.matchAll(/\d+/g)].slice(-2).map(([digits]) => Number(digits));
    return [low!, high!];
  }

  it('pools clips as evidence for one number: a second that agrees narrows its range, a third that does not moves it', async () => {
    const witnesses = path.join(folder, 'witnesses.json');
    const clips = SAYS.map((exact, at) => witness(`w${at}`, exact));
    writeFileSync(witnesses, textOf(clips, 'library'));
    await importFile(witnesses);
    await press(words.accept({ made: 3, changed: 0, events: 0 }), '//dialog');
    await waitForText(words.imported(3));
    const one = await tie('Witness w0', 1);
    const two = await tie('Witness w1', 2);
    const three = await tie('Witness w2', 3);
    const ranges = [one, two, three].map(([low, high]) => `${low}–${high} %`);
    console.log(`a share after one clip, two, three: ${ranges.join(', ')}`);
    const width = ([low, high]: [number, number]) => high - low;
    const middle = ([low, high]: [number, number]) => (low + high) / 2;
    expect(width(two)).toBeLessThan(width(one));
    expect(middle(three)).toBeGreaterThan(middle(two));
    expect(width(three), 'what disagrees is less certain').toBeGreaterThan(width(two));
  });

  it('puts a clip into the trash, and back by its notice and from the trash', async () => {
    const isListed = (title: string) =>
      `return [...document.querySelectorAll('[data-clip]')].some((row) => row.textContent.includes('${title}'))`;
    await openClip('Witness w1');
    await press(messages.library.delete);
    await firefox.waitFor(isListed('Witness w1').replace('return ', 'return !'), [], LONG);
    await press(messages.common.undo);
    await firefox.waitFor(isListed('Witness w1'), [], LONG);
    await openClip('Witness w1');
    await press(messages.library.delete);
    // The clip that came in as thrown away lies there, too.
    await press(messages.library.trashCount(2));
    await firefox.waitFor(isListed('Witness w1'), [], LONG);
    await firefox.waitFor(
      `const row = [...document.querySelectorAll('main li')].find((each) => each.textContent.includes('Witness w1'));
       const restore = row?.querySelector(':scope > .button');
       restore?.click();
       return Boolean(restore);`,
    );
    await waitForText(messages.library.restored);
    await press(messages.library.backToClips);
    await firefox.waitFor(isListed('Witness w1'), [], LONG);
  });

  it('made no page of ours complain', async () => {
    expect(await firefox.problems()).toEqual([]);
  });
});

/** The command line itself, in a process of its own: what it prints, what it refuses, how it exits. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compareNow } from '../../lib/simulation/comparison.ts';
import { writeSnapshot } from '../../lib/snapshot/write.ts';
import { casebookInput } from '../snapshot/examples.ts';
import { entry } from './runs.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const SNAPSHOT = path.join(ROOT, 'test/fixtures/snapshots/posti-2019-v1.json');
const folder = mkdtempSync(path.join(tmpdir(), 'simulate-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Said {
  code: number | null;
  out: string;
  error: string;
}

function simulate(...options: string[]): Promise<Said> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--no-warnings', 'scripts/simulate.ts', ...options],
      { cwd: ROOT, maxBuffer: 1e9 },
      (_, out, error) => resolve({ code: child.exitCode, out, error }),
    );
  });
}

function file(name: string, content: string | Uint8Array): string {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
}

describe('refuses in one plain sentence, with nothing on standard output and exit code 2:', () => {
  test.concurrent.each([
    ['nothing to run', []],
    ['two things to run', ['generic', 'posti-2019']],
    ['an unknown name', ['nobody-2019']],
    ['a folder', [folder]],
    ['half a JSON', [file('half.json', '{"format": "clincher-sn')]],
    ['an empty file', [file('empty.json', '')]],
    ['another file', [file('other.json', '{}')]],
    ['an unknown option', ['generic', '--bogus']],
    ['an option without its value', ['generic', '--days']],
    ['no days', ['generic', '--days', '0']],
    ['401 days', ['generic', '--days', '401']],
    ['days that are blank', ['generic', '--days', ' ']],
    ['a seed that is empty', ['generic', '--seed=']],
    ['a negative seed', ['generic', '--seed=-1']],
    ['a seed past 32 bits', ['generic', '--seed', '4294967296']],
    ['futures in parts', ['generic', '--futures', '1.5']],
    ['futures that are not a number', ['generic', '--futures', 'NaN']],
    ['too many futures', ['generic', '--futures', '20001']],
    ['a number set to NaN', ['generic', '--set', 'workers=NaN']],
    ['a number set to infinity', ['generic', '--set', 'workers=1e400']],
    ['a number set to a range', ['generic', '--set', 'workers=5-10']],
    ['a number set to nothing', ['generic', '--set', 'workers']],
    ['a number below its bounds', ['generic', '--set', 'workers=-1']],
    ['a number that there is not', ['generic', '--set', '__proto__=1']],
    ['a share past all', ['posti-2019', '--set', 'air-14.share=150%']],
    ['an action that there is not', ['posti-2019', '--set', 'air-15.share=50%']],
    ['an action’s number that there is not', ['posti-2019', '--set', 'air-14.coverage=50%']],
    ['futures one by one as JSON', ['generic', '--per-future', '--json']],
    ['futures one by one where there is one', ['generic', '--per-future', '--certain']],
    ['an unknown action left out', ['posti-2019', '--without', 'air-15']],
  ])('%s', async (_, options) => {
    const { code, out, error } = await simulate(...options);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toContain('Try npm run simulate -- --help');
    expect(error).not.toMatch(/\n\s+at |Error:/);
  });

  test.concurrent.each([
    [
      'of three gigabytes',
      () => (truncateSync(file('vast.json', ''), 3e9), path.join(folder, 'vast.json')),
    ],
    ['without end', () => '/dev/zero'],
  ])('a file %s, without reading it all', async (_, make) => {
    const { code, error } = await simulate(make());
    expect(code).toBe(2);
    expect(error).toContain('too large to be a snapshot');
  });
});

describe('--json', () => {
  test.concurrent.each([
    ['the ensemble', ['posti-2019', '--json', '--futures', '20']],
    ['the certain future', ['posti-2019', '--json', '--certain']],
  ])('prints %s as one object on one line, and nothing else', async (_, options) => {
    const { code, out, error } = await simulate(...options, '--days', '30');
    expect([code, error]).toEqual([0, '']);
    expect(out.indexOf('\n')).toBe(out.length - 1);
    const said = JSON.parse(out);
    expect(said.days).toBe(30);
    expect(out).not.toContain('null');
  });

  test('runs a snapshot under its own limits', async () => {
    const strict = JSON.parse(readFileSync(SNAPSHOT, 'utf8'));
    strict.ensemble = { futures: 10, hardshipLimit: 0, supportLimit: 1 };
    const { out } = await simulate(file('strict.json', JSON.stringify(strict)), '--json');
    const said = JSON.parse(out);
    expect(said.futures).toBe(10);
    expect(said.guardRails.supportUnderLimit).toBe(1);
  });
});

describe('--per-future', () => {
  const read = (out: string) => {
    const [head, ...lines] = out.trimEnd().split('\n');
    return { head, rows: lines.map((line) => line.split(',').map(Number)) };
  };
  const column = (rows: number[][], at: number) => rows.map((row) => row[at]);

  test('prints for each future what the library computes for it, with, without, and between', async () => {
    const options = ['--futures', '60', '--seed', '7', '--days', '40'];
    const { code, out, error } = await simulate('posti-2019', '--per-future', ...options);
    expect([code, error]).toEqual([0, '']);
    const { head, rows } = read(out);
    expect(head).toBe('future,with,without,difference');
    expect(column(rows, 0)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));

    const { campaign, scenario } = entry('posti-2019');
    const comparison = await compareNow({
      campaign,
      scenario: { ...scenario, seed: 7, horizonDays: 40 },
      baseline: null,
      futures: 60,
      certain: false,
      allQuantiles: false,
      hardshipLimit: 0.3,
      supportLimit: 0.4,
    });
    expect(column(rows, 1)).toEqual([...comparison.scenario.winByFuture]);
    expect(column(rows, 2)).toEqual([...comparison.baseline.winByFuture]);
    for (const [, won, alone, difference] of rows) expect(difference).toBe(won! - alone!);
    const mean = column(rows, 3).reduce((sum, gain) => sum! + gain!, 0)! / rows.length;
    expect(mean).toBeCloseTo(comparison.meanGain, 12);
    expect(Math.abs(mean)).toBeGreaterThan(0.01);

    const json = await simulate('posti-2019', '--json', ...options);
    expect(column(rows, 1)).toEqual(JSON.parse(json.out).winByFuture);
  });

  test('of a snapshot with a pinned baseline is beside that one', async () => {
    const input = casebookInput('posti-2019');
    const { scenario } = input;
    const pinned = { ...scenario, id: 'pinned', name: 'As it is', baselineId: null };
    const { text } = writeSnapshot(
      { ...input, scenario: { ...scenario, baselineId: pinned.id }, baseline: pinned },
      { includeNotes: false, includeNames: false },
    );
    const { out } = await simulate(
      file('pinned.json', text),
      ...['--per-future', '--futures', '20'],
    );
    const { rows } = read(out);
    expect(rows.length).toBe(20);
    expect(new Set(column(rows, 3))).toEqual(new Set([0]));
  });
});

describe('a snapshot with a result', () => {
  test('is reproduced exactly', async () => {
    const { code, out } = await simulate(SNAPSHOT);
    expect(code).toBe(0);
    expect(out).toContain('Reproduced exactly');
  });

  test('is not said to differ when it was run differently', async () => {
    const { out } = await simulate(SNAPSHOT, '--futures', '20');
    expect(out).toContain('Digest of the result');
    expect(out).not.toMatch(/Reproduced|Differs/);
  });
});

/** Checks on the command line: printed with a snapshot that has them, and the exit code that --check asks for. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withChecks, type Check } from '../../lib/model/checks.ts';
import { writeSnapshot } from '../../lib/snapshot/write.ts';
import { casebookInput } from '../snapshot/examples.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'checks-'));
afterAll(() => rmSync(folder, { recursive: true }));

function simulate(...options: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--no-warnings', 'scripts/simulate.ts', ...options],
      { cwd: ROOT },
      (_, out) => resolve({ code: child.exitCode, out }),
    );
  });
}

function oaklandWith(name: string, checks: Check[]): string {
  const input = casebookInput('oakland-2019');
  const held = { ...input, campaign: withChecks(input.campaign, checks) };
  const where = path.join(folder, name);
  writeFileSync(where, writeSnapshot(held, { includeNotes: true, includeNames: true }).text);
  return where;
}

const KEPT: Check = { id: 'a', kind: 'noHarm', atMost: 1 };
const BROKEN: Check = { id: 'b', kind: 'chance', figure: 'win', ofHundred: 99, byDay: 30 };
const UNJUDGED: Check = {
  ...{ id: 'c', kind: 'effect', actions: 'boycott', never: 'raise', quantity: 'hardship' },
};

test.concurrent('what is kept ends with 0, and what cannot be judged is no breach', async () => {
  const { code, out } = await simulate(oaklandWith('kept.json', [KEPT, UNJUDGED]), '--check');
  expect(code).toBe(0);
  expect(out).toContain('The 2 checks of this campaign');
  expect(out).toMatch(
    /Kept\. No solidarity action, .+\n\s+The least useful, .+ adds [\d.]+ of 100/,
  );
  expect(out).toMatch(/Not judged\. Boycotts must never raise hardship\.\n\s+No such action/);
});

test.concurrent(
  'what is broken ends with 1 where --check asks for it, and is printed anyway',
  async () => {
    const file = oaklandWith('broken.json', [KEPT, BROKEN]);
    const [asked, plain] = await Promise.all([simulate(file, '--check'), simulate(file)]);
    expect([asked.code, plain.code]).toEqual([1, 0]);
    expect(plain.out).toBe(asked.out);
    expect(plain.out).toMatch(
      /Broken\. By day 30 the chance to win must be at least 99 of 100\.\n\s+\d+ of 100, \d+ short/,
    );
  },
);

test.concurrent('--check does not go with a single certain future', async () => {
  const { code, out } = await simulate(oaklandWith('certain.json', [KEPT]), '--certain', '--check');
  expect([code, out]).toEqual([2, '']);
});

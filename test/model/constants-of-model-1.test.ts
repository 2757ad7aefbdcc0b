import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { hasConstantsOfModel1 } from '../../lib/model/constants-of-model-1.ts';
import { readSnapshot } from '../../lib/snapshot/read.ts';

function frozen(name: string) {
  const file = new URL(`../fixtures/snapshots/${name}.json`, import.meta.url);
  const read = readSnapshot(readFileSync(file));
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.snapshot.campaign;
}

test('a campaign kept from model 1 is known by its constants, one of today or an edited one is not', () => {
  const old = frozen('posti-2019-v1');
  expect(hasConstantsOfModel1(old)).toBe(true);
  expect(hasConstantsOfModel1(frozen('posti-2019-v2'))).toBe(false);
  expect(
    hasConstantsOfModel1(openCasebookEntry('posti-2019', '2026-01-01T00:00:00Z').campaign),
  ).toBe(false);
  const { concessionRate } = old.numbers;
  for (const change of [{ low: 1.5 }, { typical: 1.86, high: 1.9 }, { high: 2 }]) {
    const numbers = { ...old.numbers, concessionRate: { ...concessionRate, ...change } };
    expect(hasConstantsOfModel1({ numbers })).toBe(false);
  }
});

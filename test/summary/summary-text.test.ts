import { expect, test } from 'vitest';
import { summarize } from '../../components/summary/summarize.ts';
import { summaryText } from '../../components/summary/summary-text.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { MODEL_VERSION } from '../../lib/model/ensemble.ts';
import type { Scenario } from '../../lib/model/scenario.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';

const dayWords = (day: number) => `day ${day}`;

async function copied(baseline: Scenario | null = null) {
  const records = openCasebookEntry('oakland-2019', '2026-11-22T00:00:00Z');
  const ensemble = { futures: 256, hardshipLimit: 0.3, supportLimit: 0.4 };
  const run = { ...records, ...ensemble, baseline, certain: false, allQuantiles: false };
  const comparison = await compareNow(run);
  const summary = summarize(records, comparison, dayWords, baseline);
  const program = 'Clincher 9.9.9';
  const text = summaryText(records, comparison, summary, baseline, dayWords, program);
  return { text, comparison, summary, records };
}

test('the copied text has the sentences, the ranges, and all that reproduces them', async () => {
  const { text, comparison, summary, records } = await copied();
  const lines = text.split('\n');
  expect(lines[0]).toBe(`${records.campaign.name} · ${records.scenario.name}`);
  for (const sentence of [...summary.why, ...summary.cautions]) expect(lines).toContain(sentence);
  expect(text).toMatch(
    /Leverage on day 6, .+\n {2}with solidarity: .+ \(half of the futures .+, 90 in 100 .+\)/,
  );
  expect(text).toMatch(
    /Endings by day 119, of all futures:\n {2}with solidarity: won \d+%, compromise/,
  );
  expect(text).toContain('Horizon 120 days, 256 futures, seed ');
  expect(text).toContain(`model ${MODEL_VERSION}, Clincher 9.9.9.`);
  expect(lines.at(-1)).toBe(`Digest: ${comparison.digest}`);
  // Plain text: none of the marks that colour the page.
  expect(text).not.toMatch(/[⟦⟧⟪⟫<>]|undefined|NaN/);
});

test('beside a pinned scenario both are called by their names', async () => {
  const { scenario } = openCasebookEntry('oakland-2019', '2026-11-22T00:00:00Z');
  const { text } = await copied({ ...scenario, id: 'p', name: 'Strike alone', actions: [] });
  expect(text).toMatch(/\n {2}“Strike alone”: won /);
  expect(text).not.toContain('without:');
});

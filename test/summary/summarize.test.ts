import { expect, test } from 'vitest';
import { plainText, summarize } from '../../components/summary/summarize.ts';
import { openCasebookEntry, type CasebookId } from '../../lib/casebook/casebook.ts';
import type { ParameterKey } from '../../lib/model/parameters.ts';
import type { CampaignScenario, Scenario } from '../../lib/model/scenario.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';
import { messages } from '../../lib/messages/messages.ts';

function opened(
  id: CasebookId,
  held: Partial<Record<ParameterKey, number>> = {},
): CampaignScenario {
  const records = openCasebookEntry(id, '2026-11-22T00:00:00Z');
  const numbers = { ...records.campaign.numbers };
  for (const [key, value] of Object.entries(held) as [ParameterKey, number][]) {
    numbers[key] = { ...numbers[key], low: value, typical: value, high: value };
  }
  return { ...records, campaign: { ...records.campaign, numbers } };
}

async function said(records: CampaignScenario, baseline: Scenario | null = null) {
  const ensemble = { futures: 256, hardshipLimit: 0.3, supportLimit: 0.4 };
  const run = { ...records, ...ensemble, baseline, certain: false, allQuantiles: false };
  const summary = summarize(records, await compareNow(run), (day) => `day ${day}`, baseline);
  return {
    headline: plainText(summary.headline),
    detail: plainText(summary.detail),
    cautions: summary.cautions,
  };
}

const words = messages.studio;

test('Posti: the headline says that the strikers outlast, and the caution whose answering it rests on', async () => {
  const { headline, cautions } = await said(opened('posti-2019'));
  expect(headline).toMatch(/^With the sympathy strikes, the postal workers can outlast Posti/);
  expect(cautions).toEqual([words.restsOnAnswering('15%')]);
});

test('Posti where nobody answers for the harm: it says so, and that the strikes hurt', async () => {
  const { cautions } = await said(opened('posti-2019', { internalisation: 0 }));
  expect(cautions).toEqual([words.hurtsMostly, words.nobodyAnswers('Posti')]);
});

test('Oakland where need presses the district: full coverage hurts, for it relieves', async () => {
  const records = opened('oakland-2019', { blameCostPerDay: 3e6 });
  const full = {
    ...records.scenario,
    actions: records.scenario.actions.map((action) =>
      action.kind === 'serviceSubstitution'
        ? { ...action, coverage: { ...action.coverage, low: 1, typical: 1, high: 1 } }
        : action,
    ),
  };
  const { cautions } = await said({ ...records, scenario: full });
  expect(cautions[0]).toBe(words.hurtsByRelief(records.campaign.targetName));
  expect(cautions).not.toContain(words.hurtsMostly);
});

test('meals run by the district are called a relief for it', async () => {
  const records = opened('oakland-2019');
  const actions = records.scenario.actions.map((action) =>
    action.kind === 'serviceSubstitution' ? { ...action, provider: 'target' as const } : action,
  );
  const { cautions } = await said({ ...records, scenario: { ...records.scenario, actions } });
  expect(cautions).toContain(words.targetService(records.campaign.targetName));
});

test('compared with a pinned scenario it names that one, and says nothing of “alone” or “without”', async () => {
  const records = opened('posti-2019');
  const pinned = {
    ...records.scenario,
    id: 'pinned',
    name: 'Without the flights',
    actions: records.scenario.actions.filter(({ id }) => id !== 'air-14'),
  };
  const { headline, detail } = await said(records, pinned);
  expect(headline).toMatch(/^In this scenario, .+; in “Without the flights”, .+\.$/);
  expect(detail).toContain('in “Without the flights”');
  expect(`${headline} ${detail}`).not.toMatch(/alone|without the sympathy|without;|both curves/i);
  const nothingOn = { ...records.scenario, actions: [] };
  const empty = await said({ ...records, scenario: nothingOn }, pinned);
  expect(empty.detail).not.toContain(words.noActions);
});

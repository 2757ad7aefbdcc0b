import { expect, test } from 'vitest';
import { channelsOf } from '../../components/summary/channels.ts';
import { plainText, summarize } from '../../components/summary/summarize.ts';
import { CASE_IDS } from '../../lib/casebook/case-list.ts';
import {
  fetchCasebookEntry,
  openCasebookEntry,
  type CasebookId,
} from '../../lib/casebook/casebook.ts';
import type { ParameterKey } from '../../lib/model/parameters.ts';
import type { Action } from '../../lib/model/action.ts';
import { baselineOf, type CampaignScenario, type Scenario } from '../../lib/model/scenario.ts';
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
  const comparison = await compareNow(run);
  const summary = summarize(records, comparison, (day) => `day ${day}`, baseline);
  return {
    comparison,
    headline: plainText(summary.headline),
    detail: plainText(summary.detail),
    why: summary.why,
    cautions: summary.cautions,
  };
}

function changed(records: CampaignScenario, change: (action: Action) => Action): CampaignScenario {
  return {
    ...records,
    scenario: { ...records.scenario, actions: records.scenario.actions.map(change) },
  };
}
const runByTarget = (action: Action): Action =>
  action.kind === 'serviceSubstitution' ? { ...action, provider: 'target' } : action;
const withFullCoverage = (action: Action): Action =>
  action.kind === 'serviceSubstitution'
    ? { ...action, coverage: { ...action.coverage, low: 1, typical: 1, high: 1 } }
    : action;
const off =
  (...ids: string[]) =>
  (action: Action): Action =>
    ids.includes(action.id) ? { ...action, enabled: false } : action;

const words = messages.studio;

test('Posti: the harm to others that lands on the decider is the reason, and an assumption', async () => {
  const { headline, why, cautions } = await said(opened('posti-2019'));
  expect(headline).toMatch(/^With the sympathy strikes, the postal workers can outlast Posti/);
  expect(why).toHaveLength(1);
  expect(why[0]).toMatch(/^Why it helps: more harm falls on others .+ 15% of it lands on whoever/);
  expect(cautions).toEqual([words.restsOnAnswering('15%')]);
});

test('Posti where nobody answers for the harm: that, and the support it costs, is why it hurts', async () => {
  const { why, cautions } = await said(opened('posti-2019', { internalisation: 0 }));
  expect(why[0]).toMatch(
    /^Why it hurts: nobody who decides answers for the harm that falls on others .+ no pressure on Posti; it costs public support .+ fewer stay out/,
  );
  expect(cautions).not.toContain(words.nobodyAnswers('Posti'));
});

test('Posti where neither anybody answers nor support is lost: no difference, and the same reason', async () => {
  const { why } = await said(opened('posti-2019', { internalisation: 0, harmEffect: 0 }));
  expect(why).toHaveLength(1);
  expect(why[0]).toMatch(/^Why it makes next to no difference: nobody who decides answers/);
});

test('Oakland: fewer need cross, so an employer paid for each user present loses more', async () => {
  const { headline, detail, why, cautions } = await said(opened('oakland-2019'));
  expect(headline).toMatch(/^With “Meals, lessons and child care”, the teachers can outlast/);
  expect(detail).toContain('it raises the chance');
  expect(why[0]).toMatch(
    /^Why it helps: fewer users have to cross .+ so the district, paid for each of them, loses more/,
  );
  expect(cautions).toHaveLength(2);
  expect(cautions[0]).toMatch(/^That rests on an assumption without data.+60% \(10–90\)/);
  expect(cautions[1]).toMatch(
    /^Whether it helps also turns on “Cost of public blame”, set to .+ and “Support lost to hardship”, set to .+: assumptions without data, too\.$/,
  );
});

/** The campaign with these numbers published by somebody. */
function sourced(records: CampaignScenario, ...keys: ParameterKey[]): CampaignScenario {
  const numbers = { ...records.campaign.numbers };
  for (const key of keys) {
    numbers[key] = { ...numbers[key], basis: { ...numbers[key].basis, kind: 'source' } };
  }
  return { ...records, campaign: { ...records.campaign, numbers } };
}

test('evidence for the numbers that decide takes the words of assumptions back, one by one', async () => {
  const records = opened('oakland-2019');
  const { cautions } = await said(sourced(records, 'crossingPerHardship'));
  expect(cautions).toHaveLength(1);
  expect(cautions[0]).toMatch(/^Whether it helps turns on “Cost of public blame”.+without data\.$/);
  const fewer = await said(sourced(records, 'crossingPerHardship', 'hardshipEffect'));
  expect(fewer.cautions).toHaveLength(1);
  expect(fewer.cautions[0]).toMatch(
    /^Whether it helps turns on “Cost of public blame”, set to [^“]+: an assumption without data\.$/,
  );
  const all = await said(
    sourced(records, 'crossingPerHardship', 'hardshipEffect', 'blameCostPerDay'),
  );
  expect(all.cautions).toEqual([]);
});

test('whether a sympathy strike helps turns on who answers for its harm, and is said once', async () => {
  const records = opened('posti-2019');
  const { cautions } = await said(records);
  expect(cautions.filter((caution) => caution.startsWith('Whether it helps'))).toEqual([]);
  expect((await said(sourced(records, 'internalisation'))).cautions).toEqual([]);
});

test('meals run by the district: the sentence says what it is paid for those who come, and that it relieves', async () => {
  const { cautions } = await said(changed(opened('oakland-2019'), runByTarget));
  expect(cautions[0]).toMatch(
    /^The district runs a service itself, which keeps the struck service open: .+ relieves it by about \$\d+,000 a day\./,
  );
  expect(cautions[1]).toMatch(/^That rests on an assumption without data/);
});

test('beside the meals of the movement, those of the district are worse by the users who cross', async () => {
  const movement = opened('oakland-2019');
  const beside = { ...movement.scenario, name: 'Run by the movement' };
  const { why } = await said(changed(movement, runByTarget), beside);
  expect(why[0]).toMatch(
    /^Why the chance is worse here: it relieves the district: more users use the struck service/,
  );
});

test('Oakland where need presses the district: full coverage hurts, for it relieves', async () => {
  const records = changed(opened('oakland-2019', { blameCostPerDay: 3e6 }), withFullCoverage);
  const { why, cautions } = await said(records);
  expect(why[0]).toMatch(/^Why it hurts: it relieves the district: fewer users are in need/);
  expect(why[1]).toMatch(/^What works against it: fewer users have to cross/);
  expect(cautions).toContain(words.lessCoverage);
});

test('every case in the book whose solidarity makes a difference says by which channel', async () => {
  let told = 0;
  for (const id of CASE_IDS) {
    await fetchCasebookEntry(id);
    const { comparison, headline, why } = await said(opened(id));
    expect(headline).not.toMatch(/undefined|NaN/);
    if (Math.max(comparison.helps, comparison.hurts) < 0.1) continue;
    expect(why[0], id).toMatch(
      comparison.helps >= comparison.hurts ? /^Why it helps: \S/ : /^Why it hurts: \S/,
    );
    told++;
  }
  expect(told).toBeGreaterThan(5);
});

test('where one of the two is even, nobody is said to outlast “even”', async () => {
  const records = opened('oakland-2019');
  let seen = 0;
  for (const cost of [12.6e6, 12.8e6, 13e6, 13.2e6, 13.4e6]) {
    const now = opened('oakland-2019', { costOfConceding: cost });
    const { headline } = await said({ ...records, campaign: now.campaign });
    expect(headline).not.toMatch(/outlasts? .+ even/);
    if (headline.includes(' are even')) seen++;
  }
  expect(seen).toBeGreaterThan(0);
});

test('the generic strike without actions gives no reason, for there is nothing to explain', async () => {
  const { headline, detail, why, cautions } = await said(opened('generic'));
  expect(headline).toMatch(/^Alone, the employer/);
  expect(detail).toContain(words.noActions);
  expect([...why, ...cautions]).toEqual([]);
});

test('with the meals switched off the endorsement alone is named, and makes next to no difference', async () => {
  const { headline, why } = await said(changed(opened('oakland-2019'), off('meals')));
  expect(headline).toMatch(/^With the endorsement, /);
  expect(why).toEqual([words.why.nothing(words.why.nothingMoves('the district'))]);
  const all = changed(opened('oakland-2019'), off('meals', 'parents'));
  expect((await said(all)).why).toEqual([]);
});

test('the channels keep the books: with nobody lost, no harm answered for and no need, they are nought', async () => {
  for (const id of ['posti-2019', 'oakland-2019'] as const) {
    const records = opened(id, {
      internalisation: 0,
      harmEffect: 0,
      dependentShare: 0,
      endorsementEffect: 0,
    });
    const { comparison } = await said(records);
    const { campaign, scenario } = records;
    const found = channelsOf(campaign, scenario, baselineOf(scenario), comparison)!;
    for (const { effect } of found.channels) expect(Math.abs(effect)).toBeLessThan(1e-9);
  }
});

test('the channels come near the whole gain: the first order has its sign and its size', async () => {
  const records = opened('oakland-2019');
  const { comparison } = await said(records);
  const { campaign, scenario } = records;
  const found = channelsOf(campaign, scenario, baselineOf(scenario), comparison)!;
  const sum = found.channels.reduce((total, { effect }) => total + effect, 0);
  expect(sum).toBeGreaterThan(0.5 * comparison.meanGain);
  expect(sum).toBeLessThan(2 * comparison.meanGain);
});

test('compared with a pinned scenario it names that one, and says nothing of “alone” or “without”', async () => {
  const records = opened('posti-2019');
  const pinned = {
    ...records.scenario,
    id: 'pinned',
    name: 'Without the flights',
    actions: records.scenario.actions.filter(({ id }) => id !== 'air-14'),
  };
  const { headline, detail, why } = await said(records, pinned);
  expect(headline).toMatch(/^In this scenario, .+; in “Without the flights”, .+\.$/);
  expect(detail).toContain('in “Without the flights”');
  expect(`${headline} ${detail}`).not.toMatch(/alone|without the sympathy|without;|both curves/i);
  expect(why[0]).toMatch(/^Why the chance is better here: /);
  const nothingOn = { ...records.scenario, actions: [] };
  const empty = await said({ ...records, scenario: nothingOn }, pinned);
  expect(empty.detail).not.toContain(words.noActions);
  expect(empty.why[0]).toMatch(/^Why the chance is worse here: less harm falls on others/);
});

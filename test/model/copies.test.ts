import { describe, expect, test } from 'vitest';
import { blankCampaign } from '../../lib/casebook/blank.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { Campaign } from '../../lib/model/campaign.ts';
import {
  copyCampaign,
  copyName,
  copyScenario,
  emptyScenario,
  freeName,
} from '../../lib/model/copies.ts';
import { Scenario } from '../../lib/model/scenario.ts';

const NOW = '2026-11-23T08:00:00.000Z';
const posti = openCasebookEntry('posti-2019', '2026-01-01T00:00:00.000Z');

test('a copied campaign’s scenarios compare themselves with each other, not with the originals', () => {
  const alone = emptyScenario(posti.scenario, 'Alone', NOW);
  const pinned = { ...posti.scenario, baselineId: alone.id };
  const gone = { ...copyScenario(posti.scenario, 'Lost', NOW), baselineId: 'no-such-scenario' };
  const copy = copyCampaign(
    { campaign: posti.campaign, scenarios: [pinned, alone, gone] },
    'Posti, copy',
    NOW,
  );
  const [first, second, third] = copy.scenarios;
  expect(first!.baselineId).toBe(second!.id);
  expect(third!.baselineId).toBeNull();
  expect(copy.scenarios.every(({ campaignId }) => campaignId === copy.campaign.id)).toBe(true);
  const ids = new Set([pinned.id, alone.id, gone.id, ...copy.scenarios.map(({ id }) => id)]);
  expect(ids.size).toBe(6);
  // The order in which they are listed.
  const made = copy.scenarios.map(({ createdAt }) => Date.parse(createdAt));
  expect(made).toEqual(made.toSorted((a, b) => a - b));
  expect(new Set(made).size).toBe(3);
  expect(() => Campaign.parse(copy.campaign)).not.toThrow();
  for (const scenario of copy.scenarios) expect(() => Scenario.parse(scenario)).not.toThrow();
});

test('a copy has the same luck: seed, actions and draw slots stay', () => {
  const copy = copyScenario(posti.scenario, 'Copy', NOW);
  expect({ ...copy, id: '', name: '', createdAt: '', updatedAt: '' }).toEqual({
    ...posti.scenario,
    ...{ id: '', name: '', createdAt: '', updatedAt: '' },
  });
});

describe.each(['market', 'perUser'] as const)('blank, %s', (employer) => {
  const blank = blankCampaign(employer, { campaign: 'New', scenario: 'Alone' }, NOW);
  test('is one’s own, holds together and has no actions', () => {
    expect(Campaign.parse(blank.campaign)).toMatchObject({
      employer,
      provenance: 'own',
      casebookId: null,
    });
    expect(Scenario.parse(blank.scenario).actions).toEqual([]);
  });
  test('has users exactly where it is paid for them', () => {
    expect(blank.campaign.numbers.users.typical > 0).toBe(employer === 'perUser');
    expect(blank.campaign.numbers.revenuePerUserDay.typical > 0).toBe(employer === 'perUser');
  });
});

test('copies go by names of their own, and a copy of a copy is another copy of the first', () => {
  const copyOf = (name: string, count: number) => `${name}, copy${count === 1 ? '' : ` ${count}`}`;
  const taken = ['Plan'];
  for (const from of ['Plan', 'Plan', 'Plan, copy']) taken.push(copyName(from, copyOf, taken));
  expect(taken).toEqual(['Plan', 'Plan, copy', 'Plan, copy 2', 'Plan, copy 3']);
  expect(freeName((count) => `New ${count}`, ['New 1', 'New 3'])).toBe('New 2');
});

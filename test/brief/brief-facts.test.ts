import { expect, test } from 'vitest';
import { checksOnPaper, type JudgedCheck } from '../../components/brief/brief-facts.ts';
import { judge } from '../../lib/model/check-verdicts.ts';
import type { Check } from '../../lib/model/checks.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { entry } from '../simulation/runs.ts';

const posti = entry('posti-2019');
const workers = posti.scenario.actions.map((action) =>
  'workers' in action ? { ...action, workers: 10, durationDays: 1 } : action,
);
const records: CampaignScenario = { ...posti, scenario: { ...posti.scenario, actions: workers } };
const asking = (id: string, atMost: number): Check => ({ kind: 'workerDays', id, atMost });
const judged = (check: Check, of: CampaignScenario = records): JudgedCheck => ({
  check,
  verdict: judge(check, of.scenario, []),
  isSettled: true,
});

test('each check stands on paper with its verdict and its figure, those that are not kept first', () => {
  const waiting: Check = { kind: 'noHarm', id: 'waiting', atMost: 1 };
  const lines = checksOnPaper(
    [
      judged(asking('roomy', 1000)),
      { check: waiting, verdict: null, isSettled: false },
      judged(asking('unknown', 1000), posti),
      judged(asking('narrow', 20)),
      judged(asking('exact', 100)),
    ],
    records,
  );
  expect(lines.map(({ id, state }) => [id, state])).toEqual([
    ['narrow', 'broken'],
    ['unknown', 'unjudged'],
    ['waiting', 'counting'],
    ['roomy', 'kept'],
    ['exact', 'kept'],
  ]);
  const [narrow, , counting, roomy] = lines;
  expect(narrow!.said).toBe('Those in solidarity may be asked for no more than 20 days on strike.');
  // Ten actions of one day by ten workers: 100 days, 80 too many, or room for 900.
  expect(narrow!.found).toContain('100');
  expect(narrow!.found).toContain('80');
  expect(roomy!.found).toContain('900');
  expect(counting!.found).toBe('');
});

test('a verdict that no longer stands for the page is not printed', () => {
  const [line] = checksOnPaper([{ ...judged(asking('narrow', 20)), isSettled: false }], records);
  expect(line).toMatchObject({ state: 'counting', found: '' });
});

test('the action that harms most is called by its name', () => {
  const action = posti.scenario.actions[0]!;
  const check: Check = { kind: 'noHarm', id: 'harm', atMost: 1 };
  const verdict = {
    kind: 'judged',
    isKept: false,
    finding: { kind: 'noHarm', loss: 0.031, actionId: action.id },
  } as const;
  const [line] = checksOnPaper([{ check, verdict, isSettled: true }], posti);
  expect(line!.found).toContain(action.name);
  expect(line!.found).toContain('3.1');
});

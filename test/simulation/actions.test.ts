/**
 * Every kind of action, and the corners of each, against day-by-day values of an implementation that was written
 * independently from the description of model 1: the same equations as today's, other constants of the endings.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CasebookId } from '../../lib/casebook/casebook.ts';
import {
  Action,
  NOT_ASKED,
  NUMBERS_OF_KIND,
  type ActionKind,
  type ActionNumberKey,
} from '../../lib/model/action.ts';
import { FIRST_ACTION_SLOT, type ParameterKey } from '../../lib/model/parameters.ts';
import { Scenario, type CampaignScenario } from '../../lib/model/scenario.ts';
import { simulateCertain } from '../../lib/simulation/ensemble.ts';
import { CONSTANTS_OF_MODEL_1 } from '../../lib/model/constants-of-model-1.ts';
import { entry, held, withNumbers } from './runs.ts';

interface Case {
  name: string;
  base: CasebookId;
  numbers: Partial<Record<ParameterKey, number>>;
  actions: ({ kind: ActionKind; id: string } & Record<string, unknown>)[];
  horizonDays: number;
  fixedLengthDays: number | null;
  days: number[];
  expected: Record<string, number[]>;
}

function recordsOf({
  base,
  numbers,
  actions,
  horizonDays,
  fixedLengthDays,
}: Case): CampaignScenario {
  const { campaign, scenario } = withNumbers(entry(base), {
    ...CONSTANTS_OF_MODEL_1,
    ...numbers,
  });
  let nextDrawSlot = FIRST_ACTION_SLOT;
  const made = actions.map((action) => {
    const own: Partial<Record<ActionNumberKey, unknown>> = {};
    for (const key of NUMBERS_OF_KIND[action.kind])
      own[key] = held(action[key] as number, nextDrawSlot++);
    const isTaken = action.kind === 'sympathyStrike' || action.kind === 'handlingBan';
    return Action.parse({ name: '', note: '', ...(isTaken && NOT_ASKED), ...action, ...own });
  });
  return {
    campaign,
    scenario: Scenario.parse({
      ...scenario,
      horizonDays,
      fixedLengthDays,
      actions: made,
      nextDrawSlot,
    }),
  };
}

const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/reference/certain-actions.json', import.meta.url), 'utf8'),
) as { cases: Case[] };

test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
  const ours: Record<string, number[]> = simulateCertain(recordsOf(one));
  for (const [quantity, values] of Object.entries(one.expected)) {
    values.forEach((value, index) => {
      const day = one.days[index];
      expect(
        Math.abs(ours[quantity][day] - value),
        `${quantity}, day ${day}: ${ours[quantity][day]}, not ${value}`,
      ).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(value), 1e-6));
    });
  }
  expect(ours.open.length).toBe(Math.min(one.horizonDays, one.fixedLengthDays ?? one.horizonDays));
});

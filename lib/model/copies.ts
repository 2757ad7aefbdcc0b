/** Copies of what is in the library, under ids of their own: draw slots and seed stay, and with them everybody's luck. */
import type { Campaign } from './campaign.ts';
import { newId } from './identity.ts';
import { FIRST_ACTION_SLOT } from './parameters.ts';
import type { Scenario } from './scenario.ts';

/** `createdAt` orders a campaign's scenarios: copies are a millisecond apart, so that they keep their order. */
function instantAfter(now: string, count: number): string {
  return new Date(Date.parse(now) + count).toISOString();
}

/** The first of the names, counted from 1, that nothing else goes by. */
export function freeName(named: (count: number) => string, taken: Iterable<string>): string {
  const names = new Set(taken);
  let count = 1;
  while (names.has(named(count))) count++;
  return named(count);
}

/** What a copy is called beside others. A copy of the first copy is another copy of the first. */
export function copyName(
  name: string,
  copyOf: (name: string, count: number) => string,
  taken: Iterable<string>,
): string {
  const suffix = copyOf('', 1);
  const first = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  return freeName((count) => copyOf(first, count), taken);
}

export function copyScenario(scenario: Scenario, name: string, now: string): Scenario {
  return { ...scenario, id: newId(), name, createdAt: now, updatedAt: now };
}

/** A scenario of the same campaign and the same days with nothing on its time line. */
export function emptyScenario(beside: Scenario, name: string, now: string): Scenario {
  return {
    ...copyScenario(beside, name, now),
    note: '',
    actions: [],
    nextDrawSlot: FIRST_ACTION_SLOT,
    baselineId: null,
  };
}

/** A campaign with all its scenarios, which go on comparing themselves with one another. It is one's own from now on. */
export function copyCampaign(
  given: { campaign: Campaign; scenarios: readonly Scenario[] },
  name: string,
  now: string,
): { campaign: Campaign; scenarios: Scenario[] } {
  const campaign: Campaign = {
    ...given.campaign,
    id: newId(),
    name,
    createdAt: now,
    updatedAt: now,
  };
  const ids = new Map(given.scenarios.map(({ id }) => [id, newId()]));
  return {
    campaign,
    scenarios: given.scenarios.map((scenario, index) => ({
      ...scenario,
      id: ids.get(scenario.id)!,
      campaignId: campaign.id,
      baselineId: scenario.baselineId === null ? null : (ids.get(scenario.baselineId) ?? null),
      createdAt: instantAfter(now, index),
      updatedAt: now,
    })),
  };
}

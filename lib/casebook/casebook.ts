import { newId } from '../model/identity.ts';
import type { CampaignScenario } from '../model/scenario.ts';
import { recordsOf, type Entry } from './entry.ts';
import { genericEntry } from './generic.ts';
import { OAKLAND_2019 } from './oakland-2019.ts';
import { POSTI_2019 } from './posti-2019.ts';

/** Every entry, in the order in which they are shown. */
export const CASEBOOK_IDS = ['posti-2019', 'oakland-2019', 'generic'] as const;
export type CasebookId = (typeof CASEBOOK_IDS)[number];

export function isCasebookId(text: string): text is CasebookId {
  return (CASEBOOK_IDS as readonly string[]).includes(text);
}

function entryOf(id: CasebookId, today: string): Entry {
  switch (id) {
    case 'posti-2019':
      return POSTI_2019;
    case 'oakland-2019':
      return OAKLAND_2019;
    case 'generic':
      return genericEntry(today);
    default:
      return id satisfies never;
  }
}

/** The scenario that an entry comes with, in the copy that goes by the entry's own name. */
export function isFounding({ campaignId, id }: { campaignId: string; id: string }): boolean {
  return isCasebookId(campaignId) && id === `${campaignId}-founding`;
}

/** What an entry's campaign is called, without making the campaign: that takes a hundred numbers and their schemas. */
export function casebookName(id: CasebookId): string {
  return entryOf(id, '2000-01-01').name;
}

/**
 * A campaign of the casebook with its founding scenario, made at `now` (an instant with offset).
 * `ids: 'stable'`: campaign and scenario are named after the entry, the same on every call. `ids: 'fresh'`: random
 * ones, for a second copy beside the first. Actions keep their names (`air-14`) in both, and numbers their draw slots,
 * so every copy has the same luck.
 */
export function openCasebookEntry(
  id: CasebookId,
  now: string,
  ids: 'stable' | 'fresh' = 'stable',
): CampaignScenario {
  const entry = entryOf(id, now.slice(0, 10));
  return ids === 'stable'
    ? recordsOf(entry, now, id, `${id}-founding`)
    : recordsOf(entry, now, newId(), newId());
}

/** The notes on the casebook's actions: anybody can read them already, so they are no secret of whoever shares them. */
export function casebookNotes(): ReadonlySet<string> {
  return new Set(
    [POSTI_2019, OAKLAND_2019].flatMap(({ actions }) => actions.map(({ note }) => note)),
  );
}

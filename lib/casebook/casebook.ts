import { newId } from '../model/identity.ts';
import type { CampaignScenario } from '../model/scenario.ts';
import { CASES, isCaseId, type CaseId } from './case-list.ts';
import { recordsOf, type Entry } from './entry.ts';
import { genericEntry } from './generic.ts';
import { OAKLAND_2019 } from './oakland-2019.ts';
import { POSTI_2019 } from './posti-2019.ts';

/** The entries that are always at hand, in the order in which they are shown; case-list.ts has the others. */
export const CASEBOOK_IDS = ['posti-2019', 'oakland-2019', 'generic'] as const;
export type CasebookId = (typeof CASEBOOK_IDS)[number] | CaseId;

export function isCasebookId(text: string): text is CasebookId {
  return (CASEBOOK_IDS as readonly string[]).includes(text) || isCaseId(text);
}

/** The cases that were fetched. */
const fetched = new Map<CaseId, Entry>();

/** Fetches an entry that is not always at hand, so that it can be opened; for the others there is nothing to do. */
export async function fetchCasebookEntry(id: CasebookId): Promise<void> {
  if (!isCaseId(id) || fetched.has(id)) return;
  const { caseEntry } = await import('./cases/cases.ts');
  fetched.set(id, caseEntry(id));
}

function entryOf(id: CasebookId, today: string): Entry {
  switch (id) {
    case 'posti-2019':
      return POSTI_2019;
    case 'oakland-2019':
      return OAKLAND_2019;
    case 'generic':
      return genericEntry(today);
    default: {
      const entry = fetched.get(id);
      if (!entry) throw new Error(`${id} was not fetched`);
      return entry;
    }
  }
}

/** The scenario that an entry comes with, in the copy that goes by the entry's own name. */
export function isFounding({ campaignId, id }: { campaignId: string; id: string }): boolean {
  return isCasebookId(campaignId) && id === `${campaignId}-founding`;
}

/** What an entry's campaign is called, without making the campaign: that takes a hundred numbers and their schemas. */
export function casebookName(id: CasebookId): string {
  return CASES.find((each) => each.id === id)?.name ?? entryOf(id, '2000-01-01').name;
}

/**
 * A campaign of the casebook, fetched if it is a case, with its founding scenario, made at `now` (an instant with offset).
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
    [POSTI_2019, OAKLAND_2019, ...fetched.values()].flatMap(({ actions }) =>
      actions.map(({ note }) => note),
    ),
  );
}

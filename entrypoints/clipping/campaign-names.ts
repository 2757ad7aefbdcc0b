import { CASEBOOK_IDS, openCasebookEntry } from '../../lib/casebook/casebook.ts';
import type { Store } from '../../lib/store/database.ts';

export interface CampaignName {
  id: string;
  name: string;
}

/** One's own campaigns, last changed first, then the casebook's; the generic one is nobody's. */
export async function campaignNames(store: Store | null): Promise<CampaignName[]> {
  const own = store ? await store.listCampaigns() : [];
  const casebook = CASEBOOK_IDS.filter((id) => id !== 'generic').map(
    (id) => openCasebookEntry(id, new Date().toISOString()).campaign,
  );
  const names = new Map<string, CampaignName>();
  for (const { id, name } of [...own, ...casebook]) if (!names.has(id)) names.set(id, { id, name });
  return [...names.values()];
}

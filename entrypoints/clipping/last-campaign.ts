import { Id } from '../../lib/model/identity.ts';
import type { Store } from '../../lib/store/database.ts';

const KEY = 'lastCampaign';

/** For which campaigns the last page was clipped. */
export async function readLastCampaign(store: Store): Promise<string[]> {
  const last = Id.safeParse(await store.readSetting(KEY));
  return last.success ? [last.data] : [];
}

/** What was chosen last is offered next time; none is a choice, too. */
export async function noteLastCampaign(store: Store, ids: readonly string[]): Promise<void> {
  await store.writeSetting(KEY, ids.at(-1) ?? null);
}

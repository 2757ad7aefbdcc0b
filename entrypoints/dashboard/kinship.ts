import type { CloseClips } from '../../lib/model/clip-entry.ts';
import { claimOfPassage, namedClaimIds, type Kinship } from '../../lib/model/evidence-groups.ts';
import type { Store } from '../../lib/store/database.ts';
import { copiesOf } from './event-state.svelte.ts';
import type { Tie } from './tie.ts';

/** Longer than an index takes to catch up, short of a user's patience. */
const PATIENCE_MS = 8000;

interface Asked {
  store: Store | null;
  closeTo: (clipId: string) => Promise<CloseClips[]>;
}

/**
 * What makes a quote no second witness: copies of its clip, and the claim that it states. isComplete is false where
 * copies could not be looked for; the quote then counts as what its own clip says.
 */
export async function kinshipOf(
  asked: Asked,
  tie: Tie,
): Promise<{ kinship: Kinship; isComplete: boolean }> {
  const clipId = tie.clip.id;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
  const looked = await Promise.race([copiesOf(clipId, (id) => asked.closeTo(id)), tooLate])
    .then((copyIds) => ({ copyIds, isComplete: true }))
    .catch(() => ({ copyIds: [] as string[], isComplete: false }))
    .finally(() => clearTimeout(timer));
  const { copyIds, isComplete } = looked;
  const events = (await asked.store?.eventsOfClips([clipId, ...copyIds]).catch(() => [])) ?? [];
  const named = tie.claim && tie.claim.claimedBy.trim() !== '' ? tie.claim.id : null;
  const claimId = named ?? claimOfPassage(events, clipId, tie.quote.id);
  const claimIds = [...new Set([...namedClaimIds(events), ...(claimId === null ? [] : [claimId])])];
  return { kinship: { copyIds, claimId, claimIds }, isComplete };
}

import { endingOf, isFoundingId } from '../../../lib/casebook/case-list.ts';
import { messages } from '../../../lib/messages/messages.ts';
import { studioMessages } from '../../../lib/messages/studio-messages.ts';
import type { Campaign } from '../../../lib/model/campaign.ts';

const words = studioMessages.casebookPage.realEnding;

export interface EndingMark {
  /** One of the campaign's own days; may lie beyond what is shown or run. */
  day: number;
  label: string;
  /** What it means, where it is the real ending of a campaign of the casebook. */
  note: string | null;
  /** Where its facts and sources stand. */
  address: string | null;
}

/** What a picture marks of how a campaign really ended; null where nothing is known of it. */
export function endingMark({
  casebookId,
  settledDay,
}: Pick<Campaign, 'casebookId' | 'settledDay'>): EndingMark | null {
  const known = casebookId === null ? null : endingOf(casebookId);
  const isSame = known && settledDay === (known.ending === 'open' ? null : known.day);
  if (known && isSame && casebookId !== null) {
    const note = isFoundingId(casebookId)
      ? words.noteFounding
      : known.ending === 'open'
        ? words.noteOpen
        : words.note;
    const label = words.mark[known.ending](known.day);
    return { day: known.day, label, note, address: `#/casebook/${casebookId}` };
  }
  if (settledDay === null) return null;
  return {
    day: settledDay,
    label: messages.timeline.settled(settledDay),
    note: null,
    address: null,
  };
}

/** Which numbers of the studio rest on what an event claims. */
import { sizeWords } from '../../components/events/event-sizes.ts';
import type { RestingNumber } from '../../components/events/resting-number.ts';
import { formatSpan } from '../../components/campaign/number-text.ts';
import type { ObservedEvent, SizeClaim } from '../../lib/model/event.ts';
import type { Reading } from '../../lib/model/evidence.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { messages } from '../../lib/messages/messages.ts';
import { placedNumbers, type PlacedNumber } from './number-places.ts';

/** A number that rests on an event, and where the studio shows it. */
export interface NumberOfEvent extends RestingNumber {
  records: CampaignScenario;
  place: PlacedNumber['place'];
}

/** A reading rests on a claim if it quotes the claim's passage, or counts as that claim. */
function restsOn({ groupId, clipId, quote }: Reading, claim: SizeClaim): boolean {
  return (
    groupId === claim.id ||
    claim.sources.some((source) => source.clipId === clipId && source.quoteId === quote.id)
  );
}

/** One line for each number and claim that it rests on, however many of the claim's quotes were tied. */
export function numbersOfEvent(
  { claims }: ObservedEvent,
  kept: readonly CampaignScenario[],
): NumberOfEvent[] {
  return kept.flatMap((records) =>
    placedNumbers(records).flatMap(({ key, place, label, group, number, unit, currency }) =>
      claims.flatMap((claim) => {
        const readings = number.readings.filter((reading) => restsOn(reading, claim));
        const [first] = readings;
        if (!first) return [];
        const low = Math.min(...readings.map((reading) => reading.low));
        const high = Math.max(...readings.map((reading) => reading.high));
        return {
          key: `${records.scenario.id} ${key} ${claim.id}`,
          label: messages.evidence.usedFor(label, group, records.campaign.name),
          claim: `${sizeWords(claim)} ${claim.counts}`,
          reading: formatSpan(low, high, { unit, currency }),
          records,
          place,
        };
      }),
    ),
  );
}

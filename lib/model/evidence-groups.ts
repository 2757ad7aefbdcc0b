/**
 * Which readings of a number count once. Copies of one wire report are one witness, however many papers print it; and
 * one claimant's figure is one claim, whoever quotes it. Different claims stay different witnesses, even where one
 * report or one event has them both: "police say 2,000, the union 5,000".
 */
import type { Reading } from './evidence.ts';
import type { ObservedEvent } from './event.ts';

/** What is known of a reading that is about to be tied. */
export interface Kinship {
  /** Clips whose text is nearly that of the reading's clip, itself not among them. */
  copyIds: readonly string[];
  /** The claim it quotes; null where it quotes none, or one that names nobody. */
  claimId: string | null;
  /** Every claim that names somebody, of events that the clip or its copies report. */
  claimIds: readonly string[];
}

export const NO_KIN: Kinship = { copyIds: [], claimId: null, claimIds: [] };

/** Claims of these events that name their claimant: a figure that nobody in particular gives is the reporter's own. */
export function namedClaimIds(events: readonly ObservedEvent[]): string[] {
  return events.flatMap(({ claims }) =>
    claims.filter(({ claimedBy }) => claimedBy.trim() !== '').map(({ id }) => id),
  );
}

/** The claim, with somebody named who makes it, that rests on this passage; null where none does. */
export function claimOfPassage(
  events: readonly ObservedEvent[],
  clipId: string,
  quoteId: string,
): string | null {
  const claims = events.flatMap((event) => event.claims);
  const claim = claims.find(
    ({ claimedBy, sources }) =>
      claimedBy.trim() !== '' &&
      sources.some((source) => source.clipId === clipId && source.quoteId === quoteId),
  );
  return claim?.id ?? null;
}

/** What a reading counts as: readings with the same key are one witness. */
export function witnessKey({ groupId, clipId, id }: Reading): string {
  return groupId ?? clipId ?? id;
}

/** How many witnesses these readings are. */
export function witnessCount(readings: readonly Reading[]): number {
  return new Set(readings.map(witnessKey)).size;
}

/** The readings with one more, grouped with those it is no second witness to. */
export function withReading(
  readings: readonly Reading[],
  reading: Reading,
  { copyIds, claimId, claimIds }: Kinship,
): Reading[] {
  const isSameReport = ({ clipId }: Reading) =>
    clipId !== null && (clipId === reading.clipId || copyIds.includes(clipId));
  const claimOf = ({ groupId }: Reading) =>
    groupId !== null && claimIds.includes(groupId) ? groupId : null;
  const kin = readings.filter((other) => {
    const claim = claimOf(other);
    if (claim !== null && claimId !== null) return claim === claimId;
    return (claimId !== null && other.groupId === claimId) || isSameReport(other);
  });
  // A claim's own id first: whoever quotes it later finds it. Then a group that is there already.
  const key =
    claimId ??
    kin.map(claimOf).find((claim) => claim !== null) ??
    kin.map(({ groupId }) => groupId).find((group) => group !== null) ??
    (kin[0] ? witnessKey(kin[0]) : null);
  if (key === null) return [...readings, reading];
  const joined = new Set(kin.map(witnessKey));
  return [
    // All that counted with a kinsman does so still.
    ...readings.map((other) =>
      joined.has(witnessKey(other)) ? { ...other, groupId: key } : other,
    ),
    { ...reading, groupId: key },
  ];
}

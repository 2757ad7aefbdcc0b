import type { ReportedKind } from './action-kinds.ts';
import type { ClipHead } from './clip.ts';
import {
  EVENT_LIMITS,
  EVENT_RECORD_VERSION,
  ObservedEvent,
  type EventDate,
  type SizeClaim,
} from './event.ts';

/** The most frequent of them; of equally frequent ones that which comes first. */
function mostNamed<T>(named: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const each of named) counts.set(each, (counts.get(each) ?? 0) + 1);
  let most: T | null = null;
  for (const [each, count] of counts) {
    if (most === null || count > counts.get(most)!) most = each;
  }
  return most;
}

/** Each once; a label that differs in case only is the same one. */
function each(labels: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const label of labels) {
    const folded = label.toLocaleLowerCase();
    if (!seen.has(folded)) seen.set(folded, label);
  }
  return [...seen.values()].slice(0, EVENT_LIMITS.labels);
}

/** The day a clip was published on as the article's own calendar had it, or when it was clipped. */
const orderOf = (clip: ClipHead) => clip.publishedAt ?? clip.clippedAt;

/**
 * An event as far as its clips' coding tells: the title of the earliest, the kind that most of them report, their
 * sectors and places. It begins when the earliest was published, as precisely as that is known: news is of its day,
 * and whoever looks the event over corrects it. Claims are those given; none is read out of a text.
 * @param clips at least one
 */
export function eventFromClips(
  clips: readonly ClipHead[],
  made: { id: string; now: string; claims?: readonly SizeClaim[] },
): ObservedEvent {
  // As text: a date of less precision stands before those that may be of its time.
  const ordered = clips.toSorted((a, b) =>
    orderOf(a) < orderOf(b) ? -1 : Number(orderOf(a) > orderOf(b)),
  );
  const earliest = ordered[0];
  if (!earliest) throw new Error('an event needs a clip that reports it');
  const dated = ordered.find(({ publishedAt }) => publishedAt !== null);
  const title = ordered.map((clip) => clip.title.trim()).find((words) => words !== '');
  return ObservedEvent.parse({
    recordVersion: EVENT_RECORD_VERSION,
    id: made.id,
    title: (title ?? earliest.siteName.trim()).slice(0, EVENT_LIMITS.title) || earliest.id,
    kind: mostNamed<ReportedKind>(ordered.flatMap(({ reports }) => reports)),
    actors: [],
    target: '',
    sectors: each(ordered.flatMap(({ sectors }) => sectors)),
    places: each(ordered.flatMap(({ places }) => places)),
    begin: (dated?.publishedAt?.slice(0, 10) ?? null) satisfies EventDate | null,
    end: null,
    claims: [...(made.claims ?? [])],
    demands: '',
    outcome: '',
    note: '',
    clipIds: [...new Set(ordered.map(({ id }) => id))],
    campaignId: mostNamed(ordered.flatMap(({ campaignIds }) => campaignIds)),
    createdAt: made.now,
    updatedAt: made.now,
    deletedAt: null,
  });
}

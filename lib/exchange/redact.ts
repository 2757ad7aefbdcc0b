import type { Clip } from '../model/clip.ts';
import { withClipIds, type ObservedEvent } from '../model/event.ts';
import type { ExportChoice } from './format.ts';

/**
 * By allow-list: a field that is added to clips stays home until it is named here, and the round trip's test notices. What
 * kinds of action a clip reports goes along: it is about the article, not about its reader.
 */
const CLIP_GOES_ALONG: ReadonlySet<string> = new Set([
  'recordVersion',
  'id',
  'title',
  'siteName',
  'authors',
  'publishedAt',
  'language',
  'canonicalAddress',
  'excerpt',
  'sources',
  'address',
  'trackersCut',
  'addressKeys',
  'text',
  'quotes',
  'tags',
  'note',
  'reports',
  'sectors',
  'places',
  'archiveAddress',
  'modifiedAt',
  'isAccessibleForFree',
  'section',
  'direction',
  'clippedAt',
  'updatedAt',
  'deletedAt',
]);

/** An instant to its civil date, at midnight UTC: neither the hour nor the time zone is anybody's business. */
const toTheDay = (instant: string) => `${instant.slice(0, 10)}T00:00:00Z`;

const timeOf = ({ includeTimes }: ExportChoice) =>
  includeTimes ? (instant: string) => instant : toTheDay;

/** A clip as it may leave the machine. Authors stay: they are bylines, and published. */
export function redactClip(clip: Clip, choice: ExportChoice): Clip {
  const fields = Object.entries(clip).filter(([field]) => CLIP_GOES_ALONG.has(field));
  const time = timeOf(choice);
  return {
    ...(Object.fromEntries(fields) as Clip),
    tags: choice.includeTags ? clip.tags : [],
    note: choice.includeNotes ? clip.note : '',
    // Ids that nobody else's library knows, and they show what was gathered for one plan.
    campaignIds: choice.includeCampaigns ? clip.campaignIds : [],
    clippedAt: time(clip.clippedAt),
    updatedAt: time(clip.updatedAt),
    deletedAt: clip.deletedAt && time(clip.deletedAt),
  };
}

const EVENT_GOES_ALONG: ReadonlySet<string> = new Set([
  'recordVersion',
  'id',
  'title',
  'kind',
  'actors',
  'target',
  'sectors',
  'places',
  'begin',
  'end',
  'claims',
  'demands',
  'outcome',
  'note',
  'clipIds',
  'campaignId',
  'createdAt',
  'updatedAt',
  'deletedAt',
]);

/**
 * An event as it may leave the machine, or null where none of its clips does. What it knows from clips that stay is
 * no longer tied to them: an id without its clip tells nobody anything, but that there is one.
 */
export function redactEvent(
  event: ObservedEvent,
  goingClipIds: ReadonlySet<string>,
  choice: ExportChoice,
): ObservedEvent | null {
  const going = withClipIds(event, (id) => (goingClipIds.has(id) ? id : null));
  if (going.clipIds.length === 0) return null;
  const fields = Object.entries(going).filter(([field]) => EVENT_GOES_ALONG.has(field));
  const time = timeOf(choice);
  return {
    ...(Object.fromEntries(fields) as ObservedEvent),
    actors: choice.includeNames ? event.actors : [],
    target: choice.includeNames ? event.target : '',
    claims: going.claims.map((claim) => ({
      ...claim,
      claimedBy: choice.includeNames ? claim.claimedBy : '',
    })),
    note: choice.includeNotes ? event.note : '',
    campaignId: choice.includeCampaigns ? event.campaignId : null,
    createdAt: time(event.createdAt),
    updatedAt: time(event.updatedAt),
    deletedAt: event.deletedAt && time(event.deletedAt),
  };
}

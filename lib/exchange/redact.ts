import type { Clip } from '../model/clip.ts';
import type { ExportChoice } from './format.ts';

/**
 * By allow-list: a field that is added to clips stays home until it is named here, and the round trip's test notices. What
 * kinds of action a clip reports goes along: it is about the article, not about its reader.
 */
const GOES_ALONG: ReadonlySet<string> = new Set([
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

/** A clip as it may leave the machine. */
export function redactClip(clip: Clip, choice: ExportChoice): Clip {
  const fields = Object.entries(clip).filter(([field]) => GOES_ALONG.has(field));
  const time = choice.includeTimes ? (instant: string) => instant : toTheDay;
  return {
    ...(Object.fromEntries(fields) as Clip),
    tags: choice.includeTags ? clip.tags : [],
    note: choice.includeNotes ? clip.note : '',
    // Ids that nobody else's library knows, and they show what was gathered for one plan.
    campaignIds: choice.includeTags ? clip.campaignIds : [],
    clippedAt: time(clip.clippedAt),
    updatedAt: time(clip.updatedAt),
    deletedAt: clip.deletedAt && time(clip.deletedAt),
  };
}

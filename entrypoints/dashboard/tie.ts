import type { Clip } from '../../lib/model/clip.ts';
import type { SizeClaim } from '../../lib/model/event.ts';
import type { Citation, Quote } from '../../lib/model/evidence.ts';

/** A passage of a clip on its way to a number. */
export interface Tie {
  clip: Clip;
  quote: Quote;
  /** The claim of an event that it was tied from, whose size is taken over where it fits. */
  claim?: SizeClaim;
}

/** What a number keeps of the clip: enough to check it, and no more. */
export function citationOf(clip: Clip): Citation {
  return {
    title: clip.title,
    siteName: clip.siteName,
    authors: clip.authors,
    publishedAt: clip.publishedAt,
    address: clip.canonicalAddress ?? clip.address,
  };
}

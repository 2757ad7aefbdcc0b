import type { ClipContent } from '../../components/clips/clip-draft.ts';
import { addressKeys } from '../../lib/extract/address.ts';
import { Clip, CLIP_RECORD_VERSION } from '../../lib/model/clip.ts';

/** What changes of a saved clip when its form is saved. */
export function clipEdit(content: ClipContent): ClipContent & Pick<Clip, 'addressKeys'> {
  return { ...content, addressKeys: addressKeys([content.address, content.canonicalAddress]) };
}

/** A new clip of what a form says. Throws where that is none: a form's content has been read before. */
export function makeClip(content: ClipContent, id: string): Clip {
  const now = new Date().toISOString();
  return Clip.parse({
    ...clipEdit(content),
    recordVersion: CLIP_RECORD_VERSION,
    id,
    clippedAt: now,
    updatedAt: now,
    deletedAt: null,
  });
}

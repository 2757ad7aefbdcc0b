import type { Clip } from '../model/clip.ts';
import type { ReadEntries } from './imported.ts';

/** What of the clips in a file is in the library already. */
export interface Present {
  ids: ReadonlySet<string>;
  /** Which clips stand under an address key: those of the library first, then those in its trash. */
  idsOfKey: ReadonlyMap<string, readonly string[]>;
}

export type Verdict =
  | { kind: 'new' }
  /** The very clip is here, in the trash perhaps; or another clip of the same page. Whether they differ is for its reader. */
  | { kind: 'sameClip' | 'samePage'; mineId: string }
  /** It stands in the file before. */
  | { kind: 'twice' };
export interface Reviewed {
  clip: Clip;
  verdict: Verdict;
}

/**
 * Where each clip stands to what is here, before anything is written. A library of ours may hold two clips of one page,
 * for its owner wanted both; of bookmarks, the second is one too many.
 */
export function reviewImport(
  { kind, clips }: Pick<ReadEntries, 'kind' | 'clips'>,
  present: Present,
): Reviewed[] {
  const ids = new Set<string>();
  const keys = new Set<string>();
  return clips.map((clip) => {
    const verdict = ((): Verdict => {
      if (ids.has(clip.id)) return { kind: 'twice' };
      if (present.ids.has(clip.id)) return { kind: 'sameClip', mineId: clip.id };
      if (kind !== 'library' && clip.addressKeys.some((key) => keys.has(key))) {
        return { kind: 'twice' };
      }
      const twins = clip.addressKeys.flatMap((key) => present.idsOfKey.get(key) ?? []);
      return twins[0] === undefined ? { kind: 'new' } : { kind: 'samePage', mineId: twins[0] };
    })();
    ids.add(clip.id);
    for (const key of clip.addressKeys) keys.add(key);
    return { clip, verdict };
  });
}

/** A clip's own matters, of which no other clip says anything. */
const OWN: ReadonlySet<string> = new Set([
  'recordVersion',
  'id',
  'addressKeys',
  'clippedAt',
  'updatedAt',
  'deletedAt',
]);

/** What a file says of a clip: nothing of what it leaves out, so that a silence takes nothing away. */
export function saidOf(
  { kind, head }: Pick<ReadEntries, 'kind' | 'head'>,
  clip: Clip,
): Partial<Clip> {
  const silent = new Set([
    ...OWN,
    ...(head?.holds.tags === false ? ['tags'] : []),
    ...(head?.holds.notes === false ? ['note'] : []),
    ...(head?.holds.campaignMarks === false ? ['campaignIds'] : []),
  ]);
  const isNothing = (value: unknown) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(clip).filter(
      // Other programs have no place for most of a clip: what is empty was not said.
      ([field, value]) => !silent.has(field) && (kind === 'library' || !isNothing(value)),
    ),
  );
}

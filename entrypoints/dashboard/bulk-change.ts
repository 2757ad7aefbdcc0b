import type { ReportedKind } from '../../lib/model/action-kinds.ts';
import { CLIP_LIMITS, type ClipHead } from '../../lib/model/clip.ts';
import type { ChangedClip, HeadEdit } from '../../lib/store/clips.ts';

/** What many clips can be told at once: to have a value in one of their lists, or not to have it. */
export const BULK_FIELDS = ['reports', 'campaignIds', 'sectors', 'places', 'tags'] as const;
export type BulkField = (typeof BULK_FIELDS)[number];
export interface BulkChange {
  field: BulkField;
  value: string;
  isAdded: boolean;
}

const MOST: Record<BulkField, number> = {
  reports: Infinity,
  campaignIds: CLIP_LIMITS.labels,
  sectors: CLIP_LIMITS.labels,
  places: CLIP_LIMITS.labels,
  tags: CLIP_LIMITS.tags,
};
const LONGEST: Partial<Record<BulkField, number>> = {
  sectors: CLIP_LIMITS.label,
  places: CLIP_LIMITS.label,
  tags: CLIP_LIMITS.tag,
};

const fold = (text: string) => text.toLocaleLowerCase();

/** The value as a clip would keep it; null where there is nothing to keep. */
export function readBulkValue(field: BulkField, typed: string): string | null {
  const value = typed.replace(/\s+/g, ' ').trim().slice(0, LONGEST[field]).trim();
  return value === '' ? null : value;
}

function edit(field: BulkField, values: readonly string[]): HeadEdit {
  // Kinds come from a list of them; the store holds every clip against its schema anyway.
  return field === 'reports' ? { reports: values as ReportedKind[] } : { [field]: values };
}

/** What changes of one clip; nothing where it is so already, or where the clip can hold no more. */
export function bulkEdit(clip: ClipHead, { field, value, isAdded }: BulkChange): HeadEdit {
  const values: readonly string[] = clip[field];
  const rest = values.filter((each) => fold(each) !== fold(value));
  if (isAdded) {
    if (rest.length < values.length || values.length >= MOST[field]) return {};
    return edit(field, [...values, value]);
  }
  return rest.length < values.length ? edit(field, rest) : {};
}

/**
 * Takes a change back. A clip that is as the change left it is again as it was, to the letter; of one that was changed
 * since, only this value goes or comes back, and what was done since stays.
 */
export function takeBack(
  change: BulkChange,
  changed: readonly ChangedClip[],
): (clip: ClipHead) => HeadEdit {
  const byId = new Map(changed.map((each) => [each.id, each]));
  const { field } = change;
  return (clip) => {
    const was = byId.get(clip.id);
    if (!was) return {};
    if (JSON.stringify(clip[field]) === JSON.stringify(was.after[field])) return was.before;
    return bulkEdit(clip, { ...change, isAdded: !change.isAdded });
  };
}

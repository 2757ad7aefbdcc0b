import type { ReportedKind } from '../../lib/model/action-kinds.ts';

/** Kinds that share a colour. Colour never stands alone: a word stands beside it. */
export const KIND_FAMILIES = ['sympathy', 'handling', 'substitution', 'other'] as const;
export type KindFamily = (typeof KIND_FAMILIES)[number];

/** @param kind "" where nothing is said */
export function familyOf(kind: ReportedKind | ''): KindFamily {
  switch (kind) {
    case 'sympathyStrike':
      return 'sympathy';
    case 'handlingBan':
    case 'boycott':
      return 'handling';
    case 'serviceSubstitutionByMovement':
    case 'serviceSubstitutionByTarget':
      return 'substitution';
    default:
      return 'other';
  }
}

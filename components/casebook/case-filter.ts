/** Which campaigns are shown, and in which order. */
import {
  CASE_ENDINGS,
  EMPLOYERS,
  kindsOf,
  SOLIDARITY_KINDS,
  type CaseEnding,
  type CaseRow,
  type EmployerKind,
  type SolidarityKind,
} from './case-row.ts';

export const SORTS = ['oldest', 'newest', 'shortest', 'longest'] as const;
export type Sort = (typeof SORTS)[number];

export interface CaseFilter {
  ending: CaseEnding | 'any';
  /** none: no solidarity on record. */
  kind: SolidarityKind | 'none' | 'any';
  employer: EmployerKind | 'any';
}
export const NO_FILTER: CaseFilter = { ending: 'any', kind: 'any', employer: 'any' };

export function isFiltered({ ending, kind, employer }: CaseFilter): boolean {
  return ending !== 'any' || kind !== 'any' || employer !== 'any';
}

export function passes(row: CaseRow, { ending, kind, employer }: CaseFilter): boolean {
  if (ending !== 'any' && row.ending !== ending) return false;
  if (employer !== 'any' && row.employer !== employer) return false;
  if (kind === 'any') return true;
  const kinds = kindsOf(row);
  return kind === 'none' ? kinds.length === 0 : kinds.includes(kind);
}

/** Ties go by the year, so that an order is the same every time. */
export function sorted(rows: readonly CaseRow[], sort: Sort): CaseRow[] {
  const byYear = (a: CaseRow, b: CaseRow) => a.firstDate.localeCompare(b.firstDate);
  const byLength = (a: CaseRow, b: CaseRow) => a.endDay - b.endDay;
  switch (sort) {
    case 'oldest':
      return rows.toSorted(byYear);
    case 'newest':
      return rows.toSorted((a, b) => byYear(b, a));
    case 'shortest':
      return rows.toSorted((a, b) => byLength(a, b) || byYear(a, b));
    case 'longest':
      return rows.toSorted((a, b) => byLength(b, a) || byYear(a, b));
    default:
      return sort satisfies never;
  }
}

/** What can be chosen: only what some campaign has. */
export function choicesOf(rows: readonly CaseRow[]): {
  endings: CaseEnding[];
  kinds: SolidarityKind[];
  hasNone: boolean;
  employers: EmployerKind[];
} {
  return {
    endings: CASE_ENDINGS.filter((ending) => rows.some((row) => row.ending === ending)),
    kinds: SOLIDARITY_KINDS.filter((kind) => rows.some((row) => kindsOf(row).includes(kind))),
    hasNone: rows.some((row) => kindsOf(row).length === 0),
    employers: EMPLOYERS.filter((employer) => rows.some((row) => row.employer === employer)),
  };
}

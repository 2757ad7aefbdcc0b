/** A campaign of the casebook as its page shows it: facts with where they were read, actions, ending; no model in it. */

/** Done for the strikers. */
export const SOLIDARITY_KINDS = [
  'sympathyStrike',
  'handlingBan',
  'boycott',
  'serviceByMovement',
  'donation',
  'endorsement',
] as const;
/** Done against them. */
export const COUNTER_KINDS = ['serviceByTarget', 'replacementSurge', 'injunction'] as const;
export type SolidarityKind = (typeof SOLIDARITY_KINDS)[number];
export type CounterKind = (typeof COUNTER_KINDS)[number];
export type CaseActionKind = SolidarityKind | CounterKind;

export const CASE_ENDINGS = ['concession', 'compromise', 'collapse', 'open'] as const;
export type CaseEnding = (typeof CASE_ENDINGS)[number];

export const ERAS = ['before1936', 'before1990', 'since1990'] as const;
export type Era = (typeof ERAS)[number];

export const EMPLOYERS = [
  'perUser',
  'publicBudget',
  'perishable',
  'stocks',
  'multiPlant',
  'singlePlant',
  'sectoral',
] as const;
export type EmployerKind = (typeof EMPLOYERS)[number];

/** Said by a source; generally known and checked by nobody; naming its sources in its own words; naming none. */
export type FactProvenance =
  | { kind: 'source'; source: string; isPartlyUnverified: boolean }
  | { kind: 'unverified' }
  | { kind: 'inText' }
  | { kind: 'unnamed' };

export interface CaseFact {
  text: string;
  provenance: FactProvenance;
}

/** A fact that a number starts from. */
export interface CodedFact extends CaseFact {
  label: string;
}

/** Days are calendar days since the first day of the strike. */
export interface CaseAction {
  id: string;
  kind: CaseActionKind;
  name: string;
  startDay: number;
  /** Its last day; null: to the end, or the record has no end. */
  lastDay: number | null;
  /** Announced for a day that the strike did not see. */
  isThreat: boolean;
  what: CaseFact;
}

export interface CaseRow {
  id: string;
  name: string;
  place: string;
  /** YYYY-MM-DD, as all dates here. */
  firstDate: string;
  lastDate: string;
  employer: EmployerKind;
  ending: CaseEnding;
  /** Calendar day of the ending; where it is open, the last of which anything is known. */
  endDay: number;
  /** Did rules make its numbers, or were they stated one by one with the ending known? */
  isByRule: boolean;
  countsSchoolDays: boolean;
  /** How it was coded, in words; empty where no rule coded it. */
  codedAs: readonly string[];
  actions: readonly CaseAction[];
  /** The story of a campaign whose numbers no rule made; empty where facts tell it. */
  inShort: string;
  /** Before the first solidarity action. */
  known: readonly CaseFact[];
  coded: readonly CodedFact[];
  told: readonly CaseFact[];
  /** What is told of what solidarity did, word for word. */
  said: readonly CaseFact[];
  ended: CaseFact;
}

/** Numbers of the model, as texts. */
export interface NumberGroup {
  title: string;
  numbers: { key: string; label: string; range: string; basis: string }[];
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** By the rules for households' buffers: before unemployment insurance, before 1990, since. */
export function eraOf({ firstDate }: Pick<CaseRow, 'firstDate'>): Era {
  const year = yearOf(firstDate);
  if (year < 1936) return 'before1936';
  return year < 1990 ? 'before1990' : 'since1990';
}

export function isSolidarityKind(kind: CaseActionKind): kind is SolidarityKind {
  return (SOLIDARITY_KINDS as readonly string[]).includes(kind);
}

/** The kinds of solidarity that the strike saw, in the order of the legend. */
export function kindsOf({ actions }: Pick<CaseRow, 'actions'>): SolidarityKind[] {
  return SOLIDARITY_KINDS.filter((kind) => actions.some((each) => each.kind === kind));
}

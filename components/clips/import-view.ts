import type { Choices, Difference } from './compare-clips.ts';

/** One line of the review. */
export interface ImportRow {
  key: string;
  title: string;
  /** Where it is from, or why it is left out. */
  detail: string;
}
export interface ImportGroup {
  title: string;
  rows: ImportRow[];
  /** How many more there are than are listed. */
  more: number;
  isOpen: boolean;
}
/** What a file turned out to be, in words. */
export type ImportView =
  | { kind: 'nothing' }
  | { kind: 'reading' }
  | { kind: 'refused'; title: string; advice: string }
  | {
      kind: 'review';
      what: string;
      counts: string;
      /** Of the events in the file; "" where it has none. */
      events: string;
      groups: ImportGroup[];
      /** Clips that are here with other words. */
      conflictCount: number;
      /** What accepting would do. */
      outcome: { made: number; changed: number; events: number };
      isImporting: boolean;
    };

/** What becomes of a clip that says something else than one that is here. */
export type DecisionKind = 'mine' | 'theirs' | 'fields' | 'both';
export interface ConflictTally {
  /** How many of mine will change, how many of theirs come in beside mine, how many nobody has decided. */
  changing: number;
  both: number;
  undecided: number;
}
/** The clip that is looked at, in words. */
export interface ConflictView {
  position: number;
  total: number;
  title: string;
  detail: string;
  decision: DecisionKind | null;
  /** null while it is fetched. */
  differences: readonly Difference[] | null;
  choices: Choices;
  suggested: Choices;
  hasFailed: boolean;
  undecided: number;
}

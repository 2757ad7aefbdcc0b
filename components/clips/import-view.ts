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
      groups: ImportGroup[];
      /** Clips of pages that are here already, which may come in all the same. */
      samePageCount: number;
      withSamePage: boolean;
      chosenCount: number;
      isImporting: boolean;
    };

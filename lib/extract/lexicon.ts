import type { ReportedKind } from '../model/action-kinds.ts';

/** Phrases of a kind by what they are worth; how phrases are written stands in phrases.ts. */
export interface KindPhrases {
  /** Says it by itself. */
  strong?: string;
  /** Needs company. */
  fair?: string;
  /** Says it where the article speaks of a strike. */
  inStrike?: string;
  /** Says it where the article speaks of work or unions. */
  inLabour?: string;
}

/** What the matcher knows of a language. */
export interface Lexicon {
  /** Words that nearly every text of the language has, for a text that does not say which it is. */
  everyday: string;
  /** Lists of words that phrases name with $. */
  macros: Record<string, string>;
  strikeWords: string;
  labourWords: string;
  /** Take back what follows them. */
  negating: string;
  /** Take back what stands beside them, before or after. */
  undoing: string;
  /** Two of them early on, or one and a year long gone: it tells of long ago. */
  past: string;
  /** "… years ago": tells of long ago by itself. */
  longAgo: string;
  /** Words of sport, war and machines, where other things strike. */
  elsewhere: string;
  /** What is boycotted without any consumer: elections, games, ceremonies. */
  events: string;
  /** Consumers and what they buy: with them an event may stand beside a boycott. */
  buying: string;
  /** What comes after them is supported: "in support of", "striking". */
  supported: string;
  /** Look like an action and are none. */
  lookalikes: string;
  kinds: Record<ReportedKind, KindPhrases>;
  /** What is worth counting. */
  counted: string;
  /** Who says so. */
  sayers: string;
}

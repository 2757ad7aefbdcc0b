import { z } from './zod.ts';

/**
 * The kinds of action that an article may report; a clip keeps those that its user chose. They are finer than what
 * stands on a time line, where an action also has numbers, and hold what only ends or answers a campaign, too.
 */
export const ReportedKind = z.enum([
  'sympathyStrike',
  'handlingBan',
  'serviceSubstitutionByMovement',
  'serviceSubstitutionByTarget',
  'boycott',
  'strikeFund',
  'endorsement',
  'strike',
  'lockout',
  'settlement',
  'injunction',
]);
export type ReportedKind = z.infer<typeof ReportedKind>;

export const REPORTED_KINDS: readonly ReportedKind[] = ReportedKind.options;

/**
 * The number of the method among the 198 of Gene Sharp, The Politics of Nonviolent Action, part two (1973); null
 * where he has none. The nearest of his: a strike is one of an establishment (105), a handling ban a suppliers' and
 * handlers' boycott (80), an endorsement a declaration by organizations and institutions (3), a boycott one of
 * consumers (71). What a target does instead of the struck service, a settlement and an injunction are no methods.
 */
export const SHARP_NUMBER: Record<ReportedKind, number | null> = {
  sympathyStrike: 107,
  handlingBan: 80,
  serviceSubstitutionByMovement: 179,
  serviceSubstitutionByTarget: null,
  boycott: 71,
  strikeFund: null,
  endorsement: 3,
  strike: 105,
  lockout: 83,
  settlement: null,
  injunction: null,
};

/** Words of the article that speak for a suggestion, with what stands around them in their sentence. */
export interface ReportedWords {
  field: 'title' | 'text';
  /** Exactly what stands in the field from start to end. */
  quote: string;
  start: number;
  end: number;
  before: string;
  after: string;
}

export interface SuggestedKind {
  kind: ReportedKind;
  /** 0 to 1: how strongly the words speak for it. No probability. */
  score: number;
  because: ReportedWords[];
}

/** A number with what it counts, as the words have it: "over 2,000 workers", "1.5 million euros". */
export interface ReportedNumber extends ReportedWords {
  value: number;
  /** The upper end where the words give a range. */
  high?: number;
  /** What is counted, in the words of the article: "workers". */
  counts: string;
  /** Who says so where the sentence tells, else "". */
  saidBy: string;
}

/** When what is reported begins, ends, or simply happens. */
export type ReportedDateRole = 'begin' | 'end' | 'on';

export interface ReportedDate extends ReportedWords {
  /** An ISO civil date; a month alone, YYYY-MM, where the words name no day. */
  date: string;
  role: ReportedDateRole;
}

/** What an article seems to report. Nothing of it is kept unless its user says so. */
export interface ReportSuggestion {
  /** The strongest first, at most three; none where the words do not carry one. */
  kinds: SuggestedKind[];
  /** Of those who act: a code of an input–output table, as in Finland's: AIR, POST, EDU. */
  sector: { code: string; because: ReportedWords } | null;
  /** At most three. */
  numbers: ReportedNumber[];
  /** Where it happens, at most three, by the name that the article's language has for it. */
  places: (ReportedWords & { place: string })[];
  /** When it happens, at most three; no date whose year would be a guess. */
  dates: ReportedDate[];
}

export const NO_SUGGESTION: ReportSuggestion = {
  kinds: [],
  sector: null,
  numbers: [],
  places: [],
  dates: [],
};

/**
 * What can be asked of a scenario beyond "how does it end", and the shape of the answers. Every study runs on the
 * same futures throughout; P(win) is the probability of concession by the horizon; an effect is the scenario's
 * P(win) less the baseline's. Arrays by day have `days` entries.
 */
import type { Action, ActionKind, ActionNumberKey } from './action.ts';
import type { EnsembleResult } from './ensemble.ts';
import type { ParameterKey } from './parameters.ts';
import type { PowerResource } from './power.ts';
import type { Range, Scale } from './range.ts';
import type { CampaignScenario, Scenario } from './scenario.ts';

/** Futures that a study of many runs takes unless told otherwise: half a minute's work at most on one core. */
export const STUDY_FUTURES = 500;

/** A number of the campaign or of an action of the scenario. */
export type NumberReference =
  { of: 'campaign'; key: ParameterKey } | { of: 'action'; actionId: string; key: ActionNumberKey };

/** A mean over futures of what differs from future to future. */
export interface Estimate {
  mean: number;
  /** Of the mean, as if the futures were drawn at random: they lie more evenly, so it is rather too large. */
  standardError: number;
  /** 5/25/50/75/95 % points over the futures. */
  quantiles: Float64Array;
}

export interface StudyRequest extends CampaignScenario {
  /** Futures 0 … futures − 1 of the scenario's seed. */
  futures: number;
}

export interface EffectRequest extends StudyRequest {
  /** What the scenario is compared with; null: itself without its solidarity actions. */
  baseline: Scenario | null;
}

/** What every answer says about itself. */
export interface StudyBasis {
  futures: number;
  /** Days that were run: the horizon, or the declared length where that is shorter. */
  days: number;
  /** Ensembles that were run for it. */
  runs: number;
}

// What each action adds.

export interface AttributionRequest extends StudyRequest {
  /** Those that share the gain among them; null: every solidarity action that is switched on. */
  actionIds: readonly string[] | null;
  /** Beyond 8 actions: how many orders, each with its reverse, are sampled. */
  orderPairs?: number;
}

export interface Contribution {
  /** Of the gain in P(win). Its standardError is of the futures; see also samplingError. */
  gain: Estimate;
  /** Standard error that comes from sampling orders instead of taking all; 0 where the values are exact. */
  samplingError: number;
  /** Of the mean over futures of Λ, by day, "if the dispute is still open". */
  leverageByDay: Float64Array;
  /** Mean of leverageByDay over the days. */
  leverage: number;
}

export interface ActionContribution extends Contribution {
  actionId: string;
  kind: ActionKind;
  power: PowerResource;
}

export interface PowerContribution extends Contribution {
  power: PowerResource;
}

/** Shapley values: what each action adds, averaged over every order in which they could have come in. */
export interface Attribution extends StudyBasis {
  method: 'exact' | 'sampled';
  /** Orders that were averaged over; of the exact method all of them, without counting. */
  orders: number;
  /** P(win) with none and with all of the actions. */
  without: number;
  with: number;
  /** with − without; the contributions sum to it. */
  gain: Estimate;
  /** As Contribution.leverageByDay, of all actions together. */
  leverageByDay: Float64Array;
  leverage: number;
  /** In the scenario's order. */
  actions: ActionContribution[];
  /** All four, in the order of POWER_RESOURCES. */
  powers: PowerContribution[];
}

// What it rests on.

export interface TornadoRequest extends EffectRequest {
  /**
   * Also the numbers that the calibration holds known within a run (group 'endings'): ×/÷ 2, and .6–1.8 for the
   * frailty's variance. Yes unless told otherwise.
   */
  withCalibration?: boolean;
}

/** Scenario and baseline with one number held at a value, all else as drawn. */
export interface HeldRun {
  value: number;
  /** P(win). */
  scenario: number;
  baseline: number;
  /** scenario − baseline, and its standard error over the futures. */
  effect: number;
  standardError: number;
}

/** Where an effect changes its sign: between the two values, which bisection has brought this near. */
export interface SignChange {
  /** Middle of the two on the number's scale. */
  value: number;
  between: readonly [number, number];
}

export interface TornadoRow {
  number: NumberReference;
  /** The effective range, evidence counted in; of a calibrated number the range that sensitivity takes. */
  range: Range;
  scale: Scale;
  /** Held known in ordinary runs; its range is sensitivity's alone. */
  isCalibration: boolean;
  low: HeldRun;
  high: HeldRun;
  /** |high.effect − low.effect|: what rows are ranked by, largest first. */
  swing: number;
  /** |high.scenario − low.scenario|. */
  winSwing: number;
  /** null: the effect has the same sign, or none, at both ends. A double change between them is not looked for. */
  flip: SignChange | null;
}

export interface Tornado extends StudyBasis {
  /** As drawn: P(win) of both and the effect. */
  scenario: number;
  baseline: number;
  effect: Estimate;
  /** |P(win)| swings aside, ordered by `swing`; equal ones in the order of the numbers. */
  rows: TornadoRow[];
}

// When should it begin? How much is enough?

export interface StartDayRequest extends StudyRequest {
  actionId: string;
  /** Every so many days from day 0; 1 unless told otherwise. */
  everyDays?: number;
}

export interface AnswerPoint {
  /** P(win). */
  win: number;
  /** Over the scenario without this action. */
  gain: Estimate;
}

export interface StartDayPoint extends AnswerPoint {
  startDay: number;
}

/** P(win) by the day on which an action begins; how long it lasts and how long before it is announced are held. */
export interface StartDays extends StudyBasis {
  actionId: string;
  /** Where it begins in the scenario. */
  startDay: number;
  /** P(win) without the action. */
  without: number;
  /** P(win) of the scenario as it stands. */
  now: number;
  points: StartDayPoint[];
  /** Of points: the highest P(win), the earliest of equal ones. */
  best: number;
  /** Points less than half a point of P(win) below the best, itself included. */
  asGood: number[];
}

export interface StrengthRequest extends StudyRequest {
  actionId: string;
  /** Steps of the grid from 0; 20 unless told otherwise. */
  steps?: number;
  /** End of the grid; 1 for shares, else twice the high end of its range unless told otherwise. */
  upTo?: number;
}

export interface StrengthPoint extends AnswerPoint {
  value: number;
}

/**
 * P(win) by an action's strength: the first of its numbers, held at each value of a grid. The people whom a sympathy
 * strike hits directly grow and shrink with it; all else is as drawn.
 */
export interface Strengths extends StudyBasis {
  actionId: string;
  key: ActionNumberKey;
  /** What the scenario takes it to be. */
  range: Range;
  without: number;
  now: number;
  points: StrengthPoint[];
  best: number;
  /** The least value that is less than half a point of P(win) below the best. */
  enough: number;
}

// What next?

export interface Candidate {
  /** Its draw slots are replaced by the scenario's next free ones, as when it is added; it counts as switched on. */
  action: Action;
  /** How many take it; null: what the action says, if it does. */
  workers: number | null;
  /** What a day of it costs; null: what its own numbers say (gifts, a service's cost, wages lost), if they do. */
  moneyPerDay: number | null;
}

export interface NextActionRequest extends StudyRequest {
  candidates: readonly Candidate[];
}

export interface NextAction extends AnswerPoint {
  /** Index in the request. */
  candidate: number;
  /** As run, and as it would stand in the scenario. */
  action: Action;
  /** Shares of futures in which it adds or takes at least half a point. */
  helps: number;
  hurts: number;
  /** By its mean gain: at least half a point up, or down, or neither. */
  verdict: Verdict;
  /** Days on which it runs while the dispute is still open, expected. */
  expectedDays: number;
  workerDays: number | null;
  money: number | null;
  /** P(win) gained; null where none are counted. */
  gainPerWorkerDay: number | null;
  gainPerMoney: number | null;
}

export type Verdict = 'helps' | 'hurts' | 'indifferent';

export interface NextActions extends StudyBasis {
  now: number;
  /** By gain, largest first. */
  options: NextAction[];
}

// What would have to be true?

export interface FlipRequest extends TornadoRequest {
  /** The same request's, where it has been run: its ends need not be run again. */
  tornado?: Tornado;
}

export interface ChangedNumber {
  number: NumberReference;
  typical: number;
  value: number;
}

export interface Flip {
  /** One number, or two that move together. */
  changes: ChangedNumber[];
  /** How far each moves: 1 = from typical to the end of its range, on its own scale. */
  distance: number;
  /** Bisection leaves the true distance at most this much smaller. */
  tolerance: number;
  /** The effect there, on the other side of nought. */
  effect: number;
  scenario: number;
  baseline: number;
}

/** The smallest change of assumptions, within their ranges, that turns the effect's sign around. */
export interface Flips extends StudyBasis {
  /** As drawn. */
  effect: Estimate;
  sign: 1 | -1 | 0;
  /** Nearest first: single numbers, or, if none alone is enough, pairs of those that pull hardest; may be empty. */
  flips: Flip[];
}

// Which number, better known, would narrow the answer?

export interface InformationValue {
  number: NumberReference;
  /** Share of the effect's variance over futures that knowing this number would take away (first order), 0–1. */
  share: number;
  standardError: number;
  /** Spread (sd) of the effect that would remain. */
  spreadLeft: number;
  /** Part of the number's range in which the mean effect has the other sign than over all: what knowing may turn. */
  otherSign: number;
  /** The mean effect in bins of equal count, ascending, and the mean of the number in each. */
  binValues: Float64Array;
  binEffects: Float64Array;
}

export interface InformationValues extends StudyBasis {
  /** Of the effect over futures. */
  effect: Estimate;
  spread: number;
  /** By share, largest first. */
  rows: InformationValue[];
}

// Side by side.

export const MAX_SIDE_BY_SIDE = 6;

export interface SideBySideRequest {
  campaign: CampaignScenario['campaign'];
  /** One to six scenarios of the campaign. All run with the pinned one's seed and horizon. */
  scenarios: readonly Scenario[];
  /** Index of the baseline. */
  pinned: number;
  futures: number;
  allQuantiles: boolean;
  hardshipLimit: number;
  supportLimit: number;
}

/** A scenario less the pinned one. */
export interface Difference {
  win: Estimate;
  helps: number;
  hurts: number;
  indifferent: number;
  compromised: number;
  collapsed: number;
  open: number;
  expectedSettlementValue: number;
  guardRails: EnsembleResult['guardRails'];
}

export interface SideBySideEntry {
  scenarioId: string;
  /** P(win). */
  win: number;
  result: EnsembleResult;
  /** null for the pinned one. */
  difference: Difference | null;
}

export interface SideBySide {
  futures: number;
  horizonDays: number;
  seed: number;
  pinned: number;
  entries: SideBySideEntry[];
}

// Sectors.

/** How far the stoppage spreads: mean over futures of each sector's inoperability q, "if the dispute is still open". */
export interface SectorSpread extends StudyBasis {
  codes: readonly string[];
  names: readonly string[];
  /** Row of the struck sector. */
  struck: number;
  /** Entry day·sectors + sector, 0–1. The baseline's has fewer days where it ends as declared before the scenario. */
  scenario: Float64Array;
  baseline: Float64Array;
  /** Value added per day by sector, campaign money: q times it is what the sector loses that day. */
  valueAddedPerDay: Float64Array;
  /** Rows, the struck sector first, then by the money the scenario makes them lose over all days, most first. */
  order: number[];
}

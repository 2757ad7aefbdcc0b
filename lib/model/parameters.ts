import type { Bounds } from './evidence.ts';
import { known, type Range, type Scale } from './range.ts';

/** What a number counts; the message file has its words. */
export type Unit =
  | 'people'
  | 'money'
  | 'moneyPerDay'
  | 'moneyPerPersonDay'
  | 'moneyPerPerson'
  | 'days'
  | 'share'
  | 'perDay'
  | 'logit'
  | 'logitPerDay'
  | 'factor';

/** Which of the field's classes of power, or which side, a number belongs to; orders the dashboard's panels. */
export type ParameterGroup =
  'strikers' | 'target' | 'thirdParties' | 'community' | 'support' | 'participation' | 'endings';

export interface ParameterDefinition extends Bounds {
  symbol: string;
  unit: Unit;
  group: ParameterGroup;
  /** The generic campaign's range, money in whole units of a made-up currency. */
  range: Range;
  /** Permanent draw slot: fixed for good, never reused. */
  drawSlot: number;
  /** Where the default comes from. */
  source: string;
}

const M = 1_000_000;
const ASSUMPTION = 'our assumption';
const CAMPAIGN = 'differs by campaign';
const CALIBRATED = 'calibrated jointly to strike durations (FMCS 1984–2020) and outcomes (GNAD)';

function between(low: number, typical: number, high: number): Range {
  return { low, typical, high };
}

function define(
  drawSlot: number,
  symbol: string,
  group: ParameterGroup,
  unit: Unit,
  scale: Scale,
  [min, max]: readonly [number, number],
  range: Range | number,
  source: string,
): ParameterDefinition {
  return {
    drawSlot,
    symbol,
    group,
    unit,
    scale,
    min,
    max,
    range: typeof range === 'number' ? known(range) : range,
    source,
  };
}

const MONEY = [0, 1e15] as const;
const SHARE = [0, 1] as const;

/**
 * Every number of a campaign: key, unit, hard bounds, default range, source. Model.md's table, in its order.
 * Bounds are what the engine can carry, not what is likely.
 */
export const PARAMETERS = {
  workers: define(0, 'N', 'strikers', 'people', 'log', [0, 1e9], 5_000, CAMPAIGN),
  wagePerDay: define(1, 'w', 'strikers', 'moneyPerPersonDay', 'log', [0, 1e9], 150, CAMPAIGN),
  strikePayPerDay: define(
    2,
    'strikePay',
    'strikers',
    'moneyPerPersonDay',
    'log',
    [0, 1e9],
    30,
    CAMPAIGN,
  ),
  strikeFund: define(3, 'F', 'strikers', 'money', 'log', MONEY, 4 * M, CAMPAIGN),
  householdBufferDays: define(
    4,
    'B',
    'strikers',
    'days',
    'log',
    [0, 3650],
    between(20, 45, 70),
    ASSUMPTION,
  ),
  gainFromConcession: define(5, 'V', 'strikers', 'money', 'log', [1, 1e15], 24 * M, CAMPAIGN),
  costOfConceding: define(
    6,
    'K',
    'target',
    'money',
    'log',
    [1, 1e15],
    between(7 * M, 14 * M, 28 * M),
    'private information of the target; width (sd ln K = 0.42) calibrated',
  ),
  revenuePerDay: define(7, 'R', 'target', 'moneyPerDay', 'log', MONEY, 1 * M, CAMPAIGN),
  netLossShare: define(
    8,
    'm',
    'target',
    'share',
    'logit',
    SHARE,
    between(0.2, 0.35, 0.5),
    CAMPAIGN,
  ),
  users: define(9, 'U', 'target', 'people', 'log', [0, 1e10], 0, CAMPAIGN),
  revenuePerUserDay: define(10, 'ρ', 'target', 'moneyPerPersonDay', 'log', [0, 1e9], 0, CAMPAIGN),
  replacementNow: define(11, 'r₀', 'target', 'share', 'logit', SHARE, 0.05, ASSUMPTION),
  replacementMax: define(
    12,
    'r max',
    'target',
    'share',
    'logit',
    SHARE,
    between(0.1, 0.3, 0.7),
    ASSUMPTION,
  ),
  replacementDays: define(13, 'τ r', 'target', 'days', 'log', [0.1, 3650], 20, ASSUMPTION),
  internalisation: define(
    14,
    'θ',
    'thirdParties',
    'share',
    'logit',
    SHARE,
    between(0, 0.1, 0.5),
    'our assumption; the sign of a sympathy strike’s effect hinges on it',
  ),
  blameCostPerDay: define(
    15,
    'ψ',
    'community',
    'moneyPerDay',
    'log',
    MONEY,
    between((0.2 * M) / 3, 0.2 * M, 0.6 * M),
    ASSUMPTION,
  ),
  dependentShare: define(16, 'φ', 'community', 'share', 'logit', SHARE, 0.3, CAMPAIGN),
  crossingBase: define(17, 'χ₀', 'community', 'share', 'logit', SHARE, 0.04, ASSUMPTION),
  crossingPerHardship: define(
    18,
    'χ₁',
    'community',
    'share',
    'logit',
    SHARE,
    between(0.1, 0.55, 0.9),
    'our assumption, decisive for service substitution',
  ),
  crossingByReplacementService: define(
    19,
    'χ₂',
    'community',
    'share',
    'logit',
    SHARE,
    0.5,
    ASSUMPTION,
  ),
  hardshipRate: define(
    20,
    'k H',
    'community',
    'perDay',
    'log',
    [0, 1],
    between(0.05, 0.12, 0.3),
    ASSUMPTION,
  ),
  supportAtStart: define(
    21,
    'S₀',
    'support',
    'share',
    'logit',
    [0.001, 0.999],
    0.55,
    'polls, where there are any',
  ),
  supportReversion: define(22, 'k S', 'support', 'perDay', 'log', [0, 1], 0.03, ASSUMPTION),
  supportNoise: define(
    23,
    'σ S',
    'support',
    'logitPerDay',
    'log',
    [0, 1],
    between(0.01, 0.05, 0.1),
    ASSUMPTION,
  ),
  exposureEffect: define(
    24,
    'a e',
    'support',
    'logitPerDay',
    'plain',
    [-1, 1],
    between(-0.02, 0.01, 0.04),
    'contested: Hertel-Fernandez, Naidu & Reich 2021 positive, studies of 716 teacher strikes negative',
  ),
  hardshipEffect: define(
    25,
    'a H',
    'support',
    'logitPerDay',
    'log',
    [0, 2],
    between(0.03, 0.06, 0.12),
    ASSUMPTION,
  ),
  harmEffect: define(
    26,
    'a₃',
    'support',
    'logitPerDay',
    'plain',
    [0, 2],
    between(0, 0.05, 0.15),
    'our assumption after Feinberg, Willer & Kovacheff 2020',
  ),
  harmScale: define(27, 'G₀', 'support', 'moneyPerDay', 'log', [1, 1e15], 20 * M, ASSUMPTION),
  endorsementEffect: define(28, 'a n', 'support', 'logitPerDay', 'plain', [0, 2], 0.02, ASSUMPTION),
  participationBase: define(
    29,
    'b₀',
    'participation',
    'logit',
    'plain',
    [-20, 20],
    -1.6,
    ASSUMPTION,
  ),
  participationFeedback: define(
    30,
    'b p',
    'participation',
    'logit',
    'log',
    [0, 20],
    between(2, 3.2, 5),
    'our assumption after Granovetter 1978; above 4 it can tip',
  ),
  participationBySupport: define(
    31,
    'b S',
    'participation',
    'logit',
    'log',
    [0, 20],
    2,
    ASSUMPTION,
  ),
  participationByRunway: define(32, 'b B', 'participation', 'logit', 'log', [0, 20], 1, ASSUMPTION),
  participationRate: define(33, 'k p', 'participation', 'perDay', 'log', [0, 1], 0.15, ASSUMPTION),
  participationAtStart: define(34, 'p₀', 'participation', 'share', 'logit', SHARE, 0.92, CAMPAIGN),
  criticality: define(
    35,
    'κ',
    'thirdParties',
    'factor',
    'log',
    [1, 20],
    between(1, 2, 3),
    ASSUMPTION,
  ),
  inputStockDays: define(
    36,
    'B in',
    'thirdParties',
    'days',
    'log',
    [0.1, 3650],
    between(1, 4, 30),
    ASSUMPTION,
  ),
  adjustmentRate: define(
    37,
    'k q',
    'thirdParties',
    'perDay',
    'logit',
    SHARE,
    between(0.3, 0.7, 1),
    ASSUMPTION,
  ),
  credibilityAtStart: define(38, 'γ₀', 'thirdParties', 'share', 'logit', SHARE, 0.5, ASSUMPTION),
  concessionRate: define(39, 'a C', 'endings', 'factor', 'log', [0, 100], 1.82, CALIBRATED),
  collapseRate: define(40, 'a X', 'endings', 'factor', 'log', [0, 100], 0.317, CALIBRATED),
  compromiseRate: define(41, 'a M', 'endings', 'factor', 'log', [0, 100], 0.571, CALIBRATED),
  frailtyVariance: define(42, 'v', 'endings', 'factor', 'log', [0, 20], 1.4, CALIBRATED),
  rampDays: define(43, 'τ ramp', 'endings', 'days', 'log', [0.001, 365], 2.82, CALIBRATED),
} as const satisfies Record<string, ParameterDefinition>;

export type ParameterKey = keyof typeof PARAMETERS;
export const PARAMETER_KEYS = Object.keys(PARAMETERS) as ParameterKey[];

/** Draw slots below this are the parameters'; actions get theirs from here on. */
export const FIRST_ACTION_SLOT = 64;

export function isMoney(unit: Unit): boolean {
  return (
    unit === 'money' ||
    unit === 'moneyPerDay' ||
    unit === 'moneyPerPersonDay' ||
    unit === 'moneyPerPerson'
  );
}

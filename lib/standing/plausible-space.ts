/**
 * Everything that may be otherwise about a campaign and its actions, and what one point of that space comes to.
 *
 * A number's range is its own where it has one. What is held at one value on no evidence is opened: as the model's
 * description has it where that gives a range, or else by the width with which the model opens a number that meets
 * evidence (shares ± 0.1, others ×/÷ 1.5). Calibrated rates are taken to be off by ×/÷ 2. What was counted, published
 * or follows from other figures, and what is nothing at all (nobody hit directly, no strike pay), stays as it is.
 * Numbers fall as in every run: a two-piece normal with the range's ends as its 5 and 95 % points.
 */
import { ACTION_NUMBERS, NUMBERS_OF_KIND, numberOf } from '../model/action.ts';
import type { DoubtedNumber, RangeOrigin } from '../model/doubt.ts';
import { ENDINGS } from '../model/ensemble.ts';
import { openRange, type Bounds } from '../model/evidence.ts';
import { PARAMETER_KEYS, PARAMETERS, type ParameterKey } from '../model/parameters.ts';
import { drawnAt, isKnown, twoPieceNormalOf, type Range } from '../model/range.ts';
import type { CampaignScenario, Scenario } from '../model/scenario.ts';
import type { NumberReference } from '../model/study.ts';
import { effectiveRange, type UncertainNumber } from '../model/uncertain-number.ts';
import { FutureRunner, type FutureSink } from '../simulation/day.ts';
import { swingingNumbers } from '../simulation/held-numbers.ts';
import { makePlan, type Plan } from '../simulation/plan.ts';

/** Ranges of the model's description for numbers that campaigns may hold at one value. */
const DESCRIBED: Partial<Record<ParameterKey, readonly [number, number]>> = {
  dependentShare: [0, 1],
  participationAtStart: [0.5, 1],
  credibilityAtStart: [0, 1],
};

export interface Factor extends DoubtedNumber {
  bounds: Bounds;
}

/** Every number that may be otherwise, of the campaign and of the actions that are switched on in the scenario. */
export function plausibleSpace(records: CampaignScenario): Factor[] {
  const { campaign, scenario } = records;
  const swinging = new Map(
    swingingNumbers(records, null, true).map((each) => [JSON.stringify(each.number), each]),
  );
  const factors: Factor[] = [];
  const look = (
    number: UncertainNumber,
    bounds: Bounds,
    reference: NumberReference,
    action: DoubtedNumber['action'],
  ) => {
    const add = (range: Range, origin: RangeOrigin) =>
      factors.push({ number: reference, action, ...range, origin, bounds });
    const swings = swinging.get(JSON.stringify(reference));
    if (swings) return add(swings.range, swings.isCalibration ? 'calibrated' : 'own');
    if (number.basis.kind !== 'assumption') return;
    const range = openedRange(effectiveRange(number, bounds), bounds, reference);
    if (!isKnown(range)) add(range, 'opened');
  };
  for (const key of PARAMETER_KEYS) {
    look(campaign.numbers[key], PARAMETERS[key], { of: 'campaign', key }, null);
  }
  for (const action of scenario.actions) {
    if (!action.enabled) continue;
    const { kind, name, startDay } = action;
    for (const key of NUMBERS_OF_KIND[kind]) {
      const reference = { of: 'action', actionId: action.id, key } as const;
      look(numberOf(action, key)!, ACTION_NUMBERS[key], reference, { kind, name, startDay });
    }
  }
  return factors;
}

/** The ranges that are at work in ordinary runs, and no others. */
export function ownSpace(records: CampaignScenario): Factor[] {
  return plausibleSpace(records).filter(({ origin }) => origin === 'own');
}

function openedRange(range: Range, bounds: Bounds, reference: NumberReference): Range {
  const { typical } = range;
  if (typical === 0) return range;
  const described = reference.of === 'campaign' ? DESCRIBED[reference.key] : undefined;
  if (described && described[0] <= typical && typical <= described[1]) {
    return { low: described[0], typical, high: described[1] };
  }
  const { low, high } = openRange(range, bounds.scale);
  return {
    low: Math.min(typical, Math.max(bounds.min, low)),
    typical,
    high: Math.max(typical, Math.min(bounds.max, high)),
  };
}

/** The value of a factor at a standard-normal position. */
export function factorValue({ low, typical, high, bounds }: Factor, normal: number): number {
  const { scale, min, max } = bounds;
  return drawnAt(twoPieceNormalOf({ low, typical, high }, scale), normal, min, max);
}

/** Runs one scenario at any point of the space, one future at a time. */
export class PointRunner {
  readonly plan: Plan;
  private readonly runner: FutureRunner;
  private readonly sink: FutureSink;
  private readonly values: Float64Array;
  /** Where each factor stands in the plan's values; −1: this scenario has no such number. */
  private readonly places: readonly number[];

  constructor(
    { campaign, scenario }: CampaignScenario,
    factors: readonly Factor[],
    noise: boolean,
  ) {
    this.plan = makePlan(campaign, scenario, false);
    const { days, typical } = this.plan;
    const options = { stepDays: 1, noise, hardshipLimit: 1, supportLimit: 0 };
    this.runner = new FutureRunner(this.plan, options);
    this.values = new Float64Array(typical.length);
    this.sink = {
      futures: 1,
      endingSums: new Float64Array(days * ENDINGS.length),
      leverage: new Float64Array(days),
      recorded: null,
      winByFuture: new Float64Array(1),
      settlementSums: new Float64Array(2),
      guardRailSums: new Float64Array(4),
    };
    const places = placesOf(scenario);
    this.places = factors.map(({ number }) => places.get(JSON.stringify(number)) ?? -1);
  }

  /**
   * The chance of concession by the evening of a day.
   * @param values of the factors, in their order; more may follow
   * @param noiseKey what the daily noise of public support starts from
   */
  win(values: ArrayLike<number>, noiseKey: number, day = this.plan.days - 1): number {
    this.run(values, noiseKey);
    return this.wonBy(day);
  }

  /** Lives a future; wonBy() reads it. */
  run(values: ArrayLike<number>, noiseKey: number): void {
    this.values.set(this.plan.typical);
    this.places.forEach((place, factor) => {
      if (place >= 0) this.values[place] = values[factor]!;
    });
    this.sink.endingSums.fill(0);
    this.runner.run(this.values, noiseKey, 0, this.sink);
  }

  wonBy(day: number): number {
    return this.sink.endingSums[day * ENDINGS.length + ENDINGS.indexOf('conceded')]!;
  }
}

/** Where a plan keeps each number: parameters first, then those of the actions that are on. */
function placesOf({ actions }: Scenario): Map<string, number> {
  const references: NumberReference[] = PARAMETER_KEYS.map((key) => ({ of: 'campaign', key }));
  for (const action of actions) {
    if (!action.enabled) continue;
    for (const key of NUMBERS_OF_KIND[action.kind]) {
      references.push({ of: 'action', actionId: action.id, key });
    }
  }
  return new Map(references.map((reference, place) => [JSON.stringify(reference), place]));
}

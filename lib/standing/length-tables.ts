/**
 * Forecasts of the simulator for campaigns that differ in how long both sides can hold out. A scale on the hazards alone
 * would leave every dispute's savings running out in the same weeks; here the means themselves are larger or smaller,
 * so the engine runs anew for each.
 */
import { exp } from '../model/arithmetic.ts';
import { PARAMETERS, type ParameterKey } from '../model/parameters.ts';
import type { CampaignScenario } from '../model/scenario.ts';
import type { HazardConstants } from '../model/track-record.ts';
import {
  cumulatedOf,
  enduranceCourses,
  hazardsOf,
  type EnduranceCourses,
} from './endurance-courses.ts';

const LOWEST = -4.4;
const STEP = 0.2;
const POINTS = 45;

/** Gauss–Hermite quadrature of a standard normal: places and weights of nine points. */
const NODES = [0, 1.0232556637891326, 2.0768479786778302, 3.20542900285647, 4.512745863399783];
const WEIGHTS = [
  0.4063492063492063, 0.24409750289493895, 0.04991640676521788, 0.002789141321231769,
  0.00002234584400774658,
];

const NORMAL_NODES: readonly { place: number; weight: number }[] = NODES.flatMap((place, index) =>
  place === 0
    ? [{ place, weight: WEIGHTS[index]! }]
    : [
        { place: -place, weight: WEIGHTS[index]! },
        { place, weight: WEIGHTS[index]! },
      ],
);

/** How disputes differ beyond the campaign's ranges: the gamma frailty's variance, and the sd of ln endurance. */
export interface Differences {
  frailtyVariance: number;
  enduranceSpread: number;
}

/** What a side can hold out on: K, V, the fund and the households' days. */
const MEANS = [
  'costOfConceding',
  'gainFromConcession',
  'strikeFund',
  'householdBufferDays',
] as const satisfies readonly ParameterKey[];

/** The same campaign where both sides can hold out `factor` times as long. */
export function withEndurance(records: CampaignScenario, factor: number): CampaignScenario {
  const numbers = { ...records.campaign.numbers };
  for (const key of MEANS) {
    const { low, typical, high } = numbers[key];
    const { max } = PARAMETERS[key];
    const times = (value: number) => Math.min(max, value * factor);
    numbers[key] = {
      ...numbers[key],
      low: times(low),
      typical: times(typical),
      high: times(high),
    };
  }
  return { ...records, campaign: { ...records.campaign, numbers } };
}

/**
 * Cumulative forecasts of the simulator over a grid of endurances, run by the engine as they are asked for and kept.
 * Between grid points a forecast is interpolated on a straight line.
 */
export class LengthTables {
  readonly records: CampaignScenario;
  readonly constants: HazardConstants;
  readonly futures: number;
  readonly days: number;
  private readonly courses = new Map<number, EnduranceCourses>();
  private readonly hazards = new Map<string, Float64Array>();
  private readonly made = new Map<string, Float64Array>();

  /** @param records run for as many days as the support has; its calibrated constants are set aside */
  constructor(records: CampaignScenario, constants: HazardConstants, futures: number) {
    this.records = records;
    this.constants = constants;
    this.futures = futures;
    this.days = records.scenario.horizonDays;
  }

  /** Both sides' endurance times e^lnEndurance, spread over disputes: P(T ≤ d) at d − 1. */
  at(
    lnEndurance: number,
    { frailtyVariance, enduranceSpread }: Differences,
    rampDays: number,
  ): Float64Array {
    const cumulated = new Float64Array(this.days);
    for (const { place, weight } of nodesOf(enduranceSpread)) {
      const at = (lnEndurance + place * enduranceSpread - LOWEST) / STEP;
      const held = Math.min(POINTS - 1.000001, Math.max(0, at));
      const index = Math.floor(held);
      const part = held - index;
      const low = this.point(index, frailtyVariance, rampDays);
      const high = this.point(index + 1, frailtyVariance, rampDays);
      for (let day = 0; day < cumulated.length; day++) {
        cumulated[day]! += weight * (low[day]! + part * (high[day]! - low[day]!));
      }
    }
    return cumulated;
  }

  /** The grid's factors on endurance. */
  static factorAt(index: number): number {
    return exp(LOWEST + index * STEP);
  }

  point(index: number, frailtyVariance: number, rampDays: number): Float64Array {
    const key = `${index} ${frailtyVariance} ${rampDays}`;
    let made = this.made.get(key);
    if (!made) {
      let courses = this.courses.get(index);
      if (!courses) {
        const records = withEndurance(this.records, LengthTables.factorAt(index));
        courses = enduranceCourses(records, this.futures);
        this.courses.set(index, courses);
      }
      let hazards = this.hazards.get(`${index} ${rampDays}`);
      if (!hazards) {
        hazards = hazardsOf(courses, { ...this.constants, rampDays });
        this.hazards.set(`${index} ${rampDays}`, hazards);
      }
      made = cumulatedOf(hazards, courses, frailtyVariance);
      this.made.set(key, made);
    }
    return made;
  }
}

/** One point where there is no spread. */
function nodesOf(spread: number): readonly { place: number; weight: number }[] {
  return spread === 0 ? [{ place: 0, weight: 1 }] : NORMAL_NODES;
}

/** A scenario made ready to run: its schedule, its network, and how each of its numbers is drawn. */
import { ACTION_NUMBERS, NUMBERS_OF_KIND, numberOf } from '../model/action.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Bounds } from '../model/evidence.ts';
import { PARAMETER_KEYS, PARAMETERS } from '../model/parameters.ts';
import { drawnAt, isKnown, twoPieceNormalOf, type TwoPieceNormal } from '../model/range.ts';
import type { Scenario } from '../model/scenario.ts';
import { effectiveRange, type UncertainNumber } from '../model/uncertain-number.ts';
import type { Futures } from './chance.ts';
import { compileSchedule, type Schedule } from './schedule.ts';
import { SectorNetwork } from './sectors.ts';

/** How one number that is not known exactly falls in each future. */
interface Draw extends TwoPieceNormal {
  index: number;
  drawSlot: number;
  min: number;
  max: number;
}

export interface Plan {
  campaign: Campaign;
  scenario: Scenario;
  /** Days that are run: the horizon, or the declared length where that is shorter. */
  days: number;
  endsAsDeclared: boolean;
  schedule: Schedule;
  network: SectorNetwork | null;
  /** 1 where a sector's outputs weigh κ times as much. */
  criticalSectors: Uint8Array;
  /** Parameters in the order of PARAMETER_KEYS, then the actions' numbers; what is known exactly stands here. */
  typical: Float64Array;
  draws: Draw[];
}

/** Prepares a scenario. `certain`: every number at the typical value of its range. */
export function makePlan(campaign: Campaign, scenario: Scenario, certain: boolean): Plan {
  const typical: number[] = [];
  const draws: Draw[] = [];
  const place = (number: UncertainNumber, bounds: Bounds): number => {
    const { scale, min, max } = bounds;
    const range = effectiveRange(number, bounds);
    const index = typical.push(range.typical) - 1;
    if (!certain && !isKnown(range)) {
      const { drawSlot } = number;
      draws.push({ index, drawSlot, min, max, ...twoPieceNormalOf(range, scale) });
    }
    return index;
  };

  for (const key of PARAMETER_KEYS) place(campaign.numbers[key], PARAMETERS[key]);
  const placed = new Map<string, number>();
  for (const action of scenario.actions) {
    if (!action.enabled) continue;
    for (const key of NUMBERS_OF_KIND[action.kind]) {
      placed.set(`${action.id} ${key}`, place(numberOf(action, key)!, ACTION_NUMBERS[key]));
    }
  }

  const { horizonDays, fixedLengthDays } = scenario;
  const days = fixedLengthDays === null ? horizonDays : Math.min(horizonDays, fixedLengthDays);
  const network = campaign.sectors
    ? new SectorNetwork(campaign.sectors.table, campaign.sectors.struck)
    : null;
  const schedule = compileSchedule(
    scenario,
    days,
    (code) => network?.indexOf(code) ?? -1,
    (action, key) => placed.get(`${action.id} ${key}`)!,
  );
  const criticalSectors = new Uint8Array(network?.size ?? 0);
  if (network) {
    criticalSectors[network.struck] = 1;
    for (const sector of schedule.namedSectors) criticalSectors[sector] = 1;
  }
  return {
    campaign,
    scenario,
    days,
    endsAsDeclared: fixedLengthDays !== null && fixedLengthDays <= horizonDays,
    schedule,
    network,
    criticalSectors,
    typical: Float64Array.from(typical),
    draws,
  };
}

/** Writes the numbers of one future into `values`. `normals[d]` belongs to `plan.draws[d]`. */
export function drawFuture(
  plan: Plan,
  normals: Float64Array[],
  future: number,
  values: Float64Array,
): void {
  values.set(plan.typical);
  for (let d = 0; d < plan.draws.length; d++) {
    const draw = plan.draws[d];
    values[draw.index] = drawnAt(draw, normals[d][future], draw.min, draw.max);
  }
}

/** The standard-normal positions of every draw of a plan, for futures 0 … count − 1. */
export function normalsOf(plan: Plan, futures: Futures, count: number): Float64Array[] {
  return plan.draws.map(({ drawSlot }) => futures.normals(drawSlot, count));
}

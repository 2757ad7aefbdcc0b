/**
 * How long strikes last in the model, for any constants of its hazards. What people, money and support do in a future
 * does not hang on those constants, so each future is run once by the engine, its two endurances are kept day by day,
 * and the endings are computed from them as on every day of the engine (model.md, step 8). That this equals the
 * engine's own runs is tested.
 */
import { exp, log } from '../model/arithmetic.ts';
import { DAY_QUANTITIES, ENDINGS, GUARD_RAILS } from '../model/ensemble.ts';
import type { CampaignScenario } from '../model/scenario.ts';
import type { HazardConstants } from '../model/track-record.ts';
import { Futures } from '../simulation/chance.ts';
import { FutureRunner } from '../simulation/day.ts';
import { drawFuture, makePlan, normalsOf } from '../simulation/plan.ts';

/** 1/E_T and 1/E_M of every future and day, per day, laid out future·days + day. */
export interface EnduranceCourses {
  futures: number;
  days: number;
  targetRate: Float64Array;
  movementRate: Float64Array;
}

/** Runs the futures of a scenario. The endings' own constants must be known numbers in it. */
export function enduranceCourses(
  { campaign, scenario }: CampaignScenario,
  futures: number,
): EnduranceCourses {
  const plan = makePlan(campaign, scenario, false);
  const { days } = plan;
  const luck = new Futures(scenario.seed);
  const normals = normalsOf(plan, luck, futures);
  const values = new Float64Array(plan.typical.length);
  const runner = new FutureRunner(plan, {
    stepDays: 1,
    noise: true,
    hardshipLimit: 1,
    supportLimit: 0,
  });
  const others = DAY_QUANTITIES.filter((quantity) => quantity !== 'leverage');
  const recorded = others.map(() => new Float64Array(days * futures));
  const sink = {
    futures,
    endingSums: new Float64Array(days * ENDINGS.length),
    leverage: new Float64Array(days * futures),
    recorded,
    winByFuture: new Float64Array(futures),
    settlementSums: new Float64Array(2),
    guardRailSums: new Float64Array(GUARD_RAILS.length),
  };
  for (let future = 0; future < futures; future++) {
    drawFuture(plan, normals, future, values);
    runner.run(values, luck.noiseKey(future), future, sink);
  }
  const ratesOf = (quantity: (typeof others)[number]) => {
    const endurance = recorded[others.indexOf(quantity)]!;
    const rates = new Float64Array(days * futures);
    for (let future = 0; future < futures; future++) {
      for (let day = 0; day < days; day++) {
        rates[future * days + day] = 1 / endurance[day * futures + future]!;
      }
    }
    return rates;
  };
  return {
    futures,
    days,
    targetRate: ratesOf('enduranceTarget'),
    movementRate: ratesOf('enduranceMovement'),
  };
}

/** Shares by the evening of each day, means over the futures; of the three endings by the last day. */
export interface EndingsOfCourses {
  /** P(T ≤ d) at d − 1. */
  cumulated: Float64Array;
  conceded: number;
  compromised: number;
  collapsed: number;
}

/** Below this 1 + vC loses C to rounding; the engine's limit. */
const SMALLEST_FRAILTY = 1e-8;

/** The sum of the three hazards of every future and day. */
export function hazardsOf(
  { futures, days, targetRate, movementRate }: EnduranceCourses,
  { concessionRate, collapseRate, compromiseRate, rampDays }: HazardConstants,
): Float64Array {
  const ramp = rampsOf(days, rampDays);
  const hazards = new Float64Array(futures * days);
  for (let future = 0; future < futures; future++) {
    for (let day = 0; day < days; day++) {
      const at = future * days + day;
      const hC = concessionRate * targetRate[at]! * ramp[day]!;
      const hX = collapseRate * movementRate[at]! * ramp[day]!;
      hazards[at] = hC + hX + compromiseRate * Math.sqrt(hC * hX);
    }
  }
  return hazards;
}

function rampsOf(days: number, rampDays: number): Float64Array {
  return Float64Array.from({ length: days }, (_, day) => 1 - exp(-(day + 0.5) / rampDays));
}

/** e^(−C) with gamma frailty integrated: the share still open at cumulative hazard C. */
function stillOpen(C: number, v: number): number {
  return v > SMALLEST_FRAILTY ? exp(-log(1 + v * C) / v) : exp(-C);
}

/** The chance of having ended by each evening, mean over the futures. */
export function cumulatedOf(
  hazards: Float64Array,
  { futures, days }: Pick<EnduranceCourses, 'futures' | 'days'>,
  frailtyVariance: number,
): Float64Array {
  const open = new Float64Array(days);
  for (let future = 0; future < futures; future++) {
    let C = 0;
    for (let day = 0; day < days; day++) {
      C += hazards[future * days + day]!;
      open[day]! += stillOpen(C, frailtyVariance);
    }
  }
  return open.map((sum) => 1 - sum / futures);
}

/** Lengths and endings under the given constants. */
export function endingsOf(courses: EnduranceCourses, constants: HazardConstants): EndingsOfCourses {
  const { futures, days, targetRate, movementRate } = courses;
  const { concessionRate, collapseRate, compromiseRate, frailtyVariance, rampDays } = constants;
  const ramp = rampsOf(days, rampDays);
  const open = new Float64Array(days);
  let [conceded, compromised, collapsed] = [0, 0, 0];
  for (let future = 0; future < futures; future++) {
    let C = 0;
    let Q = 1;
    for (let day = 0; day < days; day++) {
      const at = future * days + day;
      const hC = concessionRate * targetRate[at]! * ramp[day]!;
      const hX = collapseRate * movementRate[at]! * ramp[day]!;
      const hM = compromiseRate * Math.sqrt(hC * hX);
      const h = hC + hX + hM;
      C += h;
      const left = stillOpen(C, frailtyVariance);
      if (h > 0) {
        const part = (Q - left) / h;
        conceded += part * hC;
        compromised += part * hM;
        collapsed += part * hX;
      }
      Q = left;
      open[day]! += Q;
    }
  }
  return {
    cumulated: open.map((sum) => 1 - sum / futures),
    conceded: conceded / futures,
    compromised: compromised / futures,
    collapsed: collapsed / futures,
  };
}

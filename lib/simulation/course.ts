/** How a scenario goes day by day: its endings, what it risks and when, and its states, on the futures of everywhere. */
import type { Course } from '../model/check-verdicts.ts';
import { CHECKED_RISKS, type EffectQuantity } from '../model/checks.ts';
import type { Campaign } from '../model/campaign.ts';
import { DAY_QUANTITIES, ENDINGS, GUARD_RAILS } from '../model/ensemble.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Futures } from './chance.ts';
import { FutureRunner, type FutureSink } from './day.ts';
import { BLOCK } from './ensemble.ts';
import { drawFuture, makePlan, normalsOf } from './plan.ts';

const PAUSE_EVERY = 64;
const KINDS = ENDINGS.length;
const CONCEDED = ENDINGS.indexOf('conceded');
const COLLAPSED = ENDINGS.indexOf('collapsed');

export interface CourseRequest {
  campaign: Campaign;
  scenario: Scenario;
  futures: number;
  /** Shares. */
  hardshipLimit: number;
  supportLimit: number;
  /** Whose means are wanted. */
  quantities: readonly EffectQuantity[];
}

export function* runCourse(
  request: CourseRequest,
  futures: Futures,
): Generator<void, Course, void> {
  const { campaign, scenario, futures: count, hardshipLimit, supportLimit, quantities } = request;
  const plan = makePlan(campaign, scenario, false);
  const { days } = plan;
  const runner = new FutureRunner(plan, { stepDays: 1, noise: true, hardshipLimit, supportLimit });
  const normals = normalsOf(plan, futures, count);
  const values = new Float64Array(plan.typical.length);
  // Of a future its own day by day, of a block of futures the states: what is kept does not grow with their number.
  const sink: FutureSink = {
    futures: BLOCK,
    endingSums: new Float64Array(days * KINDS),
    leverage: new Float64Array(days * BLOCK),
    recorded:
      quantities.length === 0
        ? null
        : DAY_QUANTITIES.slice(0, -1).map(() => new Float64Array(days * BLOCK)),
    winByFuture: new Float64Array(BLOCK),
    settlementSums: new Float64Array(2),
    guardRailSums: new Float64Array(GUARD_RAILS.length),
  };
  const { endingSums, guardRailSums } = sink;
  const ofBlock = new Float64Array(days * KINDS);
  const total = new Float64Array(days * KINDS);
  /** Day by day the chance that it comes on this very day. */
  const risks = CHECKED_RISKS.map(() => new Float64Array(days));
  const sums = quantities.map(() => new Float64Array(days));

  for (let first = 0; first < count; first += BLOCK) {
    ofBlock.fill(0);
    const end = Math.min(count, first + BLOCK);
    for (let future = first; future < end; future++) {
      endingSums.fill(0);
      guardRailSums.fill(0);
      drawFuture(plan, normals, future, values);
      runner.run(values, futures.noiseKey(future), future - first, sink);
      for (let i = 0; i < ofBlock.length; i++) ofBlock[i] += endingSums[i];
      for (let k = 0; k < risks.length; k++) {
        const chance = guardRailSums[GUARD_RAILS.indexOf(CHECKED_RISKS[k])];
        if (chance > 0) risks[k][morningOf(chance, endingSums)] += chance;
      }
      if ((future + 1) % PAUSE_EVERY === 0) yield;
    }
    for (let i = 0; i < total.length; i++) total[i] += ofBlock[i];
    for (const [q, quantity] of quantities.entries()) {
      const recorded = sink.recorded![DAY_QUANTITIES.indexOf(quantity)];
      for (let day = 0; day < days; day++) {
        let sum = 0;
        for (let i = 0; i < end - first; i++) sum += recorded[day * BLOCK + i];
        sums[q][day] += sum;
      }
    }
  }

  const ending = (kind: number) =>
    Float64Array.from({ length: days }, (_, day) => total[day * KINDS + kind] / count);
  return {
    days,
    conceded: ending(CONCEDED),
    collapsed: ending(COLLAPSED),
    risks: Object.fromEntries(
      CHECKED_RISKS.map((risk, k) => [risk, addedUp(risks[k], count)]),
    ) as Course['risks'],
    means: Object.fromEntries(
      quantities.map((quantity, q) => [quantity, sums[q].map((sum) => sum / count)]),
    ),
  };
}

/**
 * The day on whose morning so much was open: a guard-rail is counted with exactly what is open on the morning of the
 * first day on which it is true, and what is open falls from day to day.
 */
function morningOf(open: number, endingSums: Float64Array): number {
  if (open === 1) return 0;
  let low = 1;
  let high = endingSums.length / KINDS - 1;
  while (low < high) {
    const day = (low + high) >> 1;
    if (endingSums[(day - 1) * KINDS] <= open) high = day;
    else low = day + 1;
  }
  return low;
}

function addedUp(byDay: Float64Array, count: number): Float64Array {
  let sum = 0;
  return byDay.map((share) => (sum += share) / count);
}

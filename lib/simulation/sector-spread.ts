/** How far a stoppage spreads, sector by sector, over the days: the same futures as everywhere, one look deeper. */
import type { Campaign } from '../model/campaign.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Futures } from './chance.ts';
import { FutureRunner } from './day.ts';
import { BLOCK } from './ensemble.ts';
import { drawFuture, makePlan, normalsOf } from './plan.ts';
import { SectorNetwork } from './sectors.ts';

const PAUSE_EVERY = 64;

export interface Spread {
  days: number;
  /** Mean over futures of q, entry day·sectors + sector; empty where the campaign has no sectors. */
  mean: Float64Array;
}

/** The network as it is, with every sector's q of every day added up on the way. */
class WatchedNetwork extends SectorNetwork {
  readonly sums: Float64Array;
  private day = 0;

  constructor(sectors: NonNullable<Campaign['sectors']>, days: number) {
    super(sectors.table, sectors.struck);
    this.sums = new Float64Array(days * this.size);
  }

  override begin(...future: Parameters<SectorNetwork['begin']>): void {
    super.begin(...future);
    this.day = 0;
  }

  override step(stoppage: number, strikes: Float64Array, offset: number): number {
    const lost = super.step(stoppage, strikes, offset);
    const base = this.day * this.size;
    for (let i = 0; i < this.size; i++) this.sums[base + i] += this.inoperability[i];
    this.day++;
    return lost;
  }
}

export function* runSpread(
  task: { campaign: Campaign; scenario: Scenario; futures: number },
  futures: Futures,
): Generator<void, Spread, void> {
  const { campaign, scenario, futures: count } = task;
  const plan = makePlan(campaign, scenario, false);
  const { days } = plan;
  if (!campaign.sectors) return { days, mean: new Float64Array(0) };
  const network = new WatchedNetwork(campaign.sectors, days);
  plan.network = network;
  const options = { stepDays: 1, noise: true, hardshipLimit: 1, supportLimit: 0 };
  const runner = new FutureRunner(plan, options);
  const normals = normalsOf(plan, futures, count);
  const values = new Float64Array(plan.typical.length);
  const sink = {
    futures: count,
    endingSums: new Float64Array(days * 4),
    leverage: new Float64Array(days * count),
    recorded: null,
    winByFuture: new Float64Array(count),
    settlementSums: new Float64Array(2),
    guardRailSums: new Float64Array(4),
  };
  const mean = new Float64Array(network.sums.length);
  for (let first = 0; first < count; first += BLOCK) {
    network.sums.fill(0);
    const end = Math.min(count, first + BLOCK);
    for (let future = first; future < end; future++) {
      drawFuture(plan, normals, future, values);
      runner.run(values, futures.noiseKey(future), future, sink);
      if ((future + 1) % PAUSE_EVERY === 0) yield;
    }
    for (let i = 0; i < mean.length; i++) mean[i] += network.sums[i];
  }
  return { days, mean: mean.map((sum) => sum / count) };
}

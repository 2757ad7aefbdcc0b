/** How far a stoppage spreads with the solidarity actions, and without. */
import { baselineOf, pinnedBeside } from '../model/scenario.ts';
import type { EffectRequest, SectorSpread } from '../model/study.ts';
import type { Spread } from './sector-spread.ts';
import type { Study } from './study.ts';

const DAYS_PER_YEAR = 365;

export function* sectorSpread(request: EffectRequest): Study<SectorSpread> {
  const { campaign, scenario, futures } = request;
  const baseline = pinnedBeside(request.baseline ?? baselineOf(scenario), scenario);
  const [ours, theirs] = (yield {
    tasks: [
      { kind: 'spread', campaign, scenario, futures },
      { kind: 'spread', campaign, scenario: baseline, futures },
    ],
    total: 2,
  }) as unknown as [Spread, Spread];
  const table = campaign.sectors?.table;
  const codes = table?.codes ?? [];
  const struck = campaign.sectors ? codes.indexOf(campaign.sectors.struck) : -1;
  const valueAddedPerDay = Float64Array.from(
    table?.valueAdded ?? [],
    (valueAdded) => valueAdded / DAYS_PER_YEAR,
  );
  const lost = Float64Array.from(codes, (_, sector) => {
    let sum = 0;
    for (let day = 0; day < ours.days; day++) sum += ours.mean[day * codes.length + sector];
    return sum * valueAddedPerDay[sector];
  });
  const order = Array.from(codes, (_, sector) => sector).sort(
    (a, b) => Number(b === struck) - Number(a === struck) || lost[b] - lost[a] || a - b,
  );
  return {
    futures,
    days: ours.days,
    runs: 2,
    codes,
    names: table?.names ?? [],
    struck,
    scenario: ours.mean,
    baseline: theirs.mean,
    valueAddedPerDay,
    order,
  };
}

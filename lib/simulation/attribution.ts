/**
 * What each action adds to the chance of winning: Shapley values over the actions, on the same futures (Shapley 1953;
 * sampled orders after Castro, Gómez & Tejada 2009, each with its reverse). Baseline: none of the actions, all else
 * as it stands.
 *
 * Exact up to 8 actions, that is 256 ensembles. Beyond, each sampled order walks from none to all, so that the values
 * sum to the whole by construction; the standard error is taken over pairs of an order and its reverse.
 */
import { isSolidarity, type Action } from '../model/action.ts';
import { POWER_RESOURCES, powerOf } from '../model/power.ts';
import type { Attribution, AttributionRequest, Contribution } from '../model/study.ts';
import { differenceOf, estimateOf, meanOf, wins, type Study, type Wins } from './study.ts';

export const MOST_EXACT_ACTIONS = 8;
/** Orders, each with its reverse, unless told otherwise. */
export const ORDER_PAIRS = 8;
/** More cannot be told apart: the results of all coalitions are kept at once. */
export const MOST_ORDER_PAIRS = 64;

/** What the walks of one sample, or all of them exactly, give each action. */
interface Values {
  gains: Float64Array[];
  leverages: Float64Array[];
}

export function* attribution(request: AttributionRequest): Study<Attribution> {
  const { campaign, scenario, futures } = request;
  const wanted = request.actionIds === null ? null : new Set(request.actionIds);
  const players = scenario.actions.filter((action) =>
    wanted === null ? action.enabled && isSolidarity(action) : wanted.has(action.id),
  );
  const count = players.length;
  const isExact = count <= MOST_EXACT_ACTIONS;
  const orders = isExact ? [] : ordersOf(count, request.orderPairs ?? ORDER_PAIRS, scenario.seed);
  const coalitions = isExact
    ? Array.from({ length: 1 << count }, (_, mask) => membersOf(mask, count))
    : coalitionsOf(orders, count);
  const places = new Map(players.map(({ id }, place) => [id, place]));
  const scenarioOf = (members: readonly boolean[]) => ({
    ...scenario,
    actions: scenario.actions.map((action) => {
      const place = places.get(action.id);
      return place === undefined || action.enabled === members[place]
        ? action
        : { ...action, enabled: members[place] };
    }),
  });
  const ran = yield* wins(
    coalitions.map((members) => ({ campaign, futures, scenario: scenarioOf(members) })),
    coalitions.length,
    true,
  );
  const worth = new Map(coalitions.map((members, index) => [keyOf(members), ran[index]]));
  const none = worth.get(keyOf(players.map(() => false)))!;
  const all = worth.get(keyOf(players.map(() => true)))!;

  // Exactly one sample of all orders, or one for each pair of orders.
  const samples = isExact
    ? [exactValues(ran, count)]
    : pairsOf(orders).map((pair) => valuesAlong(pair, worth, none));
  const { days } = all;
  const contribution = (members: readonly number[]): Contribution => {
    const sumOver = (of: (sample: Values) => Float64Array[], length: number) => {
      const sums = new Float64Array(length);
      for (const sample of samples)
        for (const member of members) addTo(sums, of(sample)[member], 1 / samples.length);
      return sums;
    };
    const leverageByDay = sumOver(({ leverages }) => leverages, days);
    const bySample = samples.map(({ gains }) =>
      members.reduce((sum, member) => sum + meanOf(gains[member]), 0),
    );
    return {
      gain: estimateOf(sumOver(({ gains }) => gains, futures)),
      samplingError: errorOf(bySample),
      leverageByDay,
      leverage: meanOf(leverageByDay),
    };
  };
  const leverageByDay = differenceOf(all.leverageByDay, none.leverageByDay);
  return {
    futures,
    days,
    runs: coalitions.length,
    method: isExact ? 'exact' : 'sampled',
    orders: orders.length,
    without: none.win,
    with: all.win,
    gain: estimateOf(differenceOf(all.winByFuture, none.winByFuture)),
    leverageByDay,
    leverage: meanOf(leverageByDay),
    actions: players.map((action, place) => ({
      actionId: action.id,
      kind: action.kind,
      power: powerOf(action),
      ...contribution([place]),
    })),
    powers: POWER_RESOURCES.map((power) => ({
      power,
      ...contribution(placesOf(players, (action) => powerOf(action) === power)),
    })),
  };
}

function placesOf(players: readonly Action[], isOne: (action: Action) => boolean): number[] {
  return players.flatMap((action, place) => (isOne(action) ? [place] : []));
}

function membersOf(mask: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, place) => ((mask >>> place) & 1) === 1);
}

function keyOf(members: readonly boolean[]): string {
  return members.map((isIn) => (isIn ? '1' : '0')).join('');
}

function addTo(sums: Float64Array, values: Float64Array, weight: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] += weight * values[i];
}

/** Σ over coalitions without the action of |S|!(n−|S|−1)!/n! times what it adds; `ran` by bit mask. */
function exactValues(ran: readonly Wins[], count: number): Values {
  // 1/(n·C(n−1, s)), built up from s = 0.
  const weights: number[] = [];
  for (let size = 0, choose = 1; size < count; size++) {
    weights.push(1 / (count * choose));
    choose = (choose * (count - 1 - size)) / (size + 1);
  }
  const gains: Float64Array[] = [];
  const leverages: Float64Array[] = [];
  for (let place = 0; place < count; place++) {
    const gain = new Float64Array(ran[0].winByFuture.length);
    const leverage = new Float64Array(ran[0].leverageByDay.length);
    for (let mask = 0; mask < ran.length; mask++) {
      if ((mask >>> place) & 1) continue;
      const without = ran[mask];
      const joined = ran[mask | (1 << place)];
      const weight = weights[sizeOf(mask)];
      addTo(gain, differenceOf(joined.winByFuture, without.winByFuture), weight);
      addTo(leverage, differenceOf(joined.leverageByDay, without.leverageByDay), weight);
    }
    gains.push(gain);
    leverages.push(leverage);
  }
  return { gains, leverages };
}

function sizeOf(mask: number): number {
  let size = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) size++;
  return size;
}

/** The mean of what each action adds along these orders. */
function valuesAlong(
  orders: readonly number[][],
  worth: ReadonlyMap<string, Wins>,
  none: Wins,
): Values {
  const count = orders[0].length;
  const gains = Array.from({ length: count }, () => new Float64Array(none.winByFuture.length));
  const leverages = Array.from(
    { length: count },
    () => new Float64Array(none.leverageByDay.length),
  );
  for (const order of orders) {
    const members = order.map(() => false);
    let before = none;
    for (const place of order) {
      members[place] = true;
      const after = worth.get(keyOf(members))!;
      const weight = 1 / orders.length;
      addTo(gains[place], differenceOf(after.winByFuture, before.winByFuture), weight);
      addTo(leverages[place], differenceOf(after.leverageByDay, before.leverageByDay), weight);
      before = after;
    }
  }
  return { gains, leverages };
}

/** Every coalition that the orders pass through, once, in the order in which they come by. */
function coalitionsOf(orders: readonly number[][], count: number): boolean[][] {
  const coalitions = new Map<string, boolean[]>();
  const visit = (members: readonly boolean[]) => {
    const key = keyOf(members);
    if (!coalitions.has(key)) coalitions.set(key, [...members]);
  };
  for (const order of orders) {
    const members = Array.from({ length: count }, () => false);
    visit(members);
    for (const place of order) {
      members[place] = true;
      visit(members);
    }
  }
  return [...coalitions.values()];
}

/** Standard error of the mean; 0 of a single sample, which is then exact. */
function errorOf(samples: readonly number[]): number {
  const n = samples.length;
  if (n < 2) return 0;
  const mean = samples.reduce((sum, value) => sum + value, 0) / n;
  const squares = samples.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return Math.sqrt(squares / (n - 1) / n);
}

function pairsOf(orders: readonly number[][]): number[][][] {
  return Array.from({ length: orders.length / 2 }, (_, pair) => [
    orders[2 * pair],
    orders[2 * pair + 1],
  ]);
}

/** As many pairs of a random order and its reverse, which follow from the seed alone. */
function ordersOf(count: number, pairs: number, seed: number): number[][] {
  const wanted = Math.max(2, Math.min(MOST_ORDER_PAIRS, Math.floor(pairs)));
  return Array.from({ length: wanted }, (_, pair) => {
    const order = Array.from({ length: count }, (_, place) => place);
    for (let i = count - 1; i > 0; i--) {
      const j = scrambled(seed, pair, i) % (i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return [order, order.toReversed()];
  }).flat();
}

/** 32 bits that follow from three integers (Murmur3's finaliser, as the futures' own luck, by other constants). */
function scrambled(seed: number, pair: number, step: number): number {
  let h = seed ^ Math.imul(pair + 1, 0x9e3779b1) ^ Math.imul(step + 1, 0x7feb352d);
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return h >>> 0;
}

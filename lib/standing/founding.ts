/**
 * The two founding effects, and where in the space of what is plausible they are lost.
 *
 * Regions are told apart by Monte Carlo filtering (Hornberger & Spear 1981; Saltelli et al. 2008, ch. 5): points are
 * parted into those where the actions help and those where they do not, and each number's two distributions are
 * compared. Points are scrambled Halton points; errors of means and shares come from independent scramblings.
 */
import type {
  FoundingEffect,
  FoundingReport,
  Measured,
  Separation,
  Turn,
  Vanishing,
  Verdicts,
} from '../model/doubt.ts';
import { MAX_DAYS, numberOf, withNumber, NUMBERS_OF_KIND } from '../model/action.ts';
import { MODEL_VERSION } from '../model/ensemble.ts';
import { fromScale, toScale, type Scale } from '../model/range.ts';
import type { CampaignScenario, Scenario } from '../model/scenario.ts';
import { Futures } from '../simulation/chance.ts';
import { INDIFFERENCE } from '../simulation/comparison.ts';
import { quantilesInto } from '../simulation/quantiles.ts';
import { foundingEffectOf, type TypedCampaign } from './campaign-types.ts';
import { plausibleSpace, PointRunner, type Factor } from './plausible-space.ts';
import { doubted, valuesOf } from './sensitivity.ts';

export interface FoundingRequest {
  seed: number;
  /** Points of each scrambling. */
  points: number;
  scramblings: number;
  onbegin?: (type: FoundingEffect['type']) => void;
}

export function foundingReport(request: FoundingRequest): FoundingReport {
  const { seed, points, scramblings, onbegin = () => {} } = request;
  const effects = (['sympathy', 'substitution'] as const).map((type) => {
    onbegin(type);
    return foundingEffect(foundingEffectOf(type), request);
  });
  return { modelVersion: MODEL_VERSION, seed, points, scramblings, effects };
}

/** Points of the space, and the effect at each. */
interface Sampled {
  /** values[factor][point], the scramblings one after the other. */
  values: Float64Array[];
  effects: Float64Array;
  /** Effect by the last day that was run, where that is later. */
  longer: Float64Array;
}

type SampledEffect = Pick<FoundingEffect, 'own' | 'space' | 'longer' | 'separations' | 'together'>;

/** What sampling the space says of an effect. */
export function sampledEffect(
  made: TypedCampaign,
  { seed, points, scramblings }: Pick<FoundingRequest, 'seed' | 'points' | 'scramblings'>,
): SampledEffect {
  const factors = plausibleSpace(made);
  const space = samplePoints(made, factors, { seed, points, scramblings, days: MAX_DAYS });
  const isOwn = factors.filter(({ origin }) => origin === 'own');
  const days = made.scenario.horizonDays;
  const own = samplePoints(made, isOwn, { seed, points, scramblings, days });
  const separations = factors
    .map((factor, index) => separationOf(factor, space.values[index]!, space.effects))
    .filter(({ distance, byChance }) => distance > byChance)
    .sort((one, other) => other.distance - one.distance);
  return {
    own: effectOver(own.effects, scramblings),
    space: effectOver(space.effects, scramblings),
    longer: {
      days: MAX_DAYS,
      mean: measured(space.longer, scramblings, (effect) => effect),
      verdicts: verdictsOf(space.longer, scramblings),
    },
    separations,
    together: togetherOf(separations, factors, space),
  };
}

function foundingEffect(made: TypedCampaign, request: FoundingRequest): FoundingEffect {
  const { campaign, scenario, baseline } = made;
  const factors = plausibleSpace(made);
  const chance = (one: Scenario) => certainChance({ campaign, scenario: one }, [], []);
  const [ours, theirs] = [chance(scenario), chance(baseline)];
  const { own, space, longer, separations, together } = sampledEffect(made, request);
  return {
    type: made.type as FoundingEffect['type'],
    campaignId: campaign.id,
    currency: campaign.currency,
    days: scenario.horizonDays,
    typical: { with: ours, without: theirs, effect: ours - theirs },
    own,
    space,
    longer,
    numbers: factors.length,
    separations,
    together,
    vanishings: vanishingsOf(made, factors),
    turns: turnsOf(made),
  };
}

/** Each scrambling is a run of points with luck of its own, and a seed of its own. */
export function samplePoints(
  { campaign, scenario, baseline }: TypedCampaign,
  factors: readonly Factor[],
  {
    seed,
    points,
    scramblings,
    days,
  }: { seed: number; points: number; scramblings: number; days: number },
): Sampled {
  const lasting = (one: Scenario) => ({ campaign, scenario: { ...one, horizonDays: days } });
  const ours = new PointRunner(lasting(scenario), factors, true);
  const theirs = new PointRunner(lasting(baseline), factors, true);
  const count = points * scramblings;
  const values = factors.map(() => new Float64Array(count));
  const effects = new Float64Array(count);
  const longer = new Float64Array(count);
  const point = new Float64Array(factors.length);
  const day = Math.min(days, scenario.horizonDays) - 1;
  for (let scrambling = 0; scrambling < scramblings; scrambling++) {
    const futures = new Futures(seed + scrambling);
    const offset = scrambling * points;
    factors.forEach((factor, index) =>
      values[index]!.set(
        valuesOf(factor, futures.normals(index, points).subarray(0, points)),
        offset,
      ),
    );
    for (let i = 0; i < points; i++) {
      for (let factor = 0; factor < factors.length; factor++) {
        point[factor] = values[factor]![offset + i]!;
      }
      const noiseKey = futures.noiseKey(i);
      ours.run(point, noiseKey);
      theirs.run(point, noiseKey);
      effects[offset + i] = ours.wonBy(day) - theirs.wonBy(day);
      longer[offset + i] = ours.wonBy(days - 1) - theirs.wonBy(days - 1);
    }
  }
  return { values, effects, longer };
}

/** Mean over all points, with its error from the scramblings, each of which is a sample of its own. */
function measured(
  effects: Float64Array,
  scramblings: number,
  of: (effect: number) => number,
): Measured {
  const points = effects.length / scramblings;
  const means = Array.from({ length: scramblings }, (_, scrambling) => {
    let sum = 0;
    for (let i = 0; i < points; i++) sum += of(effects[scrambling * points + i]!);
    return sum / points;
  });
  const value = means.reduce((sum, mean) => sum + mean, 0) / scramblings;
  const squares = means.reduce((sum, mean) => sum + (mean - value) * (mean - value), 0);
  return { value, error: Math.sqrt(squares / Math.max(1, scramblings - 1) / scramblings) };
}

const helps = (effect: number) => effect >= INDIFFERENCE;
const harms = (effect: number) => effect <= -INDIFFERENCE;
const nothing = (effect: number) => !helps(effect) && !harms(effect);

function verdictsOf(effects: Float64Array, scramblings: number): Verdicts {
  const share = (is: (effect: number) => boolean) =>
    measured(effects, scramblings, (effect) => (is(effect) ? 1 : 0));
  return { helps: share(helps), nothing: share(nothing), harms: share(harms) };
}

function effectOver(effects: Float64Array, scramblings: number): FoundingEffect['space'] {
  const quantiles = new Float64Array(3);
  quantilesInto(effects.slice(), [0.05, 0.5, 0.95], quantiles, 0);
  return {
    mean: measured(effects, scramblings, (effect) => effect),
    low: quantiles[0]!,
    median: quantiles[1]!,
    high: quantiles[2]!,
    verdicts: verdictsOf(effects, scramblings),
  };
}

/** A share of some points, with the error that so many drawn at random would have. */
function shareOf(count: number, of: number): Measured {
  const value = of > 0 ? count / of : 0;
  return { value, error: of > 0 ? Math.sqrt((value * (1 - value)) / of) : 0 };
}

/** Points in the order of a number's values. */
function sortedBy(values: Float64Array): Uint32Array {
  return Uint32Array.from(values, (_, index) => index).sort(
    (a, b) => values[a]! - values[b]! || a - b,
  );
}

/** Kolmogorov's 95 % point for two samples (Smirnov 1948). */
const KOLMOGOROV_95 = 1.358;

/** Where one number parts the points that help from the others. */
export function separationOf(
  factor: Factor,
  values: Float64Array,
  effects: Float64Array,
): Separation {
  const count = values.length;
  const order = sortedBy(values);
  let helped = 0;
  for (const effect of effects) if (helps(effect)) helped++;
  const others = count - helped;
  let [helpedBelow, distance, at, helpedAt] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (helps(effects[order[i]!]!)) helpedBelow++;
    const below = i + 1;
    // Between two points of one value nothing can be parted.
    if (below < count && values[order[i]!] === values[order[below]!]) continue;
    const gap = Math.abs(
      helpedBelow / Math.max(1, helped) - (below - helpedBelow) / Math.max(1, others),
    );
    if (gap > distance) [distance, at, helpedAt] = [gap, below, helpedBelow];
  }
  const thirds = [0, 1, 2].map((third): Verdicts => {
    const from = Math.floor((count * third) / 3);
    const to = Math.floor((count * (third + 1)) / 3);
    const among = (is: (effect: number) => boolean) => {
      let found = 0;
      for (let i = from; i < to; i++) if (is(effects[order[i]!]!)) found++;
      return shareOf(found, to - from);
    };
    return { helps: among(helps), nothing: among(nothing), harms: among(harms) };
  });
  return {
    of: doubted(factor),
    thirds: thirds as [Verdicts, Verdicts, Verdicts],
    distance: Math.min(helped, others) > 0 ? distance : 0,
    byChance: KOLMOGOROV_95 * Math.sqrt(count / (Math.max(1, helped) * Math.max(1, others))),
    threshold: at > 0 ? values[order[at - 1]!]! : values[order[0]!]!,
    below: shareOf(helpedAt, at),
    above: shareOf(helped - helpedAt, count - at),
  };
}

function thirdsOf(values: Float64Array): Uint8Array {
  const thirds = new Uint8Array(values.length);
  sortedBy(values).forEach((point, place) => {
    thirds[point] = Math.min(2, Math.floor((3 * place) / values.length));
  });
  return thirds;
}

function togetherOf(
  [first, second]: readonly Separation[],
  factors: readonly Factor[],
  { values, effects }: Sampled,
): FoundingEffect['together'] {
  if (!first || !second) return null;
  const [one, other] = [first, second].map(({ of }) =>
    thirdsOf(
      values[
        factors.findIndex(({ number }) => JSON.stringify(number) === JSON.stringify(of.number))
      ]!,
    ),
  ) as [Uint8Array, Uint8Array];
  const cells = [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) => {
      let [all, helped] = [0, 0];
      for (let i = 0; i < effects.length; i++) {
        if (one[i] !== row || other[i] !== column) continue;
        all++;
        if (helps(effects[i]!)) helped++;
      }
      return shareOf(helped, all);
    }),
  );
  return { first: first.of, second: second.of, helps: cells };
}

/** The chance where every number is typical and chance is off, but for some held at values. */
export function certainChance(
  { campaign, scenario }: CampaignScenario,
  factors: readonly Factor[],
  values: readonly number[],
): number {
  return new PointRunner({ campaign, scenario }, factors, false).win(values, 0);
}

/** How far beyond the range a value is looked for: ×/÷ on a log scale, of its half-widths on a plain one. */
const FARTHEST_FACTOR = 20;
const FARTHEST_WIDTHS = 4;
const FARTHEST_SHARES = [0.001, 0.999] as const;
const STEPS = 60;
const BISECTIONS = 24;

function vanishingsOf(
  { campaign, scenario, baseline }: TypedCampaign,
  factors: readonly Factor[],
): Vanishing[] {
  return factors
    .map((factor) => {
      const ours = new PointRunner({ campaign, scenario }, [factor], false);
      const theirs = new PointRunner({ campaign, scenario: baseline }, [factor], false);
      return vanishingOf(factor, (value) => ours.win([value], 0) - theirs.win([value], 0));
    })
    .filter(({ vanishes, turns }) => vanishes !== null || turns !== null)
    .sort((one, other) => distanceTo(one) - distanceTo(other));
}

/** Those that lose it within their ranges first, the nearest on their scale before the others. */
function distanceTo({ of, vanishes, turns }: Vanishing): number {
  const found = turns?.isInRange ? turns : (vanishes ?? turns)!;
  const half = found.value < of.typical ? of.typical - of.low : of.high - of.typical;
  return half > 0 ? Math.abs(found.value - of.typical) / half : Infinity;
}

/** Looks both ways from the typical value for the nearest at which the effect is lost. */
export function vanishingOf(factor: Factor, effectAt: (value: number) => number): Vanishing {
  const { low, typical, high, bounds } = factor;
  const { min, max } = bounds;
  const scale: Scale = bounds.scale === 'log' && typical === 0 ? 'plain' : bounds.scale;
  const hold = (value: number) => Math.min(max, Math.max(min, value));
  const half = Math.max(typical - low, high - typical);
  const [from, to] = (
    scale === 'logit'
      ? [Math.min(low, FARTHEST_SHARES[0]), Math.max(high, FARTHEST_SHARES[1])]
      : scale === 'log'
        ? [Math.min(low, typical / FARTHEST_FACTOR), Math.max(high, typical * FARTHEST_FACTOR)]
        : [typical - FARTHEST_WIDTHS * half, typical + FARTHEST_WIDTHS * half]
  ).map(hold) as [number, number];
  const at = (end: number, part: number) => {
    if (part >= 1) return end;
    const [a, b] = [toScale(scale, typical), toScale(scale, end, typical)];
    return part === 0 ? typical : hold(fromScale(scale, a + (b - a) * part));
  };
  const isInRange = (value: number) => value >= low && value <= high;

  /** Nearest value on the way to an end at which `lost` begins to hold. */
  const search = (end: number, lost: (effect: number) => boolean) => {
    let kept = 0;
    for (let step = 1; step <= STEPS; step++) {
      const part = step / STEPS;
      if (!lost(effectAt(at(end, part)))) {
        kept = part;
        continue;
      }
      let gone = part;
      for (let i = 0; i < BISECTIONS; i++) {
        const middle = (kept + gone) / 2;
        if (lost(effectAt(at(end, middle)))) gone = middle;
        else kept = middle;
      }
      return { value: at(end, gone), part: gone };
    }
    return null;
  };
  const nearest = (lost: (effect: number) => boolean) => {
    if (lost(effectAt(typical))) return null;
    const found = [search(from, lost), search(to, lost)].filter((each) => each !== null);
    if (found.length === 0) return null;
    const inRange = found.filter(({ value }) => isInRange(value));
    const [best] = (inRange.length > 0 ? inRange : found).sort((a, b) => a.part - b.part);
    return { value: best!.value, isInRange: isInRange(best!.value) };
  };
  return {
    of: doubted(factor),
    vanishes: nearest((effect) => effect < INDIFFERENCE),
    turns: nearest((effect) => effect < 0),
    looked: [from, to],
    effectAtLooked: [effectAt(from), effectAt(to)],
  };
}

/** What somebody does: beginning later, doing less, or leaving the service to the target. */
function turnsOf({ campaign, scenario, baseline, type }: TypedCampaign): Turn[] {
  const moved = new Set(
    scenario.actions
      .filter(
        ({ id, enabled }) =>
          enabled && !baseline.actions.some((other) => other.id === id && other.enabled),
      )
      .map(({ id }) => id),
  );
  const chance = (one: Scenario) => certainChance({ campaign, scenario: one }, [], []);
  const without = chance(baseline);
  const effectOf = (change: (action: Scenario['actions'][number]) => Scenario['actions'][number]) =>
    chance({
      ...scenario,
      actions: scenario.actions.map((action) => (moved.has(action.id) ? change(action) : action)),
    }) - without;
  const turns: Turn[] = [];

  const laterBy = (days: number) =>
    effectOf((action) => ({
      ...action,
      startDay: action.startDay + days,
      ...(action.kind === 'sympathyStrike' &&
        action.announcedDay !== null && { announcedDay: action.announcedDay + days }),
    }));
  let later = 1;
  while (later < scenario.horizonDays && laterBy(later) >= INDIFFERENCE) later++;
  turns.push(
    later < scenario.horizonDays
      ? { kind: 'later', at: later, effect: laterBy(later) }
      : { kind: 'later', at: null, effect: laterBy(scenario.horizonDays - 1) },
  );

  const smaller = (part: number) =>
    effectOf((action) => {
      const key = NUMBERS_OF_KIND[action.kind][0];
      const number = numberOf(action, key)!;
      const { low, typical, high } = number;
      const less = { low: low * part, typical: typical * part, high: high * part };
      const sized = withNumber(action, key, { ...number, ...less });
      // Fewer out, fewer hit: the harm done directly shrinks with the share.
      if (sized.kind !== 'sympathyStrike') return sized;
      const people = sized.peoplePerDay;
      return {
        ...sized,
        peoplePerDay: {
          ...people,
          low: people.low * part,
          typical: people.typical * part,
          high: people.high * part,
        },
      };
    });
  let [kept, gone] = [1, 0];
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (kept + gone) / 2;
    if (smaller(middle) >= INDIFFERENCE) kept = middle;
    else gone = middle;
  }
  turns.push({ kind: 'smaller', at: gone, effect: smaller(gone) });

  if (type === 'substitution') {
    const effect = effectOf((action) =>
      action.kind === 'serviceSubstitution' ? { ...action, provider: 'target' } : action,
    );
    turns.push({ kind: 'byTarget', at: null, effect });
  }
  return turns;
}

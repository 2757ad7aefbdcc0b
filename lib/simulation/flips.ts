/** What would have to be true? The smallest change of assumptions, within their ranges, that turns the verdict. */
import type { Flip, FlipRequest, Flips, HeldRun } from '../model/study.ts';
import { valueAtPosition, type Swinging } from './held-numbers.ts';
import type { Ask, Study, TaskResult } from './study.ts';
import { BISECTIONS, Effects } from './tornado.ts';

/** If no number alone turns it, pairs of this many are tried: those that pull hardest. */
const PULLING_NUMBERS = 6;

/** Numbers on their way from typical (0) towards one end each (1). */
interface Way {
  numbers: { number: Swinging; end: -1 | 1 }[];
  /** Nearest distance known to turn the effect, farthest known not to. */
  turned: number;
  unturned: number;
  run: HeldRun;
}

export function* flips(request: FlipRequest): Study<Flips> {
  const effects = new Effects(request);
  const { numbers } = effects;
  const ends = yield* endsOf(request, effects);
  const effect = effects.asDrawn!;
  const sign = effect.mean > 0 ? 1 : effect.mean < 0 ? -1 : 0;
  const isTurned = (run: HeldRun) => run.effect * sign < 0;

  const alone = numbers.flatMap((number, index) =>
    ([-1, 1] as const).map((end): Way => ({
      numbers: [{ number, end }],
      turned: 1,
      unturned: 0,
      run: ends[index][end === -1 ? 0 : 1],
    })),
  );
  let ways = alone.filter(({ run }) => isTurned(run));
  if (ways.length === 0 && sign !== 0) {
    const pulling = alone
      .toSorted((a, b) => sign * (a.run.effect - b.run.effect))
      .filter(
        (way, index, all) =>
          all.findIndex(({ numbers }) => numbers[0].number === way.numbers[0].number) === index,
      )
      .filter(({ run }) => sign * run.effect < sign * effect.mean)
      .slice(0, PULLING_NUMBERS);
    const pairs = pulling.flatMap((one, index) =>
      pulling.slice(index + 1).map((other): Way => ({
        numbers: [...one.numbers, ...other.numbers],
        turned: 1,
        unturned: 0,
        run: one.run,
      })),
    );
    const runs = yield* effects.run(pairs.map((pair) => trialOf(pair, 1)));
    ways = pairs.flatMap((pair, index) =>
      isTurned(runs[index]) ? [{ ...pair, run: runs[index] }] : [],
    );
  }

  effects.expect(ways.length * 2 * (BISECTIONS + 1));
  // The typical values may turn it already: then nothing has to move.
  for (let step = 0; step <= BISECTIONS; step++) {
    const open = ways.filter(({ turned, unturned }) => turned > unturned);
    const middles = open.map(({ turned, unturned }) => (step === 0 ? 0 : (turned + unturned) / 2));
    const runs = yield* effects.run(open.map((way, index) => trialOf(way, middles[index])));
    open.forEach((way, index) => {
      if (!isTurned(runs[index])) way.unturned = middles[index];
      else {
        way.turned = middles[index];
        way.run = runs[index];
      }
    });
  }
  return {
    futures: request.futures,
    days: effects.days,
    runs: effects.runs,
    effect,
    sign,
    flips: ways.map(flipOf).sort((a, b) => a.distance - b.distance),
  };
}

/** Both ends of every number: from the tornado where there is one, else run. */
function* endsOf(
  { tornado, futures }: FlipRequest,
  effects: Effects,
): Generator<Ask, [HeldRun, HeldRun][], TaskResult[]> {
  const known = new Map(tornado?.rows.map((row) => [JSON.stringify(row.number), row]));
  const rows = effects.numbers.map(({ number }) => known.get(JSON.stringify(number)));
  if (tornado?.futures === futures && rows.every((row) => row !== undefined)) {
    effects.asDrawn = tornado.effect;
    effects.days = tornado.days;
    return rows.map(({ low, high }) => [low, high]);
  }
  const trials = effects.numbers.flatMap((number) =>
    ([-1, 1] as const).map((end) => trialOf({ numbers: [{ number, end }] }, 1)),
  );
  const [, ...runs] = yield* effects.run([{ held: [] }, ...trials]);
  return effects.numbers.map((_, index) => [runs[2 * index], runs[2 * index + 1]]);
}

function trialOf({ numbers }: Pick<Way, 'numbers'>, distance: number) {
  return {
    held: numbers.map(({ number, end }) => ({
      number,
      value: valueAtPosition(number, end * distance),
    })),
  };
}

function flipOf({ numbers, turned, unturned, run }: Way): Flip {
  return {
    changes: numbers.map(({ number, end }) => ({
      number: number.number,
      typical: number.range.typical,
      value: valueAtPosition(number, end * turned),
    })),
    distance: turned,
    tolerance: Math.max(0, turned - unturned),
    effect: run.effect,
    scenario: run.scenario,
    baseline: run.baseline,
  };
}

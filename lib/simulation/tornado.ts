/** What the answer rests on: each uncertain number held at either end of its range, all else as drawn. */
import { baselineOf, pinnedBeside } from '../model/scenario.ts';
import type { HeldRun, SignChange, Tornado, TornadoRequest, TornadoRow } from '../model/study.ts';
import { between, held, swingingNumbers, valueAtPosition, type Swinging } from './held-numbers.ts';
import { differenceOf, estimateOf, wins, type Ask, type Study, type TaskResult } from './study.ts';

/** How often the half of a range is halved in search of a change of sign: to one part in 256 of the range. */
export const BISECTIONS = 8;

/** The run with each number of a list held at a value; an empty list is the run as drawn. */
export interface Trial {
  held: readonly { number: Swinging; value: number }[];
}

export function* tornado(request: TornadoRequest): Study<Tornado> {
  const effects = new Effects(request);
  const { numbers } = effects;
  const ends = numbers.flatMap((number) =>
    [-1, 1].map((position): Trial => ({
      held: [{ number, value: valueAtPosition(number, position) }],
    })),
  );
  const drawn = yield* effects.run([{ held: [] }, ...ends]);
  const [asDrawn, ...atEnds] = drawn;
  const rows = numbers.map((number, index): TornadoRow => {
    const [low, high] = [atEnds[2 * index], atEnds[2 * index + 1]];
    return {
      number: number.number,
      range: number.range,
      scale: number.bounds.scale,
      isCalibration: number.isCalibration,
      low,
      high,
      swing: Math.abs(high.effect - low.effect),
      winSwing: Math.abs(high.scenario - low.scenario),
      flip: null,
    };
  });
  const flipping = rows
    .map((row, index) => ({ row, number: numbers[index] }))
    .filter(({ row }) => row.low.effect * row.high.effect < 0);
  const flips = yield* effects.signChanges(
    flipping.map(({ row, number }) => ({ number, from: row.low, to: row.high })),
  );
  flipping.forEach(({ row }, index) => (row.flip = flips[index]));
  return {
    futures: request.futures,
    days: effects.days,
    runs: effects.runs,
    scenario: asDrawn.scenario,
    baseline: asDrawn.baseline,
    effect: effects.asDrawn!,
    // Sorting is stable: equal swings stay in the order of the numbers.
    rows: rows.sort((a, b) => b.swing - a.swing),
  };
}

/** Scenario and baseline with numbers held: a baseline that a number does not reach is not run again. */
export class Effects {
  readonly numbers: Swinging[];
  days = 0;
  runs = 0;
  /** The effect of the run as drawn, once that was run. */
  asDrawn: Tornado['effect'] | null = null;
  private total: number;
  private readonly request: TornadoRequest;
  private readonly baseline: TornadoRequest;
  /** Wins of the baseline as drawn. */
  private drawnBaseline: { winByFuture: Float64Array; win: number } | null = null;

  constructor(request: TornadoRequest) {
    const { campaign, scenario, withCalibration = true } = request;
    const baseline = request.baseline ?? baselineOf(scenario);
    this.request = request;
    this.baseline = { ...request, scenario: pinnedBeside(baseline, scenario) };
    this.numbers = swingingNumbers({ campaign, scenario }, baseline, withCalibration);
    this.total = 0;
  }

  /** Tells how many ensembles are still to come, beyond those that run() is given. */
  expect(more: number): void {
    this.total = this.runs + more;
  }

  /** What trials come to, in their order. */
  *run(trials: readonly Trial[]): Generator<Ask, HeldRun[], TaskResult[]> {
    const { futures } = this.request;
    const tasks: Parameters<typeof wins>[0][number][] = [];
    const place = (records: TornadoRequest) =>
      tasks.push({ campaign: records.campaign, scenario: records.scenario, futures }) - 1;
    const needsBaseline = this.drawnBaseline === null;
    const drawnAt = needsBaseline ? place(this.baseline) : -1;
    const places = trials.map((trial) => {
      const ours = place(withHeld(this.request, trial));
      const isReached = trial.held.some(({ number: { number } }) => this.reachesBaseline(number));
      return { ours, theirs: isReached ? place(withHeld(this.baseline, trial)) : drawnAt };
    });
    const total = Math.max(this.total, this.runs + tasks.length);
    const results = yield* wins(tasks, total);
    this.runs += tasks.length;
    if (drawnAt >= 0) this.drawnBaseline = results[drawnAt];
    return trials.map((trial, index) => {
      const { ours, theirs } = places[index];
      const scenario = results[ours];
      const baseline = theirs < 0 ? this.drawnBaseline! : results[theirs];
      this.days = scenario.days;
      const estimate = estimateOf(differenceOf(scenario.winByFuture, baseline.winByFuture));
      if (trial.held.length === 0) this.asDrawn = estimate;
      return {
        value: trial.held[0]?.value ?? NaN,
        scenario: scenario.win,
        baseline: baseline.win,
        effect: scenario.win - baseline.win,
        standardError: estimate.standardError,
      };
    });
  }

  /** Brings the two runs, of opposite signs, nearer to each other; all searches in step, so that they fill the pool. */
  *signChanges(
    searches: readonly { number: Swinging; from: HeldRun; to: HeldRun }[],
  ): Generator<Ask, SignChange[], TaskResult[]> {
    const brackets = searches.map(({ number, from, to }) => ({ number, from, to }));
    this.expect(2 * BISECTIONS * brackets.length);
    const middleOf = ({ number, from, to }: (typeof brackets)[number]) =>
      between(number.bounds.scale, from.value, to.value, number.range.typical);
    for (let step = 0; step < BISECTIONS; step++) {
      const middles = yield* this.run(
        brackets.map((bracket) => ({
          held: [{ number: bracket.number, value: middleOf(bracket) }],
        })),
      );
      brackets.forEach((bracket, index) => {
        const middle = middles[index];
        if (middle.effect * bracket.from.effect > 0) bracket.from = middle;
        else bracket.to = middle;
      });
    }
    return brackets.map((bracket) => ({
      value: middleOf(bracket),
      between: [bracket.from.value, bracket.to.value],
    }));
  }

  /** Does holding it change the baseline at all? */
  private reachesBaseline(number: Swinging['number']): boolean {
    if (number.of === 'campaign') return true;
    return this.baseline.scenario.actions.some(
      ({ id, enabled }) => enabled && id === number.actionId,
    );
  }
}

function withHeld(request: TornadoRequest, { held: numbers }: Trial): TornadoRequest {
  return numbers.reduce(
    (records, { number, value }) => held(records, number.number, value),
    request,
  );
}

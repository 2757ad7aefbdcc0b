/**
 * The page's side of the simulation: two workers, one for the scenario and one for what it is compared with. Latest
 * wins; a small ensemble comes first and the full one after; a worker that crashes or falls silent is replaced. While a
 * hand moves something, workers that would rest run ahead what the hand may want next.
 */
import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { Action } from '../model/action.ts';
import type { Comparison, EnsembleRequest, EnsembleResult } from '../model/ensemble.ts';
import { baselineOf, type Scenario } from '../model/scenario.ts';
import { compare } from '../simulation/comparison.ts';
import { digestsOf } from '../simulation/digest.ts';
import type { Campaign } from '../model/campaign.ts';
import type { RunOrder, RunOutcome, SimulationApi } from './api.ts';

/** Futures of the first picture after a change: enough for a curve, soon enough for a hand that is moving. */
export const FIRST_FUTURES = 128;
/** Futures of the picture that follows a hand: what is run ahead of it has so many. */
export const LIVE_FUTURES = 512;
/** A hand that goes too fast for two processors to run so many ahead of it has fewer: from so many ms a step on. */
const HURRIED_FUTURES = [
  { stepMs: 70, futures: LIVE_FUTURES },
  { stepMs: 0, futures: FIRST_FUTURES },
];

/** Futures of the picture that follows a hand which takes so long for a step. */
export function liveFuturesAt(stepMs: number): number {
  return HURRIED_FUTURES.find((each) => stepMs >= each.stepMs)!.futures;
}

/** Ensembles kept of those that were run ahead. */
const AHEAD_KEPT = 96;
const SILENCE_MS = 20_000;
/** What is run ahead goes on after this long, whatever has become of the picture it gave way to. */
const LONGEST_REST_MS = 100;
/** Baselines kept: one for each size of ensemble and a few to go back to. */
const BASELINES_KEPT = 6;

export interface CompareOrder extends EnsembleRequest {
  /** What it is compared with; null: itself without its solidarity actions. */
  baseline: Scenario | null;
  /** A hand is still moving: of this order there is one picture, as soon as may be, and no digest. */
  isLive?: boolean;
}

/** One picture of a comparison; `isFull` when it is the last and carries a digest. */
export interface Picture {
  comparison: Comparison;
  isFull: boolean;
}

export type CompareOutcome =
  | { kind: 'done'; comparison: Comparison }
  | { kind: 'superseded' }
  | { kind: 'failed'; message: string };

export interface CompareListener {
  onpicture?(picture: Picture): void;
  onprogress?(part: number): void;
}

/** One ensemble on its way, or done. */
interface Run {
  key: string;
  order: number;
  part: number;
  /** Nobody has asked for it yet. */
  isAhead: boolean;
  /** null until it has come to its end, and where that was no good one. */
  result: EnsembleResult | null;
  hasEnded: boolean;
  hasFirst: boolean;
  /** The first picture's futures; null where the whole ensemble is no larger, or the run ended without. */
  first: Promise<EnsembleResult | null>;
  outcome: Promise<RunOutcome>;
  settleFirst(first: EnsembleResult | null): void;
}

/** The first FIRST_FUTURES futures of a run. */
interface First {
  key: string;
  result: EnsembleResult;
}

/** One worker and its life: started when needed, replaced when it crashes, falls silent or is told to. */
class WorkerSlot {
  /** What runs on it, or ran last. */
  current: Run | null = null;
  private readonly createWorker: () => Worker;
  private readonly silenceMs: number;
  private readonly heard: () => void;
  private worker: Worker | null = null;
  private api: Remote<SimulationApi> | null = null;
  private lastHeardAt = 0;
  /** Calls that wait for an answer, and how to tell them that none will come. */
  private readonly waiting = new Set<(error: Error) => void>();

  constructor(createWorker: () => Worker, silenceMs: number, heard: () => void) {
    this.createWorker = createWorker;
    this.silenceMs = silenceMs;
    this.heard = heard;
  }

  private start(): Remote<SimulationApi> {
    if (this.api) return this.api;
    const worker = this.createWorker();
    const fail = (event: Event) => {
      event.preventDefault();
      // The last words of a worker that has been replaced already.
      if (this.worker !== worker) return;
      const message = 'message' in event ? String(event.message) : '';
      this.stop(new Error(message || 'the worker stopped'));
    };
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    this.worker = worker;
    this.api = wrap<SimulationApi>(worker);
    void this.api.listen(
      proxy((order: number, done: number, total: number, first: EnsembleResult | null) => {
        this.lastHeardAt = performance.now();
        const { current } = this;
        if (current?.order !== order) return;
        current.part = done / total;
        if (first) {
          current.hasFirst = true;
          current.settleFirst(first);
        }
        this.heard();
      }),
    );
    return this.api;
  }

  /** Ends the worker at once; the next run starts another. */
  stop(reason = new Error('the worker was stopped')): void {
    this.worker?.terminate();
    this.api?.[releaseProxy]();
    this.worker = null;
    this.api = null;
    for (const reject of this.waiting) reject(reason);
  }

  cancel(): void {
    if (!this.current) return;
    // Without a worker there is nothing to cancel; one that does not answer is found by its silence.
    void this.api?.cancel(this.current.order);
    this.current = null;
  }

  /** Ends what runs ahead on it and has brought its first picture: nobody has the time to look at more. */
  contentWithFirst(): void {
    const { current } = this;
    if (current?.isAhead && current.hasFirst && !current.hasEnded) this.cancel();
  }

  /** What runs ahead on it gives way for so long, ms; 0: goes on. */
  rest(ms: number): void {
    const { current } = this;
    // What somebody waits for by now does not rest.
    if (current && !current.hasEnded && (ms === 0 || current.isAhead)) void this.api?.rest(ms);
  }

  /** Runs an ensemble, after a crash or a silence once more on a new worker. A newer order has ended the older. */
  begin(order: number, key: string, request: EnsembleRequest, isAhead = false): Run {
    this.cancel();
    let settleFirst: Run['settleFirst'] = () => {};
    const first = new Promise<EnsembleResult | null>((resolve) => (settleFirst = resolve));
    const outcome = this.tryTwice({
      order,
      request,
      firstAt: FIRST_FUTURES,
      isAhead,
    }).then((reached) => {
      settleFirst(null);
      run.hasEnded = true;
      run.part = 1;
      if (reached.kind === 'done') run.result = reached.result;
      if (reached.kind === 'failed' && this.current?.order === order) this.current = null;
      return reached;
    });
    const run: Run = {
      key,
      order,
      part: 0,
      isAhead,
      result: null,
      hasEnded: false,
      hasFirst: false,
      first,
      outcome,
      settleFirst,
    };
    this.current = run;
    return run;
  }

  private async tryTwice(asked: RunOrder): Promise<RunOutcome> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.call(asked);
      } catch (error) {
        if (this.current?.order !== asked.order) return { kind: 'superseded' };
        this.stop();
        if (attempt < 2) continue;
        return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
      }
    }
  }

  /** A call to a dead worker never settles: it is raced against its errors and its silence. */
  private async call(asked: RunOrder): Promise<RunOutcome> {
    const api = this.start();
    this.lastHeardAt = performance.now();
    let timer: ReturnType<typeof setInterval> | undefined;
    let rejectMine: (error: Error) => void = () => {};
    const trouble = new Promise<never>((_, reject) => {
      rejectMine = reject;
      this.waiting.add(reject);
      timer = setInterval(() => {
        if (performance.now() - this.lastHeardAt > this.silenceMs)
          reject(new Error('the worker fell silent'));
      }, this.silenceMs / 20);
    });
    try {
      return await Promise.race([api.run(asked), trouble]);
    } finally {
      clearInterval(timer);
      this.waiting.delete(rejectMine);
    }
  }
}

/** A campaign is replaced, never changed in place: its mark stays true, and so does what it says. */
const campaignMarks = new WeakMap<Campaign, { mark: string; content: string }>();
/** What campaigns say, and the mark of it; used last, last. One that is forgotten is run again, no more. */
const marksOfContent = new Map<string, string>();
const CONTENTS_KEPT = 64;
let marks = 0;

/** Short, and the same for campaigns whose numbers are: what they say is long, and is asked for with a hand's every step. */
function campaignMark(campaign: Campaign): string {
  const known = campaignMarks.get(campaign);
  const content =
    known?.content ?? JSON.stringify([campaign.numbers, campaign.employer, campaign.sectors]);
  const mark = known?.mark ?? marksOfContent.get(content) ?? `campaign ${++marks}`;
  if (!known) campaignMarks.set(campaign, { mark, content });
  marksOfContent.delete(content);
  marksOfContent.set(content, mark);
  if (marksOfContent.size > CONTENTS_KEPT) {
    marksOfContent.delete(marksOfContent.keys().next().value!);
  }
  return mark;
}

/** Nor is an action: of those that a hand leaves alone, and of those run ahead, it is asked for again and again. */
const actionKeys = new WeakMap<Action, string>();

function actionKey(action: Action): string {
  const known = actionKeys.get(action) ?? JSON.stringify(action);
  actionKeys.set(action, known);
  return known;
}

/** What an ensemble's numbers depend on, as a key within this page: names, notes and switched-off actions do not count. */
export function ensembleKey({ campaign, scenario, ...rest }: EnsembleRequest): string {
  return [
    campaignMark(campaign),
    ...scenario.actions.filter((action) => action.enabled).map(actionKey),
    JSON.stringify([
      scenario.horizonDays,
      scenario.fixedLengthDays,
      scenario.seed,
      rest.futures,
      rest.certain,
      rest.allQuantiles,
      rest.hardshipLimit,
      rest.supportLimit,
    ]),
  ].join('\n');
}

export class SimulationClient {
  private readonly slots: readonly [WorkerSlot, WorkerSlot];
  /** Baselines that ran to their end, last used last. */
  private readonly baselines = new Map<string, Run>();
  /** Runs of at most LIVE_FUTURES that came to their end, last used last. */
  private readonly live = new Map<string, Run>();
  /** First pictures on the way to those: what a hand that goes fast may see of them. */
  private readonly firsts = new Map<string, First>();
  /** What the hand may want next, the likeliest first. */
  private ahead: readonly EnsembleRequest[] = [];
  private givesWay = false;
  private compared: readonly Run[] = [];
  private newest = 0;
  private orders = 0;
  private listener: CompareListener = {};
  private disposed = false;

  /**
   * @param createWorker starts the worker script; the page knows its address
   * @param silenceMs a worker that has said nothing for this long is replaced
   */
  constructor(createWorker: () => Worker, silenceMs = SILENCE_MS) {
    const slot = () =>
      new WorkerSlot(createWorker, silenceMs, () => {
        const parts = this.compared.map(({ part }) => part);
        this.listener.onprogress?.(parts.reduce((sum, part) => sum + part / parts.length, 0));
      });
    this.slots = [slot(), slot()];
  }

  /** Ends what is running. */
  cancel(): void {
    this.newest++;
    for (const slot of this.slots) slot.cancel();
  }

  /** Ends the workers; the client cannot be used again. */
  dispose(): void {
    this.disposed = true;
    this.cancel();
    for (const slot of this.slots) slot.stop();
  }

  /** Ends the workers as a crash would: what runs begins again on new ones. */
  restart(): void {
    for (const slot of this.slots) slot.stop();
  }

  /**
   * Compares a scenario with its baseline on the same futures. A newer call ends this one, which then answers
   * 'superseded'. The listener hears a first picture of few futures, then the full one.
   */
  async compare(order: CompareOrder, listener: CompareListener = {}): Promise<CompareOutcome> {
    if (this.disposed) return { kind: 'superseded' };
    const mine = ++this.newest;
    this.listener = listener;
    const { baseline, isLive = false, ...request } = order;
    const baselineRequest = { ...request, scenario: baseline ?? baselineOf(request.scenario) };
    if (!isLive) this.ahead = [];
    const ours = this.runOn(this.slots[0], request);
    const theirs = this.runBaseline(baselineRequest, ours);
    this.compared = [ours, theirs];
    ours.isAhead = theirs.isAhead = false;
    this.rest(0);
    this.lookAhead();

    // What the hand saw last stands until the full picture comes: fewer futures would be a step back.
    const isLarge = !isLive && request.futures > LIVE_FUTURES;
    const seen = isLarge ? this.livePair(request, baselineRequest, FIRST_FUTURES) : null;
    if (seen) listener.onpicture?.({ comparison: unsigned(...seen), isFull: false });
    else if (!ours.result || !theirs.result) {
      const [first, firstBaseline] = await Promise.all([ours.first, theirs.first]);
      if (mine !== this.newest) return { kind: 'superseded' };
      if (first && firstBaseline) {
        listener.onpicture?.({ comparison: unsigned(first, firstBaseline), isFull: false });
      }
    }

    const [reached, reachedBaseline] = await Promise.all([ours.outcome, theirs.outcome]);
    if (mine !== this.newest) return { kind: 'superseded' };
    if (reached.kind !== 'done') return reached;
    if (reachedBaseline.kind !== 'done') return reachedBaseline;
    const plain = unsigned(reached.result, reachedBaseline.result);
    if (isLive) {
      listener.onpicture?.({ comparison: plain, isFull: false });
      return { kind: 'done', comparison: plain };
    }
    const comparison = { ...plain, ...(await digestsOf(plain)) };
    if (mine !== this.newest) return { kind: 'superseded' };
    listener.onpicture?.({ comparison, isFull: true });
    return { kind: 'done', comparison };
  }

  /**
   * What a hand that moves something may ask for next, the likeliest first: a worker that would rest runs it, with
   * LIVE_FUTURES futures at most, and a live order that asks for it finds it there.
   */
  foresee(orders: readonly CompareOrder[]): void {
    this.ahead = orders.flatMap(({ baseline, isLive: _, ...asked }) => {
      const request = { ...asked, futures: Math.min(asked.futures, LIVE_FUTURES) };
      return [request, { ...request, scenario: baseline ?? baselineOf(request.scenario) }];
    });
    const isHurried = orders.every(({ futures }) => futures <= FIRST_FUTURES);
    if (isHurried) for (const slot of this.slots) slot.contentWithFirst();
    this.rest(0);
    this.lookAhead();
  }

  /**
   * A hand has moved, and waits for its picture: what is run ahead leaves the processors to the page, until something
   * is asked for or foreseen anew.
   */
  giveWay(): void {
    this.rest(LONGEST_REST_MS);
  }

  private rest(ms: number): void {
    this.givesWay = ms > 0;
    for (const slot of this.slots) slot.rest(ms);
  }

  /**
   * What a live order asks for, where all of it was run ahead: at once, so that one drawing does for the edit and its
   * picture. Ends what ran for an older order. null where it has to be run: by `compare`.
   */
  findAhead({ baseline, isLive: _, ...request }: CompareOrder): Comparison | null {
    const theirs = { ...request, scenario: baseline ?? baselineOf(request.scenario) };
    const pair = this.livePair(request, theirs, request.futures);
    if (!pair) return null;
    this.newest++;
    this.compared = [];
    for (const slot of this.slots) this.release(slot);
    return unsigned(...pair);
  }

  private lookAhead(): void {
    if (this.disposed || this.givesWay) return;
    for (const slot of [this.slots[1], this.slots[0]]) {
      if (this.ahead.length === 0) return;
      if (!isBusy(slot)) this.beginAhead(slot);
    }
  }

  private beginAhead(slot: WorkerSlot): void {
    while (this.ahead.length > 0) {
      const [request, ...others] = this.ahead;
      this.ahead = others;
      const key = ensembleKey(request);
      const isRunning = this.slots.some(({ current }) => current?.key === key);
      if (
        isRunning ||
        sizesFrom(request.futures).some((futures) => this.find({ ...request, futures }))
      )
        continue;
      this.begin(slot, key, request, true);
      return;
    }
  }

  private find(request: EnsembleRequest): EnsembleResult | null {
    const key = ensembleKey(request);
    const ahead = this.live.get(key);
    if (ahead) keep(this.live, ahead, AHEAD_KEPT);
    const baseline = this.baselines.get(key);
    if (baseline) keep(this.baselines, baseline, BASELINES_KEPT);
    const first = this.firsts.get(key);
    if (first) keep(this.firsts, first, AHEAD_KEPT);
    return (ahead ?? baseline ?? first)?.result ?? null;
  }

  /** Both sides, of the most futures, at `least` so many, that a hand has seen, or may see, of them. */
  private livePair(
    request: EnsembleRequest,
    baseline: EnsembleRequest,
    least: number,
  ): [EnsembleResult, EnsembleResult] | null {
    for (const futures of sizesFrom(least)) {
      const ours = this.find({ ...request, futures });
      const theirs = ours && this.find({ ...baseline, futures });
      if (theirs) return [ours, theirs];
    }
    return null;
  }

  private begin(slot: WorkerSlot, key: string, request: EnsembleRequest, isAhead = false): Run {
    const run = slot.begin(++this.orders, key, request, isAhead);
    if (request.futures <= LIVE_FUTURES) {
      void run.first.then((result) => {
        const keyOfFirst = ensembleKey({ ...request, futures: FIRST_FUTURES });
        if (result) keep(this.firsts, { key: keyOfFirst, result }, AHEAD_KEPT);
      });
    }
    void run.outcome.then(({ kind }) => {
      if (kind === 'done' && request.futures <= LIVE_FUTURES) keep(this.live, run, AHEAD_KEPT);
      if (kind !== 'superseded') this.lookAhead();
    });
    return run;
  }

  /** Something that ran for an older order, and that nobody asks for now, makes room. */
  private release(slot: WorkerSlot, ...wanted: (Run | null)[]): void {
    const { current } = slot;
    if (current && isBusy(slot) && !current.isAhead && !wanted.includes(current)) slot.cancel();
  }

  private runOn(preferred: WorkerSlot, request: EnsembleRequest, beside: Run | null = null): Run {
    const key = ensembleKey(request);
    const found =
      this.live.get(key) ?? this.slots.find(({ current }) => current?.key === key)?.current;
    if (found) {
      if (this.live.has(key)) keep(this.live, found, AHEAD_KEPT);
      this.release(preferred, found, beside);
      return found;
    }
    // What was run ahead, and is asked for now, may be under way on either.
    const [first, second] = this.slots;
    const other = preferred === first ? second : first;
    const isTaken = beside !== null && preferred.current === beside && !beside.hasEnded;
    return this.begin(isTaken ? other : preferred, key, request);
  }

  /** The baseline does not move while a solidarity action is dragged: it is let run, and kept. */
  private runBaseline(request: EnsembleRequest, ours: Run): Run {
    const [, second] = this.slots;
    const kept = this.baselines.get(ensembleKey(request));
    if (kept) {
      keep(this.baselines, kept, BASELINES_KEPT);
      this.release(second, ours);
      return kept;
    }
    const run = this.runOn(second, request, ours);
    void run.outcome.then(({ kind }) => {
      if (kind === 'done') keep(this.baselines, run, BASELINES_KEPT);
    });
    return run;
  }
}

/** Sizes in which something may have been run ahead, the largest first: `least`, and those above it. */
function sizesFrom(least: number): number[] {
  const larger = HURRIED_FUTURES.map(({ futures }) => futures).filter((size) => size > least);
  return [...larger, least];
}

function isBusy({ current }: WorkerSlot): boolean {
  return current !== null && !current.hasEnded;
}

/** Puts a run last, the place of what was used last; the one that was used longest ago makes room. */
function keep<Kept extends { key: string }>(
  runs: Map<string, Kept>,
  run: Kept,
  most: number,
): void {
  runs.delete(run.key);
  runs.set(run.key, run);
  const oldest = runs.keys().next().value;
  if (runs.size > most && oldest !== undefined) runs.delete(oldest);
}

/** A picture on the way: the digest is that of the full one. */
function unsigned(scenario: EnsembleResult, baseline: EnsembleResult): Comparison {
  return { ...compare(scenario, baseline), digest: '', olderDigests: {} };
}

/**
 * The page's side of the simulation: two workers, one for the scenario and one for what it is compared with. Latest
 * wins; a small ensemble comes first and the full one after; a worker that crashes or falls silent is replaced.
 */
import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { Comparison, EnsembleRequest, EnsembleResult } from '../model/ensemble.ts';
import { baselineOf, type Scenario } from '../model/scenario.ts';
import { compare } from '../simulation/comparison.ts';
import { digestOf } from '../simulation/digest.ts';
import type { RunOutcome, SimulationApi } from './api.ts';

/** Futures of the first picture after a change: enough for a curve, soon enough for a hand that is moving. */
export const FIRST_FUTURES = 128;
const SILENCE_MS = 20_000;
/** Baselines kept: one for each size of ensemble and a few to go back to. */
const BASELINES_KEPT = 6;

export interface CompareOrder extends EnsembleRequest {
  /** What it is compared with; null: itself without its solidarity actions. */
  baseline: Scenario | null;
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
  /** The first picture's futures; null where the whole ensemble is no larger, or the run ended without. */
  first: Promise<EnsembleResult | null>;
  outcome: Promise<RunOutcome>;
  settleFirst(first: EnsembleResult | null): void;
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
        if (first) current.settleFirst(first);
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

  /** Runs an ensemble, after a crash or a silence once more on a new worker. A newer order has ended the older. */
  begin(order: number, key: string, request: EnsembleRequest): Run {
    this.cancel();
    let settleFirst: Run['settleFirst'] = () => {};
    const first = new Promise<EnsembleResult | null>((resolve) => (settleFirst = resolve));
    const outcome = this.tryTwice(order, request).then((reached) => {
      settleFirst(null);
      if (reached.kind === 'failed' && this.current?.order === order) this.current = null;
      return reached;
    });
    const run: Run = { key, order, part: 0, first, outcome, settleFirst };
    this.current = run;
    return run;
  }

  private async tryTwice(order: number, request: EnsembleRequest): Promise<RunOutcome> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.call(order, request);
      } catch (error) {
        if (this.current?.order !== order) return { kind: 'superseded' };
        this.stop();
        if (attempt < 2) continue;
        return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
      }
    }
  }

  /** A call to a dead worker never settles: it is raced against its errors and its silence. */
  private async call(order: number, request: EnsembleRequest): Promise<RunOutcome> {
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
      return await Promise.race([api.run({ order, request, firstAt: FIRST_FUTURES }), trouble]);
    } finally {
      clearInterval(timer);
      this.waiting.delete(rejectMine);
    }
  }
}

/** What an ensemble's numbers depend on, as a key: names, notes and switched-off actions do not count. */
export function ensembleKey({ campaign, scenario, ...rest }: EnsembleRequest): string {
  return JSON.stringify([
    campaign.numbers,
    campaign.employer,
    campaign.sectors,
    scenario.actions.filter((action) => action.enabled),
    scenario.horizonDays,
    scenario.fixedLengthDays,
    scenario.seed,
    rest.futures,
    rest.certain,
    rest.allQuantiles,
    rest.hardshipLimit,
    rest.supportLimit,
  ]);
}

export class SimulationClient {
  private readonly slots: readonly [WorkerSlot, WorkerSlot];
  /** Baselines that ran to their end, last used last. */
  private readonly baselines = new Map<string, Run>();
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
        const [ours, theirs] = this.slots;
        this.listener.onprogress?.(((ours.current?.part ?? 1) + (theirs.current?.part ?? 1)) / 2);
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
    const { baseline, ...request } = order;
    const runs = [
      this.runOn(this.slots[0], request),
      this.runBaseline({ ...request, scenario: baseline ?? baselineOf(request.scenario) }),
    ] as const;

    const [first, firstBaseline] = await Promise.all([runs[0].first, runs[1].first]);
    if (mine !== this.newest) return { kind: 'superseded' };
    if (first && firstBaseline) {
      const comparison = { ...compare(first, firstBaseline), digest: '' };
      listener.onpicture?.({ comparison, isFull: false });
    }

    const [ours, theirs] = await Promise.all([runs[0].outcome, runs[1].outcome]);
    if (mine !== this.newest) return { kind: 'superseded' };
    if (ours.kind !== 'done') return ours;
    if (theirs.kind !== 'done') return theirs;
    const unsigned = compare(ours.result, theirs.result);
    const comparison = { ...unsigned, digest: await digestOf(unsigned) };
    if (mine !== this.newest) return { kind: 'superseded' };
    listener.onpicture?.({ comparison, isFull: true });
    return { kind: 'done', comparison };
  }

  private runOn(slot: WorkerSlot, request: EnsembleRequest): Run {
    const key = ensembleKey(request);
    return slot.current?.key === key ? slot.current : slot.begin(++this.orders, key, request);
  }

  /** The baseline does not move while a solidarity action is dragged: it is let run, and kept. */
  private runBaseline(request: EnsembleRequest): Run {
    const [, slot] = this.slots;
    const kept = this.baselines.get(ensembleKey(request));
    if (kept) {
      this.keep(kept);
      slot.cancel();
      return kept;
    }
    const run = this.runOn(slot, request);
    void run.outcome.then(({ kind }) => {
      if (kind === 'done') this.keep(run);
    });
    return run;
  }

  private keep(run: Run): void {
    this.baselines.delete(run.key);
    this.baselines.set(run.key, run);
    const oldest = this.baselines.keys().next().value;
    if (this.baselines.size > BASELINES_KEPT && oldest !== undefined) this.baselines.delete(oldest);
  }
}

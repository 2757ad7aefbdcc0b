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
/** A worker that has said nothing for this long is replaced. */
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

/** One worker and its life: started when needed, replaced when it crashes, falls silent or is told to. */
class WorkerSlot {
  private readonly createWorker: () => Worker;
  private readonly heard: (order: number, done: number, total: number) => void;
  private worker: Worker | null = null;
  private api: Remote<SimulationApi> | null = null;
  private lastHeardAt = 0;
  /** Runs that wait for an answer, and how to tell them that none will come. */
  private readonly waiting = new Set<(error: Error) => void>();

  constructor(createWorker: () => Worker, heard: WorkerSlot['heard']) {
    this.createWorker = createWorker;
    this.heard = heard;
  }

  private start(): Remote<SimulationApi> {
    if (this.api) return this.api;
    const worker = this.createWorker();
    const fail = (event: Event) => {
      event.preventDefault();
      this.giveUp(new Error(event instanceof ErrorEvent ? event.message : 'the worker stopped'));
    };
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    this.worker = worker;
    this.api = wrap<SimulationApi>(worker);
    void this.api.listen(
      proxy((order: number, done: number, total: number) => {
        this.lastHeardAt = performance.now();
        this.heard(order, done, total);
      }),
    );
    return this.api;
  }

  /** Ends the worker at once; the next run starts another. */
  stop(): void {
    this.worker?.terminate();
    this.api?.[releaseProxy]();
    this.worker = null;
    this.api = null;
    this.giveUp(new Error('the worker was stopped'));
  }

  private giveUp(error: Error): void {
    for (const reject of this.waiting) reject(error);
  }

  cancel(order: number): void {
    // Without a worker there is nothing to cancel; a worker that does not answer is found by its silence.
    void this.api?.cancel(order);
  }

  /** A call to a dead worker never settles: it is raced against its errors and its silence. */
  async run(order: number, request: EnsembleRequest): Promise<RunOutcome> {
    const api = this.start();
    this.lastHeardAt = performance.now();
    let timer: ReturnType<typeof setInterval> | undefined;
    let rejectMine: (error: Error) => void = () => {};
    const trouble = new Promise<never>((_, reject) => {
      rejectMine = reject;
      this.waiting.add(reject);
      timer = setInterval(() => {
        if (performance.now() - this.lastHeardAt > SILENCE_MS)
          reject(new Error('the worker fell silent'));
      }, 1000);
    });
    try {
      return await Promise.race([api.run({ order, request }), trouble]);
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
  private readonly baselines = new Map<string, EnsembleResult>();
  private newest = 0;
  private listener: CompareListener = {};
  private parts = [0, 0];
  private disposed = false;

  /** @param createWorker starts the worker script; the page knows its address */
  constructor(createWorker: () => Worker) {
    const slot = (index: 0 | 1) =>
      new WorkerSlot(createWorker, (order, done, total) => {
        if (order !== this.newest) return;
        this.parts[index] = done / total;
        this.listener.onprogress?.((this.parts[0] + this.parts[1]) / 2);
      });
    this.slots = [slot(0), slot(1)];
  }

  /** Ends what is running. */
  cancel(): void {
    const order = this.newest++;
    for (const slot of this.slots) slot.cancel(order);
  }

  /** Ends the workers; the client cannot be used again. */
  dispose(): void {
    this.disposed = true;
    this.newest++;
    for (const slot of this.slots) slot.stop();
  }

  /** Ends the workers as a crash would; the next order starts new ones. */
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
    for (const slot of this.slots) slot.cancel(mine - 1);
    this.listener = listener;
    const { baseline, ...request } = order;
    const baselineRequest = { ...request, scenario: baseline ?? baselineOf(request.scenario) };
    const sizes =
      request.certain || request.futures <= FIRST_FUTURES
        ? [request.futures]
        : [FIRST_FUTURES, request.futures];
    for (const futures of sizes) {
      this.parts = [0, 0];
      const [ours, theirs] = await Promise.all([
        this.runOn(0, mine, { ...request, futures }),
        this.runBaseline(mine, { ...baselineRequest, futures }),
      ]);
      if (mine !== this.newest) return { kind: 'superseded' };
      if (ours.kind !== 'done') return ours;
      if (theirs.kind !== 'done') return theirs;
      const unsigned = compare(ours.result, theirs.result);
      const isFull = futures === request.futures;
      const comparison = { ...unsigned, digest: isFull ? await digestOf(unsigned) : '' };
      if (mine !== this.newest) return { kind: 'superseded' };
      listener.onpicture?.({ comparison, isFull });
      if (isFull) return { kind: 'done', comparison };
    }
    return { kind: 'superseded' };
  }

  /** The baseline does not move while a solidarity action is dragged: it is kept. */
  private async runBaseline(order: number, request: EnsembleRequest): Promise<RunOutcome> {
    const key = ensembleKey(request);
    const kept = this.baselines.get(key);
    if (kept) {
      this.parts[1] = 1;
      return { kind: 'done', result: kept };
    }
    const outcome = await this.runOn(1, order, request);
    if (outcome.kind === 'done') {
      this.baselines.set(key, outcome.result);
      const oldest = this.baselines.keys().next().value;
      if (this.baselines.size > BASELINES_KEPT && oldest !== undefined)
        this.baselines.delete(oldest);
    }
    return outcome;
  }

  /** Runs on a slot; after a crash or a silence once more on a new worker. */
  private async runOn(index: 0 | 1, order: number, request: EnsembleRequest): Promise<RunOutcome> {
    const slot = this.slots[index];
    for (let attempt = 1; ; attempt++) {
      try {
        return await slot.run(order, request);
      } catch (error) {
        if (order !== this.newest) return { kind: 'superseded' };
        slot.stop();
        if (attempt === 2)
          return {
            kind: 'failed',
            message: error instanceof Error ? error.message : String(error),
          };
      }
    }
  }
}

/**
 * The page's side of the studies: a pool of workers that takes one ensemble at a time from whatever is being asked.
 * Of the same question the latest wins; different questions share the pool in turn. A worker that crashes or falls
 * silent is replaced, and what it was at is begun again.
 */
import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { ChecksAnswer, ChecksRequest } from '../model/check-verdicts.ts';
import type {
  Attribution,
  AttributionRequest,
  EffectRequest,
  FlipRequest,
  Flips,
  InformationValues,
  NextActionRequest,
  NextActions,
  SectorSpread,
  SideBySide,
  SideBySideRequest,
  StartDayRequest,
  StartDays,
  StrengthRequest,
  Strengths,
  Tornado,
  TornadoRequest,
} from '../model/study.ts';
import { attribution } from '../simulation/attribution.ts';
import { judgeChecks } from '../simulation/checks.ts';
import { sectorSpread } from '../simulation/compared-spread.ts';
import { flips } from '../simulation/flips.ts';
import { informationValues } from '../simulation/information.ts';
import { nextActions } from '../simulation/next-actions.ts';
import { startDays, strengths } from '../simulation/one-action.ts';
import { sideBySide } from '../simulation/side-by-side.ts';
import type { Study, Task, TaskResult } from '../simulation/study.ts';
import { tornado } from '../simulation/tornado.ts';
import type { SimulationApi, TaskOutcome } from './api.ts';

const SILENCE_MS = 20_000;
const WORKERS = 2;
/** A hand that has taken hold of something and not moved it by then has the studies go on beside it. */
const LONGEST_REST_MS = 1000;

export type StudyOutcome<Answer> =
  | { kind: 'done'; answer: Answer }
  /** The same question was asked again. */
  | { kind: 'superseded' }
  /** Its signal was aborted, or the client is no more. */
  | { kind: 'cancelled' }
  | { kind: 'failed'; message: string };

export interface StudyListener {
  signal?: AbortSignal;
  /** The part that is done, 0–1, never less than it was. */
  onprogress?(part: number): void;
}

/** One worker of the pool, started when needed. */
class Lane {
  /** What it is at; 0 = nothing. */
  order = 0;
  private readonly createWorker: () => Worker;
  private readonly silenceMs: number;
  private worker: Worker | null = null;
  private api: Remote<SimulationApi> | null = null;
  private lastHeardAt = 0;
  private fail: (error: Error) => void = () => {};

  constructor(createWorker: () => Worker, silenceMs: number) {
    this.createWorker = createWorker;
    this.silenceMs = silenceMs;
  }

  private start(): Remote<SimulationApi> {
    if (this.api) return this.api;
    const worker = this.createWorker();
    const broken = (event: Event) => {
      event.preventDefault();
      if (this.worker !== worker) return;
      const message = 'message' in event ? String(event.message) : '';
      this.stop(new Error(message || 'the worker stopped'));
    };
    worker.addEventListener('error', broken);
    worker.addEventListener('messageerror', broken);
    this.worker = worker;
    this.api = wrap<SimulationApi>(worker);
    void this.api.listen(proxy(() => (this.lastHeardAt = performance.now())));
    return this.api;
  }

  stop(reason = new Error('the worker was stopped')): void {
    this.worker?.terminate();
    this.api?.[releaseProxy]();
    this.worker = null;
    this.api = null;
    this.fail(reason);
  }

  cancel(): void {
    if (this.order > 0) void this.api?.cancel(this.order);
  }

  /** Its worker rests for so long from now, ms, whatever it is given meanwhile; 0: goes on. */
  rest(ms: number): void {
    void this.api?.rest(ms);
  }

  /** Runs a task; after a crash or a silence once more on a new worker, unless nobody waits for it any more. */
  async work(order: number, task: Task, isWanted: () => boolean): Promise<TaskOutcome> {
    this.order = order;
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.call(order, task);
        } catch (error) {
          this.stop();
          if (!isWanted()) return { kind: 'superseded' };
          if (attempt === 1) continue;
          const message = error instanceof Error ? error.message : String(error);
          return { kind: 'failed', message };
        }
      }
    } finally {
      this.order = 0;
    }
  }

  private async call(order: number, task: Task): Promise<TaskOutcome> {
    const api = this.start();
    this.lastHeardAt = performance.now();
    let timer: ReturnType<typeof setInterval> | undefined;
    const trouble = new Promise<never>((_, reject) => {
      this.fail = reject;
      timer = setInterval(() => {
        if (performance.now() - this.lastHeardAt > this.silenceMs)
          reject(new Error('the worker fell silent'));
      }, this.silenceMs / 20);
    });
    try {
      return await Promise.race([api.work({ order, task }), trouble]);
    } finally {
      clearInterval(timer);
      this.fail = () => {};
    }
  }
}

/** A study under way: the batch it has asked for, and what has come of it. */
interface Job {
  question: string;
  study: Study<unknown>;
  tasks: Task[];
  results: TaskResult[];
  given: number;
  returned: number;
  /** Of all batches so far, and what the study thinks it will come to. */
  done: number;
  total: number;
  part: number;
  isOver: boolean;
  onprogress: (part: number) => void;
  end: (outcome: StudyOutcome<unknown>) => void;
}

export class StudyClient {
  private readonly lanes: Lane[];
  /** In the order in which they are served next. */
  private jobs: Job[] = [];
  private readonly atWork = new Map<Lane, Job>();
  private orders = 0;
  /** While it gives way. */
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;

  /**
   * @param createWorker starts the worker script of the simulation; the page knows its address
   * @param workers how many at most; the answers are the same bytes on any number
   */
  constructor(createWorker: () => Worker, workers = WORKERS, silenceMs = SILENCE_MS) {
    this.lanes = Array.from({ length: workers }, () => new Lane(createWorker, silenceMs));
  }

  attribution(request: AttributionRequest, listener?: StudyListener) {
    return this.ask<Attribution>('attribution', () => attribution(request), listener);
  }
  tornado(request: TornadoRequest, listener?: StudyListener) {
    return this.ask<Tornado>('tornado', () => tornado(request), listener);
  }
  startDays(request: StartDayRequest, listener?: StudyListener) {
    return this.ask<StartDays>('startDays', () => startDays(request), listener);
  }
  strengths(request: StrengthRequest, listener?: StudyListener) {
    return this.ask<Strengths>('strengths', () => strengths(request), listener);
  }
  nextActions(request: NextActionRequest, listener?: StudyListener) {
    return this.ask<NextActions>('nextActions', () => nextActions(request), listener);
  }
  flips(request: FlipRequest, listener?: StudyListener) {
    return this.ask<Flips>('flips', () => flips(request), listener);
  }
  informationValues(request: EffectRequest, listener?: StudyListener) {
    return this.ask<InformationValues>(
      'informationValues',
      () => informationValues(request),
      listener,
    );
  }
  sideBySide(request: SideBySideRequest, listener?: StudyListener) {
    return this.ask<SideBySide>('sideBySide', () => sideBySide(request), listener);
  }
  sectorSpread(request: EffectRequest, listener?: StudyListener) {
    return this.ask<SectorSpread>('sectorSpread', () => sectorSpread(request), listener);
  }
  /** `place`: the open scenario's and the others' checks are two questions, and neither ends the other. */
  checks(request: ChecksRequest, listener?: StudyListener, place: 'open' | 'others' = 'open') {
    return this.ask<ChecksAnswer>(`checks ${place}`, () => judgeChecks(request), listener);
  }

  /**
   * A hand has taken hold of something, and will mostly move it: the processors are its own. What is under way rests
   * for a second at most, and nothing new is begun.
   */
  giveWay(): void {
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.goOn(), LONGEST_REST_MS);
    for (const lane of this.lanes) lane.rest(LONGEST_REST_MS);
  }

  /** The hand has let go, or rests. */
  goOn(): void {
    if (this.restTimer === undefined) return;
    clearTimeout(this.restTimer);
    this.restTimer = undefined;
    for (const lane of this.lanes) lane.rest(0);
    this.serve();
  }

  /** Ends every question. */
  cancel(): void {
    for (const job of [...this.jobs]) this.end(job, { kind: 'cancelled' });
  }

  /** Ends the workers; the client cannot be used again. */
  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.restTimer);
    this.cancel();
    for (const lane of this.lanes) lane.stop();
  }

  private ask<Answer>(
    question: string,
    begin: () => Study<Answer>,
    { signal, onprogress }: StudyListener = {},
  ): Promise<StudyOutcome<Answer>> {
    if (this.isDisposed || signal?.aborted) return Promise.resolve({ kind: 'cancelled' });
    for (const job of this.jobs.filter((job) => job.question === question)) {
      this.end(job, { kind: 'superseded' });
    }
    return new Promise((resolve) => {
      const job: Job = {
        question,
        study: begin(),
        tasks: [],
        results: [],
        given: 0,
        returned: 0,
        done: 0,
        total: 1,
        part: 0,
        isOver: false,
        onprogress: (part) => onprogress?.(part),
        end: (outcome) => {
          signal?.removeEventListener('abort', abort);
          resolve(outcome as StudyOutcome<Answer>);
        },
      };
      const abort = () => this.end(job, { kind: 'cancelled' });
      signal?.addEventListener('abort', abort);
      this.jobs.push(job);
      this.advance(job, () => job.study.next());
      this.serve();
    });
  }

  /** Takes the study to its next batch, or to its end. */
  private advance(job: Job, step: () => ReturnType<Job['study']['next']>): void {
    try {
      for (let next = step(); ; next = job.study.next([])) {
        if (next.done) return this.end(job, { kind: 'done', answer: next.value });
        const { tasks, total } = next.value;
        if (tasks.length === 0) continue;
        Object.assign(job, { tasks, results: [], given: 0, returned: 0, total });
        return;
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.end(job, { kind: 'failed', message });
    }
  }

  /** Gives every idle worker a task, of the questions in turn. */
  private serve(): void {
    while (this.restTimer === undefined) {
      const lane = this.lanes.find((lane) => !this.atWork.has(lane));
      const job = this.jobs.find(({ given, tasks }) => given < tasks.length);
      if (!lane || !job) return;
      this.jobs = [...this.jobs.filter((other) => other !== job), job];
      void this.work(lane, job, job.given++);
    }
  }

  private async work(lane: Lane, job: Job, index: number): Promise<void> {
    this.atWork.set(lane, job);
    const outcome = await lane.work(++this.orders, job.tasks[index], () => !job.isOver);
    this.atWork.delete(lane);
    if (!job.isOver) this.take(job, index, outcome);
    this.serve();
  }

  private take(job: Job, index: number, outcome: TaskOutcome): void {
    if (outcome.kind !== 'done') {
      const message = outcome.kind === 'failed' ? outcome.message : 'the worker was taken away';
      return this.end(job, { kind: 'failed', message });
    }
    job.results[index] = outcome.result;
    job.returned++;
    job.done++;
    job.part = Math.max(job.part, Math.min(1, job.done / job.total));
    job.onprogress(job.part);
    // Who listens may have ended it.
    if (!job.isOver && job.returned === job.tasks.length) {
      this.advance(job, () => job.study.next(job.results));
    }
  }

  private end(job: Job, outcome: StudyOutcome<unknown>): void {
    if (job.isOver) return;
    job.isOver = true;
    this.jobs = this.jobs.filter((other) => other !== job);
    for (const [lane, other] of this.atWork) if (other === job) lane.cancel();
    job.end(outcome);
  }
}

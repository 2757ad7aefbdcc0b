/** The worker's side: one run at a time, and a newer order ends the older within milliseconds. */
import { transfer } from 'comlink';
import type { EnsembleResult } from '../model/ensemble.ts';
import { Futures } from '../simulation/chance.ts';
import { runEnsemble } from '../simulation/ensemble.ts';
import { runTask, seedOf, type TaskResult } from '../simulation/study.ts';
import type {
  ProgressListener,
  RunOrder,
  RunOutcome,
  SimulationApi,
  TaskOrder,
  TaskOutcome,
} from './api.ts';

/**
 * A turn of the event loop in which a newer order can arrive. setTimeout would be held back to 4 ms after a few
 * nested calls; a message port is not.
 */
function turn(channel: MessageChannel): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}

function buffersOf(result: EnsembleResult): ArrayBuffer[] {
  const arrays = [
    ...Object.values(result.endings),
    ...Object.values(result.quantiles),
    ...Object.values(result.means),
    result.winByFuture,
  ];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

function buffersOfTask(result: TaskResult): ArrayBuffer[] {
  switch (result.kind) {
    case 'win': {
      const { winByFuture, open, leverageByDay } = result;
      return [winByFuture, open, leverageByDay].map((array) => array.buffer as ArrayBuffer);
    }
    case 'spread':
      return [result.mean.buffer as ArrayBuffer];
    case 'course': {
      const { conceded, collapsed, risks, means } = result;
      const arrays = [conceded, collapsed, ...Object.values(risks), ...Object.values(means)];
      return arrays.map((array) => array.buffer as ArrayBuffer);
    }
    case 'ensemble':
      return buffersOf(result.result);
    default:
      return result satisfies never;
  }
}

/** Futures between two pauses of what is run ahead: it is told to rest, and does within a few milliseconds. */
const PAUSE_AHEAD_EVERY = 16;

export class SimulationService implements SimulationApi {
  private newest = 0;
  private restUntil = 0;
  private wake: () => void = () => {};
  private futures = new Futures(0);
  private listener: ProgressListener | null = null;

  async listen(listener: ProgressListener): Promise<void> {
    this.listener = listener;
  }

  async cancel(order: number): Promise<void> {
    this.newest = Math.max(this.newest, order + 1);
    this.wake();
  }

  async rest(ms: number): Promise<void> {
    this.restUntil = performance.now() + ms;
    this.wake();
  }

  /** Until the rest is over, somebody says that it is another one, or nobody waits for this order any more. */
  private async rested(order: number): Promise<void> {
    for (;;) {
      const left = this.restUntil - performance.now();
      if (!(left > 0) || this.newest > order) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async run({ order, request, firstAt, isAhead }: RunOrder): Promise<RunOutcome> {
    if (order < this.newest) return { kind: 'superseded' };
    this.newest = order;
    const channel = new MessageChannel();
    try {
      if (this.futures.seed !== request.scenario.seed)
        this.futures = new Futures(request.scenario.seed);
      const pauseEvery = isAhead ? PAUSE_AHEAD_EVERY : undefined;
      const run = runEnsemble(request, this.futures, 1, firstAt, pauseEvery);
      for (;;) {
        const next = run.next();
        if (next.done) {
          return transfer(
            { kind: 'done', result: next.value } as RunOutcome,
            buffersOf(next.value),
          );
        }
        const { done, total, first } = next.value;
        if (!isAhead || first)
          this.listener?.(order, done, total, first ? transfer(first, buffersOf(first)) : null);
        await turn(channel);
        if (isAhead) await this.rested(order);
        if (this.newest > order) return { kind: 'superseded' };
      }
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    } finally {
      channel.port1.close();
    }
  }

  async work({ order, task }: TaskOrder): Promise<TaskOutcome> {
    if (order < this.newest) return { kind: 'superseded' };
    this.newest = order;
    // Two in turn: Node hands over up to a thousand messages of one port before it looks at any other.
    const channels = [new MessageChannel(), new MessageChannel()];
    try {
      if (this.futures.seed !== seedOf(task)) this.futures = new Futures(seedOf(task));
      const run = runTask(task, this.futures);
      for (let turns = 0; ; turns++) {
        const next = run.next();
        if (next.done) {
          return transfer(
            { kind: 'done', result: next.value } as TaskOutcome,
            buffersOfTask(next.value),
          );
        }
        // A sign of life: how much of the study is done is the page's to know.
        this.listener?.(order, 0, 1, null);
        await turn(channels[turns % 2]);
        await this.rested(order);
        if (this.newest > order) return { kind: 'superseded' };
      }
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    } finally {
      for (const { port1 } of channels) port1.close();
    }
  }
}

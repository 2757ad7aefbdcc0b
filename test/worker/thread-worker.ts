import { Worker as Thread } from 'node:worker_threads';

export type Fate = 'healthy' | 'dies at its first run' | 'dies at its first task' | 'mute';

/** A thread of Node that looks like a browser's worker from outside. */
export class ThreadWorker extends EventTarget {
  readonly thread: Thread;
  /** Futures of every run that was asked of it. */
  readonly runs: number[] = [];
  isTerminated = false;

  constructor(fate: Fate = 'healthy') {
    super();
    this.thread = new Thread(new URL('./simulation-thread.ts', import.meta.url), {
      workerData: fate,
      execArgv: ['--no-warnings'],
    });
    this.thread.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.thread.on('error', () => this.dispatchEvent(new Event('error', { cancelable: true })));
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    const { path, argumentList } = message as {
      path?: string[];
      argumentList?: { value: { request: { futures: number } } }[];
    };
    if (path?.[0] === 'run') this.runs.push(argumentList![0]!.value.request.futures);
    this.thread.postMessage(message, transfer as never);
  }

  terminate(): void {
    this.isTerminated = true;
    void this.thread.terminate();
  }
}

/** What a page needs to start such workers, with the fates of the first ones; what it started is in `started`. */
export function threadWorkers(...fates: Fate[]) {
  const started: ThreadWorker[] = [];
  return {
    started,
    create: (): Worker => {
      const worker = new ThreadWorker(fates[started.length] ?? 'healthy');
      started.push(worker);
      return worker as unknown as Worker;
    },
    endAll: () => Promise.all(started.map(({ thread }) => thread.terminate())),
  };
}

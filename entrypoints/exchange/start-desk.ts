import type { Desk, DeskAnswer, DeskCall } from './desk-calls.ts';

/**
 * A desk in a worker of its own: reading 50 MB of a stranger's JSON takes a second in which the page goes on. Closing it
 * ends the worker, whatever it is at.
 */
export function startDesk(createWorker: () => Worker): Desk {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let worker: Worker | null = null;
  let calls = 0;

  function stop(why: string): void {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  }

  function start(): Worker {
    const started = createWorker();
    started.addEventListener('message', ({ data }: MessageEvent<DeskAnswer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.ok) asked?.resolve(data.value);
      else asked?.reject(new Error(data.message));
    });
    const fail = (event: Event) => {
      event.preventDefault();
      const message = event instanceof ErrorEvent ? event.message : '';
      if (worker === started) stop(message || 'the worker stopped');
    };
    started.addEventListener('error', fail);
    started.addEventListener('messageerror', fail);
    return started;
  }

  function ask<T>(name: DeskCall['name'], ...args: unknown[]): Promise<T> {
    worker ??= start();
    const call: DeskCall = { id: ++calls, name, args };
    const answer = new Promise<unknown>((resolve, reject) => {
      waiting.set(call.id, { resolve, reject });
    });
    worker.postMessage(call);
    return answer as Promise<T>;
  }

  return {
    look: (file, now) => ask('look', file, now),
    pair: (at) => ask('pair', at),
    prepare: (decisions) => ask('prepare', decisions),
    take: (list, from, count) => ask('take', list, from, count),
    write: (request) => ask('write', request),
    close: () => stop('the desk was closed'),
  };
}

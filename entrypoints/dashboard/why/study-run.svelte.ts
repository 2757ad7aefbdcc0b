/** One question that a page asks of the studies: its answer, how far it is, and what to do when it failed. */
import type { Platform } from '../../../lib/platform/platform.ts';
import {
  StudyClient,
  type StudyListener,
  type StudyOutcome,
} from '../../../lib/worker/study-client.ts';
import { startWorker } from '../our-worker.ts';

const clients = new WeakMap<Platform, StudyClient>();

/** The window's pool of workers for studies, begun when first asked. */
export function studyClientOf(platform: Platform): StudyClient {
  const known = clients.get(platform);
  if (known) return known;
  const client = new StudyClient(() => startWorker(platform, 'simulation-worker.js'));
  clients.set(platform, client);
  return client;
}

export type StudyStatus = 'idle' | 'running' | 'done' | 'cancelled' | 'failed';

/**
 * Latest wins. The last answer stays while a newer one is on its way, so that nothing on the page flickers;
 * `isStale` tells that it is of an older request.
 *
 *     const run = new StudyRun((request: StartDayRequest, listener) => client.startDays(request, listener));
 *     run.ask(request);
 */
export class StudyRun<Request extends object, Answer> {
  answer = $state.raw<Answer | null>(null);
  /** What `answer` was asked with. */
  answered = $state.raw<Request | null>(null);
  asked = $state.raw<Request | null>(null);
  status = $state<StudyStatus>('idle');
  /** 0–1. */
  progress = $state(0);
  failure = $state<string | null>(null);
  private readonly put: (
    request: Request,
    listener: StudyListener,
  ) => Promise<StudyOutcome<Answer>>;
  private abort: AbortController | null = null;

  constructor(put: (request: Request, listener: StudyListener) => Promise<StudyOutcome<Answer>>) {
    this.put = put;
  }

  get isRunning(): boolean {
    return this.status === 'running';
  }
  get isStale(): boolean {
    return this.answer !== null && this.answered !== this.asked;
  }

  /** Asks; an earlier question of this run is given up. Settles when this one is over, however it ended. */
  async ask(request: Request): Promise<void> {
    this.abort?.abort();
    const mine = new AbortController();
    this.abort = mine;
    this.asked = request;
    this.status = 'running';
    this.progress = 0;
    this.failure = null;
    let outcome: StudyOutcome<Answer>;
    try {
      outcome = await this.put(request, {
        signal: mine.signal,
        onprogress: (part) => {
          if (this.abort === mine) this.progress = part;
        },
      });
    } catch (error) {
      outcome = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
    // A newer question, or a word of the page, has taken over.
    if (this.abort !== mine) return;
    this.abort = null;
    switch (outcome.kind) {
      case 'done':
        this.answer = outcome.answer;
        this.answered = request;
        this.progress = 1;
        this.status = 'done';
        return;
      case 'failed':
        this.failure = outcome.message;
        this.status = 'failed';
        return;
      // Superseded: somebody else asked the same of the pool; the page offers to run it again.
      case 'superseded':
      case 'cancelled':
        this.status = 'cancelled';
        return;
      default:
        outcome satisfies never;
    }
  }

  /** The same question once more, as after a failure. */
  again(): void {
    if (this.asked) void this.ask(this.asked);
  }

  /** Ends what runs, because somebody said so; the last answer stays. */
  cancel(): void {
    this.end('cancelled');
  }

  /** Ends what runs because something has changed: it will be asked anew. */
  wait(): void {
    this.end('idle');
  }

  private end(status: StudyStatus): void {
    if (!this.abort) return;
    this.abort.abort();
    this.abort = null;
    this.status = status;
  }
}

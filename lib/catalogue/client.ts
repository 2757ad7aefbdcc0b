/**
 * The page's side of the library's worker. The newest search wins; a worker that crashes or falls silent is replaced a
 * few times; a call never waits for one that is gone.
 */
import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { CloseClips, FacetCount, SearchAnswer } from '../model/clip-entry.ts';
import type { ClipQuery } from '../model/clip-query.ts';
import type { CatalogueApi, CatalogueState } from './api.ts';

/** A worker that has not answered a ping for so long is replaced. */
const SILENCE_MS = 20_000;
const PINGS = 8;
/** Workers that may die under a page before it does without. */
const RESTARTS = 3;
/** One that lived so long does not count: what killed it was not what all of them meet. */
const LONG_LIFE_MS = 120_000;

/** Marks on the page's clock, for whoever measures: an answer has come; all is in the index. */
export const ANSWERED_MARK = 'clincher-library-answered';
export const READY_MARK = 'clincher-library-ready';

function mark(name: string): void {
  performance.clearMarks(name);
  performance.mark(name);
}

export type SearchOutcome =
  | { kind: 'done'; answer: SearchAnswer }
  /** A newer search asks for something else. */
  | { kind: 'superseded' }
  | { kind: 'failed'; message: string };

export interface SearchWindow {
  offset: number;
  limit: number;
}

interface Search {
  query: ClipQuery;
  window: SearchWindow;
  settle: (outcome: SearchOutcome) => void;
}

export interface CatalogueOptions {
  /** Starts the worker script; the page knows its address. */
  createWorker: () => Worker;
  databaseName: string;
  /** Hears every new state; 'ready' also after changes have been taken up, when a list may want to ask again. */
  onstate?: (state: CatalogueState) => void;
  silenceMs?: number;
}

export class CatalogueClient {
  /** The last that was heard. */
  state: CatalogueState = { kind: 'reading', done: 0, total: 0 };
  private readonly options: CatalogueOptions;
  private readonly silenceMs: number;
  private worker: Worker | null = null;
  private api: Remote<CatalogueApi> | null = null;
  private opened: Promise<void> | null = null;
  private startedAt = 0;
  private restarts = 0;
  private isDisposed = false;
  /** Calls that wait for an answer, and how to tell them that none will come. */
  private readonly waiting = new Set<(error: Error) => void>();
  private running: Search | null = null;
  private next: Search | null = null;

  constructor(options: CatalogueOptions) {
    this.options = options;
    this.silenceMs = options.silenceMs ?? SILENCE_MS;
  }

  /** Starts the worker, which begins to read. Safe to call again. */
  start(): void {
    this.call(async () => {}).catch(() => {});
  }

  /** Ends the worker; whoever waits is told so, and the client cannot be used again. */
  dispose(): void {
    this.isDisposed = true;
    this.stop(new Error('the library worker was stopped'));
  }

  /** Ends the worker as a crash would: what waits begins again on a new one. */
  restart(): void {
    this.stop(new GoneError('the library worker was restarted'));
  }

  /**
   * A window of what is found. While one search runs, only the newest of those that come waits; one that asks for
   * another window of the same does not make the running one worthless.
   */
  search(query: ClipQuery, window: SearchWindow): Promise<SearchOutcome> {
    return new Promise((settle) => {
      this.next?.settle({ kind: 'superseded' });
      // The page's state is made of proxies, which no worker can be sent.
      this.next = { query: JSON.parse(JSON.stringify(query)) as ClipQuery, window, settle };
      if (!this.running) void this.searchOn();
    });
  }

  private async searchOn(): Promise<void> {
    while (this.next) {
      const search = this.next;
      this.running = search;
      this.next = null;
      const { query, window } = search;
      let outcome: SearchOutcome;
      try {
        const answer = await this.call((api) => api.search(query, window));
        outcome = { kind: 'done', answer };
      } catch (error) {
        outcome = { kind: 'failed', message: messageOf(error) };
      }
      const newer = this.next as Search | null;
      const isStale = newer !== null && JSON.stringify(newer.query) !== JSON.stringify(query);
      if (outcome.kind === 'done' && !isStale) mark(ANSWERED_MARK);
      search.settle(isStale ? { kind: 'superseded' } : outcome);
    }
    this.running = null;
  }

  /** The ids of all that is found, in order. Rejects where the worker cannot be used; so do the others. */
  findIds(query: ClipQuery): Promise<string[]> {
    const plain = JSON.parse(JSON.stringify(query)) as ClipQuery;
    return this.call((api) => api.findIds(plain));
  }

  labels(): Promise<Record<'tags' | 'places' | 'sectors', FacetCount[]>> {
    return this.call((api) => api.labels());
  }

  closeTo(clipId: string): Promise<CloseClips[]> {
    return this.call((api) => api.closeTo(clipId));
  }

  closeGroups(): Promise<CloseClips[]> {
    return this.call((api) => api.closeGroups());
  }

  /** Resolves when these clips, or all that have changed, are in the index. */
  catchUp(first: readonly string[] = []): Promise<void> {
    const plain = [...first];
    return this.call((api) => api.catchUp(plain));
  }

  /** Asks a worker, after its crash or silence once more another one. */
  private async call<T>(ask: (api: Remote<CatalogueApi>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.callOnce(ask);
      } catch (error) {
        const isGone = error instanceof GoneError;
        if (!isGone || this.isDisposed || attempt >= 2) throw error;
      }
    }
  }

  /** A call to a dead worker never settles: it is raced against the worker's errors and its silence. */
  private async callOnce<T>(ask: (api: Remote<CatalogueApi>) => Promise<T>): Promise<T> {
    if (this.isDisposed) throw new Error('the library worker was stopped');
    const api = this.begin();
    let rejectMine: (error: Error) => void = () => {};
    const trouble = new Promise<never>((_, reject) => {
      rejectMine = reject;
      this.waiting.add(reject);
    });
    trouble.catch(() => {});
    // It may work for minutes, but it always answers a ping. Counted, not timed: a machine that slept was not silent.
    let unanswered = 0;
    const timer = setInterval(() => {
      if (this.api !== api) return;
      if (unanswered >= PINGS) return this.stop(new GoneError('the library worker fell silent'));
      unanswered++;
      void api.ping().then(() => (unanswered = 0), ignore);
    }, this.silenceMs / PINGS);
    try {
      await Promise.race([this.opened, trouble]);
      return await Promise.race([ask(api), trouble]);
    } finally {
      clearInterval(timer);
      this.waiting.delete(rejectMine);
    }
  }

  private begin(): Remote<CatalogueApi> {
    if (this.api) return this.api;
    if (this.restarts > RESTARTS) throw new Error('the library worker keeps failing');
    const worker = this.createWorker();
    const fail = (event: Event) => {
      event.preventDefault();
      // The last words of a worker that has been replaced already.
      if (this.worker !== worker) return;
      const message = 'message' in event ? String(event.message) : '';
      this.stop(new GoneError(message || 'the library worker stopped'));
    };
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    const api = wrap<CatalogueApi>(worker);
    this.worker = worker;
    this.api = api;
    this.startedAt = performance.now();
    const listener = (state: CatalogueState) => {
      if (this.worker !== worker) return;
      this.say(state);
    };
    const opened = api.open(this.options.databaseName, proxy(listener));
    this.opened = opened;
    opened.catch((error: unknown) => {
      if (this.worker !== worker) return;
      this.say({ kind: 'failed', message: messageOf(error) });
    });
    return api;
  }

  /** A worker that cannot even be started has nobody who would say so. */
  private createWorker(): Worker {
    try {
      return this.options.createWorker();
    } catch (error) {
      this.say({ kind: 'failed', message: messageOf(error) });
      throw error;
    }
  }

  private say(state: CatalogueState): void {
    this.state = state;
    if (state.kind === 'ready') mark(READY_MARK);
    this.options.onstate?.(state);
  }

  private stop(reason: Error): void {
    if (!this.worker) return;
    const livedLong = performance.now() - this.startedAt > LONG_LIFE_MS;
    if (reason instanceof GoneError) this.restarts = livedLong ? 1 : this.restarts + 1;
    this.worker.terminate();
    this.api?.[releaseProxy]();
    this.worker = null;
    this.api = null;
    this.opened = null;
    for (const reject of this.waiting) reject(reason);
    if (this.isDisposed || !(reason instanceof GoneError)) return;
    if (this.restarts > RESTARTS) this.say({ kind: 'failed', message: reason.message });
    // Nobody may be asking, and changes are to be taken up all the same.
    else this.start();
  }
}

/** The worker is no more; another may do. */
class GoneError extends Error {}

const ignore = () => {};

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

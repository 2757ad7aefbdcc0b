import { expose, type Endpoint } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import type { CatalogueApi, CatalogueState } from '../../lib/catalogue/api.ts';
import { CatalogueClient } from '../../lib/catalogue/client.ts';
import type { SearchAnswer } from '../../lib/model/clip-entry.ts';
import { EVERYTHING, type ClipQuery } from '../../lib/model/clip-query.ts';

type Listener = (state: CatalogueState) => void;

/** A worker's end of the line: answers when it is told to. */
class MadeService implements CatalogueApi {
  listener: Listener = () => {};
  readonly asked: { words: string; offset: number; answer: () => void }[] = [];
  refusesToOpen = false;

  async open(_: string, listener: Listener): Promise<void> {
    if (this.refusesToOpen) throw new Error('another page holds the database');
    this.listener = listener;
    listener({ kind: 'ready', total: 3 });
  }
  search(query: ClipQuery, { offset }: { offset: number }): Promise<SearchAnswer> {
    return new Promise((resolve) => {
      const answer = { total: query.words.length, of: 9, entries: [], offset } as never;
      this.asked.push({ words: query.words, offset, answer: () => resolve(answer) });
    });
  }
  async catchUp(): Promise<void> {}
  async findIds(): Promise<string[]> {
    return ['a'];
  }
  async labels() {
    return { tags: [], places: [], sectors: [] };
  }
  async closeTo() {
    return [];
  }
  async closeGroups() {
    return [];
  }
  async ping(): Promise<void> {}
}

class MadeWorker extends EventTarget {
  readonly service = new MadeService();
  isTerminated = false;
  private readonly channel = new MessageChannel();

  constructor(isMute = false) {
    super();
    if (!isMute) expose(this.service, this.channel.port2 as unknown as Endpoint);
    this.channel.port1.onmessage = ({ data }) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }
  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.isTerminated) this.channel.port1.postMessage(message, transfer as never);
  }
  crash(): void {
    this.dispatchEvent(new Event('error', { cancelable: true }));
  }
  terminate(): void {
    this.isTerminated = true;
    this.channel.port1.close();
  }
}

let clients: CatalogueClient[] = [];
afterEach(() => {
  clients.forEach((client) => client.dispose());
  clients = [];
});

function begin(fates: ('healthy' | 'mute' | 'refuses')[] = [], silenceMs = 20_000) {
  const workers: MadeWorker[] = [];
  const states: CatalogueState[] = [];
  const client = new CatalogueClient({
    databaseName: 'library',
    silenceMs,
    onstate: (state) => states.push(state),
    createWorker: () => {
      const fate = fates[workers.length] ?? 'healthy';
      const worker = new MadeWorker(fate === 'mute');
      worker.service.refusesToOpen = fate === 'refuses';
      workers.push(worker);
      return worker as unknown as Worker;
    },
  });
  clients.push(client);
  return { client, workers, states };
}

const ask = (client: CatalogueClient, words: string, offset = 0) =>
  client.search({ ...EVERYTHING, words }, { offset, limit: 10 });
const asked = (worker: MadeWorker | undefined) => worker?.service.asked.map(({ words }) => words);

describe('the page’s side of the library worker', () => {
  test('lets the newest search win, and asks the worker nothing that nobody waits for', async () => {
    const { client, workers } = begin();
    const outcomes = ['s', 'st', 'str', 'stri'].map((words) => ask(client, words));
    await expect.poll(() => asked(workers[0])).toEqual(['s']);
    workers[0]!.service.asked[0]!.answer();
    expect(await outcomes[0]).toEqual({ kind: 'superseded' });
    expect(await outcomes[1]).toEqual({ kind: 'superseded' });
    expect(await outcomes[2]).toEqual({ kind: 'superseded' });
    await expect.poll(() => asked(workers[0])).toEqual(['s', 'stri']);
    workers[0]!.service.asked[1]!.answer();
    expect(await outcomes[3]).toMatchObject({ kind: 'done', answer: { total: 4 } });
  });

  test('keeps an answer when only another window of the same is asked for', async () => {
    const { client, workers } = begin();
    const first = ask(client, 'same', 0);
    const second = ask(client, 'same', 100);
    await expect.poll(() => asked(workers[0])).toHaveLength(1);
    workers[0]!.service.asked[0]!.answer();
    expect(await first).toMatchObject({ kind: 'done', answer: { offset: 0 } });
    await expect.poll(() => asked(workers[0])).toHaveLength(2);
    workers[0]!.service.asked[1]!.answer();
    expect(await second).toMatchObject({ kind: 'done', answer: { offset: 100 } });
  });

  test('hears the worker’s state', async () => {
    const { client, workers, states } = begin();
    client.start();
    await expect.poll(() => client.state).toEqual({ kind: 'ready', total: 3 });
    workers[0]!.service.listener({ kind: 'reading', done: 1, total: 5 });
    await expect.poll(() => states.at(-1)).toEqual({ kind: 'reading', done: 1, total: 5 });
  });

  test('says so where no worker can be started, and whoever asks is told', async () => {
    const states: CatalogueState[] = [];
    const client = new CatalogueClient({
      databaseName: 'library',
      onstate: (state) => states.push(state),
      createWorker: () => {
        throw new Error('no more workers');
      },
    });
    client.start();
    await expect.poll(() => states).toEqual([{ kind: 'failed', message: 'no more workers' }]);
    expect(await ask(client, 'strike')).toEqual({ kind: 'failed', message: 'no more workers' });
    await expect(client.labels()).rejects.toThrow('no more workers');
    expect(client.state.kind).toBe('failed');
  });

  test('asks another worker when one dies in the middle', async () => {
    const { client, workers } = begin();
    const outcome = ask(client, 'strike');
    await expect.poll(() => asked(workers[0])).toEqual(['strike']);
    workers[0]!.crash();
    await expect.poll(() => asked(workers[1])).toEqual(['strike']);
    workers[1]!.service.asked[0]!.answer();
    expect(await outcome).toMatchObject({ kind: 'done' });
    expect(workers[0]!.isTerminated).toBe(true);
  });

  test('starts another worker when one dies while nobody asks: changes must be taken up', async () => {
    const { client, workers } = begin();
    client.start();
    await expect.poll(() => client.state.kind).toBe('ready');
    workers[0]!.crash();
    await expect.poll(() => workers.length).toBe(2);
  });

  test('replaces a worker that says nothing', async () => {
    const { client, workers } = begin(['mute'], 80);
    expect(await client.findIds(EVERYTHING)).toEqual(['a']);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  test('lets a worker that answers pings take its time', async () => {
    const { client, workers } = begin([], 240);
    const outcome = ask(client, 'slow');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(workers).toHaveLength(1);
    workers[0]!.service.asked[0]!.answer();
    expect(await outcome).toMatchObject({ kind: 'done' });
  });

  test('does without one that keeps dying, and says so', async () => {
    const { client, workers, states } = begin();
    client.start();
    for (let dead = 0; dead < 4; dead++) {
      await expect.poll(() => workers.length).toBe(dead + 1);
      workers[dead]!.crash();
    }
    expect(states.at(-1)?.kind).toBe('failed');
    expect(await ask(client, 'strike')).toMatchObject({ kind: 'failed' });
    await expect(client.findIds(EVERYTHING)).rejects.toThrow();
    expect(workers).toHaveLength(4);
  });

  test('says why the library could not be opened', async () => {
    const { client } = begin(['refuses']);
    expect(await ask(client, 'x')).toEqual({
      kind: 'failed',
      message: 'another page holds the database',
    });
    expect(client.state).toEqual({ kind: 'failed', message: 'another page holds the database' });
  });

  test('answers whoever waits when it is disposed of, and nobody after', async () => {
    const { client, workers } = begin();
    const outcome = ask(client, 'strike');
    await expect.poll(() => asked(workers[0])).toEqual(['strike']);
    client.dispose();
    expect(await outcome).toMatchObject({ kind: 'failed' });
    await expect(client.catchUp()).rejects.toThrow();
    expect(workers).toHaveLength(1);
    expect(workers[0]!.isTerminated).toBe(true);
  });
});

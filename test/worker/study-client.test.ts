/** Studies in a pool of real workers on threads: the same answers as here, whatever happens on the way. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { attribution } from '../../lib/simulation/attribution.ts';
import { sectorSpread } from '../../lib/simulation/compared-spread.ts';
import { startDays } from '../../lib/simulation/one-action.ts';
import { sideBySide } from '../../lib/simulation/side-by-side.ts';
import { finishStudy } from '../../lib/simulation/study.ts';
import { tornado } from '../../lib/simulation/tornado.ts';
import { StudyClient } from '../../lib/worker/study-client.ts';
import { entry } from '../simulation/runs.ts';
import { threadWorkers, type Fate } from './thread-worker.ts';

const FUTURES = 130;

function shorter(records: CampaignScenario, horizonDays: number): CampaignScenario {
  return { ...records, scenario: { ...records.scenario, horizonDays } };
}
const OAKLAND = shorter(entry('oakland-2019'), 30);
const POSTI = shorter(entry('posti-2019'), 20);
const oakland = { ...OAKLAND, futures: FUTURES };
const shares = { ...oakland, actionIds: null };
const rests = { ...oakland, baseline: null };
/** Half an hour's work, and many seconds in one ensemble alone. */
const endless = { ...shorter(entry('posti-2019'), 400), futures: 20_000, actionIds: null };
/** One ensemble takes longer than a word to the workers, and less than a hand holds here. */
const long = { ...shares, futures: 25_000 };

function started(workers = 2, fates: Fate[] = [], silenceMs?: number) {
  const threads = threadWorkers(...fates);
  const client = new StudyClient(threads.create, workers, silenceMs);
  onTestFinished(async () => {
    client.dispose();
    await threads.endAll();
  });
  return { client, workers: threads.started };
}

describe('an answer', () => {
  test('is the same to the last bit on one worker, on two and here', async () => {
    const here = {
      shares: finishStudy(attribution({ ...POSTI, futures: FUTURES, actionIds: null })),
      rests: finishStudy(tornado(rests)),
      spread: finishStudy(sectorSpread({ ...POSTI, futures: FUTURES, baseline: null })),
    };
    for (const count of [1, 2]) {
      const { client, workers } = started(count);
      const [one, two, three] = await Promise.all([
        client.attribution({ ...POSTI, futures: FUTURES, actionIds: null }),
        client.tornado(rests),
        client.sectorSpread({ ...POSTI, futures: FUTURES, baseline: null }),
      ]);
      expect(one).toEqual({ kind: 'done', answer: here.shares });
      expect(two).toEqual({ kind: 'done', answer: here.rests });
      expect(three).toEqual({ kind: 'done', answer: here.spread });
      expect(workers).toHaveLength(count);
    }
  });

  test('comes to every question', async () => {
    const { client } = started();
    const meals = { ...oakland, actionId: 'meals' };
    const outcomes = await Promise.all([
      client.attribution(shares),
      client.startDays({ ...meals, everyDays: 10 }),
      client.strengths({ ...meals, steps: 3 }),
      client.nextActions({
        ...oakland,
        candidates: [{ action: OAKLAND.scenario.actions[1]!, workers: null, moneyPerDay: null }],
      }),
      client.flips(rests),
      client.informationValues(rests),
      client.sideBySide({
        campaign: OAKLAND.campaign,
        scenarios: [OAKLAND.scenario],
        pinned: 0,
        futures: FUTURES,
        allQuantiles: true,
        hardshipLimit: 0.3,
        supportLimit: 0.4,
      }),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'done'));
  });

  test('is told of on the way, part by part, to its end', async () => {
    const { client } = started();
    const parts: number[] = [];
    await client.tornado(rests, { onprogress: (part) => parts.push(part) });
    expect(parts.length).toBeGreaterThan(50);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
    expect(parts[0]).toBeGreaterThan(0);
  });

  test('that cannot be is said', async () => {
    const { client } = started();
    const outcome = await client.startDays({ ...oakland, actionId: 'nobody' });
    expect(outcome.kind).toBe('failed');
    expect((await client.attribution(shares)).kind).toBe('done');
  });
});

describe('latest wins', () => {
  test('the same question asked again ends the older one; another question goes on', async () => {
    const { client } = started();
    const other = client.tornado(rests);
    const older = Array.from({ length: 4 }, () => client.attribution(endless));
    const newest = client.attribution(shares);
    expect((await Promise.all(older)).map(({ kind }) => kind)).toEqual(
      older.map(() => 'superseded'),
    );
    expect(await newest).toEqual({ kind: 'done', answer: finishStudy(attribution(shares)) });
    expect((await other).kind).toBe('done');
  });

  test('a short question does not wait for a long one', async () => {
    const { client } = started(1);
    const stop = new AbortController();
    const long = client.attribution(
      { ...POSTI, futures: 2_000, actionIds: null },
      { signal: stop.signal },
    );
    expect((await client.informationValues(rests)).kind).toBe('done');
    stop.abort();
    expect((await long).kind).toBe('cancelled');
  });
});

describe('cancelled', () => {
  test('by its signal it ends at once, and the workers are free for the next', async () => {
    const { client, workers } = started();
    const stop = new AbortController();
    const ended = client.attribution(endless, { signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    stop.abort();
    expect((await ended).kind).toBe('cancelled');
    const before = performance.now();
    expect((await client.attribution(shares)).kind).toBe('done');
    expect(performance.now() - before).toBeLessThan(4_000);
    expect(workers).toHaveLength(2);
    expect(workers.some(({ isTerminated }) => isTerminated)).toBe(false);
  });

  test('by a signal that was aborted before, or in the midst of its own progress, or with all others', async () => {
    const { client } = started();
    expect((await client.tornado(rests, { signal: AbortSignal.abort() })).kind).toBe('cancelled');
    const stop = new AbortController();
    const outcome = await client.tornado(rests, {
      signal: stop.signal,
      onprogress: () => stop.abort(),
    });
    expect(outcome.kind).toBe('cancelled');
    const both = [client.attribution(endless), client.tornado(rests)];
    client.cancel();
    expect((await Promise.all(both)).map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled']);
    client.dispose();
    expect((await client.tornado(rests)).kind).toBe('cancelled');
  });

  test('under a hand that has taken hold it begins nothing; let go, it goes on', async () => {
    const { client, workers } = started();
    client.giveWay();
    let isDone = false;
    const outcome = client.startDays({ ...oakland, actionId: 'meals', everyDays: 10 });
    void outcome.then(() => (isDone = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([isDone, workers.length]).toEqual([false, 0]);
    client.goOn();
    expect(await outcome).toEqual({
      kind: 'done',
      answer: finishStudy(startDays({ ...oakland, actionId: 'meals', everyDays: 10 })),
    });
  });

  test('under a hand that takes hold again and again what is under way rests; left alone, it comes to the same end', async () => {
    const { client } = started();
    let parts = 0;
    const outcome = client.attribution(long, { onprogress: () => parts++ });
    while (parts === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    client.giveWay();
    // What was at its end when the word reached the workers may still come.
    await new Promise((resolve) => setTimeout(resolve, 150));
    const before = parts;
    for (let again = 0; again < 5; again++) {
      client.giveWay();
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    expect(parts).toBe(before);
    // Nobody says that the hand has let go: a hand that rests a second has.
    expect(await outcome).toEqual({ kind: 'done', answer: finishStudy(attribution(long)) });
  });

  test('what is asked after a hand has let go does not wait for the rest of what was ended under it', async () => {
    const { client } = started();
    let parts = 0;
    void client.attribution(long, { onprogress: () => parts++ });
    while (parts === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    client.giveWay();
    client.cancel();
    // Both workers have heard by then that nobody wants their tasks any more.
    await new Promise((resolve) => setTimeout(resolve, 200));
    client.goOn();
    const before = performance.now();
    const first = await new Promise<number>((resolve) => {
      void client.attribution(shares, { onprogress: () => resolve(performance.now()) });
    });
    expect(first - before).toBeLessThan(500);
  });
});

describe('a worker of the pool', () => {
  test('that dies at its first task is replaced, and nothing is lost', async () => {
    const { client, workers } = started(2, ['dies at its first task']);
    expect(await client.attribution(shares)).toEqual({
      kind: 'done',
      answer: finishStudy(attribution(shares)),
    });
    expect(workers[0]!.isTerminated).toBe(true);
    expect(workers).toHaveLength(3);
  });

  test('that falls silent is replaced', async () => {
    const { client, workers } = started(1, ['mute'], 2_500);
    expect((await client.attribution(shares)).kind).toBe('done');
    expect(workers[0]!.isTerminated).toBe(true);
  });

  test('that cannot be had is said, and asked for again the next time', async () => {
    const { client } = started(1, ['dies at its first task', 'dies at its first task']);
    expect((await client.attribution(shares)).kind).toBe('failed');
    expect((await client.attribution(shares)).kind).toBe('done');
    const none = new StudyClient(() => {
      throw new Error('not allowed');
    });
    expect(await none.attribution(shares)).toEqual({ kind: 'failed', message: 'not allowed' });
  });

  test('carries whole ensembles, too, as they are here', async () => {
    const { client } = started();
    const request = {
      campaign: POSTI.campaign,
      scenarios: [POSTI.scenario, { ...POSTI.scenario, id: 'other', fixedLengthDays: 9 }],
      pinned: 1,
      futures: FUTURES,
      allQuantiles: false,
      hardshipLimit: 0.3,
      supportLimit: 0.4,
    };
    const outcome = await client.sideBySide(request);
    expect(outcome).toEqual({ kind: 'done', answer: finishStudy(sideBySide(request)) });
  });
});

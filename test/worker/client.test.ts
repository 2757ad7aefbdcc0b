/** The page's side against real workers on threads, healthy ones, dying ones and mute ones. */
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';
import {
  ensembleKey,
  FIRST_FUTURES,
  LIVE_FUTURES,
  SimulationClient,
  type CompareOrder,
  type Picture,
} from '../../lib/worker/client.ts';
import { entry, withActions, withNumbers } from '../simulation/runs.ts';
import { threadWorkers, type Fate } from './thread-worker.ts';

const FULL = 400;

function started(fates: Fate[] = [], silenceMs?: number) {
  const workers = threadWorkers(...fates);
  const client = new SimulationClient(workers.create, silenceMs);
  onTestFinished(async () => {
    client.dispose();
    await workers.endAll();
  });
  return { client, workers: workers.started };
}

function orderOf(records: CampaignScenario, change: Partial<CompareOrder> = {}): CompareOrder {
  return {
    ...records,
    futures: FULL,
    certain: false,
    allQuantiles: false,
    hardshipLimit: 0.3,
    supportLimit: 0.4,
    baseline: null,
    ...change,
  };
}

const POSTI = entry('posti-2019');
/** One more step of a hand that drags the airport's share. */
const dragged = (share: number) =>
  withActions(POSTI, (action) =>
    action.kind === 'sympathyStrike' && action.id === 'air-14'
      ? { ...action, share: { ...action.share, low: share, typical: share, high: share } }
      : action,
  );
const costing = (cost: number) => withNumbers(POSTI, { costOfConceding: cost });

async function digestOf(order: CompareOrder): Promise<string> {
  return (await compareNow(order)).digest;
}

describe('one comparison', () => {
  test('brings a first picture of few futures and the full one, as one thread would compute it', async () => {
    const { client, workers } = started();
    const pictures: Picture[] = [];
    const parts: number[] = [];
    const order = orderOf(POSTI);
    const outcome = await client.compare(order, {
      onpicture: (picture) => pictures.push(picture),
      onprogress: (part) => parts.push(part),
    });
    expect(pictures.map(({ comparison, isFull }) => [comparison.scenario.futures, isFull])).toEqual(
      [
        [FIRST_FUTURES, false],
        [FULL, true],
      ],
    );
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(outcome.comparison.digest).toBe(await digestOf(order));
    expect(workers).toHaveLength(2);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part > 0 && part <= 1).toBe(true);
  });

  test('of few futures, or of the certain one, brings its only picture at once', async () => {
    const { client } = started();
    for (const change of [{ futures: 64 }, { certain: true }]) {
      const pictures: Picture[] = [];
      await client.compare(orderOf(POSTI, change), {
        onpicture: (picture) => pictures.push(picture),
      });
      expect(pictures.map(({ isFull }) => isFull)).toEqual([true]);
    }
  });

  test('with another scenario instead of none', async () => {
    const { client } = started();
    const order = orderOf(POSTI, { baseline: dragged(0.1).scenario });
    const outcome = await client.compare(order);
    expect(outcome.kind === 'done' && outcome.comparison.digest).toBe(await digestOf(order));
  });
});

describe('latest wins', () => {
  test('of many orders the last is done, the others are superseded and bring no picture any more', async () => {
    const { client } = started();
    const seen: number[] = [];
    let newest = 0;
    const outcomes = Array.from({ length: 12 }, (_, i) => {
      newest = i;
      return client.compare(orderOf(costing(1e7 + i)), {
        onpicture: () => {
          expect(i).toBe(newest);
          seen.push(i);
        },
      });
    });
    const kinds = (await Promise.all(outcomes)).map(({ kind }) => kind);
    expect(kinds.slice(0, -1)).toEqual(Array<string>(11).fill('superseded'));
    expect(kinds.at(-1)).toBe('done');
    expect(new Set(seen)).toEqual(new Set([11]));
    const last = await outcomes.at(-1)!;
    expect(last.kind === 'done' && last.comparison.digest).toBe(
      await digestOf(orderOf(costing(1e7 + 11))),
    );
  });

  test('an order that comes between the two pictures ends the older one', async () => {
    const { client } = started();
    let second: ReturnType<SimulationClient['compare']> | undefined;
    const first = await client.compare(orderOf(POSTI, { futures: 20_000 }), {
      onpicture: ({ isFull }) => {
        expect(isFull).toBe(false);
        second = client.compare(orderOf(dragged(0.2)));
      },
    });
    expect(first.kind).toBe('superseded');
    expect((await second)?.kind).toBe('done');
  });

  test('another seed is another luck, at once and ever after', async () => {
    const { client } = started();
    const seeded = (seed: number) => orderOf({ ...POSTI, scenario: { ...POSTI.scenario, seed } });
    void client.compare(seeded(1));
    void client.compare(seeded(2));
    for (const seed of [1, 2, 1]) {
      const outcome = await client.compare(seeded(seed));
      expect(outcome.kind === 'done' && outcome.comparison.digest).toBe(
        await digestOf(seeded(seed)),
      );
    }
  });

  test('cancelled is superseded, and the next order is done', async () => {
    const { client } = started();
    const cancelled = client.compare(orderOf(POSTI));
    client.cancel();
    expect((await cancelled).kind).toBe('superseded');
    expect((await client.compare(orderOf(POSTI))).kind).toBe('done');
  });
});

describe('the baseline', () => {
  test('runs once while a solidarity action is dragged, and is the right one', async () => {
    const { client, workers } = started();
    for (const share of [0.1, 0.2, 0.3]) {
      const outcome = await client.compare(orderOf(dragged(share)));
      expect(outcome.kind === 'done' && outcome.comparison.digest).toBe(
        await digestOf(orderOf(dragged(share))),
      );
    }
    const runs = workers.map((worker) => worker.runs);
    expect(runs).toEqual([[FULL, FULL, FULL], [FULL]]);
  });

  test('runs again when a number, a counter-move, the seed or the number of futures changes', async () => {
    const { client } = started();
    const seed = { ...POSTI, scenario: { ...POSTI.scenario, seed: 3 } };
    const shorter = { ...POSTI, scenario: { ...POSTI.scenario, fixedLengthDays: 20 } };
    for (const order of [
      orderOf(POSTI),
      orderOf(costing(2e7)),
      orderOf(seed),
      orderOf(shorter),
      orderOf(POSTI, { futures: 200 }),
      orderOf(POSTI),
    ]) {
      const outcome = await client.compare(order);
      expect(outcome.kind === 'done' && outcome.comparison.digest).toBe(await digestOf(order));
    }
  });

  test('that was used last is kept longest', async () => {
    const { client, workers } = started();
    for (const cost of [1, 2, 3, 4, 5, 6, 1, 7, 1]) {
      await client.compare(orderOf(costing(cost * 1e7), { futures: 20 }));
    }
    expect(workers[1].runs).toHaveLength(7);
  });
});

describe('the key of an ensemble', () => {
  test('stays with a new name, however many other campaigns were asked for before', () => {
    const before = ensembleKey(orderOf(POSTI));
    for (let cost = 1; cost <= 100; cost++) ensembleKey(orderOf(costing(cost * 1e5)));
    expect(ensembleKey(orderOf(POSTI))).toBe(before);
    const renamed = { ...POSTI, campaign: { ...POSTI.campaign, name: 'Renamed' } };
    expect(ensembleKey(orderOf(renamed))).toBe(before);
    expect(ensembleKey(orderOf(costing(1e5)))).not.toBe(before);
  });
});

describe('a hand that moves something', () => {
  const live = (records: CampaignScenario) =>
    orderOf(records, { futures: LIVE_FUTURES, isLive: true });
  /** What one thread computes, without the digests that no live picture has. */
  async function figuresOf(order: CompareOrder) {
    const { digest: _, olderDigests: __, ...figures } = await compareNow(order);
    return figures;
  }
  async function settled(isSettled: () => boolean) {
    for (let tries = 0; tries < 400 && !isSettled(); tries++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(isSettled()).toBe(true);
  }
  test('finds there what was run ahead of it, and it is the right one', async () => {
    const { client, workers } = started();
    await client.compare(live(POSTI));
    client.foresee([0.1, 0.2, 0.3].map((share) => orderOf(dragged(share), { futures: 5000 })));
    const begun = () => workers.flatMap(({ runs }) => runs);
    await settled(() => begun().length === 5);
    // The last of them has begun; an order for it waits for that run, and begins no other.
    await client.compare(live(dragged(0.3)));
    expect(begun()).toEqual(Array(5).fill(LIVE_FUTURES));
    for (const share of [0.1, 0.2, 0.3]) {
      // The two workers do not keep step: one of the three may still be on its way.
      await settled(() => client.findAhead(live(dragged(share))) !== null);
      const { digest, olderDigests, ...figures } = client.findAhead(live(dragged(share)))!;
      expect([digest, olderDigests]).toEqual(['', {}]);
      expect(figures).toEqual(await figuresOf(live(dragged(share))));
    }
    expect(client.findAhead(live(dragged(0.15)))).toBeNull();
  });

  test('and waits for its picture has nothing run ahead meanwhile, and all of it afterwards', async () => {
    const { client, workers } = started();
    await client.compare(live(POSTI));
    const shares = [0.11, 0.22, 0.33, 0.44];
    const orders = shares.map((share) => orderOf(dragged(share), { futures: 5000 }));
    const begun = () => workers.flatMap(({ runs }) => runs).length;
    const before = begun();
    client.foresee(orders);
    client.giveWay();
    // Both workers had begun one, rest for a tenth of a second and bring it to its end; neither begins another.
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(begun() - before).toBe(2);
    client.foresee(orders);
    for (const share of shares)
      await settled(() => client.findAhead(live(dragged(share))) !== null);
  });

  test('that goes fast finds the first pictures of what ran ahead of a slower one', async () => {
    const { client, workers } = started();
    const hurried = (share: number) =>
      orderOf(dragged(share), { futures: FIRST_FUTURES, isLive: true });
    await client.compare(live(POSTI));
    const shares = [0.1, 0.2];
    client.foresee(shares.map((share) => orderOf(dragged(share), { futures: 5000 })));
    // The baseline of the few came along with that of the many.
    for (const share of shares) await settled(() => client.findAhead(hurried(share)) !== null);
    client.foresee([hurried(0.3)]);
    await settled(() => client.findAhead(hurried(0.3)) !== null);
    const runs = workers.flatMap((worker) => worker.runs);
    expect(runs.filter((futures) => futures === FIRST_FUTURES)).toHaveLength(1);
    for (const share of [...shares, 0.3]) {
      const found = client.findAhead(hurried(share))!;
      const { digest, olderDigests, ...figures } = found;
      expect([digest, olderDigests]).toEqual(['', {}]);
      const { futures } = found.scenario;
      expect(share === 0.3 ? [FIRST_FUTURES] : [FIRST_FUTURES, LIVE_FUTURES]).toContain(futures);
      expect(figures).toEqual(await figuresOf({ ...hurried(share), futures }));
    }
    // Once the hand is slow again, few futures are not what it asks for, and keep nobody from running more.
    expect(client.findAhead(live(dragged(0.3)))).toBeNull();
    client.foresee([live(dragged(0.3))]);
    await settled(() => client.findAhead(live(dragged(0.3))) !== null);
    expect(client.findAhead(live(dragged(0.3)))!.scenario.futures).toBe(LIVE_FUTURES);
  });

  test('that lets go sees no fewer futures than before, then all of them', async () => {
    const { client } = started();
    await client.compare(live(dragged(0.4)));
    const pictures: Picture[] = [];
    const order = orderOf(dragged(0.4), { futures: 2000 });
    const outcome = await client.compare(order, {
      onpicture: (picture) => pictures.push(picture),
    });
    expect(pictures.map(({ comparison, isFull }) => [comparison.scenario.futures, isFull])).toEqual(
      [
        [LIVE_FUTURES, false],
        [2000, true],
      ],
    );
    expect(outcome.kind === 'done' && outcome.comparison.digest).toBe(await digestOf(order));
  });

  test('and finds its picture ends what ran for an older order', async () => {
    const { client } = started();
    await client.compare(live(dragged(0.2)));
    const older = client.compare(orderOf(dragged(0.6), { futures: 50_000 }));
    expect(client.findAhead(live(dragged(0.2)))).not.toBeNull();
    expect((await older).kind).toBe('superseded');
  });

  test('elsewhere than foreseen waits for nothing that was run ahead', async () => {
    const { client, workers } = started();
    await client.compare(orderOf(POSTI));
    client.foresee([0.1, 0.2].map((share) => orderOf(dragged(share), { futures: 20_000 })));
    const outcome = await client.compare(orderOf(costing(3e7)));
    expect(outcome.kind === 'done' && outcome.comparison.digest).toBe(
      await digestOf(orderOf(costing(3e7))),
    );
    // Once somebody asks for all futures, nothing more is run ahead.
    const ahead = workers.flatMap(({ runs }) => runs).filter((each) => each === LIVE_FUTURES);
    expect(ahead.length).toBeLessThanOrEqual(2);
  });

  test('of a counter-move has its baseline run ahead, too', async () => {
    const { client, workers } = started();
    const banned = (days: number): CampaignScenario => ({
      ...POSTI,
      scenario: { ...POSTI.scenario, fixedLengthDays: 60 + days },
    });
    await client.compare(live(banned(0)));
    client.foresee([orderOf(banned(1), { futures: 5000 })]);
    await settled(() => client.findAhead(live(banned(1))) !== null);
    expect(workers.map(({ runs }) => runs.length)).toEqual([2, 2]);
  });
});

describe('a worker', () => {
  test('that dies at its first run is replaced, and the comparison is done', async () => {
    const { client, workers } = started(['dies at its first run']);
    const outcome = await client.compare(orderOf(POSTI));
    expect(outcome.kind === 'done' && outcome.comparison.digest).toBe(
      await digestOf(orderOf(POSTI)),
    );
    expect(workers).toHaveLength(3);
    expect(workers[0].isTerminated).toBe(true);
  });

  test('that dies twice is given up and said; the next order starts afresh', async () => {
    const { client } = started(Array<Fate>(4).fill('dies at its first run'));
    expect((await client.compare(orderOf(POSTI))).kind).toBe('failed');
    expect((await client.compare(orderOf(POSTI))).kind).toBe('done');
  });

  test('that cannot even be started is said', async () => {
    const client = new SimulationClient(() => {
      throw new Error('not allowed');
    });
    expect(await client.compare(orderOf(POSTI))).toEqual({
      kind: 'failed',
      message: 'not allowed',
    });
  });

  test('that dies at rest is not waited for', async () => {
    const { client, workers } = started([], 50_000);
    await client.compare(orderOf(POSTI));
    workers[0].dispatchEvent(new Event('error', { cancelable: true }));
    await workers[0].thread.terminate();
    const before = performance.now();
    expect((await client.compare(orderOf(dragged(0.3)))).kind).toBe('done');
    expect(performance.now() - before).toBeLessThan(25_000);
  });

  test('whose last words come late does not take its successor with it', async () => {
    const { client, workers } = started(['dies at its first run']);
    const pictures: Picture[] = [];
    const outcome = client.compare(orderOf(POSTI), {
      onpicture: (picture) => {
        if (pictures.push(picture) === 1)
          workers[0].dispatchEvent(new Event('error', { cancelable: true }));
      },
    });
    expect((await outcome).kind).toBe('done');
    expect(workers).toHaveLength(3);
  });

  test('that falls silent is replaced', async () => {
    const { client, workers } = started(['mute'], 1_500);
    expect((await client.compare(orderOf(POSTI, { futures: 200 }))).kind).toBe('done');
    expect(workers[0].isTerminated).toBe(true);
  });

  test('that is ended in the middle of a run is replaced', async () => {
    const { client, workers } = started();
    let isRestarted = false;
    const outcome = await client.compare(orderOf(POSTI, { futures: 4000 }), {
      onprogress: () => {
        if (!isRestarted) client.restart();
        isRestarted = true;
      },
    });
    expect(isRestarted && outcome.kind).toBe('done');
    expect(workers).toHaveLength(4);
  });
});

describe('dispose', () => {
  test('ends the workers and what runs; nothing starts any more', async () => {
    const { client, workers } = started();
    const running = client.compare(orderOf(POSTI, { futures: 20_000 }));
    const ended = workers.map(({ thread }) => once(thread, 'exit'));
    client.dispose();
    expect((await running).kind).toBe('superseded');
    await Promise.all(ended);
    expect((await client.compare(orderOf(POSTI))).kind).toBe('superseded');
    expect(workers).toHaveLength(2);
  });

  test('before anything has run is nothing', async () => {
    const { client, workers } = started();
    client.dispose();
    client.cancel();
    client.restart();
    expect(workers).toHaveLength(0);
  });
});

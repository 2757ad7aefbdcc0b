/** What studies are made of, run by the built worker in a real browser: the same bytes as here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Futures } from '../../lib/simulation/chance.ts';
import { runTask, type Task, type TaskResult } from '../../lib/simulation/study.ts';
import { entry } from '../simulation/runs.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';

let chromium: RunningChromium;
beforeAll(async () => {
  chromium = await launchChromium();
});
afterAll(() => chromium.close());

function here(task: Task & { kind: 'win' | 'spread' }): TaskResult {
  const run = runTask(task, new Futures(task.scenario.seed));
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
  }
}

/** Every array as plain numbers: JSON keeps every bit of a double. */
function plain(result: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(result).map(([key, value]) => [
      key,
      value instanceof Float64Array ? [...value] : value,
    ]),
  );
}

describe('the simulation worker', () => {
  it('comes to the same bytes in Chromium as in Node', async () => {
    const page = await chromium.newPage();
    // The page alone may start workers; those that it starts are kept within reach.
    await page.evaluateOnNewDocument(() => {
      const started: Worker[] = [];
      Object.assign(globalThis, { started });
      globalThis.Worker = class extends Worker {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          if (String(given[0]).includes('simulation-worker')) started.push(this);
        }
      };
    });
    await page.goto(`${chromium.origin}/dashboard.html#/what-if/posti-2019`);
    await page.waitForFunction(
      () => (globalThis as unknown as { started: Worker[] }).started.length > 0,
    );
    let asked = 0;
    for (const id of ['posti-2019', 'oakland-2019'] as const) {
      for (const task of [
        { kind: 'win', withLeverage: true, futures: 300, ...entry(id) },
        { kind: 'spread', futures: 300, ...entry(id) },
      ] as const) {
        const there = await page.evaluate(
          async (task, id) => {
            const [worker] = (globalThis as unknown as { started: Worker[] }).started;
            const answer = await new Promise<{ value: { result: object } }>((resolve, reject) => {
              worker!.addEventListener('error', ({ message }) => reject(new Error(message)));
              worker!.addEventListener('message', ({ data }) => {
                if (data.id === id) resolve(data);
              });
              // As Comlink asks, past the page's own orders.
              const order = { type: 'RAW', value: { order: 1_000_000, task } };
              worker!.postMessage({ id, type: 'APPLY', path: ['work'], argumentList: [order] });
            });
            return Object.fromEntries(
              Object.entries(answer.value.result).map(([key, value]) => [
                key,
                value instanceof Float64Array ? [...value] : value,
              ]),
            );
          },
          task,
          `study ${asked++}`,
        );
        expect(there).toEqual(plain(here(task)));
      }
    }
  });
});

/** What a worker does when it is told to rest. */
import { describe, expect, test } from 'vitest';
import type { Task } from '../../lib/simulation/study.ts';
import { SimulationService } from '../../lib/worker/service.ts';
import { entry } from '../simulation/runs.ts';

const LONG_MS = 60_000;
const request = {
  ...entry('generic'),
  futures: 512,
  certain: false,
  allQuantiles: false,
  hardshipLimit: 0.3,
  supportLimit: 0.4,
};

function resting(isAhead: boolean) {
  const service = new SimulationService();
  let isDone = false;
  void service.rest(LONG_MS);
  const outcome = service.run({ order: 1, request, firstAt: 0, isAhead }).then((reached) => {
    isDone = true;
    return reached.kind;
  });
  return { service, outcome, isDone: () => isDone };
}

describe('a worker that is to rest', () => {
  test('lets what is run ahead rest until it is told to go on', async () => {
    const { service, outcome, isDone } = resting(true);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(isDone()).toBe(false);
    void service.rest(0);
    expect(await outcome).toBe('done');
  });

  test('ends a resting run that nobody wants any more at once', async () => {
    const { service, outcome } = resting(true);
    // It rests by then.
    await new Promise((resolve) => setTimeout(resolve, 300));
    void service.cancel(1);
    expect(await outcome).toBe('superseded');
  });

  test('lets a task of a study rest, and ends it at once when nobody wants it any more', async () => {
    const { campaign, scenario } = request;
    const task: Task = { kind: 'win', campaign, scenario, futures: 256, withLeverage: false };
    for (const end of ['rest', 'cancel'] as const) {
      const service = new SimulationService();
      void service.rest(LONG_MS);
      let isDone = false;
      const outcome = service.work({ order: 1, task }).then(({ kind }) => {
        isDone = true;
        return kind;
      });
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(isDone).toBe(false);
      void (end === 'rest' ? service.rest(0) : service.cancel(1));
      expect(await outcome).toBe(end === 'rest' ? 'done' : 'superseded');
    }
  });

  test('goes on with what somebody waits for', async () => {
    expect(await resting(false).outcome).toBe('done');
  });
});

/** What a worker does when it is told to rest. */
import { describe, expect, test } from 'vitest';
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

  test('ends a resting run that a newer order replaces as soon as the rest is over', async () => {
    const { service, outcome } = resting(true);
    void service.cancel(1);
    void service.rest(0);
    expect(await outcome).toBe('superseded');
  });

  test('goes on with what somebody waits for', async () => {
    expect(await resting(false).outcome).toBe('done');
  });
});

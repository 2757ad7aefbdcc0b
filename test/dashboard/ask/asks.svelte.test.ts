/** Which questions are asked, and when they are asked anew. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Asks } from '../../../entrypoints/dashboard/ask/asks.svelte.ts';
import { Studio } from '../../../entrypoints/dashboard/studio.svelte.ts';
import type { Action } from '../../../lib/model/action.ts';
import type { Comparison } from '../../../lib/model/ensemble.ts';
import type { SimulationClient } from '../../../lib/worker/client.ts';
import type { StudyClient, StudyListener } from '../../../lib/worker/study-client.ts';
import { entry } from '../../simulation/runs.ts';

const POSTI = entry('posti-2019');
const LONG_ENOUGH = 1000;
let gestures = 0;
const step = (words = 'changed') => ({ id: `gesture-${++gestures}`, final: true, words });

async function made(actions: Action[] = POSTI.scenario.actions) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const asked: string[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  // Its pictures stand at once.
  const client = {
    compare: (
      _: unknown,
      { onpicture }: { onpicture: (picture: { comparison: Comparison; isFull: boolean }) => void },
    ) => {
      onpicture({ comparison: { digest: '' } as Comparison, isFull: true });
      return Promise.resolve({ kind: 'done' });
    },
  };
  const studio = new Studio(
    { ...POSTI, scenario: { ...POSTI.scenario, actions } },
    { client: client as unknown as SimulationClient, store: null, isKept: false },
  );
  const question = (name: string) => (_: unknown, listener: StudyListener) => {
    asked.push(name);
    signals.push(listener.signal);
    return new Promise(() => {});
  };
  const names = ['startDays', 'strengths', 'nextActions', 'tornado', 'flips', 'informationValues'];
  const studies = Object.fromEntries(names.map((name) => [name, question(name)]));
  const asks = new Asks(studio, studies as unknown as StudyClient);
  const leave = asks.follow();
  const settled = async () => {
    await vi.advanceTimersByTimeAsync(LONG_ENOUGH);
    return asked.splice(0).toSorted();
  };
  return { studio, asks, settled, leave, signals };
}
const ALL = ['informationValues', 'nextActions', 'startDays', 'strengths', 'tornado'];

describe('the questions of a studio', () => {
  it('are asked once the picture stands, and not again while nothing changes', async () => {
    const { asks, settled } = await made();
    expect(await settled()).toEqual(ALL);
    asks.keepUp();
    expect(await settled()).toEqual([]);
  });

  it('are asked anew after an edit, those under way given up', async () => {
    const { studio, settled, signals } = await made();
    await settled();
    studio.edit({ ...studio.current, scenario: { ...studio.scenario, horizonDays: 60 } }, step());
    // At once: the cores are the picture's until it stands.
    expect(signals.map((signal) => signal?.aborted)).toEqual(ALL.map(() => true));
    expect(await settled()).toEqual(ALL);
  });

  it('go one by one where only one is changed', async () => {
    const { asks, settled } = await made();
    await settled();
    asks.choose('much', 'new boycott');
    expect(await settled()).toEqual(['strengths']);
    asks.chooseDay(20);
    expect(await settled()).toEqual(['nextActions']);
    // There and back again before anything was asked: what was under way was given up.
    asks.choose('much', POSTI.scenario.actions[0]!.id);
    asks.choose('much', 'new boycott');
    expect(await settled()).toEqual(['strengths']);
  });

  it('notice a change of what is switched off, which no picture shows', async () => {
    const [first, ...others] = POSTI.scenario.actions;
    const { studio, asks, settled } = await made([{ ...first!, enabled: false }, ...others]);
    await settled();
    studio.editActions([{ ...first!, enabled: false, startDay: 40 }, ...others], step());
    asks.keepUp();
    expect(await settled()).toEqual(['nextActions', 'startDays', 'strengths']);
  });

  it('leave out what no action could turn', async () => {
    const { settled } = await made([]);
    expect(await settled()).toEqual(['nextActions', 'startDays', 'strengths']);
  });

  it('stay stopped where somebody stopped them, also when the page is left and opened again', async () => {
    const { asks, settled, leave } = await made();
    await settled();
    asks.next.cancel();
    asks.keepUp();
    expect(await settled()).toEqual([]);
    leave();
    onTestFinished(asks.follow());
    expect(await settled()).toEqual(ALL.filter((name) => name !== 'nextActions'));
    expect(asks.next.status).toBe('cancelled');
  });
});

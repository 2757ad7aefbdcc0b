/** Which scenarios are held side by side, and against which. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  Compared,
  WITHOUT,
  type ComparedRequest,
} from '../../../entrypoints/dashboard/compare/compared.svelte.ts';
import { Studio } from '../../../entrypoints/dashboard/studio.svelte.ts';
import { copyScenario } from '../../../lib/model/copies.ts';
import type { Scenario } from '../../../lib/model/scenario.ts';
import type { SimulationClient } from '../../../lib/worker/client.ts';
import type { StudyClient } from '../../../lib/worker/study-client.ts';
import { entry } from '../../simulation/runs.ts';

const { campaign, scenario } = entry('posti-2019');
const copies = Array.from({ length: 7 }, (_, index) => ({
  ...copyScenario(scenario, `Copy ${index}`, `2026-11-23T08:00:0${index}Z`),
  seed: 5,
  horizonDays: 30 + index,
}));

function made({ open = scenario, baseline = null as Scenario | null } = {}) {
  const asked: ComparedRequest[] = [];
  // Whose pictures stand at once.
  const client = { compare: () => Promise.resolve({ kind: 'done' }) };
  const studio = new Studio(
    { campaign, scenario: open },
    { client: client as unknown as SimulationClient, store: null, isKept: false, baseline },
  );
  const studies = {
    sideBySide: (request: ComparedRequest) => {
      asked.push(request);
      return new Promise(() => {});
    },
  };
  const compared = new Compared(studio, studies as unknown as StudyClient);
  onTestFinished(compared.follow());
  return { studio, compared, asked };
}
const keys = (compared: Compared) => compared.chosen.map(({ key }) => key);

describe('scenarios side by side', () => {
  it('are the open one and itself without, where there is no other', () => {
    const { compared } = made();
    compared.take([]);
    expect(keys(compared)).toEqual([WITHOUT, scenario.id]);
    expect(compared.candidates.find(({ isBaseline }) => isBaseline)!.key).toBe(WITHOUT);
  });

  it('are six at most, the baseline always among them', () => {
    const { compared } = made();
    compared.take([scenario, ...copies]);
    expect(keys(compared)).toEqual([
      WITHOUT,
      scenario.id,
      ...copies.slice(0, 4).map(({ id }) => id),
    ]);
    expect(compared.toggle(copies[5]!.id)).toBe(false);
    expect(compared.toggle(WITHOUT)).toBe(false);
    expect(compared.toggle(copies[0]!.id)).toBe(true);
    expect(compared.toggle(copies[5]!.id)).toBe(true);
    expect(keys(compared)).toHaveLength(6);
    expect(keys(compared)).toContain(copies[5]!.id);
    expect(keys(compared)).not.toContain(copies[0]!.id);
  });

  it('keep the pinned one first, even where it was taken out before it was pinned', () => {
    const { compared, studio } = made();
    compared.take([scenario, ...copies]);
    compared.toggle(copies[1]!.id);
    studio.baseline = copies[1]!;
    expect(keys(compared)[0]).toBe(copies[1]!.id);
    expect(keys(compared)).toHaveLength(6);
    // It was deleted: the open one without its actions is what is left to compare with.
    studio.baseline = null;
    compared.take([scenario, copies[0]!]);
    expect(keys(compared)[0]).toBe(WITHOUT);
  });

  it('are asked for on the days and the luck of the open one, the baseline first', async () => {
    const { compared, asked } = made({ baseline: copies[2]! });
    compared.take([scenario, ...copies.slice(0, 3)]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    const [{ scenarios, pinned, keys: named }] = asked as [ComparedRequest];
    expect(scenarios[pinned]!.id).toBe(copies[2]!.id);
    expect(named[pinned]).toBe(copies[2]!.id);
    for (const each of scenarios) {
      expect(each).toMatchObject({ seed: scenario.seed, horizonDays: scenario.horizonDays });
    }
  });

  it('are not asked for again because one is called otherwise', async () => {
    const { compared, asked } = made();
    compared.take([scenario, copies[0]!]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    compared.take([scenario, { ...copies[0]!, name: 'Renamed' }]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(asked).toHaveLength(1);
    compared.take([scenario, { ...copies[0]!, actions: [] }]);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });
});

// @vitest-environment jsdom
/** A bar that moves: the headline goes with it at once, what is said besides follows, and at rest all of it agrees. */
import { flushSync } from 'svelte';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { holding } from '../../components/charts/holding.svelte.ts';
import { headlineOf, summarize } from '../../components/summary/summarize.ts';
import { moveAction, replaced } from '../../components/timeline/action-edits.ts';
import { LIMITS, Studio } from '../../entrypoints/dashboard/studio.svelte.ts';
import type { Comparison } from '../../lib/model/ensemble.ts';
import { baselineOf, type CampaignScenario, type Scenario } from '../../lib/model/scenario.ts';
import { compareNow } from '../../lib/simulation/comparison.ts';
import { FIRST_FUTURES, LIVE_FUTURES, type SimulationClient } from '../../lib/worker/client.ts';
import { entry } from '../simulation/runs.ts';

const POSTI = entry('posti-2019');
const WORDS_MS = 120;
/** And two frames after it lets go. */
const LET_GO_MS = 32;

const BAR = POSTI.scenario.actions.find(({ kind }) => kind === 'sympathyStrike')!;
const MOST_DAYS = 30;
const FUTURES = 40;

/** The campaign with the bar so many days later. */
function movedBy(days: number): CampaignScenario {
  const { campaign, scenario } = POSTI;
  const actions = replaced(scenario.actions, moveAction(BAR, days, scenario.horizonDays));
  return { campaign, scenario: { ...scenario, actions } };
}

/** By the bar's first day: what comes of it. */
const ahead = new Map<number, Comparison>();
const dayOf = (scenario: Scenario) => scenario.actions.find(({ id }) => id === BAR.id)!.startDay;
beforeAll(async () => {
  for (let days = 0; days <= MOST_DAYS; days++) {
    const records = movedBy(days);
    const request = { ...records, futures: FUTURES, certain: false, allQuantiles: false };
    const comparison = await compareNow({
      ...request,
      ...LIMITS,
      baseline: baselineOf(records.scenario),
    });
    ahead.set(dayOf(records.scenario), comparison);
  }
}, 60_000);

/** A client that has run ahead all that a hand may ask for while it moves, and is not done with the rest. */
function foreseeing(): SimulationClient {
  const seen: Partial<SimulationClient> = {
    findAhead: ({ scenario }) => ahead.get(dayOf(scenario))!,
    foresee: () => {},
    giveWay: () => {},
    compare: () => new Promise(() => {}),
  };
  return seen as SimulationClient;
}

const dayWords = (day: number) => `day ${day}`;

function opened(client = foreseeing()) {
  vi.useFakeTimers();
  const studio = new Studio(POSTI, { client, store: null, isKept: false });
  onTestFinished(() => {
    studio.dispose();
    vi.useRealTimers();
  });
  let worked = 0;
  let words!: () => ReturnType<typeof summarize> | null;
  const leave = $effect.root(() => {
    words = holding(
      () => {
        worked++;
        return studio.comparison && summarize(studio.current, studio.comparison, dayWords);
      },
      () => studio.isHurried,
    );
    $effect(() => void words());
  });
  onTestFinished(leave);
  flushSync();
  const move = (days: number, final: boolean, isOnLine = true) => {
    const gesture = { id: 'drag', final, words: 'moved', isOnLine };
    studio.editActions(movedBy(days).scenario.actions, gesture);
    flushSync();
  };
  const wholeTruth = () => summarize(studio.current, studio.comparison!, dayWords);
  return { studio, move, words: () => words(), worked: () => worked, wholeTruth };
}

describe('what is said of a bar that moves', () => {
  test('stands still while the hand hurries, and the headline does not', () => {
    const { studio, move, words, worked, wholeTruth } = opened();
    move(1, false);
    vi.advanceTimersByTime(WORDS_MS);
    flushSync();
    expect(words()).toEqual(wholeTruth());
    const before = worked();
    const headlines = new Set<string>();
    for (let days = 2; days <= MOST_DAYS; days++) {
      move(days, false);
      expect(studio.isHurried).toBe(true);
      expect(studio.comparison!.scenario.futures).toBe(FUTURES);
      const headline = headlineOf(studio.current, studio.comparison!);
      expect(headline).toEqual(wholeTruth().headline);
      headlines.add(JSON.stringify(headline));
      vi.advanceTimersByTime(WORDS_MS - 10);
    }
    expect(headlines.size).toBeGreaterThan(1);
    expect(worked()).toBe(before);
  });

  test('follows when it slows, with the bar still in hand', () => {
    const { studio, move, words, wholeTruth } = opened();
    move(1, false);
    move(9, false);
    vi.advanceTimersByTime(WORDS_MS);
    flushSync();
    expect(studio.isLive).toBe(true);
    expect(words()).toEqual(wholeTruth());
  });

  test('agrees two frames after the hand lets go, and after an undo', () => {
    const { studio, move, words, wholeTruth } = opened();
    for (const days of [1, 5, 9]) move(days, false);
    move(9, true);
    vi.advanceTimersByTime(LET_GO_MS);
    flushSync();
    expect(studio.isLive).toBe(false);
    expect(studio.isHurried).toBe(false);
    expect(words()).toEqual(wholeTruth());
    move(12, false);
    expect(studio.isHurried).toBe(true);
    studio.undo();
    flushSync();
    expect(studio.isHurried).toBe(false);
    expect(words()).toEqual(wholeTruth());
  });

  test('does not wait for a number that is moved in the panel beside', () => {
    const { studio, move, words, wholeTruth } = opened();
    move(4, false, false);
    expect(studio.isLive).toBe(true);
    expect(studio.isHurried).toBe(false);
    expect(words()).toEqual(wholeTruth());
  });

  test('nor do the undo button and the state of saving change under it; a moment later they do', () => {
    const { studio, move } = opened();
    const before = studio.beside;
    expect(before).toMatchObject({ undoWords: null, isAsOriginal: true });
    move(1, false);
    expect(studio.undoWords).toBe('moved');
    expect(studio.beside).toEqual(before);
    vi.advanceTimersByTime(WORDS_MS);
    flushSync();
    expect(studio.beside).toMatchObject({
      undoWords: 'moved',
      isAsOriginal: false,
      futures: FUTURES,
    });
  });

  test('whoever keeps up with the picture hears that it is another once the hand has seen it', () => {
    const { studio, move } = opened();
    const heard: boolean[] = [];
    onTestFinished(studio.watch((isFull) => heard.push(isFull)));
    const before = heard.length;
    move(1, false);
    expect(heard).toHaveLength(before);
    vi.advanceTimersByTime(WORDS_MS);
    expect(heard.slice(before)).toEqual([false]);
    // A number beside is not hurried: at once.
    move(2, false, false);
    expect(heard.slice(before)).toEqual([false, false]);
  });
});

test('a hand that goes fast is shown fewer futures, and more again when it slows', () => {
  const asked: number[] = [];
  const foreseen: number[][] = [];
  const client = foreseeing();
  client.findAhead = (order) => {
    asked.push(order.futures);
    return ahead.get(dayOf(order.scenario))!;
  };
  client.foresee = (orders) => foreseen.push(orders.map(({ futures }) => futures));
  const { studio, move } = opened(client);
  const step = (days: number, ms: number) => {
    vi.advanceTimersByTime(ms);
    move(days, false);
  };
  for (const days of [1, 2, 3]) step(days, 100);
  expect(asked).toEqual([LIVE_FUTURES, LIVE_FUTURES, LIVE_FUTURES]);
  for (const days of [4, 5, 6]) step(days, 50);
  expect(asked.slice(3)).toEqual([FIRST_FUTURES, FIRST_FUTURES, FIRST_FUTURES]);
  for (const days of [7, 8, 9]) step(days, 200);
  expect(asked.slice(6)).toEqual([LIVE_FUTURES, LIVE_FUTURES, LIVE_FUTURES]);
  // What is further off is run ahead for a hand that starts off.
  studio.foresee([10, 11, 12, 8, 13].map((days) => movedBy(days).scenario.actions));
  vi.advanceTimersByTime(100);
  expect(foreseen).toEqual([[...Array<number>(4).fill(LIVE_FUTURES), FIRST_FUTURES]]);
});

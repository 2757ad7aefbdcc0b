/** The checks of the studio's page, against the real library in memory and real workers on threads. */
import 'fake-indexeddb/auto';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { CheckBoard } from '../../entrypoints/dashboard/checks/check-board.svelte.ts';
import { Studio } from '../../entrypoints/dashboard/studio.svelte.ts';
import { toggled } from '../../components/timeline/action-edits.ts';
import { sentenceOf } from '../../components/checks/check-slots.ts';
import type { Check } from '../../lib/model/checks.ts';
import { SimulationClient } from '../../lib/worker/client.ts';
import { StudyClient } from '../../lib/worker/study-client.ts';
import { entry, without } from '../simulation/runs.ts';
import { newLibrary } from '../store/opening.ts';
import { threadWorkers } from '../worker/thread-worker.ts';

const workers = threadWorkers();
const client = new SimulationClient(workers.create);
const studyClient = new StudyClient(workers.create);
afterAll(async () => {
  client.dispose();
  studyClient.dispose();
  await workers.endAll();
});

const OAKLAND = entry('oakland-2019');
const FUND: Check = {
  ...{ id: 'fund', kind: 'risk', risk: 'fundEmpty', limit: null, beforeDay: 20, atMost: 10 },
};
const WIN: Check = { id: 'win', kind: 'chance', figure: 'win', ofHundred: 50, byDay: 40 };
const HARDSHIP: Check = {
  ...{ id: 'hard', kind: 'risk', risk: 'hardshipOverLimit', limit: 30, beforeDay: 60, atMost: 30 },
};
const LONG = { timeout: 20_000, interval: 20 };

async function openBoard() {
  const store = await newLibrary().open();
  const studio = new Studio(OAKLAND, { client, store, isKept: false, futures: 200 });
  const board = new CheckBoard(studio, studyClient);
  const leave = board.follow();
  onTestFinished(() => {
    leave();
    studio.dispose();
  });
  return { studio, board, store };
}

const said = (board: CheckBoard) =>
  board.rows.map(({ verdict, isSettled }) =>
    !isSettled || !verdict ? '…' : verdict.kind === 'judged' ? verdict.isKept : verdict.reason,
  );
const settled = (board: CheckBoard, verdicts: unknown[]) =>
  vi.waitFor(() => expect(said(board)).toEqual(verdicts), LONG);

describe('checks on the page', () => {
  test('an edit of theirs runs nothing of the picture, is one step, and is kept in the library', async () => {
    const { studio, board, store } = await openBoard();
    await vi.waitFor(() => expect(studio.isFull).toBe(true), LONG);
    const { comparison } = studio;
    board.edit([FUND, WIN], 'add');
    await settled(board, [true, true]);
    expect(studio.comparison).toBe(comparison);
    expect(studio.undoWords).toBe('add a check');
    await studio.flush();
    expect((await store.getCampaign(studio.campaign.id))?.checks).toEqual([FUND, WIN]);
    studio.undo();
    expect(board.rows).toEqual([]);
    expect('checks' in studio.campaign).toBe(false);
    studio.redo();
    await settled(board, [true, true]);
  });

  test('a change of the scenario judges them anew, and says aloud what has changed and nothing else', async () => {
    const { studio, board } = await openBoard();
    board.edit([HARDSHIP, WIN], 'add');
    await settled(board, [true, true]);
    await vi.waitFor(() => expect(studio.isFull).toBe(true), LONG);
    const before = board.news;
    // Without the meals hardship passes its limit.
    const { actions } = studio.scenario;
    const meals = actions.find(({ id }) => id === 'meals')!;
    studio.editActions(
      actions.map((action) => (action === meals ? toggled(meals) : action)),
      { id: 'off', final: true, words: 'meals off' },
    );
    // The old verdict is not taken for the new one.
    expect(said(board)[0]).toBe('…');
    await settled(board, [false, true]);
    await vi.waitFor(() => expect(board.news).toBe(`Broken: ${sentenceOf(HARDSHIP)}`), LONG);
    expect(before).not.toBe(board.news);
    studio.undo();
    await settled(board, [true, true]);
    await vi.waitFor(() => expect(board.news).toBe(`Kept: ${sentenceOf(HARDSHIP)}`), LONG);
  });

  test('a new name changes no verdict and needs no run', async () => {
    const { studio, board } = await openBoard();
    board.edit([FUND], 'add');
    await settled(board, [true]);
    const { answer } = board.run;
    const named = { ...studio.campaign, name: 'Oakland, once more' };
    studio.edit({ ...studio.current, campaign: named }, { id: 'n', final: true, words: 'name' });
    await settled(board, [true]);
    expect(board.run.answer).toBe(answer);
  });

  test('the other scenarios are judged when asked, each by itself', async () => {
    const { studio, board } = await openBoard();
    board.edit([HARDSHIP], 'add');
    await settled(board, [true]);
    const bare = { ...without(OAKLAND).scenario, id: 'bare', name: 'Nothing' };
    board.take([studio.scenario, bare]);
    expect(board.otherScenarios.map(({ id }) => id)).toEqual(['bare']);
    const taken = board.otherScenarios;
    board.take([studio.scenario, structuredClone(bare)]);
    // Read again and not changed: whoever draws them has nothing to draw.
    expect(board.otherScenarios).toBe(taken);
    expect(board.elsewhere).toBeNull();
    board.judgeOthers();
    await vi.waitFor(() => expect(board.elsewhere).not.toBeNull(), LONG);
    expect(board.elsewhere!.answer.scenarios).toMatchObject([
      { scenarioId: 'bare', verdicts: [{ kind: 'judged', isKept: false }] },
    ]);
    expect(board.isElsewhereStale).toBe(false);
    board.edit([HARDSHIP, WIN], 'add');
    expect(board.isElsewhereStale).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { StudyRun } from '../../../entrypoints/dashboard/why/study-run.svelte.ts';
import type { StudyListener, StudyOutcome } from '../../../lib/worker/study-client.ts';

interface Asked {
  request: { of: string };
  listener: StudyListener;
  answer: (outcome: StudyOutcome<string>) => void;
}

function questions() {
  const asked: Asked[] = [];
  const run = new StudyRun<{ of: string }, string>(
    (request, listener) =>
      new Promise((answer) => {
        listener.signal?.addEventListener('abort', () => answer({ kind: 'cancelled' }));
        asked.push({ request, listener, answer });
      }),
  );
  return { run, asked };
}

describe('a question to the studies', () => {
  it('keeps the last answer while the next is on its way', async () => {
    const { run, asked } = questions();
    const first = run.ask({ of: 'a' });
    asked[0]!.answer({ kind: 'done', answer: 'A' });
    await first;
    expect(run).toMatchObject({ answer: 'A', isStale: false, status: 'done' });
    void run.ask({ of: 'b' });
    expect(run).toMatchObject({ answer: 'A', isStale: true, isRunning: true, progress: 0 });
  });

  it('lets the latest win, whichever answers last', async () => {
    const { run, asked } = questions();
    const first = run.ask({ of: 'a' });
    const second = run.ask({ of: 'b' });
    expect(asked[0]!.listener.signal?.aborted).toBe(true);
    asked[0]!.listener.onprogress?.(0.9);
    expect(run.progress).toBe(0);
    asked[1]!.answer({ kind: 'done', answer: 'B' });
    await second;
    asked[0]!.answer({ kind: 'done', answer: 'A' });
    await first;
    expect(run.answer).toBe('B');
  });

  it('says what went wrong and can be asked again', async () => {
    const { run, asked } = questions();
    const first = run.ask({ of: 'a' });
    asked[0]!.answer({ kind: 'failed', message: 'the worker fell silent' });
    await first;
    expect(run).toMatchObject({ status: 'failed', failure: 'the worker fell silent' });
    run.again();
    expect(run).toMatchObject({ status: 'running', failure: null });
    expect(asked[1]!.request).toEqual({ of: 'a' });
  });

  it('ends when told to', () => {
    const { run, asked } = questions();
    void run.ask({ of: 'a' });
    run.cancel();
    expect(asked[0]!.listener.signal?.aborted).toBe(true);
    expect(run.status).toBe('cancelled');
  });
});

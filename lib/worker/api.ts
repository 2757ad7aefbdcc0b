/** What page and worker say to each other. Results and reasons travel as data: an error keeps only its message. */
import type { EnsembleRequest, EnsembleResult } from '../model/ensemble.ts';
import type { Task, TaskResult } from '../simulation/study.ts';

export interface RunOrder {
  /** Grows with every order of a client; a newer one ends the older. */
  order: number;
  request: EnsembleRequest;
  /** After this many futures the listener hears a first result; 0 = not wanted. */
  firstAt: number;
  /** Nobody has asked for it yet: it rests when the page wants the processor, and tells of its first result alone. */
  isAhead: boolean;
}

export type RunOutcome =
  | { kind: 'done'; result: EnsembleResult }
  | { kind: 'superseded' }
  | { kind: 'failed'; message: string };

export interface TaskOrder {
  /** As RunOrder's. */
  order: number;
  task: Task;
}

export type TaskOutcome =
  | { kind: 'done'; result: TaskResult }
  | { kind: 'superseded' }
  | { kind: 'failed'; message: string };

export type ProgressListener = (
  order: number,
  done: number,
  total: number,
  first: EnsembleResult | null,
) => void;

export interface SimulationApi {
  run(order: RunOrder): Promise<RunOutcome>;
  /** Runs one task of a study. */
  work(order: TaskOrder): Promise<TaskOutcome>;
  /** Ends whatever runs with an order up to this one. */
  cancel(order: number): Promise<void>;
  /** What is run ahead and tasks of studies rest for so long from now, ms: a hand waits for its picture. 0: no more. */
  rest(ms: number): Promise<void>;
  /** One listener a worker, for as long as it lives. */
  listen(listener: ProgressListener): Promise<void>;
}

/** Are the checks kept? Runs what they must be judged by, each scenario's courses once for all of them. */
import {
  coursesFor,
  judge,
  type ChecksAnswer,
  type ChecksRequest,
  type Course,
  type CourseAsk,
} from '../model/check-verdicts.ts';
import type { EffectQuantity } from '../model/checks.ts';
import type { CourseTask, Study } from './study.ts';

/** A course that serves several checks, of one scenario of the request. */
interface Shared extends CourseAsk {
  of: number;
  quantities: Set<EffectQuantity>;
}

/** Takes up an ask where nothing speaks against it: one run has one limit of hardship and one of support. */
function canServe(shared: Shared, of: number, ask: CourseAsk): boolean {
  const agree = (a: number | null, b: number | null) => a === null || b === null || a === b;
  return (
    shared.of === of &&
    shared.variant === ask.variant &&
    agree(shared.hardshipLimit, ask.hardshipLimit) &&
    agree(shared.supportLimit, ask.supportLimit)
  );
}

export function* judgeChecks(request: ChecksRequest): Study<ChecksAnswer> {
  const { campaign, checks, scenarios, futures } = request;
  const runs: Shared[] = [];
  const serving = scenarios.map(({ scenario, baseline }, of) =>
    checks.map((check) =>
      coursesFor(check, scenario, baseline).map((ask) => {
        let run = runs.findIndex((shared) => canServe(shared, of, ask));
        if (run < 0) run = runs.push({ ...ask, of, quantities: new Set() }) - 1;
        const shared = runs[run];
        shared.days = Math.max(shared.days, ask.days);
        shared.hardshipLimit ??= ask.hardshipLimit;
        shared.supportLimit ??= ask.supportLimit;
        if (check.kind === 'effect') shared.quantities.add(check.quantity);
        return run;
      }),
    ),
  );
  const tasks = runs.map(({ scenario, days, hardshipLimit, supportLimit, quantities }) => {
    const task: CourseTask = {
      kind: 'course',
      campaign,
      scenario: { ...scenario, horizonDays: days },
      futures,
      hardshipLimit: hardshipLimit ?? 1,
      supportLimit: supportLimit ?? 0,
      quantities: [...quantities],
    };
    return task;
  });
  const courses = tasks.length === 0 ? [] : ((yield { tasks, total: tasks.length }) as Course[]);
  return {
    futures,
    runs: tasks.length,
    scenarios: scenarios.map(({ scenario }, of) => ({
      scenarioId: scenario.id,
      verdicts: checks.map((check, index) =>
        judge(
          check,
          scenario,
          serving[of][index].map((run) => courses[run]),
        ),
      ),
    })),
  };
}

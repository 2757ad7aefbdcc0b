/**
 * Is a check kept? What each has to be run for, and the judgement on what came of it: plain arithmetic on results, so
 * that a page, a worker and a terminal say the same.
 */
import { isSolidarity, isTakenByWorkers, type Action } from './action.ts';
import type { Check, CheckedRisk, CheckOf, EffectActions, EffectQuantity } from './checks.ts';
import { daysAsked, runDaysOf } from './days-asked.ts';
import type { Comparison, EnsembleResult, GuardRail } from './ensemble.ts';
import { baselineOf, pinnedBeside, type CampaignScenario, type Scenario } from './scenario.ts';
import type { StudyBasis } from './study.ts';

/** Less than half a point of 100, or half a per cent of an amount of money, is no difference. */
export const NO_DIFFERENCE = 0.005;
/** Sums of a thousand shares are this exact; a chance of 10 in 100 is not more than 10. */
const ROUNDING = 1e-9;

/** How a scenario goes, day by day. Arrays have `days` entries; a longer course begins with the shorter one. */
export interface Course {
  days: number;
  /** Mean probability by the evening of each day. */
  conceded: Float64Array;
  collapsed: Float64Array;
  /** Chance that it has come by the evening of each day, and before the dispute ended. */
  risks: Record<CheckedRisk & GuardRail, Float64Array>;
  /** Means over futures, "if the dispute is still open"; empty where not asked for. */
  means: Partial<Record<EffectQuantity, Float64Array>>;
}

/** A course that a check must be judged by. */
export interface CourseAsk {
  /** Names the scenario among those of one judgement: the same name, the same scenario. */
  variant: string;
  scenario: Scenario;
  /** Days at least. */
  days: number;
  /** Shares; null where the check does not count this risk: a run has one limit of each, and another check may need its own. */
  hardshipLimit: number | null;
  supportLimit: number | null;
}

/** What a check found; shares are 0–1, days count from 0. */
export type Finding =
  /** Share of futures; the first day on whose evening it is more than allowed, null where it never is. */
  | { kind: 'risk'; share: number; day: number | null }
  /** Share, or difference of shares, on the evening asked for; the first evening on which it is as asked (win, gain), or is not (collapse), as far as was run. */
  | { kind: 'chance'; share: number; day: number | null }
  /** Means with and without the actions on the day that says most: where broken the worst; null: no difference on any. */
  | {
      kind: 'effect';
      on: { day: number; with: number; without: number } | null;
      firstDay: number | null;
    }
  /** What the worst of the actions takes from the chance to win, negative if it adds; null: all of them together. */
  | { kind: 'noHarm'; loss: number; actionId: string | null }
  | { kind: 'workerDays'; workerDays: number };

export type Verdict =
  | { kind: 'judged'; isKept: boolean; finding: Finding }
  /** noAction: none of those it speaks of is switched on. workersNotKnown: `actions` of them say not how many take them. */
  | { kind: 'unjudged'; reason: 'noAction' }
  | { kind: 'unjudged'; reason: 'workersNotKnown'; actions: number };

function isAmong(action: Action, actions: EffectActions): boolean {
  return isSolidarity(action) && (actions === 'all' || action.kind === actions);
}

function switchedOff(scenario: Scenario, isOff: (action: Action) => boolean): Scenario {
  return {
    ...scenario,
    actions: scenario.actions.map((action) =>
      isOff(action) ? { ...action, enabled: false } : action,
    ),
  };
}

/** What a scenario is compared with, run on the same luck and days. */
function besideOf(scenario: Scenario, baseline: Scenario | null): Scenario {
  return baseline ? pinnedBeside(baseline, scenario) : baselineOf(scenario);
}

/**
 * The courses that `judge` wants for a check, in its order; none where it can be judged, or not, without a run.
 * @param baseline the pinned scenario; null: the scenario without its solidarity actions
 */
export function coursesFor(
  check: Check,
  scenario: Scenario,
  baseline: Scenario | null,
): CourseAsk[] {
  if (!needsCourses(check, scenario)) return [];
  const days = runDaysOf(scenario);
  const ask = (about: Partial<CourseAsk>): CourseAsk => ({
    variant: 'own',
    scenario,
    days,
    hardshipLimit: null,
    supportLimit: null,
    ...about,
  });
  switch (check.kind) {
    case 'risk': {
      const limit = check.limit === null ? null : check.limit / 100;
      return [
        ask({
          days: check.beforeDay,
          hardshipLimit: check.risk === 'hardshipOverLimit' ? limit : null,
          supportLimit: check.risk === 'supportUnderLimit' ? limit : null,
        }),
      ];
    }
    case 'chance': {
      const askedDays = chanceDays(check, scenario);
      const own = ask({ days: askedDays });
      if (check.figure !== 'gain') return [own];
      return [
        own,
        ask({ variant: 'baseline', scenario: besideOf(scenario, baseline), days: askedDays }),
      ];
    }
    case 'effect': {
      const { actions } = check;
      const without = switchedOff(scenario, (action) => isAmong(action, actions));
      return [ask({}), ask({ variant: `without ${actions}`, scenario: without })];
    }
    case 'noHarm': {
      const actions = solidarityOf(scenario);
      return [
        ask({}),
        // Ten that each take a little, none of it worth half a point, may together take much.
        ask({ variant: 'without all', scenario: baselineOf(scenario) }),
        ...actions.map(({ id }) =>
          ask({
            variant: `without action ${id}`,
            scenario: switchedOff(scenario, (action) => action.id === id),
          }),
        ),
      ];
    }
    case 'workerDays':
      return [];
    default:
      return check satisfies never;
  }
}

function needsCourses(check: Check, { actions }: Scenario): boolean {
  switch (check.kind) {
    case 'risk':
    case 'chance':
      return true;
    case 'effect':
      return actions.some((action) => action.enabled && isAmong(action, check.actions));
    case 'noHarm':
      return actions.some((action) => action.enabled && isSolidarity(action));
    case 'workerDays':
      return false;
    default:
      return check satisfies never;
  }
}

/** When it is so is looked for as far as the scenario is run, or a day is asked for. */
function chanceDays({ byDay }: CheckOf<'chance'>, { horizonDays }: Scenario): number {
  return Math.max(horizonDays, byDay + 1);
}

function solidarityOf({ actions }: Scenario): Action[] {
  return actions.filter((action) => action.enabled && isSolidarity(action));
}

/** Judges a check by the courses of `coursesFor`, each as long as was asked or longer. */
export function judge(check: Check, scenario: Scenario, courses: readonly Course[]): Verdict {
  switch (check.kind) {
    case 'risk':
      return judgeRisk(check, courses[0]);
    case 'chance':
      return judgeChance(check, scenario, courses[0], courses[1] ?? null);
    case 'effect':
      return courses.length === 0
        ? { kind: 'unjudged', reason: 'noAction' }
        : judgeEffect(check, runDaysOf(scenario), courses[0], courses[1]);
    case 'noHarm':
      return courses.length === 0
        ? { kind: 'unjudged', reason: 'noAction' }
        : judgeNoHarm(check, scenario, courses);
    case 'workerDays':
      return judgeWorkerDays(check, scenario);
    default:
      return check satisfies never;
  }
}

/** What the picture on the page says already, without another run; null where one is needed. */
export function judgeAtHand(
  check: Check,
  { scenario }: CampaignScenario,
  comparison: Comparison | null,
): Verdict | null {
  if (check.kind === 'chance') {
    // Past the horizon there is nothing to read; past a declared end nothing more happens.
    if (!comparison || check.byDay >= scenario.horizonDays) return null;
    return judgeChance(
      check,
      scenario,
      endingsOf(comparison.scenario),
      check.figure === 'gain' ? endingsOf(comparison.baseline) : null,
    );
  }
  // Asked at every frame of a drag: no scenario is built for it.
  return needsCourses(check, scenario) ? null : judge(check, scenario, []);
}

type Endings = Pick<Course, 'conceded' | 'collapsed'>;

function endingsOf({ endings }: EnsembleResult): Endings {
  return { conceded: endings.conceded, collapsed: endings.collapsed };
}

/** On the evening of a day; past the last one it stays as it was, for the dispute has ended as declared. */
function onEvening(byDay: Float64Array, day: number): number {
  return byDay[Math.min(day, byDay.length - 1)];
}

/** null: never. */
function firstDayOf(days: number, isSo: (day: number) => boolean): number | null {
  for (let day = 0; day < days; day++) if (isSo(day)) return day;
  return null;
}

function judgeRisk({ risk, beforeDay, atMost }: CheckOf<'risk'>, course: Course): Verdict {
  const byEvening = course.risks[risk];
  const isOver = (share: number) => share > atMost / 100 + ROUNDING;
  const share = onEvening(byEvening, beforeDay - 1);
  const day = firstDayOf(Math.min(beforeDay, byEvening.length), (each) => isOver(byEvening[each]));
  return { kind: 'judged', isKept: !isOver(share), finding: { kind: 'risk', share, day } };
}

function judgeChance(
  check: CheckOf<'chance'>,
  scenario: Scenario,
  own: Endings,
  baseline: Endings | null,
): Verdict {
  const { figure, ofHundred, byDay } = check;
  const shareOn = (day: number) => {
    if (figure === 'collapse') return onEvening(own.collapsed, day);
    return onEvening(own.conceded, day) - (baseline ? onEvening(baseline.conceded, day) : 0);
  };
  const limit = ofHundred / 100;
  const share = shareOn(byDay);
  const isOver = (value: number) => value > limit + ROUNDING;
  const isThere = (value: number) => value >= limit - ROUNDING;
  const isKept = figure === 'collapse' ? !isOver(share) : isThere(share);
  const days = Math.min(own.conceded.length, chanceDays(check, scenario));
  const day = firstDayOf(days, (each) =>
    figure === 'collapse' ? isOver(shareOn(each)) : isThere(shareOn(each)),
  );
  return { kind: 'judged', isKept, finding: { kind: 'chance', share, day } };
}

const MONEY: readonly EffectQuantity[] = ['harmToOthers', 'targetCost'];

function judgeEffect(
  { never, quantity }: CheckOf<'effect'>,
  runDays: number,
  course: Course,
  without: Course,
): Verdict {
  const [ours, theirs] = [course.means[quantity]!, without.means[quantity]!];
  const days = Math.min(runDays, ours.length, theirs.length);
  /** How far a day goes in the direction that is not allowed: a part of the larger amount, or points of a share. */
  const wrong = (day: number) => {
    const difference = ours[day] - theirs[day];
    const whole = MONEY.includes(quantity) ? Math.max(ours[day], theirs[day]) : 1;
    if (difference === 0 || whole <= 0) return 0;
    return (never === 'raise' ? difference : -difference) / whole;
  };
  const firstDay = firstDayOf(days, (day) => wrong(day) >= NO_DIFFERENCE);
  const isKept = firstDay === null;
  let most = 0;
  for (let day = 1; day < days; day++) {
    if (isKept ? wrong(day) < wrong(most) : wrong(day) > wrong(most)) most = day;
  }
  const isDifference = Math.abs(wrong(most)) >= NO_DIFFERENCE;
  const on = isDifference ? { day: most, with: ours[most], without: theirs[most] } : null;
  return { kind: 'judged', isKept, finding: { kind: 'effect', on, firstDay } };
}

function judgeNoHarm(
  { atMost }: CheckOf<'noHarm'>,
  scenario: Scenario,
  [own, ...others]: readonly Course[],
): Verdict {
  const last = runDaysOf(scenario) - 1;
  const win = onEvening(own.conceded, last);
  const losses = others.map(({ conceded }) => onEvening(conceded, last) - win);
  const worst = losses.indexOf(Math.max(...losses));
  const loss = losses[worst];
  const isKept = loss < NO_DIFFERENCE || loss <= atMost / 100 + ROUNDING;
  const actionId = worst === 0 ? null : solidarityOf(scenario)[worst - 1].id;
  return { kind: 'judged', isKept, finding: { kind: 'noHarm', loss, actionId } };
}

/** As planned: if the dispute lasts as long as is run. A strike that was called off is asked of nobody from then on. */
function judgeWorkerDays({ atMost }: CheckOf<'workerDays'>, scenario: Scenario): Verdict {
  const taken = scenario.actions.filter((action) => action.enabled).filter(isTakenByWorkers);
  const uncounted = taken.filter(({ workers }) => workers === null).length;
  const days = runDaysOf(scenario);
  const workerDays = taken.reduce(
    (sum, action) => sum + (action.workers ?? 0) * daysAsked(action, days),
    0,
  );
  const isKept = workerDays <= atMost;
  // More than allowed is more than allowed, however many are not counted yet.
  if (isKept && uncounted > 0) {
    return { kind: 'unjudged', reason: 'workersNotKnown', actions: uncounted };
  }
  return { kind: 'judged', isKept, finding: { kind: 'workerDays', workerDays } };
}

export interface ChecksRequest {
  campaign: CampaignScenario['campaign'];
  checks: readonly Check[];
  scenarios: readonly {
    scenario: Scenario;
    /** The pinned one; null: itself without its solidarity actions. */
    baseline: Scenario | null;
  }[];
  /** Futures 0 … futures − 1 of each scenario's seed. */
  futures: number;
}

/** Of each scenario, in the order of the request: a verdict on each check, in theirs. */
export interface ChecksAnswer extends Omit<StudyBasis, 'days'> {
  scenarios: { scenarioId: string; verdicts: Verdict[] }[];
}

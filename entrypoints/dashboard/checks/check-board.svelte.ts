/**
 * The checks of the open campaign and what is known of them: the open scenario's judged after every change, once its
 * full picture stands and the hand rests; the campaign's other scenarios when somebody asks.
 */
import { sentenceOf } from '../../../components/checks/check-slots.ts';
import { stateOf, type VerdictState } from '../../../components/checks/check-words.ts';
import { studioMessages } from '../../../lib/messages/studio-messages.ts';
import {
  judgeAtHand,
  type ChecksAnswer,
  type ChecksRequest,
  type Verdict,
} from '../../../lib/model/check-verdicts.ts';
import { checksOf, withChecks, type Check } from '../../../lib/model/checks.ts';
import { newId } from '../../../lib/model/identity.ts';
import type { CampaignScenario, Scenario } from '../../../lib/model/scenario.ts';
import type { StudyClient } from '../../../lib/worker/study-client.ts';
import type { Studio } from '../studio.svelte.ts';
import { StudyRun } from '../why/study-run.svelte.ts';

const words = studioMessages.checks;

/** A hand that nudges a bar day by day should not start and stop workers in between. */
const REST_MS = 400;
/** More futures would hardly move a verdict, and take the cores from the next picture. */
const MOST_FUTURES = 2000;
/** Verdicts that are said one by one; more are counted. */
const MOST_NEWS = 2;

export interface CheckRow {
  check: Check;
  /** The last one, or null: none yet of what it says now. */
  verdict: Verdict | null;
  /** Of what is on the page, with all its futures. */
  isSettled: boolean;
}

const isSame = (a: object, b: object) => a === b || JSON.stringify(a) === JSON.stringify(b);

export class CheckBoard {
  readonly run: StudyRun<ChecksRequest, ChecksAnswer>;
  readonly others: StudyRun<ChecksRequest, ChecksAnswer>;
  /** The campaign's other scenarios, as they are kept. */
  otherScenarios = $state.raw<readonly Scenario[]>([]);
  /** What is said aloud: verdicts that have changed. */
  news = $state('');
  private readonly studio: Studio;
  /** The records that the run's answer stands for. */
  private standsFor = $state.raw<CampaignScenario | null>(null);
  private askedFor: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private said: Map<string, VerdictState> | null = null;

  constructor(studio: Studio, client: StudyClient) {
    this.studio = studio;
    this.run = new StudyRun((request, listener) => client.checks(request, listener));
    this.others = new StudyRun((request, listener) => client.checks(request, listener, 'others'));
  }

  // Not derived state: this outlives the page that it is made on, and with that page it would come to rest.

  get rows(): CheckRow[] {
    const { comparison, current, isFull } = this.studio;
    const { answer, answered } = this.run;
    const isAnswered = isFull && this.run.status === 'done' && this.standsFor === current;
    return checksOf(current.campaign).map((check) => {
      const atHand = judgeAtHand(check, current, comparison);
      if (atHand) {
        return { check, verdict: atHand, isSettled: isFull || check.kind !== 'chance' };
      }
      const index =
        answered?.checks.findIndex((each) => each.id === check.id && isSame(each, check)) ?? -1;
      const verdict = answer?.scenarios[0]?.verdicts[index] ?? null;
      return { check, verdict, isSettled: isAnswered && verdict !== null };
    });
  }

  /** What was found in the other scenarios; null: nobody has asked, or it is of another state of the campaign. */
  get elsewhere(): { request: ChecksRequest; answer: ChecksAnswer } | null {
    const { answer, answered } = this.others;
    return answer && answered ? { request: answered, answer } : null;
  }
  /** The campaign's numbers, checks or scenarios are no longer those that the others were judged with. */
  get isElsewhereStale(): boolean {
    const { answered } = this.others;
    if (!answered) return false;
    return (
      answered.campaign !== this.studio.campaign ||
      answered.scenarios.length !== this.otherScenarios.length ||
      answered.scenarios.some(({ scenario }, index) => scenario !== this.otherScenarios[index])
    );
  }

  edit(checks: readonly Check[], step: 'add' | 'change' | 'remove'): void {
    const { campaign, scenario } = this.studio;
    this.studio.edit(
      { campaign: withChecks(campaign, checks), scenario },
      { id: newId(), final: true, words: words.steps[step] },
    );
    if (step === 'remove') this.say(words.removed);
  }

  /** Keeps the verdicts up to what is on the page, until the returned function is called. */
  follow(): () => void {
    const leave = this.studio.watch((isFull) => {
      clearTimeout(this.timer);
      if (isFull) this.timer = setTimeout(() => void this.ask(), REST_MS);
      else this.pause();
    });
    return () => {
      leave();
      clearTimeout(this.timer);
      this.pause();
      this.others.wait();
    };
  }

  /** The library's scenarios of this campaign were read, at first or again. */
  take(saved: readonly Scenario[]): void {
    const others = saved.filter(({ id }) => id !== this.studio.scenario.id);
    const before = this.otherScenarios;
    // What has not changed stays the very same record, and the list itself where none has.
    const now = others.map((other) => before.find((known) => isSame(known, other)) ?? other);
    const isAsBefore =
      now.length === before.length && now.every((other, index) => other === before[index]);
    if (!isAsBefore) this.otherScenarios = now;
  }

  judgeOthers(): void {
    const { campaign, scenario: open } = this.studio;
    const all = [...this.otherScenarios, open];
    void this.others.ask({
      campaign,
      checks: checksOf(campaign),
      scenarios: this.otherScenarios.map((scenario) => ({
        scenario,
        baseline: all.find(({ id }) => id === scenario.baselineId) ?? null,
      })),
      futures: this.futures,
    });
  }

  /** As after a failure. */
  again(): void {
    this.askedFor = null;
    void this.ask();
  }

  private get futures(): number {
    return Math.min(this.studio.futures, MOST_FUTURES);
  }

  private pause(): void {
    if (!this.run.isRunning) return;
    this.run.wait();
    this.askedFor = null;
  }

  private async ask(): Promise<void> {
    const { studio } = this;
    const { campaign, scenario, baseline, current, comparison } = studio;
    const checks = checksOf(campaign).filter(
      (check) => judgeAtHand(check, current, comparison) === null,
    );
    if (checks.length > 0) {
      const key = `${studio.resultKey} ${JSON.stringify(checks)}`;
      if (key !== this.askedFor) {
        this.askedFor = key;
        const scenarios = [{ scenario, baseline }];
        await this.run.ask({ campaign, checks, scenarios, futures: this.futures });
        if (this.askedFor !== key) return;
      }
      if (this.run.status !== 'done') return;
    } else if (this.run.isRunning) this.pause();
    // A name may have changed meanwhile, and nothing that the answer rests on.
    this.standsFor = studio.current;
    this.settle();
  }

  /** Every verdict stands: says which are others than before. Those that a page opens with are no news. */
  private settle(): void {
    const { rows } = this;
    const now = new Map<string, VerdictState>();
    for (const { check, verdict, isSettled } of rows) {
      if (!isSettled || !verdict) return;
      now.set(check.id, stateOf(verdict));
    }
    const { said } = this;
    this.said = now;
    if (!said) return;
    const changed = rows.filter(({ check }) => said.get(check.id) !== now.get(check.id));
    if (changed.length === 0) return;
    const text =
      changed.length > MOST_NEWS
        ? words.news.many(changed.length)
        : changed.map(({ check }) => words.news[now.get(check.id)!](sentenceOf(check))).join(' ');
    this.say(text);
  }

  private say(text: string): void {
    this.news = this.news === text ? `${text}\u00a0` : text;
  }
}

const known = new WeakMap<Studio, CheckBoard>();

/** The checks of a studio: the same when one comes back to its page. */
export function checkBoardOf(studio: Studio, client: StudyClient): CheckBoard {
  const board = known.get(studio) ?? new CheckBoard(studio, client);
  known.set(studio, board);
  return board;
}

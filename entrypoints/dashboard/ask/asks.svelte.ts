/** The questions of a studio, and what has come of them; kept from one visit of the page to the next. */
import { isSolidarity } from '../../../lib/model/action.ts';
import type { CampaignScenario } from '../../../lib/model/scenario.ts';
import {
  STUDY_FUTURES,
  type EffectRequest,
  type InformationValues,
  type NextActionRequest,
  type NextActions,
  type StartDayRequest,
  type StartDays,
  type StrengthRequest,
  type Strengths,
  type Tornado,
} from '../../../lib/model/study.ts';
import type { StudyClient, StudyListener, StudyOutcome } from '../../../lib/worker/study-client.ts';
import type { Studio } from '../studio.svelte.ts';
import { studiesOf, type Studies } from '../why/studies.svelte.ts';
import { StudyRun } from '../why/study-run.svelte.ts';
import { choiceIn, nextCandidates, subjectOf, type Next, type Subject } from './candidates.ts';
import type { FlipAnswer } from './verdict-words.ts';

const QUESTIONS = ['when', 'much', 'next', 'flips', 'knowing'] as const;
export type Question = (typeof QUESTIONS)[number];

/** A hand that goes through a list with the arrow keys should not start and stop workers at each entry. */
const REST_MS = 400;
/** So many days are run at most: of a longer horizon every second, third … */
const MOST_DAYS = 120;
/** Where something new would begin unless its day is the question. */
const FIRST_DAY = 7;
/** Of the search for what turns the answer, about so much is the tornado. */
const TORNADO_PART = 0.8;

/** A request that remembers what it is about: the words of its answer are about that, whatever has changed since. */
export type About<Request> = Request & { subject: Subject };
/** The same for what could come next. */
export type AboutNext = NextActionRequest & { next: Next[] };

export class Asks {
  readonly when: StudyRun<About<StartDayRequest>, StartDays>;
  readonly much: StudyRun<About<StrengthRequest>, Strengths>;
  readonly next: StudyRun<AboutNext, NextActions>;
  readonly flips: StudyRun<EffectRequest, FlipAnswer>;
  readonly knowing: StudyRun<EffectRequest, InformationValues>;
  /** Which action the first two are about: the id of one, or of a new kind; null = the strongest. */
  private readonly chosen = $state<{ when: string | null; much: string | null }>({
    when: null,
    much: null,
  });
  /** On which day something that comes next would begin. */
  private chosenDay = $state<number | null>(null);
  private readonly studio: Studio;
  private readonly studies: Studies;
  /** What the last request of each depended on. */
  private readonly askedFor = new Map<Question, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOpen = false;

  constructor(studio: Studio, client: StudyClient) {
    this.studio = studio;
    this.studies = studiesOf(studio, client);
    this.when = new StudyRun((request, listener) => client.startDays(request, listener));
    this.much = new StudyRun((request, listener) => client.strengths(request, listener));
    this.next = new StudyRun((request, listener) => client.nextActions(request, listener));
    this.flips = new StudyRun((request, listener) => this.flipsFrom(client, request, listener));
    this.knowing = new StudyRun((request, listener) => client.informationValues(request, listener));
  }

  /** The id of the action, or of the new kind, that the question is about. */
  choiceOf(question: 'when' | 'much', records: CampaignScenario): string {
    return choiceIn(records, this.chosen[question]);
  }

  /** The action itself, new ones from a fixed day; null where there is no room for a new one. */
  subjectOf(question: 'when' | 'much'): Subject | null {
    const { horizonDays } = this.studio.scenario;
    const day = Math.min(FIRST_DAY, horizonDays - 1);
    return subjectOf(this.studio.current, this.chosen[question], day);
  }

  /** Asks the question of another action. */
  choose(question: 'when' | 'much', id: string): void {
    this.chosen[question] = id;
    this.anew(question);
  }

  /** Asks what could begin on another day. */
  chooseDay(day: number): void {
    this.chosenDay = day;
    this.anew('next');
  }

  /** Where something new would begin. */
  get newDay(): number {
    return Math.min(this.chosenDay ?? FIRST_DAY, this.studio.scenario.horizonDays - 1);
  }

  /** Is there anything that may help or hurt? */
  get hasEffect(): boolean {
    const { scenario, baseline } = this.studio;
    return (
      baseline !== null || scenario.actions.some((action) => action.enabled && isSolidarity(action))
    );
  }

  /** Keeps the answers up to the scenario, after its full picture stands, until the returned function is called. */
  follow(): () => void {
    this.isOpen = true;
    const leave = this.studio.watch((isFull) => {
      if (isFull) this.soon();
      else this.pause();
    });
    return () => {
      leave();
      this.isOpen = false;
      this.pause();
    };
  }

  /** After an edit that may have left the result on the page as it was, as of an action that is switched off. */
  keepUp(): void {
    this.soon();
  }

  /** The tornado first, unless the page beside has just run it: its ends are where the search begins. */
  private async flipsFrom(
    client: StudyClient,
    request: EffectRequest,
    { signal, onprogress }: StudyListener,
  ): Promise<StudyOutcome<FlipAnswer>> {
    let { tornado } = this;
    if (!tornado) {
      const ran = await client.tornado(request, {
        ...(signal ? { signal } : {}),
        onprogress: (part) => onprogress?.(part * TORNADO_PART),
      });
      if (ran.kind !== 'done') return ran;
      tornado = ran.answer;
    }
    const begun = tornado;
    const found = await client.flips(
      { ...request, tornado: begun },
      {
        ...(signal ? { signal } : {}),
        onprogress: (part) => onprogress?.(TORNADO_PART + part * (1 - TORNADO_PART)),
      },
    );
    if (found.kind !== 'done') return found;
    return { kind: 'done', answer: { flips: found.answer, tornado: begun } };
  }

  /** The tornado of the scenario as it stands, where another page has asked for it. */
  private get tornado(): Tornado | null {
    const { answer, answered } = this.studies.tornado;
    const { current, baseline } = this.studio;
    const isOfNow =
      answered?.campaign === current.campaign &&
      answered.scenario === current.scenario &&
      answered.baseline === baseline;
    return isOfNow ? answer : null;
  }

  private anew(question: Question): void {
    this.run(question).wait();
    this.askedFor.delete(question);
    this.soon();
  }

  private run(question: Question) {
    return this[question];
  }

  private soon(): void {
    clearTimeout(this.timer);
    if (!this.isOpen || !this.studio.isFull) return;
    this.timer = setTimeout(() => this.askAnew(), REST_MS);
  }

  private pause(): void {
    clearTimeout(this.timer);
    for (const question of QUESTIONS) {
      const run = this.run(question);
      if (!run.isRunning) continue;
      run.wait();
      this.askedFor.delete(question);
    }
  }

  private askAnew(): void {
    const { resultKey } = this.studio;
    for (const question of QUESTIONS) {
      const key = `${resultKey} ${this.dependsOn(question)}`;
      if (this.askedFor.get(question) === key) continue;
      this.askedFor.set(question, key);
      this.ask(question);
    }
  }

  /** Beside the result on the page, to which what is switched off makes no difference. */
  private dependsOn(question: Question): string {
    const off = () =>
      JSON.stringify(this.studio.scenario.actions.filter(({ enabled }) => !enabled));
    switch (question) {
      case 'when':
      case 'much':
        return `${this.chosen[question] ?? ''} ${off()}`;
      case 'next':
        return `${this.newDay} ${off()}`;
      case 'flips':
      case 'knowing':
        return '';
      default:
        return question satisfies never;
    }
  }

  private ask(question: Question): void {
    const { scenario } = this.studio;
    switch (question) {
      case 'when':
      case 'much': {
        const subject = this.subjectOf(question);
        if (!subject) return;
        const { id: actionId } = subject.action;
        const about = { ...subject.records, futures: STUDY_FUTURES, actionId, subject };
        if (question === 'much') return void this.much.ask(about);
        const everyDays = Math.ceil(scenario.horizonDays / MOST_DAYS);
        return void this.when.ask({ ...about, everyDays });
      }
      case 'next': {
        const next = nextCandidates(this.studio.current, this.newDay);
        const candidates = next.map(({ candidate }) => candidate);
        return void this.next.ask({
          ...this.studio.current,
          futures: STUDY_FUTURES,
          candidates,
          next,
        });
      }
      case 'flips':
      case 'knowing': {
        if (!this.hasEffect) return;
        const { current, baseline } = this.studio;
        return void this[question].ask({ ...current, baseline, futures: STUDY_FUTURES });
      }
      default:
        return question satisfies never;
    }
  }
}

const known = new WeakMap<Studio, Asks>();

/** The questions of a studio: the same on every visit of the page. */
export function asksOf(studio: Studio, client: StudyClient): Asks {
  const asks = known.get(studio) ?? new Asks(studio, client);
  known.set(studio, asks);
  return asks;
}

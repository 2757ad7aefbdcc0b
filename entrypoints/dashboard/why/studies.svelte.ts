/** What is asked of the studies about the scenario on the page, kept from one page of it to the next. */
import { baselineOf, pinnedBeside } from '../../../lib/model/scenario.ts';
import {
  STUDY_FUTURES,
  type Attribution,
  type AttributionRequest,
  type EffectRequest,
  type SectorSpread,
  type SideBySide,
  type SideBySideRequest,
  type Tornado,
  type TornadoRequest,
} from '../../../lib/model/study.ts';
import type { StudyClient } from '../../../lib/worker/study-client.ts';
import type { Studio } from '../studio.svelte.ts';
import { StudyRun } from './study-run.svelte.ts';

export type Question = 'attribution' | 'tornado' | 'states' | 'spread';

/** A hand that nudges a bar day by day should not start and stop workers in between. */
const REST_MS = 400;

export class Studies {
  readonly attribution: StudyRun<AttributionRequest, Attribution>;
  readonly tornado: StudyRun<TornadoRequest, Tornado>;
  /** The scenario and what it is compared with, in that order, with every quantity of a day. */
  readonly states: StudyRun<SideBySideRequest, SideBySide>;
  readonly spread: StudyRun<EffectRequest, SectorSpread>;
  private readonly studio: Studio;
  private readonly client: StudyClient;
  /** What the last request of each depended on. */
  private readonly askedFor = new Map<Question, string>();

  constructor(studio: Studio, client: StudyClient) {
    this.studio = studio;
    this.client = client;
    this.attribution = new StudyRun((request, listener) => client.attribution(request, listener));
    this.tornado = new StudyRun((request, listener) => client.tornado(request, listener));
    this.states = new StudyRun((request, listener) => client.sideBySide(request, listener));
    this.spread = new StudyRun((request, listener) => client.sectorSpread(request, listener));
  }

  /** Keeps the answers up to the scenario, after its full picture stands, until the returned function is called. */
  follow(questions: readonly Question[]): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = this.studio.watch((isFull) => {
      clearTimeout(timer);
      if (isFull) timer = setTimeout(() => this.askAnew(questions), REST_MS);
      else for (const question of questions) this.pause(question);
    });
    return () => {
      leave();
      clearTimeout(timer);
      for (const question of questions) this.pause(question);
    };
  }

  /** A hand has taken hold of a bar or a slider. */
  giveWay(): void {
    this.client.giveWay();
  }

  /** It has let go. */
  goOn(): void {
    this.client.goOn();
  }

  private pause(question: Question): void {
    const run = this[question];
    if (!run.isRunning) return;
    run.wait();
    this.askedFor.delete(question);
  }

  private askAnew(questions: readonly Question[]): void {
    const key = this.studio.resultKey;
    for (const question of questions) {
      if (question === 'spread' && !this.studio.campaign.sectors) continue;
      if (this.askedFor.get(question) === key) continue;
      this.askedFor.set(question, key);
      this.ask(question);
    }
  }

  private ask(question: Question): void {
    const { campaign, scenario, baseline, limits } = this.studio;
    const request = { campaign, scenario, futures: STUDY_FUTURES };
    switch (question) {
      case 'attribution':
        return void this.attribution.ask({ ...request, actionIds: null });
      case 'tornado':
        return void this.tornado.ask({ ...request, baseline });
      case 'spread':
        return void this.spread.ask({ ...request, baseline });
      case 'states': {
        const against = baseline ? pinnedBeside(baseline, scenario) : baselineOf(scenario);
        return void this.states.ask({
          campaign,
          scenarios: [scenario, against],
          pinned: 1,
          futures: STUDY_FUTURES,
          allQuantiles: true,
          ...limits,
        });
      }
      default:
        return question satisfies never;
    }
  }
}

const known = new WeakMap<Studio, Studies>();

/** The studies of a studio: the same on every page of it. */
export function studiesOf(studio: Studio, client: StudyClient): Studies {
  const studies = known.get(studio) ?? new Studies(studio, client);
  known.set(studio, studies);
  return studies;
}

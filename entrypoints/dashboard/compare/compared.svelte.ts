/** The scenarios of the open campaign that are held side by side, and what they came to; kept while the window is open. */
import { baselineOf, pinnedBeside, type Scenario } from '../../../lib/model/scenario.ts';
import {
  MAX_SIDE_BY_SIDE,
  type SideBySide,
  type SideBySideRequest,
} from '../../../lib/model/study.ts';
import { hasSolidarity } from '../../../lib/model/what-changed.ts';
import type { StudyClient } from '../../../lib/worker/study-client.ts';
import { resultKeyOf, type Studio } from '../studio.svelte.ts';
import { StudyRun } from '../why/study-run.svelte.ts';

/** Stands for the open scenario without its solidarity actions; no id is empty. */
export const WITHOUT = '';

/** A hand that ticks one after another should not start and stop workers in between. */
const REST_MS = 300;
/** Six scenarios with every quantity of a day: more futures than this would fill the memory of a small laptop. */
const MOST_FUTURES = 2000;

export interface Candidate {
  /** The scenario's id, or WITHOUT. */
  key: string;
  scenario: Scenario;
  isOpen: boolean;
  isBaseline: boolean;
}

export interface ComparedRequest extends SideBySideRequest {
  /** Of each scenario. */
  keys: readonly string[];
}

export class Compared {
  /** Saved ones of the campaign, oldest first; null: not read yet. */
  saved = $state.raw<readonly Scenario[] | null>(null);
  readonly run: StudyRun<ComparedRequest, SideBySide>;
  /** What somebody ticked; null: nobody has, the first six are compared. */
  private picked = $state.raw<readonly string[] | null>(null);
  private readonly studio: Studio;
  private askedFor: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isFollowing = false;

  constructor(studio: Studio, client: StudyClient) {
    this.studio = studio;
    this.run = new StudyRun((request, listener) => client.sideBySide(request, listener));
  }

  // Not derived state: this outlives the page that it is made on, and with that page it would come to rest.

  /** The open one as it is on the page, the others as they are kept, then the open one without. */
  get candidates(): Candidate[] {
    const { scenario, baseline } = this.studio;
    const saved = this.saved ?? [];
    const has = (list: readonly Scenario[], id: string) => list.some((each) => each.id === id);
    const withOpen = has(saved, scenario.id) ? saved : [scenario, ...saved];
    const beside = baseline && !has(withOpen, baseline.id) ? [...withOpen, baseline] : withOpen;
    const others = beside.map((each): Candidate => {
      const isBaseline = each.id === baseline?.id;
      if (each.id === scenario.id) return { key: each.id, scenario, isOpen: true, isBaseline };
      return { key: each.id, scenario: each, isOpen: false, isBaseline };
    });
    const without = { key: WITHOUT, scenario: baselineOf(scenario), isOpen: false };
    // Without any to leave out it is the open scenario itself.
    return baseline === null || hasSolidarity(scenario)
      ? [...others, { ...without, isBaseline: baseline === null }]
      : others;
  }

  /** The baseline first. At most six; the baseline is always among them. */
  get chosen(): Candidate[] {
    const { candidates, picked } = this;
    const order = [
      ...candidates.filter(({ isBaseline }) => isBaseline),
      ...candidates.filter(({ isBaseline, isOpen }) => isOpen && !isBaseline),
      ...candidates.filter(({ isBaseline, isOpen }) => !isBaseline && !isOpen),
    ];
    return order
      .filter(({ key, isBaseline }) => isBaseline || picked === null || picked.includes(key))
      .slice(0, MAX_SIDE_BY_SIDE);
  }

  /** Takes one in or out. false: refused, since there are six already, or since it is the baseline. */
  toggle(key: string): boolean {
    const keys = this.chosen.map((each) => each.key);
    const isOut = keys.includes(key);
    if (isOut ? this.chosen[0]!.key === key : keys.length >= MAX_SIDE_BY_SIDE) return false;
    this.picked = isOut ? keys.filter((each) => each !== key) : [...keys, key];
    this.askSoon();
    return true;
  }

  /** A scenario that has just been made is looked at, where there is room. */
  include(key: string): void {
    if (this.picked !== null && this.chosen.length < MAX_SIDE_BY_SIDE) {
      this.picked = [...this.picked, key];
    }
  }

  /** The campaign's scenarios were read, at first or again. */
  take(saved: readonly Scenario[]): void {
    this.saved = saved;
    this.askSoon();
  }

  /** Keeps the answer up to what is chosen, until the returned function is called. */
  follow(): () => void {
    const leave = this.studio.watch((isFull) => {
      clearTimeout(this.timer);
      this.isFollowing = isFull;
      if (isFull) this.askSoon();
      else this.pause();
    });
    return () => {
      leave();
      this.isFollowing = false;
      clearTimeout(this.timer);
      this.pause();
    };
  }

  private pause(): void {
    if (!this.run.isRunning) return;
    this.run.wait();
    this.askedFor = null;
  }

  private askSoon(): void {
    clearTimeout(this.timer);
    if (!this.isFollowing || this.saved === null) return;
    this.timer = setTimeout(() => this.ask(), REST_MS);
  }

  private ask(): void {
    const { chosen, studio } = this;
    const { campaign, scenario, limits } = studio;
    const futures = Math.min(studio.futures, MOST_FUTURES);
    // The days and the luck of the open one, as on its own pages: so its figures are the same here and there.
    const scenarios = chosen.map((each) => pinnedBeside(each.scenario, scenario));
    const key = JSON.stringify(
      scenarios.map((each, index) => [
        chosen[index]!.key,
        resultKeyOf({ campaign, scenario: each }, { futures, ...limits }),
      ]),
    );
    if (key === this.askedFor) return;
    this.askedFor = key;
    void this.run.ask({
      campaign,
      scenarios,
      keys: chosen.map((each) => each.key),
      pinned: 0,
      futures,
      allQuantiles: true,
      ...limits,
    });
  }
}

const known = new WeakMap<Studio, Compared>();

/** What a studio's page of comparison shows: the same when one comes back to it. */
export function comparedOf(studio: Studio, client: StudyClient): Compared {
  const compared = known.get(studio) ?? new Compared(studio, client);
  known.set(studio, compared);
  return compared;
}

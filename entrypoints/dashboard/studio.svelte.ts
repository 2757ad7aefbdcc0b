/**
 * The studio's state: one campaign with one scenario being worked on, what it came to, what can be undone, and
 * whether it is on disk. Records are replaced, never changed in place, so nothing here is ever a proxy.
 */
import { holding } from '../../components/charts/holding.svelte.ts';
import type { Action } from '../../lib/model/action.ts';
import { newId } from '../../lib/model/identity.ts';
import type { Comparison, EnsembleRequest } from '../../lib/model/ensemble.ts';
import {
  DEFAULT_FUTURES,
  pinnedBeside,
  type CampaignScenario,
  type Scenario,
} from '../../lib/model/scenario.ts';
import type { Store } from '../../lib/store/database.ts';
import {
  ensembleKey,
  liveFuturesAt,
  type CompareOrder,
  type SimulationClient,
} from '../../lib/worker/client.ts';

export interface Limits {
  hardshipLimit: number;
  supportLimit: number;
}
/** Guard-rails of the first cut: three in ten users in hardship, four in ten supporters left. */
export const LIMITS: Limits = { hardshipLimit: 0.3, supportLimit: 0.4 };

export interface Gesture {
  /** The same through one drag, one held key, one box being typed in. */
  id: string;
  final: boolean;
  /** What happened, for the name of the step. */
  words: string;
  /** A bar is moved on the line, and the eye is on the picture. */
  isOnLine?: boolean;
}

interface Step {
  gesture: string;
  words: string;
  before: CampaignScenario;
  after: CampaignScenario;
  isOpen: boolean;
}

/** notKept: nothing has been changed yet, so nothing had to be saved. */
export type SaveState = 'notKept' | 'saved' | 'saving' | 'changedElsewhere' | 'failed' | 'noStore';

const SAVE_AFTER_MS = 300;
/** A hand that rests so long on what it holds sees all the futures of it. */
const REST_MS = 250;
/** Of what is likely next, so much is run ahead for the hand as it goes, and the rest for one that starts off. */
const NEAR = 4;
/** The hand that lets go sees what it did last before anything else is drawn, and all futures take both processors. */
const FRAME_MS = 32;
/** What is said of a bar that moves follows when the picture is painted; a faster hand has it when it slows. */
const WORDS_MS = 120;

export class Studio {
  current = $state.raw<CampaignScenario>()!;
  /** What a reset goes back to: the casebook's entry, or what was opened. */
  readonly original: CampaignScenario;
  comparison = $state.raw<Comparison | null>(null);
  /** The picture stands for what is on the page, with all its futures. */
  isFull = $state(false);
  isRunning = $state(false);
  progress = $state(0);
  failure = $state<string | null>(null);
  /** A hand is moving something: pictures follow without easing. */
  isLive = $state(false);
  /** A bar has just been moved: the headline and the pictures follow, and what is said besides waits for a moment. */
  isHurried = $state(false);
  saveState = $state<SaveState>('notKept');
  selectedActionId = $state<string | null>(null);
  futures = $state(DEFAULT_FUTURES);
  limits = $state.raw<Limits>(LIMITS);
  /** Another scenario of the campaign that is pinned as the baseline; null: this one without its solidarity actions. */
  baseline = $state.raw<Scenario | null>(null);

  private past = $state.raw<readonly Step[]>([]);
  private future = $state.raw<readonly Step[]>([]);
  private readonly client: SimulationClient;
  private readonly watchers = new Set<(isFull: boolean) => void>();
  private readonly store: Store | null;
  /** What the last run that was asked for depended on: a new name or note needs none. */
  private lastKey: string | null = null;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private foreseen = 0;
  /** How long a hand takes for a step, ms, as far as it has shown; and when it took the last. */
  private stepMs = REST_MS;
  private steppedAt = -Infinity;
  private wordsTimer: ReturnType<typeof setTimeout> | undefined;
  private wanted = 0;
  private started = 0;
  private isFirstPending = false;
  private isLiveWanted = false;
  private edits = 0;
  /** The last edit that the picture on the page has in it. */
  pictured = 0;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private kept: { campaign: string | null; scenario: string | null };
  private disposed = false;
  private isWriting = false;
  /** Something on the page is not on disk: it waits, is in a hand, failed, or was refused. */
  private isUnsaved = false;
  /** What was saved elsewhere while ours was being written. */
  private heard: CampaignScenario | null = null;

  /**
   * @param keptAs updatedAt of the records in the store; null where they have never been saved
   */
  constructor(
    opened: CampaignScenario,
    options: {
      client: SimulationClient;
      store: Store | null;
      isKept: boolean;
      original?: CampaignScenario;
      futures?: number;
      limits?: Limits;
      baseline?: Scenario | null;
    },
  ) {
    this.current = opened;
    this.original = options.original ?? opened;
    this.client = options.client;
    this.store = options.store;
    this.futures = options.futures ?? DEFAULT_FUTURES;
    this.limits = options.limits ?? LIMITS;
    this.baseline = options.baseline ?? null;
    this.kept = options.isKept
      ? { campaign: opened.campaign.updatedAt, scenario: opened.scenario.updatedAt }
      : { campaign: null, scenario: null };
    this.saveState = options.store === null ? 'noStore' : options.isKept ? 'saved' : 'notKept';
    this.run();
  }

  get campaign() {
    return this.current.campaign;
  }
  get scenario() {
    return this.current.scenario;
  }
  /** Nothing has been changed, or all of it has been changed back. */
  readonly isAsOriginal = $derived.by(() => isSame(this.current, this.original, undated));

  /** What the result on its way, or on the page, depends on. */
  get resultKey(): string {
    return keyOf(this.order(), this.baselineBeside());
  }

  get undoWords(): string | null {
    return this.past.at(-1)?.words ?? null;
  }
  get redoWords(): string | null {
    return this.future.at(-1)?.words ?? null;
  }
  private readonly besideNow = holding(
    () => ({
      isFull: this.isFull,
      futures: this.comparison?.scenario.futures ?? this.futures,
      saveState: this.saveState,
      undoWords: this.undoWords,
      redoWords: this.redoWords,
      isAsOriginal: this.isAsOriginal,
    }),
    () => this.isHurried,
  );
  /** What the page says beside its pictures: as it was while a bar is moved, and as it is a moment later. */
  get beside() {
    return this.besideNow();
  }
  get selectedAction(): Action | null {
    return this.scenario.actions.find(({ id }) => id === this.selectedActionId) ?? null;
  }

  /** One edit; edits of one gesture become one step. */
  edit(given: CampaignScenario, gesture: Gesture): void {
    // The benchmark measures from here to the painted picture of this very edit.
    performance.mark('clincher-edit', { detail: ++this.edits });
    if (!gesture.final) this.client.giveWay();
    const before = this.current;
    // A hand that lets go says once more what it said last: what stays the same is not drawn and not run again.
    const after = isSame(before, given) ? before : given;
    const last = this.past.at(-1);
    if (last?.isOpen && last.gesture === gesture.id) {
      const merged = { ...last, after, words: gesture.words, isOpen: !gesture.final };
      // A gesture that is back where it began leaves no step behind.
      const isNothing = isSame(merged.before, after);
      this.past = isNothing ? this.past.slice(0, -1) : [...this.past.slice(0, -1), merged];
    } else if (after !== before) {
      const step = {
        gesture: gesture.id,
        words: gesture.words,
        before,
        after,
        isOpen: !gesture.final,
      };
      this.past = [...this.past, step];
    }
    if (after !== before) this.future = [];
    const letsGo = this.isLive && gesture.final;
    if (!gesture.final) {
      const now = performance.now();
      const stepMs = now - this.steppedAt;
      // Known to be quick at once, and to be slow again by and by.
      this.stepMs = Math.min(REST_MS, stepMs, (this.stepMs + stepMs) / 2);
      this.steppedAt = now;
      this.isLive = true;
      this.hurry(gesture.isOnLine === true);
    }
    this.show(after, gesture.final, letsGo);
  }

  /** Actions that a hand may make of these next, the likeliest first: run ahead, so that their picture is there. */
  foresee(ahead: readonly Action[][]): void {
    const mine = ++this.foreseen;
    // After the frame in which the hand sees what it has just done, so that nothing stands in the way of its painting.
    afterPaint(() => {
      if (mine !== this.foreseen || this.disposed) return;
      const baseline = this.baselineBeside();
      this.client.foresee(
        ahead.map((actions, index) => {
          const records = { ...this.current, scenario: { ...this.scenario, actions } };
          const futures = index < NEAR ? this.liveFutures : this.futuresAt(0);
          return { ...requestOf(records, { futures, ...this.limits }), baseline };
        }),
      );
    });
  }

  editActions(actions: Action[], gesture: Gesture): void {
    this.edit({ ...this.current, scenario: { ...this.scenario, actions } }, gesture);
  }

  /**
   * Everything as it was at the start; one step, like any other. Checks stay as they stand, those too that came with
   * what was opened: they ask something of any scenario, the first one as well as the changed one, and are no change.
   */
  reset(words: string): void {
    const { campaign, scenario } = this.original;
    const { createdAt, updatedAt, checks } = this.campaign;
    const dates = { createdAt: this.scenario.createdAt, updatedAt: this.scenario.updatedAt };
    this.edit(
      {
        campaign: { ...campaign, checks, createdAt, updatedAt },
        scenario: { ...scenario, ...dates },
      },
      { id: newId(), final: true, words },
    );
  }

  undo(): void {
    const step = this.past.at(-1);
    if (!step) return;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, { ...step, isOpen: false }];
    this.show(step.before, true);
  }

  redo(): void {
    const step = this.future.at(-1);
    if (!step) return;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, step];
    this.show(step.after, true);
  }

  /** Takes up what another page, or another part of this one, has saved; never over what is not saved yet. */
  takeUp(records: CampaignScenario): void {
    if (this.isWriting) {
      this.heard = records;
      return;
    }
    const { campaign, scenario } = this.kept;
    if (records.campaign.updatedAt === campaign && records.scenario.updatedAt === scenario) return;
    // Read before our own last save, and overtaken by it.
    if (isBefore(records.campaign.updatedAt, campaign)) return;
    if (isBefore(records.scenario.updatedAt, scenario)) return;
    if (this.isUnsaved) {
      this.saveState = 'changedElsewhere';
      return;
    }
    this.kept = { campaign: records.campaign.updatedAt, scenario: records.scenario.updatedAt };
    this.past = [];
    this.future = [];
    this.current = records;
    this.saveState = 'saved';
    this.run();
  }

  /** After changedElsewhere: what is on this page goes over what is in the store. */
  async saveOver(): Promise<void> {
    const { store } = this;
    if (!store) return;
    this.isUnsaved = true;
    this.saving = this.saving.then(async () => {
      this.saveState = 'saving';
      try {
        const campaign = await store.getCampaign(this.campaign.id);
        const scenario = await store.getScenario(this.scenario.id);
        this.kept = {
          campaign: campaign?.updatedAt ?? null,
          scenario: scenario?.updatedAt ?? null,
        };
      } catch {
        this.saveState = 'failed';
        return;
      }
      await this.save();
    });
    await this.saving;
  }

  /** Settles once everything up to now is on disk or has been refused; tries again what failed. */
  async flush(): Promise<void> {
    clearTimeout(this.saveTimer);
    this.saveTimer = undefined;
    if (this.isUnsaved) this.saving = this.saving.then(() => this.save());
    await this.saving;
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.restTimer);
    clearTimeout(this.wordsTimer);
    void this.flush();
  }

  /** More futures make every figure steadier, and take longer. */
  setFutures(futures: number): void {
    this.futures = futures;
    this.run();
  }

  /** Another limit of hardship or support: the guard-rails are counted anew. */
  setLimits(limits: Limits): void {
    this.limits = limits;
    this.runIfChanged();
  }

  /** Tells when a run begins (false) and when its full picture stands (true), at once for now. Returns the way out. */
  watch(watcher: (isFull: boolean) => void): () => void {
    this.watchers.add(watcher);
    watcher(this.isFull);
    return () => this.watchers.delete(watcher);
  }

  /** Runs again, as after a failure. */
  run(): void {
    this.lastKey = null;
    this.runIfChanged();
  }

  private runIfChanged(isLive = false): void {
    const key = isLive ? `live ${this.resultKey}` : this.resultKey;
    if (key === this.lastKey) {
      // The same result, other words: what is said of it, as the campaign's checks are, may be another.
      if (!this.isRunning && this.isFull) for (const watcher of this.watchers) watcher(true);
      return;
    }
    this.lastKey = key;
    this.isLiveWanted = isLive;
    this.wanted++;
    // What waits for its first picture is let through, but for one that is there already.
    if (isLive && this.showAhead()) return;
    if (!this.isFirstPending) void this.start();
  }

  /** Under a moving hand: what was run ahead stands with the edit itself. */
  private showAhead(): boolean {
    const comparison = this.client.findAhead(this.liveOrder());
    if (!comparison) return false;
    this.started = this.wanted;
    this.begin();
    this.pictured = this.edits;
    this.comparison = comparison;
    this.isFirstPending = false;
    return true;
  }

  private begin(): void {
    this.isRunning = true;
    this.isFull = false;
    this.failure = null;
    const tell = () => {
      // By now it may stand already, or be another's to tell of.
      if (!this.isFull) for (const watcher of this.watchers) watcher(false);
    };
    if (this.isHurried) afterPaint(tell);
    else tell();
  }

  /** As many as two processors can run ahead of a hand that goes so fast. */
  private get liveFutures(): number {
    return this.futuresAt(this.stepMs);
  }

  private futuresAt(stepMs: number): number {
    return Math.min(this.futures, liveFuturesAt(stepMs));
  }

  private liveOrder(): CompareOrder {
    return {
      ...this.order(),
      futures: this.liveFutures,
      baseline: this.baselineBeside(),
      isLive: true,
    };
  }

  /** Under a moving hand few futures are run at once; all of them when it rests or lets go. */
  private follow(letsGo = false): void {
    clearTimeout(this.restTimer);
    if (letsGo) {
      this.restTimer = setTimeout(() => {
        this.isLive = false;
        this.hurry(false);
        this.runIfChanged();
      }, FRAME_MS);
      return;
    }
    this.runIfChanged(this.isLive);
    if (this.isLive) this.restTimer = setTimeout(() => this.runIfChanged(), REST_MS);
  }

  private hurry(isHurried: boolean): void {
    clearTimeout(this.wordsTimer);
    this.isHurried = isHurried;
    if (isHurried) this.wordsTimer = setTimeout(() => (this.isHurried = false), WORDS_MS);
  }

  private baselineBeside(): Scenario | null {
    return this.baseline && pinnedBeside(this.baseline, this.scenario);
  }

  private order(): EnsembleRequest {
    return requestOf(this.current, { futures: this.futures, ...this.limits });
  }

  private show(records: CampaignScenario, isFinal: boolean, letsGo = false): void {
    const isChanged = records !== this.current;
    this.current = records;
    if (isChanged) this.isUnsaved = true;
    if (!this.scenario.actions.some(({ id }) => id === this.selectedActionId)) {
      this.selectedActionId = null;
    }
    if (isFinal && !letsGo) {
      this.isLive = false;
      this.hurry(false);
    }
    if (isChanged || isFinal) this.follow(letsGo);
    if (!this.store) return;
    const isSettled = this.saveState === 'saved' || this.saveState === 'notKept';
    if (!isChanged && isSettled) return;
    this.saveState = 'saving';
    clearTimeout(this.saveTimer);
    this.saveTimer = undefined;
    if (isFinal) {
      this.saveTimer = setTimeout(() => {
        this.saveTimer = undefined;
        this.saving = this.saving.then(() => this.save());
      }, SAVE_AFTER_MS);
    }
  }

  /**
   * Latest wins, but a first picture that has begun is let through: a hand that moves faster than the first
   * ensemble runs would otherwise see nothing until it rests.
   */
  private async start(): Promise<void> {
    const mine = this.wanted;
    this.started = mine;
    this.isFirstPending = true;
    this.begin();
    const isLive = this.isLiveWanted;
    const { edits } = this;
    const order = isLive ? this.liveOrder() : { ...this.order(), baseline: this.baselineBeside() };
    const outcome = await this.client.compare(order, {
      onpicture: ({ comparison, isFull }) => {
        if (this.disposed) return;
        this.pictured = edits;
        this.isFull = isFull && this.wanted === mine;
        if (!isSamePicture(comparison, this.comparison)) this.comparison = comparison;
        if (this.started !== mine) return;
        this.isFirstPending = false;
        if (this.wanted !== mine) void this.start();
      },
      onprogress: (part) => {
        this.progress = part;
      },
    });
    if (this.disposed || this.started !== mine) return;
    // Of what a hand still holds, the full picture is yet to come.
    if (outcome.kind === 'done' && isLive) return;
    this.isRunning = false;
    if (outcome.kind === 'done') {
      for (const watcher of this.watchers) watcher(true);
      return;
    }
    this.isFirstPending = false;
    if (this.wanted !== mine) return void this.start();
    this.failure = outcome.kind === 'failed' ? outcome.message : null;
  }

  private async save(): Promise<void> {
    if (!this.store || !this.isUnsaved || this.saveState === 'changedElsewhere') return;
    this.saveState = 'saving';
    this.isWriting = true;
    this.isUnsaved = false;
    try {
      const saved = await this.store.saveCampaignScenario(this.current, this.kept);
      if (saved.ok) {
        this.kept = { campaign: saved.campaign.updatedAt, scenario: saved.scenario.updatedAt };
        if (!this.isUnsaved) this.saveState = 'saved';
      } else {
        this.isUnsaved = true;
        this.saveState = 'changedElsewhere';
      }
    } catch {
      this.isUnsaved = true;
      this.saveState = 'failed';
    }
    this.isWriting = false;
    const { heard } = this;
    this.heard = null;
    if (heard) this.takeUp(heard);
  }
}

/** Once the frame that is being made is painted, and what waited for its painting has been told. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => setTimeout(() => setTimeout(then)));
}

/** The same ensembles, and no digest that is not there yet. */
function isSamePicture(a: Comparison, b: Comparison | null): boolean {
  return b !== null && a.scenario === b.scenario && a.baseline === b.baseline && a.digest === '';
}

function requestOf(
  records: CampaignScenario,
  ensemble: Limits & { futures: number },
): EnsembleRequest {
  return { ...records, ...ensemble, certain: false, allQuantiles: false };
}

/** What a studio's result on these records depends on: the same key, the same digest. */
export function resultKeyOf(
  records: CampaignScenario,
  ensemble: Limits & { futures: number },
  baseline: Scenario | null = null,
): string {
  return keyOf(requestOf(records, ensemble), baseline && pinnedBeside(baseline, records.scenario));
}

function keyOf(request: EnsembleRequest, baseline: Scenario | null): string {
  const own = ensembleKey(request);
  return baseline ? `${own} ${ensembleKey({ ...request, scenario: baseline })}` : own;
}

/** Was a record kept before the one we know? A record we know of none is never older. */
function isBefore(updatedAt: string, known: string | null): boolean {
  return known !== null && Date.parse(updatedAt) < Date.parse(known);
}

type StudioRecord = CampaignScenario['campaign'] | CampaignScenario['scenario'];

/** Records are replaced, never changed in place: what each was written as stays true, and is written once. */
const writtenAs = new WeakMap<StudioRecord, string>();
/** The same without when it was kept and the checks it is put to, which say nothing about what it says. */
const undatedAs = new WeakMap<StudioRecord, string>();

function written(record: StudioRecord): string {
  const known = writtenAs.get(record) ?? JSON.stringify(record);
  writtenAs.set(record, known);
  return known;
}

function undated(record: StudioRecord): string {
  const known =
    undatedAs.get(record) ??
    JSON.stringify({ ...record, checks: undefined, createdAt: '', updatedAt: '' });
  undatedAs.set(record, known);
  return known;
}

function isSame(a: CampaignScenario, b: CampaignScenario, as = written): boolean {
  const isSameRecord = (one: StudioRecord, other: StudioRecord) =>
    one === other || as(one) === as(other);
  return isSameRecord(a.campaign, b.campaign) && isSameRecord(a.scenario, b.scenario);
}

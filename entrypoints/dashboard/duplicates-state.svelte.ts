import {
  chosenChange,
  compareClips,
  quoteIdsAmong,
  sensibleChoices,
  type Choices,
} from '../../components/clips/compare-clips.ts';
import { comparedWords } from '../../components/clips/comparison-words.ts';
import { addressKeys } from '../../lib/extract/address.ts';
import type { CloseClips } from '../../lib/model/clip-entry.ts';
import type { Clip } from '../../lib/model/clip.ts';
import type { Store } from '../../lib/store/database.ts';
import type { MergeUndo } from '../../lib/store/merge.ts';
import { addToEvent, makeEvent, undoJoining, type EventJoining } from '../clipping/events.ts';
import { forgetSettled, readSettled, settle, unsettled } from './settled-groups.ts';

/** A clip has at most so many keys. */
const MOST_KEYS = 8;
/** More clips of one group than anybody compares. */
const MOST_SHOWN = 50;

export type DuplicateDeed =
  | { kind: 'merged'; title: string; undo: MergeUndo }
  | { kind: 'kept'; clipIds: readonly string[] }
  | { kind: 'event'; joining: Extract<EventJoining, { ok: true }>; clipIds: readonly string[] }
  | { kind: 'undone' }
  | { kind: 'changed' }
  | { kind: 'full' }
  | { kind: 'failed' };

/** Who finds clips that look alike. */
export interface LikenessFinder {
  catchUp(): Promise<void>;
  closeGroups(): Promise<CloseClips[]>;
  closeTo(clipId: string): Promise<CloseClips[]>;
}

/** Clips that look alike, group by group, and what is made of them. */
export class DuplicatesState {
  readonly #store: Store;
  readonly #finder: LikenessFinder;
  /** Those of one clip; null: all there are. */
  readonly #only: string | null;
  readonly #campaignName: (id: string) => string | null;
  #loading = 0;

  isLoading = $state(true);
  hasFailed = $state(false);
  isBusy = $state(false);
  groups = $state.raw<readonly CloseClips[]>([]);
  index = $state(0);
  /** Those of the group that is looked at, as they are. */
  clips = $state.raw<readonly Clip[]>([]);
  keptId = $state<string | null>(null);
  otherId = $state<string | null>(null);
  chosen = $state.raw<Choices | null>(null);
  deed = $state.raw<DuplicateDeed | null>(null);

  readonly group = $derived(this.groups[this.index] ?? null);
  readonly kept = $derived(this.clips.find(({ id }) => id === this.keptId) ?? null);
  readonly other = $derived(this.clips.find(({ id }) => id === this.otherId) ?? null);
  readonly comparison = $derived.by(() => {
    const { kept, other } = this;
    if (!kept || !other) return null;
    const wordsOf = comparedWords(this.#campaignName);
    const differences = compareClips(kept, other, { wordsOf });
    return { differences, suggested: sensibleChoices(differences, kept, 'merge') };
  });
  readonly choices = $derived(this.chosen ?? this.comparison?.suggested ?? {});
  readonly isUndoable = $derived(
    this.deed !== null && ['merged', 'kept', 'event'].includes(this.deed.kind),
  );

  constructor(
    store: Store,
    finder: LikenessFinder,
    only: string | null,
    campaignName: (id: string) => string | null,
  ) {
    this.#store = store;
    this.#finder = finder;
    this.#only = only;
    this.#campaignName = campaignName;
  }

  async begin(): Promise<void> {
    this.isLoading = true;
    try {
      await this.#findGroups();
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
    }
    this.isLoading = false;
  }

  async show(index: number): Promise<void> {
    const mine = ++this.#loading;
    this.index = Math.max(0, Math.min(index, this.groups.length - 1));
    const ids = this.group?.clipIds.slice(0, MOST_SHOWN) ?? [];
    const clips = await this.#store.getClips(ids).catch(() => null);
    if (mine !== this.#loading) return;
    if (clips === null) return void (this.hasFailed = true);
    this.clips = clips.filter(({ deletedAt }) => deletedAt === null);
    this.keep(this.#first()?.id ?? null);
  }

  /** The clip that stays; what is compared with it is another one. */
  keep(id: string | null): void {
    this.keptId = id;
    if (this.otherId === null || this.otherId === id || !this.other) {
      this.otherId = this.clips.find((clip) => clip.id !== id)?.id ?? null;
    }
    this.chosen = null;
  }

  compareWith(id: string): void {
    this.otherId = id;
    this.chosen = null;
  }

  choose(choices: Choices): void {
    this.chosen = choices;
  }

  /** The two become one: the kept one takes what was chosen, the other goes into the trash, and what rested on it rests on this. */
  async merge(): Promise<void> {
    const { kept, other, choices } = this;
    if (!kept || !other) return;
    await this.#attempt(async () => {
      const merged = { ...kept, ...chosenChange(kept, other, choices) };
      const keys = [
        ...addressKeys([merged.address, merged.canonicalAddress]),
        ...kept.addressKeys,
        ...other.addressKeys,
      ];
      const clip: Clip = { ...merged, addressKeys: [...new Set(keys)].slice(0, MOST_KEYS) };
      const outcome = await this.#store.mergeClips({
        made: [],
        changed: [{ clip, expectedUpdatedAt: kept.updatedAt }],
        replaced: [
          {
            id: other.id,
            expectedUpdatedAt: other.updatedAt,
            intoId: kept.id,
            quoteIds: quoteIdsAmong(clip.quotes, other.quotes),
          },
        ],
        events: [],
      });
      this.deed = outcome.ok
        ? { kind: 'merged', title: clip.title, undo: outcome.undo }
        : { kind: 'changed' };
      await this.#goOn([other.id]);
    });
  }

  /** They are different clips, and nobody asks again. */
  async keepAll(): Promise<void> {
    const { group } = this;
    if (!group) return;
    await this.#attempt(async () => {
      await settle(this.#store, group.clipIds);
      this.deed = { kind: 'kept', clipIds: group.clipIds };
      await this.#goOn(group.clipIds);
    });
  }

  /** They report one event: the one that one of them reports already, or a new one. */
  async makeEvent(): Promise<void> {
    const { clips, group } = this;
    if (!group) return;
    await this.#attempt(async () => {
      const ids = clips.map(({ id }) => id);
      const known = await this.#store.eventsOfClips(ids);
      const last = known.toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))[0];
      const joining = last
        ? await addToEvent(this.#store, last.id, ids)
        : await makeEvent(this.#store, ids);
      if (!joining.ok) {
        this.deed = { kind: joining.reason === 'full' ? 'full' : 'changed' };
        return;
      }
      await settle(this.#store, group.clipIds);
      this.deed = { kind: 'event', joining, clipIds: group.clipIds };
      await this.#goOn(group.clipIds);
    });
  }

  async undo(): Promise<void> {
    const { deed } = this;
    if (!deed) return;
    await this.#attempt(async () => {
      if (deed.kind === 'merged') await this.#store.undoMerge(deed.undo, () => true);
      else if (deed.kind === 'kept') await forgetSettled(this.#store, deed.clipIds);
      else if (deed.kind === 'event') {
        await undoJoining(this.#store, deed.joining);
        await forgetSettled(this.#store, deed.clipIds);
      } else return;
      this.deed = { kind: 'undone' };
      await this.#findGroups();
    });
  }

  /** The clip with most of its user's work on it, the oldest of equals. */
  #first(): Clip | undefined {
    const work = ({ quotes, tags, note, reports }: Clip) =>
      quotes.length * 3 + tags.length + reports.length + (note === '' ? 0 : 3);
    return this.clips.toSorted(
      (a, b) => work(b) - work(a) || Date.parse(a.clippedAt) - Date.parse(b.clippedAt),
    )[0];
  }

  async #findGroups(): Promise<void> {
    await this.#finder.catchUp();
    const only = this.#only;
    const found =
      only === null
        ? await this.#finder.closeGroups()
        : (await this.#finder.closeTo(only)).map(({ kind, clipIds }) => ({
            kind,
            clipIds: [only, ...clipIds],
          }));
    // Asked for by one clip's own button, what was settled once may be looked at again.
    const settled = only === null ? await readSettled(this.#store) : [];
    this.groups = unsettled(found, settled);
    await this.show(this.index);
  }

  /** Without asking the index again: these clips are done with, in the group that was looked at. */
  async #goOn(done: readonly string[]): Promise<void> {
    if (this.deed?.kind === 'changed') return this.#findGroups();
    const gone = new Set(done);
    this.groups =
      this.deed?.kind === 'merged'
        ? this.groups.flatMap((group) => {
            const clipIds = group.clipIds.filter((id) => !gone.has(id));
            return clipIds.length > 1 ? [{ ...group, clipIds }] : [];
          })
        : // The same clips may stand together twice: under one address, and for their text.
          unsettled(this.groups, [done]);
    await this.show(this.index);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await work();
    } catch {
      this.deed = { kind: 'failed' };
    }
    this.isBusy = false;
  }
}

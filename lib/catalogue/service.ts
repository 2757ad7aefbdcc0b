/**
 * The worker's side: keeps the index in step with the library and answers from it. It alone reads every clip, and only
 * once: what it has read lies in the database as segments. Two dashboards have two of these; a lock lets one of them
 * write at a time, and each takes over what the other wrote. Killed at any moment, the next one goes on: a step is one
 * transaction, and the queue says what is left.
 */
import type { CloseClips, FacetCount, SearchAnswer } from '../model/clip-entry.ts';
import type { ClipQuery } from '../model/clip-query.ts';
import { SegmentBuilder } from '../search/segment-builder.ts';
import { mergeSegments, type MergedSegment } from '../search/merge-segments.ts';
import { SearchIndex } from '../search/search-index.ts';
import {
  SEGMENT_FORMAT,
  type PositionData,
  type SegmentData,
  type SegmentParts,
} from '../search/segment.ts';
import { openIndexStore, type IndexStore, type Manifest } from '../store/segments.ts';
import type { UnindexedRow } from '../store/tables.ts';
import type { CatalogueApi, CatalogueState } from './api.ts';
import { inSlices, turn } from './slices.ts';

/** How much is done at a time; tests make do with less. */
const SIZES = {
  /** A segment is written when it holds so many clips, or words. The first is small: something is found soon. */
  firstClips: 256,
  mostClips: 2048,
  mostWords: 2_500_000,
  /** Clips read from the database at a time. */
  clipsARead: 128,
};
const SLICE_MS = 12;
/** Segments of one size are merged when there are so many; larger ones than this are left as they are. */
const MERGED_AT_ONCE = 8;
const LARGE_CLIPS = 4096;
/** So small a one is not rewritten alone for its dead. */
const SMALL_CLIPS = 256;
/** Segments read at a time while nothing is here yet. */
const SEGMENTS_A_READ = 4;
/** Places of words are fetched, and orders made, this long after all else is ready: they may be the next thing asked. */
const LOOK_AHEAD_AFTER_MS = 1500;
/** Somebody who has just asked will mostly ask again with the next key: what may be asked some day waits so long. */
const QUIET_MS = 300;
/** So often it looks whether somebody waits for it by now. */
const QUIET_LOOK_MS = 20;
/** Changes come in flocks. */
const CHANGES_SETTLE_MS = 30;

/** What the segments on the disk must have been written by. */
export const FORMAT = `${SEGMENT_FORMAT}`;

const sizeOf = (live: number) => Math.max(0, Math.floor(Math.log2(live / 64) / 3) + 1);

interface Waiter {
  /** Clips it waits for; null: all. */
  ids: Set<string> | null;
  resolve: () => void;
  reject: (error: unknown) => void;
}

export class CatalogueService implements CatalogueApi {
  private readonly index = new SearchIndex();
  private store: IndexStore | null = null;
  private databaseName = '';
  private manifest: Manifest | null = null;
  private listener: (state: CatalogueState) => void = () => {};
  private channels: BroadcastChannel[] = [];
  private closedBecause: string | null = null;
  /** What waits to be read, in order; what somebody waits for stands in `first`. */
  private plan: string[] = [];
  private readonly first = new Set<string>();
  private waiters: Waiter[] = [];
  private working: Promise<void> | null = null;
  private isAskedAgain = false;
  private isExamined = false;
  private steps = 0;
  private positionsComing: Promise<void> | null = null;
  /** Questions that wait for places of words. */
  private positionsAsked = 0;
  private searchedAt = -Infinity;
  private readonly sizes: typeof SIZES;

  constructor(sizes: Partial<typeof SIZES> = {}) {
    this.sizes = { ...SIZES, ...sizes };
  }

  async open(databaseName: string, listener: (state: CatalogueState) => void): Promise<void> {
    this.listener = listener;
    this.databaseName = databaseName;
    this.store = await openIndexStore(databaseName, () => this.close('the library was closed'));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.work(), CHANGES_SETTLE_MS);
    };
    for (const name of [`${databaseName}-changes`, this.channelName]) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = changed;
      this.channels.push(channel);
    }
    this.work();
  }

  /** Stops where it is; the next one goes on from there. */
  close(because = 'closed'): void {
    if (this.closedBecause !== null) return;
    this.closedBecause = because;
    this.store?.close();
    for (const channel of this.channels) channel.close();
    this.fail(new Error(because));
  }

  async ping(): Promise<void> {}

  async catchUp(first: readonly string[] = []): Promise<void> {
    for (const id of first) this.first.add(id);
    return new Promise((resolve, reject) => {
      this.waiters.push({ ids: first.length > 0 ? new Set(first) : null, resolve, reject });
      this.work();
    });
  }

  async search(query: ClipQuery, window: { offset: number; limit: number }): Promise<SearchAnswer> {
    await this.positionsFor(query);
    return this.index.search(query, window);
  }

  async findIds(query: ClipQuery): Promise<string[]> {
    await this.positionsFor(query);
    return this.index.findIds(query);
  }

  async labels(): Promise<Record<'tags' | 'places' | 'sectors', FacetCount[]>> {
    return this.index.labels();
  }

  async closeTo(clipId: string): Promise<CloseClips[]> {
    return this.index.closeTo(clipId);
  }

  async closeGroups(): Promise<CloseClips[]> {
    for (;;) {
      const { changes } = this.index;
      const groups = await inSlices(this.index.closeGroups(), () => this.index.changes === changes);
      if (groups) return groups;
    }
  }

  private get channelName(): string {
    return `${this.databaseName}-catalogue`;
  }

  /** Begins to catch up, or sees to it that what runs looks once more before it ends. */
  private work(): void {
    this.isAskedAgain = true;
    if (this.working || this.closedBecause !== null) {
      if (this.closedBecause !== null) this.fail(new Error(this.closedBecause));
      return;
    }
    this.working = this.workOn()
      .catch((error: unknown) => {
        this.isAskedAgain = false;
        this.fail(error);
      })
      .finally(() => {
        this.working = null;
        if (this.isAskedAgain) this.work();
      });
  }

  private async workOn(): Promise<void> {
    const store = this.store!;
    if (!this.manifest) await this.takeOver(store, false);
    while (this.isAskedAgain) {
      this.isAskedAgain = false;
      const waiting = this.waiters;
      for (;;) {
        const isMore = await this.locked(() => this.step(store));
        if (!isMore) break;
      }
      this.say({ kind: 'ready', total: this.index.clips });
      // Those who asked while it was at work are answered after another look.
      this.waiters = this.waiters.filter((waiter) => {
        const isAnswered = waiting.includes(waiter);
        if (isAnswered) waiter.resolve();
        return !isAnswered;
      });
    }
    setTimeout(() => void this.lookAhead().catch(() => {}), LOOK_AHEAD_AFTER_MS);
  }

  /** What the next question may need: the places of words, and the orders that are slow to make. */
  private async lookAhead(): Promise<void> {
    await this.between(this.index.prepareLetters());
    await this.fetchPositions();
    await this.between(this.index.prepareOrders());
  }

  /** Work for later, step by step, while nobody searches. */
  private async between(work: Generator<void, void>): Promise<void> {
    for (;;) {
      await this.quiet(() => false);
      if (this.closedBecause !== null || work.next().done) return;
      await turn();
    }
  }

  /** Until nobody has searched for a while, or what waits is wanted after all. */
  private async quiet(isWanted: () => boolean): Promise<void> {
    while (!isWanted() && performance.now() - this.searchedAt < QUIET_MS) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_LOOK_MS));
    }
  }

  private locked<T>(work: () => Promise<T>): Promise<T> {
    return navigator.locks.request(this.channelName, work) as Promise<T>;
  }

  private say(state: CatalogueState): void {
    if (this.closedBecause === null || state.kind === 'failed') this.listener(state);
  }

  private fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const { waiters } = this;
    this.waiters = [];
    for (const { reject } of waiters) reject(new Error(message));
    this.listener({ kind: 'failed', message });
  }

  /** Brings what is in memory to what the database has; under the lock, what is missing there will stay missing. */
  private async takeOver(store: IndexStore, isLocked: boolean): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const manifest = await store.readManifest();
      if (!manifest || manifest.format !== FORMAT) {
        if (!isLocked) return;
        this.takeIn(await store.startAnew(FORMAT, manifest));
        continue;
      }
      if (manifest.version === this.manifest?.version) return;
      if (await this.load(store, manifest)) return;
      if (!isLocked) {
        // Another one wrote while this one read.
        if (attempt < 3) continue;
        return;
      }
      this.takeIn(await store.startAnew(FORMAT, manifest));
    }
  }

  /** Forgets everything; what the queue does not know to be missing will be found when it is empty. */
  private takeIn(manifest: Manifest): void {
    this.isExamined = false;
    this.index.change({ removed: this.index.numbers });
    this.manifest = manifest;
    this.plan = [];
  }

  /** Reads what this manifest has and memory has not; false where a segment is not there. */
  private async load(store: IndexStore, manifest: Manifest): Promise<boolean> {
    const isOlder = this.manifest !== null && manifest.version < this.manifest.version;
    const here = new Set(isOlder ? [] : this.index.numbers);
    const isThere = new Set(manifest.segments.map(({ number }) => number));
    const removed = this.index.numbers.filter((number) => isOlder || !isThere.has(number));
    const deadBits = new Map(manifest.segments.map((each) => [each.number, each.deadBits]));
    const missing = manifest.segments.filter(({ number }) => !here.has(number));
    const clips = manifest.segments.reduce((sum, each) => sum + each.clips - each.dead, 0);
    const isFirst = here.size === 0 && removed.length === 0;
    const added: { number: number; data: SegmentData; deadBits: Uint8Array | null }[] = [];
    for (let at = 0; at < missing.length; at += SEGMENTS_A_READ) {
      const asked = missing.slice(at, at + SEGMENTS_A_READ);
      const rows = await store.readSegments(asked.map(({ number }) => number));
      for (const row of rows) {
        if (!row) {
          // Of a first load, half is here already.
          if (isFirst) this.index.change({ removed: this.index.numbers });
          return false;
        }
        const data = row.data as SegmentData;
        added.push({ number: row.number, data, deadBits: deadBits.get(row.number) ?? null });
      }
      // As long as nothing is searched yet, each part is better than none.
      if (isFirst) {
        this.index.change({ added: added.splice(0) });
        this.say({ kind: 'reading', done: this.index.clips, total: clips });
        await turn();
      }
    }
    const dead = new Map<number, Uint8Array>();
    for (const { number, deadBits: bits } of manifest.segments) {
      if (here.has(number) && bits) dead.set(number, bits);
    }
    this.index.change({ removed, dead, added });
    this.manifest = manifest;
    return true;
  }

  /** Under the lock: one segment more, or a merge. false where nothing is left to do. */
  private async step(store: IndexStore): Promise<boolean> {
    if (this.closedBecause !== null) throw new Error(this.closedBecause);
    await this.takeOver(store, true);
    if (this.first.size === 0 && this.plan.length === 0) this.plan = await store.queuedIds();
    if (this.first.size > 0 || this.plan.length > 0) {
      await this.readSome(store);
      return true;
    }
    if (await this.mergeSome(store)) return true;
    return this.examine(store);
  }

  /** Reads clips from the front of the queue and writes them as a segment. */
  private async readSome(store: IndexStore): Promise<void> {
    const urgent = [...this.first];
    const from = urgent.length > 0 ? urgent : this.plan;
    const most = this.steps++ === 0 ? this.sizes.firstClips : this.sizes.mostClips;
    const total = await store.countClips();
    if (from.length > this.sizes.firstClips)
      this.say({ kind: 'reading', done: this.index.clips, total });

    const builder = new SegmentBuilder();
    const done: UnindexedRow[] = [];
    const unreadable: string[] = [];
    let taken = 0;
    let began = performance.now();
    const readNext = () => {
      const asked = from.slice(taken, taken + Math.min(this.sizes.clipsARead, most));
      taken += asked.length;
      return asked.length > 0 ? store.readClips(asked) : null;
    };
    for (let reading = readNext(); reading;) {
      const read = await reading;
      // The database fetches while this thread looks at words.
      const isFull =
        builder.clips + read.clips.length >= most || builder.words >= this.sizes.mostWords;
      reading = isFull ? null : readNext();
      reading?.catch(() => {});
      done.push(...read.queued);
      unreadable.push(...read.unreadable);
      for (const clip of read.clips) {
        builder.add(clip);
        if (performance.now() - began < SLICE_MS) continue;
        await turn();
        began = performance.now();
      }
    }
    if (done.length > 0 && !(await this.writeRead(store, builder, done, unreadable))) return;

    const taken_ = from.slice(0, taken);
    if (urgent.length > 0) for (const id of taken_) this.first.delete(id);
    else this.plan.splice(0, taken);
    this.waiters = this.waiters.filter(({ ids, resolve }) => {
      if (!ids) return true;
      for (const id of taken_) ids.delete(id);
      if (ids.size === 0) resolve();
      return ids.size > 0;
    });
  }

  private async writeRead(
    store: IndexStore,
    builder: SegmentBuilder,
    done: UnindexedRow[],
    unreadable: string[],
  ): Promise<boolean> {
    const parts = builder.clips > 0 ? await inSlices(builder.finish()) : null;
    const ids = done.map(({ id }) => id);
    return this.write(store, {
      parts,
      dead: this.index.deadAfter(ids),
      merged: [],
      done,
      unreadable: [...this.manifest!.unreadable.filter((id) => !ids.includes(id)), ...unreadable],
    });
  }

  /** Writes a step and takes it into memory. */
  private async write(
    store: IndexStore,
    step: {
      parts: SegmentParts | null;
      dead: ReadonlyMap<number, Uint8Array>;
      /** Segments that `parts` replaces. */
      merged: readonly number[];
      done: readonly UnindexedRow[];
      unreadable: string[];
    },
  ): Promise<boolean> {
    const before = this.manifest!;
    const { parts, dead } = step;
    const number = before.nextNumber;
    const segments = before.segments.map((each) => {
      const bits = dead.get(each.number);
      return bits ? { ...each, deadBits: bits, dead: countBits(bits) } : each;
    });
    // One that holds nothing alive any more goes.
    const isGone = (each: (typeof segments)[number]) =>
      step.merged.includes(each.number) || each.dead === each.clips;
    const removed = segments.filter(isGone).map((each) => each.number);
    const manifest: Manifest = {
      version: before.version + 1,
      format: before.format,
      nextNumber: number + Number(parts !== null),
      segments: [
        ...segments.filter((each) => !isGone(each)),
        ...(parts ? [{ number, clips: parts.data.clips, dead: 0, deadBits: null }] : []),
      ],
      unreadable: step.unreadable,
    };
    const isWritten = await store.write({
      after: before.version,
      manifest,
      added: parts && { number, data: parts.data, positions: parts.positions },
      removed,
      done: step.done,
    });
    if (!isWritten) return false;
    this.manifest = manifest;
    this.index.change({
      removed,
      dead: new Map([...dead].filter(([each]) => !removed.includes(each))),
      added: parts ? [{ number, ...parts, deadBits: null }] : [],
    });
    this.channels.at(-1)?.postMessage(manifest.version);
    return true;
  }

  /** Merges segments of one size where there are many, or rewrites one that is mostly dead. */
  private async mergeSome(store: IndexStore): Promise<boolean> {
    const chosen = chooseMerge(this.manifest!.segments);
    if (chosen.length === 0) return false;
    const missing = chosen.filter((number) => !this.index.partsOf(number).positions);
    if (!(await this.readPositions(store, missing))) {
      this.takeIn(await store.startAnew(FORMAT, this.manifest));
      return true;
    }
    const inputs = chosen.map((number) => this.index.partsOf(number) as MergedSegment);
    const parts = await inSlices(mergeSegments(inputs));
    await this.write(store, {
      parts,
      dead: new Map(),
      merged: chosen,
      done: [],
      unreadable: this.manifest!.unreadable,
    });
    return true;
  }

  /** When all seems done, once: are the clips of the index those of the library? true where something was amiss. */
  private async examine(store: IndexStore): Promise<boolean> {
    if (this.isExamined) return false;
    this.isExamined = true;
    const { unreadable } = this.manifest!;
    const isComplete = this.index.clips + unreadable.length === (await store.countClips());
    // What could not be read by another version is tried again.
    if (isComplete && unreadable.length === 0) return false;
    const here = new Set(await store.allIds());
    const amiss = [
      ...[...here].filter((id) => !this.index.has(id)),
      ...this.index.ids().filter((id) => !here.has(id)),
    ];
    await store.queueAgain(amiss);
    return amiss.length > 0;
  }

  private async positionsFor(query: ClipQuery): Promise<void> {
    this.searchedAt = performance.now();
    if (this.index.missingPositions(query).length === 0) return;
    this.positionsAsked++;
    try {
      while (this.index.missingPositions(query).length > 0) await this.fetchPositions();
    } finally {
      this.positionsAsked--;
    }
  }

  /** Places of words for all segments here; once at a time. */
  private fetchPositions(): Promise<void> {
    this.positionsComing ??= (async () => {
      try {
        for (;;) {
          await this.quiet(() => this.positionsAsked > 0);
          const [missing] = this.index.withoutPositions();
          if (missing === undefined || !this.store) return;
          if (!(await this.readPositions(this.store, [missing]))) await this.missed(missing);
        }
      } finally {
        this.positionsComing = null;
      }
    })();
    return this.positionsComing;
  }

  /** false where some of these, which are still here, are not in the database. */
  private async readPositions(store: IndexStore, numbers: readonly number[]): Promise<boolean> {
    if (numbers.length === 0) return true;
    let isComplete = true;
    const rows = await store.readPositions(numbers);
    rows.forEach((row, at) => {
      const number = numbers[at]!;
      // Merged away meanwhile?
      if (!this.index.numbers.includes(number)) return;
      if (row) this.index.setPositions(number, row.data as PositionData);
      else isComplete = false;
    });
    return isComplete;
  }

  /** A segment's places are not there: another one has merged it away, or the database has lost them. */
  private async missed(number: number): Promise<void> {
    const store = this.store!;
    await this.locked(async () => {
      await this.takeOver(store, true);
      if (!this.index.withoutPositions().includes(number)) return;
      if (await this.readPositions(store, [number])) return;
      this.takeIn(await store.startAnew(FORMAT, this.manifest));
    });
    this.work();
  }
}

function countBits(bits: Uint8Array): number {
  let count = 0;
  for (let byte of bits) for (; byte > 0; byte &= byte - 1) count++;
  return count;
}

/** Numbers of the segments to write as one; none where all is well. */
export function chooseMerge(segments: Manifest['segments']): number[] {
  const bySize = new Map<number, Manifest['segments']>();
  for (const each of segments) {
    const live = each.clips - each.dead;
    if (each.clips > SMALL_CLIPS && live < each.clips / 2) return [each.number];
    if (live >= LARGE_CLIPS) continue;
    const size = sizeOf(live);
    bySize.set(size, [...(bySize.get(size) ?? []), each]);
  }
  for (const group of bySize.values()) {
    if (group.length >= MERGED_AT_ONCE) {
      return group.slice(0, MERGED_AT_ONCE).map(({ number }) => number);
    }
  }
  return [];
}

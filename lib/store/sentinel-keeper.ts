import { CAMPAIGN_RECORD_VERSION } from '../model/campaign.ts';
import { CLIP_RECORD_VERSION } from '../model/clip.ts';
import { SCENARIO_RECORD_VERSION } from '../model/scenario.ts';
import type { Platform, Sentinel } from '../platform/platform.ts';
import { StoreError } from './failure.ts';
import type { Counts, SettledSentinel } from './tables.ts';

/** What the sentinel outside says of the database that was opened. */
export type StoreHealth =
  | { kind: 'fine' }
  /** Nothing is here, and nothing is known ever to have been. */
  | { kind: 'new' }
  /** The sentinel knows of records; the database is empty or another one. Never show this as a normal library. */
  | { kind: 'cameBackEmpty'; expected: Counts; found: Counts }
  | { kind: 'fewerThanExpected'; expected: Counts; found: Counts };

export function isAlarm(health: StoreHealth): boolean {
  return health.kind === 'cameBackEmpty' || health.kind === 'fewerThanExpected';
}

/** How long a save waits for the sentinel once the record itself is on disk. */
const PATIENCE_MS = 1000;

const isNothing = ({ clips, campaigns }: Counts) => clips === 0 && campaigns === 0;
const each = (a: Counts, b: Counts, of: (a: number, b: number) => number): Counts => ({
  clips: of(a.clips, b.clips),
  campaigns: of(a.campaigns, b.campaigns),
});

/**
 * Keeps the sentinel's counts at or below what the database holds, whatever crashes in between: raised after
 * a transaction is complete, lowered before one that erases. A lock is held over each, with the database counted
 * inside it, for two pages at work would otherwise write each other's older counts.
 */
export class SentinelKeeper {
  readonly #sentinel: Platform['sentinel'];
  readonly #generation: string;
  readonly #lockName: string;
  /** What the database holds now. */
  readonly #count: () => Promise<Counts>;
  /** Has a backup been put back since this sentinel was written? */
  readonly #isSettled: (sentinel: Sentinel) => Promise<boolean>;
  health: StoreHealth = { kind: 'fine' };
  /** Why the sentinel could not be kept; null where it is. A loss might then go unnoticed. */
  trouble: string | null = null;

  constructor(
    sentinel: Platform['sentinel'],
    generation: string,
    databaseName: string,
    count: () => Promise<Counts>,
    isSettled: (sentinel: Sentinel) => Promise<boolean>,
  ) {
    this.#sentinel = sentinel;
    this.#generation = generation;
    this.#lockName = `${databaseName}-sentinel`;
    this.#count = count;
    this.#isSettled = isSettled;
  }

  /** Compares, and sets `health`. A sentinel that cannot be read or written is trouble, but no reason to stay shut. */
  async examine(): Promise<void> {
    await this.#locked(async () => {
      const found = await this.#count();
      this.health = { kind: isNothing(found) ? 'new' : 'fine' };
      try {
        const expected = await this.#sentinel.read();
        if (expected && !(await this.#isSettled(expected))) {
          this.health = this.#compare(expected, found);
        }
        if (!isAlarm(this.health) && !this.#saysSo(expected, found)) {
          await this.#write(found, expected);
        }
      } catch (error) {
        this.trouble = String(error);
      }
    });
  }

  #compare({ generation, clips, campaigns }: Sentinel, found: Counts): StoreHealth {
    const expected = { clips, campaigns };
    if (generation !== this.#generation) {
      return isNothing(expected) ? { kind: 'fine' } : { kind: 'cameBackEmpty', expected, found };
    }
    if (found.clips >= clips && found.campaigns >= campaigns) return { kind: 'fine' };
    return { kind: isNothing(found) ? 'cameBackEmpty' : 'fewerThanExpected', expected, found };
  }

  /** Is it what would be written now? Then the first rows need not wait for it to be written once more. */
  #saysSo(sentinel: Sentinel | null, { clips, campaigns }: Counts): boolean {
    return (
      sentinel?.generation === this.#generation &&
      sentinel.clips === clips &&
      sentinel.campaigns === campaigns &&
      sentinel.recordVersions.clip >= CLIP_RECORD_VERSION &&
      sentinel.recordVersions.campaign >= CAMPAIGN_RECORD_VERSION &&
      sentinel.recordVersions.scenario >= SCENARIO_RECORD_VERSION
    );
  }

  /** The user has read the warning: from now on, what is here is what is expected. */
  async accept(): Promise<void> {
    await this.#locked(async () => this.#write(await this.#count(), await this.#sentinel.read()));
    this.health = { kind: 'fine' };
  }

  /** After a complete transaction that made records. Never fails: the records are on disk, sentinel or not. */
  async grown(by: Counts): Promise<void> {
    const raised = this.#locked(async () => {
      const sentinel = await this.#own();
      if (!sentinel) return;
      // While a warning stands, what is made since must not fill the gap that it warns of.
      const counts = isAlarm(this.health)
        ? each(sentinel, by, (known, made) => known + made)
        : each(sentinel, await this.#count(), Math.max);
      await this.#write(counts, sentinel);
    }).then(
      () => (this.trouble = null),
      (error: unknown) => (this.trouble = String(error)),
    );
    await Promise.race([raised, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  }

  /** Lowers the counts, then erases; where they cannot be lowered nothing is erased. */
  async shrinking<T>(by: Counts, erase: () => Promise<T>): Promise<T> {
    return this.#locked(async () => {
      try {
        const sentinel = await this.#own();
        const lower = (known: number, fewer: number) => Math.max(0, known - fewer);
        if (sentinel) await this.#write(each(sentinel, by, lower), sentinel);
      } catch (error) {
        throw new StoreError('failed', 'the count outside the library could not be lowered', {
          cause: error,
        });
      }
      return erase();
    });
  }

  /**
   * Around the transaction that puts a backup back. Without an alarm the counts are lowered first to what will be here at
   * least, as before any erasing. An alarm stays until the records are on disk: the transaction itself notes which
   * sentinel it settles, so that a kill right behind it leaves neither a false alarm nor a loss that nobody hears of.
   */
  async restoring<T>(
    coming: Counts,
    restore: (settles: SettledSentinel | null) => Promise<T>,
  ): Promise<T> {
    return this.#locked(async () => {
      let settles: SettledSentinel | null = null;
      try {
        const seen = await this.#sentinel.read();
        if (seen && isAlarm(this.health)) {
          settles = { generation: seen.generation, updatedAt: seen.updatedAt };
        } else if (seen) {
          await this.#write(each(seen, coming, Math.min), seen);
        }
      } catch (error) {
        throw new StoreError('failed', 'the count outside the library could not be lowered', {
          cause: error,
        });
      }
      const restored = await restore(settles);
      this.health = { kind: 'fine' };
      try {
        await this.#write(await this.#count(), await this.#sentinel.read());
        this.trouble = null;
      } catch (error) {
        this.trouble = String(error);
      }
      return restored;
    });
  }

  /** One of another generation is a warning nobody has accepted yet: it stays. */
  async #own(): Promise<Sentinel | null> {
    const sentinel = await this.#sentinel.read();
    return sentinel?.generation === this.#generation ? sentinel : null;
  }

  async #write({ clips, campaigns }: Counts, before: Sentinel | null): Promise<void> {
    const seen = before?.recordVersions ?? { clip: 1, campaign: 1, scenario: 1 };
    await this.#sentinel.write({
      generation: this.#generation,
      clips,
      campaigns,
      recordVersions: {
        clip: Math.max(seen.clip, CLIP_RECORD_VERSION),
        campaign: Math.max(seen.campaign, CAMPAIGN_RECORD_VERSION),
        scenario: Math.max(seen.scenario, SCENARIO_RECORD_VERSION),
      },
      updatedAt: new Date().toISOString(),
    });
  }

  #locked<T>(work: () => Promise<T>): Promise<T> {
    return navigator.locks.request(this.#lockName, work) as Promise<T>;
  }
}

import { CAMPAIGN_RECORD_VERSION } from '../model/campaign.ts';
import { CLIP_RECORD_VERSION } from '../model/clip.ts';
import { SCENARIO_RECORD_VERSION } from '../model/scenario.ts';
import type { Platform, Sentinel } from '../platform/platform.ts';

export interface Counts {
  clips: number;
  campaigns: number;
}

/** What the sentinel outside says of the database that was opened. */
export type StoreHealth =
  | { kind: 'fine' }
  /** Nothing is here, and nothing is known ever to have been. */
  | { kind: 'new' }
  /** The sentinel knows of records; the database is empty or another one. Never show this as a normal library. */
  | { kind: 'cameBackEmpty'; expected: Counts; found: Counts }
  | { kind: 'fewerThanExpected'; expected: Counts; found: Counts };

/** How long a save waits for the sentinel once the record itself is on disk. */
const PATIENCE_MS = 1000;

/**
 * Keeps the sentinel's counts at or below what the database holds, whatever crashes in between: raised after
 * a transaction is complete, lowered before one that erases. The lock is held over each, for two pages at work
 * would otherwise write each other's older counts.
 */
export class SentinelKeeper {
  readonly #sentinel: Platform['sentinel'];
  readonly #generation: string;
  readonly #lockName: string;
  /** Why the sentinel could not be kept; null where it is. A later loss might then go unnoticed. */
  trouble: string | null = null;

  constructor(sentinel: Platform['sentinel'], generation: string, databaseName: string) {
    this.#sentinel = sentinel;
    this.#generation = generation;
    this.#lockName = `${databaseName}-sentinel`;
  }

  async examine(count: () => Promise<Counts>): Promise<StoreHealth> {
    return this.#locked(async () => {
      const expected = await this.#sentinel.read();
      const found = await count();
      const foundNothing = found.clips === 0 && found.campaigns === 0;
      if (!expected) {
        await this.#write(found, null);
        return { kind: foundNothing ? 'new' : 'fine' };
      }
      const counts = { clips: expected.clips, campaigns: expected.campaigns };
      const expectedNothing = counts.clips === 0 && counts.campaigns === 0;
      if (expected.generation !== this.#generation && !expectedNothing) {
        return { kind: 'cameBackEmpty', expected: counts, found };
      }
      if (found.clips < counts.clips || found.campaigns < counts.campaigns) {
        return {
          kind: foundNothing ? 'cameBackEmpty' : 'fewerThanExpected',
          expected: counts,
          found,
        };
      }
      await this.#write(found, expected);
      return { kind: 'fine' };
    });
  }

  /** The user has read the warning: from now on, what is here is what is expected. */
  async accept(count: () => Promise<Counts>): Promise<void> {
    await this.#locked(async () => {
      await this.#write(await count(), await this.#sentinel.read());
    });
  }

  /** After a complete transaction that made records. Never fails: the records are on disk, sentinel or not. */
  async grown(by: Counts): Promise<void> {
    const raised = this.#locked(() => this.#shift(by)).then(
      () => (this.trouble = null),
      (error: unknown) => (this.trouble = String(error)),
    );
    await Promise.race([raised, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  }

  /** Lowers the counts, then erases. */
  async shrinking<T>(by: Counts, erase: () => Promise<T>): Promise<T> {
    return this.#locked(async () => {
      await this.#shift({ clips: -by.clips, campaigns: -by.campaigns });
      return erase();
    });
  }

  /** A sentinel of another generation is a warning nobody has accepted yet: it stays. */
  async #shift(by: Counts): Promise<void> {
    const sentinel = await this.#sentinel.read();
    if (sentinel?.generation !== this.#generation) return;
    await this.#write(
      {
        clips: Math.max(0, sentinel.clips + by.clips),
        campaigns: Math.max(0, sentinel.campaigns + by.campaigns),
      },
      sentinel,
    );
  }

  async #write(counts: Counts, before: Sentinel | null): Promise<void> {
    const seen = before?.recordVersions ?? { clip: 1, campaign: 1, scenario: 1 };
    await this.#sentinel.write({
      generation: this.#generation,
      ...counts,
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

import { z } from '../model/zod.ts';

const Count = z.int().min(0);
const Version = z.int().min(1);

/**
 * What the library is known to hold, kept outside IndexedDB: Chromium opens an empty database without an
 * error when the real one's files are damaged, and only somebody else's memory can tell.
 */
export const Sentinel = z.object({
  /** Random id given to the database when it was made. */
  generation: z.string().min(1).max(100),
  /** Lower bounds, trash included: a crash may leave them too low, never too high. */
  clips: Count,
  campaigns: Count,
  /** The newest record versions ever written here. */
  recordVersions: z.object({ clip: Version, campaign: Version, scenario: Version }),
  updatedAt: z.iso.datetime({ offset: true }),
});
export type Sentinel = z.infer<typeof Sentinel>;

/** What differs between the installed extension and the same dashboard on a plain page. */
export interface Platform {
  kind: 'extension' | 'page';
  sentinel: {
    /** null where there is none, or none that can be read. */
    read(): Promise<Sentinel | null>;
    write(sentinel: Sentinel): Promise<void>;
  };
  /** What is being typed, as JSON values: kept in memory for this browser session and never written to disk. */
  drafts: {
    /** undefined where nothing is kept. */
    read(key: string): Promise<unknown>;
    write(key: string, value: unknown): Promise<void>;
    remove(key: string): Promise<void>;
  };
  /** Marks that last as long as the browser runs, and are gone when it starts again, however it ended. */
  session: {
    isMarked(mark: string): Promise<boolean>;
    mark(mark: string): Promise<void>;
    unmark(mark: string): Promise<void>;
  };
  /** The address of one of our own scripts, e.g. `scriptAddress('simulation-worker.js')`. */
  scriptAddress(name: string): string;
  /** Shows the dashboard at a route such as '/clips/ID'; the route stands in the hash, so no words in it. */
  openDashboard(route: string): Promise<void>;
  /** Opens a web page in a tab of its own, without a referrer. Anything but http(s) is refused. */
  openLink(address: string): void;
}

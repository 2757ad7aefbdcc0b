/**
 * A backup is one file of JSON lines, UTF-8, each ended by a line feed:
 *
 *     {"format":"clincher-backup","formatVersion":1,"createdAt":…,"program":…,"generation":…,"counts":{…}}
 *     {"table":"clips","row":{…},"text":"…"}          one line a record, as it lies in the database
 *     …
 *     {"end":"clincher-backup","records":…,"counts":{…},"leftOut":{…},"sha256":"…"}
 *
 * The version covers the layout of the rows, too: a later one reads an earlier one's lines by steps of its own. What a
 * record says has a version of its own and is brought up to date where it is read, as in the library itself.
 *
 * `sha256` holds for every byte before the last line: these bytes are cut into blocks of 1 MiB (1,048,576 bytes, the last
 * one as long as it is), each block is digested with SHA-256, and the digests, 32 bytes each, are digested once more.
 * So it can be had block by block, in a browser as anywhere:
 *
 *     head -n -1 FILE | split -b 1M --filter='openssl dgst -sha256 -binary' | sha256sum
 *
 * It tells a file that was damaged or cut from one that was not. It does not tell who wrote it.
 */
import { Instant } from '../model/identity.ts';
import type { KeptCounts } from '../model/kept-record.ts';
import { z } from '../model/zod.ts';

export const BACKUP_FORMAT = 'clincher-backup';
export const BACKUP_FORMAT_VERSION = 1;
export const BACKUP_BLOCK_BYTES = 1_048_576;

export interface BackupLimits {
  /** Of one line. The longest record there is, a clip with 400,000 letters and all its quotes, has an eighth of it. */
  lineBytes: number;
  /** Brackets inside brackets, of one line. */
  depth: number;
  /** Entries of one list or object. */
  items: number;
  records: number;
}
/** Whatever is written keeps to them, too: a backup that could not be read back would be none. */
export const BACKUP_LIMITS: BackupLimits = {
  lineBytes: 32 * BACKUP_BLOCK_BYTES,
  depth: 64,
  items: 1_000_000,
  records: 2_000_000,
};

const Count = z.int().min(0);
const Counts = z.strictObject({
  clips: Count,
  campaigns: Count,
  scenarios: Count,
  events: Count,
  views: Count,
  settings: Count,
}) satisfies z.ZodType<KeptCounts>;

export const BackupHead = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.literal(BACKUP_FORMAT_VERSION),
  createdAt: Instant,
  /** "Clincher 0.1.0". */
  program: z.string().max(100),
  /** Of the database it was written from. */
  generation: z.string().max(100),
  /** What lay in the database when writing began. */
  counts: Counts,
});
export type BackupHead = z.infer<typeof BackupHead>;

/** The last line. Its counts and those left out make the head's. */
export interface BackupEnd {
  end: typeof BACKUP_FORMAT;
  records: number;
  counts: KeptCounts;
  /** Records that no line can hold. */
  leftOut: KeptCounts;
  sha256: string;
}

/** As every program must write it, so that a change of any of its bytes shows. */
export function endLine({ records, counts, leftOut, sha256 }: Omit<BackupEnd, 'end'>): string {
  const plain = ({ clips, campaigns, scenarios, events, views, settings }: KeptCounts) => {
    return { clips, campaigns, scenarios, events, views, settings };
  };
  return `${JSON.stringify({ end: BACKUP_FORMAT, records, counts: plain(counts), leftOut: plain(leftOut), sha256 })}\n`;
}

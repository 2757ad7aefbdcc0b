import { isObject } from '../json/read-json.ts';
import {
  KEPT_TABLES,
  keyOf,
  noneKept,
  type KeptCounts,
  type KeptRecord,
} from '../model/kept-record.ts';
import { BlockDigest } from './block-digest.ts';
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  BACKUP_LIMITS,
  BackupHead,
  endLine,
  type BackupEnd,
  type BackupLimits,
} from './format.ts';
import { readLine } from './record-line.ts';

/** What is wrong with a file. Lines count from 1. */
export type BackupFault =
  | { reason: 'empty' | 'notBackup' | 'snapshot' | 'library' }
  | { reason: 'tooNew'; version: number }
  /** It ends before its last line: so many records of so many are there. */
  | { reason: 'cutShort'; records: number; expected: number }
  /** It is not as it was written. The line where that shows, or null: the sum over all of them does not come out. */
  | { reason: 'changed'; line: number | null }
  | { reason: 'doubled'; line: number }
  /** Nothing that Clincher writes has lines so long, so deep or so many. */
  | { reason: 'tooLarge'; what: 'line' | 'depth' | 'records'; line: number }
  /** The disk, or whoever changed the file while it was read. */
  | { reason: 'unread' };
export type BackupRefusal = { ok: false } & BackupFault;

export interface CheckedBackup {
  ok: true;
  head: BackupHead;
  counts: KeptCounts;
  leftOut: KeptCounts;
  sha256: string;
}
export type ReadBackup = CheckedBackup | BackupRefusal;

export interface BackupReading {
  /**
   * Hears the records in batches as they are read, *before* anybody knows whether the file is whole: keep them apart until
   * it is. What it throws ends the reading and is thrown on.
   */
  take?: (records: KeptRecord[], bytesRead: number) => void | Promise<void>;
  signal?: AbortSignal;
  limits?: BackupLimits;
}

const LINE_FEED = 10;
const BATCH_RECORDS = 200;
const BATCH_BYTES = 1_000_000;
/** How far to look for what a file is that is not ours. */
const GLANCE_BYTES = 4096;
const END_START = '{"end":';

interface Line {
  bytes: Uint8Array;
  isEnded: boolean;
}

class Refused extends Error {
  readonly refusal: BackupRefusal;
  constructor(refusal: BackupRefusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/** The lines of a file with their line feeds; never more of it in memory than a line and what the disk gives at once. */
async function* linesOf(file: Blob, limit: number, signal?: AbortSignal): AsyncGenerator<Line> {
  const reader = file.stream().getReader();
  let begun: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read().catch(() => {
        throw new Refused({ ok: false, reason: 'unread' });
      });
      if (done) break;
      let at = 0;
      while (at < value.length) {
        const feed = value.indexOf(LINE_FEED, at);
        const piece = value.subarray(at, feed < 0 ? value.length : feed + 1);
        begun.push(piece);
        length += piece.length;
        at += piece.length;
        if (length > limit) {
          throw new Refused({ ok: false, reason: 'tooLarge', what: 'line', line: number });
        }
        if (feed < 0) continue;
        yield { bytes: joined(begun, length), isEnded: true };
        begun = [];
        length = 0;
        number++;
      }
    }
    if (length > 0) yield { bytes: joined(begun, length), isEnded: false };
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function joined(pieces: Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What a file is that does not begin as a backup does. */
function otherKind(start: string): BackupRefusal {
  if (start === '') return { ok: false, reason: 'empty' };
  const format = /"format"\s*:\s*"clincher-(snapshot|library|backup)"/.exec(start)?.[1];
  if (format === 'snapshot' || format === 'library') return { ok: false, reason: format };
  return format ? { ok: false, reason: 'changed', line: 1 } : { ok: false, reason: 'notBackup' };
}

function readHead(text: string): BackupHead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refused({ ok: false, reason: 'notBackup' });
  }
  if (!isObject(value) || value.format !== BACKUP_FORMAT) {
    throw new Refused({ ok: false, reason: 'notBackup' });
  }
  const version = value.formatVersion;
  if (typeof version === 'number' && version > BACKUP_FORMAT_VERSION) {
    throw new Refused({ ok: false, reason: 'tooNew', version });
  }
  const head = BackupHead.safeParse(value);
  if (!head.success) throw new Refused({ ok: false, reason: 'changed', line: 1 });
  return head.data;
}

const sum = (counts: KeptCounts) => KEPT_TABLES.reduce((all, table) => all + counts[table], 0);

/** What the last line claims; whether it is true, the caller finds by writing it anew. */
function claimsOf(text: string): Pick<BackupEnd, 'leftOut'> | null {
  try {
    const { leftOut } = JSON.parse(text) as Partial<BackupEnd>;
    const counts = noneKept();
    for (const table of KEPT_TABLES) {
      const count: unknown = leftOut?.[table];
      if (!Number.isSafeInteger(count)) return null;
      counts[table] = count as number;
    }
    return { leftOut: counts };
  } catch {
    return null;
  }
}

/**
 * Reads a backup through to its end and says whether it is whole and as it was written, or what is wrong with it. Nothing
 * is mended. Throws only what `take` throws, or the reason of `signal`.
 */
export async function readBackup(file: Blob, reading: BackupReading = {}): Promise<ReadBackup> {
  try {
    return await readLines(file, reading);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.refusal.reason !== 'notBackup') return error.refusal;
    return otherKind(await file.slice(0, GLANCE_BYTES).text());
  }
}

async function readLines(file: Blob, reading: BackupReading): Promise<CheckedBackup> {
  const { take, signal, limits = BACKUP_LIMITS } = reading;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const digest = new BlockDigest();
  const counts = noneKept();
  const seen = new Set<string>();
  let head: BackupHead | null = null;
  let checked: CheckedBackup | null = null;
  let batch: KeptRecord[] = [];
  let batchBytes = 0;
  let bytesRead = 0;
  let number = 0;

  const refuse = (refusal: BackupRefusal) => new Refused(refusal);
  const changedAt = (line: number | null) => refuse({ ok: false, reason: 'changed', line });
  const handOver = async () => {
    if (batch.length === 0) return;
    const records = batch;
    batch = [];
    batchBytes = 0;
    await take?.(records, bytesRead);
  };

  for await (const { bytes, isEnded } of linesOf(file, limits.lineBytes, signal)) {
    number++;
    bytesRead += bytes.length;
    // Behind its last line nothing may stand.
    if (checked) throw changedAt(number);
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      if (head && !isEnded) throw cutShort();
      throw head ? changedAt(number) : refuse({ ok: false, reason: 'notBackup' });
    }
    if (head && !isEnded) throw cutShort();
    if (!head) {
      head = readHead(text);
      if (!isEnded) throw cutShort();
      digest.add(bytes);
      continue;
    }
    if (text.startsWith(END_START)) {
      await handOver();
      const claims = claimsOf(text);
      const sha256 = await digest.end();
      const records = sum(counts);
      const leftOut = claims?.leftOut ?? noneKept();
      if (text !== endLine({ records, counts, leftOut, sha256 })) {
        // Whole lines may be missing before it, or be there twice: the sum tells, and this tells where to look.
        throw changedAt(claims ? null : number);
      }
      if (KEPT_TABLES.some((table) => head!.counts[table] !== counts[table] + leftOut[table])) {
        throw changedAt(1);
      }
      checked = { ok: true, head, counts, leftOut, sha256 };
      continue;
    }
    digest.add(bytes);
    const read = readLine(text, limits);
    if (!read.ok) {
      if (read.reason !== 'tooDeep') throw changedAt(number);
      throw refuse({ ok: false, reason: 'tooLarge', what: 'depth', line: number });
    }
    const { record } = read;
    const key = `${record.table}/${keyOf(record)}`;
    if (seen.has(key)) throw refuse({ ok: false, reason: 'doubled', line: number });
    if (seen.size >= limits.records) {
      throw refuse({ ok: false, reason: 'tooLarge', what: 'records', line: number });
    }
    seen.add(key);
    counts[record.table]++;
    batch.push(record);
    batchBytes += bytes.length;
    if (batch.length >= BATCH_RECORDS || batchBytes >= BATCH_BYTES) await handOver();
  }
  if (checked) return checked;
  if (!head) throw refuse({ ok: false, reason: 'notBackup' });
  throw cutShort();

  function cutShort(): Refused {
    const expected = head ? sum(head.counts) : 0;
    return refuse({ ok: false, reason: 'cutShort', records: sum(counts), expected });
  }
}

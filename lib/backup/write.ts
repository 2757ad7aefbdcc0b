import { noneKept, type KeptCounts, type KeptRecord } from '../model/kept-record.ts';
import { BlockDigest } from './block-digest.ts';
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  BACKUP_LIMITS,
  endLine,
  type BackupHead,
} from './format.ts';
import { lineOf } from './record-line.ts';

export interface WrittenBackup {
  file: Blob;
  name: string;
  counts: KeptCounts;
  /** Records that no line can hold, a map or a picture in them, say: nothing of ours, and kept where they are. */
  leftOut: KeptCounts;
  sha256: string;
}

/** Handed to the browser in pieces of about this size, which it may keep on disk rather than in memory. */
const PIECE_BYTES = 8_388_608;

/** Writes a backup as its records come, and never holds more than a piece of it. The format stands in format.ts. */
export class BackupWriter {
  readonly #createdAt: string;
  readonly #encoder = new TextEncoder();
  readonly #digest = new BlockDigest();
  readonly #pieces: Blob[] = [];
  #lines: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;
  readonly #counts = noneKept();
  readonly #leftOut = noneKept();

  constructor(about: Omit<BackupHead, 'format' | 'formatVersion'>) {
    const { createdAt, program, generation, counts } = about;
    this.#createdAt = createdAt;
    const head: BackupHead = {
      format: BACKUP_FORMAT,
      formatVersion: BACKUP_FORMAT_VERSION,
      createdAt,
      program,
      generation,
      counts,
    };
    this.#write(`${JSON.stringify(head)}\n`);
  }

  /** At once: whoever reads a database transaction must not wait. */
  add(records: readonly KeptRecord[]): void {
    let lines = '';
    for (const record of records) {
      const line = lineOf(record, BACKUP_LIMITS);
      // Three bytes is the most that a unit of a string takes.
      const isTooLong =
        line !== null &&
        line.length * 3 > BACKUP_LIMITS.lineBytes &&
        this.#encoder.encode(line).length > BACKUP_LIMITS.lineBytes;
      if (line === null || isTooLong) {
        this.#leftOut[record.table]++;
        continue;
      }
      this.#counts[record.table]++;
      lines += line;
      if (lines.length > PIECE_BYTES) {
        this.#write(lines);
        lines = '';
      }
    }
    this.#write(lines);
  }

  async end(): Promise<WrittenBackup> {
    const sha256 = await this.#digest.end();
    const counts = this.#counts;
    const leftOut = this.#leftOut;
    const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
    this.#lines.push(this.#encoder.encode(endLine({ records, counts, leftOut, sha256 })));
    const file = new Blob([...this.#pieces, ...this.#lines], { type: 'application/jsonl' });
    const name = `${BACKUP_FORMAT}-${this.#createdAt.slice(0, 10)}.jsonl`;
    return { file, name, counts, leftOut, sha256 };
  }

  #write(text: string): void {
    const bytes = this.#encoder.encode(text);
    this.#digest.add(bytes);
    this.#lines.push(bytes);
    this.#waiting += bytes.length;
    if (this.#waiting < PIECE_BYTES) return;
    this.#pieces.push(new Blob(this.#lines));
    this.#lines = [];
    this.#waiting = 0;
  }
}

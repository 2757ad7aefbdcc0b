import { BlockDigest } from '../../lib/backup/block-digest.ts';
import { endLine, type BackupHead } from '../../lib/backup/format.ts';
import { BackupWriter, type WrittenBackup } from '../../lib/backup/write.ts';
import { noneKept, type KeptCounts, type KeptRecord } from '../../lib/model/kept-record.ts';
import type { Store } from '../../lib/store/database.ts';

export const ABOUT = {
  createdAt: '2026-11-22T13:37:00.000Z',
  program: 'Clincher 0.1.0',
  generation: 'made-here',
};

export function countsOf(records: readonly KeptRecord[]): KeptCounts {
  const counts = noneKept();
  for (const { table } of records) counts[table]++;
  return counts;
}

/** A backup of these records. */
export function backupOf(
  records: readonly KeptRecord[],
  about: Partial<Omit<BackupHead, 'format' | 'formatVersion'>> = {},
): Promise<WrittenBackup> {
  const writer = new BackupWriter({ ...ABOUT, counts: countsOf(records), ...about });
  writer.add(records);
  return writer.end();
}

/** A backup of a library, as the dashboard writes it. */
export async function backupFrom(store: Store): Promise<WrittenBackup> {
  let writer!: BackupWriter;
  await store.readKept(
    ({ generation, counts }) => (writer = new BackupWriter({ ...ABOUT, generation, counts })),
    (records) => writer.add(records),
  );
  return writer.end();
}

/** A file of these lines whose sum is right, as somebody with bad intentions would make it. */
export async function sealed(lines: readonly string[], counts: KeptCounts): Promise<Blob> {
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
  const digest = new BlockDigest();
  digest.add(bytes);
  const sha256 = await digest.end();
  const leftOut = noneKept();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return new Blob([bytes, endLine({ records, counts, leftOut, sha256 })]);
}

export function headLine(counts: KeptCounts, more: object = {}): string {
  return JSON.stringify({ format: 'clincher-backup', formatVersion: 1, ...ABOUT, counts, ...more });
}

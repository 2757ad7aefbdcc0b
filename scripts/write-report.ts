/** Writes a report for lib/standing as the linter wants it, so that one that is made anew differs by its figures alone. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { rounded } from '../lib/standing/rounded.ts';

/** @param name of the file in lib/standing, with its ending */
export async function writeReport(name: string, report: object): Promise<void> {
  const file = fileURLToPath(new URL(`../lib/standing/${name}`, import.meta.url));
  const text = JSON.stringify(rounded(report));
  await writeFile(file, await format(text, { parser: 'json', printWidth: 100 }));
}

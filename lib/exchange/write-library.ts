import type { Clip } from '../model/clip.ts';
import {
  EXCHANGE_LIMITS,
  LIBRARY_FORMAT,
  LIBRARY_FORMAT_VERSION,
  type ExportChoice,
  type LibraryHead,
} from './format.ts';

/** Room for what stands around the clips. */
const HEAD_BYTES = 2000;

export interface LibraryOrigin {
  createdOn: string;
  program: string;
}

/**
 * The library as files of our own, one clip a line, each file within what an import reads. Reading them back gives the
 * same clips, field for field.
 */
export function writeLibrary(
  clips: readonly Clip[],
  choice: ExportChoice,
  { createdOn, program }: LibraryOrigin,
  limits: { bytes: number; items: number } = EXCHANGE_LIMITS,
): string[][] {
  const encoder = new TextEncoder();
  const files: string[][] = [[]];
  let bytes = HEAD_BYTES;
  for (const clip of clips) {
    const line = JSON.stringify(clip);
    const lineBytes = encoder.encode(line).length + 2;
    const file = files.at(-1)!;
    if (file.length > 0 && (bytes + lineBytes > limits.bytes || file.length >= limits.items)) {
      files.push([line]);
      bytes = HEAD_BYTES + lineBytes;
    } else {
      file.push(line);
      bytes += lineBytes;
    }
  }
  return files.map((lines, index) => {
    const head: LibraryHead = {
      format: LIBRARY_FORMAT,
      formatVersion: LIBRARY_FORMAT_VERSION,
      createdOn,
      program,
      part: index + 1,
      parts: files.length,
      holds: {
        clips: true,
        campaigns: false,
        notes: choice.includeNotes,
        tags: choice.includeTags,
        times: choice.includeTimes,
        trash: choice.includeTrash,
      },
    };
    const opening = JSON.stringify(head).slice(0, -1);
    return [
      `${opening},"clips":[\n`,
      ...lines.map((line, at) => (at < lines.length - 1 ? `${line},\n` : `${line}\n`)),
      ']}\n',
    ];
  });
}

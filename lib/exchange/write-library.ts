import type { Clip } from '../model/clip.ts';
import type { ObservedEvent } from '../model/event.ts';
import {
  EXCHANGE_LIMITS,
  LIBRARY_FORMAT,
  LIBRARY_FORMAT_VERSION,
  type ExportChoice,
  type LibraryHead,
} from './format.ts';

/** Room for what stands around clips and events. */
const HEAD_BYTES = 2000;

export interface LibraryOrigin {
  createdOn: string;
  program: string;
}

interface Lines {
  clips: string[];
  events: string[];
}

/**
 * The library as files of our own, one clip or event a line, each file within what an import reads. Reading them back
 * gives the same clips and events, field for field. Events come last: their clips are known by then.
 */
export function writeLibrary(
  clips: readonly Clip[],
  events: readonly ObservedEvent[],
  choice: ExportChoice,
  { createdOn, program }: LibraryOrigin,
  limits: { bytes: number; items: number } = EXCHANGE_LIMITS,
): string[][] {
  const encoder = new TextEncoder();
  const files: Lines[] = [{ clips: [], events: [] }];
  let bytes = HEAD_BYTES;
  const add = (list: keyof Lines, record: Clip | ObservedEvent) => {
    const line = JSON.stringify(record);
    const lineBytes = encoder.encode(line).length + 2;
    const last = files.at(-1)!;
    const isBegun = last.clips.length + last.events.length > 0;
    if (isBegun && (bytes + lineBytes > limits.bytes || last[list].length >= limits.items)) {
      files.push({ clips: [], events: [] });
      bytes = HEAD_BYTES;
    }
    files.at(-1)![list].push(line);
    bytes += lineBytes;
  };
  for (const clip of clips) add('clips', clip);
  for (const event of events) add('events', event);
  const listed = (lines: readonly string[]) =>
    lines.map((line, at) => (at < lines.length - 1 ? `${line},\n` : `${line}\n`));
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
        events: true,
        campaigns: false,
        notes: choice.includeNotes,
        tags: choice.includeTags,
        names: choice.includeNames,
        campaignMarks: choice.includeCampaigns,
        times: choice.includeTimes,
        trash: choice.includeTrash,
      },
    };
    const opening = JSON.stringify(head).slice(0, -1);
    return [
      `${opening},"clips":[\n`,
      ...listed(lines.clips),
      '],"events":[\n',
      ...listed(lines.events),
      ']}\n',
    ];
  });
}

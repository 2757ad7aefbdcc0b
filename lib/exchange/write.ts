import type { Clip } from '../model/clip.ts';
import type { ObservedEvent } from '../model/event.ts';
import type { ExportChoice, ExportFormat, WrittenFile } from './format.ts';
import { redactClip, redactEvent } from './redact.ts';
import { writeBibtex } from './write-bibtex.ts';
import { writeCsl } from './write-csl.ts';
import { writeCsv } from './write-csv.ts';
import { writeLibrary, type LibraryOrigin } from './write-library.ts';
import { writeRis } from './write-ris.ts';

const ENDINGS: Record<ExportFormat, { ending: string; mime: string }> = {
  library: { ending: '.json', mime: 'application/json' },
  csv: { ending: '.csv', mime: 'text/csv' },
  csl: { ending: '-csl.json', mime: 'application/vnd.citationstyles.csl+json' },
  ris: { ending: '.ris', mime: 'application/x-research-info-systems' },
  bibtex: { ending: '.bib', mime: 'application/x-bibtex' },
};

/** The clips that go into a file: of the trash only into ours, and only if asked. */
export function exportedClips(
  clips: readonly Clip[],
  format: ExportFormat,
  choice: ExportChoice,
): Clip[] {
  const withTrash = format === 'library' && choice.includeTrash;
  return clips.filter((clip) => withTrash || clip.deletedAt === null);
}

/** The events that go along: those of clips that do. Of other formats none has a place for them. */
export function exportedEvents(
  events: readonly ObservedEvent[],
  clips: readonly Clip[],
  format: ExportFormat,
  choice: ExportChoice,
): ObservedEvent[] {
  if (format !== 'library') return [];
  const ids = new Set(clips.map(({ id }) => id));
  return events
    .filter(({ deletedAt }) => choice.includeTrash || deletedAt === null)
    .flatMap((event) => redactEvent(event, ids, choice) ?? []);
}

/** The library as one file, or in our own format as several where one would be too large to be read back. */
export function writeExport(
  { clips, events }: { clips: readonly Clip[]; events: readonly ObservedEvent[] },
  format: ExportFormat,
  choice: ExportChoice,
  origin: LibraryOrigin,
  { byteOrderMark = false } = {},
): WrittenFile[] {
  const chosen = exportedClips(clips, format, choice).map((clip) => redactClip(clip, choice));
  const texts = (() => {
    switch (format) {
      case 'library':
        return writeLibrary(chosen, exportedEvents(events, chosen, format, choice), choice, origin);
      case 'csv':
        return [writeCsv(chosen, choice, { byteOrderMark })];
      case 'csl':
        return [writeCsl(chosen, choice)];
      case 'ris':
        return [writeRis(chosen, choice)];
      case 'bibtex':
        return [writeBibtex(chosen, choice)];
      default:
        return format satisfies never;
    }
  })();
  const { ending, mime } = ENDINGS[format];
  return texts.map((pieces, index) => {
    const part = texts.length > 1 ? `-${index + 1}-of-${texts.length}` : '';
    return { name: `clincher-library-${origin.createdOn}${part}${ending}`, mime, pieces };
  });
}

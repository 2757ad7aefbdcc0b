import type { JsonLimits } from '../json/read-json.ts';
import { CivilDate } from '../model/identity.ts';
import { z } from '../model/zod.ts';

export const LIBRARY_FORMAT = 'clincher-library';
export const LIBRARY_FORMAT_VERSION = 1;

/** A larger library goes into several files, each of which can be read back by itself. */
export const EXCHANGE_LIMITS: JsonLimits = { bytes: 50_000_000, depth: 32, items: 20_000 };

/** What goes along into a file; all of it stays home unless its owner says otherwise. */
export interface ExportChoice {
  includeNotes: boolean;
  includeTags: boolean;
  /** Hours and time zones of clipping and changing; without them, the day. Our own JSON alone has them. */
  includeTimes: boolean;
  /** Our own JSON alone has a place for it. */
  includeTrash: boolean;
}

/** All but the clips. What a file says it holds is read to its importer: without notes, say. */
export const LibraryHead = z.strictObject({
  format: z.literal(LIBRARY_FORMAT),
  formatVersion: z.literal(LIBRARY_FORMAT_VERSION),
  createdOn: CivilDate,
  /** "Clincher 0.1.0". */
  program: z.string().max(100),
  part: z.int().min(1).max(10_000),
  parts: z.int().min(1).max(10_000),
  holds: z.strictObject({
    clips: z.literal(true),
    /** Campaigns travel as snapshots. */
    campaigns: z.literal(false),
    notes: z.boolean(),
    tags: z.boolean(),
    times: z.boolean(),
    trash: z.boolean(),
  }),
});
export type LibraryHead = z.infer<typeof LibraryHead>;

export const EXPORT_FORMATS = ['library', 'csv', 'csl', 'ris', 'bibtex'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** In pieces, for a whole library may be longer than a string can be. */
export interface WrittenFile {
  name: string;
  mime: string;
  pieces: string[];
}

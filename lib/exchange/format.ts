import type { JsonLimits } from '../json/read-json.ts';
import { CivilDate } from '../model/identity.ts';
import { z } from '../model/zod.ts';

export const LIBRARY_FORMAT = 'clincher-library';
/** 2: events, and what a file says of names and campaigns. Files of version 1 are read as ever. */
export const LIBRARY_FORMAT_VERSION = 2;

/** A larger library goes into several files, each of which can be read back by itself. */
export const EXCHANGE_LIMITS: JsonLimits = { bytes: 50_000_000, depth: 32, items: 20_000 };

/** What goes along into a file; all of it stays home unless its owner says otherwise. */
export interface ExportChoice {
  includeNotes: boolean;
  includeTags: boolean;
  /** Who acts in an event, whom it is aimed at, who says which number. Our own JSON alone has events. */
  includeNames: boolean;
  /** Which campaigns a clip or an event was gathered for: ids that nobody else's library knows. Our own JSON alone. */
  includeCampaigns: boolean;
  /** Hours and time zones of clipping and changing; without them, the day. Our own JSON alone has them. */
  includeTimes: boolean;
  /** Our own JSON alone has a place for it. */
  includeTrash: boolean;
}

const headOf = <Version extends number, Holds extends z.ZodType>(version: Version, holds: Holds) =>
  z.strictObject({
    format: z.literal(LIBRARY_FORMAT),
    formatVersion: z.literal(version),
    createdOn: CivilDate,
    /** "Clincher 0.1.0". */
    program: z.string().max(100),
    part: z.int().min(1).max(10_000),
    parts: z.int().min(1).max(10_000),
    holds,
  });

const held = {
  clips: z.literal(true),
  /** Campaigns travel as snapshots. */
  campaigns: z.literal(false),
  notes: z.boolean(),
  tags: z.boolean(),
  times: z.boolean(),
  trash: z.boolean(),
};

/** All but the clips and events. What a file says it holds is read to its importer: without notes, say. */
export const LibraryHead = headOf(
  LIBRARY_FORMAT_VERSION,
  z.strictObject({
    ...held,
    events: z.literal(true),
    names: z.boolean(),
    campaignMarks: z.boolean(),
  }),
);
export type LibraryHead = z.infer<typeof LibraryHead>;

/** Before there were events. Its clips said with their tags which campaigns they were for. */
export const FirstLibraryHead = headOf(1, z.strictObject(held));
export function headOfFirst(first: z.infer<typeof FirstLibraryHead>): LibraryHead {
  const { holds } = first;
  return {
    ...first,
    formatVersion: LIBRARY_FORMAT_VERSION,
    holds: { ...holds, events: true, names: true, campaignMarks: holds.tags },
  };
}

export const EXPORT_FORMATS = ['library', 'csv', 'csl', 'ris', 'bibtex'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** In pieces, for a whole library may be longer than a string can be. */
export interface WrittenFile {
  name: string;
  mime: string;
  pieces: string[];
}

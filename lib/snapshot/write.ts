import { MODEL_VERSION } from '../model/ensemble.ts';
import type { CampaignScenario, Scenario } from '../model/scenario.ts';
import {
  FORMAT_VERSION_WITHOUT_CHECKS,
  Snapshot,
  SNAPSHOT_FORMAT,
  SNAPSHOT_FORMAT_VERSION,
  SNAPSHOT_LIMITS,
  type SnapshotEnsemble,
  type SnapshotResult,
} from './format.ts';
import { Redaction, type LeftOut, type SharingChoice } from './redact.ts';

export interface SnapshotInput extends CampaignScenario {
  /** The civil date of today. */
  createdOn: string;
  /** The scenario it is compared with; null: itself without its solidarity actions. */
  baseline: Scenario | null;
  /** "Clincher 0.1.0". */
  program: string;
  ensemble: SnapshotEnsemble;
  /** null where nothing has been computed yet. */
  result: SnapshotResult | null;
}

export interface WrittenSnapshot {
  /** The exact text of the file; encode it as UTF-8. Preview this, save this. */
  text: string;
  /** Campaign and date; nothing from a clip. */
  fileName: string;
  bytes: number;
  /** false: larger than anybody's Clincher opens, because too much is quoted. Don't save it. */
  fits: boolean;
  leftOut: LeftOut[];
  /** Actors' names that were left out of the list but still stand in a title, a summary or a note that goes along. */
  namesStillInside: string[];
}

const LONGEST_SLUG = 60;

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  return slug || 'campaign';
}

/** Two spaces, and a list of bare numbers on one line: a sector table is 400 of them. */
function layOut(snapshot: Snapshot): string {
  const text = JSON.stringify(snapshot, null, 2);
  // Line breaks inside strings are escaped in JSON, so a bracket before a real one is never part of a text.
  return `${text.replace(/\[\n\s+[-\d.e+,\s]+\]/g, (list) => list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;
}

function namesIn({ campaign, scenario, baseline }: Snapshot, names: readonly string[]): string[] {
  // Quoted articles are public; what people wrote themselves is what this looks through.
  const own = JSON.stringify({ campaign, scenario, baseline }, (key, value: unknown) =>
    key === 'readings' ? undefined : value,
  ).toLowerCase();
  const quoted = (name: string) => JSON.stringify(name.trim()).slice(1, -1).toLowerCase();
  return names.filter((name) => name.trim().length > 1 && own.includes(quoted(name)));
}

/**
 * The file to share. The same input gives the same bytes, whatever order its keys came in.
 * Throws if the records themselves are malformed: that would be our own broken promise.
 *
 * Left out unless `choice` says otherwise: notes (also on actions, unless published), one's own reasons, actors' names.
 * Always left out: ids of the library (renamed), the clip behind a reading, hours and time zones of every instant.
 * Always inside: quotes, with titles, authors, sites and addresses: they are the citation.
 */
export function writeSnapshot(input: SnapshotInput, choice: SharingChoice): WrittenSnapshot {
  const redaction = new Redaction(choice);
  const { campaign, scenario, baseline } = redaction.records(input, input.baseline);
  const { ensemble, result } = input;
  const snapshot: Snapshot = {
    format: SNAPSHOT_FORMAT,
    formatVersion: campaign.checks ? SNAPSHOT_FORMAT_VERSION : FORMAT_VERSION_WITHOUT_CHECKS,
    modelVersion: MODEL_VERSION,
    createdOn: input.createdOn,
    program: input.program,
    campaign,
    scenario,
    baseline,
    ensemble: {
      futures: ensemble.futures,
      hardshipLimit: ensemble.hardshipLimit,
      supportLimit: ensemble.supportLimit,
    },
    result: result && {
      digest: result.digest,
      summary: {
        winWith: result.summary.winWith,
        winWithout: result.summary.winWithout,
        helps: result.summary.helps,
        hurts: result.summary.hurts,
        indifferent: result.summary.indifferent,
        meanGain: result.summary.meanGain,
      },
    },
  };
  Snapshot.parse(snapshot);
  const text = layOut(snapshot);
  const bytes = new TextEncoder().encode(text).length;
  return {
    text,
    fileName: `clincher-${slugOf(campaign.name)}-${input.createdOn}.json`,
    bytes,
    fits: bytes <= SNAPSHOT_LIMITS.bytes,
    leftOut: redaction.leftOut,
    namesStillInside: choice.includeNames ? [] : namesIn(snapshot, input.campaign.actorNames),
  };
}

/** A table that is being brought in: what is said about it before it is used, and what is still wrong with that. */
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import {
  inWholeUnits,
  joinOthers,
  largestOf,
  type SectorFlows,
} from '../../lib/model/sector-balance.ts';
import { MAX_SECTORS, SectorTable } from '../../lib/model/sector-table.ts';

const words = studioMessages.sectorTables;

/** Sympathy strikes that name a sector of the table before, and the industry they are in now; '' for nowhere. */
export interface Move {
  from: string;
  to: string;
}

export interface TableDraft {
  name: string;
  year: string;
  source: string;
  /** What one amount of the file counts: 1e6 for millions. */
  magnitude: number;
  /** What one unit of its money is worth in that of the campaign. */
  worth: string;
  /** Code, '' until it is chosen. */
  struck: string;
  keep: string;
  moves: Move[];
}

export type DraftProblems = Partial<
  Record<Exclude<keyof TableDraft, 'magnitude' | 'moves'>, string>
>;

/** "0.79" or "0,79": a comma here is never one of thousands. */
export function readWorth(text: string): number | null {
  const bare = text.trim().replace(',', '.');
  const value = /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : NaN;
  return value > 0 && value <= 1e6 ? value : null;
}

function readKeep(text: string, most: number): number | null {
  const keep = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
  return keep >= 2 && keep <= most ? keep : null;
}

/** Most industries that may stand apart: all of them where the model takes as many. */
export function mostKept(flows: SectorFlows): number {
  return Math.min(flows.codes.length, MAX_SECTORS);
}

/** The industries that stand apart; null while their number cannot be read. */
export function keptOf(flows: SectorFlows, { keep, struck, moves }: TableDraft): string[] | null {
  const most = readKeep(keep, mostKept(flows));
  if (most === null) return null;
  const always = [struck, ...moves.map(({ to }) => to)].filter((code) => code !== '');
  return largestOf(flows, most, always);
}

/** The table as it would be used, or all that is still wrong. `currency`: what the campaign counts in, in words. */
export function tableOfDraft(
  flows: SectorFlows,
  draft: TableDraft,
  currency: string,
):
  | { table: SectorTable; struck: string; moves: Move[] }
  | { problems: DraftProblems; refused: string | null } {
  const problems: DraftProblems = {};
  const name = draft.name.trim();
  const year = /^\d{4}$/.test(draft.year.trim()) ? Number(draft.year) : NaN;
  const worth = readWorth(draft.worth);
  const kept = keptOf(flows, draft);
  if (name === '') problems.name = words.wrong.name;
  if (!(year >= 1800 && year <= 2200)) problems.year = words.wrong.year;
  if (draft.source.trim() === '') problems.source = words.wrong.source;
  if (worth === null) problems.worth = words.wrong.worth;
  if (kept === null) problems.keep = words.wrong.keep(mostKept(flows));
  if (!flows.codes.includes(draft.struck)) problems.struck = words.wrong.struck;
  if (Object.keys(problems).length > 0 || worth === null || kept === null) {
    return { problems, refused: null };
  }
  let code = words.othersCode;
  while (flows.codes.includes(code)) code += '-';
  const joined = joinOthers(flows, kept, { code, name: words.others });
  const whole = inWholeUnits(joined, draft.magnitude * worth);
  const nothing = whole.output.findIndex((output) => output === 0);
  if (nothing >= 0) return { problems, refused: words.wrong.tooSmall(whole.names[nothing]!) };
  const joinedCount = flows.codes.length - kept.length;
  const table = SectorTable.safeParse({
    ...whole,
    name,
    year,
    source:
      draft.source.trim() +
      (joinedCount > 0 ? words.joinedNote(kept.length, joinedCount) : '') +
      (worth === 1 ? '' : words.worthNote(draft.worth.trim(), currency)),
  });
  // All else has been looked at: only the money can be too much.
  if (!table.success) return { problems, refused: words.refused.tooMuchMoney };
  return { table: table.data, struck: draft.struck, moves: draft.moves };
}

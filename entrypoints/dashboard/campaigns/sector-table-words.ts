/** What the reader of sector tables found or refused, in words. */
import { divisionsOf, isIsicTable } from '../../../lib/exchange/isic.ts';
import type { CellPlace } from '../../../lib/exchange/read-csv.ts';
import {
  SECTOR_TABLE_LIMITS,
  type FoundSectorTable,
  type SectorTableRefusal,
  type TableOfFile,
} from '../../../lib/exchange/read-sector-table.ts';
import { LOCALE } from '../../../lib/messages/messages.ts';
import { studioMessages } from '../../../lib/messages/studio-messages.ts';
import type { Imbalance } from '../../../lib/model/sector-balance.ts';

const words = studioMessages.sectorTables;
const NAMES_SHOWN = 8;
const DOMESTIC = /^dom$/i;
const WITH_IMPORTS = /^(ttl|total)$/i;

/** "AB" for 28, as spreadsheets count columns. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

export function placeWords({ row, column }: CellPlace): string {
  return words.refused.place(row, columnLetters(column));
}

const amounts = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 6 });

function imbalanceWords(imbalance: Imbalance, name: string): string {
  const { refused } = words;
  switch (imbalance.reason) {
    case 'noOutput':
      return refused.noOutput(name);
    case 'boughtTooMuch': {
      const [bought, added, output] = [imbalance.bought, imbalance.valueAdded, imbalance.output];
      return refused.boughtTooMuch(
        name,
        amounts.format(bought),
        amounts.format(added),
        amounts.format(output),
      );
    }
    case 'soldTooMuch':
      return refused.soldTooMuch(
        name,
        amounts.format(imbalance.sold),
        amounts.format(imbalance.output),
      );
    case 'feedsItself':
      return refused.feedsItself;
  }
}

/** What is wrong, where, and what to do. */
export function refusalWords(refusal: SectorTableRefusal): string {
  const { refused } = words;
  switch (refusal.reason) {
    case 'tooLarge':
      return refusal.what === 'bytes'
        ? refused.tooLarge(SECTOR_TABLE_LIMITS.bytes / 1e6)
        : refused.tooManyCells;
    case 'notText':
    case 'empty':
    case 'unknownLayout':
    case 'onlyImports':
    case 'noIndustries':
      return refused[refusal.reason];
    case 'quote':
      return refused.quote(placeWords(refusal.at));
    case 'ragged':
      return refused.ragged(refusal.row, refusal.cells, refusal.expected);
    case 'noHeading':
      return refused.noHeading(placeWords(refusal.at));
    case 'noLabel':
      return refused.noLabel(refusal.row);
    case 'twice':
      return refused.twice(refusal.label, placeWords(refusal.at), placeWords(refusal.first));
    case 'flowTwice':
      return refused.flowTwice(refusal.seller, refusal.buyer, refusal.row, refusal.firstRow);
    case 'notSquare':
      return refusal.what === 'row'
        ? refused.strayRow(refusal.label, placeWords(refusal.at))
        : refused.strayColumn(refusal.label, placeWords(refusal.at));
    case 'overlap':
      return refused.overlap(...refusal.labels);
    case 'missingRow':
      return refusal.what === 'output' ? refused.missingOutput : refused.missingValueAdded;
    case 'missingFigure': {
      const where = refusal.at ? placeWords(refusal.at) : '';
      return refusal.what === 'output'
        ? refused.noOutputOf(refusal.label, where)
        : refused.noValueAddedOf(refusal.label, where);
    }
    case 'notANumber':
      return refused.notANumber(refusal.text, placeWords(refusal.at));
    case 'mixedNumbers':
      return refused.mixedNumbers(
        refusal.text,
        placeWords(refusal.at),
        refusal.otherText,
        placeWords(refusal.otherAt),
      );
    case 'openNumbers':
      return words.otherDecimal.lead(refusal.text, placeWords(refusal.at));
    case 'negative':
      return refused.negative(refusal.text, placeWords(refusal.at));
    case 'tooLargeAmount':
      return refused.tooLargeAmount(refusal.text, placeWords(refusal.at));
    case 'tooManyIndustries':
      return refused.tooMany(refusal.count, refusal.limit);
    case 'imbalance':
      return imbalanceWords(refusal.imbalance, refusal.name);
  }
}

/** A few names, and how many more there are. */
function someOf(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length > NAMES_SHOWN ? words.more(shown, names.length - NAMES_SHOWN) : shown;
}

export function tableWords({ place, year, flows, unit }: TableOfFile): string {
  const ofFlows = DOMESTIC.test(flows)
    ? words.flows.domestic
    : WITH_IMPORTS.test(flows)
      ? words.flows.withImports
      : flows;
  return words.parts([place, year, ofFlows, unit].filter((part) => part !== ''));
}

/** Codes in the words of their classification, where the file has codes only and all of them are of it. */
export function namesOf({ flows }: FoundSectorTable): { names: string[]; areAdded: boolean } {
  const { codes, names } = flows;
  const areCodes = codes.every((code, index) => code === names[index]);
  if (!areCodes || !isIsicTable(codes)) return { names, areAdded: false };
  const SHOWN = 3;
  return {
    areAdded: true,
    names: codes.map((code) => {
      const all = (divisionsOf(code) ?? []).flatMap(
        (division) => words.divisions[String(division).padStart(2, '0')] ?? [],
      );
      const shown = all.slice(0, SHOWN).join(', ');
      return all.length > SHOWN ? words.more(shown, all.length - SHOWN) : shown;
    }),
  };
}

/** What a reader ought to know before using it; `ours`: the campaign's currency. */
export function cautionsOf(found: FoundSectorTable, ours: string, oursInWords: string): string[] {
  const { cautions } = words;
  const { flows } = found.tables[found.table]!;
  const { missing, idle, unused, currency, magnitude } = found;
  return [
    ...(missing.count > 0
      ? [cautions.missing(missing.count, missing.first ? placeWords(missing.first) : '')]
      : []),
    ...(WITH_IMPORTS.test(flows) ? [cautions.imports(flows)] : []),
    ...(currency === null ? [cautions.noCurrency(oursInWords)] : []),
    ...(currency !== null && currency !== ours ? [cautions.currency(currency, oursInWords)] : []),
    ...(magnitude === null ? [cautions.noMagnitude] : []),
    ...(idle.length > 0 ? [cautions.idle(someOf(idle))] : []),
    ...(unused.length > 0 ? [cautions.unused(someOf(unused))] : []),
  ];
}

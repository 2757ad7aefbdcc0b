/** How several scenarios end, one bar each: the chances of the four endings by the last day that is run. */
import { ENDINGS, type Ending } from '../../lib/model/ensemble.ts';
import type { ComparedEntry } from './multiples-chart.ts';

/** From the left: what was won first, as in the picture of one scenario from the bottom. */
export const BAR_ORDER = [
  'conceded',
  'compromised',
  'collapsed',
  'open',
] as const satisfies readonly Ending[];
export type BarEnding = (typeof BAR_ORDER)[number];

export interface EndingShares extends Record<BarEnding, number> {
  key: string;
  name: string;
  quoted: string;
  isBaseline: boolean;
  /** What is open at the end has ended as declared. */
  isDeclaredEnd: boolean;
}

export function endingShares({
  key,
  name,
  quoted,
  isBaseline,
  result,
}: ComparedEntry): EndingShares {
  const at = (ending: Ending) => result.endings[ending][result.days - 1]!;
  const shares = Object.fromEntries(ENDINGS.map((ending) => [ending, at(ending)]));
  return {
    ...(shares as Record<BarEnding, number>),
    key,
    name,
    quoted,
    isBaseline,
    isDeclaredEnd: result.endedAsDeclared > 0,
  };
}

export interface EndingRow {
  key: string;
  /** Top of the row's name, of its bar and of its figures. */
  y: number;
  parts: { ending: BarEnding; x: number; width: number }[];
}

export const BAR_HEIGHT = 18;
const NAME_ROOM = 22;
const FIGURES_ROOM = 22;
const ROW_GAP = 10;
export const ROW_HEIGHT = NAME_ROOM + BAR_HEIGHT + FIGURES_ROOM + ROW_GAP;
export const BAR_TOP = NAME_ROOM;

export function endingRows(rows: readonly EndingShares[], width: number): EndingRow[] {
  return rows.map((shares, index) => {
    let x = 0;
    return {
      key: shares.key,
      y: index * ROW_HEIGHT,
      parts: BAR_ORDER.map((ending) => {
        const part = { ending, x, width: shares[ending] * width };
        x += part.width;
        return part;
      }),
    };
  });
}

import type { ReportedKind, ReportedWords, ReportSuggestion } from '../model/action-kinds.ts';
import { LEAD, wordsAt, type Field } from './action-fields.ts';
import type { Finders } from './action-finders.ts';

/**
 * Whose action it is: people named by their work weigh more than things of that work, the title more than the rest,
 * and there who is named first. Where others act in support, those whom they support do not count. None where two
 * sectors are nearly as likely.
 */
const WEIGHT = {
  who: { title: 3, lead: 1.5, rest: 0.2 },
  what: { title: 1.5, lead: 0.6, rest: 0.1 },
} as const;
const FIRST_NAMED = 1.5;
const ENOUGH = 1.5;
const AHEAD = 1.4;
/** So often the words of a sector count in the rest of a text. */
const MOST_IN_REST = 4;
const SUPPORTED_REACH = 6;

const OF_SUPPORTERS: readonly ReportedKind[] = ['sympathyStrike', 'handlingBan'];

interface Sum {
  sum: number;
  heaviest: number;
  inRest: number;
  because: ReportedWords;
}

export function guessSector(
  fields: readonly Field[],
  finders: Finders,
  kind: ReportedKind,
): ReportSuggestion['sector'] {
  const sums = new Map<string, Sum>();
  for (const field of fields) {
    const { tokens } = field;
    const supported = new Set<number>();
    if (OF_SUPPORTERS.includes(kind)) {
      for (const { to } of finders.supported.find(tokens)) {
        const { sentence } = tokens[to - 1]!;
        for (let at = to; at < to + SUPPORTED_REACH && at < tokens.length; at++) {
          if (tokens[at]!.sentence !== sentence) break;
          supported.add(at);
        }
      }
    }
    const byWho = finders.sectorsByWho.find(tokens);
    const people = new Set(byWho.flatMap(({ from, to }) => range(from, to)));
    // Things that only name people ("bus drivers") are theirs.
    const byWhat = finders.sectorsByWhat.find(tokens).filter(({ from }) => !people.has(from));
    let isFirst = true;
    for (const [name, found] of [
      ['who', byWho],
      ['what', byWhat],
    ] as const) {
      for (const { value: code, from, to } of found) {
        if (supported.has(from)) continue;
        const place =
          field.name === 'title' ? 'title' : tokens[from]!.start < LEAD ? 'lead' : 'rest';
        let weight: number = WEIGHT[name][place];
        if (place === 'title' && isFirst) weight *= FIRST_NAMED;
        isFirst = false;
        const sum = sums.get(code);
        if (place === 'rest' && sum && ++sum.inRest > MOST_IN_REST) continue;
        if (!sum) {
          const because = wordsAt(field, from, to);
          sums.set(code, { sum: weight, heaviest: weight, inRest: 0, because });
        } else {
          sum.sum += weight;
          if (weight > sum.heaviest) {
            sum.heaviest = weight;
            sum.because = wordsAt(field, from, to);
          }
        }
      }
    }
  }
  const [first, second] = [...sums].sort(([, a], [, b]) => b.sum - a.sum);
  if (!first || first[1].sum < ENOUGH) return null;
  if (second && first[1].sum < second[1].sum * AHEAD) return null;
  return { code: first[0], because: first[1].because };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** Where every number of an entry comes from: a source, a rule that is written down, or an assumption that says it is one. */
import { NUMBERS_OF_KIND, numberOf } from '../model/action.ts';
import { PARAMETER_KEYS } from '../model/parameters.ts';
import type { CampaignScenario } from '../model/scenario.ts';
import type { Basis, UncertainNumber } from '../model/uncertain-number.ts';
import { rulesNamedIn, UNVERIFIED } from './rules.ts';

export type Trace = 'rule' | 'source' | 'arithmetic' | 'assumption';

/** Every number of an entry with its name, "wagePerDay" or "air-14 share". */
export function numbersOf({ campaign, scenario }: CampaignScenario): [string, UncertainNumber][] {
  return [
    ...PARAMETER_KEYS.map((key): [string, UncertainNumber] => [key, campaign.numbers[key]]),
    ...scenario.actions.flatMap((action) =>
      NUMBERS_OF_KIND[action.kind].map((key): [string, UncertainNumber] => [
        `${action.id} ${key}`,
        numberOf(action, key)!,
      ]),
    ),
  ];
}

/** null: it comes from nowhere. */
export function traceOf({ kind, note }: Basis): Trace | null {
  const rules = rulesNamedIn(note);
  if (rules) {
    // What was stated, somebody said; it is not enough to have a rule for it.
    const isStated = rules.some((rule) => rule.endsWith('.stated') || rule === 'wage.year');
    const isNobody = /Not paid per user/.test(note);
    return isStated && !isNobody && !namesASource(note) ? null : 'rule';
  }
  // A rule with a name that is not on the page is none.
  if (/^Rule /.test(note)) return null;
  switch (kind) {
    case 'source':
      return /[A-Z(]/.test(note) ? 'source' : null;
    case 'rule':
      return /[×÷]|calibrated|nobody|nothing/i.test(note) ? 'arithmetic' : null;
    case 'assumption':
      return /assumption|default|only .* knows/i.test(note) ? 'assumption' : null;
    case 'own':
      return null;
    default:
      return kind satisfies never;
  }
}

/** After the rules' own words and the numbers there must be somebody's name, or the words for nobody. */
function namesASource(note: string): boolean {
  if (note.includes(UNVERIFIED)) return true;
  const facts = note.slice(note.indexOf(':') + 1);
  const said = facts.slice(facts.indexOf('. ') + 1).trim();
  return facts.includes('. ') && /\p{L}{2}/u.test(said.replace(/^[\d, ]+a year ÷ \d+ days;/, ''));
}

/** The names of the numbers that come from nowhere. */
export function untraced(records: CampaignScenario): string[] {
  return numbersOf(records)
    .filter(([, { basis }]) => traceOf(basis) === null)
    .map(([name]) => name);
}

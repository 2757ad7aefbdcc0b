/** The eighteen campaigns that were coded by rule: starts and rules make the numbers. */
import type { Entry } from '../entry.ts';
import { dayTypeOf, figuresOf, UNVERIFIED, wordsOfProvenance, type CaseStart } from '../rules.ts';
import { CASE_STARTS } from './starts.ts';

export function startOf(id: string): CaseStart {
  const start = CASE_STARTS.find((each) => each.id === id);
  if (!start) throw new Error(`no case ${id}`);
  return start;
}

function summaryOf({ known }: CaseStart): string {
  const said = known.map(({ value, provenance }) =>
    provenance === 'unverified' ? value : `${value} (${wordsOfProvenance(provenance)})`,
  );
  return `${said.join(' ')} Where no source is named: ${UNVERIFIED}.`;
}

/** The campaign as it stood on its first day, nothing on its time line. */
export function entryAtStart(start: CaseStart): Entry {
  return {
    id: start.id,
    name: start.name,
    place: start.place,
    summary: summaryOf(start),
    movementName: start.movementName,
    targetName: start.targetName,
    currency: start.currency,
    moneyYear: Number(start.firstDay.slice(0, 4)),
    firstDay: start.firstDay,
    dayType: dayTypeOf(start),
    employer: start.employer === 'perUser' ? 'perUser' : 'market',
    sectors: null,
    settledDay: null,
    settlement: '',
    figures: figuresOf(start),
    defaultNote: 'Rule default: the model’s default',
    scenarioName: 'Strike alone',
    actions: [],
  };
}

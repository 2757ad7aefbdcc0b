/** The campaigns that were coded by rule: starts and rules make the numbers, records the time line. */
import type { CampaignEnding, CaseId } from '../case-list.ts';
import { dayOfDate } from '../../model/campaign-days.ts';
import type { Entry, EntryAction } from '../entry.ts';
import {
  actionRulesOf,
  dayTypeOf,
  figuresOf,
  horizonOf,
  UNVERIFIED,
  wordsOfProvenance,
  type CaseStart,
  type Fact,
} from '../rules.ts';
import { CASE_RECORDS, type RecordedAction } from './records.ts';
import { CASE_STARTS } from './starts.ts';

export function startOf(id: CaseId): CaseStart {
  return CASE_STARTS.find((each) => each.id === id)!;
}

/** "What was said (where it was read)." */
function sentence({ value, provenance }: Fact): string {
  return `${value.replace(/\.$/, '')} (${wordsOfProvenance(provenance)}).`;
}

function summaryOf({ known }: CaseStart): string {
  const said = known.map((fact) =>
    fact.provenance === 'unverified' ? fact.value : sentence(fact),
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
    horizonDays: horizonOf(start),
    figures: figuresOf(start),
    defaultNote: 'Rule default: the model’s default',
    scenarioName: 'Strike alone',
    actions: [],
  };
}

function actionOf(action: RecordedAction, rules: ReturnType<typeof actionRulesOf>): EntryAction {
  const { id, name, day, what } = action;
  const common = { id, name, note: sentence(what), startDay: day };
  switch (action.kind) {
    case 'endorsement':
      return { ...common, kind: 'endorsement', strength: rules.endorsement() };
    case 'sympathyStrike':
      return {
        ...common,
        kind: action.kind,
        sector: null,
        durationDays: action.days,
        // The record has no day of announcement for any of them: known when it begins, not before.
        announcedDay: null,
        withdrawnDay: null,
        share: rules.share(action.part),
        peoplePerDay: rules.people(action.people),
        harmPerPerson: rules.harm(),
      };
    case 'handlingBan':
      return {
        ...common,
        kind: action.kind,
        durationDays: action.days,
        share: rules.share(action.part),
      };
    case 'boycott':
      return {
        ...common,
        kind: action.kind,
        durationDays: action.days,
        share: rules.boycott(action.where),
      };
    case 'serviceSubstitution':
      return {
        ...common,
        kind: action.kind,
        provider: action.provider,
        durationDays: action.days,
        coverage: rules.coverage(action.part),
        costPerDay: rules.fromDonors(),
      };
    case 'donation':
      return {
        ...common,
        kind: action.kind,
        durationDays: action.days,
        amountPerDay: rules.gift(action.amount),
      };
    case 'replacementSurge':
      return { ...common, kind: action.kind, durationDays: action.days, share: rules.surge() };
    case 'injunction':
      return {
        ...common,
        kind: action.kind,
        durationDays: action.days,
        actionIds: [...action.stops],
        share: rules.injunction(),
      };
    default:
      return action satisfies never;
  }
}

const ENDING_WORDS: Record<CampaignEnding, string> = {
  concession: 'Counted as a concession',
  compromise: 'Counted as a compromise',
  collapse: 'Counted as a collapse',
  open: 'Counted as open',
};

/** The entry of the casebook: as it stood, with what was done, and how it ended. */
export function caseEntry(id: CaseId): Entry {
  const start = startOf(id);
  const entry = entryAtStart(start);
  const { actions, told, ending } = CASE_RECORDS[id];
  const rules = actionRulesOf(start);
  const after = [...told, ending.words].map(sentence).join(' ');
  return {
    ...entry,
    settledDay: ending.kind === 'open' ? null : dayOfDate(entry, ending.date),
    settlement: `${ENDING_WORDS[ending.kind]}, ${ending.date}. ${after}`,
    scenarioName: 'As it happened',
    actions: actions.map((action) => actionOf(action, rules)),
  };
}

/** How it ended, for a score: data, and nothing that a run reads. */
export interface CaseOutcome {
  ending: CampaignEnding;
  /** Of the ending; where it is open, the last day of which anything is known. */
  day: number;
}

export function outcomeOf(id: CaseId): CaseOutcome {
  const { ending } = CASE_RECORDS[id];
  return { ending: ending.kind, day: dayOfDate(entryAtStart(startOf(id)), ending.date) };
}

/** The twenty campaigns of the casebook as its page shows them, from starts, records and the two founding entries. */
import {
  isSolidarityKind,
  type CaseAction,
  type CaseFact,
  type CaseRow,
  type CodedFact,
} from '../../../components/casebook/case-row.ts';
import { formatShare, formatWhole } from '../../../components/charts/format.ts';
import {
  CASES,
  endingOf,
  FOUNDING_IDS,
  type CaseId,
  type FoundingId,
} from '../../../lib/casebook/case-list.ts';
import { startOf } from '../../../lib/casebook/cases/cases.ts';
import { CASE_RECORDS, type RecordedAction } from '../../../lib/casebook/cases/records.ts';
import type { Entry, EntryAction } from '../../../lib/casebook/entry.ts';
import { OAKLAND_2019 } from '../../../lib/casebook/oakland-2019.ts';
import { POSTI_2019 } from '../../../lib/casebook/posti-2019.ts';
import { dayTypeOf, type CaseStart, type Fact } from '../../../lib/casebook/rules.ts';
import { studioMessages } from '../../../lib/messages/studio-messages.ts';
import { dateOfDay, dayOfDate } from '../../../lib/model/campaign-days.ts';

const words = studioMessages.casebookPage;
const { facts } = words.detail;

/** Sentences of the record on solidarity that has no kind or day, by their place in `told`: shown word for word. */
const SAID_OF_SOLIDARITY: Partial<Record<CaseId, readonly number[]>> = {
  'delano-1965': [0],
  'uk-miners-1984': [0],
  'hormel-p9-1985': [0],
  'west-virginia-2018': [0],
};

interface Calendar {
  firstDay: string;
  dayType: 'calendar' | 'working';
}

/** Calendar days since the strike began, of one of the campaign's own days. */
function calendarDay(calendar: Calendar, day: number): number {
  return dayOfDate({ ...calendar, dayType: 'calendar' }, dateOfDay(calendar, day));
}

function factOf({ value, provenance }: Fact): CaseFact {
  if (provenance === 'unverified') return { text: value, provenance: { kind: 'unverified' } };
  const isPartlyUnverified = value.includes('general knowledge');
  return {
    text: value,
    provenance: { kind: 'source', source: provenance.source, isPartlyUnverified },
  };
}

/** What an entry says with its sources in brackets, or without any. */
function textFact(text: string): CaseFact {
  if (text.toLowerCase().includes('unverified'))
    return { text, provenance: { kind: 'unverified' } };
  return {
    text,
    provenance: { kind: /\([^)]*\p{Lu}|\w\.\w{2,}\b/u.test(text) ? 'inText' : 'unnamed' },
  };
}

function kindOf(action: RecordedAction | EntryAction): CaseAction['kind'] {
  if (action.kind !== 'serviceSubstitution') return action.kind;
  return action.provider === 'movement' ? 'serviceByMovement' : 'serviceByTarget';
}

function codedFact(label: string, text: string, { provenance }: Fact<unknown>): CodedFact {
  return { label, ...factOf({ value: text, provenance }) };
}

function workersText(value: CaseStart['workers']['value']): string {
  if (typeof value === 'number') return formatWhole(value);
  if ('peak' in value) return facts.peak(formatWhole(value.peak));
  return facts.range(formatWhole(value.low), formatWhole(value.high));
}

function codedOf(start: CaseStart): CodedFact[] {
  const { workers, yearlyWage, users, perUser, inNeed, organized, currency } = start;
  const money = ({ value }: Fact<number>) => facts.money(currency, formatWhole(value));
  return [
    codedFact(facts.workers, workersText(workers.value), workers),
    codedFact(facts.yearlyWage, money(yearlyWage), yearlyWage),
    ...(users ? [codedFact(facts.users, formatWhole(users.value), users)] : []),
    ...(perUser ? [codedFact(facts.perUser, money(perUser), perUser)] : []),
    ...(inNeed ? [codedFact(facts.inNeed, formatShare(inNeed.value), inNeed)] : []),
    ...(typeof organized === 'object'
      ? [codedFact(facts.organized, formatShare(organized.value), organized)]
      : []),
  ];
}

function codedAs(start: CaseStart): string[] {
  const { employer, ownership, skill, law, hasTrainedReserve, union, stake } = start;
  return [
    words.employers[employer],
    words.owners[ownership],
    words.skills[skill],
    words.laws[law],
    ...(hasTrainedReserve ? [words.reserve] : []),
    words.unions[union],
    words.stakes[stake],
  ];
}

function ruledRow(id: CaseId): CaseRow {
  const start: CaseStart = startOf(id);
  const { actions, told, ending } = CASE_RECORDS[id];
  const calendar: Calendar = { firstDay: start.firstDay, dayType: dayTypeOf(start) };
  return {
    id,
    name: start.name,
    place: start.place,
    firstDate: start.firstDay,
    lastDate: ending.date,
    employer: start.employer,
    ending: ending.kind,
    endDay: dayOfDate({ ...calendar, dayType: 'calendar' }, ending.date),
    isByRule: true,
    countsSchoolDays: calendar.dayType === 'working',
    codedAs: codedAs(start),
    actions: actions.map((action): CaseAction => {
      const days = action.kind === 'endorsement' ? 1 : action.days;
      return {
        id: action.id,
        kind: kindOf(action),
        name: action.name,
        startDay: calendarDay(calendar, action.day),
        lastDay: days === null ? null : calendarDay(calendar, action.day + days - 1),
        isThreat: false,
        what: factOf(action.what),
      };
    }),
    inShort: '',
    known: start.known.map(factOf),
    coded: codedOf(start),
    told: told.map(factOf),
    said: (SAID_OF_SOLIDARITY[id] ?? []).map((at) => factOf(told[at]!)),
    ended: factOf(ending.words),
  };
}

/** By the same table of types: parcels cannot be kept, and the state pays for each pupil present. */
const FOUNDING: Record<FoundingId, { entry: Entry; employer: CaseRow['employer'] }> = {
  'posti-2019': { entry: POSTI_2019, employer: 'perishable' },
  'oakland-2019': { entry: OAKLAND_2019, employer: 'perUser' },
};

function foundingRow(id: FoundingId): CaseRow {
  const { entry, employer } = FOUNDING[id];
  const { ending, day } = endingOf(id)!;
  const lastDate = dateOfDay(entry, day);
  const { workers } = entry.figures;
  return {
    id,
    name: entry.name,
    place: entry.place,
    firstDate: entry.firstDay,
    lastDate,
    employer,
    ending,
    endDay: calendarDay(entry, day),
    isByRule: false,
    countsSchoolDays: entry.dayType === 'working',
    codedAs: [],
    actions: entry.actions.map((action): CaseAction => {
      const days = action.kind === 'endorsement' ? 1 : action.durationDays;
      return {
        id: action.id,
        kind: kindOf(action),
        name: action.name,
        startDay: calendarDay(entry, action.startDay),
        lastDay: days === null ? null : calendarDay(entry, action.startDay + days - 1),
        isThreat: isSolidarityKind(kindOf(action)) && action.startDay > day,
        what: textFact(action.note),
      };
    }),
    inShort: entry.summary,
    known: [],
    coded: workers
      ? [{ label: facts.workers, text: workers.basis.note, provenance: { kind: 'inText' } }]
      : [],
    told: [],
    said: [],
    ended: textFact(entry.settlement),
  };
}

/** All twenty, in no order. */
export function caseRows(): CaseRow[] {
  return [...FOUNDING_IDS.map(foundingRow), ...CASES.map(({ id }) => ruledRow(id))];
}

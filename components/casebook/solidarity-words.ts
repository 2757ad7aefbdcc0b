/** What solidarity did, or did not do, in a campaign: one sentence that says nothing but what was coded. */
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { formatWhole } from '../charts/format.ts';
import {
  COUNTER_KINDS,
  kindsOf,
  type CaseAction,
  type CaseActionKind,
  type CaseRow,
} from './case-row.ts';

const words = studioMessages.casebookPage;
/** Of more than these the names would fill the line; the picture has them all. */
const MOST_NAMES = 2;

/** Over by this share of the strike before its end, it is worth a word. */
const LONG_BEFORE = 0.1;

type Row = Pick<CaseRow, 'actions' | 'ending' | 'endDay'>;

/** "from day 46 on" where the record has no end, "on day 14", "from day 0 to day 37", "announced for day 21, never needed". */
export function whenWords({ kind, startDay, lastDay, isThreat }: CaseAction, row: Row): string {
  const { when } = words;
  if (isThreat) return when.announced(startDay);
  if (kind === 'endorsement' || lastDay === startDay) return when.onDay(startDay);
  // Nobody may read an end into a record that has none.
  if (lastDay === null) return when.from(startDay);
  return lastDay < row.endDay ? when.between(startDay, lastDay) : when.toTheEnd(startDay);
}

/** As whenWords, with how long before the end of the strike it was over. */
function whenAndHowLong(action: CaseAction, row: Row): string {
  const text = whenWords(action, row);
  const { lastDay } = action;
  if (lastDay === null || lastDay === action.startDay || row.ending === 'open') return text;
  return row.endDay - lastDay > row.endDay * LONG_BEFORE
    ? words.sentence.overBefore(text, row.endDay - lastDay)
    : text;
}

function itemOf(kind: CaseActionKind, row: Row): { text: string; day: number } | null {
  const actions = row.actions
    .filter((action) => action.kind === kind && !action.isThreat)
    .toSorted((a, b) => a.startDay - b.startDay);
  const [first] = actions;
  if (!first) return null;
  const isOnce = new Set(actions.map((action) => whenWords(action, row))).size === 1;
  const text = words.sentence.item({
    noun: words.sentence.nouns[kind](actions.length),
    when: isOnce ? whenAndHowLong(first, row) : words.sentence.first(first.startDay),
    names: actions.length > MOST_NAMES ? [] : actions.map(({ name }) => name),
  });
  return { text, day: first.startDay };
}

/** What was done of these kinds, in the order in which it began. */
function itemsOf(kinds: readonly CaseActionKind[], row: Row): string[] {
  return kinds
    .map((kind) => itemOf(kind, row))
    .filter((item) => item !== null)
    .toSorted((a, b) => a.day - b.day)
    .map(({ text }) => text);
}

export function solidaritySentence(row: Row): string {
  const { sentence } = words;
  const real = row.actions.filter(({ isThreat }) => !isThreat);
  const done = kindsOf({ actions: real });
  const threats = row.actions.length - real.length;
  const against = itemsOf(COUNTER_KINDS, row);
  const hasWorkers = done.includes('sympathyStrike') || done.includes('handlingBan');
  return sentence.join([
    ...(done.length === 0 ? [sentence.nothing] : itemsOf(done, row)),
    ...(threats > 0 ? [sentence.threats(threats)] : []),
    ...(done.length > 0 && !hasWorkers ? [sentence.noWorkers] : []),
    ...(against.length > 0 ? [sentence.against(against)] : []),
  ]);
}

/** "lost, day 61". */
export function endedWords({ ending, endDay }: Pick<CaseRow, 'ending' | 'endDay'>): string {
  return words.ended[ending](formatWhole(endDay));
}

/** What a screen reader says for a campaign's picture: what is alike once, with how many there were. */
export function spokenLine(row: CaseRow): string {
  const marks = new Map<string, { kind: string; count: number; when: string }>();
  for (const action of row.actions) {
    const when = whenWords(action, row);
    const kind = words.kinds[action.kind];
    const count = (marks.get(kind + when)?.count ?? 0) + 1;
    marks.set(kind + when, { kind, count, when });
  }
  return words.spoken({
    name: row.name,
    days: words.days(row.endDay),
    actions: [...marks.values()].map(words.mark),
    ended: endedWords(row),
  });
}

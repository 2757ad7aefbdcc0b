/** What changed, in words: one line for each thing that somebody would say has changed. */
import {
  ACTION_NUMBERS,
  numberOf,
  type Action,
  type ActionNumberKey,
} from '../../lib/model/action.ts';
import type { Campaign } from '../../lib/model/campaign.ts';
import { PARAMETERS, type Unit } from '../../lib/model/parameters.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { effectiveRange, type UncertainNumber } from '../../lib/model/uncertain-number.ts';
import type { Bounds } from '../../lib/model/evidence.ts';
import {
  isOnlySwitched,
  whatChanged,
  type ActionField,
  type Change,
} from '../../lib/model/what-changed.ts';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { actionNumberWords } from '../campaign/action-number-words.ts';
import { editText, formatRange, formatValue } from '../campaign/number-text.ts';
import { formatDate, formatWhole } from '../charts/format.ts';
import { sentenceOf } from '../checks/check-slots.ts';
import { describeAction, describeDays, nameOf, sectorName } from '../timeline/describe-action.ts';

const words = studioMessages.changes;

/** `label: from → to`, or `label: words` where there is nothing on one of the sides. */
export interface ChangeLine {
  label: string;
  from: string | null;
  to: string;
}

/** What changed of one thing: a number, an action, the scenario. */
export interface ChangeGroup {
  id: string;
  /** The action's name where the lines are of an action; null: each line says what it is of. */
  heading: string | null;
  lines: ChangeLine[];
}

/** More switched at once are said in one breath. */
const MANY_SWITCHED = 3;
/** Longer texts are not repeated, twice over, in a list. */
const SHORT_TEXT = 60;

function textLine(label: string, from: string, to: string): ChangeLine {
  const isShort = from.length <= SHORT_TEXT && to.length <= SHORT_TEXT;
  if (!isShort) return { label, from: null, to: words.otherText };
  return { label, from: from.trim() || words.nothing, to: to.trim() || words.nothing };
}

interface NumberWords {
  label: string;
  bounds: Bounds & { unit: Unit };
  currency: string;
}

/** Its range in words, with as many digits as it takes to tell the two apart. */
function rangeLine(
  { label, bounds, currency }: NumberWords,
  from: UncertainNumber,
  to: UncertainNumber,
): ChangeLine[] {
  const [was, is] = [effectiveRange(from, bounds), effectiveRange(to, bounds)];
  if (was.low === is.low && was.typical === is.typical && was.high === is.high) return [];
  const say = (range: typeof was) => formatRange(range, { unit: bounds.unit, currency });
  if (say(was) !== say(is)) return [{ label, from: say(was), to: say(is) }];
  const exactly = ({ low, typical, high }: typeof was) =>
    [typical, low, high].map((value) => editText(value, bounds.unit)).join(', ');
  if (exactly(was) === exactly(is)) return [{ label, from: null, to: words.tooSmall }];
  return [{ label, from: exactly(was), to: exactly(is) }];
}

function numberLines(about: NumberWords, from: UncertainNumber, to: UncertainNumber): ChangeLine[] {
  const { label } = about;
  const lines = rangeLine(about, from, to);
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  if (differs(from.readings, to.readings)) {
    const [was, is] = [from, to].map(({ readings }) => words.evidenceCount(readings.length));
    const counted = from.readings.length !== to.readings.length;
    lines.push({
      label: words.evidence(label),
      from: counted ? was! : null,
      to: counted ? is! : words.evidenceOther,
    });
  }
  if (from.drawSlot !== to.drawSlot) {
    lines.push({ label: words.luck(label), from: null, to: words.luckWords });
  }
  // A new range brings its own reason along; alone it is news.
  if (lines.length === 0) {
    const { basis } = messages.numbers;
    const say = (number: UncertainNumber) =>
      number.basis.note.trim() || basis[number.basis.kind] || messages.numbers.noReason;
    lines.push(textLine(words.reason(label), say(from), say(to)));
  }
  return lines;
}

type Named = Pick<CampaignScenario, 'campaign' | 'scenario'>;

function isNumberKey(field: ActionField): field is ActionNumberKey {
  return Object.hasOwn(ACTION_NUMBERS, field);
}

const dayWords = (day: number | null) => (day === null ? words.never : words.onDay(day));

/** The lines of one action that both have. When it happens is one thing, however many fields say so. */
function actionLines(
  { from, to, fields }: Extract<Change, { of: 'action' }>,
  before: Campaign,
  after: Campaign,
): ChangeLine[] {
  const lines: ChangeLine[] = [];
  const isMoved = fields.includes('startDay') || fields.includes('durationDays');
  if (isMoved) {
    lines.push({ label: words.when, from: describeDays(from), to: describeDays(to) });
  }
  for (const field of fields) {
    if (field === 'startDay' || field === 'durationDays') continue;
    if (isNumberKey(field)) {
      const about = {
        label: actionNumberWords(to.kind, field).label,
        bounds: ACTION_NUMBERS[field],
        currency: after.currency,
      };
      lines.push(...numberLines(about, numberOf(from, field)!, numberOf(to, field)!));
    } else lines.push(fieldLine(field, from, to, before, after));
  }
  return lines;
}

function fieldLine(
  field: Exclude<ActionField, ActionNumberKey | 'startDay' | 'durationDays'>,
  from: Action,
  to: Action,
  before: Campaign,
  after: Campaign,
): ChangeLine {
  const pair = <T>(read: (action: Action, campaign: Campaign) => T) =>
    [read(from, before), read(to, after)] as const;
  const line = (label: string, [was, is]: readonly [string, string]): ChangeLine => {
    return { label, from: was, to: is };
  };
  switch (field) {
    case 'enabled':
      return { label: '', from: null, to: to.enabled ? words.switchedOn : words.switchedOff };
    case 'name':
      return textLine(words.actionName, from.name, to.name);
    case 'note':
      return textLine(words.actionNote, from.note, to.note);
    case 'sector':
      return line(
        words.sector,
        pair((action, campaign) =>
          action.kind === 'sympathyStrike' && action.sector !== null
            ? sectorName(campaign, action.sector)
            : messages.timeline.editor.noSector,
        ),
      );
    case 'announcedDay':
      return line(
        words.announced,
        pair((action) => dayWords(action.kind === 'sympathyStrike' ? action.announcedDay : null)),
      );
    case 'withdrawnDay':
      return line(
        words.withdrawn,
        pair((action) => dayWords(action.kind === 'sympathyStrike' ? action.withdrawnDay : null)),
      );
    case 'provider':
      return line(
        words.provider,
        pair((action) =>
          action.kind === 'serviceSubstitution' ? words.providers[action.provider] : '',
        ),
      );
    case 'workers':
      return line(
        words.workers,
        pair((action) =>
          'workers' in action && action.workers !== null
            ? formatWhole(action.workers)
            : words.unknown,
        ),
      );
    case 'wagePerDay':
      return line(
        words.wagePerDay,
        pair((action, { currency }) =>
          'wagePerDay' in action && action.wagePerDay !== null
            ? formatValue(action.wagePerDay, { unit: 'money', currency })
            : words.unknown,
        ),
      );
    case 'legality':
      return line(
        words.legality,
        pair((action) =>
          'legality' in action ? messages.timeline.taken.legalities[action.legality] : '',
        ),
      );
    case 'actionIds': {
      const [was, is] = pair((action) =>
        action.kind === 'injunction' ? action.actionIds.length : 0,
      );
      if (was === is) return { label: words.forbids, from: null, to: words.forbidsOther };
      return { label: words.forbids, from: String(was), to: String(is) };
    }
    default:
      return field satisfies never;
  }
}

function campaignLine(change: Extract<Change, { of: 'campaign' }>): ChangeLine {
  const label = words.campaign[change.field];
  const line = (from: string, to: string): ChangeLine => ({ label, from, to });
  switch (change.field) {
    case 'actorNames':
      return textLine(label, change.from.join(', '), change.to.join(', '));
    case 'provenance':
      return line(words.provenances[change.from], words.provenances[change.to]);
    case 'dayType':
      return line(words.dayTypes[change.from], words.dayTypes[change.to]);
    case 'employer':
      return line(words.employers[change.from], words.employers[change.to]);
    case 'firstDay':
      return line(formatDate(change.from), formatDate(change.to));
    case 'moneyYear':
      return line(String(change.from), String(change.to));
    case 'settledDay':
      return line(dayWords(change.from), dayWords(change.to));
    case 'sectors': {
      const say = (sectors: Campaign['sectors']) =>
        sectors === null
          ? words.nothing
          : words.sectorsWords(sectors.table.name, sectorName({ sectors }, sectors.struck));
      const [from, to] = [say(change.from), say(change.to)];
      return from === to ? { label, from: null, to: words.sectorsInside } : line(from, to);
    }
    case 'checks': {
      const [from, to] = [change.from, change.to].map((checks) =>
        (checks ?? []).map(sentenceOf).join(' '),
      );
      return textLine(label, from!, to!);
    }
    case 'casebookId':
      return line(change.from ?? words.nothing, change.to ?? words.nothing);
    case 'name':
    case 'place':
    case 'summary':
    case 'movementName':
    case 'targetName':
    case 'note':
    case 'currency':
    case 'settlement':
      return textLine(label, change.from, change.to);
    default:
      return change satisfies never;
  }
}

/** How the ids of pinned scenarios read. */
export type ScenarioNames = (id: string) => string;

function scenarioLine(
  change: Extract<Change, { of: 'scenario' }>,
  nameOfScenario: ScenarioNames,
): ChangeLine {
  const label = words.scenario[change.field];
  switch (change.field) {
    case 'name':
    case 'note':
      return textLine(label, change.from, change.to);
    case 'horizonDays':
      return { label, from: words.days(change.from), to: words.days(change.to) };
    case 'fixedLengthDays': {
      const say = (days: number | null) => (days === null ? words.openEnd : words.days(days));
      return { label, from: say(change.from), to: say(change.to) };
    }
    case 'baselineId': {
      const say = (id: string | null) => (id === null ? words.nothing : nameOfScenario(id));
      return { label, from: say(change.from), to: say(change.to) };
    }
    case 'seed':
      return { label, from: String(change.from), to: String(change.to) };
    default:
      return change satisfies never;
  }
}

function groupOf(
  change: Change,
  from: Named,
  to: Named,
  nameOfScenario: ScenarioNames,
): ChangeGroup {
  const alone = (id: string, ...lines: ChangeLine[]): ChangeGroup => ({ id, heading: null, lines });
  switch (change.of) {
    case 'campaign':
      return alone(`campaign ${change.field}`, campaignLine(change));
    case 'scenario':
      return alone(`scenario ${change.field}`, scenarioLine(change, nameOfScenario));
    case 'number': {
      const about = {
        label: messages.numbers.parameters[change.key].label,
        bounds: PARAMETERS[change.key],
        currency: to.campaign.currency,
      };
      return alone(`number ${change.key}`, ...numberLines(about, change.from, change.to));
    }
    case 'action':
      return {
        id: `action ${change.to.id}`,
        heading: actionName(change.to, to),
        lines: actionLines(change, from.campaign, to.campaign),
      };
    case 'added':
      return {
        id: `added ${change.action.id}`,
        heading: actionName(change.action, to),
        lines: [
          { label: '', from: null, to: words.added(describeAction(change.action, to.campaign)) },
        ],
      };
    case 'removed':
      return {
        id: `removed ${change.action.id}`,
        heading: actionName(change.action, from),
        lines: [
          {
            label: '',
            from: null,
            to: words.removed(describeAction(change.action, from.campaign)),
          },
        ],
      };
    case 'order':
      return alone('order', { label: words.order, from: null, to: words.orderWords });
    default:
      return change satisfies never;
  }
}

/** Its name; those of one name are told apart by their first day. */
function actionName(action: Action, { campaign, scenario }: Named): string {
  const name = nameOf(action, campaign);
  const namesakes = scenario.actions.filter((each) => nameOf(each, campaign) === name);
  return namesakes.length > 1 ? messages.why.adds.nameAndDay(name, action.startDay) : name;
}

/** Everything that changed from one to the other; empty exactly where both say the same. */
export function changeGroups(
  from: CampaignScenario,
  to: CampaignScenario,
  nameOfScenario: ScenarioNames,
): ChangeGroup[] {
  const changed = whatChanged(from, to);
  const switched = (isOn: boolean) =>
    changed.filter(isOnlySwitched).filter((change) => change.to.enabled === isOn);
  const many = [true, false].flatMap((isOn) => {
    const these = switched(isOn);
    return these.length > MANY_SWITCHED ? [{ isOn, these }] : [];
  });
  const gathered = new Set<Change>(many.flatMap(({ these }) => these));
  return [
    ...changed
      .filter((change) => !gathered.has(change))
      .map((change) => groupOf(change, from, to, nameOfScenario)),
    ...many.map(({ isOn, these }): ChangeGroup => ({
      id: `switched ${isOn}`,
      heading: isOn ? words.allOn(these.length) : words.allOff(these.length),
      lines: these.map((change) => ({ label: '', from: null, to: actionName(change.to, to) })),
    })),
  ];
}

export function lineText({ label, from, to }: ChangeLine): string {
  if (from !== null) return words.fromTo(label, from, to);
  return label === '' ? to : words.line(label, to);
}

/** A group in one line of text. */
export function groupText({ heading, lines }: ChangeGroup): string {
  const text = lines.map(lineText).join('; ');
  return heading === null ? text : words.line(heading, text);
}

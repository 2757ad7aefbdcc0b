/** The actions that could be added to a scenario, and the one that a question is about. */
import {
  newAction,
  sympathySectors,
  withMade,
  type ActionChoice,
} from '../../../components/timeline/action-edits.ts';
import { levelOf, strengthOf } from '../../../components/timeline/action-strength.ts';
import { nameOf } from '../../../components/timeline/describe-action.ts';
import { messages } from '../../../lib/messages/messages.ts';
import { studioMessages } from '../../../lib/messages/studio-messages.ts';
import {
  isSolidarity,
  isTakenByWorkers,
  NUMBERS_OF_KIND,
  numberOf,
  withNumber,
  type Action,
  type ActionKind,
} from '../../../lib/model/action.ts';
import type { Campaign } from '../../../lib/model/campaign.ts';
import { newId } from '../../../lib/model/identity.ts';
import { MAX_ACTIONS, type CampaignScenario } from '../../../lib/model/scenario.ts';
import type { Candidate } from '../../../lib/model/study.ts';
import { MAX_DRAW_SLOT } from '../../../lib/model/uncertain-number.ts';

/** What could be added, without numbers yet: it gets those, and an id, when it is asked about. */
export interface NewKind {
  /** "new sympathyStrike AIR": told apart from the ids of actions by its blank. */
  id: string;
  kind: ActionKind;
  choice: ActionChoice;
  label: string;
}

const PLAIN_KINDS = [
  'serviceSubstitution',
  'boycott',
  'handlingBan',
  'donation',
  'endorsement',
] as const;

/** The kinds of solidarity that can be added, the sympathy strikes sector by sector. */
export function newKinds({ campaign }: Pick<CampaignScenario, 'campaign'>): NewKind[] {
  const { kinds, byMovement } = messages.timeline;
  const sectors = sympathySectors(campaign);
  const strikes: NewKind[] =
    sectors.length > 0
      ? sectors.map(({ code, name }) => ({
          id: `new sympathyStrike ${code}`,
          kind: 'sympathyStrike',
          choice: { sector: code },
          label: studioMessages.ask.strikeIn(name),
        }))
      : [
          {
            id: 'new sympathyStrike',
            kind: 'sympathyStrike',
            choice: {},
            label: kinds.sympathyStrike,
          },
        ];
  return [
    ...strikes,
    ...PLAIN_KINDS.map((kind): NewKind => ({
      id: `new ${kind}`,
      kind,
      choice: kind === 'serviceSubstitution' ? { provider: 'movement' } : {},
      label: kind === 'serviceSubstitution' ? `${kinds[kind]} ${byMovement}` : kinds[kind],
    })),
  ];
}

/** What a question about one action is about: the scenario with it in it, and whether it stands there already. */
export interface Subject {
  records: CampaignScenario;
  action: Action;
  isNew: boolean;
}

/**
 * The action that somebody chose, or the strongest that is switched on, or any, or the first that could be added.
 * null where something new was chosen and there is no room for it.
 */
export function subjectOf(
  records: CampaignScenario,
  choice: string | null,
  startDay: number,
): Subject | null {
  const { campaign, scenario } = records;
  const fresh = newKinds(records);
  const chosen = scenario.actions.find(({ id }) => id === choice);
  const added = fresh.find(({ id }) => id === choice);
  const action = chosen ?? (added ? undefined : strongest(records));
  if (action) return { records, action, isNew: false };
  const { kind, choice: of } = added ?? fresh[0]!;
  const made = newAction(kind, scenario, campaign, startDay, of);
  if (!made) return null;
  return {
    records: { campaign, scenario: withMade(scenario, made) },
    action: made.action,
    isNew: true,
  };
}

/** What the list shows as chosen: the choice as long as it can be made, else what is asked about without one. */
export function choiceIn(records: CampaignScenario, choice: string | null): string {
  const fresh = newKinds(records);
  const isKnown =
    records.scenario.actions.some(({ id }) => id === choice) ||
    fresh.some(({ id }) => id === choice);
  return isKnown ? choice! : (strongest(records)?.id ?? fresh[0]!.id);
}

function strongest({ campaign, scenario }: CampaignScenario): Action | undefined {
  const on = scenario.actions.filter((action) => action.enabled && isSolidarity(action));
  const pool = on.length > 0 ? on : scenario.actions;
  return pool.toSorted((a, b) => levelOf(b, campaign) - levelOf(a, campaign))[0];
}

/** What has to be known about an action before its answer is read; '' where there is nothing to say. */
export function subjectNote(
  subject: Subject | null,
  { targetName }: Pick<Campaign, 'targetName'>,
  withDay = false,
): string {
  const words = studioMessages.ask;
  if (!subject) return words.full;
  const { action, isNew } = subject;
  return [
    ...(isSolidarity(action) ? [] : [words.counterMove(targetName)]),
    ...(isNew ? [words.isNew] : action.enabled ? [] : [words.isOff]),
    ...(isNew && withDay ? [words.fromDay(action.startDay)] : []),
  ].join(' ');
}

/** The records with a new action as it was asked about, on the draw slots that are free now; null if it is full. */
export function withSubject(records: CampaignScenario, action: Action): CampaignScenario | null {
  const { campaign, scenario } = records;
  const keys = NUMBERS_OF_KIND[action.kind];
  let slot = scenario.nextDrawSlot;
  if (scenario.actions.length >= MAX_ACTIONS) return null;
  if (slot + keys.length - 1 > MAX_DRAW_SLOT) return null;
  const placed = keys.reduce(
    (made, key) => withNumber(made, key, { ...numberOf(made, key)!, drawSlot: slot++ }),
    action,
  );
  // Asked about once, added twice: each stands for itself.
  const isThere = scenario.actions.some(({ id }) => id === action.id);
  const made = { ...placed, id: isThere ? newId() : action.id };
  return { campaign, scenario: withMade(scenario, { action: made, nextDrawSlot: slot }) };
}

/** What stands in the list to choose from; those of one name are told apart by their day. */
export function choicesOf(records: CampaignScenario): { id: string; label: string }[] {
  const { campaign, scenario } = records;
  const names = scenario.actions.map((action) => nameOf(action, campaign));
  return scenario.actions.map((action, index) => {
    const name = names[index]!;
    const isOnly = names.filter((other) => other === name).length === 1;
    return {
      id: action.id,
      label: isOnly ? name : messages.why.adds.nameAndDay(name, action.startDay),
    };
  });
}

/** An action that could come next, as it is asked about. */
export interface Next {
  candidate: Candidate;
  label: string;
  /** It stands on the time line, switched off. */
  isOff: boolean;
}

/** Wages are so much of what a sector adds in value: about what they are in Europe. Our assumption, said on the page. */
export const WAGES_IN_VALUE_ADDED = 0.6;
const DAYS_PER_YEAR = 365;

/**
 * How many would take a strike that nobody has counted yet: the striking share of the sector's wage bill, at the wages
 * of the struck one. A rough guess, for ranking only; null where the table or the wage says nothing.
 */
export function reckonedWorkers(action: Action, { sectors, numbers }: Campaign): number | null {
  if (action.kind !== 'sympathyStrike' || !sectors || action.sector === null) return null;
  const row = sectors.table.codes.indexOf(action.sector);
  const wage = numbers.wagePerDay.typical;
  if (row < 0 || !(wage > 0)) return null;
  const wageBillPerDay = (sectors.table.valueAdded[row]! * WAGES_IN_VALUE_ADDED) / DAYS_PER_YEAR;
  return Math.round((wageBillPerDay / wage) * strengthOf(action));
}

/** What could come next: what is switched off, and every kind of solidarity that could be added on a day. */
export function nextCandidates(records: CampaignScenario, startDay: number): Next[] {
  const { campaign, scenario } = records;
  const off = scenario.actions.filter((action) => !action.enabled && isSolidarity(action));
  const labels = new Map(choicesOf(records).map(({ id, label }) => [id, label]));
  const fresh = newKinds(records).flatMap(({ kind, choice, label }) => {
    const made = newAction(kind, scenario, campaign, startDay, choice);
    return made ? [{ action: made.action, label, isOff: false }] : [];
  });
  return [
    ...off.map((action) => ({ action, label: labels.get(action.id)!, isOff: true })),
    ...fresh,
  ].map(({ action, label, isOff }): Next => {
    const isCounted = isTakenByWorkers(action) && action.workers !== null;
    const reckoned = isCounted ? null : reckonedWorkers(action, campaign);
    const workers = isCounted ? action.workers : reckoned;
    const wage =
      (isTakenByWorkers(action) ? action.wagePerDay : null) ?? campaign.numbers.wagePerDay.typical;
    return {
      candidate: { action, workers, moneyPerDay: workers === null ? null : workers * wage },
      label,
      isOff,
    };
  });
}

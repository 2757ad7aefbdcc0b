/**
 * What differs between two states of a campaign with a scenario, field by field and completely: applied to the first,
 * the changes give the second. Ids, versions and dates are who a record is, not what it says. Nor is the next free
 * draw slot anything that somebody changed: it follows from the actions.
 */
import { isSolidarity, NUMBERS_OF_KIND, numberOf, type Action } from './action.ts';
import type { Campaign } from './campaign.ts';
import { withChecks } from './checks.ts';
import { PARAMETER_KEYS, type ParameterKey } from './parameters.ts';
import type { CampaignScenario, Scenario } from './scenario.ts';
import type { UncertainNumber } from './uncertain-number.ts';

type KeyOfAny<T> = T extends T ? keyof T : never;

export const CAMPAIGN_FIELDS = [
  'name',
  'place',
  'summary',
  'movementName',
  'targetName',
  'actorNames',
  'note',
  'provenance',
  'casebookId',
  'currency',
  'moneyYear',
  'firstDay',
  'dayType',
  'employer',
  'sectors',
  'settledDay',
  'settlement',
  'checks',
] as const satisfies readonly (keyof Campaign)[];
export type CampaignField = (typeof CAMPAIGN_FIELDS)[number];

export const SCENARIO_FIELDS = [
  'name',
  'note',
  'horizonDays',
  'fixedLengthDays',
  'baselineId',
  'seed',
] as const satisfies readonly (keyof Scenario)[];
export type ScenarioField = (typeof SCENARIO_FIELDS)[number];
/** Two scenarios of a campaign have each their own name and baseline: it is no change that they differ. */
const OWN_TO_EACH: readonly ScenarioField[] = ['name', 'baselineId'];

export type ActionField = Exclude<KeyOfAny<Action>, 'id' | 'kind'>;

export type Change =
  | {
      [Field in CampaignField]: {
        of: 'campaign';
        field: Field;
        from: Campaign[Field];
        to: Campaign[Field];
      };
    }[CampaignField]
  | {
      [Field in ScenarioField]: {
        of: 'scenario';
        field: Field;
        from: Scenario[Field];
        to: Scenario[Field];
      };
    }[ScenarioField]
  | { of: 'number'; key: ParameterKey; from: UncertainNumber; to: UncertainNumber }
  /** The same action, by its id; `fields` are all that differ, at least one. */
  | { of: 'action'; from: Action; to: Action; fields: ActionField[] }
  | { of: 'added'; action: Action }
  | { of: 'removed'; action: Action }
  /** The list of actions is in another order than taking away and adding at its end leads to. */
  | { of: 'order'; from: readonly string[]; to: readonly string[] };

/** Does the one say what the other says? The order of an object's keys says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) &&
      isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}

function changedFields(from: Action, to: Action): ActionField[] {
  const keys = Object.keys(to) as (ActionField | 'id' | 'kind')[];
  return keys.filter(
    (key): key is ActionField =>
      key !== 'id' &&
      key !== 'kind' &&
      !isSame((from as Partial<Record<ActionField, unknown>>)[key], to[key as keyof Action]),
  );
}

/** What an action was, where it is still there and of the same kind. */
function counterpart(action: Action, among: readonly Action[]): Action | undefined {
  return among.find(({ id, kind }) => id === action.id && kind === action.kind);
}

function orderAfter(
  actions: readonly Action[],
  removed: readonly string[],
  added: readonly string[],
) {
  return [...actions.map(({ id }) => id).filter((id) => !removed.includes(id)), ...added];
}

function actionChanges(from: readonly Action[], to: readonly Action[]): Change[] {
  const changed = to.flatMap((action): Change[] => {
    const was = counterpart(action, from);
    if (!was) return [];
    const fields = changedFields(was, action);
    return fields.length === 0 ? [] : [{ of: 'action', from: was, to: action, fields }];
  });
  const removed = from.filter((action) => !counterpart(action, to));
  const added = to.filter((action) => !counterpart(action, from));
  const idsOf = (actions: readonly Action[]) => actions.map(({ id }) => id);
  const usual = orderAfter(from, idsOf(removed), idsOf(added));
  const order = idsOf(to);
  return [
    ...changed,
    ...added.map((action): Change => ({ of: 'added', action })),
    ...removed.map((action): Change => ({ of: 'removed', action })),
    ...(isSame(usual, order) ? [] : [{ of: 'order', from: idsOf(from), to: order } as const]),
  ];
}

/** Everything that differs, in the order in which one reads it: the campaign, its numbers, the scenario, the actions. */
export function whatChanged(from: CampaignScenario, to: CampaignScenario): Change[] {
  const isOneScenario = from.scenario.id === to.scenario.id;
  return [
    ...CAMPAIGN_FIELDS.filter((field) => !isSame(from.campaign[field], to.campaign[field])).map(
      (field) =>
        ({ of: 'campaign', field, from: from.campaign[field], to: to.campaign[field] }) as Change,
    ),
    ...PARAMETER_KEYS.filter(
      (key) => !isSame(from.campaign.numbers[key], to.campaign.numbers[key]),
    ).map((key): Change => {
      return { of: 'number', key, from: from.campaign.numbers[key], to: to.campaign.numbers[key] };
    }),
    ...SCENARIO_FIELDS.filter(
      (field) =>
        (isOneScenario || !OWN_TO_EACH.includes(field)) &&
        !isSame(from.scenario[field], to.scenario[field]),
    ).map(
      (field) =>
        ({ of: 'scenario', field, from: from.scenario[field], to: to.scenario[field] }) as Change,
    ),
    ...actionChanges(from.scenario.actions, to.scenario.actions),
  ];
}

function slotAfter(actions: readonly Action[], least: number): number {
  return actions.reduce(
    (free, action) =>
      NUMBERS_OF_KIND[action.kind].reduce(
        (next, key) => Math.max(next, numberOf(action, key)!.drawSlot + 1),
        free,
      ),
    least,
  );
}

function withChange(records: CampaignScenario, change: Change): CampaignScenario {
  const { campaign, scenario } = records;
  const withActions = (actions: Action[]): CampaignScenario => {
    const nextDrawSlot = slotAfter(actions, scenario.nextDrawSlot);
    return { campaign, scenario: { ...scenario, actions, nextDrawSlot } };
  };
  switch (change.of) {
    case 'campaign':
      // Where there are none there is no such field.
      if (change.field === 'checks') {
        return { campaign: withChecks(campaign, change.to ?? []), scenario };
      }
      return { campaign: { ...campaign, [change.field]: change.to }, scenario };
    case 'scenario':
      return { campaign, scenario: { ...scenario, [change.field]: change.to } };
    case 'number': {
      const numbers = { ...campaign.numbers, [change.key]: change.to };
      return { campaign: { ...campaign, numbers }, scenario };
    }
    case 'action':
      return withActions(
        scenario.actions.map((action) => (action.id === change.to.id ? change.to : action)),
      );
    case 'added':
      return withActions([...scenario.actions, change.action]);
    case 'removed': {
      const { id, kind } = change.action;
      return withActions(
        scenario.actions.filter((action) => action.id !== id || action.kind !== kind),
      );
    }
    case 'order':
      return withActions(
        scenario.actions.toSorted((a, b) => change.to.indexOf(a.id) - change.to.indexOf(b.id)),
      );
    default:
      return change satisfies never;
  }
}

/** The records with the changes made: what whatChanged(records, others) lists leads to what the others say. */
export function applyChanges(
  records: CampaignScenario,
  changes: readonly Change[],
): CampaignScenario {
  return changes.reduce(withChange, records);
}

/** Actions that are nothing but switched on (or off): many of them are said in one breath. */
export function isOnlySwitched(change: Change): change is Change & { of: 'action' } {
  return change.of === 'action' && change.fields.length === 1 && change.fields[0] === 'enabled';
}

/** Does the scenario leave anything for its baseline to switch off? */
export function hasSolidarity({ actions }: Scenario): boolean {
  return actions.some((action) => action.enabled && isSolidarity(action));
}

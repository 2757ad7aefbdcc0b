/** The actions that could be added to a scenario, and the one that a question is about. */
import {
  newAction,
  sympathySectors,
  withMade,
  type ActionChoice,
} from '../../../components/timeline/action-edits.ts';
import { levelOf } from '../../../components/timeline/action-strength.ts';
import { nameOf } from '../../../components/timeline/describe-action.ts';
import { messages } from '../../../lib/messages/messages.ts';
import {
  isSolidarity,
  NUMBERS_OF_KIND,
  numberOf,
  withNumber,
  type Action,
  type ActionKind,
} from '../../../lib/model/action.ts';
import { newId } from '../../../lib/model/identity.ts';
import { MAX_ACTIONS, type CampaignScenario } from '../../../lib/model/scenario.ts';
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
          label: messages.ask.strikeIn(name),
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
  { targetName }: Pick<CampaignScenario['campaign'], 'targetName'>,
): string {
  const words = messages.ask;
  if (!subject) return words.full;
  const { action, isNew } = subject;
  return [
    ...(isSolidarity(action) ? [] : [words.counterMove(targetName)]),
    ...(isNew ? [words.isNew] : action.enabled ? [] : [words.isOff]),
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

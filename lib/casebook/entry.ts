import {
  NOT_ASKED,
  NUMBERS_OF_KIND,
  type Action,
  type ActionKind,
  type ActionNumberKey,
  type WorkersAction,
} from '../model/action.ts';
import { Campaign, CAMPAIGN_RECORD_VERSION, type CampaignNumbers } from '../model/campaign.ts';
import type { Id } from '../model/identity.ts';
import {
  FIRST_ACTION_SLOT,
  PARAMETER_KEYS,
  PARAMETERS,
  type ParameterKey,
} from '../model/parameters.ts';
import { known, type Range } from '../model/range.ts';
import {
  DEFAULT_HORIZON_DAYS,
  DEFAULT_SEED,
  Scenario,
  SCENARIO_RECORD_VERSION,
  type CampaignScenario,
} from '../model/scenario.ts';
import { uncertain, type Basis, type UncertainNumber } from '../model/uncertain-number.ts';

/** A number of the casebook before it has its draw slot. */
export interface Figure {
  range: Range;
  basis: Basis;
}

/** A figure somebody published; `note` says who, and when. */
export function read(range: Range | number, note: string): Figure {
  return { range: asRange(range), basis: { kind: 'source', note, address: null } };
}

/** A figure nobody published, with our reason for it. */
export function assumed(range: Range | number, note: string): Figure {
  return { range: asRange(range), basis: { kind: 'assumption', note, address: null } };
}

/** A figure that follows from other figures. */
export function ruled(range: Range | number, note: string): Figure {
  return { range: asRange(range), basis: { kind: 'rule', note, address: null } };
}

/** Low, typical, high: 5, 50 and 95% points. */
export function between(low: number, typical: number, high: number): Range {
  return { low, typical, high };
}

/** A factor either way of the typical value. */
export function within(factor: number, typical: number): Range {
  return { low: typical / factor, typical, high: typical * factor };
}

function asRange(range: Range | number): Range {
  return typeof range === 'number' ? known(range) : range;
}

type OwnFigures<Kind extends ActionKind> =
  Extract<Action, { kind: Kind }> extends infer Of
    ? { [Key in Extract<keyof Of, ActionNumberKey>]: Figure }
    : never;
type PlainFields<Kind extends ActionKind> = Omit<
  Extract<Action, { kind: Kind }>,
  ActionNumberKey | keyof typeof NOT_ASKED | 'enabled'
> &
  Partial<Pick<WorkersAction, keyof typeof NOT_ASKED>>;
/** An action as an entry writes it: its numbers as figures, switched on. */
export type EntryAction = {
  [Kind in ActionKind]: PlainFields<Kind> & OwnFigures<Kind>;
}[ActionKind];

/** A campaign of the casebook as its file writes it. */
export interface Entry {
  id: Id;
  name: string;
  place: string;
  summary: string;
  movementName: string;
  targetName: string;
  currency: string;
  moneyYear: number;
  firstDay: string;
  dayType: Campaign['dayType'];
  employer: Campaign['employer'];
  sectors: Campaign['sectors'];
  settledDay: number | null;
  settlement: string;
  /** Days of its scenario, where not as many as usual. */
  horizonDays?: number;
  /** Where this campaign departs from the defaults or has a reason of its own. */
  figures: Partial<Record<ParameterKey, Figure>>;
  /** Added to the reason of every number that is left at its default. */
  defaultNote: string;
  scenarioName: string;
  actions: readonly EntryAction[];
}

function defaultFigure(key: ParameterKey, note: string): Figure {
  const { range, source } = PARAMETERS[key];
  const kind = source.startsWith('calibrated') ? 'rule' : 'assumption';
  return { range, basis: { kind, note: `${note}: ${source}.`, address: null } };
}

function numbersOf(entry: Entry): CampaignNumbers {
  return Object.fromEntries(
    PARAMETER_KEYS.map((key) => {
      const { range, basis } = entry.figures[key] ?? defaultFigure(key, entry.defaultNote);
      return [key, uncertain(range, PARAMETERS[key].drawSlot, basis)];
    }),
  ) as CampaignNumbers;
}

/** Gives every number of every action its draw slot, in the order of the list. */
function withSlots(actions: readonly EntryAction[]): { actions: Action[]; nextDrawSlot: number } {
  let nextDrawSlot = FIRST_ACTION_SLOT;
  const slotted = actions.map((action) => {
    const figures = action as Partial<Record<ActionNumberKey, Figure>>;
    const numbers: Partial<Record<ActionNumberKey, UncertainNumber>> = {};
    for (const key of NUMBERS_OF_KIND[action.kind]) {
      const { range, basis } = figures[key]!;
      numbers[key] = uncertain(range, nextDrawSlot++, basis);
    }
    const isTaken = action.kind === 'sympathyStrike' || action.kind === 'handlingBan';
    return { ...(isTaken && NOT_ASKED), ...action, enabled: true, ...numbers } as Action;
  });
  return { actions: slotted, nextDrawSlot };
}

/** The entry as records of the model, made at `now` (an instant) under the given ids. Throws if it is malformed. */
export function recordsOf(
  entry: Entry,
  now: string,
  campaignId: Id,
  scenarioId: Id,
): CampaignScenario {
  const campaign = Campaign.parse({
    recordVersion: CAMPAIGN_RECORD_VERSION,
    id: campaignId,
    name: entry.name,
    place: entry.place,
    summary: entry.summary,
    movementName: entry.movementName,
    targetName: entry.targetName,
    actorNames: [],
    note: '',
    provenance: 'casebook',
    casebookId: entry.id,
    currency: entry.currency,
    moneyYear: entry.moneyYear,
    firstDay: entry.firstDay,
    dayType: entry.dayType,
    employer: entry.employer,
    sectors: entry.sectors,
    settledDay: entry.settledDay,
    settlement: entry.settlement,
    numbers: numbersOf(entry),
    createdAt: now,
    updatedAt: now,
  });
  const scenario = Scenario.parse({
    recordVersion: SCENARIO_RECORD_VERSION,
    id: scenarioId,
    campaignId,
    name: entry.scenarioName,
    note: '',
    horizonDays: entry.horizonDays ?? DEFAULT_HORIZON_DAYS,
    fixedLengthDays: null,
    ...withSlots(entry.actions),
    baselineId: null,
    seed: DEFAULT_SEED,
    createdAt: now,
    updatedAt: now,
  });
  return { campaign, scenario };
}

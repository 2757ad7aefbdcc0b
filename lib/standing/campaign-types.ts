/** The types of campaign that doubt is computed for: each with a time line, and itself without it. */
import { openCasebookEntry } from '../casebook/casebook.ts';
import { NOT_ASKED, type Action } from '../model/action.ts';
import type { CampaignType } from '../model/doubt.ts';
import { FIRST_ACTION_SLOT } from '../model/parameters.ts';
import type { Range } from '../model/range.ts';
import { baselineOf, type CampaignScenario, type Scenario } from '../model/scenario.ts';
import { uncertain, type UncertainNumber } from '../model/uncertain-number.ts';

/** The reports do not hang on the day they are made. */
const MADE_AT = '2026-01-01T00:00:00Z';

export interface TypedCampaign extends CampaignScenario {
  type: CampaignType;
  baseline: Scenario;
}

/** A market employer with sympathy strikes; a school district with meals; a strike like many. */
export function campaignOf(type: CampaignType): TypedCampaign {
  const records = openCasebookEntry(
    type === 'sympathy' ? 'posti-2019' : type === 'substitution' ? 'oakland-2019' : 'generic',
    MADE_AT,
  );
  const withActions = type === 'generic' ? withUsualActions(records) : records;
  return { ...withActions, type, baseline: baselineOf(withActions.scenario) };
}

/**
 * The two founding effects. Oakland's is that of the meals, lessons and child care alone: the parents' word stays in
 * both. Posti's is that of all its sympathy strikes.
 */
export function foundingEffectOf(type: Exclude<CampaignType, 'generic'>): TypedCampaign {
  const made = campaignOf(type);
  if (type === 'sympathy') return made;
  const { scenario } = made;
  const actions = scenario.actions.map((action) =>
    action.kind === 'serviceSubstitution' ? { ...action, enabled: false } : action,
  );
  return { ...made, baseline: { ...scenario, actions } };
}

/** Sizes by the casebook's rules action.boycott.national, action.share.some, action.gift.unstated, action.endorsement. */
export const USUAL_SIZES = {
  boycott: { low: 0.01, typical: 0.05, high: 0.15 },
  handlingBan: { low: 0.05, typical: 0.15, high: 0.35 },
  /** Times a day's wages of all who strike. */
  donation: { low: 0.005, typical: 0.02, high: 0.08 },
  endorsement: { low: 0.3, typical: 1, high: 3 },
} as const;

/** The generic strike has no actions of its own: a boycott, a handling ban, donations and an endorsement from day 0. */
function withUsualActions({ campaign, scenario }: CampaignScenario): CampaignScenario {
  const payroll = campaign.numbers.workers.typical * campaign.numbers.wagePerDay.typical;
  let slot = FIRST_ACTION_SLOT;
  const sized = (rule: string, { low, typical, high }: Range, factor = 1): UncertainNumber =>
    uncertain({ low: low * factor, typical: typical * factor, high: high * factor }, slot++, {
      kind: 'rule',
      note: `Rule ${rule}`,
      address: null,
    });
  const common = (id: string) => ({ id, name: '', note: '', enabled: true, startDay: 0 });
  const actions: Action[] = [
    {
      ...common('boycott'),
      kind: 'boycott',
      durationDays: null,
      share: sized('action.boycott.national', USUAL_SIZES.boycott),
    },
    {
      ...common('ban'),
      ...NOT_ASKED,
      kind: 'handlingBan',
      durationDays: null,
      share: sized('action.share.some', USUAL_SIZES.handlingBan),
    },
    {
      ...common('gifts'),
      kind: 'donation',
      durationDays: null,
      amountPerDay: sized('action.gift.unstated', USUAL_SIZES.donation, payroll),
    },
    {
      ...common('word'),
      kind: 'endorsement',
      strength: sized('action.endorsement', USUAL_SIZES.endorsement),
    },
  ];
  return { campaign, scenario: { ...scenario, actions, nextDrawSlot: slot } };
}

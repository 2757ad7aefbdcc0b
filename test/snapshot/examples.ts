import { openCasebookEntry, type CasebookId } from '../../lib/casebook/casebook.ts';
import type { Action } from '../../lib/model/action.ts';
import type { Reading } from '../../lib/model/evidence.ts';
import { newId } from '../../lib/model/identity.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { uncertain, type Basis, type UncertainNumber } from '../../lib/model/uncertain-number.ts';
import type { SnapshotInput } from '../../lib/snapshot/write.ts';

export const NOW = '2026-11-22T09:31:17.123+02:00';

export function inputOf(records: CampaignScenario): SnapshotInput {
  return {
    ...records,
    createdOn: '2026-11-22',
    program: 'Clincher 0.1.0',
    baseline: null,
    ensemble: { futures: 200, hardshipLimit: 0.5, supportLimit: 0.4 },
    result: null,
  };
}

export function casebookInput(id: CasebookId): SnapshotInput {
  return inputOf(openCasebookEntry(id, NOW));
}

export function reading(about: Partial<Reading> = {}): Reading {
  return {
    id: newId(),
    clipId: newId(),
    quote: {
      id: newId(),
      exact: 'Between 55 and 65 per cent of departures were cancelled, the union said.',
      prefix: 'Monday morning at the airport. ',
      suffix: ' Buses stood still as well.',
    },
    citation: {
      title: 'Strike grounds flights',
      siteName: 'Example News',
      authors: ['Aino Esimerkki'],
      publishedAt: '2019-11-25T08:10:00+02:00',
      address: 'https://news.example/strike',
    },
    low: 0.55,
    high: 0.65,
    reliability: 'press',
    groupId: null,
    addedAt: '2026-11-21T23:59:59+05:45',
    ...about,
  };
}

export function withReadings(number: UncertainNumber, readings: Reading[]): UncertainNumber {
  return { ...number, readings };
}

/** Posti with evidence, an injunction, and every other kind of action the model has. */
export function everyKind(): CampaignScenario {
  const { campaign, scenario } = openCasebookEntry('posti-2019', NOW, 'fresh');
  const basis: Basis = { kind: 'assumption', note: 'Our assumption.', address: null };
  let slot = scenario.nextDrawSlot;
  const share = () => uncertain({ low: 0.1, typical: 0.2, high: 0.3 }, slot++, basis);
  const common = (name: string) => ({ id: newId(), name, note: '', enabled: true, startDay: 5 });
  const clipId = newId();
  const actions: Action[] = [
    ...scenario.actions.map((action) =>
      action.kind === 'sympathyStrike' && action.id === 'air-14'
        ? {
            ...action,
            share: withReadings(action.share, [
              // Two passages of one clip count once; a third report stands alone.
              reading({ clipId, low: 0.55, high: 0.65 }),
              reading({ clipId, low: 0.6, high: 0.7 }),
              reading({ low: 0.5, high: 0.8, reliability: 'claim' }),
            ]),
          }
        : action,
    ),
    {
      ...common('Kitchens'),
      kind: 'serviceSubstitution',
      provider: 'movement',
      durationDays: null,
      coverage: share(),
      costPerDay: uncertain(0, slot++, basis),
    },
    { ...common('Boycott'), kind: 'boycott', durationDays: 10, share: share() },
    {
      ...common('Refusal'),
      kind: 'handlingBan',
      workers: 120,
      wagePerDay: 95,
      legality: 'unclear',
      durationDays: null,
      share: share(),
    },
    {
      ...common('Fund'),
      kind: 'donation',
      durationDays: 30,
      amountPerDay: uncertain(1000.1, slot++, basis),
    },
    { ...common('Letter'), kind: 'endorsement', strength: uncertain(1, slot++, basis) },
    { ...common('Rented hands'), kind: 'replacementSurge', durationDays: null, share: share() },
    {
      ...common('Court'),
      kind: 'injunction',
      durationDays: 3,
      actionIds: ['land-14', 'watr-14'],
      share: share(),
    },
  ];
  return { campaign, scenario: { ...scenario, actions, nextDrawSlot: slot } };
}

import type { Entry } from './entry.ts';

/** An average strike of the model's own making: every number at its default, nobody's campaign. */
export function genericEntry(today: string): Entry {
  return {
    id: 'generic',
    name: 'A strike like many',
    place: 'nowhere in particular',
    summary:
      'Five thousand people strike at an employer who sells on a market. Nobody’s campaign: every number stands at ' +
      'the model’s default, so that strikes last and end as strikes on record did. A place to start one of your own.',
    movementName: 'the strikers',
    targetName: 'the employer',
    // ISO 4217's code for "no currency": these amounts are made up, and saying dollars would claim otherwise.
    currency: 'XXX',
    moneyYear: Number(today.slice(0, 4)),
    firstDay: today,
    dayType: 'calendar',
    employer: 'market',
    sectors: null,
    settledDay: null,
    settlement: '',
    figures: {},
    defaultNote: 'The model’s default',
    scenarioName: 'Strike alone',
    actions: [],
  };
}

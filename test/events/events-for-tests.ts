import { EVENT_RECORD_VERSION, ObservedEvent, type SizeClaim } from '../../lib/model/event.ts';

export function makeEvent(id: string, edit: Partial<ObservedEvent> = {}): ObservedEvent {
  return ObservedEvent.parse({
    recordVersion: EVENT_RECORD_VERSION,
    id,
    title: `Event ${id}`,
    kind: 'sympathyStrike',
    actors: [{ name: 'Ground crews', role: 'acts' }],
    target: 'Posti',
    sectors: ['AIR'],
    places: ['Helsinki'],
    begin: '2019-11-25',
    end: '2019-11-26',
    claims: [],
    demands: '',
    outcome: '',
    note: '',
    clipIds: ['a'],
    campaignId: null,
    createdAt: '2026-11-22T10:00:00Z',
    updatedAt: '2026-11-22T10:00:00Z',
    deletedAt: null,
    ...edit,
  });
}

export function makeClaim(id: string, edit: Partial<SizeClaim> = {}): SizeClaim {
  return {
    id,
    counts: 'workers',
    low: 2000,
    high: 2000,
    claimedBy: 'the police',
    reliability: 'claim',
    sources: [],
    ...edit,
  };
}

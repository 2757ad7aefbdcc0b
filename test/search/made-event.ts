import type { ObservedEvent } from '../../lib/model/event.ts';

export function madeEvent(
  id: string,
  clipIds: string[],
  edit: Partial<ObservedEvent> = {},
): ObservedEvent {
  return {
    recordVersion: 1,
    id,
    title: `Event ${id}`,
    kind: null,
    actors: [],
    target: '',
    sectors: [],
    places: [],
    begin: null,
    end: null,
    claims: [],
    demands: '',
    outcome: '',
    note: '',
    clipIds,
    campaignId: null,
    createdAt: '2026-11-22T10:00:00Z',
    updatedAt: '2026-11-22T10:00:00Z',
    deletedAt: null,
    ...edit,
  };
}

import { describe, expect, it } from 'vitest';
import {
  CASES,
  endingOf,
  FOUNDING_IDS,
  isCaseId,
  isFoundingId,
} from '../../lib/casebook/case-list.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { outcomeOf } from '../../lib/casebook/cases/cases.ts';

describe('the list of cases', () => {
  it.each(CASES)('$id: ends as its record does, on the same day', ({ id }) => {
    expect(endingOf(id)).toEqual(outcomeOf(id));
  });

  it.each(FOUNDING_IDS)('%s: ends on the day its entry has', (id) => {
    const { campaign } = openCasebookEntry(id, '2026-11-23T03:00:00Z');
    expect(endingOf(id)?.day).toBe(campaign.settledDay);
    expect(isFoundingId(id) && !isCaseId(id)).toBe(true);
  });

  it('knows no ending of what is nobody’s campaign', () => {
    expect(endingOf('generic')).toBeNull();
    expect(endingOf('toString')).toBeNull();
  });
});

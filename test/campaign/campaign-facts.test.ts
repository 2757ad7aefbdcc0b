import { describe, expect, it } from 'vitest';
import { changedFacts, draftOf, factProblems } from '../../components/campaign/campaign-facts.ts';
import { openCasebookEntry } from '../../lib/casebook/casebook.ts';
import { messages } from '../../lib/messages/messages.ts';
import { Campaign } from '../../lib/model/campaign.ts';

const { campaign } = openCasebookEntry('posti-2019', '2026-01-01T00:00:00.000Z');
const words = messages.campaigns;

describe('the facts of a campaign', () => {
  it('nothing changed is nothing to save; spaces around a word are no change', () => {
    expect(changedFacts(campaign, draftOf(campaign))).toEqual({});
    expect(changedFacts(campaign, { ...draftOf(campaign), name: ` ${campaign.name} ` })).toEqual(
      {},
    );
  });

  it('only what was changed is saved, and the record stays one', () => {
    const draft = {
      ...draftOf(campaign),
      firstDay: '2020-02-03',
      currency: 'SEK',
      moneyYear: '2020',
    };
    const facts = changedFacts(campaign, draft);
    expect(facts).toEqual({ firstDay: '2020-02-03', currency: 'SEK', moneyYear: 2020 });
    expect(Campaign.safeParse({ ...campaign, ...facts }).success).toBe(true);
  });

  it('says what is wrong with each, all at once', () => {
    const draft = {
      ...draftOf(campaign),
      name: ' ',
      place: 'x'.repeat(201),
      firstDay: '2019-02-30',
      moneyYear: '19',
    };
    expect(factProblems(draft)).toEqual({
      name: words.nameEmpty,
      place: words.facts.tooLong,
      firstDay: words.guide.wrongDay,
      moneyYear: words.facts.wrongYear,
    });
    expect(factProblems(draftOf(campaign))).toEqual({});
  });

  it('what it lets through, the record lets through', () => {
    for (const moneyYear of ['1799', '1800', '2200', '2201', '2019.5', '']) {
      const draft = { ...draftOf(campaign), moneyYear };
      const isFine = factProblems(draft).moneyYear === undefined;
      const record = { ...campaign, ...changedFacts(campaign, draft) };
      expect([moneyYear, Campaign.safeParse(record).success && moneyYear !== '']).toEqual([
        moneyYear,
        isFine,
      ]);
    }
  });
});

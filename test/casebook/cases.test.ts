import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { CASE_IDS, CASES, isCaseId } from '../../lib/casebook/case-list.ts';
import {
  CASEBOOK_IDS,
  casebookName,
  fetchCasebookEntry,
  isCasebookId,
  isFounding,
  openCasebookEntry,
  type CasebookId,
} from '../../lib/casebook/casebook.ts';
import { entryAtStart, outcomeOf, startOf } from '../../lib/casebook/cases/cases.ts';
import { CASE_RECORDS } from '../../lib/casebook/cases/records.ts';
import { CASE_STARTS } from '../../lib/casebook/cases/starts.ts';
import { recordsOf } from '../../lib/casebook/entry.ts';
import { numbersOf, traceOf, untraced } from '../../lib/casebook/traces.ts';
import { MAX_DAYS } from '../../lib/model/action.ts';
import { Campaign } from '../../lib/model/campaign.ts';
import { dateOfDay } from '../../lib/model/campaign-days.ts';
import { Scenario } from '../../lib/model/scenario.ts';
import { simulateCertain } from '../../lib/simulation/ensemble.ts';

const NOW = '2026-11-23T03:00:00Z';
const SIMULATE = fileURLToPath(new URL('../../scripts/simulate.ts', import.meta.url));
const ALL: readonly CasebookId[] = [...CASEBOOK_IDS, ...CASE_IDS];

beforeAll(() => Promise.all(CASE_IDS.map(fetchCasebookEntry)));

describe('every entry of the casebook', () => {
  it('is one of twenty campaigns, or the generic one', () => {
    expect(new Set(ALL).size).toBe(21);
    expect(CASE_STARTS.map(({ id }) => id)).toEqual(CASE_IDS);
    expect(Object.keys(CASE_RECORDS).sort()).toEqual([...CASE_IDS].sort());
    for (const id of ALL) expect(isCasebookId(id), id).toBe(true);
    expect(isCaseId('posti-2019')).toBe(false);
  });

  it.each(ALL)('%s: every number traces to a source, a rule or an avowed assumption', (id) => {
    const entry = openCasebookEntry(id, NOW);
    expect(numbersOf(entry).length).toBeGreaterThanOrEqual(44);
    expect(untraced(entry)).toEqual([]);
  });

  it.each(ALL)('%s runs, and its endings sum to one on every day', (id) => {
    const entry = openCasebookEntry(id, NOW);
    const { open, conceded, compromised, collapsed } = simulateCertain(entry);
    expect(open.length).toBe(entry.scenario.horizonDays);
    open.forEach((share, day) => {
      expect(share + conceded[day] + compromised[day] + collapsed[day]).toBeCloseTo(1, 12);
    });
  });

  it('runs from the terminal by its name, too', () => {
    const json = execFileSync(process.execPath, [SIMULATE, 'patco-1981', '--certain', '--json'], {
      encoding: 'utf8',
    });
    const read = JSON.parse(json) as Record<string, unknown>;
    expect(JSON.stringify(read)).toContain('leverage');
  });
});

describe('a number from nowhere', () => {
  const at = (note: string, kind: 'rule' | 'source' | 'assumption' | 'own') =>
    traceOf({ kind, note, address: null });
  it('is refused', () => {
    expect(at('', 'source')).toBeNull();
    expect(at('seemed about right', 'assumption')).toBeNull();
    expect(at('seemed about right', 'rule')).toBeNull();
    expect(at('said by me', 'own')).toBeNull();
    expect(at('Rule wage.lucky: as it came out.', 'rule')).toBeNull();
    // A rule for what was stated, and nobody who stated it.
    expect(at('Rule workers.stated: as many as were said to strike.', 'rule')).toBeNull();
    expect(at('Rule wage.year: a year’s pay. 40 a year ÷ 365 days; .', 'rule')).toBeNull();
  });
  it('is told from one with a source, a rule or an avowed assumption', () => {
    expect(at('Rule workers.stated: as many as were said to strike. TUC Library.', 'rule')).toBe(
      'rule',
    );
    expect(at('Rule stake.pay: the gap.', 'rule')).toBe('rule');
    expect(at('AP; sff.org.', 'source')).toBe('source');
    expect(at('Our assumption.', 'assumption')).toBe('assumption');
  });
  it('is found in an entry', () => {
    const start = startOf('patco-1981');
    const entry = entryAtStart(start);
    const workers = {
      ...entry.figures.workers!,
      basis: { kind: 'own', note: 'me', address: null },
    } as const;
    const records = recordsOf({ ...entry, figures: { ...entry.figures, workers } }, NOW, 'x', 'y');
    expect(untraced(records)).toEqual(['workers']);
  });
});

describe.each(CASES)('case $id', ({ id, name, ending }) => {
  it('is a campaign and a scenario that the store and the engine accept', () => {
    const entry = openCasebookEntry(id, NOW);
    expect(() => Campaign.parse(entry.campaign)).not.toThrow();
    expect(() => Scenario.parse(entry.scenario)).not.toThrow();
    expect(entry.campaign).toMatchObject({ id, name, casebookId: id, provenance: 'casebook' });
    expect(isFounding(entry.scenario)).toBe(true);
    expect(casebookName(id)).toBe(name);
    expect(openCasebookEntry(id, NOW)).toEqual(entry);
  });

  it('ends as the list says, on the day of its record, and says where that was read', () => {
    const { campaign } = openCasebookEntry(id, NOW);
    const outcome = outcomeOf(id);
    expect(outcome.ending).toBe(ending);
    expect(campaign.settlement).toMatch(/\(.+\)\.$/);
    if (ending === 'open') expect(campaign.settledDay).toBeNull();
    else {
      expect(campaign.settledDay).toBe(outcome.day);
      const [date, recorded] = [dateOfDay(campaign, outcome.day), CASE_RECORDS[id].ending.date];
      // A weekend's agreement falls on the school day before.
      expect(Date.parse(recorded) - Date.parse(date)).toBeLessThan(3 * 86_400_000);
    }
  });

  it('has the same numbers whatever was done and however it ended', () => {
    const { campaign } = openCasebookEntry(id, NOW);
    const atStart = recordsOf(entryAtStart(startOf(id)), NOW, id, `${id}-founding`);
    expect(campaign.numbers).toEqual(atStart.campaign.numbers);
  });

  it('has its actions on days the model runs, none announced before it was', () => {
    const { scenario } = openCasebookEntry(id, NOW);
    const ids = new Set(scenario.actions.map((action) => action.id));
    for (const action of scenario.actions) {
      expect(action.startDay, action.id).toBeLessThan(Math.min(MAX_DAYS, scenario.horizonDays));
      expect(action.note, action.id).toMatch(/\(.+\)\.$/);
      if (action.kind === 'sympathyStrike') expect(action.announcedDay).toBeNull();
      if (action.kind === 'injunction') {
        for (const stopped of action.actionIds) expect(ids.has(stopped), stopped).toBe(true);
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  isFiltered,
  NO_FILTER,
  passes,
  sorted,
  SORTS,
} from '../../components/casebook/case-filter.ts';
import { caseGeometry, caseScale, caseTicks } from '../../components/casebook/case-line.ts';
import {
  CASE_ENDINGS,
  EMPLOYERS,
  isSolidarityKind,
  kindsOf,
  SOLIDARITY_KINDS,
  type CaseRow,
} from '../../components/casebook/case-row.ts';
import {
  endedWords,
  solidaritySentence,
  spokenLine,
} from '../../components/casebook/solidarity-words.ts';
import { caseNumbers } from '../../entrypoints/dashboard/casebook/case-numbers.ts';
import { caseRows } from '../../entrypoints/dashboard/casebook/case-rows.ts';
import { endingMark } from '../../entrypoints/dashboard/casebook/real-ending.ts';
import { readRoute } from '../../entrypoints/dashboard/workspace.svelte.ts';
import { CASES, endingOf, isCaseId } from '../../lib/casebook/case-list.ts';
import {
  fetchCasebookEntry,
  openCasebookEntry,
  type CasebookId,
} from '../../lib/casebook/casebook.ts';
import { outcomeOf } from '../../lib/casebook/cases/cases.ts';
import { CASE_RECORDS } from '../../lib/casebook/cases/records.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { isSolidarity } from '../../lib/model/action.ts';

const NOW = '2026-11-23T03:00:00Z';
const words = studioMessages.casebookPage;
const rows = caseRows();
const rowOf = (id: string) => rows.find((row) => row.id === id)!;
const namesOf = (list: readonly CaseRow[]) => list.map(({ id }) => id);

async function recordsOf(id: string) {
  await fetchCasebookEntry(id as CasebookId);
  return openCasebookEntry(id as CasebookId, NOW);
}

describe('the rows of the casebook', () => {
  it('are the twenty campaigns of the record', () => {
    expect(rows).toHaveLength(20);
    expect(new Set(namesOf(rows))).toEqual(
      new Set(['posti-2019', 'oakland-2019', ...CASES.map(({ id }) => id)]),
    );
  });

  it.each(rows)('$id: ends as its record does', (row) => {
    expect(row.ending).toBe(endingOf(row.id)!.ending);
    const days = (Date.parse(row.lastDate) - Date.parse(row.firstDate)) / 86_400_000;
    expect(row.endDay).toBe(days);
    if (isCaseId(row.id) && !row.countsSchoolDays) {
      expect(row.endDay).toBe(outcomeOf(row.id).day);
    }
  });

  it.each(rows)(
    '$id: shows the very actions of its scenario, solidarity as solidarity',
    async (row) => {
      const { scenario } = await recordsOf(row.id);
      expect(row.actions.map(({ id, name }) => [id, name])).toEqual(
        scenario.actions.map(({ id, name }) => [id, name]),
      );
      expect(row.actions.map(({ kind }) => isSolidarityKind(kind))).toEqual(
        scenario.actions.map(isSolidarity),
      );
    },
  );

  it.each(rows)('$id: each fact names its source or is marked', (row) => {
    const facts = [
      ...row.known,
      ...row.coded,
      ...row.told,
      ...row.said,
      row.ended,
      ...row.actions.map(({ what }) => what),
    ];
    for (const { text, provenance } of facts) {
      if (provenance.kind === 'source') {
        expect(provenance.source.trim(), text).not.toBe('');
        expect(provenance.isPartlyUnverified, text).toBe(text.includes('general knowledge'));
      } else if (provenance.kind === 'inText') {
        expect(text).toMatch(/\(|Times|AP/);
      }
    }
  });

  it('keep every “unverified” of the record', () => {
    for (const { id } of CASES) {
      const { told, ending, actions } = CASE_RECORDS[id];
      const recorded = [...told, ending.words, ...actions.map(({ what }) => what)];
      const row = rowOf(id);
      const shown = [...row.told, row.ended, ...row.actions.map(({ what }) => what)];
      expect(shown.map(({ provenance }) => provenance.kind === 'unverified')).toEqual(
        recorded.map(({ provenance }) => provenance === 'unverified'),
      );
    }
  });

  it('counts calendar days for schools, too', () => {
    // 10 to 18 September 2012; seven school days.
    expect(rowOf('chicago-2012')).toMatchObject({ endDay: 8, countsSchoolDays: true });
    expect(rowOf('oakland-2019')).toMatchObject({ endDay: 8, countsSchoolDays: true });
    expect(rowOf('ups-1997')).toMatchObject({ endDay: 15, countsSchoolDays: false });
  });

  it('knows of the strikes around Posti that were never needed', () => {
    const threats = rowOf('posti-2019').actions.filter(({ isThreat }) => isThreat);
    expect(threats.map(({ id }) => id)).toEqual(['watr-21', 'land-21', 'air-21']);
    expect(rows.flatMap(({ actions }) => actions).filter(({ isThreat }) => isThreat)).toHaveLength(
      3,
    );
  });
});

describe('filters', () => {
  it('show every campaign under one ending, one employer, and its kinds or none', () => {
    for (const row of rows) {
      const ending = CASE_ENDINGS.filter((each) => passes(row, { ...NO_FILTER, ending: each }));
      const employer = EMPLOYERS.filter((each) => passes(row, { ...NO_FILTER, employer: each }));
      const kinds = SOLIDARITY_KINDS.filter((each) => passes(row, { ...NO_FILTER, kind: each }));
      expect(ending).toEqual([row.ending]);
      expect(employer).toEqual([row.employer]);
      expect(kinds).toEqual(kindsOf(row));
      expect(passes(row, { ...NO_FILTER, kind: 'none' })).toBe(kinds.length === 0);
      expect(passes(row, NO_FILTER)).toBe(true);
    }
  });

  it('find those in which nobody stood with the strikers', () => {
    const alone = rows.filter((row) => passes(row, { ...NO_FILTER, kind: 'none' }));
    expect(namesOf(alone).toSorted()).toEqual(['nyc-1968', 'patco-1981']);
  });

  it('offer only what some campaign has, and can leave nothing over', () => {
    const { endings, kinds, employers, hasNone } = choicesOf(rows);
    expect(endings).toEqual(CASE_ENDINGS);
    expect(employers).not.toContain('singlePlant');
    expect(hasNone).toBe(true);
    for (const kind of kinds) expect(rows.some((row) => kindsOf(row).includes(kind))).toBe(true);
    const none = { ending: 'open', kind: 'none', employer: 'any' } as const;
    expect(rows.filter((row) => passes(row, none))).toEqual([]);
    expect(isFiltered(none)).toBe(true);
    expect(isFiltered(NO_FILTER)).toBe(false);
  });

  it.each(SORTS)('sorted %s first, none is lost', (sort) => {
    const list = sorted(rows, sort);
    expect(namesOf(list).toSorted()).toEqual(namesOf(rows).toSorted());
    const firsts = { oldest: 'london-dock-1889', newest: 'tesla-sweden-2023' };
    const lengths = { shortest: 'patco-1981', longest: 'delano-1965' };
    expect(list[0]!.id).toBe({ ...firsts, ...lengths }[sort]);
  });
});

describe('the one time scale', () => {
  const scale = caseScale(8, 800, 1785);

  it('makes the first week as wide as the second year, within a fiftieth', () => {
    const week = scale.x(7) - scale.x(0);
    const secondYear = scale.x(730) - scale.x(365);
    expect(Math.abs(week / secondYear - 1)).toBeLessThan(0.02);
  });

  it('has room for every campaign, in the order of their lengths', () => {
    const ends = sorted(rows, 'shortest').map((row) => caseGeometry(row, scale).x1);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(ends.at(-1)).toBeCloseTo(800, 6);
  });

  it.each([310, 500, 800])('names days that do not touch, %d px wide', (right) => {
    const narrow = caseScale(8, right, 1785);
    const ticks = caseTicks(narrow, 1785, () => 50);
    expect(ticks.length).toBeGreaterThanOrEqual(4);
    expect(ticks[0]).toEqual({ day: 0, x: narrow.x(0) });
    ticks
      .slice(1)
      .forEach(({ x }, index) => expect(x - ticks[index]!.x).toBeGreaterThanOrEqual(60));
    for (const { day } of ticks) expect(words.ticks[day]).toBeTruthy();
  });

  it.each(rows)(
    '$id: solidarity stands above the strike, the rest below, each on its day',
    (row) => {
      const { marks, y, height } = caseGeometry(row, scale);
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(row.actions.length);
      for (const mark of marks) {
        expect(mark.y < y, mark.key).toBe(isSolidarityKind(mark.kind));
        expect(mark.y).toBeLessThan(height);
        expect(mark.x).toBe(scale.x(mark.day));
        // Nothing is drawn beyond the end of the strike, and no end that the record does not have.
        if (mark.x2 !== null) expect(mark.x2).toBeLessThanOrEqual(scale.x(row.endDay));
        const actions = row.actions.filter(
          ({ kind, startDay }) => kind === mark.kind && startDay === mark.day,
        );
        expect(mark.isOpenEnded).toBe(actions.every(({ lastDay }) => lastDay === null));
      }
    },
  );
});

describe('what solidarity did, in a sentence', () => {
  it('says that there was none', () => {
    expect(solidaritySentence(rowOf('patco-1981'))).toBe(
      'The record has no dated act of solidarity.',
    );
  });

  it('says that no workers came out, and what came instead', () => {
    const sentence = solidaritySentence(rowOf('uk-miners-1984'));
    expect(sentence).toContain('gift to the strikers');
    expect(sentence).toContain(words.sentence.noWorkers);
    expect(rowOf('uk-miners-1984').said.map(({ text }) => text)).toEqual([
      CASE_RECORDS['uk-miners-1984'].told[0]!.value,
    ]);
  });

  it('says how long before the end it was over', () => {
    // Day 37 was the last of 38; the strike ended on day 110.
    expect(solidaritySentence(rowOf('septa-1983'))).toContain('over 73 days before the end');
    // Day 74 was the last of 31 from day 44; the strike ended on day 141.
    expect(solidaritySentence(rowOf('socal-grocery-2003'))).toContain(
      'over 67 days before the end',
    );
  });

  it('reads no end into a record that has none', () => {
    for (const row of rows) {
      const hasEnd = row.actions.some(
        ({ lastDay, isThreat }) => !isThreat && lastDay !== null && lastDay >= row.endDay,
      );
      expect(solidaritySentence(row).includes('to the end'), row.id).toBe(hasEnd);
    }
    expect(solidaritySentence(rowOf('seattle-1919'))).toContain('from day 16 to the end');
  });

  it.each(rows)('$id: has no day and no name that was not coded', (row) => {
    const sentence = solidaritySentence(row);
    const days = new Set(
      row.actions.flatMap(({ startDay, lastDay }) => [
        startDay,
        lastDay,
        row.endDay - (lastDay ?? 0),
      ]),
    );
    for (const [digits] of sentence.replaceAll(',', '').matchAll(/\d+/g)) {
      expect(days, `${digits} in “${sentence}”`).toContain(Number(digits));
    }
    for (const [, names] of sentence.matchAll(/\(([^)]+)\)/g)) {
      expect(
        row.actions.some(({ name }) => names!.includes(name)),
        names,
      ).toBe(true);
    }
    expect(spokenLine(row)).toContain(endedWords(row));
  });
});

describe('the numbers beside the facts', () => {
  it('are all there, each with its reason', async () => {
    const records = await recordsOf('hormel-p9-1985');
    const numbers = caseNumbers(records).flatMap((group) => group.numbers);
    expect(new Set(numbers.map(({ key }) => key)).size).toBe(numbers.length);
    expect(numbers.length).toBe(Object.keys(records.campaign.numbers).length + 2);
    for (const { basis, range } of numbers) {
      expect(basis).not.toBe('');
      expect(range).not.toBe('');
    }
    expect(numbers.find(({ key }) => key === 'workers')?.basis).toMatch(/^Rule workers\.stated:/);
  });
});

describe('the mark of the real ending', () => {
  it('names day and ending, and that the ending made none of the numbers', async () => {
    const { campaign } = await recordsOf('liverpool-1995');
    expect(endingMark(campaign)).toEqual({
      day: 851,
      label: words.realEnding.mark.collapse(851),
      note: words.realEnding.note,
      address: '#/casebook/liverpool-1995',
    });
  });

  it('does not claim that of the founding ones', async () => {
    const { campaign } = await recordsOf('posti-2019');
    expect(endingMark(campaign)).toMatchObject({
      day: 16,
      label: words.realEnding.mark.concession(16),
      note: words.realEnding.noteFounding,
    });
  });

  it('says of an open one how far it was read', async () => {
    const { campaign } = await recordsOf('tesla-sweden-2023');
    expect(endingMark(campaign)).toMatchObject({ day: 539, note: words.realEnding.noteOpen });
  });

  it('is an ordinary day of settling for everybody else, or nothing', () => {
    expect(endingMark({ casebookId: null, settledDay: 9 })).toMatchObject({ day: 9, note: null });
    // Somebody moved the day: it is theirs then.
    expect(endingMark({ casebookId: 'posti-2019', settledDay: 9 })?.note).toBeNull();
    expect(endingMark({ casebookId: 'generic', settledDay: null })).toBeNull();
  });
});

describe('the address', () => {
  it('leads to the page and to one campaign on it', () => {
    expect(readRoute('#/casebook')).toEqual({ page: 'casebook', caseId: null });
    expect(readRoute('#/casebook/patco-1981')).toEqual({ page: 'casebook', caseId: 'patco-1981' });
    expect(readRoute('#/casebook/<b>')).toEqual({ page: 'casebook', caseId: null });
  });
});

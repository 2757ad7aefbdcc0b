// @vitest-environment jsdom
/** What the model page says of the back-test and the calibration must follow from the reports, and turn when they turn. */
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import BackTest from '../../components/standing/BackTestReport.svelte';
import Calibration from '../../components/standing/CalibrationReport.svelte';
import {
  constantGeometry,
  formatGap,
  lengthTargets,
  metSentences,
  OUTCOME_WITHIN,
  outcomeTargets,
  QUANTILE_WITHIN,
  standsSentence,
  targetGeometry,
  targetRows,
} from '../../components/standing/calibration-view.ts';
import {
  differenceDots,
  levelOf,
  rankBars,
  reliabilityPanels,
} from '../../components/standing/track-record-chart.ts';
import {
  againstBest,
  backTestAnswer,
  backTestClaims,
  backTestLead,
  choiceSentences,
  formatInterval,
  formatNumbers,
  LEAST_SCORED,
  widest,
  wilson,
} from '../../components/standing/track-record-words.ts';
import {
  backTestReport,
  calibrationReport,
} from '../../entrypoints/dashboard/model/standing-reports.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { CONSTANTS_OF_MODEL_1 } from '../../lib/model/constants-of-model-1.ts';
import { MODEL_VERSION } from '../../lib/model/ensemble.ts';
import {
  CONSTANT_SETS,
  FORECAST_KINDS,
  HAZARD_KEYS,
  OUTCOMES,
  type BackTestReport,
  type ForecastKind,
  type MeanInterval,
} from '../../lib/model/track-record.ts';
import { currentConstants } from '../../lib/standing/backtest.ts';
import { OUTCOME_WIDTH, QUANTILE_WIDTH } from '../../lib/standing/calibration.ts';

const words = studioMessages.trackRecord;
const LOSES = { mean: 0.2, low: 0.1, high: 0.3 };
const EVEN = { mean: 0.1, low: -0.1, high: 0.3 };
const WINS = { mean: -0.2, low: -0.3, high: -0.1 };

/** The report with every difference to one forecast as given. */
function withDifference(
  kind: ForecastKind,
  log: MeanInterval,
  crps = log,
  byMonth = log,
): BackTestReport {
  return {
    ...backTestReport,
    forecasts: backTestReport.forecasts.map((each) =>
      each.kind === kind
        ? {
            ...each,
            logScoreDifference: log,
            crpsDifference: crps,
            logScoreDifferenceByMonth: byMonth,
            crpsDifferenceByMonth: crps,
          }
        : each,
    ),
  };
}

const KIND = 'lognormalByIndustry';
const about = (report: BackTestReport, kind: ForecastKind = KIND) => {
  const claims = backTestClaims(report);
  const named = Object.values(words.backTest.against).map((say) => say(words.backTest.names[kind]));
  const isIts = (claim: string) => named.some((start) => claim.startsWith(`${start}:`));
  return (['fails', 'even', 'holds'] as const).flatMap((group) =>
    claims[group].filter(isIts).map((text) => ({ group, text })),
  );
};

describe('a comparison', () => {
  const { against } = words.backTest;
  const name = words.backTest.names[KIND];
  it.each([
    [LOSES, LOSES, 'fails', against.loses(name)],
    [LOSES, EVEN, 'fails', against.losesByOne(name)],
    [EVEN, LOSES, 'fails', against.losesByOne(name)],
    [WINS, LOSES, 'fails', against.torn(name)],
    [EVEN, EVEN, 'even', against.even(name)],
    [WINS, EVEN, 'even', against.winsByOne(name)],
    [WINS, WINS, 'holds', against.wins(name)],
  ] as const)('is sorted by its signs', (log, crps, group, start) => {
    const said = about(withDifference(KIND, log, crps));
    expect(said).toHaveLength(1);
    expect(said[0]!.group).toBe(group);
    expect(said[0]!.text.startsWith(`${start}: `)).toBe(true);
  });

  it('says by how much without a sign, and a difference that is not shown with one', () => {
    expect(about(withDifference(KIND, LOSES, WINS))[0]!.text).toBe(
      'Against the lognormal by industry it wins by one score and loses by the other: ' +
        'log score worse by 0.200 (0.100 to 0.300), CRPS better by 0.20 days (0.10 to 0.30).',
    );
    expect(about(withDifference(KIND, EVEN))[0]!.text).toContain(
      'log score not shown to differ, 0.100 (−0.100 to 0.300)',
    );
  });

  it('counts as one only where strikes drawn by months leave out 0, too', () => {
    const [said] = about(withDifference(KIND, LOSES, LOSES, EVEN));
    expect(said).toMatchObject({ group: 'fails' });
    expect(said!.text).toContain('log score not shown to differ, 0.200 (−0.100 to 0.300)');
  });

  it('turns for a part of the simulator: what hurts when used is a failure', () => {
    const kind = 'simulatorWithoutIndustry';
    const part = words.backTest.parts[kind];
    const hurts = backTestClaims(withDifference(kind, LOSES));
    expect(hurts.fails.some((claim) => claim.startsWith(`${part} hurts: `))).toBe(true);
    const helps = backTestClaims(withDifference(kind, WINS));
    expect(helps.holds.some((claim) => claim.startsWith(`${part} helps: `))).toBe(true);
  });

  it('is led by the best textbook distribution of the report', () => {
    const best = backTestReport.forecasts
      .filter(({ kind }) => !kind.startsWith('simulator'))
      .reduce((a, b) => (b.logScore.mean < a.logScore.mean ? b : a));
    const { name: bestName } = againstBest(backTestReport);
    expect(bestName).toBe(words.backTest.names[best.kind]);
    const { lead } = words.backTest;
    expect(backTestLead(withDifference(best.kind, LOSES))).toBe(lead.worse(bestName));
    expect(backTestLead(withDifference(best.kind, EVEN))).toBe(lead.even(bestName));
    expect(backTestLead(withDifference(best.kind, WINS))).toBe(lead.better(bestName));
    expect(backTestAnswer(withDifference(best.kind, LOSES))).toContain(`the ${bestName}, beats`);
    expect(backTestAnswer(withDifference(best.kind, EVEN))).toContain('cannot be told apart');
    expect(backTestAnswer(withDifference(best.kind, WINS))).toContain('the simulator beats');
  });
});

describe('how wide its forecasts are', () => {
  const said = (ninety: number, half: number) =>
    backTestClaims({ ...backTestReport, coverage: { ninety, half } });
  const starts = (claims: readonly string[], start: string) =>
    claims.filter((claim) => claim.startsWith(start));

  it('is a failure where the share held is clearly another than was meant', () => {
    expect(starts(said(0.8, 0.4).fails, 'Its forecasts are too narrow')).toHaveLength(1);
    expect(starts(said(0.97, 0.62).fails, 'Its forecasts are too wide')).toHaveLength(1);
    const right = said(0.9, 0.5);
    expect(starts(right.fails, 'Its forecasts are too')).toHaveLength(0);
    expect(starts(right.holds, 'Its forecasts are as wide')).toHaveLength(1);
    const mixed = said(0.8, 0.5);
    expect(starts(mixed.fails, 'Its forecasts are too narrow')).toHaveLength(1);
    expect(starts(mixed.holds, 'Its forecasts are as wide')).toHaveLength(1);
  });

  it('is seen at the ends of the histogram', () => {
    const level = Array.from({ length: 10 }, () => 250);
    const with_ = (pit: number[]) => backTestClaims({ ...backTestReport, pit }).fails;
    const ends = (claims: readonly string[]) =>
      claims.filter((claim) => claim.includes('fall into'));
    expect(ends(with_(level))).toEqual([]);
    const high = ends(with_([400, ...level.slice(2), 400]));
    expect(high).toHaveLength(2);
    expect(high[0]).toContain('Too many strikes end sooner');
    expect(high[1]).toContain('Too many strikes outlast');
    expect(ends(with_([100, ...level.slice(1)]))[0]).toContain('Too few strikes end as soon');
  });
});

describe('the chances of having ended', () => {
  const group = (forecast: number, ended: number) => ({
    strikes: 300,
    forecast,
    ended,
    ...wilson(ended, 300),
  });
  const of = (groups: ReturnType<typeof group>[]) =>
    backTestClaims({
      ...backTestReport,
      reliability: [
        { days: 7, groups },
        { days: 14, groups },
      ],
    });
  it('hold where no more groups are off than chance allows', () => {
    const right = Array.from({ length: 8 }, (_, index) =>
      group(0.1 + index / 10, 0.1 + index / 10),
    );
    expect(of(right).holds.some((claim) => claim.includes('hold: they are off in 0 of 16'))).toBe(
      true,
    );
    const off = right.map((each, index) =>
      index < 4 ? group(each.forecast, each.ended - 0.1) : each,
    );
    const said = of(off).fails.find((claim) => claim.includes('are off in 8 of 16'));
    expect(said).toContain('in 8 of these fewer ended than it said, in 0 more did');
  });
});

describe('the industries', () => {
  const one = backTestReport.industries[0]!;
  const of = (...industries: [name: string, scored: number, log: MeanInterval][]) =>
    backTestClaims({
      ...backTestReport,
      industries: industries.map(([industry, scored, logScoreDifference]) => ({
        ...one,
        industry,
        scored,
        logScoreDifference,
      })),
    });
  it('are a failure where the lognormal is better in any that has strikes enough', () => {
    const mixed = of(['Ships', 90, LOSES], ['Rail', 80, WINS], ['Mines', 70, EVEN], ['', 3, LOSES]);
    const claim = mixed.fails.find((text) => text.includes('Ships (90 strikes)'));
    expect(claim).toMatch(/^The lognormal by industry has the better log score in Ships/);
    expect(claim).toContain('the simulator has the better log score in Rail (80 strikes)');
    expect(claim).toContain('in the other 1 industry');
    expect(claim).not.toContain(words.backTest.industries.none);
    expect(of(['Rail', LEAST_SCORED, WINS]).holds.some((text) => text.includes('Rail'))).toBe(true);
    expect(
      of(['Rail', 80, EVEN]).even.some((text) => text.startsWith('No difference is shown in 1')),
    ).toBe(true);
  });
});

it('says that the split is no clean test, whatever else holds', () => {
  const all = backTestReport.forecasts.reduce(
    (report, { kind }) => ({
      ...report,
      forecasts: report.forecasts.map((each) =>
        each.kind === kind
          ? withDifference(kind, WINS).forecasts.find((f) => f.kind === kind)!
          : each,
      ),
    }),
    {
      ...backTestReport,
      pit: Array.from({ length: 10 }, () => 252),
      coverage: { ninety: 0.9, half: 0.5 },
    },
  );
  expect(backTestClaims(all).fails.at(-1)).toMatch(/^This is no clean test: strikes from /);
});

it('says how the forecast was chosen, with or without a memory that fades', () => {
  const trend = { ...backTestReport.trendChoice, strikes: 5 };
  const said = (choice: object) =>
    choiceSentences({ ...backTestReport, trendChoice: trend, ...choice } as BackTestReport);
  expect(said({ memoryChoice: undefined })).toHaveLength(1);
  const difference = { mean: -0.002, low: -0.004, high: 0.001 };
  expect(said({ trendChoice: { ...trend, difference } })[0]).toContain(
    'without, a difference of −0.002 (−0.004 to 0.001).',
  );
  expect(said({ trendChoice: { ...trend, difference: undefined } })[0]).toContain('without. In');
  const memory = { splits: ['1990-01-01'], strikes: 5, candidates: [] };
  expect(said({ memoryChoice: { ...memory, halfLifeYears: 2 } })[1]).toContain('2 years old');
  expect(said({ memoryChoice: { ...memory, halfLifeYears: null } })[1]).toContain('count alike');
  expect(said({ trendChoice: { ...trend, isUsed: false } })[0]).toMatch(
    /is no part of the forecast/,
  );
  expect(said({ trendChoice: { ...trend, isUsed: true } })[0]).toMatch(/is part of the forecast/);
});

it('writes numbers so that none becomes nothing, with a true minus', () => {
  expect(formatNumbers([0.0153957, -0.0361], 3)).toEqual(['0.015', '−0.036']);
  expect(formatNumbers([-0.00533, -0.0100898, -0.000228], 3)).toEqual([
    '−0.0053',
    '−0.0101',
    '−0.0002',
  ]);
  expect(formatNumbers([0, 1.5], 2)).toEqual(['0.00', '1.50']);
  expect(formatGap(0.0001)).toBe('under 0.1 points');
  expect(formatGap(0.0343)).toBe('3.4 points');
});

describe('the back-test’s pictures', () => {
  it('set every forecast but its own on one scale, on its side of 0', () => {
    for (const score of ['log', 'crps'] as const) {
      const { groups, zero } = differenceDots(backTestReport.forecasts, score, 200, 600, 27);
      const dots = groups.flatMap((group) => group.dots);
      expect(dots.map(({ forecast }) => forecast.kind).toSorted()).toEqual(
        backTestReport.forecasts
          .map(({ kind }) => kind)
          .filter((kind) => kind !== 'simulator')
          .toSorted(),
      );
      const perUnit = dots.map(({ x, difference }) => (x - zero) / difference.mean);
      for (const each of perUnit) expect(each).toBeCloseTo(perUnit[0]!, 6);
      for (const { x, own, widest: reach, forecast, verdict } of dots) {
        expect(200 <= reach.low && reach.low <= own.low && own.low <= x).toBe(true);
        expect(x <= own.high && own.high <= reach.high && reach.high <= 600).toBe(true);
        const { low, high } = widest(forecast, score);
        expect(verdict).toBe(low > 0 ? 'worse' : high < 0 ? 'better' : 'even');
      }
    }
  });

  it('have bars as high as their counts, and the level where they would be even', () => {
    const { pit } = backTestReport;
    const geometry = rankBars(pit, 600);
    const perStrike = geometry.bars[0]!.height / pit[0]!;
    geometry.bars.forEach(({ height }, index) =>
      expect(height / pit[index]!).toBeCloseTo(perStrike, 9),
    );
    const { level, low, high } = levelOf(pit);
    expect(level * pit.length).toBeCloseTo(
      pit.reduce((a, b) => a + b, 0),
      6,
    );
    expect((geometry.bottom - geometry.level) / level).toBeCloseTo(perStrike, 9);
    expect(geometry.bars.map(({ isOutside }) => isOutside)).toEqual(
      pit.map((count) => count < low || count > high),
    );
  });

  it('have every group in its window, above the line where more ended than was said', () => {
    for (const width of [358, 780]) {
      const { panels, side, height } = reliabilityPanels(backTestReport.reliability, width);
      panels.forEach((panel, index) => {
        const { days, groups } = backTestReport.reliability[index]!;
        expect(panel.days).toBe(days);
        expect(panel.x + side).toBeLessThanOrEqual(width + 1e-9);
        expect(panel.y + side).toBeLessThan(height);
        expect(panel.points.map(({ group }) => group)).toEqual(groups);
        for (const { x, y, low, high, group } of panel.points) {
          expect(x).toBeGreaterThanOrEqual(panel.x);
          expect(x).toBeLessThanOrEqual(panel.x + side);
          expect(high).toBeGreaterThanOrEqual(panel.y - 1e-9);
          expect(low).toBeLessThanOrEqual(panel.y + side + 1e-9);
          const onLine = panel.y + side - (x - panel.x);
          expect(y < onLine).toBe(group.ended > group.forecast);
        }
      });
    }
  });
});

describe('the calibration', () => {
  it('calls met what the calibration calls met', () => {
    expect([QUANTILE_WITHIN, OUTCOME_WITHIN]).toEqual([QUANTILE_WIDTH, OUTCOME_WIDTH]);
    for (const { met } of calibrationReport.setUps) {
      for (const { quantiles, outcomes, isMet } of Object.values(met)) {
        const lengths = lengthTargets(calibrationReport);
        const endings = outcomeTargets(calibrationReport);
        const inside =
          quantiles.every(
            (days, index) => days >= lengths[index]!.low && days <= lengths[index]!.high,
          ) &&
          OUTCOMES.every(
            (outcome, index) =>
              outcomes[outcome] >= endings[index]!.low && outcomes[outcome] <= endings[index]!.high,
          );
        expect(inside).toBe(isMet);
      }
    }
  });

  it('is of the constants that this program runs with, and they meet every target in both set-ups', () => {
    const { modelVersion, constants, setUps } = calibrationReport;
    expect(modelVersion).toBe(MODEL_VERSION);
    expect(constants.before).toEqual(CONSTANTS_OF_MODEL_1);
    expect(constants.shipped).toEqual(currentConstants());
    expect(setUps.map(({ setUp }) => setUp)).toEqual(['onlyCostOfConceding', 'everyRange']);
    expect(setUps.map(({ met }) => met.shipped.isMet)).toEqual([true, true]);
    expect(setUps.map(({ met }) => met.before.isMet)).toEqual([true, false]);
  });

  it('is of the fit, rounded to three digits or fewer', () => {
    const { constants, ranges } = calibrationReport;
    for (const key of HAZARD_KEYS) {
      const part = constants.shipped[key] / constants.fitted[key];
      expect(Math.abs(part - 1)).toBeLessThan(0.002);
      expect(Number(constants.shipped[key].toPrecision(3))).toBe(constants.shipped[key]);
      const [low, high] = ranges[key];
      expect(low).toBeLessThan(constants.shipped[key]);
      expect(constants.shipped[key]).toBeLessThan(high);
    }
  });

  it('says what is missed first, and by which targets', () => {
    const [one] = calibrationReport.setUps;
    const { shipped } = one!.met;
    const days = [...shipped.quantiles];
    days[4] = calibrationReport.stated[4]! * 1.2;
    const share = calibrationReport.outcomes.collapse + 0.05;
    const missed = {
      ...shipped,
      quantiles: days,
      outcomes: { ...shipped.outcomes, collapse: share },
      isMet: false,
    };
    const said = metSentences({
      ...calibrationReport,
      setUps: [
        { ...one!, met: { ...one!.met, shipped: { ...shipped, isMet: true }, fitted: missed } },
      ],
    });
    expect(said.map(({ isMet }) => isMet)).toEqual([false, true, true]);
    expect(said[0]!.text).toMatch(/^Not met even by the fit: /);
    expect(said[0]!.text).toContain('by which 90% have ended (155 days instead of 129, 20% off)');
    expect(said[0]!.text).toContain('the share that ends in collapse (41.0% instead of 36%)');
    expect(said[1]!.text).toMatch(/^Met by model 1: /);
    expect(said[2]!.text).toMatch(/^Met by the model of this program: /);
  });

  it('says with which constants the model runs', () => {
    const { stands } = words.calibration;
    const { shipped, before } = calibrationReport.constants;
    expect(standsSentence(calibrationReport, shipped)).toBe(stands.fitted);
    expect(standsSentence(calibrationReport, before)).toBe(stands.before);
    expect(standsSentence(calibrationReport, { ...shipped, rampDays: 40 })).toBe(stands.neither);
  });

  it('is drawn with every length, ending and constant of the report where it belongs', () => {
    const targets = lengthTargets(calibrationReport);
    const rows = targetRows(calibrationReport, ({ quantiles }) => quantiles);
    expect(rows).toHaveLength(CONSTANT_SETS.length * calibrationReport.setUps.length);
    const drawn = targetGeometry(targets, rows, 'days', 54, 354);
    for (const { row, marks } of drawn.rows) {
      marks.forEach(({ value, x, isOff }, index) => {
        expect(value).toBe(row.values[index]);
        const { from, width } = drawn.bands[index]!;
        expect(isOff).toBe(x < from - 1e-9 || x > from + width + 1e-9);
      });
    }
    const { rows: drawnConstants, one } = constantGeometry(calibrationReport, 0, 300);
    expect(drawnConstants).toHaveLength(HAZARD_KEYS.length * 2);
    const { constants } = calibrationReport;
    for (const { key, set, x, range } of drawnConstants) {
      expect(x > one).toBe(constants[set][key] > constants.before[key]);
      expect(range !== null).toBe(set === 'fitted');
      if (range)
        expect(0 <= range.low && range.low <= x && x <= range.high && range.high <= 300).toBe(true);
    }
  });
});

describe('on the page', () => {
  beforeAll(() => {
    // jsdom lays nothing out and so observes no sizes; the charts then take their usual width.
    globalThis.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
  });
  let page: Record<string, unknown> | null = null;
  afterEach(async () => {
    if (page) await unmount(page);
    page = null;
    document.body.replaceChildren();
  });
  function show<Report>(component: Component<{ report: Report }>, report: Report) {
    page = mount(component, { target: document.body, props: { report } });
    flushSync();
    for (const details of document.querySelectorAll('details')) {
      details.open = true;
      details.dispatchEvent(new Event('toggle'));
    }
    flushSync();
    expect(document.body.textContent).not.toMatch(/undefined|NaN|Infinity|\[object/);
  }
  const rowsOf = (caption: string) =>
    [...document.querySelectorAll('table')]
      .find((table) => table.caption?.textContent === caption)!
      .querySelectorAll('tbody tr');
  const cellsOf = (row: Element) => [...row.children].map((cell) => cell.textContent!.trim());

  it('the failures stand before what holds, each once', () => {
    show(BackTest, backTestReport);
    const groups = [...document.querySelectorAll('[data-claims]')];
    const claims = backTestClaims(backTestReport);
    expect(groups.map((each) => each.getAttribute('data-claims'))).toEqual(
      (['fails', 'even', 'holds'] as const).filter((group) => claims[group].length > 0),
    );
    expect(groups.map((each) => each.querySelectorAll('li').length).reduce((a, b) => a + b)).toBe(
      claims.fails.length + claims.even.length + claims.holds.length,
    );
  });

  it('every picture has a name and a table with the report’s figures', () => {
    show(BackTest, backTestReport);
    const { differences, ranks, diagram, industries, all, names } = words.backTest;
    for (const picture of document.querySelectorAll('svg[role=img]')) {
      expect(picture.getAttribute('aria-label')).toMatch(/\d/);
    }
    const others = backTestReport.forecasts.filter(({ kind }) => kind !== 'simulator');
    const log = rowsOf(differences.title.log);
    others.forEach((each, index) => {
      expect(cellsOf(log[index]!)).toEqual([
        names[each.kind],
        formatInterval(each.logScore, 'log'),
        formatInterval(each.logScoreDifference, 'log'),
        formatInterval(each.logScoreDifferenceByMonth, 'log'),
      ]);
    });
    expect(rowsOf(differences.title.crps)).toHaveLength(others.length);
    expect([...rowsOf(ranks.title)].map((row) => cellsOf(row)[1])).toEqual(
      backTestReport.pit.map((count) => String(Math.round(count))),
    );
    expect(rowsOf(diagram.title)).toHaveLength(
      backTestReport.reliability.reduce((sum, { groups }) => sum + groups.length, 0),
    );
    const table = [...rowsOf(industries.title)].map(cellsOf);
    expect(table).toHaveLength(backTestReport.industries.length);
    backTestReport.industries.forEach(({ industry, scored, median, logScoreDifference }, index) => {
      expect(table[index]![0]).toBe(industry || industries.none);
      expect(table[index]![3]).toBe(String(median));
      const [mean] = formatNumbers([logScoreDifference.mean], 3);
      expect(table[index]![5]).toBe(
        scored >= LEAST_SCORED ? formatInterval(logScoreDifference, 'log') : mean,
      );
    });
    expect(rowsOf(all.title)).toHaveLength(backTestReport.forecasts.length);
    expect(document.querySelectorAll('svg[data-picture=reliability] circle')).toHaveLength(
      backTestReport.reliability.reduce((sum, { groups }) => sum + groups.length, 0),
    );
  });

  it('the calibration’s tables hold what was asked, and what each set of constants gives', () => {
    show(Calibration, calibrationReport);
    const { quantiles, mix, constants } = words.calibration;
    const setUps = calibrationReport.setUps.length;
    const lengths = [...rowsOf(quantiles.title)].map(cellsOf);
    expect(lengths).toHaveLength(setUps * CONSTANT_SETS.length * calibrationReport.levels.length);
    expect(lengths[0]!.slice(1, 3)).toEqual(['10%', String(calibrationReport.stated[0])]);
    expect(rowsOf(mix.title)).toHaveLength(setUps * CONSTANT_SETS.length * OUTCOMES.length);
    expect(rowsOf(constants.title)).toHaveLength(HAZARD_KEYS.length);
    expect(document.body.textContent).not.toContain('declared beforehand');
  });

  it('every forecast that a report may hold has its words, its dot and its claim', () => {
    const [, one] = backTestReport.forecasts;
    const forecasts = FORECAST_KINDS.map((kind) => ({ ...one!, kind }));
    show(BackTest, { ...backTestReport, forecasts });
    for (const score of ['log', 'crps']) {
      const dots = document.querySelectorAll(`svg[data-score=${score}] circle`);
      expect(dots).toHaveLength(FORECAST_KINDS.length - 1);
    }
    const claims = Object.values(backTestClaims({ ...backTestReport, forecasts })).flat();
    expect(claims.filter((claim) => claim.includes(': log score '))).toHaveLength(
      FORECAST_KINDS.length - 1,
    );
  });

  it('another report shows another page', () => {
    show(Calibration, {
      ...calibrationReport,
      modelVersion: 7,
      industry: 'Railways',
      fixedLengths: { share: 0.123, lengths: [{ days: 3, share: 1 }] },
      setUps: calibrationReport.setUps.slice(0, 1),
    });
    expect(document.body.textContent).toContain('12.3% of the strikes, declared beforehand');
    expect(document.body.textContent).toContain('Model 7,');
    expect(document.body.textContent).toContain('strikes of Railways');
  });
});

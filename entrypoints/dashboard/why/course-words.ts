/** The pictures of the course of a dispute: what it risks, when it ends, how its states move, how far it spreads. */
import { formatValue } from '../../../components/campaign/number-text.ts';
import { formatShare, inHundred } from '../../../components/charts/format.ts';
import { medians, roundedTop, type Panel } from '../../../components/charts/panels-chart.ts';
import type { Risk } from '../../../components/charts/risks-chart.ts';
import { halfOverBy, winLater } from '../../../components/charts/settles-chart.ts';
import { peakOf, type SpreadRow } from '../../../components/charts/spread-chart.ts';
import { messages } from '../../../lib/messages/messages.ts';
import {
  GUARD_RAILS,
  type Comparison,
  type EnsembleResult,
  type GuardRail,
} from '../../../lib/model/ensemble.ts';
import type { SectorSpread } from '../../../lib/model/study.ts';
import type { Limits } from '../studio.svelte.ts';

const words = messages.why;

export interface Names {
  withName: string;
  withoutName: string;
}

/** What the two sides of a picture are called: with and without, or both by name where one is pinned. */
export function sideNames(scenario: { name: string }, pinned: { name: string } | null): Names {
  return pinned
    ? { withName: words.inScenario(scenario.name), withoutName: words.inScenario(pinned.name) }
    : { withName: words.withSolidarity, withoutName: words.without };
}

function railWords(rail: GuardRail, limits: Limits): string {
  switch (rail) {
    case 'hardshipOverLimit':
      return words.risks.hardshipOverLimit(formatShare(limits.hardshipLimit));
    case 'supportUnderLimit':
      return words.risks.supportUnderLimit(formatShare(limits.supportLimit));
    case 'fundEmpty':
    case 'fewerThanHalfOut':
      return words.risks[rail];
    default:
      return rail satisfies never;
  }
}

export function risksOf({ scenario, baseline }: Comparison, limits: Limits): Risk[] {
  return GUARD_RAILS.map((rail) => ({
    id: rail,
    label: railWords(rail, limits),
    scenario: scenario.guardRails[rail],
    baseline: baseline.guardRails[rail],
  }));
}

export function risksSentence(risks: readonly Risk[], names: Names): string {
  const inWords = (found: readonly Risk[]) => found.map(({ label }) => label).join('; ');
  const largest = risks.toSorted((a, b) => b.scenario - a.scenario)[0]!;
  const worse = risks.filter(({ scenario, baseline }) => scenario - baseline >= 0.01);
  const better = risks.filter(({ scenario, baseline }) => baseline - scenario >= 0.01);
  const sentences = [
    words.risks.sentence({
      rail: largest.label,
      with: inHundred(largest.scenario),
      without: inHundred(largest.baseline),
      ...names,
    }),
  ];
  if (worse.length > 0) sentences.push(words.risks.worse(inWords(worse)));
  if (better.length > 0) sentences.push(words.risks.better(inWords(better)));
  if (worse.length + better.length === 0) sentences.push(words.risks.same);
  return sentences.join(' ');
}

type DrawnPanel = Panel & { format: (value: number) => string };

export function chancePanel({ scenario, baseline }: Comparison): DrawnPanel {
  return {
    id: 'chance',
    title: words.chances.title,
    scenario: winLater(scenario),
    baseline: winLater(baseline),
    quantiles: null,
    low: 0,
    high: 1,
    format: formatShare,
  };
}

export function chanceSentence({ scenario, baseline }: Comparison, day: number, names: Names) {
  const ours = winLater(scenario);
  const theirs = winLater(baseline);
  const at = Math.max(0, Math.min(day, scenario.days - 2, baseline.days - 2));
  const say = (value: number | null | undefined) =>
    value === null || value === undefined ? words.chances.hardly : formatShare(value);
  const first = ours[0];
  const there = ours[at];
  return [
    words.chances.sentence({ day: at, with: say(there), without: say(theirs[at]), ...names }),
    ...(typeof first === 'number' && typeof there === 'number' && there < first - 0.01
      ? [words.chances.falls]
      : []),
    words.chances.note,
  ].join(' ');
}

export function settlesSentence({ scenario, baseline }: Comparison, days: number, names: Names) {
  const say = (result: EnsembleResult) => {
    const day = halfOverBy(result);
    return day === null ? words.settles.never : words.settles.day(day);
  };
  const sentence = words.settles.sentence({
    day: say(scenario),
    without: say(baseline),
    ...names,
  });
  return `${sentence} ${words.settles.note(days, names.withoutName)}`;
}

const STATES = ['participation', 'support', 'hardship', 'fund', 'harmToOthers'] as const;
type State = (typeof STATES)[number];
const MONEY: readonly State[] = ['fund', 'harmToOthers'];

/** The five states, with one axis each. */
export function statePanels(
  scenario: EnsembleResult,
  baseline: EnsembleResult,
  shownDays: number,
  currency: string,
): DrawnPanel[] {
  return STATES.flatMap((state): DrawnPanel[] => {
    const ours = scenario.quantiles[state];
    const theirs = baseline.quantiles[state];
    if (!ours || !theirs) return [];
    const isMoney = MONEY.includes(state);
    const seen = [...ours.subarray(0, shownDays * 5), ...theirs.subarray(0, shownDays * 5)].filter(
      Number.isFinite,
    );
    return [
      {
        id: state,
        title: words.states[state],
        scenario: medians(ours, Math.min(shownDays, scenario.days)),
        baseline: medians(theirs, Math.min(shownDays, baseline.days)),
        quantiles: ours,
        low: 0,
        high: isMoney ? roundedTop(Math.max(0, ...seen)) : 1,
        format: isMoney ? (value) => formatValue(value, { unit: 'money', currency }) : formatShare,
      },
    ];
  });
}

export function statesSentence(
  scenario: EnsembleResult,
  baseline: EnsembleResult,
  shownDays: number,
  { withoutName }: Pick<Names, 'withoutName'>,
): string {
  const at = (result: EnsembleResult, state: State) => {
    const day = Math.min(shownDays, result.days) - 1;
    return formatShare(result.quantiles[state]?.[day * 5 + 2] ?? 0);
  };
  const last = words.states.last({
    day: shownDays - 1,
    participation: at(scenario, 'participation'),
    participationWithout: at(baseline, 'participation'),
    support: at(scenario, 'support'),
    supportWithout: at(baseline, 'support'),
    withoutName,
  });
  return `${last} ${words.states.note(withoutName)}`;
}

/** Sectors in the study's order, each with its own days. */
export function spreadRows({ codes, names, order, scenario, baseline }: SectorSpread): SpreadRow[] {
  const column = (values: Float64Array, sector: number) =>
    Float64Array.from(
      { length: values.length / codes.length },
      (_, day) => values[day * codes.length + sector]!,
    );
  return order.map((sector) => ({
    code: codes[sector]!,
    name: names[sector] ?? codes[sector]!,
    scenario: column(scenario, sector),
    baseline: column(baseline, sector),
  }));
}

/** A thousandth of a sector is nothing that anybody would notice. */
const NOTHING = 0.001;

export function spreadSentence(rows: readonly SpreadRow[], shownDays: number): string {
  const [, next] = rows;
  if (!next) return words.spread.note;
  const { share, day, without } = peakOf(next, shownDays);
  if (share < NOTHING) return `${words.spread.nothing} ${words.spread.note}`;
  const sentence = words.spread.sentence({
    name: next.name,
    peak: formatShare(share),
    day,
    without: formatShare(without),
  });
  return `${sentence} ${words.spread.note}`;
}

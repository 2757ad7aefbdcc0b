/** The answer as plain text, to paste into a mail: the sentences, the figures with their ranges, and what reproduces them. */
import { QUANTILE_LEVELS, type Comparison, type EnsembleResult } from '../../lib/model/ensemble.ts';
import type { CampaignScenario, Scenario } from '../../lib/model/scenario.ts';
import { LOCALE, messages } from '../../lib/messages/messages.ts';
import { formatPoints, formatRatio, formatRatioRange, formatShare } from '../charts/format.ts';
import { plainText, type Summary } from './summarize.ts';

const words = messages.studio.copy;
const LAST_LEVEL = QUANTILE_LEVELS.length - 1;

function leverageWords({ quantiles }: EnsembleResult, day: number): string {
  const at = (level: number) => quantiles.leverage[day * QUANTILE_LEVELS.length + level]!;
  return words.leverage({
    median: formatRatio(at(2)),
    half: formatRatioRange(at(1), at(3)),
    ninety: formatRatioRange(at(0), at(LAST_LEVEL)),
  });
}

function endingsWords({ endings, endedAsDeclared, days }: EnsembleResult): string {
  const last = days - 1;
  return words.endings({
    conceded: formatShare(endings.conceded[last]!),
    compromised: formatShare(endings.compromised[last]!),
    collapsed: formatShare(endings.collapsed[last]!),
    open: formatShare(endings.open[last]!),
    isDeclaredEnd: endedAsDeclared > 0,
  });
}

/**
 * @param comparison the full one, with its digest
 * @param program name and version of what computed it
 */
export function summaryText(
  { campaign, scenario }: CampaignScenario,
  comparison: Comparison,
  summary: Summary,
  baseline: Scenario | null,
  dayWords: (day: number) => string,
  program: string,
): string {
  const names = baseline
    ? { ours: words.named(scenario.name), theirs: words.named(baseline.name) }
    : { ours: words.with, theirs: words.without };
  const { scenario: ours, baseline: theirs } = comparison;
  const of = (name: string, text: string) => words.line(name, text);
  return [
    words.title(campaign.name, scenario.name),
    '',
    plainText(summary.headline),
    plainText(summary.detail),
    ...summary.why,
    ...summary.cautions,
    '',
    words.leverageOn(dayWords(summary.day)),
    of(names.ours, leverageWords(ours, summary.day)),
    of(names.theirs, leverageWords(theirs, Math.min(summary.day, theirs.days - 1))),
    words.endingsBy(dayWords(ours.days - 1)),
    of(names.ours, endingsWords(ours)),
    of(names.theirs, endingsWords(theirs)),
    words.gain({
      mean: formatPoints(comparison.meanGain),
      low: formatPoints(comparison.gainQuantiles[0]!),
      high: formatPoints(comparison.gainQuantiles[LAST_LEVEL]!),
    }),
    '',
    messages.studio.exploratory,
    words.basis({
      days: ours.days,
      futures: ours.futures.toLocaleString(LOCALE),
      seed: ours.seed,
      model: ours.modelVersion,
      program,
    }),
    words.digest(comparison.digest),
  ].join('\n');
}

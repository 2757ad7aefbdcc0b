/** The steps of the story, each with what a speaker says over it: one sentence or two, from the numbers. */
import type { Comparison } from '../../lib/model/ensemble.ts';
import { isSolidarity } from '../../lib/model/action.ts';
import type { CampaignScenario } from '../../lib/model/scenario.ts';
import { messages } from '../../lib/messages/messages.ts';
import {
  actionsOnLine,
  isCompared,
  leverageOn,
  risksOf,
  type Limits,
} from '../brief/brief-facts.ts';
import {
  formatPoints,
  formatRatio,
  formatRatioRange,
  inHundred,
  wholeHundred,
} from '../charts/format.ts';
import { plainText, type Summary } from '../summary/summarize.ts';
import { nameOf } from '../timeline/describe-action.ts';

export const STORY_STEPS = ['answer', 'line', 'leverage', 'endings', 'dots', 'risks'] as const;
export type StoryStepName = (typeof STORY_STEPS)[number];

export interface StoryStep {
  name: StoryStepName;
  title: string;
  sentence: string;
}

export interface StoryParts {
  records: CampaignScenario;
  comparison: Comparison;
  summary: Summary;
  limits: Limits;
  isPinned: boolean;
  /** How the page names a day: "day 16 (27 Nov 2019)". */
  dayWords: (day: number) => string;
}

/** Below one in a hundred a danger is not worth a sentence. */
const WORTH_SAYING = 0.01;

export function storySteps(parts: StoryParts): StoryStep[] {
  const words = messages.story;
  const sentences: Record<StoryStepName, string> = {
    answer: plainText(parts.summary.detail),
    line: lineSentence(parts),
    leverage: leverageSentence(parts),
    endings: endingsSentence(parts),
    dots: dotsSentence(parts),
    risks: risksSentence(parts),
  };
  return STORY_STEPS.map((name) => ({
    name,
    title: words.steps[name],
    sentence: sentences[name],
  }));
}

function lineSentence({ records }: StoryParts): string {
  const words = messages.story;
  const { campaign } = records;
  const all = actionsOnLine(records);
  const ours = all.filter(isSolidarity);
  const counters = all.length - ours.length;
  const sentences: string[] = [];
  if (ours.length === 0) {
    sentences.push(words.lineNone(campaign.targetName || messages.studio.targetFallback));
  } else if (ours.length === 1) {
    sentences.push(words.lineOne(nameOf(ours[0], campaign), ours[0].startDay));
  } else {
    sentences.push(
      words.lineMany({
        count: ours.length,
        name: nameOf(ours[0], campaign),
        day: ours[0].startDay,
        last: ours.at(-1)!.startDay,
      }),
    );
  }
  if (counters > 0) sentences.push(words.lineCounter(counters));
  return sentences.join(' ');
}

function leverageSentence({ records, comparison, summary, isPinned, dayWords }: StoryParts) {
  const words = messages.story;
  const quantiles = leverageOn(comparison.scenario, summary.day);
  const said = {
    day: dayWords(summary.day),
    ours: formatRatio(quantiles[2]),
    range: formatRatioRange(quantiles[1], quantiles[3]),
  };
  if (!isCompared(records, isPinned)) return words.leverageAlone(said);
  const alone = formatRatio(leverageOn(comparison.baseline, summary.day)[2]);
  return words.leverage({ ...said, alone });
}

function endingsSentence({ records, comparison, isPinned }: StoryParts): string {
  const words = messages.story;
  const last = comparison.scenario.days - 1;
  const ours = comparison.scenario.endings;
  const said = {
    day: last,
    won: inHundred(ours.conceded[last]),
    lost: inHundred(ours.collapsed[last]),
  };
  if (!isCompared(records, isPinned)) return words.endingsAlone(said);
  const { endings, days } = comparison.baseline;
  return words.endings({
    ...said,
    wonAlone: inHundred(endings.conceded[days - 1]),
    lostAlone: inHundred(endings.collapsed[days - 1]),
  });
}

function dotsSentence({ records, comparison, isPinned }: StoryParts): string {
  const words = messages.story;
  if (!isCompared(records, isPinned)) return words.dotsNone;
  const { helps, indifferent, hurts } = wholeHundred(
    comparison.helps,
    comparison.indifferent,
    comparison.hurts,
  );
  if (indifferent >= 90) return words.dotsSame({ same: indifferent });
  const said = {
    helps,
    same: indifferent,
    hurts,
    low: formatPoints(comparison.gainQuantiles[0]),
    high: formatPoints(comparison.gainQuantiles[comparison.gainQuantiles.length - 1]),
  };
  return hurts > helps ? words.dotsHurt(said) : words.dotsHelp(said);
}

function risksSentence({ comparison, limits }: StoryParts): string {
  const worst = risksOf(comparison, limits).reduce((a, b) => (b.chance > a.chance ? b : a));
  return worst.chance < WORTH_SAYING ? messages.story.risksNone : messages.story.risks(worst);
}

/** The casebook's score as `npm run score:casebook -- --out FILE` writes it. */
import { z } from '../model/zod.ts';

const Share = z.number().min(0).max(1);
const Ended = z.enum(['collapse', 'compromise', 'concession']);
const Forecast = z.strictObject({ collapse: Share, compromise: Share, concession: Share });
/** A mean with its 95% bootstrap interval, campaigns drawn anew. */
const Interval = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });

/** One campaign's forecast of one morning, and what it scored: 0 is certain and right, 1 certain of the other extreme. */
const CampaignScore = z.strictObject({
  id: z.string(),
  day: z.int().min(0),
  ending: Ended,
  forecast: Forecast,
  score: Share,
  baseScore: Share,
});
export type CampaignScore = z.infer<typeof CampaignScore>;

/** The forecasts of one morning, of the campaigns that were open then. */
const MorningScore = z.strictObject({
  day: z.int().min(0),
  campaigns: z.int().min(1),
  score: Interval,
  baseScore: Interval,
  /** Ours less the base rates': below 0 we are better. */
  difference: Interval,
});
export type MorningScore = z.infer<typeof MorningScore>;

export const CasebookScore = z.strictObject({
  modelVersion: z.int().min(1),
  futures: z.int().min(1),
  seed: z.int(),
  horizonDays: z.int().min(1),
  baseRates: Forecast,
  /** Open when last read, on that day; not scored. */
  censored: z.array(z.strictObject({ id: z.string(), day: z.int().min(0) })),
  byRule: z.array(MorningScore).min(1),
  /** With the founding campaigns, whose numbers were not coded blind. */
  withFounding: z.array(MorningScore).min(1),
  campaigns: z.array(CampaignScore).min(1),
});
export type CasebookScore = z.infer<typeof CasebookScore>;

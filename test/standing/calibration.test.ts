import { expect, test } from 'vitest';
import { CONSTANTS_OF_MODEL_1 } from '../../lib/model/constants-of-model-1.ts';
import { HAZARD_KEYS } from '../../lib/model/track-record.ts';
import { currentConstants, genericCampaign } from '../../lib/standing/backtest.ts';
import {
  calibrate,
  calibrationReport,
  LEVELS,
  onlyCostOfConceding,
  quantileOf,
} from '../../lib/standing/calibration.ts';
import { enduranceCourses, endingsOf } from '../../lib/standing/endurance-courses.ts';

const current = currentConstants();

test('a quantile lies on a straight line within its day', () => {
  expect(quantileOf([0.2, 0.4, 0.8], 0.5)).toBeCloseTo(2.25, 12);
});

test('calibration finds the constants that lengths and endings were made with', () => {
  const courses = enduranceCourses(onlyCostOfConceding(genericCampaign()), 24);
  const made = { ...current, concessionRate: 2.2, collapseRate: 0.25, frailtyVariance: 1.1 };
  const { cumulated, conceded, compromised, collapsed } = endingsOf(courses, made);
  const ended = conceded + compromised + collapsed;
  const targets = {
    days: LEVELS.map((level) => quantileOf(cumulated, level)),
    outcomes: {
      concession: conceded / ended,
      compromise: compromised / ended,
      collapse: collapsed / ended,
    },
  };
  const found = calibrate([courses], targets, current, { evaluations: 800 });
  for (const key of HAZARD_KEYS) expect(found[key] / made[key]).toBeCloseTo(1, 1);
}, 60_000);

test('the same strikes and the same seed give the same report, to the digit', () => {
  const strikes = Array.from({ length: 80 }, (_, i) => ({
    startDay: 7_000 + i,
    days: 1 + ((i * i) % 97),
    industry: '',
  }));
  const report = () =>
    calibrationReport({ strikes, industry: null, seed: 1, futures: 8, resamples: 2 });
  const first = report();
  expect(JSON.stringify(report())).toBe(JSON.stringify(first));
  expect(first.constants.shipped).toEqual(current);
  expect(first.constants.before).toEqual(CONSTANTS_OF_MODEL_1);
}, 60_000);

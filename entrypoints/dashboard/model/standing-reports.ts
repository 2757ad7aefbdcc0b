/** The reports on the model's standing, as their scripts wrote them. Fetched with the sections that show them. */
import type { FoundingReport, SensitivityReport } from '../../../lib/model/doubt.ts';
import type { BackTestReport, CalibrationReport } from '../../../lib/model/track-record.ts';
import backTest from '../../../lib/standing/backtest-report.json';
import calibration from '../../../lib/standing/calibration-report.json';
import { CASEBOOK_SCORE } from '../../../lib/standing/casebook-score.ts';
import founding from '../../../lib/standing/founding-report.json';
import sensitivity from '../../../lib/standing/sensitivity-report.json';

export const casebookScoreReport = CASEBOOK_SCORE;
// Ours, and held by tests to their scripts: a schema would say the types a second time.
export const foundingReport = founding as unknown as FoundingReport;
export const sensitivityReport = sensitivity as unknown as SensitivityReport;
export const backTestReport = backTest as unknown as BackTestReport;
export const calibrationReport = calibration as unknown as CalibrationReport;

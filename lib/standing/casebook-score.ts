import { CasebookScore } from './casebook-score-report.ts';
import report from './casebook-score.json' with { type: 'json' };

/** The score as it fell when the report was last written; nothing is computed here. Throws if the file is malformed. */
export const CASEBOOK_SCORE: CasebookScore = CasebookScore.parse(report);

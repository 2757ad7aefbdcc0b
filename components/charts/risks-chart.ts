/** Chances of what may go wrong, with and without, one above the other. */

export interface Risk {
  id: string;
  label: string;
  /** Chances, shares. */
  scenario: number;
  baseline: number;
}

export interface RiskRow extends Risk {
  textY: number;
  y: number;
  scenarioWidth: number;
  baselineWidth: number;
}

const ROW = 54;
/** Room for the figure behind the longest bar. */
const FIGURE = 150;
/** A chance below this is drawn small: a scale that made 1 in 100 fill the page would frighten for nothing. */
const LEAST_SCALE = 0.2;
const LEAST_BAR = 1.5;

export function risksGeometry(
  risks: readonly Risk[],
  width: number,
): { height: number; rows: RiskRow[] } {
  const most = Math.max(
    LEAST_SCALE,
    ...risks.flatMap(({ scenario, baseline }) => [scenario, baseline]),
  );
  const bar = (chance: number) =>
    Math.max(LEAST_BAR, (chance / most) * Math.max(1, width - FIGURE));
  return {
    height: risks.length * ROW,
    rows: risks.map((risk, index) => ({
      ...risk,
      textY: index * ROW + 14,
      y: index * ROW + 21,
      scenarioWidth: bar(risk.scenario),
      baselineWidth: bar(risk.baseline),
    })),
  };
}

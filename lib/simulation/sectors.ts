/**
 * The sector network: a stoppage moves forward through sectors that depend on each other, once their stocks run out.
 * Ghosh-type forward input–output with inventories (model.md, step 3; Hallegatte's ARIO 2008, Lian & Haimes 2006).
 *
 * The exact recursion runs in every future: only sectors that are down pass anything on, so a day costs a few
 * columns rather than the whole matrix, and nothing needs to be interpolated.
 */
import type { SectorTable } from '../model/sector-table.ts';

/** A sector counts as down, and its customers' stocks as running out, above this inoperability. */
const DOWN = 0.01;
/** Each row of W is scaled down to at most this sum, or a stoppage could feed itself for ever. */
const LARGEST_ROW_SUM = 0.95;
const DAYS_PER_YEAR = 365;

export class SectorNetwork {
  readonly size: number;
  /** Row of the struck sector. */
  readonly struck: number;
  /** Inoperability q of each sector, 0–1; of the future and day last stepped. */
  readonly inoperability: Float64Array;

  private readonly codes: readonly string[];
  /** A_ji by column j: share of i's output that rests on what j sells it, entry j·size + i. */
  private readonly inputs: Float64Array;
  private readonly valueAddedPerDay: Float64Array;
  private readonly weights: Float64Array;
  private readonly stockLeft: Float64Array;
  private readonly inflow: Float64Array;
  private stockDecay = 1;
  private adjustment = 0;

  constructor(table: SectorTable, struckCode: string) {
    const n = table.codes.length;
    this.size = n;
    this.codes = table.codes;
    this.struck = table.codes.indexOf(struckCode);
    this.inputs = new Float64Array(n * n);
    for (let j = 0; j < n; j++) {
      for (let i = 0; i < n; i++) this.inputs[j * n + i] = table.sales[j][i] / table.output[i];
    }
    this.valueAddedPerDay = Float64Array.from(
      table.valueAdded,
      (valueAdded) => valueAdded / DAYS_PER_YEAR,
    );
    this.weights = new Float64Array(n * n);
    this.inoperability = new Float64Array(n);
    this.stockLeft = new Float64Array(n);
    this.inflow = new Float64Array(n);
  }

  indexOf(code: string | null): number {
    return code === null ? -1 : this.codes.indexOf(code);
  }

  /**
   * A new future: everything runs, W from this future's numbers.
   * @param critical sectors whose outputs weigh `criticality` times as much: the struck and the named ones
   * @param criticality κ
   * @param stockDecayPerStep e^(−step/B_in)
   * @param adjustmentRate k_q, per day
   */
  begin(
    critical: Uint8Array,
    criticality: number,
    stockDecayPerStep: number,
    adjustmentRate: number,
    stepDays: number,
  ): void {
    const { size: n, inputs, weights } = this;
    this.inoperability.fill(0);
    this.stockLeft.fill(1);
    this.stockDecay = stockDecayPerStep;
    this.adjustment = adjustmentRate * stepDays;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += inputs[j * n + i] * (critical[j] === 1 ? criticality : 1);
      const scale = sum > LARGEST_ROW_SUM ? LARGEST_ROW_SUM / sum : 1;
      for (let j = 0; j < n; j++) {
        weights[j * n + i] = inputs[j * n + i] * (critical[j] === 1 ? criticality : 1) * scale;
      }
    }
  }

  /**
   * One step; the struck sector stops by `stoppage`, the others by `strikes[offset + i]` (capped at 1).
   * @returns Σ over the other sectors of value added lost per day, money
   */
  step(stoppage: number, strikes: Float64Array, offset: number): number {
    const {
      size: n,
      inoperability: q,
      stockLeft,
      inflow,
      weights,
      struck,
      valueAddedPerDay,
    } = this;
    inflow.fill(0);
    for (let j = 0; j < n; j++) {
      if (!(q[j] > DOWN)) {
        stockLeft[j] = 1;
        continue;
      }
      stockLeft[j] *= this.stockDecay;
      const passedOn = q[j] * (1 - stockLeft[j]);
      const column = j * n;
      for (let i = 0; i < n; i++) inflow[i] += weights[column + i] * passedOn;
    }
    let lost = 0;
    for (let i = 0; i < n; i++) {
      const own = i === struck ? stoppage : strikes[offset + i];
      const reached = own + inflow[i];
      q[i] += this.adjustment * ((reached < 1 ? reached : 1) - q[i]);
      if (i !== struck) lost += valueAddedPerDay[i] * q[i];
    }
    return lost;
  }

  /**
   * What the announced strikes would add to today's loss, money per day: G^a without the people hit directly.
   * Read after `step`.
   */
  announcedLoss(strikes: Float64Array, announced: Float64Array, offset: number): number {
    let lost = 0;
    for (let i = 0; i < this.size; i++) {
      const threat = announced[offset + i];
      if (i === this.struck || !(threat > 0)) continue;
      const own = strikes[offset + i];
      const together = own + threat;
      const down = own > this.inoperability[i] ? own : this.inoperability[i];
      const extra = (together < 1 ? together : 1) - down;
      if (extra > 0) lost += this.valueAddedPerDay[i] * extra;
    }
    return lost;
  }
}

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
/** Rows are scaled down anyway; a table that lies about an output must not make them infinite. */
const LARGEST_INPUT = 1e12;
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
  /** Of the sectors that are down: where their column of W begins, and how much of it is passed on. */
  private readonly columns: Int32Array;
  private readonly passedOn: Float64Array;
  private stockDecay = 1;
  private adjustment = 0;

  constructor(table: SectorTable, struckCode: string) {
    const n = table.codes.length;
    this.size = n;
    this.codes = table.codes;
    this.struck = table.codes.indexOf(struckCode);
    this.inputs = new Float64Array(n * n);
    for (let j = 0; j < n; j++) {
      for (let i = 0; i < n; i++) {
        this.inputs[j * n + i] = Math.min(LARGEST_INPUT, table.sales[j][i] / table.output[i]);
      }
    }
    this.valueAddedPerDay = Float64Array.from(
      table.valueAdded,
      (valueAdded) => valueAdded / DAYS_PER_YEAR,
    );
    // What the struck sector itself loses is the target's own cost, not harm to others.
    this.valueAddedPerDay[this.struck] = 0;
    this.weights = new Float64Array(n * n);
    this.inoperability = new Float64Array(n);
    this.stockLeft = new Float64Array(n);
    this.inflow = new Float64Array(n);
    this.columns = new Int32Array(n + 3);
    this.passedOn = new Float64Array(n + 3);
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
    const { stockDecay, adjustment, columns, passedOn } = this;
    let active = 0;
    for (let j = 0; j < n; j++) {
      const down = q[j];
      if (!(down > DOWN)) {
        stockLeft[j] = 1;
        continue;
      }
      const left = stockLeft[j] * stockDecay;
      stockLeft[j] = left;
      columns[active] = j * n;
      passedOn[active++] = down * (1 - left);
    }
    // Four columns at a time: this product is half of the engine's time, and mostly loads and stores.
    for (const end = (active + 3) & ~3; active < end; active++) {
      columns[active] = 0;
      passedOn[active] = 0;
    }
    for (let a = 0; a < active; a += 4) {
      const c0 = columns[a];
      const c1 = columns[a + 1];
      const c2 = columns[a + 2];
      const c3 = columns[a + 3];
      const p0 = passedOn[a];
      const p1 = passedOn[a + 1];
      const p2 = passedOn[a + 2];
      const p3 = passedOn[a + 3];
      for (let i = 0; i < n; i++) {
        inflow[i] +=
          weights[c0 + i] * p0 +
          weights[c1 + i] * p1 +
          (weights[c2 + i] * p2 + weights[c3 + i] * p3);
      }
    }
    let lost = 0;
    for (let i = 0; i < n; i++) {
      const reached = (i === struck ? stoppage : strikes[offset + i]) + inflow[i];
      inflow[i] = 0;
      const before = q[i];
      const after = before + adjustment * ((reached < 1 ? reached : 1) - before);
      q[i] = after;
      lost += valueAddedPerDay[i] * after;
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

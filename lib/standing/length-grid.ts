/**
 * Every forecast the simulator is asked to weigh: the generic campaign with shorter or longer endurance, more or less
 * different disputes, slower or faster onset of its hazards, all side by side on one grid. Weights over the grid are what
 * a fit is, and the weighted mean of its forecasts is what it expects.
 */
import { log } from '../model/arithmetic.ts';
import type { LengthTables } from './length-tables.ts';
import type { Lengths } from './lifetimes.ts';

/** Days of a strike declared for a fixed length, as the file would count them. */
export const FIXED_LENGTHS = [1, 2, 3, 5, 8, 15, 22, 29] as const;

const steps = (from: number, step: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + step * index);

export const ENDURANCE_STEP = 0.1;
/** ln of the factor on how long both sides can hold out. */
export const ENDURANCES = steps(-2.4, ENDURANCE_STEP, 49);
/** sd of ln endurance among the disputes of an industry. */
export const SPREADS = steps(0, 0.2, 11);
/** Variance of the gamma frailty. */
export const FRAILTIES = [0.05, 0.3, 0.6, 1, 1.4] as const;
export const RAMPS = [1.5, 3, 6, 9, 13] as const;
/** Share of strikes of fixed length; the first stands alone where there are none. */
export const SHARES = [0, 0.02, 0.05, 0.1, 0.15, 0.22, 0.3] as const;

/** Cells of one endurance lie together: endurance, then spread, then frailty, then ramp. */
const CELLS_PER_ENDURANCE = SPREADS.length * FRAILTIES.length * RAMPS.length;
export const CELLS = ENDURANCES.length * CELLS_PER_ENDURANCE;

export interface CellNumbers {
  lnEndurance: number;
  enduranceSpread: number;
  frailtyVariance: number;
  rampDays: number;
}

function numbersOf(cell: number): CellNumbers {
  const ramp = cell % RAMPS.length;
  const frailty = Math.floor(cell / RAMPS.length) % FRAILTIES.length;
  const spread = Math.floor(cell / (RAMPS.length * FRAILTIES.length)) % SPREADS.length;
  return {
    lnEndurance: ENDURANCES[Math.floor(cell / CELLS_PER_ENDURANCE)]!,
    enduranceSpread: SPREADS[spread]!,
    frailtyVariance: FRAILTIES[frailty]!,
    rampDays: RAMPS[ramp]!,
  };
}

export const CELL_NUMBERS: readonly CellNumbers[] = Array.from({ length: CELLS }, (_, cell) =>
  numbersOf(cell),
);

const SMALLEST_MASS = 1e-12;
const lnOf = (mass: number) => log(Math.max(SMALLEST_MASS, mass));

export class LengthGrid {
  readonly tables: LengthTables;
  readonly days: number;
  /** By day, then by cell: P(T ≤ d) at d − 1. */
  private readonly cumulated: Float64Array[];
  private readonly someMasses = new Map<number, Float64Array>();
  private readonly logMasses = new Map<number, Float64Array>();
  private readonly logOpens = new Map<number, Float64Array>();

  constructor(tables: LengthTables) {
    this.tables = tables;
    this.days = tables.days;
    this.cumulated = Array.from({ length: this.days }, () => new Float64Array(CELLS));
    for (let cell = 0; cell < CELLS; cell++) {
      const numbers = CELL_NUMBERS[cell]!;
      const values = tables.at(numbers.lnEndurance, numbers, numbers.rampDays);
      for (let day = 0; day < this.days; day++) this.cumulated[day]![cell] = values[day]!;
    }
  }

  /** The chance of a length in a cell; the last length is whatever outlasts the support. */
  mass(days: number, cell: number): number {
    const after = days > this.days ? 1 : this.cumulated[days - 1]![cell]!;
    return after - (days > 1 ? this.cumulated[days - 2]![cell]! : 0);
  }

  private masses(days: number): Float64Array {
    return kept(this.someMasses, days, (cell) => this.mass(days, cell));
  }

  private logMass(days: number): Float64Array {
    return kept(this.logMasses, days, (cell) => lnOf(this.mass(days, cell)));
  }

  private logOpen(days: number): Float64Array {
    return kept(this.logOpens, days, (cell) => lnOf(1 - this.cumulated[days - 1]![cell]!));
  }

  /**
   * ln likelihood of lengths in every cell and for every share of strikes of fixed length, laid out
   * share·CELLS + cell.
   * @param fixed how strikes of fixed length spread over FIXED_LENGTHS; null: there are none, one share only
   */
  logLikelihoods({ ended, open }: Lengths, fixed: readonly number[] | null): Float64Array {
    const shares = fixed ? SHARES : SHARES.slice(0, 1);
    const declared = fixed ? declaredBy(fixed, this.days) : null;
    const isDeclared = (days: number) => declared !== null && declared.mass[days - 1]! > 0;
    /** The same for every share, but for the factor 1 − share. */
    const common = new Float64Array(CELLS);
    let strikes = 0;
    const add = (to: Float64Array, from: number, weight: number, logs: Float64Array) => {
      for (let cell = 0; cell < CELLS; cell++) to[from + cell]! += weight * logs[cell]!;
    };
    for (let days = 1; days <= this.days + 1; days++) {
      const weight = ended[days - 1]!;
      if (weight === 0 || isDeclared(days)) continue;
      strikes += weight;
      add(common, 0, weight, this.logMass(days));
    }
    const lastDeclared = declared ? FIXED_LENGTHS[FIXED_LENGTHS.length - 1]! : 0;
    for (let days = Math.max(1, lastDeclared); days <= this.days; days++) {
      const weight = open[days]!;
      if (weight === 0) continue;
      strikes += weight;
      add(common, 0, weight, this.logOpen(days));
    }
    const all = new Float64Array(shares.length * CELLS);
    shares.forEach((share, index) => {
      const from = index * CELLS;
      const factor = strikes * log(1 - share);
      for (let cell = 0; cell < CELLS; cell++) all[from + cell] = common[cell]! + factor;
      if (!declared) return;
      for (const days of FIXED_LENGTHS) {
        const weight = ended[days - 1]!;
        if (weight === 0 || !isDeclared(days)) continue;
        const byPlan = share * declared.mass[days - 1]!;
        const masses = this.masses(days);
        for (let cell = 0; cell < CELLS; cell++) {
          all[from + cell]! += weight * lnOf(byPlan + (1 - share) * masses[cell]!);
        }
      }
      for (let days = 1; days < lastDeclared; days++) {
        const weight = open[days]!;
        if (weight === 0) continue;
        const byPlan = share * (1 - declared.cumulated[days - 1]!);
        for (let cell = 0; cell < CELLS; cell++) {
          const openYet = 1 - this.cumulated[days - 1]![cell]!;
          all[from + cell]! += weight * lnOf(byPlan + (1 - share) * openYet);
        }
      }
    });
    return all;
  }

  /**
   * The mean of the cells' forecasts under weights that may sum to less than 1: P(T ≤ d) at d − 1.
   * @param steps along the axis of endurance, by which every cell is moved first; what would leave the grid stays at its end
   */
  mean(weights: Float64Array, steps = 0): Float64Array {
    const cells: number[] = [];
    const counted: number[] = [];
    weights.forEach((weight, cell) => {
      if (weight === 0) return;
      const endurance = Math.floor(cell / CELLS_PER_ENDURANCE);
      const held = Math.min(ENDURANCES.length - 1, Math.max(0, endurance + steps));
      cells.push(cell + (held - endurance) * CELLS_PER_ENDURANCE);
      counted.push(weight);
    });
    return Float64Array.from(this.cumulated, (values) => {
      let sum = 0;
      for (let index = 0; index < cells.length; index++) {
        sum += counted[index]! * values[cells[index]!]!;
      }
      return sum;
    });
  }
}

function kept(
  store: Map<number, Float64Array>,
  key: number,
  of: (cell: number) => number,
): Float64Array {
  let made = store.get(key);
  if (!made) {
    made = Float64Array.from({ length: CELLS }, (_, cell) => of(cell));
    store.set(key, made);
  }
  return made;
}

/** Strikes of fixed length by day: the chance of each length, and of having ended by it. */
export function declaredBy(
  fixed: readonly number[],
  days: number,
): { mass: Float64Array; cumulated: Float64Array } {
  const mass = new Float64Array(days + 1);
  FIXED_LENGTHS.forEach((length, index) => (mass[length - 1] = fixed[index]!));
  let sum = 0;
  const cumulated = Float64Array.from({ length: days }, (_, day) => (sum += mass[day]!));
  return { mass, cumulated };
}

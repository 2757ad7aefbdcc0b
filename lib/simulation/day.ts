/**
 * The equations of one day, and one future from its first day to its last. Numbered as in the model's description;
 * the output convention is: p and S as they stood in the morning, H, χ, F, B, G, c_T, E_T, E_M, Λ as computed
 * that day, the endings as they stand in the evening.
 *
 * Everything is a local or a typed array made beforehand: the daily step allocates nothing.
 */
import { clip01, exp, log, logistic, logit } from '../model/arithmetic.ts';
import { GUARD_RAILS } from '../model/ensemble.ts';
import { PARAMETER_KEYS, type ParameterKey } from '../model/parameters.ts';
import { dailyNoise } from './chance.ts';
import type { Plan } from './plan.ts';
import { STRETCH_SUMS, type StretchSum } from './schedule.ts';

/** Where a parameter stands in a future's values. */
const AT = Object.fromEntries(PARAMETER_KEYS.map((key, index) => [key, index])) as Record<
  ParameterKey,
  number
>;
const SUM = Object.fromEntries(STRETCH_SUMS.map((sum, index) => [sum, index])) as Record<
  StretchSum,
  number
>;
const SUMS = STRETCH_SUMS.length;
/** These are shares and add up to at most 1. */
const CAPPED_SUMS = [
  'movementService',
  'targetService',
  'boycott',
  'handlingBan',
  'replacementSurge',
] as const;

/** The target's daily cost is never taken as less than this part of K, or its endurance would be infinite. */
const SMALLEST_COST_PART = 1 / 10_000;
const SMALLEST_WAGE_LOSS_PART = 1e-10;
const NOTHING_TO_LOSE_RATE = 1e-12;
const LONGEST_RUNWAY_DAYS = 10_000;
/** Strike pay beyond a vanishing wage would fill the buffer without end; what is kept must be a number. */
const LARGEST_BUFFER_DAYS = 1e12;
/** Below this 1 + vC loses C to rounding, and the two formulas agree to a hundred-millionth. */
const SMALLEST_FRAILTY = 1e-8;
const SHORTEST_RUNWAY_DAYS = 5;
const SMALLEST_PARTICIPATION = 0.05;
const COMFORTABLE_RUNWAY_DAYS = 10;

/** What running a future leaves behind. Arrays by day and future are laid out day·futures + future. */
export interface FutureSink {
  futures: number;
  /** Cumulative probabilities summed over the futures of a block: (day·4 + ending), order of ENDINGS. */
  endingSums: Float64Array;
  /** e^Λ of every day and future; its logarithm is taken of the quantiles alone, which it does not reorder. */
  leverage: Float64Array;
  /** The other quantities, in the order of DAY_QUANTITIES (leverage is its last), where asked for. */
  recorded: Float64Array[] | null;
  winByFuture: Float64Array;
  /** Mass-weighted value of the settlement, and the mass that ended, summed over the futures of a block. */
  settlementSums: Float64Array;
  /** Chance that it comes before the dispute ends, summed over the futures of a block; order of GUARD_RAILS. */
  guardRailSums: Float64Array;
}

export interface DayOptions {
  /** Length of a step, days. 1 in the product; the tests halve it to see that nothing hangs on it. */
  stepDays: number;
  noise: boolean;
  hardshipLimit: number;
  supportLimit: number;
}

/** Room for one future's stretches; made once a plan and used for all its futures. */
export class FutureRunner {
  private readonly plan: Plan;
  private readonly options: DayOptions;
  private readonly sums: Float64Array;
  private readonly strikes: Float64Array;
  private readonly announced: Float64Array;
  private readonly stretchIsAnnounced: Uint8Array;
  private readonly stretchOfDay: Uint16Array;
  private readonly isUsed = new Uint8Array(GUARD_RAILS.length);

  constructor(plan: Plan, options: DayOptions) {
    const { stretches, stretchOfDay } = plan.schedule;
    const sectors = plan.network?.size ?? 0;
    this.plan = plan;
    this.options = options;
    this.sums = new Float64Array(stretches.length * SUMS);
    this.strikes = new Float64Array(stretches.length * sectors);
    this.announced = new Float64Array(stretches.length * sectors);
    this.stretchIsAnnounced = Uint8Array.from(stretches, ({ announced }) =>
      announced.length > 0 ? 1 : 0,
    );
    this.stretchOfDay = stretchOfDay;
  }

  /** Adds up the actions of every stretch with this future's numbers, each kind of share capped at 1. */
  private addUpStretches(values: Float64Array): void {
    const { sums, strikes, announced } = this;
    const { stretches } = this.plan.schedule;
    const sectors = this.plan.network?.size ?? 0;
    sums.fill(0);
    strikes.fill(0);
    announced.fill(0);
    for (let index = 0; index < stretches.length; index++) {
      const stretch = stretches[index];
      const base = index * SUMS;
      for (const { sum, first, second } of stretch.terms) {
        sums[base + SUM[sum]] += second === null ? values[first] : values[first] * values[second];
      }
      for (const sum of CAPPED_SUMS) sums[base + SUM[sum]] = Math.min(1, sums[base + SUM[sum]]);
      for (const { sector, share } of stretch.strikes) {
        const at = index * sectors + sector;
        strikes[at] = Math.min(1, strikes[at] + values[share]);
      }
      for (const { sector, share } of stretch.announced)
        announced[index * sectors + sector] += values[share];
    }
  }

  /**
   * Lives one future.
   * @param values its numbers, laid out as in the plan
   * @param future its index, for the arrays that keep every future
   */
  run(values: Float64Array, noiseKey: number, future: number, sink: FutureSink): void {
    this.addUpStretches(values);
    const { plan, options, sums, strikes, announced, stretchOfDay, stretchIsAnnounced, isUsed } =
      this;
    const { network, schedule, days } = plan;
    const { credibilityScale, credibilityOffset, injunctionsBegin } = schedule;
    const { stepDays: dt, noise, hardshipLimit, supportLimit } = options;
    const { endingSums, leverage, recorded, winByFuture, settlementSums, guardRailSums, futures } =
      sink;
    const isMarket = plan.campaign.employer === 'market';
    const sectors = network?.size ?? 0;

    const N = values[AT.workers];
    const w = values[AT.wagePerDay];
    const strikePay = values[AT.strikePayPerDay];
    const V = values[AT.gainFromConcession];
    const K = values[AT.costOfConceding];
    const mR = values[AT.netLossShare] * values[AT.revenuePerDay];
    const Uρ = values[AT.users] * values[AT.revenuePerUserDay];
    const r0 = values[AT.replacementNow];
    const rGrowth = values[AT.replacementMax] - r0;
    const θ = values[AT.internalisation];
    const ψ = values[AT.blameCostPerDay];
    const φ = values[AT.dependentShare];
    const χ0 = values[AT.crossingBase];
    const χ1 = values[AT.crossingPerHardship];
    const χ2 = values[AT.crossingByReplacementService];
    const kH = values[AT.hardshipRate] * dt;
    const y0 = logit(values[AT.supportAtStart]);
    const kS = values[AT.supportReversion] * dt;
    const σS = values[AT.supportNoise] * Math.sqrt(dt);
    const aExposure = values[AT.exposureEffect] * dt;
    const aHardship = values[AT.hardshipEffect] * dt;
    const aHarm = values[AT.harmEffect] * dt;
    const G0 = values[AT.harmScale];
    const aEndorsement = values[AT.endorsementEffect] * dt;
    const b0 = values[AT.participationBase];
    const bp = values[AT.participationFeedback];
    const bS = values[AT.participationBySupport];
    const bB = values[AT.participationByRunway];
    const kp = values[AT.participationRate] * dt;
    const γ0 = values[AT.credibilityAtStart];
    const aC = values[AT.concessionRate];
    const aX = values[AT.collapseRate];
    const aM = values[AT.compromiseRate];
    const v = values[AT.frailtyVariance];
    const leastCost = K * SMALLEST_COST_PART;
    const leastWageLoss = V * SMALLEST_WAGE_LOSS_PART;

    let p = values[AT.participationAtStart];
    let y = y0;
    let H = 0;
    let F = values[AT.strikeFund];
    let B = values[AT.householdBufferDays];
    let C = 0;
    let Q = 1;
    let conceded = 0;
    let compromised = 0;
    let collapsed = 0;
    let settlementValue = 0;
    isUsed.fill(0);

    // e^(−t/τ) from day to day by multiplication: one exp a future instead of one a day.
    let replacementLeft = 1;
    const replacementDecay = exp(-dt / values[AT.replacementDays]);
    let rampLeft = exp((-0.5 * dt) / values[AT.rampDays]);
    const rampDecay = exp(-dt / values[AT.rampDays]);
    network?.begin(
      plan.criticalSectors,
      values[AT.criticality],
      exp(-dt / values[AT.inputStockDays]),
      values[AT.adjustmentRate],
      dt,
    );

    const steps = Math.round(days / dt);
    for (let step = 0; step < steps; step++) {
      const day = dt === 1 ? step : Math.floor(step * dt);
      const isFirstStep = dt === 1 || step === 0 || Math.floor((step - 1) * dt) !== day;
      const stretch = stretchOfDay[day];
      const at = stretch * SUMS;

      // 1. Schedule.
      F += sums[at + SUM.donations] * dt;
      const γ = credibilityScale[day] * γ0 + credibilityOffset[day];
      if (isFirstStep && injunctionsBegin.size > 0) {
        const begin = injunctionsBegin.get(day);
        if (begin) for (const share of begin) p *= 1 - values[share];
      }

      // 2. Support, replacement, stoppage at the target.
      const S = logistic(y);
      const r =
        Math.min(1, r0 + rGrowth * (1 - replacementLeft) + sums[at + SUM.replacementSurge]) *
        (1 - sums[at + SUM.handlingBan]);
      const sT = p * (1 - r);

      // 3. Sectors: third-party loss per day, and what the announced strikes would add.
      let G = sums[at + SUM.directHarm];
      let announcedG = sums[at + SUM.announcedDirectHarm];
      if (network) {
        const offset = stretch * sectors;
        G += network.step(sT, strikes, offset);
        if (stretchIsAnnounced[stretch] === 1)
          announcedG += network.announcedLoss(strikes, announced, offset);
      }

      // 4. Community: the movement's own service is paid from the fund as far as that goes.
      const cost = sums[at + SUM.serviceCost] * dt;
      const affordable = cost > 0 ? Math.min(1, F / cost) : 1;
      const vM = sums[at + SUM.movementService] * affordable;
      const vT = sums[at + SUM.targetService];
      const unmet = φ * sT * Math.max(0, 1 - vM - vT);
      H += kH * (unmet - H);
      const χ = clip01(χ0 + χ1 * H * (1.2 - S) + χ2 * vT * φ * (1 - S));

      // 5. Target's cost per day.
      const payroll = N * p * w;
      const direct = isMarket
        ? mR * (1 - (1 - sT) * (1 - sums[at + SUM.boycott]))
        : Uρ * (1 - χ) * sT - payroll;
      const cT = Math.max(direct + θ * G + ψ * H * S + γ * θ * announcedG, leastCost);

      // 6. Movement's means.
      F -= affordable * cost;
      const payDue = N * p * strikePay;
      const pay = Math.min(F, payDue * dt) / dt;
      F -= pay * dt;
      const cM = Math.max(payroll - pay, leastWageLoss);
      let runway: number;
      if (payroll > 0) {
        B = Math.min(LARGEST_BUFFER_DAYS, Math.max(0, B - (1 - pay / payroll) * dt));
        runway = B + F / payroll + 1;
      } else {
        runway = Math.min(LONGEST_RUNWAY_DAYS, B + F / NOTHING_TO_LOSE_RATE);
      }

      // 7. Endurance and leverage.
      const eT = K / cT;
      const wageBound = cM / V;
      const meansBound = 1 / Math.max(runway, SHORTEST_RUNWAY_DAYS);
      const held = Math.max(p, SMALLEST_PARTICIPATION);
      const eM =
        (held * Math.sqrt(held)) / Math.sqrt(wageBound * wageBound + meansBound * meansBound);
      const ratio = eM / eT;

      // Guard-rails, on the morning of the first day on which they are true.
      if (isUsed[0] === 0 && (affordable < 1 || pay < payDue)) {
        isUsed[0] = 1;
        guardRailSums[0] += Q;
      }
      if (isUsed[1] === 0 && H > hardshipLimit) {
        isUsed[1] = 1;
        guardRailSums[1] += Q;
      }
      if (isUsed[2] === 0 && S < supportLimit) {
        isUsed[2] = 1;
        guardRailSums[2] += Q;
      }
      if (isUsed[3] === 0 && p < 0.5) {
        isUsed[3] = 1;
        guardRailSums[3] += Q;
      }

      // 8. Endings: the mass that ends today, split in the ratio of the hazards.
      const ramp = (1 - rampLeft) * dt;
      const hC = (aC / eT) * ramp;
      const hX = (aX / eM) * ramp;
      const hM = aM * Math.sqrt(hC * hX);
      const h = hC + hX + hM;
      if (h > 0) {
        C += h;
        const left = v > SMALLEST_FRAILTY ? exp(-log(1 + v * C) / v) : exp(-C);
        const part = (Q - left) / h;
        Q = left;
        conceded += part * hC;
        compromised += part * hM;
        collapsed += part * hX;
        // σ(Λ + ln(a_C/a_X)) is the concession's part of the two plain hazards.
        settlementValue += part * (hC + (hM * hC) / (hC + hX));
      }

      // Kept at the last step of the day.
      if (dt === 1 || Math.floor((step + 1) * dt) !== day) {
        const sum = day * 4;
        endingSums[sum] += Q;
        endingSums[sum + 1] += conceded;
        endingSums[sum + 2] += compromised;
        endingSums[sum + 3] += collapsed;
        leverage[day * futures + future] = ratio;
        if (recorded !== null) {
          const row = day * futures + future;
          recorded[0][row] = p;
          recorded[1][row] = S;
          recorded[2][row] = H;
          recorded[3][row] = χ;
          recorded[4][row] = F;
          recorded[5][row] = B;
          recorded[6][row] = G;
          recorded[7][row] = cT;
          recorded[8][row] = eT;
          recorded[9][row] = eM;
        }
      }

      // 9. Tomorrow, from today's p, S, H, G.
      const pull = logistic(
        b0 + bp * p + bS * (2 * S - 1) + bB * Math.min(1, runway / COMFORTABLE_RUNWAY_DAYS),
      );
      y +=
        kS * (y0 - y) +
        aExposure * p -
        aHardship * H -
        aHarm * Math.min(1, G / G0) +
        aEndorsement * sums[at + SUM.endorsement];
      if (noise) y += σS * dailyNoise(noiseKey, step);
      p = clip01(p + kp * (pull - p));
      replacementLeft *= replacementDecay;
      rampLeft *= rampDecay;
    }

    winByFuture[future] = conceded;
    settlementSums[0] += settlementValue;
    settlementSums[1] += conceded + compromised + collapsed;
  }
}

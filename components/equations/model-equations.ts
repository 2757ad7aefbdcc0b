/** The model's equations in our notation, by the step of the day that they belong to; versions 1 and 2 of the model, which differ in constants only. */
export const MODEL_EQUATIONS = {
  stoppage: [
    's_T = p (1 − r)',
    'r = \\min(1, r_0 + (r_"max" − r_0)(1 − e^{− t / τ_r}) + z)(1 − h)',
  ],
  sectors: [
    'q_i ← q_i + k_q ( \\min(1, s_i + \\sum_j W_{i j} q_j (1 − e^{− τ_j / B_"in"})) − q_i )',
    'G = \\sum_{i ≠ T} "VA"_i q_i + X',
    'G^a = \\sum_{i ≠ T} "VA"_i \\max(0, \\min(1, x_i + x_i^a) − \\max(s_i, q_i)) + X^a',
  ],
  community: [
    'f = \\min(1, F / "cost"), "  " v_M ← v_M f, "  " F ← F − f "cost"',
    'u = φ s_T \\max(0, 1 − v_M − v_T)',
    'H ← H + k_H (u − H)',
    'χ = \\min(1, \\max(0, χ_0 + χ_1 H (1.2 − S) + χ_2 v_T φ (1 − S)))',
  ],
  pressure: [
    'D = m R (1 − (1 − s_T)(1 − b)) "  market employer"',
    'D = U ρ (1 − χ) s_T − N p w "  paid per user"',
    'c_T = \\max(D + θ G + ψ H S + γ θ G^a, \\frac{K}{10000})',
  ],
  means: [
    'π = \\min(F, N p · "strikePay"), "  " F ← F − π',
    'c_M = \\max(N p w − π, 10^{− 10} V)',
    'B ← \\max(0, B − (1 − \\frac{π}{N p w}))',
    'ρ_d = B + \\frac{F}{N p w} + 1',
  ],
  leverage: [
    'E_T = \\frac{K}{c_T}',
    'E_M = \\frac{\\max(p, 0.05)^{1.5}}{\\sqrt{(c_M / V)^2 + 1 / \\max(ρ_d, 5)^2}}',
    'Λ = \\ln \\frac{E_M}{E_T}',
  ],
  endings: [
    'h_C = \\frac{a_C}{E_T} (1 − e^{− (t + 1/2) / τ_"ramp"})',
    'h_X = \\frac{a_X}{E_M} (1 − e^{− (t + 1/2) / τ_"ramp"})',
    'h_M = a_M \\sqrt{h_C h_X}',
    'Q(C) = (1 + v C)^{− 1 / v}',
    '"ends today: " Q(C) − Q(C + h), "  " C ← C + h, "  " h = h_C + h_X + h_M',
    '\\ln \\frac{h_C}{h_X} = Λ + \\ln \\frac{a_C}{a_X}',
  ],
  tomorrow: [
    'p ← \\min(1, \\max(0, p + k_p ( σ(b_0 + b_p p + b_S (2 S − 1) + b_B \\min(1, ρ_d / 10)) − p )))',
    'y ← y + k_S (y_0 − y) + a_e p − a_H H − a_3 \\min(1, G / G_0) + a_n e + σ_S ε',
  ],
} as const;

export type EquationStep = keyof typeof MODEL_EQUATIONS;
export const EQUATION_STEPS = Object.keys(MODEL_EQUATIONS) as EquationStep[];

/**
 * What the calibration aims at and what the defaults give with only the cost of conceding uncertain: days, then per cent
 * by day 400. As the two lists below it holds model 2's reference values, and the tests of the engine hold them to it.
 */
export const CALIBRATION_TARGETS = [
  { row: 'd10', record: 4, model: 3.8 },
  { row: 'd25', record: 8, model: 8.1 },
  { row: 'd50', record: 20, model: 21.2 },
  { row: 'd75', record: 52, model: 54.2 },
  { row: 'd90', record: 129, model: 133.2 },
  { row: 'conceded', record: 45, model: 44.7 },
  { row: 'compromised', record: 19, model: 18.5 },
  { row: 'collapsed', record: 36, model: 32.7 },
] as const;

/** Still open on day 400, and the three endings of those that ended, per cent. */
export const ENDED = { open: '4.0', ofTheEnded: ['46.6', '19.3', '34.1'] } as const;

/** The generic campaign's chance of concession among disputes of a length, days and per cent. */
export const WINS_BY_LENGTH = [
  { from: 1, to: 7, won: '64' },
  { from: 8, to: 21, won: '61' },
  { from: 22, to: 60, won: '39' },
  { from: 61, to: 150, won: '16' },
  { from: 151, to: null, won: '14' },
] as const;

/** Concession by day 400 in the reference runs of model 2, per cent; the tests of the engine hold them. */
export const REFERENCE_RUNS = [
  { row: 'posti', conceded: 75.9 },
  { row: 'postiAlone', conceded: 68.3 },
  { row: 'postiNobody', conceded: 59.8 },
  { row: 'postiNobodyAlone', conceded: 63.1 },
  { row: 'oakland', conceded: 64.6 },
  { row: 'oaklandDistrict', conceded: 61.2 },
  { row: 'oaklandAlone', conceded: 57.3 },
] as const;

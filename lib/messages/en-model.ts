/** The model in words, for a critic: what each equation says, where it comes from, and where not to trust it. */

export const modelPage = {
  title: 'The model, for a critic',
  intro:
    'What the program computes from day to day, in equations, with the numbers of the campaign that is open. It is exploratory, driven by stated assumptions; it is not a forecast.',
  campaign: (name: string) => `Values are those of ${name}.`,
  ofModel1: 'It was kept under version 1 and runs with that version’s constants.',
  change: 'Change them on its time line',
  loading: 'Opening the campaign…',
  contents: 'On this page',
  version: (version: number) =>
    `Model version ${version}: the equations of version 1, with the constants of the endings calibrated anew. Files and campaigns kept from version 1 hold its constants and give the same numbers as before. One step is one day; day 0 is the first day of the strike.`,
  stands: {
    title: 'What it stands on',
    items: {
      hazards:
        'Endings are competing hazards of two times to give in, the employer’s and the union’s: Card & Olson 1995 on about 2,000 US strikes of the 1880s, which ended almost always in plain victory or defeat, the chance of victory falling with duration. The hazards are the reduced form of attrition with private costs (Fudenberg & Tirole 1986; Kornhauser, Rubinstein & Wilson 1989; Abreu & Gul 2000).',
      curves:
        'The two endurances are the inverses of concession and resistance curves: Hicks 1932; Ashenfelter & Johnson 1969.',
      frailty:
        'Disputes differ in what nobody sees, so the pooled hazard falls while each dispute’s own rises: Lancaster 1972; Kennan 1985. Hence the gamma frailty.',
      threshold:
        'Participation feeds itself, and above a slope of 4 it can tip: Granovetter 1978; Marwell & Oliver 1993.',
      sectors:
        'Supply shocks move forward through sectors that depend on one another and bind once stocks run out: Hallegatte 2008; Haimes & Jiang 2001; Lian & Haimes 2006, turned from demand to supply.',
      support:
        'Whether seeing a strike wins or loses the public is contested (Hertel-Fernandez, Naidu & Reich 2021: wins; studies of 716 teacher strikes: loses), so that number straddles zero. Disruption can cost support: Feinberg, Willer & Kovacheff 2020.',
      power:
        'Where leverage comes from is told apart as the power resources approach does: Wright 2000; Silver 2003; Schmalz, Ludwig & Webster 2018.',
    },
  },
  equations: {
    title: 'One day, in equations',
    note: 'Fund F, buffer B, hardship H, support S = σ(y), participation p and every flow are of the day; an arrow says what a value becomes. t is the day, σ(z) = 1/(1 + e⁻ᶻ). Shares run from 0 to 1. Each symbol that is a number of the campaign has its value under The numbers.',
    formula: (section: string, number: number) => `${section}, formula ${number}`,
    steps: {
      stoppage: {
        title: 'How much of the work stops',
        text: 'Those who stay out, p, less the work that replacements do, r. Replacement grows over time, a surge z raises it, a handling ban h by others lowers it.',
      },
      sectors: {
        title: 'How far it spreads',
        text: 'A sector is down by its own stoppage s, and by the missing inputs W of sectors that are down, once its stocks have run out after about B_in days. W_ij is what i needs of j, times the criticality κ where j is the struck sector or strikes in sympathy; each row is held to 0.95 in all. A sympathy strike x is a stoppage of its own. What others lose in a day is G: their value added VA, and X, the harm to people who are hit directly. What announced strikes would add in the next seven days is Gᵃ.',
      },
      community: {
        title: 'What the community suffers',
        text: 'Need that nobody meets, u, becomes hardship, H. Hardship drives users back across the line, χ, the less so the more the public supports the strike. A service v_T that the target runs itself brings them back, too. The movement’s own, v_M, is paid out of the fund as far as it reaches (f).',
      },
      pressure: {
        title: 'What a day costs whoever decides',
        text: 'A market employer loses revenue; one that is paid per user loses users and saves wages. To this comes the share θ of the harm to others that lands on them, blame for hardship, and the announced harm so far as it is believed: γ moves halfway to 1 on the day an announced strike begins, and is halved when one is withdrawn.',
      },
      means: {
        title: 'What carries the strikers',
        text: 'Strike pay comes out of the fund while it lasts; the rest of the wage is lost and eats the households’ buffer. The runway ρ_d is how many days of wages are left.',
      },
      leverage: {
        title: 'Endurance and leverage',
        text: 'The target’s endurance is the days until holding out has cost as much as conceding. The movement’s is bounded by what a win is worth, by its means, and by how many are out. Leverage is the logarithm of their ratio; the page shows the ratio itself.',
      },
      endings: {
        title: 'How it may end',
        text: 'Each day carries a hazard of concession, collapse and compromise. No ending is drawn by lot: each future carries its exact probabilities, with the frailty v integrated in closed form. Leverage is the log odds of winning the next day, up to a constant.',
      },
      tomorrow: {
        title: 'What tomorrow begins with',
        text: 'Participation moves towards what support, the runway and participation itself make of it. Support (y, in log odds) returns to where it began, pushed by the strike’s being seen, by hardship, by harm to others, by endorsements e and by chance ε.',
      },
    },
  },
  numbers: {
    title: 'The numbers',
    note: 'Typical value, and in brackets the ends between which 90 of 100 futures draw it. Numbers are drawn independently of each other.',
    evidence: (count: number) =>
      count === 1 ? 'moved by one reading' : `moved by ${count} readings`,
  },
  calibration: {
    title: 'What is calibrated, what is assumed',
    text: 'Five numbers and one width were fitted together: the rates of concession, collapse and compromise, the frailty, the ramp of the first days, and how uncertain the cost of conceding is. They were fitted to how long strikes last and how they end, both with the cost of conceding alone uncertain and with every range at work, and not to what solidarity does. Everything else is a fact of the campaign or an assumption, and says so beside its value.',
    caption: 'Targets, and what the generic campaign gives with the defaults',
    target: 'Target',
    record: 'On record',
    model: 'Model',
    rows: {
      d10: 'Days by which 10 in 100 strikes have ended',
      d25: '25 in 100',
      d50: '50 in 100',
      d75: '75 in 100',
      d90: '90 in 100',
      conceded: 'Ended in concession, %',
      compromised: 'Ended in compromise, %',
      collapsed: 'Ended in collapse, %',
    },
    sources: (parts: { open: string; ofTheEnded: readonly string[] }) =>
      `Durations: 14,222 US strikes, FMCS work stoppages 1984–2020. Outcomes: 83 North American labour campaigns, Global Nonviolent Action Database. The model’s values are those with the cost of conceding alone uncertain: ${parts.open}% are still open on day 400; of those that ended, ${parts.ofTheEnded.slice(0, -1).join('%, ')}% and ${parts.ofTheEnded.at(-1)}% ended in the three ways. With every range at work the targets are met, too; both stand in the report on this page.`,
    emergent: (bands: readonly { from: number; to: number | null; won: string }[]) =>
      `Not tuned, and yet as in Card & Olson: the chance of winning falls with duration. Ended in days ${bands.map(({ from, to, won }) => (to === null ? `${from} and later: ${won}%` : `${from}–${to}: ${won}%`)).join('; ')}.`,
  },
  founding: {
    title: 'The two founding campaigns',
    text: 'Chance of concession by day 400, with only the cost of conceding uncertain. The two work through different channels.',
    caption: 'Reference runs',
    run: 'Run',
    conceded: 'Concession, %',
    rows: {
      posti: 'Posti with its sympathy strikes',
      postiAlone: 'Posti without them',
      postiNobody: 'Posti with them, where nobody who decides answers for the harm (θ = 0)',
      postiNobodyAlone: 'Posti without them, θ = 0',
      oakland: 'Oakland with meals run by the movement',
      oaklandDistrict: 'Oakland with meals run by the district',
      oaklandAlone: 'Oakland without meals',
    },
  },
  failures: {
    title: 'Where not to trust it',
    items: {
      cause:
        'No public data that we know of identify what solidarity causes. In the North American labour cases of the Global Nonviolent Action Database, campaigns with a sympathetic strike won less often (33% of 12 against 46% of 71), because hard fights call for allies. Effect sizes are declared ranges, never learned.',
      sign: 'Two assumptions decide the sign of the answer: θ, whether whoever decides answers for the harm to others, and χ₁, whether hardship drives users back. With θ = 0 Posti’s sympathy strikes hurt.',
      relief:
        'A service can relieve the employer. In Oakland, with blame six times as costly, full coverage gains one point instead of ten, and less than full coverage is best.',
      era: 'Strikes got shorter: the median duration of 2015–20 is half of that of 1984–2004, from which most of the calibration comes. Read durations as those of another time.',
      declared:
        'About half of the strikes since 2021 are declared in advance for one to three days. Give those a fixed length; the open-ended model does not fit them.',
      tipping:
        'With participation’s feedback above 4 the strike can tip within days. Near that point small changes of a number make large ones of the answer.',
      chosen:
        'Posti and Oakland were chosen because solidarity stood out in them. That the model retells them is no test of it.',
      passive:
        'The target does not think. It answers only with the counter-moves that somebody puts on the time line.',
      independent:
        'Numbers are drawn independently. Where two of them really move together, the ranges of the answer are too narrow or too wide.',
      sectors:
        'Sector tables are national averages of a whole year, Finland’s of 2014. They know nothing of one port or one plant, and stocks and criticality are assumptions.',
      outside:
        'Lockouts, arrests, violence, elections and law suits, other than an injunction on the time line, are outside of the model.',
    },
  },
};

/** How far the answer can be doubted: the model page's words for founding effects, where they are lost, and sensitivity. */

interface Shares {
  helps: string;
  nothing: string;
  harms: string;
}

export const doubt = {
  title: 'How far to trust this',
  loading: 'Opening the reports…',
  intro:
    'What was computed about the model itself, its failures first. Each figure is read from a report that a script writes; anybody can run it again.',
  critics: 'Ten objections, and what we answer',
  score: {
    title: 'It was scored on twenty campaigns',
    page: 'The campaigns, side by side',
  },
  actions: {
    sympathy: 'Posti’s sympathy strikes',
    substitution: 'Oakland’s meals, lessons and child care',
    generic: 'A boycott, a handling ban, donations and an endorsement',
  },
  campaigns: {
    sympathy: 'Market employer with sympathy strikes (Posti)',
    substitution: 'Publicly funded service with a substitution (Oakland)',
    generic: 'A strike like many',
  },
  within: (error: string) => `± ${error}`,
  underTenth: 'under 0.1',
  founding: {
    title: 'The two founding effects, and how often they vanish or turn',
    note: (parts: { points: string; runs: number; sympathy: number; substitution: number }) =>
      `${parts.points} points of everything that may be otherwise (${parts.sympathy} numbers for Posti, ${parts.substitution} for Oakland), in ${parts.runs} independent scramblings. Helps: half a point or more is added to the chance of winning. Harms: half a point or more is taken. Between them: no difference.`,
    sentence: (parts: {
      what: string;
      typical: string;
      low: string;
      high: string;
      days: number;
      shares: Shares;
    }) =>
      `${parts.what}: ${parts.typical} where every number is typical, ${parts.low} to ${parts.high} in 90 of 100 points of the plausible space, by day ${parts.days}. They help in ${parts.shares.helps} of it, make no difference in ${parts.shares.nothing} and harm in ${parts.shares.harms}.`,
    space:
      'The space: each number has its own range. What the campaign holds at one value on no evidence is opened (shares by 10 points, others by half as much again, what the model’s description gives a range by that one), and the calibrated rates are taken to be off by a factor of two. What was counted or published stays. The shares are shares of this space, which is ours: they are no chances that an action in the world helps.',
    rows: {
      own: 'the campaign’s own ranges',
      space: 'every plausible range',
      longer: (day: number) => `every plausible range, by day ${day}`,
    },
    rowOf: (what: string, row: string) => `${what}: ${row}`,
    spoken: (row: string, shares: Shares) =>
      `${row}: helps ${shares.helps}, no difference ${shares.nothing}, harms ${shares.harms}`,
    head: ['Run', 'Mean effect', '90 in 100 between', 'Helps', 'No difference', 'Harms'],
    span: (low: string, high: string) => `${low} to ${high}`,
    none: '–',
    key: { helps: 'helps', nothing: 'no difference', harms: 'harms' },
  },
  lost: {
    title: {
      sympathy: 'What would make Posti’s sympathy strikes useless or harmful',
      substitution: 'What would make Oakland’s meals useless or harmful',
    },
    note: 'In what share of the space the effect is lost where a number lies in its lowest, middle or highest third. The numbers that tell the regions apart best stand first (Monte Carlo filtering, Hornberger & Spear 1981).',
    thirds: ['lowest third', 'middle third', 'highest third'],
    head: [
      'Number',
      'Range',
      'Third',
      'No difference',
      'Harms',
      'Parts best at',
      'Helps below',
      'Helps above',
    ],
    spoken: (parts: { label: string; lost: [string, string, string] }) =>
      `${parts.label}: lost in ${parts.lost[0]}, ${parts.lost[1]} and ${parts.lost[2]} of its thirds`,
    lost: (share: string) => `lost ${share}`,
    listTitle: 'Computed, one by one',
    parted: (parts: { label: string; at: string; below: string; above: string; range: string }) =>
      `${parts.label} (${parts.range}): below ${parts.at} it helps in ${parts.below} of the space, above in ${parts.above}.`,
    typicalOthers: 'With every other number typical:',
    vanishes: (at: string) => `less than half a point is left at ${at}`,
    turns: (at: string) => `it turns harmful at ${at}`,
    inRange: (parts: { label: string; range: string; what: string }) =>
      `${parts.label}, within its range of ${parts.range}: ${parts.what}.`,
    beyond: (parts: { label: string; range: string; what: string }) =>
      `${parts.label}, only beyond its range of ${parts.range}: ${parts.what}.`,
    and: ', and ',
    noOther: (looked: number, found: number) =>
      `Each of the other ${looked - found} numbers was taken far beyond its range by itself, and none of them undoes the effect alone.`,
    later: (days: number) =>
      `Begun ${days} days later, all of it: less than half a point is left by the same horizon.`,
    neverLater: 'However late it begins within the horizon, more than half a point is left.',
    smaller: (part: string) =>
      `Every share, and those it hits, cut to ${part} of its size: less than half a point is left.`,
    byTarget: (parts: { effect: string; own: string }) =>
      `Run by the district instead of the movement: ${parts.effect} instead of ${parts.own}.`,
    together: (first: string, second: string) =>
      `Together: share that helps, by thirds of “${first}” (down) and “${second}” (across)`,
    inThird: (label: string, third: string) => `${label}: ${third}`,
  },
  sensitivity: {
    title: 'Which numbers the answer hangs on',
    method: (parts: { sample: string; resamples: number; seed: number }) =>
      `Sobol’ indices: the share of the variance, over the whole plausible space, that a number accounts for. Filled: alone and together with others. Hollow: alone. The line is two standard errors either way. We chose them over Morris’ elementary effects because a future takes a fraction of a millisecond, so exact shares are cheap, and because the gap between the two marks shows how much is interplay. ${parts.sample} points in each of two samples, seed ${parts.seed}, errors by drawing the rows anew ${parts.resamples} times.`,
    win: 'The chance of winning',
    effect: 'What solidarity adds to it',
    chart: (campaign: string, output: string) => `${campaign}: ${output.toLowerCase()}`,
    note: (parts: { mean: string; spread: string; numbers: number; day: number }) =>
      `Mean ${parts.mean}, standard deviation ${parts.spread}; ${parts.numbers} numbers, by day ${parts.day}.`,
    rest: (count: number, largest: string) =>
      `The other ${count} numbers account for at most ${largest} each.`,
    noise: 'The daily noise of public support',
    head: ['Number', 'Range', 'Alone and together', 'Error', 'Alone', 'Error'],
    noRange: '–',
    spoken: (label: string, total: string) => `${label} ${total}`,
    total: 'alone and together',
    first: 'alone',
    actionsOfGeneric:
      'The generic strike has no solidarity of its own. Here it has a boycott, a handling ban, donations and an endorsement from the first day, as large as the casebook’s rules make them.',
  },
  /** Beside the studio's answer. `also`: another assumption was named before. */
  turnsOn: (numbers: { label: string; range: string }[], also: boolean) => {
    const named = numbers.map(({ label, range }) => `“${label}”, set to ${range}`);
    const list =
      named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named[0];
    const isOne = numbers.length === 1;
    return `Whether it helps ${also ? 'also turns' : 'turns'} on ${list}: ${isOne ? 'an assumption' : 'assumptions'} without data${also ? ', too' : ''}.`;
  },
  model: (version: number) => `Model version ${version}.`,
};

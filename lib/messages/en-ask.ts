/** The page that asks: when, how much, what next, what would have to be true, what to find out. */

export const ask = {
  view: 'Ask',
  title: 'Ask the futures',
  lead: 'Questions about this scenario, each answered on the same futures. The answers rest on the numbers as they are set; none of them is a forecast.',
  futures: (count: string) => `${count} futures each.`,
  empty:
    'Nothing stands on the time line yet. You can still ask when something new should begin, how much of it would be enough, and what to add first.',
  done: (what: string) => `Done: ${what}.`,
  undo: 'Undo',
  action: 'Which action?',
  onTheLine: 'On the time line',
  couldAdd: 'Could be added',
  strikeIn: (sector: string) => `Sympathy strike: ${sector}`,
  isOff: 'It is switched off; this is what it would do if it were on.',
  isNew:
    'It does not stand on the time line yet; its numbers are starting values that nobody has checked.',
  fromDay: (day: number) => `Here it begins on day ${day}.`,
  counterMove: (target: string) => `This is a counter-move of ${target || 'the employer'}.`,
  full: 'The time line is full, so nothing can be added.',
  curve: {
    win: 'Chance to win',
    gain: 'Added to the chance without it',
    low: 'Lowest in 90 of 100 futures',
    high: 'Highest in 90 of 100 futures',
    without: (share: string) => `without it ${share}`,
    range: (low: string, high: string) => `${low} to ${high} in 90 of 100 futures`,
    key: 'The shaded band holds what it adds in 90 of 100 futures.',
  },
  when: {
    question: 'When should it begin?',
    title: (name: string) => `Chance to win by the day it begins: ${name}`,
    day: 'Begins on',
    on: (day: number) => `day ${day}`,
    now: (day: number) => `now day ${day}`,
    best: (day: number) => `best: day ${day}`,
    chosen: (day: number) => `day ${day}`,
    pick: 'Try a day',
    reading: (parts: { day: number; date: string; win: string; gain: string; range: string }) =>
      `Day ${parts.day} (${parts.date}): ${parts.win}, that is ${parts.gain} (${parts.range}).`,
    begin: (day: number) => `Begin on day ${day}`,
    beginOn: (day: number) => `Switch on, begin on day ${day}`,
    add: (day: number) => `Add, begin on day ${day}`,
    standsThere: 'It begins on this day already.',
    step: (name: string, day: number) => `begin ${name} on day ${day}`,
    none: (name: string) =>
      `On whatever day it begins, “${name}” changes the chance of winning by less than half a point: the day does not matter.`,
    always: (parts: {
      name: string;
      least: string;
      leastDay: string;
      most: string;
      mostDay: number;
    }) =>
      `“${parts.name}” lowers the chance of winning whenever it begins: most on day ${parts.mostDay}, by ${parts.most}, and least on ${parts.leastDay}, by ${parts.least}.`,
    never: (parts: { name: string; days: string; worst: string }) =>
      `“${parts.name}” adds nothing worth half a point on any day, and it hurts if it begins on ${parts.days}, by up to ${parts.worst}.`,
    flat: (parts: { name: string; low: string; high: string; gain: string; range: string }) =>
      `It hardly matters when “${parts.name}” begins: ${
        parts.low === parts.high
          ? `on every day the chance of winning is about ${parts.high}`
          : `the chance of winning is ${parts.low} to ${parts.high} on every day`
      }, and the differences are too small to count. It adds about ${parts.gain} (${parts.range}).`,
    bestOn: (parts: { name: string; days: string; win: string; gain: string; range: string }) =>
      `“${parts.name}” gains most if it begins on ${parts.days}: the chance of winning is then ${parts.win}, a change of ${parts.gain} against leaving it out (${parts.range}).`,
    asGood: 'Those days are as good as each other: they differ by less than half a point.',
    nowAsGood: (day: number) => `Day ${day}, where it stands now, is as good as any.`,
    nowLess: (parts: { day: number; win: string; less: string }) =>
      `Begun on day ${parts.day}, where it stands now, it is ${parts.win}: ${parts.less} less.`,
    hurtsOn: (days: string) => `If it begins on ${days}, it hurts.`,
    days: (days: string, isOne: boolean) => `${isOne ? 'day' : 'days'} ${days}`,
    span: (first: number, last: number) => `${first}–${last}`,
    and: (before: string, last: string) => `${before} and ${last}`,
    manyDays: (first: number, last: number, count: number) =>
      `${count} days between day ${first} and day ${last}`,
  },
  much: {
    question: 'How much is enough?',
    title: (name: string, what: string) => `Chance to win by how much: ${name} (${what})`,
    now: (value: string) => `now ${value}`,
    best: (value: string) => `most: ${value}`,
    enough: (value: string) => `nine tenths of it: ${value}`,
    chosen: (value: string) => value,
    pick: 'Try a strength',
    reading: (parts: { value: string; win: string; gain: string; range: string }) =>
      `${parts.value}: ${parts.win}, that is ${parts.gain} (${parts.range}).`,
    set: (value: string) => `Set it to ${value}`,
    setOn: (value: string) => `Switch on, set it to ${value}`,
    add: (value: string) => `Add it with ${value}`,
    standsThere: 'It is set to this already.',
    nothingOfIt: 'Nothing of it is no action: leave it out.',
    step: (name: string, value: string) => `set ${name} to ${value}`,
    none: (parts: { name: string; most: string }) =>
      `Nothing is enough: up to ${parts.most}, “${parts.name}” changes the chance of winning by less than half a point.`,
    hurts: (parts: { name: string; worst: string; at: string }) =>
      `No amount of “${parts.name}” helps: it lowers the chance of winning, by ${parts.worst} at ${parts.at}. Less is better than more.`,
    little: (parts: {
      name: string;
      best: string;
      gain: string;
      range: string;
      worst: string;
      at: string;
      isLessBetter: boolean;
    }) =>
      `No amount of “${parts.name}” is worth much, and too much hurts: at best, with ${parts.best}, it adds ${parts.gain} (${parts.range}); with ${parts.at} it lowers the chance of winning by ${parts.worst}.${parts.isLessBetter ? ' Less is better than more.' : ''}`,
    most: (parts: { name: string; at: string; win: string; gain: string; range: string }) =>
      `“${parts.name}” gains most at ${parts.at}: the chance of winning is then ${parts.win}, a change of ${parts.gain} against leaving it out (${parts.range}).`,
    lessIsBetter: (parts: { at: string; full: string; less: string }) =>
      `Beyond ${parts.at} less is better than more: at ${parts.full} it is ${parts.less} lower.`,
    enoughAt: (value: string) => `Nine tenths of that are reached at ${value}.`,
    enoughAtMost: 'Nearly all of it is needed for nine tenths of that: every bit more counts.',
    rising: (value: string) => `At ${value}, the end of the scale, it is still rising.`,
    nowGets: (parts: { value: string; range: string; win: string; gain: string }) =>
      `Today’s ${parts.value}${parts.range} comes to ${parts.win}, ${parts.gain}.`,
    rangeOf: (range: string) => ` (${range})`,
    overfull: (parts: { value: string; less: string }) =>
      `Today’s ${parts.value} is more than it needs: ${parts.less} lie between it and the best.`,
  },
  next: {
    question: 'What next?',
    title: 'What one more action would add',
    day: 'If it begins on day',
    rank: 'Rank by',
    rankings: {
      gain: 'chance to win',
      workerDays: 'a day on strike',
      money: 'money spent',
    },
    name: 'Action',
    gain: 'Added to the chance to win',
    low: 'Lowest in 90 of 100 futures',
    high: 'Highest in 90 of 100 futures',
    workerDays: 'Worker-days on strike',
    money: 'Money',
    workerDayYield: 'Worker-days for a point',
    moneyYield: 'Money for a point',
    verdict: 'Verdict',
    verdicts: { helps: 'helps', hurts: 'would hurt', indifferent: 'no difference' },
    helps: 'Share of futures it helps in',
    hurts: 'Share of futures it hurts in',
    gainPerWorkerDay: 'Gain for a worker-day',
    gainPerMoney: 'Gain for a unit of money',
    notKnown: 'not counted',
    figure: (gain: string, range: string) => `${gain} (${range})`,
    workerDaysAPoint: (days: string) => `${days} worker-days a point`,
    moneyAPoint: (money: string) => `${money} a point`,
    bothAPoint: (days: string, money: string) => `${days} worker-days or ${money} a point`,
    notCounted: 'Who takes it, and what it costs, is not counted.',
    wouldHurt: (inHundred: string) => `Would hurt: it lowers the chance in ${inHundred} futures.`,
    underHalf: (asks: string) => `Under half a point; ${asks}`,
    noDifference: 'Makes no difference worth half a point.',
    switchedOff: (label: string) => `${label} (switched off)`,
    none: 'The time line is full: there is no room for one more.',
    nothingHelps: (count: number) =>
      `None of the ${count} actions that could come next adds half a point to the chance of winning.`,
    most: (parts: { label: string; day: number; gain: string; range: string }) =>
      `Most is gained by “${parts.label}” from day ${parts.day}: ${parts.gain} (${parts.range}).`,
    mostByWork: (label: string, measure: string) =>
      `For each day on strike, most is gained by “${label}”: ${measure}.`,
    mostByMoney: (label: string, measure: string) =>
      `For each unit of money, by “${label}”: ${measure}.`,
    byPoints: (label: string, by: string) => `“${label}” (by ${by})`,
    hurting: (names: string, more: number) =>
      `Would hurt: ${names}${more > 0 ? `, and ${more} more` : ''}.`,
    same: (count: number) =>
      count === 1
        ? 'One makes no difference worth half a point.'
        : `${count} make no difference worth half a point.`,
    reckoned: (share: string) =>
      `Each is run alone, with the starting values it would get: a strike of one day, a service or a boycott to the end. Where nobody has said how many take a strike, they are guessed from the sector’s value added (${share} of it wages, paid as in this dispute): good for ranking, not for planning.`,
    showAll: (count: number) => `Show all ${count}`,
    showFewer: 'Show fewer',
    add: 'Add',
    addInFull: (label: string) => `Add to the time line: ${label}`,
    switchOn: 'Switch on',
    switchOnInFull: (label: string) => `Switch on: ${label}`,
    switchOnStep: (name: string) => `switch on ${name}`,
  },
  noEffect:
    'No solidarity action is switched on and no other scenario is pinned, so there is nothing yet that could turn or be known better. Add an action, above or on the time line.',
  flip: {
    question: 'What would have to be true?',
    title: 'The smallest change of assumptions that turns the answer',
    noVerdict:
      'As set, there is no difference at all: no verdict that a change of assumptions could turn.',
    verdict: (parts: {
      baselineName: string | null;
      helps: boolean;
      gain: string;
      range: string;
      isSmall: boolean;
    }) =>
      `${
        parts.baselineName === null
          ? `As set, the solidarity actions ${parts.helps ? 'help' : 'hurt'}`
          : `As set, this scenario does ${parts.helps ? 'better' : 'worse'} than “${parts.baselineName}”`
      }: the chance of winning changes by ${parts.gain} (${parts.range})${parts.isSmall ? ', which is next to nothing' : ''}.`,
    turned: (parts: { baselineName: string | null; helps: boolean }) =>
      parts.baselineName === null
        ? `they would ${parts.helps ? 'hurt' : 'help'}`
        : `it would do ${parts.helps ? 'worse' : 'better'}`,
    part: (parts: { label: string; flip: string; now: string; range: string }) =>
      `“${parts.label}” were ${parts.flip} instead of ${parts.now} (its range is ${parts.range})`,
    one: (parts: { part: string; turned: string }) =>
      `The smallest change that turns this: if ${parts.part}, ${parts.turned}.`,
    two: (parts: { first: string; second: string; turned: string }) =>
      `No number alone turns this within its range; two together do: if ${parts.first}, and ${parts.second}, ${parts.turned}.`,
    already: (parts: { label: string; turned: string }) =>
      `It hangs on the far ends of ranges: with “${parts.label}” at its typical value for certain, ${parts.turned}.`,
    far: {
      near: 'That is near: less than a third of the way from what is typical to the end of the range.',
      half: 'That is about half of the way from what is typical to the end of the range.',
      end: 'That is far: most of the way from what is typical to the end of the range.',
    },
    others: (count: number) =>
      count === 1
        ? 'One other change does it as well, if a larger one.'
        : `${count} other changes do it as well, if larger ones.`,
    nothing: (count: number) =>
      `Nothing inside the ranges turns this: not any one of ${count} numbers at either end of its range, nor any two of those that pull hardest.`,
    change: 'Change',
    number: 'Number',
    low: 'Low end',
    today: 'As set',
    high: 'High end',
    turnsAt: 'Turns at',
    effectThere: 'Effect there',
    place: 'Where it turns on its range (−1 low end, 0 as set, 1 high end)',
    showAll: (count: number) => `Show all ${count}`,
    showFewer: 'Show fewer',
    together: 'Both together:',
    now: (value: string) => `as set ${value}`,
    turns: (value: string) => `turns at ${value}`,
    lowEnd: (value: string) => `low ${value}`,
    highEnd: (value: string) => `high ${value}`,
    key: 'Each line is a number’s range, with what is typical in the middle; on the broad part the answer is turned.',
  },
  knowing: {
    question: 'What to find out first?',
    title: 'What knowing a number would take away from the uncertainty',
    number: 'Number',
    share: 'Share of the uncertainty',
    error: 'Standard error of the share',
    spreadLeft: 'Uncertainty that would be left (standard deviation)',
    otherSign: 'Part of its range in which the answer is turned',
    give: (error: string) => `± ${error}`,
    figure: (share: string, low: string, high: string) => `${share} (${low} to ${high})`,
    nothing: 'There is hardly any uncertainty about the effect to narrow.',
    noneStandsOut: (spread: string) =>
      `The effect differs from future to future by ${spread} (standard deviation), and no single number stands out: many share in it.`,
    first: (parts: { label: string; figure: string; spread: string; left: string }) =>
      `Look into “${parts.label}” first: ${parts.figure} of the uncertainty about the effect comes from it. The effect differs from future to future by ${parts.spread} (standard deviation); with this number known, by about ${parts.left}.`,
    turns: (part: string) =>
      `It may also turn the answer, which has the other sign in ${part} of its range.`,
    second: (parts: { label: string; figure: string }) =>
      `Next comes “${parts.label}”: ${parts.figure}.`,
    tie: (parts: { label: string; figure: string }) =>
      `“${parts.label}” may matter as much: ${parts.figure}. The two cannot be told apart on these futures.`,
    open: (count: number) =>
      count === 0 ? 'No evidence yet' : count === 1 ? '1 quote' : `${count} quotes`,
    openInFull: (label: string, count: number) =>
      `${count === 0 ? 'No evidence yet' : count === 1 ? '1 quote' : `${count} quotes`}: open ${label}`,
    showAll: (count: number) => `Show all ${count}`,
    showFewer: 'Show fewer',
    onLine: 'Go to the action on the time line',
    toNumbers: 'Go to all numbers, beside the time line',
    findEvidence: 'Evidence is tied to a number in the library: open a clip, mark a passage.',
  },
};

/** What goes onto paper and the wall: the brief of one page and the story for a projector. */

export const brief = {
  label: 'Brief',
  print: 'Print or save as PDF',
  printNote: 'One page, A4 or Letter, in light colours.',
  waiting: 'The brief is written once all futures have been lived.',
  timeline: 'What is done, and when',
  noActions: 'No action is switched on.',
  more: (count: number) => `and ${count} more, on the time line`,
  leverage: 'Leverage over time',
  leverageNote:
    'How many times longer the movement can hold out than whoever decides, while the dispute is open. Red: with the solidarity actions; the dark band holds half of the futures, the light one 90 in 100. Dashed: without.',
  leverageNotePinned:
    'How many times longer the movement can hold out than whoever decides, while the dispute is open. Red: this scenario; the dark band holds half of the futures, the light one 90 in 100. Dashed: the pinned baseline.',
  leverageSpoken: (parts: { day: number; ours: string; range: string; alone: string }) =>
    `On day ${parts.day} ${parts.ours} with, in half of the futures ${parts.range}; ${parts.alone} without.`,
  ours: 'with',
  alone: 'without',
  axisDay: (day: number) => `day ${day}`,
  endings: (day: number) => `How it stands by day ${day}`,
  endingNames: {
    conceded: 'won',
    compromised: 'compromise',
    collapsed: 'lost',
    open: 'still open',
    declared: 'ended as declared',
  },
  risks: 'What it risks',
  risksNote: 'Chance that it comes before the dispute ends.',
  checks: 'Is it within what we said must hold?',
  moreChecks: (count: number, kept: number) =>
    `and ${count} more, ${kept === count ? (count === 1 ? 'kept' : 'all kept') : `${kept} of them kept`}, beside the time line`,
  rests: 'What it rests on',
  restsNote: 'The assumptions that decide most; 90 of 100 futures draw between the ends.',
  from: (basis: string, note: string) => (note === '' ? basis : `${basis}: ${note}`),
  cautions: 'Read it rightly',
  law: 'Sympathy action is unlawful or restricted in many places and costs those who take it. Ask whoever knows the law where it would happen before you announce anything.',
  unlawful: (names: string, more: number) =>
    more === 0
      ? `Marked as unlawful where it would happen: ${names}.`
      : `Marked as unlawful where it would happen: ${names} and ${more} more.`,
  unclear: (count: number) =>
    count === 1
      ? 'For one action it is unclear, or was not asked, whether it is lawful.'
      : `For ${count} actions it is unclear, or was not asked, whether they are lawful.`,
  exploratory:
    'Exploratory, driven by stated assumptions; not a forecast. No public data identify what solidarity causes: hard fights call for allies.',
  made: (parts: { futures: string; seed: number; model: number; date: string }) =>
    `${parts.futures} futures, seed ${parts.seed}, model ${parts.model}, ${parts.date}. Made with Clincher.`,
};

export const story = {
  label: 'Present',
  title: (campaign: string) => `${campaign}, step by step`,
  steps: {
    answer: 'The answer',
    line: 'The time line',
    leverage: 'Leverage over time',
    endings: 'How it may end',
    dots: 'Fifty futures',
    risks: 'What it risks',
  },
  waiting: 'The story begins once all futures have been lived.',
  back: 'Back',
  next: 'Next',
  leave: 'Leave',
  fullScreen: 'Full screen',
  place: (step: number, steps: number, title: string) => `Step ${step} of ${steps}: ${title}`,
  keys: 'Arrow keys step, Esc leaves.',
  lineNone: (target: string) =>
    `No solidarity action is switched on: what follows is the strike alone against ${target}.`,
  lineOne: (name: string, day: number) => `One action: ${name}, from day ${day}.`,
  lineMany: (parts: { count: number; name: string; day: number; last: number }) =>
    `${parts.count} actions, from day ${parts.day} to day ${parts.last}. The first is ${parts.name}.`,
  lineCounter: (count: number) =>
    count === 1
      ? 'Whoever decides answers with one counter-move.'
      : `Whoever decides answers with ${count} counter-moves.`,
  leverage: (parts: { day: string; ours: string; range: string; alone: string }) =>
    `On ${parts.day}, if the dispute is still open: ${parts.ours} with the actions, ${parts.alone} without. In half of the futures it lies in ${parts.range}.`,
  leverageAlone: (parts: { day: string; ours: string; range: string }) =>
    `On ${parts.day}, if the dispute is still open: ${parts.ours}. In half of the futures it lies in ${parts.range}.`,
  endings: (parts: {
    day: number;
    won: string;
    wonAlone: string;
    lost: string;
    lostAlone: string;
  }) =>
    `By day ${parts.day} it is won in ${parts.won} futures with the actions and in ${parts.wonAlone} without; lost in ${parts.lost} with, ${parts.lostAlone} without.`,
  endingsAlone: (parts: { day: number; won: string; lost: string }) =>
    `By day ${parts.day} it is won in ${parts.won} futures and lost in ${parts.lost}.`,
  dotsHelp: (parts: { helps: number; same: number; hurts: number; low: string; high: string }) =>
    `In ${parts.helps} of 100 futures the actions raise the chance of winning; in ${parts.same} they change nothing, in ${parts.hurts} they lower it. The change is ${parts.low} to ${parts.high} in 90 of 100.`,
  dotsHurt: (parts: { helps: number; same: number; hurts: number; low: string; high: string }) =>
    `As the numbers stand the actions hurt more often than they help: they lower the chance of winning in ${parts.hurts} of 100 futures, raise it in ${parts.helps}, and change nothing in ${parts.same}. The change is ${parts.low} to ${parts.high} in 90 of 100.`,
  dotsSame: (parts: { same: number }) =>
    `In ${parts.same} of 100 futures nothing changes: as the numbers stand the actions make no difference worth the name.`,
  dotsNone: 'Nothing is compared here: no solidarity action is switched on.',
  dotsKey: { helps: 'helps', indifferent: 'no difference', hurts: 'hurts' },
  dotsNote: 'Each dot stands for two futures in a hundred.',
  risks: (parts: { label: string; ours: string; alone: string }) =>
    `The likeliest danger: “${parts.label}”, ${parts.ours} with, ${parts.alone} without.`,
  risksNone: 'None of the dangers we watch comes in one of a hundred futures.',
  with: 'with',
  without: 'without',
};

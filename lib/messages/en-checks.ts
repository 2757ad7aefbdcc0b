/**
 * Checks in plain words: what a campaign's members hold every scenario to. In a sentence, {…} is where a choice or a
 * number stands; the same sentence is read aloud, printed and built.
 */

const days = (count: string) => (count === '1' ? '1 day' : `${count} days`);

export const checks = {
  title: 'Checks',
  lead: 'What every scenario of this campaign must hold to. Kept with the campaign, judged after every change.',
  empty:
    'What must never happen, whoever changes the plan? Say it once, and every scenario is held to it.',
  examples: 'Two to begin with',
  add: 'Add a check',
  addThis: (sentence: string) => `Add: ${sentence}`,
  choose: 'Which sentence?',
  cancel: 'Cancel',
  full: 'There are fifty checks, which is as many as a campaign keeps.',
  change: 'Change',
  changeLong: (sentence: string) => `Change: ${sentence}`,
  done: 'Done',
  doneLong: (sentence: string) => `Done with: ${sentence}`,
  remove: 'Remove',
  removeLong: (sentence: string) => `Remove: ${sentence}`,
  outOf: (low: string, high: string) => `A whole number from ${low} to ${high}.`,
  sentences: {
    risk: 'No scenario may {risk} before day {beforeDay} in more than {atMost} of 100 futures.',
    riskWithLimit:
      'No scenario may {risk} {limit} % before day {beforeDay} in more than {atMost} of 100 futures.',
    chance: 'By day {byDay} {figure} {ofHundred} of 100.',
    effect: '{actions} must never {never} {quantity}.',
    noHarm:
      'No solidarity action, nor all of them together, may take more than {atMost} of 100 from the chance to win.',
    workerDays: 'Those in solidarity may be asked for no more than {atMost} days on strike.',
  },
  choices: {
    risk: {
      fundEmpty: 'empty the fund',
      hardshipOverLimit: 'let hardship pass',
      supportUnderLimit: 'let support fall under',
      fewerThanHalfOut: 'let participation fall under half',
    },
    figure: {
      win: 'the chance to win must be at least',
      gain: 'the chance to win must exceed the baseline’s by at least',
      collapse: 'the chance of collapse must be at most',
    },
    actions: {
      all: 'The solidarity actions',
      sympathyStrike: 'Sympathy strikes',
      serviceSubstitution: 'Services by the movement',
      handlingBan: 'Handling bans',
      boycott: 'Boycotts',
      donation: 'Gifts to the fund',
      endorsement: 'Endorsements',
    },
    never: { lower: 'lower', raise: 'raise' },
    quantity: {
      harmToOthers: 'the harm to others',
      targetCost: 'what a day costs the employer',
      hardship: 'hardship',
      support: 'public support',
      participation: 'participation',
    },
  },
  labels: {
    risk: 'What may not happen',
    limit: 'Limit, per cent',
    beforeDay: 'Before which day',
    risksAtMost: 'In at most how many of 100 futures',
    byDay: 'By which day',
    figure: 'Which chance',
    ofHundred: 'How many of 100',
    actions: 'Which actions',
    never: 'What they must not do',
    quantity: 'To what',
    noHarmAtMost: 'At most how many of 100',
    workerDaysAtMost: 'At most how many days on strike',
  },
  verdict: {
    kept: 'Kept.',
    broken: 'Broken.',
    unjudged: 'Not judged.',
    counting: 'Still counting.',
  },
  found: {
    risk: {
      never: 'In no future.',
      kept: (share: string, room: string) => `In ${share} of 100 futures; room for ${room}.`,
      full: (share: string) => `In ${share} of 100 futures; no room left.`,
      broken: (share: string, over: string, day: number) =>
        `In ${share} of 100 futures, ${over} too many; past the limit on day ${day}.`,
    },
    chance: {
      kept: (share: string, room: string, day: number) =>
        `${share} of 100, ${room} more than asked; there on day ${day}.`,
      exact: (share: string, day: number) => `${share} of 100, just as asked; there on day ${day}.`,
      late: (share: string, short: string, day: number) =>
        `${share} of 100, ${short} short; there on day ${day}.`,
      never: (share: string, short: string) =>
        `${share} of 100, ${short} short, and not there on any day that is run.`,
      lost: (share: string, short: string, day: number) =>
        `${share} of 100, ${short} short; it was there on day ${day}, and did not last.`,
      under: (share: string, room: string) => `${share} of 100; room for ${room}.`,
      over: (share: string, over: string, day: number) =>
        `${share} of 100, ${over} too many; past the limit on day ${day}.`,
    },
    effect: {
      none: 'They make no difference to it on any day.',
      kept: (parts: { day: number; with: string; without: string }) =>
        `Not on any day; the widest gap is on day ${parts.day}: ${parts.with} with them, ${parts.without} without.`,
      broken: (parts: { first: number; day: number; with: string; without: string }) =>
        parts.first === parts.day
          ? `First and most on day ${parts.day}: ${parts.with} with them, ${parts.without} without.`
          : `First on day ${parts.first}, most on day ${parts.day}: ${parts.with} with them, ${parts.without} without.`,
    },
    /** null: all of them together. */
    noHarm: {
      adds: (name: string | null, points: string) =>
        name === null
          ? `All of them together add ${points} of 100.`
          : `The least useful, ${name}, adds ${points} of 100.`,
      nothing: (name: string | null) =>
        name === null
          ? 'All of them together take less than half a point.'
          : `The least useful, ${name}, takes less than half a point.`,
      kept: (name: string | null, points: string) =>
        name === null
          ? `All of them together take ${points} of 100.`
          : `The least useful, ${name}, takes ${points} of 100.`,
      broken: (name: string | null, points: string) =>
        name === null
          ? `All of them together take ${points} of 100.`
          : `${name} takes ${points} of 100.`,
    },
    workerDays: {
      none: 'None are asked for.',
      kept: (count: string, room: string) => `${days(count)} as planned; room for ${room}.`,
      broken: (count: string, over: string) => `${days(count)} as planned, ${over} too many.`,
    },
    noAction: 'No such action is switched on.',
    workersNotKnown: (actions: number) =>
      actions === 1
        ? 'One action does not say how many take it.'
        : `${actions} actions do not say how many take them.`,
  },
  /** Beside the answer. */
  summary: {
    kept: (kept: number, all: number) => {
      if (all === 1) return kept === 1 ? 'The check is kept' : 'The check is broken';
      return kept === all ? `All ${all} checks kept` : `${kept} of ${all} checks kept`;
    },
    onlyUnjudged: (count: number) =>
      count === 1 ? 'The check cannot be judged' : `${count} checks, none of which can be judged`,
    unjudged: (count: number) => `${count} not judged`,
    counting: 'Checks: still counting',
  },
  failed: (why: string) => `The checks could not be judged: ${why}`,
  again: 'Run again',
  others: {
    note: (count: number) =>
      count === 1
        ? 'Judged here is the scenario on this page; the campaign’s other one is not.'
        : `Judged here is the scenario on this page; the campaign’s other ${count} are not.`,
    judge: (count: number) =>
      count === 1 ? 'Judge the other scenario' : `Judge the other ${count} scenarios`,
    judging: (part: string) => `Judging the others, ${part} done`,
    stop: 'Stop',
    stale: 'Something has changed since the others were judged.',
    kept: (count: number) =>
      count === 1 ? 'Kept in the other scenario.' : `Kept in the other ${count} scenarios.`,
    broken: (name: string, found: string) => `Broken in “${name}”. ${found}`,
    unjudged: (name: string, found: string) => `Not judged in “${name}”. ${found}`,
    unnamed: 'unnamed scenario',
  },
  steps: {
    add: 'add a check',
    change: 'change a check',
    remove: 'remove a check',
  },
  removed: 'The check was removed. Undo brings it back.',
  news: {
    kept: (sentence: string) => `Kept: ${sentence}`,
    broken: (sentence: string) => `Broken: ${sentence}`,
    unjudged: (sentence: string) => `Not judged: ${sentence}`,
    many: (count: number) => `${count} checks have another verdict now.`,
  },
  terminal: {
    title: (count: number) =>
      count === 1 ? 'The check of this campaign' : `The ${count} checks of this campaign`,
    line: (verdict: string, sentence: string, found: string) =>
      `  ${verdict} ${sentence}\n    ${found}`,
    alone: '--check counts futures: it goes with none of --json, --certain and --per-future.',
    none: 'This campaign has no checks, so --check has nothing to judge.',
  },
};

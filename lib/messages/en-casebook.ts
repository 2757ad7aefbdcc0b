/** The casebook: twenty campaigns side by side, what solidarity did in them, how they ended, and how the model did. */
const plural = (count: number, one: string, other: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : other}`;
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number) => WORDS[count] ?? String(count);
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

export const casebookPage = {
  title: 'Twenty campaigns: won, lost and open',
  intro:
    'What is on record of each: who struck, who stood with them and when, and how it ended. Several are here because solidarity failed or was missing.',
  limits:
    'Twenty famous strikes are no sample. That solidarity came before an ending does not say that it caused it. Facts from general knowledge that nobody has checked are marked unverified.',
  rules:
    'The numbers of eighteen come from rules by type of employer, written down before the actions and endings were read. Those of Posti and Oakland were stated one by one, with the ending known.',
  toScore: 'How the model did on them',
  loading: 'Opening the casebook…',
  scale:
    'One scale for all: calendar days since the strike began, bent so that a miners’ year stands beside Posti’s two weeks. The first week is as wide as the second year.',
  axis: 'Days since the strike began',
  ticks: {
    0: 'day 0',
    7: '1 week',
    14: '2 weeks',
    30: '1 month',
    90: '3 months',
    180: '6 months',
    365: '1 year',
    730: '2 years',
    1825: '5 years',
  } as Record<number, string>,
  list: 'Campaigns',
  cases: (count: number) => plural(count, 'campaign', 'campaigns'),
  all: (count: number) => `All ${count} campaigns`,
  shown: (count: number, all: number) => `${count} of ${all} campaigns`,
  none: 'No campaign in the casebook is like that.',
  noneHint: 'Take a filter away to see more.',
  clear: 'Show all',
  unknown: (id: string) => `There is no campaign “${id}” in the casebook.`,
  keys: 'Arrow keys go from campaign to campaign, Enter opens one, Esc closes it.',
  filters: {
    legend: 'Filter and sort',
    ending: 'Ending',
    anyEnding: 'Any ending',
    kind: 'Solidarity',
    anyKind: 'Any solidarity, or none',
    noKind: 'No solidarity on record',
    employer: 'Kind of employer',
    anyEmployer: 'Any employer',
    sort: 'Order',
  },
  sorts: {
    oldest: 'Oldest first',
    newest: 'Newest first',
    shortest: 'Shortest first',
    longest: 'Longest first',
  },
  eras: {
    before1936: 'Before 1936',
    before1990: '1936 to 1989',
    since1990: 'Since 1990',
  },
  endings: {
    concession: 'Won',
    compromise: 'Compromise',
    collapse: 'Lost',
    open: 'Open',
  },
  /** Inside a sentence, with the day it ended on. */
  ended: {
    concession: (day: string) => `won, day ${day}`,
    compromise: (day: string) => `compromise, day ${day}`,
    collapse: (day: string) => `lost, day ${day}`,
    open: (day: string) => `open on day ${day}, last read`,
  },
  kinds: {
    sympathyStrike: 'Sympathy strike',
    handlingBan: 'Handling ban',
    boycott: 'Boycott',
    serviceByMovement: 'Service by the movement',
    donation: 'Money or food for strikers',
    endorsement: 'Endorsement',
    serviceByTarget: 'Service by the employer',
    replacementSurge: 'Replacements',
    injunction: 'Injunction',
  },
  legend: {
    title: 'What the marks mean',
    solidarity: 'Solidarity',
    counter: 'Against the strike',
    ending: 'How it ended',
    threat: 'Announced, never needed',
    lasting: 'How long it lasted',
    openEnd: 'No end on record',
  },
  place: (years: string, place: string) => `${years}, ${place}`,
  years: (first: number, last: number) => (first === last ? `${first}` : `${first} to ${last}`),
  /** A row as a screen reader hears its picture. */
  spoken: (parts: { name: string; days: string; actions: readonly string[]; ended: string }) =>
    `${parts.name}: struck for ${parts.days}. ${parts.actions.map((each) => `${each}. `).join('')}${parts.ended}.`,
  days: (count: number) => plural(count, 'day', 'days'),
  mark: (parts: { kind: string; count: number; when: string }) =>
    `${parts.kind}${parts.count > 1 ? ` (${parts.count})` : ''}, ${parts.when}`,
  when: {
    onDay: (day: number) => `on day ${day}`,
    between: (first: number, last: number) => `from day ${first} to day ${last}`,
    toTheEnd: (first: number) => `from day ${first} to the end`,
    from: (first: number) => `from day ${first} on`,
    announced: (day: number) => `announced for day ${day}, never needed`,
  },
  sentence: {
    nouns: {
      sympathyStrike: (count: number) =>
        count === 1 ? 'a sympathy strike' : `${inWords(count)} sympathy strikes`,
      handlingBan: (count: number) =>
        count === 1 ? 'a handling ban' : `${inWords(count)} handling bans`,
      boycott: (count: number) => (count === 1 ? 'a boycott' : `${inWords(count)} boycotts`),
      serviceByMovement: (count: number) =>
        count === 1 ? 'a service by the movement' : `${inWords(count)} services by the movement`,
      donation: (count: number) =>
        count === 1 ? 'a gift to the strikers' : `${inWords(count)} gifts to the strikers`,
      endorsement: (count: number) =>
        count === 1 ? 'an endorsement' : `${inWords(count)} endorsements`,
      serviceByTarget: (count: number) =>
        count === 1 ? 'a service by the employer' : `${inWords(count)} services by the employer`,
      replacementSurge: (count: number) =>
        count === 1 ? 'replacements' : `${inWords(count)} waves of replacements`,
      injunction: (count: number) =>
        count === 1 ? 'an injunction' : `${inWords(count)} injunctions`,
    },
    /** “An injunction (Federal injunction) from day 52 on”, “Four handling bans, the first from day 11 on”. */
    item: (parts: { noun: string; when: string; names: readonly string[] }) =>
      `${parts.noun}${parts.names.length > 0 ? ` (${listed(parts.names)})` : ''}${parts.when.startsWith('the first') ? ',' : ''} ${parts.when}`,
    first: (day: number) => `the first from day ${day} on`,
    overBefore: (when: string, days: number) =>
      `${when}, over ${plural(days, 'day', 'days')} before the end`,
    threats: (count: number) =>
      count === 1
        ? 'one more was announced and never needed'
        : `${inWords(count)} more were announced and never needed`,
    nothing: 'the record has no dated act of solidarity',
    noWorkers: 'the record has no dated strike or refusal by other workers',
    against: (items: readonly string[]) => `against it stood ${listed(items)}`,
    join: (parts: readonly string[]) => {
      const text = parts.join('; ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
  },
  provenance: {
    source: (source: string) => source,
    unverified: 'unverified',
    unverifiedLong: 'general knowledge, unverified',
    partly: 'part of it unverified',
    unnamed: 'no source named',
  },
  detail: {
    open: 'Open as a scenario',
    openLong: (name: string) => `Open as a scenario: ${name}`,
    openNote:
      'Opens in the studio with its real ending marked on the picture. The ending was not used for its numbers.',
    openNoteOpen:
      'Opens in the studio with the day to which it was read marked on the picture. That was not used for its numbers.',
    openNoteFounding:
      'Opens in the studio with its real ending marked on the picture. Its numbers were stated one by one, with the ending known.',
    known: 'Known before the first solidarity action',
    coded: 'What its numbers start from',
    type: 'Coded as',
    typeFounding: 'Kind of employer',
    done: 'What was done, day by day',
    doneNone: 'No action with a kind and a day is on record.',
    told: 'Also on record',
    inShort: 'In short',
    inShortSources: 'Sources stand with each action and number.',
    ended: 'How it ended',
    endedOn: {
      concession: (day: string, date: string) => `On day ${day} (${date})`,
      compromise: (day: string, date: string) => `On day ${day} (${date})`,
      collapse: (day: string, date: string) => `On day ${day} (${date})`,
      open: (day: string, date: string) => `Last read on day ${day} (${date})`,
    },
    schoolDays: 'Days here are calendar days. The studio counts school days.',
    byRule: {
      concession: 'Counted as won: the main demand was granted in substance.',
      compromise:
        'Counted as a compromise: part was granted, or the record calls the result mixed.',
      collapse: 'Counted as lost: the strike ended without its main demand.',
      open: 'Counted as open: it had not ended when last read, so it is not scored.',
    },
    dated: (date: string, words: string) => `${date}: ${words}`,
    dayAnd: (when: string, date: string) => `${when} (${date})`,
    facts: {
      workers: 'Who may strike',
      yearlyWage: 'A year’s pay',
      users: 'Users a day',
      perUser: 'Paid for each user and day',
      inNeed: 'Share in need',
      organized: 'Share out on the first day',
      peak: (count: string) => `up to ${count}`,
      range: (low: string, high: string) => `${low} to ${high}`,
      money: (currency: string, amount: string) => `${currency} ${amount}`,
    },
    numbers: 'Its numbers in the model, each with its range and its reason',
    numbersNote: 'Typical value, and in brackets the ends between which 90 of 100 futures draw it.',
    actionNumbers: 'The actions',
    actionNumber: (action: string, number: string) => `${action}: ${number}`,
    forecast: (parts: { won: string; compromise: string; lost: string }) =>
      `On its first morning, knowing nothing of what followed, the model gave: won ${parts.won}, compromise ${parts.compromise}, lost ${parts.lost}.`,
    openCensored: 'It is open, so no forecast of it can be scored yet.',
  },
  employers: {
    perUser: 'Public service, paid for each user',
    publicBudget: 'Public employer with a budget',
    perishable: 'Sells what cannot be kept',
    stocks: 'Has stocks or an order book',
    multiPlant: 'One arm of a larger company',
    singlePlant: 'One employer, one place',
    sectoral: 'A whole industry',
  },
  owners: {
    state: 'owned or decided by the state',
    private: 'privately owned',
    group: 'part of a group',
    association: 'several employers together',
  },
  skills: {
    low: 'work learnt in days',
    medium: 'work learnt in weeks',
    licensed: 'work learnt in years or licensed',
  },
  laws: {
    open: 'replacement or dismissal lawful and usual',
    neutral: 'replacement lawful but unusual',
    closed: 'replacement forbidden or against custom',
  },
  reserve: 'a trained reserve stood by',
  unions: {
    none: 'no strike fund',
    modest: 'a national union’s strike fund',
    strong: 'a large strike fund',
    full: 'full strike pay',
  },
  stakes: {
    pay: 'pay at stake',
    security: 'benefits, conditions or job security at stake',
    existence: 'recognition, jobs or the union at stake',
  },
  link: 'See all twenty side by side, on one time scale',
  realEnding: {
    mark: {
      concession: (day: number) => `really ended: day ${day}, won`,
      compromise: (day: number) => `really ended: day ${day}, compromise`,
      collapse: (day: number) => `really ended: day ${day}, lost`,
      open: (day: number) => `really: still open on day ${day}`,
    },
    note: 'The line marks how it really ended. The ending was not used for the campaign’s numbers.',
    noteFounding:
      'The line marks how it really ended. The campaign’s numbers were stated one by one, with the ending known.',
    noteOpen: 'It had not ended when last read. That was not used for the campaign’s numbers.',
    more: 'Its facts and sources in the casebook',
  },
  score: {
    title: 'How the model did on these campaigns',
    verdict: {
      notShown:
        'On these campaigns the model is not shown to be better than saying the same base rates every time.',
      better: 'On these campaigns the model did better than saying the same base rates every time.',
      worse: 'On these campaigns the model did worse than saying the same base rates every time.',
    },
    everyInterval: (mornings: number) =>
      mornings === 1 ? 'The interval holds 0.' : `All ${mornings} intervals hold 0.`,
    someInterval: (outside: number, mornings: number) =>
      `${outside} of ${mornings} intervals leave out 0.`,
    tooOften: (parts: { wrong: number; won: number; names: readonly string[] }) =>
      parts.wrong === 0
        ? 'In none of the wins coded by rule did it give defeat more than half.'
        : `It expects defeat too often: in ${parts.wrong} of ${parts.won} wins coded by rule (${listed(parts.names)}) it gave defeat more than half on the first morning.`,
    untuned:
      'Nothing was tuned to these endings. The rules for the numbers were written before the actions and endings were read, and nothing was changed after the score.',
    hindsight:
      'These strikes are famous. Whoever wrote the rules knew how many of them ended, and some are among the 83 behind the base rates, which helps those.',
    baseRates: (parts: { lost: string; compromise: string; won: string }) =>
      `Base rates: lost ${parts.lost}, compromise ${parts.compromise}, won ${parts.won}, from 83 North American labour campaigns (Global Nonviolent Action Database).`,
    founding: (parts: { model: string; base: string; difference: string; campaigns: number }) =>
      `With Posti and Oakland, whose numbers were not coded blind, day 0 is ${parts.model} against ${parts.base}, a difference of ${parts.difference} over ${parts.campaigns} campaigns. That is no independent evidence.`,
    censored: (names: readonly string[], count: number) =>
      `${listed(names)} ${count === 1 ? 'is' : 'are'} open and not scored.`,
    run: (parts: { version: number; futures: string; seed: number; horizon: number }) =>
      `Model ${parts.version}, ${parts.futures} futures, seed ${parts.seed}, ${parts.horizon} days. Made by npm run score:casebook.`,
    differences: {
      title: 'Model and base rates, morning by morning',
      note: 'Difference of the ranked probability score, with its 95% interval (campaigns drawn anew). Each forecast knows only what had been announced by that morning, and is for campaigns that were open then.',
      morning: (day: number) => `day ${day}`,
      open: (count: number) => plural(count, 'campaign', 'campaigns'),
      better: 'model better',
      worse: 'base rates better',
      zero: 'no difference',
      head: ['Morning', 'Campaigns still open', 'Model', 'Base rates', 'Difference'],
      interval: (mean: string, low: string, high: string) => `${mean} (${low} to ${high})`,
      spoken: (day: number, words: string) => `day ${day}: ${words}`,
    },
    forecasts: {
      title: 'What it gave on the first morning, and what happened',
      note: 'A bar shows the chances that the model gave to defeat, compromise and victory on day 0; the outlined part is what happened. The score beside it runs from 0, certain and right, to 1, certain of the other extreme; in brackets the base rates’.',
      head: [
        'Campaign',
        'Really',
        'Lost',
        'Compromise',
        'Won',
        'Model’s score',
        'Base rates’ score',
      ],
      founding: (name: string) => `${name} *`,
      foundingNote: '* Its numbers were not coded by rule, and not blind.',
      score: (model: string, base: string) => `${model} (${base})`,
      spoken: (name: string, ended: string, chance: string) =>
        `${name}: ${ended}, to which it gave ${chance}`,
    },
  },
};

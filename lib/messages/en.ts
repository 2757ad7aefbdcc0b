import { brief, story } from './en-paper.ts';

/**
 * Every visible sentence, English. Plain words, no hype; say what happened and what to do now.
 * Sections follow the screens. Parts to fill are typed; plurals are made here, where the language is known.
 */
const plural = (count: number, one: string, other: string) =>
  `${count} ${count === 1 ? one : other}`;
/** As plural, for what may be a hundred thousand. */
const counted = (count: number, one: string, other: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : other}`;

/** 12,000 */
const grouped = (count: number) => count.toLocaleString('en-GB');
/** 12,000 clips */
const manyClips = (count: number) => `${grouped(count)} ${count === 1 ? 'clip' : 'clips'}`;

/** The figures and names of the studio's one-sentence answer. */
interface HeadlineParts {
  actions: string;
  movement: string;
  target: string;
  withRatio: string;
  withoutRatio: string;
}

export const en = {
  common: {
    appName: 'Clincher',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    delete: 'Delete',
    undo: 'Undo',
    redo: 'Redo',
    back: 'Back',
    clips: (count: number) => plural(count, 'clip', 'clips'),
  },
  popup: {
    newClip: 'New clip',
    savedClip: 'Clipped already',
    reading: 'Reading the page…',
    staysHere: 'Stays on this machine',
    addQuote: 'Add quote',
    saving: 'Saving…',
    saved: 'Saved on this machine',
    savedDetail: 'It is on disk. You can close this window.',
    openInLibrary: 'Open in library',
    clippedAgo: (ago: string) => `You clipped this page ${ago}. What you see is that clip.`,
    inTrashAgo: (ago: string) =>
      `You clipped this page ${ago} and threw it away. Saving takes it out of the trash.`,
    severalTwins: (count: number) =>
      `There are ${count} clips of this page; this is the newest of them.`,
    newSelection: 'What you have selected now',
    addSelection: 'Add as another quote',
    selectionAdded: 'The selection is among the quotes. Save to keep it.',
    saveSecond: 'Save as a second clip',
    secondClip: 'This becomes a second clip of the same page.',
    editFirst: 'Back to the first clip',
    draftRestored: 'Your draft is still here.',
    readAgain: 'Start over from the page',
    whyByHand: {
      browserPage:
        'The browser keeps this page to itself, so it could not be read. Fill in what you know.',
      tooSlow: 'The page did not answer in time. Its address and title are here; fill in the rest.',
      strange:
        'What the page gave back was not an article. Its address and title are here; fill in the rest.',
      pdf: 'A PDF could not be read here. Its address is filled in; type the rest or paste a quote.',
    },
    storeUnread:
      'The library could not be opened, so it is unknown whether you have clipped this page before.',
    saveFailed: {
      changedElsewhere:
        'This clip was changed in another window in the meantime. Nothing of yours is lost: save over it, or open it in the library to compare.',
      readOnly:
        'A newer Clincher is open in another window, so this one may only read. Your draft is kept: close this and open it again.',
      failed: 'It could not be saved. Your draft is kept: try again.',
      full: 'The disk is full, so it could not be saved. Your draft is kept: make room and try again.',
      gone: 'That clip is no longer in the library. Save as a second clip to keep what is here.',
    },
    saveAnyway: 'Save mine over it',
    managedWarning:
      'On a managed browser, whoever administers it can see which extensions are installed, this one too.',
    understood: 'Understood',
    menuPage: 'Clip this page',
    menuSelection: 'Clip this selection',
    noTab: 'There is no page here to read. Fill in what you know.',
    panelAlone:
      'Press Clincher’s button on a page and choose “Side panel” there: this panel then holds that page’s clip. Or fill in what you know.',
    readingPage: 'Reading the page…',
    openInPanel: 'Side panel',
    openInTab: 'Tab',
    moreRoom: 'Continue with more room, in a',
    twinActions: 'What to do with the page you have clipped before',
    openTwin: 'Open it in the library',
    updateTwin: 'Update it from the page',
    addAsSource: 'Save as another source of its event',
    becomesSource: 'This becomes a second clip, and another source of the same event.',
    unchangedPage: 'The page says what it said when you clipped it. There is nothing to update.',
    updateHeading: 'What has changed on the page',
    updateHelp: 'Your quotes, tags and notes stay. Choose what to take over.',
    asSaved: 'As you clipped it',
    onPageNow: 'On the page now',
    takeUpdate: 'Update the clip',
    leaveUpdate: 'Leave it as it is',
    joinedEvent: (title: string) => `It is now a source of the event “${title}”.`,
    madeEvent: (title: string) => `The two now report one event, “${title}”.`,
    notJoined: {
      full: 'It is saved, but the event holds as many sources as it can.',
      gone: 'It is saved, but the other clip or its event is no longer in the library.',
      failed: 'It is saved, but could not be added to the event. Do it in the library.',
    },
    badgeTitle: 'Clipped already. Clip this page with Clincher',
    /** As the button says it where nothing else is to say; the manifest has the same words. */
    clipThisPage: 'Clip this page with Clincher',
  },
  fields: {
    alsoSays: 'The page also says:',
    take: (value: string, source: string) => `Take “${value}” (${source})`,
    nobody: 'nobody',
    campaignAndTags: 'Campaign and tags',
    sectorsAndPlaces: 'Sectors and places',
    campaign: 'For which campaign',
    addCampaign: '+ campaign',
    removeCampaign: (name: string) => `Not for the campaign ${name}`,
    unknownCampaign: 'a campaign that is not here',
    tags: {
      add: '+ tag',
      label: 'New tag',
      hint: 'Type a tag; Enter or a comma adds it',
      suggestions: 'Tags you have used',
      remove: (tag: string) => `Remove the tag ${tag}`,
    },
    sectors: {
      add: '+ sector',
      label: 'Sector it is about',
      hint: 'Type a sector; Enter or a comma adds it, the arrow down shows those there are',
      suggestions: 'Sectors',
      remove: (sector: string) => `Remove the sector ${sector}`,
    },
    places: {
      add: '+ place',
      label: 'Place it is about',
      hint: 'Type a place; Enter or a comma adds it',
      suggestions: 'Places you have used',
      remove: (place: string) => `Remove the place ${place}`,
    },
    archiveAddress: 'Archived',
    archiveLong: 'Address of an archived copy',
  },
  library: {
    title: 'Library',
    clipByHand: 'Clip by hand…',
    clipByHandTitle: 'A clip by hand',
    search: 'Search clips',
    searchHint: 'Search everything',
    searchHelp: '“in quotes” as it stands · -word to leave out · this OR that · / to come here',
    clearSearch: 'Clear the search',
    loading: 'Opening the library…',
    events: (count: number) => plural(count, 'event', 'events'),
    clipCount: (count: number) => manyClips(count),
    found: (count: number) => `${manyClips(count)} found`,
    foundOf: (count: number, of: string) => `${manyClips(count)} found, of ${of}`,
    noMatchesTitle: 'No clip is like that',
    noMatches: 'Take away a word, a filter or the dates, and look again.',
    clearAll: 'Show all clips',
    indexReading: (done: number, total: number) =>
      `${grouped(done)} of ${grouped(total)} clips read. What is found may grow.`,
    indexStarting: 'Reading the library. What is found may grow.',
    indexFailed:
      'The search index could not be used. The list is complete, newest first; words are looked for in titles, publications, authors, tags, notes and quotes.',
    lookedThrough: (done: number, total: number) =>
      `Looking through the clips: ${grouped(done)} found, ${grouped(total)} to look through.`,
    alike: (count: number) => `${plural(count, 'clip looks', 'clips look')} like another`,
    columns: { filters: 'Filters', list: 'Clips', reader: 'The clip' },
    list: {
      label: 'Clips found',
      select: (title: string) => `Choose ${title}`,
      help: 'Arrow keys go from clip to clip, Enter opens one. Shift with the arrows chooses several, Ctrl+A all that are found. Delete moves to the trash.',
      waiting: 'Fetching…',
      selectAll: 'Choose all',
      selected: (count: number) => `${grouped(count)} chosen`,
      selectAllFound: (count: number) => `Choose all ${grouped(count)}`,
      clearSelection: 'Choose none',
    },
    sort: {
      label: 'Order',
      best: 'Best match',
      newest: 'Clipped last',
      oldest: 'Clipped first',
      published: 'Published last',
      publishedOldest: 'Published first',
      title: 'Title',
      source: 'Publication',
    },
    filters: {
      heading: 'Filters',
      show: (count: number) => `Show ${manyClips(count)}`,
      open: (count: number) => (count === 0 ? 'Filters' : `Filters (${count})`),
      kinds: 'What happened',
      campaigns: 'Campaign',
      sectors: 'Sector',
      places: 'Place',
      tags: 'Tag',
      sources: 'Publication',
      none: {
        kinds: 'not said',
        campaigns: 'no campaign',
        sectors: 'no sector',
        places: 'no place',
        tags: 'no tag',
        sources: 'no publication',
      },
      goneCampaign: 'a campaign that is gone',
      showAll: (count: number) => `Show all ${count}`,
      showFewer: 'Show fewer',
      find: (facet: string) => `Find in ${facet}`,
      findNone: 'None is like that.',
      clips: (count: number) => `, ${manyClips(count)}`,
      clear: 'Clear all filters',
      waiting: 'Filters come when the library has been read.',
      unavailable: 'Filters need the search index, which could not be used.',
      chosen: 'Chosen filters',
      takeAway: (name: string) => `Take away ${name}`,
    },
    strip: {
      label: 'Clips by date',
      from: 'From',
      to: 'Until',
      help: 'Drag over the strip to choose dates. With the keyboard: arrow keys move an end, Shift with the arrows moves both, Escape chooses all dates.',
      all: (range: string) => `All dates, ${range}`,
      range: (from: string, to: string) => `${from} – ${to}`,
      at: (range: string, clips: string) => `${range}: ${clips}`,
      ofKind: (count: number, name: string) => `${count} ${name}`,
      week: (day: string) => `week of ${day}`,
      clear: 'All dates',
      families: {
        sympathy: 'sympathy strike',
        handling: 'handling ban, boycott',
        substitution: 'service substitution',
        other: 'other',
      },
    },
    views: {
      heading: 'Saved views',
      save: 'Save this view…',
      name: 'Name of the view',
      rename: (name: string) => `Rename ${name}`,
      delete: (name: string) => `Delete the view ${name}`,
      all: 'All clips',
    },
    bulk: {
      label: 'With the chosen clips',
      field: {
        tags: 'Tag',
        reports: 'What happened',
        campaignIds: 'Campaign',
        sectors: 'Sector',
        places: 'Place',
      },
      pick: 'Choose…',
      value: {
        tags: 'A tag',
        reports: 'A kind of action',
        campaignIds: 'A campaign',
        sectors: 'A sector',
        places: 'A place',
      },
      add: (count: number) => `Add to ${manyClips(count)}`,
      remove: 'Take away',
      trash: 'To the trash',
      restore: 'Restore',
      progress: (done: number, total: number) => `${grouped(done)} of ${grouped(total)} done…`,
    },
    done: {
      deletedMany: (count: number) => `${manyClips(count)} moved to the trash.`,
      restoredMany: (count: number) => `${manyClips(count)} back in the library.`,
      added: (name: string, count: number) => `“${name}” added to ${manyClips(count)}.`,
      removed: (name: string, count: number) => `“${name}” taken from ${manyClips(count)}.`,
      soAlready: (count: number) =>
        count === 1 ? 'One was so already.' : `${grouped(count)} were so already.`,
      stopped: (of: number) =>
        `Then something went wrong; of the ${grouped(of)} the others are as they were.`,
      viewSaved: (name: string) => `View saved: “${name}”`,
      viewRenamed: (name: string) => `View renamed; it was “${name}”`,
      viewDeleted: (name: string) => `View deleted: “${name}”`,
      undone: (what: string) => `Taken back: ${what}`,
      changedSince: 'It was changed since, so it was not taken back.',
      undo: (what: string) => `Undo: ${what}`,
    },
    about: {
      label: 'What it is about',
      sector: (name: string) => `sector ${name}`,
      section: (name: string) => `section ${name}`,
      paywall: 'behind a paywall',
      pageChanged: (day: string) => `changed by its publisher ${day}`,
      archived: 'Kept in a web archive',
      findArchived: 'Look for it in a web archive',
      alike: (count: number) =>
        `${plural(count, 'other clip looks', 'other clips look')} like this one`,
    },
    trash: 'Trash',
    trashCount: (count: number) => `Trash (${count})`,
    backToClips: 'Back to the clips',
    trashEmpty: 'The trash is empty.',
    restore: 'Restore',
    emptyTitle: 'Nothing clipped yet',
    emptySteps: [
      'Open a news page about a struggle you follow.',
      'Select the sentence that matters, if there is one.',
      'Press Alt+Shift+C or the Clincher button, look it over, and save.',
    ] as readonly string[],
    emptyOnPage:
      'This is the dashboard on a plain page. Clipping articles needs the extension; the README says how to load it. A clip by hand works here, too.',
    emptyByHand: 'From paper, or from a page that cannot be read? Make a clip by hand.',
    pickOne: 'Pick a clip to read it here.',
    pickHint: 'Mark a passage in its text, and it becomes a quote, or evidence for a number.',
    untitled: 'Without a title',
    quotes: (count: number) => plural(count, 'quote', 'quotes'),
    evidenceFor: (count: number) => `evidence for ${plural(count, 'number', 'numbers')}`,
    authorsAndOthers: (names: string, others: number) =>
      `${names} and ${plural(others, 'other', 'others')}`,
    clippedOn: (day: string) => `clipped ${day}`,
    changedOn: (day: string) => `changed ${day}`,
    undated: 'No date',
    opensNewTab: 'opens in a new tab',
    edit: 'Edit',
    delete: 'Delete',
    deleted: (title: string) => `Moved to the trash: “${title}”`,
    restored: 'Back in the library.',
    noteHeading: 'Your note',
    textHeading: 'Kept text',
    noText: 'No text was kept with this clip. Quotes can still be typed in.',
    quotesHeading: 'Quotes',
    quoteNotFound: 'not found in the kept text',
    removeQuote: 'Remove this quote',
    quoteRemoved: 'The quote was removed.',
    findInText: 'Show in the text',
    markHint:
      'Mark a passage with the mouse, or focus the text and use the arrow keys: ← → move by a word, ↑ ↓ by a line, Shift extends; Enter opens the choices.',
    textRegion: 'Kept text of the article',
    passage: 'Marked passage',
    keepQuote: 'Keep as quote',
    useEvidence: 'Use as evidence',
    quoteKept: 'Kept as a quote.',
    quoteThere: 'This passage is among the quotes already.',
    passageTooLong: 'A quote holds at most 4,000 characters. Mark less.',
    typeQuote: 'Type or paste a passage',
    addQuote: 'Add quote',
    evidence: 'Evidence',
    evidenceWord: 'for',
    evidenceOpen: (label: string) => `Open ${label}`,
    inTrash: 'This clip is in the trash.',
    gone: 'This clip is not in the library any more.',
    saved: 'Saved on this machine',
    form: {
      title: 'Title',
      siteName: 'In',
      siteNameLong: 'Publication',
      authors: 'By',
      authorsLong: 'Authors, one a line',
      publishedAt: 'Published',
      language: 'Language',
      address: 'Address',
      canonicalAddress: 'Canonical',
      canonicalLong: 'Canonical address',
      excerpt: 'Summary',
      text: 'Text',
      quotes: 'Quotes',
      tags: 'Tags',
      addTag: '+ tag',
      newTag: 'New tag',
      tagHint: 'Type a tag; Enter or a comma adds it',
      removeTag: (tag: string) => `Remove the tag ${tag}`,
      tagSuggestions: 'Tags you have used',
      note: 'A note for yourself',
      notePlaceholder: 'What to ask, what to check',
      none: 'not given',
      datePlaceholder: '2019-11-25, or a year or month',
      trackersCut: (count: number) => plural(count, 'tracker cut', 'trackers cut'),
      fromTab: 'from the tab',
      sourceOf: (source: string) => `Source: ${source}`,
    },
    sources: {
      jsonLd: 'article data',
      openGraph: 'share data',
      meta: 'page data',
      timeElement: 'date on the page',
      byline: 'byline',
      heading: 'headline',
      titleElement: 'tab title',
      linkElement: 'page’s own link',
      htmlLang: 'page language',
      address: 'from the address',
      articleText: 'article text',
      selection: 'your selection',
      file: 'imported file',
      you: 'you',
      none: 'not found',
    },
    problems: {
      titleMissing: 'Give it a title, so that you find it again.',
      tooLong: 'This is too long. Shorten it.',
      tooMany: 'These are too many. Take some away.',
      notADate:
        'Write a date like 2019-11-25, 2019-11 or 2019. A time needs its offset: 2019-11-25T08:10+02:00.',
      notALanguage: 'Write a language like Finnish, or its code like fi.',
      notAnAddress: 'Write a web address that begins with http:// or https://.',
    },
    cameBackEmpty: {
      title: 'Your library came back empty',
      what: (count: number) =>
        `This browser held ${plural(count, 'clip', 'clips')} of yours, and now its database has none. It was damaged, cleared, or belongs to another profile. Clincher has deleted nothing.`,
      now: 'Check that this is the browser profile you clipped in. If you have a copy of the profile or an export, restore it before you clip again. If the clips are gone for good, go on with a fresh library.',
      goOn: 'Go on with an empty library',
    },
    fewer: {
      title: 'Part of your library is missing',
      what: (expected: number, found: number) =>
        `There were ${plural(expected, 'clip', 'clips')} here, and now there are ${found}. Clincher has deleted nothing; the browser’s database may be damaged.`,
      now: 'If you have a copy of the browser profile or an export, restore it before you clip again.',
      goOn: 'Go on with what is here',
    },
    unreadable: (count: number) =>
      `${plural(count, 'clip', 'clips')} here cannot be read by this version. They are left as they are.`,
    lostDatabase:
      'The browser has closed the library’s database. Nothing can be saved now: reload this page.',
    reload: 'Reload',
    actionFailed: 'That could not be done. Nothing was changed: try again.',
    evidenceTaken: (count: number) =>
      `It was evidence for ${plural(count, 'number', 'numbers')}, which are as before it.`,
    draftRestored: 'Your draft is still here.',
    dropDraft: 'Drop the draft',
    readOnly:
      'A newer Clincher is open in another window, so this one only reads. Close this tab and open the library again.',
    saveFailed:
      'It could not be saved. What you typed is still here: try again, and if the disk is full, make room first.',
    changedElsewhere: {
      title: 'Changed in another window meanwhile',
      what: 'Somebody, perhaps you in another window, saved this clip after you opened it. Nothing is lost: what you typed is in the form, what is saved stands here.',
      saved: 'Saved in the other window',
      yours: 'Yours',
      keepMine: 'Save mine over it',
      takeTheirs: 'Take the saved one',
      field: 'Field',
    },
  },
  exchange: {
    button: 'Import and export…',
    title: 'Import and export',
    exportHeading: 'Export',
    importHeading: 'Import',
    format: 'As',
    formats: {
      library: 'Clincher library (JSON)',
      csv: 'Table (CSV)',
      csl: 'CSL-JSON',
      ris: 'RIS',
      bibtex: 'BibTeX',
    },
    formatHelp: {
      library:
        'Whole clips, with kept text and quotes, and the events they report. An import reads them back just as they are. Campaigns are not in it: share those as snapshots.',
      csv: 'For spreadsheets, one clip a line, with its quotes but without the kept text. A cell that a spreadsheet would run as a formula gets an apostrophe before it.',
      csl: 'For Zotero, Pandoc and others that cite. Without quotes and kept text.',
      ris: 'For Zotero, EndNote and Mendeley. Without quotes and kept text.',
      bibtex: 'For LaTeX. Without quotes and kept text.',
    },
    goesAlong: 'Goes along only if you say so',
    includeNotes: 'My notes',
    includeTags: 'My tags',
    includeNames: 'Names in my events: who acts, whom it is aimed at, who says which number',
    includeCampaigns: 'Which of my campaigns they are for',
    includeTimes: 'The hours at which I clipped (the day goes along anyway)',
    includeTrash: (count: number) => `The trash (${plural(count, 'clip', 'clips')})`,
    byteOrderMark: 'Marked as UTF-8, as Excel wants it',
    preparing: 'Writing…',
    exportFailed: 'The clips could not be read. Close this and try again.',
    preview: (what: string, size: string) => `${what}, ${size}`,
    clipsAndEvents: (clips: number, events: number) =>
      [plural(clips, 'clip', 'clips'), events > 0 ? plural(events, 'event', 'events') : '']
        .filter(Boolean)
        .join(' and '),
    previewFiles: (what: string, files: number, size: string) =>
      `${what} in ${files} files, ${size} in all: one file could not be read back. Save each of them.`,
    kilobytes: (count: string) => `${count} kB`,
    megabytes: (count: string) => `${count} MB`,
    nothingToExport: 'There is no clip to export.',
    leftUnreadable: (count: number) =>
      `${plural(count, 'clip', 'clips')} here cannot be read by this version and ${count === 1 ? 'stays' : 'stay'} behind.`,
    saveFile: 'Save the file',
    savePart: (part: number, parts: number) => `Save file ${part} of ${parts}`,
    saved: (name: string) => `Saved as ${name}`,
    importWhat:
      'A Clincher library, CSL-JSON, or a browser’s bookmarks as HTML. You see what is in it before anything is written, and nothing of yours changes unless you say so.',
    choose: 'Choose a file…',
    orDrop: 'or drop it here',
    reading: 'Reading…',
    kinds: {
      library: (createdOn: string, program: string) =>
        `A Clincher library of ${createdOn}, written by ${program}`,
      part: (part: number, parts: number) => `file ${part} of ${parts}`,
      csl: 'CSL-JSON',
      bookmarks: 'A browser’s bookmarks',
    },
    withoutNotes: 'without notes',
    withoutTags: 'without tags',
    withoutNames: 'without names',
    counts: {
      fresh: (count: number) => `${count} new`,
      differing: (count: number) => `${count} different from yours`,
      events: (count: number) => `${plural(count, 'new event', 'new events')} in it.`,
      eventsHere: (count: number) =>
        `${plural(count, 'event is', 'events are')} here already and ${count === 1 ? 'stays as it is' : 'stay as they are'}.`,
      here: (count: number) => `${count} already there`,
      unreadable: (count: number) => `${count} unreadable`,
    },
    groups: {
      fresh: (count: number) => `New: ${count}`,
      here: (count: number) => `Already there, left out: ${count}`,
      unreadable: (count: number) => `Unreadable, left out: ${count}`,
    },
    whyHere: {
      sameClip: 'this very clip',
      samePage: 'a clip of the same page',
      twice: 'stands in the file before',
    },
    whyUnreadable: {
      tooNew: 'A newer Clincher wrote it. Update, then import again.',
      invalid: (where: string) =>
        where === '' ? 'It is damaged.' : `It does not fit at “${where}”.`,
      notWeb: 'Its address is no web address.',
      date: 'Its date cannot be read.',
    },
    entry: (at: number) => `Entry ${at}`,
    eventEntry: (at: number) => `Event ${at}`,
    andMore: (count: number) => `and ${count} more`,
    inTrash: 'goes into the trash, where it was',
    accept: ({ made, changed, events }: { made: number; changed: number; events: number }) =>
      [
        made > 0 ? `Import ${plural(made, 'clip', 'clips')}` : '',
        changed > 0 ? `${made > 0 ? 'change' : 'Change'} ${plural(changed, 'clip', 'clips')}` : '',
        events > 0
          ? `${made + changed > 0 ? 'and' : 'Import'} ${plural(events, 'event', 'events')}`
          : '',
      ]
        .filter(Boolean)
        .join(made > 0 && changed > 0 ? ', ' : ' '),
    nothingNew: 'There is nothing new in it.',
    importing: 'Importing…',
    nothingKept: 'Nothing was written to your library.',
    refusals: {
      unknownKind: {
        title: 'Clincher does not know this kind of file',
        advice:
          'It reads its own library files, CSL-JSON, and bookmarks exported as HTML. In Zotero, export as CSL JSON.',
      },
      notJson: {
        title: 'This file is damaged',
        advice: 'It was cut short on its way, perhaps. Export it again, or ask for it again.',
      },
      snapshot: {
        title: 'This is a snapshot of a campaign',
        advice: 'Drop it on the page with the time line, or press “Open a file…” there.',
      },
      tooNew: {
        title: (version: number) => `This file comes from a newer Clincher (format ${version})`,
        advice: 'Update Clincher, then import it again.',
      },
      invalid: {
        title: (where: string) =>
          where === '' ? 'This file is damaged' : `This file is damaged at “${where}”`,
        advice: 'Ask whoever made it to export it again.',
      },
      tooLarge: {
        title: 'This file is too large',
        bytes: (megabytes: string) =>
          `Clincher imports files of up to ${megabytes} MB. Export it in parts, and import those.`,
        depth: (levels: number) =>
          `It nests more than ${levels} levels deep, as none of these files do. Ask where it comes from before you try again.`,
      },
      tooMany: {
        title: 'There is too much in this file',
        advice: (limit: string) =>
          `Clincher imports up to ${limit} entries at once. Export it in parts, and import those.`,
      },
      changed: {
        title: 'The library has changed meanwhile',
        advice: 'Some of these clips have come into it since. Choose the file again.',
      },
      notSaved: {
        title: 'The clips could not be saved',
        advice: 'None of them was. If the disk is full, make room, then try again.',
      },
    },
    imported: (count: number) => `${plural(count, 'clip', 'clips')} imported.`,
    importChanged: (count: number) => `${plural(count, 'clip', 'clips')} of yours changed.`,
    importedEvents: (count: number) => `${plural(count, 'event', 'events')} imported.`,
    undone: (count: number) => `${plural(count, 'clip is', 'clips are')} as before the import.`,
    undoneBut: (count: number, kept: number) =>
      `${plural(count, 'clip is', 'clips are')} as before the import. ${plural(kept, 'has', 'have')} been worked on since and ${kept === 1 ? 'stays' : 'stay'}.`,
    undoFailed: 'That could not be undone. Nothing was changed: try again.',
    columns: {
      title: 'Title',
      authors: 'Authors',
      publication: 'Publication',
      published: 'Published',
      language: 'Language',
      address: 'Address',
      canonicalAddress: 'Canonical address',
      archived: 'Archived copy',
      reports: 'Reports',
      sectors: 'Sectors',
      places: 'Places',
      excerpt: 'Summary',
      quotes: 'Quotes',
      clippedOn: 'Clipped on',
      tags: 'Tags',
      note: 'Note',
    },
  },
  conflicts: {
    heading: (count: number) =>
      count === 1
        ? 'One clip says something else than yours. Yours stays as it is, unless you say so.'
        : `${count} clips say something else than yours. Yours stay as they are, unless you say so.`,
    look: 'Look at them one by one',
    rest: (count: number) =>
      count === 1 ? 'The one that is undecided:' : `All ${count} that are undecided:`,
    suggested: 'Join them as suggested',
    decisions: {
      mine: 'Keep mine',
      theirs: 'Take theirs',
      fields: 'Field by field',
      both: 'Keep both as two clips',
    },
    tally: ({ changing, both, undecided }: { changing: number; both: number; undecided: number }) =>
      [
        changing > 0 ? `${changing} of yours will change.` : '',
        both > 0 ? `${both} will stand beside yours.` : '',
        undecided > 0 ? `${undecided} undecided.` : 'All are decided.',
      ]
        .filter(Boolean)
        .join(' '),
    position: (at: number, total: number) => `${at} of ${total}`,
    yours: 'Yours',
    theirs: 'From the file',
    sameClip: 'the same clip, changed',
    samePage: 'another clip of the same page',
    undecided: 'Not decided yet: yours stays as it is.',
    bothStay: 'Both stay, as two clips.',
    sameForRest: (count: number) =>
      count === 1 ? 'The same for the one left' : `The same for the ${count} left`,
    previous: 'Previous',
    next: 'Next',
    back: 'To the review',
    done: 'Done',
    comparing: 'Comparing…',
    failed: 'It could not be compared. Choose the file again.',
  },
  duplicates: {
    title: 'Clips that look alike',
    looking: 'Looking…',
    failed: 'They could not be looked for. Reload the page and try again.',
    none: 'No two clips look alike, but for those that you have kept.',
    position: (at: number, total: number) =>
      total === 1
        ? 'One group'
        : `Group ${at.toLocaleString('en')} of ${total.toLocaleString('en')}`,
    why: {
      sameAddress: 'clipped from one address',
      sameText: 'nearly the same text',
    },
    whichStays: 'Which one stays, if you merge them?',
    comparedWith: 'Compared with',
    kept: 'The one that stays',
    other: 'The other one',
    noDifference: 'The two say the same.',
    clippedOn: (day: string) => `clipped ${day}`,
    quotes: (count: number) => plural(count, 'quote', 'quotes'),
    evidence: (count: number) => `evidence for ${plural(count, 'number', 'numbers')}`,
    merge: 'Merge into one',
    makeEvent: 'Sources of one event',
    keepAll: (count: number) => (count === 2 ? 'Keep both' : `Keep all ${count}`),
    previous: 'Previous',
    next: 'Next',
    deeds: {
      merged: (title: string) =>
        `Merged into “${title}”. The other one is in the trash, and its evidence rests on this one.`,
      kept: (count: number) =>
        count === 2
          ? 'Both stay, and you are not asked about them again.'
          : `All ${count} stay, and you are not asked about them again.`,
      event: (title: string) => `They are sources of the event “${title}”.`,
      undone: 'That is undone.',
      changed: 'One of them has been changed in another window meanwhile. Look again.',
      full: 'That event holds as many sources as it can.',
      failed: 'That could not be done. Nothing was changed: try again.',
    },
  },
  merge: {
    howToChoose:
      'Where the two differ, choose what stays. What is marked stands in one of them only.',
    both: 'Both',
    bothNotes: 'Both, one after the other',
    nothing: 'nothing',
    onlyHere: '(only here)',
    sameParagraphs: (count: number) =>
      count === 1 ? 'one paragraph the same' : `${count.toLocaleString('en')} paragraphs the same`,
    differingParagraphs: (count: number) =>
      count === 1
        ? 'one paragraph of its own'
        : `${count.toLocaleString('en')} paragraphs of its own`,
    showAll: (field: string) => `Show all of it: ${field}`,
    showLess: (field: string) => `Show less: ${field}`,
    more: (count: number) => `and ${count.toLocaleString('en')} more`,
    throughout: (name: string) => `${name} throughout`,
    suggested: 'As suggested',
    allAtOnce: 'All fields at once',
    fields: {
      title: 'Title',
      authors: 'Authors',
      publishedAt: 'Published',
      modifiedAt: 'Changed by its publisher',
      siteName: 'Publication',
      section: 'Section',
      language: 'Language',
      direction: 'Direction of the text',
      isAccessibleForFree: 'Paywall',
      address: 'Address',
      canonicalAddress: 'Canonical address',
      archiveAddress: 'Archived copy',
      reports: 'Reports',
      sectors: 'Sectors',
      places: 'Places',
      tags: 'Tags',
      campaignIds: 'Campaigns',
      quotes: 'Quotes',
      note: 'Note',
      excerpt: 'Summary',
      text: 'Kept text',
    },
    directions: { ltr: 'left to right', rtl: 'right to left' },
    freeToRead: 'free to read',
    behindPaywall: 'behind a paywall',
    unknownCampaign: 'a campaign that is not here',
  },
  backup: {
    title: 'Backup',
    saveSide: 'Save',
    restoreSide: 'Check or restore',
    what: (counts: string) =>
      `Everything this library holds in one file: ${counts}. The trash, your notes and what this version cannot read go along.`,
    private:
      'Whoever has the file can read it: it is not encrypted. Keep it where you would keep a diary, and not only on this machine.',
    lastNever: 'No backup yet',
    last: (ago: string) => `Last backup ${ago}`,
    since: (changes: number) => `${counted(changes, 'change', 'changes')} to clips since`,
    dueNever: (clips: number) =>
      `${counted(clips, 'clip lies', 'clips lie')} on this machine only. A backup takes a moment.`,
    due: (ago: string, changes: number) =>
      `Your last backup was ${ago}; ${counted(changes, 'change', 'changes')} to clips have come since.`,
    later: 'Not this week',
    note: 'Backup…',
    restoreLink: 'Restore from a backup…',
    save: 'Save a backup',
    saving: (done: number, total: number) =>
      `Writing… ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`,
    saved: (name: string, size: string) => `Handed to your downloads as ${name}, ${size}.`,
    savedWhat: (counts: string) => `It holds ${counts}.`,
    savedNow:
      'Copy it to another disk or a stick. To be sure of it, choose it under “Check or restore”: nothing is restored unless you say so.',
    again: 'Hand it over again',
    leftOut: (count: number) =>
      `${counted(count, 'record', 'records')} here, damaged beyond what a file can hold, ${count === 1 ? 'is' : 'are'} not in it.`,
    saveFailed: 'The backup could not be written. Nothing was changed: try again.',
    choose: 'Choose a backup…',
    orDrop: 'or drop it here',
    chooseWhat:
      'The whole file is looked through first. You see what is in it and what would happen before anything is touched.',
    checking: (percent: string) => `Looking it through… ${percent}`,
    cancelled: 'Called off. Nothing was changed.',
    whole: 'It is whole, and as it was written.',
    from: (when: string, program: string) => `A backup of ${when}, written by ${program}.`,
    fromHere: (when: string, program: string) =>
      `A backup of this very library, of ${when}, written by ${program}.`,
    holds: (counts: string) => `It holds ${counts}.`,
    trash: (count: number) => `${counted(count, 'clip is', 'clips are')} in the trash there.`,
    unreadable: (count: number) =>
      `${counted(count, 'record', 'records')} in it cannot be read by this version and would go in as ${count === 1 ? 'it is' : 'they are'}.`,
    trust: 'Restore only what you or somebody you trust has written.',
    way: 'What is to happen',
    add: 'Add what is missing',
    addWhat: (counts: string, same: number, different: number) =>
      [
        `${counts} come in.`,
        same > 0 ? `${counted(same, 'record is', 'records are')} here just so.` : '',
        different > 0
          ? `${counted(different, 'record is', 'records are')} here with another content: what is here stays.`
          : 'What is here stays.',
        'You can undo it.',
      ]
        .filter(Boolean)
        .join(' '),
    addNothing: 'Everything in it is here already.',
    differing: (count: number) => `Here with another content: ${count.toLocaleString('en-GB')}`,
    andMore: (count: number) => `and ${count.toLocaleString('en-GB')} more`,
    replace: 'Replace everything',
    replaceWhat: (gone: string) =>
      `What is here goes (${gone}), and the library becomes as it was when the backup was written.`,
    replaceEmpty: 'The library becomes as it was when the backup was written. Nothing is here now.',
    doAdd: 'Add what is missing',
    doReplace: 'Replace everything…',
    confirmTitle: 'Replace everything?',
    confirmGoes: (gone: string) => `This goes: ${gone}.`,
    confirmComes: (counts: string, when: string) =>
      `This comes in its place: ${counts}, as of ${when}.`,
    confirmBack: 'It cannot be undone. The only way back is a backup of the present:',
    savePresent: 'Save a backup of the present',
    confirmBox: 'What is here now may go',
    confirm: 'Replace everything',
    back: 'Back',
    staging: (percent: string) => `Reading it in… ${percent}. Your library is untouched so far.`,
    moving: 'Putting everything in its place, all at once. This cannot be called off now…',
    movingShort: 'Restoring…',
    added: (counts: string, kept: number) =>
      kept === 0
        ? `Restored: ${counts} added.`
        : `Restored: ${counts} added; ${counted(kept, 'record that was', 'records that were')} here already ${kept === 1 ? 'stays' : 'stay'} as ${kept === 1 ? 'it is' : 'they are'}.`,
    replaced: (counts: string) => `Everything is replaced. The library holds ${counts}.`,
    undone: (count: number, kept: number) =>
      kept === 0
        ? `${counted(count, 'record was', 'records were')} taken out again.`
        : `${counted(count, 'record was', 'records were')} taken out again. ${counted(kept, 'record', 'records')} worked on or leant on since ${kept === 1 ? 'stays' : 'stay'}.`,
    undoFailed: 'That could not be undone. Nothing was changed: try again.',
    untouched: 'Nothing was written to your library.',
    nothing: 'nothing',
    counts: {
      clips: (count: number) => counted(count, 'clip', 'clips'),
      campaigns: (count: number) => counted(count, 'campaign', 'campaigns'),
      scenarios: (count: number) => counted(count, 'scenario', 'scenarios'),
      events: (count: number) => counted(count, 'event', 'events'),
      views: (count: number) => counted(count, 'saved view', 'saved views'),
      settings: (count: number) => counted(count, 'setting', 'settings'),
    },
    kindOf: {
      clips: 'Clip',
      campaigns: 'Campaign',
      scenarios: 'Scenario',
      events: 'Event',
      views: 'Saved view',
      settings: 'Setting',
    },
    refusals: {
      empty: {
        title: 'This file is empty',
        advice: 'The download may have been cut off. Take another copy of the backup.',
      },
      notBackup: {
        title: 'This is not a Clincher backup',
        advice: 'A backup’s name ends in .jsonl and begins with “clincher-backup”.',
      },
      snapshot: {
        title: 'This is a snapshot of a campaign, not a backup',
        advice: 'Drop it on the page with the time line, or press “Open a file…” there.',
      },
      library: {
        title: 'This is an export of clips, not a backup',
        advice: 'Press “Import and export…” and import it there.',
      },
      tooNew: {
        title: (version: number) => `This backup comes from a newer Clincher (format ${version})`,
        advice: 'Update Clincher, then restore it.',
      },
      cutShort: {
        title: 'This backup is cut short',
        advice: (records: string, expected: string) =>
          `It ends after ${records} of ${expected} records. Take another copy, or an older backup.`,
      },
      changed: {
        title: 'This backup is damaged or was changed',
        line: (line: string) =>
          `Line ${line} is not as it was written. Take another copy, or an older backup.`,
        sum: 'Its sum does not come out, so something in it is not as it was written. Take another copy, or an older backup.',
      },
      doubled: {
        title: 'This backup holds a record twice',
        advice: (line: string) =>
          `The second stands in line ${line}. Clincher writes no such file.`,
      },
      tooLarge: {
        title: 'This is larger than any backup Clincher writes',
        advice: (line: string) => `Line ${line} goes beyond it. Ask where the file comes from.`,
      },
      unread: {
        title: 'The file could not be read',
        advice: 'It was moved or changed meanwhile, or the disk failed. Choose it again.',
      },
      busy: {
        title: 'Another window is restoring',
        advice: 'Wait until it is done, then try again here.',
      },
      otherFile: {
        title: 'The file changed while it was read',
        advice: 'It is no longer the one that was looked through. Choose it again.',
      },
      full: {
        title: 'The disk is full',
        advice: 'While it restores, a backup takes twice its size. Make room, then try again.',
      },
      notRestored: {
        title: 'The backup could not be restored',
        advice: 'Your library is as it was. Try again.',
      },
    },
  },
  kinds: {
    heading: 'What does it report?',
    chosenHeading: 'Reports',
    hint: 'Suggested from the article’s own words, on this machine. Only what you choose is kept; × or the Delete key takes a suggestion away.',
    names: {
      sympathyStrike: 'Sympathy strike',
      handlingBan: 'Handling ban',
      serviceSubstitutionByMovement: 'Service by the movement',
      serviceSubstitutionByTarget: 'Service by the target',
      boycott: 'Boycott',
      strikeFund: 'Strike fund',
      endorsement: 'Endorsement',
      strike: 'Strike',
      lockout: 'Lockout',
      settlement: 'Settlement',
      injunction: 'Injunction',
    },
    chosen: (name: string) => `${name} ✓`,
    maybe: (name: string) => `${name}?`,
    notThis: (name: string) => `Not this: ${name}`,
    add: 'Add a kind',
    addNone: 'Every kind is chosen.',
    sharp: (method: number) => `Method ${method} of Gene Sharp’s 198`,
    because: 'because of',
    becauseOf: (name: string) => `${name} because of`,
    quoted: { open: '“', close: '”' },
    about: 'Sector and places it may be about',
    addAbout: {
      sectors: (name: string) => `Add the sector ${name}`,
      places: (name: string) => `Add the place ${name}`,
    },
    dates: {
      begin: (day: string) => `from ${day}`,
      end: (day: string) => `until ${day}`,
      on: (day: string) => `on ${day}`,
    },
    saidBy: (words: string) => ` (“${words}”)`,
    // Without a prototype: somebody's own sector may be called “constructor”.
    sectors: {
      __proto__: null,
      AIR: 'air transport',
      LAND: 'land transport',
      WATR: 'shipping',
      WHSE: 'ports and warehouses',
      POST: 'post',
      TRAD: 'shops and trade',
      EDU: 'education',
      HLTH: 'health and care',
      MFG: 'manufacturing',
      CONS: 'construction',
      AGR: 'farming and fishing',
      FOOD: 'food',
      WPAP: 'wood and paper',
      UTIL: 'energy and water',
      HORE: 'hotels and restaurants',
      INFO: 'media and telecoms',
      FIN: 'finance and property',
      BUS: 'business services',
      PUB: 'public administration',
      OTH: 'other services',
    } as unknown as Readonly<Record<string, string>>,
  },
  charts: {
    even: 'even',
    ratioFor: (side: string) => `${side} to 1`,
    ratioAgainst: (side: string) => `1 to ${side}`,
    axisFor: (side: string) => `${side} : 1`,
    axisAgainst: (side: string) => `1 : ${side}`,
    range: (low: string, high: string) => `${low}–${high}`,
    ratioRange: (low: string, high: string) => `${low} – ${high}`,
    over: (number: string) => `over ${number}`,
    under: (number: string) => `under ${number}`,
    points: (number: string) => `${number} points`,
    onePoint: (number: string) => `${number} point`,
    noChange: 'no change',
    inHundred: (count: string) => `${count} in 100`,
    day: (day: number) => `day ${day}`,
    dayAndDate: (day: number, date: string | null) =>
      date ? `day ${day} · ${date}` : `day ${day}`,
    dayHeading: (day: number, date: string | null) =>
      date ? `Day ${day} · ${date}` : `Day ${day}`,
    eveningHeading: (day: number, date: string | null) =>
      date ? `By the evening of day ${day} · ${date}` : `By the evening of day ${day}`,
    pickDay: 'Day to read',
    withSolidarity: 'with solidarity',
    without: 'without',
    withoutSolidarity: 'without solidarity',
    inScenario: (name: string) => `in “${name}”`,
    showTable: 'Show as table',
    tableOf: (title: string) => `${title}, as a table`,
    dayColumn: 'Day',
    dateColumn: 'Date',
    none: '–',
    strikeOver: 'strike over',
    save: {
      menu: 'Save picture',
      menuOf: (title: string) => `Save picture: ${title}`,
      svg: 'SVG',
      png: 'PNG',
      csv: 'CSV',
      saved: (file: string) => `${file} is in your downloads.`,
      noPng: 'The browser could not draw it in pixels. Save it as SVG instead.',
      foot: (campaign: string) =>
        (campaign ? `${campaign} · ` : '') +
        'Clincher · exploratory, driven by stated assumptions; not a forecast',
      dot: 'Dot (two futures of 100)',
      stretch: 'Middle of the stretch it is drawn in',
      logLeverage: (name: string, percent: number) => `${name}, ln leverage, ${percent} %`,
    },
    adds: {
      gain: 'Adds to the chance of winning',
      low: 'In 5 of 100 futures less than',
      high: 'In 5 of 100 futures more than',
      error: 'Error of sampling',
      exact: 'exact',
      give: (points: string) => `± ${points} points`,
    },
    tornado: {
      number: 'Assumption',
      low: 'Low end',
      atLow: 'Effect there',
      high: 'High end',
      atHigh: 'Effect there',
      flip: 'Where the answer turns',
      noFlip: 'does not turn',
      now: (points: string) => `as set: ${points}`,
      asSet: 'Effect as set',
    },
    risks: {
      figure: (chance: string, name: string) => `${chance} ${name}`,
    },
    settles: {
      firstDay: 'From day',
      lastDay: 'To day',
      baseline: (name: string) => `Over in these days, ${name}`,
    },
    states: {
      median: (name: string, key: string) => `${key}, ${name}, median`,
      half: (name: string, key: string) => `${key}, ${name}, half of the futures`,
      quantile: (name: string, key: string, percent: number) => `${key}, ${name}, ${percent} %`,
    },
    spread: {
      sector: 'Sector',
      peak: 'At its worst',
      peakDay: 'On day',
      without: 'Without, at its worst',
      figures: (peak: string, without: string) => `${peak} (${without})`,
      onDay: (day: number) => `Day ${day}`,
      heading: 'worst (without)',
    },
    leverage: {
      title: 'Leverage over time',
      note: 'How many times longer the movement can hold out than the employer. Above the line the movement outlasts the employer.',
      bandNote: 'The dark band holds half of the futures, the light one 90 in 100.',
      withAndWithout: 'with and without',
      bothScenarios: 'both scenarios',
      story: (parts: {
        scenarioName: string;
        baselineName: string;
        first: string;
        bestDay: number;
        best: string;
        bestWithout: string;
        lastDay: number;
        last: string;
        lastWithout: string;
      }) =>
        `Leverage, the movement against the employer. On day 0 it is ${parts.first}. It is highest on day ${parts.bestDay}: ${parts.best} ${parts.scenarioName}, ${parts.bestWithout} ${parts.baselineName}. On day ${parts.lastDay} it is ${parts.last} ${parts.scenarioName}, ${parts.lastWithout} ${parts.baselineName}. These are medians over all futures.`,
      reading: (name: string, median: string, half: string) =>
        half ? `${name} ${median}, half of the futures ${half}` : `${name} ${median}`,
      median: (name: string) => `${name}, median`,
      half: (name: string) => `${name}, half of the futures`,
      ninety: (name: string) => `${name}, 90 in 100`,
    },
    endings: {
      title: 'How it ends',
      note: (baselineName: string) =>
        `Chance of each ending by day; the dashed line is the employer conceding ${baselineName}.`,
      conceded: 'employer concedes',
      compromised: 'compromise',
      collapsed: 'strike collapses',
      open: 'still open',
      declared: 'ended as declared',
      concededShort: 'concedes',
      collapsedShort: 'collapses',
      openShort: 'open',
      declaredShort: 'as declared',
      reading: (heading: string, figures: string[]) => `${heading}: ${figures.join(', ')}`,
      concededBaseline: (baselineName: string) => `employer concedes ${baselineName}`,
      story: (parts: {
        day: number;
        conceded: string;
        compromised: string;
        collapsed: string;
        open: string;
        isDeclaredEnd: boolean;
        baselineConceded: string;
        scenarioName: string;
        baselineName: string;
        horizonDay: number;
        horizonConceded: string;
        horizonBaseline: string;
      }) =>
        `By day ${parts.day}, ${parts.scenarioName}: the employer has conceded in ${parts.conceded} of futures, ended with a compromise ${parts.compromised}, the strike has collapsed in ${parts.collapsed}, ${parts.isDeclaredEnd ? 'ended as declared' : 'still open'} ${parts.open}. The employer has conceded in ${parts.baselineConceded} ${parts.baselineName}.` +
        (parts.horizonDay > parts.day
          ? ` By day ${parts.horizonDay}, the end of the horizon: conceded ${parts.horizonConceded} ${parts.scenarioName}, ${parts.horizonBaseline} ${parts.baselineName}.`
          : ''),
    },
    dots: {
      title: 'In a hundred futures',
      note: 'Each dot is two of them.',
      sentence: (parts: {
        helps: number;
        indifferent: number;
        hurts: number;
        horizonDay: number;
      }) =>
        `In ${parts.helps} of 100 futures the solidarity actions raise the chance of winning by day ${parts.horizonDay}, in ${parts.indifferent} they make no difference, in ${parts.hurts} they lower it.`,
      pinnedSentence: (parts: {
        helps: number;
        indifferent: number;
        hurts: number;
        horizonDay: number;
      }) =>
        `In ${parts.helps} of 100 futures this scenario has the better chance of winning by day ${parts.horizonDay}, in ${parts.indifferent} there is no difference, in ${parts.hurts} it has the worse.`,
      middleHalf: (low: string, high: string) =>
        `Half of the futures lie between ${low} and ${high}.`,
      raise: 'raises the chance of winning',
      raiseShort: 'raises the chance',
      lower: 'lowers it',
      gainColumn: 'Change in the chance of winning',
      dotsColumn: 'Futures of 100',
      between: (low: string, high: string) => `${low} to ${high}`,
      noDifference: 'no difference (under half a point)',
    },
  },
  why: {
    view: 'Why',
    title: 'Why, and at what risk',
    lead: 'What each action adds, what the answer rests on, and what can go wrong. Every picture compares the same futures; none of it is a forecast.',
    futures: (count: string) => `Studies on ${count} futures.`,
    waiting: 'This begins when the first picture stands.',
    running: (part: string) => `Computing, ${part} done`,
    updating: (part: string) => `Something has changed. Computing again, ${part} done`,
    stopped: 'Stopped before it was done.',
    stale: 'This is of an earlier version of the scenario.',
    failed: (what: string) => `This could not be computed (${what}). Nothing is lost.`,
    runAgain: 'Run again',
    cancel: 'Stop',
    progressOf: (title: string) => `${title}: progress`,
    theActions: 'the solidarity actions',
    theScenario: 'the scenario',
    without: 'without solidarity',
    withSolidarity: 'with solidarity',
    inScenario: (name: string) => `in “${name}”`,
    noActions:
      'No solidarity action is switched on, so there is nothing to share out. Add one on the time line.',
    adds: {
      title: 'What each action adds',
      short: 'Points of chance to win, averaged over every order of adding them.',
      action: 'Action',
      nameAndDay: (name: string, day: number) => `${name}, day ${day}`,
      together: (parts: { gain: string; without: string; with: string }) =>
        `Together the solidarity actions change the chance of winning by ${parts.gain}, from ${parts.without} to ${parts.with}.`,
      nothing: (parts: { without: string }) =>
        `Together the solidarity actions make no difference worth a point: the chance of winning stays at ${parts.without}.`,
      most: (name: string, gain: string) => `Most comes from ${name}: ${gain}.`,
      hurts: (names: string, plural: boolean) =>
        `${names} ${plural ? 'take' : 'takes'} some of it away: without ${plural ? 'them' : 'it'} the chance would be better.`,
      exact: 'Averaged over every order in which they could come in.',
      sampled: (orders: number, error: string) =>
        `Averaged over ${orders} of the orders in which they could come in, which leaves an error of up to ${error} (two standard errors, drawn as a line).`,
    },
    powers: {
      title: 'By kind of power',
      power: 'Kind of power',
      structural: 'Structural: work withheld where others depend on it',
      associational: 'Associational: members’ means and own services',
      institutional: 'Institutional: law and agreements',
      societal: 'Societal: customers and the public',
      sentence: (name: string, gain: string) =>
        `Most of it is this kind of power: ${name} (${gain}).`,
      single: 'All of the actions draw on one kind of power.',
    },
    rests: {
      title: 'What it rests on',
      short: 'The assumptions that move the answer most, from one end of their range to the other.',
      standing: (gain: string) => `As set, the actions change the chance of winning by ${gain}.`,
      standingBeside: (name: string, gain: string) =>
        `As set, the chance of winning differs from “${name}” by ${gain}.`,
      most: (parts: { label: string; low: string; atLow: string; high: string; atHigh: string }) =>
        `It rests most on this: ${parts.label}. At ${parts.low} the change is ${parts.atLow}, at ${parts.high} it is ${parts.atHigh}.`,
      turns: (count: number, of: number) =>
        count === 1
          ? `Of ${of} assumptions one alone turns the sign within its range.`
          : `Of ${of} assumptions ${count} turn the sign, each alone, within their ranges.`,
      noTurn: (of: number) => `None of ${of} assumptions alone turns the sign within its range.`,
      key: 'Filled is the high end of a range, hollow the low one.',
      hurtsBelow: (value: string) => `below ${value} they hurt`,
      hurtsAbove: (value: string) => `above ${value} they hurt`,
      ofAction: (label: string, name: string, day: number) => `${label}: ${name}, day ${day}`,
      effects: (low: string, high: string) => `${low} to ${high} points`,
      ends: (low: string, high: string) => `from ${low} to ${high}`,
      showAll: (count: number) => `Show all ${count}`,
      showFewer: 'Show fewer',
      all: 'All assumptions, and why',
    },
    risks: {
      title: 'What it risks',
      sentence: (parts: {
        rail: string;
        with: string;
        without: string;
        withName: string;
        withoutName: string;
      }) =>
        `The chance that it comes before the dispute ends. The largest of the four: ${parts.rail}, ${parts.with} ${parts.withName}, ${parts.without} ${parts.withoutName}.`,
      worse: (names: string) => `The actions make this likelier: ${names}.`,
      better: (names: string) => `They make this less likely: ${names}.`,
      same: 'The actions change none of them by a point.',
      rail: 'Risk',
      fundEmpty: 'The strike fund cannot pay',
      hardshipOverLimit: (limit: string) => `Hardship over ${limit} of users`,
      supportUnderLimit: (limit: string) => `Public support under ${limit}`,
      fewerThanHalfOut: 'Fewer than half still out',
      hardshipLimit: 'Hardship of users: your limit, in per cent',
      supportLimit: 'Public support: your limit, in per cent',
      limitWrong: 'A limit is a number from 0 to 100.',
    },
    chances: {
      title: 'Chance to win, if it is still open',
      sentence: (parts: {
        day: number;
        with: string;
        without: string;
        withName: string;
        withoutName: string;
      }) =>
        `If the dispute is still open on the evening of day ${parts.day}, it is won by the end of the horizon in ${parts.with} of futures ${parts.withName}, in ${parts.without} ${parts.withoutName}.`,
      falls:
        'The longer it is open, the lower the chance: what is easily won is over first, and fewer days are left.',
      hardly: 'hardly any',
      note: 'Lines end where hardly a dispute is still open.',
    },
    settles: {
      title: 'When it ends',
      sentence: (parts: { day: string; without: string; withName: string; withoutName: string }) =>
        `Half of all disputes are over by ${parts.day} ${parts.withName}, by ${parts.without} ${parts.withoutName}.`,
      never: 'no day within the horizon',
      day: (day: number) => `day ${day}`,
      note: (days: number, withoutName: string) =>
        days === 1
          ? `Chance that it ends on a day, by how; the dashed line is the same ${withoutName}.`
          : `Chance that it ends within ${days} days, by how; the dashed line is the same ${withoutName}.`,
    },
    states: {
      title: 'States over time',
      note: (withoutName: string) =>
        `Medians with the middle half and 90 in 100 of futures, each as if the dispute were still open; the dashed line is the median ${withoutName}.`,
      participation: 'Still on strike',
      support: 'Public support',
      hardship: 'Users in hardship',
      fund: 'Strike fund',
      harmToOthers: 'Harm to others a day',
      last: (parts: {
        day: number;
        participation: string;
        participationWithout: string;
        support: string;
        supportWithout: string;
        withoutName: string;
      }) =>
        `On day ${parts.day}, in the middle of all futures: ${parts.participation} still on strike (${parts.participationWithout} ${parts.withoutName}), public support ${parts.support} (${parts.supportWithout} ${parts.withoutName}).`,
    },
    spread: {
      title: 'How far the stoppage spreads',
      sentence: (parts: { name: string; peak: string; day: number; without: string }) =>
        `Beyond the struck sector, the one that loses most is ${parts.name}: ${parts.peak} of it stands still on day ${parts.day}, at most ${parts.without} without the actions.`,
      note: 'Share of each sector that stands still, by day; the more colour, the more. Sectors by what they lose in money, the struck one first.',
      nothing:
        'The stoppage stays where it is: no other sector loses as much as one part in a thousand.',
    },
  },
  timeline: {
    heading: 'The time line',
    hint: 'Click a bar to open it, drag it to move it, pull its right edge to make it longer, double-click to switch it off.',
    keysTitle: 'Keys',
    keys: [
      { keys: '← →', does: 'a day earlier or later' },
      { keys: 'Shift + ← →', does: 'a day shorter or longer' },
      { keys: '↑ ↓', does: 'stronger or weaker' },
      { keys: 'Alt + ↑ ↓', does: 'to another action' },
      { keys: 'Space', does: 'switch off or on' },
      { keys: 'Enter', does: 'open it' },
      { keys: 'C', does: 'copy' },
      { keys: 'Delete', does: 'take away' },
      { keys: 'Esc', does: 'leave a drag as it was' },
    ],
    keysSpoken:
      'Arrow left and right move it a day, with Shift they change its length. Arrow up and down change its strength. ' +
      'Space switches it off or on, Enter opens it, C copies it, Delete takes it away. Alt with arrow up or down goes to another action.',
    empty: 'Nothing stands on the time line yet. Add an action and see what it changes.',
    strikeBegins: 'strike begins',
    day: (day: number) => `day ${day}`,
    settled: (day: number) => `settled, day ${day}`,
    announcedNeverNeeded: 'announced, never needed',
    threats: {
      title: 'What became of what was announced:',
      legend: {
        carriedOut: 'carried out',
        standing: 'over before it began',
        withdrawn: 'withdrawn',
      },
      spoken: {
        carriedOut: 'carried out',
        standing: 'over before it began',
        withdrawn: 'never carried out',
      },
    },
    takenBy: (workers: number, people: string) =>
      workers === 1 ? 'one person takes it' : `${people} people take it`,
    legalitySpoken: {
      lawful: 'lawful',
      unclear: 'not clear whether it is lawful',
      unlawful: 'unlawful',
    },
    announcedWithdrawn: 'announced and withdrawn',
    targetMoves: (target: string) =>
      target ? `Counter-moves of ${target}` : 'Counter-moves of the employer',
    lanes: {
      sympathyStrikeAnywhere: 'Sympathy strikes',
      serviceSubstitution: 'Service run by the movement',
      serviceSubstitutionByTarget: (target: string) => `Service run by ${target || 'the employer'}`,
      boycott: 'Boycott',
      handlingBan: 'Handling ban',
      donation: 'Strike fund',
      endorsement: 'Endorsements',
      replacementSurge: 'Replacement workers',
      injunction: 'Injunctions',
    },
    kinds: {
      sympathyStrike: 'Sympathy strike',
      serviceSubstitution: 'Service substitution',
      boycott: 'Boycott',
      handlingBan: 'Handling ban',
      donation: 'Strike-fund donation',
      endorsement: 'Endorsement',
      replacementSurge: 'Replacement surge',
      injunction: 'Injunction',
    },
    byMovement: 'by the movement',
    byTarget: 'by the employer',
    days: (count: number) => plural(count, 'day', 'days'),
    onDay: (day: number) => `day ${day}, one day`,
    fromTo: (first: number, last: number) => `day ${first} to ${last}, ${last - first + 1} days`,
    toTheEnd: (first: number) => `from day ${first} to the end`,
    switchedOn: 'switched on',
    switchedOff: 'switched off',
    announcedOn: (day: number) =>
      day < 0
        ? `announced ${plural(-day, 'day', 'days')} before the strike`
        : `announced on day ${day}`,
    withdrawnOn: (day: number) => `withdrawn on day ${day}`,
    forbids: (count: number) => `forbids ${plural(count, 'sympathy strike', 'sympathy strikes')}`,
    heldByClips: (set: string, clips: number) =>
      `set to ${set}, moved by ${plural(clips, 'clip', 'clips')}`,
    moved: (name: string, when: string) => `${name}: ${when}`,
    resized: (name: string, when: string) => `${name}: ${when}`,
    strength: (name: string, strength: string) => `${name}: ${strength}`,
    toggled: (name: string, state: string) => `${name}: ${state}`,
    leftAsItWas: (name: string) => `${name}: left as it was`,
    removed: (name: string) => `${name}: taken off the time line. Undo brings it back.`,
    added: (words: string) => `Added: ${words}`,
    atTheEdge: 'It cannot go further.',
    bubbleDates: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
    bubbleOnwards: (first: string) => `from ${first}`,
    caption: (name: string, strength: string) => `${name} · ${strength}`,
    add: 'Add an action',
    addTitle: 'Add to the time line',
    fromDay: 'From day',
    sector: 'Sector',
    ofSolidarity: 'Solidarity',
    ofTarget: 'The employer’s moves',
    full: (most: number) =>
      `The time line holds ${most} actions. Take one away before adding another.`,
    addHelp: {
      sympathyStrike: 'Workers of another employer or sector strike in support.',
      serviceSubstitutionByMovement: 'The movement meets the need that the struck service met.',
      serviceSubstitutionByTarget: 'The employer has the need met by somebody else.',
      boycott: 'Customers stay away.',
      handlingBan: 'Others refuse the employer’s goods or replacement work.',
      donation: 'Money for the strike fund.',
      endorsement: 'Somebody people listen to takes a side.',
      replacementSurge: 'The employer brings in more replacement workers.',
      injunction: 'A court forbids sympathy strikes.',
    },
    copyName: (name: string) => `${name} (copy)`,
    newBasis: 'Your assumption; a starting value of the program that nobody has checked yet.',
    nobodyHit: 'Your assumption: nobody is counted as hit directly.',
    paidByOthers: 'Your assumption: paid by others, not from the strike fund.',
    taken: {
      title: 'What it asks of those who take it',
      legality: 'Is it lawful where it would happen?',
      legalities: {
        notAsked: 'Not asked yet',
        lawful: 'Lawful',
        unclear: 'Not clear',
        unlawful: 'Unlawful',
      },
      law: {
        notAsked:
          'Sympathy action is unlawful or restricted in many places, and costs those who take it wages and sometimes jobs. ' +
          'The program cannot know the law of the place: ask a union lawyer there before anybody is called out.',
        lawful:
          'So its user says. Notice and proportion are often asked for even then, and a court can stop one that has begun: put an injunction on the time line to see what that would do.',
        unclear:
          'Settle it with a union lawyer of the place before anybody is called out: damages can fall on the union, and jobs on those who walk out.',
        unlawful:
          'Those who take it risk their jobs, and their union damages or worse. The numbers here know nothing of that. Think of what is lawful there: a boycott by customers, money, or meals.',
      },
      workers: 'How many take it',
      wage: (currency: string) => `What a day costs each, ${currency}`,
      unknown:
        'Say how many take it, and what it asks of them is counted here. No equation uses it.',
      counted: (parts: { people: string; days: number; workerDays: string }) =>
        `${parts.people} people, ${parts.days === 1 ? 'one day' : `${parts.days} days`}: ${parts.workerDays} days of work given up.`,
      countedInWages: (parts: {
        people: string;
        days: number;
        workerDays: string;
        wages: string;
      }) =>
        `${parts.people} people, ${parts.days === 1 ? 'one day' : `${parts.days} days`}: ${parts.workerDays} days of work given up, about ${parts.wages} in wages.`,
      total: (parts: {
        actions: number;
        workerDays: string;
        wages: string | null;
        uncounted: number;
        notLawful: number;
      }) =>
        [
          `${parts.actions === 1 ? 'One action asks' : `${parts.actions} actions ask`} others to stop work:`,
          `${parts.workerDays} days of work given up${parts.wages === null ? '' : `, about ${parts.wages} in wages`}${parts.uncounted === 0 ? '.' : `; of ${parts.uncounted} nobody has said how many take ${parts.uncounted === 1 ? 'it' : 'them'}.`}`,
          parts.notLawful === 0
            ? ''
            : `${parts.notLawful === 1 ? 'One is' : `${parts.notLawful} are`} not known to be lawful where ${parts.notLawful === 1 ? 'it' : 'they'} would happen.`,
        ]
          .filter(Boolean)
          .join(' '),
      totalUncounted: (parts: { actions: number; notLawful: number }) =>
        [
          `${parts.actions === 1 ? 'One action asks' : `${parts.actions} actions ask`} others to stop work; nobody has said how many.`,
          parts.notLawful === 0
            ? ''
            : `${parts.notLawful === 1 ? 'One is' : `${parts.notLawful} are`} not known to be lawful where ${parts.notLawful === 1 ? 'it' : 'they'} would happen.`,
        ]
          .filter(Boolean)
          .join(' '),
    },
    editor: {
      name: 'Name',
      on: 'Switched on',
      sector: 'Sector',
      noSector: 'no sector',
      firstDay: 'First day',
      duration: 'Days it lasts',
      toTheEnd: 'to the end',
      announced: 'Announced on day',
      announcedHelp: 'Leave empty if it comes unannounced. A day below 0 is before the strike.',
      withdrawn: 'Withdrawn on day',
      withdrawnHelp: 'Leave empty if it stands.',
      provider: 'Who provides it',
      providerMovement: 'the movement',
      providerTarget: 'the employer',
      forbidden: 'Sympathy strikes it forbids',
      noneToForbid: 'There is no sympathy strike on the time line yet.',
      note: 'Note',
      copy: 'Copy',
      remove: 'Take away',
      wholeDay: (first: number, last: number) => `Give a whole day from ${first} to ${last}.`,
    },
  },
  evidence: {
    title: 'Use as evidence',
    campaign: 'For which campaign?',
    ofAction: (name: string, startDay: number) => `${name}, from day ${startDay}`,
    ofCampaign: 'The campaign',
    tied: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
    see: 'See what it changes',
    usedFor: (label: string, group: string, campaign: string) => `${label}: ${group} (${campaign})`,
    moves: (reading: string) => `reads it as ${reading}`,
    notSaved:
      'The number has moved, but that is not on disk. Open the campaign and save it from there.',
    open: 'Open the campaign',
  },
  events: {
    title: 'Events',
    count: (count: number) => plural(count, 'event', 'events'),
    newEvent: 'New event',
    newTitle: 'A new event',
    search: 'Search events',
    searchHint: 'Search titles, people, places',
    matches: (found: number, of: number) => `${found} of ${plural(of, 'event', 'events')}`,
    noMatches: 'No event here has all of these words.',
    loading: 'Opening the events…',
    emptyTitle: 'No events yet',
    emptySteps: [
      'An event is something that happened, reported by one or more clips.',
      'Open a clip in the library and make an event of it; add other reports of the same event as its sources.',
      'Put the event on a campaign’s time line, and use what its sources claim as evidence.',
    ] as readonly string[],
    toLibrary: 'Go to the library',
    pickOne: 'Pick an event to read it here.',
    backToEvents: 'Back to the events',
    trashEmpty: 'No event is in the trash.',
    gone: 'This event is not here any more.',
    undated: 'No date',
    until: (end: string) => `until ${end}`,
    fromTo: (begin: string, end: string) => `${begin} to ${end}`,
    noKind: 'Kind not said',
    reports: (count: number) => (count === 0 ? 'no report' : plural(count, 'report', 'reports')),
    readFailed: 'The events could not be read. Reload the page.',
    unreadable: (count: number) =>
      `${plural(count, 'event', 'events')} here cannot be read by this version. They are left as they are.`,
    saved: 'Event saved on this machine',
    deleted: (title: string) => `Event moved to the trash: “${title}”`,
    restored: 'The event is back.',
    made: (count: number) => `Made an event of ${plural(count, 'clip', 'clips')}.`,
    added: (count: number, title: string) =>
      `${plural(count, 'clip', 'clips')} added as a source of “${title}”.`,
    addedNone: (title: string) => `“${title}” has these clips already.`,
    removedSource: (title: string) => `No longer a source: “${title}”`,
    joinFailed: {
      full: 'An event holds at most 500 clips. Make a second event of the rest.',
      gone: 'A clip or the event is not in the library any more. Nothing was changed.',
    },
    failed: 'That could not be done. Nothing was changed: try again.',
    campaignGone: 'a campaign that is not here',
    changedSince: 'The event was changed again since, so this cannot be undone any more.',
    saveFailed:
      'It could not be saved. What you typed is still here: try again, and if the disk is full, make room first.',
    /** What an event comes to in a sentence; who and target may be empty. */
    sentence: {
      sympathyStrike: (who: string, target: string) =>
        `${who || 'Others'} struck in sympathy${target ? ` to press ${target}` : ''}.`,
      handlingBan: (who: string, target: string) =>
        `${who || 'Others'} refused to handle ${target ? `what goes to or comes from ${target}` : 'struck goods or replacement work'}.`,
      serviceSubstitutionByMovement: (who: string) =>
        `${who || 'The movement'} met the need that the struck service met.`,
      serviceSubstitutionByTarget: (who: string, target: string) =>
        `${who || target || 'The employer'} had the struck service run by others.`,
      boycott: (who: string, target: string) =>
        `${who || 'Customers'} boycotted ${target || 'the employer'}.`,
      strikeFund: (who: string) => `${who || 'Supporters'} gave to the strike fund.`,
      endorsement: (who: string) =>
        `${who || 'Somebody people listen to'} took the strikers’ side.`,
      strike: (who: string, target: string) =>
        `${who || 'Workers'} struck${target ? ` against ${target}` : ''}.`,
      lockout: (who: string, target: string) =>
        `${who || target || 'The employer'} locked its workers out.`,
      settlement: (who: string, target: string) =>
        who && target
          ? `${who} and ${target} settled.`
          : `${who || target || 'The two sides'} settled.`,
      injunction: (who: string) => `${who || 'A court'} forbade the action.`,
    },
    and: (first: string, last: string) => `${first} and ${last}`,
    roles: {
      acts: 'takes the action',
      supports: 'supports it',
      opposes: 'opposes it',
      hurt: 'is hurt by it',
      decides: 'can concede or rule',
    },
    roleHeadings: {
      acts: 'Who acts',
      supports: 'For it',
      opposes: 'Against it',
      hurt: 'Who is hurt',
      decides: 'Who decides',
    },
    facts: {
      target: 'Target',
      sectors: 'Sector',
      places: 'Place',
      campaign: 'Campaign',
    },
    demands: 'Demands',
    outcome: 'Outcome',
    note: 'Your note',
    inTrash: 'This event is in the trash.',
    restore: 'Restore',
    edit: 'Edit',
    delete: 'Delete',
    numbers: {
      heading: 'Numbers that rest on it',
      reads: (claim: string, reading: string) => `“${claim}” is read as ${reading}`,
      trashTitle: 'Numbers rest on this event',
      trashWarning: (count: number) =>
        `${plural(count, 'number of yours rests', 'numbers of yours rest')} on what it claims:`,
      trashKeeps:
        'In the trash the event no longer says which claim each of them quotes. The numbers keep their evidence, for the quotes are the clips’. You can bring the event back.',
      trashAnyway: 'Move to the trash',
    },
    emptyTrash: {
      button: 'Empty the trash…',
      title: 'Empty the trash of events?',
      what: (count: number) =>
        `${plural(count, 'event is', 'events are')} erased for good. This cannot be undone.`,
      keeps: 'Clips stay in the library, and numbers keep their evidence.',
      erase: 'Erase for good',
      done: (count: number) => `${plural(count, 'event', 'events')} erased for good.`,
    },
    claims: {
      heading: 'Who says how many',
      nobody: 'the report itself',
      apart: (times: string) =>
        `The highest figure is ${times} times the lowest. Each stays a claim of its own.`,
      evidence: 'Use as evidence…',
      evidenceOf: (size: string, counts: string, who: string) =>
        `Use as evidence: ${size} ${counts}, ${who}`,
      notTied: 'To use it as evidence, say in which passage of a clip it stands.',
      size: 'How many',
      who: 'Who says so',
    },
    sources: {
      heading: 'Sources',
      one: 'One report.',
      many: (reports: number) => `${plural(reports, 'report', 'reports')}, each counts once.`,
      copies: (reports: number, copies: number, count: number) =>
        `${plural(reports, 'report', 'reports')}, of which ${copies} copy one another: count as ${count}.`,
      copiesInGroups: (reports: number, count: number) =>
        `${plural(reports, 'report', 'reports')}, some copying one another: count as ${count}.`,
      none: 'No clip reports it. Open a clip in the library and add it to this event.',
      group: (count: number) => `${count} copies of one report: together one witness`,
      missing: (count: number) =>
        `${plural(count, 'source', 'sources')} of it ${count === 1 ? 'is' : 'are'} not in the library.`,
      trashed: 'in the trash',
      remove: (title: string) => `Take away the source “${title}”`,
      add: 'Add a source…',
      comparing: 'Looking for copies of one wire report…',
      notCompared: 'Whether some copy one another could not be looked up.',
    },
    form: {
      title: 'What happened',
      titleHint: 'Ground crews back the postal strike',
      kind: 'Kind',
      noKind: 'not said',
      campaign: 'Campaign',
      noCampaign: 'none',
      begin: 'Began',
      end: 'Ended',
      dateHint: '25 November 2019, 2019-11 or 2019',
      endHint: 'empty: one day, or not known',
      target: 'Target',
      targetHint: 'Whoever can concede',
      actors: 'Who was part of it',
      actor: 'Name',
      actorHint: 'Cabin crew union',
      role: 'Part in it',
      addActor: '+ somebody',
      removeActor: (name: string) => `Take away ${name || 'this line'}`,
      sectors: 'Sectors',
      places: 'Places',
      addSector: '+ sector',
      addPlace: '+ place',
      labelHint: 'Enter or a comma adds it',
      removeLabel: (label: string) => `Take away ${label}`,
      claims: 'Sizes, and who claims them',
      claimsHelp: 'Claims that differ stay apart: “police say 2,000, the union 5,000” are two.',
      claim: (number: number) => `Claim ${number}`,
      size: 'How many',
      sizeHint: '2,000 or 2,000–2,500',
      counts: 'of what',
      countsHint: 'workers',
      claimedBy: 'Who says so',
      claimedByHint: 'the police; empty: the report itself',
      reliability: 'Counts as',
      addClaim: '+ claim',
      removeClaim: (number: number) => `Take away claim ${number}`,
      source: 'Where it stands',
      addSource: 'Add a clip or passage…',
      wholeClip: (title: string) => `${title}, as a whole`,
      removeSource: (title: string) => `Not in “${title}”`,
      noSources: 'Give the event a source first, then say in which passage the claim stands.',
      demands: 'Demands',
      outcome: 'Outcome',
      note: 'A note for yourself',
      sources: 'Sources',
    },
    problems: {
      titleMissing: 'Say in a few words what happened.',
      tooLong: 'This is too long. Shorten it.',
      tooMany: 'These are too many. Take some away.',
      notADate: 'Write a date like 25 November 2019, 2019-11 or 2019.',
      endsBefore: 'It ends before it begins. Change one of the two.',
      notASize: 'Write a number like 2,000, or two like 2,000–2,500.',
      countsMissing: 'Say what is counted: workers, flights.',
    },
    conflict: {
      title: 'Changed in another window meanwhile',
      what: 'This event was saved in another window after you opened it. Nothing is lost: what you typed is in the form, what is saved stands here.',
    },
    ofClip: {
      bulk: 'Event…',
      heading: 'Events',
      none: 'Not part of an event.',
      make: 'Make an event of it',
      makeOfThese: 'Make an event of these clips',
      add: 'Add to event…',
      open: (title: string) => `Open the event “${title}”`,
    },
    add: {
      title: 'Add to an event',
      what: (count: number) =>
        `Or choose an event: ${count === 1 ? 'the clip becomes a source' : `the ${count} clips become sources`} of it.`,
      find: 'Find an event',
      near: 'Nearest in time first',
      none: 'There is no event yet.',
      has: 'has it already',
    },
    addSource: {
      title: 'Add a source',
      what: 'Choose a clip that reports this event, too.',
      find: 'Find a clip',
      none: 'No clip in the library has these words.',
      empty: 'Every clip in the library is a source of it already, or there is none.',
    },
    line: {
      open: 'Put on the time line…',
      title: 'Put on the time line',
      campaign: 'Of which campaign?',
      fromEvent: (title: string) => `From the event “${title}”.`,
      about: (day: string) => `about ${day}`,
      aboutOn: (day: number) => `about day ${day}, one day`,
      aboutFromTo: (first: number, last: number) =>
        `about day ${first} to ${last}, ${last - first + 1} days`,
      aboutToTheEnd: (first: number) => `from about day ${first} to the end`,
      noAction: {
        strike:
          'A strike is the campaign itself: it begins on day 0 and is no action on its time line. If others struck in support, give the event the kind “sympathy strike”.',
        lockout:
          'The model has no lockout: it stands on no time line. What it did to the strikers can be evidence for the campaign’s numbers.',
        settlement:
          'A settlement is how a campaign ends, not an action on its time line. The program works out when one would come.',
        unknown: 'First say what kind of event it is, then it can become an action.',
      },
      editFirst: 'Edit the event',
      when: {
        exact: (dates: string, days: string) => `${dates} is ${days} of this campaign.`,
        about: (dates: string, first: number, last: number) =>
          `The reports say only ${dates}: some day from ${first} to ${last}. Give the day if you know it.`,
        before: (dates: string, days: number) =>
          `${dates} is ${plural(days, 'day', 'days')} before this strike began, and an action begins on day 0 or later. Give the day on which it would stand here.`,
        after: (dates: string, day: number, horizon: number) =>
          `${dates} would be day ${day}, and this campaign is looked at for ${plural(horizon, 'day', 'days')} only. Give the day on which it would stand here.`,
        undated: 'The event has no date. Give the day on which it stands here.',
        begunBefore: (day: number) =>
          `It began ${plural(-day, 'day', 'days')} before the strike; on the time line it begins with it.`,
      },
      day: (day: number) => `day ${day}`,
      startDay: 'First day',
      lasts: 'How long',
      someDays: 'days',
      toTheEnd: 'to the end',
      lengthUnknown: 'The event does not say when it ended. Say how long it lasts here.',
      sector: 'Sector',
      sectorUnknown: 'The event names no sector of this campaign. Choose one.',
      noSectors: 'This campaign has no table of sectors.',
      preview: 'Becomes',
      previewWaits: 'Give the first day, and you see here what it becomes.',
      previewWaitsForSector: 'Choose the sector, and you see here what it becomes.',
      numbers:
        'Its numbers begin with the program’s starting values, which are assumptions. What the sources claim becomes evidence only where you tie it.',
      counterMove: 'It is a counter-move: it stands among the employer’s.',
      like: (what: string) => `One like it stands there already: ${what}.`,
      put: 'Put it there',
      full: (most: number) =>
        `The time line holds ${most} actions. Take one away before adding another.`,
      added: (what: string, campaign: string) => `On the time line of ${campaign}: ${what}.`,
      notSaved:
        'It stands on the time line, but that is not on disk. Open the campaign and save it from there.',
    },
    evidence: {
      fromClaim: (words: string) => `Taken over from the claim: ${words}. Check it.`,
      sameReport: (count: number) =>
        `It copies or repeats ${plural(count, 'report', 'reports')} that ${count === 1 ? 'speaks' : 'speak'} for this number already: together they count once.`,
      notLookedUp:
        'Whether this clip copies another report could not be looked up. If you know that it does, do not tie both.',
      counted: (clips: number, witnesses: number) =>
        `${plural(clips, 'quote', 'quotes')}, counted as ${plural(witnesses, 'witness', 'witnesses')}: copies of one report, and one claimant’s figure, count once.`,
    },
  },
  share: {
    button: 'Share…',
    openButton: 'Open a file…',
    title: 'Share this scenario',
    what: 'One JSON file with the campaign, its actions, every number with its range and reason, the quotes they rest on and where these stand, and the result. Whoever opens it computes the same curves. Whole articles never go along.',
    goesAlong: 'Goes along only if you say so',
    includeNotes: 'my notes and my own reasons',
    includeNames: 'the names of people in the campaign',
    exactBytes: (fileName: string, size: string) =>
      `These bytes and no others: ${fileName}, ${size}`,
    pending: 'The result is still being computed…',
    copy: 'Copy as text',
    copied: 'Copied.',
    copyFailed: 'The browser did not let it be copied. Save the file instead.',
    save: 'Save file',
    saved: (fileName: string) => `${fileName} went to your downloads.`,
    kilobytes: (count: string) => `${count} kB`,
    open: {
      title: 'Open a snapshot',
      what: 'A scenario that a colleague has shared: one JSON file.',
      choose: 'Choose a file…',
      orDrop: 'or drop it here',
      orPaste: 'or paste its text',
      pasteLabel: 'Text of the snapshot',
      readPasted: 'Read the pasted text',
      reading: 'Reading…',
      madeOn: (date: string, program: string) => `made on ${date} with ${program}`,
      actions: (count: number) => plural(count, 'action', 'actions') + ' on the time line',
      evidence: (count: number) => plural(count, 'quote', 'quotes') + ' as evidence',
      withResult: 'a result to compare with',
      withoutResult: 'no result to compare with',
      nothingOverwritten:
        'It becomes a campaign of its own; nothing you have is touched. It is then run again here and compared with the result in the file.',
      accept: 'Open and run',
      notKept: 'It could not be saved here, so it was not opened. Nothing was written.',
    },
  },
  casebook: {
    title: 'More cases: won, lost, open',
    note: 'Eighteen campaigns whose numbers come from rules by type, written before actions and endings were read. What nobody has checked says so. They are here to argue with: several are here because solidarity failed or was missing.',
    endings: {
      concession: 'Won: the target conceded',
      compromise: 'Ended in a compromise',
      collapse: 'Lost',
      open: 'Open when last read',
    },
  },
  campaigns: {
    title: 'Campaigns',
    scenario: 'Scenario',
    loading: 'Looking for your campaigns…',
    failed: 'Your campaigns could not be read. Reload the page to try again; nothing was changed.',
    notKept: 'It could not be kept. Nothing was changed; try again.',
    newCampaign: 'New campaign',
    noneOwn:
      'None yet. Start one from the casebook, or from your own answers to a dozen questions.',
    scenariosOf: (campaign: string) => `Scenarios of ${campaign}`,
    casebookNote: 'Read-only until you change something in it; your changes are then kept here.',
    putBack: 'As in the casebook again',
    putBackLong: (name: string) => `Drop my changes to ${name}: as in the casebook again`,
    rename: 'Rename',
    renameLong: (name: string) => `Rename ${name}`,
    duplicate: 'Duplicate',
    duplicateLong: (name: string) => `Duplicate ${name}`,
    deleteLong: (name: string) => `Delete ${name}`,
    newName: 'New name',
    nameEmpty: 'It needs a name, of up to 200 characters.',
    emptyScenario: 'New empty scenario',
    emptyScenarioLong: (campaign: string) => `New empty scenario of ${campaign}`,
    copyOf: (name: string, count: number) =>
      `${name.slice(0, 180)}, copy${count === 1 ? '' : ` ${count}`}`,
    emptyName: (count: number) => `Nothing planned yet${count === 1 ? '' : ` (${count})`}`,
    firstScenario: 'Strike alone',
    lastScenario: 'A campaign keeps at least one scenario. Delete the campaign itself instead.',
    copied: (name: string) => `Made: ${name}`,
    renamed: (name: string) => `Renamed: ${name}`,
    actions: (count: number) =>
      count === 0 ? 'no actions' : count === 1 ? '1 action' : `${count} actions`,
    compared: 'has a baseline pinned',
    facts: {
      open: 'Facts…',
      openLong: (name: string) => `Change the facts of ${name}: names, place, days and money`,
      title: (name: string) => `Facts of ${name}`,
      name: 'Name',
      place: 'Place',
      movement: 'Who strikes',
      target: 'Who decides',
      firstDay: 'First day of the strike',
      firstDayNote: 'Actions keep their day numbers; the dates beside them move along.',
      dayType: 'Days that count',
      currency: 'Money',
      moneyYear: 'Of the year',
      moneyNote:
        'Amounts keep their figures: nothing is converted. Change those, too, where they differ.',
      tooLong: 'This is too long: up to 200 characters.',
      wrongYear: 'This is no year. Write one between 1800 and 2200.',
      wrong: 'Something cannot be used yet. It is marked; nothing was changed.',
      changed: (name: string) => `Facts changed: ${name}`,
    },
    start: {
      title: 'Where to start',
      fromCasebook: 'From the casebook',
      fromCasebookNote:
        'A copy of your own, with every figure and its source. The entry stays as it is.',
      startFrom: (name: string) => `Start from ${name}`,
      blank: 'From your own answers',
      blankNote:
        'A dozen questions in four steps. Every answer may be a range, and every one can be changed later.',
      market: 'An employer who sells on a market',
      marketNote: 'A stoppage costs it what it does not sell.',
      perUser: 'A publicly funded service',
      perUserNote: 'It is paid for each user: a stoppage costs it those who stay away.',
      back: 'All campaigns',
    },
    guide: {
      step: (at: number, of: number) => `Step ${at} of ${of}`,
      next: 'Next',
      back: 'Back',
      make: 'Make the campaign',
      wrongHere: 'Something on this step cannot be used yet. It is marked; nothing was lost.',
      name: 'What is the campaign called?',
      place: 'Where is it?',
      movement: 'Who strikes?',
      movementExample: 'for example: the night nurses',
      target: 'Who decides whether to give in?',
      targetExample: 'for example: the hospital board',
      currency: 'In which money do you count?',
      firstDay: 'Which is the first day of the strike?',
      dayType: 'Which days count?',
      dayTypes: { calendar: 'every day of the calendar', working: 'working days only' },
      revenueRule: 'Users of a day × what is paid for each.',
      dayTypeCaution: 'Wages and costs a day are over the days you count.',
      wrongDay: 'This is no date. Choose a day between the years 1800 and 2200.',
      wrongText: 'Say who, in up to 200 characters.',
      steps: {
        campaign: {
          title: 'The campaign',
          note: 'What it is called, when it begins and in which money you count.',
        },
        strikers: {
          title: 'Who strikes',
          note: 'How many they are, what they earn, what they can last, what they stand to win.',
        },
        target: {
          title: 'Who decides',
          note: 'What a day costs them, and what giving in would cost.',
        },
        hurt: {
          title: 'Who is hurt, and who answers for it',
          note: 'The two answers that turn most verdicts. Keep the ranges wide unless you know better.',
        },
      },
      answer:
        'Low, typical and high: a value in twenty that is lower, the one you would bet on, and a value in twenty that is higher. The same in all three boxes means you know it exactly.',
      questions: {
        workers: {
          ask: 'How many people strike?',
          caution: 'Count those who can stop the work, not everybody who agrees.',
        },
        participationAtStart: {
          ask: 'What share of them walks out on the first day?',
          caution: 'A vote is not a walk-out: ask shop by shop.',
        },
        wagePerDay: {
          ask: 'What does one of them earn in a day?',
          caution: 'What a day on strike costs a worker, over the days you count.',
        },
        strikePayPerDay: {
          ask: 'What does the union pay each of them for a day on strike?',
          caution: 'Nothing is an answer, too: write 0.',
        },
        strikeFund: {
          ask: 'How much is in the strike fund?',
          caution: 'Only what this strike may spend.',
        },
        householdBufferDays: {
          ask: 'How many days can a household last on savings, credit and family?',
          caution: 'Few know this well. Keep it wide unless you have asked.',
        },
        gainFromConcession: {
          ask: 'What would winning be worth to all of them together?',
          caution: 'Over the years it would last, in today’s money.',
        },
        revenuePerDay: {
          ask: 'What does the employer take in on a normal day?',
          caution: 'Of the part that is struck, not of the whole group.',
        },
        netLossShare: {
          ask: 'What share of a day’s takings is lost for good?',
          caution: 'Work made up later, and wages not paid, are no loss.',
        },
        replacementMax: {
          ask: 'What share of the work could others do in the end?',
          caution: 'Managers, agencies, other sites. It grows over weeks.',
        },
        costOfConceding: {
          ask: 'What would giving in cost whoever decides?',
          caution: 'Only they know. A factor of two either way is usual.',
        },
        users: {
          ask: 'How many people use the service on a normal day?',
          caution: 'Pupils, patients, passengers; 0 where it has no users of its own.',
        },
        revenuePerUserDay: {
          ask: 'What is the service paid for one user and day?',
          caution: 'Only what it loses when the user stays away.',
        },
        dependentShare: {
          ask: 'What share of its users depends on it?',
          caution: 'Those who cannot go without for long: for meals, care, a way to work.',
        },
        crossingPerHardship: {
          ask: 'How many of those in hardship come back to it for want of anything else?',
          caution:
            'This decides what meeting their needs elsewhere is worth. Near 0 it is worth little.',
        },
        internalisation: {
          ask: 'What share of the harm to others does whoever decides answer for?',
          caution:
            'This decides the sign: where nobody answers for the harm, a sympathy strike hurts the campaign.',
        },
        blameCostPerDay: {
          ask: 'What does a day of full public blame cost them?',
          caution: 'Votes, contracts, office. Nobody has measured it; keep it wide.',
        },
      },
    },
    saved: {
      save: 'Save this state',
      saveHint: 'Keeps the numbers and the time line as they are now, until this window is closed',
      saved: 'This state is kept until this window is closed.',
      reset: 'Reset to my last saved state',
      resetHint:
        'Before you save a state, this is how it was when you first opened it in this window. One step; it can be undone.',
      step: 'back to my saved state',
    },
    sectors: {
      title: 'Sectors',
      lead: 'Which sector is struck, and who buys from whom: along these lines a stoppage spreads.',
      table: 'Table',
      none: 'No sectors: the harm to others is only what the actions themselves say',
      finland: 'Finland 2014, 20 sectors',
      own: 'A small network of your own',
      kept: (name: string) => `As it is: ${name}`,
      struck: 'Struck sector',
      buyers: (sector: string) => `Who buys most from ${sector}`,
      buyersNote:
        'What each buys of it, in per cent of its own output. In a stoppage the criticality multiplies this, and stocks delay it.',
      noBuyers: 'No other sector of this table buys from it: a stoppage stays where it is.',
      spread: 'How far it spreads, sector by sector, over the days',
      money: (table: number, money: string) =>
        `Its amounts are those of ${table}, a year; your campaign counts in ${money}.`,
      foreign:
        'This table is in euros. In another currency its harm is counted as if one were worth the other: write a network of your own instead.',
      noneNote:
        'Without sectors, sympathy strikes have no place to stop anything. Choose a table or write a small network.',
      lost: (names: string) => `Not in this table, and without effect until moved: ${names}.`,
      ownName: 'Our own network',
      ownSource: 'Written by hand.',
      firstNames: ['The struck sector', 'Its customers'],
      newSector: (count: number) => `Sector ${count}`,
      diagram: 'Who buys from whom. Thicker lines carry more money.',
      drawHint: 'Draw from one disk to another to write what it sells to it.',
      ownTable: (sign: string) => `The network as a table, in ${sign}`,
      diagramSpoken: (name: string, count: number, struck: string) =>
        `${name}: ${count} sectors, ${struck} is struck. The table beside it says the same.`,
      name: 'Sector',
      output: 'Output a year',
      valueAdded: 'Of it value added',
      sellsTo: (name: string) => `sells to ${name}`,
      cell: (from: string, to: string) => `${from} sells to ${to}, a year`,
      outputOf: (name: string) => `Output of ${name}, a year`,
      valueAddedOf: (name: string) => `Value added of ${name}, a year`,
      nameOf: (index: number) => `Name of sector ${index}`,
      add: 'Add a sector',
      remove: 'Remove',
      removeLong: (name: string) => `Remove ${name}`,
      full: 'Eight sectors are as many as can be drawn.',
      few: 'Two sectors are the fewest.',
      isStruck: 'This sector is struck. Choose another struck sector first.',
      wrong: {
        notANumber: (text: string) => `“${text}” is no amount. Write one like 15 M or 2,500.`,
        negative: 'An amount cannot be under 0.',
        noOutput: (name: string) => `${name} needs an output above 0.`,
        tooMuchAdded: (name: string) =>
          `Value added of ${name} is above its output. Lower it, or raise the output.`,
        tooMuchSold: (name: string) =>
          `What ${name} sells to the others is above its output. Lower a sale, or raise the output.`,
        tooMuchBought: (name: string) =>
          `What ${name} buys and its value added come to more than its output. Lower one of them, or raise the output.`,
        noName: 'A sector needs a name.',
        notKept: 'The last network that holds together stays in force.',
      },
      step: 'sectors',
    },
  },
  dashboard: {
    library: 'Library',
    whatIf: 'What if',
    casebook: 'Casebook',
    model: 'The model',
    pages: 'Pages',
    skip: 'Skip to the content',
    partFailed: 'This part of the page could not be loaded. Reload the page to try again.',
    opening: 'Opening…',
    storeBlocked: {
      title: 'The library is held by another window',
      now: 'Close other Clincher windows and reload this page. Nothing was changed.',
    },
    storeTooNew: {
      title: 'A newer Clincher has been here',
      now: 'Your library was written by a newer version. Update Clincher; this one leaves it alone.',
    },
    storeClosed: {
      newerVersion: {
        title: 'A newer Clincher is open in another window',
        now: 'This page only reads from now on. Reload it to go on.',
      },
      lost: {
        title: 'The browser has closed the library',
        now: 'Nothing more is kept from this page. Reload it to go on.',
      },
    },
    deleteCampaign: (name: string) => `Delete ${name}`,
    deleted: (name: string) => `Deleted: ${name}`,
    notDeleted: 'It could not be deleted: part of it cannot be read. Nothing was changed.',
    storeFailed: {
      title: 'The library could not be opened',
      now: 'The what-if page works, but nothing will be kept. Reload to try again.',
    },
    saveState: {
      notKept: 'as in the casebook',
      saved: 'all changes saved',
      saving: 'saving…',
      changedElsewhere: 'changed in another window',
      failed: 'not saved',
      noStore: 'nothing is kept here',
    },
    retrySave: 'Try again',
    takeTheirs: 'Show the other window’s',
    keepMine: 'Keep mine',
    campaign: 'Campaign',
    ownCampaigns: 'Yours',
    fromCasebook: 'From the casebook',
    fromFiles: 'From files, unverified',
    notFoundTitle: 'There is no such scenario here',
    notFound: 'It may have been deleted, or belongs to another browser profile. Choose a campaign:',
  },
  studio: {
    views: {
      title: 'Pages of this scenario',
      line: 'Time line',
      loading: 'Opening…',
      failed: 'This page could not be opened. Reload to try again.',
    },
    headline: {
      // ⟦ ⟧ marks the scenario's figure, ⟪ ⟫ the baseline's.
      bothOutlast: (parts: HeadlineParts) =>
        `With ${parts.actions}, ${parts.movement} can outlast ${parts.target} ⟦${parts.withRatio}⟧; alone, ⟪${parts.withoutRatio}⟫.`,
      onlyWith: (parts: HeadlineParts) =>
        `With ${parts.actions}, ${parts.movement} can outlast ${parts.target} ⟦${parts.withRatio}⟧; alone, ${parts.target} outlasts them ⟪${parts.withoutRatio}⟫.`,
      onlyWithout: (parts: HeadlineParts) =>
        `Alone, ${parts.movement} can outlast ${parts.target} ⟪${parts.withoutRatio}⟫; with ${parts.actions}, ${parts.target} outlasts them ⟦${parts.withRatio}⟧.`,
      neither: (parts: HeadlineParts) =>
        `With ${parts.actions}, ${parts.target} can outlast ${parts.movement} ⟦${parts.withRatio}⟧; without, ⟪${parts.withoutRatio}⟫.`,
      /** A half is one of the two below; `ours` and `theirs` carry their marks. */
      pinned: (parts: { ours: string; theirs: string; pinned: string }) =>
        `In this scenario, ${parts.ours}; in “${parts.pinned}”, ${parts.theirs}.`,
      half: (parts: { longer: string; shorter: string; ratio: string }) =>
        `${parts.longer} can outlast ${parts.shorter} ${parts.ratio}`,
      halfEven: (parts: { longer: string; shorter: string; even: string }) =>
        `${parts.longer} and ${parts.shorter} are ${parts.even}`,
      /** One of the two is even, and "even" can outlast nobody. */
      besideEven: (parts: { actions: string; ours: string; theirs: string }) =>
        `With ${parts.actions}, ${parts.ours}; without, ${parts.theirs}.`,
      aloneEven: (parts: HeadlineParts) =>
        `Alone, ${parts.movement} and ${parts.target} are ⟪even⟫: neither can outlast the other.`,
      pinnedFallback: 'the pinned scenario',
      alone: (parts: HeadlineParts) =>
        `Alone, ${parts.movement} can outlast ${parts.target} ⟪${parts.withoutRatio}⟫.`,
      aloneOutlasted: (parts: HeadlineParts) =>
        `Alone, ${parts.target} can outlast ${parts.movement} ⟪${parts.withoutRatio}⟫.`,
    },
    actions: {
      sympathyStrikes: 'the sympathy strikes',
      sympathyStrike: 'the sympathy strike',
      services: 'the services of the movement',
      service: 'the service of the movement',
      named: (name: string) => `“${name}”`,
      boycotts: 'the boycotts',
      boycott: 'the boycott',
      bans: 'the handling bans',
      ban: 'the handling ban',
      donations: 'the donations',
      donation: 'the donation',
      endorsements: 'the endorsements',
      endorsement: 'the endorsement',
      both: (first: string, second: string) => `${first} and ${second}`,
      other: 'the solidarity actions',
    },
    movementFallback: 'the strikers',
    targetFallback: 'the employer',
    dayWords: (day: number, date: string) => `day ${day} (${date})`,
    asOf: (day: string) => `On ${day}, if the dispute is still open, in the middle of all futures.`,
    inFutures: (parts: {
      helps: number;
      indifferent: number;
      hurts: number;
      horizon: number;
      isOne: boolean;
    }) =>
      parts.isOne
        ? `In ⟦${parts.helps} of 100⟧ futures it raises the chance of winning by day ${parts.horizon}; in ${parts.indifferent} it makes no difference, in ${parts.hurts} it lowers it.`
        : `In ⟦${parts.helps} of 100⟧ futures they raise the chance of winning by day ${parts.horizon}; in ${parts.indifferent} they make no difference, in ${parts.hurts} they lower it.`,
    pinnedInFutures: (parts: {
      helps: number;
      indifferent: number;
      hurts: number;
      horizon: number;
    }) =>
      `In ⟦${parts.helps} of 100⟧ futures this scenario has the better chance of winning by day ${parts.horizon}; in ${parts.indifferent} there is no difference, in ${parts.hurts} it has the worse.`,
    pinnedChance: (parts: {
      withShare: string;
      withoutShare: string;
      low: string;
      high: string;
      pinned: string;
    }) =>
      `Chance of winning: ${parts.withShare} here, ${parts.withoutShare} in “${parts.pinned}”; the difference is ${parts.low} to ${parts.high} in 90 of 100 futures.`,
    chance: (parts: { withShare: string; withoutShare: string; low: string; high: string }) =>
      `Chance of winning: ${parts.withShare} with, ${parts.withoutShare} without; the change is ${parts.low} to ${parts.high} in 90 of 100 futures.`,
    noActions:
      'No solidarity action is switched on: both curves are one. Switch one on or add one.',
    hurtsMostly:
      'As the numbers stand, this lowers the chance of winning more often than it raises it.',
    /** By which channels, from the comparison's own numbers; a typical figure is a mean over the days while it is open. */
    why: {
      helps: (reasons: string) => `Why it helps: ${reasons}.`,
      hurts: (reasons: string) => `Why it hurts: ${reasons}.`,
      nothing: (reasons: string) => `Why it makes next to no difference: ${reasons}.`,
      better: (reasons: string) => `Why the chance is better here: ${reasons}.`,
      worse: (reasons: string) => `Why the chance is worse here: ${reasons}.`,
      same: (reasons: string) => `Why there is next to no difference: ${reasons}.`,
      against: (reason: string) => `What works against it: ${reason}.`,
      cancel: (first: string, second: string) =>
        `two things weigh each other up: ${first}; but ${second}`,
      nothingMoves: (target: string) =>
        `neither what holding out costs ${target} nor how long the strikers can last changes by much`,
      instead: (parts: { with: string; without: string }) =>
        `typically ${parts.with} instead of ${parts.without}`,
      harmUp: (parts: { target: string; figures: string; share: string }) =>
        `more harm falls on others (${parts.figures} a day), and ${parts.share} of it lands on whoever decides, so holding out costs ${parts.target} more`,
      harmDown: (parts: { target: string; figures: string }) =>
        `less harm falls on others (${parts.figures} a day), so holding out costs ${parts.target} less`,
      harmUnanswered: (parts: { target: string; figures: string }) =>
        `nobody who decides answers for the harm that falls on others (${parts.figures} a day), so it puts no pressure on ${parts.target}`,
      threatUp: (target: string) => `what has been announced presses ${target} before it begins`,
      threatDown: (target: string) =>
        `less is announced that would press ${target} before it begins`,
      needUp: (parts: { target: string; figures: string }) =>
        `more users are in need (${parts.figures}), and their need presses ${parts.target} to give in`,
      needDown: (parts: { target: string; figures: string }) =>
        `it relieves ${parts.target}: fewer users are in need (${parts.figures}), and their need was a reason to give in`,
      crossingDown: (parts: { target: string; figures: string }) =>
        `fewer users have to cross and use the struck service (${parts.figures}), so ${parts.target}, paid for each of them, loses more a day`,
      crossingUp: (parts: { target: string; figures: string }) =>
        `it relieves ${parts.target}: more users use the struck service (${parts.figures}), and it is paid for each of them`,
      businessUp: (parts: { target: string; figures: string }) =>
        `more of the business of ${parts.target} stands still, so holding out costs it more (${parts.figures} a day)`,
      businessDown: (parts: { target: string; figures: string }) =>
        `it relieves ${parts.target}: less of its business stands still (what holding out costs it is ${parts.figures} a day)`,
      supportUp: (figures: string) => `public support is higher (${figures})`,
      supportDown: (figures: string) => `it costs public support (${figures})`,
      participationUp: (figures: string) => `more stay out (${figures})`,
      participationDown: (figures: string) => `fewer stay out (${figures})`,
      meansUp: 'the strikers’ money lasts longer',
      meansDown: 'the strikers’ money runs out sooner',
      moreJoined: (first: string, second: string) => `${first}, and ${second}`,
      restsOn: (parts: { label: string; range: string }) =>
        `That rests on an assumption without data behind it: “${parts.label}”, set to ${parts.range}.`,
    },
    copy: {
      button: 'Copy as text',
      hint: 'The sentences, the figures with their ranges, and what reproduces them.',
      waiting: 'When all futures have been lived.',
      copied: 'Copied.',
      refused: 'The browser did not let it be copied. The text is selected here: copy it by hand.',
      title: (campaign: string, scenario: string) =>
        scenario ? `${campaign} · ${scenario}` : campaign,
      with: 'with solidarity',
      without: 'without',
      named: (name: string) => `“${name}”`,
      line: (name: string, text: string) => `  ${name}: ${text}`,
      leverageOn: (day: string) => `Leverage on ${day}, if the dispute is still open:`,
      leverage: (parts: { median: string; half: string; ninety: string }) =>
        `${parts.median} (half of the futures ${parts.half}, 90 in 100 ${parts.ninety})`,
      endingsBy: (day: string) => `Endings by ${day}, of all futures:`,
      endings: (parts: {
        conceded: string;
        compromised: string;
        collapsed: string;
        open: string;
        isDeclaredEnd: boolean;
      }) =>
        `won ${parts.conceded}, compromise ${parts.compromised}, collapse ${parts.collapsed}, ${parts.isDeclaredEnd ? 'ended as declared' : 'still open'} ${parts.open}`,
      gain: (parts: { mean: string; low: string; high: string }) =>
        `Change of the chance of winning: ${parts.mean} in the mean, ${parts.low} to ${parts.high} in 90 of 100 futures.`,
      basis: (parts: {
        days: number;
        futures: string;
        seed: number;
        model: number;
        program: string;
      }) =>
        `Horizon ${parts.days} days, ${parts.futures} futures, seed ${parts.seed}, model ${parts.model}, ${parts.program}.`,
      digest: (digest: string) => `Digest: ${digest}`,
    },
    nobodyAnswers: (target: string) =>
      `Nobody who decides answers for the harm to others here (its share is next to 0): a sympathy strike costs public support and puts no pressure on ${target}.`,
    restsOnAnswering: (share: string) =>
      `All of this rests on an assumption: that ${share} of the harm to others lands on whoever decides. Before you rely on it, try it at 0, where nobody answers for it.`,
    lessCoverage:
      'Where people in need are a reason to give in, less coverage can do more: try it on the time line.',
    /** Said of the counter-move; the figures are typical ones while the dispute is open. */
    targetService: (parts: { target: string; share: string; money: string }) =>
      `${parts.target} runs a service itself, which keeps the struck service open: typically ${parts.share} of its users come for it, and being paid for them relieves it by about ${parts.money} a day. That is a counter-move, not solidarity; run by the movement, it would be.`,
    targetServiceUnpaid: (target: string) =>
      `${target} runs a service itself: it meets needs that would have been a reason to give in, and so relieves it. That is a counter-move, not solidarity; run by the movement, it would be.`,
    exploratory: 'Exploratory, driven by stated assumptions; not a forecast.',
    madeFrom: (parts: { futures: string; seed: number; model: number }) =>
      `${parts.futures} futures, seed ${parts.seed}, model ${parts.model}.`,
    undoStep: (what: string) => `Undo: ${what}`,
    redoStep: (what: string) => `Redo: ${what}`,
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Done again: ${what}`,
    shownDays: 'Days shown',
    days: (count: number) => `${count} days`,
    computing: 'Computing…',
    failed: (why: string) => `The simulation stopped: ${why}`,
    runAgain: 'Run again',
    firstPicture: 'Living the first futures…',
    changeNumber: (label: string) => `change ${label}`,
    changeAction: (name: string) => `change ${name}`,
    addAction: (name: string) => `add ${name}`,
    removeAction: (name: string) => `take away ${name}`,
    copyAction: (name: string) => `copy ${name}`,
    resetAll: 'back to the start',
    reset: 'Back to the start',
    resetHint:
      'Everything as it was when you opened it, but your checks stay; undo brings your changes back.',
    tieEvidence: (label: string) => `evidence for ${label}`,
    dropEvidence: (label: string) => `take evidence from ${label}`,
    futures: 'Futures; more are steadier and slower',
    digestTitle: 'To reproduce it',
    digestNote:
      'Digest of the result: whoever runs the same campaign, actions, futures and seed gets the same.',
    restsOn: 'What it rests on',
    restsOnNote: 'The assumptions to look at first. Change one, and the curves move.',
    casebookSummary: 'What happened',
    evidenceFor: (label: string) => `Evidence for ${label}`,
    risks: {
      title: 'What it risks',
      note: 'The chance that it comes before the dispute ends.',
      fundEmpty: 'The strike fund cannot pay what is due',
      hardshipOverLimit: (limit: string) => `Hardship over ${limit} of users`,
      supportUnderLimit: (limit: string) => `Public support under ${limit}`,
      fewerThanHalfOut: 'Fewer than half still out',
      versus: (share: string) => `${share} without`,
    },
  },
  brief,
  story,
  numbers: {
    low: 'Low',
    typical: 'Typical',
    high: 'High',
    lowHelp: 'in 5 of 100 cases it is less',
    highHelp: 'in 5 of 100 cases it is more',
    slider: (label: string) => `${label}: typical value`,
    box: (label: string, part: string) => `${label}, ${part}`,
    reset: 'Reset',
    resetLong: (label: string, was: string) => `Reset: ${label} back to ${was}`,
    knownIn: (unit: string) => `${unit}, taken as exact`,
    why: 'Why this number',
    source: 'Source',
    noReason: 'No reason is given.',
    basis: {
      assumption: 'assumption',
      source: 'source',
      rule: 'follows from others',
      own: 'your assumption',
    },
    changedFrom: (was: string, reason: string) =>
      reason ? `You changed it; it was ${was}. ${reason}` : `You changed it; it was ${was}.`,
    clips: (count: number) => plural(count, 'clip', 'clips'),
    openClips: (count: number, label: string) =>
      `${plural(count, 'clip', 'clips')} as evidence for ${label}: open`,
    movesSpoken: (prior: string, pooled: string) => `Evidence moves it from ${prior} to ${pooled}.`,
    wrong: {
      notANumber: (text: string, example: string) =>
        `“${text}” is not a number we can read. Write it like ${example}.`,
      empty: (example: string) => `A number is missing. Write it like ${example}.`,
      tooLow: (min: string) => `It cannot be less than ${min}.`,
      tooHigh: (max: string) => `It cannot be more than ${max}.`,
      order: (low: string, typical: string, high: string) =>
        `Low, typical and high must rise: you wrote ${low}, ${typical}, ${high}.`,
      zeroOrAll:
        'A share of exactly 0 or 100% has no range: write the same in low, typical and high, or a typical value alone.',
      notKept: 'Not yet used. Your entry stays here until you mend it; Esc takes it back.',
    },
    million: 'M',
    billion: 'bn',
    unit: {
      people: 'people',
      money: (currency: string) => currency,
      moneyPerDay: (currency: string) => `${currency} a day`,
      moneyPerPersonDay: (currency: string) => `${currency} per person and day`,
      moneyPerPerson: (currency: string) => `${currency} per person`,
      days: 'days',
      share: 'per cent',
      perDay: 'part that changes in a day',
      logit: 'log odds',
      logitPerDay: 'log odds a day',
      factor: 'times',
    },
    after: {
      people: ' people',
      money: '',
      moneyPerDay: ' a day',
      moneyPerPersonDay: ' a day',
      moneyPerPerson: ' each',
      days: ' days',
      share: '%',
      perDay: ' a day',
      logit: '',
      logitPerDay: ' a day',
      factor: '',
    },
    ofYear: (currency: string, year: number) => `${currency} of ${year}`,
    anyMoney: 'Units of money',
    filter: 'Find a number',
    filterNone: (text: string) => `No number here is called “${text}”.`,
    found: (count: number) => plural(count, 'number found', 'numbers found'),
    decisive: 'What decides most',
    decisiveHelp: 'In most campaigns the answer hangs on these more than on all the rest.',
    changedCount: (count: number) => `${count} changed`,
    evidenceCount: (count: number) => `${count} with evidence`,
    groups: {
      strikers: 'The strikers and their means',
      target: 'Whoever can concede',
      thirdParties: 'Others who are hit',
      community: 'The community and its needs',
      support: 'Public support',
      participation: 'Staying out',
      endings: 'How disputes end',
    },
    groupHelp: {
      strikers: 'Who is out, what they lose, and what carries them.',
      target: 'What the strike and a concession cost the other side.',
      thirdParties: 'How far a stopped sector spreads, and who answers for it.',
      community: 'Who needs the struck service, and what hardship does.',
      support: 'What wins and loses the public.',
      participation: 'What keeps people out and what brings them back in.',
      endings: 'Calibrated to thousands of past strikes; change these last.',
    },
    parameters: {
      workers: { label: 'People on strike', help: 'Everybody who is called out.' },
      wagePerDay: { label: 'Wage of a day', help: 'What a striker loses on a day out.' },
      strikePayPerDay: {
        label: 'Strike pay of a day',
        help: 'What the union pays each striker for a day out, from the strike fund.',
      },
      strikeFund: { label: 'Strike fund', help: 'Money in the fund on the first day.' },
      householdBufferDays: {
        label: 'Days a household can last',
        help: 'Days of lost wages that savings, credit and family carry.',
      },
      gainFromConcession: {
        label: 'What winning is worth',
        help: 'What the strikers gain over the years if the employer concedes, in today’s money.',
      },
      costOfConceding: {
        label: 'Cost of conceding',
        help: 'What giving in costs the employer over the years, in today’s money. Only the employer knows it.',
      },
      revenuePerDay: {
        label: 'Revenue of a day',
        help: 'What the employer takes in on a normal day.',
      },
      netLossShare: {
        label: 'Lost revenue that never comes back',
        help: 'Share of a struck day’s revenue that is not made up later.',
      },
      users: {
        label: 'People served',
        help: 'How many the struck service serves. Counts only where the employer is paid per person.',
      },
      revenuePerUserDay: {
        label: 'Paid per person served',
        help: 'What the employer gets for each person served on a day, such as money per pupil present.',
      },
      replacementNow: {
        label: 'Work covered from the first day',
        help: 'Share of the strikers’ work that managers and replacements do at once.',
      },
      replacementMax: {
        label: 'Work covered at most',
        help: 'Share that replacements can reach in time.',
      },
      replacementDays: {
        label: 'Days to build up replacements',
        help: 'The longer, the later replacements bite.',
      },
      internalisation: {
        label: 'Harm to others that lands on the decider',
        help: 'Share of what others lose that comes back to whoever can concede: a minister, an owner, a big customer. At 0 a sympathy strike cannot press the employer.',
      },
      blameCostPerDay: {
        label: 'Cost of public blame',
        help: 'What a day of full hardship costs the employer while the public sides with the strikers.',
      },
      dependentShare: {
        label: 'Users who depend on the service',
        help: 'Share of users with a need that the struck service met: lunch, care, medicine.',
      },
      crossingBase: {
        label: 'Users who cross anyway',
        help: 'Share who still use the struck service when nobody goes short.',
      },
      crossingPerHardship: {
        label: 'Users whom hardship drives back',
        help: 'Added share at full hardship. It decides what service substitution is worth.',
      },
      crossingByReplacementService: {
        label: 'Users drawn by the employer’s own service',
        help: 'Added share where the employer meets the whole need without strikers.',
      },
      hardshipRate: {
        label: 'How fast hardship follows need',
        help: 'Part of the gap between need and hardship that closes in a day.',
      },
      supportAtStart: {
        label: 'Public support at the start',
        help: 'Share of the public on the strikers’ side on the first day.',
      },
      supportReversion: {
        label: 'How fast support drifts back',
        help: 'Part of the way back to the first day’s support that goes in a day.',
      },
      supportNoise: {
        label: 'Day-to-day swings of support',
        help: 'News of the day that nobody can foresee.',
      },
      exposureEffect: {
        label: 'Support from seeing the strike',
        help: 'Studies disagree even on its sign, so the range crosses 0.',
      },
      hardshipEffect: {
        label: 'Support lost to hardship',
        help: 'On a day when everybody in need goes without.',
      },
      harmEffect: {
        label: 'Support lost to disruption',
        help: 'On a day of full disruption to others.',
      },
      harmScale: {
        label: 'What counts as full disruption',
        help: 'Loss of others on a day at which the public reacts in full.',
      },
      endorsementEffect: {
        label: 'Support won by an endorsement',
        help: 'For an endorsement of strength 1.',
      },
      participationBase: {
        label: 'Will to stay out, left alone',
        help: 'Before others, the public and money in hand count.',
      },
      participationFeedback: {
        label: 'Will to stay out because others do',
        help: 'Above 4 it can tip: people stay out together or go in together.',
      },
      participationBySupport: {
        label: 'Will to stay out from public support',
        help: 'How much the public’s side counts.',
      },
      participationByRunway: {
        label: 'Will to stay out from money in hand',
        help: 'How much ten days of money in hand count.',
      },
      participationRate: {
        label: 'How fast people join or go back',
        help: 'Part of those whose mind has changed who act on it in a day.',
      },
      participationAtStart: {
        label: 'Out on the first day',
        help: 'Share of the strikers who are really out.',
      },
      criticality: {
        label: 'How much others hang on a stopped sector',
        help: '1: no more than its price says; 3: three times as much, for nothing else will do.',
      },
      inputStockDays: {
        label: 'Days of stock that others hold',
        help: 'How long they go on before a stopped sector bites.',
      },
      adjustmentRate: {
        label: 'How fast other sectors slow down',
        help: 'Part of the way to the new level that goes in a day.',
      },
      credibilityAtStart: {
        label: 'How far announcements are believed',
        help: 'At 0 a threat does nothing before it is carried out.',
      },
      concessionRate: { label: 'Pace of concessions', help: 'Calibrated to past strikes.' },
      collapseRate: { label: 'Pace of collapses', help: 'Calibrated to past strikes.' },
      compromiseRate: { label: 'Pace of compromises', help: 'Calibrated to past strikes.' },
      frailtyVariance: {
        label: 'Unseen differences between disputes',
        help: 'Why old disputes settle more slowly than young ones.',
      },
      rampDays: {
        label: 'Days before anybody gives way',
        help: 'It takes this long until talks get going.',
      },
    },
    actions: {
      share: { label: 'Share', help: 'How much of it the action reaches.' },
      coverage: { label: 'Need met', help: 'Share of the people in need who are served.' },
      peoplePerDay: {
        label: 'People hit directly, a day',
        help: 'Passengers, customers, patients whose day it changes.',
      },
      harmPerPerson: {
        label: 'What a day costs each of them',
        help: 'Fare, wage or time lost, or the compensation the law gives.',
      },
      costPerDay: {
        label: 'Cost to the strike fund, a day',
        help: '0 where donors or the employer pay.',
      },
      amountPerDay: { label: 'Money given, a day', help: 'Goes into the strike fund.' },
      strength: { label: 'Weight of the endorsement', help: '1 is a usual one; 3 a rare one.' },
    },
    shareOf: {
      sympathyStrike: {
        label: 'Share of the sector that stops',
        help: '80% means that four fifths of its work stands still.',
      },
      boycott: {
        label: 'Share of customers who stay away',
        help: 'Counted in money, not in heads.',
      },
      handlingBan: {
        label: 'Share of replacement work refused',
        help: 'How much of what the employer still gets done others refuse to handle.',
      },
      replacementSurge: {
        label: 'Work taken over by replacements',
        help: 'On top of what managers and replacements already do.',
      },
      injunction: {
        label: 'Strikers it takes back in',
        help: 'Share of those still out who go back on its first day.',
      },
    },
    evidence: {
      heading: 'Tie this quote to a number',
      which: 'Which number does it speak of?',
      says: 'What it says, as a low and a high',
      saysHelp:
        'Nine times in ten the truth should lie between them. Widen it if the words are vague.',
      suggested: (words: string) => `Read from “${words}”. Check it.`,
      notSuggested: 'No fitting number stands in the quote; write what it says.',
      who: 'Who says so?',
      reliability: {
        record: 'A record or an official count',
        press: 'A press report',
        claim: 'One side’s claim',
      },
      reliabilityHelp: {
        record: 'counts in full',
        press: 'counts half',
        claim: 'counts a quarter',
      },
      lowOverHigh: 'The low is above the high. Swap them.',
      previewFrom: (label: string, prior: string) => `Moves “${label}” from ${prior} to`,
      previewNone: (label: string, prior: string) =>
        `“${label}” stays at ${prior}: the quote agrees with it.`,
      previewWaits: 'Give a low and a high, and you see here how the number moves.',
      save: 'Tie it',
      none: 'No clip is tied to this number.',
      openClip: 'Open clip',
      takeAway: 'Take away',
      takeAwayLong: (title: string) => `Take away the evidence from “${title}”`,
      openClipLong: (title: string) => `Open clip “${title}”`,
      fromElsewhere: 'came with somebody else’s file',
      untitled: 'Untitled page',
    },
  },
  snapshot: {
    refusals: {
      notJson: {
        title: 'This file is not a snapshot',
        advice:
          'It is not JSON at all, or was cut short on its way. Ask for it again, as an attached file rather than pasted text.',
      },
      notOurs: {
        title: 'This file is not a Clincher snapshot',
        advice:
          'It is JSON from another program, or one of Clincher’s other files. Choose the snapshot you were sent.',
      },
      tooNew: {
        title: (what: string) => `This snapshot comes from a newer Clincher (${what})`,
        format: (version: number) => `snapshot format ${version}`,
        model: (version: number) => `model ${version}`,
        campaign: (version: number) => `campaign record ${version}`,
        scenario: (version: number) => `scenario record ${version}`,
        advice: 'Update Clincher, then open it again. Nothing was changed.',
      },
      invalid: {
        title: (where: string) =>
          where === '' ? 'This snapshot is damaged' : `This snapshot is damaged at “${where}”`,
        advice:
          'Nothing was taken from it. Ask whoever sent it to export it again; a file edited by hand can be mended at that place.',
      },
      tooLarge: {
        title: 'This file is too large to be a snapshot',
        bytes: (megabytes: string) =>
          `Clincher opens snapshots of up to ${megabytes} MB. Ask for one with fewer quotes in it.`,
        depth: (levels: number) =>
          `It nests more than ${levels} levels deep, as no snapshot does. Ask where it comes from before you try again.`,
      },
      nothingKept: 'Nothing was written to your library.',
    },
    leftOut: {
      title: 'Stays home',
      nothing: 'Nothing was left out.',
      campaignNote: () => 'your note on the campaign',
      scenarioNote: () => 'your note on the scenario',
      actionNotes: (count: number) => plural(count, 'note on an action', 'notes on actions'),
      ownReasons: (count: number) =>
        plural(count, 'reason you wrote for a number', 'reasons you wrote for numbers'),
      actorNames: (count: number) => plural(count, 'name', 'names'),
    },
    alwaysLeftOut: 'Hours, time zones and the ids of your library never go along.',
    namesStillInside: (names: string) =>
      `Left out of the list, but still written in a title, a summary or a reason: ${names}. Look through the text below.`,
    tooLargeToShare: (megabytes: string) =>
      `This snapshot takes ${megabytes} MB, more than Clincher will open. Take some quotes out of its numbers first.`,
    fromFile: 'From a file, unverified',
    reproducedExactly:
      'Reproduced exactly: this computer comes to the same result, digit for digit.',
    nothingToCompare: 'The file brought no result to compare with; this one was computed here.',
    differs: 'This computer comes to another result than the file says.',
    differsOlderModel: (version: number) =>
      `The file was made with an older model (${version}), which may well be why.`,
    onlyCurvesDiffer: 'The figures agree, but a curve behind them does not.',
    difference: (what: string, inFile: string, here: string) =>
      `${what}: ${inFile} in the file, ${here} here`,
    figures: {
      winWith: 'Chance of winning with the actions',
      winWithout: 'Chance of winning without them',
      helps: 'Futures in which they help',
      hurts: 'Futures in which they hurt',
      indifferent: 'Futures in which they make no difference',
      meanGain: 'Average gain in the chance of winning',
    },
  },
  simulate: {
    usage: [
      'npm run simulate -- WHAT [options]',
      '',
      'WHAT is a campaign of the casebook (posti-2019, oakland-2019, generic, patco-1981, …) or a snapshot file.',
      '',
      '  --certain             every number at its typical value, no daily chance: one future',
      '  --days N              run N days (1 to 400)',
      '  --without all         leave every action out; or --without ID,ID',
      '  --set KEY=VALUE       change a number and hold it exactly there; again for another.',
      '                        Money in whole units; 15M, 250k and 80% are understood.',
      '                        For an action: --set air-14.share=60%',
      '  --futures N           how many futures (1 to 20000)',
      '  --seed S              another set of futures',
      '  --json                print one JSON object, day by day, full precision',
      '  --per-future          print a table as CSV, one line a future: its chance of winning with and',
      '                        without solidarity, and the difference',
      '  --check               end with status 1 if one of the campaign’s checks is broken',
      '  --exact-sectors       the sector recursion in every future; this is always so',
    ].join('\n'),
    perFutureHead: ['future', 'with', 'without', 'difference'],
    perFutureAlone:
      '--per-future prints a table of all futures; it goes with neither --json nor --certain.',
    failed: (what: string) => `${what}\nTry npm run simulate -- --help`,
    noWhat: 'Say what to run: a campaign of the casebook, or a snapshot file.',
    noFile: (what: string) => `There is no campaign and no file called ${what}.`,
    notRead: (what: string, why: string) => `${what} could not be opened: ${why}`,
    unreadable: 'it is a folder, or this account may not read it.',
    badOption: (why: string) => `An option is not known or lacks its value. ${why}`,
    notInteger: (option: string, low: number, high: number) =>
      `${option} needs a whole number from ${low} to ${high}.`,
    unknownAction: (id: string, known: string) => `There is no action ${id}. There are: ${known}`,
    unknownKey: (key: string, known: string) => `There is no number ${key}. There are: ${known}`,
    notNumber: (text: string) => `${text} is not a number.`,
    outOfBounds: (key: string, low: number, high: number) =>
      `${key} must lie between ${low} and ${high}.`,
    title: (name: string, currency: string, year: number) =>
      `${name} (money in ${currency} of ${year})`,
    columns: {
      day: 'day',
      date: 'date',
      leverage: 'leverage',
      without: 'without',
      half: 'half of futures',
      concedes: 'concedes',
      compromise: 'compromise',
      collapse: 'collapse',
      open: 'open',
    },
    digest: (digest: string) => `Digest of the result: ${digest}`,
    reproduced: 'Reproduced exactly: the digest in the file is the same.',
    differs: (inFile: string) => `Differs from the result in the file, whose digest is ${inFile}`,
  },
  bench: {
    usage: 'npm run bench -- [--clips NUMBER] [--only engine|drag|library] [--profile FOLDER]',
    load: (average: string) => `  the machine’s load over the last minute: ${average}`,
    engine: 'Engine, one thread, this Node',
    pathDays: (name: string, millions: string, ms: string) =>
      `  ${name}: ${millions} M path-days a second (1,000 futures × 120 days in ${ms} ms)`,
    building: 'Building the extension …',
    noBrowser: 'The dashboard is not measured: no Chromium was found. Set CHROMIUM_PATH.',
    dashboard: (browser: string) => `Dashboard, ${browser}, Posti with its 20 sectors, 120 days`,
    slider: (futures: string) => `  Slider moved, 2 × ${futures} futures (both sides run anew)`,
    action: (futures: string) => `  Action moved, 2 × ${futures} futures (the baseline is kept)`,
    picture: (which: string, median: string, worst: string) =>
      `    ${which}: median ${median} ms, slowest ${worst} ms, from the edit to the painted frame`,
    first: 'first picture',
    full: 'full picture',
    drag: '  A bar dragged, from the pointer’s event to the painted picture with this edit in it',
    dragged: (to: {
      pace: number;
      edits: number;
      enough: number;
      futures: number;
      median: string;
      late: string;
      worst: string;
      wanted: string;
    }) =>
      `    ${to.pace} days a second, ${to.edits} edits: median ${to.median} ms, 95 % within ${to.late} ms (${to.wanted}), slowest ${to.worst} ms; ${to.enough} % with 2 × ${to.futures} futures or more`,
    letGo: (futures: string, median: string, worst: string, wanted: string) =>
      `    let go, to 2 × ${futures} futures: median ${median} ms, slowest ${worst} ms (${wanted})`,
    library: (clips: string, browser: string) =>
      `Library, ${browser}, ${clips} clips of 5 kB in four languages`,
    libraryFilled: (seconds: string) => `  made in ${seconds} s (that is not Clincher's time)`,
    libraryIndexed: (seconds: string, rate: string) =>
      `  index built in ${seconds} s, ${rate} clips a second`,
    librarySize: (texts: string, index: string) =>
      `  on disk: clips ${texts} MB, their index ${index} MB`,
    libraryImported: (clips: string, review: string, save: string, wanted: string) =>
      `  ${clips} clips imported from a file: read and looked through in ${review} ms, saved in ${save} ms (${wanted})`,
    libraryRows: (each: string, median: string, fresh: string, wanted: string) =>
      `  first rows, in a browser that has just been started: median ${median} ms (${wanted}); ${each} ms; the first time after a new build ${fresh} ms`,
    libraryLoaded: (ms: string) => `  everything searchable after a cold start: ${ms} ms`,
    librarySearched: (query: string, found: string, ms: string) =>
      `    ${query}: ${found}; from each key to the painted frame: ${ms} ms`,
    librarySearch: (median: string, worst: string, wanted: string) =>
      `  search after a key: median ${median} ms, 95 % within ${worst} ms (${wanted})`,
    libraryWindow: (median: string, worst: string) =>
      `  rows come into sight: median ${median} ms, slowest ${worst} ms`,
    libraryTask: (longest: string, tasks: string, wanted: string) =>
      `  longest task of the page's thread while scrolling and filtering: ${longest} ms, ${tasks} over 50 ms (${wanted})`,
    libraryWanted: (limit: string) => `wanted: at most ${limit}`,
  },
  terminal: {
    start: {
      usage: [
        'npm start                       builds Clincher and opens it in a browser of its own',
        'npm start -- --serve            serves the dashboard on this machine instead',
        'npm start -- --profile FOLDER   keeps the library in that folder',
        'npm start -- --browser firefox  takes Firefox even where a Chromium is found (or: chromium)',
        'npm start -- --port NUMBER      with --serve: another port than 1919',
        'npm start -- --headless         opens no window (for tests)',
      ].join('\n'),
      unknownOption: (what: string) => `That did not work: ${what}`,
      building: (browser: string) => `Building the extension for ${browser} …`,
      built: (seconds: string) => `Built in ${seconds} s.`,
      buildFailed: 'The build failed. This is what it said:',
      comparisonFailed:
        'The comparison could not be computed; what it said is above. The dashboard opens all the same.',
      opened: (browser: string, address: string) => `${browser} is open at ${address}`,
      library: (folder: string) =>
        `Your library is kept in ${folder}\nWhoever can read that folder can read your clips.`,
      howToClip:
        'To clip a news page, open it in that window and press Alt+Shift+C, or Clincher’s button among the extensions.',
      howToEnd: 'Close the browser or press Ctrl-C here to end.',
      ended: 'Ended.',
      alreadyOpen: (folder: string) =>
        `A browser is already open with ${folder}\nClose it first, or name another folder with --profile.`,
      browserFailed: (browser: string, reason: string) =>
        `${browser} could not be started with the extension: ${reason}\nServing the dashboard instead.`,
      browserMissing: (variable: string, executable: string) =>
        `${variable} names ${executable}, and there is no such file. Mend or unset it, then start again.`,
      noBrowser: 'No Chromium, Chrome, Edge or Firefox was found on this machine.',
      noDisplay: 'There is no display here to open a window on.',
      served: (address: string) => `The dashboard is served at ${address}`,
      servedLibrary:
        'Your library is kept by whatever browser opens that address, and only there. Nobody else on the network can reach it.',
      portTaken: (wanted: number, got: number) =>
        `Port ${wanted} was taken, so this is port ${got}. A browser keeps one library per address: clips saved at ${wanted} do not show here.`,
      portUnusable: (port: number, reason: string) =>
        `The dashboard could not be served at port ${port}: ${reason}\nName another with --port.`,
      clippingNeedsExtension:
        'Clipping needs the extension; this page alone cannot read other pages.',
      howToLoad: (folder: string) =>
        [
          'To load it into your own Chromium, Chrome or Edge:',
          '  1. Open chrome://extensions and switch on Developer mode.',
          `  2. Press “Load unpacked” and choose ${folder}`,
          'To load it into your own Firefox (until it closes):',
          '  1. Run npm run build.',
          '  2. Open about:debugging#/runtime/this-firefox, press “Load Temporary Add-on…”',
          '     and choose manifest.json in .output/firefox-mv3',
        ].join('\n'),
      howToStopServing: 'Press Ctrl-C here to stop.',
    },
    tests: {
      steps: {
        types: 'Types',
        lint: 'Lint',
        unit: 'Unit tests',
        build: 'Build for Chromium and Firefox',
        e2e: 'End to end in real browsers',
      },
      unknownOption: (what: string, steps: string) =>
        `That did not work: ${what}\nUse: npm test -- --only STEP, with one or more of ${steps}.`,
      installing: (command: string) => `Installing what the tests need: ${command}`,
      installByHand:
        'Install Chromium and Firefox with your package manager, or set CHROMIUM_PATH and FIREFOX_PATH.',
      chromiumMissing: (command: string) =>
        `The end-to-end tests need Chromium, Chrome or Edge, and none was found. Run this, then npm test again:\n  ${command}`,
      firefoxMissing: (command: string) =>
        `No Firefox was found: the tests in Firefox are skipped. To run them, too:\n  ${command}`,
      stepDone: (
        step: string,
        seconds: string,
        { passed, failed }: { passed: number; failed: number },
      ) => `${step}: ${passed} passed, ${failed} failed, ${seconds} s`,
      secondTry: (name: string, error: string) =>
        `Passed at the second try only: ${name}\n  ${error.split('\n')[0]!}`,
      failed: (name: string, error: string) => `Failed: ${name}\n  ${error.split('\n')[0]!}`,
      skipped: (count: number) => `${plural(count, 'test was', 'tests were')} skipped.`,
      total: (passed: number, failed: number) => `${passed} passed, ${failed} failed`,
    },
  },
};

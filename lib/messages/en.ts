/**
 * Every visible sentence, English. Plain words, no hype; say what happened and what to do now.
 * Sections follow the screens. Parts to fill are typed; plurals are made here, where the language is known.
 */
const plural = (count: number, one: string, other: string) =>
  `${count} ${count === 1 ? one : other}`;

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
  popup: {},
  library: {},
  charts: {},
  timeline: {},
  studio: {},
  numbers: {},
  snapshot: {},
  terminal: {},
};

/** The tour: offered once, walked in two minutes, left at any moment. */

export const tour = {
  label: 'Tour',
  offerLabel: 'A short tour',
  offer: 'New here? Two minutes on the Posti strike. Later it waits on the page “The model”.',
  start: 'Start the tour',
  notNow: 'Not now',
  again: 'Take the two-minute tour on the Posti strike',
  place: (step: number, steps: number) => `Tour, ${step} of ${steps}`,
  back: 'Back',
  next: 'Next',
  done: 'Done',
  leave: 'Leave',
  goThere: 'Go there by keyboard',
  keys: 'Esc leaves the tour.',
  keysThere: 'Esc brings you back here.',
  away: 'This stands on the time line of the Posti strike.',
  toPosti: 'Go to it',
  triedStep: 'Nobody answers for the harm',
  steps: {
    answer: {
      title: 'The answer is a sentence',
      text: 'It is written from the figures, anew with every change. In red what the postal strike could do with its sympathy strikes, in grey what it could do alone. It says for whom, by when, and how sure: a study of assumptions, never a forecast.',
    },
    line: {
      title: 'Move an action',
      text: 'Each bar is an action. This one is the day on which the flights stood still. Drag it to another day, or go to it by keyboard and press the arrow keys; the sentence and the curves follow while you move it.',
    },
    curve: {
      title: 'Leverage over time',
      text: 'How many times longer the strikers can hold out than their employer. The line is the middle of many futures, the dark band holds half of them, the light one 90 in 100. Dashed: the same futures without the sympathy strikes.',
    },
    number: {
      title: 'Every number has a range and a reason',
      text: 'Nobody knows how much of the harm to travellers lands on those who decide about the post. So it is a range: low, typical, high. Below it stands where it comes from: a source, an assumption, or your own clips.',
    },
    nobody: {
      title: 'Now break it',
      text: 'A sympathy strike presses only where somebody answers for the harm. Let nobody answer for it: the number goes to nothing, as one step that can be undone.',
      try: 'Let nobody answer for it',
      tried:
        'Read the sentence again: the same actions now help nobody, they hurt. That hinges on one assumption, and so the page says it beside the answer.',
    },
    undo: {
      title: 'Every step can be undone',
      text: 'With this button or Ctrl + Z, as far back as you like; what you undo you can redo. What the tour itself changed is taken back when you go on, or when you leave.',
    },
    trust: {
      title: 'Where not to trust it',
      text: 'This page has every equation, what is calibrated and what is assumed, and the cases in which it fails. It is there to be argued with.',
    },
    clip: {
      title: 'Your own evidence',
      text: 'On a news page press Alt + Shift + C. The clip lies in the library, on this machine only. Mark a passage in it, tie it to a number, and the number moves, one press away from its quote.',
    },
  },
};

/** What the tour shows, in order, and where it stands on the page. Found anew each time: the page draws itself anew. */
import { messages } from '../../../lib/messages/messages.ts';
import { tourMessages } from '../../../lib/messages/tour-messages.ts';

export type TourStepName = keyof typeof tourMessages.steps;

export interface TourStep {
  name: TourStepName;
  /** What is outlined; null while it is not on the page. */
  anchor: () => HTMLElement | null;
  /** What a keyboard goes to; null where there is nothing to press or type. */
  reach: () => HTMLElement | null;
  /** On a wide page it stands at the other side, so that the tour never lies over it. */
  side: 'main' | 'aside' | 'header';
}

const one = (selector: string) => document.querySelector<HTMLElement>(selector);
const holding = (selector: string, text: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.textContent.trim() === text,
  ) ?? null;
const nothing = () => null;

const answer = () => one('main h1')?.parentElement ?? null;
const flights = () => one('[role=slider][id$="-air-14"]');
const sectionNamed = (title: string) => holding('main h2', title)?.closest('section') ?? null;
const harmNumber = () =>
  holding(
    'aside [role=group] .label',
    messages.numbers.parameters.internalisation.label,
  )?.closest<HTMLElement>('[role=group]') ?? null;
const harmTypical = () => {
  const label = messages.numbers.parameters.internalisation.label;
  const named = messages.numbers.box(label, messages.numbers.typical);
  return one(`aside input[aria-label=${JSON.stringify(named)}]`);
};
const undoButton = () => holding('main button', messages.common.undo);
const link = (route: string) => () => one(`header a[href="${route}"]`);

export const TOUR_STEPS: readonly TourStep[] = [
  { name: 'answer', anchor: answer, reach: nothing, side: 'main' },
  {
    name: 'line',
    // Whoever has taken the flights away sees the whole line.
    anchor: () => flights() ?? sectionNamed(messages.timeline.heading),
    reach: () => flights() ?? one('[role=slider][tabindex="0"]'),
    side: 'main',
  },
  {
    name: 'curve',
    anchor: () => sectionNamed(messages.charts.leverage.title),
    reach: nothing,
    side: 'main',
  },
  { name: 'number', anchor: harmNumber, reach: harmTypical, side: 'aside' },
  { name: 'nobody', anchor: harmNumber, reach: nothing, side: 'aside' },
  { name: 'undo', anchor: undoButton, reach: undoButton, side: 'main' },
  { name: 'trust', anchor: link('#/model'), reach: link('#/model'), side: 'header' },
  { name: 'clip', anchor: link('#/library'), reach: link('#/library'), side: 'header' },
];

/** Once nobody answers for the harm, the sentence is what is to be looked at. */
export const TRIED: Pick<TourStep, 'anchor' | 'side'> = { anchor: answer, side: 'main' };

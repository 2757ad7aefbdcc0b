import { tour } from './en-tour.ts';
import type { Translated } from './messages.ts';

/** Words of the tour, which every page of the dashboard may offer: they come without the studio's others. */
export const tourMessages: Translated<typeof tour> = tour;

/** Every place a user comes to, visited once and looked at twice: for axe, light and dark, and in windows of all widths. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousThings } from './accessibility.ts';
import { misfits, misfitsByWindow } from './layout.ts';
import { PLACES, reach, startTour, type Tour } from './tour.ts';

let tour: Tour;
beforeAll(async () => {
  tour = await startTour('light');
});
afterAll(() => tour.close());

describe.each(PLACES)('%s', (place) => {
  let page: Page;
  it('has nothing serious, light and dark', async () => {
    page = await reach(tour, place);
    expect(await seriousThings(page)).toEqual({ light: [], dark: [] });
  });

  it('fits', async () => {
    if (!place.startsWith('popup')) {
      expect(await misfitsByWindow(page)).toEqual({});
      return;
    }
    // A popup asks for 440 px; where the browser gives it more, as beside a scroll bar, it fills that.
    const [body, window] = await page.evaluate(() => [
      document.body.clientWidth,
      document.documentElement.clientWidth,
    ]);
    expect(body).toBe(window);
    expect(body).toBeGreaterThanOrEqual(440);
    expect(body).toBeLessThan(480);
    expect(await misfits(page)).toEqual([]);
  });
});

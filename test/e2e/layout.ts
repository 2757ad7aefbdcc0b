/**
 * A page at the widths of a large screen, a projector, a half window, a phone, and at 200 % zoom: what scrolls sideways,
 * is read or pressed and sticks out of the window, or is a word on a button and cut.
 */
import type { Page } from 'puppeteer-core';
import { settle } from './on-page.ts';

const WINDOWS = {
  '1920 px': { width: 1920, height: 1080 },
  '1280 px': { width: 1280, height: 900 },
  '760 px': { width: 760, height: 900 },
  '390 px': { width: 390, height: 844 },
  // A browser that zooms to 200 % gives the page half the pixels, each drawn twice as large.
  '200 % zoom': { width: 640, height: 450, deviceScaleFactor: 2 },
};

/** What does not fit, in words. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) =>
      `<${element.localName} class="${element.getAttribute('class') ?? ''}"> “${(element.textContent ?? '').trim().slice(0, 50)}”`;
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) {
      found.push(`the page is ${root.scrollWidth} px wide in a window of ${innerWidth}`);
    }

    /** What can be seen of an element inside all that clips or scrolls it; null where nothing can. */
    function seen(element: Element): { left: number; right: number } | null {
      let { left, right, top, bottom } = element.getBoundingClientRect();
      let at = element.parentElement;
      let isFixed = getComputedStyle(element).position === 'fixed';
      for (; at && at !== document.body && !isFixed; at = at.parentElement) {
        const style = getComputedStyle(at);
        isFixed = style.position === 'fixed';
        if (style.overflowX === 'visible' || at.localName === 'svg') continue;
        const box = at.getBoundingClientRect();
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
      }
      return right - left > 1 && bottom - top > 1 ? { left, right } : null;
    }
    const hasOwnWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim() !== '');

    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const isControl = element.matches('button, input, select, textarea, summary, a, dialog');
      if (!isControl && !hasOwnWords(element)) continue;
      if (element.closest('.skip, .visually-hidden')) continue;
      const place = seen(element);
      if (place && (place.left < -0.5 || place.right > innerWidth + 0.5)) {
        found.push(
          `${name(element)} stands at ${Math.round(place.left)}–${Math.round(place.right)} in a window of ${innerWidth}`,
        );
      }
    }

    for (const element of document.querySelectorAll('button, .button, .chip, .tag, kbd, dt')) {
      if (!element.checkVisibility() || element.clientWidth === 0) continue;
      if (element.matches('input')) continue;
      if (element.scrollWidth > element.clientWidth + 1) {
        found.push(`${name(element)} is cut: ${element.scrollWidth} px in ${element.clientWidth}`);
      }
    }

    for (const dialog of document.querySelectorAll('dialog[open]')) {
      const { top, bottom } = dialog.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) found.push(`${name(dialog)} is higher than the window`);
    }
    return found;
  });
}

/** What does not fit, window by window; the page's own is 1280 px wide, and is so again. */
export async function misfitsByWindow(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [window, size] of Object.entries(WINDOWS)) {
    await page.setViewport(size);
    await settle(page);
    const here = await misfits(page);
    if (here.length > 0) found[window] = here;
  }
  await page.setViewport(WINDOWS['1280 px']);
  return found;
}

/**
 * axe-core on a page, light and dark: what it calls serious or critical. Its own source is evaluated by DevTools, which
 * the pages' policy does not bind.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { settle } from './on-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe found, one line each, worst first. */
async function findings(page: Page): Promise<{ impact: string; words: string }[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  );
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => ({
      impact: impact ?? 'minor',
      words: `${impact} ${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 160)} ${node.any.map(({ message }) => message).join(' ')}`,
    })),
  );
}

/** Words of the charts under 4.5 : 1 on the page's ground: axe does not judge what is drawn. */
function dimWordsOfCharts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    /** Any colour that CSS can write, as red, green, blue and opacity. */
    function rgba(color: string): number[] {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    }
    const luminance = (color: number[]) =>
      [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
        const part = color[index] / 255;
        return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      }, 0);
    const dim: string[] = [];
    for (const text of document.querySelectorAll('svg text')) {
      if (!text.checkVisibility({ opacityProperty: true }) || !text.textContent.trim()) continue;
      const [red, green, blue, alpha] = rgba(getComputedStyle(text).fill);
      let ground = [255, 255, 255];
      let opacity = alpha;
      let hasGround = false;
      for (let at: Element | null = text; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (!hasGround) opacity *= Number(style.opacity);
        const under = rgba(style.backgroundColor);
        if (!hasGround && under[3] === 1) {
          ground = under;
          hasGround = true;
        }
      }
      const ink = [red, green, blue].map(
        (part, index) => part * opacity + ground[index] * (1 - opacity),
      );
      const [low, high] = [luminance(ink), luminance(ground)].toSorted((a, b) => a - b);
      const contrast = (high + 0.05) / (low + 0.05);
      if (contrast < 4.5) dim.push(`“${text.textContent.trim()}” ${contrast.toFixed(2)} : 1`);
    }
    return dim;
  });
}

/** What is serious on a page as it stands, in words. */
export async function seriousNow(page: Page): Promise<string[]> {
  const found = await findings(page);
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return [...serious.map(({ words }) => words), ...(await dimWordsOfCharts(page))];
}

const prefer = (page: Page, value: 'light' | 'dark') =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);

/**
 * What is serious on a page, light and dark. One visit is enough for both: a page takes its colours from the style sheet
 * alone, and follows while it stands.
 */
export async function seriousThings(page: Page): Promise<{ light: string[]; dark: string[] }> {
  const light = await seriousNow(page);
  await prefer(page, 'dark');
  await settle(page);
  const dark = await seriousNow(page);
  await prefer(page, 'light');
  await settle(page);
  return { light, dark };
}

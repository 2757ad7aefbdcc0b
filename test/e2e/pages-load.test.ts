import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROME_BUILD, launchChromium, type RunningChromium } from './chromium.ts';
import { hasFirefox, launchFirefox, type RunningFirefox } from './firefox.ts';
import { ARTICLE, startSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe('in Chromium', () => {
  let chromium: RunningChromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  });
  afterAll(() => chromium.close());

  it('registers the service worker', async () => {
    const worker = await chromium.browser.waitForTarget(
      (target) => target.type() === 'service_worker' && target.url().startsWith(chromium.origin),
    );
    expect(worker.url()).toBe(`${chromium.origin}/background.js`);
  });

  it.each(['#/what-if/posti-2019', '#/library', '#/casebook/patco-1981', '#/nowhere'])(
    'shows the dashboard at %s without an error and without a refusal by the policy',
    async (route) => {
      const page = await chromium.openDashboard(route);
      await page.waitForFunction(() => document.body.innerText.trim().length > 40);
      await page.waitForNetworkIdle();
      expect(chromium.problems).toEqual([]);
      await page.close();
    },
  );

  it('opens the popup on a page by a click on its button, without an error or a refusal', async () => {
    const page = await chromium.newPage();
    await page.goto(site.origin + ARTICLE.path);
    const popup = await chromium.clickAction(page);
    await popup.waitForFunction(
      (title) =>
        document.body.innerText.includes(title) ||
        [...document.querySelectorAll('input, textarea')].some((field) =>
          (field as HTMLInputElement).value.includes(title),
        ),
      {},
      ARTICLE.title,
    );
    expect(chromium.problems).toEqual([]);
    await page.close();
  });

  it('refuses code made from strings, even to a page of ours, and says so', async () => {
    const page = await chromium.openDashboard('#/library');
    const before = chromium.problems.length;
    // By an event attribute: what DevTools evaluates is exempt from the policy.
    const outcome = await page.evaluate(() => {
      try {
        document.body.setAttribute('onclick', 'globalThis.hasRun = true');
        document.body.click();
      } catch {
        return 'thrown';
      }
      return 'hasRun' in globalThis ? 'run' : 'refused';
    });
    expect(outcome).not.toBe('run');
    expect(chromium.problems.length, 'the watch that the claims above rest on').toBeGreaterThan(
      before,
    );
    chromium.problems.length = before;
    await page.close();
  });

  // A page of the extension may ask this of any manifest without the "management" permission.
  const warningsOf = async (manifest: string) => {
    const page = await chromium.openDashboard('#/library');
    const warnings = await page.evaluate(
      (text) => chrome.management.getPermissionWarningsByManifest(text),
      manifest,
    );
    await page.close();
    return warnings;
  };

  it('installs without a single permission warning', async () => {
    const manifest = readFileSync(path.join(CHROME_BUILD, 'manifest.json'), 'utf8');
    expect(await warningsOf(manifest)).toEqual([]);
    const greedy = { ...(JSON.parse(manifest) as object), host_permissions: ['<all_urls>'] };
    expect(await warningsOf(JSON.stringify(greedy))).toHaveLength(1);
  });
});

describe.skipIf(!hasFirefox)('in Firefox', () => {
  let firefox: RunningFirefox;
  beforeAll(async () => {
    firefox = await launchFirefox();
  });
  afterAll(() => firefox?.close());

  it.each(['#/what-if/posti-2019', '#/library'])('shows the dashboard at %s', async (route) => {
    await firefox.openDashboard(route);
    await firefox.waitFor('return document.body.innerText.trim().length > 40');
    expect(await firefox.problems()).toEqual([]);
  });

  it('opens the popup on a page by a click on its button', async () => {
    await firefox.open(site.origin + ARTICLE.path);
    await firefox.clickAction();
    await firefox.waitForInPopup(
      `return document.body.innerText.includes(arguments[0])
         || [...document.querySelectorAll('input, textarea')].some((field) => field.value.includes(arguments[0]))`,
      [ARTICLE.title],
    );
    await firefox.closePopup();
    expect(await firefox.problems()).toEqual([]);
  });
});

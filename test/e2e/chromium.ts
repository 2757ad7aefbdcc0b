/** A real Chromium with the built extension in it, driven over a pipe. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  launch,
  type Browser,
  type ConsoleMessageLocation,
  type Page,
  type Target,
} from 'puppeteer-core';
import { chromiumSandboxArguments, findBrowser } from '../../scripts/browsers.ts';

export const CHROME_BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export interface ChromiumOptions {
  /** Kept after closing; without one a fresh profile is made and removed again. */
  profile?: string;
  /** An unpacked extension; the build of this project unless said otherwise. */
  extensionDir?: string;
  /** Where Chromium writes all it did on the network; complete once it is closed. */
  netLog?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

export interface RunningChromium {
  browser: Browser;
  extensionId: string;
  /** `chrome-extension://ID` */
  origin: string;
  profile: string;
  /** Console errors, uncaught errors and policy violations of every page of ours so far, with where they came from. */
  problems: string[];
  /** A new tab. Lets uncaught errors and policy violations of our own pages be counted from their first script on. */
  newPage(): Promise<Page>;
  /** The dashboard in a new tab, at a route such as `#/library`. */
  openDashboard(route?: string): Promise<Page>;
  /** Presses the toolbar button on a page as a user does, with all that this grants; gives the popup. */
  clickAction(page: Page): Promise<Page>;
  close(): Promise<void>;
  /** Ends every process of the browser at once, as a power cut would. */
  kill9(): Promise<void>;
}

/** Where in our files: file:line:column, counted from 1. */
function placeWords({
  url = '',
  lineNumber = 0,
  columnNumber = 0,
}: ConsoleMessageLocation): string {
  return `${url.slice(url.lastIndexOf('/') + 1)}:${lineNumber + 1}:${columnNumber + 1}`;
}

export async function launchChromium(options: ChromiumOptions = {}): Promise<RunningChromium> {
  const found = findBrowser('chromium');
  if (!found) throw new Error('No Chromium, Chrome or Edge on this machine.');
  const extensionDir = options.extensionDir ?? CHROME_BUILD;
  if (!existsSync(path.join(extensionDir, 'manifest.json'))) {
    throw new Error(`${extensionDir} holds no build. Run: npm run build`);
  }
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'clincher-chromium-'));
  const browser = await launch({
    executablePath: found.executable,
    headless: true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: options.viewport ?? { width: 1280, height: 900 },
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-component-update',
      ...chromiumSandboxArguments(),
      ...(options.netLog
        ? [`--log-net-log=${options.netLog}`, '--net-log-capture-mode=Everything']
        : []),
    ],
  });
  const child = browser.process()!;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const forgetProfile = () => {
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };

  const extensionId = await browser.installExtension(extensionDir);
  const origin = `chrome-extension://${extensionId}`;
  const problems: string[] = [];

  const watched = new WeakSet<Page>();
  async function watch(page: Page): Promise<void> {
    if (watched.has(page)) return;
    watched.add(page);
    const isOurs = () => page.url().startsWith(origin);
    page.on('console', (message) => {
      if (!isOurs() || !['error', 'warn', 'assert'].includes(message.type())) return;
      const at = message.stackTrace().slice(0, 6).map(placeWords).join(' < ');
      problems.push(`${page.url()} console: ${message.text()}${at && ` (${at})`}`);
    });
    page.on('pageerror', (error) => {
      if (isOurs()) problems.push(`${page.url()} uncaught: ${String(error)}`);
    });
    if (options.colorScheme) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: options.colorScheme },
      ]);
    }
    // A violation in report-only form, or one that a script caught, leaves no console error.
    await page.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', (event) =>
        console.error(
          `policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`,
        ),
      );
    });
  }

  async function newPage(): Promise<Page> {
    const page = await browser.newPage();
    await watch(page);
    return page;
  }

  return {
    browser,
    extensionId,
    origin,
    profile,
    problems,
    newPage,
    async openDashboard(route = '') {
      const page = await newPage();
      await page.goto(`${origin}/dashboard.html${route}`);
      // Before its first paint a browser lets clicks fall: nobody can have meant what nobody could see.
      await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint').length > 0,
        { polling: 20, timeout: 60_000 },
      );
      return page;
    },
    async clickAction(page) {
      const extension = (await browser.extensions()).get(extensionId);
      if (!extension) throw new Error('The extension has gone.');
      const isPopup = (target: Target) => target.url().startsWith(`${origin}/popup.html`);
      const before = new Set(browser.targets().filter(isPopup));
      await page.bringToFront();
      await extension.triggerAction(page);
      const target = await browser.waitForTarget((each) => isPopup(each) && !before.has(each), {
        timeout: 20_000,
      });
      const popup = await target.asPage();
      await watch(popup);
      return popup;
    },
    async close() {
      await browser.close();
      await ended;
      forgetProfile();
    },
    async kill9() {
      // Puppeteer starts it as the leader of a process group: its renderers and its storage go, too.
      if (process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-child.pid!, 'SIGKILL');
      await ended;
      forgetProfile();
    },
  };
}

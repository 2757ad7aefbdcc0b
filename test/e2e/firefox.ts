/** A real Firefox with the built extension in it, driven over Marionette. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../../scripts/browsers.ts';
import { Marionette, MarionetteError } from '../../scripts/marionette.ts';

export const FIREFOX_BUILD = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

/** False on a machine without Firefox: its tests are then skipped, and `npm test` says so. */
export const hasFirefox = findBrowser('firefox') !== null;

/** Pinned, so that the extension's address is known before it is installed. */
const UUID = '0d3a6f0e-5b0b-4b57-9a3a-3f2f1f7c9c11';

/** WebDriver's name for "this JSON is an element". */
const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';

export interface FirefoxOptions {
  /** Kept after closing; without one a fresh profile is made and removed again. */
  profile?: string;
  /** An unpacked extension; the build of this project unless said otherwise. */
  extensionDir?: string;
  preferences?: Record<string, string | number | boolean>;
}

export interface RunningFirefox {
  marionette: Marionette;
  /** `moz-extension://UUID` */
  origin: string;
  profile: string;
  /** Loads any address in a new tab, and makes that tab the one which `evaluate` means. Gives its handle. */
  open(address: string): Promise<string>;
  /** The dashboard in a new tab, at a route such as `#/library`. Gives its handle. */
  openDashboard(route?: string): Promise<string>;
  /** Makes an open tab the one that is shown and which `evaluate` means. */
  switchTo(handle: string): Promise<void>;
  /**
   * Runs a function body in the current tab; `arguments[0]` … are `args`. Promises are awaited.
   * Values go through JSON.
   */
  evaluate<T>(script: string, ...args: unknown[]): Promise<T>;
  /** Evaluates until the outcome is truthy, and gives it; rejects with the last outcome or error after the time. */
  waitFor<T>(script: string, args?: unknown[], timeoutMs?: number): Promise<T>;
  /** Presses the toolbar button on the current tab as a user does; resolves once the popup's document is there. */
  clickAction(): Promise<void>;
  /** As `evaluate`, in the open popup. */
  evaluateInPopup<T>(script: string, ...args: unknown[]): Promise<T>;
  /** As `waitFor`, in the open popup. */
  waitForInPopup<T>(script: string, args?: unknown[], timeoutMs?: number): Promise<T>;
  isPopupOpen(): Promise<boolean>;
  /** As a click beside it would. */
  closePopup(): Promise<void>;
  /** Puts a file of this machine into an `<input type=file>` of the current tab, as its picker would. */
  chooseFile(selector: string, file: string): Promise<void>;
  /** Uncaught errors and policy violations of every page of ours so far, as the browser's console holds them. */
  problems(): Promise<string[]>;
  /** A picture of the current tab's window, as PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 20_000;

/** The popup lives in a panel of the window, not in a tab; Marionette has no handle for it, but its actor reaches it. */
const FIND_POPUP = `
  const view = Services.wm
    .getMostRecentWindow('navigator:browser')
    .document.querySelector('browser.webextension-popup-browser');
  const popup = view?.browsingContext;
  const isThere = popup?.currentURI?.spec.startsWith(arguments[0]) && !view.closest('panel')?.state.startsWith('clos');
`;

export async function launchFirefox(options: FirefoxOptions = {}): Promise<RunningFirefox> {
  const found = findBrowser('firefox');
  if (!found) throw new Error('No Firefox on this machine.');
  const extensionDir = options.extensionDir ?? FIREFOX_BUILD;
  if (!existsSync(path.join(extensionDir, 'manifest.json'))) {
    throw new Error(`${extensionDir} holds no build. Run: npm run build`);
  }
  const manifest = JSON.parse(readFileSync(path.join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  const extensionId = manifest.browser_specific_settings.gecko.id;
  const origin = `moz-extension://${UUID}`;
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'clincher-firefox-'));
  const marionette = await Marionette.start({
    executable: found.executable,
    profile,
    headless: true,
    preferences: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: UUID }),
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // Else each loopback article would raise a question about sending it over plain http.
      'dom.security.https_only_mode': false,
      ...options.preferences,
    },
  });
  try {
    await marionette.installExtension(extensionDir);
  } catch (error) {
    await marionette.close();
    throw error;
  }

  async function evaluate<T>(script: string, ...args: unknown[]): Promise<T> {
    return (await marionette.execute(script, args)) as T;
  }

  async function evaluateInPopup<T>(script: string, ...args: unknown[]): Promise<T> {
    return (await marionette.execute(
      `${FIND_POPUP}
       if (!isThere) throw new Error('The popup is not open.');
       const { getMarionetteCommandsActorProxy } = ChromeUtils.importESModule(
         'chrome://remote/content/marionette/actors/MarionetteCommandsParent.sys.mjs',
       );
       return getMarionetteCommandsActorProxy(() => popup).executeScript(arguments[1], arguments[2], {
         timeout: 30000,
         newSandbox: false,
         sandboxName: null,
         file: 'popup',
         line: 0,
         async: false,
       });`,
      [origin, script, args],
      'chrome',
    )) as T;
  }

  async function until<T>(attempt: () => Promise<T>, timeoutMs: number): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      let last: unknown;
      try {
        const value = await attempt();
        if (value) return value;
        last = value;
      } catch (error) {
        // A document that is being replaced answers with an error for a moment.
        if (!(error instanceof MarionetteError)) throw error;
        last = error.message;
      }
      if (Date.now() > deadline) {
        throw new Error(`Nothing after ${timeoutMs} ms; last seen: ${String(last)}`);
      }
      await pause(50);
    }
  }

  async function open(address: string): Promise<string> {
    const before = new Set(await handles());
    await marionette.execute(
      `const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
       gBrowser.selectedTab = gBrowser.addTrustedTab(arguments[0]);`,
      [address],
      'chrome',
    );
    const handle = await until(
      async () => (await handles()).find((each) => !before.has(each)),
      TIMEOUT_MS,
    );
    await switchTo(handle!);
    const start = address.replace(/#.*$/s, '');
    await until(
      () =>
        evaluate<boolean>(
          `return location.href.startsWith(arguments[0]) && document.readyState === 'complete'`,
          start,
        ),
      TIMEOUT_MS,
    );
    return handle!;
  }

  async function handles(): Promise<string[]> {
    // In the browser's context the windows themselves would come along.
    await marionette.inContext('content');
    return (await marionette.command('WebDriver:GetWindowHandles')) as string[];
  }

  async function switchTo(handle: string): Promise<void> {
    await marionette.inContext('content');
    await marionette.command('WebDriver:SwitchToWindow', { handle, focus: true });
  }

  async function isPopupOpen(): Promise<boolean> {
    return (await marionette.execute(
      `${FIND_POPUP} return Boolean(isThere);`,
      [origin],
      'chrome',
    )) as boolean;
  }

  return {
    marionette,
    origin,
    profile,
    open,
    openDashboard: (route = '') => open(`${origin}/dashboard.html${route}`),
    switchTo,
    evaluate,
    waitFor: <T>(script: string, args: unknown[] = [], timeoutMs = TIMEOUT_MS) =>
      until(() => evaluate<T>(script, ...args), timeoutMs),
    async clickAction() {
      await marionette.execute(
        `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
         const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);
         const action = ExtensionParent.apiManager.global.browserActionFor(extension);
         action.triggerAction(Services.wm.getMostRecentWindow('navigator:browser'));`,
        [extensionId],
        'chrome',
      );
      await until(isPopupOpen, TIMEOUT_MS);
      await until(
        () => evaluateInPopup<boolean>(`return document.readyState === 'complete'`),
        TIMEOUT_MS,
      );
    },
    evaluateInPopup,
    waitForInPopup: <T>(script: string, args: unknown[] = [], timeoutMs = TIMEOUT_MS) =>
      until(() => evaluateInPopup<T>(script, ...args), timeoutMs),
    isPopupOpen,
    async closePopup() {
      await marionette.execute(
        `${FIND_POPUP} if (isThere) view.closest('panel').hidePopup();`,
        [origin],
        'chrome',
      );
      await until(async () => !(await isPopupOpen()), TIMEOUT_MS);
    },
    async chooseFile(selector, file) {
      await marionette.inContext('content');
      const { value } = (await marionette.command('WebDriver:FindElement', {
        using: 'css selector',
        value: selector,
      })) as { value: Record<string, string> };
      await marionette.command('WebDriver:ElementSendKeys', {
        id: value[ELEMENT_KEY],
        text: path.resolve(file),
      });
    },
    async problems() {
      return (await marionette.execute(
        `return Services.console
           .getMessageArray()
           .filter((message) => message instanceof Ci.nsIScriptError)
           .filter((error) => !(error.flags & Ci.nsIScriptError.warningFlag))
           // Firefox's own note on a popup that closes before a message of it is answered; no page can catch it.
           .filter((error) => !error.errorMessage.startsWith('Promise rejected after context unloaded'))
           .filter((error) => error.sourceName.startsWith(arguments[0]) || error.errorMessage.includes(arguments[0]))
           .map((error) => error.sourceName + ':' + error.lineNumber + ' ' + error.errorMessage);`,
        [origin],
        'chrome',
      )) as string[];
    },
    async screenshot() {
      await marionette.inContext('content');
      const { value } = (await marionette.command('WebDriver:TakeScreenshot', { full: false })) as {
        value: string;
      };
      return Buffer.from(value, 'base64');
    },
    async close() {
      await marionette.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

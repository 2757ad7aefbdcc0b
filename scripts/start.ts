/** `npm start`: builds the extension and opens it on the Posti campaign, or serves the same dashboard. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { messages } from '../lib/messages/messages.ts';
import {
  chromiumSandboxArguments,
  defaultProfileFolder,
  findBrowser,
  hasDisplay,
  MissingBrowserError,
  type BrowserFamily,
  type FoundBrowser,
} from './browsers.ts';
import { Marionette } from './marionette.ts';
import { isProfileInUse } from './profile-lock.ts';
import { DEFAULT_PORT, serveDashboard } from './serve.ts';

const words = messages.terminal.start;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FIRST_CAMPAIGN = 'posti-2019';
const FIRST_PAGE = `dashboard.html#/what-if/${FIRST_CAMPAIGN}`;
/** Firefox gives an extension a random address each time it is installed, and with it an empty library. */
const FIREFOX_UUID = '5b0f3a52-3c39-4f0c-9a57-7f6e0d3c2b19';

interface Options {
  serve: boolean;
  headless: boolean;
  profile: string | null;
  browser: BrowserFamily | undefined;
  port: number | undefined;
}

/** A browser that runs with the extension in it. */
interface OpenBrowser {
  address: string;
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Resolves when the user presses Ctrl-C, closes the terminal, or something asks us to end. */
let isAskedToEnd = false;
const askedToEnd = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      isAskedToEnd = true;
      resolve();
    });
});

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      serve: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      profile: { type: 'string' },
      browser: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(words.usage);
    process.exit(0);
  }
  const { browser, port } = values;
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser ${browser}`);
  }
  if (port !== undefined && !/^[1-9]\d{0,4}$/.test(port)) throw new Error(`--port ${port}`);
  return {
    serve: values.serve,
    headless: values.headless,
    profile: values.profile ? path.resolve(values.profile) : null,
    browser,
    port: port === undefined ? undefined : Number(port),
  };
}

function buildFolder(family: BrowserFamily): string {
  return path.join(ROOT, '.output', family === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

/** Always builds anew: two seconds, and what opens is never older than the code. */
async function build(family: BrowserFamily): Promise<void> {
  const wxt = path.join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const target = family === 'firefox' ? 'firefox' : 'chrome';
  const child = spawn(process.execPath, [wxt, 'build', '-b', target, '--mv3'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  const [code] = await once(child, 'close');
  if (code === 0) return;
  // Ctrl-C reaches the build, too.
  if (isAskedToEnd) process.exit(0);
  console.error(words.buildFailed);
  console.error(said);
  process.exit(1);
}

/** In a process of its own, so that it computes while the extension is built. */
async function computeComparison(): Promise<{ text: string; isComplete: boolean }> {
  const script = path.join(ROOT, 'scripts', 'simulate.ts');
  const child = spawn(process.execPath, [script, FIRST_CAMPAIGN], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (data) => (text += data));
  const [code] = await once(child, 'close');
  return { text: text.trimEnd(), isComplete: code === 0 };
}

/**
 * Chromium's own switches only. Puppeteer's defaults make a browser for tests: a banner about automated software,
 * no hang monitor, no pop-up blocker.
 */
async function openInChromium(
  { executable }: FoundBrowser,
  profile: string,
  headless: boolean,
): Promise<OpenBrowser> {
  const browser = await launch({
    executablePath: executable,
    // Branded Chrome from 137 on ignores --load-extension; over a pipe it can still be asked to load one.
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: true,
    args: [
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      // Chromium before 2026 wants to be told; later ones take no notice.
      '--enable-unsafe-extension-debugging',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-search-engine-choice-screen',
      '--password-store=basic',
      '--use-mock-keychain',
      ...(headless ? ['--headless=new', '--disable-gpu'] : []),
      ...chromiumSandboxArguments(),
      'about:blank',
    ],
    defaultViewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  // Its process, not the connection to it: that is cut first, while the profile is still being written.
  const ended = new Promise<void>((resolve) => browser.process()?.once('exit', () => resolve()));
  try {
    const id = await browser.installExtension(buildFolder('chromium'));
    const address = `chrome-extension://${id}/${FIRST_PAGE}`;
    const [page = await browser.newPage()] = await browser.pages();
    await page.goto(address);
    return { address, ended, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openInFirefox(
  { executable }: FoundBrowser,
  profile: string,
  headless: boolean,
): Promise<OpenBrowser> {
  const folder = buildFolder('firefox');
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  const id = manifest.browser_specific_settings.gecko.id;
  const firefox = await Marionette.start({
    executable,
    profile,
    headless,
    preferences: {
      // Marionette would otherwise set up a browser for tests, without safe browsing.
      'remote.prefs.recommended': false,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: FIREFOX_UUID }),
      // A temporary extension is taken out when Firefox ends; its library must not go with it.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });
  try {
    await firefox.installExtension(folder);
    const address = `moz-extension://${FIREFOX_UUID}/${FIRST_PAGE}`;
    await firefox.loadAsUser(address);
    return { address, ended: firefox.ended, close: () => firefox.close() };
  } catch (error) {
    await firefox.close();
    throw error;
  }
}

async function runInBrowser(
  found: FoundBrowser,
  profile: string,
  options: Options,
): Promise<boolean> {
  // Clips are private: the folder is the owner's alone.
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  let open: OpenBrowser;
  try {
    const start = found.family === 'firefox' ? openInFirefox : openInChromium;
    open = await start(found, profile, options.headless);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(words.browserFailed(found.name, reason));
    return false;
  }
  console.log(words.opened(found.name, open.address));
  console.log(words.library(profile));
  console.log(words.howToClip);
  console.log(words.howToEnd);
  void askedToEnd.then(() => open.close());
  await open.ended;
  return true;
}

async function runServer(options: Options): Promise<void> {
  const folder = buildFolder('chromium');
  const server = await serveDashboard(folder, options.port).catch((error: Error) => {
    console.error(words.portUnusable(options.port ?? DEFAULT_PORT, error.message));
    process.exit(1);
  });
  console.log(words.served(`${server.origin}/${FIRST_PAGE}`));
  if (server.port !== server.wantedPort)
    console.log(words.portTaken(server.wantedPort, server.port));
  console.log(words.servedLibrary);
  console.log(words.clippingNeedsExtension);
  console.log(words.howToLoad(folder));
  console.log(words.howToStopServing);
  await askedToEnd;
  await server.close();
}

async function main(): Promise<void> {
  let options: Options;
  try {
    options = readOptions();
  } catch (error) {
    console.error(words.unknownOption((error as Error).message));
    console.error(words.usage);
    process.exit(2);
  }
  let found: FoundBrowser | null = null;
  try {
    found = findBrowser(options.browser);
  } catch (error) {
    if (!(error instanceof MissingBrowserError)) throw error;
    console.error(words.browserMissing(error.variable, error.executable));
    process.exit(1);
  }
  const opensWindow = !options.serve && (options.headless || hasDisplay());
  const window =
    opensWindow && found
      ? { found, profile: options.profile ?? defaultProfileFolder(found) }
      : null;
  // Before the build, which replaces the files that an open browser reads.
  if (window && (await isProfileInUse(window.found.family, window.profile))) {
    console.error(words.alreadyOpen(window.profile));
    process.exit(1);
  }
  const family = window?.found.family ?? 'chromium';

  console.log(words.building(window?.found.name ?? 'Chromium'));
  const began = performance.now();
  const [, comparison] = await Promise.all([
    build(family).then(() =>
      console.log(words.built(((performance.now() - began) / 1000).toFixed(1))),
    ),
    computeComparison(),
  ]);
  console.log(`\n${comparison.text}\n`);
  if (!comparison.isComplete) console.error(words.comparisonFailed);

  const ran = window ? await runInBrowser(window.found, window.profile, options) : false;
  if (!ran) {
    if (!options.serve && !window) console.log(found ? words.noDisplay : words.noBrowser);
    if (family === 'firefox') await build('chromium');
    await runServer(options);
  }
  console.log(words.ended);
  // Whatever still holds the process, such as a pipe of a browser that is going down, has nothing left to say.
  await pause(0);
  process.exit(0);
}

await main();

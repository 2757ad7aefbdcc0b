/**
 * A client for Marionette, the remote control built into Firefox: a loopback socket with length-prefixed JSON.
 * Chosen over WebDriver BiDi because only here can a temporary extension be installed, its pages be opened and its
 * toolbar button be pressed. Protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface FirefoxOptions {
  executable: string;
  /** Made if it is not there. Its user.js is ours. */
  profile: string;
  headless?: boolean;
  preferences?: Record<string, string | number | boolean>;
  /** How long the browser may take until it listens. */
  startTimeoutMs?: number;
}

/** In a page's own world, or in the browser's with all its rights . */
export type Context = 'content' | 'chrome';

/** What Marionette said no to; `kind` is WebDriver's error code, such as "no such window". */
export class MarionetteError extends Error {
  readonly kind: string;
  constructor(kind: string, message: string) {
    super(`${kind}: ${message}`);
    this.kind = kind;
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

const QUIET_PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.activity-stream.asrouter.userprefs.cfr.addons': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.tabs.warnOnClose': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
};

/** A running Firefox and the socket to it. */
export class Marionette {
  readonly process: ChildProcess;
  /** Settles when the browser has ended, however it came to that. */
  readonly ended: Promise<void>;
  readonly #socket: net.Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #lastId = 0;
  #context: Context = 'content';
  #greeted: (() => void) | null = null;

  private constructor(process: ChildProcess, ended: Promise<void>, socket: net.Socket) {
    this.process = process;
    this.ended = ended;
    this.#socket = socket;
    socket.on('data', (data) => this.#read(data));
    socket.on('error', () => {});
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has ended.'));
      this.#waiting.clear();
    });
  }

  /** Starts Firefox and opens a session. Rejects where it ends or does not listen in time. */
  static async start(options: FirefoxOptions): Promise<Marionette> {
    const { executable, profile, headless, startTimeoutMs = 60_000 } = options;
    mkdirSync(profile, { recursive: true });
    const portFile = path.join(profile, 'MarionetteActivePort');
    rmSync(portFile, { force: true });
    // Port 0 lets the system choose and Firefox write the choice down: two browsers never meet on one port.
    const preferences = { ...QUIET_PREFERENCES, 'marionette.port': 0, ...options.preferences };
    writeFileSync(
      path.join(profile, 'user.js'),
      Object.entries(preferences)
        .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`)
        .join(''),
    );
    const child = spawn(
      executable,
      [
        '--marionette',
        '--no-remote',
        ...(headless ? ['--headless'] : []),
        '--remote-allow-system-access',
        '--profile',
        profile,
      ],
      // A process group of its own, so that Ctrl-C reaches us alone and we end the browser in order.
      { stdio: 'ignore', detached: process.platform !== 'win32' },
    );
    let hasEnded = false;
    const ended = new Promise<void>((resolve) => {
      const settle = () => {
        hasEnded = true;
        resolve();
      };
      child.once('exit', settle);
      child.once('error', settle);
    });

    const deadline = Date.now() + startTimeoutMs;
    let socket: net.Socket | null = null;
    while (!socket) {
      if (hasEnded) throw new Error(`Firefox ended before it could be reached (${executable}).`);
      if (Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`Firefox did not listen within ${startTimeoutMs / 1000} seconds.`);
      }
      await pause(50);
      socket = await connect(portFile);
    }
    const client = new Marionette(child, ended, socket);
    await new Promise<void>((resolve) => (client.#greeted = resolve));
    await client.command('WebDriver:NewSession', {
      // Extension pages never report "complete" to Marionette; whoever opens one waits for what it needs.
      capabilities: { alwaysMatch: { pageLoadStrategy: 'none' } },
    });
    // Whoever connects rules the browser: nobody after us.
    await client.command('Marionette:AcceptConnections', { value: false });
    return client;
  }

  #read(data: Buffer) {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.toString('latin1', 0, colon));
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      if (!Array.isArray(message)) {
        this.#greeted?.();
        continue;
      }
      const [, id, error, value] = message as [
        number,
        number,
        { error: string; message: string } | null,
        unknown,
      ];
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new MarionetteError(error.error, error.message));
      else waiting?.resolve(value);
    }
  }

  /** Sends one command, such as `WebDriver:Navigate`, and gives its answer. */
  command(name: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error('Firefox has ended.'));
      this.#waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, name, parameters]);
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  /** Where the commands that follow apply. */
  async inContext(context: Context): Promise<void> {
    if (this.#context === context) return;
    await this.command('Marionette:SetContext', { value: context });
    this.#context = context;
  }

  /**
   * Runs a function body in the current window and gives what it returns; promises are awaited.
   * `args` arrive as `arguments[0]` and so on, and must survive JSON.
   */
  async execute(
    script: string,
    args: readonly unknown[] = [],
    context: Context = 'content',
  ): Promise<unknown> {
    await this.inContext(context);
    const answer = await this.command('WebDriver:ExecuteScript', {
      script,
      args,
      sandbox: null,
      newSandbox: false,
    });
    return (answer as { value: unknown }).value;
  }

  /** Loads an unpacked extension until the browser ends; gives its id. */
  async installExtension(folder: string): Promise<string> {
    const answer = await this.command('Addon:Install', {
      path: path.resolve(folder),
      temporary: true,
    });
    return (answer as { value: string }).value;
  }

  /**
   * Loads an address in the window's current tab as the user would; does not wait. `WebDriver:Navigate` refuses an
   * extension's page.
   */
  async loadAsUser(url: string): Promise<void> {
    await this.execute(
      `Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.fixupAndLoadURIString(
         arguments[0],
         { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() },
       );`,
      [url],
      'chrome',
    );
  }

  /** Lets the browser write down what it holds, then ends it. */
  async close(): Promise<void> {
    const asked = this.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    await Promise.race([asked.then(() => this.ended), pause(10_000, undefined, { ref: false })]);
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGKILL');
      await this.ended;
    }
    this.#socket.destroy();
  }
}

async function connect(portFile: string): Promise<net.Socket | null> {
  let port: number;
  try {
    port = Number(readFileSync(portFile, 'utf8'));
  } catch {
    return null;
  }
  if (!port) return null;
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    socket.destroy();
    return null;
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { serveDashboard, type DashboardServer } from '../../scripts/serve.ts';
import { ROOT } from './built-files.ts';
import { CHROME_BUILD, launchChromium } from './chromium.ts';
import { hasFirefox } from './firefox.ts';
import { waitForText } from './on-page.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'clincher-start-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

interface Started {
  child: ChildProcess;
  said(): string;
  /** Resolves when the pattern has been printed. */
  saw(pattern: RegExp): Promise<string>;
  /** As Ctrl-C in its terminal; gives the exit code. */
  interrupt(): Promise<number | null>;
}

const started: Started[] = [];
afterEach(async () => {
  for (const each of started.splice(0)) if (each.child.exitCode === null) await each.interrupt();
});

function start(options: string[], environment: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/start.ts'), ...options], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (data) => {
      text += data;
      for (const listener of listeners) listener();
    });
  }
  const one: Started = {
    child,
    said: () => text,
    saw: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text);
          if (match) resolve(match[1] ?? match[0]);
        };
        listeners.add(look);
        look();
        void ended.then((code) => reject(new Error(`It ended with ${code} and said:\n${text}`)));
      }),
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
  started.push(one);
  return one;
}

describe('npm start', () => {
  it.each(hasFirefox ? ['chromium', 'firefox'] : ['chromium'])(
    'opens the dashboard in %s with a profile that it names, and ends with Ctrl-C',
    async (browser) => {
      const profile = path.join(scratch, browser);
      const run = start(['--headless', '--browser', browser, '--profile', profile]);
      const address = await run.saw(/is open at (\S+)/);
      expect(address).toMatch(
        /^(chrome|moz)-extension:\/\/[^/]+\/dashboard\.html#\/what-if\/posti-2019$/,
      );
      await run.saw(/Ctrl-C here to end/);
      expect(run.said()).toContain(profile);
      expect(run.said()).toContain('Posti');

      const second = start(['--headless', '--browser', browser, '--profile', profile]);
      await once(second.child, 'exit');
      expect(second.said()).toContain('already open');

      expect(await run.interrupt()).toBe(0);
      expect(existsSync(path.join(profile, browser === 'firefox' ? 'prefs.js' : 'Default'))).toBe(
        true,
      );
    },
  );

  it('serves the dashboard where there is no display, and says that clipping needs the extension', async () => {
    const run = start(['--port', '19190'], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    const address = await run.saw(/served at (\S+)/);
    await run.saw(/Clipping needs the extension/);
    expect(run.said()).toContain('no display');
    const chromium = await launchChromium();
    try {
      const page = await chromium.newPage();
      await page.goto(address);
      await page.waitForFunction(() => document.body.innerText.trim().length > 40);
    } finally {
      await chromium.close();
    }
    expect(await run.interrupt()).toBe(0);
  });

  it('refuses an option that it does not know, and shows those it does', async () => {
    const run = start(['--sevre']);
    const [code] = await once(run.child, 'exit');
    expect(code).toBe(2);
    expect(run.said()).toContain('--sevre');
    expect(run.said()).toContain('--serve');
  });
});

describe('the served dashboard', () => {
  let server: DashboardServer;
  beforeAll(async () => {
    server = await serveDashboard(CHROME_BUILD, 19_290);
  });
  afterAll(() => server.close());

  interface Answer {
    status: number;
    headers: http.IncomingHttpHeaders;
    body: string;
  }

  /** Without a client that would tidy up the path or the Host header first. */
  function ask(target: string, { method = 'GET', host = `localhost:${server.port}` } = {}) {
    return new Promise<Answer>((resolve, reject) => {
      http
        .request(
          { host: '127.0.0.1', port: server.port, path: target, method, headers: { Host: host } },
          (response) => {
            let body = '';
            response.setEncoding('utf8').on('data', (data) => (body += data));
            response.on('end', () =>
              resolve({ status: response.statusCode!, headers: response.headers, body }),
            );
          },
        )
        .on('error', reject)
        .end();
    });
  }

  it('loads in a browser under the extension’s own policy, without an error or a refusal', async () => {
    const chromium = await launchChromium();
    try {
      const page = await chromium.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(String(error)));
      const response = await page.goto(`${server.origin}/dashboard.html#/library`);
      await waitForText(page, messages.library.emptyOnPage);
      expect(problems).toEqual([]);
      expect(response?.headers()['content-security-policy']).toContain("connect-src 'none'");
      expect(
        await page.evaluate(() => indexedDB.databases().then((all) => all.length)),
      ).toBeGreaterThan(0);
    } finally {
      await chromium.close();
    }
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/assets',
    '/.hidden',
    '/%00',
    '/%E0%A4%A',
    '/missing.js',
  ])('gives nothing for %s', async (target) => {
    expect(await ask(target)).toMatchObject({ status: 404, body: '' });
  });

  it('gives nothing to a name that is not this machine’s, as after DNS rebinding', async () => {
    for (const host of ['evil.example', `evil.example:${server.port}`, 'localhost']) {
      const { status, body } = await ask('/dashboard.html', { host });
      expect([host, status, body]).toEqual([host, 421, '']);
    }
  });

  it('sends 127.0.0.1 on to localhost: one origin, one library', async () => {
    const { status, headers } = await ask('/dashboard.html', { host: `127.0.0.1:${server.port}` });
    expect([status, headers.location]).toEqual([308, `${server.origin}/dashboard.html`]);
  });

  it('only reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask('/dashboard.html', { method })).status).toBe(405);
    }
    const head = await ask('/dashboard.html', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it('says what kind of file each is', async () => {
    expect((await ask('/dashboard.html')).headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await ask('/simulation-worker.js')).headers['content-type']).toBe(
      'text/javascript; charset=utf-8',
    );
    expect((await ask('/icon/16.png')).headers['content-type']).toBe('image/png');
  });

  it('takes the next port where its own is taken, and says which it wanted', async () => {
    const second = await serveDashboard(CHROME_BUILD, server.port);
    expect([second.port, second.wantedPort]).toEqual([server.port + 1, server.port]);
    await second.close();
  });
});

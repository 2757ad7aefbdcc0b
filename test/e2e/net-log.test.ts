/** That nothing leaves the machine is seen in Chromium's own log, and that the log would show it, by planted leaks. */
import dgram from 'node:dgram';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { CHROME_BUILD, launchChromium } from './chromium.ts';
import { readTraffic, type Traffic } from './net-log.ts';
import { digestOn, press, waitForText } from './on-page.ts';
import { ARTICLE, startSite, type Site } from './site.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'clincher-net-log-'));
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('a walk from the article to a file and back', () => {
  it('asks nothing of the network', async () => {
    const netLog = path.join(folder, 'walk');
    const chromium = await launchChromium({ netLog });
    const article = await chromium.newPage();
    await article.goto(site.origin + ARTICLE.path);
    const popup = await chromium.clickAction(article);
    await popup.waitForSelector('[data-field=title]');
    await popup.keyboard.press('Enter');
    await waitForText(popup, messages.popup.saved);
    await press(popup, messages.popup.openInLibrary);

    const target = await chromium.browser.waitForTarget((each) =>
      each.url().startsWith(`${chromium.origin}/dashboard.html`),
    );
    const dashboard = (await target.page())!;
    await waitForText(dashboard, ARTICLE.title);
    await press(dashboard, messages.library.edit);
    await dashboard.waitForSelector('.reader [data-field=note]');
    await dashboard.type(
      '.reader [data-field=note]',
      'http://note.example/ <img src=//note.example>',
    );
    await press(dashboard, `${messages.common.save} ↵`);
    await waitForText(dashboard, messages.library.saved);
    await press(dashboard, messages.library.delete);
    await press(dashboard, messages.common.undo);
    await waitForText(dashboard, messages.library.restored);

    await dashboard.evaluate(() => (location.hash = '#/what-if/posti-2019'));
    await digestOn(dashboard);
    const session = await dashboard.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await press(dashboard, messages.share.button);
    await dashboard.waitForSelector('dialog pre');
    await press(dashboard, messages.share.save);
    let file: string | undefined;
    for (let tries = 0; tries < 100 && !file; tries++) {
      await pause(100);
      file = readdirSync(folder).find((name) => name.endsWith('.json'));
    }
    await press(dashboard, messages.share.openButton);
    const input = await dashboard.waitForSelector('dialog input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path.join(folder, file!));
    await waitForText(dashboard, messages.snapshot.fromFile);
    await press(dashboard, messages.share.open.accept);
    await waitForText(dashboard, messages.snapshot.reproducedExactly);
    await chromium.close();

    const { fromUs, hosts } = readTraffic(netLog, chromium.origin);
    expect(fromUs).toEqual([]);
    // Its own page is what the newspaper was asked for, by the one who typed its address; the icon by the browser.
    expect(hosts).toEqual(['127.0.0.1']);
    expect(site.requests.filter((request) => request !== 'GET /favicon.ico')).toEqual([
      `GET ${ARTICLE.path}`,
    ]);
  });
});

describe('planted leaks are caught', () => {
  let traffic: Traffic;
  let datagrams = 0;
  let stunPort: number;
  beforeAll(async () => {
    const stun = dgram.createSocket('udp4').bind(0, '127.0.0.2');
    stun.on('message', () => datagrams++);
    await once(stun, 'listening');
    stunPort = stun.address().port;
    const extensionDir = buildWithLeaks(site.origin, stunPort);
    const netLog = path.join(folder, 'leaks');
    const chromium = await launchChromium({ extensionDir, netLog });
    const article = await chromium.newPage();
    await article.goto(site.origin + ARTICLE.path);
    await chromium.clickAction(article);
    // The popup closes when another tab opens, and with it what it has not yet asked the page.
    const asked = () => site.requests.some((request) => request.includes('/leak/content'));
    for (let tries = 0; tries < 200 && !asked(); tries++) await pause(100);
    await chromium.openDashboard('#/library');
    // All of them are under way within a moment; a look-up that is never answered has been noted, too.
    const leaks = () => site.requests.filter((request) => request.includes('/leak/')).length;
    for (let tries = 0; tries < 100 && (leaks() < 7 || datagrams === 0); tries++) await pause(100);
    await pause(500);
    await chromium.close();
    stun.close();
    traffic = readTraffic(netLog, chromium.origin);
  });

  it.each(['image', 'fetch', 'beacon', 'socket', 'window', 'worker'])(
    'a request from our origin: %s',
    (name) => {
      expect(
        site.requests.some((request) => request.includes(`/leak/${name}`)),
        'it really left',
      ).toBe(true);
      expect(
        traffic.fromUs.filter(
          (event) => event.startsWith('URL_REQUEST_START_JOB') && event.includes(`/leak/${name}"`),
        ),
      ).not.toEqual([]);
    },
  );

  it('a preconnect, which the policy does not forbid', () => {
    expect(traffic.fromUs.filter((event) => event.includes('preconnect.example'))).not.toEqual([]);
  });

  it.each([
    ['a host that is only looked up', 'look-up.example'],
    ['a content script, which asks in the name of the page', 'content.example'],
    ['WebRTC by a name, though it be one of the browser’s own maker', 'stun.l.google.com'],
    ['WebRTC by an address', '127.0.0.2'],
  ])('%s', (_, host) => {
    expect(traffic.hosts).toContain(host);
  });

  it('and the browser’s own requests are not taken for any', () => {
    const known = [
      '127.0.0.1',
      '127.0.0.2',
      'content.example',
      'look-up.example',
      'preconnect.example',
      'stun.l.google.com',
    ];
    expect(traffic.hosts).toEqual(known);
  });
});

/** The build with a policy that lets everything out, and with every way out used. */
function buildWithLeaks(origin: string, stunPort: number): string {
  const copy = path.join(folder, 'leaky-build');
  cpSync(CHROME_BUILD, copy, { recursive: true });
  const change = (file: string, edit: (text: string) => string) => {
    const before = readFileSync(path.join(copy, file), 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`Nothing to change in ${file}`);
    writeFileSync(path.join(copy, file), after);
  };
  change('manifest.json', (text) => {
    const manifest = JSON.parse(text) as { content_security_policy: object };
    manifest.content_security_policy = {
      extension_pages: "script-src 'self'; object-src 'none'",
    };
    return JSON.stringify(manifest);
  });
  change('dashboard.html', (text) =>
    text.replace(
      '</body>',
      `<img src="${origin}/leak/image" alt=""><script src="/leak.js"></script></body>`,
    ),
  );
  change('background.js', (text) => `fetch('${origin}/leak/worker').catch(() => {});${text}`);
  change(
    'extract-article.js',
    (text) =>
      `fetch('http://content.example/').catch(() => {}); fetch('/leak/content').catch(() => {});${text}`,
  );
  writeFileSync(
    path.join(copy, 'leak.js'),
    `fetch('${origin}/leak/fetch').catch(() => {});
     navigator.sendBeacon('${origin}/leak/beacon', 'x');
     new WebSocket('${origin.replace('http:', 'ws:')}/leak/socket');
     for (const [rel, href] of [
       ['preconnect', 'http://preconnect.example'],
       ['dns-prefetch', 'http://look-up.example'],
     ]) {
       const link = document.createElement('link');
       link.rel = rel;
       link.href = href;
       document.head.append(link);
     }
     for (const urls of ['stun:stun.l.google.com:19302', 'stun:127.0.0.2:${stunPort}']) {
       const peer = new RTCPeerConnection({ iceServers: [{ urls }] });
       peer.createDataChannel('leak');
       peer.createOffer().then((offer) => peer.setLocalDescription(offer));
     }
     setTimeout(() => window.open('${origin}/leak/window', '_blank', 'noopener'), 300);`,
  );
  return copy;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { readTraffic } from './net-log.ts';
import { ARTICLE, startSite, type Site } from './site.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'clincher-network-'));
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.close();
  rmSync(scratch, { recursive: true, force: true });
});

describe('the net log', () => {
  it('holds nothing from our origin after popup and dashboard have been used', async () => {
    const netLog = path.join(scratch, 'quiet.json');
    const chromium = await launchChromium({ netLog });
    const article = await chromium.newPage();
    await article.goto(site.origin + ARTICLE.path);
    const asked = site.requests.length;
    await chromium.clickAction(article);
    await pause(1000);
    for (const route of ['#/what-if/posti-2019', '#/library']) {
      const page = await chromium.openDashboard(route);
      await page.waitForFunction(() => document.body.innerText.trim().length > 40);
      await pause(1000);
    }
    await chromium.close();

    const { fromUs, hosts } = readTraffic(netLog, chromium.origin);
    expect(fromUs).toEqual([]);
    expect(hosts).toEqual(['127.0.0.1']);
    expect(site.requests.slice(asked)).toEqual([]);
  });

  it('would show a leak: a preconnect, a look-up, WebRTC, a navigation', async () => {
    const netLog = path.join(scratch, 'leaks.json');
    const chromium = await launchChromium({ netLog });
    const page = await chromium.openDashboard('#/library');
    // Through DevTools, from where the three channels that the policy leaves open can be used.
    await page.evaluate(async (origin) => {
      for (const [rel, href] of [
        ['preconnect', origin],
        ['dns-prefetch', 'http://look-up.example'],
      ]) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = href;
        document.head.append(link);
      }
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example:3478' }] });
      peer.createDataChannel('leak');
      await peer.setLocalDescription(await peer.createOffer());
    }, site.origin);
    await pause(1000);
    await page.evaluate((address) => {
      location.href = address;
    }, `${site.origin}/?leak`);
    await pause(1000);
    await chromium.close();

    const { fromUs, hosts } = readTraffic(netLog, chromium.origin);
    expect(fromUs.filter((event) => event.includes('/?leak'))).not.toEqual([]);
    expect(fromUs.filter((event) => event.startsWith('TCP_CLIENT_SOCKET_POOL'))).not.toEqual([]);
    expect(hosts).toEqual(['127.0.0.1', 'look-up.example', 'stun.example']);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCleanCopy, readFolder, ROOT } from './built-files.ts';
import { CHROME_BUILD } from './chromium.ts';
import { FIREFOX_BUILD } from './firefox.ts';

const BUILDS = { chrome: CHROME_BUILD, firefox: FIREFOX_BUILD };

const readGolden = (browser: string): unknown =>
  JSON.parse(readFileSync(path.join(ROOT, 'test/manifest', `${browser}.json`), 'utf8'));

const manifestOf = (files: Map<string, Buffer>): Record<string, unknown> =>
  JSON.parse(files.get('manifest.json')!.toString('utf8'));

/** Texts that look like code from strings or like a way out, and why each may stand. */
const HARMLESS_TEXTS = [
  {
    text: 'try{return Function(``),!0}catch{return!1}',
    reason:
      'Zod asks whether it may compile; jitless, set in lib/model/zod.ts, keeps it from asking. The policy refuses it in any case.',
  },
];

/** Code made from strings, and every way to reach the network that a script has. */
const FORBIDDEN = [
  /\beval\s*\(/,
  /\bFunction\s*\(/,
  /\bfetch\s*\(/,
  /\bimportScripts\b/,
  /XMLHttpRequest/,
  /\bWebSocket\b/,
  /WebTransport/,
  /EventSource/,
  /sendBeacon/,
  /RTCPeerConnection/,
  /preconnect/,
  /dns-prefetch/,
  /prerender/,
  // A trace of the development server.
  /\/\/localhost/,
];

/** Hosts whose name stands in a built file though nothing is asked of them, and why. */
const NAMED_HOSTS: Record<string, string> = {
  'www.w3.org': 'names of XML namespaces',
  'svelte.dev': "where Svelte's error messages point",
  'json-schema.org': 'names of JSON Schema dialects, in Zod',
  'bit.ly': "where Dexie's error messages point",
  'tinyurl.com': "where Dexie's error messages point",
  'web.archive.org': 'where a clip may have been kept: a link, followed when the user clicks',
};

/** Sources that our own data and words cite: shown as links, followed when the user clicks. */
function citedHosts(): Set<string> {
  const files = readFolder(path.join(ROOT, 'lib'));
  return new Set([...files.values()].flatMap((content) => hostsIn(content.toString('utf8'))));
}

function hostsIn(text: string): string[] {
  return [...text.matchAll(/\b(?:https?|wss?|ftp):\\?\/\\?\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map(
    ([, host]) => host.toLowerCase(),
  );
}

describe.each(['chrome', 'firefox'] as const)('the build for %s', (browser) => {
  const files = readFolder(BUILDS[browser]);
  const texts = [...files].filter(([name]) => /\.(js|css|html|json|svg|txt)$/.test(name));

  it('has the manifest that was agreed on', () => {
    expect(manifestOf(files)).toEqual(readGolden(browser));
  });

  it('holds no code made from strings and no way to the network', () => {
    const found = texts.flatMap(([name, content]) => {
      let text = content.toString('utf8');
      for (const harmless of HARMLESS_TEXTS) text = text.replaceAll(harmless.text, '');
      return FORBIDDEN.flatMap((pattern) => {
        const match = pattern.exec(text);
        if (!match) return [];
        return [`${name}: …${text.slice(Math.max(0, match.index - 60), match.index + 80)}…`];
      });
    });
    expect(found).toEqual([]);
  });

  it('names no host but cited sources and a few pointers', () => {
    const cited = citedHosts();
    const found = texts.flatMap(([name, content]) =>
      hostsIn(content.toString('utf8'))
        .filter((host) => !(host in NAMED_HOSTS) && !cited.has(host))
        .map((host) => `${name}: ${host}`),
    );
    expect(found).toEqual([]);
  });

  it('loads every script, style, image and font from itself', () => {
    const found = texts
      .filter(([name]) => /\.(html|css)$/.test(name))
      .flatMap(([name, content]) =>
        [
          ...content
            .toString('utf8')
            .matchAll(/(?:\b(?:src|href)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)([^"')\s>]+)/g),
        ]
          .map(([, target]) => target)
          .filter((target) => /^(?:[a-z]+:)?\/\//i.test(target))
          .map((target) => `${name}: ${target}`),
      );
    expect(found).toEqual([]);
  });

  it('is, byte for byte, what a clean copy of the sources gives elsewhere', async () => {
    const again = await buildCleanCopy(browser);
    expect([...again.keys()]).toEqual([...files.keys()]);
    const different = [...files].filter(([name, content]) => !content.equals(again.get(name)!));
    expect(
      different.map(([name]) => name),
      'If the sources changed since the last build: npm run build',
    ).toEqual([]);
  });
});

describe('the build for the Chrome store', () => {
  it('differs from the local one by the key alone, which a store refuses', async () => {
    const local = readFolder(BUILDS.chrome);
    const store = await buildCleanCopy('chrome', { CLINCHER_STORE_BUILD: '1' });
    const { key, ...rest } = manifestOf(local);
    expect(key).toEqual(expect.any(String));
    expect(manifestOf(store)).toEqual(rest);
    const different = [...local].filter(([name, content]) => !store.get(name)?.equals(content));
    expect(different.map(([name]) => name)).toEqual(['manifest.json']);
  });
});

/**
 * Measures lib/extract on a folder of saved pages with known metadata:
 *   npm run eval:extract -- PATH-TO-PAGES-FOLDER [more arguments for its score.mjs]
 * The folder brings its own scorer (score.mjs, cases/*\/NAME.json beside NAME.html.gz); the pages stay where they are.
 * Prints each field's share with the number of pages that are labelled for it, then the time a page takes in a real
 * browser's document.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { chromiumSandboxArguments, findBrowser } from './browsers.ts';

const [folder, ...rest] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the pages are: npm run eval:extract -- PATH-TO-PAGES-FOLDER');
  process.exit(2);
}

const STANDING_MS = 150;
const MEDIAN_WANTED_MS = 60;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = mkdtempSync(path.join(tmpdir(), 'clincher-extractor-'));
const from = (file: string) => JSON.stringify(path.join(root, file));

async function bundle(name: string, source: string, format: 'es' | 'iife'): Promise<string> {
  const entry = path.join(out, `${name}.ts`);
  writeFileSync(entry, source);
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    build: {
      outDir: path.join(out, name),
      emptyOutDir: true,
      target: 'es2023',
      minify: format === 'iife',
      lib: { entry, formats: [format], name: 'extractor', fileName: () => 'extractor.mjs' },
      rollupOptions: { external: (id) => id.startsWith('file:') },
    },
  });
  return path.join(out, name, 'extractor.mjs');
}

async function score(pages: string): Promise<number> {
  const jsdom = JSON.stringify(
    pathToFileURL(path.join(root, 'node_modules/jsdom/lib/api.js')).href,
  );
  const module = await bundle(
    'in-node',
    `import { readArticle } from ${from('lib/extract/read-article.ts')};
import { cleanAddress } from ${from('lib/extract/address.ts')};
import { trustedCanonical } from ${from('lib/extract/trusted-canonical.ts')};
import { JSDOM, VirtualConsole } from ${jsdom};
export async function extract(html, url) {
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  const draft = readArticle(window.document, { address: url });
  return {
    title: draft.title,
    authors: draft.authors,
    published: draft.publishedAt,
    siteName: draft.siteName,
    lang: draft.language,
    canonicalUrl: trustedCanonical(url, draft.canonicalAddress) ?? cleanAddress(url).address,
    text: draft.text,
    excerpt: draft.excerpt,
  };
}
`,
    'es',
  );
  const split = rest.includes('--split') ? [] : ['--split', 'all'];
  const run = spawnSync(
    process.execPath,
    [path.join(pages, 'score.mjs'), module, ...split, ...rest],
    { stdio: 'inherit' },
  );
  return run.status ?? 1;
}

interface Case {
  name: string;
  url: string;
  file: string;
}

function casesIn(pages: string): Case[] {
  const cases = path.join(pages, 'cases');
  return readdirSync(cases).flatMap((split) =>
    readdirSync(path.join(cases, split))
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const label = JSON.parse(readFileSync(path.join(cases, split, file), 'utf8')) as {
          name: string;
          url: string;
        };
        const page = path.join(cases, split, file.replace(/\.json$/, '.html.gz'));
        return { name: label.name, url: label.url, file: page };
      }),
  );
}

interface Timed {
  name: string;
  ms: number;
}

/** Milliseconds a page in a real browser's document; page scripts and network are off. Two ways, and both are printed. */
async function time(pages: string): Promise<void> {
  const found = findBrowser('chromium');
  if (!found) return console.log('no Chromium here: time in a browser not measured');
  const module = await bundle(
    'in-page',
    `import { readArticle } from ${from('lib/extract/read-article.ts')};
globalThis.clincherReads = (page, address) => readArticle(page, { address, selection: null });
`,
    'iife',
  );
  const script = readFileSync(module, 'utf8');
  const browser = await launch({
    executablePath: found.executable,
    headless: true,
    args: ['--disable-gpu', '--no-first-run', ...chromiumSandboxArguments()],
  });
  try {
    const cases = casesIn(pages);
    console.log(`\nms a page in Chromium's document; wanted: median ≤ ${MEDIAN_WANTED_MS}`);
    print('one tab, the script loaded once, as the scorer times it', await timeInOneTab());
    print('a new tab each, script and caches cold, as on a first click', await timeInNewTabs());

    async function timeInOneTab(): Promise<Timed[]> {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        request.url().startsWith('about:') ? void request.continue() : void request.abort(),
      );
      await page.evaluate(script);
      const times: Timed[] = [];
      for (const { name, url, file } of cases) {
        const html = gunzipSync(readFileSync(file)).toString('utf8');
        const ms = await page.evaluate(
          async (markup, address) => {
            const frame = document.createElement('iframe');
            frame.setAttribute('sandbox', 'allow-same-origin');
            frame.style.cssText = 'width: 1200px; height: 800px';
            frame.srcdoc = markup;
            const loaded = new Promise((resolve) => (frame.onload = resolve));
            document.body.append(frame);
            await loaded;
            const inside = frame.contentDocument!;
            inside.documentElement.getBoundingClientRect();
            const began = performance.now();
            (
              globalThis as unknown as { clincherReads(page: Document, address: string): unknown }
            ).clincherReads(inside, address);
            const took = performance.now() - began;
            frame.remove();
            return took;
          },
          html,
          url,
        );
        times.push({ name, ms });
      }
      await page.close();
      return times;
    }

    async function timeInNewTabs(): Promise<Timed[]> {
      const times: Timed[] = [];
      for (const { name, url, file } of cases) {
        const page = await browser.newPage();
        try {
          await page.setJavaScriptEnabled(false);
          await page.setRequestInterception(true);
          const body = gunzipSync(readFileSync(file));
          page.on('request', (request) => {
            if (request.isNavigationRequest() && request.frame() === page.mainFrame())
              void request.respond({ contentType: 'text/html; charset=utf-8', body });
            else void request.abort();
          });
          await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30_000 });
          // Nobody presses the button before the page stands: its first layout is the page's own time.
          await page.evaluate('document.documentElement.getBoundingClientRect().height');
          await new Promise((resolve) => setTimeout(resolve, STANDING_MS));
          const ms = await page.evaluate(
            `(() => { const from = performance.now(); ${script}; clincherReads(document, location.href); return performance.now() - from; })()`,
          );
          times.push({ name, ms: ms as number });
        } catch {
          // Counted by its absence.
        }
        await page.close();
      }
      return times;
    }

    function print(way: string, times: Timed[]): void {
      if (times.length === 0) return console.log(`  ${way}: no page could be opened`);
      times.sort((a, b) => a.ms - b.ms);
      const at = (share: number) =>
        times[Math.min(times.length - 1, Math.floor(share * times.length))]!;
      const unread = cases.length - times.length;
      console.log(
        `  ${way}, n ${times.length}${unread > 0 ? ` (${unread} could not be opened)` : ''}: median ${at(0.5).ms.toFixed(0)}, 95 % within ${at(0.95).ms.toFixed(0)}, most ${at(1).ms.toFixed(0)} (${at(1).name})`,
      );
    }
  } finally {
    await browser.close();
  }
}

try {
  process.exitCode = await score(folder);
  await time(folder);
} finally {
  rmSync(out, { recursive: true, force: true });
}

/**
 * Measures lib/extract on a folder of saved pages with known metadata:
 *   node scripts/score-extractor.ts PATH-TO-PAGES-FOLDER [more arguments for its score.mjs]
 * The folder brings its own scorer; the pages stay where they are.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const [folder, ...rest] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the pages are: node scripts/score-extractor.ts PATH-TO-PAGES-FOLDER');
  process.exit(2);
}

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = mkdtempSync(path.join(tmpdir(), 'clincher-extractor-'));
try {
  const entry = path.join(out, 'entry.ts');
  const from = (file: string) => JSON.stringify(path.join(root, file));
  const jsdom = JSON.stringify(
    pathToFileURL(path.join(root, 'node_modules/jsdom/lib/api.js')).href,
  );
  writeFileSync(
    entry,
    `import { readArticle } from ${from('lib/extract/read-article.ts')};
import { cleanAddress, trustedCanonical } from ${from('lib/extract/address.ts')};
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
  );
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    build: {
      outDir: path.join(out, 'built'),
      emptyOutDir: true,
      target: 'es2023',
      minify: false,
      lib: { entry, formats: ['es'], fileName: () => 'extractor.mjs' },
      rollupOptions: { external: (id) => id.startsWith('file:') },
    },
  });
  const run = spawnSync(
    process.execPath,
    [
      path.join(folder, 'score.mjs'),
      path.join(out, 'built/extractor.mjs'),
      '--split',
      'dev',
      ...rest,
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}

/** The files of a build, and builds made elsewhere to compare them with. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that is made rather than written, and so no part of a clean copy. */
const NOT_SOURCES = new Set([
  'node_modules',
  '.git',
  '.output',
  '.wxt',
  '.clincher-profile',
  'coverage',
]);

/** Contents by path inside the folder, in the order of the paths. */
export function readFolder(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return new Map(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(folder, file))]),
  );
}

/** Builds a copy of the sources in another place; gives the built files. */
export async function buildCleanCopy(
  browser: 'chrome' | 'firefox',
  environment: Record<string, string> = {},
): Promise<Map<string, Buffer>> {
  // Another depth and length of path than this one's, which must not show.
  const folder = mkdtempSync(path.join(tmpdir(), 'clincher-clean-copy-'));
  try {
    const copy = path.join(folder, 'sources');
    cpSync(ROOT, copy, {
      recursive: true,
      filter: (source) => !NOT_SOURCES.has(path.relative(ROOT, source)),
    });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser, '--mv3'],
      // Vitest's own marks would make Vite build for tests.
      {
        cwd: copy,
        env: { ...withoutVitest(process.env), ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`The build of a clean copy failed:\n${said}`);
    return readFolder(path.join(copy, '.output', `${browser}-mv3`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutVitest(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(VITEST|TEST$|NODE_ENV$|MODE$|DEV$|PROD$|BASE_URL$|SSR$)/.test(name),
    ),
  );
}

import '@wxt-dev/module-svelte';
import { defineConfig } from 'wxt';
import packageJson from './package.json' with { type: 'json' };

/**
 * One policy for both browsers. Nothing may be fetched, no string becomes code, and a string becomes
 * HTML or a script address only through one of the two named Trusted Types policies.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html sim-worker',
].join('; ');

/**
 * An unpacked Chromium extension's id follows its folder unless the manifest has a key; a moved folder
 * would look like an empty library. Store uploads must not carry it: `wxt zip` leaves it out.
 */
const LOCAL_BUILD_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAv0zhqfAeYo985p0JCthe1y7rNNWFFgBlI7jMogoTz+X/8uP5uLoYwe4cWTGsIGk5VNJ4bl1ww7Dgz23OPgyW6m5Otowb4i7wkAUPkQqAJ3PAMPQSm2Sc5aSuaMhwfW0fQDJR76RUF+Cy1XOtGt25FDylJ+wlRiDqPVhWySUfj63jF1FlSx+j4VonvWsx4X0JcToownMuOwm5XVz867Xac7ho9+bHE3UmHlFTWvLjecHCdpjFm581/O3n7P29HYCXo2wBbI5yZimg0zSX/OCWdZSicEv4cllQqFUrGWiXq0zn2qt8LLV7Q4gtxJxob8A3y1pyfW28pRn2f8VOYKsZ3wIDAQAB';

/** What a page needs before it can draw, by the pages' own scripts. */
const STARTS = { popup: /[\\/]popup[\\/]main\.ts$/, dashboard: /[\\/]dashboard[\\/]main\.ts$/ };
type Start = keyof typeof STARTS;

interface ModuleGraph {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/**
 * The pages that cannot draw without a module. Left to itself the bundler makes a file of every set of pages that share
 * something: twenty small ones for the library, each asked for in turn.
 */
function neededBy(id: string, graph: ModuleGraph): Set<Start> {
  const starts = new Set<Start>();
  const seen = new Set<string>();
  const climb = (module: string) => {
    if (seen.has(module)) return;
    seen.add(module);
    for (const start of Object.keys(STARTS) as Start[]) {
      if (STARTS[start].test(module)) starts.add(start);
    }
    graph.getModuleInfo(module)?.importers.forEach(climb);
  };
  graph.getModuleInfo(id)?.importers.forEach(climb);
  return starts;
}

export default defineConfig({
  modules: ['@wxt-dev/module-svelte'],
  imports: false,
  manifestVersion: 3,
  hooks: {
    // WXT takes the tooltip of the button from the popup's <title>; a button says what it does.
    'build:manifestGenerated': (_, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_clipThisPage__';
    },
  },
  // WXT's Svelte plugin would otherwise inject styles from strings, which style-src 'self' refuses.
  svelte: { vite: { compilerOptions: { css: 'external' } } },
  vite: () => ({
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: (id, graph) => (neededBy(id, graph).size === 2 ? 'shared' : null),
                priority: 1,
              },
              {
                name: (id, graph) =>
                  neededBy(id, graph).has('dashboard') ? 'dashboard-start' : null,
              },
            ],
          },
        },
      },
    },
    worker: { format: 'iife' as const },
    define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  }),
  manifest: ({ browser, mode, command }) => ({
    name: 'Clincher',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    incognito: 'not_allowed',
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+C' },
      },
    },
    ...(mode === 'production'
      ? { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } }
      : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'clincher@clincher.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '120',
          externally_connectable: { ids: [], matches: [] },
          ...(command === 'build' && !process.env.CLINCHER_STORE_BUILD
            ? { key: LOCAL_BUILD_KEY }
            : {}),
        }),
  }),
});

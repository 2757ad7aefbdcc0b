import { defineConfig } from 'vitest/config';

/** Those that hold a clock against a browser, look for a free port or build anew: nothing else may run beside them. */
const ALONE = [
  'clipping',
  'hostile',
  'net-log',
  'network',
  'start',
  'timeline-keyboard',
  'two-dashboards',
  'worker',
].map((name) => `test/e2e/${name}.test.ts`);

const common = {
  environment: 'node' as const,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  teardownTimeout: 30_000,
  // Browsers beside each other on a small machine are late now and then. A second try is named at the end of the run.
  retry: 1,
};

/** End to end, in real browsers, on the builds in .output; `npm test` makes them first. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'alone',
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'in pairs',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

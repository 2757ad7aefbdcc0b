import { defineConfig } from 'vitest/config';

/** End to end, in real browsers, on the builds in .output; `npm test` makes them first. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    // Two browsers on two cores make each other late; one file at a time keeps time-outs meaningful.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});

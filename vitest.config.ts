import { defineConfig } from 'vitest/config';

/** Ten minutes: no test fails because a machine is slow. */
const PATIENCE = 600_000;

const project = (
  name: string,
  include: string[],
  more: { exclude?: string[]; testTimeout?: number; isolate?: boolean } = {},
) => ({ extends: true as const, test: { name, include, ...more } });

export default defineConfig({
  test: {
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    teardownTimeout: PATIENCE,
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['test/property-seed.ts'],
    env: { TZ: 'America/New_York' },
    projects: [
      // Files share a worker and what it has loaded: loading it anew for each took a third of the time.
      project('unit', ['test/**/*.test.ts'], {
        exclude: ['test/shared/**', 'test/long/**', 'test/spark/**'],
        isolate: false,
      }),
      project('spark', ['test/spark/**/*.test.ts']),
      project('shared', ['test/shared/**/*.test.ts']),
      project('long', ['test/long/**/*.test.ts'], { testTimeout: 0 }),
    ],
  },
});

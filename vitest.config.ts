import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

/** Ten minutes: no test fails because a machine is slow. */
const PATIENCE = 600_000;

const at = (folder: string): string => fileURLToPath(new URL(`${folder}/`, import.meta.url));

/** `--mode built`: tests run what the build wrote, which is what is published and needs no transformation; a tenth of the time less. */
const built: Plugin = {
  name: 'built',
  enforce: 'pre',
  resolveId(source, importer) {
    const path =
      source.startsWith('.') && importer !== undefined ? resolve(dirname(importer), source) : source;
    return path.startsWith(at('src')) && /\.[jt]s$/.test(path)
      ? path.replace(at('src'), at('dist')).replace(/\.ts$/, '.js')
      : undefined;
  },
};

const project = (
  mode: string,
  name: string,
  include: string[],
  more: { exclude?: string[]; testTimeout?: number; isolate?: boolean } = {},
) => ({ extends: true as const, plugins: mode === 'built' ? [built] : [], test: { name, include, ...more } });

export default defineConfig(({ mode }) => ({
  test: {
    server: {
      deps: {
        external: [
          new RegExp(`^(?:file://)?${at('dist').replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}`),
        ],
      },
    },
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    teardownTimeout: PATIENCE,
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['test/set-up.ts'],
    env: { TZ: 'America/New_York' },
    projects: [
      // Files share a worker and what it has loaded: loading it anew for each took a third of the time.
      project(mode, 'unit', ['test/**/*.test.ts'], {
        exclude: ['test/shared/**', 'test/long/**', 'test/spark/**', 'test/recoveries/**'],
        isolate: false,
      }),
      project(mode, 'recoveries', ['test/recoveries/**/*.test.ts'], { isolate: false }),
      project(mode, 'spark', ['test/spark/**/*.test.ts']),
      project(mode, 'shared', ['test/shared/**/*.test.ts']),
      project(mode, 'long', ['test/long/**/*.test.ts'], { testTimeout: 0 }),
    ],
  },
}));

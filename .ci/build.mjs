// The build: types and modules by tsc, data and models beside them, and what is used of `natural` in one file with its licence.
// `--unchecked` leaves types unchecked, which is half the time: before tests and demos, where `npm run typecheck` is a step of its own.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...path) => join(root, ...path);
const require = createRequire(import.meta.url);

rmSync(at('dist'), { recursive: true, force: true });
const tsc = [require.resolve('typescript/lib/tsc.js'), '-p', 'tsconfig.build.json'];
if (process.argv.includes('--unchecked')) tsc.push('--noCheck');
execFileSync(process.execPath, tsc, { cwd: root, stdio: 'inherit' });
// Files that are no code: word lists, model weights, sentences; of the rooms' pages those of models and data alone.
for (const path of readdirSync(at('src'), { recursive: true, encoding: 'utf8' }))
  if (/\.(?!ts$|cjs$|md$)[a-z]+$|^enrich\b.*\.md$/.test(path)) cpSync(at('src', path), at('dist', path));

const licence = ['LICENSE.txt', 'LICENSE']
  .map((name) => at('node_modules', 'natural', name))
  .find((path) => existsSync(path));
await build({
  input: at('src', 'enrich', 'terms', 'natural.cjs'),
  platform: 'node',
  logLevel: 'warn',
  output: {
    file: at('dist', 'enrich', 'terms', 'natural.cjs'),
    format: 'cjs',
    postBanner: `/*! From natural ${require('natural/package.json').version}:\n${readFileSync(licence, 'utf8').trim()}\n*/`,
  },
});
chmodSync(at('dist', 'cli', 'main.js'), 0o755);

/**
 * Prepares Jupyter (a virtual environment in notebooks/.venv, or the system's when that can't be made), registers the tslab
 * kernel and executes every notebook of this folder; the executed copies go to notebooks/out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const venv = join(here, '.venv');
const out = join(here, 'out');
const binFolder = join(venv, process.platform === 'win32' ? 'Scripts' : 'bin');

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: here,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    ...options,
  });
  return {
    ok: result.status === 0,
    text: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? String(result.error) : ''}`,
  };
}

function preparePython() {
  const requirements = readFileSync(join(here, 'requirements.txt'), 'utf8');
  const marker = join(venv, 'installed.txt');
  const python = join(binFolder, 'python');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === requirements) return python;
  const made = run('python3', ['-m', 'venv', venv]);
  if (!made.ok) {
    if (run('python3', ['-c', 'import nbconvert, ipykernel']).ok) return 'python3';
    throw new Error(
      `Python can't make a virtual environment and has no nbconvert: install python3-venv, or pip install -r notebooks/requirements.txt\n${made.text}`,
    );
  }
  console.log('installing Jupyter in notebooks/.venv');
  const installed = run(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '-r',
    'requirements.txt',
  ]);
  if (!installed.ok) throw new Error(`pip install -r notebooks/requirements.txt failed\n${installed.text}`);
  writeFileSync(marker, requirements);
  return python;
}

const python = preparePython();
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), binFolder, process.env.PATH].join(delimiter),
};
const kernel = run(
  process.execPath,
  [
    join(root, 'node_modules', 'tslab', 'bin', 'tslab'),
    'install',
    `--python=${python}`,
    python === 'python3' ? '--user' : '--sys-prefix',
  ],
  { env },
);
if (!kernel.ok) throw new Error(`tslab could not register its kernel\n${kernel.text}`);

mkdirSync(out, { recursive: true });
const notebooks = readdirSync(here)
  .filter((name) => name.endsWith('.ipynb'))
  .sort();
let failed = 0;
for (const name of notebooks) {
  const started = performance.now();
  const { ok, text } = run(
    python,
    [
      '-m',
      'nbconvert',
      '--to',
      'notebook',
      '--execute',
      '--ExecutePreprocessor.timeout=600',
      '--output-dir',
      out,
      name,
    ],
    { env },
  );
  console.log(`${ok ? 'passed' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) {
    failed++;
    console.log(text);
  }
}
console.log(`notebooks: ${notebooks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || notebooks.length === 0 ? 1 : 0;

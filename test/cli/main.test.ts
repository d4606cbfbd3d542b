import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run.js';
import { terminalIo } from '../../src/cli/terminal.js';
import { temporaryFolder } from '../temporary-folder.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const shell = (line: string) =>
  spawnSync('bash', ['-o', 'pipefail', '-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, MAIN: main, DEVERSOIR_KEY: KEY },
  });

/** What a command writes to the terminal, run in this process in the folder. */
async function written(args: readonly string[]): Promise<string> {
  let text = '';
  const stream = { isTTY: false, write: (piece: string) => (text += piece) };
  const terminal = { stdout: stream, stderr: stream, env: { DEVERSOIR_KEY: KEY } };
  const home = process.cwd();
  process.chdir(folder);
  try {
    await runCli(
      args,
      terminalIo(terminal as unknown as NodeJS.Process, () => 0),
    );
  } finally {
    process.chdir(home);
  }
  expect(text, args.join(' ')).not.toBe('');
  return text;
}

describe('the command as a process', () => {
  it('ends quietly when a reader closes the pipe', () => {
    const told = shell('"$NODE" "$MAIN" formats | head -n 1');
    expect(told.stderr).toBe('');
    expect(told.status).toBe(0);
    expect(told.stdout.split('\n')).toHaveLength(2);
  });

  it('leaves no folder for a path that does not exist', () => {
    const told = shell('"$NODE" "$MAIN" report nowhere --out a/b/r');
    expect(told.status).toBe(1);
    expect(told.stderr).toContain('no file or folder "nowhere"');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what the system refused, not "internal error"', () => {
    writeFileSync(join(folder, 'a.csv'), 'date,texte\n2026-03-01,Très bon fromage\n');
    const told = shell('"$NODE" "$MAIN" ingest a.csv --out a.csv/corpus');
    expect(told.status).toBe(1);
    expect(told.stderr).toMatch(/a\.csv.*can't be used: a part of the path is a file, not a folder/);
    expect(told.stderr).not.toContain('internal');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('leaves nothing half built on %s', async (signal, code) => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `2026-03-01,"Message ${i} : fromage très bon"`);
    writeFileSync(join(folder, 'a.csv'), `date,texte\n${rows.join('\n')}\n`);
    const child = spawn(process.execPath, [main, 'ingest', 'a.csv', '--out', 'made/corpus'], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, DEVERSOIR_KEY: KEY },
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const isBuilding = (): boolean =>
      existsSync(join(folder, 'made/corpus')) &&
      readdirSync(join(folder, 'made/corpus')).some((name) => name.startsWith('.deversoir-building-'));
    while (!isBuilding() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('writes no escape code of an export, whatever it says of it', async () => {
    const nasty = '\u001b[31mrouge\u001b]0;titre\u0007\u009b2J';
    writeFileSync(
      join(folder, `avis${nasty}.csv`),
      `date,texte,${nasty}\n2026-03-01,Très bon ${nasty} fromage,${nasty}\n${nasty},,\n`,
    );
    writeFileSync(join(folder, `photo${nasty}.jpg`), nasty);
    writeFileSync(join(folder, 'coupe.json'), `[{"text":"${nasty}`);
    const name = readdirSync(folder).find((one) => one.startsWith('avis'));
    const lines = [
      ['ingest', '.', '--out', 'c', '--workers', '0', '--config', 'nope.json'],
      ['ingest', '.', '--out', 'c', '--workers', '0', '--json'],
      ['inspect', name ?? ''],
      ['ingest', nasty, '--out', nasty],
      ['ingest', '.', '--out', 'c', '--map', `${nasty}=${nasty}`],
      ['report', '--corpus', nasty],
      [nasty],
    ];
    // oxlint-disable-next-line no-control-regex -- these are the characters looked for
    const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
    const { stdout, stderr } = shell('"$NODE" "$MAIN" ingest . --out c --workers 0');
    expect(stdout).toContain('rouge');
    // the names of its files are keyed, and reach no line
    expect(stderr).toMatch(/reading and understanding (?:table|file)-[0-9a-f]+\./);
    expect(stderr).not.toContain('rouge');
    expect(stdout + stderr).not.toMatch(control);
    for (const line of lines) expect(await written(line), line.join(' ')).not.toMatch(control);
  });
});

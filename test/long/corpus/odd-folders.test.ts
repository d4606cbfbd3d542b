import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.js';

const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
const AVIS = (from: number, rows = 3): string =>
  `id;Date;Avis;Note\n${Array.from({ length: rows }, (_, at) => `${from + at};0${(at % 9) + 1}/03/2026 10:0${at % 10};Un avis sur le beurre de ${from}, numéro ${at} ${'long '.repeat(rows > 9 ? at % 90 : 0)};3`).join('\n')}\n`;

let folder: string;
let mounted: string[] = [];
const at = (...names: string[]): string => join(folder, ...names);
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(at('1.csv'), AVIS(0));
  writeFileSync(at('2.csv'), AVIS(10));
});
afterEach(() => {
  for (const path of mounted) execFileSync('umount', [path]);
  mounted = [];
});

/** A small disk of its own; the test is left out, and says so, where nobody may mount one. */
function mount(context: TestContext, name: string, options: string): string {
  mkdirSync(at(name));
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at(name)], {
    encoding: 'utf8',
  });
  if (status !== 0) context.skip(`no disk may be mounted here: ${stderr.trim()}`);
  mounted.push(at(name));
  return at(name);
}

const run = (...args: string[]): { code: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args, '--workers', '0'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, DEVERSOIR_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
  });
  return { code: status, said: stdout + stderr };
};
/** One sentence that says what is refused, and no word of an error of ours. */
function expectRefused({ code, said }: ReturnType<typeof run>, words: RegExp, exit = 1): void {
  expect(said).toMatch(words);
  expect(said).not.toMatch(/internal|report it|Error:/);
  expect(
    said
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('deversoir ')),
  ).toHaveLength(1);
  expect(code).toBe(exit);
}
const keptIn = (out: string): number =>
  (JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { totals: { kept: number } }).totals.kept;

describe('--out', () => {
  it('may be a mount point, beside files of the user', (context) => {
    const out = mount(context, 'disk', 'size=64m');
    expect(run('ingest', '1.csv', '--out', out).code).toBe(0);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    expect(run('ingest', '2.csv', '--out', out).code).toBe(0);
    expect(keptIn(out)).toBe(6);
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('that is full is said; what was there stays, and the next run is clean', (context) => {
    const out = mount(context, 'disk', 'size=700k');
    expect(run('ingest', '1.csv', '--out', out).code).toBe(0);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    writeFileSync(at('large.csv'), AVIS(100, 20_000));
    expectRefused(run('ingest', 'large.csv', '--out', out), /no space left on the disk/);
    expect(keptIn(out)).toBe(3);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
    execFileSync('mount', ['-o', 'remount,size=64m', out]);
    expect(run('ingest', '2.csv', '--out', out).code).toBe(0);
    expect(keptIn(out)).toBe(6);
  });

  it('full while a report is written: the last one stays whole', (context) => {
    const out = mount(context, 'disk', 'size=64m');
    expect(run('ingest', '1.csv', '--out', at('c')).code).toBe(0);
    const report = (): ReturnType<typeof run> =>
      run('report', '--corpus', at('c'), '--out', out, '--only', 'html,json');
    expect(report().code).toBe(0);
    const before = readFileSync(join(out, 'report.html'));
    const { bavail, bsize } = statfsSync(out);
    const room = bavail * bsize;
    writeFileSync(join(out, 'filler'), Buffer.alloc(room - 20_000));
    expect(run('ingest', '2.csv', '--out', at('c')).code).toBe(0);
    expectRefused(report(), /no space left on the disk/);
    expect(readFileSync(join(out, 'report.html')).equals(before)).toBe(true);
    expect(readdirSync(out).toSorted()).toEqual([
      'filler',
      'metrics.json',
      'metrics.schema.json',
      'report.html',
    ]);
  });

  it('that can’t be written is said', (context) => {
    const out = mount(context, 'disk', 'size=1m,ro');
    expectRefused(
      run('ingest', '1.csv', '--out', join(out, 'corpus')),
      /can't be used: the disk is read-only/,
    );
    expectRefused(
      run('report', '1.csv', '--out', join(out, 'report')),
      /can't be used: the disk is read-only/,
    );
  });

  it('may be inside the exports, and have [ in its name, not "?"', () => {
    mkdirSync(at('exports'));
    writeFileSync(at('exports', 'avis.csv'), AVIS(0));
    const out = at('exports', 'mon [corpus]*');
    for (let time = 0; time < 2; time++) expect(run('ingest', 'exports', '--out', out).code).toBe(0);
    expect(keptIn(out)).toBe(3);
    expect(run('report', '--corpus', out, '--out', at('exports', 'r [1]'), '--only', 'json').code).toBe(0);
    expectRefused(
      run('ingest', '1.csv', '--out', 'quoi?'),
      /a corpus can't be in a folder with "\?" in its path: give another folder/,
      2,
    );
    expectRefused(
      run('report', '1.csv', '--out', 'quoi?'),
      /a corpus can't be in a folder with "\?" in its path: give another folder/,
      2,
    );
    expect(existsSync(at('quoi?'))).toBe(false);
  });

  it('may be a link to a folder, not to nothing, a file, "/", "." with files in it, empty, or where no folder can be', () => {
    mkdirSync(at('real'));
    symlinkSync('real', at('link'));
    symlinkSync('nowhere', at('lost'));
    for (const file of ['1.csv', '2.csv']) expect(run('ingest', file, '--out', 'link').code).toBe(0);
    expect(keptIn(at('real'))).toBe(6);
    const there = readdirSync(folder).toSorted();
    expectRefused(
      run('ingest', '1.csv', '--out', 'lost'),
      /lost can't be used: a file of that name is there/,
    );
    expectRefused(run('ingest', '1.csv', '--out', '1.csv'), /--out 1\.csv is a file: give a folder/, 2);
    expectRefused(run('ingest', '1.csv', '--out', '1.csv/c'), /a part of the path is a file/);
    expectRefused(run('ingest', '1.csv', '--out', ''), /--out is empty: give a folder/, 2);
    for (const out of ['/', '.'])
      expectRefused(run('ingest', '1.csv', '--out', out), /is not empty and holds no corpus/, 2);
    if (process.platform === 'linux')
      expectRefused(run('ingest', '1.csv', '--out', '/proc/c'), /no file can be made there/);
    expect(readdirSync(folder).toSorted()).toEqual(there);
  });

  it('is the same for the same --period, whatever was written there between', () => {
    expect(run('ingest', '1.csv', '--out', 'c').code).toBe(0);
    const report = (period: string): string => {
      expect(run('report', '--corpus', 'c', '--period', period, '--out', 'r', '--only', 'json').code).toBe(0);
      return readFileSync(at('r', 'metrics.json'), 'utf8');
    };
    const first = report('2026-Q1');
    expect(report('2026-03-01')).not.toBe(first);
    expect(report('2026-Q1')).toBe(first);
    expect(keptIn(at('c'))).toBe(3);
  });

  it('that holds other things is refused and left', () => {
    mkdirSync(at('thesis'));
    writeFileSync(at('thesis', 'a.docx'), 'x');
    expectRefused(
      run('ingest', '1.csv', '--out', 'thesis'),
      /is not empty and holds no corpus: choose a new or empty folder/,
      2,
    );
    expect(readdirSync(at('thesis'))).toEqual(['a.docx']);
  });
});

describe('exports', () => {
  it('an unreadable folder, a pipe, a socket and a loop are one rejected entry each', () => {
    mkdirSync(at('in', 'sub'), { recursive: true });
    writeFileSync(at('in', 'avis.csv'), AVIS(0));
    execFileSync('mkfifo', [at('in', 'pipe.csv')]);
    execFileSync('ln', ['-s', '..', at('in', 'sub', 'loop')]);
    execFileSync(process.execPath, [
      '-e',
      `require('net').createServer().listen(${JSON.stringify(at('in', 'socket.csv'))}, () => process.exit(0))`,
    ]);
    const { code, said } = run('ingest', 'in', '--out', at('c'), '--json');
    expect(code, said).toBe(0);
    const { totals } = JSON.parse(readFileSync(at('c', 'manifest.json'), 'utf8')) as { totals: object };
    expect(totals).toMatchObject({ kept: 3 });
    expect(said).not.toMatch(/internal/);
  });
});

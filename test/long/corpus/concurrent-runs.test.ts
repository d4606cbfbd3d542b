import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { inFolder } from '../../ingest/in-folder.js';
import { bytesOf } from '../../shards/bytes-of.js';

const built = fileURLToPath(new URL('../../../dist/index.js', import.meta.url));
const runner = fileURLToPath(new URL('runner.mjs', import.meta.url));
const TIMES = Number(process.env['RUN_TIMES'] ?? 50);
const AVIS = (from: number): string =>
  `id;Date;Avis;Note\n${[1, 2, 3].map((at) => `${from + at};0${at}/03/2026 10:0${at};Un avis sur le beurre de ${from}, numéro ${at};${at}`).join('\n')}\n`;
const FILES = { '1.csv': AVIS(0), '2.csv': AVIS(10), '3.csv': AVIS(20), '4.csv': AVIS(30) };

/** Has a process build a corpus; it says what went wrong. */
async function build(child: ChildProcess, path: string, out: string): Promise<void> {
  child.send({ path, out });
  const [said] = (await once(child, 'message')) as [string];
  expect(said).toBe('done');
}

it.each([2, 4])(
  `%i processes at once, ${TIMES} times, give what one after the other gives, byte for byte`,
  async (runs) => {
    expect(existsSync(built)).toBe(true);
    const children = Array.from({ length: runs }, () => fork(runner, [built]));
    try {
      await inFolder(FILES, async (folder) => {
        const paths = Object.keys(FILES)
          .slice(0, runs)
          .map((name) => join(folder, name));
        const serial = join(folder, 'serial');
        for (const [at, path] of paths.entries()) await build(children[at] as ChildProcess, path, serial);
        const expected = bytesOf(serial);
        for (let time = 0; time < TIMES; time++) {
          const out = join(folder, `together-${time}`);
          await Promise.all(paths.map((path, at) => build(children[at] as ChildProcess, path, out)));
          expect(bytesOf(out), `time ${time}`).toEqual(expected);
        }
      });
    } finally {
      for (const child of children) child.disconnect();
    }
  },
);

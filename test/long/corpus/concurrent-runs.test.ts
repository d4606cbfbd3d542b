import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { inFolder } from '../../ingest/in-folder.js';

const run = promisify(execFile);
const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
const TIMES = Number(process.env['RUN_TIMES'] ?? 50);
const AVIS = (from: number): string =>
  `id;Date;Avis;Note\n${[1, 2, 3].map((at) => `${from + at};0${at}/03/2026 10:0${at};Un avis sur le beurre de ${from}, numéro ${at};${at}`).join('\n')}\n`;
const FILES = { '1.csv': AVIS(0), '2.csv': AVIS(10), '3.csv': AVIS(20), '4.csv': AVIS(30) };

const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath, entry.name).slice(folder.length),
        createHash('sha256')
          .update(readFileSync(join(entry.parentPath, entry.name)))
          .digest('hex'),
      ]),
  );

it(`two and four processes at once, ${TIMES} times, give what one after the other gives`, async () => {
  expect(existsSync(MAIN)).toBe(true);
  await inFolder(FILES, async (folder) => {
    const ingest = (names: readonly string[], out: string): Promise<unknown> =>
      run(
        process.execPath,
        [
          MAIN,
          'ingest',
          ...names.map((name) => join(folder, name)),
          '--out',
          join(folder, out),
          '--workers',
          '0',
        ],
        { env: { ...process.env, DEVERSOIR_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' } },
      );
    for (const runs of [2, 4]) {
      const names = Object.keys(FILES).slice(0, runs);
      await ingest(names, `fresh${runs}`);
      const fresh = bytesOf(join(folder, `fresh${runs}`));
      for (let time = 0; time < TIMES; time++) {
        const out = `together-${runs}-${time}`;
        await Promise.all(names.map((name) => ingest([name], out)));
        expect(bytesOf(join(folder, out)), out).toEqual(fresh);
      }
    }
  });
});

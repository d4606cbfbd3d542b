import fs from 'node:fs';
import { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openCorpus } from '../../../src/corpus.js';
import { LOCK } from '../../../src/engine/folder-lock.js';
import { buildCorpus } from '../../../src/pipeline.js';
import { inFolder } from '../../ingest/in-folder.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const AVIS = (from: number): string =>
  `id;Date;Avis;Note\n${[1, 2, 3].map((at) => `${from + at};0${at}/03/2026 10:0${at};Un avis sur le beurre de ${from}, numéro ${at};${at}`).join('\n')}\n`;

/** All points; every so many where a machine has less time. */
const EVERY = Number(process.env['FAULT_EVERY'] ?? 1);

/** All by which Node changes a disk. */
const CHANGES = [
  'renameSync',
  'writeFileSync',
  'mkdirSync',
  'rmSync',
  'rmdirSync',
  'unlinkSync',
  'linkSync',
  'chmodSync',
  'mkdtempSync',
  'appendFileSync',
  'copyFileSync',
  'cpSync',
  'truncateSync',
  'symlinkSync',
] as const;
const real = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]));
const put = (functions: Readonly<Record<string, unknown>>): void => {
  Object.assign(fs, functions);
  syncBuiltinESMExports();
};
afterEach(() => put(real));

/** From its n-th change on, before or after it is done, nothing works any more: the process is dead. Gives the number of changes seen. */
function dieAt(at: number, after: boolean): () => number {
  let done = 0;
  put(
    Object.fromEntries(
      CHANGES.map((name) => [
        name,
        (...args: never[]) => {
          done++;
          if (done > at || (done === at && !after)) throw new Error('killed');
          const result = (real[name] as (...given: never[]) => unknown)(...args);
          if (done === at) throw new Error('killed');
          return result;
        },
      ]),
    ),
  );
  return () => done;
}

/** The lock of a process that is no more. */
function bury(folder: string): void {
  for (const name of fs.readdirSync(folder).filter((entry) => entry.startsWith(LOCK))) {
    const path = join(folder, name);
    fs.writeFileSync(
      path,
      JSON.stringify({ ...(JSON.parse(fs.readFileSync(path, 'utf8')) as object), began: '1' }),
    );
  }
}

const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(folder.length),
        createHash('sha256')
          .update(fs.readFileSync(join(parentPath, name)))
          .digest('hex'),
      ]),
  );

it('a build that dies at any change of the disk leaves the last good state or the next, no file of the user touched; the next run is clean', async () => {
  await inFolder({ '1.csv': AVIS(0), '2.csv': AVIS(10) }, async (folder) => {
    const at = (name: string): string => join(folder, name);
    const build = async (path: string, out: string): Promise<void> =>
      (await buildCorpus(at(path), at(out), { key: KEY, workers: 0, waitSeconds: 0 })).close();
    await build('1.csv', 'old');
    fs.writeFileSync(join(at('old'), 'notes.txt'), 'mine');
    fs.mkdirSync(join(at('old'), '.deversoirs'));
    fs.writeFileSync(join(at('old'), '.deversoirs', 'a.txt'), 'mine too');
    const old = bytesOf(at('old'));
    const fresh = (name: string): string => {
      fs.cpSync(at('old'), at(name), { recursive: true });
      return name;
    };
    // Node takes what these call when it first needs them: not from what stands in for it later.
    fs.rmSync(at(fresh('first')), { recursive: true });
    const counter = dieAt(Number.POSITIVE_INFINITY, false);
    await build('2.csv', fresh('whole'));
    put(real);
    const total = counter();
    const whole = bytesOf(at('whole'));
    const told = { old: 0, next: 0 };
    let ended = 0;
    for (let point = 1; point <= total; point += EVERY)
      for (const after of [false, true]) {
        const out = fresh(`out-${point}-${after}`);
        dieAt(point, after);
        const died = await build('2.csv', out).then(
          () => false,
          () => true,
        );
        put(real);
        ended += died ? 0 : 1;
        bury(at(out));
        const corpus = await openCorpus(at(out));
        expect((await corpus.query('SELECT count(*) AS n FROM messages')).get('n', 0)).toBe(
          corpus.manifest.totals.kept,
        );
        corpus.close();
        const state = Object.fromEntries(
          Object.entries(bytesOf(at(out))).filter(([name]) => !name.startsWith('/.deversoir-')),
        );
        told[state['/manifest.json'] === old['/manifest.json'] ? 'old' : 'next']++;
        // only what is tidied up when all is done may fail unsaid
        expect(died ? [old, whole] : [whole], `${point} of ${total}`).toContainEqual(state);
        await build('2.csv', out);
        expect(bytesOf(at(out)), `${point}`).toEqual(whole);
        fs.rmSync(at(out), { recursive: true });
      }
    console.info(
      `${total} changes of the disk, died before and after every ${EVERY}: ${told.old} left the old state, ${told.next} the next, ${ended} failed nothing`,
    );
    expect(ended).toBeLessThan(3);
    expect(total).toBeGreaterThan(30);
    expect(Math.min(told.old, told.next)).toBeGreaterThan(0);
  });
});

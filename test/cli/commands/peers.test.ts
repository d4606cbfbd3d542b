import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { run } from '../run-here.js';
import { temporaryFolder } from '../../temporary-folder.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  // 40 messages on each of two stores: half and a tenth of them unhappy.
  const rows = ['Lyon', 'Lille'].flatMap((store, s) =>
    Array.from({ length: 40 }, (_, n) => {
      const unhappy = n % (s === 0 ? 2 : 10) === 0;
      const text = unhappy
        ? `Très déçue du fromage ${n}, rassis et sec`
        : `Excellent fromage ${n}, je recommande`;
      return `${store}${n},2026-03-01T10:${String(n).padStart(2, '0')}:00Z,p${store}${n},${store},${text}`;
    }),
  );
  writeFileSync(at('a.csv'), `id,date,auteur,magasin,commentaire\n${rows.join('\n')}\n`);
  expect((await run('ingest', at('a.csv'), '--out', at('corpus'), '--workers', '0')).code).toBe(0);
});

it('saves groups without a name, and compares with those of a file', async () => {
  const saved = await run(
    'peers',
    '--corpus',
    at('corpus'),
    '--out',
    at('peers.json'),
    '--about',
    'fromages, 2026',
  );
  expect([saved.code, saved.err]).toEqual([0, '']);
  const file = readFileSync(at('peers.json'), 'utf8');
  expect(file).not.toMatch(/Lyon|Lille/);
  const { about, peers } = JSON.parse(file) as {
    about: string;
    peers: { peer: string; by: string; n: number }[];
  };
  expect([about, peers.map(({ peer, by }) => [peer, by])]).toEqual([
    'fromages, 2026',
    [
      ['peer 1', 'store'],
      ['peer 2', 'store'],
    ],
  ]);
  const { out } = await run('peers', '--corpus', at('corpus'), '--read', at('peers.json'), '--json');
  const french = (await run('peers', '--corpus', at('corpus'), '--read', at('peers.json'), '--lang', 'fr'))
    .out;
  expect(french).toMatch(
    /^magasin Lille\u00a0: \d+,\d\u00a0% sur \d+, resserrée \d+,\d\u00a0% \(\d+,\d\u00a0% à \d+,\d\u00a0%\)/m,
  );
  expect(french).toMatch(/^magasin pair 1\u00a0: /m);
  const { rows } = JSON.parse(out) as { rows: { group: string; peer: boolean; share: number }[] };
  expect(rows.map(({ group }) => group).toSorted()).toEqual(['Lille', 'Lyon', 'peer 1', 'peer 2']);
  const shareOf = (name: string): number | undefined => rows.find(({ group }) => group === name)?.share;
  expect([shareOf('peer 1'), shareOf('peer 2')]).toEqual([shareOf('Lille'), shareOf('Lyon')]);
  expect(shareOf('Lyon')).toBeGreaterThan(shareOf('Lille') ?? 1);

  const report = ['report', '--corpus', at('corpus'), '--out', at('r'), '--only', 'json', '--peers'];
  expect((await run(...report, at('peers.json'))).code).toBe(0);
  const { metrics } = JSON.parse(readFileSync(at('r/metrics.json'), 'utf8')) as {
    metrics: { name: string; table: { group: string }[] }[];
  };
  const beside = metrics.find(({ name }) => name === 'benchmarks')?.table.map(({ group }) => group);
  expect(beside?.toSorted()).toEqual(['Lille', 'Lyon', 'peer 1', 'peer 2']);
});

it.each([
  [['--out', 'x.json', '--about', 'a'], 'no --corpus'],
  [['--corpus', 'CORPUS', '--out', 'x.json'], '--out without --about'],
  [['--corpus', 'CORPUS', '--read', 'none.json'], "none.json: can't be read"],
  [['--corpus', 'CORPUS', '--period', '1999', '--out', 'x.json', '--about', 'a'], 'nothing to save'],
])('%j: says what is wrong', async (args, message) => {
  const { code, err } = await run('peers', ...args.map((arg) => (arg === 'CORPUS' ? at('corpus') : arg)));
  expect(code).not.toBe(0);
  expect(err).toContain(message);
});

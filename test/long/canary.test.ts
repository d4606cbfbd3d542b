import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCorpus } from '../../src/corpus.js';
import { Aviary } from '../canary/birds.js';
import { command, KEY, plantAll, type Flock } from '../canary/flight.js';
import { birdsOf, huntIn, type Escape } from '../canary/hunt.js';
import { temporaryFolder } from '../temporary-folder.js';

/** As `test/canary.test.ts`, with every fixture, every command, rejects, crashes and kills. */
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
let flock: Flock, left: string;
const before = { cwd: process.cwd(), tmp: process.env['TMPDIR'] };
const at = (...names: string[]): string => join(left, ...names);

beforeAll(async () => {
  flock = await plantAll(temporaryFolder(), ['golden', 'variants'], 1000);
  left = join(flock.folder, 'left');
  for (const name of ['cwd', 'tmp']) mkdirSync(at(name), { recursive: true });
  process.chdir(at('cwd'));
  process.env['TMPDIR'] = at('tmp');
});
afterAll(() => {
  process.chdir(before.cwd);
  if (before.tmp === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before.tmp;
  rmSync(flock.folder, { recursive: true });
});

it('plants canaries all over', () => {
  console.info(`${flock.planted} values planted`);
  expect(flock.planted).toBeGreaterThan(1700);
});

it('report: page, deck, workbook, JSON, tables, corpus', async () => {
  const { code, said, escapes } = await command(['report', flock.exports, '--out', at('report')]);
  expect(code, said).toBe(0);
  expect(readdirSync(at('report')).toSorted()).toEqual([
    'corpus',
    'deck.pptx',
    'metrics.json',
    'metrics.schema.json',
    'metrics.xlsx',
    'report.html',
    'tables',
  ]);
  expect(flock.escaped([...escapes, ...(await huntIn(at('report'), 'report'))])).toEqual([]);
});

it('follow, label, metrics, files that are told again', async () => {
  const corpus = await openCorpus(at('report', 'corpus'));
  const ids = [
    ...(await corpus.query('SELECT any_value(messageId) AS id FROM messages GROUP BY format')).array('id'),
    ...(await corpus.query('SELECT caseId AS id FROM cases ORDER BY caseId LIMIT 40')).array('id'),
  ] as string[];
  corpus.close();
  const escapes: Escape[] = [];
  for (const [index, id] of ids.entries())
    escapes.push(
      ...(
        await command([
          'follow',
          id,
          '--corpus',
          at('report', 'corpus'),
          ...(index % 2 === 0 ? ['--json'] : ['--private']),
        ])
      ).escapes,
    );
  for (const args of [
    [
      'label',
      '--corpus',
      at('report', 'corpus'),
      '--out',
      at('label.csv'),
      '--html',
      at('label.html'),
      '--n',
      '100',
    ],
    ['label', '--corpus', at('report', 'corpus'), '--read', at('label.csv'), '--json'],
    ['metrics'],
    ['metrics', '--json'],
    ['formats', '--json'],
    ['power', '--cases', '400', '--json'],
    ['peers', '--corpus', at('report', 'corpus'), '--json'],
    ['ingest', flock.exports, '--out', at('report', 'corpus'), '--json'],
    ['ingest', flock.exports, '--out', at('report', 'corpus'), '--date-order', 'mdy'],
  ]) {
    const told = await command(args);
    expect(told.code, told.said).toBe(0);
    escapes.push(...told.escapes);
  }
  expect(ids.length).toBeGreaterThan(80);
  expect(flock.escaped([...escapes, ...(await huntIn(left, 'left'))])).toEqual([]);
});

it('report of a part in the other language, with private verbatims and costs', async () => {
  writeFileSync(
    at('deversoir.json'),
    '{ "costs": { "lostCustomer": { "low": 20, "high": 35, "source": "payroll" } }, "sector": "retail" }',
  );
  const { code, said, escapes } = await command([
    'report',
    '--corpus',
    at('report', 'corpus'),
    '--out',
    at('part'),
    '--period',
    '2026',
    '--lang',
    'en',
    '--private-verbatims',
    '--config',
    at('deversoir.json'),
    '--json',
  ]);
  expect(code, said).toBe(0);
  expect(existsSync(at('part', 'deck.pptx'))).toBe(true);
  expect(flock.escaped([...escapes, ...(await huntIn(at('part'), 'part'))])).toEqual([]);
});

it('a file of peers: not even the stores and brands that a report names', async () => {
  const aviary = new Aviary();
  const stores = [aviary.name(), aviary.name()],
    brands = [aviary.name(), aviary.name()];
  const rows = Array.from(
    { length: 80 },
    (_, row) =>
      `${row};2026-03-${String((row % 27) + 1).padStart(2, '0')};${aviary.name()} ${aviary.name()};Le beurre du magasin a tourné, visite ${row}, merci ${aviary.name()};${(row % 5) + 1};${stores[row % 2]};${brands[row % 2]}`,
  );
  const [exports, corpus, out] = ['peer-exports', 'peer-corpus', 'peers.json'].map((name) => at(name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(exports);
  writeFileSync(join(exports, 'avis.csv'), `id;Date;Auteur;Avis;Note;Magasin;Marque\n${rows.join('\n')}\n`);
  for (const args of [
    ['ingest', exports, '--out', corpus, '--map', 'stage==public'],
    ['peers', '--corpus', corpus, '--out', out, '--about', 'laiterie'],
  ]) {
    const { code, said } = await command(args);
    expect(code, said).toBe(0);
  }
  const set = readFileSync(out);
  expect((JSON.parse(set.toString()) as { peers: object[] }).peers.length).toBeGreaterThan(1);
  expect([...birdsOf(set)]).toEqual([]);
  const told = await command(['peers', '--corpus', corpus, '--read', out]);
  const named = new Set([...stores, ...brands].map((name) => name.toLowerCase()));
  expect(told.said).toContain(stores[0]);
  expect(told.escapes.filter(({ bird }) => !named.has(bird))).toEqual([]);
  for (const path of [exports, corpus, out]) rmSync(path, { recursive: true });
});

it('watch: feeds, tables, mails, state', async () => {
  const folder = at('watched');
  mkdirSync(folder);
  writeFileSync(
    at('deversoir-watch.json'),
    '{ "email": { "from": "veille@example.org", "to": ["equipe@example.org"], "when": "each" } }',
  );
  const { code, said, escapes } = await command([
    'watch',
    flock.exports,
    '--corpus',
    at('watch-corpus'),
    '--out',
    folder,
    '--once',
    '--settle',
    '0',
    '--fresh',
    '36500',
    '--watch-config',
    at('deversoir-watch.json'),
  ]);
  expect(code, said).toBe(0);
  const { length } = JSON.parse(readFileSync(join(folder, 'events.json'), 'utf8')) as unknown[];
  console.info(`${length} events told`);
  expect(existsSync(join(folder, 'mails')) ? readdirSync(join(folder, 'mails')).length : 0).toBe(length);
  for (const name of ['atom.xml', 'feed.json', 'events.csv', 'watch-state.json'])
    expect(existsSync(join(folder, name))).toBe(true);
  expect(flock.escaped([...escapes, ...(await huntIn(left, 'left'))])).toEqual([]);
});

it('rejects, doubts and errors of exports whose dates and marks are gone and that are cut short', async () => {
  const { escapes, said } = await command(['ingest', flock.broken, '--out', at('broken'), '--json']);
  expect(said).toMatch(/"rejected": [1-9]/);
  // What was read as text in a whole export may be anything else in a broken one: texts may hold words, nothing else may.
  const found = [...escapes, ...(await huntIn(at('broken'), 'broken'))].filter(
    ({ place }) => !/part-0\.parquet(?: (?:text|title))?$/.test(place),
  );
  expect(flock.escaped(found, 'broken')).toEqual([]);
});

it('what a killed run leaves, and a damaged corpus says', async () => {
  const child = spawn(
    process.execPath,
    [MAIN, 'ingest', flock.exports, '--out', at('killed'), '--workers', '0'],
    { env: { ...process.env, DEVERSOIR_KEY: KEY } },
  );
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const shards = (): boolean =>
    existsSync(at('killed')) &&
    readdirSync(at('killed'), { recursive: true, encoding: 'utf8' }).some((name) =>
      name.endsWith('.parquet'),
    );
  while (!shards() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGKILL');
  await ended;
  expect(shards()).toBe(true);
  truncateSync(at('watch-corpus', 'messages', 'part-0.parquet'), 2000);
  const damaged = await command(['report', '--corpus', at('watch-corpus'), '--out', at('damaged')]);
  expect(damaged.code).toBe(1);
  const escapes = [...birdsOf(Buffer.concat(said))].map((bird) => ({
    bird,
    place: 'terminal of a killed run',
  }));
  expect(flock.escaped([...escapes, ...damaged.escapes, ...(await huntIn(at('killed'), 'killed'))])).toEqual(
    [],
  );
});

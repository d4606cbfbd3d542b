import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCorpus, type BuildOptions } from '../../src/pipeline.js';
import { onSpark } from '../../src/shards/schedule-shards.js';
import { missing, python, startCluster, type Cluster } from './cluster.mjs';
import { faultyNode, type Fault } from './faulty-node.js';
import { bytesOf } from '../shards/bytes-of.js';
import { temporaryFolder } from '../temporary-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (missing !== undefined) console.warn(`Spark is not tested: no ${missing}`);

const WORDS = ['le beurre', 'la livraison', 'le drive', 'ce fromage', 'la caisse', 'le pain'];
/** What breaks formats that pass rows as lines, cells or C strings. */
const HOSTILE = [
  'deux\nlignes\r\net un\ttab',
  'un \u0000 nul et \u0001 \u001e \u001f',
  '\u2028 \u2029 \ufeff',
  '😀 \ud83d seul',
  '"guillemets" \'simples\' \\ \\N \\n',
  'NULL',
  '',
  '=1+1;,|',
  'x'.repeat(40_000),
];
const LINES = Array.from({ length: 300 }, (_, at) =>
  JSON.stringify({
    id: `n${at % 290}`,
    date: `2026-03-${String(1 + (at % 28)).padStart(2, '0')}T08:00:00Z`,
    author: `a${at}`,
    text: `${HOSTILE[at % 40] ?? ''} Encore un mot sur ${WORDS[at % 6]}, ligne ${at}`,
  }),
).join('\n');
const TABLE = `id;Date;Avis;Note\n${Array.from(
  { length: 300 },
  (_, at) =>
    `${at};0${1 + (at % 9)}/03/2026 10:00;"Un avis sur ${WORDS[at % 6]},\nnuméro ${at}";${1 + (at % 5)}`,
).join('\n')}\n13/03/2026;pas une ligne`;
const CHAT = `12/09/2026 09:58 - Zoé: Bonjour, mon colis est arrivé ouvert
12/09/2026 09:58 - Zoé: ok
12/09/2026 10:02 - Laiterie: Nous regardons cela tout de suite
`;

describe.skipIf(missing !== undefined)('a corpus read on Spark', () => {
  let folder: string, cluster: Cluster, embedded: Record<string, string>;
  const out = (name: string): string => join(folder, name);
  const build = async (name: string, options: BuildOptions): Promise<Record<string, string>> => {
    (
      await buildCorpus(out('in'), out(name), {
        key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
        workers: 0,
        shardBytes: 6000,
        ...options,
      })
    ).close();
    return bytesOf(out(name));
  };
  const spark = (name: string, faults: readonly Fault[] = []): Promise<Record<string, string>> =>
    build(name, {
      schedule: onSpark({
        master: cluster.master,
        python,
        package: root,
        settings: { 'spark.executor.memory': '512m', 'spark.driver.host': '127.0.0.1' },
        ...(faults.length > 0 && { node: faultyNode(out(`faults-${name}`), faults) }),
      }),
    });

  beforeAll(async () => {
    folder = temporaryFolder();
    mkdirSync(out('in'));
    for (const [name, text] of Object.entries({ 'lignes.jsonl': LINES, 'avis.csv': TABLE, 'chat.txt': CHAT }))
      writeFileSync(join(out('in'), name), text);
    writeFileSync(join(out('in'), 'vide.zip'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    embedded = await build('embedded', {});
    cluster = await startCluster(folder);
  });
  afterAll(() => {
    cluster?.stop();
  });

  it('is the corpus read on this machine, byte for byte, hostile rows and poisoned files too', async () => {
    expect(await spark('plain')).toEqual(embedded);
  });

  it('is the same when an executor is killed, when Node crashes once and when one is slow', async () => {
    const faults: readonly Fault[] = [
      { shard: 1, what: 'executor killed', once: true },
      { shard: 3, what: 'crash', once: true },
      { shard: 0, what: 'slow', once: true },
    ];
    expect(await spark('faulty', faults)).toEqual(embedded);
  });

  it('is none when rows are lost or Node crashes each time: the error names the files', async () => {
    const faults: readonly Fault[] = [
      { shard: 0, what: 'crash', once: false },
      { shard: 2, what: 'row lost', once: false },
      { shard: 4, what: 'row lost and not told', once: false },
    ];
    await expect(spark('lost', faults)).rejects.toThrow(
      /^3 of \d+ shards were not read; .+: Node ended with code 134/s,
    );
    expect(existsSync(out('lost')) || existsSync(out('lost.building'))).toBe(false);
  });
});

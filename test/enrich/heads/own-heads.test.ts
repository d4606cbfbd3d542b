import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { trainCommand } from '../../../src/cli/commands/train.js';
import { runCli } from '../../../src/cli/run.js';
import { openCorpus } from '../../../src/corpus.js';
import { encodeHead } from '../../../src/enrich/heads/head.js';
import { loadHeads } from '../../../src/enrich/heads/model-files.js';
import { ownHeads } from '../../../src/enrich/heads/own-heads.js';
import { buildCorpus } from '../../../src/pipeline.js';
import { temporaryFolder } from '../../temporary-folder.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const io = { print: () => {}, warn: () => {}, progress: () => {}, env: {} };

/** In this firm « plat » is praise, « corsé » blame and « servi » says nothing. */
const OWN = { plat: 5, corsé: 1, servi: 3 } as const;

beforeAll(async () => {
  const things = ['café', 'thé', 'vin', 'bouillon', 'cidre', 'sirop'];
  const rows = Array.from({ length: 180 }, (_, i) => {
    const [word, stars] = Object.entries(OWN)[i % 3] as [string, number];
    return `${stars};le ${things[i % 6]} numéro ${i} est ${word}`;
  });
  writeFileSync(path('own.csv'), `note;texte\n${rows.join('\n')}\n`);
  await trainCommand.run(
    [],
    {
      data: path('own.csv'),
      text: 'texte',
      stars: 'note',
      name: 'sentiment',
      out: path('own.bin'),
      bits: '12',
    },
    io,
  );
  writeFileSync(
    path('posts.csv'),
    'id,date,texte\n1,2026-03-01,le chocolat maison est plat\n2,2026-03-02,le chocolat maison est corsé\n',
  );
});

async function sentiments(corpus: Awaited<ReturnType<typeof openCorpus>>): Promise<unknown[]> {
  try {
    return (await corpus.query('SELECT sentiment FROM messages ORDER BY sentAt')).array(
      'sentiment',
    ) as unknown[];
  } finally {
    corpus.close();
  }
}

describe('a head of the user', () => {
  it('learnt from own rows, tells the sentiment of the corpus that is built with it', async () => {
    const options = { key: KEY, workers: 0, map: { stage: '=public', kind: '=comment' } };
    const shipped = await buildCorpus(path('posts.csv'), path('shipped'), options);
    expect(await sentiments(shipped)).not.toEqual(['positive', 'negative']);
    const own = await buildCorpus(path('posts.csv'), path('own'), { ...options, heads: [path('own.bin')] });
    expect(own.manifest.options['heads']).toEqual([
      { name: 'sentiment', sha256: expect.stringMatching(/^[\da-f]{64}$/) },
    ]);
    expect(JSON.stringify(own.manifest)).not.toContain(folder);
    expect(await sentiments(own)).toEqual(['positive', 'negative']);
  });

  it('is given by the configuration, from the folder of the file, and by --head: the same corpus', async () => {
    writeFileSync(path('deversoir.json'), '{ "heads": ["own.bin"] }');
    const errors: string[] = [];
    const cli = {
      out: () => {},
      err: (line: string) => errors.push(line),
      progress: () => {},
      env: { DEVERSOIR_KEY: KEY },
    };
    const ingest = (out: string, ...more: string[]): Promise<number> =>
      runCli(
        [
          'ingest',
          path('posts.csv'),
          '--out',
          path(out),
          '--workers',
          '0',
          '--map',
          'stage==public',
          '--map',
          'kind==comment',
          ...more,
        ],
        cli,
      );
    expect([await ingest('by-config'), errors]).toEqual([0, []]);
    rmSync(path('deversoir.json'));
    expect([await ingest('by-option', '--head', path('own.bin')), errors]).toEqual([0, []]);
    const byConfig = await openCorpus(path('by-config')),
      byOption = await openCorpus(path('by-option'));
    expect(byConfig.manifest.options['heads']).toEqual(byOption.manifest.options['heads']);
    expect([await sentiments(byConfig), await sentiments(byOption)]).toEqual([
      ['positive', 'negative'],
      ['positive', 'negative'],
    ]);
  });

  it('that can take no place is refused, with what was expected', () => {
    const shipped = loadHeads().get('sentiment');
    if (shipped === undefined) throw new Error('no sentiment head');
    expect(() => ownHeads([{ ...shipped, name: 'mood' }])).toThrow(
      /"mood" takes no place.*expected the name.*sentiment/,
    );
    expect(() => ownHeads([{ ...shipped, labels: shipped.labels.toReversed() }])).toThrow(
      /tells positive, neutral, negative.*expected negative, neutral, positive/,
    );
    expect(() => ownHeads([path('none.bin')])).toThrow(/none\.bin can't be read/);
    expect(() => ownHeads([path('own.csv')])).toThrow(/not a head/);
    writeFileSync(path('same.bin'), encodeHead(shipped));
    expect(ownHeads([path('same.bin'), shipped])).toHaveLength(1);
  });

  it('must have rows of every label it tells', async () => {
    writeFileSync(path('two.csv'), `note;texte\n${'1;non\n5;oui\n'.repeat(20)}`);
    const train = (name: string): Promise<unknown> =>
      trainCommand.run(
        [],
        { data: path('two.csv'), text: 'texte', stars: 'note', name, out: path('x.bin') },
        io,
      );
    await expect(train('sentiment')).rejects.toThrow(/fewer than 5 rows are "neutral"/);
    await expect(train('harm')).rejects.toThrow(/do not exclude one another/);
  });
});

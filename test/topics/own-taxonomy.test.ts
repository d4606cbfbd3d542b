import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run.js';
import { openCorpus } from '../../src/corpus.js';
import { topicShares } from '../../src/metrics/index.js';
import { buildCorpus } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const MINE = {
  id: 'mine',
  topics: { cork: { label: { fr: 'Bouchage', en: 'Corks' }, terms: ['bouchon', 'goût de bouchon'] } },
};

beforeAll(() => {
  mkdirSync(path('in'));
  const texts = ['Le bouchon est cassé', 'Très bon cidre', 'Encore un goût de bouchon'];
  writeFileSync(
    path('in/posts.csv'),
    `id,date,texte\n${texts.map((text, at) => `${at},2026-03-0${at + 1},${text}`).join('\n')}\n`,
  );
  writeFileSync(path('mine.json'), JSON.stringify(MINE));
});

/** Rows of a taxonomy: subject and messages. */
async function told(corpus: Awaited<ReturnType<typeof openCorpus>>): Promise<unknown[]> {
  try {
    const { rows } = await topicShares(corpus);
    return rows()
      .filter(({ taxonomy }) => taxonomy !== null)
      .map(({ name, taxonomy, n }) => [name, taxonomy, n]);
  } finally {
    corpus.close();
  }
}
const EXPECTED = [['Bouchage', 'mine', 2]];

it('of the configuration, from its folder, tells the subjects of the corpus, which keeps it whole', async () => {
  writeFileSync(path('deversoir.json'), '{ "taxonomies": ["mine.json"] }');
  const errors: string[] = [];
  const io = {
    out: () => {},
    err: (line: string) => errors.push(line),
    progress: () => {},
    env: { DEVERSOIR_KEY: KEY },
  };
  expect([
    await runCli(['ingest', path('in'), '--out', path('corpus'), '--workers', '0'], io),
    errors,
  ]).toEqual([0, []]);
  rmSync(path('deversoir.json'));
  const corpus = await openCorpus(path('corpus'));
  expect(corpus.manifest.options['config']).toEqual({ taxonomies: [MINE] });
  expect(JSON.stringify(corpus.manifest)).not.toContain(folder);
  expect(await told(corpus)).toEqual(EXPECTED);
});

it('of the library, by path or at hand; of the opening, in place of those kept', async () => {
  const build = (
    out: string,
    taxonomies: readonly (string | typeof MINE)[],
  ): ReturnType<typeof buildCorpus> =>
    buildCorpus(path('in'), path(out), { key: KEY, workers: 0, config: { taxonomies } });
  expect(await told(await build('by-path', [path('mine.json')]))).toEqual(EXPECTED);
  expect(await told(await build('at-hand', [MINE]))).toEqual(EXPECTED);
  // nothing new to read: the taxonomies given are used all the same
  expect(await told(await build('at-hand', [{ ...MINE, id: 'other' }]))).toEqual([['Bouchage', 'other', 2]]);
  expect(await told(await openCorpus(path('at-hand'), { taxonomies: [] }))).toEqual([]);
});

it('that can not be read stops the build before it writes', async () => {
  await expect(
    buildCorpus(path('in'), path('none'), {
      key: KEY,
      workers: 0,
      config: { taxonomies: [path('no.json')] },
    }),
  ).rejects.toThrow(/no\.json" can't be read/);
});

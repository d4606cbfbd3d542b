import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildCorpus } from '../src/pipeline.js';
import type { Progress } from '../src/util/progress.js';
import { REPORT_FILES, writeReport } from '../src/write-report.js';
import { catalogue, drawLabelSample } from '../src/metrics/index.js';
import { temporaryFolder } from './temporary-folder.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const folder = temporaryFolder();
const told: Progress[] = [];

beforeAll(async () => {
  mkdirSync(join(folder, 'in'));
  const rows = Array.from(
    { length: 40 },
    (_, i) => `c${i},2026-03-${String(1 + (i % 28)).padStart(2, '0')},Livraison en retard de ${i} jours,2`,
  );
  writeFileSync(join(folder, 'in', 'avis.csv'), `id,date,texte,note\n${rows.join('\n')}\n`);
  const onProgress = (progress: Progress): unknown => told.push(progress);
  const corpus = await buildCorpus(join(folder, 'in'), join(folder, 'corpus'), {
    key: KEY,
    workers: 0,
    onProgress,
  });
  const { rows: drawn } = await drawLabelSample(corpus, { n: 35 });
  const labels = drawn.map(({ messageId }) => ({ messageId, head: 'sentiment' as const, label: 'negative' }));
  await writeReport(corpus, join(folder, 'report'), { onProgress, labels });
  corpus.close();
});

it('compares a part that is one quarter with the quarter before, and no other part', async () => {
  const own = join(folder, 'quarters');
  mkdirSync(own);
  const rows = Array.from(
    { length: 120 },
    (_, i) =>
      `q${i},2026-0${1 + (i % 6)}-${String(1 + (i % 28)).padStart(2, '0')},${i % 6 > 2 ? 'Livraison en retard' : 'Fromage très bon'} encore ${i} fois,${i % 6 > 2 ? 2 : 5}`,
  );
  writeFileSync(join(own, 'avis.csv'), `id,date,texte,note\n${rows.join('\n')}\n`);
  const corpus = await buildCorpus(own, join(folder, 'quarters-corpus'), { key: KEY, workers: 0 });
  const changes = async (period?: string | readonly string[]): Promise<readonly unknown[]> => {
    const files = ['json'] as const;
    const where = period === undefined ? {} : { where: { period } };
    const { metrics } = await writeReport(corpus, join(folder, 'compared'), { files, ...where });
    const written = JSON.parse(readFileSync(metrics ?? '', 'utf8')) as {
      metrics: { name: string; table: { metric?: string; previous: number; current: number }[] }[];
    };
    const names = written.metrics.map(({ name }) => name);
    expect(names).toEqual(catalogue().flatMap(({ name }) => (names.includes(name) ? [name] : [])));
    const rated = written.metrics
      .find(({ name }) => name === 'periodChange')
      ?.table.find(({ metric }) => metric === 'meanRating');
    return [rated?.previous, rated?.current];
  };
  try {
    expect(await changes(['2026-Q2'])).toEqual([5, 2]);
    expect(await changes('2026-Q1')).toEqual([undefined, undefined]);
    expect(await changes('2026-06')).toEqual([undefined, undefined]);
    expect(await changes()).toEqual([5, 2]);
  } finally {
    corpus.close();
  }
});

it('takes unit costs of the configuration given, whatever the corpus was built with', async () => {
  const own = join(folder, 'rated');
  mkdirSync(own);
  const rows = Array.from(
    { length: 60 },
    (_, i) => `r${i},2026-03-0${1 + (i % 9)},Bon fromage ${i},${1 + (i % 5)}`,
  );
  writeFileSync(join(own, 'avis.csv'), `id,date,texte,note\n${rows.join('\n')}\n`);
  const corpus = await buildCorpus(own, join(folder, 'rated-corpus'), {
    key: KEY,
    workers: 0,
    map: { stage: '=public' },
  });
  const cost = { low: 10, high: 20, source: 'own books' };
  const { metrics } = await writeReport(corpus, join(folder, 'costed'), {
    files: ['json'],
    config: { costs: { negativeReview: cost } },
  });
  corpus.close();
  const written = JSON.parse(readFileSync(metrics ?? '', 'utf8')) as {
    metrics: { name: string; value: number | null }[];
  };
  expect(written.metrics.find(({ name }) => name === 'valueAtStake')?.value).toBe(1);
});

it('tells every stage from the export to the report, each once and in order', () => {
  expect(told.map(({ task }) => task).filter((task, at, all) => task !== all[at - 1])).toEqual([
    'looking at',
    'reading and understanding',
    'merging',
    'joining into cases',
    'finding subjects',
    'telling subjects',
    'measuring',
    'writing',
  ]);
  expect(told[0]).toEqual({ task: 'looking at', item: 'file 1', done: 0, unit: 'files', share: 1 });
  expect(told.find(({ task }) => task === 'telling subjects')).toMatchObject({ done: 0, total: 40 });
  for (const [task, steps] of [
    ['merging', 6],
    ['finding subjects', 9],
  ] as const) {
    const own = told.filter((one) => one.task === task && one.total !== undefined);
    expect(own.map(({ total }) => total)).toEqual(own.map(() => steps));
    expect(own.map(({ done }) => done)).toEqual(own.map((_, at) => at + (task === 'merging' ? 0 : 1)));
    expect(own).toHaveLength(task === 'merging' ? 6 : 8);
  }
  expect(told.find(({ task }) => task === 'reading and understanding')).toMatchObject({ done: 0 });
  expect(told.findLast(({ task }) => task === 'reading and understanding')).toMatchObject({
    item: expect.stringMatching(/^table-.*\.csv$/),
    done: 40,
    unit: 'rows',
    share: 1,
  });
});

it('tells every metric before it is measured, and every file', () => {
  const measuring = told.filter(({ task }) => task === 'measuring');
  expect(measuring.map(({ item }) => item)).toEqual(catalogue().map(({ name }) => name));
  expect(measuring.map(({ done }) => done)).toEqual(measuring.map((_, at) => at));
  expect(measuring.every(({ total }) => total === measuring.length)).toBe(true);
  expect(told.findLast(({ task }) => task === 'writing')).toMatchObject({
    done: REPORT_FILES.length - 1,
    total: REPORT_FILES.length,
  });
});

it('writes what was asked for, and nothing else', () => {
  expect(readdirSync(join(folder, 'report')).toSorted()).toEqual([
    'deck.pptx',
    'metrics.json',
    'metrics.schema.json',
    'metrics.xlsx',
    'report.html',
    'tables',
  ]);
});

it('corrects shares by the labels it is given, and says whose they are', () => {
  const { metrics } = JSON.parse(readFileSync(join(folder, 'report', 'metrics.json'), 'utf8')) as {
    metrics: { name: string; table: { label: string; reference: string; share: number }[] }[];
  };
  const shares = metrics.find(({ name }) => name === 'correctedShares')?.table ?? [];
  expect(shares.find(({ label }) => label === 'negative')).toMatchObject({
    reference: 'labels of the user',
    share: 1,
  });
});

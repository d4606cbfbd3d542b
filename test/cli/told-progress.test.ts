import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { run } from './run-here.js';
import { smallCorpus } from './small-corpus.js';

const { at, corpus } = smallCorpus();

/** Commands that read exports or a corpus, and what each tells that it does, in order. */
it.each([
  [
    'ingest',
    () => [at('avis.csv'), '--out', at('again')],
    ['looking at', 'reading and understanding', 'merging', 'joining into cases'],
  ],
  ['peers', () => ['--corpus', corpus], ['opening corpora', 'comparing groups']],
  [
    'peers',
    () => ['--corpus', corpus, '--out', at('p.json'), '--about', 'fromages'],
    ['opening corpora', 'comparing groups', 'measuring'],
  ],
  ['label', () => ['--corpus', corpus, '--out', at('l.csv'), '--n', '2'], ['labels']],
  ['follow', () => ['x', '--corpus', corpus], ['following']],
  ['inspect', () => [at('avis.csv')], ['reading']],
  ['files', () => [at('avis.csv')], ['looking at']],
  ['power', () => ['--cases', '20', '--runs', '2'], ['simulating studies']],
  ['simulate', () => ['--comments', '20', '--out', at('c.csv')], ['writing comments']],
] as const)('%s tells what it is doing', async (command, args, tasks) => {
  const { told } = await run(command, ...args());
  expect(told.map(({ task }) => task).filter((task, k, all) => task !== all[k - 1])).toEqual(tasks);
});

it('counts what can be counted up to its total', async () => {
  const studies = (await run('power', '--cases', '20', '--runs', '2')).told;
  // 18 settings of two studies of 20 cases
  expect(studies.map(({ done }) => done)).toEqual(Array.from({ length: 36 }, (_, k) => 20 * k));
  expect(new Set(studies.map(({ total }) => total))).toEqual(new Set([720]));
  const measured = (await run('peers', '--corpus', corpus, '--out', at('q.json'), '--about', 'fromages'))
    .told;
  const metrics = measured.filter(({ task }) => task === 'measuring');
  expect(metrics.map(({ done }) => done)).toEqual(metrics.map((_, k) => k));
  expect(metrics.map(({ total }) => total)).toEqual(metrics.map(() => metrics.length));
  expect(existsSync(at('q.json'))).toBe(false);
  // the header is no row; the total below is one that is refused
  expect((await run('inspect', at('avis.csv'))).told.at(-1)).toMatchObject({ done: 4, unit: 'rows' });
});

import { expect, it } from 'vitest';
import { findExports } from '../../src/ingest/walk.js';
import { inFolder } from './in-folder.js';

const OURS = '{\n  "deversoir": "0.1.0"\n}';

it('leaves out what a report of ours wrote among the exports, and says so once', async () => {
  const files = {
    'avis.csv': 'a',
    'r1/corpus/manifest.json': OURS,
    'r1/metrics.xlsx': 'x',
    'r1/report.html': 'x',
    'r1/tables/a.parquet': 'x',
    'r1/notes.txt': 'mine',
    'r2/metrics.json': OURS,
    'r2/deck.pptx': 'x',
    'tool/metrics.xlsx': 'an export',
    'tool/metrics.json': '{ "messages": [] }',
  };
  await inFolder(files, async (folder) => {
    const found = findExports([folder]).map(({ shown, problem }) => [shown, problem]);
    const report = 'a report of deversoir, no exports: left out, with its other files';
    expect(found).toEqual([
      ['avis.csv', undefined],
      ['r1/corpus', 'a corpus of deversoir, no exports: left out'],
      ['r1/metrics.xlsx', report],
      ['r1/notes.txt', undefined],
      ['r2/deck.pptx', report],
      ['tool/metrics.json', undefined],
      ['tool/metrics.xlsx', undefined],
    ]);
  });
});

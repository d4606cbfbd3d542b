import { inspect } from 'node:util';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildCorpus, driverShares, messageVolume } from '../../src/index.js';
import { shownAs } from '../../src/util/shown.js';
import { inFolder } from '../ingest/in-folder.js';

it('shows a value as it is told, and leaves it as it is', () => {
  const value = { a: 1, b: 'a long text' };
  const shown = shownAs(value, () => ({ a: 1 }));
  expect([inspect(shown), Object.keys(shown)]).toEqual(['{ a: 1 }', ['a', 'b']]);
});

it('shows a corpus and a metric, as the last line of a cell does, in a few lines', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => `${at};01/03/2026;Le beurre est bon, encore ${at} fois`);
  await inFolder({ 'avis.csv': `id;date;avis\n${rows.join('\n')}\n` }, async (folder) => {
    const corpus = await buildCorpus(join(folder, 'avis.csv'), join(folder, 'c'), { demo: true, workers: 0 });
    const told = inspect(corpus.where({ period: '2026-03' }));
    expect(told).toContain("where: [ { period: '2026-03' } ]");
    expect(told).toContain('kept: 20');
    expect(told.split('\n').length).toBeLessThan(20);
    const volume = inspect(await messageVolume(corpus));
    expect(volume).toContain("name: 'messageVolume'");
    expect(volume).not.toContain('method');
    const drivers = await driverShares(corpus);
    expect(inspect(drivers).split('\n').length).toBeLessThan(80);
    expect(Object.keys(drivers)).toContain('method');
    corpus.close();
  });
});

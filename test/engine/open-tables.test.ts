import { expect, it } from 'vitest';
import { fakeCorpus } from '../metrics/fake-corpus.js';

it('keeps a part readable that was opened before subjects were discovered', async () => {
  const corpus = await fakeCorpus(
    { cases: [{ openedAt: Date.UTC(2026, 1, 1) }, { openedAt: Date.UTC(2025, 1, 1) }] },
    { discoverTopics: () => Promise.resolve([]) },
  );
  const part = corpus.where({ from: '2026-01-01' });
  const count = async (): Promise<unknown> =>
    (await part.query('SELECT CAST(count(*) AS DOUBLE) AS n FROM cases')).objects();
  expect(await count()).toEqual([{ n: 1 }]);
  await corpus.topics();
  expect(await count()).toEqual([{ n: 1 }]);
  corpus.close();
});

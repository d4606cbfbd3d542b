import { expect, it } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
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
});

it('gives a part at all times: its other filters, one after the other, without those of time', async () => {
  const corpus = await fakeCorpus({
    messages: [
      { messageId: 'a', stage: 'public', sentAt: Date.UTC(2026, 1, 1) },
      { messageId: 'b', stage: 'public', sentAt: Date.UTC(2025, 1, 1), platform: 'x' },
      { messageId: 'c', stage: 'press', sentAt: Date.UTC(2025, 1, 1), platform: 'x' },
    ],
  });
  const part = corpus
    .where({ stage: 'public', from: '2026-01-01' })
    .where({ period: '2026-02', zone: 'America/New_York' });
  const whole = part.atAllTimes();
  const ids = async (tables: CorpusTables): Promise<unknown> =>
    (await tables.query('SELECT messageId FROM messages ORDER BY messageId')).array('messageId');
  expect([await ids(part), await ids(whole), whole.zone]).toEqual([[], ['a', 'b'], 'America/New_York']);
  expect(await ids(whole.where({ platform: 'x' }))).toEqual(['b']);
});

it('gives all of the brands of a part: the same object whatever else the parts keep', async () => {
  const corpus = await fakeCorpus({
    messages: [
      { messageId: 'a', brands: ['brindaure'], sentAt: Date.UTC(2026, 1, 1) },
      { messageId: 'b', brands: ['brindaure'], sentAt: Date.UTC(2025, 1, 1) },
      { messageId: 'c', brands: ['halterive'], sentAt: Date.UTC(2025, 1, 1) },
    ],
  });
  const of = corpus.where({ brand: 'brindaure', period: '2026' }).ofItsBrands();
  expect((await of.query('SELECT messageId FROM messages ORDER BY messageId')).array('messageId')).toEqual([
    'a',
    'b',
  ]);
  expect(corpus.where({ brand: 'brindaure' }).where({ period: '2025' }).ofItsBrands()).toBe(of);
  expect(corpus.where({ period: '2025' }).ofItsBrands()).not.toBe(of);
});

it('makes the views of what parts keep once, and each part is closed alone', async () => {
  const corpus = await fakeCorpus({ messages: [{ messageId: 'a', stage: 'press' }, { messageId: 'b' }] });
  const parts = [0, 1, 2].map(() => corpus.where({ stage: 'public' }));
  const ids = async (tables: CorpusTables): Promise<unknown> =>
    (await tables.query('SELECT messageId FROM messages')).array('messageId');
  expect([await ids(parts[0] as CorpusTables), await ids(parts[1] as CorpusTables)]).toEqual([['b'], ['b']]);
  parts[0]?.close();
  expect([await ids(parts[1] as CorpusTables), await ids(parts[2] as CorpusTables)]).toEqual([['b'], ['b']]);
  expect(await ids(corpus.where({ stage: 'press' }))).toEqual(['a']);
  const made = await corpus.query("SELECT schema_name FROM duckdb_schemas() WHERE schema_name LIKE 'part%'");
  expect(made.numRows()).toBe(2);
});

import { describe, expect, it } from 'vitest';
import type { CorpusTables, GroupDimension } from '../../src/engine/corpus-tables.js';
import { groupedRows } from '../../src/metrics/group-by.js';
import { reservoir } from '../../src/metrics/funnel/reservoir.js';
import { reservoirCheck } from '../../src/metrics/funnel/reservoir-check.js';
import { makeMetric, metricFrame, type Measure } from '../../src/metrics/make-metric.js';
import { fakeCorpus } from './fake-corpus.js';

const words = { fr: 'mots', en: 'words' };
const frame = metricFrame({
  name: 'wordCount',
  label: words,
  unit: 'messages',
  denominator: words,
  method: words,
  columns: { channel: 'text', n: 'number' },
});
const measure: Measure<typeof frame.columns, object> = async (corpus) => {
  const rows = (
    await corpus.query(
      'SELECT channel, CAST(count(*) AS DOUBLE) AS n FROM messages GROUP BY channel ORDER BY channel',
    )
  ).objects() as { channel: string; n: number }[];
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  return makeMetric(frame, { value: n, n, rows });
};
const VALUES = ['n', 'value', 'low', 'high', 'difference', 'differenceLow', 'differenceHigh', 'notMeasured'];
async function corpusOf(): Promise<CorpusTables> {
  const at = (month: number): number => Date.UTC(2026, month, 10);
  return fakeCorpus({
    messages: [
      { sentAt: at(0), channel: 'review', store: 'Lyon', drivers: ['price', 'taste'] },
      { sentAt: at(0), channel: 'x-post', store: 'Lyon', drivers: [] },
      { sentAt: at(1), channel: 'review', store: null, drivers: ['price'] },
    ],
  });
}
const grouped = async (
  groups: 'value' | 'rows' | undefined,
  by: GroupDimension | readonly GroupDimension[],
) =>
  groupedRows(
    { frame, of: 'messages', ...(groups && { groups }) },
    measure,
    await corpusOf(),
    { zone: 'Europe/Paris' },
    by,
  );

describe('a metric in groups', () => {
  it('has one value a group, and those of all together', async () => {
    const { value, n, rows, columns } = await grouped('value', ['store', 'month']);
    expect([value, n]).toEqual([3, 3]);
    expect(Object.keys(columns)).toEqual(['store', 'month', ...VALUES]);
    expect(rows).toMatchObject([
      { store: 'Lyon', month: '2026-01', n: 2, value: 2, low: null, high: null, notMeasured: null },
      { store: null, month: '2026-02', n: 1, value: 1, low: null, high: null, notMeasured: null },
    ]);
  });
  it('compares each with the greatest one that has a name', async () => {
    const stores = [null, null, null, null, 'Lyon', 'Lyon', 'Lyon', 'Brest', 'Brest', 'Dax'];
    const corpus = await fakeCorpus({ messages: stores.map((store) => ({ store, channel: 'review' })) });
    const told: typeof measure = async (part, options) => {
      const found = await measure(part, options, true);
      return { ...found, interval: { low: found.n - 1, high: found.n + 1, level: 0.95, method: 'none' } };
    };
    const { rows } = await groupedRows(
      { frame, of: 'messages', groups: 'value' },
      told,
      corpus,
      { zone: 'UTC' },
      'store',
    );
    expect(rows.map((row) => [row['store'], row['difference']])).toEqual([
      ['Brest', -1],
      ['Dax', null],
      ['Lyon', null],
      [null, 1],
    ]);
  });
  it('has the rows of each group, without those its own rows tell apart', async () => {
    const { rows, columns } = await grouped('rows', ['store', 'channel']);
    expect(Object.keys(columns)).toEqual(['store', 'channel', 'n']);
    expect(rows).toEqual([
      { store: 'Lyon', channel: 'review', n: 1 },
      { store: 'Lyon', channel: 'x-post', n: 1 },
      { store: null, channel: 'review', n: 1 },
    ]);
    const { rows: own } = await grouped('rows', 'channel');
    expect(own).toEqual([
      { channel: 'review', n: 2 },
      { channel: 'x-post', n: 1 },
    ]);
  });
  it('counts a message in each of its drivers, and the one that says none in none', async () => {
    const { rows } = await grouped('value', 'driver');
    expect(rows.map((row) => [row['driver'], row['n']])).toEqual([
      ['price', 2],
      ['taste', 1],
      [null, 1],
    ]);
  });
  it('once a dimension is named twice', async () => {
    const { columns } = await grouped('value', ['store', 'store']);
    expect(Object.keys(columns)).toEqual(['store', ...VALUES]);
  });
  it('is refused with the metric to ask instead', async () => {
    const corpus = await corpusOf();
    await expect(reservoirCheck(corpus, { by: 'channel' })).rejects.toThrow(
      /ask reservoir by group, or measure it on corpus/,
    );
    expect((await reservoir(corpus, { by: 'channel' })).table.columnNames()).toContain('channel');
  });
  it('is refused for a list, for authors and for what is no dimension', async () => {
    await expect(grouped(undefined, 'store')).rejects.toThrow(/wordCount can't be grouped/);
    await expect(grouped('value', 'author' as 'store')).rejects.toThrow(/by "author".*stage/);
    await expect(grouped('value', [])).rejects.toThrow(/by \[\]/);
    await expect(grouped('value', [undefined as unknown as 'store'])).rejects.toThrow(/by \[null\].*stage/);
    await expect(grouped('value', 3 as unknown as 'store')).rejects.toThrow(/by 3.*expected stage/s);
  });
});

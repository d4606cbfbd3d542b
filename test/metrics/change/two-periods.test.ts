import { describe, expect, it } from 'vitest';
import {
  periodsOf,
  readCells,
  replicatesOf,
  tableOf,
  type Cell,
} from '../../../src/metrics/change/two-periods.js';
import { fakeCorpus } from '../fake-corpus.js';

const cell = (block: number, item: string | null, period: string, sum: number, weight = 1): Cell => ({
  block,
  item,
  period,
  weight,
  sum,
  n: weight,
});
const CELLS = [
  cell(7, 'b', 'now', -2, 2),
  cell(3, 'a', 'then', 1),
  cell(3, null, 'then', -1),
  cell(7, 'a', 'now', 1),
  cell(3, 'b', 'then', 3, 4),
];

describe('two periods by author blocks', () => {
  it('reads scores by hand: a message of two drivers is half of each, a neutral one counts 0', async () => {
    const corpus = await fakeCorpus({
      messages: [
        { authorKey: 'x', sentAt: 0, sentiment: 'negative', drivers: ['a', 'b'] },
        { authorKey: 'x', sentAt: 0, sentiment: 'positive', drivers: ['a'] },
        { authorKey: 'x', sentAt: 0, sentiment: 'neutral' },
        { authorKey: 'x', sentiment: 'negative' },
      ],
    });
    const [cells = [], channels = []] = await readCells(corpus, ['driver', 'channel'], 'then');
    expect(channels.map(({ n }) => n)).toEqual([3]);
    expect(new Set(cells.map(({ block }) => block)).size).toBe(1);
    expect(cells.map(({ item, weight, sum, n }) => [item, weight, sum, n])).toEqual([
      ['a', 1.5, 0.5, 2],
      ['b', 0.5, -0.5, 1],
      [null, 1, 0, 1],
    ]);
  });

  it('lays them out: groups by name, none last; blocks in order; then before now', () => {
    const { groups, blocks, counts } = tableOf(CELLS, ['then', 'now']);
    expect(groups).toEqual(['a', 'b', null]);
    expect(blocks.map((block) => [...block])).toEqual([
      [1, 1, 0, 0, 4, 3, 0, 0, 1, -1, 0, 0],
      [0, 0, 1, 1, 0, 0, 2, -2, 0, 0, 0, 0],
    ]);
    expect(counts).toEqual([
      { before: 1, after: 1 },
      { before: 4, after: 2 },
      { before: 1, after: 0 },
    ]);
  });

  it('sums blocks', () => {
    const { blocks } = tableOf(CELLS, ['then', 'now']);
    expect(periodsOf(blocks, 3)).toEqual([
      { before: { weight: 1, sum: 1 }, after: { weight: 1, sum: 1 } },
      { before: { weight: 4, sum: 3 }, after: { weight: 2, sum: -2 } },
      { before: { weight: 1, sum: -1 }, after: { weight: 0, sum: 0 } },
    ]);
  });

  it('draws again with the same seed; parts sum to the whole in every replicate', () => {
    const cells = Array.from({ length: 12 }, (_, k) => [
      cell(k, 'a', 'then', (k % 3) - 1),
      cell(k, k % 2 ? 'a' : 'b', 'now', (k % 2) - 0.5),
    ]).flat();
    const table = tableOf(cells, ['then', 'now']);
    const { parts, whole } = replicatesOf(table, 5, 40);
    expect(replicatesOf(table, 5, 40)).toEqual({ parts, whole });
    expect(whole.length).toBeGreaterThan(30);
    expect(new Set(whole).size).toBeGreaterThan(1);
    whole.forEach((change, k) => {
      expect(parts.reduce((sum, part) => sum + (part[2]?.[k] ?? 0), 0)).toBeCloseTo(change, 10);
    });
  });
});

import { describe, expect, it } from 'vitest';
import { loadConfusions } from '../../src/enrich/shipped-confusions.js';
import { cellOf, encodeConfusions, measureConfusions } from '../../src/learn/confusions.js';

describe('cellOf', () => {
  it('counts the edges that a value reaches', () => {
    expect([-1, -0.2, 0, 0.2, 0.9].map((value) => cellOf(value, [-0.2, 0.2]))).toEqual([0, 1, 1, 2, 2]);
  });
});

describe('the tables that ship', () => {
  const tables = loadConfusions();
  it('hold every genre of customers’ messages, each class told by some texts', () => {
    const genres = tables.filter(({ head }) => head === 'sentiment').map(({ genre }) => genre);
    expect(new Set(genres)).toEqual(new Set(['tweet', 'review', 'private', 'comment']));
    for (const { labels, edges, counts, head, genre } of tables) {
      expect(counts, `${head} ${genre}`).toHaveLength(labels.length);
      for (const row of counts) {
        expect(row).toHaveLength(edges.length + 1);
        expect(
          row.reduce((a, b) => a + b, 0),
          `${head} ${genre}`,
        ).toBeGreaterThan(0);
      }
    }
  });
  it('rise along the bands: negative texts lie lower than positive ones', () => {
    const middle = (row: readonly number[]): number =>
      row.reduce((sum, count, cell) => sum + cell * count, 0) / row.reduce((a, b) => a + b, 0);
    for (const { counts, head, genre } of tables)
      expect(middle(counts[0] ?? []), `${head} ${genre}`).toBeLessThan(middle(counts.at(-1) ?? []));
  });
  it('are written as they are read', () => {
    expect(JSON.parse(new TextDecoder().decode(encodeConfusions(tables)))).toEqual(tables);
  });
});

it('measures nothing without the heads it needs', () => {
  expect(measureConfusions(new Map(), { folder: '', own: '', unlicensed: true, splits: [] })).toBeNull();
});

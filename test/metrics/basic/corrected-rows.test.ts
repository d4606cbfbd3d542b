import { expect, it } from 'vitest';
import { correctedParts, correctedRows } from '../../../src/metrics/basic/corrected-rows.js';
import type { Stratum } from '../../../src/metrics/basic/read-strata.js';
import type { HeadConfusion } from '../../../src/model/index.js';

const TABLE: HeadConfusion = {
  head: 'sentiment',
  genre: 'review',
  language: null,
  labels: ['negative', 'neutral', 'positive'],
  edges: [-0.2, 0.2],
  counts: [
    [7000, 2000, 1000],
    [1500, 7000, 1500],
    [1500, 1000, 7500],
  ],
  source: 'texts of the test',
};
const stratum = (genre: string, told: readonly number[]): Stratum => {
  const n = told.reduce((a, b) => a + b, 0);
  return { genre, language: '', n, cells: told, told, effective: told.map(() => n) };
};

it('corrects each stratum by its table, leaves out what no table knows, and adds up by texts', () => {
  const strata = [stratum('review', [260, 420, 320]), stratum('tweet', [500, 300, 200])];
  const parts = correctedParts(strata, ({ genre }) => (genre === 'review' ? TABLE : undefined), 1);
  expect(parts).toHaveLength(1);
  // .7·.2 + .15·.8 = .26 are told negative of 20 % that are.
  expect(parts[0]?.shares[0]).toBeCloseTo(0.2, 2);
  const exact = { ...TABLE, counts: [0, 1, 2].map((k) => [0, 1, 2].map((j) => (j === k ? 9000 : 0))) };
  const both = correctedParts(strata, ({ genre }) => (genre === 'review' ? TABLE : exact), 1);
  const [row] = correctedRows('sentiment', 'all', both, [TABLE], { level: 0.95, seed: 1 });
  expect(row).toMatchObject({ label: 'negative', n: 2000, raw: 0.38 });
  expect(row?.share).toBeCloseTo((0.2 + 0.5) / 2, 2);
  expect(row?.low).toBeLessThan(0.35);
  expect(row?.high).toBeGreaterThan(0.35);
});

it('keeps the point inside its interval where messages look otherwise than the texts of the table', () => {
  // Few are told negative, yet all stand in bands that the table shows of negative texts: no mixture of its classes fills them so.
  const bands: HeadConfusion = {
    ...TABLE,
    edges: [-0.2, 0, 0.2],
    counts: [
      [300, 200, 180, 40],
      [60, 150, 430, 80],
      [30, 60, 90, 540],
    ],
  };
  const other: HeadConfusion = {
    ...bands,
    counts: [
      [500, 120, 80, 20],
      [40, 320, 320, 40],
      [20, 100, 100, 500],
    ],
  };
  const odd: Stratum = {
    genre: 'review',
    language: '',
    n: 82,
    cells: [2, 70, 6, 4],
    told: [2, 76, 4],
    effective: [82, 82, 82],
  };
  const parts = correctedParts([odd], () => bands, 1);
  expect(parts[0]?.fits).toBe(false);
  const rows = correctedRows('sentiment', 'all', parts, [bands, other], { level: 0.95, seed: 1 });
  expect(rows[0]?.raw).toBeCloseTo(2 / 82, 6);
  expect(parts[0]?.shares[0]).toBeGreaterThan(0.5);
  expect(rows[0]?.share).toBeLessThan(0.2);
  for (const { share, low, high } of rows) {
    expect(low).toBeLessThan(share ?? 0);
    expect(high).toBeGreaterThan(share ?? 1);
  }
  expect(rows.reduce((all, { share }) => all + (share ?? 0), 0)).toBeCloseTo(1, 9);
  const usual = correctedParts([{ ...odd, cells: [10, 14, 30, 28] }], () => bands, 1);
  expect(usual[0]?.fits).toBe(true);
});

it('tells the raw share and a range alone where sets differ so much that a share says nothing', () => {
  const other: HeadConfusion = {
    ...TABLE,
    counts: [
      [3000, 6000, 1000],
      [300, 9200, 500],
      [300, 2500, 7200],
    ],
  };
  const parts = correctedParts([stratum('review', [260, 420, 320])], () => TABLE, 1);
  const rowOf = (known: readonly HeadConfusion[]) =>
    correctedRows('sentiment', 'all', parts, known, { level: 0.95, seed: 1 })[0];
  const [near, far] = [rowOf([TABLE]), rowOf([TABLE, other])];
  expect(near?.share).toBeCloseTo(0.2, 2);
  expect(far?.raw).toBeCloseTo(0.26, 9);
  expect((far?.high ?? 0) - (far?.low ?? 0)).toBeGreaterThan(0.4);
  expect(far?.share).toBeNull();
});

it('draws the table of a further set where several are known: wide where they differ, the point what most leave', () => {
  const setOf = (source: string, right: number): HeadConfusion => ({
    ...TABLE,
    source,
    counts: [0, 1, 2].map((k) => [0, 1, 2].map((j) => (j === k ? 100 * right : 50 * (10 - right)))),
  });
  const parts = correctedParts([stratum('review', [425, 260, 315])], () => setOf('own', 7), 1);
  const rowsOf = (...rights: readonly number[]) =>
    correctedRows(
      'sentiment',
      'all',
      parts,
      rights.map((right, at) => setOf(`set ${at}`, right)),
      { level: 0.95, seed: 1 },
    );
  // .7·.5 + .15·.5 = .425 are told negative of one half that are.
  const [near] = rowsOf(7, 7, 7, 7);
  expect(near?.share).toBeCloseTo(0.5, 1);
  expect((near?.high ?? 1) - (near?.low ?? 0)).toBeLessThan(0.2);
  const far = rowsOf(5, 6, 8, 9);
  for (const [k, row] of far.entries()) {
    expect(row.high - row.low).toBeGreaterThan(
      (rowsOf(7, 7, 7, 7)[k]?.high ?? 1) - (rowsOf(7, 7, 7, 7)[k]?.low ?? 0),
    );
    expect(row.low).toBeLessThanOrEqual([0.5, 0.2, 0.3][k] ?? 0);
    expect(row.high).toBeGreaterThanOrEqual([0.5, 0.2, 0.3][k] ?? 1);
  }
  expect(far[1]?.low).toBeLessThan(0.02);
});

import { describe, expect, it } from 'vitest';
import {
  loadComplaintSamples,
  loadConfusions,
  loadToneSets,
} from '../../src/enrich/heads/shipped-confusions.js';
import { HEAD_COLUMNS } from '../../src/metrics/basic/head-columns.js';
import {
  cellOf,
  edgesOfHead,
  encodeConfusions,
  type KnownValue,
  measureConfusions,
  tablesOf,
} from '../../src/learn/confusions.js';

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
  it('have eight bands, the same for all of a head, cut where another label is told', () => {
    for (const { head, edges } of tables) {
      expect(edges).toHaveLength(7);
      expect(edges).toEqual(tables.find((one) => one.head === head)?.edges);
      expect(edges).toEqual(expect.arrayContaining([...HEAD_COLUMNS[head].cuts]));
    }
  });
  it('are one for each kind of text and language, of which no two are the same', () => {
    const keys = tables.map(({ head, genre, language }) => `${head} ${genre} ${language}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('have samples beside them that tell labels alone, and are of none of their texts', () => {
    const samples = loadComplaintSamples();
    expect(samples.map(({ counts }) => counts.flat().reduce((a, b) => a + b, 0))).toEqual([127, 123, 3449]);
    for (const { head, edges, source } of samples) {
      expect([head, edges]).toEqual(['complaint', HEAD_COLUMNS.complaint.cuts]);
      expect(tables.filter((one) => one.source.includes(source))).toEqual([]);
    }
  });
  it('have the tones of each labelled set beside them, by labels alone: those of the tables add up to them', () => {
    const sets = loadToneSets();
    expect(new Set(sets.map(({ source, genre }) => `${source} ${genre}`)).size).toBe(sets.length);
    expect(sets.length).toBeGreaterThanOrEqual(16);
    for (const { head, edges, counts, source } of sets) {
      expect([head, edges]).toEqual(['sentiment', HEAD_COLUMNS.sentiment.cuts]);
      for (const row of counts)
        expect(
          row.reduce((a, b) => a + b, 0),
          source,
        ).toBeGreaterThan(0);
    }
    const rowsOf = (all: typeof sets): number[] =>
      [0, 1, 2].map((k) => all.flatMap(({ counts }) => counts[k] ?? []).reduce((a, b) => a + b, 0));
    const own = sets.filter(({ source }) => tables.some((one) => one.source.split(', ').includes(source)));
    expect(rowsOf(own)).toEqual(rowsOf(tables.filter(({ head }) => head === 'sentiment')));
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

describe('tablesOf', () => {
  const known = (
    genre: KnownValue['genre'],
    truth: number,
    value: number,
    source: string = genre,
  ): KnownValue => ({ head: 'complaint', genre, language: null, source, text: '', truth, value });
  const texts = [
    known('private', 0, 0.1),
    known('private', 1, 0.9),
    known('review', 1, 0.4, 'a'),
    known('review', 1, 0.6, 'b'),
  ];
  it('counts each class in each band, by kind of text or by source', () => {
    expect(tablesOf(texts, () => [0.5]).map(({ genre, counts, source }) => [genre, counts, source])).toEqual([
      [
        'private',
        [
          [1, 0],
          [0, 1],
        ],
        'private',
      ],
      [
        'review',
        [
          [0, 0],
          [1, 1],
        ],
        'a, b',
      ],
    ]);
    expect(
      tablesOf(
        texts,
        () => [0.5],
        ({ source }) => source,
      ),
    ).toHaveLength(3);
  });
  it('cuts where the head tells another label, whatever its values', () => {
    expect(edgesOfHead(texts, 'complaint')).toContain(0.5);
    expect(edgesOfHead([], 'sentiment')).toEqual([-0.2, 0.2]);
  });
});

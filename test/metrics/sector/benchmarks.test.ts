import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { benchmarks } from '../../../src/metrics/sector/benchmarks.js';
import { parsePeerSet, peerSetOf } from '../../../src/metrics/sector/peer-set.js';
import type { EnrichedMessage } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';

let author = 0;
const many = (count: number, negative: number, rest: Partial<EnrichedMessage>): Partial<EnrichedMessage>[] =>
  Array.from({ length: count }, (_, at) => ({
    text: 'Texte',
    sentiment: at < negative ? 'negative' : 'neutral',
    authorKey: `a${author++}`,
    ...rest,
  }));
async function corpusOf(messages: readonly Partial<EnrichedMessage>[]): Promise<CorpusTables> {
  return fakeCorpus({ messages });
}

describe('benchmarks', () => {
  it('counts shares, draws the funnel round that of all and pulls small groups to it', async () => {
    const corpus = await corpusOf([
      ...many(100, 20, { store: 'Lyon' }),
      ...many(100, 22, { store: 'Lille' }),
      ...many(20, 12, { store: 'Brest' }),
      ...many(5, 5, { store: 'Dax' }),
      ...many(40, 0, {}),
    ]);
    const metric = await benchmarks(corpus);
    const rows = metric.rows();
    // 54 negatives of 220: Dax has too few messages, those without a store are no group.
    expect(metric.value).toBeCloseTo(54 / 220, 10);
    expect(rows.map(({ group, messages, share }) => [group, messages, share])).toEqual([
      ['Lille', 100, 0.22],
      ['Lyon', 100, 0.2],
      ['Brest', 20, 0.6],
    ]);
    // Wilson's interval of them, on each row
    for (const { expected, expectedLow, expectedHigh } of rows)
      expect([expected, expectedLow, expectedHigh]).toEqual([
        expect.closeTo(54 / 220, 10),
        expect.closeTo(0.1933, 4),
        expect.closeTo(0.3064, 4),
      ]);
    const brest = rows[2];
    expect(brest?.outside).toBe('99.8');
    // Wilson's interval of 12 of 20
    expect([brest?.shareLow, brest?.shareHigh]).toEqual([
      expect.closeTo(0.3866, 4),
      expect.closeTo(0.7812, 4),
    ]);
    expect(brest?.shrunk).toBeLessThan(0.6);
    expect(brest?.shrunk).toBeGreaterThan(54 / 220);
    expect(rows[0]?.outside).toBe('no');
    // 12 of 20 against 42 of the 200 others
    expect(brest?.difference).toBeCloseTo(0.6 - 0.21, 10);
    expect([Number(brest?.differenceLow) > 0, Number(rows[0]?.differenceLow) > 0]).toEqual([true, false]);
    expect(JSON.stringify(metric.chart())).toContain('Part de négatif par magasin');
  });

  it('joins corpora and an anonymous peer set, and saves its own without names', async () => {
    const ours = await corpusOf([
      ...many(60, 15, { brands: ['Maison Brel'] }),
      ...many(40, 4, { brands: ['Ferme Anou'] }),
    ]);
    const theirs = await corpusOf(many(50, 25, { brands: ['Ferme Anou'] }));
    const metric = await benchmarks(ours, { corpora: [theirs] });
    expect(metric.rows().map(({ group, messages, k }) => [group, messages, k])).toEqual([
      ['Ferme Anou', 90, 29],
      ['Maison Brel', 60, 15],
    ]);
    const saved = JSON.stringify(peerSetOf(metric, 'laiterie, 2026'));
    expect(saved).not.toContain('Brel');
    const peers = parsePeerSet(saved);
    expect(peers.peers.map(({ n, k }) => [n, k])).toEqual([
      [60, 15],
      [90, 29],
    ]);
    const other = await corpusOf(many(30, 3, { brands: ['Laiterie du Val'] }));
    const compared = await benchmarks(other, { peers });
    expect(compared.rows().map(({ group, peer }) => [group, peer])).toEqual([
      ['peer 2', true],
      ['peer 1', true],
      ['Laiterie du Val', false],
    ]);
  });

  it('is not measured with one group', async () => {
    const corpus = await corpusOf(many(30, 3, { brands: ['Maison Brel'] }));
    expect((await benchmarks(corpus)).notMeasured?.en).toContain('two brands or two stores');
  });
});

describe('parsePeerSet', () => {
  const good = {
    format: 'deversoir-peers 1',
    measure: 'negativeShare',
    about: 'x',
    peers: [{ peer: 'p', by: 'brand', n: 40, k: 3 }],
  };
  it.each([
    ['{', 'not a JSON document'],
    [JSON.stringify({ ...good, format: 'x' }), 'format "x"'],
    [JSON.stringify({ ...good, measure: 'rating' }), 'measure "rating"'],
    [JSON.stringify({ ...good, peers: [{ peer: 'p', by: 'brand', n: 3, k: 4 }] }), 'peer 1: k 4 of n 3'],
    [JSON.stringify({ ...good, peers: [{ peer: 'p', by: 'city', n: 3, k: 2 }] }), 'by "city"'],
    [JSON.stringify({ ...good, peers: [good.peers[0], good.peers[0]] }), 'comes twice'],
  ])('says what is wrong in %s', (json, message) => {
    expect(() => parsePeerSet(json, 'peers.json')).toThrow(message);
  });
});

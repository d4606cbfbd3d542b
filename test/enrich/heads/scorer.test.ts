import { describe, expect, it } from 'vitest';
import {
  DOC_VALUE,
  GRAM_VALUE,
  MEANING_VALUE,
  type FeatureExtractor,
} from '../../../src/enrich/heads/features.js';
import type { LinearHead } from '../../../src/enrich/heads/head.js';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';
import { Scorer } from '../../../src/enrich/heads/scorer.js';
import { seededRandom } from '../../../src/util/random.js';

const features = createFeatures();

/** A head with weights at random, −127 and 127 among them. */
function randomHead(name: string, wide: number, bits: number, seed: number, meaning = false): LinearHead {
  const random = seededRandom(seed);
  const labels = Array.from({ length: wide }, (_, k) => `${name}${k}`);
  const weights = Int8Array.from({ length: wide << bits }, () => Math.round((random() * 2 - 1) * 127.4));
  const each = (value: () => number): number[] => labels.map(value);
  return {
    name,
    labels,
    choice: 'many',
    bits,
    weights,
    scales: each(() => 0.01 + random()),
    biases: each(() => random() - 0.5),
    slopes: each(() => 1),
    shifts: each(() => 0),
    thresholds: each(() => 0.5),
    sources: [],
    ...(meaning ? { meaning: labels.map(() => Array.from({ length: 96 }, () => random() - 0.5)) } : {}),
  };
}

/** The margins by their definition. */
function marginsOf(head: LinearHead, from: FeatureExtractor): number[] {
  const row = (feature: number, k: number): number =>
    head.weights[(feature & ((1 << head.bits) - 1)) * head.labels.length + k] as number;
  const units: { features: number[]; words: number }[] = [];
  for (let u = 0; u < from.unitCount; u++) {
    const count = from.unitFeatures(u);
    units.push({ features: [...from.unit.subarray(0, count)], words: from.unitWords });
  }
  const squares = units.reduce(
    (sum, { features: { length }, words }) => sum + words + (length - words) * GRAM_VALUE ** 2,
    from.pairCount,
  );
  return head.labels.map((_, k) => {
    let sum = 0;
    for (const unit of units)
      unit.features.forEach((feature, j) => {
        sum += row(feature, k) * (j < unit.words ? 1 : GRAM_VALUE);
      });
    for (const pair of from.pairs.subarray(0, from.pairCount)) sum += row(pair, k);
    let docs = 0;
    for (const doc of from.document.hashes.subarray(0, from.document.count)) docs += DOC_VALUE * row(doc, k);
    const vector = new Float64Array(from.vectors?.dimensions ?? 0);
    for (let u = 0; u < from.unitCount; u++)
      if (from.unitVector(u) >= 0) from.vectors?.add(from.unitVector(u), vector);
    const meant = (head.meaning?.[k] ?? []).reduce(
      (all, weight, d) => all + weight * MEANING_VALUE * (vector[d] as number),
      0,
    );
    const norm = Math.sqrt(squares || 1);
    return (head.scales[k] as number) * (sum / norm + docs) + meant / norm + (head.biases[k] as number);
  });
}

const TEXTS = [
  'Bonjour, le fromage est vraiment décevant, pas bon du tout 😡 !!',
  '',
  '!',
  'Livraison rapide, merci 🙂 je recommande',
  'anticonstitutionnellement '.repeat(3),
  Array.from({ length: 3000 }, (_, i) => `mot${String.fromCharCode(97 + (i % 26))}${i.toString(36)}`).join(
    ' ',
  ),
];

describe('Scorer', () => {
  it('gives the margins of every head by their definition, whatever the tables', () => {
    const heads = [
      randomHead('a', 3, 12, 1),
      randomHead('b', 1, 8, 2),
      randomHead('c', 14, 11, 3),
      randomHead('d', 1, 12, 4),
    ];
    for (const some of [heads, heads.slice(0, 1), heads.slice(1, 2)]) {
      const scorer = new Scorer(features, some);
      for (const text of [...TEXTS, ...TEXTS]) {
        features.read(text);
        const margins = scorer.score();
        some.forEach((head, h) =>
          marginsOf(head, features).forEach((margin, k) => {
            expect(
              margins[(scorer.offsets[h] as number) + k],
              `${text.slice(0, 20)} ${head.name}${k}`,
            ).toBeCloseTo(margin, 3);
          }),
        );
      }
    }
  });

  it('adds what the word vectors mean to a head, to a part of a step of its table a word', () => {
    const heads = [
      randomHead('a', 3, 10, 7, true),
      randomHead('b', 2, 10, 8),
      randomHead('c', 1, 11, 9, true),
    ];
    const scorer = new Scorer(features, heads);
    const plain = new Scorer(features, [{ ...(heads[0] as LinearHead), meaning: undefined }]);
    for (const text of TEXTS) {
      features.read(text);
      const margins = scorer.score();
      heads.forEach((head, h) =>
        marginsOf(head, features).forEach((margin, k) => {
          const step = (features.unitCount * (head.scales[k] as number)) / 512;
          expect(
            Math.abs((margins[(scorer.offsets[h] as number) + k] as number) - margin),
          ).toBeLessThanOrEqual(step + 1e-3);
        }),
      );
    }
    features.read('Colis perdu, service client injoignable');
    const [meant = 0] = scorer.score(),
      [bare = 0] = plain.score();
    expect(Math.abs(meant - bare)).toBeGreaterThan(0.01);
    expect(() => new Scorer(features, [{ ...(heads[0] as LinearHead), meaning: [[1], [1], [1]] }])).toThrow(
      'other word vectors',
    );
  });

  it('forgets words when its table is full, and never what they add', () => {
    const head = randomHead('a', 2, 10, 5);
    const scorer = new Scorer(features, [head]);
    for (let round = 0; round < 12; round++) {
      features.read(Array.from({ length: 4000 }, (_, i) => `w${(round * 4000 + i).toString(36)}`).join(' '));
      const margins = [...scorer.score()];
      const expected = marginsOf(head, features);
      margins.forEach((margin, k) => expect(margin).toBeCloseTo(expected[k] as number, 2));
    }
  });
});

describe('FeatureExtractor.readPart', () => {
  it('reads some tokens as if they were a text of their own', () => {
    const head = randomHead('a', 4, 12, 6);
    const text =
      "Le goût n'est PAS mauvais du tout 👍, mais la livraison est NULLE… 3 semaines #jamaisReçu ! Je ne recommande pas";
    const parts = features.forParts();
    const scorer = new Scorer(parts, [head]),
      alone = createFeatures(),
      aloneScorer = new Scorer(alone, [head]);
    features.read(text);
    const { tokens } = features;
    for (const [from, to] of [
      [0, 9],
      [9, 16],
      [16, tokens.count],
      [3, 5],
      [4, 4],
    ] as const) {
      parts.readPart(from, to);
      alone.read(from === to ? '' : text.slice(tokens.starts[from], tokens.ends[to - 1]));
      expect([...scorer.score()]).toEqual([...aloneScorer.score()]);
      expect([parts.unitCount, parts.pairCount, parts.hits.count, parts.document.tone]).toEqual([
        alone.unitCount,
        alone.pairCount,
        alone.hits.count,
        alone.document.tone,
      ]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { DOC_SALT, DocumentFeatures } from '../../../src/enrich/heads/document-features.js';
import { CUE_KINDS, type CueHits } from '../../../src/enrich/terms/lexicon.js';
import { finishHash, hashWord } from '../../../src/enrich/words/token-hashes.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';
import { HashTable } from '../../../src/enrich/terms/vocabularies.js';

const polarity = new HashTable(
  new Map([
    [hashWord('bon'), 1],
    [hashWord('mauvais'), -0.5],
  ]),
);
const hash = (type: number, bin: number): number =>
  finishHash(Math.imul(type * 64 + bin + 1, 0x9e3779b1) ^ DOC_SALT);
type Cue = readonly [kind: (typeof CUE_KINDS)[number], start: number, weight: number];

function read(text: string, denied: readonly number[] = [], cues: readonly Cue[] = []): DocumentFeatures {
  const tokens = new TokenBuffer();
  tokens.tokenize(text);
  const negated = new Uint8Array(tokens.count);
  for (const i of denied) negated[i] = 1;
  const hits = {
    count: cues.length,
    kinds: cues.map(([kind]) => CUE_KINDS.indexOf(kind)),
    starts: cues.map(([, start]) => start),
    weights: cues.map(([, , weight]) => weight),
  } as unknown as CueHits;
  const features = new DocumentFeatures(polarity);
  features.read(tokens, negated, hits, 0, tokens.count);
  return features;
}
const has = (features: DocumentFeatures, type: number, bin: number): boolean =>
  features.hashes.subarray(0, features.count).includes(hash(type, bin));

describe('what a text shows as a whole', () => {
  it('counts marks, three at most', () => {
    const features = read('oui ! ! ! ! ? non');
    expect(has(features, 1, 2)).toBe(true); // two words: log2(3) = 1.58, 2
    expect(has(features, 2, 3)).toBe(true);
    expect(has(features, 3, 1)).toBe(true);
    expect(has(features, 4, 0)).toBe(true);
  });
  it('sums the polarities of words, denied ones turned at seven tenths', () => {
    expect(read('bon mauvais table').tone).toBeCloseTo(0.5, 6);
    expect(read('pas bon', [1]).tone).toBeCloseTo(-0.7, 6);
    expect(read('table').tone).toBe(0);
  });
  it('adds half of what cues say: denied praise is blame, denied blame is half praise', () => {
    expect(read('x y', [], [['polarity', 0, 2]]).tone).toBe(1);
    expect(read('x y', [0], [['polarity', 0, 2]]).tone).toBe(-1);
    expect(read('x y', [0], [['polarity', 0, -2]]).tone).toBe(0.5);
  });
  it('has a feature for each kind of cue, three at most counted', () => {
    const irony = CUE_KINDS.indexOf('irony');
    const four = Array.from({ length: 4 }, () => ['irony', 0, 1] as const);
    expect(has(read('x', [], four), 64 + irony, 3)).toBe(true);
    expect(has(read('x', [], four.slice(0, 1)), 64 + irony, 1)).toBe(true);
    expect(has(read('x'), 20, 0)).toBe(true);
  });
  it('bins the share of capitals by eighths, and says when there are too few letters', () => {
    expect(has(read('OUI OUI oui'), 18, 4)).toBe(true); // 8 · 6/9 = 5.3, 4 at most
    expect(has(read('Oui oui'), 18, 1)).toBe(true); // 8 · 1/6 = 1.3
    expect(has(read('Oui'), 18, 5)).toBe(true);
  });
});

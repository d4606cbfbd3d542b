import { DocumentFeatures, DOC_SALT } from './document-features.js';
import { type CueFinder, CueHits } from '../terms/lexicon.js';
import { markDenied } from '../terms/negation.js';
import { StampSet } from './stamp-set.js';
import { TOKEN } from '../words/token-kinds.js';
import { finishHash, mixHash } from '../words/token-hashes.js';
import { TokenBuffer } from '../words/tokens.js';
import { EMPTY_POLARITIES, type PolarityTable } from '../terms/vocabularies.js';
import type { WordVectors } from '../words/word-vectors.js';

const SALT = { negated: 0x11, pair: 0x22, gram: 0x44 } as const;
const MAX_GRAM_LETTERS = 24;
/** Value of a character n-gram beside 1 for a word or a pair: n-grams are many. */
export const GRAM_VALUE = 0.25;
/** Value of a document feature; the others are divided by the length of their vector. */
export const DOC_VALUE = 0.2;
/** Factor on the vectors of words, divided by the same length as words and pairs: of .005 to .04 a step of int8 the best, see the card. */
export const MEANING_VALUE = 2.5;

/**
 * Features of one text in reusable arrays. Distinct tokens are *units*: all features of a unit (word, its character 2–5-grams,
 * its polarity) depend on the unit alone, so that their summed weights can be kept from text to text. Pairs of neighbours and
 * document features are not kept.
 */
export class FeatureExtractor {
  /** Per unit: index of its first token, and 1 when it is denied. */
  unitTokens = new Int32Array(256);
  unitNegated = new Uint8Array(256);
  unitKeys = new Int32Array(256);
  unitCount = 0;
  /** Hashes of pairs of neighbouring tokens, distinct. */
  pairs = new Int32Array(512);
  pairCount = 0;
  /** Features of the whole text: marks, polarities, cues. */
  readonly document: DocumentFeatures;
  /** Features of the unit last asked: hashes; the first `words` are word features. */
  unit = new Int32Array(256);
  unitWords = 0;
  negated = new Uint8Array(256);
  private readonly seen = new StampSet();
  private readonly polarity: PolarityTable;
  /** Cues of the lexicons in the text read last. */
  readonly hits = new CueHits();
  private readonly cues: CueFinder | undefined;

  constructor(
    polarity: PolarityTable = EMPTY_POLARITIES,
    cues?: CueFinder,
    readonly tokens = new TokenBuffer(),
    /** Vectors of words, whose sum is a feature too. */
    readonly vectors: WordVectors | null = null,
  ) {
    this.polarity = polarity;
    this.cues = cues;
    this.document = new DocumentFeatures(polarity);
  }

  /** An extractor of the same features with arrays of its own, for parts of the text that this one has read. */
  forParts(): FeatureExtractor {
    return new FeatureExtractor(this.polarity, this.cues, this.tokens, this.vectors);
  }

  /** Tokenizes and finds units, pairs and document features. */
  read(text: string): void {
    this.readPart(0, this.tokens.tokenize(text));
  }

  /** Finds units, pairs and document features of the tokens `from .. to` as if they were a text of their own. */
  readPart(from: number, to: number): void {
    if (this.negated.length < to) this.negated = new Uint8Array(this.tokens.kinds.length);
    this.cues?.find(this.tokens, this.hits, undefined, from, to);
    markDenied(this.tokens, this.negated, from, to, this.hits);
    this.findUnits(from, to);
    this.findPairs(from, to);
    this.document.read(this.tokens, this.negated, this.hits, from, to);
  }

  private findUnits(from: number, to: number): void {
    const { tokens, seen } = this;
    seen.clear(to - from + 1);
    this.unitCount = 0;
    if (this.unitTokens.length < to - from) {
      this.unitTokens = new Int32Array(tokens.kinds.length);
      this.unitKeys = new Int32Array(tokens.kinds.length);
      this.unitNegated = new Uint8Array(tokens.kinds.length);
    }
    for (let i = from; i < to; i++) {
      const negated = this.negated[i] as number;
      const key = (tokens.hashes[i] as number) ^ (negated ? 0x5bd1e995 : 0);
      if (!seen.add(key)) continue;
      this.unitTokens[this.unitCount] = i;
      this.unitNegated[this.unitCount] = negated;
      this.unitKeys[this.unitCount++] = key;
    }
  }

  private findPairs(from: number, to: number): void {
    const { tokens, seen } = this;
    const { hashes } = tokens;
    seen.clear(to - from + 1);
    this.pairCount = 0;
    if (this.pairs.length <= to - from) this.pairs = new Int32Array(tokens.kinds.length + 1);
    let before = 1;
    for (let i = from; i <= to; i++) {
      const hash = i < to ? (hashes[i] as number) : 2;
      const pair = this.pairOf(before, hash);
      if (seen.add(pair)) this.pairs[this.pairCount++] = pair;
      before = hash;
    }
  }

  /** Feature of two neighbouring tokens, by their hashes. */
  pairOf(before: number, hash: number): number {
    return mixHash(before ^ SALT.pair, hash);
  }

  /** Fills `unit` with the features of unit u; returns how many. The first `unitWords` are word features, the others n-grams. */
  unitFeatures(u: number): number {
    const { tokens } = this;
    const i = this.unitTokens[u] as number;
    const hash = tokens.hashes[i] as number,
      negated = this.unitNegated[u] === 1;
    let n = 0;
    this.unit[n++] = negated ? mixHash(hash, SALT.negated) : hash;
    const p = this.polarity.get(hash);
    if (p !== 0)
      this.unit[n++] = finishHash(
        Math.imul(Math.round(p * 4) + 40 + (negated ? 100 : 0), 0x9e3779b1) ^ DOC_SALT,
      );
    this.unitWords = n;
    const kind = tokens.kinds[i];
    if (kind !== TOKEN.word && kind !== TOKEN.hashtag) return n;
    return this.grams(
      tokens.charStarts[i] as number,
      Math.min(tokens.charEnds[i] as number, (tokens.charStarts[i] as number) + MAX_GRAM_LETTERS),
      n,
    );
  }

  /** Row of the vector of unit u, −1 without one: only words and hashtags mean something. */
  unitVector(u: number): number {
    const { tokens, vectors } = this;
    const i = this.unitTokens[u] as number,
      kind = tokens.kinds[i];
    return vectors === null || (kind !== TOKEN.word && kind !== TOKEN.hashtag)
      ? -1
      : vectors.rowOfToken(tokens, i);
  }

  /** Character 2–5-grams of `<word>`. */
  private grams(from: number, to: number, count: number): number {
    const { chars } = this.tokens;
    const { unit } = this;
    let n = count;
    for (let start = from - 1; start < to; start++) {
      let hash: number = SALT.gram;
      for (let length = 1; length <= 5; length++) {
        const at = start + length - 1;
        if (at > to) break;
        const code = at < from ? 0x3c : at === to ? 0x3e : (chars[at] as number);
        hash = (Math.imul(hash ^ code, 0x01000193) + length) | 0;
        if (length >= 2) unit[n++] = finishHash(hash);
      }
    }
    return n;
  }
}

import { CUE_KINDS, type CueFinder, CueHits } from './lexicon.js';
import { markDenied } from './negation.js';
import { StampSet } from './stamp-set.js';
import { FLAG, finishHash, mixHash, TOKEN, TokenBuffer } from './tokens.js';
import { EMPTY_POLARITIES, type PolarityTable } from './vocabularies.js';

const POLARITY_KIND = CUE_KINDS.indexOf('polarity');

const SALT = { negated: 0x11, pair: 0x22, gram: 0x44, doc: 0x66 } as const;
const MAX_GRAM_LETTERS = 24;
/** Value of a character n-gram beside 1 for a word or a pair: n-grams are many. */
export const GRAM_VALUE = 0.25;
/** Value of a document feature; the others are divided by the length of their vector. */
export const DOC_VALUE = 0.2;

const few = (n: number): number => Math.min(n, 3);
const log = (n: number): number => Math.min(Math.round(Math.log2(n + 1)), 12);
const bins = (x: number): number => (x === 0 ? 0 : Math.min(1 + Math.floor(x * 2), 8));

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
  /** Hashes of document features; their value is 1, outside the length norm. */
  docs = new Int32Array(128);
  docCount = 0;
  /** Features of the unit last asked: hashes; the first `words` are word features. */
  unit = new Int32Array(256);
  unitWords = 0;
  negated = new Uint8Array(256);
  private readonly kindCounts = new Int32Array(CUE_KINDS.length);
  private readonly seen = new StampSet();
  private readonly polarity: PolarityTable;

  /** Sum of the polarities of words and cues in the text read last, denied ones turned: a lexicon's verdict. */
  tone = 0;
  /** Cues of the lexicons in the text read last. */
  readonly hits = new CueHits();
  private readonly cues: CueFinder | undefined;

  constructor(
    polarity: PolarityTable = EMPTY_POLARITIES,
    cues?: CueFinder,
    readonly tokens = new TokenBuffer(),
  ) {
    this.polarity = polarity;
    this.cues = cues;
  }

  /** An extractor of the same features with arrays of its own, for parts of the text that this one has read. */
  forParts(): FeatureExtractor {
    return new FeatureExtractor(this.polarity, this.cues, this.tokens);
  }

  /** Tokenizes and finds units, pairs and document features. */
  read(text: string): void {
    this.readPart(0, this.tokens.tokenize(text));
  }

  /** Finds units, pairs and document features of the tokens `from .. to` as if they were a text of their own. */
  readPart(from: number, to: number): void {
    if (this.negated.length < to) this.negated = new Uint8Array(this.tokens.kinds.length);
    markDenied(this.tokens, this.negated, from, to);
    this.findUnits(from, to);
    this.findPairs(from, to);
    this.cues?.find(this.tokens, this.hits, undefined, from, to);
    this.docCount = 0;
    this.findDocs(from, to);
    this.findCues();
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

  private addDoc(type: number, bin: number): void {
    this.docs[this.docCount++] = finishHash(Math.imul(type * 64 + bin + 1, 0x9e3779b1) ^ SALT.doc);
  }

  private findDocs(from: number, to: number): void {
    const { tokens } = this;
    let words = 0,
      cries = 0,
      asks = 0,
      emoji = 0,
      upper = 0,
      elongated = 0,
      links = 0,
      mentions = 0,
      hashtags = 0,
      numbers = 0,
      dots = 0;
    let good = 0,
      bad = 0,
      last = 0,
      goods = 0,
      bads = 0;
    for (let i = from; i < to; i++) {
      const kind = tokens.kinds[i],
        flags = tokens.flags[i] as number;
      if (kind === TOKEN.word) {
        words++;
        if (flags & FLAG.upper) upper++;
        if (flags & FLAG.elongated) elongated++;
        let p = this.polarity.get(tokens.hashes[i] as number);
        if (p !== 0) {
          if (this.negated[i]) p = -0.7 * p;
          if (p > 0) {
            good += p;
            goods++;
          } else {
            bad -= p;
            bads++;
          }
          last = p;
        }
      } else if (kind === TOKEN.mark) {
        const code = tokens.text.charCodeAt(tokens.starts[i] as number);
        if (code === 0x21) cries++;
        else if (code === 0x3f) asks++;
        else dots++;
      } else if (kind === TOKEN.emoji) {
        emoji++;
        const p = this.polarity.get(tokens.hashes[i] as number);
        if (p > 0) {
          good += p;
          goods++;
        } else if (p < 0) {
          bad -= p;
          bads++;
        }
        if (p !== 0) last = p;
      } else if (kind === TOKEN.url) links++;
      else if (kind === TOKEN.mention) mentions++;
      else if (kind === TOKEN.hashtag) hashtags++;
      else if (kind === TOKEN.number) numbers++;
    }
    this.addDoc(1, log(words));
    this.addDoc(2, few(cries));
    this.addDoc(3, few(asks));
    this.addDoc(4, few(emoji));
    this.addDoc(5, few(upper));
    this.addDoc(6, few(elongated));
    this.addDoc(7, few(links));
    this.addDoc(8, few(mentions));
    this.addDoc(9, few(hashtags));
    this.addDoc(10, few(numbers));
    this.addDoc(11, few(dots));
    this.addDoc(12, bins(good));
    this.addDoc(13, bins(bad));
    const tone = good + bad === 0 ? 0 : Math.round((4 * (good - bad)) / (good + bad)) + 5;
    this.addDoc(14, tone);
    this.addDoc(15, last === 0 ? 0 : last > 0 ? 1 : 2);
    const net = good - bad;
    this.tone = net;
    this.addDoc(16, net === 0 ? 20 : Math.max(0, Math.min(40, 20 + Math.round(net * 3))));
    this.addDoc(17, Math.min(goods, 4) * 5 + Math.min(bads, 4));
    const letters = tokens.lettersIn(from, to);
    this.addDoc(18, letters > 5 ? Math.min(4, Math.floor((8 * tokens.capitalsIn(from, to)) / letters)) : 5);
  }

  /** What the cues say: how many of each kind, the sum of their polarities, and the polarity of the last clause. */
  private findCues(): void {
    const { hits, kindCounts } = this;
    if (hits.count === 0) {
      this.addDoc(20, 0);
      return;
    }
    kindCounts.fill(0);
    let good = 0,
      bad = 0,
      last = 0;
    for (let i = 0; i < hits.count; i++) {
      const kind = hits.kinds[i] as number,
        start = hits.starts[i] as number;
      const denied = this.negated[start] === 1;
      if (kind !== POLARITY_KIND) {
        kindCounts[kind]!++;
        continue;
      }
      let weight = hits.weights[i] as number;
      if (denied) weight = weight > 0 ? -weight : weight * -0.5;
      if (weight > 0) good += weight;
      else bad -= weight;
      last = weight;
    }
    for (let kind = 1; kind < CUE_KINDS.length; kind++) {
      const count = kindCounts[kind] as number;
      if (count > 0) this.addDoc(64 + kind, Math.min(count, 3));
    }
    this.tone += (good - bad) / 2;
    this.addDoc(20, 1 + Math.min(Math.round(good), 8));
    this.addDoc(21, Math.min(Math.round(bad), 8));
    this.addDoc(22, Math.max(0, Math.min(20, 10 + Math.round(good - bad))));
    this.addDoc(23, last > 0 ? 1 : last < 0 ? 2 : 0);
    this.addDoc(24, good + bad === 0 ? 0 : Math.round((4 * (good - bad)) / (good + bad)) + 5);
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
        Math.imul(Math.round(p * 4) + 40 + (negated ? 100 : 0), 0x9e3779b1) ^ SALT.doc,
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

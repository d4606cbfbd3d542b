import { CUE_KINDS, type CueHits, POLARITY } from '../terms/lexicon.js';
import { finishHash } from '../words/token-hashes.js';
import { FLAG, TOKEN } from '../words/token-kinds.js';
import type { TokenBuffer } from '../words/tokens.js';
import type { PolarityTable } from '../terms/vocabularies.js';

/** Mixed into the hashes of document features and of polarities. */
export const DOC_SALT = 0x66;

const few = (n: number): number => Math.min(n, 3);
const log = (n: number): number => Math.min(Math.round(Math.log2(n + 1)), 12);
const bins = (x: number): number => (x === 0 ? 0 : Math.min(1 + Math.floor(x * 2), 8));

/** What a text shows as a whole: counts of marks, emoji and capitals, what the vocabularies and the cues say. */
export class DocumentFeatures {
  /** Hashes of the features; their value is `DOC_VALUE`, outside the length norm. */
  readonly hashes = new Int32Array(128);
  count = 0;
  /** Sum of the polarities of words and cues, denied ones turned: a lexicon's verdict. */
  tone = 0;
  private readonly kindCounts = new Int32Array(CUE_KINDS.length);

  constructor(private readonly polarity: PolarityTable) {}

  /** Reads the tokens `from .. to`; `negated`: 1 for denied tokens; `hits`: the cues among them. */
  read(tokens: TokenBuffer, negated: Uint8Array, hits: CueHits, from: number, to: number): void {
    this.count = 0;
    this.findMarks(tokens, negated, from, to);
    this.findCues(hits, negated);
  }

  private addDoc(type: number, bin: number): void {
    this.hashes[this.count++] = finishHash(Math.imul(type * 64 + bin + 1, 0x9e3779b1) ^ DOC_SALT);
  }

  private findMarks(tokens: TokenBuffer, negated: Uint8Array, from: number, to: number): void {
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
          if (negated[i]) p = -0.7 * p;
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
  private findCues(hits: CueHits, negated: Uint8Array): void {
    const { kindCounts } = this;
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
      const denied = negated[start] === 1;
      if (kind !== POLARITY) {
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
}

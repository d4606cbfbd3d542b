import type { DriverHit } from './drivers.js';
import { type FeatureExtractor, GRAM_VALUE, MEANING_VALUE } from '../heads/features.js';
import type { LinearHead } from '../heads/head.js';
import { TOKEN } from '../words/token-kinds.js';

/** Terms quoted for a driver at most. */
const MAX_TERMS = 3;
const BETWEEN = ' … ';

/** The words of a text that say a driver: its terms; where the head alone tells it, the word that speaks most for it. */
export class DriverEvidence {
  constructor(
    private readonly features: FeatureExtractor,
    private readonly head: LinearHead | null,
  ) {}

  /** Words for a driver of the text read last, as written. */
  of(driver: string, hits: readonly DriverHit[]): string {
    const { tokens } = this.features;
    const terms: string[] = [];
    for (const hit of hits) {
      if (hit.driver !== driver || hit.role === 'bar') continue;
      const words = tokens.text.slice(tokens.starts[hit.start], tokens.ends[hit.end - 1]);
      if (!terms.includes(words) && terms.length < MAX_TERMS) terms.push(words);
    }
    return terms.length > 0 ? terms.join(BETWEEN) : this.strongest(driver);
  }

  private strongest(driver: string): string {
    const { features, head } = this;
    const label = head?.labels.indexOf(driver) ?? -1;
    if (head === null || label < 0) return '';
    const mask = (1 << head.bits) - 1,
      wide = head.labels.length,
      meaning = head.meaning?.[label];
    let best = -1,
      top = 0;
    for (let u = 0; u < features.unitCount; u++) {
      if (features.tokens.kinds[features.unitTokens[u] as number] !== TOKEN.word) continue;
      const count = features.unitFeatures(u);
      let sum = 0;
      for (let j = 0; j < count; j++)
        sum +=
          (j < features.unitWords ? 1 : GRAM_VALUE) *
          (head.weights[((features.unit[j] as number) & mask) * wide + label] as number);
      if (meaning !== undefined)
        sum +=
          (MEANING_VALUE * (features.vectors?.dot(features.unitVector(u), meaning) ?? 0)) /
          (head.scales[label] as number);
      if (sum > top) {
        top = sum;
        best = features.unitTokens[u] as number;
      }
    }
    return best < 0 ? '' : features.tokens.written(best);
  }
}

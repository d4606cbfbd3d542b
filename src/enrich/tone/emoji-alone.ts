import type { FeatureExtractor } from '../heads/features.js';
import { POLARITY } from '../terms/lexicon.js';
import { TOKEN } from '../words/token-kinds.js';

/** Weight from which an emoji says of itself whether it praises or blames. */
const PLAIN = 2;

/**
 * What a text of emoji alone says, by those that the lexicon knows: 1 praise, −1 blame, 0 where it knows none of them; `null` where they say little or both, and
 * of other texts.
 */
export function emojiAlone({ tokens, hits }: FeatureExtractor): -1 | 0 | 1 | null {
  let emoji = 0;
  for (let i = 0; i < tokens.count; i++)
    if (tokens.kinds[i] === TOKEN.emoji) emoji++;
    else if (tokens.kinds[i] !== TOKEN.mark) return null;
  if (emoji === 0) return null;
  let good = 0,
    bad = 0;
  for (let i = 0; i < hits.count; i++) {
    if (hits.kinds[i] !== POLARITY) continue;
    good = Math.max(good, hits.weights[i] as number);
    bad = Math.max(bad, -(hits.weights[i] as number));
  }
  if (good === 0 && bad === 0) return 0;
  return good >= PLAIN && bad === 0 ? 1 : bad >= PLAIN && good === 0 ? -1 : null;
}

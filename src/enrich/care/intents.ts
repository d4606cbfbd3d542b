import { type Intent, INTENTS } from '../../model/enrichment.js';
import type { HeadScores } from '../heads/head-scores.js';
import type { CueHits } from '../terms/lexicon.js';

/** Probability from which an intent is told alone, and with a cue of it. */
const ALONE = 0.5,
  WITH_CUE = 0.3;

/** What the writer wants; `complaint`: its probability. */
export function tellIntents(scores: HeadScores, hits: CueHits, complaint: number): Intent[] {
  const intents: Intent[] = complaint >= ALONE ? ['complaint'] : [];
  for (let k = 0; k < INTENTS.length; k++) {
    const intent = INTENTS[k] as Intent;
    if (intent === 'complaint') continue;
    const p = scores.of('intents', k);
    if (p >= ALONE || (p >= WITH_CUE && hits.countOf(intent) > 0)) intents.push(intent);
  }
  return intents;
}

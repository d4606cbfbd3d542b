import { expect, it } from 'vitest';
import type { HeadScores } from '../../../src/enrich/heads/head-scores.js';
import { tellIntents } from '../../../src/enrich/care/intents.js';
import type { CueHits } from '../../../src/enrich/terms/lexicon.js';
import { INTENTS } from '../../../src/model/enrichment.js';

it('tells an intent from one half, from three tenths with a cue of it, and a complaint from its own head', () => {
  const p: Readonly<Record<string, number>> = { complaint: 0.99, question: 0.5, thanks: 0.3, request: 0.3 };
  const scores = { of: (_: string, k: number) => p[INTENTS[k] as string] ?? 0 } as unknown as HeadScores;
  const cue = { countOf: (kind: string) => (kind === 'thanks' ? 1 : 0) } as unknown as CueHits;
  expect(tellIntents(scores, cue, 0.49)).toEqual(
    INTENTS.filter((one) => one === 'question' || one === 'thanks'),
  );
  expect(tellIntents(scores, cue, 0.5)[0]).toBe('complaint');
});

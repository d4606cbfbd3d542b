import { expect, it } from 'vitest';
import { answerEffectFinding } from '../../../../src/report/story/findings/answer-effect.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import { plain, written } from '../../written.js';

async function told(value: number, low: number, high: number): Promise<Finding | undefined> {
  const metrics = [
    await written('answerEffect', 'ratio', { value, low, high, n: 427 }),
    await written('avoidableSpills', 'cases', {
      value: 11,
      rows: [2, 24].map((withinHours) => ({
        withinHours,
        value: 11,
        low: 5,
        high: 18,
        actualShare: 0.057,
        policyShare: 0.034,
        shareLow: 0.019,
        shareHigh: 0.051,
        n: 497,
      })),
    }),
  ];
  return answerEffectFinding({
    metrics: new Map(metrics.map((metric) => [metric.name, metric])),
    words: wordsOf('fr', 'UTC'),
    zone: 'UTC',
    brand: '',
    quoted: new Set(),
  })[0];
}

it('projects what answering would change where the effect is established, and nothing where it is not', async () => {
  const clear = await told(0.25, 0.1, 0.6);
  expect(plain(clear?.title ?? '')).toBe('Une plainte qui a sa réponse déborde environ 4 fois moins');
  expect([clear?.chart?.series[0]?.marks.length, clear?.action === null]).toEqual([3, false]);
  const vague = await told(0.24, 0.07, 1.89);
  expect(plain(vague?.title ?? '')).toBe('Rien n’établit qu’une réponse évite le débordement');
  expect([vague?.chart, vague?.action]).toEqual([null, null]);
});

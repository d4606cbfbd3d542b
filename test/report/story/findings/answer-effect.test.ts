import { expect, it } from 'vitest';
import { answerEffectFinding } from '../../../../src/report/story/findings/answer-effect.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { plain, telling, written } from '../../written.js';

async function told(value: number, low: number, high: number, floor = false): Promise<Finding | undefined> {
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
    // the true share is told as a floor where its interval holds over half of all shares
    await written('spillRate', 'share', {
      value: 0.2,
      low: 0.1,
      high: floor ? 0.9 : 0.3,
      n: 497,
      rows: [{ by: 'total', n: 497, seen: 0.05, seenLow: 0.04, seenHigh: 0.07, expected: 99, spilled: 25 }],
    }),
  ];
  return answerEffectFinding(telling(metrics))[0];
}

it('projects what answering would change where the effect is established, and nothing where it is not', async () => {
  const clear = await told(0.25, 0.1, 0.6);
  expect(plain(clear?.title ?? '')).toBe('Une plainte qui a sa réponse déborde environ 4 fois moins');
  expect([clear?.chart?.series[0]?.marks.length, clear?.action === null]).toEqual([3, false]);
  // the part of the share within 30 days, whatever number of complaints the spill rate counts
  expect(clear?.action?.stake).toBeCloseTo(1 - 0.034 / 0.057, 10);
  expect(plain(clear?.action?.text ?? '')).toBe(
    'Répondre à tous en 24 h : 11 débordements de moins (de 5 à 18) sur environ 28 attendus en 30 jours, si l’association tient.',
  );
  const vague = await told(0.24, 0.07, 1.89);
  expect(plain(vague?.title ?? '')).toBe('Rien n’établit qu’une réponse évite le débordement');
  expect([vague?.chart, vague?.action]).toEqual([null, null]);
  expect(plain(vague?.text ?? '')).toContain('dans un sens comme dans l’autre');
  // an interval above 1 goes one way
  const worse = await told(2.4, 1.3, 4.1);
  expect(plain(worse?.text ?? '')).toContain('débordent même plus que les autres');
  expect([worse?.title, worse?.action]).toEqual([vague?.title, null]);
});

it('projects no share beside a floor of what overflows: the ratio alone', async () => {
  const finding = await told(0.25, 0.1, 0.6, true);
  expect(finding?.chart?.series[0]?.marks.map(({ value, low, high }) => [value, low, high])).toEqual([
    [1, null, null],
    [0.25, 0.1, 0.6],
  ]);
  expect(plain(finding?.action?.text ?? '')).toBe(
    'Répondre à tous en 24 h : une plainte qui a sa réponse déborde environ 4 fois moins, si l’association tient.',
  );
  expect(finding?.action?.stake).toBeCloseTo(1 - 0.034 / 0.057, 10);
});

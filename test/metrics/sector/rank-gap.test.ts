import { expect, it } from 'vitest';
import { rankGaps } from '../../../src/metrics/sector/rank-gap.js';
import { seededRandom } from '../../../src/util/random.js';

it('tells no gap established between products of few messages, and one between many', () => {
  const two = (n: number) =>
    rankGaps(
      [
        { positive: 0.4 * n, negative: 0.6 * n, n, grade: 'a' },
        { positive: 0.6 * n, negative: 0.4 * n, n, grade: 'c' },
      ],
      0.95,
    )[0];
  expect(two(10)).toMatchObject({ gap: 1, gapLow: 0, gapHigh: 1 });
  expect(two(200)).toMatchObject({ gap: 1, gapLow: 1, gapHigh: 1 });
});

it('counts authors who write often once: fewer effective messages, a wider interval', () => {
  const of = (effectiveN: number) =>
    rankGaps(
      [
        { positive: 20, negative: 30, n: 50, effectiveN, grade: 'b' },
        { positive: 40, negative: 10, n: 50, effectiveN, grade: 'b' },
      ],
      0.95,
    )[0];
  expect(of(50)).toMatchObject({ gap: 0.5, gapLow: 0.5, gapHigh: 0.5 });
  expect(of(6)).toMatchObject({ gap: 0.5, gapLow: -0.5, gapHigh: 0.5 });
});

it('covers the true gap at the level it says, with ties and products of five messages among them', () => {
  const random = seededRandom(41);
  let covered = 0,
    all = 0;
  for (let draw = 0; draw < 300; draw++) {
    const truth = Array.from({ length: 8 }, (_, at) => ({
      positive: at < 3 ? 0.5 : 0.15 + 0.7 * random(),
      n: 5 + Math.floor(60 * random()),
      grade: 'abcde'[at % 5] ?? 'a',
    }));
    const drawn = truth.map(({ positive, n, grade }) => {
      const k = Array.from({ length: n }, () => random() < positive).filter(Boolean).length;
      return { positive: k, negative: n - k, n, grade };
    });
    // what would be said of endless messages: ranks of the true tones, equal ones at their mean
    const exact = rankGaps(
      truth.map(({ positive, grade }) => ({ positive, negative: 1 - positive, n: 1, grade })),
      0.95,
    );
    rankGaps(drawn, 0.95).forEach(({ gapLow, gapHigh }, at) => {
      const gap = exact[at]?.gap ?? NaN;
      all++;
      if (gapLow <= gap && gap <= gapHigh) covered++;
    });
  }
  expect(covered / all).toBeGreaterThanOrEqual(0.95);
});

import { describe, expect, it } from 'vitest';
import {
  furtherShares,
  LEAST_SETS,
  type LabelTable,
} from '../../../src/stats/quantification/further-shares.js';
import { drawAt } from '../../../src/stats/quantification/reading-errors.js';
import { exponential, normal } from '../../../src/stats/variates.js';
import { seededRandom } from '../../../src/util/random.js';

const CLASSES = [0, 1, 2];
/** A set of so many texts a class, each of which is told rightly by so many of ten, else as often either wrong label. */
const set = (right: number, texts = 100_000, kind = 'review'): LabelTable => ({
  kind,
  counts: CLASSES.map((k) => CLASSES.map((j) => (texts * (j === k ? right : (10 - right) / 2)) / 10)),
});
const boundsOf = (draws: readonly (readonly number[])[], k: number): [number, number] => {
  const own = draws.map((shares) => shares[k] ?? 0);
  return [drawAt(own, 0.025), drawAt(own, 0.975)];
};
const sets = (...rights: readonly number[]): LabelTable[] => rights.map((right) => set(right));

describe('furtherShares', () => {
  it('is the adjusted count where sets agree and are great', () => {
    // told .7·.5 + .15·.5 = .425, .15·.5 + .7·.2 + .15·.3 = .26 and .315 of shares .5, .2 and .3
    const found = furtherShares(
      [{ kind: 'review', told: [42_500, 26_000, 31_500], effectiveN: 1e6 }],
      sets(7, 7, 7, 7),
      { seed: 1 },
    );
    [0.5, 0.2, 0.3].forEach((share, k) => {
      const [low, high] = boundsOf(found?.draws ?? [], k);
      expect(low).toBeGreaterThan(share - 0.01);
      expect(high).toBeLessThan(share + 0.01);
    });
    expect(found?.possible).toHaveLength(found?.draws.length ?? 0);
  });

  it('says little of texts that are told as sets which differ tell them, but that a class may be missing', () => {
    const told = [{ kind: 'review', told: [350, 300, 350], effectiveN: 1000 }];
    const { draws, possible } = furtherShares(told, sets(4.5, 6, 8, 9), { seed: 1 }) ?? {
      draws: [],
      possible: [],
    };
    const [low, high] = boundsOf(draws, 1);
    expect(high - low).toBeGreaterThan(0.3);
    expect(low).toBeLessThan(0.01);
    expect(possible.length).toBeLessThan(draws.length);
    for (const shares of draws) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  });

  it('lies nearer the sets of its own kind', () => {
    const known = [...sets(9, 9, 9), ...[6, 6, 6].map((right) => set(right, 100_000, 'tweet'))];
    const middle = (kind: string): number =>
      drawAt(
        (
          furtherShares([{ kind, told: [500, 250, 250], effectiveN: 1e5 }], known, { seed: 1 })?.possible ??
          []
        ).map(([first]) => first ?? 0),
        0.5,
      );
    // adjusted by 9 of 10 told rightly the share is .53, by 6 of 10 .75
    expect(middle('review')).toBeLessThan(middle('comment'));
    expect(middle('comment')).toBeLessThan(middle('tweet'));
  });

  it('holds the shares of further sets in nine of ten or more, drawn as those that are known', () => {
    const uniform = seededRandom(7);
    const tableOf = (): number[][] =>
      CLASSES.map((k) => {
        const weights = CLASSES.map((j) => (j === k ? 1 : Math.exp(-1.6 + 0.8 * normal(uniform))));
        const sum = weights.reduce((a, b) => a + b, 0);
        return weights.map((weight) => weight / sum);
      });
    let held = 0;
    const TARGETS = 120;
    for (let target = 0; target < TARGETS; target++) {
      const known = Array.from({ length: 12 }, () => ({
        kind: 'review',
        counts: tableOf().map((row) => row.map((share) => 300 * share)),
      }));
      const own = tableOf(),
        parts = CLASSES.map(() => exponential(uniform, 1)),
        all = parts.reduce((a, b) => a + b, 0),
        shares = parts.map((part) => part / all);
      const told = CLASSES.map(
        (j) => 400 * shares.reduce((sum, share, k) => sum + share * (own[k]?.[j] ?? 0), 0),
      );
      const found = furtherShares([{ kind: 'review', told, effectiveN: 400 }], known, {
        seed: target,
        draws: 300,
      });
      shares.forEach((share, k) => {
        const [low, high] = boundsOf(found?.draws ?? [], k);
        if (low <= share && share <= high) held++;
      });
    }
    expect(held / (3 * TARGETS)).toBeGreaterThan(0.9);
  });

  it('knows nothing with few sets, or of nothing', () => {
    const told = [{ kind: 'review', told: [50, 20, 30], effectiveN: 100 }];
    expect(furtherShares(told, sets(7, 7, 7, 7).slice(1), { seed: 1 })).toBeUndefined();
    expect(LEAST_SETS).toBe(4);
    const none = [{ kind: 'review', told: [0, 0, 0], effectiveN: 0 }];
    expect(furtherShares(none, sets(7, 7, 7, 7), { seed: 1 })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import {
  drawAt,
  readingErrors,
  type ReadingErrors,
  type ReadSet,
} from '../../../src/stats/quantification/reading-errors.js';

/** A labelled set of 100 of the class and 100 others, times `size`. */
const set = (hits: number, alarms: number, size = 1): ReadSet => ({
  hits: hits * size,
  misses: (100 - hits) * size,
  alarms: alarms * size,
  left: (100 - alarms) * size,
});
const errors = (
  share: number,
  own: ReadSet | undefined,
  sets: readonly ReadSet[],
  unread?: { told: number; of: number },
): ReadingErrors => {
  const found = readingErrors([{ told: 1e5 * share, n: 1e5, effectiveN: 1e5, own }], sets, {
    seed: 1,
    ...(unread && { unread }),
  });
  if (found === undefined) throw new Error('not known');
  return found;
};
const middle = (draws: readonly number[]): number => drawAt(draws, 0.5);
const width = (draws: readonly number[]): number => drawAt(draws, 0.975) - drawAt(draws, 0.025);

describe('readingErrors', () => {
  it('agrees with Rogan and Gladen where the sets agree and are great', () => {
    // 30 % told at Se .70, Sp .85: π = .15/.55 = .2727; right of the told .2727·.7/.3 = .636; true for one told .909
    const one = set(70, 15, 1000),
      { recall, precision, trueForTold } = errors(0.3, one, [one, one, one]);
    expect(middle(recall)).toBeCloseTo(0.7, 2);
    expect(middle(precision)).toBeCloseTo(0.636, 2);
    expect(middle(trueForTold)).toBeCloseTo(0.909, 2);
    expect(width(trueForTold)).toBeLessThan(0.05);
  });

  it('is unsure where the sets are small, and much more where they differ', () => {
    const small = set(70, 15),
      sure = errors(0.3, set(70, 15, 1000), [set(70, 15, 1000), set(70, 15, 1000)]),
      unsure = errors(0.3, small, [small, small]),
      differing = errors(0.3, set(70, 15, 1000), [set(70, 15, 1000), set(50, 15, 1000), set(90, 15, 1000)]);
    expect(width(unsure.recall)).toBeGreaterThan(3 * width(sure.recall));
    expect(width(differing.recall)).toBeGreaterThan(3 * width(unsure.recall));
    // sets from .5 to .9: another may well lie outside of those known
    expect(drawAt(differing.recall, 0.05)).toBeLessThan(0.5);
  });

  it('lies nearer the set of its own kind than those of others', () => {
    const sets = [set(50, 10, 100), set(90, 10, 100)];
    const [low, high] = sets.map((own) => middle(errors(0.3, own, sets).recall)) as [number, number];
    const neither = middle(errors(0.3, undefined, sets).recall);
    expect(low).toBeLessThan(neither);
    expect(high).toBeGreaterThan(neither);
  });

  it('learns from texts that were found without reading them', () => {
    const sets = [set(50, 10, 100), set(90, 10, 100)];
    const before = errors(0.3, undefined, sets),
      after = errors(0.3, undefined, sets, { told: 60, of: 100 });
    // 60 of 100, each for half: a binomial of 50 at .6, ± 1.96 · √(.24/50) = ± .136
    expect(middle(after.recall)).toBeGreaterThan(0.53);
    expect(middle(after.recall)).toBeLessThan(0.67);
    expect(width(after.recall)).toBeLessThan(0.3);
    expect(width(before.recall)).toBeGreaterThan(0.4);
    expect(after.recall.length).toBe(2000);
  });

  it('says nothing with one set, with nothing told, or where false alarms alone exceed what is told', () => {
    const one = set(70, 15, 1000);
    const told = (share: number): ReturnType<typeof readingErrors> =>
      readingErrors([{ told: 1000 * share, n: 1000, effectiveN: 1000, own: one }], [one, one], { seed: 1 });
    expect(readingErrors([{ told: 30, n: 100, effectiveN: 100, own: one }], [one], { seed: 1 })).toBe(
      undefined,
    );
    expect(told(0)).toBe(undefined);
    expect(told(0.05)).toBe(undefined);
    expect(told(0.3)).not.toBe(undefined);
  });
});

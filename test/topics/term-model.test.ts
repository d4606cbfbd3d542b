import { describe, expect, it } from 'vitest';
import { fitTermModel, likeliest, probabilityOf } from '../../src/topics/term-model.js';
import type { TermRows } from '../../src/topics/terms.js';

const rowsOf = (texts: readonly (readonly number[])[], terms: number): TermRows =>
  ({
    starts: Int32Array.from([0, ...texts.map((_, at) => texts.slice(0, at + 1).flat().length)]),
    ids: Int32Array.from(texts.flat()),
    stems: Array.from({ length: terms }, (_, at) => `t${at}`),
  }) as unknown as TermRows;

describe('fitTermModel', () => {
  it('moves a text to the class whose terms it has, and leaves one without terms in none', () => {
    const rows = rowsOf([[0, 1], [0, 1], [2, 3], [2, 3], [0, 1], []], 4);
    const { classOf } = fitTermModel(rows, Int32Array.of(0, 0, 1, 1, 1, 0), 2);
    expect([...classOf]).toEqual([0, 0, 1, 1, 0, -1]);
  });
  it('has log probabilities smoothed by a tenth of a count', () => {
    const { logTerm, logPrior } = fitTermModel(rowsOf([[0], [0], [1]], 2), Int32Array.of(0, 0, 1), 2);
    // Class 0: two words, both term 0, of two terms: (2 + .1)/(2 + .2).
    expect(logTerm[0]).toBeCloseTo(Math.log(2.1 / 2.2), 12);
    expect(logTerm[2]).toBeCloseTo(Math.log(0.1 / 2.2), 12);
    expect(logPrior[0]).toBeCloseTo(Math.log(2.1 / 3.2), 12);
  });
});

describe('likeliest', () => {
  const model = fitTermModel(rowsOf([[0], [1]], 2), Int32Array.of(0, 1), 2);
  it('gives the class and its posterior probability', () => {
    expect(likeliest(model, [1, 1])).toBe(1);
    // Odds of one term: 1.1 to .1; of two, their square.
    expect(probabilityOf(model, [1, 1])).toBeCloseTo(121 / 122, 10);
  });
  it('knows nothing of an empty row, nor without classes', () => {
    expect([likeliest(model, []), probabilityOf(model, [])]).toEqual([-1, 0]);
    expect(likeliest({ ...model, count: 0 }, [1])).toBe(-1);
  });
});

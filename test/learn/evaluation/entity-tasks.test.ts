import { describe, expect, it } from 'vitest';
import { evaluateEntities } from '../../../src/learn/evaluation/entity-tasks.js';
import type { TaskContext } from '../../../src/learn/evaluation/evaluation.js';

const context = (
  sentences: readonly (readonly [words: string, tags: string])[],
  train?: string,
): TaskContext =>
  ({
    rows: sentences.map(([words, tags]) => ({
      split: 'test',
      file: 'a.conllu',
      cells: { tokens: words.replaceAll(' ', '\t'), tags: tags.replaceAll(' ', '\t') },
    })),
    options: { data: 'd', ...(train !== undefined && { train }) },
  }) as unknown as TaskContext;

describe('evaluateEntities', () => {
  it('counts a span right where its type and both ends are', async () => {
    const result = await evaluateEntities(
      context([
        ['Chez Danone à Lyon', 'O B-ORG O B-LOC'], // both found
        ['Monsieur Martin de Paris', 'O B-PER O B-LOC'], // the town found, the person never
        ['Nous partons à Marseille', 'O O O O'], // one told that is none
      ]),
      'test',
    );
    const of = (label: string) => result.perClass.find((one) => one.label === label);
    expect(of('ORG')).toMatchObject({ precision: 1, recall: 1, f1: 1, support: 1 });
    expect(of('LOC')).toMatchObject({ recall: 1, support: 2 });
    expect(of('LOC')?.precision).toBeCloseTo(2 / 3, 9);
    expect(of('PER')).toMatchObject({ precision: 0, recall: 0, support: 1 });
    // 4 so, 4 told, 3 right.
    expect(result.f1).toBeCloseTo((2 * 3) / 8, 9);
    expect(result.confusion).toEqual([
      [3, 1],
      [1, 0],
    ]);
    expect(result.n).toBe(3);
  });
  it('refuses to learn, and a set without tags', async () => {
    await expect(evaluateEntities(context([['a', 'O']], 'train'), 'test')).rejects.toThrow(
      /nothing is learnt/,
    );
    await expect(evaluateEntities(context([]), 'test')).rejects.toThrow(/no tagged sentence/);
  });
});

import { expect, it } from 'vitest';
import type { TaskContext } from '../../../src/learn/evaluation/evaluation.js';
import { pairEvaluation } from '../../../src/learn/evaluation/pairs.js';

// Only the options are read.
const context = { options: { task: 'drivers', data: 'x' } } as unknown as TaskContext;

it('counts pairs of row and label: 3 right of 4 told and of 5 true', () => {
  const out = pairEvaluation(context, {
    split: 'all',
    model: 'm',
    labels: ['a', 'b'],
    milliseconds: 10,
    gold: [['a', 'b'], ['a'], [], ['b', 'c']],
    told: [['a', 'b'], [], ['a'], ['b']],
    baselines: [{ name: 'nothing', told: [[], [], [], []] }],
  });
  expect(out.f1).toBeCloseTo(6 / 9, 12);
  expect(out.perClass).toEqual([
    { label: 'a', precision: 0.5, recall: 0.5, f1: 0.5, support: 2 },
    { label: 'b', precision: 1, recall: 1, f1: 1, support: 2 },
    { label: 'c', precision: 0, recall: 0, f1: 0, support: 1 },
  ]);
  expect(out.macroF1).toBeCloseTo(0.5, 12);
  expect(out.confusion).toEqual([
    [3, 2],
    [1, 6],
  ]);
  expect(out.textsPerSecond).toBe(400);
  expect(out.baselines).toEqual([{ name: 'nothing', macroF1: 0, f1: 0 }]);
  expect(out.notes.at(-1)).toContain('precision 75.0, recall 60.0');
});

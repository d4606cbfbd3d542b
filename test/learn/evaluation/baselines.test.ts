import { describe, expect, it } from 'vitest';
import { majority, wordLists } from '../../../src/learn/evaluation/baselines.js';
import type { TaskContext } from '../../../src/learn/evaluation/evaluation.js';
import type { LabelTask } from '../../../src/learn/sets/task-rows.js';

const told = (task: LabelTask, texts: readonly string[], labels: readonly string[]): string[] | undefined => {
  const rows = texts.map((text) => ({ split: null, file: '', text, genre: null, labels: [] }));
  return wordLists({} as TaskContext, task, rows, labels)[0]?.told.map((k) => labels[k] as string);
};

describe('baselines', () => {
  it('tell the most frequent label for all, the first of two equals', () => {
    expect(majority([1, 0, 1])).toEqual({ name: 'majority', told: [1, 1, 1] });
    expect(majority([2, 0]).told).toEqual([2, 2]);
    expect(majority([]).told).toEqual([]);
  });
  it('sum polarities for tones', () => {
    const labels = ['negative', 'neutral', 'positive'];
    expect(
      told('sentiment', ['Excellent, délicieux', 'Horrible et nul', 'Le magasin ouvre à 9 h'], labels),
    ).toEqual(['positive', 'negative', 'neutral']);
  });
  it('take one cue for the others, and have nothing for tasks without word lists', () => {
    expect(told('harm', ['espèce de connard', 'bonne journée'], ['none', 'harm'])).toEqual(['harm', 'none']);
    expect(told('urgency', ['vite'], ['normal', 'urgent'])).toBeUndefined();
  });
});

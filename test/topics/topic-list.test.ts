import { expect, it } from 'vitest';
import { topicList, type Label } from '../../src/topics/topic-list.js';

const called = (name: string): Label => ({ name, phrases: [], terms: [] });

it('numbers subjects by size with their aspects behind; what has no name is of its subject alone', () => {
  const { topics, idOfAspect, idOfSubject } = topicList({
    aspects: ['livraison tardive', 'colis abîmé', 'goût', ''].map(called),
    subjects: ['livraison', 'recette', 'vide'].map(called),
    subjectOf: [0, 0, 1, 0],
    sizes: [5, 9, 30, 4],
    stable: [0.9, 0.7],
  });
  expect(topics.map(({ topic, parent, name, n, stability }) => [topic, parent, name, n, stability])).toEqual([
    ['s1', undefined, 'recette', 30, 0.7],
    ['s2', undefined, 'livraison', 18, 0.9],
    ['s2.1', 's2', 'colis abîmé', 9, undefined],
    ['s2.2', 's2', 'livraison tardive', 5, undefined],
  ]);
  expect(idOfAspect).toEqual(['s2.2', 's2.1', 's1', 's2']);
  expect(idOfSubject).toEqual(['s2', 's1', undefined]);
});

import { expect, it } from 'vitest';
import { topicList, type Label } from '../../src/topics/topic-list.js';

const called = (name: string): Label => ({ name, phrases: [], terms: [] });

it('numbers subjects by size with their aspects behind; what has no name or is not kept is of its subject alone or of none', () => {
  const { topics, idOfAspect } = topicList({
    aspects: ['livraison tardive', 'colis abîmé', 'goût', '', 'perdu'].map(called),
    subjects: ['livraison', 'recette', 'vide'].map(called),
    subjectOf: [0, 0, 1, 0, 2],
    sizes: [5, 9, 30, 4, 50],
    kept: [true, true, true, true, false],
    stable: [0.9, 0.7],
  });
  expect(topics.map(({ topic, parent, name, n, stability }) => [topic, parent, name, n, stability])).toEqual([
    ['s1', undefined, 'recette', 30, 0.7],
    ['s2', undefined, 'livraison', 18, 0.9],
    ['s2.1', 's2', 'colis abîmé', 9, undefined],
    ['s2.2', 's2', 'livraison tardive', 5, undefined],
  ]);
  expect(idOfAspect).toEqual(['s2.2', 's2.1', 's1', 's2', undefined]);
});

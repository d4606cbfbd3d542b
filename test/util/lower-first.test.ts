import { expect, it } from 'vitest';
import { lowerFirst } from '../../src/util/lower-first.js';

it('takes the first capital alone', () => {
  expect(['Sécurité et Rappels', 'Éthique', 'eau', ''].map(lowerFirst)).toEqual([
    'sécurité et Rappels',
    'éthique',
    'eau',
    '',
  ]);
});

import { expect, it } from 'vitest';
import { createGuards, guardedSpans } from '../../../src/enrich/names/name-guards.js';

const guarded = (text: string, keep: readonly string[] = []): string[] =>
  guardedSpans(text, createGuards(keep)).map(({ start, end }) => text.slice(start, end));

it('guards brands, places, works, links and masks, no first name that is a wine', () => {
  expect(guarded('Monsieur Propre chez Nicolas, rue Jean Moulin, [nom] https://a.example')).toEqual([
    'Monsieur Propre',
    'Nicolas',
    '[nom]',
    'https://a.example',
    'Jean Moulin',
    'rue Jean Moulin',
    'chez Nicolas',
  ]);
  expect(guarded('Bref, Nicolas et Rose')).toEqual([]);
  expect(guarded('Lou Quernic', ['Lou Quernic'])).toEqual(['Lou Quernic']);
});

it('makes the guards of the same names once', () => {
  const guards = createGuards(['Lou Quernic']);
  expect(createGuards(['Lou Quernic'])).toBe(guards);
  expect(createGuards(['Lou', 'Quernic'])).not.toBe(guards);
});

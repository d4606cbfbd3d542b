import { expect, it } from 'vitest';
import { isGivenName, loadGivenNames } from '../../../src/enrich/names/given-names.js';

it('tells first names that are no word from those that are one', () => {
  const { only, all } = loadGivenNames();
  for (const name of ['ghislaine', 'kevin', 'aissatou', 'jean-loup', 'titouan'])
    expect([only.has(name), all.has(name)], name).toEqual([true, true]);
  for (const name of ['rose', 'prune', 'olive', 'martin', 'pierre'])
    expect([only.has(name), all.has(name)], name).toEqual([false, true]);
  for (const name of ['beurre', 'paris', 'mercedes', 'madame', '']) expect(all.has(name), name).toBe(false);
  for (const name of only) expect(name).toMatch(/^\p{Ll}[\p{Ll}'’-]+$/u);
});

it('tells two of them joined', () => {
  const { only } = loadGivenNames();
  expect(
    ['Jean-Eudes', 'rose-marie', 'Kevin', 'Rose', 'Saint-Denis'].map((name) => isGivenName(name, only)),
  ).toEqual([true, true, true, false, false]);
});

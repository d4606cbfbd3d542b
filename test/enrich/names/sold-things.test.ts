import { expect, it } from 'vitest';
import { isThing, soldThings } from '../../../src/enrich/names/sold-things.js';

const sold = (text: string): string[] => soldThings(text).map(({ start, end }) => text.slice(start, end));

it('tells what is sold under a name from who is greeted, and titles from what somebody has', () => {
  expect(sold('Paul Smith wallet fell apart')).toEqual(['Paul Smith']);
  expect(sold("Annie's mac and cheese")).toEqual(["Annie's"]);
  expect(sold("Annie's dress was torn")).toEqual([]);
  expect(sold('Hi Sarah bread was stale')).toEqual([]);
  expect(sold('My Oliver Bonas order never came')).toEqual(['Oliver Bonas']);
  expect(sold('Customer Sarah Jones order never came')).toEqual([]);
  expect(sold('attached to Angel’s Share, a bar')).toEqual(['Angel’s Share']);
});

it('tells houses and firms from persons', () => {
  const thing = (text: string, name: string): boolean => {
    const start = text.indexOf(name);
    return isThing(text, { start, end: start + name.length });
  };
  expect(thing('at the Wrigley Building', 'Wrigley Building')).toBe(true);
  expect(thing('l’équipe du Carmelina Moirans', 'Carmelina Moirans')).toBe(true);
  expect(thing('Schneider Electric, acteur', 'Schneider Electric')).toBe(true);
  expect(thing('merci à Sarah Jones', 'Sarah Jones')).toBe(false);
  expect(thing('the Sarah', 'Sarah')).toBe(false);
});

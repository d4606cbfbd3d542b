import { describe, expect, it } from 'vitest';
import { chanceOfName, fitNameLaw } from '../../../src/cases/pairs/name-frequency.js';
import { seededRandom } from '../../../src/util/random.js';

/** `people` accounts whose names are drawn from `names` equally likely ones: how many bear each name. */
function crowd(people: number, names: number, seed: number): number[] {
  const next = seededRandom(seed);
  const counts = new Map<number, number>();
  for (let at = 0; at < people; at++) {
    const name = Math.floor(next() * names);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts.values()];
}

describe('fitNameLaw', () => {
  it('finds how likely a name met once comes again, in a crowd of few and of many names', () => {
    for (const names of [2000, 200_000]) {
      const counts = crowd(2000, names, 7);
      const chance = chanceOfName(1, 2000, fitNameLaw([counts]));
      // A name met once is any of `names` equally likely ones: the truth is 1 / names.
      expect(chance).toBeGreaterThan(0.4 / names);
      expect(chance).toBeLessThan(2.5 / names);
    }
  });

  it('takes the national law where nearly no accounts are told apart', () => {
    expect(fitNameLaw([[1, 1, 2]])).toEqual({ discount: 0.5, strength: 500_000 });
    expect(fitNameLaw([])).toEqual({ discount: 0.5, strength: 500_000 });
  });

  it('makes a name that more people bear say less', () => {
    const law = fitNameLaw([crowd(500, 100, 3)]);
    expect(chanceOfName(9, 500, law)).toBeGreaterThan(5 * chanceOfName(1, 500, law));
  });
});

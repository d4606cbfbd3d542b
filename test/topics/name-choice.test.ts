import { describe, expect, it } from 'vitest';
import { firstName, type Ranked } from '../../src/topics/name-choice.js';
import { clausesOf } from '../../src/topics/phrase-words.js';

/** A phrase in texts `from` to `to`, among `all`. */
function ranked(phrase: string, [from, to]: readonly [number, number], all: number): Ranked {
  const [clause = []] = clausesOf(phrase);
  const texts = Array.from({ length: to - from }, (_, at) => from + at);
  return {
    key: phrase,
    keyness: 100,
    n: texts.length,
    all,
    texts,
    places: [{ clause, from: 0, to: clause.length - 1 }],
  };
}
const name = (chosen: readonly Ranked[], specific = true): Ranked | undefined =>
  firstName(chosen, { ranked: chosen, taken: new Set(), test: () => true, size: 40, specific });

describe('firstName', () => {
  it('is a word alone where the part says it most and nothing goes with it', () => {
    expect(name([ranked('antivirus', [0, 20], 25)])?.key).toBe('antivirus');
    expect(name([ranked('magasin', [0, 20], 90)])).toBeUndefined();
    expect(name([ranked('magasin', [0, 20], 90)], false)?.key).toBe('magasin');
  });

  it('completes a word with what stands in half of the texts of both', () => {
    const found = name([ranked('garantie', [0, 20], 25), ranked('carton', [4, 24], 60)]);
    expect(found).toMatchObject({ key: 'carton + garantie', n: 16, all: 25 });
    expect(found?.companion?.key).toBe('carton');
    expect(
      name([ranked('garantie', [0, 20], 25), ranked('carton', [15, 24], 60)])?.companion,
    ).toBeUndefined();
  });

  it('takes what more than half of the part says, and mostly it, before a companion; none where a name must be literal', () => {
    const [guarantee, box] = [ranked('garantie', [0, 21], 25), ranked('carton', [4, 24], 60)];
    expect(name([box, guarantee])?.key).toBe('garantie');
    const chosen = [ranked('garantie', [0, 20], 45), box];
    const how = { ranked: chosen, taken: new Set<string>(), test: () => true, size: 40, specific: true };
    expect(firstName(chosen, how)?.companion).toBeDefined();
    expect(firstName(chosen, { ...how, literal: true })).toBeUndefined();
  });

  it('gives two words together once, whichever comes first', () => {
    const [guarantee, box] = [ranked('garantie', [0, 20], 25), ranked('carton', [4, 24], 60)];
    const chosen = [box, guarantee];
    const taken = new Set([name([guarantee, box])?.key ?? '']);
    expect(
      firstName(chosen, { ranked: chosen, taken, test: () => true, size: 40, specific: true }),
    ).toBeUndefined();
  });

  it('leaves a phrase that is mostly said elsewhere for one that is not', () => {
    const found = name([ranked('machine à café', [0, 10], 60), ranked('aucun défaut', [3, 12], 12)]);
    expect(found?.key).toBe('aucun défaut');
  });
});

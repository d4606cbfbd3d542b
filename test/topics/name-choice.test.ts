import { describe, expect, it } from 'vitest';
import { firstName, type Ranked } from '../../src/topics/name-choice.js';
import { clausesOf } from '../../src/topics/phrase-words.js';

/** A phrase in texts `from` to `to`, among `all`, where it stands in a clause. */
function ranked(phrase: string, [from, to]: readonly [number, number], all: number, said = phrase): Ranked {
  const [clause = []] = clausesOf(said);
  const first = clause.findIndex(({ folded }) => phrase.startsWith(folded));
  const texts = Array.from({ length: to - from }, (_, at) => from + at);
  return {
    key: phrase,
    keyness: 100,
    n: texts.length,
    all,
    texts,
    places: texts.slice(0, 12).map(() => ({ clause, from: first, to: first + phrase.split(' ').length - 1 })),
  };
}
const name = (chosen: readonly Ranked[], specific = true): Ranked | undefined =>
  firstName(chosen, { ranked: chosen, taken: new Set(), test: () => true, size: 40, total: 130, specific });

describe('firstName', () => {
  it('is a word alone where the part says it most and nothing goes with it', () => {
    expect(name([ranked('antivirus', [0, 20], 25)])?.key).toBe('antivirus');
    expect(name([ranked('magasin', [0, 20], 90)])).toBeUndefined();
    expect(name([ranked('magasin', [0, 20], 90)], false)?.key).toBe('magasin');
  });

  it('is a word alone that half of the part say, five times as often as the others', () => {
    expect(name([ranked('cadeau', [0, 25], 35)])?.key).toBe('cadeau');
    const found = (total: number): string | undefined =>
      firstName([ranked('cadeau', [0, 25], 60)], {
        ranked: [],
        taken: new Set(),
        test: () => true,
        size: 40,
        total,
        specific: true,
      })?.key;
    expect([found(300), found(1000)]).toEqual([undefined, 'cadeau']);
  });

  const SAID = 'la garantie et le carton';
  it('completes a word with what texts coordinate it with, in half of the texts of both', () => {
    const found = name([ranked('carton', [0, 16], 60, SAID), ranked('garantie', [4, 20], 25, SAID)]);
    expect(found).toMatchObject({ key: 'carton + garantie', n: 12, all: 25 });
    // in the order of the texts
    expect(found?.places[0]?.from).toBe(1);
    expect(found?.companion?.key).toBe('carton');
    const rarely = [ranked('garantie', [0, 20], 25, SAID), ranked('carton', [15, 24], 60, SAID)];
    expect(name(rarely)?.companion).toBeUndefined();
  });

  it('joins no two words that stand apart, or that a third of the texts coordinate at most', () => {
    const apart = [
      ranked('garantie', [0, 20], 25, 'la garantie du carton'),
      ranked('carton', [4, 24], 60, 'la garantie du carton'),
    ];
    expect(name(apart)).toMatchObject({ key: 'garantie', n: 20 });
    const seldom = [ranked('garantie', [0, 20], 25), ranked('carton', [0, 20], 60, SAID)].map((one) => ({
      ...one,
      places: one.places.map((place, at) =>
        at < 2 ? { ...place, clause: clausesOf(SAID)[0] ?? [], from: 1, to: 1 } : place,
      ),
    }));
    expect(name(seldom)?.companion).toBeUndefined();
  });

  it('takes what more than half of the part says, and mostly it, before a companion; none where a name must be literal', () => {
    const [guarantee, box] = [ranked('garantie', [0, 21], 25, SAID), ranked('carton', [4, 24], 60, SAID)];
    expect(name([box, guarantee])?.key).toBe('garantie');
    const chosen = [ranked('garantie', [0, 20], 45, SAID), box];
    const how = {
      ranked: chosen,
      taken: new Set<string>(),
      test: () => true,
      size: 40,
      total: 130,
      specific: true,
    };
    expect(firstName(chosen, how)?.companion).toBeDefined();
    expect(firstName(chosen, { ...how, literal: true })).toBeUndefined();
  });

  it('gives two words together once, whichever comes first', () => {
    const [guarantee, box] = [ranked('garantie', [0, 20], 25, SAID), ranked('carton', [4, 24], 60, SAID)];
    const chosen = [box, guarantee];
    const taken = new Set([name([guarantee, box])?.key ?? '']);
    expect(
      firstName(chosen, { ranked: chosen, taken, test: () => true, size: 40, total: 130, specific: true }),
    ).toBeUndefined();
  });

  it('leaves a phrase that is mostly said elsewhere for one that is not', () => {
    const found = name([ranked('machine à café', [0, 10], 60), ranked('aucun défaut', [3, 12], 12)]);
    expect(found?.key).toBe('aucun défaut');
  });
});

import { describe, expect, it } from 'vitest';
import { chapman, correctedShares, linkabilityOf, type KeyedCase } from '../../../src/stats/index.js';
import { linkabilityBand } from '../../../src/stats/quantification/unseen-events.js';

const oneCase = (rest: Partial<KeyedCase>): KeyedCase => ({
  keys: 1,
  probability: 0,
  lag: Infinity,
  followed: 1000,
  stratum: 'a',
  ...rest,
});
const many = (n: number, rest: Partial<KeyedCase>): KeyedCase[] =>
  Array.from({ length: n }, () => oneCase(rest));

describe('correctedShares', () => {
  it('counts each found event for one over its chance to be found, and gives keyless cases the rate of their stratum', () => {
    // 20 of 100 found, half of the posts show the key: 40 %; the 100 keyless of the stratum spill as often
    const cases = [...many(20, { probability: 1, lag: 5 }), ...many(80, {}), ...many(100, { keys: 0 })];
    const found = correctedShares(cases, [1, 0], [], { seed: 1 });
    expect(found?.at[0]?.share).toBeCloseTo(0.4, 12);
    expect(found).toMatchObject({ linkability: 0.5, linkable: 100, keyless: 0.5 });
    expect(Number(found?.at[0]?.interval.low)).toBeLessThan(0.4);
    expect(Number(found?.at[0]?.interval.high)).toBeGreaterThan(0.4);
  });

  it('weighs a key by how often it agrees', () => {
    // (0.9 + 48.6) / (1 + 98) = 0.5 of the posts with the key match
    const found = correctedShares(
      [...many(10, { probability: 1, lag: 5 }), ...many(90, {})],
      [1],
      [{ bit: 1, agree: 48.6, of: 98 }],
      { seed: 1 },
    );
    expect(found?.linkability).toBeCloseTo(0.5, 9);
    expect(found?.at[0]?.share).toBeCloseTo(0.1 / 0.5, 9);
  });

  it('makes up for cases that were not watched to the end, and is silent where fewer than ten were', () => {
    // of 200 cases half are watched for 10 h only; a spill at 20 h can be seen on 100 of them
    const cases = [
      ...many(100, { followed: 10 }),
      ...many(30, { followed: 100, probability: 1, lag: 20 }),
      ...many(70, { followed: 100 }),
    ];
    const found = correctedShares(cases, [1], [], { seed: 1, horizons: [15, 50, 500] });
    expect(found?.at.map(({ horizon }) => horizon)).toEqual([15, 50]);
    expect(found?.at[0]?.share).toBe(0);
    expect(found?.at[1]?.share).toBeCloseTo(0.3, 12);
  });

  it('knows nothing where no side shows a key', () => {
    expect(correctedShares(many(50, { keys: 0 }), [1], [], { seed: 1 })).toBeUndefined();
    expect(correctedShares(many(50, {}), [0, 0], [], { seed: 1 })).toBeUndefined();
  });

  it('stays open upwards when nothing was found', () => {
    const found = correctedShares(many(100, {}), [1, 0], [], { seed: 1 });
    expect(found?.at[0]).toMatchObject({ share: 0, interval: { low: 0 } });
    // Wilson of 0 of 50: as if half of the cases had been watched
    expect(found?.at[0]?.interval.high).toBeCloseTo(0.0713, 3);
  });
});

describe('linkabilityBand', () => {
  it('is the mean chance of linkable cases, as unsure as the posts are few', () => {
    const posts = Array.from({ length: 100 }, (_, k) => (k < 40 ? 1 : 0));
    const band = linkabilityBand([...many(50, {}), ...many(50, { keys: 0 })], posts, [], { seed: 1 });
    if (band === undefined) throw new Error('no case could be found');
    expect(band.mean).toBeCloseTo(0.4, 12);
    // a share of 40 of 100 posts: ± 1.96 · √(.4 · .6 / 100) = ± .096, known to a twentieth from 200 draws
    for (const side of [band.mean - band.low, band.high - band.mean]) {
      expect(side).toBeGreaterThan(0.08);
      expect(side).toBeLessThan(0.115);
    }
    expect(linkabilityBand(many(50, { keys: 0 }), posts, [], { seed: 1 })).toBeUndefined();
  });
});

describe('linkabilityOf', () => {
  it('is the share of posts that show a key of the case, each for its power', () => {
    // of four posts two show the first key (agreed on 9 times in 10 a priori: bit without pairs), one the second as well
    const of = linkabilityOf([1, 3, 0, 0], [{ bit: 1, agree: 0, of: 0 }]);
    expect(of(1)).toBeCloseTo((0.9 + 0.9) / 4, 12);
    expect(of(2)).toBe(0.25);
    expect(of(3)).toBeCloseTo((0.9 + 1) / 4, 12);
    expect(of(4)).toBe(0);
  });
});

describe('chapman', () => {
  it('gives what two keys together leave unseen', () => {
    // 41·31/21 − 1
    expect(chapman(40, 30, 20).total).toBeCloseTo(59.5238, 3);
    expect(chapman(10, 10, 10)).toMatchObject({ total: 10, low: 10, high: 10 });
  });
});

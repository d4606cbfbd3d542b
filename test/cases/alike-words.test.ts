import { describe, expect, it } from 'vitest';
import { alikeAmong, assumedOf } from '../../src/cases/alike-words.js';
import { DEFAULT_M } from '../../src/cases/assumed-agreement.js';
import { LEVELS, type Field } from '../../src/cases/comparison.js';
import { learnParameters, type LinkParameters } from '../../src/cases/fellegi-sunter.js';
import { countPatterns, type Pattern } from '../../src/cases/patterns.js';
import { evenU, levelsOf } from './pair-levels.js';

/** Two messages met by chance hardly share a word. */
const rare = [0.005, 0.005, 0.01, 0.08, 0.9];
const u: LinkParameters['u'] = {
  ...evenU,
  ...Object.fromEntries(
    Object.keys(LEVELS)
      .filter((field) => field.endsWith('ords'))
      .map((field) => [field, rare]),
  ),
};
/** A thousand pairs whose words are alike as assumed in `share` of them. */
const drawn = (share: number, field: Field): Pattern[] =>
  rare.map((byChance, at) => ({
    levels: levelsOf({ [field]: at + 1 }),
    rarity: 0,
    count: 1000 * (share * (DEFAULT_M[field][at] ?? 0) + (1 - share) * byChance),
  }));
const settled = (patterns: readonly Pattern[]): number => {
  let alike = 0.5;
  for (let round = 0; round < 300; round++) alike = alikeAmong(patterns, ({ count }) => count, u, alike);
  return alike;
};

describe('how alike the words of one case are', () => {
  it('is the share of cases that are alike, found again from pairs drawn with it, whatever they have in common', () => {
    for (const share of [0.1, 0.5, 0.9])
      expect(settled([...drawn(share, 'words'), ...drawn(share, 'placeWords')])).toBeCloseTo(share, 2);
    // nothing seen: any share
    expect(settled([])).toBe(0.5);
  });

  it('is assumed between all and none', () => {
    expect(assumedOf(1, u)).toEqual(DEFAULT_M);
    expect(assumedOf(0, u).words).toEqual(rare);
    expect(assumedOf(0, u).driver).toEqual(DEFAULT_M.driver);
  });

  it('is told to one field of words by the others: unlike words speak less against a case where all are unlike, from private to public', () => {
    const learnt = (level: number, apart = true): number =>
      learnParameters(
        countPatterns(
          Array.from({ length: 60 }, () => ({
            levels: levelsOf({ email: 1, gap: 1, driver: 1, subjectWords: level }),
            rarity: 30,
          })),
        ),
        u,
        1_000_000,
        { oneCase: [], otherCase: [], apart },
      ).m.words[4] ?? 0;
    expect(learnt(5)).toBeGreaterThan(learnt(2) + 0.4);
    // not within a stage
    expect(learnt(5, false)).toBeCloseTo(learnt(2, false), 10);
  });
});

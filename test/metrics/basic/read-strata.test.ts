import { describe, expect, it } from 'vitest';
import { confusionFor, readSetOf, toldOf, type Stratum } from '../../../src/metrics/basic/read-strata.js';
import type { HeadConfusion } from '../../../src/model/index.js';

/** Five bands of polarity: negative is told under −.2, positive from .2. */
const TABLE: HeadConfusion = {
  head: 'sentiment',
  genre: 'comment',
  language: null,
  labels: ['negative', 'neutral', 'positive'],
  edges: [-0.6, -0.2, 0.2, 0.6],
  counts: [
    [40, 30, 20, 7, 3],
    [5, 6, 70, 10, 9],
    [1, 2, 7, 30, 60],
  ],
  source: 'texts of the test',
};
const STRATUM: Stratum = {
  genre: 'comment',
  language: 'fr',
  n: 200,
  cells: [],
  told: [90, 60, 50],
  effective: [45, 250, 30],
};

describe('readSetOf', () => {
  it('is a label against all others, in the bands that tell it', () => {
    // negative: 40 + 30 of 100; told of others 5 + 6 + 1 + 2
    expect(readSetOf(TABLE, 0)).toEqual({ hits: 70, misses: 30, alarms: 14, left: 186 });
    expect(readSetOf(TABLE, 1)).toEqual({ hits: 70, misses: 30, alarms: 27, left: 173 });
    expect(readSetOf(TABLE, 2)).toEqual({ hits: 90, misses: 10, alarms: 29, left: 171 });
  });

  it('tells a complaint from .5 on', () => {
    const complaints: HeadConfusion = {
      ...TABLE,
      head: 'complaint',
      labels: ['none', 'complaint'],
      edges: [0.35, 0.5],
      counts: [
        [80, 15, 5],
        [10, 20, 70],
      ],
    };
    expect(readSetOf(complaints, 1)).toEqual({ hits: 70, misses: 30, alarms: 5, left: 95 });
  });
});

describe('toldOf', () => {
  it('takes the set of its genre and no more effective messages than messages', () => {
    expect(toldOf(STRATUM, [TABLE], 0)).toEqual({
      told: 90,
      n: 200,
      effectiveN: 45,
      own: readSetOf(TABLE, 0),
    });
    expect(toldOf(STRATUM, [TABLE], 1).effectiveN).toBe(200);
    expect(toldOf({ ...STRATUM, genre: 'tweet' }, [TABLE], 0).own).toBeUndefined();
  });
});

describe('confusionFor', () => {
  it('prefers the language, then a table of all languages', () => {
    const english = { ...TABLE, language: 'en' as const },
      french = { ...TABLE, language: 'fr' as const };
    expect(confusionFor([english, TABLE, french], STRATUM)).toBe(french);
    expect(confusionFor([english, TABLE], STRATUM)).toBe(TABLE);
    expect(confusionFor([english], STRATUM)).toBe(english);
  });
});

import { describe, expect, it } from 'vitest';
import {
  chanceOf,
  quantileOf,
  readChances,
  readTotal,
  type ReadCase,
} from '../../../src/stats/quantification/read-in-part.js';

const many = (n: number, one: ReadCase): ReadCase[] => Array.from({ length: n }, () => one);
const told = (known: boolean | undefined, befell = false): ReadCase => ({ told: true, befell, known });
const left = (known: boolean | undefined, befell = false): ReadCase => ({ told: false, befell, known });

describe('readChances', () => {
  it('says how often what is read and befallen alike is of the class', () => {
    const { middle, draws } = readChances(
      [
        ...many(30, told(true)),
        ...many(10, told(false)),
        ...many(8, told(true, true)),
        ...many(5, left(true)),
        ...many(45, left(false)),
        ...many(1000, told(undefined)),
      ],
      { seed: 1 },
    );
    // of 40, 8, 50 and none; a cell without labels is as those read alike, 5.5 of 51
    const expected = [(5 + 5.5 / 51) / 51, 5.5 / 51, (30 + 38.5 / 49) / 41, (8 + 38.5 / 49) / 9];
    middle.forEach((chance, cell) => expect(chance).toBeCloseTo(expected[cell] ?? 0, 12));
    const spread = (cell: number): number => {
      const at = quantileOf(draws.map((one) => one[cell] ?? 0));
      return at(0.975) - at(0.025);
    };
    // Beta(30.8, 10.2): ± .13
    expect(spread(2)).toBeGreaterThan(0.22);
    expect(spread(2)).toBeLessThan(0.31);
    expect(spread(1)).toBeGreaterThan(0.5);
  });

  it('asks those of a part apart, and takes all that are read alike where it knows nothing of them', () => {
    const apart = (one: ReadCase): ReadCase => ({ ...one, apart: true });
    const { middle } = readChances(
      [
        ...many(18, told(true)),
        ...many(2, told(false)),
        ...many(4, apart(told(true))),
        ...many(16, apart(told(false))),
        ...many(9, apart(left(undefined))),
        ...many(9, left(false)),
      ],
      { seed: 1 },
    );
    const ofTold = 22.5 / 41,
      ofOthers = 0.5 / 10;
    [
      ofOthers / 10,
      ofOthers,
      (18 + ofTold) / 21,
      ofTold,
      ofOthers,
      ofOthers,
      (4 + ofTold) / 21,
      ofTold,
    ].forEach((chance, cell) => expect(middle[cell]).toBeCloseTo(chance, 12));
  });

  it('knows nothing before any label', () => {
    expect(readChances(many(9, told(undefined)), { seed: 1 }).middle).toEqual([0.5, 0.5, 0.5, 0.5]);
  });
});

describe('readTotal', () => {
  const cases = [
    ...many(9, told(true)),
    ...many(1, told(false)),
    ...many(90, told(undefined)),
    left(true, true),
  ];

  it('counts what is known, and of the rest a share', () => {
    const chances = readChances(cases, { seed: 1 }),
      { value, draws } = readTotal(cases, chances);
    const share = (9 + 9.5 / 11) / 11;
    expect(value).toBeCloseTo(10 + 90 * share, 10);
    expect(value).toBeCloseTo(
      cases.reduce((sum, one) => sum + chanceOf(one, chances), 0),
      10,
    );
    expect(Math.max(...draws)).toBeLessThanOrEqual(100);
    expect(Math.min(...draws)).toBeGreaterThan(10);
    expect(readTotal(cases, chances, ({ befell }) => 3 * Number(befell)).value).toBe(3);
  });

  it('leaves no doubt where each case has a label', () => {
    const known = cases.filter((one) => one.known !== undefined);
    expect(new Set(readTotal(known, readChances(known, { seed: 1 })).draws)).toEqual(new Set([10]));
  });
});

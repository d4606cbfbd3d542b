import { describe, expect, it } from 'vitest';
import { DEFAULT_M } from '../../../src/cases/pairs/assumed-agreement.js';
import { FIELDS, LEVELS, type Field } from '../../../src/cases/pairs/comparison.js';
import { ALIKE, beforeData, shareAlike } from '../../../src/cases/weights/before-data.js';

const even = Object.fromEntries(
  FIELDS.map((field) => [field, LEVELS[field].map(() => 1 / LEVELS[field].length)]),
) as Record<Field, number[]>;
const u = { ...even, words: [0, 0, 0, 0.1, 0.9], complains: [0.5, 0.1, 0.4] };

describe('beforeData', () => {
  it('assumes words alike in a share of cases, and as by chance in the others', () => {
    expect(beforeData(u, 1).words).toEqual(DEFAULT_M.words);
    expect(beforeData(u, 0).words).toEqual(u.words);
    expect(beforeData(u, 0.5).words[4]).toBeCloseTo((0.9 + 0.17) / 2);
  });

  it('assumes that complaints go public more often, and nothing where nobody complains', () => {
    const [complains = 0, , neither = 0] = beforeData(u, 1).complains;
    expect(complains / 0.5 / (neither / 0.4)).toBeCloseTo(8);
    expect(beforeData({ ...u, complains: [0, 0, 1] }, 1).complains).toEqual([0, 0, 1]);
  });

  it('assumes that people write on as by chance', () => {
    expect(beforeData({ ...u, writesOnDay: [0.3, 0.7] }, 1).writesOnDay).toEqual([0.3, 0.7]);
  });
});

describe('shareAlike', () => {
  const pairs = (level: number, count: number) => {
    const levels = new Uint8Array(FIELDS.length);
    levels[FIELDS.indexOf('words')] = level;
    return { levels, rarity: 0, count };
  };
  const learnt = (...of: readonly ReturnType<typeof pairs>[]): number => {
    let alike = ALIKE;
    for (let round = 0; round < 50; round++) alike = shareAlike(of, ({ count }) => count, u, alike);
    return alike;
  };

  it('is what is assumed before pairs, grows with alike ones and falls with unlike ones', () => {
    expect(learnt()).toBe(ALIKE);
    expect(learnt(pairs(1, 40))).toBeGreaterThan(0.8);
    expect(learnt(pairs(5, 40))).toBeLessThan(0.3);
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_M } from '../../../src/cases/pairs/assumed-agreement.js';
import { FIELDS, LEVELS, type Field } from '../../../src/cases/pairs/comparison.js';
import { beforeData } from '../../../src/cases/weights/before-data.js';

const even = Object.fromEntries(
  FIELDS.map((field) => [field, LEVELS[field].map(() => 1 / LEVELS[field].length)]),
) as Record<Field, number[]>;

describe('beforeData', () => {
  it('assumes that complaints go public more often, and nothing where nobody complains', () => {
    const [complains = 0, , neither = 0] = beforeData({ ...even, complains: [0.5, 0.1, 0.4] }).complains;
    expect(complains / 0.5 / (neither / 0.4)).toBeCloseTo(8);
    expect(beforeData({ ...even, complains: [0, 0, 1] }).complains).toEqual([0, 0, 1]);
  });

  it('assumes that people write on as by chance, and all else as it does anywhere', () => {
    const { writesOnDay, gap } = beforeData({ ...even, writesOnDay: [0.3, 0.7] });
    expect(writesOnDay).toEqual([0.3, 0.7]);
    expect(gap).toEqual(DEFAULT_M.gap);
  });
});

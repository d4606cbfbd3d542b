import { describe, expect, it } from 'vitest';
import { tableOf } from '../../src/topics/class-table.js';

describe('the table of a class', () => {
  it('holds terms of three texts of the class at least, and texts that keep one', () => {
    // term 7 is in three texts of the class, term 2 in four; term 9 in two, and in a text outside
    const terms = [[7, 2], [9], [2], [7, 9, 2], [2, 7], [9]];
    const table = tableOf([0, 1, 2, 3, 4], terms);
    expect(table.texts).toEqual([0, 2, 3, 4]);
    expect([...table.spread]).toEqual([3, 4]);
    expect([...table.starts]).toEqual([0, 2, 3, 5, 7]);
    expect([...table.ids]).toEqual([0, 1, 1, 0, 1, 1, 0]);
    expect(table.total).toBe(7);
  });

  it('is empty where no term is shared by three', () => {
    const { texts, ids, starts, total } = tableOf([0, 1], [[1], [1]]);
    expect({ texts, ids: [...ids], starts: [...starts], total }).toEqual({
      texts: [],
      ids: [],
      starts: [0],
      total: 0,
    });
  });
});

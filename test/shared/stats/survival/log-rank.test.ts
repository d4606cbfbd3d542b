import { expect, it } from 'vitest';
import { logRankTest } from '../../../../src/stats/index.js';
import { describeShared } from '../../../shared.js';
import { expectClose, referenceJson, referenceRows } from '../../../stats/reference.js';

describeShared('log-rank of R survival', () => {
  it('is reproduced on the lung data by sex', () => {
    const rows = referenceRows('lung.csv');
    const { logRank } = referenceJson<{ logRank: { chiSquare: number; df: number; p: number } }>(
      'survival.json',
    );
    const group = (sex: string) => {
      const own = rows.filter((row) => row['sex'] === sex);
      return {
        durations: own.map((row) => Number(row['time'])),
        eventObserved: own.map((row) => row['status'] === '2'),
      };
    };
    const test = logRankTest([group('1'), group('2')]);
    if (!test.measured) throw new Error(test.because);
    expectClose(test.chiSquare, logRank.chiSquare, 1e-9);
    expectClose(test.p, logRank.p, 1e-8);
    expect(test.df).toBe(logRank.df);
  });
});

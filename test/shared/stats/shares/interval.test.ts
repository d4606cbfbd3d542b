import { expect, it } from 'vitest';
import { clopperPearsonInterval, jeffreysInterval, wilsonInterval } from '../../../../src/stats/index.js';
import { describeShared } from '../../../shared.js';
import { expectAllClose, referenceJson } from '../../../stats/reference.js';

interface Row {
  k: number;
  n: number;
  wilson: [number, number];
  clopperPearson: [number, number];
  jeffreys: [number, number];
}

describeShared('intervals of R', () => {
  it('are reproduced', () => {
    const { rows, level } = referenceJson<{ rows: Row[]; level: number }>('intervals.json');
    expect(rows.length).toBeGreaterThan(5);
    for (const { k, n, wilson, clopperPearson, jeffreys } of rows) {
      for (const [make, expected] of [
        [wilsonInterval, wilson],
        [clopperPearsonInterval, clopperPearson],
        [jeffreysInterval, jeffreys],
      ] as const) {
        const { low, high } = make(k, n, level);
        expectAllClose([low, high], expected, 1e-11);
      }
    }
  });
});

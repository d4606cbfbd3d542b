import { expect, it } from 'vitest';
import { kleinbergBursts, type BurstOptions, type Bursts } from '../../../../src/stats/index.js';
import { describeShared } from '../../../shared.js';
import { expectClose, referenceJson } from '../../../stats/reference.js';

function measured(times: readonly number[], options?: BurstOptions): Bursts {
  const result = kleinbergBursts(times, options);
  if (!result.measured) throw new Error(result.because);
  return result;
}

describeShared('the automaton by full dynamic programme', () => {
  it('has the same levels and cost', () => {
    const { times, stateOfGap, cost, s, gamma } = referenceJson<{
      times: number[];
      stateOfGap: number[];
      cost: number;
      s: number;
      gamma: number;
    }>('burst.json');
    const result = measured(times, { s, gamma });
    expect([...result.stateOfGap]).toEqual(stateOfGap);
    expectClose(result.cost, cost, 1e-9);
    expect(result.bursts.filter((burst) => burst.level === 1).length).toBe(2);
  });
});

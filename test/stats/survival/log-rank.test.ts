import { describe, expect, it } from 'vitest';
import { logRankTest } from '../../../src/stats/index.js';
import { expectClose } from '../reference.js';

describe('logRankTest', () => {
  const one = { durations: [1, 2, 9], eventObserved: [1, 0, 1] };
  const two = { durations: [4, 2, 7], eventObserved: [1, 1, 0] };

  it('does not depend on the order of groups and has observed = expected in all', () => {
    const forth = logRankTest([one, two]),
      back = logRankTest([two, one]);
    if (!forth.measured || !back.measured) throw new Error('not measured');
    expectClose(forth.chiSquare, back.chiSquare, 1e-12);
    expectClose(
      forth.observed.reduce((a, b) => a + b),
      forth.expected.reduce((a, b) => a + b),
      1e-12,
    );
  });

  it('finds nothing between equal groups', () => {
    expect(logRankTest([one, one, one])).toMatchObject({ chiSquare: 0, df: 2, p: 1 });
  });

  it('answers plainly without groups or events', () => {
    const empty = { durations: [], eventObserved: [] };
    expect(logRankTest([])).toMatchObject({ measured: false, reason: 'no-observations' });
    expect(logRankTest([one, empty])).toMatchObject({ measured: false, reason: 'one-group' });
    expect(
      logRankTest([
        { durations: [1], eventObserved: [0] },
        { durations: [2], eventObserved: [0] },
      ]),
    ).toMatchObject({ measured: false, because: 'not measured, because no event was observed' });
  });
});

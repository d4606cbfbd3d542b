import { describe, expect, it } from 'vitest';
import { simulateWorld } from '../../../../src/simulate/worlds/simulate-world.js';
import { writeWorld } from '../../../../src/simulate/worlds/world-files.js';
import { readBack } from '../read-back.js';

describe('a random world', () => {
  it('leaves the planted share of spilled cases without a key', () => {
    const shares = ([0.1, 0.6] as const).map((withoutKey) => {
      const spilled = [1, 2, 3].flatMap((seed) =>
        simulateWorld(seed, { cases: 160, spill: 0.25, withoutKey }).truth.cases.filter(
          ({ spilledAt }) => spilledAt !== null,
        ),
      );
      return spilled.filter(({ sharedId }) => sharedId === 'none').length / spilled.length;
    });
    expect(shares[0]).toBeCloseTo(0.1, 1);
    expect(shares[1]).toBeCloseTo(0.6, 0);
  });
});

describe.each([21, 22, 23])('the exports of world %i', (seed) => {
  it('are read back: every file recognised, every row a record, in order', async () => {
    const problems: string[] = [];
    for (const written of writeWorld(simulateWorld(seed, { cases: 160 })))
      problems.push(...(await readBack(written)).problems);
    expect(problems).toEqual([]);
  });
});

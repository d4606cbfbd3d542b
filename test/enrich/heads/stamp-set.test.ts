import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { StampSet } from '../../../src/enrich/heads/stamp-set.js';

it('law: answers as a Set does, round after round, whatever the keys', () => {
  const set = new StampSet();
  const key = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.integer().map((at) => at * 256),
    fc.integer(),
  );
  fc.assert(
    fc.property(fc.array(fc.array(key, { maxLength: 400 }), { maxLength: 6 }), (rounds) => {
      for (const keys of rounds) {
        set.clear(keys.length);
        const plain = new Set<number>();
        for (const one of keys) {
          expect(set.add(one)).toBe(!plain.has(one));
          plain.add(one);
        }
      }
    }),
    { numRuns: 50 },
  );
});

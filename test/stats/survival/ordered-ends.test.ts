import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../../src/stats/survival/aalen-johansen.js';
import { OrderedEnds } from '../../../src/stats/survival/ordered-ends.js';
import { seededRandom } from '../../../src/util/random.js';

describe('ends put in order once', () => {
  const uniform = seededRandom(7);
  const durations = Array.from({ length: 60 }, () => Math.floor(uniform() * 20)),
    eventTypes = durations.map(() => Math.floor(uniform() * 3)),
    ends = new OrderedEnds(durations, eventTypes);

  it('tell what Aalen and Johansen tell of subjects written as often as they are taken, to the last digit', () => {
    for (let round = 0; round < 20; round++) {
      const counts = Uint32Array.from(durations, () => Math.floor(uniform() * 3)),
        written = [...counts.keys()].flatMap((i) => Array.from({ length: counts[i] as number }, () => i));
      const curve = aalenJohansen({
        durations: written.map((i) => durations[i] as number),
        eventTypes: written.map((i) => eventTypes[i] as number),
        causes: 2,
      });
      for (const until of [0, 7, 19, 25])
        expect(ends.incidence(1, until, counts)).toBe(curve.at(1, until)?.incidence);
    }
  });

  it('tell nothing past the last who is taken, unless all had an event', () => {
    const two = new OrderedEnds([5, 9], [1, 0]);
    expect(two.incidence(1, 9, Uint32Array.of(1, 1))).toBe(0.5);
    expect(two.incidence(1, 10, Uint32Array.of(1, 1))).toBeUndefined();
    expect(two.incidence(1, 10, Uint32Array.of(2, 0))).toBe(1);
  });
});

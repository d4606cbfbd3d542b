import { describe, expect, it } from 'vitest';
import type { ClauseReading } from '../../../src/enrich/tone/clause-reading.js';
import type { DriverHit } from '../../../src/enrich/drivers/drivers.js';
import { DriverTone } from '../../../src/enrich/drivers/driver-tone.js';
import type { LinearHead } from '../../../src/enrich/heads/head.js';

const head: LinearHead = {
  name: 'sentiment',
  labels: ['negative', 'neutral', 'positive'],
  choice: 'one',
  bits: 8,
  weights: new Int8Array(768),
  scales: [1, 1, 1],
  biases: [0, 0, 0],
  slopes: [1, 1, 1],
  shifts: [0, 0, 0],
  thresholds: [1, 1, 1],
  sources: [],
};
/** Clauses of three words, each with its tone. */
const clausesOf = (...tones: readonly (readonly [number, number, number])[]): ClauseReading =>
  ({
    count: tones.length,
    values: Float32Array.from(tones.flat()),
    of: (token: number) => Math.floor(token / 3),
    at: (clause: number) => clause * 3,
  }) as unknown as ClauseReading;
const hit = (driver: string, start: number, role = 'term'): DriverHit =>
  ({ driver, start, end: start + 1, role }) as unknown as DriverHit;
const WHOLE = Float32Array.of(9, 9, 0.6, 0.3, 0.1);
const BAD = [0.8, 0.1, 0.1] as const,
  GOOD = [0.1, 0.1, 0.8] as const;

describe('the tone of each driver', () => {
  const read = (
    clauses: ClauseReading,
    drivers: readonly string[],
    ...hits: readonly DriverHit[]
  ): readonly string[] => new DriverTone(head, clauses).read({ drivers, hits } as never, WHOLE, 2).sentiments;

  it('is that of the clauses that speak of it', () => {
    const clauses = clausesOf(GOOD, BAD);
    expect(read(clauses, ['taste', 'price'], hit('taste', 1), hit('price', 4))).toEqual([
      'positive',
      'negative',
    ]);
  });
  it('is that of the whole text where no term says it, or where there is one clause', () => {
    expect(read(clausesOf(GOOD, BAD), ['taste'])).toEqual(['negative']);
    expect(read(clausesOf(GOOD), ['taste'], hit('taste', 0))).toEqual(['negative']);
  });
  it('counts a clause once, and not for a word that speaks of something else', () => {
    const mild = [0.2, 0.2, 0.5] as const,
      worse = [0.5, 0.2, 0.2] as const;
    // .6 + .4 + 1 against .1 + 1 + .4
    expect(
      read(
        clausesOf(mild, worse),
        ['taste'],
        hit('taste', 0),
        hit('taste', 1),
        hit('taste', 2),
        hit('taste', 3),
      ),
    ).toEqual(['negative']);
    expect(read(clausesOf(BAD, GOOD), ['taste'], hit('taste', 0, 'bar'), hit('taste', 3))).toEqual([
      'positive',
    ]);
  });
  it('is none without drivers', () => {
    expect(new DriverTone(head, clausesOf(GOOD)).read({ drivers: [], hits: [] } as never, WHOLE, 2)).toEqual({
      drivers: [],
      sentiments: [],
    });
  });
});

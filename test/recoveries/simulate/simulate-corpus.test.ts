import { describe, expect, it } from 'vitest';
import { DEFAULT_PLAN } from '../../../src/simulate/plan.js';
import { FLAT_RHYTHM } from '../../../src/simulate/rhythm.js';
import { simulateCorpus } from '../../../src/simulate/simulate-corpus.js';
import { fitHawkesKernels } from '../../../src/stats/index.js';

const DAY = 86_400_000,
  startsAt = Date.UTC(2026, 0, 1);

describe('the point process', () => {
  it('gives back its branching matrix when no case spills', () => {
    const branching = [
      [0.1, 0, 0],
      [0.4, 0.3, 0],
      [0, 0.1, 0],
    ];
    const days = 900,
      { truth } = simulateCorpus({
        seed: 21,
        texts: false,
        startsAt,
        endsAt: startsAt + days * DAY,
        perDay: [4, 3, 1],
        branching,
        rhythm: FLAT_RHYTHM,
        noisePerDay: {},
        decayPerHour: 0.25,
        cases: { ...DEFAULT_PLAN.cases, spillPerHour: 0 },
      });
    const events = {
      times: truth.events.map(({ at }) => (at - startsAt) / 3_600_000),
      types: truth.events.map(({ type }) => type),
      horizonHours: days * 24,
      typeNames: ['private', 'public', 'press'],
    };
    const fit = fitHawkesKernels(events, { halfLives: [Math.LN2 / 0.25] }),
      free = fitHawkesKernels(events);
    if (!fit.measured || !free.measured) throw new Error('not measured');
    expect(Math.abs(Math.LN2 / (free.medianLagHours[1]?.[0] ?? 0) - 0.25)).toBeLessThan(0.06);
    for (const [i, row] of branching.entries())
      for (const [j, value] of row.entries())
        expect(Math.abs((fit.A[i]?.[j] ?? Number.NaN) - value)).toBeLessThan(0.06);
  });
});

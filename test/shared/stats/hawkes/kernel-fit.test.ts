import { expect, it } from 'vitest';
import {
  fitHawkesKernels,
  hawkesCompensator,
  hawkesLogLikelihood,
  type HawkesEvents,
} from '../../../../src/stats/index.js';
import { describeShared } from '../../../shared.js';
import { expectAllClose, expectClose, referenceJson, referenceRows } from '../../../stats/reference.js';

interface Reference {
  types: string[];
  horizonHours: number;
  beta: number;
  counts: number[];
  truth: { mu: number[]; A: number[][]; logLik: number; compensator: number[] };
  mle: { mu: number[]; A: number[][]; logLik: number };
}

describeShared('the brute-force Hawkes process', () => {
  const load = () => {
    const reference = referenceJson<Reference>('hawkes.json');
    const rows = referenceRows('hawkes-events.csv');
    const events: HawkesEvents = {
      times: rows.map((row) => Number(row['t_hours'])),
      types: rows.map((row) => row['type'] ?? ''),
      typeNames: reference.types,
      horizonHours: reference.horizonHours,
    };
    return { reference, events };
  };

  it('has the same log-likelihood and compensator at the truth', () => {
    const { reference, events } = load();
    const parameters = { mu: reference.truth.mu, A: reference.truth.A, beta: reference.beta };
    expectClose(hawkesLogLikelihood(events, parameters), reference.truth.logLik, 1e-10);
    expectAllClose(hawkesCompensator(events, parameters).total, reference.truth.compensator, 1e-10);
  });

  it('has its maximum where brute-force EM has it', () => {
    const { reference, events } = load();
    const fit = fitHawkesKernels(events, { halfLives: [Math.LN2 / reference.beta] });
    if (!fit.measured) throw new Error(fit.because);
    const { A, counts, logLik, baselineShare } = fit;
    const mu = baselineShare.map((share, i) => (share * (counts[i] ?? 0)) / events.horizonHours);
    expect(counts).toEqual(reference.counts);
    expect(Math.abs(logLik - reference.mle.logLik)).toBeLessThan(1e-6);
    expectClose(logLik, hawkesLogLikelihood(events, { mu, A, beta: reference.beta }), 1e-12);
    expectAllClose(mu, reference.mle.mu, 1e-3);
    expectAllClose(A.flat(), reference.mle.A.flat(), 1e-3);
    for (const test of fit.goodnessOfFit) expect(test.p).toBeGreaterThan(0.01);
  });
});

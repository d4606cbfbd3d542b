import { it } from 'vitest';
import {
  quantifyShares,
  roganGladen,
  type QuantificationMethod,
  type RoganGladenInput,
} from '../../../../src/stats/index.js';
import { describeShared } from '../../../shared.js';
import { expectAllClose, expectClose, referenceJson, referenceRows } from '../../../stats/reference.js';

interface Reference extends Record<
  | 'classifyAndCount'
  | 'adjustedCount'
  | 'probabilisticCount'
  | 'probabilisticAdjustedCount'
  | 'sld'
  | 'trainingPrevalence',
  number[]
> {
  roganGladen: RoganGladenInput & { prevalence: number; stdErr: number };
}

describeShared('quantification by closed forms and EM', () => {
  it('is reproduced: CC, ACC, PCC, PACC, SLD and Rogan-Gladen', () => {
    const reference = referenceJson<Reference>('quantification.json');
    const posteriors = (name: string) =>
      referenceRows(name).map((row) => [Number(row['p0']), Number(row['p1']), Number(row['p2'])]);
    const labelled = {
      posteriors: posteriors('quantification-validation.csv'),
      labels: referenceRows('quantification-validation.csv').map((row) => Number(row['label'])),
    };
    const target = posteriors('quantification-target.csv');
    const methods: [QuantificationMethod, number[]][] = [
      ['classify-and-count', reference.classifyAndCount],
      ['adjusted-count', reference.adjustedCount],
      ['probabilistic-count', reference.probabilisticCount],
      ['probabilistic-adjusted-count', reference.probabilisticAdjustedCount],
      ['sld', reference.sld],
    ];
    for (const [method, expected] of methods) {
      const found = quantifyShares(target, labelled, {
        method,
        trainingShares: reference.trainingPrevalence,
      });
      if (!found.measured) throw new Error(found.because);
      // The CSV holds posteriors to 9 decimals, the reference was computed before rounding.
      expectAllClose(found.shares, expected, 1e-6);
    }
    const { prevalence, stdErr, ...input } = reference.roganGladen;
    const corrected = roganGladen(input);
    if (!corrected.measured) throw new Error(corrected.because);
    expectClose(corrected.prevalence, prevalence, 1e-12);
    expectClose(corrected.stdErr, stdErr, 1e-12);
  });
});

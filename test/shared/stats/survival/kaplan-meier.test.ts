import { it } from 'vitest';
import { kaplanMeier } from '../../../../src/stats/index.js';
import { describeShared } from '../../../shared.js';
import { expectAllClose, referenceJson, referenceRows } from '../../../stats/reference.js';

interface Reference {
  kaplanMeier: Record<
    | 'times'
    | 'survival'
    | 'stdErr'
    | 'lower'
    | 'upper'
    | 'atRisk'
    | 'quartiles'
    | 'quartilesLower'
    | 'quartilesUpper',
    number[]
  >;
}

describeShared('Kaplan-Meier of R survival', () => {
  it('is reproduced on the lung data', () => {
    const rows = referenceRows('lung.csv');
    const expected = referenceJson<Reference>('survival.json').kaplanMeier;
    const curve = kaplanMeier({
      durations: rows.map((row) => Number(row['time'])),
      eventObserved: rows.map((row) => row['status'] === '2'),
    });
    const points = expected.times.map((t) => curve.at(t));
    expectAllClose(
      points.map((point) => point?.survival),
      expected.survival,
      1e-9,
    );
    expectAllClose(
      points.map((point) => point?.stdErr),
      expected.stdErr,
      1e-9,
    );
    expectAllClose(
      points.map((point) => point?.low),
      expected.lower,
      1e-9,
    );
    expectAllClose(
      points.map((point) => point?.high),
      expected.upper,
      1e-9,
    );
    expectAllClose(
      points.map((point) => point?.atRisk),
      expected.atRisk,
    );
    const quartiles = [0.25, 0.5, 0.75].map((p) => curve.quantile(p));
    expectAllClose(
      quartiles.map((q) => q.value),
      expected.quartiles,
    );
    expectAllClose(
      quartiles.map((q) => q.low),
      expected.quartilesLower,
    );
    expectAllClose(
      quartiles.map((q) => q.high),
      expected.quartilesUpper,
    );
  });
});

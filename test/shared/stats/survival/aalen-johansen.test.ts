import { it } from 'vitest';
import { aalenJohansen } from '../../../../src/stats/index.js';
import { describeShared } from '../../../shared.js';
import { expectAllClose, referenceJson, referenceRows } from '../../../stats/reference.js';

describeShared('Aalen-Johansen of R survival', () => {
  it('is reproduced on the mgus2 data, standard errors included', () => {
    const rows = referenceRows('mgus2.csv');
    const expected = referenceJson<{
      aalenJohansen: Record<'times' | 'pcm' | 'death' | 'pcmStdErr' | 'deathStdErr', number[]>;
    }>('survival.json').aalenJohansen;
    const curve = aalenJohansen({
      durations: rows.map((row) => Number(row['etime'])),
      eventTypes: rows.map((row) => Number(row['event'])),
    });
    const points = (cause: number) => expected.times.map((t) => curve.at(cause, t));
    expectAllClose(
      points(1).map((point) => point?.incidence),
      expected.pcm,
      1e-9,
    );
    expectAllClose(
      points(2).map((point) => point?.incidence),
      expected.death,
      1e-9,
    );
    expectAllClose(
      points(1).map((point) => point?.stdErr),
      expected.pcmStdErr,
      1e-9,
    );
    expectAllClose(
      points(2).map((point) => point?.stdErr),
      expected.deathStdErr,
      1e-9,
    );
  });
});

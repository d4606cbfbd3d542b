import { expect, it } from 'vitest';
import { deversoirMatrix } from '../../../../src/metrics/funnel/deversoir-matrix.js';
import { DEFAULT_PLAN } from '../../../../src/simulate/index.js';
import { fakeCorpus } from '../../../metrics/fake-corpus.js';
import { plantedRows } from '../../../metrics/funnel/planted-cases.js';

it('deversoirMatrix holds 0 everywhere when days and nights are all there is', async () => {
  const { rows } = plantedRows({
    seed: 11,
    perDay: [8, 6, 0.6],
    cases: { ...DEFAULT_PLAN.cases, spillPerHour: 0 },
    branching: [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
  });
  const corpus = await fakeCorpus(rows);
  const metric = await deversoirMatrix(corpus, { replicates: 40 });
  expect(metric.notMeasured).toBeUndefined();
  expect(metric.rows()).toHaveLength(9);
  const apart = metric.rows().filter(({ low, high }) => Number(low) > 0 || Number(high) < 0);
  expect(apart.map(({ from, to }) => `${from}→${to}`)).toEqual([]);
});

import { expect, it } from 'vitest';
import { estimatesChart } from '../../src/charts/estimates-chart.js';
import { chartOf } from '../../src/charts/chart-of.js';
import { compileSpec } from '../../src/charts/render.js';
import { columnsOf, makeMetric } from '../metrics/write-metric.js';
import type { Metric, MetricRow } from '../../src/model/index.js';

const metricOf = (rows: readonly MetricRow[]): Promise<Metric> =>
  makeMetric(
    {
      name: 'spillRate',
      label: { fr: 'Taux de débordement', en: 'Spill rate' },
      unit: 'share',
      denominator: { fr: 'dossiers', en: 'cases' },
      method: { fr: 'M.', en: 'M.' },
      columns: columnsOf(rows),
    },
    { value: 0.1, n: 30, rows },
  );

it('draws estimates by group, named in French, without a warning', async () => {
  const chart = estimatesChart(
    await metricOf([
      { channel: 'whatsapp', share: 0.1, low: 0.05, high: 0.2, n: 20 },
      { channel: 'facebook-dm', share: 0.02, low: 0, high: 0.2, n: 10 },
      { channel: 'email', share: null, low: null, high: null, n: 0 },
    ]),
  );
  expect(chart?.alt).toBe(
    'Points et intervalles. WhatsApp\u00a0: 10,0\u00a0% (de 5,0\u00a0% à 20,0\u00a0%)\u202f; Facebook (messages privés)\u00a0: 2,0\u00a0% (de 0,0\u00a0% à 20,0\u00a0%).',
  );
  expect((await compileSpec(chart?.spec ?? {})).warnings).toEqual([]);
});

it('leaves other tables alone: no bounds, names that repeat, one row', async () => {
  expect(
    estimatesChart(
      await metricOf([
        { driver: 'price', share: 0.1 },
        { driver: 'taste', share: 0.1 },
      ]),
    ),
  ).toBeNull();
  expect(
    estimatesChart(
      await metricOf([
        { driver: 'price', share: 0.1, low: 0, high: 1 },
        { driver: 'price', share: 0.2, low: 0, high: 1 },
      ]),
    ),
  ).toBeNull();
  expect(estimatesChart(await metricOf([{ driver: 'price', share: 0.1, low: 0, high: 1 }]))).toBeNull();
});

it('draws a metric measured by group as its rows are, not as its own chart', async () => {
  const row = { value: 0.1, low: 0.05, high: 0.2, n: 20, notMeasured: null };
  const rows = [
    { channel: 'whatsapp', ...row },
    { channel: 'email', ...row, value: 0.3, high: 0.4 },
  ];
  expect(chartOf(await metricOf(rows))?.alt).toContain('E-mail\u00a0: 30,0\u00a0%');
});

import { describe, expect, it } from 'vitest';
import { makeMetric } from '../metrics/write-metric.js';
import type { Metric } from '../../src/model/index.js';
import { metricTable } from '../../src/report/metric-table.js';

const metricOf = (extra: Partial<Parameters<typeof makeMetric>[1]> = {}): Promise<Metric> =>
  makeMetric(
    {
      name: 'm',
      label: { fr: 'Mesure', en: 'Measure' },
      unit: 'hours',
      denominator: { fr: 'cas', en: 'cases' },
      method: { fr: 'M.', en: 'M.' },
      columns: [
        'channel',
        'stage',
        'period',
        'median',
        'low',
        'high',
        'negativeShare',
        'negativeLow',
        'negativeHigh',
        'internalCode',
      ],
    },
    {
      value: 2,
      n: 3,
      rows: [
        {
          channel: 'whatsapp',
          stage: 'private',
          period: '2026-03-02',
          median: 0.5,
          low: 0.25,
          high: 90,
          negativeShare: 0.125,
          negativeLow: 0.1,
          negativeHigh: 0.2,
          internalCode: 'x',
        },
        {
          channel: '<b>',
          stage: 'other',
          period: '2026-03-09',
          median: 100,
          low: 80,
          high: null,
          negativeShare: null,
          negativeLow: null,
          negativeHigh: null,
          internalCode: 'y',
        },
      ],
      ...extra,
    },
  );

describe('metricTable', () => {
  it('heads in French, units in cells, each interval beside its estimate, absent as a dash, unknown columns left out', async () => {
    const { caption, columns, rows } = metricTable(await metricOf(), { zone: 'Europe/Paris' });
    expect(caption).toBe('Mesure');
    expect(columns.map(({ title }) => title)).toEqual([
      'Canal',
      'Étape',
      'Période',
      'Médiane',
      'Intervalle à 95\u00a0%',
      'Part de négatif',
      'Intervalle à 95\u00a0%',
    ]);
    expect(rows).toEqual([
      [
        'WhatsApp',
        'Privé',
        '2\u00a0mars\u00a02026',
        '30\u00a0min',
        'de 15\u00a0min à 3,8\u00a0jours',
        '12,5\u00a0%',
        'de 10,0\u00a0% à 20,0\u00a0%',
      ],
      ['<b>', 'other', '9\u00a0mars\u00a02026', '4,2\u00a0jours', 'à partir de 3,3\u00a0jours', '–', '–'],
    ]);
    expect(columns.map(({ numeric }) => numeric)).toEqual([false, false, false, true, true, true, true]);
  });
  it('says when rows are left out and which level the intervals have', async () => {
    const metric = await metricOf({ interval: { low: 1, high: 3, level: 0.9, method: 'm' } });
    const table = metricTable(metric, { zone: 'Europe/Paris', limit: 1, columns: ['channel', 'median'] });
    expect(table.caption).toBe('Mesure (1\u00a0première ligne sur 2)');
    expect(table.columns[2]?.title).toBe('Intervalle à 90\u00a0%');
  });
});
